//! Separated values (RFC 4180), as Danish and English spreadsheets write them, in any encoding of Excel's.

use barometer_domain::refusal::SheetProblem;
use barometer_domain::table::{CellKind, HEADINGS_WITHIN};

use crate::grid::Grid;

/// What may stand between two cells. A comma stands in them too (`Pris, kr.`), so it comes last.
const DELIMITERS: [char; 3] = ['\t', ';', ','];

/// How many lines tell what stands between the cells: those among which headings are, and some below them.
const LOOKED_AT: usize = HEADINGS_WITHIN as usize + 10;

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

/// Reads a file of separated values.
pub(crate) fn read(bytes: &[u8]) -> Result<Grid, SheetProblem> {
    read_text(&decoded(bytes)?)
}

/// Reads separated values. A row is what a spreadsheet shows as one, however many lines its cells have.
pub(crate) fn read_text(text: &str) -> Result<Grid, SheetProblem> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (delimiter, text, skipped) = delimited(text);
    let mut grid = Grid::default();
    let (mut row, mut column) = (0, 0);
    // Lines of the file, for a person who opens it in an editor.
    let (mut line, mut opened) = (1 + skipped, 1);
    let mut cell = String::new();
    let mut at = At::Start;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let ends_line = letter == '\n' || (letter == '\r' && letters.peek() != Some(&'\n'));
        line += u32::from(ends_line);
        match (at, letter) {
            (At::Quoted, '"') => at = At::Closed,
            (At::Quoted, other) => cell.push(other),
            (At::Closed, '"') => {
                cell.push('"');
                at = At::Quoted;
            }
            (At::Start, '"') => {
                cell.clear();
                at = At::Quoted;
                opened = line;
            }
            (_, '\r') if letters.peek() == Some(&'\n') => {}
            (_, letter) if letter == delimiter || ends_line => {
                grid.put(row, column, &cell, CellKind::Text)?;
                cell.clear();
                (row, column) = if letter == delimiter {
                    (row, column + 1)
                } else {
                    (row + 1, 0)
                };
                at = At::Start;
            }
            (At::Start, ' ') => cell.push(' '),
            (_, other) => {
                cell.push(other);
                at = At::Plain;
            }
        }
    }
    if at == At::Quoted {
        return Err(SheetProblem::OpenQuote { line: opened });
    }
    grid.put(row, column, &cell, CellKind::Text)?;
    Ok(grid)
}

/// The text in UTF-8 or UTF-16, with their marks or without; else in Windows-1252. Whatever has other control
/// characters than a text has is no text: a picture, a PDF.
fn decoded(bytes: &[u8]) -> Result<String, SheetProblem> {
    if let Some(text) = utf16(bytes) {
        let text = text.ok_or(SheetProblem::NotASheet)?;
        return is_text(&text)
            .then_some(text)
            .ok_or(SheetProblem::NotASheet);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = if let Ok(text) = std::str::from_utf8(bytes) {
        text.to_owned()
    } else {
        let letter = |&byte: &u8| match byte {
            0x80..=0x9f => Some(WINDOWS[usize::from(byte - 0x80)]).filter(|&letter| letter != '\0'),
            other => Some(char::from(other)),
        };
        let text: Option<String> = bytes.iter().map(letter).collect();
        text.ok_or(SheetProblem::NotASheet)?
    };
    is_text(&text)
        .then_some(text)
        .ok_or(SheetProblem::NotASheet)
}

fn is_text(text: &str) -> bool {
    let is_usual =
        |letter: char| matches!(letter, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}') || letter >= ' ';
    text.chars().all(is_usual)
}

/// The text, if it is in UTF-16: by its mark, or because every second byte of the beginning is a nought. `Some(None)`
/// where it is damaged.
#[expect(
    clippy::option_option,
    reason = "another encoding is not a damaged one"
)]
fn utf16(bytes: &[u8]) -> Option<Option<String>> {
    let beginning = &bytes[..bytes.len().min(64)];
    let noughts = |from: usize| {
        let bytes = beginning.iter().skip(from).step_by(2);
        bytes.filter(|byte| **byte == 0).count() * 4 >= beginning.len().max(4)
    };
    let unit: fn([u8; 2]) -> u16 = match bytes {
        [0xff, 0xfe, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] => u16::from_be_bytes,
        _ if noughts(1) && !noughts(0) => u16::from_le_bytes,
        _ if noughts(0) && !noughts(1) => u16::from_be_bytes,
        _ => return None,
    };
    let pairs = bytes.chunks_exact(2);
    if !pairs.remainder().is_empty() {
        return Some(None);
    }
    let units = pairs.map(|pair| unit([pair[0], pair[1]]));
    let text: Result<String, _> = char::decode_utf16(units).collect();
    Some(
        text.ok()
            .map(|text| text.trim_start_matches('\u{feff}').to_owned()),
    )
}

/// What stands between the cells, and the text without Excel's own line that says so (`sep=;`), with the number of
/// lines left out.
fn delimited(text: &str) -> (char, &str, u32) {
    let end = text.find(['\n', '\r']).unwrap_or(text.len());
    let (first, rest) = text.split_at(end);
    let bare = first.trim().trim_matches('"');
    let said = bare
        .get(..4)
        .filter(|word| word.eq_ignore_ascii_case("sep="));
    let mut letters = said.map_or("", |_| &bare[4..]).chars();
    if let (Some(said), None) = (letters.next(), letters.next()) {
        let rest = rest.strip_prefix("\r\n").or_else(|| rest.get(1..));
        return (said, rest.unwrap_or_default(), 1);
    }
    let lines = first_lines(text);
    let lines_with = |delimiter| lines.iter().filter(|line| line.contains(delimiter)).count();
    let usual = DELIMITERS
        .into_iter()
        .find(|&delimiter| lines_with(delimiter) * 2 >= lines.len().max(1));
    let most = || {
        DELIMITERS
            .into_iter()
            .rev()
            .max_by_key(|&delimiter| lines_with(delimiter))
    };
    let below_prose = || {
        let mut delimiters = DELIMITERS.into_iter();
        delimiters.find(|&delimiter| delimiter != ',' && divides_a_list(&lines, delimiter))
    };
    let delimiter = usual
        .filter(|usual| *usual != ',')
        .or_else(below_prose)
        .or(usual)
        .or_else(most)
        .filter(|&delimiter| lines_with(delimiter) > 0);
    (delimiter.unwrap_or(';'), text, 0)
}

/// Whether a list begins where this delimiter does, below prose with commas in it: each line has as many of them, and
/// commas stand in the cells only.
fn divides_a_list(lines: &[String], delimiter: char) -> bool {
    let number = |line: &str, of: char| line.matches(of).count();
    let begins = lines.iter().position(|line| line.contains(delimiter));
    let Some(list) = begins.map(|begins| &lines[begins..]) else {
        return false;
    };
    let columns = number(&list[0], delimiter);
    let list: Vec<&String> = list
        .iter()
        .take_while(|line| number(line, delimiter) == columns)
        .collect();
    let commas = number(list[0], ',');
    let commas_divide = commas > 0 && list.iter().all(|line| number(line, ',') == commas);
    list.len() > 1 && !commas_divide
}

/// The first lines with something in them, without what stands in quotation marks: that divides nothing.
fn first_lines(text: &str) -> Vec<String> {
    let divides = |letter: Option<char>| {
        letter.is_none_or(|letter| matches!(letter, '\n' | '\r') || DELIMITERS.contains(&letter))
    };
    let mut lines = vec![String::new()];
    let (mut is_quoted, mut before) = (false, None);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => _ = letters.next(),
            '"' if is_quoted && divides(letters.peek().copied()) => is_quoted = false,
            '"' if !is_quoted && divides(before) => is_quoted = true,
            '\n' | '\r' if !is_quoted => {
                if lines.last().is_some_and(|line| !line.trim().is_empty()) {
                    lines.push(String::new());
                }
                if lines.len() > LOOKED_AT {
                    break;
                }
            }
            letter if !is_quoted => {
                if let Some(line) = lines.last_mut() {
                    line.push(letter);
                }
            }
            _ => {}
        }
        before = Some(letter);
    }
    lines.retain(|line| !line.trim().is_empty());
    lines
}

#[cfg(test)]
mod tests {
    use barometer_domain::table::{Table, TableRow};

    use super::*;

    fn table(file: &[u8]) -> Table {
        read(file).unwrap().into_table("").unwrap()
    }

    fn cells(file: &[u8]) -> Vec<Vec<String>> {
        table(file).rows.iter().map(TableRow::texts).collect()
    }

    #[test]
    fn the_delimiter_is_the_one_between_most_cells() {
        let expected = [["Nummer", "Pris, kr."], ["K1", "1.000,50"]];
        for file in [
            "Nummer;\"Pris, kr.\"\r\nK1;1.000,50\r\n",
            "Nummer;Pris, kr.\nK1;1.000,50",
            "Nummer,\"Pris, kr.\"\nK1,\"1.000,50\"\n\n",
            "Nummer\tPris, kr.\rK1\t1.000,50\r",
            "\u{feff}sep=|\r\nNummer|Pris, kr.\r\nK1|1.000,50\r\n",
            "\"sep=,\"\nNummer,\"Pris, kr.\"\nK1, \"1.000,50\"\n",
            "SEP=;\rNummer;Pris, kr.\rK1;1.000,50\r",
        ] {
            assert_eq!(cells(file.as_bytes()), expected, "{file}");
        }
        let titled = "Ønsker, samlet oversigt\n\nNummer\tPris\nK1\ta; b\n";
        assert_eq!(cells(titled.as_bytes())[2], ["K1", "a; b"]);
    }

    #[test]
    fn letters_come_through_in_every_encoding() {
        let expected = [["Ærø – €"]];
        assert_eq!(cells("Ærø – €".as_bytes()), expected);
        assert_eq!(cells("\u{feff}Ærø – €".as_bytes()), expected);
        assert_eq!(cells(b"\xc6r\xf8 \x96 \x80"), expected);
        for mark in ["\u{feff}", ""] {
            let units: Vec<u16> = format!("{mark}Ærø – €").encode_utf16().collect();
            let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
            let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
            assert_eq!(cells(&little), expected, "{mark:?}");
            assert_eq!(cells(&big), expected, "{mark:?}");
        }
    }

    #[test]
    fn a_quoted_cell_holds_anything_and_rows_are_counted_as_a_spreadsheet_does() {
        let file = "A;B\n\"x;\n\"\"y\"\"\";2\" tommer\n\n;z\n";
        let numbers: Vec<u32> = table(file.as_bytes())
            .rows
            .iter()
            .map(|row| row.number)
            .collect();
        assert_eq!(numbers, [1, 2, 4]);
        let expected = [["A", "B"], ["x;\n\"y\"", "2\" tommer"], ["", "z"]];
        assert_eq!(cells(file.as_bytes()), expected);
    }

    #[test]
    fn a_quotation_mark_that_stays_open_is_told_with_its_line() {
        for (file, line) in [
            ("A;B\n1;\"x\ny;z\n", 2),
            ("sep=;\r\nA;B\r\n\"x\r\ny\";z\r\n\"w", 5),
            ("\"", 1),
        ] {
            let problem = read(file.as_bytes()).unwrap_err();
            assert_eq!(problem, SheetProblem::OpenQuote { line }, "{file}");
        }
    }
}
