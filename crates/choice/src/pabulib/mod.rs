//! Elections as files: the `.pb` format of Pabulib (Faliszewski and others 2023, "Participatory Budgeting: Data, Tools
//! and Analysis"), as far as it is about approval.

mod amount;
mod problem;
mod reader;
mod sections;
mod writer;

pub use amount::parse_amount;
pub use problem::{PabulibError, Problem, Section};
pub use reader::read;
pub use writer::write;

use crate::election::{Election, ElectionError, Voter};

/// The largest file, in bytes: 256 MB, far above the largest of Pabulib.
pub const LARGEST_FILE: usize = 256 * 1024 * 1024;
/// The longest line, in bytes.
pub const LONGEST_LINE: usize = 1024 * 1024;

/// A file's content. What is not needed for choosing (names, districts, ages) is kept as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pabulib {
    /// The lines of `META`, in the file's order, without its heading: `("country", "Poland")`.
    pub meta: Vec<(String, String)>,
    /// The candidates, in the file's order.
    pub projects: Table<Project>,
    /// The ballots, in the file's order.
    pub votes: Table<Vote>,
    /// What may be spent, in units of 10^−`decimals`.
    pub budget: u64,
    /// How many decimals the budget and all costs are written with here: as many as the most precise of them has.
    pub decimals: u32,
}

/// Rows of which some columns are read and the others kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<Row> {
    /// The headings of the columns that are kept, in the file's order, without those that are read.
    pub other_columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// `project_id`, unique in the file.
    pub id: String,
    /// `cost`, in units of 10^−[`Pabulib::decimals`].
    pub cost: u64,
    /// What stands in the other columns; empty where a row is short.
    pub others: Vec<String>,
}

/// A ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// `voter_id`.
    pub voter: String,
    /// The approved projects by their place in the file, in the ballot's order.
    pub approves: Vec<usize>,
    /// What stands in the other columns; empty where a row is short.
    pub others: Vec<String>,
}

impl Pabulib {
    /// The election, with the same frame for every voter; candidates in the file's order.
    ///
    /// # Errors
    /// When one of the election's limits is passed.
    pub fn election(&self) -> Result<Election, ElectionError> {
        let costs = self.projects.rows.iter().map(|project| project.cost);
        let voters = self.votes.rows.iter().map(|vote| Voter {
            weight: 1,
            approves: vote.approves.clone(),
        });
        Election::new(self.budget, costs.collect(), voters)
    }

    /// A line of `META`.
    pub fn meta(&self, key: &str) -> Option<&str> {
        let line = self.meta.iter().find(|(own, _)| own == key);
        line.map(|(_, value)| value.as_str())
    }
}

#[cfg(test)]
mod tests;
