//! In English: what the console asks before a step that cannot be undone.

use barometer_domain::barometer::{FEWEST_BALLOTS, FEWEST_MUNICIPALITIES};

use crate::staff::asking::ConfirmText;

pub(crate) fn sentence(message: ConfirmText) -> String {
    match message {
        ConfirmText::CopyByHand => {
            "The browser cannot copy here. Select the link and copy it yourself:".into()
        }
        ConfirmText::Open => "Open the vote now?".into(),
        ConfirmText::OpenBody => {
            "Phones go to the ballot, and candidates, counting rule and number of \
                 choices lock."
                .into()
        }
        ConfirmText::OpenYes => "Open the vote".into(),
        ConfirmText::PassTie => "A shared place is not decided".into(),
        ConfirmText::PassTieBody => {
            "Choose above the picture of the projector who goes on. Otherwise every \
                 screen says that it is open."
                .into()
        }
        ConfirmText::PassTieYes => "Go on without choosing".into(),
        ConfirmText::Reopen => "Open the vote again?".into(),
        ConfirmText::ReopenBody => {
            "The ballots stay and can be changed. Every screen says that it is open \
                 again, and it is on record."
                .into()
        }
        ConfirmText::ReopenYes => "Open again".into(),
        ConfirmText::NextRound(round) => format!("Run round {round}?"),
        ConfirmText::NextRoundBody => {
            "Everyone gets an empty ballot at once. Both results stay, and the last one \
                 counts. It cannot be undone."
                .into()
        }
        ConfirmText::NextRoundYes(round) => format!("Run round {round}"),
        ConfirmText::Close => "Close the vote?".into(),
        ConfirmText::CloseBody(voted, missing) => {
            let voted = match voted {
                0 => "Nobody has voted yet.".into(),
                1 => "1 has voted.".into(),
                voted => format!("{voted} have voted."),
            };
            let have = if missing == 1 { "has" } else { "have" };
            format!("{voted} {missing} {have} not, and cannot vote afterwards.")
        }
        ConfirmText::CloseNobody => "Nobody has come in to vote.".into(),
        ConfirmText::CloseTooFew(lack) => {
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
        ConfirmText::CloseAll(1) => {
            "The one participant has voted and cannot change the vote afterwards.".into()
        }
        ConfirmText::CloseAll(voted) => {
            format!("All {voted} have voted. Nobody can change a vote afterwards.")
        }
        ConfirmText::Reveal => "Show everyone the result?".into(),
        ConfirmText::RevealBody => {
            "The rows come out from the last place up, on projector and phones \
                 alike. It cannot be undone."
                .into()
        }
        ConfirmText::RevealStepwise => "One row at a time".into(),
        ConfirmText::End => "End the webinar?".into(),
        ConfirmText::EndBody => {
            "Nobody new can join afterwards. Those who are here can still see the \
                 result."
                .into()
        }
        ConfirmText::StartOver => "Start over?".into(),
        ConfirmText::StartOverBody => {
            "All votes are deleted, and the agenda begins at the welcome.".into()
        }
        ConfirmText::StartOverNow => "Delete and start over".into(),
        ConfirmText::StartOverButton => "Start over".into(),
        ConfirmText::ThrowAwayButton => "End the rehearsal".into(),
        ConfirmText::ThrowAway => "End the rehearsal?".into(),
        ConfirmText::ThrowAwayBody => {
            "The rehearsal and all in it are deleted. The real webinar is \
                 untouched."
                .into()
        }
        ConfirmText::ThrowAwayNow => "Delete the rehearsal".into(),
        ConfirmText::ThrownAway => "The rehearsal is deleted. You can close this window.".into(),
        ConfirmText::CloseYes => "Close the vote".into(),
        ConfirmText::RevealYes => "Show the result".into(),
        ConfirmText::EndYes => "End the webinar".into(),
        ConfirmText::Cancel => "Cancel".into(),
        ConfirmText::Dismiss => "Close".into(),
    }
}
