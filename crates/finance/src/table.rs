//! The requests as a table; on a narrow screen each is a card, and the headings a row of ways to sort.

use barometer_domain::financing::portfolio::PortfolioRow;
use barometer_kit::ui::handler::handler;
use barometer_text::Language;
use barometer_text::shared::Shared;
use barometer_text::staff::finance::Finance as Text;
use leptos::prelude::*;

use super::pieces::span;
use super::portfolio_page::{PortfolioPage, ReaderState};
use super::query::{SortColumn, SortOrder};
use super::row::request_row;
use super::tools::reset;

/// The table. Its roles are said once more, since a card is no table's row to a browser.
pub fn table(
    page: PortfolioPage,
    language: Language,
    seen: &ReaderState,
    shown: &[&PortfolioRow],
) -> AnyView {
    let mut headings: Vec<_> = SortColumn::ALL
        .into_iter()
        .map(|column| sortable(page, language, seen.query.order, column))
        .collect();
    headings.insert(2, plain(language));
    let rows: Vec<_> = shown
        .iter()
        .map(|of| request_row(page, language, of, seen.chosen))
        .collect();
    let nothing = shown.is_empty().then(|| {
        view! {
            <p class="finance-nothing">
                {Text::NothingFits.say(language)} " " {reset(page, language)}
            </p>
        }
        .into_any()
    });
    view! {
        <section class="finance-requests" aria-labelledby="finance-requests">
            <h2 id="finance-requests" class="visually-hidden">{Text::Requests.say(language)}</h2>
            <table class="finance-table" role="table" aria-labelledby="finance-requests">
                <thead role="rowgroup">
                    <tr role="row">{headings}</tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
            {nothing}
            <p>{span("note", Text::Rounded.say(language))}</p>
        </section>
    }
    .into_any()
}

/// The heading of the bars, which do not sort.
fn plain(language: Language) -> AnyView {
    view! {
        <th scope="col" role="columnheader" class="column-financing">
            {Text::FinancingColumn.say(language)}
        </th>
    }
    .into_any()
}

/// A column's heading that sorts.
fn sortable(
    page: PortfolioPage,
    language: Language,
    order: SortOrder,
    column: SortColumn,
) -> AnyView {
    let (state, arrow) = match (order.by == column, order.falling) {
        (false, _) => ("none", ""),
        (true, false) => ("ascending", "↑"),
        (true, true) => ("descending", "↓"),
    };
    let press = move |_| page.change(|query| query.order = query.order.pressed(column));
    let name = match column {
        SortColumn::Reference => Shared::RequestColumn.say(language),
        SortColumn::Price => Text::PriceColumn.say(language),
        SortColumn::Missing => Text::MissingColumn.say(language),
        SortColumn::Deadline => Text::DeadlineColumn.say(language),
        SortColumn::Changed => Text::ChangedColumn.say(language),
    };
    view! {
        <th scope="col" role="columnheader" aria-sort=state>
            <button type="button" class="sort" on:click=handler(press)>
                {name}
                <span class="arrow" aria-hidden="true">{arrow}</span>
            </button>
        </th>
    }
    .into_any()
}
