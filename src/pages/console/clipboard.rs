//! The clipboard, where the browser lends it.

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// The browser does not let this page copy: a plain connection, or the user said no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAllowed;

/// Puts `text` on the clipboard.
pub async fn copy(text: &str) -> Result<(), NotAllowed> {
    let navigator = window().navigator();
    let there = js_sys::Reflect::get(&navigator, &JsValue::from("clipboard"));
    if there.is_ok_and(|clipboard| clipboard.is_undefined()) {
        return Err(NotAllowed);
    }
    let written = JsFuture::from(navigator.clipboard().write_text(text)).await;
    written.map(|_| ()).map_err(|_| NotAllowed)
}
