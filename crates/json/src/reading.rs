//! Values taken out of what the browser has parsed.

use std::collections::{BTreeMap, BTreeSet};

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// What can be taken out of a parsed value.
pub trait FromJson: Sized {
    /// The value, or `None` if it is another kind of thing: a phone has nobody to tell what is wrong where. What the
    /// server leaves out is `undefined`.
    fn from_json(value: &JsValue) -> Option<Self>;
}

/// The value that `text` describes, unless it describes another kind of thing or is no JSON.
pub fn read<T: FromJson>(text: &str) -> Option<T> {
    T::from_json(&JSON::parse(text).ok()?)
}

/// One field of an object.
pub fn field<T: FromJson>(object: &JsValue, name: &str) -> Option<T> {
    T::from_json(&get(object, name)?)
}

/// One field of an object, or what stands for it where it is left out.
pub fn field_or<T: FromJson>(object: &JsValue, name: &str, default: fn() -> T) -> Option<T> {
    let value = get(object, name)?;
    if value.is_undefined() {
        return Some(default());
    }
    T::from_json(&value)
}

/// The name by which the variants of an enum are told apart; once for all enums.
#[inline(never)]
pub fn name_of(object: &JsValue, tag: &str) -> Option<String> {
    field(object, tag)
}

/// A name with what stands under it: a text alone, or the one member of an object.
#[inline(never)]
pub fn name_and_content(value: &JsValue) -> Option<(String, JsValue)> {
    if let Some(name) = value.as_string() {
        return Some((name, JsValue::UNDEFINED));
    }
    let object = value.dyn_ref::<Object>()?;
    let name = Object::keys(object).get(0).as_string()?;
    Some((name, Object::values(object).get(0)))
}

/// Apart from [`field`], so that it is there once and not for every type.
#[inline(never)]
fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &JsValue::from_str(name)).ok()
}

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

impl<T: FromJson + Ord> FromJson for BTreeSet<T> {
    fn from_json(value: &JsValue) -> Option<Self> {
        let mut read = Self::new();
        // Collecting would sort first, with code that nothing else on a phone needs.
        for item in Vec::from_json(value)? {
            read.insert(item);
        }
        Some(read)
    }
}

impl<T: FromJson, const N: usize> FromJson for [T; N] {
    fn from_json(value: &JsValue) -> Option<Self> {
        Vec::from_json(value)?.try_into().ok()
    }
}

impl<K: FromJson + Ord, V: FromJson> FromJson for BTreeMap<K, V> {
    fn from_json(value: &JsValue) -> Option<Self> {
        let object = value.dyn_ref::<Object>()?;
        let mut read = Self::new();
        for member in Object::entries(object).iter() {
            let (key, value) = FromJson::from_json(&member)?;
            read.insert(key, value);
        }
        Some(read)
    }
}

impl<A: FromJson, B: FromJson> FromJson for (A, B) {
    fn from_json(value: &JsValue) -> Option<Self> {
        let pair = value.dyn_ref::<Array>()?;
        if pair.length() != 2 {
            return None;
        }
        Some((A::from_json(&pair.get(0))?, B::from_json(&pair.get(1))?))
    }
}

/// As `serde` writes a result: by the name of what it is.
impl<T: FromJson, E: FromJson> FromJson for Result<T, E> {
    fn from_json(value: &JsValue) -> Option<Self> {
        let (name, content) = name_and_content(value)?;
        match name.as_str() {
            "Ok" => T::from_json(&content).map(Ok),
            "Err" => E::from_json(&content).map(Err),
            _ => None,
        }
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
