//! What the windows of a presenter's browser tell each other: that this browser presents, and what a remote has asked.
//! It gives no rights, which are the session's alone; without it the projector's window does not even ask for them.

use barometer_domain::ids::{Millis, WebinarCode};
use barometer_domain::webinar::NextStep;
use barometer_kit::{json, storage};
use leptos::prelude::*;
use web_sys::StorageEvent;

/// A second press so soon is the same press: a double click, a remote that bounces, or a button whose meaning has just
/// changed.
pub const SAME_PRESS_MS: Millis = 350;
/// An impatient press while the last ballots come in does not show the result.
pub const BEFORE_RESULT_MS: Millis = 1_000;

fn here_key(code: &WebinarCode) -> String {
    format!("barometer.presents.{code}")
}

fn question_key(code: &WebinarCode) -> String {
    format!("barometer.asked.{code}")
}

/// Notes that this browser has a presenter's session of this webinar.
pub fn begin(code: &WebinarCode) {
    storage::set(&here_key(code), &true);
}

/// Notes that it has none any more.
pub fn end(code: &WebinarCode) {
    storage::remove(&here_key(code));
}

/// Whether it has, as far as its windows know.
pub fn here(code: &WebinarCode) -> bool {
    storage::get::<bool>(&here_key(code)).unwrap_or_default()
}

/// Tells the other windows what one more press at this one does; `None` when that is over.
pub fn tell_question(code: &WebinarCode, step: Option<&NextStep>) {
    match step {
        Some(step) => {
            storage::set(&question_key(code), step);
        }
        None => storage::remove(&question_key(code)),
    }
}

/// What another window has last told of that; as long as the calling component is there.
pub fn question_elsewhere(code: &WebinarCode) -> ReadSignal<Option<NextStep>> {
    let (question, set_question) = signal(None);
    let key = question_key(code);
    let listener = window_event_listener_untyped("storage", move |event| {
        let event: StorageEvent = wasm_bindgen::JsCast::unchecked_into(event);
        if event.key().as_deref() == Some(&key) {
            let told = event.new_value();
            set_question.set(told.and_then(|told| json::read(&told)));
        }
    });
    on_cleanup(move || listener.remove());
    question
}
