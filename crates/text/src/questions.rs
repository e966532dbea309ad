//! What participants read where they ask: `/w/CODE/questions`.

use barometer_domain::audience_question::{Pulse, QuestionOrder, QuestionProblem, QuestionState};

use crate::Language;

/// Every sentence of the page of questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum QuestionPageText<'a> {
    Title,
    /// The way back to what the webinar shows.
    Back,
    /// Who sees what is written here; whether the presenter reads it first.
    Promise {
        moderated: bool,
    },
    /// The label of what is asked.
    Yours,
    /// How long it may be, and what not to write.
    YoursHint,
    /// The label of what it is about.
    About,
    /// That it is about none of the requests.
    General,
    /// A candidate in that list: its number and title.
    Candidate(u32, &'a str),
    Send,
    /// The heading of what this person asked.
    Own,
    Edit,
    Save,
    Delete,
    /// For how long it can be edited.
    EditHint,
    /// The few words of an answer.
    AnsweredWith(&'a str),
    /// The heading of the pulse, and who learns of it.
    Pulse,
    PulseHint,
    /// The heading of everything that is asked.
    All,
    Nothing,
    /// What the links that sort are about.
    Sort,
    /// Supports a question, and says that this person does.
    Support,
    Supported,
    /// How many want to know it.
    Supporters(u32),
    /// How many more there are than the page shows.
    More(u32),
    /// That the webinar is over.
    Ended,
    /// That this browser has to join first.
    JoinFirst,
    /// In the sheet over the app: that what the screen shows has changed meanwhile.
    Moved,
    /// Closes the sheet.
    Close,
}

impl QuestionPageText<'_> {
    /// The sentence in this language.
    pub fn say(self, language: Language) -> String {
        in_language!(language, questions::sentence(self))
    }
}

/// What has become of somebody's own question.
pub fn own_state(state: &QuestionState, language: Language) -> &'static str {
    in_language!(language, questions::own_state(state))
}

/// An order on offer.
pub const fn order(order: QuestionOrder, language: Language) -> &'static str {
    in_language!(language, questions::order(order))
}

/// What can be said of the pace.
pub const fn pulse(pulse: Pulse, language: Language) -> &'static str {
    in_language!(language, questions::pulse(pulse))
}

/// Why nothing becomes of a question, or of what was to be done with it.
pub fn problem(problem: QuestionProblem, language: Language) -> String {
    in_language!(language, questions::problem(problem))
}
