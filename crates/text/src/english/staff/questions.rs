//! In English: what presenter, vendor and projector read of what participants ask.

use barometer_domain::audience_question::PulseSums;

use crate::Language::English;
use crate::staff::questions::Queue;

pub(crate) fn sentence(message: Queue) -> String {
    match message {
        Queue::Title => "Questions".into(),
        Queue::New(0) => "None new".into(),
        Queue::New(count) => English.counted(count, "new", "new"),
        Queue::Nothing => "None are approved yet.".into(),
        Queue::Close => "Close questions".into(),
        Queue::Moderated => "New questions need approval".into(),
        Queue::Approve => "Approve".into(),
        Queue::Pin => "Show on screen".into(),
        Queue::Unpin => "Take off screen".into(),
        Queue::Answer => "Answered …".into(),
        Queue::AnswerWords => "The answer in a few words (optional)".into(),
        Queue::MarkAnswered => "Mark as answered".into(),
        Queue::Answered => "Answered".into(),
        Queue::Hide => "Hide".into(),
        Queue::ShowAgain => "Show again".into(),
        Queue::Merge => "Merge …".into(),
        Queue::MergeInto => "Merge with".into(),
        Queue::ChooseOther => "Choose a question".into(),
        Queue::MergeNow => "Merge".into(),
        Queue::Cancel => "Cancel".into(),
        Queue::Hidden(count) => English.counted(count, "hidden", "hidden"),
        Queue::Sort => "Order".into(),
        Queue::OnScreen => "On screen".into(),
        Queue::Waits => "Shown once the vote is closed".into(),
        Queue::Supporters(1) => "1 wants to know".into(),
        Queue::Supporters(count) => format!("{} want to know", English.whole(count)),
        Queue::Pulse(PulseSums {
            following,
            faster,
            slower,
        }) => format!(
            "Pace: {} following · {} faster · {} slower",
            English.whole(following),
            English.whole(faster),
            English.whole(slower)
        ),
        Queue::LandsThere => "Once the webinar has ended, what is approved about a request stands under it as a comment. Nobody can see who asked.".into(),
        Queue::Waiting => "Waits for approval".into(),
        Queue::FromParticipants => "Questions from participants".into(),
    }
}
