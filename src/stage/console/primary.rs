//! What the large button says: the command it gives, in the words of where one is.

use barometer_domain::agenda::Stage;
use barometer_domain::barometer::Phase;
use barometer_domain::view::{ConsoleView, Screen};
use barometer_domain::webinar::{Command, Upcoming};
use barometer_text::Language;
use barometer_text::shared::SharedText;
use barometer_text::staff::console::ConsoleText as Text;

/// The label of the large button.
pub fn label(view: &ConsoleView, language: Language) -> String {
    let text = match &view.primary {
        None if view.audience.barometer.phase == Phase::Closing => Text::Closing,
        None if view.audience.ended => Text::Ended,
        Some(Command::Open) => Text::Open,
        Some(Command::Close) => Text::CloseVote,
        Some(Command::Reveal { .. }) => Text::Reveal,
        Some(Command::RevealAll) => Text::RevealAll,
        Some(Command::Blank { .. }) => Text::Unblank,
        Some(Command::End) => Text::End,
        Some(Command::Undrill) => way_back(view),
        Some(Command::Next) => return next(view, language),
        None | Some(_) => Text::Next,
    };
    text.say(language)
}

fn next(view: &ConsoleView, language: Language) -> String {
    let text = match view.forward.as_ref().map(|step| step.brings) {
        Some(Upcoming::Candidate { .. }) => Text::NextCandidate,
        Some(Upcoming::Page { .. }) => Text::NextPage,
        Some(Upcoming::Row { .. }) => Text::NextRow,
        Some(Upcoming::Request { .. }) => match view.audience.screen {
            Screen::Request(_) => Text::NextRequest,
            _ => Text::FirstRequest,
        },
        Some(Upcoming::Stage { stage }) => {
            return Text::NextStage(&SharedText::Stage(stage).say(language)).say(language);
        }
        _ => Text::Next,
    };
    text.say(language)
}

/// Where one goes back to from a request.
pub fn way_back(view: &ConsoleView) -> Text<'static> {
    match stage(view) {
        Some(Stage::Result) => Text::BackToResult,
        _ => Text::BackToList,
    }
}

/// The stage the agenda is at.
pub fn stage(view: &ConsoleView) -> Option<Stage> {
    view.agenda.get(usize::from(view.at)).map(|item| item.stage)
}
