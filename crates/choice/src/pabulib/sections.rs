//! Takes a `.pb` file apart: sections, rows and cells.

use super::LONGEST_LINE;
use super::problem::{PabulibError, Problem, Section};

/// A row of cells, and the line it stands in.
pub(super) struct Row {
    pub(super) line: usize,
    pub(super) cells: Vec<String>,
}

/// The rows of each section, with its heading.
#[derive(Default)]
pub(super) struct Sections {
    pub(super) rows: [Vec<Row>; 3],
    /// The line of the last row of all.
    pub(super) last: usize,
}

/// The first 60 characters of a value.
pub(super) fn cut(value: &str) -> String {
    value.chars().take(60).collect()
}

/// The rows of each section, blank lines left out.
pub(super) fn sections_of(text: &str) -> Result<Sections, PabulibError> {
    let mut sections = Sections::default();
    let mut current: Option<Section> = None;
    for (number, line) in text.lines().enumerate() {
        let number = number + 1;
        let at = |problem| PabulibError {
            line: number,
            problem,
        };
        if line.len() > LONGEST_LINE {
            return Err(at(Problem::LineTooLong(line.len())));
        }
        if line.trim().is_empty() {
            continue;
        }
        sections.last = number;
        // A project may be called “votes”: only the next section's name ends a section.
        let next = current.map_or(0, |section| section as usize + 1);
        match Section::named(line) {
            Some(section) if section as usize == next => {
                current = Some(section);
                continue;
            }
            Some(section) if current.is_none_or(|current| section > current) => {
                return Err(at(Problem::SectionMissing(Section::ALL[next])));
            }
            Some(section) if !line.contains(';') => {
                return Err(at(Problem::SectionMisplaced(section)));
            }
            _ => {}
        }
        let Some(section) = current else {
            return Err(at(Problem::BeforeMeta(cut(line))));
        };
        let cells = cells_of(line).ok_or_else(|| at(Problem::OpenQuote))?;
        sections.rows[section as usize].push(Row {
            line: number,
            cells,
        });
    }
    if current != Some(Section::Votes) {
        let missing = current.map_or(Section::Meta, |section| Section::ALL[section as usize + 1]);
        return Err(PabulibError {
            line: sections.last.max(1),
            problem: Problem::SectionMissing(missing),
        });
    }
    Ok(sections)
}

/// The cells between semicolons, blanks around them left out; those in quotation marks may contain semicolons, and a
/// quotation mark written twice. `None` when one is not closed.
fn cells_of(line: &str) -> Option<Vec<String>> {
    if !line.contains('"') {
        return Some(line.split(';').map(|cell| cell.trim().to_owned()).collect());
    }
    let mut cells = Vec::new();
    let mut rest = line;
    loop {
        let trimmed = rest.trim_start();
        if let Some(quoted) = trimmed.strip_prefix('"') {
            let (cell, after) = quoted_cell(quoted)?;
            // What stands between the mark and the next semicolon belongs to the cell, as other readers have it.
            let end = after.find(';').unwrap_or(after.len());
            cells.push(format!("{cell}{}", after[..end].trim_end()));
            rest = &after[end..];
        } else {
            let end = rest.find(';').unwrap_or(rest.len());
            cells.push(rest[..end].trim().to_owned());
            rest = &rest[end..];
        }
        match rest.strip_prefix(';') {
            Some(next) => rest = next,
            None => return Some(cells),
        }
    }
}

/// What stands up to the closing quotation mark, and what stands behind that.
fn quoted_cell(quoted: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = quoted;
    loop {
        let end = rest.find('"')?;
        cell.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        match rest.strip_prefix('"') {
            Some(next) => {
                cell.push('"');
                rest = next;
            }
            None => return Some((cell, rest)),
        }
    }
}
