//! Saves a text as a file, and reads one.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

/// Hands `text` to the browser as a download; whether that worked.
pub fn save(name: &str, kind: &str, text: &str) -> bool {
    try_to_save(name, kind, text).is_ok()
}

/// The text of a file that somebody chose; empty where the browser does not give it, or it is longer than `longest` bytes.
pub async fn text_of(file: &File, longest: u32) -> String {
    if file.size() > f64::from(longest) {
        return String::new();
    }
    let text = JsFuture::from(file.text()).await;
    let text = text.ok().and_then(|text| text.as_string());
    text.unwrap_or_default()
}

fn try_to_save(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}
