//! JSON, parsed by the browser, and written by `serde_json`.
//!
//! What a phone reads is taken out of the parsed value field by field, in [`wire`]: `serde`'s readers of the same
//! types are a sixth of the phone's download, for they can say what is wrong where, in every format there is. Here
//! nobody reads that: a text is what was expected, or it is not.

use barometer_domain::refusal::Refusal;
use barometer_domain::wire::Problem;
use js_sys::{Array, JSON, Reflect};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

mod staff;
mod wire;

pub use staff::{any_refusal, read_any};

/// What can be taken out of a parsed value.
pub trait FromJson: Sized {
    /// Reads why the server gave none. What only staff asks for is refused in ways that a phone never hears of.
    const REFUSAL: fn(&str) -> Option<Refusal> = refusal;

    /// The value, unless it is another kind of thing. What the server leaves out is `undefined`.
    fn from_json(value: &JsValue) -> Option<Self>;
}

/// The value that `text` describes, unless it describes another kind of thing or is no JSON.
pub fn read<T: FromJson>(text: &str) -> Option<T> {
    T::from_json(&JSON::parse(text).ok()?)
}

/// The refusal that an answer tells a phone.
pub fn refusal(text: &str) -> Option<Refusal> {
    read::<Problem>(text).map(|problem| problem.refusal)
}

/// `value` as text; `None` only for what JSON cannot say.
pub fn write<T: Serialize>(value: &T) -> Option<String> {
    serde_json::to_string(value).ok()
}

/// A text as JSON, written by the browser.
pub fn quoted(text: &str) -> String {
    let quoted = JSON::stringify(&JsValue::from_str(text));
    quoted.map_or_else(|_| String::new(), String::from)
}

/// One field of an object.
pub fn field<T: FromJson>(object: &JsValue, name: &str) -> Option<T> {
    T::from_json(&get(object, name)?)
}

/// Apart from [`field`], so that it is there once and not for every type.
#[inline(never)]
fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &JsValue::from_str(name)).ok()
}

/// Reads structs whose fields are called what JSON calls them.
#[macro_export]
macro_rules! fields {
    ($($kind:ty { $($field:ident),* $(,)? })*) => {$(
        impl $crate::json::FromJson for $kind {
            fn from_json(value: &wasm_bindgen::JsValue) -> Option<Self> {
                Some(Self {
                    $($field: $crate::json::field(value, stringify!($field))?,)*
                })
            }
        }
    )*};
}
pub use fields;

impl FromJson for String {
    fn from_json(value: &JsValue) -> Option<Self> {
        value.as_string()
    }
}

/// Left out when it is false.
impl FromJson for bool {
    fn from_json(value: &JsValue) -> Option<Self> {
        if value.is_undefined() {
            return Some(false);
        }
        value.as_bool()
    }
}

/// Left out when there is none.
impl<T: FromJson> FromJson for Option<T> {
    fn from_json(value: &JsValue) -> Option<Self> {
        if value.is_undefined() || value.is_null() {
            return Some(None);
        }
        T::from_json(value).map(Some)
    }
}

/// Left out when it is empty.
impl<T: FromJson> FromJson for Vec<T> {
    const REFUSAL: fn(&str) -> Option<Refusal> = T::REFUSAL;

    fn from_json(value: &JsValue) -> Option<Self> {
        if value.is_undefined() {
            return Some(Self::new());
        }
        let mut read = Self::new();
        // An iterator that stops at the first failure would be a KB for every kind.
        for item in value.dyn_ref::<Array>()?.iter() {
            read.push(T::from_json(&item)?);
        }
        Some(read)
    }
}

macro_rules! whole_numbers {
    ($($kind:ty),*) => {$(
        impl FromJson for $kind {
            fn from_json(value: &JsValue) -> Option<Self> {
                Self::try_from(whole(value)?).ok()
            }
        }
    )*};
}

whole_numbers!(u8, u16, u32, u64, i32, i64);

/// The domain has whole numbers only.
fn whole(value: &JsValue) -> Option<i64> {
    const LARGEST: f64 = 9_007_199_254_740_992.0;
    let number = value.as_f64()?;
    if number.fract() != 0.0 || number.abs() > LARGEST {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "whole, and within 2^53")]
    Some(number as i64)
}
