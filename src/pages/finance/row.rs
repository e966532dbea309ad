//! One request: what it is, what it costs, how far its financing has come, what is missing, and until when.

use barometer_domain::financing::portfolio::{Movement, PortfolioRow};
use barometer_domain::financing::{Price, Sums, Terms};
use barometer_domain::ids::RequestId;
use barometer_domain::money::Money;
use barometer_text::shared::Shared;
use barometer_text::staff::finance::Finance as Text;
use barometer_text::{Language, sharing, states};
use leptos::prelude::*;

use super::look::deadline;
use super::sheet::Sheet;
use crate::ui::share_meter::parts;
use crate::{format, language};

/// A request's row; drawn anew when anything in it changes.
#[component]
pub fn Row(
    /// What is shown.
    sheet: Sheet,
    /// Which request.
    id: RequestId,
) -> impl IntoView {
    let row = sheet.read(move |portfolio| {
        let mut rows = portfolio.rows.iter();
        rows.find(|row| row.request == id).cloned()
    });
    let class = move || {
        let is_chosen = sheet.chosen.get() == Some(id);
        if is_chosen { "chosen" } else { "" }
    };
    view! {
        <tr role="row" class=class>
            {move || row.get().flatten().map(|row| cells(sheet, &row))}
        </tr>
    }
}

fn cells(sheet: Sheet, row: &PortfolioRow) -> AnyView {
    let language = language::current();
    view! {
        <th scope="row" role="rowheader" class="what">{what(sheet, language, row)}</th>
        <td role="cell" class="price">{price(language, &row.terms.price)}</td>
        <td role="cell" class="financing">{financing(language, row)}</td>
        {cell("missing", Text::MissingColumn, missing(language, row))}
        {cell("deadline", Text::DeadlineColumn, until(language, row))}
        {cell("changed", Text::ChangedColumn, changed(language, row))}
    }
    .into_any()
}

/// A cell that says its column's name itself where there are no columns.
fn cell(class: &'static str, column: Text<'static>, content: AnyView) -> AnyView {
    let name = column.say(language::current());
    view! {
        <td role="cell" class=class>
            <span class="cell-name" aria-hidden="true">{name}</span>
            <div>{content}</div>
        </td>
    }
    .into_any()
}

fn what(sheet: Sheet, language: Language, row: &PortfolioRow) -> AnyView {
    let id = row.request;
    let is_chosen = move || sheet.chosen.get() == Some(id);
    let choose = move |_| {
        let chosen = if is_chosen() { None } else { Some(id) };
        sheet.chosen.set(chosen);
    };
    let place = [row.reference.as_str(), row.category.as_str()];
    let place: Vec<_> = place.into_iter().filter(|text| !text.is_empty()).collect();
    let national = row
        .national
        .then(|| view! { <span class="chip">{Text::National.say(language)}</span> });
    let portal = (!row.portal.is_empty()).then(|| {
        let label = Text::PortalOf(&row.title).say(language);
        view! {
            <a href=row.portal.clone() target="_blank" rel="noopener" aria-label=label>
                {Text::Portal.say(language)}
                <span aria-hidden="true">" ↗"</span>
            </a>
        }
    });
    view! {
        <span class="title">{format::with_soft_hyphens(&row.title)}</span>
        <span class="place">{place.join(" · ")}</span>
        <span class="rule">{rule(language, &row.terms)}</span>
        <span class="tags">
            <span class="chip state">{states::request(row.state, language)}</span>
            {national}
        </span>
        <span class="ways">
            <button
                type="button"
                class="way"
                aria-label=Text::ShowOnMapOf(&row.title).say(language)
                aria-pressed=move || is_chosen().to_string()
                on:click=choose
            >
                {Text::ShowOnMap.say(language)}
            </button>
            {portal}
        </span>
    }
    .into_any()
}

/// "Ligeligt, 10 kommuner, mindst 8".
fn rule(language: Language, terms: &Terms) -> String {
    let rule = format::capitalised(&sharing::rule(&terms.sharing.rule, language));
    let cap = terms.sharing.cap.map(|cap| format::money(language, cap));
    let planned = terms.sharing.planned_for.map(u32::from);
    let least = terms.minimum.map(u32::from);
    let parts = [
        Some(rule),
        cap.map(|cap| Text::Cap(&cap).say(language)),
        planned.map(|count| Text::PlannedFor(count).say(language)),
        least
            .filter(|least| Some(*least) != planned)
            .map(|least| Text::Minimum(least).say(language)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn price(language: Language, price: &Price) -> AnyView {
    let kind = match price {
        Price::Firm { .. } => Shared::FirmPrice,
        Price::Estimate { .. } => Shared::RoughEstimate,
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
        <span class="amount">{format::price(language, price)}</span>
        <span class="note">{kind.say(language)}</span>
        {band.map(|band| view! { <span class="note band">{band}</span> })}
    }
    .into_any()
}

fn financing(language: Language, row: &PortfolioRow) -> AnyView {
    let moved = row.movement.filter(|movement| movement.is_any());
    view! {
        {meter(language, row)}
        {key(language, &row.sums)}
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
    let [committed, under_decision, indicated, interested] =
        parts(shares, price).map(|part| part.to_string());
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
            <i class="part-committed" style:--part=committed></i>
            <i class="part-under-decision" style:--part=under_decision></i>
            <i class="part-indicated" style:--part=indicated></i>
            <i class="part-interested" style:--part=interested></i>
        </div>
    }
    .into_any()
}

/// "5 tilsagn · 2 til beslutning", each with its colour.
fn key(language: Language, sums: &Sums) -> AnyView {
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
        .map(|(class, _, text)| view! { <li class=class>{text.say(language)}</li> }.into_any())
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
            <span class="first">{Shared::Municipalities(count).say(language)}</span>
            <span class="note amount">{amount}</span>
        }
        .into_any(),
        None => view! { <span class="first amount">{amount}</span> }.into_any(),
    }
}

fn until(language: Language, row: &PortfolioRow) -> AnyView {
    let date = |day: barometer_domain::date::Date| format::date(language, &day.to_string());
    let Some(day) = deadline(row) else {
        return view! { <span class="none">{Text::NothingMissing.say(language)}</span> }.into_any();
    };
    let extension = row.terms.extension.as_ref();
    let extended = extension.map(|extension| {
        let words = Text::Extended(&date(extension.from), &extension.reason).say(language);
        view! { <span class="note">{words}</span> }
    });
    view! {
        <span class="first">{date(day)}</span>
        {extended}
    }
    .into_any()
}

fn changed(language: Language, row: &PortfolioRow) -> AnyView {
    let day = format::day(language, row.changed_at);
    view! { <span class="note">{day}</span> }.into_any()
}
