//! The requests that can be put up and are not on the shortlist yet.

use barometer_domain::financing::request::RequestRow;
use barometer_domain::ids::RequestId;
use barometer_kit::ui::list::SearchField;
use barometer_kit::ui::parts::{ButtonProps, following, paragraph};
use barometer_kit::{format, language};
use barometer_text::staff::prepare::PrepareText as Text;
use leptos::prelude::*;

use super::order::{KeyedRows, focus_soon};
use super::shortlist_editor::ShortlistEditor;
use super::text;
use crate::request_words::{StateChip, is_found, joined_by_dots};

/// The list with its search.
#[component]
pub(crate) fn Pool(
    /// The list that they are put on.
    hand: ShortlistEditor,
) -> impl IntoView {
    let page = hand.page;
    let typed = RwSignal::new(String::new());
    let free = Memo::new(move |_| {
        let listed = hand.ids.read();
        let requests = page.requests.read();
        let is_free = |row: &&RequestRow| {
            row.state.way_to_shortlist().is_some() && !listed.contains(&row.id.0)
        };
        let ids = requests.iter().filter(is_free).map(|row| row.id.0);
        ids.collect::<Vec<_>>()
    });
    let found = Memo::new(move |_| {
        let typed = typed.read();
        let fits = |id: &u32| {
            let row = page.request(RequestId(*id));
            row.is_some_and(|row| is_found(&row.request, &typed))
        };
        free.read().iter().copied().filter(fits).collect::<Vec<_>>()
    });
    let nothing = following(move || {
        let words = match (free.read().is_empty(), found.read().is_empty()) {
            (true, _) => Text::PoolEmpty,
            (false, true) => Text::PoolNothing,
            (false, false) => return None,
        };
        Some(paragraph("muted", words.say(language::current())))
    });
    let has_free = Memo::new(move |_| !free.read().is_empty());
    let search = following(move || {
        has_free.get().then(|| {
            view! {
                <SearchField id="pool-search" label=text(Text::PoolSearch) value=typed on_typed=move |words| typed.set(words) />
            }
            .into_any()
        })
    });
    // The focus goes to the next one, so that several are put on by pressing return again and again.
    let add = move |id: u32| {
        let next = {
            let found = found.read_untracked();
            let at = found.iter().position(|one| *one == id);
            let before = |at: usize| found.get(at.checked_sub(1)?);
            let beside = at.and_then(|at| found.get(at + 1).or_else(|| before(at)));
            beside.map(|beside| format!("add-{beside}"))
        };
        hand.add(id);
        let search = ["pool-search".to_owned(), format!("grip-{id}")];
        focus_soon(next.into_iter().chain(search).collect());
    };
    let row = move |id: u32| {
        let row = page.requests.with_untracked(|requests| {
            let mut requests = requests.iter();
            requests.find(|row| row.id.0 == id).cloned()
        });
        let row = row.map(|row| view! { <PoolRow row=row on_add=add /> });
        row.into_any()
    };
    view! {
        <div class="pool">
            <h3>{text(Text::Pool)}</h3>
            {search}
            {nothing}
            <ul>
                <KeyedRows each=found row=row />
            </ul>
        </div>
    }
}

/// One that can be put on.
#[component]
fn PoolRow(
    /// As it was when it came into the list.
    row: RequestRow,
    /// Called with its number when it is put on.
    #[prop(into)]
    on_add: Callback<u32>,
) -> impl IntoView {
    let RequestRow {
        id, state, request, ..
    } = row;
    let id = id.0;
    let (reference, title) = (request.reference, StoredValue::new(request.title));
    let price = request.terms.price;
    let about = Signal::derive(move || {
        let price = format::price(language::current(), &price);
        joined_by_dots(&[&reference, &price])
    });
    let label = move || title.with_value(|title| Text::AddOf(title).say(language::current()));
    let button = ButtonProps {
        id: Some(format!("add-{id}")),
        label: Some(Signal::derive(label)),
        ..ButtonProps::new("button", text(Text::Add))
    };
    view! {
        <li>
            <div class="candidate-words">
                {paragraph("candidate-title", format::with_soft_hyphens(&title.get_value()))}
                <p class="muted">{about} " " <StateChip state=state /></p>
            </div>
            {button.on_press(move || on_add.run(id))}
        </li>
    }
}
