//! A webinar that is being prepared, as phone and projector will show it: the vendor's page frames both, and tells them
//! what to show. Nobody's stage moves.

use barometer_domain::preparation::Preview;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlIFrameElement, MessageEvent};

use crate::json;

/// What a frame says as soon as it listens.
const READY: &str = "ready";

/// Shows what the page around this frame says, until the caller is gone. The frame is a picture: nothing in it can be
/// pressed.
pub fn receive(show: impl Fn(Preview) + 'static) {
    if let Some(body) = document().body() {
        // Fails only for names that no attribute can have.
        let _ = body.set_attribute("inert", "");
    }
    on_preview(move |text| {
        if let Some(preview) = json::read(text) {
            show(preview);
        }
    });
    if let Ok(Some(around)) = window().parent() {
        // Another origin around us does not hear it.
        let _ = around.post_message(&JsValue::from_str(READY), &origin());
    }
}

/// Calls `tell` whenever a frame of this page is ready to be told.
pub fn on_ready(tell: impl Fn() + 'static) {
    on_preview(move |text| {
        if text == READY {
            tell();
        }
    });
}

/// Tells a frame what to show; `preview` is a [`Preview`] in JSON. A frame that does not listen yet says so when it does.
pub fn post_preview(frame: &HtmlIFrameElement, preview: &str) {
    if let Some(inside) = frame.content_window() {
        // Fails only for origins that are none.
        let _ = inside.post_message(&JsValue::from_str(preview), &origin());
    }
}

/// Hears what windows of this very site say, and nobody else.
fn on_preview(listen: impl Fn(&str) + 'static) {
    let listener = window_event_listener_untyped("message", move |event: Event| {
        let Some(message) = event.dyn_ref::<MessageEvent>() else {
            return;
        };
        if message.origin() == origin()
            && let Some(text) = message.data().as_string()
        {
            listen(&text);
        }
    });
    on_cleanup(move || listener.remove());
}

fn origin() -> String {
    window().location().origin().unwrap_or_default()
}
