//! The shortlist: which requests are put up, in which order and why. By mouse, by finger and by keys.

use barometer_domain::agenda::Stage;
use barometer_domain::ids::RequestId;
use barometer_domain::preparation::{LONGEST_NOTES, Shortlisted};
use barometer_domain::vendor::LONGEST_REASON;
use barometer_kit::route::Route;
use barometer_kit::ui::handler::handler;
use barometer_kit::ui::parts::{ButtonProps, following, paragraph};
use barometer_kit::{format, language};
use barometer_text::staff::import::ImportText;
use barometer_text::staff::prepare::PrepareText as Text;
use barometer_text::staff::requests::RequestDeskText;
use leptos::ev::{FocusEvent, KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use web_sys::Event;

use super::order::{KeyedRows, MoveButtons, counted, neighbour};
use super::pool::Pool;
use super::shortlist_editor::ShortlistEditor;
use super::{About, PreparationState, Section, VoteLock, text};
use crate::page::Way;
use crate::request_words::{StateChip, joined_by_dots};

#[component]
pub(crate) fn Shortlist(page: PreparationState) -> impl IntoView {
    let hand = ShortlistEditor::new(page);
    let ids = hand.ids;
    let empty = following(move || {
        if !ids.read().is_empty() {
            return None;
        }
        if page.requests.read().is_empty() {
            return Some(view! { <NoRequests /> }.into_any());
        }
        let words = Text::ShortlistEmpty.say(language::current());
        Some(paragraph("prepare-empty", words))
    });
    let help = following(move || {
        let is_shown = !ids.read().is_empty() && !page.locks().vote;
        let words = Text::MoveHelp.say(language::current());
        is_shown.then(|| view! { <p class="muted" id="move-help">{words}</p> }.into_any())
    });
    let has_pool = Memo::new(move |_| !page.locks().vote && !page.requests.read().is_empty());
    let pool = following(move || {
        has_pool
            .get()
            .then(|| view! { <Pool hand=hand /> }.into_any())
    });
    let row = move |id| view! { <CandidateRow hand=hand id=id /> }.into_any();
    view! {
        <Section name="shortlist" heading=Text::Shortlist>
            <About words=Text::ShortlistBody />
            <VoteLock page=page />
            {empty}
            <ol
                class="shortlist"
                on:pointermove=handler(move |event: PointerEvent| hand.drag_on(&event))
                on:pointerup=handler(move |_: PointerEvent| hand.drop_dragged())
                on:pointercancel=handler(move |_: PointerEvent| hand.drag.set(None))
            >
                <KeyedRows each=ids row=row />
            </ol>
            {help}
            <p class="visually-hidden" role="status">{hand.said}</p>
            {pool}
        </Section>
    }
}

/// Not one request yet: the ways to the first.
#[component]
fn NoRequests() -> impl IntoView {
    view! {
        <p class="prepare-empty">{text(Text::NoRequests)}</p>
        <p class="vendor-buttons">
            <Way to=Route::Import class="button">{move || ImportText::Title.say(language::current())}</Way>
            <Way to=Route::NewRequest class="button">{move || RequestDeskText::New.say(language::current())}</Way>
        </p>
    }
}

/// One candidate.
#[component]
fn CandidateRow(hand: ShortlistEditor, id: u32) -> impl IntoView {
    let page = hand.page;
    let request = RequestId(id);
    let at = move || hand.position_of(id).unwrap_or_default();
    let title = Signal::derive(move || hand.title(id));
    let is_locked = Signal::derive(move || page.locks().vote);
    let number = Signal::derive(move || counted(at()).to_string());
    let class = Signal::derive(move || {
        let at = at();
        match hand.drag.get() {
            Some(drag) if drag.from == at => "candidate carried",
            Some(drag) if drag.to == at && drag.to < drag.from => "candidate drop-before",
            Some(drag) if drag.to == at => "candidate drop-after",
            _ => "candidate",
        }
    });
    let grip = Signal::derive(move || {
        let of = u32::try_from(hand.ids.read().len()).unwrap_or(u32::MAX);
        Text::Grip(&title.read(), counted(at()), of).say(language::current())
    });
    let words = following(move || {
        let row = page.request(request)?;
        let price = format::price(language::current(), &row.request.terms.price);
        let about = joined_by_dots(&[&row.request.reference, &price]);
        let is_out = row.state.way_to_shortlist().is_none() && !is_locked.get();
        let state = is_out.then(|| view! { <StateChip state=row.state /> });
        Some(view! { <p class="muted">{about} " " {state}</p> }.into_any())
    });
    let typed = move |read: fn(&Shortlisted) -> &String| {
        Signal::derive(move || {
            let list = page.draft.candidates.read();
            let one = list.iter().find(|one| one.request == request);
            one.map(|one| read(one).clone()).unwrap_or_default()
        })
    };
    let write = move |field: fn(&mut Shortlisted) -> &mut String| {
        move |event: Event| {
            let typed = event_target_value(&event);
            page.draft.candidates.update(|list| {
                if let Some(one) = list.iter_mut().find(|one| one.request == request) {
                    *field(one) = typed;
                }
            });
        }
    };
    let shut =
        move |down| is_locked.get() || neighbour(at(), hand.ids.read().len(), down).is_none();
    let take_off = move || Text::TakeOff(&title.read()).say(language::current());
    let take_off = ButtonProps {
        label: Some(Signal::derive(take_off)),
        shut: is_locked,
        ..ButtonProps::new("step", Signal::stored("×".to_owned()))
    };
    let take_off = take_off.on_press(move || hand.take_off(id));
    let reason_of = move || Text::ReasonOf(&title.read()).say(language::current());
    let notes_for = move || Text::NotesFor(&title.read()).say(language::current());
    let shown_title = Signal::derive(move || format::with_soft_hyphens(&title.read()));
    let take_step = move |down| hand.move_one(id, down, if down { "down" } else { "up" });
    let look = move |_: FocusEvent| page.look_at(Stage::Candidates, untrack(at));
    view! {
        <li class=class data-request=id on:focusin=handler(look)>
            <button
                type="button"
                class="grip"
                id=format!("grip-{id}")
                aria-label=grip
                aria-describedby="move-help"
                disabled=is_locked
                on:keydown=handler(move |event: KeyboardEvent| hand.on_key(id, &event))
                on:pointerdown=handler(move |event: PointerEvent| hand.begin_drag(id, &event))
            >
                <svg viewBox="0 0 14 22" width="14" height="22" aria-hidden="true">
                    <path d="M4 4v.01M10 4v.01M4 11v.01M10 11v.01M4 18v.01M10 18v.01" />
                </svg>
            </button>
            <span class="candidate-number" aria-hidden="true">{number}</span>
            <div class="candidate-words">
                <p class="candidate-title">{shown_title}</p>
                {words}
            </div>
            <div class="row-steps">
                <MoveButtons key=id title=title shut=shut on_step=take_step />
                {take_off}
            </div>
            <input
                class="reason"
                type="text"
                autocomplete="off"
                maxlength=LONGEST_REASON
                placeholder=text(Text::Reason)
                aria-label=Signal::derive(reason_of)
                prop:value=typed(|one| &one.reason)
                on:input=handler(write(|one| &mut one.reason))
            />
            <textarea
                class="reason candidate-notes"
                rows="1"
                maxlength=LONGEST_NOTES
                placeholder=text(Text::Notes)
                aria-label=Signal::derive(notes_for)
                prop:value=typed(|one| &one.notes)
                on:input=handler(write(|one| &mut one.notes))
            ></textarea>
        </li>
    }
}
