//! JSON: read by `barometer_json` in every document; written by `serde_json`, and on a phone by `barometer_json`, whose
//! writers are smaller.

use barometer_domain::refusal::Refusal;
use serde::Serialize;

pub use barometer_json::read;

/// The refusal that an answer tells.
pub fn refusal(text: &str) -> Option<Refusal> {
    read(text)
}

/// The refusal that an answer tells a phone: what only staff asks for is refused in ways that a phone never hears of,
/// and has no reader of.
pub fn refusal_on_phone(text: &str) -> Option<Refusal> {
    Refusal::from_json_on_phone(&js_sys::JSON::parse(text).ok()?)
}

/// `value` as text; `None` only for what JSON cannot say.
pub fn write<T: Serialize>(value: &T) -> Option<String> {
    serde_json::to_string(value).ok()
}
