//! Tables that people bring as XLSX, ODS or separated values, read within fixed bounds: whatever the file says,
//! nothing panics, and no more is unpacked or kept than the limits allow.
//!
//! One reader for all of them, on the server and in the vendor's browser. By hand rather than by a library: those for
//! workbooks take what a file says of its own size at its word, and those for separated values do not tell in which
//! line a quotation mark was left open.

mod format;
mod grid;
mod listed;
mod open_document;
mod package;
mod separated;
mod text;
mod workbook;

use barometer_domain::refusal::SheetProblem;
use barometer_domain::table::Table;

pub use listed::Listed;

/// The largest file, in bytes: 5 MB.
pub const FILE_LIMIT: usize = 5 * 1024 * 1024;
/// The most parts that a workbook's archive may have.
pub const PART_LIMIT: usize = 1_000;
/// The most bytes that a workbook's archive may unpack to, by what it says and by what is really read: 100 MB.
pub const UNPACKED_LIMIT: u64 = 100 * 1024 * 1024;
/// The most rows from the first to the last with something in it, without the first: 5,000 and room for headings.
pub const ROW_LIMIT: u32 = 5_020;
/// The most columns.
pub const COLUMN_LIMIT: u32 = 60;
/// The most cells with something in them, of one sheet.
pub const CELL_LIMIT: usize = 100_000;
/// The longest text in a cell, in characters.
pub const LONGEST_CELL: usize = 5_000;
/// The most sheets that are read.
const SHEET_LIMIT: usize = 30;

/// A sheet by its name, or why it cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// As the workbook calls it; empty for separated values.
    pub name: String,
    /// Its rows.
    pub table: Result<Table, SheetProblem>,
}

/// Reads the sheets with anything in them, in the order of the workbook.
///
/// Hidden sheets and columns are left out, hidden rows are marked, formulas count as what they came to when the file
/// was saved, and macros are never looked at. Numbers and days come out as text that means the same: `240000`,
/// `35714.29`, `2026-11-01`.
///
/// # Errors
/// See [`SheetProblem`]; what is wrong with one sheet alone stands at that sheet.
pub fn read(bytes: &[u8]) -> Result<Vec<Sheet>, SheetProblem> {
    if bytes.len() > FILE_LIMIT {
        return Err(SheetProblem::TooLarge);
    }
    let sheets = if bytes.starts_with(b"PK") {
        let mut package = package::Package::open(bytes)?;
        if open_document::is_one(&mut package)? {
            open_document::read(&mut package)?
        } else {
            workbook::read(&mut package)?
        }
    } else {
        vec![Sheet::of(String::new(), separated::read(bytes)?)]
    };
    let mut sheets = sheets;
    sheets.retain(|sheet| sheet.table != Err(SheetProblem::Nothing));
    if sheets.is_empty() {
        return Err(SheetProblem::Nothing);
    }
    Ok(sheets)
}

/// Reads text that was pasted, as from a spreadsheet.
///
/// # Errors
/// See [`SheetProblem`].
pub fn read_text(text: &str) -> Result<Table, SheetProblem> {
    if text.len() > FILE_LIMIT {
        return Err(SheetProblem::TooLarge);
    }
    separated::read_text(text)?
        .into_table("")
        .ok_or(SheetProblem::Nothing)
}

/// The sheet that is meant: the one with this name, or else the first in which most headings are `known`.
///
/// # Errors
/// What is wrong with that sheet, or with the first one where none can be read.
pub fn choose(
    sheets: Vec<Sheet>,
    name: Option<&str>,
    known: impl Fn(&[String]) -> usize,
) -> Result<Table, SheetProblem> {
    let score = |sheet: &Sheet| {
        let Ok(table) = &sheet.table else { return 0 };
        let headings = table.headings(&known).and_then(|at| table.rows.get(at));
        1 + headings.map_or(0, |row| known(&row.texts()))
    };
    let named = name.and_then(|name| sheets.iter().position(|sheet| sheet.name == name));
    let best = || (0..sheets.len()).rev().max_by_key(|&at| score(&sheets[at]));
    let at = named.or_else(best).ok_or(SheetProblem::Nothing)?;
    let chosen = sheets.into_iter().nth(at);
    chosen.map_or(Err(SheetProblem::Nothing), |sheet| sheet.table)
}

impl Sheet {
    fn of(name: String, grid: grid::Grid) -> Self {
        let table = grid.into_table(&name).ok_or(SheetProblem::Nothing);
        Self { name, table }
    }

    /// A sheet that was read, or why it was not; what is wrong with the file itself is passed on.
    fn read(name: String, grid: Result<grid::Grid, SheetProblem>) -> Result<Self, SheetProblem> {
        match grid {
            Ok(grid) => Ok(Self::of(name, grid)),
            Err(
                problem @ (SheetProblem::TooManyRows
                | SheetProblem::TooManyColumns
                | SheetProblem::TooManyCells
                | SheetProblem::CellTooLong),
            ) => Ok(Self {
                name,
                table: Err(problem),
            }),
            Err(problem) => Err(problem),
        }
    }
}
