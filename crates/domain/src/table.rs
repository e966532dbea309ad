//! A sheet of a file that somebody brings: its cells as text, and what is odd about them.

use serde::{Deserialize, Serialize};

/// How far down headings are looked for, in rows of the sheet.
pub const HEADINGS_WITHIN: u32 = 20;

/// One sheet, or the whole of a file of separated values.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
pub struct Table {
    /// The sheet's name; empty for separated values.
    pub name: String,
    /// The rows with anything in them, from the top, all as wide as the widest.
    pub rows: Vec<TableRow>,
}

/// A row with something in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
pub struct TableRow {
    /// Its number as a spreadsheet shows it, from 1.
    pub number: u32,
    /// Whether it cannot be seen: hidden, or left out by a filter.
    pub hidden: bool,
    /// Whether a cell in it is merged across several columns, as titles and the heads of groups are.
    pub spans: bool,
    /// Its cells from the first column.
    pub cells: Vec<TableCell>,
}

/// A cell's text, and how the file stores it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
pub struct TableCell {
    /// As text, without the blanks around it. Days are `2026-11-01`, numbers have a point and no thousands.
    pub text: String,
    /// How the file stores it.
    pub kind: CellKind,
}

/// How a cell is stored in the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[serde(rename_all = "snake_case")]
pub enum CellKind {
    /// Text, a day, or anything of separated values.
    #[default]
    Text,
    /// A number that the file stores as one.
    Number,
    /// A formula that was never calculated; the text is the formula.
    Formula,
    /// An error of the spreadsheet's own; the text is what it shows, e.g. `#REF!`.
    Error,
}

impl TableCell {
    /// A cell with this text.
    pub fn of(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            kind: CellKind::Text,
        }
    }
}

impl TableRow {
    /// A visible row with this number and these texts as its cells.
    pub fn of<T: Into<String>>(number: u32, texts: impl IntoIterator<Item = T>) -> Self {
        Self {
            number,
            cells: texts.into_iter().map(TableCell::of).collect(),
            ..Self::default()
        }
    }

    /// The texts of its cells.
    pub fn texts(&self) -> Vec<String> {
        self.cells.iter().map(|cell| cell.text.clone()).collect()
    }

    /// The columns with something in them.
    pub fn filled(&self) -> Vec<usize> {
        let cells = self.cells.iter().enumerate();
        let filled = cells.filter(|(_, cell)| !cell.text.is_empty());
        filled.map(|(at, _)| at).collect()
    }
}

impl Table {
    /// Which of `rows` has the headings: of the rows down to [`HEADINGS_WITHIN`], the one in which most are `known`;
    /// where no two are, the first that could be a row of headings.
    pub fn headings(&self, known: impl Fn(&[String]) -> usize) -> Option<usize> {
        let first = self.rows.first()?.number;
        let near = |row: &&TableRow| row.number.saturating_sub(first) < HEADINGS_WITHIN;
        let rows = self.rows.iter().take_while(near);
        let mut best: Option<(usize, usize)> = None;
        for (at, row) in rows.clone().enumerate() {
            let score = known(&row.texts());
            if score >= 2 && best.is_none_or(|(most, _)| score > most) {
                best = Some((score, at));
            }
        }
        let could_be = |row: &TableRow| !row.spans && row.filled().len() >= 2;
        let found = best.map(|(_, at)| at);
        found
            .or_else(|| rows.clone().position(could_be))
            .or(Some(0))
    }
}

/// A cell as a spreadsheet names it: column 27 of row 12 is `AB12`. Columns count from 0, rows from 1.
pub fn cell_name(row: u32, column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + letter));
        left = (left - 1) / 26;
    }
    let column: String = letters.into_iter().rev().collect();
    format!("{column}{row}")
}

/// A heading as it is compared: small letters and digits only, the Danish and accented ones spelled out.
pub fn plain_heading(heading: &str) -> String {
    let mut plain = String::new();
    for letter in heading.chars().flat_map(char::to_lowercase) {
        match letter {
            'æ' | 'ä' => plain.push_str("ae"),
            'ø' | 'ö' => plain.push_str("oe"),
            'å' => plain.push_str("aa"),
            'é' | 'è' => plain.push('e'),
            'ü' => plain.push('u'),
            other if other.is_ascii_alphanumeric() => plain.push(other),
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[(u32, &[&str])]) -> Table {
        let rows = rows
            .iter()
            .map(|(number, cells)| TableRow::of(*number, cells.iter().copied()));
        Table {
            name: String::new(),
            rows: rows.collect(),
        }
    }

    #[test]
    fn headings_are_the_row_with_most_that_is_known() {
        let known = |cells: &[String]| {
            cells
                .iter()
                .filter(|cell| ["nr", "titel"].contains(&&***cell))
                .count()
        };
        let cover = table(&[
            (1, &["Oversigt", ""]),
            (2, &["titel", "2026"]),
            (4, &["nr", "titel"]),
            (5, &["1", "nr"]),
        ]);
        assert_eq!(cover.headings(known), Some(2));
        let unknown = table(&[(1, &["Oversigt", ""]), (3, &["a", "b"]), (4, &["1", "2"])]);
        assert_eq!(unknown.headings(known), Some(1));
        let far = table(&[(1, &["a", "b"]), (21, &["nr", "titel"])]);
        assert_eq!(far.headings(known), Some(0));
        assert_eq!(table(&[]).headings(known), None);
        assert_eq!(table(&[(7, &["one"])]).headings(known), Some(0));
    }

    #[test]
    fn cells_are_named_as_a_spreadsheet_does() {
        for (column, name) in [
            (0, "A12"),
            (25, "Z12"),
            (26, "AA12"),
            (27, "AB12"),
            (701, "ZZ12"),
            (702, "AAA12"),
        ] {
            assert_eq!(cell_name(12, column), name);
        }
    }
}
