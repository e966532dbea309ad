//! In English: what presenter, vendor and projector read of what participants ask.

use barometer_domain::audience_question::PulseSums;

use crate::Language::English;
use crate::staff::questions::QuestionQueueText;

pub(crate) fn sentence(message: QuestionQueueText) -> String {
    match message {
        QuestionQueueText::Title => "Questions".into(),
        QuestionQueueText::New(0) => "None new".into(),
        QuestionQueueText::New(count) => English.counted(count, "new", "new"),
        QuestionQueueText::Nothing => "None are approved yet.".into(),
        QuestionQueueText::Close => "Close questions".into(),
        QuestionQueueText::Moderated => "New questions need approval".into(),
        QuestionQueueText::Approve => "Approve".into(),
        QuestionQueueText::Pin => "Show on screen".into(),
        QuestionQueueText::Unpin => "Take off screen".into(),
        QuestionQueueText::Answer => "Answered …".into(),
        QuestionQueueText::AnswerWords => "The answer in a few words (optional)".into(),
        QuestionQueueText::MarkAnswered => "Mark as answered".into(),
        QuestionQueueText::Answered => "Answered".into(),
        QuestionQueueText::Hide => "Hide".into(),
        QuestionQueueText::ShowAgain => "Show again".into(),
        QuestionQueueText::Merge => "Merge …".into(),
        QuestionQueueText::MergeInto => "Merge with".into(),
        QuestionQueueText::ChooseOther => "Choose a question".into(),
        QuestionQueueText::MergeNow => "Merge".into(),
        QuestionQueueText::Cancel => "Cancel".into(),
        QuestionQueueText::Hidden(count) => English.counted(count, "hidden", "hidden"),
        QuestionQueueText::Sort => "Order".into(),
        QuestionQueueText::OnScreen => "On screen".into(),
        QuestionQueueText::Waits => "Shown once the vote is closed".into(),
        QuestionQueueText::Supporters(1) => "1 wants to know".into(),
        QuestionQueueText::Supporters(count) => format!("{} want to know", English.whole(count)),
        QuestionQueueText::Pulse(PulseSums {
            following,
            faster,
            slower,
        }) => format!(
            "Pace: {} following · {} faster · {} slower",
            English.whole(following),
            English.whole(faster),
            English.whole(slower)
        ),
        QuestionQueueText::LandsThere => "Once the webinar has ended, what is approved about a request stands under it as a comment. Nobody can see who asked.".into(),
        QuestionQueueText::Waiting => "Waits for approval".into(),
        QuestionQueueText::FromParticipants => "Questions from participants".into(),
    }
}
