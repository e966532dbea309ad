//! The table as a file for a spreadsheet: semicolons, CRLF, UTF-8 with its mark; no cell is taken for a formula.

/// Tells spreadsheets that the text is UTF-8.
const MARK: char = '\u{feff}';

/// The whole file.
pub fn file<'a>(lines: impl IntoIterator<Item = &'a [String]>) -> String {
    let mut text = String::from(MARK);
    for line in lines {
        let cells: Vec<String> = line.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(";"));
        text.push_str("\r\n");
    }
    text
}

/// In quotes, always: then a semicolon, a quote or a line break in a name does no harm.
fn quoted(cell: &str) -> String {
    let harmless = match cell.chars().next() {
        // A spreadsheet would calculate these (OWASP, "CSV injection").
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n') => format!("'{cell}"),
        _ => cell.to_owned(),
    };
    format!("\"{}\"", harmless.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(cells: &[&str]) -> String {
        let line: Vec<String> = cells.iter().map(|&cell| cell.to_owned()).collect();
        file([line.as_slice()])
    }

    #[test]
    fn lines_end_as_spreadsheets_expect() {
        let (one, two) = (["Navn".to_owned()], ["Åse".to_owned()]);
        assert_eq!(
            file([&one[..], &two[..]]),
            "\u{feff}\"Navn\"\r\n\"Åse\"\r\n"
        );
    }

    #[test]
    fn quotes_and_semicolons_stay_in_their_cell() {
        assert_eq!(
            cells(&["a;b", "\"c\"", "d\r\ne"]),
            "\u{feff}\"a;b\";\"\"\"c\"\"\";\"d\r\ne\"\r\n"
        );
    }

    #[test]
    fn nothing_is_taken_for_a_formula() {
        for dangerous in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"] {
            let text = cells(&[dangerous]);
            assert!(text.starts_with("\u{feff}\"'"), "{text}");
        }
        assert_eq!(
            cells(&["Anna-Marie", ""]),
            "\u{feff}\"Anna-Marie\";\"\"\r\n"
        );
    }
}
