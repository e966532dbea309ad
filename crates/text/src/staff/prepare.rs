//! The words with which a webinar is prepared.

use barometer_domain::tally::CountingRule;

use crate::Language;

/// What the page says. Times are given in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum PrepareText<'a> {
    Title,
    /// The heading for another webinar.
    NewTitle,
    NewBody,
    Create,
    /// The webinar that it begins like.
    Like,
    LikeNothing,
    LikeBody,
    /// Title, time and code: heading.
    Basics,
    TitleField,
    Date,
    Starts,
    Ends,
    /// It would end before it begins.
    EndsWrong,
    SpokenLanguage,
    SpokenLanguageHint,
    Code,
    NewCode,
    /// What the code is for.
    CodeHint,
    CodeWrong,
    /// The code stays, since somebody has it.
    CodeLocked,
    /// What is locked since the vote opened, and why.
    LockedSince(&'a str),
    /// At a time of day.
    At(&'a str),
    /// The same, where nobody knows when.
    LockedByVote,
    /// The day stays, and why.
    DayLocked,
    Shortlist,
    ShortlistBody,
    ShortlistEmpty,
    NoRequests,
    MoveHelp,
    /// The grip of one, at a place among so many.
    Grip(&'a str, u32, u32),
    Up(&'a str),
    Down(&'a str),
    TakeOff(&'a str),
    NowAt(&'a str, u32, u32),
    Added(&'a str, u32),
    TakenOff(&'a str),
    /// Why it is put up.
    Reason,
    ReasonOf(&'a str),
    /// What may be put up: heading.
    Pool,
    PoolSearch,
    /// All of them are on the list.
    PoolEmpty,
    PoolNothing,
    Add,
    AddOf(&'a str),
    /// A request that is gone.
    Gone,
    Vote,
    Rule,
    RuleName(CountingRule),
    RuleBody(CountingRule),
    /// How many one may choose.
    MaxChoices,
    MaxChoicesHint,
    /// Each phone lists the candidates in an order of its own.
    Shuffled,
    ShuffledHint,
    Agenda,
    AgendaBody,
    /// A stage that cannot be left out.
    Always,
    /// The order of stages cannot be.
    AgendaWrong,
    /// What one wants to remember there.
    Notes,
    /// What one wants to remember while this candidate is shown.
    NotesFor(&'a str),
    /// How many letters are left.
    Left(u32),
    /// How long it is to take.
    Minutes,
    /// The same for each candidate.
    MinutesEach,
    /// What is typed is no time.
    MinutesWrong,
    /// All of it, of so many seconds.
    InAll(u32, u32),
    /// What is under way: heading.
    Ongoing,
    OngoingBody,
    OngoingEmpty,
    /// What to look at first: heading.
    Doubts,
    NoCandidates,
    FewCandidates,
    /// One that can no longer be put up, and how far it is.
    NotEligible(&'a str, &'a str),
    /// All of them can be chosen at once.
    ChoicesForAll,
    /// The timeboxes are too long, in seconds.
    TooLong(u32, u32),
    DayIsOver,
    Share,
    JoinLink,
    CopyLink,
    Copied,
    /// The browser does not lend its clipboard.
    NotCopied,
    Qr(&'a str),
    QrDownload,
    Appointment,
    Screen,
    PresenterLink,
    PresenterBody,
    /// Why it cannot be shown.
    PresenterHidden,
    NewLink,
    NewLinkAsk,
    NewLinkBody,
    NewLinkMade,
    Rehearse,
    RehearseBody,
    /// It has what is saved.
    RehearseSaved,
    Save,
    Saving,
    Saved,
    NotSaved,
    /// What was typed before and never saved.
    Restored,
    TakeSaved,
    /// What is typed lies aside.
    LaidAside,
    TakeBack,
    /// Takes what someone else has saved.
    TakeNewest,
    SaveAllTheSame,
    Delete,
    DeleteAsk,
    /// What goes and what stays.
    DeleteBody,
    DeleteYes,
    Keep,
}

impl PrepareText<'_> {
    /// The words in this language.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::prepare::sentence(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::Danish;

    #[test]
    fn time_is_said_in_minutes() {
        let said = |text: PrepareText| text.say(Danish);
        assert_eq!(
            said(PrepareText::InAll(38 * 60, 3_600)),
            "I alt 38\u{a0}min. af 60\u{a0}min."
        );
        assert_eq!(
            said(PrepareText::TooLong(1_170, 900)),
            "Programmet tager 19:30\u{a0}min., og webinaret varer 15\u{a0}min."
        );
    }
}
