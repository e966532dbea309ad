//! Whom to invite: a list of names and municipalities, read row by row, with what is wrong with each.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::danish;
use crate::ids::MunicipalityCode;
use crate::municipality;
use crate::table::{CellKind, Table, TableRow, cell_name, plain_heading};

/// The longest list, in people.
pub const MOST: usize = 5_000;

/// A heading, as [`plain_heading`] leaves it, that says what a column holds.
const NAME: [&str; 6] = [
    "navn",
    "name",
    "fuldenavn",
    "fuldtnavn",
    "deltager",
    "deltagernavn",
];
const FIRST_NAME: [&str; 3] = ["fornavn", "fornavne", "firstname"];
const LAST_NAME: [&str; 4] = ["efternavn", "efternavne", "lastname", "surname"];
const MUNICIPALITY: [&str; 6] = [
    "kommune",
    "kommunenavn",
    "kommunekode",
    "kommunenr",
    "municipality",
    "municipalitycode",
];
const MAIL: [&str; 5] = [
    "email",
    "mail",
    "mailadresse",
    "emailadresse",
    "emailaddress",
];

/// A list in which every row names a person and a municipality.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
pub struct People {
    /// The list's own heading, if it has one.
    pub heading: Option<Vec<String>>,
    /// Everyone, in the order of the list.
    pub rows: Vec<Person>,
}

/// Somebody to be invited, as the list has them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
pub struct Person {
    /// The number of its row in the list, from 1.
    pub line: u32,
    /// The person's name, first and last, as it was written.
    pub name: String,
    /// The municipality it was read as.
    pub municipality: MunicipalityCode,
    /// The row as it stood.
    pub cells: Vec<String>,
    mail: String,
}

impl Person {
    /// The e-mail address in small letters; empty where the list has none.
    pub fn mail(&self) -> &str {
        &self.mail
    }
}

/// The reason why a list cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
pub enum WrongList {
    /// There is not one person in it.
    Empty,
    /// More people than are invited at once.
    TooMany,
    /// Rows that are wrong, each with what is wrong in it.
    Lines(Vec<WrongLine>),
}

/// The fault of one row or cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
pub enum WrongLine {
    /// There is no name in the row.
    NameMissing {
        /// The row's number, from 1.
        line: u32,
    },
    /// There is no municipality in the row.
    MunicipalityMissing {
        /// The row's number, from 1.
        line: u32,
    },
    /// What stands for the municipality names none of the 98.
    NoSuchMunicipality {
        /// The cell as a spreadsheet names it.
        cell: String,
        /// The text that stood in the cell.
        typed: String,
    },
    /// An error of the spreadsheet's own, or a formula that was never calculated.
    NoValue {
        /// The cell as a spreadsheet names it.
        cell: String,
        /// The text that stood in the cell.
        typed: String,
    },
    /// The same person as in an earlier row.
    Duplicate {
        /// The later row's number, from 1.
        line: u32,
        /// The earlier row's number, from 1.
        first: u32,
    },
}

impl People {
    /// The number of different municipalities in the list.
    pub fn municipalities(&self) -> usize {
        let codes: BTreeSet<_> = self.rows.iter().map(|person| person.municipality).collect();
        codes.len()
    }

    /// How many columns the widest row has.
    pub fn width(&self) -> usize {
        let heading = self.heading.as_ref().map_or(0, Vec::len);
        let widths = self.rows.iter().map(|person| person.cells.len());
        widths.max().unwrap_or_default().max(heading)
    }
}

/// How many of these headings are known in a list of people.
pub fn known_headings(headings: &[String]) -> usize {
    Columns::of(headings).map_or(0, |columns| 2 + usize::from(columns.mail.is_some()))
}

/// Reads a list: name, municipality, and whatever else; with a heading in its first rows or without.
///
/// # Errors
/// Every row that is wrong.
pub fn read(table: &Table) -> Result<People, WrongList> {
    let at = table.headings(known_headings).unwrap_or(0);
    let heading = table.rows.get(at).map(TableRow::texts);
    let columns = heading.as_deref().and_then(Columns::of);
    let heading = heading.filter(|_| columns.is_some());
    let begins = if columns.is_some() { at + 1 } else { 0 };
    let columns = columns.unwrap_or_default();
    let rows = table.rows.iter().skip(begins);
    let rows: Vec<&TableRow> = rows.filter(|row| !columns.is_note(row)).collect();
    match rows.len() {
        0 => return Err(WrongList::Empty),
        count if count > MOST => return Err(WrongList::TooMany),
        _ => {}
    }
    let (mut people, mut wrong) = (Vec::<Person>::new(), Vec::new());
    let mut seen = Seen::default();
    for row in rows {
        match columns.person(row) {
            Ok(person) => match seen.earlier(&person) {
                Some(first) => wrong.push(WrongLine::Duplicate {
                    line: person.line,
                    first,
                }),
                None => people.push(person),
            },
            Err(what) => wrong.extend(what),
        }
    }
    if wrong.is_empty() {
        Ok(People {
            heading,
            rows: people,
        })
    } else {
        Err(WrongList::Lines(wrong))
    }
}

/// Who stood in earlier rows. One address is one person; so is one name in one municipality, unless the addresses
/// differ.
#[derive(Default)]
struct Seen {
    mails: BTreeMap<String, u32>,
    names: BTreeMap<(MunicipalityCode, Vec<u32>), Namesakes>,
}

/// People with one name in one municipality: their addresses and their rows.
type Namesakes = Vec<(String, u32)>;

impl Seen {
    /// The earlier row of the same person; this one is known from now on.
    fn earlier(&mut self, person: &Person) -> Option<u32> {
        let key = (person.municipality, danish::sort_key(&person.name));
        let same_mail = self.mails.get(&person.mail).copied();
        let namesakes = self.names.entry(key).or_default();
        let same_name = namesakes
            .iter()
            .find(|(mail, _)| mail.is_empty() || person.mail.is_empty())
            .map(|(_, line)| *line);
        let earlier = same_mail.or(same_name);
        if earlier.is_none() {
            namesakes.push((person.mail.clone(), person.line));
            if !person.mail.is_empty() {
                self.mails.insert(person.mail.clone(), person.line);
            }
        }
        earlier
    }
}

/// Which column, from 0, holds what.
#[derive(Clone, Copy)]
struct Columns {
    /// The whole name, or the first names.
    name: usize,
    /// The rest of the name, where it has a column of its own.
    last_name: Option<usize>,
    municipality: usize,
    mail: Option<usize>,
}

impl Default for Columns {
    /// As lists without a heading are read: name, municipality, job, e-mail.
    fn default() -> Self {
        Self {
            name: 0,
            last_name: None,
            municipality: 1,
            mail: Some(3),
        }
    }
}

impl Columns {
    /// As this row names them, if it is a heading.
    fn of(heading: &[String]) -> Option<Self> {
        let heading: Vec<String> = heading.iter().map(|cell| plain_heading(cell)).collect();
        let column = |words: &[&str]| heading.iter().position(|cell| words.contains(&&**cell));
        let whole = column(&NAME).map(|name| (name, None));
        let (name, last_name) = match column(&FIRST_NAME) {
            Some(first) => (first, column(&LAST_NAME)),
            None => whole?,
        };
        Some(Self {
            name,
            last_name,
            municipality: column(&MUNICIPALITY)?,
            mail: column(&MAIL),
        })
    }

    /// A title or a footnote: one cell alone in the first column, where a person has several.
    fn is_note(self, row: &TableRow) -> bool {
        let is_alone = row.filled() == [0] && row.cells.len() > 2 && self.name != 0;
        is_alone || (row.spans && row.filled().len() == 1)
    }

    fn person(self, row: &TableRow) -> Result<Person, Vec<WrongLine>> {
        let line = row.number;
        let cell = |at: usize| row.cells.get(at);
        let text = |at: usize| cell(at).map_or("", |cell| &*cell.text);
        let mut wrong = Vec::new();
        for at in [Some(self.name), self.last_name, Some(self.municipality)]
            .into_iter()
            .flatten()
        {
            let kind = cell(at).map_or(CellKind::Text, |cell| cell.kind);
            if matches!(kind, CellKind::Error | CellKind::Formula) {
                wrong.push(WrongLine::NoValue {
                    cell: cell_name(line, at),
                    typed: text(at).to_owned(),
                });
            }
        }
        let names = [text(self.name), self.last_name.map_or("", text)];
        let name = names.join(" ").replace('\n', " ");
        let name = name.trim();
        if name.is_empty() {
            wrong.push(WrongLine::NameMissing { line });
        }
        let typed = text(self.municipality);
        let found = municipality::meant(typed);
        if typed.is_empty() {
            wrong.push(WrongLine::MunicipalityMissing { line });
        } else if found.is_none() && wrong.is_empty() {
            wrong.push(WrongLine::NoSuchMunicipality {
                cell: cell_name(line, self.municipality),
                typed: typed.to_owned(),
            });
        }
        match found {
            Some(found) if wrong.is_empty() => Ok(Person {
                line,
                name: name.to_owned(),
                municipality: found.code,
                mail: self.mail.map_or("", text).to_lowercase(),
                cells: row.texts(),
            }),
            _ => Err(wrong),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A list with cells apart by `;`, numbered from 1; blank rows do not count as rows, but as numbers.
    fn table(text: &str) -> Table {
        let rows = (1..).zip(text.split('\n'));
        let rows = rows.map(|(number, line)| TableRow::of(number, line.split(';').map(str::trim)));
        Table {
            name: String::new(),
            rows: rows.filter(|row| !row.filled().is_empty()).collect(),
        }
    }

    fn names(text: &str) -> Vec<(String, String)> {
        let people = read(&table(text)).unwrap();
        let pair = |person: &Person| (person.name.clone(), person.municipality.to_string());
        people.rows.iter().map(pair).collect()
    }

    #[test]
    fn columns_are_found_by_their_headings_or_else_by_their_order() {
        let expected = [("Anne Holm", "0791"), ("Bo Lund", "0751")];
        let expected = expected.map(|(name, code)| (name.to_owned(), code.to_owned()));
        for text in [
            "Anne Holm;Viborg\nBo Lund;Aarhus",
            "Navn;Kommune;Stilling\nAnne Holm;Viborg;Leder\n\nBo Lund;Aarhus;",
            "kommune;NAVN\nViborg Kommune;Anne Holm\nÅrhus;Bo Lund",
            "name;municipality\nAnne Holm;0791\nBo Lund;751 Aarhus",
            "Tilmeldte\n\nFornavn;Efternavn;Kommunekode\nAnne;Holm;791\nBo;Lund;751",
        ] {
            assert_eq!(names(text), expected, "{text}");
        }
    }

    #[test]
    fn every_wrong_row_is_told_with_its_cell() {
        let text = "Anne;Viborg\n;Viborg\nBo;\nIda;Atlantis\nanne;viborg kommune\n;";
        let expected = vec![
            WrongLine::NameMissing { line: 2 },
            WrongLine::MunicipalityMissing { line: 3 },
            WrongLine::NoSuchMunicipality {
                cell: "B4".into(),
                typed: "Atlantis".into(),
            },
            WrongLine::Duplicate { line: 5, first: 1 },
        ];
        assert_eq!(read(&table(text)), Err(WrongList::Lines(expected)));
        let mut broken = table("Navn;Kommune\nAnne;#REF!");
        broken.rows[1].cells[1].kind = CellKind::Error;
        let expected = vec![WrongLine::NoValue {
            cell: "B2".into(),
            typed: "#REF!".into(),
        }];
        assert_eq!(read(&broken), Err(WrongList::Lines(expected)));
    }

    #[test]
    fn one_address_is_one_person_and_two_are_two() {
        let two = "Anne;Viborg;;a@viborg.dk\nAnne;Viborg;;anne@viborg.dk";
        assert_eq!(read(&table(two)).unwrap().rows.len(), 2);
        let one = "Anne;Viborg;;A@viborg.dk\nBo;Skive;;a@viborg.dk";
        let expected = vec![WrongLine::Duplicate { line: 2, first: 1 }];
        assert_eq!(read(&table(one)), Err(WrongList::Lines(expected)));
    }

    #[test]
    fn nobody_and_too_many_are_refused() {
        assert_eq!(read(&table("")), Err(WrongList::Empty));
        assert_eq!(read(&table("Navn;Kommune")), Err(WrongList::Empty));
        let many: Vec<String> = (0..=MOST).map(|n| format!("P{n};Viborg")).collect();
        assert_eq!(read(&table(&many.join("\n"))), Err(WrongList::TooMany));
    }

    #[test]
    fn the_list_keeps_its_width_and_its_heading() {
        let people = read(&table("Navn;Kommune;Stilling\nAnne;Viborg;Leder\nBo;Skive")).unwrap();
        assert_eq!((people.municipalities(), people.width()), (2, 3));
        assert_eq!(people.heading.unwrap(), ["Navn", "Kommune", "Stilling"]);
    }
}
