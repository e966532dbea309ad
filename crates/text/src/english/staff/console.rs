//! In English: the words of the presenter's console.

use crate::Language::English;
use crate::english::counting;
use crate::staff::console::ConsoleText;

pub(crate) fn sentence(message: ConsoleText<'_>) -> String {
    match message {
        ConsoleText::Title => "Presenter".into(),
        ConsoleText::Loading => "Loading …".into(),
        ConsoleText::ParticipantCode => "Join code".into(),
        ConsoleText::WithUs(1) => "1 has joined".into(),
        ConsoleText::WithUs(n) => format!("{} have joined", English.whole(n)),
        ConsoleText::Agenda => "Agenda".into(),
        ConsoleText::Done => "done".into(),
        ConsoleText::Now => "shown now".into(),
        ConsoleText::ToCome => "to come".into(),
        ConsoleText::ScreenNow => "The projector right now".into(),
        ConsoleText::ScreenIsBlank => "The projector is blanked".into(),
        ConsoleText::ResultIsHidden => "The result is hidden until you show it".into(),
        ConsoleText::RowsFollow => "The rows follow by themselves".into(),
        ConsoleText::Rehearse => "Rehearse".into(),
        ConsoleText::RehearseHelp => "A copy with invented participants".into(),
        ConsoleText::Coming => "Coming next".into(),
        ConsoleText::ComingRows => "The result, row by row from the last place up".into(),
        ConsoleText::ComingEnd => "This was the last one".into(),
        ConsoleText::ComingPage(page) => format!(", page {page}"),
        ConsoleText::Notes => "Notes to you".into(),
        ConsoleText::Drill => "Show one request's financing".into(),
        ConsoleText::DrillHelp => {
            "Leaf through the requests with ← and →, go back with Esc.".into()
        }
        ConsoleText::InterestedNow(0, _) => "No municipality is interested yet".into(),
        ConsoleText::InterestedNow(count, more) => {
            let are = English.counted(count, "municipality is", "municipalities are");
            let more = match more {
                0 => String::new(),
                more => format!(" · {more} more since the request came on screen"),
            };
            format!("{are} interested{more}")
        }
        ConsoleText::VotingNow => "Votes right now".into(),
        ConsoleText::VoteIsOver => "Have voted".into(),
        ConsoleText::VoteNotOpen => "The vote is not open".into(),
        ConsoleText::OfPresent(of, m) => {
            let of = English.counted(of, "participant", "participants");
            format!(
                "of {of}\u{a0}· {}",
                English.counted(m, "municipality", "municipalities")
            )
        }
        ConsoleText::ReadyToVote(1) => "participant is ready".into(),
        ConsoleText::ReadyToVote(_) => "participants are ready".into(),
        ConsoleText::Connected => "Connected right now".into(),
        ConsoleText::PhonesLost => "Reconnecting".into(),
        ConsoleText::OpenFor => "Open for".into(),
        ConsoleText::OnScreenFor => "On screen for".into(),
        ConsoleText::TimeboxLeft => "Time left here".into(),
        ConsoleText::TimeboxOver => "Over time by".into(),
        ConsoleText::Observers => "Only watching".into(),
        ConsoleText::CountdownLeft => "Closes in".into(),
        ConsoleText::NoNamesTitle => "Names are never shown here.".into(),
        ConsoleText::NoNames { sealed: true } => {
            "You see only how many have voted. Who voted for what can only be looked up \
                 by the vendor with its own key, and each look-up is on record."
                .into()
        }
        ConsoleText::NoNames { sealed: false } => {
            "The vendor has no key, so no names are stored. You see only how many have \
                 voted – never who or what."
                .into()
        }
        ConsoleText::CountdownLost => {
            "The server has restarted, or another one has started on the same data. The \
                 countdown has stopped, and the vote is still open."
                .into()
        }
        ConsoleText::CountdownElsewhere => {
            "Another server on the same data runs a countdown that is not shown here. Stop it, \
                 or close the vote yourself."
                .into()
        }
        ConsoleText::RulesDiffer(rules) => {
            format!("The three requests at the top would be others if one counted {rules} instead.")
        }
        ConsoleText::Rule(rule) => counting::in_a_sentence(rule).into(),
        ConsoleText::TieTitle => "Who goes on?".into(),
        ConsoleText::TieHelp => "They are tied. Choose so that two or three go on. Your choice is \
                 recorded."
            .into(),
        ConsoleText::TieAhead => "ahead of the others".into(),
        ConsoleText::TieAid(1, fraction, price) => {
            format!("1 municipality · {fraction} shared votes · {price}")
        }
        ConsoleText::TieAid(m, fraction, price) => {
            let m = English.counted(m, "municipality", "municipalities");
            format!("{m} · {fraction} shared votes · {price} each")
        }
        ConsoleText::TieChoose => "Let these go on".into(),
        ConsoleText::TieLacksReason => "Write why".into(),
        ConsoleText::TieDoesNotFit => "Choose two or three".into(),
        ConsoleText::TieChosen(names) => format!("Decided: {names}."),
        ConsoleText::Back => "Back".into(),
        ConsoleText::Countdown(seconds) => format!("{seconds}\u{a0}s"),
        ConsoleText::CountdownLabel => "Countdown".into(),
        ConsoleText::Extend(seconds) => format!("+\u{a0}{seconds}\u{a0}s"),
        ConsoleText::CountdownStopped => "The countdown is stopped".into(),
        ConsoleText::StopCountdown => "Stop".into(),
        ConsoleText::CopyLink => "Copy link for the chat".into(),
        ConsoleText::OneMore => "What if one more?".into(),
        ConsoleText::OneFewer => "One fewer".into(),
        ConsoleText::Rules => "Sharing rules".into(),
        ConsoleText::Curve => "Price curve".into(),
        ConsoleText::CopyResult => "Copy the result".into(),
        ConsoleText::LinkCopied => "Link copied".into(),
        ConsoleText::Projector => "Projector".into(),
        ConsoleText::SpokenLanguage => "The projector’s language".into(),
        ConsoleText::Blank => "Blank".into(),
        ConsoleText::Unblank => "Show the screen again".into(),
        ConsoleText::Help => "Shortcuts".into(),
        ConsoleText::Open => "Open the vote".into(),
        ConsoleText::CloseVote => "Close the vote".into(),
        ConsoleText::Closing => "Closing …".into(),
        ConsoleText::Reveal => "Show the result".into(),
        ConsoleText::RevealAll => "Show all rows".into(),
        ConsoleText::NextRow => "Show the next row".into(),
        ConsoleText::NextCandidate => "Next candidate".into(),
        ConsoleText::NextPage => "Next page".into(),
        ConsoleText::NextStage(stage) => format!("Next: {stage}"),
        ConsoleText::Next => "Next".into(),
        ConsoleText::RowByRow => "One row at a time".into(),
        ConsoleText::NextRequest => "Next request".into(),
        ConsoleText::FirstRequest => "Show the first request".into(),
        ConsoleText::BackToList => "Back to the list".into(),
        ConsoleText::BackToResult => "Back to the result".into(),
        ConsoleText::End => "End the webinar".into(),
        ConsoleText::Ended => "The webinar has ended".into(),
        ConsoleText::AnotherConsole => {
            "Another console was quicker. This is where we are now.".into()
        }
        ConsoleText::Offline => {
            "No connection – nothing has changed. Try again in a moment.".into()
        }
        ConsoleText::Reconnecting => {
            "The connection is gone. We keep trying – nothing is lost.".into()
        }
    }
}
