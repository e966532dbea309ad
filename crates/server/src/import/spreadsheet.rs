//! A webinar as a spreadsheet: its candidates as a table, and above their headings what it is called and when it is.

use std::collections::BTreeMap;

use barometer_domain::barometer::Rules;
use barometer_domain::catalogue::Reality;
use barometer_domain::date::{Date, TimeOfDay};
use barometer_domain::financing::import::{
    Brought, ImportChoices, ImportOutcome, Mapping, Signed, plan, written_day,
};
use barometer_domain::financing::request::LONGEST_TITLE;
use barometer_domain::ids::WebinarCode;
use barometer_domain::refusal::SheetProblem;
use barometer_domain::table::{Table, TableRow, plain_heading};
use barometer_domain::tally::CountingRule;
use barometer_text::staff::import::cell_error;
use barometer_text::{Language, agenda};

use super::checks::{BadFile, ImportFile, MOST_REQUESTS, presenter_notes, wrong};
use crate::store::{NewRequest, NewWebinar};

/// What a fact above the table may be called, as [`plain_heading`] leaves it.
const TITLE: [&str; 3] = ["webinar", "titel", "title"];
const DATE: [&str; 2] = ["dato", "date"];
const STARTS: [&str; 4] = ["start", "starter", "begynder", "starts"];
const ENDS: [&str; 4] = ["slut", "slutter", "end", "ends"];
const MAX_CHOICES: [&str; 3] = ["stemmer", "valg", "maxchoices"];
/// What the column with the presenter's notes may be called, as [`plain_heading`] leaves it.
const NOTES: [&str; 5] = [
    "noter",
    "notertiloplaegsholderen",
    "talepunkter",
    "notes",
    "talkingpoints",
];

/// Reads XLSX, ODS or separated values. Rows that look like no request are left out; a hidden one is asked about, since
/// nobody can say here whether it belongs.
///
/// # Errors
/// The first thing that is wrong, with its cell.
pub(super) fn read(
    bytes: &[u8],
    code: WebinarCode,
    secret: String,
    reality: Reality,
) -> Result<ImportFile, BadFile> {
    let known = |headings: &[String]| Mapping::guess(headings).len();
    let sheets = barometer_sheet::read(bytes).map_err(unreadable)?;
    let table = barometer_sheet::choose(sheets, None, known).map_err(unreadable)?;
    let at = table.headings(known).unwrap_or(0);
    let facts = WebinarFacts::above_headings(&table, at);
    let candidates = candidates(&table, at)?;
    let count = candidates.len();
    if !(1..=MOST_REQUESTS).contains(&count) {
        return Err(wrong("candidates", "1 to 100 are needed"));
    }
    let max_choices = match facts.text(&MAX_CHOICES) {
        None => u8::try_from(count.min(3)).unwrap_or(3),
        Some(text) => text
            .parse()
            .ok()
            .filter(|choices| (1..=count).contains(&usize::from(*choices)))
            .ok_or_else(|| {
                wrong(
                    "Stemmer",
                    "at least 1, and no more than there are candidates",
                )
            })?,
    };
    let webinar = NewWebinar {
        code,
        secret,
        reality,
        title: facts.needed(&TITLE, "Webinar", title)?,
        date: facts.needed(&DATE, "Dato", written_day)?.to_string(),
        starts: facts.needed(&STARTS, "Start", time)?.to_string(),
        ends: facts.needed(&ENDS, "Slut", time)?.to_string(),
        previous: None,
        language: Language::default(),
        fictional: false,
        agenda: agenda::first(Language::default()),
        rules: Rules {
            rule: CountingRule::default(),
            max_choices,
            candidates: u16::try_from(count).unwrap_or(u16::MAX),
        },
        shuffled: true,
        candidates,
        ongoing: Vec::new(),
    };
    Ok(ImportFile {
        webinar,
        ballots: Vec::new(),
    })
}

fn title(text: &str) -> Option<String> {
    let fits = (1..=LONGEST_TITLE).contains(&text.chars().count());
    fits.then(|| text.to_owned())
}

/// Reads a time the ways that Danes write it: `13.00`, `13:00`, `kl. 13`.
fn time(text: &str) -> Option<TimeOfDay> {
    let text = text.trim_start_matches("kl.").trim();
    let whole = || format!("{text}.00").parse().ok();
    text.parse().ok().or_else(whole)
}

/// What stands above the headings: a name in one cell, and what it is in the next.
struct WebinarFacts(BTreeMap<String, String>);

impl WebinarFacts {
    fn above_headings(table: &Table, headings: usize) -> Self {
        let rows = table.rows.iter().take(headings);
        let fact = |row: &TableRow| {
            let cells = row.cells.iter().filter(|cell| !cell.text.is_empty());
            let texts: Vec<&str> = cells.map(|cell| &*cell.text).collect();
            let (name, said) = match texts[..] {
                [name, said] => (name, said),
                [both] => both.split_once(':')?,
                _ => return None,
            };
            Some((plain_heading(name), said.trim().to_owned()))
        };
        Self(rows.filter_map(fact).collect())
    }

    fn text(&self, names: &[&str]) -> Option<&str> {
        let found = names.iter().find_map(|name| self.0.get(*name));
        found.map(String::as_str)
    }

    fn needed<T>(
        &self,
        names: &[&str],
        place: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, BadFile> {
        let Some(text) = self.text(names) else {
            return Err(wrong(place, "is needed in a row above the headings"));
        };
        read(text).ok_or_else(|| wrong(place, &format!("{text:?} cannot be read")))
    }
}

fn candidates(table: &Table, headings: usize) -> Result<Vec<NewRequest>, BadFile> {
    let texts = table.rows.get(headings).map(TableRow::texts);
    let texts = texts.unwrap_or_default();
    let brought = Brought {
        table,
        headings,
        mapping: &Mapping::guess(&texts),
        choices: &ImportChoices::default(),
    };
    let notes_column = texts
        .iter()
        .position(|heading| NOTES.contains(&&*plain_heading(heading)));
    let notes_in = |number: u32| {
        let row = table.rows.iter().find(|row| row.number == number);
        let cell = row.and_then(|row| row.cells.get(notes_column?));
        cell.map_or("", |cell| &*cell.text)
    };
    let signed = Signed { by: "-", why: "-" };
    let mut candidates = Vec::new();
    for planned in plan(brought, &[], signed, Date::of_millis(0)) {
        let row = format!("row {}", planned.line.row);
        match planned.line.outcome {
            ImportOutcome::Wrong { errors } => {
                let error = errors.first();
                let said = error.map(|error| cell_error(error, Language::English));
                return Err(wrong(&row, &said.unwrap_or_default()));
            }
            ImportOutcome::Twice { row: first } => {
                return Err(wrong(
                    &row,
                    &format!("the reference stands in row {first} too"),
                ));
            }
            ImportOutcome::Hidden => {
                return Err(wrong(
                    &row,
                    "is hidden: show it, or take it out of the file",
                ));
            }
            _ => {
                let Some((_, request)) = planned.write else {
                    continue;
                };
                candidates.push(NewRequest {
                    request,
                    notes: presenter_notes(&format!("{row}, Noter"), notes_in(planned.line.row))?,
                    commitments: Vec::new(),
                });
            }
        }
    }
    Ok(candidates)
}

fn unreadable(problem: SheetProblem) -> BadFile {
    BadFile::Malformed(problem.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "Webinar;Ændringsønsker 2026\nDato;1/12-2026\nStart: 13.00\nSlut;14\n\nNr.;Ønske;Pris\nMedicin;;\n\
                        K1;Fælles kalender;ca. 180.000\nK2;Talegenkendelse;?\n;I alt;180.000\n";

    fn read_text(text: &str) -> Result<NewWebinar, BadFile> {
        let code = "DEM234".parse().unwrap();
        let read = read(text.as_bytes(), code, String::new(), Reality::Real);
        read.map(|read| read.webinar)
    }

    #[test]
    fn a_webinar_is_read_from_its_table_and_what_stands_above() {
        let webinar = read_text(FILE).unwrap();
        assert_eq!(
            (&*webinar.title, &*webinar.date),
            ("Ændringsønsker 2026", "2026-12-01")
        );
        assert_eq!((&*webinar.starts, &*webinar.ends), ("13:00", "14:00"));
        let titles: Vec<&str> = webinar
            .candidates
            .iter()
            .map(|one| &*one.request.title)
            .collect();
        assert_eq!(titles, ["Fælles kalender", "Talegenkendelse"]);
        assert_eq!(
            (webinar.rules.max_choices, webinar.rules.candidates),
            (2, 2)
        );
    }

    #[test]
    fn a_column_of_notes_is_for_the_presenter() {
        let file = FILE.replace("Ønske;Pris", "Ønske;Pris;Noter til oplægsholderen");
        let file = file.replace("ca. 180.000", "ca. 180.000;Vis den på skærmen");
        let webinar = read_text(&file).unwrap();
        let notes: Vec<&str> = webinar.candidates.iter().map(|one| &*one.notes).collect();
        assert_eq!(notes, ["Vis den på skærmen", ""]);
    }

    #[test]
    fn what_is_missing_or_wrong_is_named() {
        let wrong =
            |from: &str, to: &str| read_text(&FILE.replace(from, to)).unwrap_err().to_string();
        assert_eq!(
            wrong("Dato;1/12-2026\n", ""),
            "Dato: is needed in a row above the headings"
        );
        assert_eq!(
            wrong("1/12-2026", "Q1 2027"),
            "Dato: \"Q1 2027\" cannot be read"
        );
        assert!(wrong("ca. 180.000", "gratis").contains("C8, Price: “gratis”"));
        assert!(wrong("K2;", "K1;").contains("the reference stands in row 8 too"));
        assert!(wrong("Slut;14", "Slut;14\nStemmer;9").starts_with("Stemmer: at least 1"));
    }
}
