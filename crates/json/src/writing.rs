//! JSON as text, in which every text is escaped because there is no other way to write one.

use std::collections::BTreeSet;

/// What can be written as JSON.
pub trait ToJson {
    /// Appends the value to `json`.
    fn write_json(&self, json: &mut String);
}

/// `value` as JSON.
pub fn write(value: &dyn ToJson) -> String {
    let mut json = String::new();
    value.write_json(&mut json);
    json
}

/// A member of an object.
pub struct Member<'a> {
    /// Its name; one of ours, which need no escaping.
    pub name: &'static str,
    /// Its value, or none, which is written as such.
    pub value: Option<&'a dyn ToJson>,
    /// Whether it is left out.
    pub is_left_out: bool,
}

/// Writes an object. One loop for all kinds: code for each member of each kind would be larger.
pub fn write_object(json: &mut String, members: &[Member<'_>]) {
    json.push('{');
    for member in members.iter().filter(|member| !member.is_left_out) {
        separate(json, '{');
        write_text(json, member.name);
        json.push(':');
        match member.value {
            Some(value) => value.write_json(json),
            None => json.push_str("null"),
        }
    }
    json.push('}');
}

/// Writes what stands between two items; nothing behind what opened the list.
fn separate(json: &mut String, opening: char) {
    // No value ends with it: a text ends with its quotation mark.
    if !json.ends_with(opening) {
        json.push(',');
    }
}

/// Writes a text between quotation marks, with what would end it or is not allowed in it escaped.
pub fn write_text(json: &mut String, text: &str) {
    json.push('"');
    for letter in text.chars() {
        if letter < ' ' {
            let code = u32::from(letter);
            json.push_str(if code < 16 { "\\u000" } else { "\\u001" });
            json.push(char::from_digit(code % 16, 16).unwrap_or('0'));
            continue;
        }
        if letter == '"' || letter == '\\' {
            json.push('\\');
        }
        json.push(letter);
    }
    json.push('"');
}

/// What is JSON already.
pub struct RawJson(pub String);

impl ToJson for RawJson {
    fn write_json(&self, json: &mut String) {
        json.push_str(&self.0);
    }
}

impl<T: ToJson + ?Sized> ToJson for &T {
    fn write_json(&self, json: &mut String) {
        (**self).write_json(json);
    }
}

impl ToJson for str {
    fn write_json(&self, json: &mut String) {
        write_text(json, self);
    }
}

impl ToJson for String {
    fn write_json(&self, json: &mut String) {
        write_text(json, self);
    }
}

impl ToJson for bool {
    fn write_json(&self, json: &mut String) {
        json.push_str(if *self { "true" } else { "false" });
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    fn write_json(&self, json: &mut String) {
        json.push('[');
        for item in self {
            separate(json, '[');
            item.write_json(json);
        }
        json.push(']');
    }
}

impl<T: ToJson> ToJson for BTreeSet<T> {
    fn write_json(&self, json: &mut String) {
        json.push('[');
        for item in self {
            separate(json, '[');
            item.write_json(json);
        }
        json.push(']');
    }
}

/// As a list of two.
impl<A: ToJson, B: ToJson> ToJson for (A, B) {
    fn write_json(&self, json: &mut String) {
        json.push('[');
        self.0.write_json(json);
        json.push(',');
        self.1.write_json(json);
        json.push(']');
    }
}

impl ToJson for i64 {
    fn write_json(&self, json: &mut String) {
        json.push_str(&self.to_string());
    }
}

macro_rules! whole_numbers {
    ($($kind:ty),*) => {$(
        impl ToJson for $kind {
            fn write_json(&self, json: &mut String) {
                i64::from(*self).write_json(json);
            }
        }
    )*};
}

whole_numbers!(u8, u16, u32);
