//! Workbooks (ECMA-376), read as far as their cells go. Not by a library: those take what a file says of its own size
//! at its word before they read, which ends the process of whoever does so on a server.

use std::collections::{BTreeMap, BTreeSet};

use barometer_domain::refusal::SheetProblem;
use quick_xml::events::{BytesStart, Event};

use crate::format::{FROM_1904, day, is_built_in_day, number, shows_day};
use crate::grid::Grid;
use crate::package::{Package, Xml, attribute, collect, is_on};
use crate::{COLUMN_LIMIT, PART_LIMIT, Table};

/// The most texts that a workbook's cells share.
const TEXT_LIMIT: usize = 1_000_000;
/// The most styles of cells; Excel's own limit is 65,490.
const STYLE_LIMIT: usize = 70_000;

/// Reads the first visible sheet with anything in it.
pub(crate) fn read(bytes: &[u8]) -> Result<Table, SheetProblem> {
    let mut package = Package::open(bytes)?;
    let top = links(&mut package, "", "_rels/.rels")?;
    let book = find(&top, "/officeDocument").ok_or(SheetProblem::Broken)?;
    let (folder, name) = book.rsplit_once('/').unwrap_or(("", &book));
    let links = links(
        &mut package,
        folder,
        &join(folder, &format!("_rels/{name}.rels")),
    )?;
    let book_says = sheets(&mut package, &book)?;
    let known = Known {
        texts: texts(&mut package, find(&links, "/sharedStrings"))?,
        days: days(&mut package, find(&links, "/styles"))?,
        from: book_says.from,
    };
    for sheet in book_says.visible {
        let link = links.get(&sheet).ok_or(SheetProblem::Broken)?;
        if !link.kind.ends_with("/worksheet") {
            continue;
        }
        let xml = package.part(&link.target)?.ok_or(SheetProblem::Broken)?;
        if let Some(table) = cells(xml, &known)?.into_table()? {
            return Ok(table);
        }
    }
    Err(SheetProblem::Nothing)
}

/// From one part to another.
struct Link {
    kind: String,
    target: String,
}

/// The target of the first link of a kind.
fn find(links: &BTreeMap<String, Link>, kind: &str) -> Option<String> {
    let mut links = links.values();
    let found = links.find(|link| link.kind.ends_with(kind));
    found.map(|link| link.target.clone())
}

/// A target from a folder; one that begins with a slash is from the top.
fn join(folder: &str, target: &str) -> String {
    match target.strip_prefix('/') {
        Some(target) => target.to_owned(),
        None if folder.is_empty() => target.to_owned(),
        None => format!("{folder}/{target}"),
    }
}

/// The links of a part, by their name.
fn links(
    package: &mut Package<'_>,
    folder: &str,
    part: &str,
) -> Result<BTreeMap<String, Link>, SheetProblem> {
    let mut xml = package.part(part)?.ok_or(SheetProblem::Broken)?;
    let mut links = BTreeMap::new();
    loop {
        match xml.next()? {
            Event::Start(tag) if tag.local_name().as_ref() == "Relationship" => {
                let says = |name| attribute(&tag, name).unwrap_or_default();
                let target = join(folder, &says("Target"));
                let kind = says("Type");
                links.insert(says("Id"), Link { kind, target });
            }
            Event::Eof => return Ok(links),
            _ if links.len() > PART_LIMIT => return Err(SheetProblem::TooManyParts),
            _ => {}
        }
    }
}

/// What the workbook's own part says.
struct Book {
    /// The names of the links to the sheets that can be seen, in order.
    visible: Vec<String>,
    /// How many days are added to every day.
    from: i32,
}

fn sheets(package: &mut Package<'_>, part: &str) -> Result<Book, SheetProblem> {
    let mut xml = package.part(part)?.ok_or(SheetProblem::Broken)?;
    let mut book = Book {
        visible: Vec::new(),
        from: 0,
    };
    loop {
        match xml.next()? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "sheet" if attribute(&tag, "state").is_none_or(|state| state == "visible") => {
                    book.visible.extend(attribute(&tag, "id"));
                }
                "workbookPr" if is_on(&tag, "date1904") => book.from = FROM_1904,
                _ => {}
            },
            Event::Eof => return Ok(book),
            _ if book.visible.len() > PART_LIMIT => return Err(SheetProblem::TooManyParts),
            _ => {}
        }
    }
}

/// What cells refer to.
struct Known {
    texts: Vec<String>,
    /// The styles that show a day.
    days: BTreeSet<usize>,
    /// How many days are added to every day.
    from: i32,
}

/// The texts that cells share, each cut where it is too long for a cell.
fn texts(package: &mut Package<'_>, part: Option<String>) -> Result<Vec<String>, SheetProblem> {
    let mut texts = Vec::new();
    let Some(part) = part else {
        return Ok(texts);
    };
    let mut xml = package.part(&part)?.ok_or(SheetProblem::Broken)?;
    let mut text = String::new();
    let mut inside = Inside::default();
    loop {
        let event = xml.next()?;
        match &event {
            Event::End(tag) if tag.local_name().as_ref() == "si" => {
                texts.push(std::mem::take(&mut text));
                if texts.len() > TEXT_LIMIT {
                    return Err(SheetProblem::TooManyCells);
                }
            }
            Event::Eof => return Ok(texts),
            event => inside.follow(event, &mut text),
        }
    }
}

/// Whether what comes is a cell's text, and not how it sounds.
#[derive(Default)]
struct Inside {
    text: bool,
    sound: bool,
}

impl Inside {
    /// Takes note of where the text is, and collects it.
    fn follow(&mut self, event: &Event<'_>, text: &mut String) {
        match event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "t" | "v" => self.text = true,
                "rPh" => self.sound = true,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" | "v" => self.text = false,
                "rPh" => self.sound = false,
                _ => {}
            },
            event if self.text && !self.sound => collect(text, event),
            _ => {}
        }
    }
}

/// The styles whose numbers are days.
fn days(package: &mut Package<'_>, part: Option<String>) -> Result<BTreeSet<usize>, SheetProblem> {
    let mut days = BTreeSet::new();
    let Some(part) = part else {
        return Ok(days);
    };
    let mut xml = package.part(&part)?.ok_or(SheetProblem::Broken)?;
    let mut own = BTreeMap::new();
    let (mut of_cells, mut at) = (false, 0);
    loop {
        match xml.next()? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "numFmt" if own.len() < STYLE_LIMIT => {
                    let format = attribute(&tag, "formatCode").unwrap_or_default();
                    own.extend(format_of(&tag).map(|id| (id, shows_day(&format))));
                }
                "cellXfs" => of_cells = true,
                "xf" if of_cells && at < STYLE_LIMIT => {
                    let id = format_of(&tag).unwrap_or(0);
                    let own = own.get(&id).copied();
                    if own.unwrap_or_else(|| is_built_in_day(id)) {
                        days.insert(at);
                    }
                    at += 1;
                }
                _ => {}
            },
            Event::End(tag) if tag.local_name().as_ref() == "cellXfs" => of_cells = false,
            Event::Eof => return Ok(days),
            _ => {}
        }
    }
}

fn format_of(tag: &BytesStart<'_>) -> Option<u32> {
    attribute(tag, "numFmtId")?.parse().ok()
}

/// The cell that is being read.
#[derive(Default)]
struct Cell {
    at: (u32, u32),
    kind: String,
    style: usize,
    text: String,
}

/// The cells of a sheet that can be seen.
fn cells(mut xml: Xml<'_, '_>, known: &Known) -> Result<Grid, SheetProblem> {
    let mut grid = Grid::default();
    let mut hidden = BTreeSet::new();
    let (mut row, mut column) = (0_u32, 0_u32);
    let mut is_hidden_row = false;
    let mut cell: Option<Cell> = None;
    let mut inside = Inside::default();
    loop {
        let event = xml.next()?;
        match &event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "col" if is_on(tag, "hidden") => hidden.extend(columns(tag)),
                "row" => {
                    let number = attribute(tag, "r").and_then(|number| number.parse().ok());
                    row = number.unwrap_or_else(|| row.saturating_add(1));
                    column = 0;
                    is_hidden_row = is_on(tag, "hidden");
                }
                "c" => {
                    let named = attribute(tag, "r");
                    let at = match named.as_deref().map(position) {
                        Some(None) => return Err(SheetProblem::Broken),
                        Some(Some(at)) => at,
                        None => (row.saturating_sub(1), column),
                    };
                    column = at.1.saturating_add(1);
                    let style = attribute(tag, "s").and_then(|style| style.parse().ok());
                    cell = Some(Cell {
                        at,
                        kind: attribute(tag, "t").unwrap_or_default(),
                        style: style.unwrap_or(0),
                        text: String::new(),
                    });
                }
                _ => inside.follow(&event, &mut String::new()),
            },
            Event::End(tag) if tag.local_name().as_ref() == "sheetData" => return Ok(grid),
            Event::End(tag) if tag.local_name().as_ref() == "c" => {
                if let Some(cell) = cell.take()
                    && !is_hidden_row
                    && !hidden.contains(&cell.at.1)
                {
                    grid.put(cell.at.0, cell.at.1, &said(&cell, known)?)?;
                }
            }
            Event::Eof => return Err(SheetProblem::Broken),
            event => {
                let mut nowhere = String::new();
                let text = cell.as_mut().map_or(&mut nowhere, |cell| &mut cell.text);
                inside.follow(event, text);
            }
        }
    }
}

/// The columns, from 0, that a `col` is about, as far as any are read.
fn columns(tag: &BytesStart<'_>) -> impl Iterator<Item = u32> + use<> {
    let number = |name| attribute(tag, name).and_then(|number| number.parse::<u32>().ok());
    let (first, last) = (number("min").unwrap_or(1), number("max").unwrap_or(0));
    (first..=last.min(COLUMN_LIMIT)).map(|column| column.saturating_sub(1))
}

/// Row and column of `AB12`, from 0.
fn position(name: &str) -> Option<(u32, u32)> {
    let digits = name.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, digits) = name.split_at(digits);
    let row: u32 = digits.parse().ok()?;
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let letter = letter.to_ascii_uppercase();
        let value = letter.is_ascii_uppercase().then(|| letter - b'A' + 1)?;
        column.checked_mul(26)?.checked_add(value.into())
    })?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

/// What a cell says, as text.
fn said(cell: &Cell, known: &Known) -> Result<String, SheetProblem> {
    let text = cell.text.trim();
    let shared = || {
        let at: usize = text.parse().ok()?;
        known.texts.get(at).cloned()
    };
    Ok(match &*cell.kind {
        _ if text.is_empty() => String::new(),
        "s" => shared().ok_or(SheetProblem::Broken)?,
        "b" if text == "1" => "true".into(),
        "b" if text == "0" => "false".into(),
        "d" => text
            .split_once("T00:00")
            .map_or(text, |(day, _)| day)
            .into(),
        "" | "n" => match text.parse::<f64>() {
            Ok(value) if known.days.contains(&cell.style) => {
                day(value, known.from).map_or_else(|| number(value), |day| day.to_string())
            }
            Ok(value) => number(value),
            Err(_) => text.into(),
        },
        _ => text.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_by_their_names() {
        assert_eq!(position("A1"), Some((0, 0)));
        assert_eq!(position("ab12"), Some((11, 27)));
        assert_eq!(position("XFD1048576"), Some((1_048_575, 16_383)));
        for none in [
            "",
            "A",
            "1",
            "A0",
            "A1A",
            "Å1",
            "AAAAAAAAAA1",
            "A99999999999",
        ] {
            assert_eq!(position(none), None, "{none}");
        }
    }
}
