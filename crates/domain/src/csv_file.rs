//! Tables as files that Danish and English spreadsheets open by a click (RFC 4180, with semicolons): what the living page
//! and the vendor's lists are saved as. Files that people bring are read by `barometer-sheet`.

use std::borrow::Cow;

/// Without it Excel does not read a file as UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A cell to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CsvCell<'a> {
    /// Anything that a person may have typed; a spreadsheet never calculates it.
    Text(Cow<'a, str>),
    /// A number as a spreadsheet in the reader's language reads it, with a sign before it if it is negative.
    Number(String),
}

impl<'a> From<&'a str> for CsvCell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for CsvCell<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for CsvCell<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.into())
    }
}

/// The whole file, from its rows' cells.
///
/// Every cell stands in quotation marks: then a semicolon, a quotation mark or a line break in a name does no harm.
pub fn write_csv_file<'a, Cells>(rows: impl IntoIterator<Item = Cells>) -> String
where
    Cells: IntoIterator<Item: Into<CsvCell<'a>>>,
{
    let mut file = String::from(BYTE_ORDER_MARK);
    for row in rows {
        for (at, cell) in row.into_iter().enumerate() {
            let cell = match cell.into() {
                CsvCell::Text(text) => without_formula(&text).replace('"', "\"\""),
                CsvCell::Number(number) => number,
            };
            file.extend([if at == 0 { "\"" } else { ";\"" }, &cell, "\""]);
        }
        file.push_str("\r\n");
    }
    file
}

/// A text that a spreadsheet would calculate, with an apostrophe before it, which makes it a text (OWASP, "CSV
/// Injection"); any other as it is.
fn without_formula(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> String {
        write_csv_file([cells.iter().copied()])
    }

    #[test]
    fn lines_end_as_spreadsheets_expect() {
        assert_eq!(
            write_csv_file([["Navn"], ["Åse"]]),
            "\u{feff}\"Navn\"\r\n\"Åse\"\r\n"
        );
    }

    #[test]
    fn quotes_and_semicolons_stay_in_their_cell() {
        assert_eq!(
            row(&["a;b", "\"c\"", "d\r\ne"]),
            "\u{feff}\"a;b\";\"\"\"c\"\"\";\"d\r\ne\"\r\n"
        );
    }

    #[test]
    fn nothing_is_taken_for_a_formula() {
        for dangerous in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"] {
            let file = row(&[dangerous]);
            assert!(file.starts_with("\u{feff}\"'"), "{file}");
        }
        assert_eq!(row(&["Anna-Marie", ""]), "\u{feff}\"Anna-Marie\";\"\"\r\n");
        let number = CsvCell::Number("-48000,05".into());
        assert_eq!(write_csv_file([[number]]), "\u{feff}\"-48000,05\"\r\n");
        assert_eq!(row(&["Ærø – 1=1"]), "\u{feff}\"Ærø – 1=1\"\r\n");
    }
}
