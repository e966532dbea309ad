//! The words of the living page as a file: its name, sheets and columns.

use crate::Language;

/// A column of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The vendor's own reference.
    Reference,
    /// The request's title.
    Title,
    /// What it belongs to.
    Category,
    /// How far it has come.
    State,
    /// Its price, in kroner.
    Price,
    /// Whether that is firm.
    PriceKind,
    /// How it is shared.
    Sharing,
    /// By how many it is planned to be shared.
    PlannedFor,
    /// What an average municipality then pays, in kroner.
    EachPays,
    /// The fewest municipalities.
    Minimum,
    /// Promised, in kroner.
    Committed,
    /// By how many.
    CommittedBy,
    /// Being decided, in kroner.
    UnderDecision,
    /// By how many.
    UnderDecisionBy,
    /// Intended, in kroner.
    Indicated,
    /// By how many.
    IndicatedBy,
    /// How many are interested.
    InterestedBy,
    /// Missing, in kroner.
    Shortfall,
    /// How many more are needed.
    Missing,
    /// The last day to say yes.
    Deadline,
    /// Whether that has passed before it was fully funded.
    Overdue,
    /// The deadline before it was moved.
    ExtendedFrom,
    /// Why it was moved.
    ExtensionReason,
    /// Promised since the last webinar, in kroner.
    Moved,
    /// By how many more.
    MovedBy,
    /// Whether it follows from a national initiative.
    National,
    /// Where its papers lie.
    Folder,
    /// Its page in the vendor's portal.
    Portal,
    /// Who is named with it.
    Named,
    /// When anything in it changed last.
    ChangedAt,
}

impl Column {
    /// Its heading.
    pub fn say(self, language: Language) -> &'static str {
        in_language!(language, export::column(self))
    }
}

/// What else the file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// The file's name, without what kind it is; the page has the same.
    Name,
    /// The first sheet's name.
    Requests,
    /// The second sheet's name.
    Municipalities,
    /// A municipality.
    Municipality,
    /// Its region.
    Region,
    /// Firm.
    Firm,
    /// A rough estimate.
    Estimate,
    /// A price that nobody knows.
    NotAssessed,
    /// Yes.
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

impl Export {
    /// The words.
    pub fn say(self, language: Language) -> &'static str {
        in_language!(language, export::sentence(self))
    }
}
