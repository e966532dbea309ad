//! What a reader wants to see of the requests, and in which order. Pure; kept in the address, so that a link shows
//! the same.

use std::cmp::Ordering;

use barometer_domain::date::Date;
use barometer_domain::financing::RequestState;
use barometer_domain::financing::portfolio::{Movement, Portfolio, PortfolioRow};
use barometer_domain::forum::InitiativeId;
use barometer_domain::ids::MunicipalityCode;
use barometer_domain::money::Money;

/// Requests that are at the same part of their way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StateGroup {
    /// All of them.
    #[default]
    All,
    /// Up to being fully funded: municipalities can still join.
    ToBeFinanced,
    /// From being ordered on.
    UnderWay,
    /// Those that left the way.
    Finished,
}

impl StateGroup {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [
        Self::All,
        Self::ToBeFinanced,
        Self::UnderWay,
        Self::Finished,
    ];

    /// Its name in the address.
    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "",
            Self::ToBeFinanced => "financing",
            Self::UnderWay => "ordered",
            Self::Finished => "finished",
        }
    }

    /// The group of this name; all for any other.
    pub fn from_name(name: &str) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|group| group.name() == name).unwrap_or_default()
    }

    fn has(self, state: RequestState) -> bool {
        match self {
            Self::All => true,
            Self::ToBeFinanced => !state.is_ordered() && !state.is_aside(),
            Self::UnderWay => state.is_ordered(),
            Self::Finished => state.is_aside(),
        }
    }
}

/// A column that sorts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortColumn {
    /// The vendor's own reference.
    #[default]
    Reference,
    /// What it costs.
    Price,
    /// What is not promised yet.
    Missing,
    /// The last day to say yes; without one last.
    Deadline,
    /// When anything in it changed last, the newest first.
    Changed,
}

impl SortColumn {
    /// All of them, from left to right.
    pub const ALL: [Self; 5] = [
        Self::Reference,
        Self::Price,
        Self::Missing,
        Self::Deadline,
        Self::Changed,
    ];

    /// Its name in the address.
    const fn name(self) -> &'static str {
        match self {
            Self::Reference => "reference",
            Self::Price => "price",
            Self::Missing => "missing",
            Self::Deadline => "deadline",
            Self::Changed => "changed",
        }
    }
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SortOrder {
    /// By what.
    pub by: SortColumn,
    /// Whether the largest comes first.
    pub falling: bool,
}

impl SortOrder {
    /// What a press on a column's heading makes of it.
    #[must_use]
    pub fn pressed(self, column: SortColumn) -> Self {
        let falling = if self.by == column {
            !self.falling
        } else {
            column == SortColumn::Changed
        };
        Self {
            by: column,
            falling,
        }
    }

    /// `price`, or `-price` for the dearest first.
    fn name(self) -> String {
        let sign = if self.falling { "-" } else { "" };
        format!("{sign}{}", self.by.name())
    }

    fn from_name(name: &str) -> Option<Self> {
        let column = name.trim_start_matches('-');
        let by = SortColumn::ALL.into_iter().find(|by| by.name() == column)?;
        Some(Self {
            by,
            falling: name.starts_with('-'),
        })
    }

    fn compare(self, a: &PortfolioRow, b: &PortfolioRow) -> Ordering {
        let by_reference = (&a.reference, a.request).cmp(&(&b.reference, b.request));
        let (one, other) = if self.falling { (b, a) } else { (a, b) };
        match self.by {
            SortColumn::Reference if self.falling => by_reference.reverse(),
            SortColumn::Reference => by_reference,
            SortColumn::Price => price_of_row(one).cmp(&price_of_row(other)),
            SortColumn::Missing => one.shortfall.cmp(&other.shortfall),
            SortColumn::Changed => one.changed_at.cmp(&other.changed_at),
            SortColumn::Deadline => {
                let without = |row: &PortfolioRow| deadline(row).is_none();
                let by_day = deadline(one).cmp(&deadline(other));
                without(a).cmp(&without(b)).then(by_day)
            }
        }
        .then(by_reference)
    }
}

fn price_of_row(row: &PortfolioRow) -> Money {
    row.terms.price.likely()
}

/// The last day to say yes; there is none any more once a request is paid for, or has left the way.
pub fn deadline(row: &PortfolioRow) -> Option<Date> {
    let is_over = row.state.is_funded() || row.state == RequestState::Cancelled;
    row.terms.deadline.filter(|_| !is_over)
}

/// What is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PortfolioQuery {
    /// What a title, a reference or a category must contain, word by word.
    pub typed: String,
    /// How far requests must have come.
    pub group: StateGroup,
    /// Whether something must have moved since the last webinar.
    pub moved: bool,
    /// Who must be with it by name.
    pub municipality: Option<MunicipalityCode>,
    /// The national initiative that must affect it.
    pub initiative: Option<InitiativeId>,
    /// In which order.
    pub order: SortOrder,
    /// An earlier day.
    pub day: Option<Date>,
}

const TYPED: &str = "q";
const GROUP: &str = "state";
const MOVED: &str = "moved";
const MUNICIPALITY: &str = "municipality";
const INITIATIVE: &str = "initiative";
const ORDER: &str = "sort";
const DAY: &str = "as_of";

impl PortfolioQuery {
    /// What an address says; what it says wrongly is as if it were not there.
    pub fn from_query(query: &[(String, String)]) -> Self {
        let value = |name: &str| {
            let mut pairs = query.iter();
            let found = pairs.find(|(key, _)| key == name);
            found.map_or("", |(_, value)| value.as_str())
        };
        Self {
            typed: value(TYPED).to_owned(),
            group: StateGroup::from_name(value(GROUP)),
            moved: value(MOVED) == "1",
            municipality: value(MUNICIPALITY).parse().ok(),
            initiative: value(INITIATIVE).parse().map(InitiativeId).ok(),
            order: SortOrder::from_name(value(ORDER)).unwrap_or_default(),
            day: value(DAY).parse().ok(),
        }
    }

    /// The same for an address; what is as usual is left out.
    pub fn query(&self) -> Vec<(&'static str, String)> {
        let some = |given: bool, value: String| given.then_some(value);
        let municipality = self.municipality.map(|code| code.to_string());
        let pairs = [
            (TYPED, some(!self.typed.is_empty(), self.typed.clone())),
            (
                GROUP,
                some(self.group != StateGroup::All, self.group.name().to_owned()),
            ),
            (MOVED, some(self.moved, "1".to_owned())),
            (MUNICIPALITY, municipality),
            (INITIATIVE, self.initiative.map(|one| one.0.to_string())),
            (
                ORDER,
                some(self.order != SortOrder::default(), self.order.name()),
            ),
            (DAY, self.day.map(|day| day.to_string())),
        ];
        let given = pairs.into_iter();
        given
            .filter_map(|(name, value)| Some((name, value?)))
            .collect()
    }

    /// Whether any request may be left out.
    pub fn is_filtering(&self) -> bool {
        let all = Self {
            order: self.order,
            day: self.day,
            ..Self::default()
        };
        *self != all
    }

    /// The same without any filter; order and day stay.
    pub fn reset(&mut self) {
        *self = Self {
            order: self.order,
            day: self.day,
            ..Self::default()
        };
    }

    /// The requests that are shown, in their order.
    pub fn visible_rows<'a>(&self, portfolio: &'a Portfolio) -> Vec<&'a PortfolioRow> {
        let typed = self.typed.to_lowercase();
        let rows = portfolio.rows.iter();
        let mut shown = Vec::new();
        // A library's sort is 1 KB of the download; there are never many rows.
        for row in rows.filter(|row| self.has(row, &typed)) {
            let is_after = |held: &&PortfolioRow| self.order.compare(held, row).is_gt();
            let at = shown.iter().position(is_after).unwrap_or(shown.len());
            shown.insert(at, row);
        }
        shown
    }

    fn has(&self, row: &PortfolioRow, typed: &str) -> bool {
        let is_with = |code| row.named.iter().any(|named| named.municipality == code);
        let affects = |id| row.initiatives.iter().any(|one| one.id == id);
        self.group.has(row.state)
            && (!self.moved || row.movement.is_some_and(Movement::is_any))
            && self.municipality.is_none_or(is_with)
            && self.initiative.is_none_or(affects)
            && contains(row, typed)
    }
}

/// Whether every word typed is found somewhere; `typed` in small letters.
fn contains(row: &PortfolioRow, typed: &str) -> bool {
    let text = [&row.title, &row.reference, &row.category].map(|text| text.to_lowercase());
    typed
        .split_whitespace()
        .all(|word| text.iter().any(|text| text.contains(word)))
}

/// The initiatives to choose from, each once in the order of the rows; and `chosen` without a name, if no request has it.
pub fn initiatives(
    portfolio: Option<&Portfolio>,
    chosen: Option<InitiativeId>,
) -> Vec<(InitiativeId, Option<String>)> {
    let mut found: Vec<(InitiativeId, Option<String>)> = Vec::new();
    let rows = portfolio.into_iter().flat_map(|portfolio| &portfolio.rows);
    for tag in rows.flat_map(|row| &row.initiatives) {
        if !found.iter().any(|(id, _)| *id == tag.id) {
            found.push((tag.id, Some(tag.name.clone())));
        }
    }
    let is_unknown = |chosen: &InitiativeId| !found.iter().any(|(id, _)| id == chosen);
    let unknown = chosen.filter(is_unknown);
    found.extend(unknown.map(|id| (id, None)));
    found
}

/// The folder that all requests lie in, if they do.
pub fn folder<'a>(rows: impl IntoIterator<Item = &'a PortfolioRow>) -> Option<&'a str> {
    let mut rows = rows.into_iter();
    let folder = rows.next()?.folder.as_str();
    let is_shared = !folder.is_empty() && rows.all(|row| row.folder == folder);
    is_shared.then_some(folder)
}

#[cfg(test)]
mod tests {
    use barometer_domain::financing::portfolio::{InitiativeTag, Named};
    use barometer_domain::financing::{CommitmentState, Price, Sums, Terms};
    use barometer_domain::ids::RequestId;

    use super::*;

    fn row(id: u32, title: &str, kroner: i64) -> PortfolioRow {
        PortfolioRow {
            request: RequestId(id),
            reference: format!("I0{id}"),
            title: title.into(),
            category: "Mobil".into(),
            state: RequestState::Gathering,
            terms: Terms {
                price: Price::Firm {
                    amount: Money::from_kroner(kroner),
                },
                ..Terms::default()
            },
            national: false,
            folder: "6. Generelt".into(),
            portal: String::new(),
            sums: Sums::default(),
            shortfall: Money::from_kroner(kroner),
            missing: None,
            overdue: false,
            movement: None,
            changed_at: id.into(),
            regions: vec![],
            named: vec![],
            comments: 0,
            initiatives: vec![],
        }
    }

    fn portfolio() -> Portfolio {
        let mut rows = vec![
            row(1, "Borgernavn på observation", 150),
            row(2, "Kopiér besøgsplan til afløser", 240),
            row(3, "Kvittering for læst advis", 110),
        ];
        rows[0].state = RequestState::Ordered;
        rows[1].terms.deadline = "2023-12-01".parse().ok();
        rows[2].terms.deadline = "2023-11-01".parse().ok();
        rows[2].movement = Some(Movement {
            amount: Money::from_kroner(10),
            municipalities: 1,
        });
        rows[0].initiatives = vec![InitiativeTag {
            id: InitiativeId(3),
            name: "Ny reform".into(),
        }];
        rows[1].named = vec![Named {
            municipality: "0751".parse().unwrap(),
            state: CommitmentState::Committed,
        }];
        Portfolio {
            epoch: 1,
            seq: 1,
            fictional: true,
            as_of: None,
            since: None,
            changed_at: None,
            municipalities: 0,
            has_forum: false,
            rows,
        }
    }

    fn shown(look: &PortfolioQuery) -> Vec<u32> {
        let portfolio = portfolio();
        let rows = look.visible_rows(&portfolio);
        rows.iter().map(|row| row.request.0).collect()
    }

    fn sorted(by: SortColumn, falling: bool) -> Vec<u32> {
        shown(&PortfolioQuery {
            order: SortOrder { by, falling },
            ..PortfolioQuery::default()
        })
    }

    #[test]
    fn an_address_brings_back_what_was_chosen() {
        let look = PortfolioQuery {
            typed: "besøg & plan".into(),
            group: StateGroup::ToBeFinanced,
            moved: true,
            municipality: "0751".parse().ok(),
            initiative: Some(InitiativeId(3)),
            order: SortOrder::default().pressed(SortColumn::Changed),
            day: "2023-07-31".parse().ok(),
        };
        let query: Vec<_> = look.query();
        let query: Vec<_> = query.into_iter().map(|(k, v)| (k.to_owned(), v)).collect();
        assert_eq!(PortfolioQuery::from_query(&query), look);
        assert_eq!(PortfolioQuery::from_query(&[]), PortfolioQuery::default());
        assert!(PortfolioQuery::default().query().is_empty());
        let wrong = [
            ("sort", "x"),
            ("state", "y"),
            ("as_of", "2023-02-30"),
            ("moved", ""),
        ];
        let wrong = wrong.map(|(k, v)| (k.to_owned(), v.to_owned()));
        assert_eq!(
            PortfolioQuery::from_query(&wrong),
            PortfolioQuery::default()
        );
    }

    #[test]
    fn every_word_typed_is_found_somewhere() {
        let typed = |typed: &str| {
            shown(&PortfolioQuery {
                typed: typed.into(),
                ..PortfolioQuery::default()
            })
        };
        assert_eq!(typed("PLAN kopi"), [2]);
        assert_eq!(typed("i03"), [3]);
        assert_eq!(typed("mobil"), [1, 2, 3]);
        assert_eq!(
            typed("mobil ø"),
            [2],
            "one word in the category, one in the title"
        );
        assert!(typed("fax").is_empty());
    }

    #[test]
    fn filters_leave_out_what_does_not_fit() {
        let group = |group| {
            shown(&PortfolioQuery {
                group,
                ..PortfolioQuery::default()
            })
        };
        assert_eq!(group(StateGroup::ToBeFinanced), [2, 3]);
        assert_eq!(group(StateGroup::UnderWay), [1]);
        assert!(group(StateGroup::Finished).is_empty());
        let moved = PortfolioQuery {
            moved: true,
            ..PortfolioQuery::default()
        };
        assert_eq!(shown(&moved), [3]);
        let with_aarhus = PortfolioQuery {
            municipality: "0751".parse().ok(),
            ..PortfolioQuery::default()
        };
        assert_eq!(shown(&with_aarhus), [2]);
        let of_reform = PortfolioQuery {
            initiative: Some(InitiativeId(3)),
            ..PortfolioQuery::default()
        };
        assert_eq!(shown(&of_reform), [1]);
    }

    #[test]
    fn filters_are_taken_away_and_order_and_day_stay() {
        let mut look = PortfolioQuery {
            typed: "x".into(),
            moved: true,
            day: "2023-07-31".parse().ok(),
            order: SortOrder::default().pressed(SortColumn::Price),
            ..PortfolioQuery::default()
        };
        assert!(look.is_filtering());
        look.reset();
        assert!(!look.is_filtering());
        assert_eq!(look.query().len(), 2);
    }

    #[test]
    fn rows_stand_in_the_order_of_a_column() {
        assert_eq!(sorted(SortColumn::Reference, true), [3, 2, 1]);
        assert_eq!(sorted(SortColumn::Price, false), [3, 1, 2]);
        assert_eq!(sorted(SortColumn::Missing, true), [2, 1, 3]);
        assert_eq!(sorted(SortColumn::Changed, true), [3, 2, 1]);
    }

    #[test]
    fn what_has_no_deadline_comes_last_either_way() {
        assert_eq!(sorted(SortColumn::Deadline, false), [3, 2, 1]);
        assert_eq!(sorted(SortColumn::Deadline, true), [2, 3, 1]);
    }

    #[test]
    fn a_second_press_turns_the_order_and_the_newest_comes_first() {
        let once = SortOrder::default().pressed(SortColumn::Price);
        assert!(!once.falling && once.pressed(SortColumn::Price).falling);
        assert!(SortOrder::default().pressed(SortColumn::Changed).falling);
        assert!(SortOrder::default().pressed(SortColumn::Reference).falling);
    }

    #[test]
    fn an_initiative_can_be_chosen_once_and_stays_chosen() {
        let mut portfolio = portfolio();
        portfolio.rows[2].initiatives = portfolio.rows[0].initiatives.clone();
        let reform = (InitiativeId(3), Some("Ny reform".to_owned()));
        assert_eq!(
            initiatives(Some(&portfolio), None),
            std::slice::from_ref(&reform)
        );
        let both = initiatives(Some(&portfolio), Some(InitiativeId(9)));
        assert_eq!(both, [reform, (InitiativeId(9), None)]);
        assert_eq!(initiatives(None, None), []);
    }

    #[test]
    fn a_folder_is_named_when_all_lie_in_it() {
        let portfolio = portfolio();
        let rows: Vec<_> = portfolio.rows.iter().collect();
        assert_eq!(folder(rows.iter().copied()), Some("6. Generelt"));
        let mut other = row(4, "Andet", 1);
        other.folder = String::new();
        assert_eq!(folder([rows[0], &other]), None);
        assert_eq!(folder([]), None);
    }
}
