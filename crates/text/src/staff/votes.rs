//! The words of the page with who voted for what.

use barometer_domain::vendor::LogBreak;

use crate::Language;

/// What the page of names and ballots says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Votes {
    /// The page's heading.
    Title,
    /// What happens.
    Before,
    /// The employee's name.
    Name,
    /// Why.
    Reason,
    /// An example.
    ReasonHint,
    /// One is missing.
    ReasonMissing,
    /// Before the two ways to look.
    WhatToSee,
    /// Who has voted, without what.
    OnlyWho,
    /// What that is for.
    OnlyWhoBody,
    /// Who has voted for what.
    WithWhat,
    /// What follows from that.
    WithWhatBody,
    /// A filter.
    OnlyNameless,
    /// Ticks all rows that are shown.
    SelectAll(u32),
    /// Ticks none.
    SelectNone,
    /// Somebody has seen what was voted: nothing is struck any more.
    StrikesAreOver,
    /// Looks up.
    Show,
    /// While names are opened.
    Working,
    /// How many are shown.
    Shown(u32, u32),
    /// The table's caption.
    Caption,
    /// A column.
    NameColumn,
    /// A column.
    RoleColumn,
    /// A column.
    MunicipalityColumn,
    /// A column.
    ChoicesColumn,
    /// A column.
    StateColumn,
    /// A column.
    SelectColumn,
    /// No name was sealed.
    NoName,
    /// The name does not open.
    CannotOpen,
    /// The sealed municipality is another.
    OtherMunicipality,
    /// More than one device voted at the place.
    Devices(u32),
    /// Likely a duplicate.
    Duplicate,
    /// Struck.
    Struck,
    /// None of these.
    Blank,
    /// A filter.
    FilterCandidate,
    /// A filter.
    FilterMunicipality,
    /// No filter.
    All,
    /// A filter.
    OnlyDuplicates,
    /// No row passes the filters.
    NothingLeft,
    /// Saves the table.
    Export,
    /// Forgets the names.
    Close,
    /// The names are gone after a while.
    Forgotten,
    /// The names are gone on request.
    Closed,
    /// The recount's heading.
    Recount,
    /// What is counted.
    RecountBody(u32, u32, u32),
    /// A column.
    VotesColumn,
    /// A column.
    MunicipalitiesColumn,
    /// The recount fits.
    Fits,
    /// The recount does not fit.
    Misfits,
    /// Nothing to compare with.
    NotShown,
    /// The log's heading.
    Log,
    /// A column.
    When,
    /// A column.
    Who,
    /// A column.
    Why,
    /// A column's figure.
    StruckCount(u32),
    /// The log was changed.
    Broken,
    /// How the log was broken, in an entry that acknowledges it.
    Broke(LogBreak),
    /// What acknowledging does.
    AcknowledgeBody,
    /// Acknowledges that the log is broken.
    Acknowledge,
    /// It is written down.
    Acknowledged,
    /// Strikes what is selected.
    Strike(u32),
    /// How to strike.
    StrikeHint,
    /// Asks before striking.
    StrikeAsk(u32),
    /// What striking does.
    StrikeBody,
    /// Why.
    StrikeReason,
    /// An example.
    StrikeHintReason,
    /// Says yes.
    StrikeYes,
    /// Says no.
    Cancel,
    /// It is done.
    StruckNow(u32),
    /// A checkbox's label, before the name.
    SelectRow,
    /// Yes, in the export.
    Yes,
    /// No, in the export.
    No,
}

impl Votes {
    /// The words in `language`.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::votes::sentence(self))
    }
}
