//! The words of the vendor's page about surveys: before a webinar, and its evaluation.

use barometer_domain::survey::{LostMeaning, SurveyPurpose, SurveyState};

use crate::Language;

/// Everything the page says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum SurveyDeskText<'a> {
    Title,
    /// The way there.
    Way,
    Purpose(SurveyPurpose),
    /// The switch between both.
    WhichSurvey,
    State(SurveyState),
    /// What becomes of it in this state.
    StateBody(SurveyPurpose, SurveyState),
    Turnout {
        answers: u32,
        municipalities: u32,
    },
    LinkLabel,
    CopyLink,
    Copied,
    NotCopied,
    OpenNow,
    CloseNow,
    CloseAsk,
    CloseBody,
    CloseYes,
    OpenAgain,
    OpensAt,
    OpensAtHint,
    OpensAtWrong,
    Items,
    ItemsBody,
    /// A question's number.
    Item(u32),
    Question,
    Kind,
    KindChoice,
    KindChoices,
    KindScale,
    KindNumber,
    KindText,
    Options,
    OptionsHint,
    Low,
    High,
    Unit,
    UnitHint,
    Required,
    TextNeverRequired,
    MoveUp(u32),
    MoveDown(u32),
    Remove(u32),
    Add,
    Save,
    Saved,
    Opened,
    Closed,
    Result,
    NoResult,
    NoResultYet,
    Texts,
    TextsBody,
    NoTexts,
    Unreadable,
    From(&'a str),
    /// The name beside a text, that may be quoted, and of which municipality.
    Quotable(&'a str, &'a str),
    /// The name beside a text, that may not be quoted.
    NotQuotable(&'a str),
    Points,
    PointsBody,
    PointsLabel,
    /// Why the points were not taken: how many there are, how long the longest is, and what there is room for.
    PointsWrong {
        points: u32,
        letters: u32,
        most: u32,
        longest: u32,
    },
    /// A question that could not be changed: its words, and why.
    Stands(&'a str, LostMeaning),
}

impl SurveyDeskText<'_> {
    /// What a person reads in this language, with the values in their places.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::surveys::sentence(self))
    }
}
