//! The words of the living page as a file: its name, sheets and columns.

use crate::Language;

/// A column of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum ExportColumn {
    Reference,
    Title,
    Category,
    /// How far it has come.
    State,
    Price,
    PriceKind,
    Sharing,
    /// By how many it is planned to be shared.
    PlannedFor,
    /// What an average municipality then pays, in kroner.
    EachPays,
    Minimum,
    Committed,
    CommittedBy,
    UnderDecision,
    UnderDecisionBy,
    Indicated,
    IndicatedBy,
    InterestedBy,
    Shortfall,
    /// How many more are needed.
    Missing,
    /// The last day to say yes.
    Deadline,
    /// Whether that has passed before it was fully funded.
    Overdue,
    /// The deadline before it was moved.
    ExtendedFrom,
    ExtensionReason,
    /// Promised since the last webinar, in kroner.
    Moved,
    MovedBy,
    /// Whether it follows from a national initiative.
    National,
    Folder,
    /// Its page in the vendor's portal.
    Portal,
    /// Who is named with it.
    Named,
    /// When anything in it changed last.
    ChangedAt,
}

impl ExportColumn {
    /// The heading above this column, in both kinds of file.
    pub fn say(self, language: Language) -> &'static str {
        in_language!(language, export::column(self))
    }
}

/// What else the file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum ExportText {
    /// The file's name, without what kind it is; the page has the same.
    Name,
    Requests,
    Municipalities,
    Municipality,
    Region,
    Firm,
    Estimate,
    /// A price that nobody knows.
    NotAssessed,
    Yes,
    /// The vendor's own sheet: who pays what.
    WhoPays,
    /// The most that was promised, in kroner.
    Promised,
    /// What is paid, in kroner.
    Pays,
    /// What was invoiced, in kroner.
    Invoiced,
    /// What is paid back, in kroner.
    Refund,
}

impl ExportText {
    /// What a file says in this language, but for headings of columns.
    pub fn say(self, language: Language) -> &'static str {
        in_language!(language, export::sentence(self))
    }
}
