//! The cells of a sheet while it is read, each within the limits.

use std::collections::{BTreeMap, BTreeSet};

use barometer_domain::refusal::SheetProblem;
use barometer_domain::table::{CellKind, Table, TableCell, TableRow};

use crate::text::clean;
use crate::{CELL_LIMIT, COLUMN_LIMIT, LONGEST_CELL, ROW_LIMIT};

/// Cells with something in them; rows and columns count from 0.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    rows: BTreeMap<u32, Vec<TableCell>>,
    hidden: BTreeSet<u32>,
    spanning: BTreeSet<u32>,
    cells: usize,
}

impl Grid {
    /// Takes what stands in a cell; what is blank counts as nothing.
    ///
    /// # Errors
    /// When there is too much of it.
    pub(crate) fn put(
        &mut self,
        row: u32,
        column: u32,
        text: &str,
        kind: CellKind,
    ) -> Result<(), SheetProblem> {
        let text = clean(text);
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
            cells.resize(at + 1, TableCell::default());
        }
        cells[at] = TableCell { text, kind };
        let first = self.rows.first_key_value().map_or(row, |(&first, _)| first);
        let last = self.rows.last_key_value().map_or(row, |(&last, _)| last);
        if last - first > ROW_LIMIT {
            return Err(SheetProblem::TooManyRows);
        }
        Ok(())
    }

    /// The row cannot be seen.
    pub(crate) fn hide(&mut self, row: u32) {
        if self.hidden.len() <= ROW_LIMIT as usize {
            self.hidden.insert(row);
        }
    }

    /// These cells are shown as one. Across columns it makes the row a head; down one column, what stands in the first
    /// holds for all of them.
    pub(crate) fn merge(&mut self, from: (u32, u32), to: (u32, u32)) -> Result<(), SheetProblem> {
        if to.1 > from.1 {
            self.spanning.insert(from.0);
            return Ok(());
        }
        let column = usize::try_from(from.1).unwrap_or(usize::MAX);
        let first = self.rows.get(&from.0).and_then(|cells| cells.get(column));
        let Some(first) = first.filter(|first| !first.text.is_empty()).cloned() else {
            return Ok(());
        };
        // Only rows that have something of their own: a cell may be merged down to the end of the sheet.
        let below = self.rows.range(from.0 + 1..=to.0.max(from.0 + 1));
        let below: Vec<u32> = below
            .map(|(&row, _)| row)
            .filter(|row| *row <= to.0)
            .collect();
        for row in below {
            self.put(row, from.1, &first.text, first.kind)?;
        }
        Ok(())
    }

    /// The sheet, if there is anything in it.
    pub(crate) fn into_table(self, name: &str) -> Option<Table> {
        let width = self.rows.values().map(Vec::len).max()?;
        let (hidden, spanning) = (self.hidden, self.spanning);
        let row = |(row, mut cells): (u32, Vec<TableCell>)| {
            cells.resize(width, TableCell::default());
            TableRow {
                number: row.saturating_add(1),
                hidden: hidden.contains(&row),
                spans: spanning.contains(&row),
                cells,
            }
        };
        Some(Table {
            name: clean(name),
            rows: self.rows.into_iter().map(row).collect(),
        })
    }
}
