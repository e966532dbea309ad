//! Spreadsheets of `LibreOffice` and others (`OpenDocument`, ISO/IEC 26300), read as far as their cells go.

use std::collections::BTreeSet;

use barometer_domain::refusal::SheetProblem;
use barometer_domain::table::CellKind;
use quick_xml::events::{BytesStart, Event};

use crate::format::{Unit, number};
use crate::grid::Grid;
use crate::package::{Package, Xml, attribute, collect};
use crate::{COLUMN_LIMIT, LONGEST_CELL, ROW_LIMIT, SHEET_LIMIT, Sheet};

const CONTENT: &str = "content.xml";

/// Whether the archive has what only a document of this kind has.
pub(crate) fn is_one(package: &mut Package<'_>) -> Result<bool, SheetProblem> {
    Ok(package.part("[Content_Types].xml")?.is_none() && package.part(CONTENT)?.is_some())
}

/// Reads the visible sheets.
pub(crate) fn read(package: &mut Package<'_>) -> Result<Vec<Sheet>, SheetProblem> {
    let mut xml = package.part(CONTENT)?.ok_or(SheetProblem::Broken)?;
    let mut hidden = BTreeSet::new();
    let mut style = String::new();
    let mut sheets = Vec::new();
    let mut is_spreadsheet = false;
    loop {
        match xml.next()? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "style" => style = attribute(&tag, "name").unwrap_or_default(),
                "table-properties" if attribute(&tag, "display").as_deref() == Some("false") => {
                    hidden.insert(std::mem::take(&mut style));
                }
                "spreadsheet" => is_spreadsheet = true,
                "table" if is_spreadsheet => {
                    let name = attribute(&tag, "name").unwrap_or_default();
                    let style = attribute(&tag, "style-name").unwrap_or_default();
                    let grid = Reader::default().table(&mut xml);
                    let is_seen = !hidden.contains(&style) && sheets.len() < SHEET_LIMIT;
                    let is_over = grid.is_err();
                    if is_seen {
                        sheets.push(Sheet::read(name, grid)?);
                    }
                    if is_over {
                        // What follows cannot be read in step any more.
                        return Ok(sheets);
                    }
                }
                _ => {}
            },
            Event::Eof if is_spreadsheet => return Ok(sheets),
            Event::Eof => return Err(SheetProblem::Broken),
            _ => {}
        }
    }
}

/// The cell that is being read.
#[derive(Default)]
struct Cell {
    text: String,
    /// What the file says it is worth, where it is a number, a day or a truth.
    value: Option<(String, CellKind)>,
    formula: String,
    is_error: bool,
    repeated: u32,
    rows: u32,
    columns: u32,
    paragraphs: u32,
}

/// Where one is in a table.
#[derive(Default)]
struct Reader {
    grid: Grid,
    row: u32,
    column: u32,
    row_repeated: u32,
    /// The columns that cannot be seen.
    hidden: BTreeSet<u32>,
    columns: u32,
    cell: Option<Cell>,
    /// How deep one is in something that is no text of the cell, such as a comment.
    aside: u32,
    /// The cells of the row that is being read.
    cells: Vec<(u32, String, CellKind)>,
    merged: Vec<((u32, u32), (u32, u32))>,
}

impl Reader {
    /// Reads to the end of the table.
    fn table(mut self, xml: &mut Xml<'_, '_>) -> Result<Grid, SheetProblem> {
        let mut depth = 0_u32;
        loop {
            let event = xml.next()?;
            match &event {
                // A table in a cell, as in a chart's data, is none of it.
                Event::Start(tag) if tag.local_name().as_ref() == "table" => depth += 1,
                Event::End(tag) if tag.local_name().as_ref() == "table" && depth > 0 => depth -= 1,
                Event::End(tag) if tag.local_name().as_ref() == "table" => {
                    for (from, to) in std::mem::take(&mut self.merged) {
                        self.grid.merge(from, to)?;
                    }
                    return Ok(self.grid);
                }
                Event::Eof => return Err(SheetProblem::Broken),
                _ if depth > 0 => {}
                Event::Start(tag) => self.begin(tag),
                Event::End(tag) => self.end(tag.local_name().as_ref())?,
                event => {
                    if let Some(cell) = &mut self.cell
                        && self.aside == 0
                        && cell.paragraphs > 0
                    {
                        collect(&mut cell.text, event);
                    }
                }
            }
        }
    }

    fn begin(&mut self, tag: &BytesStart<'_>) {
        let count = |name| {
            let said = attribute(tag, name).and_then(|count| count.parse::<u32>().ok());
            said.unwrap_or(1).max(1)
        };
        let is_seen = || {
            !matches!(
                attribute(tag, "visibility").as_deref(),
                Some("collapse" | "filter")
            )
        };
        match tag.local_name().as_ref() {
            "annotation" | "shapes" | "frame" | "custom-shape" => self.aside += 1,
            "table-column" => {
                let more = count("number-columns-repeated");
                if !is_seen() {
                    let last = self.columns.saturating_add(more).min(COLUMN_LIMIT);
                    self.hidden.extend(self.columns..last);
                }
                self.columns = self.columns.saturating_add(more);
            }
            "table-row" => {
                self.column = 0;
                self.row_repeated = count("number-rows-repeated");
                if !is_seen() {
                    let last = self.row.saturating_add(self.row_repeated.min(ROW_LIMIT));
                    (self.row..last).for_each(|row| self.grid.hide(row));
                }
            }
            "table-cell" | "covered-table-cell" => {
                let mut cell = Cell {
                    repeated: count("number-columns-repeated"),
                    rows: count("number-rows-spanned"),
                    columns: count("number-columns-spanned"),
                    formula: attribute(tag, "formula").unwrap_or_default(),
                    ..Cell::default()
                };
                worth(tag, &mut cell);
                self.cell = Some(cell);
            }
            "p" | "h" => {
                if let Some(cell) = self.cell.as_mut().filter(|_| self.aside == 0) {
                    if cell.paragraphs > 0 {
                        cell.text.push('\n');
                    }
                    cell.paragraphs += 1;
                }
            }
            "s" => self.add(&" ".repeat(count("c").min(80) as usize)),
            "tab" => self.add("\t"),
            "line-break" => self.add("\n"),
            _ => {}
        }
    }

    fn add(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|_| self.aside == 0)
            && cell.text.len() <= LONGEST_CELL * 4
        {
            cell.text.push_str(text);
        }
    }

    fn end(&mut self, name: &str) -> Result<(), SheetProblem> {
        match name {
            "annotation" | "shapes" | "frame" | "custom-shape" => {
                self.aside = self.aside.saturating_sub(1);
            }
            "table-cell" | "covered-table-cell" => {
                let Some(cell) = self.cell.take() else {
                    return Ok(());
                };
                self.take(&cell)?;
                self.column = self.column.saturating_add(cell.repeated);
            }
            "table-row" => self.end_row()?,
            _ => {}
        }
        Ok(())
    }

    fn take(&mut self, cell: &Cell) -> Result<(), SheetProblem> {
        let (text, kind) = match &cell.value {
            _ if cell.is_error => (cell.text.clone(), CellKind::Error),
            Some((value, kind)) => (value.clone(), *kind),
            None if cell.text.is_empty() && !cell.formula.is_empty() => {
                let formula = cell.formula.trim_start_matches("of:");
                (formula.to_owned(), CellKind::Formula)
            }
            None => (cell.text.clone(), CellKind::Text),
        };
        if text.trim().is_empty() {
            return Ok(());
        }
        if cell.rows > 1 || cell.columns > 1 {
            let to = |from: u32, count: u32| from.saturating_add(count - 1);
            let last = (to(self.row, cell.rows), to(self.column, cell.columns));
            self.merged.push(((self.row, self.column), last));
        }
        if cell.repeated > COLUMN_LIMIT {
            return Err(SheetProblem::TooManyColumns);
        }
        let columns = self.column..self.column.saturating_add(cell.repeated);
        for column in columns.filter(|column| !self.hidden.contains(column)) {
            self.cells.push((column, text.clone(), kind));
        }
        Ok(())
    }

    /// The row as often as it stands there.
    fn end_row(&mut self) -> Result<(), SheetProblem> {
        let cells = std::mem::take(&mut self.cells);
        let next = self.row.saturating_add(self.row_repeated);
        if !cells.is_empty() {
            if self.row_repeated > ROW_LIMIT {
                return Err(SheetProblem::TooManyRows);
            }
            for row in self.row..next {
                for (column, text, kind) in &cells {
                    self.grid.put(row, *column, text, *kind)?;
                }
            }
        }
        self.row = next;
        Ok(())
    }
}

/// What the cell is worth, whatever it shows.
fn worth(tag: &BytesStart<'_>, cell: &mut Cell) {
    let said = |name| attribute(tag, name);
    // Two attributes have this name: LibreOffice's own says of an error that it is one.
    let kinds: Vec<String> = tag
        .attributes()
        .with_checks(false)
        .filter_map(Result::ok)
        .filter(|attribute| attribute.key.local_name().as_ref() == "value-type")
        .filter_map(|attribute| {
            let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0);
            value.ok().map(std::borrow::Cow::into_owned)
        })
        .collect();
    cell.is_error = kinds.iter().any(|kind| kind == "error");
    cell.value = match kinds.first().map(String::as_str) {
        Some(kind @ ("float" | "percentage" | "currency")) => {
            let value = said("value").and_then(|value| value.parse().ok());
            let unit = match kind {
                "percentage" => Some(Unit::Percent),
                "currency" => said("currency").and_then(|name| Unit::of_currency(&name)),
                _ => None,
            };
            value.map(|value| match unit {
                Some(unit) => (unit.say(value), CellKind::Text),
                None => (number(value), CellKind::Number),
            })
        }
        Some("date") => said("date-value").map(|value| {
            let day = value.split_once("T00:00").map_or(&*value, |(day, _)| day);
            (day.to_owned(), CellKind::Text)
        }),
        Some("boolean") => said("boolean-value").map(|value| (value, CellKind::Text)),
        Some("string") => said("string-value").map(|value| (value, CellKind::Text)),
        _ => None,
    };
}
