//! What can be wrong with a `.pb` file.

use std::fmt;

use super::{LARGEST_FILE, LONGEST_LINE};

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct PabulibError {
    /// The line, from 1; the last one where something is missing.
    pub line: usize,
    /// What is wrong there.
    pub problem: Problem,
}

/// What is wrong with a line. Values are as they stand in the file, cut after 60 characters.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// More bytes than [`LARGEST_FILE`].
    #[error("the file has {0} bytes; it may have {LARGEST_FILE}")]
    FileTooLarge(usize),
    /// A line has more bytes than [`LONGEST_LINE`].
    #[error("the line has {0} bytes; it may have {LONGEST_LINE}")]
    LineTooLong(usize),
    /// Not UTF-8.
    #[error("the text is not UTF-8")]
    NotUtf8,
    /// Text before the first section.
    #[error("“{0}” stands before the first section; a file begins with META")]
    BeforeMeta(String),
    /// A section is missing, or comes in another order than META, PROJECTS, VOTES.
    #[error("the section {0} is missing; a file has META, PROJECTS and VOTES, in this order")]
    SectionMissing(Section),
    /// A section stands there a second time, or too late.
    #[error("the section {0} comes a second time or too late")]
    SectionMisplaced(Section),
    /// A column that a section needs is missing from its heading.
    #[error("the heading of {section} has no column {column}")]
    ColumnMissing {
        /// Whose heading.
        section: Section,
        /// The column.
        column: &'static str,
    },
    /// A row has more cells than its heading.
    #[error("the row has {cells} cells, the heading {columns}")]
    TooManyCells {
        /// Cells of the row.
        cells: usize,
        /// Columns of the heading.
        columns: usize,
    },
    /// A quotation mark is not closed in its line.
    #[error("a quotation mark is not closed")]
    OpenQuote,
    /// A line of META that the election needs is missing.
    #[error("META has no {0}")]
    MetaMissing(&'static str),
    /// META says the same twice.
    #[error("META says {0} a second time")]
    MetaTwice(String),
    /// Not an amount.
    #[error("“{0}” is no amount; an amount is digits with at most six decimals")]
    NoAmount(String),
    /// A project that costs nothing.
    #[error("the project “{0}” costs nothing; a cost is above 0")]
    CostsNothing(String),
    /// An amount that does not fit.
    #[error("“{0}” is too large an amount")]
    AmountTooLarge(String),
    /// A kind of ballot that is not about approval.
    #[error("vote_type “{0}” cannot be read; approval and choose-1 can")]
    OtherVoteType(String),
    /// A project without an id.
    #[error("a project has no id")]
    NoId,
    /// Two projects with the same id.
    #[error("a second project has the id “{0}”")]
    SameId(String),
    /// A ballot names a project that is not there.
    #[error("the ballot names “{0}”, which is no project")]
    UnknownProject(String),
    /// A ballot names a project twice.
    #[error("the ballot names “{0}” twice")]
    NamedTwice(String),
    /// More than one project on a ballot of the type `choose-1`.
    #[error("the ballot names {0} projects; with vote_type choose-1 it names one at most")]
    MoreThanOne(usize),
    /// META says another number than there are, as in a file that was cut off.
    #[error("{key} is “{said}”, but there are {found}")]
    OtherNumber {
        /// The line of META.
        key: &'static str,
        /// What it says.
        said: String,
        /// How many there are.
        found: usize,
    },
    /// More projects or votes than an election may have.
    #[error("more than {0} rows")]
    TooManyRows(usize),
}

/// A part of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// What the election is.
    Meta,
    /// The candidates.
    Projects,
    /// The ballots.
    Votes,
}

impl fmt::Display for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Meta => "META",
            Self::Projects => "PROJECTS",
            Self::Votes => "VOTES",
        })
    }
}

impl Section {
    /// In the file's order.
    pub(super) const ALL: [Self; 3] = [Self::Meta, Self::Projects, Self::Votes];

    /// The section that begins with this line.
    pub(super) fn named(line: &str) -> Option<Self> {
        let name = line.trim().trim_end_matches(';');
        let is_it = |section: &Self| name.eq_ignore_ascii_case(&section.to_string());
        Self::ALL.into_iter().find(is_it)
    }
}
