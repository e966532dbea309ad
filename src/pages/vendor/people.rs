//! Whom to invite: a pasted list or a CSV file, read line by line, with what is wrong with each.

use std::collections::BTreeSet;

use barometer_domain::danish;
use barometer_domain::ids::MunicipalityCode;
use barometer_domain::municipality;

/// The largest list that is read, in bytes.
pub const LARGEST: usize = 5 * 1024 * 1024;
/// The longest list, in people.
pub const MOST: usize = 5_000;

/// A heading's word, in any case, says what a column holds.
const NAME: [&str; 2] = ["navn", "name"];
const MUNICIPALITY: [&str; 2] = ["kommune", "municipality"];
const MAIL: [&str; 4] = ["e-mail", "email", "mail", "mailadresse"];

/// A list without fault.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// The list's own heading, if it has one.
    pub heading: Option<Vec<String>>,
    /// Everyone, in the order of the list.
    pub rows: Vec<Person>,
}

/// Somebody to be invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// From which line, the first is 1.
    pub line: u32,
    /// The name.
    pub name: String,
    /// The municipality it was read as.
    pub municipality: MunicipalityCode,
    /// The line as it stood.
    pub cells: Vec<String>,
    mail: String,
}

/// What is wrong with a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Nobody stands in it.
    Empty,
    /// More bytes than are read.
    TooLarge,
    /// More people than are invited at once.
    TooMany,
    /// These lines.
    Lines(Vec<WrongLine>),
}

/// What is wrong with a line, by its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WrongLine {
    /// Nobody's name.
    NameMissing(u32),
    /// No municipality.
    MunicipalityMissing(u32),
    /// A municipality that is none, as it stood there.
    NoSuchMunicipality(u32, String),
    /// The same person as on an earlier line.
    Duplicate(u32, u32),
}

impl People {
    /// From how many municipalities they are.
    pub fn municipalities(&self) -> usize {
        let codes: BTreeSet<_> = self.rows.iter().map(|person| person.municipality).collect();
        codes.len()
    }

    /// How many columns the widest line has.
    pub fn width(&self) -> usize {
        let heading = self.heading.as_ref().map_or(0, Vec::len);
        let widths = self.rows.iter().map(|person| person.cells.len());
        widths.max().unwrap_or_default().max(heading)
    }
}

/// Reads a list: name, municipality, and whatever else, apart by semicolons, tabs or commas; with a heading or without.
pub fn read(text: &str) -> Result<People, Wrong> {
    if text.len() > LARGEST {
        return Err(Wrong::TooLarge);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = lines(text);
    let columns = lines.first().and_then(|(_, cells)| Columns::of(cells));
    let heading = columns.is_some().then(|| lines.remove(0).1);
    match lines.len() {
        0 => return Err(Wrong::Empty),
        count if count > MOST => return Err(Wrong::TooMany),
        _ => {}
    }
    let columns = columns.unwrap_or_default();
    let (mut rows, mut wrong) = (Vec::<Person>::new(), Vec::new());
    for (line, cells) in lines {
        match columns.person(line, cells) {
            Ok(person) => match rows.iter().find(|other| other.is_same(&person)) {
                Some(first) => wrong.push(WrongLine::Duplicate(line, first.line)),
                None => rows.push(person),
            },
            Err(what) => wrong.push(what),
        }
    }
    if wrong.is_empty() {
        Ok(People { heading, rows })
    } else {
        Err(Wrong::Lines(wrong))
    }
}

impl Person {
    /// One address is one person; so is one name in one municipality, unless the addresses differ.
    fn is_same(&self, other: &Self) -> bool {
        if !self.mail.is_empty() && !other.mail.is_empty() {
            return self.mail == other.mail;
        }
        self.municipality == other.municipality && danish::is_same(&self.name, &other.name)
    }
}

/// Which column holds what.
#[derive(Clone, Copy)]
struct Columns {
    name: usize,
    municipality: usize,
    mail: Option<usize>,
}

impl Default for Columns {
    /// Name, municipality, job, e-mail.
    fn default() -> Self {
        Self {
            name: 0,
            municipality: 1,
            mail: Some(3),
        }
    }
}

impl Columns {
    /// As this line names them, if it is a heading.
    fn of(heading: &[String]) -> Option<Self> {
        let column = |words: &[&str]| {
            heading
                .iter()
                .position(|cell| words.contains(&cell.to_lowercase().as_str()))
        };
        Some(Self {
            name: column(&NAME)?,
            municipality: column(&MUNICIPALITY)?,
            mail: column(&MAIL),
        })
    }

    fn person(self, line: u32, cells: Vec<String>) -> Result<Person, WrongLine> {
        let cell = |at: usize| cells.get(at).map_or("", String::as_str);
        let (name, typed) = (cell(self.name), cell(self.municipality));
        if name.is_empty() {
            return Err(WrongLine::NameMissing(line));
        }
        if typed.is_empty() {
            return Err(WrongLine::MunicipalityMissing(line));
        }
        let Some(found) = municipality::by_text(typed) else {
            return Err(WrongLine::NoSuchMunicipality(line, typed.to_owned()));
        };
        Ok(Person {
            line,
            name: name.to_owned(),
            municipality: found.code,
            mail: self.mail.map_or("", cell).to_lowercase(),
            cells,
        })
    }
}

/// The lines that are not blank, each with its number, its cells without the blanks around them (RFC 4180).
fn lines(text: &str) -> Vec<(u32, Vec<String>)> {
    let apart = separator(text);
    let (mut lines, mut cells, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut line, mut begun, mut quoted) = (1, 1, false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if quoted || cell.trim().is_empty() => quoted = !quoted,
            letter if letter == apart && !quoted => cells.push(trimmed(&mut cell)),
            '\n' if !quoted => {
                cells.push(trimmed(&mut cell));
                lines.push((begun, std::mem::take(&mut cells)));
                line += 1;
                begun = line;
            }
            letter => {
                line += u32::from(letter == '\n');
                cell.push(letter);
            }
        }
    }
    cells.push(trimmed(&mut cell));
    lines.push((begun, cells));
    lines.retain(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()));
    lines
}

fn trimmed(cell: &mut String) -> String {
    std::mem::take(cell).trim().to_owned()
}

/// What stands between cells: a tab where there is one, as in what is pasted from a spreadsheet; else a semicolon,
/// as Danish spreadsheets write; else a comma.
fn separator(text: &str) -> char {
    let first = text.lines().find(|line| !line.trim().is_empty());
    let first = first.unwrap_or_default();
    let known = ['\t', ';'];
    let found = known.into_iter().find(|&known| first.contains(known));
    found.unwrap_or(',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<(String, String)> {
        let people = read(text).unwrap();
        let pair = |person: &Person| (person.name.clone(), person.municipality.to_string());
        people.rows.iter().map(pair).collect()
    }

    #[test]
    fn semicolons_tabs_and_commas_with_or_without_a_heading() {
        let expected = [("Anne Holm", "0791"), ("Bo Lund", "0751")];
        let expected = expected.map(|(name, code)| (name.to_owned(), code.to_owned()));
        for text in [
            "Anne Holm;Viborg\nBo Lund;Aarhus",
            "\u{feff}Navn;Kommune;Stilling\r\nAnne Holm;Viborg;Leder\r\n\r\nBo Lund;Aarhus;\r\n",
            "kommune\tNAVN\nViborg Kommune\tAnne Holm\nÅrhus\tBo Lund\n",
            "name, municipality\n\"Anne Holm\", 0791\nBo Lund, aarhus",
        ] {
            assert_eq!(names(text), expected, "{text}");
        }
    }

    #[test]
    fn quotes_keep_separators_and_line_breaks_and_lines_keep_their_numbers() {
        let text = "Navn;Kommune\n\"Holm; \"\"Anne\"\"\";Viborg\n\n\"Bo\nLund\";Aarhus\nIda;Vibrog";
        let wrong = WrongLine::NoSuchMunicipality(6, "Vibrog".into());
        assert_eq!(read(text), Err(Wrong::Lines(vec![wrong])));
        let mended = read(&text.replace("Vibrog", "Skive")).unwrap();
        assert_eq!(mended.rows[0].name, "Holm; \"Anne\"");
        assert_eq!(
            (mended.rows.len(), mended.municipalities(), mended.width()),
            (3, 3, 2)
        );
        assert_eq!(mended.heading.unwrap(), ["Navn", "Kommune"]);
    }

    #[test]
    fn every_wrong_line_is_told() {
        let text = "Anne;Viborg\n;Viborg\nBo;\nIda;Atlantis\nanne;viborg kommune";
        let expected = vec![
            WrongLine::NameMissing(2),
            WrongLine::MunicipalityMissing(3),
            WrongLine::NoSuchMunicipality(4, "Atlantis".into()),
            WrongLine::Duplicate(5, 1),
        ];
        assert_eq!(read(text), Err(Wrong::Lines(expected)));
    }

    #[test]
    fn one_address_is_one_person_and_two_are_two() {
        let two = "Anne;Viborg;;a@viborg.dk\nAnne;Viborg;;anne@viborg.dk";
        assert_eq!(read(two).unwrap().rows.len(), 2);
        let one = "Anne;Viborg;;A@viborg.dk\nBo;Skive;;a@viborg.dk";
        let expected = vec![WrongLine::Duplicate(2, 1)];
        assert_eq!(read(one), Err(Wrong::Lines(expected)));
    }

    #[test]
    fn nothing_too_much_or_too_large_is_refused() {
        assert_eq!(read(" \n;;\n"), Err(Wrong::Empty));
        assert_eq!(read("Navn;Kommune\n"), Err(Wrong::Empty));
        let many: Vec<String> = (0..=MOST).map(|n| format!("P{n};Viborg")).collect();
        assert_eq!(read(&many.join("\n")), Err(Wrong::TooMany));
        assert_eq!(read(&"x".repeat(LARGEST + 1)), Err(Wrong::TooLarge));
    }
}
