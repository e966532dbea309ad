//! The words with which a webinar is prepared.

use barometer_domain::tally::CountingRule;

use crate::Language;

/// What the page says. Times are given in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prepare<'a> {
    /// The page's heading.
    Title,
    /// The heading for another webinar.
    NewTitle,
    /// What is asked first.
    NewBody,
    /// Creates it.
    Create,
    /// The webinar that it begins like.
    Like,
    /// No such webinar.
    LikeNothing,
    /// What it takes over.
    LikeBody,
    /// Title, time and code: heading.
    Basics,
    /// One line.
    TitleField,
    /// The day.
    Date,
    /// The first minute.
    Starts,
    /// The last minute.
    Ends,
    /// It would end before it begins.
    EndsWrong,
    /// The webinar's language.
    SpokenLanguage,
    /// Who reads it.
    SpokenLanguageHint,
    /// The code.
    Code,
    /// Another code.
    NewCode,
    /// What the code is for.
    CodeHint,
    /// The code cannot be.
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
    /// The shortlist: heading.
    Shortlist,
    /// What the shortlist is.
    ShortlistBody,
    /// Nothing on it.
    ShortlistEmpty,
    /// No requests at all.
    NoRequests,
    /// How to move them.
    MoveHelp,
    /// The grip of one, at a place among so many.
    Grip(&'a str, u32, u32),
    /// One up.
    Up(&'a str),
    /// One down.
    Down(&'a str),
    /// Takes it off.
    TakeOff(&'a str),
    /// It stands there now.
    NowAt(&'a str, u32, u32),
    /// It is put on.
    Added(&'a str, u32),
    /// It is taken off.
    TakenOff(&'a str),
    /// Why it is put up.
    Reason,
    /// The same, of which.
    ReasonOf(&'a str),
    /// What may be put up: heading.
    Pool,
    /// Searches them.
    PoolSearch,
    /// All of them are on the list.
    PoolEmpty,
    /// Nothing is found.
    PoolNothing,
    /// Puts it on.
    Add,
    /// The same, of which.
    AddOf(&'a str),
    /// A request that is gone.
    Gone,
    /// The vote: heading.
    Vote,
    /// How it is counted.
    Rule,
    /// A counting rule.
    RuleName(CountingRule),
    /// What it means.
    RuleBody(CountingRule),
    /// How many one may choose.
    MaxChoices,
    /// What is usual.
    MaxChoicesHint,
    /// Each phone lists the candidates in an order of its own.
    Shuffled,
    /// Why, and what stays.
    ShuffledHint,
    /// The agenda: heading.
    Agenda,
    /// What it is.
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
    /// What it is for.
    OngoingBody,
    /// There are none.
    OngoingEmpty,
    /// What to look at first: heading.
    Doubts,
    /// Nobody could vote.
    NoCandidates,
    /// Few candidates.
    FewCandidates,
    /// One that can no longer be put up, and how far it is.
    NotEligible(&'a str, &'a str),
    /// All of them can be chosen at once.
    ChoicesForAll,
    /// The timeboxes are too long, in seconds.
    TooLong(u32, u32),
    /// The day is over.
    DayIsOver,
    /// Links and files: heading.
    Share,
    /// Where participants go.
    JoinLink,
    /// Copies a link.
    CopyLink,
    /// It is copied.
    Copied,
    /// The browser does not lend its clipboard.
    NotCopied,
    /// What the picture is.
    Qr(&'a str),
    /// Saves the picture.
    QrDownload,
    /// Saves the appointment.
    Appointment,
    /// Opens the projector's page.
    Screen,
    /// Where the presenter goes.
    PresenterLink,
    /// Who may have it.
    PresenterBody,
    /// Why it cannot be shown.
    PresenterHidden,
    /// Another link.
    NewLink,
    /// Asks before.
    NewLinkAsk,
    /// What it does.
    NewLinkBody,
    /// It is made.
    NewLinkMade,
    /// Practises.
    Rehearse,
    /// What that is.
    RehearseBody,
    /// It has what is saved.
    RehearseSaved,
    /// Saves.
    Save,
    /// While it saves.
    Saving,
    /// All is saved.
    Saved,
    /// Something is not.
    NotSaved,
    /// What was typed before and never saved.
    Restored,
    /// Takes what is saved.
    TakeSaved,
    /// What is typed lies aside.
    LaidAside,
    /// Takes it again.
    TakeBack,
    /// Takes what someone else has saved.
    TakeNewest,
    /// Saves over it.
    SaveAllTheSame,
    /// Deletes the webinar.
    Delete,
    /// Asks before.
    DeleteAsk,
    /// What goes and what stays.
    DeleteBody,
    /// Says yes.
    DeleteYes,
    /// Says no.
    Keep,
}

impl Prepare<'_> {
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
        let said = |text: Prepare| text.say(Danish);
        assert_eq!(
            said(Prepare::InAll(38 * 60, 3_600)),
            "I alt 38\u{a0}min. af 60\u{a0}min."
        );
        assert_eq!(
            said(Prepare::TooLong(1_170, 900)),
            "Programmet tager 19:30\u{a0}min., og webinaret varer 15\u{a0}min."
        );
    }
}
