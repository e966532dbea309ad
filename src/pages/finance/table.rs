//! The requests as a table; on a narrow screen each is a card, and the headings a row of ways to sort.

use barometer_domain::ids::RequestId;
use barometer_text::shared::Shared;
use barometer_text::staff::finance::Finance as Text;
use leptos::prelude::*;

use super::look::Column;
use super::row::Row;
use super::say;
use super::sheet::Sheet;
use crate::language;

/// The table. Its roles are said once more, since a card is no table's row to a browser.
#[component]
pub fn Table(
    /// What is shown.
    sheet: Sheet,
) -> impl IntoView {
    let shown = sheet.of_shown(|rows| rows.iter().map(|row| row.request).collect::<Vec<_>>());
    let shown = move || shown.get().unwrap_or_default();
    let nothing = move || {
        let reset = move |_| sheet.look.update(super::look::Look::reset);
        shown().is_empty().then(|| {
            view! {
                <p class="finance-nothing">
                    {say(Text::NothingFits)}
                    <button type="button" class="link-button" on:click=reset>
                        {say(Text::Reset)}
                    </button>
                </p>
            }
        })
    };
    view! {
        <section class="finance-requests" aria-labelledby="finance-requests">
            <h2 id="finance-requests" class="visually-hidden">{say(Text::Requests)}</h2>
            <table class="finance-table" role="table" aria-labelledby="finance-requests">
                <thead role="rowgroup">
                    <tr role="row">
                        <Sortable sheet=sheet column=Column::Reference />
                        <Sortable sheet=sheet column=Column::Price />
                        <th scope="col" role="columnheader" class="column-financing">
                            {say(Text::FinancingColumn)}
                        </th>
                        <Sortable sheet=sheet column=Column::Missing />
                        <Sortable sheet=sheet column=Column::Deadline />
                        <Sortable sheet=sheet column=Column::Changed />
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    <For
                        each=shown
                        key=|id: &RequestId| *id
                        children=move |id| view! { <Row sheet=sheet id=id /> }
                    />
                </tbody>
            </table>
            {nothing}
        </section>
    }
}

/// A column's heading that sorts.
#[component]
fn Sortable(sheet: Sheet, column: Column) -> impl IntoView {
    let state = move || {
        let order = sheet.look.read().order;
        match (order.by == column, order.falling) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        }
    };
    let arrow = move || match state() {
        "ascending" => "↑",
        "descending" => "↓",
        _ => "",
    };
    let press = move |_| {
        sheet
            .look
            .update(|look| look.order = look.order.pressed(column));
    };
    let name = move || {
        let language = language::current();
        match column {
            Column::Reference => Shared::RequestColumn.say(language),
            Column::Price => Text::PriceColumn.say(language),
            Column::Missing => Text::MissingColumn.say(language),
            Column::Deadline => Text::DeadlineColumn.say(language),
            Column::Changed => Text::ChangedColumn.say(language),
        }
    };
    view! {
        <th scope="col" role="columnheader" aria-sort=state>
            <button type="button" class="sort" on:click=press>
                {name}
                <span class="arrow" aria-hidden="true">{arrow}</span>
            </button>
        </th>
    }
}
