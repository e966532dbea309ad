//! The requests as a table; on a narrow screen each is a card, and the headings a row of ways to sort.

use barometer_kit::language;
use barometer_kit::ui::list::{List, ListColumn, ListCount};
use barometer_text::shared::SharedText;
use barometer_text::staff::finance::FinancingText as Text;
use leptos::prelude::*;

use super::page_state::{PortfolioPage, ShownPortfolio};
use super::pieces::ResetButton;
use super::query::SortColumn;
use super::row::RequestLine;
use super::say;

#[component]
pub(crate) fn RequestTable(
    /// What is in it.
    shown: Memo<Option<ShownPortfolio>>,
) -> impl IntoView {
    let page = expect_context::<PortfolioPage>();
    let mut columns = SortColumn::ALL.map(|column| sorting(page, column)).to_vec();
    columns.insert(2, ListColumn::new(say(Text::FinancingColumn)));
    let count = move || {
        let shown = shown.read();
        let shown = shown.as_ref();
        shown.map_or_else(ListCount::default, |shown| {
            ListCount::new(shown.rows.len(), shown.portfolio.rows.len())
        })
    };
    let rows = move || {
        let shown = shown.read();
        let rows = shown.iter().flat_map(|shown| &shown.rows);
        rows.map(|row| view! { <RequestLine row=row.clone() /> })
            .collect_view()
    };
    view! {
        <section class="finance-requests" aria-labelledby="finance-requests">
            <h2 id="finance-requests" class="visually-hidden">
                {say(Text::Requests)}
            </h2>
            <List
                label=Signal::derive(say(Text::Requests))
                class="finance-table"
                columns=columns
                count=Signal::derive(count)
                empty=Signal::derive(say(Text::Empty))
                none_left=Signal::derive(say(Text::NothingFits))
                way_back=ResetButton
            >
                {rows}
            </List>
            <p>
                <span class="note">{say(Text::Rounded)}</span>
            </p>
        </section>
    }
}

/// A column that sorts.
fn sorting(page: PortfolioPage, column: SortColumn) -> ListColumn {
    let name = move || {
        let language = language::current();
        match column {
            SortColumn::Reference => SharedText::RequestColumn.say(language),
            SortColumn::Price => Text::PriceColumn.say(language),
            SortColumn::Missing => Text::MissingColumn.say(language),
            SortColumn::Deadline => Text::DeadlineColumn.say(language),
            SortColumn::Changed => Text::ChangedColumn.say(language),
        }
    };
    let is_falling = move || {
        let order = page.seen.with(|seen| seen.query.order);
        (order.by == column).then_some(order.falling)
    };
    let press = move || page.change(|query| query.order = query.order.pressed(column));
    ListColumn::new(name).sorting(is_falling, press)
}
