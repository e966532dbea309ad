//! What needs cryptography, in a module of its own that is fetched once the page is usable. Texts in, texts out.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    /// Stands in boot.js: only a script can import another while it runs.
    #[wasm_bindgen(catch, js_name = loadModule)]
    async fn load_module(address: &str) -> Result<JsValue, JsValue>;
}

/// Served beside the phone's page, for every page.
const ADDRESS: &str = "/sealing.js";

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The module could not be fetched: try again later.
    NotFetched,
    /// It refuses, with a code that never changes.
    Refused(String),
}

/// Fetches the module, so that it is there when it is needed.
pub async fn fetch() {
    // Whoever needs it tries again, and says so.
    let _ = load_module(ADDRESS).await;
}

/// Calls a function of the module.
pub async fn call(function: &str, arguments: &[&str]) -> Result<String, Trouble> {
    let module = load_module(ADDRESS)
        .await
        .map_err(|_| Trouble::NotFetched)?;
    let function = Reflect::get(&module, &function.into()).map_err(|_| Trouble::NotFetched)?;
    let arguments: Array = arguments.iter().map(|&text| JsValue::from(text)).collect();
    let answer = function
        .unchecked_into::<Function>()
        .apply(&JsValue::NULL, &arguments);
    let text = |value: JsValue| value.as_string().unwrap_or_default();
    answer
        .map(text)
        .map_err(|code| Trouble::Refused(text(code)))
}
