//! What can be done to the shortlist: put on, moved by mouse, finger or keys, and taken off.

use barometer_domain::agenda::Stage;
use barometer_domain::ids::RequestId;
use barometer_domain::preparation::Shortlisted;
use barometer_kit::language;
use barometer_text::staff::prepare::PrepareText as Text;
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::order::{counted, focus_soon, moved, neighbour};
use super::state::PreparationState;

/// How near to the upper and lower end of the window a dragged row makes it scroll, and how far, in pixels.
const EDGE: i32 = 110;
const SCROLL: f64 = 24.0;

/// A row on its way: from one place to another.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct RowDrag {
    /// Where it was taken up.
    pub from: usize,
    /// Where it would be put down.
    pub to: usize,
    /// Where the grip was taken, in pixels: however crooked the way, it is looked for there.
    x: i32,
}

/// What the shortlist's editor knows: the list, and what is dragged.
#[derive(Clone, Copy)]
pub struct ShortlistEditor {
    /// The state of the page that it stands on.
    pub page: PreparationState,
    /// The requests on the list, in order.
    pub ids: Memo<Vec<u32>>,
    /// What happened last, in words.
    pub said: RwSignal<String>,
    /// The row that is being dragged.
    pub drag: RwSignal<Option<RowDrag>>,
}

impl ShortlistEditor {
    /// The editor of a page's shortlist, with nothing dragged.
    pub fn new(page: PreparationState) -> Self {
        let ids = Memo::new(move |_| {
            let list = page.draft.candidates.read();
            list.iter().map(|one| one.request.0).collect::<Vec<_>>()
        });
        Self {
            page,
            ids,
            said: RwSignal::new(String::new()),
            drag: RwSignal::new(None),
        }
    }

    /// The title of a request on the list; of one that is gone, that it is.
    pub fn title(self, id: u32) -> String {
        let row = self.page.request(RequestId(id));
        row.map_or_else(
            || Text::Gone.say(language::current()),
            |row| row.request.title,
        )
    }

    fn announce(self, words: impl FnOnce(&str) -> String, id: u32) {
        self.said.set(words(&untrack(|| self.title(id))));
    }

    /// Where a request stands on the list.
    pub fn position_of(self, id: u32) -> Option<usize> {
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

    /// Moves a row one place; the focus stays with its button `name`.
    pub fn move_one(self, id: u32, down: bool, name: &str) {
        let of = self.ids.read_untracked().len();
        let at = untrack(|| self.position_of(id));
        if let Some((at, to)) = at.and_then(|at| Some((at, neighbour(at, of, down)?))) {
            self.move_to(at, to, name);
        }
    }

    /// Takes a request off the list; the focus goes to the next one.
    pub fn take_off(self, id: u32) {
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

    /// What the keys do on a row's grip.
    pub fn on_key(self, id: u32, event: &KeyboardEvent) {
        match event.key().as_str() {
            "ArrowUp" => self.move_one(id, false, "grip"),
            "ArrowDown" => self.move_one(id, true, "grip"),
            "Delete" => self.take_off(id),
            "Escape" if self.drag.get_untracked().is_some() => self.drag.set(None),
            _ => return,
        }
        event.prevent_default();
    }

    /// A row's grip is taken.
    pub fn begin_drag(self, id: u32, event: &PointerEvent) {
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
    pub fn drag_on(self, event: &PointerEvent) {
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

    /// The row is let go of.
    pub fn drop_dragged(self) {
        if let Some(RowDrag { from, to, .. }) = self.drag.get_untracked() {
            self.drag.set(None);
            self.move_to(from, to, "grip");
        }
    }
}
