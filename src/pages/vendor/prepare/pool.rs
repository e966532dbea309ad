//! The requests that can be put up and are not on the shortlist yet.

use barometer_domain::danish;
use barometer_domain::financing::request::RequestRow;
use barometer_domain::ids::RequestId;
use barometer_text::staff::prepare::Prepare as Text;
use leptos::prelude::*;

use super::order::{focus_soon, keyed};
use super::say;
use super::shortlist::Hand;
use crate::pages::vendor::requests::{StateChip, about};
use crate::{format, language};

/// The list with its search.
pub fn pool(hand: Hand) -> AnyView {
    let desk = hand.desk;
    let typed = RwSignal::new(String::new());
    let free = Memo::new(move |_| {
        let listed = hand.ids.read();
        let requests = desk.requests.read();
        let is_free = |row: &&RequestRow| {
            row.state.way_to_shortlist().is_some() && !listed.contains(&row.id.0)
        };
        let ids = requests.iter().filter(is_free).map(|row| row.id.0);
        ids.collect::<Vec<_>>()
    });
    let found = Memo::new(move |_| {
        let typed = typed.read();
        let fits = |id: &u32| {
            let row = desk.request(RequestId(*id));
            row.is_some_and(|row| {
                let request = row.request;
                [request.title, request.reference, request.category]
                    .iter()
                    .any(|text| danish::finds(text, &typed))
            })
        };
        free.read().iter().copied().filter(fits).collect::<Vec<_>>()
    });
    let nothing = move || {
        let words = match (desk.requests.read().is_empty(), free.read().is_empty()) {
            (true, _) => return None,
            (false, true) => Text::PoolEmpty,
            (false, false) if found.read().is_empty() => Text::PoolNothing,
            _ => return None,
        };
        Some(view! { <p class="muted">{words.say(language::current())}</p> })
    };
    let search = move || {
        (!free.read().is_empty()).then(|| {
            view! {
                <div class="field">
                    <label for="pool-search">{say(Text::PoolSearch)}</label>
                    <input id="pool-search" type="search" bind:value=typed />
                </div>
            }
        })
    };
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
    view! {
        <div class="pool">
            <h3>{say(Text::Pool)}</h3>
            {search}
            {nothing}
            <ul>{keyed(found, move |id| row(hand, id, add))}</ul>
        </div>
    }
    .into_any()
}

fn row(hand: Hand, id: u32, add: impl Fn(u32) + Copy + Send + Sync + 'static) -> AnyView {
    let row = hand.desk.requests.with_untracked(|requests| {
        let found = requests.iter().find(|row| row.id.0 == id);
        found.cloned()
    });
    let Some(RequestRow { state, request, .. }) = row else {
        return ().into_any();
    };
    let price = move || format::price(language::current(), &request.terms.price);
    let reference = request.reference;
    let title = StoredValue::new(request.title);
    let label = move || title.with_value(|title| Text::AddOf(title).say(language::current()));
    view! {
        <li>
            <div class="candidate-words">
                <p class="candidate-title">
                    {format::with_soft_hyphens(&title.get_value())}
                </p>
                <p class="muted">{move || about(&[&reference, &price()])} " " <StateChip state=state /></p>
            </div>
            <button
                type="button"
                class="button"
                id=format!("add-{id}")
                aria-label=label
                on:click=move |_| add(id)
            >
                {say(Text::Add)}
            </button>
        </li>
    }
    .into_any()
}
