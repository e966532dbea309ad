//! Reads `.pb`, and says of what it cannot read in which line it stands.

use std::collections::{HashMap, HashSet};

use super::amount::{in_units, parse_amount};
use super::problem::{PabulibError, Problem, Section};
use super::sections::{Row, cut, sections_of};
use super::{LARGEST_FILE, Pabulib, Project, Table, Vote};
use crate::election::{MOST_CANDIDATES, MOST_VOTERS};

/// Reads a file.
///
/// # Errors
/// With the first line that is wrong, and the value that stands there.
pub fn read(bytes: &[u8]) -> Result<Pabulib, PabulibError> {
    let at = |line, problem| PabulibError { line, problem };
    if bytes.len() > LARGEST_FILE {
        return Err(at(1, Problem::FileTooLarge(bytes.len())));
    }
    let text = str::from_utf8(bytes).map_err(|error| {
        let before = bytes.iter().take(error.valid_up_to());
        at(
            1 + before.filter(|&&byte| byte == b'\n').count(),
            Problem::NotUtf8,
        )
    })?;
    let sections = sections_of(text.trim_start_matches('\u{feff}'))?;
    let last = sections.last;
    let [meta, projects, votes] = sections.rows;
    let meta = Meta::read(meta, last)?;
    let (projects, decimals) = read_projects(projects, &meta)?;
    let votes = read_votes(votes, &projects.rows, meta.is_choose_one)?;
    meta.check_count("num_projects", projects.rows.len())?;
    meta.check_count("num_votes", votes.rows.len())?;
    let budget = in_units(meta.budget.0, meta.budget.1, decimals);
    let budget = budget.ok_or_else(|| {
        let (line, value) = meta.find("budget").unwrap_or((last, ""));
        at(line, Problem::AmountTooLarge(cut(value)))
    })?;
    Ok(Pabulib {
        meta: meta.lines.into_iter().map(|line| line.1).collect(),
        projects,
        votes,
        budget,
        decimals,
    })
}

/// A line of META with its number.
type MetaLine = (usize, (String, String));

struct Meta {
    lines: Vec<MetaLine>,
    /// The amount and its decimals.
    budget: (u64, u32),
    is_choose_one: bool,
}

impl Meta {
    fn read(rows: Vec<Row>, last: usize) -> Result<Self, PabulibError> {
        let mut lines: Vec<MetaLine> = Vec::new();
        let mut rows = rows.into_iter().peekable();
        // The heading says “key;value”; some files leave it out.
        rows.next_if(|row| row.cells.first().is_some_and(|key| key == "key"));
        for row in rows {
            let key = row.cells.first().cloned().unwrap_or_default();
            let at = |problem| PabulibError {
                line: row.line,
                problem,
            };
            if lines.iter().any(|line| line.1.0 == key) {
                return Err(at(Problem::MetaTwice(cut(&key))));
            }
            // A description may contain semicolons without quotation marks.
            let value = row.cells.get(1..).unwrap_or_default().join(";");
            lines.push((row.line, (key, value)));
        }
        let mut meta = Self {
            lines,
            budget: (0, 0),
            is_choose_one: false,
        };
        let needed = |key: &'static str| {
            meta.find(key).ok_or(PabulibError {
                line: last,
                problem: Problem::MetaMissing(key),
            })
        };
        let (line, kind) = needed("vote_type")?;
        let is_choose_one = match kind {
            "approval" => false,
            "choose-1" => true,
            other => {
                let problem = Problem::OtherVoteType(cut(other));
                return Err(PabulibError { line, problem });
            }
        };
        let (line, budget) = needed("budget")?;
        let budget = parse_amount(budget).ok_or_else(|| PabulibError {
            line,
            problem: Problem::NoAmount(cut(budget)),
        })?;
        meta.budget = budget;
        meta.is_choose_one = is_choose_one;
        Ok(meta)
    }

    fn find(&self, key: &str) -> Option<(usize, &str)> {
        let line = self.lines.iter().find(|line| line.1.0 == key)?;
        Some((line.0, line.1.1.as_str()))
    }

    /// Checks a number that META may give.
    fn check_count(&self, key: &'static str, found: usize) -> Result<(), PabulibError> {
        match self.find(key) {
            Some((line, said)) if said.parse() != Ok(found) => Err(PabulibError {
                line,
                problem: Problem::OtherNumber {
                    key,
                    said: cut(said),
                    found,
                },
            }),
            _ => Ok(()),
        }
    }
}

/// A section's rows without its heading, and the places of the columns that it needs.
struct Columns<const N: usize> {
    rows: std::vec::IntoIter<Row>,
    at: [usize; N],
    headings: Vec<String>,
}

impl<const N: usize> Columns<N> {
    fn find(
        section: Section,
        rows: Vec<Row>,
        needed: [&'static str; N],
    ) -> Result<Self, PabulibError> {
        let mut rows = rows.into_iter();
        let heading = rows.next().unwrap_or(Row {
            line: 1,
            cells: Vec::new(),
        });
        let mut at = [0; N];
        for (place, column) in at.iter_mut().zip(needed) {
            let found = heading.cells.iter().position(|cell| cell == column);
            *place = found.ok_or(PabulibError {
                line: heading.line,
                problem: Problem::ColumnMissing { section, column },
            })?;
        }
        Ok(Self {
            rows,
            at,
            headings: heading.cells,
        })
    }

    /// The headings of the columns that are only kept.
    fn others(&self) -> Vec<String> {
        let headings = self.headings.iter().enumerate();
        let kept = headings.filter(|(at, _)| !self.at.contains(at));
        kept.map(|(_, heading)| heading.clone()).collect()
    }

    /// The next row: its line, the needed cells, the others.
    #[expect(clippy::type_complexity, reason = "used at two places just below")]
    fn next(&mut self) -> Option<Result<(usize, [String; N], Vec<String>), PabulibError>> {
        let mut row = self.rows.next()?;
        let columns = self.headings.len();
        if row.cells.len() > columns {
            return Some(Err(PabulibError {
                line: row.line,
                problem: Problem::TooManyCells {
                    cells: row.cells.len(),
                    columns,
                },
            }));
        }
        row.cells.resize(columns, String::new());
        let needed = self.at.map(|at| std::mem::take(&mut row.cells[at]));
        let others = row.cells.into_iter().enumerate();
        let others = others.filter(|(at, _)| !self.at.contains(at));
        Some(Ok((
            row.line,
            needed,
            others.map(|(_, cell)| cell).collect(),
        )))
    }
}

/// The projects, and with how many decimals their costs and the budget are given.
fn read_projects(rows: Vec<Row>, meta: &Meta) -> Result<(Table<Project>, u32), PabulibError> {
    let mut columns = Columns::find(Section::Projects, rows, ["project_id", "cost"])?;
    let other_columns = columns.others();
    let mut read = Vec::new();
    let mut ids = HashSet::new();
    let mut decimals = meta.budget.1;
    while let Some(row) = columns.next() {
        let (line, [id, cost], others) = row?;
        let at = |problem| PabulibError { line, problem };
        if id.is_empty() {
            return Err(at(Problem::NoId));
        }
        if !ids.insert(id.clone()) {
            return Err(at(Problem::SameId(cut(&id))));
        }
        let amount = parse_amount(&cost).ok_or_else(|| at(Problem::NoAmount(cut(&cost))))?;
        if amount.0 == 0 {
            return Err(at(Problem::CostsNothing(cut(&id))));
        }
        if read.len() == MOST_CANDIDATES {
            return Err(at(Problem::TooManyRows(MOST_CANDIDATES)));
        }
        decimals = decimals.max(amount.1);
        read.push((line, id, amount, others));
    }
    let rows = read.into_iter().map(|(line, id, (cost, own), others)| {
        let cost = in_units(cost, own, decimals).ok_or_else(|| PabulibError {
            line,
            problem: Problem::AmountTooLarge(cost.to_string()),
        })?;
        Ok(Project { id, cost, others })
    });
    let rows = rows.collect::<Result<_, _>>()?;
    let table = Table {
        other_columns,
        rows,
    };
    Ok((table, decimals))
}

fn read_votes(
    rows: Vec<Row>,
    projects: &[Project],
    is_choose_one: bool,
) -> Result<Table<Vote>, PabulibError> {
    let places = projects.iter().enumerate();
    let places: HashMap<&str, usize> = places
        .map(|(at, project)| (project.id.as_str(), at))
        .collect();
    let mut columns = Columns::find(Section::Votes, rows, ["voter_id", "vote"])?;
    let other_columns = columns.others();
    let mut rows = Vec::new();
    // In which ballot each project was named last, so that a second time is seen.
    let mut named_in = vec![usize::MAX; projects.len()];
    while let Some(row) = columns.next() {
        let (line, [voter, vote], others) = row?;
        let at = |problem| PabulibError { line, problem };
        let number = rows.len();
        if number == MOST_VOTERS {
            return Err(at(Problem::TooManyRows(MOST_VOTERS)));
        }
        let ids = vote.split(',').map(str::trim).filter(|id| !id.is_empty());
        let mut approves = Vec::new();
        for id in ids {
            let place = places.get(id).copied();
            let place = place.ok_or_else(|| at(Problem::UnknownProject(cut(id))))?;
            if std::mem::replace(&mut named_in[place], number) == number {
                return Err(at(Problem::NamedTwice(cut(id))));
            }
            approves.push(place);
        }
        if is_choose_one && approves.len() > 1 {
            return Err(at(Problem::MoreThanOne(approves.len())));
        }
        rows.push(Vote {
            voter,
            approves,
            others,
        });
    }
    Ok(Table {
        other_columns,
        rows,
    })
}
