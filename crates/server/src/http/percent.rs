//! Text within an address or a header, percent-encoded.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};

/// What stays as it is: RFC 3986 "unreserved", all of which RFC 8187 lets stand in a file's name, too.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Any text, with every byte encoded that means something in an address or a header.
pub(super) fn encoded(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, RESERVED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_letters_are_kept() {
        assert_eq!(encoded("Ø & 5\r\n").to_string(), "%C3%98%20%26%205%0D%0A");
    }

    #[test]
    fn a_name_with_every_letter_fits_into_a_header() {
        assert_eq!(
            encoded("Økonomi – ø.csv").to_string(),
            "%C3%98konomi%20%E2%80%93%20%C3%B8.csv"
        );
    }
}
