//! The shortlist: which requests are put up, in which order and why. By mouse, by finger and by keys.

use barometer_domain::agenda::Stage;
use barometer_domain::ids::RequestId;
use barometer_domain::preparation::{LONGEST_NOTES, Shortlisted};
use barometer_domain::vendor::LONGEST_REASON;
use barometer_kit::route::Route;
use barometer_kit::ui::handler::handler;
use barometer_kit::ui::parts::{ButtonProps, following, paragraph};
use barometer_kit::{format, language};
use barometer_text::staff::import::Import;
use barometer_text::staff::prepare::Prepare as Text;
use barometer_text::staff::requests::Requests;
use leptos::ev::{FocusEvent, KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::order::{arrows, counted, focus_soon, keyed, moved, neighbour};
use super::pool::pool;
use super::{PreparationState, paragraph_of, section, text};
use crate::page::Way;
use crate::requests::list::{StateChip, about};

/// How near to the upper and lower end of the window a dragged row makes it scroll, and how far, in pixels.
const EDGE: i32 = 110;
const SCROLL: f64 = 24.0;

/// A row on its way: from one place to another.
#[derive(Clone, Copy, PartialEq, Eq)]
struct RowDrag {
    from: usize,
    to: usize,
    /// Where the grip was taken, in pixels: however crooked the way, it is looked for there.
    x: i32,
}

/// The list's state.
#[derive(Clone, Copy)]
pub struct ShortlistEditor {
    /// The page's.
    pub page: PreparationState,
    /// The requests on the list, in order.
    pub ids: Memo<Vec<u32>>,
    /// What happened last, in words.
    said: RwSignal<String>,
    drag: RwSignal<Option<RowDrag>>,
}

impl ShortlistEditor {
    fn title(self, id: u32) -> String {
        let row = self.page.request(RequestId(id));
        row.map_or_else(
            || Text::Gone.say(language::current()),
            |row| row.request.title,
        )
    }

    fn announce(self, words: impl FnOnce(&str) -> String, id: u32) {
        self.said.set(words(&untrack(|| self.title(id))));
    }

    fn position_of(self, id: u32) -> Option<usize> {
        self.ids.read().iter().position(|one| *one == id)
    }

    /// Moves a row; the focus goes with it, to `name`'s button if that still leads anywhere.
    fn move_to(self, from: usize, to: usize, name: &str) {
        let mut has_moved = false;
        self.page
            .draft
            .candidates
            .update(|list| has_moved = moved(list, from, to));
        let of = self.ids.read_untracked().len();
        let Some(id) = self.ids.read_untracked().get(to).copied() else {
            return;
        };
        if has_moved {
            let (at, of) = (counted(to), counted(of - 1));
            self.announce(
                |title| Text::NowAt(title, at, of).say(language::current()),
                id,
            );
            self.page.look_at(Stage::Candidates, to);
        }
        focus_soon(vec![format!("{name}-{id}"), format!("grip-{id}")]);
    }

    fn move_one(self, id: u32, down: bool, name: &str) {
        let of = self.ids.read_untracked().len();
        let at = untrack(|| self.position_of(id));
        if let Some((at, to)) = at.and_then(|at| Some((at, neighbour(at, of, down)?))) {
            self.move_to(at, to, name);
        }
    }

    fn take_off(self, id: u32) {
        let Some(at) = untrack(|| self.position_of(id)) else {
            return;
        };
        self.announce(|title| Text::TakenOff(title).say(language::current()), id);
        self.page.draft.candidates.update(|list| {
            list.remove(at);
        });
        let left = self.ids.read_untracked();
        let next = left.get(at).or_else(|| left.last());
        let next = next.map(|next| format!("grip-{next}"));
        focus_soon(next.into_iter().chain(["pool-search".to_owned()]).collect());
    }

    /// Puts a request at the end of the list.
    pub fn add(self, id: u32) {
        self.page.draft.candidates.update(|list| {
            list.push(Shortlisted {
                request: RequestId(id),
                reason: String::new(),
                notes: String::new(),
            });
        });
        let last = self.ids.read_untracked().len().saturating_sub(1);
        let at = counted(last);
        self.announce(|title| Text::Added(title, at).say(language::current()), id);
        self.page.look_at(Stage::Candidates, last);
    }

    fn on_key(self, id: u32, event: &KeyboardEvent) {
        match event.key().as_str() {
            "ArrowUp" => self.move_one(id, false, "grip"),
            "ArrowDown" => self.move_one(id, true, "grip"),
            "Delete" => self.take_off(id),
            "Escape" if self.drag.get_untracked().is_some() => self.drag.set(None),
            _ => return,
        }
        event.prevent_default();
    }

    fn begin_drag(self, id: u32, event: &PointerEvent) {
        let Some(from) = untrack(|| self.position_of(id)).filter(|_| event.button() == 0) else {
            return;
        };
        if let Some(grip) = event.current_target() {
            // Without it the row is followed as long as the pointer stays above the list.
            let _ = grip
                .unchecked_into::<Element>()
                .set_pointer_capture(event.pointer_id());
        }
        self.drag.set(Some(RowDrag {
            from,
            to: from,
            x: event.client_x(),
        }));
    }

    /// The row takes the place of whichever it is held over.
    fn drag_on(self, event: &PointerEvent) {
        let Some(drag) = self.drag.get_untracked() else {
            return;
        };
        event.prevent_default();
        #[expect(clippy::cast_precision_loss, reason = "a pixel on a screen")]
        let over = document().element_from_point(drag.x as f32, event.client_y() as f32);
        let row = over.and_then(|over| over.closest("[data-request]").ok().flatten());
        let id = row.and_then(|row| row.get_attribute("data-request")?.parse().ok());
        if let Some(to) = id.and_then(|id| untrack(|| self.position_of(id))) {
            self.drag.set(Some(RowDrag { to, ..drag }));
        }
        let height = window().inner_height().ok();
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a window's height in pixels"
        )]
        let height = height.and_then(|height| height.as_f64()).unwrap_or(0.0) as i32;
        if event.client_y() < EDGE {
            window().scroll_by_with_x_and_y(0.0, -SCROLL);
        } else if event.client_y() > height - EDGE {
            window().scroll_by_with_x_and_y(0.0, SCROLL);
        }
    }

    fn drop_dragged(self) {
        if let Some(RowDrag { from, to, .. }) = self.drag.get_untracked() {
            self.drag.set(None);
            self.move_to(from, to, "grip");
        }
    }
}

/// The section.
pub fn shortlist(page: PreparationState) -> AnyView {
    let ids = Memo::new(move |_| {
        let list = page.draft.candidates.read();
        list.iter().map(|one| one.request.0).collect::<Vec<_>>()
    });
    let hand = ShortlistEditor {
        page,
        ids,
        said: RwSignal::new(String::new()),
        drag: RwSignal::new(None),
    };
    let lock = following(move || page.locks().vote.then(|| page.locked_since()));
    let empty = following(move || {
        if !ids.read().is_empty() {
            return None;
        }
        if page.requests.read().is_empty() {
            return Some(nothing_at_all());
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
    let pool = following(move || has_pool.get().then(|| pool(hand)));
    let body = view! {
        {paragraph_of(Text::ShortlistBody)}
        {lock}
        {empty}
        <ol
            class="shortlist"
            on:pointermove=handler(move |event: PointerEvent| hand.drag_on(&event))
            on:pointerup=handler(move |_: PointerEvent| hand.drop_dragged())
            on:pointercancel=handler(move |_: PointerEvent| hand.drag.set(None))
        >
            {keyed(ids, move |id| candidate_row(hand, id))}
        </ol>
        {help}
        <p class="visually-hidden" role="status">{hand.said}</p>
        {pool}
    };
    section("shortlist", Text::Shortlist, body.into_any(), || {})
}

fn nothing_at_all() -> AnyView {
    let language = language::current();
    view! {
        <p class="prepare-empty">{Text::NoRequests.say(language)}</p>
        <p class="vendor-buttons">
            <Way to=Route::Import class="button">{Import::Title.say(language)}</Way>
            <Way to=Route::NewRequest class="button">{Requests::New.say(language)}</Way>
        </p>
    }
    .into_any()
}

/// One candidate.
fn candidate_row(hand: ShortlistEditor, id: u32) -> AnyView {
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
        let about = about(&[&row.request.reference, &price]);
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
    let steps = arrows(id, title, shut, move |down| {
        hand.move_one(id, down, if down { "down" } else { "up" });
    });
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
                {steps}
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
    .into_any()
}
