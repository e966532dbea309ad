//! The requests under way that the webinar reports on.

use barometer_domain::agenda::Stage;
use barometer_domain::ids::RequestId;
use barometer_kit::ui::handler::handler;
use barometer_kit::ui::parts::{following, paragraph};
use barometer_kit::{format, language};
use barometer_text::staff::prepare::PrepareText as Text;
use leptos::prelude::*;
use web_sys::Event;

use super::order::{KeyedRows, MoveButtons, focus_soon, moved, neighbour};
use super::{About, PreparationState, Section};
use crate::request_words::StateChip;

#[component]
pub(crate) fn Ongoing(page: PreparationState) -> impl IntoView {
    let chosen = page.draft.ongoing;
    // Those that are told of in their order, then the others.
    let ids = Memo::new(move |_| {
        let chosen = chosen.read();
        let requests = page.requests.read();
        let others = requests
            .iter()
            .filter(|row| row.state.is_under_way() && !chosen.contains(&row.id))
            .map(|row| row.id.0);
        let chosen = chosen.iter().map(|id| id.0);
        chosen.chain(others).collect::<Vec<_>>()
    });
    let empty = following(move || {
        let words = Text::OngoingEmpty.say(language::current());
        ids.read()
            .is_empty()
            .then(|| paragraph("prepare-empty", words))
    });
    let row = move |id| view! { <OngoingRow page=page id=id /> }.into_any();
    view! {
        <Section name="ongoing" heading=Text::Ongoing on_edit=move || { page.look_at(Stage::Ongoing, 0); }>
            <About words=Text::OngoingBody />
            {empty}
            <ol class="ongoing"><KeyedRows each=ids row=row /></ol>
        </Section>
    }
}

/// One request under way.
#[component]
fn OngoingRow(page: PreparationState, id: u32) -> impl IntoView {
    let request = RequestId(id);
    let chosen = page.draft.ongoing;
    let at = move || chosen.read().iter().position(|one| *one == request);
    let title = Signal::derive(move || {
        let row = page.request(request);
        row.map_or_else(
            || Text::Gone.say(language::current()),
            |row| format!("{} {}", row.request.reference, row.request.title),
        )
    });
    let state = following(move || {
        let state = page.request(request)?.state;
        Some(view! { <StateChip state=state /> }.into_any())
    });
    let words = Signal::derive(move || format::with_soft_hyphens(&title.read()));
    let tick = move |event: Event| {
        let is_ticked = event_target_checked(&event);
        chosen.update(|chosen| {
            chosen.retain(|one| *one != request);
            if is_ticked {
                chosen.push(request);
            }
        });
        focus_soon(vec![format!("told-{id}")]);
    };
    let shut = move |down| {
        at().and_then(|at| neighbour(at, chosen.read().len(), down))
            .is_none()
    };
    let take_step = move |down: bool| {
        let of = chosen.read_untracked().len();
        let way = untrack(at);
        if let Some((from, to)) = way.and_then(|at| Some((at, neighbour(at, of, down)?))) {
            chosen.update(|chosen| {
                moved(chosen, from, to);
            });
        }
        let names = if down { ["down", "up"] } else { ["up", "down"] };
        focus_soon(names.map(|name| format!("{name}-{id}")).to_vec());
    };
    view! {
        <li>
            <label class="tick">
                <input
                    type="checkbox"
                    id=format!("told-{id}")
                    prop:checked=move || at().is_some()
                    on:change=handler(tick)
                />
                <span>{words} " " {state}</span>
            </label>
            <div class="row-steps"><MoveButtons key=id title=title shut=shut on_step=take_step /></div>
        </li>
    }
}
