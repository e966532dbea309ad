//! The words of the vendor's requests: the list, one request, and who sees the page of financing.

use barometer_domain::financing::RuleKind;

use crate::Language;

/// What these pages say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Requests<'a> {
    /// The list's heading.
    Title,
    /// What it is for.
    Body,
    /// A new one.
    New,
    /// There is none.
    Empty,
    /// Search.
    Search,
    /// The filter by state.
    StateFilter,
    /// All of them.
    All,
    /// How many are shown, of how many.
    Shown(u32, u32),
    /// Nothing passes the filters.
    NothingLeft,
    /// A column: the request.
    RequestColumn,
    /// A column: how far.
    StateColumn,
    /// A column: the price.
    PriceColumn,
    /// A column: promised.
    CommittedColumn,
    /// A column: missing.
    MissingColumn,
    /// A column: deadline.
    DeadlineColumn,
    /// So many municipalities.
    Municipalities(u32),
    /// Full funding is expected on a day.
    FundedBy(&'a str),
    /// So many decisions are late.
    Late(u32),
    /// The way back to the list.
    Back,
    /// The next step: heading.
    NextStep,
    /// Why, for what goes aside.
    StepWhy,
    /// No further step.
    NoStep,
    /// What the webinar and the promises decide.
    BySystem,
    /// Merging: heading.
    Merge,
    /// Merging with which.
    MergeInto,
    /// Does it.
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
    /// What it says: heading.
    Content,
    /// The vendor's reference.
    Reference,
    /// One line.
    TitleField,
    /// 30 seconds.
    Pitch,
    /// How many letters are left.
    Left(u32),
    /// What it is good for.
    Benefit,
    /// What it belongs to.
    Category,
    /// What kind of price.
    PriceKind,
    /// An estimate.
    Estimate,
    /// A firm price.
    Firm,
    /// No price yet.
    NotAssessed,
    /// What that means.
    NotAssessedBody,
    /// If all goes well.
    Low,
    /// The figure said aloud.
    Likely,
    /// If it does not.
    High,
    /// The firm price.
    FirmPrice,
    /// How it is shared.
    Sharing,
    /// The most that each pays.
    Cap,
    /// For how many it is planned.
    PlannedFor,
    /// The share that is equal, in percent.
    EqualPercent,
    /// Above so many inhabitants.
    DegressiveAbove,
    /// What those count, in percent.
    DegressivePercent,
    /// The four weights.
    Weights,
    /// The fixed fee.
    Fee,
    /// The fewest municipalities.
    Minimum,
    /// The last day.
    Deadline,
    /// From a national initiative.
    National,
    /// From which.
    Initiative,
    /// Who asked for it.
    AskedBy,
    /// Who can see that.
    AskedByHint,
    /// Where its papers lie.
    Folder,
    /// Its page.
    Portal,
    /// Why it is changed.
    Why,
    /// When that is needed.
    WhyHint,
    /// Saves.
    Save,
    /// Saved.
    Saved,
    /// What was typed before stands in the fields.
    Restored,
    /// Theirs and one's own stand in the fields.
    Merged,
    /// The same, with the fields that both have changed.
    MergedBoth(&'a str),
    /// Takes what is saved.
    TakeSaved,
    /// Takes it in.
    TakeIn,
    /// What stands can no longer be changed, for it is voted on.
    LockedByVote,
    /// Its terms stand, for it is ordered.
    LockedByOrder,
    /// Its record: heading.
    History,
    /// It was taken in.
    TakenIn,
    /// It went so far.
    WentTo(&'a str),
    /// Its words or terms were changed.
    Changed,
    /// The program did it.
    Itself,
    /// It came from a file.
    Imported,
    /// Who sees the page of financing: heading.
    Access,
    /// What the page is.
    AccessBody,
    /// Everyone with the link.
    Public,
    /// Those with the code.
    WithCode,
    /// The code.
    Code(&'a str),
    /// Another code.
    NewCode,
    /// Opens the page.
    OpenPage,
    /// Copies the link.
    CopyLink,
    /// It is copied.
    Copied,
}

impl Requests<'_> {
    /// The words in this language.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::requests::sentence(self))
    }
}

/// A sharing rule by name, as one chooses it.
pub fn rule(kind: RuleKind, language: Language) -> &'static str {
    in_language!(language, staff::requests::rule(kind))
}
