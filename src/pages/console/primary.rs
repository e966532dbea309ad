//! What the large button says: the command it gives, in the words of where one is.

use barometer_domain::agenda::Stage;
use barometer_domain::barometer::Phase;
use barometer_domain::catalogue::Catalogue;
use barometer_domain::view::{ConsoleView, Screen};
use barometer_domain::webinar::{Command, RESULT_ROWS};
use barometer_text::Language;
use barometer_text::shared::Shared;
use barometer_text::staff::console::Console as Text;

/// The label of the large button.
pub fn label(view: &ConsoleView, texts: Option<&Catalogue>, language: Language) -> String {
    let text = match &view.primary {
        None if view.audience.barometer.phase == Phase::Closing => Text::Closing,
        None if view.audience.ended => Text::Ended,
        Some(Command::Open) => Text::Open,
        Some(Command::Close) => Text::CloseVote,
        Some(Command::Reveal { .. }) => Text::Reveal,
        Some(Command::RevealAll) => Text::RevealAll,
        Some(Command::Blank { .. }) => Text::Unblank,
        Some(Command::End) => Text::End,
        Some(Command::Undrill) => match stage(view) {
            Some(Stage::Result) => Text::BackToResult,
            _ => Text::BackToList,
        },
        Some(Command::Next) => return next(view, texts, language),
        None | Some(_) => Text::Next,
    };
    text.say(language)
}

fn next(view: &ConsoleView, texts: Option<&Catalogue>, language: Language) -> String {
    let text = match &view.audience.screen {
        Screen::Candidate { candidate } => {
            let candidates = texts.map_or(0, |texts| texts.candidates.len());
            (usize::from(candidate.0) < candidates).then_some(Text::NextCandidate)
        }
        Screen::Ongoing(page) | Screen::Financing(page) => {
            (page.page + 1 < page.pages).then_some(Text::NextPage)
        }
        Screen::Result(result) if result.rows.len() < usize::from(result.total) => {
            Some(Text::NextRow)
        }
        Screen::Result(result) => {
            let pages = result.total.div_ceil(RESULT_ROWS);
            (result.page + 1 < pages).then_some(Text::NextPage)
        }
        _ => None,
    };
    let following = view.agenda.get(usize::from(view.at) + 1);
    match (text, following) {
        (Some(text), _) => text.say(language),
        (None, Some(item)) => {
            Text::NextStage(&Shared::Stage(item.stage).say(language)).say(language)
        }
        (None, None) => Text::Next.say(language),
    }
}

/// The stage the agenda is at.
pub fn stage(view: &ConsoleView) -> Option<Stage> {
    view.agenda.get(usize::from(view.at)).map(|item| item.stage)
}
