//! In English: the words of surveys.

use barometer_domain::survey::{AnswerProblem, NotAQuantity, SurveyPurpose};

use crate::Language::English;
use crate::survey::SurveyText;

pub(crate) fn sentence(message: SurveyText<'_>) -> String {
    match message {
        SurveyText::Title(SurveyPurpose::BeforeWebinar) => "Questions before the webinar".into(),
        SurveyText::Title(SurveyPurpose::Evaluation) => "What did you think of the webinar?".into(),
        SurveyText::Title(SurveyPurpose::Forum) => {
            "Questions before the meeting of the Strategic Development Forum".into()
        }
        SurveyText::Intro(SurveyPurpose::BeforeWebinar) => {
            "Answer for your municipality. Several people from one municipality can answer, and you can change your \
             answers until the webinar begins."
                .into()
        }
        SurveyText::Intro(SurveyPurpose::Evaluation) => {
            "Three taps, and a line of text if you like. You can change your answers until the vendor closes.".into()
        }
        SurveyText::Intro(SurveyPurpose::Forum) => {
            "Answer for your municipality. Several people from one municipality can answer, and you can change your answers until the meeting begins."
                .into()
        }
        SurveyText::Promise => {
            "Anonymous to the others. The vendor sees the totals, and nobody sees figures from fewer than 5 answers or \
             fewer than 3 municipalities. Text and name are sealed before they are sent, so only the vendor can read \
             them."
                .into()
        }
        SurveyText::Name => "Your name".into(),
        SurveyText::NameHint => "Sealed, so only the vendor can read it.".into(),
        SurveyText::MayBeQuoted => "I may be quoted by name".into(),
        SurveyText::MayBeQuotedHint => {
            "If you tick this, the vendor is also told which municipality your text comes from.".into()
        }
        SurveyText::TextHint => "At most 400 characters. Sealed, so only the vendor can read it.".into(),
        SurveyText::TextStands => {
            "The text and the name that you sent before are sealed and stay. If you write anything here, it replaces \
             all of that."
                .into()
        }
        SurveyText::NumberHint(unit) => format!("A number in {unit}, for example 12 or 2.5."),
        SurveyText::Send => "Send answers".into(),
        SurveyText::SendAgain => "Save changes".into(),
        SurveyText::Thanks => "Thank you for your answer".into(),
        SurveyText::UntilClosed => "You can change it from this browser until answers close.".into(),
        SurveyText::AnsweredFor(municipality) => format!("You have answered for {municipality}."),
        SurveyText::NotAnswered => "Not answered".into(),
        SurveyText::Sealed => "What you wrote is sealed to the vendor.".into(),
        SurveyText::Change => "Change answers".into(),
        SurveyText::NoSurvey => "There are no questions here.".into(),
        SurveyText::NotOpenYet => "Answers are not open yet.".into(),
        SurveyText::OpensAt(when) => format!("Answers open on {when}."),
        SurveyText::IsClosed => "Answers are closed.".into(),
        SurveyText::ResultHeading => "What you answered".into(),
        SurveyText::Base { answers, municipalities } => {
            let from = English.counted(municipalities, "municipality", "municipalities");
            format!("{} from {from}", English.counted(answers, "answer", "answers"))
        }
        SurveyText::CountOf { count, answers, municipalities } => {
            let from = English.counted(municipalities, "municipality", "municipalities");
            let of = English.counted(answers, "answer", "answers");
            format!("{} of {of} from {from}", English.whole(count))
        }
        SurveyText::TooFew => "Too few answers for figures: at least 5 from at least 3 municipalities are needed.".into(),
        SurveyText::HalfLie(from, to, unit) => {
            format!("Half of the answers lie between {from} and {to} {unit}.")
        }
        SurveyText::MiddleLies(band, unit) => format!("The middle answer: {band} {unit}."),
        SurveyText::PointsHeading => "What you wrote about".into(),
        SurveyText::ToWebinar => "To the webinar".into(),
        SurveyText::Wrong(problem) => wrong(problem).into(),
        SurveyText::NothingAnswered => "Answer at least one of the questions.".into(),
        SurveyText::NotSealed => "The text was not sealed properly. Reload the page and write it again.".into(),
    }
}

fn wrong(problem: AnswerProblem) -> &'static str {
    match problem {
        AnswerProblem::Missing => "An answer is missing here.",
        AnswerProblem::NoSuchOption => "Choose one of the options.",
        AnswerProblem::NotOnScale => "Choose a step from 1 to 5.",
        AnswerProblem::Number(NotAQuantity::NotANumber) => {
            "Write a number from 0 up, for example 12 or 2.5."
        }
        AnswerProblem::Number(NotAQuantity::TooManyDecimals) => {
            "Write the number with at most two decimals."
        }
        AnswerProblem::Number(NotAQuantity::TooLarge) => "Write a number of at most one billion.",
        AnswerProblem::NotAsked => {
            "The questions have changed since you opened the page. Look through them again."
        }
    }
}

pub(crate) fn band(above: &str, up_to: &str) -> String {
    if above == "0" {
        format!("at most {up_to}")
    } else {
        format!("above {above} and at most {up_to}")
    }
}

pub(crate) const fn evaluation() -> [&'static str; 12] {
    [
        "Was it useful?",
        "Not at all",
        "Very much",
        "Was the pace right?",
        "Too slow",
        "About right",
        "Too fast",
        "Shall we use the barometer again?",
        "Yes",
        "Perhaps",
        "No",
        "Is there anything we should do differently?",
    ]
}
