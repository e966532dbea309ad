//! The result as a table: the same figures as the bars.

use barometer_text::shared::Shared;
use leptos::prelude::*;

use crate::language;

/// One candidate's row, written the reader's way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupportEntry {
    /// Its place, e.g. `1` or `delt 2.-plads`.
    pub place: String,
    /// Its title.
    pub title: String,
    /// The figure that ranks it, where that is neither of the other two.
    pub headline: Option<String>,
    /// Municipalities with at least one vote for it.
    pub municipalities: u32,
    /// Votes.
    pub votes: u32,
    /// Whether it goes on.
    pub goes_on: bool,
}

/// A table behind "Vis som tabel".
#[component]
pub fn SupportTable(
    /// The rows that are out, in order of place.
    #[prop(into)]
    rows: Signal<Vec<SupportEntry>>,
    /// The name of the figure that ranks; its column is there when rows carry one.
    #[prop(into)]
    headline: Signal<String>,
) -> impl IntoView {
    let say = |message: Shared<'static>| move || message.say(language::current());
    let ranked = Memo::new(move |_| rows.with(|rows| rows.iter().any(|r| r.headline.is_some())));
    let body = move || rows.get().into_iter().map(row).collect_view();
    view! {
        <details class="support-table">
            <summary>{say(Shared::ShowAsTable)}</summary>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{say(Shared::PlaceColumn)}</th>
                        <th scope="col">{say(Shared::RequestColumn)}</th>
                        {move || ranked.get().then(|| view! { <th scope="col">{headline.get()}</th> })}
                        <th scope="col">{say(Shared::MunicipalityColumn)}</th>
                        <th scope="col">{say(Shared::VoteColumn)}</th>
                    </tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </details>
    }
}

fn row(entry: SupportEntry) -> impl IntoView {
    let goes_on = entry
        .goes_on
        .then(|| view! { <small>{Shared::GoesOn.say(language::current())}</small> });
    view! {
        <tr>
            <td>{entry.place}</td>
            <th scope="row">{entry.title} " " {goes_on}</th>
            {entry.headline.map(|figure| view! { <td>{figure}</td> })}
            <td>{entry.municipalities}</td>
            <td>{entry.votes}</td>
        </tr>
    }
}
