//! Workbooks (ECMA-376), read as far as their cells go. Not by a library: those take what a file says of its own size
//! at its word before they read, which ends the process of whoever does so on a server.

use std::collections::{BTreeMap, BTreeSet};

use barometer_domain::refusal::SheetProblem;
use barometer_domain::table::CellKind;
use quick_xml::events::{BytesStart, Event};

use crate::format::{FROM_1904, Unit, day, is_built_in_day, number, shows_day};
use crate::grid::Grid;
use crate::package::{Package, Xml, attribute, collect, is_on};
use crate::{COLUMN_LIMIT, PART_LIMIT, SHEET_LIMIT, Sheet};

/// The most texts that a workbook's cells share.
const TEXT_LIMIT: usize = 1_000_000;
/// The most styles of cells; Excel's own limit is 65,490.
const STYLE_LIMIT: usize = 70_000;

/// The most ranges of merged cells that are looked at.
const MERGE_LIMIT: usize = 10_000;

/// Reads the visible sheets.
pub(crate) fn read(package: &mut Package<'_>) -> Result<Vec<Sheet>, SheetProblem> {
    let top = links(package, "", "_rels/.rels")?;
    let book = find(&top, "/officeDocument").ok_or(SheetProblem::Broken)?;
    let (folder, name) = book.rsplit_once('/').unwrap_or(("", &book));
    let links = links(
        package,
        folder,
        &join(folder, &format!("_rels/{name}.rels")),
    )?;
    let book_says = sheets(package, &book)?;
    let known = Known {
        texts: texts(package, find(&links, "/sharedStrings"))?,
        styles: styles(package, find(&links, "/styles"))?,
        from: book_says.from,
    };
    let mut read = Vec::new();
    for (name, sheet) in book_says.visible.into_iter().take(SHEET_LIMIT) {
        let link = links.get(&sheet).ok_or(SheetProblem::Broken)?;
        if !link.kind.ends_with("/worksheet") {
            continue;
        }
        let xml = package.part(&link.target)?.ok_or(SheetProblem::Broken)?;
        read.push(Sheet::read(name, cells(xml, &known))?);
    }
    Ok(read)
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

/// A target from a folder; one that begins with a slash is from the top. Programs write `./` and `../` in it, slashes
/// that lean backwards, and letters as `%20`.
fn join(folder: &str, target: &str) -> String {
    let target = unescaped(&target.replace('\\', "/"));
    let whole = match target.strip_prefix('/') {
        Some(target) => target.to_owned(),
        None => format!("{folder}/{target}"),
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.split('/') {
        match part {
            "" | "." => {}
            ".." => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The text with its `%20` as what they stand for.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut left = text.as_bytes();
    while let [first, rest @ ..] = left {
        let digits = rest
            .get(..2)
            .and_then(|digits| std::str::from_utf8(digits).ok());
        let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        (left, ()) = match byte.filter(|_| *first == b'%') {
            Some(byte) => (&rest[2..], bytes.push(byte)),
            None => (rest, bytes.push(*first)),
        };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
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
    /// The sheets that can be seen, in order: their names and those of their links.
    visible: Vec<(String, String)>,
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
                    let name = attribute(&tag, "name").unwrap_or_default();
                    book.visible
                        .extend(attribute(&tag, "id").map(|id| (name, id)));
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
    /// What the styles show that say more than a number, by their place.
    styles: BTreeMap<usize, Shows>,
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
            event => inside.follow(event, &mut text, &mut String::new()),
        }
    }
}

/// Whether what comes is a cell's text, and not how it sounds or is worked out.
#[derive(Default)]
struct Inside {
    text: bool,
    sound: bool,
    formula: bool,
}

impl Inside {
    /// Takes note of where one is, and collects the text and the formula.
    fn follow(&mut self, event: &Event<'_>, text: &mut String, formula: &mut String) {
        match event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "t" | "v" => self.text = true,
                "rPh" => self.sound = true,
                "f" => self.formula = true,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" | "v" => self.text = false,
                "rPh" => self.sound = false,
                "f" => self.formula = false,
                _ => {}
            },
            event if self.formula => collect(formula, event),
            event if self.text && !self.sound => collect(text, event),
            _ => {}
        }
    }
}

/// What a style shows where it is more than a number.
#[derive(Clone, Copy)]
enum Shows {
    Day,
    Unit(Unit),
}

impl Shows {
    fn of_format(format: &str) -> Option<Self> {
        let unit = || Unit::of_format(format).map(Self::Unit);
        shows_day(format).then_some(Self::Day).or_else(unit)
    }

    fn of_built_in(id: u32) -> Option<Self> {
        let unit = || Unit::of_built_in(id).map(Self::Unit);
        is_built_in_day(id).then_some(Self::Day).or_else(unit)
    }
}

/// The styles whose numbers are days, parts or amounts in another currency.
fn styles(
    package: &mut Package<'_>,
    part: Option<String>,
) -> Result<BTreeMap<usize, Shows>, SheetProblem> {
    let mut styles = BTreeMap::new();
    let Some(part) = part else {
        return Ok(styles);
    };
    let mut xml = package.part(&part)?.ok_or(SheetProblem::Broken)?;
    let mut own = BTreeMap::new();
    let (mut of_cells, mut at) = (false, 0);
    loop {
        match xml.next()? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "numFmt" if own.len() < STYLE_LIMIT => {
                    let format = attribute(&tag, "formatCode").unwrap_or_default();
                    own.extend(format_of(&tag).map(|id| (id, Shows::of_format(&format))));
                }
                "cellXfs" => of_cells = true,
                "xf" if of_cells && at < STYLE_LIMIT => {
                    let id = format_of(&tag).unwrap_or(0);
                    let own = own.get(&id).copied();
                    let shows = own.unwrap_or_else(|| Shows::of_built_in(id));
                    styles.extend(shows.map(|shows| (at, shows)));
                    at += 1;
                }
                _ => {}
            },
            Event::End(tag) if tag.local_name().as_ref() == "cellXfs" => of_cells = false,
            Event::Eof => return Ok(styles),
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
    /// What it is worked out by, after an equals sign; empty if it is not.
    formula: String,
}

/// The cells of a sheet that can be seen.
fn cells(mut xml: Xml<'_, '_>, known: &Known) -> Result<Grid, SheetProblem> {
    let mut grid = Grid::default();
    let mut hidden = BTreeSet::new();
    let (mut row, mut column) = (0_u32, 0_u32);
    let mut cell: Option<Cell> = None;
    let mut inside = Inside::default();
    let (mut is_whole, mut merges) = (false, 0);
    loop {
        let event = xml.next()?;
        match &event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "col" if is_on(tag, "hidden") => hidden.extend(columns(tag)),
                "row" => {
                    let number = attribute(tag, "r").and_then(|number| number.parse().ok());
                    row = number.unwrap_or_else(|| row.saturating_add(1));
                    column = 0;
                    let is_flat = attribute(tag, "ht").is_some_and(|height| height == "0");
                    if is_on(tag, "hidden") || is_flat {
                        grid.hide(row.saturating_sub(1));
                    }
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
                        ..Cell::default()
                    });
                }
                "mergeCell" if merges < MERGE_LIMIT => {
                    merges += 1;
                    let area = attribute(tag, "ref").unwrap_or_default();
                    if let Some((from, to)) = area
                        .split_once(':')
                        .and_then(|(from, to)| Some((position(from)?, position(to)?)))
                    {
                        grid.merge(from, to)?;
                    }
                }
                name => {
                    if let (Some(cell), "f") = (&mut cell, name) {
                        "=".clone_into(&mut cell.formula);
                    }
                    inside.follow(&event, &mut String::new(), &mut String::new());
                }
            },
            Event::End(tag) if tag.local_name().as_ref() == "sheetData" => is_whole = true,
            Event::End(tag) if tag.local_name().as_ref() == "c" => {
                if let Some(cell) = cell.take()
                    && !hidden.contains(&cell.at.1)
                {
                    let (text, kind) = said(&cell, known)?;
                    grid.put(cell.at.0, cell.at.1, &text, kind)?;
                }
            }
            Event::Eof if is_whole => return Ok(grid),
            Event::Eof => return Err(SheetProblem::Broken),
            event => {
                let nowhere = &mut Cell::default();
                let cell = cell.as_mut().unwrap_or(nowhere);
                inside.follow(event, &mut cell.text, &mut cell.formula);
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

/// What a cell says, as text, and what it is.
fn said(cell: &Cell, known: &Known) -> Result<(String, CellKind), SheetProblem> {
    let text = cell.text.trim();
    if !cell.formula.is_empty() && text.is_empty() && cell.kind != "str" {
        return Ok((cell.formula.clone(), CellKind::Formula));
    }
    if cell.kind == "e" {
        return Ok((text.to_owned(), CellKind::Error));
    }
    let is_number = matches!(&*cell.kind, "" | "n") && text.parse::<f64>().is_ok();
    let kind = if is_number && !known.styles.contains_key(&cell.style) {
        CellKind::Number
    } else {
        CellKind::Text
    };
    Ok((in_words(cell, known)?, kind))
}

fn in_words(cell: &Cell, known: &Known) -> Result<String, SheetProblem> {
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
            Ok(value) => match known.styles.get(&cell.style) {
                Some(Shows::Day) => {
                    day(value, known.from).map_or_else(|| number(value), |day| day.to_string())
                }
                Some(Shows::Unit(unit)) => unit.say(value),
                None => number(value),
            },
            Err(_) => text.into(),
        },
        _ => text.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_however_their_paths_are_written() {
        for (folder, target, path) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            (
                "xl",
                "/xl/worksheets/sheet1.xml",
                "xl/worksheets/sheet1.xml",
            ),
            (
                "xl",
                "./worksheets/../worksheets/sheet1.xml",
                "xl/worksheets/sheet1.xml",
            ),
            (
                "xl",
                "..\\xl\\worksheets\\sheet1.xml",
                "xl/worksheets/sheet1.xml",
            ),
            ("xl/worksheets", "../ark%20%C3%98.xml", "xl/ark Ø.xml"),
            ("", "//xl//workbook.xml", "xl/workbook.xml"),
            ("", "../../a%zz%", "a%zz%"),
        ] {
            assert_eq!(join(folder, target), path, "{target}");
        }
    }

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
