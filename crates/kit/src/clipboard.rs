//! The clipboard, where the browser lends it; and a file where it does not.

use js_sys::{Object, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, ClipboardItem, HtmlAnchorElement, HtmlCanvasElement};

const PNG: &str = "image/png";

/// The browser does not let this page copy: a plain connection, or the user said no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAllowed;

/// Puts `text` on the clipboard.
pub async fn copy(text: &str) -> Result<(), NotAllowed> {
    written(clipboard()?.write_text(text)).await
}

/// Puts what is drawn on the clipboard.
pub async fn copy_picture(canvas: &HtmlCanvasElement) -> Result<(), NotAllowed> {
    // Handed over as a promise, so that the browser still takes it for the press.
    let picture = Promise::new(&mut |done, failed| {
        if canvas.to_blob(&done).is_err() {
            // A canvas of another origin's pictures; ours has none.
            let _ = failed.call0(&JsValue::NULL);
        }
    });
    let kinds = Object::new();
    Reflect::set(&kinds, &PNG.into(), &picture).map_err(|_| NotAllowed)?;
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&kinds);
    let item = item.map_err(|_| NotAllowed)?;
    written(clipboard()?.write(&js_sys::Array::of1(&item))).await
}

/// Puts a text on the clipboard with the same as HTML beside it, for whatever takes either.
pub async fn copy_rich(text: &str, html: &str) -> Result<(), NotAllowed> {
    let kinds = Object::new();
    for (kind, content) in [("text/plain", text), ("text/html", html)] {
        let parts = js_sys::Array::of1(&content.into());
        let properties = BlobPropertyBag::new();
        properties.set_type(kind);
        let blob = Blob::new_with_str_sequence_and_options(&parts, &properties);
        let blob = blob.map_err(|_| NotAllowed)?;
        Reflect::set(&kinds, &kind.into(), &blob).map_err(|_| NotAllowed)?;
    }
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&kinds);
    let item = item.map_err(|_| NotAllowed)?;
    written(clipboard()?.write(&js_sys::Array::of1(&item))).await
}

/// Saves what is drawn as a file.
pub fn save_picture(canvas: &HtmlCanvasElement, name: &str) -> Result<(), NotAllowed> {
    let address = canvas.to_data_url().map_err(|_| NotAllowed)?;
    let link = document().create_element("a").map_err(|_| NotAllowed)?;
    let link: HtmlAnchorElement = link.dyn_into().map_err(|_| NotAllowed)?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Ok(())
}

fn clipboard() -> Result<web_sys::Clipboard, NotAllowed> {
    let navigator = window().navigator();
    let there = Reflect::get(&navigator, &JsValue::from("clipboard"));
    match there {
        Ok(clipboard) if !clipboard.is_undefined() => Ok(navigator.clipboard()),
        _ => Err(NotAllowed),
    }
}

async fn written(writing: Promise) -> Result<(), NotAllowed> {
    let done = JsFuture::from(writing).await;
    done.map(|_| ()).map_err(|_| NotAllowed)
}
