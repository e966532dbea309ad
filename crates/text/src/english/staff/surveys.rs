//! In English: the words of the vendor's page about surveys.

use barometer_domain::survey::{
    ItemProblem, LostMeaning, SurveyProblem, SurveyPurpose, SurveyState,
};

use crate::Language::English;
use crate::staff::surveys::SurveyDeskText;

pub(crate) fn sentence(message: SurveyDeskText<'_>) -> String {
    match message {
        SurveyDeskText::Title => "Questions to the municipalities".into(),
        SurveyDeskText::Way => "Questions".into(),
        SurveyDeskText::Purpose(SurveyPurpose::BeforeWebinar) => "Before the webinar".into(),
        SurveyDeskText::Purpose(SurveyPurpose::Evaluation) => "Evaluation".into(),
        SurveyDeskText::Purpose(SurveyPurpose::Forum) => "Before a meeting of the forum".into(),
        SurveyDeskText::WhichSurvey => "Which questions".into(),
        SurveyDeskText::State(state) => match state {
            SurveyState::Draft => "Not opened",
            SurveyState::Open => "Open for answers",
            SurveyState::Ending => "Closing",
            SurveyState::Closed => "Closed",
        }
        .into(),
        SurveyDeskText::StateBody(purpose, state) => state_body(purpose, state).into(),
        SurveyDeskText::Turnout { answers, municipalities } => {
            let from = English.counted(municipalities, "municipality", "municipalities");
            format!("{} from {from}", English.counted(answers, "answer", "answers"))
        }
        SurveyDeskText::LinkLabel => "Link to the questions".into(),
        SurveyDeskText::CopyLink => "Copy link".into(),
        SurveyDeskText::Copied => "Copied.".into(),
        SurveyDeskText::NotCopied => "The browser did not allow copying. Select the link and copy it yourself.".into(),
        SurveyDeskText::OpenNow => "Open for answers now".into(),
        SurveyDeskText::CloseNow => "Close and count".into(),
        SurveyDeskText::CloseAsk => "Close for answers?".into(),
        SurveyDeskText::CloseBody => {
            "Answers are counted once. If there are enough for a result, it cannot be opened again, and nobody can \
             change anything."
                .into()
        }
        SurveyDeskText::CloseYes => "Yes, close".into(),
        SurveyDeskText::OpenAgain => "Open again".into(),
        SurveyDeskText::OpensAt => "Opens by itself".into(),
        SurveyDeskText::OpensAtHint => "Danish time. Empty: only when you open it.".into(),
        SurveyDeskText::OpensAtWrong => "Write both day and time, or leave the field empty.".into(),
        SurveyDeskText::Items => "The questions".into(),
        SurveyDeskText::ItemsBody => {
            "At most 10. Once somebody has answered a question, it cannot be reworded or removed; new options come \
             last."
                .into()
        }
        SurveyDeskText::Item(number) => format!("Question {number}"),
        SurveyDeskText::Question => "What do you ask?".into(),
        SurveyDeskText::Kind => "Answered by".into(),
        SurveyDeskText::KindChoice => "One choice".into(),
        SurveyDeskText::KindChoices => "Several choices".into(),
        SurveyDeskText::KindScale => "1–5".into(),
        SurveyDeskText::KindNumber => "A number with a unit".into(),
        SurveyDeskText::KindText => "Text".into(),
        SurveyDeskText::Options => "Options".into(),
        SurveyDeskText::OptionsHint => "One on each line, from 2 to 10.".into(),
        SurveyDeskText::Low => "1 means".into(),
        SurveyDeskText::High => "5 means".into(),
        SurveyDeskText::Unit => "Unit".into(),
        SurveyDeskText::UnitHint => "For example hours a week.".into(),
        SurveyDeskText::Required => "Must be answered".into(),
        SurveyDeskText::TextNeverRequired => {
            "Text is always optional: it is sealed, so the server cannot see whether it is there.".into()
        }
        SurveyDeskText::MoveUp(number) => format!("Move question {number} up"),
        SurveyDeskText::MoveDown(number) => format!("Move question {number} down"),
        SurveyDeskText::Remove(number) => format!("Remove question {number}"),
        SurveyDeskText::Add => "Add a question".into(),
        SurveyDeskText::Save => "Save".into(),
        SurveyDeskText::Saved => "Saved.".into(),
        SurveyDeskText::Opened => "It is open for answers.".into(),
        SurveyDeskText::Closed => "It is closed for answers.".into(),
        SurveyDeskText::Result => "Result".into(),
        SurveyDeskText::NoResult => {
            "Too few answers for a result: at least 5 from at least 3 municipalities are needed.".into()
        }
        SurveyDeskText::NoResultYet => {
            "The result is counted at the close. Until then only the number of answers is shown.".into()
        }
        SurveyDeskText::Texts => "What they wrote".into(),
        SurveyDeskText::TextsBody => {
            "Only you can read it, with your key. The texts stand in random order and apart from the other answers. \
             The municipality is shown only where the person may be quoted by name."
                .into()
        }
        SurveyDeskText::NoTexts => "Nobody has written anything yet.".into(),
        SurveyDeskText::Unreadable => "Does not open with this key.".into(),
        SurveyDeskText::From(name) => name.into(),
        SurveyDeskText::Quotable(name, municipality) => format!("{name}, {municipality} · may be quoted by name"),
        SurveyDeskText::NotQuotable(name) => format!("{name} · may not be quoted by name"),
        SurveyDeskText::Points => "Gather it in points".into(),
        SurveyDeskText::PointsBody => {
            "“Three things came up again and again”: the points are your own words, and the only part of the texts \
             that everyone sees, in the webinar, on its page and in the letter. Quote nobody by name who has not said \
             yes."
                .into()
        }
        SurveyDeskText::PointsLabel => "One point on each line, at most 6".into(),
        SurveyDeskText::PointsWrong {
            points,
            letters,
            most,
            longest,
        } => {
            format!("There is room for {most} points of at most {longest} characters. There are {points}, and the longest has {letters} characters.")
        }
        SurveyDeskText::Stands(question, lost) => format!("“{question}” {}", lost_meaning(lost)),
    }
}

fn state_body(purpose: SurveyPurpose, state: SurveyState) -> &'static str {
    match (purpose, state) {
        (SurveyPurpose::BeforeWebinar, SurveyState::Draft) => {
            "Write the questions, and open when the invitation goes out. It closes by itself when the webinar begins."
        }
        (SurveyPurpose::Evaluation, SurveyState::Draft) => {
            "The evaluation opens by itself when the webinar reaches its last stage. The questions can be changed \
             before."
        }
        (SurveyPurpose::BeforeWebinar, SurveyState::Open) => {
            "It closes by itself when the webinar begins, and the result becomes the first slide."
        }
        (SurveyPurpose::Evaluation, SurveyState::Open) => {
            "Close it when you want to see the result."
        }
        (SurveyPurpose::Forum, SurveyState::Draft) => {
            "Write the questions, and open when the meeting is called. The link stands on the forum's page. It closes by itself when the meeting begins."
        }
        (SurveyPurpose::Forum, SurveyState::Open) => "It closes by itself when the meeting begins.",
        (SurveyPurpose::Forum, SurveyState::Closed) => {
            "The result stands on the link's page and on the forum's page."
        }
        (_, SurveyState::Ending) => "The webinar has begun. The answers are about to be counted.",
        (SurveyPurpose::BeforeWebinar, SurveyState::Closed) => {
            "The result stands on the webinar's second stage, on the link's page and in the letter."
        }
        (SurveyPurpose::Evaluation, SurveyState::Closed) => {
            "The result stands on the link's page and in the letter."
        }
    }
}

pub(crate) const fn lost_meaning(lost: LostMeaning) -> &'static str {
    match lost {
        LostMeaning::Removed => "has been answered and cannot be removed.",
        LostMeaning::Reworded => "has been answered and cannot be reworded.",
        LostMeaning::OtherAnswers => {
            "has been answered: its options stand, and new ones can only come last."
        }
        LostMeaning::NowRequired => "cannot become required once somebody has answered.",
    }
}

pub(crate) fn problem(problem: SurveyProblem) -> String {
    match problem {
        SurveyProblem::ItemCount => "Write from 1 to 10 questions.".into(),
        SurveyProblem::Item { number, problem } => {
            let what = match problem {
                ItemProblem::Question => "write what you ask, in at most 200 characters.".into(),
                ItemProblem::OptionCount => "write from 2 to 10 options.".into(),
                ItemProblem::OptionLength { option } => {
                    format!("option {option} is empty or longer than 100 characters.")
                }
                ItemProblem::SameOption { option } => format!("option {option} is there already."),
                ItemProblem::ScaleWord => {
                    "the words for 1 and 5 have at most 100 characters.".into()
                }
                ItemProblem::Unit => {
                    "write a unit of at most 30 characters, for example hours a week.".into()
                }
                ItemProblem::TextRequired => "text cannot be required.".into(),
                ItemProblem::Id => "reload the page and try again.".into(),
            };
            format!("Question {number}: {what}")
        }
    }
}
