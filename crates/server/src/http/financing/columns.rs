//! The columns of the living page's files, and what stands in them.

use barometer_domain::date::Date;
use barometer_domain::financing::own_share::{average_inhabitants, prospective_share};
use barometer_domain::financing::portfolio::PortfolioRow;
use barometer_domain::financing::{Price, Terms};
use barometer_domain::money::Money;
use barometer_domain::municipality;
use barometer_text::export::{ExportColumn, ExportText};
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
pub(super) const COLUMNS: [ExportColumn; 30] = [
    ExportColumn::Reference,
    ExportColumn::Title,
    ExportColumn::Category,
    ExportColumn::State,
    ExportColumn::Price,
    ExportColumn::PriceKind,
    ExportColumn::Sharing,
    ExportColumn::PlannedFor,
    ExportColumn::EachPays,
    ExportColumn::Minimum,
    ExportColumn::Committed,
    ExportColumn::CommittedBy,
    ExportColumn::UnderDecision,
    ExportColumn::UnderDecisionBy,
    ExportColumn::Indicated,
    ExportColumn::IndicatedBy,
    ExportColumn::InterestedBy,
    ExportColumn::Shortfall,
    ExportColumn::Missing,
    ExportColumn::Deadline,
    ExportColumn::Overdue,
    ExportColumn::ExtendedFrom,
    ExportColumn::ExtensionReason,
    ExportColumn::Moved,
    ExportColumn::MovedBy,
    ExportColumn::National,
    ExportColumn::Folder,
    ExportColumn::Portal,
    ExportColumn::Named,
    ExportColumn::ChangedAt,
];

/// What stands in a column of a request.
pub(super) fn cell(column: ExportColumn, row: &PortfolioRow, language: Language) -> ExportCell {
    let (sums, terms) = (&row.sums, &row.terms);
    let text = |text: &str| ExportCell::Text(text.to_owned());
    let extension = terms.extension.as_ref();
    match column {
        ExportColumn::Reference => text(&row.reference),
        ExportColumn::Title => text(&row.title),
        ExportColumn::Category => text(&row.category),
        ExportColumn::State => text(states::request(row.state, language)),
        ExportColumn::Price => terms
            .price
            .known()
            .map_or(ExportCell::Nothing, ExportCell::Kroner),
        ExportColumn::PriceKind => text(price_kind(&terms.price).say(language)),
        ExportColumn::Sharing => ExportCell::Text(shared(row, language)),
        ExportColumn::PlannedFor => ExportCell::count(terms.planned_number()),
        ExportColumn::EachPays => each_pays(terms).map_or(ExportCell::Nothing, ExportCell::kroner),
        ExportColumn::Minimum => ExportCell::count(terms.minimum.unwrap_or_default().into()),
        ExportColumn::Committed => ExportCell::kroner(sums.committed.amount),
        ExportColumn::CommittedBy => ExportCell::count(sums.committed.count),
        ExportColumn::UnderDecision => ExportCell::kroner(sums.under_decision.amount),
        ExportColumn::UnderDecisionBy => ExportCell::count(sums.under_decision.count),
        ExportColumn::Indicated => ExportCell::kroner(sums.indicated.amount),
        ExportColumn::IndicatedBy => ExportCell::count(sums.indicated.count),
        ExportColumn::InterestedBy => ExportCell::count(sums.interested.count),
        ExportColumn::Shortfall if terms.price.known().is_none() => ExportCell::Nothing,
        ExportColumn::Shortfall => ExportCell::Kroner(row.shortfall),
        ExportColumn::Missing => ExportCell::count(row.missing.unwrap_or_default()),
        ExportColumn::Deadline => ExportCell::day(terms.deadline),
        ExportColumn::Overdue => flag(row.overdue, language),
        ExportColumn::ExtendedFrom => ExportCell::day(extension.map(|extension| extension.from)),
        ExportColumn::ExtensionReason => {
            extension.map_or(ExportCell::Nothing, |why| text(&why.reason))
        }
        ExportColumn::Moved => ExportCell::kroner(row.movement.unwrap_or_default().amount),
        ExportColumn::MovedBy => match row.movement.unwrap_or_default().municipalities {
            0 => ExportCell::Nothing,
            more => ExportCell::Number(more.into()),
        },
        ExportColumn::National => flag(row.national, language),
        ExportColumn::Folder => text(&row.folder),
        ExportColumn::Portal => text(&row.portal),
        ExportColumn::Named => ExportCell::Text(names(row).join(", ")),
        ExportColumn::ChangedAt => ExportCell::Day(Date::of_millis(row.changed_at)),
    }
}

/// "ja" where it is so; an empty cell where it is not.
fn flag(is_so: bool, language: Language) -> ExportCell {
    if is_so {
        ExportCell::Text(ExportText::Yes.say(language).to_owned())
    } else {
        ExportCell::Nothing
    }
}

/// What an average municipality pays when as many as planned share the price.
fn each_pays(terms: &Terms) -> Option<Money> {
    let (price, planned) = (terms.price.known()?, terms.planned_number());
    prospective_share(price, &terms.sharing, average_inhabitants(), planned).ok()
}

fn price_kind(price: &Price) -> ExportText {
    match price {
        Price::Firm { .. } => ExportText::Firm,
        Price::Estimate { .. } => ExportText::Estimate,
        Price::NotAssessed => ExportText::NotAssessed,
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
