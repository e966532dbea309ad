//! Letters that no text may hold.

/// Whether a letter is a control character (Unicode's `Cc`), or one of the marks that break a line or turn the
/// direction of writing (U+2028–202E, U+2066–2069), with which one text can be made to look like another.
pub fn is_control(letter: char) -> bool {
    let turns = matches!(letter, '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    turns || letter.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_and_changes_what_is_seen_is_control() {
        for letter in [
            '\0', '\t', '\n', '\u{7F}', '\u{85}', '\u{202E}', '\u{2066}', '\u{2028}',
        ] {
            assert!(is_control(letter), "{letter:?}");
        }
        for letter in [' ', '\u{A0}', '\u{AD}', 'å', '·', '👍', '\u{200D}'] {
            assert!(!is_control(letter), "{letter:?}");
        }
    }
}
