//! Tables that people bring as XLSX or CSV, read within fixed bounds: whatever the file says, nothing panics, and no
//! more is unpacked or kept than the limits allow.

mod format;
mod grid;
mod package;
mod separated;
mod workbook;

use barometer_domain::refusal::SheetProblem;

/// The largest file, in bytes: 5 MB.
pub const FILE_LIMIT: usize = 5 * 1024 * 1024;
/// The most parts that a workbook's archive may have.
pub const PART_LIMIT: usize = 1_000;
/// The most bytes that a workbook's archive may unpack to, by what it says and by what is really read: 100 MB.
pub const UNPACKED_LIMIT: u64 = 100 * 1024 * 1024;
/// The most rows from the headings to the last one with something in it, without the headings.
pub const ROW_LIMIT: u32 = 2_000;
/// The most columns.
pub const COLUMN_LIMIT: u32 = 60;
/// The most cells with something in them.
pub const CELL_LIMIT: usize = 100_000;
/// The longest text in a cell, in characters.
pub const LONGEST_CELL: usize = 5_000;

/// What stands in a file, as text. Every row is as long as the headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The first row with anything in it.
    pub headings: Vec<String>,
    /// The rows below, to the last with anything in it. Blank ones are kept, so that rows can be counted.
    pub rows: Vec<Vec<String>>,
    /// The number of the first of `rows` as a spreadsheet shows it, from 1.
    pub first_row: u32,
}

/// Reads a workbook, or else separated values.
///
/// Of a workbook it is the first sheet with anything in it. Hidden sheets, rows and columns are left out, formulas
/// count as what they came to when the file was saved, and macros are never looked at. Numbers and days come out as
/// text that means the same: `240000`, `35714.29`, `2026-11-01`.
///
/// # Errors
/// See [`SheetProblem`].
pub fn read(bytes: &[u8]) -> Result<Table, SheetProblem> {
    if bytes.len() > FILE_LIMIT {
        return Err(SheetProblem::TooLarge);
    }
    if bytes.starts_with(b"PK") {
        workbook::read(bytes)
    } else {
        separated::read(bytes)
    }
}
