//! The cells of a table while it is read, each within the limits.

use std::collections::BTreeMap;

use barometer_domain::refusal::SheetProblem;

use crate::{CELL_LIMIT, COLUMN_LIMIT, LONGEST_CELL, ROW_LIMIT, Table};

/// Cells with something in them; rows and columns count from 0.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    rows: BTreeMap<u32, Vec<String>>,
    cells: usize,
}

impl Grid {
    /// Takes what stands in a cell; what is blank counts as nothing.
    ///
    /// # Errors
    /// When there is too much of it.
    pub(crate) fn put(&mut self, row: u32, column: u32, text: &str) -> Result<(), SheetProblem> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        if column >= COLUMN_LIMIT {
            return Err(SheetProblem::TooManyColumns);
        }
        if text.chars().count() > LONGEST_CELL {
            return Err(SheetProblem::CellTooLong);
        }
        self.cells += 1;
        if self.cells > CELL_LIMIT {
            return Err(SheetProblem::TooManyCells);
        }
        let cells = self.rows.entry(row).or_default();
        let at = usize::try_from(column).unwrap_or(usize::MAX);
        if cells.len() <= at {
            cells.resize(at + 1, String::new());
        }
        text.clone_into(&mut cells[at]);
        let first = self.rows.first_key_value().map_or(row, |(&first, _)| first);
        if row - first > ROW_LIMIT || self.rows.len() > 1 + ROW_LIMIT as usize {
            return Err(SheetProblem::TooManyRows);
        }
        Ok(())
    }

    /// The table, if there is anything in it.
    pub(crate) fn into_table(mut self) -> Result<Option<Table>, SheetProblem> {
        let width = self.rows.values().map(Vec::len).max().unwrap_or(0);
        let Some((first, mut headings)) = self.rows.pop_first() else {
            return Ok(None);
        };
        let last = self.rows.last_key_value().map_or(first, |(&last, _)| last);
        if last - first > ROW_LIMIT {
            return Err(SheetProblem::TooManyRows);
        }
        headings.resize(width, String::new());
        let row = |at: u32| {
            let mut cells = self.rows.remove(&at).unwrap_or_default();
            cells.resize(width, String::new());
            cells
        };
        Ok(Some(Table {
            headings,
            rows: (first + 1..=last).map(row).collect(),
            first_row: first.saturating_add(2),
        }))
    }
}
