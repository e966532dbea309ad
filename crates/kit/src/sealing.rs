//! What needs cryptography or reads files, in modules of their own that are fetched once the page is usable. Texts out.

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// Stands in boot.js: only a script can import another while it runs.
    #[wasm_bindgen(catch, js_name = callModule)]
    async fn call_module(address: &str, function: &str, texts: Array) -> Result<JsValue, JsValue>;
}

/// The sealing crate, for every page.
pub const SEALING: &str = "/sealing.js";
/// What a phone does with it: `public/keeper.js`.
pub const KEEPER: &str = "/keeper.js";

/// What keeps projector and console awake: `public/awake.js`.
pub const AWAKE: &str = "/staff-assets/awake.js";

/// Keeps the screen from going dark while this page is looked at and `is_live` holds.
pub fn keep_awake_while(is_live: Signal<bool>) {
    let is_live = Memo::new(move |_| is_live.get());
    Effect::new(move |before: Option<bool>| {
        let is_live = is_live.get();
        let change = if is_live { "keepAwake" } else { "letSleep" };
        if is_live || before == Some(true) {
            // Not vital: without it the screen does what its owner has set.
            spawn_local(async move {
                let _ = call(AWAKE, change, &[]).await;
            });
        }
        is_live
    });
}

/// Calls a function of a module. An error is its code, and empty where the module could not be fetched or failed.
pub async fn call(address: &str, function: &str, texts: &[&str]) -> Result<String, String> {
    call_with(
        address,
        function,
        texts.iter().map(|&text| JsValue::from(text)).collect(),
    )
    .await
}

/// The same with what is no text.
pub async fn call_with(address: &str, function: &str, values: Array) -> Result<String, String> {
    let text = |value: JsValue| value.as_string().unwrap_or_default();
    let answer = call_module(address, function, values).await;
    answer.map(text).map_err(text)
}
