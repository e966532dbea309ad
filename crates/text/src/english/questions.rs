//! In English: what participants read where they ask.

use barometer_domain::audience_question::{Pulse, QuestionOrder, QuestionProblem, QuestionState};

use crate::Language::English;
use crate::questions::QuestionPageText;

pub(crate) fn sentence(message: QuestionPageText<'_>) -> String {
    match message {
        QuestionPageText::Title => "Questions".into(),
        QuestionPageText::Back => "Back to the webinar".into(),
        QuestionPageText::Promise { moderated: true } => {
            "Nobody can see who asks: neither the others, nor the presenter, nor the vendor. \
             The presenter reads your question before anybody else sees it."
                .into()
        }
        QuestionPageText::Promise { moderated: false } => {
            "Nobody can see who asks: neither the others, nor the presenter, nor the vendor. \
             Your question is shown to everybody at once."
                .into()
        }
        QuestionPageText::Yours => "Your question".into(),
        QuestionPageText::YoursHint => "At most 280 characters. Write no names.".into(),
        QuestionPageText::About => "What is it about?".into(),
        QuestionPageText::General => "The webinar in general".into(),
        QuestionPageText::Candidate(number, title) => format!("No. {number}: {title}"),
        QuestionPageText::Send => "Send the question".into(),
        QuestionPageText::Own => "Your questions".into(),
        QuestionPageText::Edit => "Edit".into(),
        QuestionPageText::Save => "Save".into(),
        QuestionPageText::Delete => "Delete".into(),
        QuestionPageText::EditHint => "It can be edited for one minute.".into(),
        QuestionPageText::AnsweredWith(words) => format!("Answer: {words}"),
        QuestionPageText::Pulse => "The pace right now".into(),
        QuestionPageText::PulseHint => {
            "Only the presenter sees it, and only as sums once at least five have answered.".into()
        }
        QuestionPageText::All => "What others ask".into(),
        QuestionPageText::Nothing => "There are no questions to show yet.".into(),
        QuestionPageText::Sort => "Show".into(),
        QuestionPageText::Support => "I want to know that too".into(),
        QuestionPageText::Supported => "You want to know that too".into(),
        QuestionPageText::Supporters(1) => "1 participant wants to know".into(),
        QuestionPageText::Supporters(count) => {
            format!(
                "{} want to know",
                English.counted(count, "participant", "participants")
            )
        }
        QuestionPageText::More(count) => {
            format!(
                "And {} more.",
                English.counted(count, "question", "questions")
            )
        }
        QuestionPageText::Ended => {
            "The webinar is over, and no more questions can be asked here.".into()
        }
        QuestionPageText::JoinFirst => {
            "You are no longer in the webinar. Join again, then send the question.".into()
        }
        QuestionPageText::Moved => "Something has changed on the screen.".into(),
        QuestionPageText::Close => "Close".into(),
    }
}

pub(crate) fn own_state(state: &QuestionState) -> &'static str {
    match state {
        QuestionState::Held => "Waits for the presenter",
        QuestionState::Shown => "Shown to everybody",
        QuestionState::Answered { .. } => "Answered",
        QuestionState::Hidden => "Not shown",
        QuestionState::Merged { .. } => "Merged with another one like it",
    }
}

pub(crate) const fn order(order: QuestionOrder) -> &'static str {
    match order {
        QuestionOrder::Supported => "Most wanted",
        QuestionOrder::Newest => "Newest",
        QuestionOrder::Unanswered => "Unanswered",
    }
}

pub(crate) const fn pulse(pulse: Pulse) -> &'static str {
    match pulse {
        Pulse::Following => "I am following",
        Pulse::Faster => "Faster",
        Pulse::Slower => "Slower",
    }
}

pub(crate) fn problem(problem: QuestionProblem) -> String {
    match problem {
        QuestionProblem::Empty => "Write what you want to ask.".into(),
        QuestionProblem::TooLong { limit } => {
            format!("There is room for {limit} characters. Make it shorter.")
        }
        QuestionProblem::TooManyOpen { limit } => {
            format!(
                "You have {limit} questions that are not answered yet. Delete one of them, or wait for an answer."
            )
        }
        QuestionProblem::Full => {
            "So many questions have been asked that there is no room for more.".into()
        }
        QuestionProblem::Gone => "That question is no longer here.".into(),
        QuestionProblem::TooLate => {
            "It could be edited for one minute, which is over. Delete it and ask anew.".into()
        }
        QuestionProblem::Supported => {
            "Others support it as it stands. Delete it and ask anew.".into()
        }
        QuestionProblem::Settled => {
            "It is answered or merged with another one and cannot be changed.".into()
        }
    }
}
