//! What the phone writes is what `serde` would write, whatever is typed.

use barometer_json::{ToJson, write};
use proptest::prelude::*;
use serde::Serialize;

#[derive(Serialize, ToJson)]
#[serde(deny_unknown_fields)]
struct Everything {
    text: String,
    #[serde(rename = "number")]
    whole: u32,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    is_it: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    perhaps: Option<i64>,
    nothing: Option<Wrapped>,
    list: Vec<Wrapped>,
}

#[derive(Serialize, ToJson)]
struct Wrapped(u16);

#[derive(Serialize, ToJson)]
struct Nothing {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    list: Vec<u8>,
}

proptest! {
    /// Whatever stands in it: quotation marks, backslashes, line ends, other planes.
    #[test]
    fn a_text_is_read_as_it_was_written(text in any::<String>()) {
        let json = write(&text);
        prop_assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }

    #[test]
    fn the_derived_writer_writes_what_serde_writes(
        text in any::<String>(),
        whole in any::<u32>(),
        is_it in any::<bool>(),
        perhaps in any::<Option<i64>>(),
        numbers in any::<Vec<u16>>(),
    ) {
        let all = Everything {
            text,
            whole,
            is_it,
            perhaps,
            nothing: numbers.first().map(|number| Wrapped(*number)),
            list: numbers.into_iter().map(Wrapped).collect(),
        };
        let read: serde_json::Value = serde_json::from_str(&write(&all)).unwrap();
        prop_assert_eq!(read, serde_json::to_value(&all).unwrap());
    }
}

#[test]
fn an_object_of_nothing_is_one() {
    let nothing = |list| write(&Nothing { list });
    assert_eq!(nothing(vec![]), "{}");
    assert_eq!(nothing(vec![7]), r#"{"list":[7]}"#);
}

#[test]
fn control_letters_are_escaped() {
    assert_eq!(
        write(&"a\n\u{1f}\u{7f} \"\\"),
        "\"a\\u000a\\u001f\u{7f} \\\"\\\\\""
    );
}
