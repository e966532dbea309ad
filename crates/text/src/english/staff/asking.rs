//! In English: what the console asks before a step that cannot be undone.

use barometer_domain::barometer::{FEWEST_BALLOTS, FEWEST_MUNICIPALITIES};

use crate::staff::asking::Asking;

pub(crate) fn sentence(message: Asking) -> String {
    match message {
        Asking::CopyByHand => {
            "The browser cannot copy here. Select the link and copy it yourself:".into()
        }
        Asking::Open => "Open the vote now?".into(),
        Asking::OpenBody => "Phones go to the ballot, and candidates, counting rule and number of \
                 choices lock."
            .into(),
        Asking::OpenYes => "Open the vote".into(),
        Asking::PassTie => "A shared place is not decided".into(),
        Asking::PassTieBody => {
            "Choose above the picture of the projector who goes on. Otherwise every \
                 screen says that it is open."
                .into()
        }
        Asking::PassTieYes => "Go on without choosing".into(),
        Asking::Reopen => "Open the vote again?".into(),
        Asking::ReopenBody => {
            "The ballots stay and can be changed. Every screen says that it is open \
                 again, and it is on record."
                .into()
        }
        Asking::ReopenYes => "Open again".into(),
        Asking::NextRound(round) => format!("Run round {round}?"),
        Asking::NextRoundBody => {
            "Everyone gets an empty ballot at once. Both results stay, and the last one \
                 counts. It cannot be undone."
                .into()
        }
        Asking::NextRoundYes(round) => format!("Run round {round}"),
        Asking::Close => "Close the vote?".into(),
        Asking::CloseBody(voted, missing) => {
            let voted = match voted {
                0 => "Nobody has voted yet.".into(),
                1 => "1 has voted.".into(),
                voted => format!("{voted} have voted."),
            };
            let have = if missing == 1 { "has" } else { "have" };
            format!("{voted} {missing} {have} not, and cannot vote afterwards.")
        }
        Asking::CloseNobody => "Nobody has come in to vote.".into(),
        Asking::CloseTooFew(lack) => {
            let ballots = match lack.ballots {
                1 => "1 more ballot".into(),
                more => format!("{more} more ballots"),
            };
            let municipalities = match lack.municipalities {
                1 => "ballots from 1 more municipality".into(),
                more => format!("ballots from {more} more municipalities"),
            };
            let missing = match (lack.ballots, lack.municipalities) {
                (_, 0) => ballots,
                (0, _) => municipalities,
                _ => format!("{ballots} and {municipalities}"),
            };
            format!(
                "If you close now, no result can be shown. That takes {FEWEST_BALLOTS} \
                     ballots from {FEWEST_MUNICIPALITIES} municipalities: {missing} to go."
            )
        }
        Asking::CloseAll(1) => {
            "The one participant has voted and cannot change the vote afterwards.".into()
        }
        Asking::CloseAll(voted) => {
            format!("All {voted} have voted. Nobody can change a vote afterwards.")
        }
        Asking::Reveal => "Show everyone the result?".into(),
        Asking::RevealBody => "The rows come out from the last place up, on projector and phones \
                 alike. It cannot be undone."
            .into(),
        Asking::RevealStepwise => "One row at a time".into(),
        Asking::End => "End the webinar?".into(),
        Asking::EndBody => "Nobody new can join afterwards. Those who are here can still see the \
                 result."
            .into(),
        Asking::StartOver => "Start over?".into(),
        Asking::StartOverBody => {
            "All votes are deleted, and the agenda begins at the welcome.".into()
        }
        Asking::StartOverNow => "Delete and start over".into(),
        Asking::StartOverButton => "Start over".into(),
        Asking::ThrowAwayButton => "End the rehearsal".into(),
        Asking::ThrowAway => "End the rehearsal?".into(),
        Asking::ThrowAwayBody => "The rehearsal and all in it are deleted. The real webinar is \
                 untouched."
            .into(),
        Asking::ThrowAwayNow => "Delete the rehearsal".into(),
        Asking::ThrownAway => "The rehearsal is deleted. You can close this window.".into(),
        Asking::CloseYes => "Close the vote".into(),
        Asking::RevealYes => "Show the result".into(),
        Asking::EndYes => "End the webinar".into(),
        Asking::Cancel => "Cancel".into(),
        Asking::Dismiss => "Close".into(),
    }
}
