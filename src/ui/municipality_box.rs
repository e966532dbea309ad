//! A searchable list of the 98 municipalities: ARIA's combobox with a listbox, by keyboard and by thumb.

use barometer_domain::danish;
use barometer_domain::ids::MunicipalityCode;
use barometer_domain::municipality::{self, Municipality};
use barometer_text::phone::Phone;
use leptos::ev::KeyboardEvent;
use leptos::html::{Input, Ul};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::language;

const LIST: &str = "municipality-list";

/// Those whose name has a word that begins with what was typed, in Danish order.
fn matching(typed: &str) -> Vec<&'static Municipality> {
    let all = municipality::all().iter();
    all.filter(|municipality| danish::finds(municipality.name, typed))
        .collect()
}

/// The one that was meant, if what was typed names it or leaves only it.
fn meant(typed: &str) -> Option<&'static Municipality> {
    let found = matching(typed);
    let typed = typed.trim().to_lowercase();
    let exact = found.iter().find(|m| m.name.to_lowercase() == typed);
    match (exact, found.as_slice()) {
        (Some(exact), _) => Some(exact),
        (None, [only]) if !typed.is_empty() => Some(only),
        _ => None,
    }
}

fn option_id(municipality: &Municipality) -> String {
    format!("municipality-{}", municipality.code)
}

/// What the field and its list show.
#[derive(Clone, Copy)]
struct Combobox {
    typed: RwSignal<String>,
    open: RwSignal<bool>,
    /// Which row the arrows stand on.
    active: RwSignal<Option<usize>>,
    /// A field that still shows the chosen name shows the whole list.
    filtering: RwSignal<bool>,
    found: Memo<Vec<&'static Municipality>>,
    chosen: RwSignal<Option<MunicipalityCode>>,
}

impl Combobox {
    fn new(chosen: RwSignal<Option<MunicipalityCode>>) -> Self {
        let name = chosen.get_untracked().and_then(municipality::by_code);
        let typed = RwSignal::new(name.map_or_else(String::new, |m| m.name.to_owned()));
        let filtering = RwSignal::new(false);
        Self {
            typed,
            open: RwSignal::new(false),
            active: RwSignal::new(None),
            filtering,
            found: Memo::new(move |_| {
                if filtering.get() {
                    matching(&typed.read())
                } else {
                    matching("")
                }
            }),
            chosen,
        }
    }

    fn type_in(self, text: String) {
        self.chosen
            .set(meant(&text).map(|municipality| municipality.code));
        self.filtering.set(!text.trim().is_empty());
        self.typed.set(text);
        self.active.set(None);
        self.open.set(true);
    }

    fn choose(self, municipality: &Municipality) {
        self.chosen.set(Some(municipality.code));
        self.typed.set(municipality.name.to_owned());
        self.close();
    }

    fn close(self) {
        self.open.set(false);
        self.filtering.set(false);
        self.active.set(None);
    }

    /// Leaving the field takes the name that was meant.
    fn leave(self) {
        // The browser takes the focus from a field that is being removed: then there is nothing left to close.
        let Some(typed) = self.typed.try_get_untracked() else {
            return;
        };
        match meant(&typed) {
            Some(municipality) => self.choose(municipality),
            None => self.close(),
        }
    }

    fn toggle(self) {
        if self.open.get_untracked() {
            self.close();
        } else {
            self.open.set(true);
        }
    }

    fn step(self, by: isize) {
        let count = self.found.with_untracked(Vec::len);
        if count == 0 {
            return;
        }
        let next = match self.active.get_untracked() {
            _ if !self.open.get_untracked() => self.place_of_chosen().unwrap_or(0),
            None if by < 0 => count - 1,
            None => 0,
            Some(at) => (at + count).saturating_add_signed(by) % count,
        };
        self.open.set(true);
        self.active.set(Some(next));
    }

    fn place_of_chosen(self) -> Option<usize> {
        let chosen = self.chosen.get_untracked()?;
        self.found
            .with_untracked(|found| found.iter().position(|m| m.code == chosen))
    }

    fn on_key(self, event: &KeyboardEvent) {
        match event.key().as_str() {
            "ArrowDown" => self.step(1),
            "ArrowUp" => self.step(-1),
            "Enter" if self.open.get_untracked() => {
                let active = self.active.get_untracked();
                let found = self.found.get_untracked();
                match active.and_then(|at| found.get(at)) {
                    Some(municipality) => self.choose(municipality),
                    None => self.leave(),
                }
            }
            "Escape" if self.open.get_untracked() => self.close(),
            _ => return,
        }
        event.prevent_default();
    }
}

/// The field with its list; `chosen` is what is chosen, and follows every key.
#[component]
pub fn MunicipalityBox(
    /// The municipality chosen, remembered ones included.
    chosen: RwSignal<Option<MunicipalityCode>>,
    /// The id by which a label names the field.
    id: &'static str,
    /// What is wrong with the choice; empty when nothing is.
    #[prop(into)]
    error: Signal<String>,
) -> impl IntoView {
    let state = Combobox::new(chosen);
    let field = NodeRef::<Input>::new();
    let list = NodeRef::<Ul>::new();
    let active_id = move || {
        let found = state.found.read();
        let active = found
            .get(state.active.get()?)
            .filter(|_| state.open.get())?;
        Some(option_id(active))
    };
    Effect::new(move || {
        if let Some(row) = active_id().and_then(|id| document().get_element_by_id(&id))
            && let (Some(list), Ok(row)) = (list.get_untracked(), row.dyn_into::<HtmlElement>())
        {
            keep_in_sight(&list, &row);
        }
    });
    let rows = move || {
        let found = state.found.get();
        let rows = found.into_iter().enumerate();
        rows.map(|(at, municipality)| row(state, at, municipality))
            .collect_view()
    };
    let announced = move || {
        if !state.open.get() {
            return String::new();
        }
        let count = u32::try_from(state.found.with(Vec::len)).unwrap_or(0);
        let message = match count {
            0 => Phone::NoSuchMunicipality,
            count => Phone::MunicipalitiesFound(count),
        };
        message.say(language::current())
    };
    let nothing = move || state.found.with(Vec::is_empty);
    view! {
        <div class="combobox" class:open=move || state.open.get()>
            <input
                id=id
                class="field"
                node_ref=field
                role="combobox"
                aria-expanded=move || state.open.get().to_string()
                aria-controls=LIST
                aria-autocomplete="list"
                aria-activedescendant=active_id
                aria-describedby="municipality-error"
                aria-invalid=move || (!error.read().is_empty()).to_string()
                autocomplete="off"
                autocapitalize="words"
                spellcheck="false"
                enterkeyhint="done"
                placeholder=move || Phone::SearchMunicipality.say(language::current())
                prop:value=state.typed
                on:input:target=move |event| state.type_in(event.target().value())
                on:keydown=move |event| state.on_key(&event)
                on:focus=move |_| {
                    if let Some(field) = field.get_untracked() {
                        field.select();
                    }
                }
                on:click=move |_| state.open.set(true)
                on:blur=move |_| state.leave()
            />
            <button
                type="button"
                class="combobox-toggle"
                tabindex="-1"
                aria-label=move || Phone::ShowAllMunicipalities.say(language::current())
                on:pointerdown=move |event| {
                    event.prevent_default();
                    state.toggle();
                    if let Some(field) = field.get_untracked() {
                        let _ = field.focus();
                    }
                }
            >
                <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
                    <path d="M5 8l5 5 5-5" fill="none" stroke="currentColor" stroke-width="2" />
                </svg>
            </button>
            <ul
                id=LIST
                class="options"
                node_ref=list
                role="listbox"
                aria-label=move || Phone::WhichMunicipality.say(language::current())
                hidden=move || !state.open.get() || nothing()
            >
                {rows}
            </ul>
            <p class="options none" hidden=move || !state.open.get() || !nothing()>
                {move || Phone::NoSuchMunicipality.say(language::current())}
            </p>
        </div>
        <p id="municipality-error" class="field-error" role="alert">
            {error}
        </p>
        <p class="visually-hidden" role="status">
            {announced}
        </p>
    }
}

fn row(state: Combobox, at: usize, municipality: &'static Municipality) -> impl IntoView {
    let chosen = move || (state.chosen.get() == Some(municipality.code)).to_string();
    view! {
        <li
            id=option_id(municipality)
            role="option"
            aria-selected=chosen
            class:active=move || state.active.get() == Some(at)
            // The field keeps the focus, so that the list does not close under the finger.
            on:pointerdown=|event| event.prevent_default()
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| state.choose(municipality)
        >
            {municipality.name}
        </li>
    }
}

/// Scrolls the list alone; scrolling the row into view would move the page too.
fn keep_in_sight(list: &HtmlElement, row: &HtmlElement) {
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

    #[test]
    fn aa_and_å_find_the_same() {
        assert_eq!(names("Aa"), ["Aabenraa", "Aalborg", "Aarhus"]);
        assert_eq!(names("å"), names("aa"));
    }

    #[test]
    fn the_only_one_left_is_meant() {
        assert_eq!(meant("aabe").map(|m| m.name), Some("Aabenraa"));
        assert_eq!(meant("frederiks").map(|m| m.name), None);
        assert_eq!(meant("  VIBORG ").map(|m| m.name), Some("Viborg"));
        assert_eq!(meant("").map(|m| m.name), None);
    }
}
