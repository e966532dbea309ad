//! Separated values (RFC 4180), as Danish and English spreadsheets write them.

use barometer_domain::refusal::SheetProblem;

use crate::Table;
use crate::grid::Grid;

/// What may stand between two cells: the first of these that stands between headings. A comma stands in them too
/// (`Pris, kr.`), so it comes last.
const DELIMITERS: [char; 3] = [';', '\t', ','];

/// What Windows-1252 has at 0x80 to 0x9F; five of them mean nothing.
const WINDOWS: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘',
    '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// Where the reader stands in a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Start,
    Plain,
    Quoted,
    /// After a quotation mark that closes, unless another follows.
    Closed,
}

/// Reads separated values. A row is what a spreadsheet shows as one, however many lines its cells have.
pub(crate) fn read(bytes: &[u8]) -> Result<Table, SheetProblem> {
    let text = decoded(bytes)?;
    let (delimiter, text) = delimited(&text);
    let mut grid = Grid::default();
    let (mut row, mut column) = (0, 0);
    let mut cell = String::new();
    let mut at = At::Start;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match (at, letter) {
            (At::Quoted, '"') => at = At::Closed,
            (At::Quoted, other) => cell.push(other),
            (At::Closed, '"') => {
                cell.push('"');
                at = At::Quoted;
            }
            (At::Start, '"') => at = At::Quoted,
            (_, '\r') if letters.peek() == Some(&'\n') => {}
            (_, letter) if letter == delimiter || letter == '\n' || letter == '\r' => {
                grid.put(row, column, &cell)?;
                cell.clear();
                (row, column) = if letter == delimiter {
                    (row, column + 1)
                } else {
                    (row + 1, 0)
                };
                at = At::Start;
            }
            (_, other) => {
                cell.push(other);
                at = At::Plain;
            }
        }
    }
    if at == At::Quoted {
        return Err(SheetProblem::OpenQuote);
    }
    grid.put(row, column, &cell)?;
    grid.into_table()?.ok_or(SheetProblem::Nothing)
}

/// The text in UTF-8, with its mark or without; else in Windows-1252. Whatever has other control characters than a
/// text has is no text: a picture, a PDF, UTF-16.
fn decoded(bytes: &[u8]) -> Result<String, SheetProblem> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let is_control = |&byte: &u8| byte < b' ' && !b"\t\n\r\x0b\x0c".contains(&byte);
    if bytes.iter().any(is_control) {
        return Err(SheetProblem::NotASheet);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    let letter = |&byte: &u8| match byte {
        0x80..=0x9f => Some(WINDOWS[usize::from(byte - 0x80)]).filter(|&letter| letter != '\0'),
        other => Some(char::from(other)),
    };
    let text: Option<String> = bytes.iter().map(letter).collect();
    text.ok_or(SheetProblem::NotASheet)
}

/// What stands between the cells, and the text without Excel's own line that says so (`sep=;`).
fn delimited(text: &str) -> (char, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let said = first.trim_end().strip_prefix("sep=");
    if let Some(said) = said.and_then(|said| said.parse().ok()) {
        return (said, rest);
    }
    let mut lines = text.split(['\n', '\r']);
    let headings = lines.find(|line| !line.trim().is_empty());
    let headings = headings.unwrap_or_default();
    // What stands in quotation marks divides nothing: every second piece.
    let divides = |delimiter: &char| {
        headings
            .split('"')
            .step_by(2)
            .any(|at| at.contains(*delimiter))
    };
    let delimiter = DELIMITERS.into_iter().find(divides);
    (delimiter.unwrap_or(DELIMITERS[0]), text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(file: &[u8]) -> Vec<Vec<String>> {
        let table = read(file).unwrap();
        std::iter::once(table.headings).chain(table.rows).collect()
    }

    #[test]
    fn the_delimiter_is_the_one_between_the_headings() {
        let expected = [["Nummer", "Pris, kr."], ["K1", "1.000,50"]];
        for file in [
            "Nummer;\"Pris, kr.\"\r\nK1;1.000,50\r\n",
            "Nummer;Pris, kr.\nK1;1.000,50",
            "Nummer,\"Pris, kr.\"\nK1,\"1.000,50\"\n\n",
            "Nummer\tPris, kr.\rK1\t1.000,50\r",
            "\u{feff}sep=|\r\nNummer|Pris, kr.\r\nK1|1.000,50\r\n",
        ] {
            assert_eq!(cells(file.as_bytes()), expected, "{file}");
        }
    }

    #[test]
    fn letters_come_through_in_both_encodings() {
        let expected = [["Ærø – €"]];
        assert_eq!(cells("Ærø – €".as_bytes()), expected);
        assert_eq!(cells("\u{feff}Ærø – €".as_bytes()), expected);
        assert_eq!(cells(b"\xc6r\xf8 \x96 \x80"), expected);
    }

    #[test]
    fn a_quoted_cell_holds_anything_and_rows_are_counted_as_a_spreadsheet_does() {
        let file = "A;B\n\"x;\n\"\"y\"\"\";2\" tommer\n\n;z\n";
        let table = read(file.as_bytes()).unwrap();
        assert_eq!(table.first_row, 2);
        let expected = [["x;\n\"y\"", "2\" tommer"], ["", ""], ["", "z"]];
        assert_eq!(table.rows, expected);
    }
}
