//! One request: what it is, what it costs, how far its financing has come, what is missing, and until when.

use barometer_domain::date::Date;
use barometer_domain::financing::own_share::prospect;
use barometer_domain::financing::portfolio::{Movement, PortfolioRow};
use barometer_domain::financing::{Price, RequestState, Sums, Terms};
use barometer_domain::ids::RequestId;
use barometer_domain::money::Money;
use barometer_kit::format;
use barometer_kit::ui::handler::handler;
use barometer_kit::ui::share_meter::bar_parts;
use barometer_text::shared::Shared;
use barometer_text::staff::finance::Finance as Text;
use barometer_text::{Language, sharing, states};
use leptos::prelude::*;

use super::pieces::{list_item, span};
use super::portfolio_page::PortfolioPage;
use super::query::deadline;

/// A request's row.
pub fn request_row(
    page: PortfolioPage,
    language: Language,
    row: &PortfolioRow,
    chosen: Option<RequestId>,
) -> AnyView {
    let is_chosen = chosen == Some(row.request);
    let class = if is_chosen { "chosen" } else { "" };
    view! {
        <tr role="row" class=class>
            <th scope="row" role="rowheader" class="what">{what(page, language, row, is_chosen)}</th>
            {cell("price", Text::PriceColumn, language, price_cell(language, &row.terms.price))}
            <td role="cell" class="financing">{financing(language, row)}</td>
            {cell("missing", Text::MissingColumn, language, missing(language, row))}
            {cell("deadline", Text::DeadlineColumn, language, until(language, row))}
            {cell("changed", Text::ChangedColumn, language, changed(language, row))}
        </tr>
    }
    .into_any()
}

/// A cell that says its column's name itself where there are no columns.
fn cell(
    class: &'static str,
    column: Text<'static>,
    language: Language,
    content: AnyView,
) -> AnyView {
    let name = column.say(language);
    view! {
        <td role="cell" class=class>
            <span class="cell-name" aria-hidden="true">{name}</span>
            <div>{content}</div>
        </td>
    }
    .into_any()
}

fn what(page: PortfolioPage, language: Language, row: &PortfolioRow, is_chosen: bool) -> AnyView {
    let id = row.request;
    let choose = move |_| {
        let chosen = (!is_chosen).then_some(id);
        page.seen.update(|seen| seen.chosen = chosen);
    };
    let rule = rule(language, &row.terms);
    let detail = [row.reference.as_str(), row.category.as_str(), rule.as_str()];
    let detail: Vec<_> = detail.into_iter().filter(|text| !text.is_empty()).collect();
    // What is missing says that nothing is.
    let state = (row.state != RequestState::FullyFunded)
        .then(|| span("chip", states::request(row.state, language).to_owned()));
    let national = row.national;
    let national = national.then(|| span("chip", Text::National.say(language)));
    let portal = (!row.portal.is_empty()).then(|| {
        let label = Text::PortalOf(&row.title).say(language);
        view! {
            <a href=row.portal.clone() target="_blank" rel="noopener" aria-label=label>
                {Text::Portal.say(language)}
                <span aria-hidden="true">" ↗"</span>
            </a>
        }
        .into_any()
    });
    view! {
        {span("title", format::with_soft_hyphens(&row.title))} {span("detail", detail.join(" · "))}
        <span class="ways">
            {state} {national}
            <button
                type="button"
                class="way"
                aria-label=Text::ShowOnMapOf(&row.title).say(language)
                aria-pressed=is_chosen.to_string()
                on:click=handler(choose)
            >
                {Text::ShowOnMap.say(language)}
            </button>
            {portal}
        </span>
    }
    .into_any()
}

/// "Ligeligt, 10 kommuner, 24.000 kr. pr. kommune, mindst 8".
fn rule(language: Language, terms: &Terms) -> String {
    let rule = format::capitalised(&sharing::rule(&terms.sharing.rule, language));
    let cap = terms.sharing.cap.map(|cap| format::money(language, cap));
    let (planned, price) = (terms.planned_number(), terms.price.likely());
    let each = prospect(price, &terms.sharing, planned);
    let each = sharing::prospect(each, planned, language);
    let least = terms.minimum.map(u32::from);
    let parts = [
        Some(rule),
        cap.map(|cap| Text::Cap(&cap).say(language)),
        Some(Text::PlannedFor(planned).say(language)),
        (price > Money::ZERO).then_some(each),
        least
            .filter(|least| *least != planned)
            .map(|least| Text::Minimum(least).say(language)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn price_cell(language: Language, price: &Price) -> AnyView {
    let kind = match price {
        Price::Firm { .. } => Shared::FirmPrice,
        Price::Estimate { .. } => Shared::RoughEstimate,
        Price::NotAssessed => return span("amount", format::price(language, price)),
    };
    let band = match *price {
        Price::Estimate { low, high, .. } if low < high => {
            let low = format::number(language, low.rounded_kroner());
            let high = format::money(language, high);
            Some(Text::Between(&low, &high).say(language))
        }
        _ => None,
    };
    view! {
        {span("amount", format::money(language, price.likely()))} {span("note", kind.say(language))}
        {band.map(|band| span("note", band))}
    }
    .into_any()
}

fn financing(language: Language, row: &PortfolioRow) -> AnyView {
    let moved = row.movement.filter(|movement| movement.is_any());
    view! {
        {meter(language, row)}
        {state_legend(language, &row.sums)}
        {moved.map(|movement| moved_since(language, movement))}
    }
    .into_any()
}

/// The bar: promises, what is being decided, intentions and interest against the price.
fn meter(language: Language, row: &PortfolioRow) -> AnyView {
    let (sums, price) = (&row.sums, row.terms.price.likely());
    let shares = [
        sums.committed,
        sums.under_decision,
        sums.indicated,
        sums.interested,
    ];
    let classes = [
        "part-committed",
        "part-under-decision",
        "part-indicated",
        "part-interested",
    ];
    let parts = classes.into_iter().zip(bar_parts(shares, price));
    let parts: Vec<_> = parts
        .map(|(class, part)| view! { <i class=class style:--part=part.to_string()></i> }.into_any())
        .collect();
    let label = Shared::CommittedOf {
        committed: &format::money(language, sums.committed.amount),
        price: &format::money(language, price),
    };
    let class = if row.state.is_funded() {
        "meter full"
    } else {
        "meter"
    };
    view! {
        <div class=class role="img" aria-label=label.say(language)>
            {parts}
        </div>
    }
    .into_any()
}

/// "5 tilsagn · 2 til beslutning", each with its colour.
fn state_legend(language: Language, sums: &Sums) -> AnyView {
    let entries = [
        (
            "part-committed",
            sums.committed.count,
            Text::Promises(sums.committed.count),
        ),
        (
            "part-under-decision",
            sums.under_decision.count,
            Text::Deciding(sums.under_decision.count),
        ),
        (
            "part-indicated",
            sums.indicated.count,
            Text::Intending(sums.indicated.count),
        ),
        (
            "part-interested",
            sums.interested.count,
            Text::Interested(sums.interested.count),
        ),
    ];
    let shown = entries.into_iter().filter(|(_, count, _)| *count > 0);
    let shown: Vec<_> = shown
        .map(|(class, _, text)| list_item(class, text.say(language)))
        .collect();
    if shown.is_empty() {
        return view! { <p class="note">{Text::NobodyYet.say(language)}</p> }.into_any();
    }
    view! { <ul class="key">{shown}</ul> }.into_any()
}

fn moved_since(language: Language, movement: Movement) -> AnyView {
    let is_less = movement.amount < Money::ZERO
        || (movement.amount == Money::ZERO && movement.municipalities < 0);
    let class = if is_less { "moved less" } else { "moved" };
    let moved = Text::Moved(movement.amount, movement.municipalities);
    view! {
        <p class=class>
            {moved.say(language)}
            <span class="visually-hidden">" " {Text::MovedSince.say(language)}</span>
        </p>
    }
    .into_any()
}

fn missing(language: Language, row: &PortfolioRow) -> AnyView {
    if row.state.is_funded() {
        let funded = Shared::FullyFunded.say(language);
        return view! {
            <span class="funded">
                <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
                    <path d="M2.5 8.5L6.5 12.5L13.5 4" fill="none" stroke="currentColor" stroke-width="2.6" />
                </svg>
                {funded}
            </span>
        }
        .into_any();
    }
    let amount = format::money(language, row.shortfall);
    match row.missing.filter(|count| *count > 0) {
        Some(count) => view! {
            {span("first", Shared::Municipalities(count).say(language))} {span("note amount", amount)}
        }
        .into_any(),
        None => span("first amount", amount),
    }
}

fn until(language: Language, row: &PortfolioRow) -> AnyView {
    let date = |day: Date| format::date(language, &day.to_string());
    let Some(day) = deadline(row) else {
        return span("none", Text::NothingMissing.say(language));
    };
    let extension = row.terms.extension.as_ref();
    let extended = extension.map(|extension| {
        let words = Text::Extended(&date(extension.from), &extension.reason).say(language);
        span("note", words)
    });
    let overdue = row
        .overdue
        .then(|| span("chip amber", Text::Overdue.say(language)));
    view! { {span("first", date(day))} {overdue} {extended} }.into_any()
}

fn changed(language: Language, row: &PortfolioRow) -> AnyView {
    span("note", format::day(language, row.changed_at))
}
