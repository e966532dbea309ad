//! A table as text that a person can mend.

use barometer_domain::table::{Table, TableRow};

/// A file as text: semicolons between cells, and every row where the spreadsheet has it, so that a cell keeps its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// All rows.
    pub text: String,
    /// The same without what is hidden in the file.
    pub visible: String,
    /// How many rows are hidden.
    pub hidden: usize,
}

impl Listed {
    /// What a sheet says.
    pub fn of(table: &Table) -> Self {
        Self {
            text: lines(table, |_| true),
            visible: lines(table, |row| !row.hidden),
            hidden: table.rows.iter().filter(|row| row.hidden).count(),
        }
    }
}

/// The rows as text, with blank lines for those that are left out; so the numbers stay.
fn lines(table: &Table, is_taken: fn(&TableRow) -> bool) -> String {
    let mut text = String::new();
    let mut number = 1;
    for row in table.rows.iter().filter(|row| is_taken(row)) {
        while number < row.number {
            text.push('\n');
            number += 1;
        }
        let cells: Vec<String> = row.cells.iter().map(|cell| quoted(&cell.text)).collect();
        text.push_str(&cells.join(";"));
        text.push('\n');
        number += 1;
    }
    text
}

fn quoted(cell: &str) -> String {
    if cell.contains([';', '\t', '"', '\n']) {
        return format!("\"{}\"", cell.replace('"', "\"\""));
    }
    cell.to_owned()
}
