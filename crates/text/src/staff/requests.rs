//! The words of the vendor's requests: the list, one request, and who sees the page of financing.

use barometer_domain::financing::RuleKind;

use crate::Language;

/// Everything that the vendor's pages about requests say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum RequestDeskText<'a> {
    Title,
    Body,
    New,
    Empty,
    Search,
    StateFilter,
    All,
    /// How many are shown, of how many.
    Shown(u32, u32),
    NothingLeft,
    RequestColumn,
    StateColumn,
    PriceColumn,
    CommittedColumn,
    MissingColumn,
    DeadlineColumn,
    Municipalities(u32),
    /// Full funding is expected on a day.
    FundedBy(&'a str),
    /// So many decisions are late.
    Late(u32),
    /// The way back to the list.
    Back,
    NextStep,
    /// Why, for what goes aside.
    StepWhy,
    NoStep,
    /// What the webinar and the promises decide.
    BySystem,
    Merge,
    MergeInto,
    MergeNow,
    /// It became part of another.
    MergedInto(&'a str),
    /// Undoes a merge or a rejection.
    UndoStep,
    /// What a municipality has said to both: which holds.
    Holds(&'a str),
    /// What it said to the request that stays.
    OfTheOneThatStays(&'a str),
    /// What it said to the request that goes.
    OfTheOneThatGoes(&'a str),
    /// What the merge takes along.
    MergeBody,
    /// The deadline has passed before it was fully funded.
    Overdue,
    Content,
    Reference,
    TitleField,
    Pitch,
    /// How many letters are left.
    Left(u32),
    /// What it is good for.
    Benefit,
    Category,
    PriceKind,
    Estimate,
    Firm,
    NotAssessed,
    NotAssessedBody,
    Low,
    Likely,
    High,
    FirmPrice,
    Sharing,
    /// The most that each pays.
    Cap,
    /// For how many it is planned.
    PlannedFor,
    /// The share that is equal, in percent.
    EqualPercent,
    DegressiveAbove,
    /// What those count, in percent.
    DegressivePercent,
    Weights,
    Fee,
    Minimum,
    Deadline,
    National,
    Initiative,
    AskedBy,
    AskedByHint,
    Folder,
    Portal,
    Why,
    WhyHint,
    Save,
    Saved,
    /// What was typed before stands in the fields.
    Restored,
    /// Theirs and one's own stand in the fields.
    Merged,
    /// The same, with the fields that both have changed.
    MergedBoth(&'a str),
    TakeSaved,
    TakeIn,
    /// What stands can no longer be changed, for it is voted on.
    LockedByVote,
    /// Its terms stand, for it is ordered.
    LockedByOrder,
    History,
    TakenIn,
    WentTo(&'a str),
    /// Its words or terms were changed.
    Changed,
    Itself,
    /// It came from a file.
    Imported,
    /// Who sees the page of financing: heading.
    Access,
    AccessBody,
    Public,
    WithCode,
    Code(&'a str),
    NewCode,
    OpenPage,
    CopyLink,
    Copied,
}

impl RequestDeskText<'_> {
    /// The words in this language.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::requests::sentence(self))
    }
}

/// A sharing rule by name, as one chooses it.
pub fn rule(kind: RuleKind, language: Language) -> &'static str {
    in_language!(language, staff::requests::rule(kind))
}
