//! The words of the page with who voted for what.

use barometer_domain::vendor::LogBreak;

use crate::Language;

/// What the page of names and ballots says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum NamedVotesText {
    Title,
    Before,
    Name,
    Reason,
    ReasonHint,
    ReasonMissing,
    /// Before the two ways to look.
    WhatToSee,
    /// Who has voted, without what.
    OnlyWho,
    OnlyWhoBody,
    /// Who has voted for what.
    WithWhat,
    WithWhatBody,
    OnlyNameless,
    /// Ticks all rows that are shown.
    SelectAll(u32),
    SelectNone,
    /// Somebody has seen what was voted: nothing is struck any more.
    StrikesAreOver,
    Show,
    Working,
    Shown(u32, u32),
    Caption,
    NameColumn,
    RoleColumn,
    MunicipalityColumn,
    ChoicesColumn,
    StateColumn,
    SelectColumn,
    NoName,
    /// The name does not open.
    CannotOpen,
    /// The sealed municipality is another.
    OtherMunicipality,
    /// More than one device voted at the place.
    Devices(u32),
    Duplicate,
    Struck,
    Blank,
    FilterCandidate,
    FilterMunicipality,
    All,
    OnlyDuplicates,
    /// No row passes the filters.
    NothingLeft,
    Export,
    Close,
    /// The names are gone after a while.
    Forgotten,
    /// The names are gone on request.
    Closed,
    Recount,
    RecountBody(u32, u32, u32),
    VotesColumn,
    MunicipalitiesColumn,
    Fits,
    /// The recount does not fit.
    Misfits,
    NotShown,
    Log,
    When,
    Who,
    Why,
    StruckCount(u32),
    Broken,
    /// How the log was broken, in an entry that acknowledges it.
    Broke(LogBreak),
    AcknowledgeBody,
    /// Acknowledges that the log is broken.
    Acknowledge,
    Acknowledged,
    Strike(u32),
    StrikeHint,
    StrikeAsk(u32),
    StrikeBody,
    StrikeReason,
    StrikeHintReason,
    StrikeYes,
    Cancel,
    StruckNow(u32),
    /// A checkbox's label, before the name.
    SelectRow,
    Yes,
    No,
}

impl NamedVotesText {
    /// What a person reads in this language, with the values in their places.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::votes::sentence(self))
    }
}
