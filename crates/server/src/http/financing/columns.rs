//! The columns of the living page's files, and what stands in them.

use barometer_domain::date::Date;
use barometer_domain::financing::own_share::{average_inhabitants, prospective_share};
use barometer_domain::financing::portfolio::PortfolioRow;
use barometer_domain::financing::{Price, Terms};
use barometer_domain::money::Money;
use barometer_domain::municipality;
use barometer_text::export::{Column, Export};
use barometer_text::{Language, figures, sharing, states};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ExportCell {
    Nothing,
    Text(String),
    Number(i64),
    Kroner(Money),
    Day(Date),
}

impl ExportCell {
    pub(super) fn kroner(amount: Money) -> Self {
        if amount == Money::ZERO {
            Self::Nothing
        } else {
            Self::Kroner(amount)
        }
    }

    pub(super) fn count(count: u32) -> Self {
        if count == 0 {
            Self::Nothing
        } else {
            Self::Number(count.into())
        }
    }

    pub(super) fn day(day: Option<Date>) -> Self {
        day.map_or(Self::Nothing, Self::Day)
    }
}

/// The columns, in their order; the same in every kind of file.
pub(super) const COLUMNS: [Column; 30] = [
    Column::Reference,
    Column::Title,
    Column::Category,
    Column::State,
    Column::Price,
    Column::PriceKind,
    Column::Sharing,
    Column::PlannedFor,
    Column::EachPays,
    Column::Minimum,
    Column::Committed,
    Column::CommittedBy,
    Column::UnderDecision,
    Column::UnderDecisionBy,
    Column::Indicated,
    Column::IndicatedBy,
    Column::InterestedBy,
    Column::Shortfall,
    Column::Missing,
    Column::Deadline,
    Column::Overdue,
    Column::ExtendedFrom,
    Column::ExtensionReason,
    Column::Moved,
    Column::MovedBy,
    Column::National,
    Column::Folder,
    Column::Portal,
    Column::Named,
    Column::ChangedAt,
];

/// What stands in a column of a request.
pub(super) fn cell(column: Column, row: &PortfolioRow, language: Language) -> ExportCell {
    let (sums, terms) = (&row.sums, &row.terms);
    let text = |text: &str| ExportCell::Text(text.to_owned());
    let extension = terms.extension.as_ref();
    match column {
        Column::Reference => text(&row.reference),
        Column::Title => text(&row.title),
        Column::Category => text(&row.category),
        Column::State => text(states::request(row.state, language)),
        Column::Price => terms
            .price
            .known()
            .map_or(ExportCell::Nothing, ExportCell::Kroner),
        Column::PriceKind => text(price_kind(&terms.price).say(language)),
        Column::Sharing => ExportCell::Text(shared(row, language)),
        Column::PlannedFor => ExportCell::count(terms.planned_number()),
        Column::EachPays => each_pays(terms).map_or(ExportCell::Nothing, ExportCell::kroner),
        Column::Minimum => ExportCell::count(terms.minimum.unwrap_or_default().into()),
        Column::Committed => ExportCell::kroner(sums.committed.amount),
        Column::CommittedBy => ExportCell::count(sums.committed.count),
        Column::UnderDecision => ExportCell::kroner(sums.under_decision.amount),
        Column::UnderDecisionBy => ExportCell::count(sums.under_decision.count),
        Column::Indicated => ExportCell::kroner(sums.indicated.amount),
        Column::IndicatedBy => ExportCell::count(sums.indicated.count),
        Column::InterestedBy => ExportCell::count(sums.interested.count),
        Column::Shortfall if terms.price.known().is_none() => ExportCell::Nothing,
        Column::Shortfall => ExportCell::Kroner(row.shortfall),
        Column::Missing => ExportCell::count(row.missing.unwrap_or_default()),
        Column::Deadline => ExportCell::day(terms.deadline),
        Column::Overdue => flag(row.overdue, language),
        Column::ExtendedFrom => ExportCell::day(extension.map(|extension| extension.from)),
        Column::ExtensionReason => extension.map_or(ExportCell::Nothing, |why| text(&why.reason)),
        Column::Moved => ExportCell::kroner(row.movement.unwrap_or_default().amount),
        Column::MovedBy => match row.movement.unwrap_or_default().municipalities {
            0 => ExportCell::Nothing,
            more => ExportCell::Number(more.into()),
        },
        Column::National => flag(row.national, language),
        Column::Folder => text(&row.folder),
        Column::Portal => text(&row.portal),
        Column::Named => ExportCell::Text(names(row).join(", ")),
        Column::ChangedAt => ExportCell::Day(Date::of_millis(row.changed_at)),
    }
}

/// "ja" where it is so; an empty cell where it is not.
fn flag(is_so: bool, language: Language) -> ExportCell {
    if is_so {
        ExportCell::Text(Export::Yes.say(language).to_owned())
    } else {
        ExportCell::Nothing
    }
}

/// What an average municipality pays when as many as planned share the price.
fn each_pays(terms: &Terms) -> Option<Money> {
    let (price, planned) = (terms.price.known()?, terms.planned_number());
    prospective_share(price, &terms.sharing, average_inhabitants(), planned).ok()
}

fn price_kind(price: &Price) -> Export {
    match price {
        Price::Firm { .. } => Export::Firm,
        Price::Estimate { .. } => Export::Estimate,
        Price::NotAssessed => Export::NotAssessed,
    }
}

fn shared(row: &PortfolioRow, language: Language) -> String {
    let rule = sharing::rule(&row.terms.sharing.rule, language);
    match row.terms.sharing.cap {
        Some(cap) => format!("{rule} (≤ {})", figures::money(language, cap)),
        None => rule,
    }
}

fn names(row: &PortfolioRow) -> Vec<&'static str> {
    let named = row.named.iter();
    named
        .filter_map(|named| municipality::by_code(named.municipality))
        .map(|municipality| municipality.name)
        .collect()
}
