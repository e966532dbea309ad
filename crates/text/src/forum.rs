//! The pages of the Strategic Development Forum that everybody can read.

use barometer_domain::forum::InitiativeStatus;

use crate::Language;

/// What the pages say, beside what the vendor wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForumText<'a> {
    /// The heading.
    Title,
    /// What the forum is.
    Lead,
    /// Above the meetings to come.
    Next,
    /// The way to a meeting for the reader's own calendar.
    ToCalendar,
    /// The way to news of the forum.
    Follow,
    /// While no meeting is called.
    NoneCalled,
    /// When a meeting ends.
    Until(&'a str),
    /// Above an agenda.
    Agenda,
    /// While there is none.
    NoAgenda,
    /// A topic: what was answered beforehand.
    Input,
    /// A topic that this reader may not see by name.
    HiddenTopic,
    /// How long a topic takes.
    Minutes(u32),
    /// The way to the survey before a meeting.
    AnswerNow,
    /// The way to its result.
    SeeAnswers,
    /// Above the initiatives.
    Initiatives,
    /// While there are none.
    NoInitiatives,
    /// By when it must be done.
    Deadline(&'a str),
    /// While there is none.
    NoDeadline,
    /// What it costs.
    Cost(&'a str),
    /// Between which amounts.
    CostRange(&'a str, &'a str),
    /// How much work it is.
    Effort(u32),
    /// How many requests it affects.
    Affects(u32),
    /// The way to where it is described.
    ReadMore,
    /// Above what is said of it.
    Statement,
    /// While nothing is said.
    NoStatement,
    /// Above what was said before.
    EarlierStatements,
    /// A statement without words.
    TakenBack,
    /// When something was said.
    SaidOn(&'a str),
    /// Above the requests that it affects.
    Requests,
    /// While there are none that can be shown.
    NoRequests,
    /// Where the living page asks for a code.
    CodeNeeded,
    /// The way to the requests on the living page.
    OnLivingPage,
    /// The way to what is said about a request.
    Comment,
    /// Above the chart.
    Headroom,
    /// What the chart shows.
    HeadroomLead,
    /// While no headroom is given and nothing is reckoned.
    HeadroomUnknown,
    /// A half-year.
    Half(u8, i32),
    /// What is taken of what there is.
    TakenOf(&'a str, &'a str),
    /// The same where the headroom is not given.
    TakenOfUnknown(&'a str),
    /// What is left.
    Left(&'a str),
    /// What is lacking.
    TooMuch(&'a str),
    /// Initiatives that cannot be reckoned.
    Unplaced(u32),
    /// Above the decisions.
    Decisions,
    /// While there are none.
    NoDecisions,
    /// A decision that holds no more.
    ReplacedOn(&'a str),
    /// Above earlier meetings.
    Past,
    /// A meeting that was called off.
    Cancelled,
    /// Above minutes.
    Record,
    /// While there are none.
    NoMinutes,
    /// Minutes that were put on record anew.
    Corrected(&'a str),
    /// Above the members.
    Members,
    /// How many sit in it, for how many municipalities.
    Sitting(u32, u32),
    /// Who is named.
    NamesNote,
    /// The end of a term.
    SitsUntil(&'a str),
    /// The way back.
    ToForum,
    /// No initiative has this address.
    NoSuchInitiative,
}

impl ForumText<'_> {
    /// What a person reads in this language, with the values in their places.
    pub fn say(self, language: Language) -> String {
        in_language!(language, forum::sentence(self))
    }
}

/// How far an initiative has come: `under analyse`.
pub const fn status(status: InitiativeStatus, language: Language) -> &'static str {
    in_language!(language, forum::status(status))
}
