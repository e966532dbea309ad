//! The result as a table: the same figures as the bars.

use barometer_kit::language;
use barometer_text::shared::SharedText;
use leptos::prelude::*;

/// One candidate's row, written the reader's way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SupportEntry {
    /// Its place; those who share one have the same.
    pub place: String,
    /// The title of the candidate's request.
    pub title: String,
    /// The figure that ranks it, where that is neither of the other two.
    pub headline: Option<String>,
    /// Municipalities with at least one vote for it.
    pub municipalities: u32,
    /// How many votes it has.
    pub votes: u32,
    /// Whether it goes on.
    pub goes_on: bool,
}

/// A table behind "Vis som tabel", of the rows that are out, in order of place. `headline` names the figure that
/// ranks; its column is there when rows carry one.
pub(crate) fn support_table(rows: Vec<SupportEntry>, headline: String) -> AnyView {
    let say = |message: SharedText| message.say(language::current());
    let ranked = rows.iter().any(|row| row.headline.is_some());
    let headline = ranked.then_some(headline);
    let columns = [say(SharedText::PlaceColumn), say(SharedText::RequestColumn)]
        .into_iter()
        .chain(headline)
        .chain([
            say(SharedText::MunicipalityColumn),
            say(SharedText::VoteColumn),
        ]);
    let columns = columns.map(|name| view! { <th scope="col">{name}</th> }.into_any());
    let rows = rows.into_iter().map(entry_row);
    view! {
        <details class="support-table">
            <summary>{say(SharedText::ShowAsTable)}</summary>
            <table>
                <thead>
                    <tr>{columns.collect::<Vec<_>>()}</tr>
                </thead>
                <tbody>{rows.collect::<Vec<_>>()}</tbody>
            </table>
        </details>
    }
    .into_any()
}

fn entry_row(entry: SupportEntry) -> AnyView {
    let goes_on = if entry.goes_on {
        SharedText::GoesOn.say(language::current())
    } else {
        String::new()
    };
    let figures = entry
        .headline
        .into_iter()
        .chain([entry.municipalities.to_string(), entry.votes.to_string()]);
    let figures = figures.map(|figure| view! { <td>{figure}</td> }.into_any());
    view! {
        <tr>
            <td>{entry.place}</td>
            <th scope="row">{entry.title} " " <small>{goes_on}</small></th>
            {figures.collect::<Vec<_>>()}
        </tr>
    }
    .into_any()
}
