//! The keyboard: every step has a key, also on a presenter's remote.

use barometer_domain::webinar::Command;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::action::PresenterAction;
use super::state::ConsoleState;

/// Elements that take keys themselves.
const FIELDS: &str = "input, textarea, select";
/// Elements that take space and return themselves.
const PRESSABLE: &str = "button, a, summary, input, label";

/// Listens as long as the calling component is there.
pub fn listen(console: ConsoleState) {
    let listener = window_event_listener(leptos::ev::keydown, move |event| on_key(console, &event));
    on_cleanup(move || listener.remove());
}

fn on_key(console: ConsoleState, event: &KeyboardEvent) {
    if event.repeat() && [" ", "Enter"].contains(&event.key().as_str()) {
        // A key held down presses once, whatever has come under it meanwhile.
        event.prevent_default();
        return;
    }
    let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
    if modified || event.default_prevented() {
        return;
    }
    if event.key() == "F5" {
        return start_show(console, event);
    }
    let Some(action) = action_of(event) else {
        return;
    };
    if console.question.with_untracked(Option::is_some) {
        return answer(console, &action, event);
    }
    if console.is_asking() {
        return;
    }
    let focused = document().active_element();
    let on = |selector| {
        let matches = focused.as_ref().map(|element| element.matches(selector));
        matches.is_some_and(|matches| matches == Ok(true))
    };
    if on(FIELDS) || (action == PresenterAction::Primary && on(PRESSABLE)) {
        return;
    }
    // A held key does a thing once; the page itself does not scroll meanwhile.
    event.prevent_default();
    if !event.repeat() {
        console.run_action(action);
    }
}

/// Up and down step as well, as long as no part of the page is there to be scrolled by them.
fn action_of(event: &KeyboardEvent) -> Option<PresenterAction> {
    let focused = document().active_element();
    // A click leaves the focus on the middle of the page.
    let is_nowhere =
        focused.is_none_or(|element| matches!(element.tag_name().as_str(), "BODY" | "MAIN"));
    let key = match event.key().as_str() {
        "ArrowDown" if is_nowhere => "ArrowRight".to_owned(),
        "ArrowUp" if is_nowhere => "ArrowLeft".to_owned(),
        _ => event.key(),
    };
    PresenterAction::of_key(&key)
}

/// A remote begins a show with F5, which would load the page anew: it shows what is blank, and nothing is lost. A page
/// that has lost its connection may still be loaded anew.
fn start_show(console: ConsoleState, event: &KeyboardEvent) {
    if console.is_stale() {
        return;
    }
    event.prevent_default();
    if console.is_blank() && !event.repeat() {
        console.run_action(PresenterAction::ToggleBlank);
    }
}

/// What is asked about is answered by the same remote: once more is yes, back is no.
fn answer(console: ConsoleState, action: &PresenterAction, event: &KeyboardEvent) {
    match action {
        PresenterAction::Forward => {
            event.prevent_default();
            if !event.repeat() {
                console.confirm_step();
            }
        }
        PresenterAction::Give(Command::Back) => {
            event.prevent_default();
            console.question.set(None);
        }
        _ => {}
    }
}

/// Takes the focus from a button after a click by mouse or finger to what everyone sees, so that space and return mean
/// the large button again. Who came by keyboard stays where they are.
pub fn release_focus(event: &MouseEvent) {
    if event.detail() == 0 {
        return;
    }
    let main = document().query_selector("main").ok().flatten();
    if let Some(Ok(main)) = main.map(JsCast::dyn_into::<HtmlElement>) {
        // Focus that cannot be moved stays; nothing depends on it.
        let _ = main.focus();
    }
}
