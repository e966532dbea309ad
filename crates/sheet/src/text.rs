//! What cells say, cleaned of what programs leave in it.

use barometer_domain::letters::is_control;
use unicode_normalization::UnicodeNormalization;

/// Text as a person sees it: letters composed (NFC), every kind of line break as one, a workbook's own escapes
/// (`_x000D_`, ECMA-376 22.9.2.19) undone, and nothing in it that cannot be seen.
pub(crate) fn clean(text: &str) -> String {
    let unescaped = unescaped(text).replace("\r\n", "\n");
    let letter = |letter: char| match letter {
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\n' | '\t' => Some(letter),
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => None,
        other if is_control(other) => None,
        other => Some(other),
    };
    let seen: String = unescaped.chars().filter_map(letter).collect();
    let composed = if seen.is_ascii() {
        seen
    } else {
        seen.nfc().collect()
    };
    composed.trim().to_owned()
}

/// The letters that `_x000D_` and its like stand for. `_x005F_` is an underscore that would begin one.
fn unescaped(text: &str) -> String {
    let mut left = text;
    let mut said = String::new();
    while let Some(at) = left.find("_x") {
        let (before, rest) = left.split_at(at);
        said.push_str(before);
        let (letter, length) = escaped_letter(rest).unwrap_or(('_', 1));
        said.push(letter);
        left = &rest[length..];
    }
    said + left
}

/// The letter of an escape at the beginning, and how many bytes the escape has.
fn escaped_letter(text: &str) -> Option<(char, usize)> {
    let digits = text.get(2..6)?;
    let is_whole = text.get(6..7)? == "_" && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| is_whole)?;
    Some((char::from_u32(number)?, 7))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_programs_leave_in_a_text_is_cleaned() {
        for (text, expected) in [
            ("Fælles_x000D_\nkalender", "Fælles\nkalender"),
            (
                "Lodret tabulator_x000B_i teksten",
                "Lodret tabulator\ni teksten",
            ),
            ("a\u{b}b\rc\r\nd\u{2028}e", "a\nb\nc\nd\ne"),
            ("Omra\u{30a}de", "Område"),
            (" \u{feff}a\u{200b}b\u{a0}c\u{0}\u{a0}", "ab\u{a0}c"),
            (
                "An\u{202e}ne\u{202c} \u{2066}Holm\u{2069}\u{200e}",
                "Anne Holm",
            ),
            ("_x005F_x000D_ og _x", "_x000D_ og _x"),
            ("_xZZZZ_ _x00", "_xZZZZ_ _x00"),
            ("_x00e6_blegrød", "æblegrød"),
        ] {
            assert_eq!(clean(text), expected, "{text:?}");
        }
    }
}
