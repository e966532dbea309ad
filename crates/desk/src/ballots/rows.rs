//! The table's rows: whose ballot it is, which rows pass the filters, in which order, and which look like duplicates.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use barometer_domain::ballot::Ballot;
use barometer_domain::danish;
use barometer_domain::ids::{CandidateId, MunicipalityCode};
use barometer_domain::vendor::ReleasedVote;
use barometer_kit::format::municipality_name;
use barometer_kit::ui::list::ListOrder;

use crate::vault::OpenedName;

/// Whose ballot it is, as far as the vendor's key tells.
#[derive(Clone, PartialEq, Eq)]
pub enum RowVoter {
    /// No name was sealed.
    Nobody,
    /// The sealed name does not open.
    Unreadable,
    /// An opened name.
    Person(OpenedName),
}

/// A ballot with its person. It has no serialised form.
#[derive(Clone, PartialEq, Eq)]
pub struct BallotRow {
    /// The ballot's place on the roll.
    pub slot: String,
    /// Who cast it, as far as that can be opened.
    pub who: RowVoter,
    /// For which municipality it counts.
    pub municipality: MunicipalityCode,
    /// What; `None` while that is hidden, so that ballots are struck without it.
    pub choices: Option<Ballot>,
    /// Whether it was struck.
    pub struck: bool,
    /// From how many devices the place was voted for; the name is of the one whose ballot counts.
    pub devices: u32,
}

impl BallotRow {
    /// The ballot with what the worker made of its sealed name.
    pub fn new(vote: ReleasedVote, opened: Option<OpenedName>) -> Self {
        let who = match (vote.identity, opened) {
            (None, _) => RowVoter::Nobody,
            (Some(_), None) => RowVoter::Unreadable,
            (Some(_), Some(opened)) => RowVoter::Person(opened),
        };
        Self {
            slot: vote.slot,
            who,
            municipality: vote.municipality,
            choices: vote.choices,
            struck: vote.struck,
            devices: vote.devices,
        }
    }

    /// The name without the blanks around it, or nothing.
    pub fn name(&self) -> &str {
        self.person().map_or("", |person| person.name.trim())
    }

    /// The role, or nothing.
    pub fn role(&self) -> &str {
        self.person().map_or("", |person| &person.role)
    }

    /// The municipality's name.
    pub fn municipality_name(&self) -> String {
        municipality_name(self.municipality)
    }

    /// Whether the person sealed another municipality than the ballot counts for.
    pub fn differs(&self) -> bool {
        let sealed = self.person().and_then(|person| person.municipality);
        sealed.is_some_and(|sealed| sealed != self.municipality)
    }

    /// Whether the choices are known and `is` holds of them.
    pub fn chose(&self, is: impl Fn(&Ballot) -> bool) -> bool {
        self.choices.as_ref().is_some_and(is)
    }

    fn person(&self) -> Option<&OpenedName> {
        match &self.who {
            RowVoter::Person(person) => Some(person),
            RowVoter::Nobody | RowVoter::Unreadable => None,
        }
    }
}

/// By what rows are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowColumn {
    /// The person's name; rows without one come last.
    Name,
    /// The municipality's name.
    Municipality,
}

/// The order of the table.
pub type RowOrder = ListOrder<RowColumn>;

/// Which of two rows comes first.
fn compare(order: RowOrder, a: &BallotRow, b: &BallotRow) -> Ordering {
    let name = danish::compare(a.name(), b.name());
    let missing = a.name().is_empty().cmp(&b.name().is_empty());
    let turned = |ordering: Ordering| {
        if order.falling {
            ordering.reverse()
        } else {
            ordering
        }
    };
    match order.by {
        RowColumn::Name => missing.then(turned(name)),
        RowColumn::Municipality => {
            let place = danish::compare(&a.municipality_name(), &b.municipality_name());
            turned(place).then(missing).then(name)
        }
    }
}

/// Which candidate a row must support.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceFilter {
    /// Ballots that chose this candidate.
    Candidate(CandidateId),
    /// "Ingen af disse".
    Blank,
}

/// What a row must be to be shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowFilter {
    /// What the ballots shown must have chosen.
    pub choice: Option<ChoiceFilter>,
    /// The municipality that they must be for.
    pub municipality: Option<MunicipalityCode>,
    /// Only what looks like a duplicate.
    pub duplicates: bool,
    /// Only what has no name that can be read.
    pub nameless: bool,
}

impl RowFilter {
    fn takes(self, row: &BallotRow, duplicates: &BTreeSet<String>) -> bool {
        let choice = match self.choice {
            None => true,
            Some(ChoiceFilter::Candidate(candidate)) => {
                row.chose(|ballot| ballot.supports(candidate))
            }
            Some(ChoiceFilter::Blank) => row.chose(Ballot::is_blank),
        };
        let municipality = self
            .municipality
            .is_none_or(|code| code == row.municipality);
        let duplicate = !self.duplicates || duplicates.contains(&row.slot);
        let nameless = !self.nameless || row.name().is_empty();
        choice && municipality && duplicate && nameless
    }
}

/// The rows that pass, in order.
pub fn visible_rows(rows: &[BallotRow], filter: RowFilter, order: RowOrder) -> Vec<BallotRow> {
    let duplicates = duplicates(rows);
    let mut shown: Vec<BallotRow> = rows
        .iter()
        .filter(|row| filter.takes(row, &duplicates))
        .cloned()
        .collect();
    shown.sort_by(|a, b| compare(order, a, b));
    shown
}

/// The places whose name, whatever its case, stands more than once for one municipality among ballots that count.
pub fn duplicates(rows: &[BallotRow]) -> BTreeSet<String> {
    let mut alike: HashMap<(String, MunicipalityCode), Vec<&str>> = HashMap::new();
    for row in rows.iter().filter(|row| !row.struck) {
        let name = row.name().to_lowercase();
        if !name.is_empty() {
            let places = alike.entry((name, row.municipality)).or_default();
            places.push(&row.slot);
        }
    }
    let twice = alike.into_values().filter(|places| places.len() > 1);
    twice.flatten().map(ToOwned::to_owned).collect()
}

/// The municipalities in the table, in Danish order, each with how many ballots it has.
pub fn municipalities(rows: &[BallotRow]) -> Vec<(MunicipalityCode, String, usize)> {
    let mut counts = BTreeMap::new();
    for row in rows {
        *counts.entry(row.municipality).or_default() += 1;
    }
    let mut named: Vec<_> = counts
        .into_iter()
        .map(|(code, count)| (code, municipality_name(code), count))
        .collect();
    named.sort_by(|a, b| danish::compare(&a.1, &b.1));
    named
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in super::super) fn row(slot: &str, name: &str, code: &str, choices: &[u16]) -> BallotRow {
        let code = code.parse().unwrap();
        let who = match name {
            "" => RowVoter::Nobody,
            "?" => RowVoter::Unreadable,
            name => RowVoter::Person(OpenedName {
                name: name.into(),
                municipality: Some(code),
                role: String::new(),
            }),
        };
        BallotRow {
            slot: slot.into(),
            who,
            municipality: code,
            choices: Some(Ballot::of(choices.iter().map(|&n| CandidateId(n)))),
            struck: false,
            devices: 1,
        }
    }

    fn table() -> Vec<BallotRow> {
        vec![
            row("a", "Østen Prøve", "0751", &[1]),
            row("b", " østen prøve ", "0751", &[2]),
            row("c", "Østen Prøve", "0101", &[]),
            row("d", "", "0751", &[1, 2]),
            row("e", "", "0751", &[1]),
            row("f", "Anna Eksempel", "0573", &[2]),
        ]
    }

    fn slots(rows: &[BallotRow]) -> String {
        rows.iter().map(|row| row.slot.as_str()).collect()
    }

    const BY_NAME: RowOrder = RowOrder {
        by: RowColumn::Name,
        falling: false,
    };

    #[test]
    fn one_name_of_one_municipality_twice_is_a_likely_duplicate() {
        let mut rows = table();
        assert_eq!(duplicates(&rows).into_iter().collect::<String>(), "ab");
        rows[0].struck = true;
        assert!(duplicates(&rows).is_empty(), "one of them was struck");
    }

    #[test]
    fn rows_are_filtered_by_choice_municipality_and_likeness() {
        let only = |filter| slots(&visible_rows(&table(), filter, BY_NAME));
        let all = RowFilter::default();
        let choice = |choice| RowFilter {
            choice: Some(choice),
            ..all
        };
        assert_eq!(only(choice(ChoiceFilter::Blank)), "c");
        assert_eq!(
            only(choice(ChoiceFilter::Candidate(CandidateId(2)))).len(),
            3
        );
        let municipality = "0101".parse().ok();
        assert_eq!(
            only(RowFilter {
                municipality,
                ..all
            }),
            "c"
        );
        assert_eq!(
            only(RowFilter {
                duplicates: true,
                ..all
            })
            .len(),
            2
        );
        let nameless = RowFilter {
            nameless: true,
            ..all
        };
        assert_eq!(only(nameless), "de");
        let mut hidden = table();
        for row in &mut hidden {
            row.choices = None;
        }
        assert!(visible_rows(&hidden, choice(ChoiceFilter::Blank), BY_NAME).is_empty());
        let counts = municipalities(&hidden);
        let counts: Vec<_> = counts.iter().map(|(_, name, n)| (&**name, *n)).collect();
        assert_eq!(counts, [("København", 1), ("Varde", 1), ("Aarhus", 4)]);
    }

    #[test]
    fn rows_are_sorted_the_danish_way_and_back() {
        let by = |by, falling| {
            slots(&visible_rows(
                &table(),
                RowFilter::default(),
                RowOrder { by, falling },
            ))
        };
        let names = by(RowColumn::Name, false);
        assert!(
            names.contains('f') && names.ends_with("de"),
            "{names}: no name comes last"
        );
        assert!(
            by(RowColumn::Name, true).ends_with("fde"),
            "nor the other way round"
        );
        assert!(
            by(RowColumn::Municipality, false).starts_with("cf"),
            "København, Varde, Aarhus"
        );
        assert_eq!(
            BY_NAME.pressed(RowColumn::Name),
            RowOrder {
                falling: true,
                ..BY_NAME
            }
        );
    }

    #[test]
    fn what_the_vendors_key_does_not_open_is_never_shown_as_a_name() {
        let vote = |identity: Option<&str>| ReleasedVote {
            slot: "a".into(),
            identity: identity.map(|sealed| sealed.parse().unwrap()),
            municipality: "0751".parse().unwrap(),
            choices: Some(Ballot::blank()),
            struck: false,
            devices: 2,
        };
        let sealed = "n".repeat(747);
        let row = BallotRow::new(vote(Some(&sealed)), None);
        assert!(row.who == RowVoter::Unreadable && row.name().is_empty());
        assert!(BallotRow::new(vote(None), None).who == RowVoter::Nobody);
        let rows = [row, BallotRow::new(vote(Some(&sealed)), None)];
        assert!(
            duplicates(&rows).is_empty(),
            "two unreadable names are not one"
        );
        assert_eq!(rows[0].devices, 2);
    }

    #[test]
    fn another_sealed_municipality_shows() {
        let mut row = row("a", "Anna", "0751", &[]);
        assert!(!row.differs());
        row.municipality = "0101".parse().unwrap();
        assert!(row.differs());
    }
}
