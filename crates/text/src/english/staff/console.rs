//! In English: the words of the presenter's console.

use crate::Language::English;
use crate::english::counting;
use crate::staff::console::Console;

pub(crate) fn sentence(message: Console<'_>) -> String {
    match message {
        Console::Title => "Presenter".into(),
        Console::Loading => "Loading …".into(),
        Console::ParticipantCode => "Join code".into(),
        Console::WithUs(1) => "1 has joined".into(),
        Console::WithUs(n) => format!("{} have joined", English.whole(n)),
        Console::Agenda => "Agenda".into(),
        Console::Done => "done".into(),
        Console::Now => "shown now".into(),
        Console::ToCome => "to come".into(),
        Console::ScreenNow => "The projector right now".into(),
        Console::ScreenIsBlank => "The projector is blanked".into(),
        Console::ResultIsHidden => "The result is hidden until you show it".into(),
        Console::RowsFollow => "The rows follow by themselves".into(),
        Console::Rehearse => "Rehearse".into(),
        Console::RehearseHelp => "A copy with invented participants".into(),
        Console::Coming => "Coming next".into(),
        Console::ComingRows => "The result, row by row from the last place up".into(),
        Console::ComingEnd => "This was the last one".into(),
        Console::ComingPage(page) => format!(", page {page}"),
        Console::Notes => "Notes to you".into(),
        Console::Drill => "Show one request's financing".into(),
        Console::DrillHelp => "Leaf through the requests with ← and →, go back with Esc.".into(),
        Console::InterestedNow(0, _) => "No municipality is interested yet".into(),
        Console::InterestedNow(count, more) => {
            let are = English.counted(count, "municipality is", "municipalities are");
            let more = match more {
                0 => String::new(),
                more => format!(" · {more} more since the request came on screen"),
            };
            format!("{are} interested{more}")
        }
        Console::VotingNow => "Votes right now".into(),
        Console::VoteIsOver => "Have voted".into(),
        Console::VoteNotOpen => "The vote is not open".into(),
        Console::OfPresent(of, m) => {
            let of = English.counted(of, "participant", "participants");
            format!(
                "of {of}\u{a0}· {}",
                English.counted(m, "municipality", "municipalities")
            )
        }
        Console::ReadyToVote(1) => "participant is ready".into(),
        Console::ReadyToVote(_) => "participants are ready".into(),
        Console::Connected => "Connected right now".into(),
        Console::PhonesLost => "Reconnecting".into(),
        Console::OpenFor => "Open for".into(),
        Console::OnScreenFor => "On screen for".into(),
        Console::TimeboxLeft => "Time left here".into(),
        Console::TimeboxOver => "Over time by".into(),
        Console::Observers => "Only watching".into(),
        Console::CountdownLeft => "Closes in".into(),
        Console::NoNamesTitle => "Names are never shown here.".into(),
        Console::NoNames { sealed: true } => {
            "You see only how many have voted. Who voted for what can only be looked up \
                 by the vendor with its own key, and each look-up is on record."
                .into()
        }
        Console::NoNames { sealed: false } => {
            "The vendor has no key, so no names are stored. You see only how many have \
                 voted – never who or what."
                .into()
        }
        Console::CountdownLost => {
            "The server has restarted, or another one has started on the same data. The \
                 countdown has stopped, and the vote is still open."
                .into()
        }
        Console::CountdownElsewhere => {
            "Another server on the same data runs a countdown that is not shown here. Stop it, \
                 or close the vote yourself."
                .into()
        }
        Console::RulesDiffer(rules) => {
            format!("The three requests at the top would be others if one counted {rules} instead.")
        }
        Console::Rule(rule) => counting::in_a_sentence(rule).into(),
        Console::TieTitle => "Who goes on?".into(),
        Console::TieHelp => "They are tied. Choose so that two or three go on. Your choice is \
                 recorded."
            .into(),
        Console::TieAhead => "ahead of the others".into(),
        Console::TieAid(1, fraction, price) => {
            format!("1 municipality · {fraction} shared votes · {price}")
        }
        Console::TieAid(m, fraction, price) => {
            let m = English.counted(m, "municipality", "municipalities");
            format!("{m} · {fraction} shared votes · {price} each")
        }
        Console::TieChoose => "Let these go on".into(),
        Console::TieDoesNotFit => "Choose two or three".into(),
        Console::TieChosen(names) => format!("Decided: {names}."),
        Console::Back => "Back".into(),
        Console::Countdown(seconds) => format!("{seconds}\u{a0}s"),
        Console::CountdownLabel => "Countdown".into(),
        Console::Extend(seconds) => format!("+\u{a0}{seconds}\u{a0}s"),
        Console::CountdownStopped => "The countdown is stopped".into(),
        Console::StopCountdown => "Stop".into(),
        Console::CopyLink => "Copy link for the chat".into(),
        Console::OneMore => "What if one more?".into(),
        Console::OneFewer => "One fewer".into(),
        Console::Rules => "Sharing rules".into(),
        Console::Curve => "Price curve".into(),
        Console::CopyResult => "Copy the result".into(),
        Console::LinkCopied => "Link copied".into(),
        Console::Projector => "Projector".into(),
        Console::SpokenLanguage => "The projector’s language".into(),
        Console::Blank => "Blank".into(),
        Console::Unblank => "Show the screen again".into(),
        Console::Help => "Shortcuts".into(),
        Console::Open => "Open the vote".into(),
        Console::CloseVote => "Close the vote".into(),
        Console::Closing => "Closing …".into(),
        Console::Reveal => "Show the result".into(),
        Console::RevealAll => "Show all rows".into(),
        Console::NextRow => "Show the next row".into(),
        Console::NextCandidate => "Next candidate".into(),
        Console::NextPage => "Next page".into(),
        Console::NextStage(stage) => format!("Next: {stage}"),
        Console::Next => "Next".into(),
        Console::RowByRow => "One row at a time".into(),
        Console::NextRequest => "Next request".into(),
        Console::FirstRequest => "Show the first request".into(),
        Console::BackToList => "Back to the list".into(),
        Console::BackToResult => "Back to the result".into(),
        Console::End => "End the webinar".into(),
        Console::Ended => "The webinar has ended".into(),
        Console::AnotherConsole => "Another console was quicker. This is where we are now.".into(),
        Console::Offline => "No connection – nothing has changed. Try again in a moment.".into(),
        Console::Reconnecting => "The connection is gone. We keep trying – nothing is lost.".into(),
    }
}
