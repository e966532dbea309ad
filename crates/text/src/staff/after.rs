//! The words around the decision log and the letter after a webinar.

use barometer_domain::tally::CountingRule;
use barometer_domain::webinar::Command;

use crate::Language;

/// Everything that the page after a webinar says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum AfterText<'a> {
    Title,
    /// The result has not been shown whole yet.
    NotYet,
    Log,
    /// How many voted of how many, from how many municipalities.
    Turnout(&'a str, &'a str, u32),
    /// So many ballots were struck, on record.
    Struck(u32),
    Place,
    Request,
    Municipalities,
    Votes,
    Price,
    GoesOn,
    /// Why it was put up.
    PutUpFor(&'a str),
    /// Why these: the larger gap.
    ByGap(u32),
    /// Why these: no clean cut, and the presenter decided.
    ByChoice,
    /// There is no clean cut, and nobody has decided yet.
    Undecided,
    Nobody,
    /// Another rule would have made other top three.
    OtherRule(&'a str),
    /// What was done when: heading.
    Record,
    /// An earlier round: its number. The last one counts.
    EarlierRound(u32),
    /// What counts, where there were several rounds: its number.
    ThisRoundCounts(u32),
    /// Whether the vote counts when webinars are compared: heading.
    Evaluation,
    Counts,
    /// It is left out; why.
    LeftOut(&'a str),
    /// It was taken in again.
    TakenIn,
    By,
    LeaveOutReason,
    LeaveOutHint,
    LeaveOut,
    TakeIn,
    Letter,
    LetterBody,
    Subject,
    Text,
    CopyText,
    /// Copies it with headings and lists.
    CopyHtml,
    Copied,
    /// The browser does not lend its clipboard.
    NotCopied,
    Print,
    /// Drafts it anew, over what was changed.
    StartOver,
    /// What is changed stays in this browser.
    Kept,
    /// What the vendor says of its own accord: heading.
    Words,
    WordsBody,
    LedTo,
    LedToHint,
    Decisions,
    DecisionsHint,
    SaveWords,
    Saved,
    /// Publishing: heading.
    Publish,
    PublishBody,
    PublishNow,
    /// The same once something is published.
    PublishAgain,
    TakeBack,
    /// Since when it is published, in words.
    PublishedSince(&'a str),
    TakenBack,
    /// The page's link.
    PublicPage,
    /// On the public page while nothing is published.
    NotPublished,
    /// On the public page: the way to the living page.
    Financing,
}

impl AfterText<'_> {
    /// The words in this language.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::after::sentence(self))
    }
}

/// A counting rule, after "counted by".
pub fn rule(rule: CountingRule, language: Language) -> &'static str {
    in_language!(language, counting::in_the_letter(rule))
}

/// What the presenter did, where that decided something.
pub fn step(command: &Command, language: Language) -> String {
    in_language!(language, staff::after::step(command))
}
