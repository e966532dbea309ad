//! The words around the decision log and the letter after a webinar.

use barometer_domain::tally::CountingRule;
use barometer_domain::webinar::Command;

use crate::Language;

/// What the page says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After<'a> {
    /// The page's heading.
    Title,
    /// The result has not been shown whole yet.
    NotYet,
    /// The decision log's heading.
    Log,
    /// How many voted of how many, from how many municipalities.
    Turnout(&'a str, &'a str, u32),
    /// So many ballots were struck, on record.
    Struck(u32),
    /// A column: the place.
    Place,
    /// A column: the request.
    Request,
    /// A column: municipalities.
    Municipalities,
    /// A column: votes.
    Votes,
    /// A column: price.
    Price,
    /// It goes on.
    GoesOn,
    /// Why it was put up.
    PutUpFor(&'a str),
    /// Why these: the larger gap.
    ByGap(u32),
    /// Why these: no clean cut, and the presenter decided.
    ByChoice,
    /// There is no clean cut, and nobody has decided yet.
    Undecided,
    /// Nobody found support.
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
    /// It counts.
    Counts,
    /// It is left out; why.
    LeftOut(&'a str),
    /// It was taken in again.
    TakenIn,
    /// The form's name.
    By,
    /// The form's reason.
    LeaveOutReason,
    /// An example.
    LeaveOutHint,
    /// Leaves it out.
    LeaveOut,
    /// Takes it in again.
    TakeIn,
    /// The letter's heading.
    Letter,
    /// What it is.
    LetterBody,
    /// Its subject.
    Subject,
    /// Its text.
    Text,
    /// Copies the text.
    CopyText,
    /// Copies it with headings and lists.
    CopyHtml,
    /// It is copied.
    Copied,
    /// The browser does not lend its clipboard.
    NotCopied,
    /// Prints it.
    Print,
    /// Drafts it anew, over what was changed.
    StartOver,
    /// What is changed stays in this browser.
    Kept,
}

impl After<'_> {
    /// The words in this language.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::after::sentence(self))
    }
}

/// A counting rule, after "counted by".
pub fn rule(rule: CountingRule, language: Language) -> &'static str {
    in_language!(language, staff::after::rule(rule))
}

/// What the presenter did, where that decided something.
pub fn step(command: &Command, language: Language) -> &'static str {
    in_language!(language, staff::after::step(command))
}
