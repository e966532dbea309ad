//! JSON in the browser, which parses it: each type takes its fields out of what was parsed. And JSON as text, written
//! without `serde`, for what a phone sends.
//!
//! Both traits are derived, from the attributes that `serde` reads, so that browser and server agree on every name. Why
//! the browser does not read with `serde` itself: `docs/decisions/023-json-is-read-by-derived-readers.md`.

mod reading;
mod writing;

pub use barometer_json_derive::{FromJson, ToJson};
pub use reading::{FromJson, field, field_or, name_and_content, name_of, read};
pub use wasm_bindgen::JsValue;
pub use writing::{Member, RawJson, ToJson, write, write_object, write_text};
