//! A searchable list of the 98 municipalities: ARIA's combobox with a listbox, by keyboard and by thumb.

use barometer_domain::ids::MunicipalityCode;
use barometer_domain::municipality::{self, Municipality, matching};
use barometer_text::phone::PhoneText;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

use crate::language;
use crate::ui::handler::handler;
use crate::ui::input::input;

/// The field's id, by which a label names it.
pub const ID: &str = "municipality";
const LIST: &str = "municipality-list";

/// What the field and its list show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MunicipalityPicker {
    typed: String,
    chosen: Option<MunicipalityCode>,
    open: bool,
    /// A field that still shows the chosen name shows the whole list.
    filtering: bool,
    /// Which row the arrows stand on.
    active: Option<usize>,
}

/// What a person does with them.
#[derive(Clone, Debug)]
pub enum PickerStep {
    /// The field's text changed.
    Typed(String),
    /// The arrow down.
    Down,
    /// The arrow up.
    Up,
    /// Enter: takes the row the arrows stand on, or the one that was meant.
    Take,
    /// A row was tapped.
    Chose(&'static Municipality),
    /// The field was tapped.
    Opened,
    /// The button beside it was.
    Toggled,
    /// Escape.
    Closed,
    /// The focus went elsewhere.
    Left,
}

impl MunicipalityPicker {
    /// A field that shows what is remembered.
    pub fn new(remembered: Option<MunicipalityCode>) -> Self {
        let remembered = remembered.and_then(municipality::by_code);
        Self {
            typed: remembered.map_or_else(String::new, |found| found.name.to_owned()),
            chosen: remembered.map(|found| found.code),
            ..Self::default()
        }
    }

    /// A closed field with this in it, whether or not it names one.
    pub fn with_text(typed: &str) -> Self {
        Self {
            typed: typed.to_owned(),
            chosen: meant(typed).map(|municipality| municipality.code),
            ..Self::default()
        }
    }

    /// What stands in the field.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Whether Enter would take what stands in the field, and that is a whole name: then there is nothing to choose.
    pub fn is_whole_name(&self) -> bool {
        self.active.is_none() && municipality::meant(&self.typed).is_some()
    }

    /// What is chosen now.
    pub fn chosen(&self) -> Option<MunicipalityCode> {
        self.chosen
    }

    /// What `step` makes of it.
    pub fn apply(&mut self, step: PickerStep) {
        match step {
            PickerStep::Typed(typed) => self.type_in(typed),
            PickerStep::Down => self.move_active(1),
            PickerStep::Up => self.move_active(-1),
            PickerStep::Take => match self.active.and_then(|at| self.matches().get(at).copied()) {
                Some(active) => self.choose(active),
                None => self.leave(),
            },
            PickerStep::Chose(municipality) => self.choose(municipality),
            PickerStep::Opened => self.open = true,
            PickerStep::Toggled if self.open => self.close(),
            PickerStep::Toggled => self.open = true,
            PickerStep::Closed => self.close(),
            PickerStep::Left => self.leave(),
        }
    }

    /// The rows of the list.
    fn matches(&self) -> Vec<&'static Municipality> {
        matching(if self.filtering { &self.typed } else { "" })
    }

    fn type_in(&mut self, typed: String) {
        *self = Self {
            chosen: meant(&typed).map(|municipality| municipality.code),
            filtering: !typed.trim().is_empty(),
            typed,
            open: true,
            active: None,
        };
    }

    fn choose(&mut self, municipality: &Municipality) {
        *self = Self::new(Some(municipality.code));
    }

    fn close(&mut self) {
        self.open = false;
        self.filtering = false;
        self.active = None;
    }

    /// Leaving the field takes the name that was meant.
    fn leave(&mut self) {
        match meant(&self.typed) {
            Some(municipality) => self.choose(municipality),
            None => self.close(),
        }
    }

    fn move_active(&mut self, by: isize) {
        let found = self.matches();
        let count = found.len();
        if count == 0 {
            return;
        }
        let place_of_chosen = found.iter().position(|m| Some(m.code) == self.chosen);
        self.active = Some(match self.active {
            None if !self.open && place_of_chosen.is_some() => place_of_chosen.unwrap_or(0),
            None if by < 0 => count - 1,
            None => 0,
            Some(at) => (at + count).saturating_add_signed(by) % count,
        });
        self.open = true;
    }

    /// What a key means here, if anything.
    fn on_key(&self, key: &str) -> Option<PickerStep> {
        match key {
            "ArrowDown" => Some(PickerStep::Down),
            "ArrowUp" => Some(PickerStep::Up),
            "Enter" if self.open => Some(PickerStep::Take),
            "Escape" if self.open => Some(PickerStep::Closed),
            _ => None,
        }
    }
}

/// The one that was meant, if what was typed names it or leaves only it.
fn meant(typed: &str) -> Option<&'static Municipality> {
    municipality::meant(typed).or_else(|| match matching(typed).as_slice() {
        [only] => Some(*only),
        _ => None,
    })
}

fn option_id(municipality: &Municipality) -> String {
    format!("municipality-{}", municipality.code)
}

/// The field with its list, and what is wrong with the choice below it; empty when nothing is.
pub fn municipality_box(
    state: &MunicipalityPicker,
    error: String,
    on_move: Callback<PickerStep>,
) -> AnyView {
    let say = |message: PhoneText| message.say(language::current());
    let found = state.matches();
    let active = state.active.filter(|_| state.open);
    let active_id = active.and_then(|at| found.get(at).copied()).map(option_id);
    let announced = match (state.open, u32::try_from(found.len()).unwrap_or(0)) {
        (false, _) => String::new(),
        (true, 0) => say(PhoneText::NoSuchMunicipality),
        (true, count) => say(PhoneText::MunicipalitiesFound(count)),
    };
    let keys = state.clone();
    let on_key = move |event: web_sys::KeyboardEvent| {
        if let Some(step) = keys.on_key(&event.key()) {
            event.prevent_default();
            on_move.run(step);
            Timeout::new(0, keep_active_in_sight).forget();
        }
    };
    let on_toggle = move |event: web_sys::PointerEvent| {
        event.prevent_default();
        on_move.run(PickerStep::Toggled);
        if let Some(field) = html_element(ID) {
            // A courtesy: the list is open with or without it.
            let _ = field.focus();
        }
    };
    let open = if state.open {
        "combobox open"
    } else {
        "combobox"
    };
    let attributes = view! {
        <{..}
            id=ID
            class="field"
            role="combobox"
            aria-expanded=state.open.to_string()
            aria-controls=LIST
            aria-autocomplete="list"
            aria-activedescendant=active_id
            aria-describedby="municipality-error"
            aria-invalid=(!error.is_empty()).to_string()
            autocomplete="off"
            autocapitalize="words"
            spellcheck="false"
            enterkeyhint="done"
            placeholder=say(PhoneText::SearchMunicipality)
            on:input=handler(move |event| on_move.run(PickerStep::Typed(event_target_value(&event))))
            on:keydown=handler(on_key)
            on:focus=handler(|event: web_sys::FocusEvent| {
                event_target::<HtmlInputElement>(&event).select();
            })
            on:click=handler(move |_| on_move.run(PickerStep::Opened))
            // The browser takes the focus from a field that is being removed, too: then there is nobody to tell.
            on:blur=handler(move |_| {
                on_move.try_run(PickerStep::Left);
            })
        />
    };
    view! {
        <div class=open>
            {input(attributes, state.typed.clone())}
            <button
                type="button"
                class="combobox-toggle"
                tabindex="-1"
                aria-label=say(PhoneText::ShowAllMunicipalities)
                on:pointerdown=handler(on_toggle)
            >
                <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
                    <path d="M5 8l5 5 5-5" fill="none" stroke="currentColor" stroke-width="2" />
                </svg>
            </button>
            {list(state, &found, active, on_move)}
        </div>
        <p id="municipality-error" class="field-error" role="alert">
            {error}
        </p>
        <p class="visually-hidden" role="status">
            {announced}
        </p>
    }
    .into_any()
}

fn list(
    state: &MunicipalityPicker,
    found: &[&'static Municipality],
    active: Option<usize>,
    on_move: Callback<PickerStep>,
) -> AnyView {
    if state.open && found.is_empty() {
        let nothing = PhoneText::NoSuchMunicipality.say(language::current());
        return view! {
            <ul id=LIST class="options none" role="listbox">
                <li role="option" aria-disabled="true" aria-selected="false">
                    {nothing}
                </li>
            </ul>
        }
        .into_any();
    }
    let shown: &[_] = if state.open { found } else { &[] };
    let rows = shown.iter().enumerate().map(|(at, &municipality)| {
        let chosen = state.chosen == Some(municipality.code);
        option_row(municipality, chosen, active == Some(at), on_move)
    });
    view! {
        <ul
            id=LIST
            class="options"
            role="listbox"
            aria-label=PhoneText::WhichMunicipality.say(language::current())
            hidden=!state.open
        >
            {rows.collect::<Vec<_>>()}
        </ul>
    }
    .into_any()
}

fn option_row(
    municipality: &'static Municipality,
    chosen: bool,
    active: bool,
    on_move: Callback<PickerStep>,
) -> AnyView {
    view! {
        <li
            id=option_id(municipality)
            role="option"
            aria-selected=chosen.to_string()
            class=if active { "active" } else { "" }
            // The field keeps the focus, so that the list does not close under the finger.
            on:pointerdown=handler(|event: web_sys::PointerEvent| event.prevent_default())
            on:click=handler(move |_| on_move.run(PickerStep::Chose(municipality)))
        >
            {municipality.name}
        </li>
    }
    .into_any()
}

fn html_element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Scrolls the list alone; scrolling the row into view would move the page too.
fn keep_active_in_sight() {
    let row = document()
        .query_selector(".options > .active")
        .ok()
        .flatten();
    let row = row.and_then(|row| row.dyn_into::<HtmlElement>().ok());
    let (Some(list), Some(row)) = (html_element(LIST), row) else {
        return;
    };
    let (top, bottom) = (row.offset_top(), row.offset_top() + row.offset_height());
    if top < list.scroll_top() {
        list.set_scroll_top(top);
    } else if bottom > list.scroll_top() + list.client_height() {
        list.set_scroll_top(bottom - list.client_height());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(typed: &str) -> Vec<&'static str> {
        matching(typed).iter().map(|m| m.name).collect()
    }

    fn after(steps: impl IntoIterator<Item = PickerStep>) -> MunicipalityPicker {
        let mut state = MunicipalityPicker::default();
        steps.into_iter().for_each(|step| state.apply(step));
        state
    }

    fn typed(text: &str) -> PickerStep {
        PickerStep::Typed(text.to_owned())
    }

    #[test]
    fn aa_and_å_find_the_same() {
        assert_eq!(names("Aa"), ["Aabenraa", "Aalborg", "Aarhus"]);
        assert_eq!(names("å"), names("aa"));
    }

    #[test]
    fn the_only_one_left_is_meant() {
        assert_eq!(meant("aabe").map(|m| m.name), Some("Aabenraa"));
        assert_eq!(meant("fredericia").map(|m| m.name), Some("Fredericia"));
        assert_eq!(meant("frederiks").map(|m| m.name), None);
        assert_eq!(meant("  VIBORG ").map(|m| m.name), Some("Viborg"));
        assert_eq!(meant("").map(|m| m.name), None);
        assert_eq!(meant("Aabenraa Kommune").map(|m| m.name), Some("Aabenraa"));
        assert_eq!(meant("Arhu").map(|m| m.name), Some("Aarhus"));
    }

    #[test]
    fn arrows_and_enter_choose() {
        let state = after([
            typed("aa"),
            PickerStep::Down,
            PickerStep::Down,
            PickerStep::Take,
        ]);
        assert_eq!((state.typed.as_str(), state.open), ("Aalborg", false));
        let state = after([typed("aa"), PickerStep::Up, PickerStep::Take]);
        assert_eq!(state.typed, "Aarhus");
        let state = after([typed("aa"), PickerStep::Up, PickerStep::Down]);
        assert_eq!(state.active, Some(0), "round the end");
    }

    #[test]
    fn leaving_takes_what_was_meant_and_keeps_what_was_not() {
        let state = after([typed("viborg"), PickerStep::Left]);
        assert_eq!(state.typed, "Viborg");
        assert!(state.chosen().is_some());
        let state = after([typed("frederiks"), PickerStep::Left]);
        assert_eq!((state.typed.as_str(), state.chosen()), ("frederiks", None));
    }

    #[test]
    fn a_remembered_name_opens_the_whole_list_at_itself() {
        let aarhus = municipality::by_name("Aarhus").unwrap();
        let mut state = MunicipalityPicker::new(Some(aarhus.code));
        state.apply(PickerStep::Opened);
        assert_eq!(state.matches().len(), 98);
        state.apply(PickerStep::Closed);
        state.apply(PickerStep::Down);
        assert_eq!(state.active, Some(97));
    }
}
