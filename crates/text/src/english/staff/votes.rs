//! In English: the words of the page with who voted for what.

use barometer_domain::vendor::LogBreak;

use crate::Language::English;
use crate::staff::votes::Votes;

pub(crate) fn sentence(message: Votes) -> String {
    match message {
        Votes::Title => "Who voted for what".into(),
        Votes::Before => {
            "The look-up is written down before the names are shown. Participants can see \
                 how many look-ups there were, and when."
                .into()
        }
        Votes::WhatToSee => "What do you want to see?".into(),
        Votes::OnlyWho => "Only who has voted".into(),
        Votes::OnlyWhoBody => {
            "Then false ballots can be struck without anybody having seen what they are for.".into()
        }
        Votes::WithWhat => "Who voted for what".into(),
        Votes::WithWhatBody => {
            "After that no ballot can be struck, and the vote cannot be reopened.".into()
        }
        Votes::OnlyNameless => "Only without a readable name".into(),
        Votes::SelectAll(1) => "Select the one".into(),
        Votes::SelectAll(count) => format!("Select all {}", English.whole(count)),
        Votes::SelectNone => "Select none".into(),
        Votes::StrikesAreOver => {
            "It has been seen what was voted. So no ballot can be struck.".into()
        }
        Votes::Name => "Your name".into(),
        Votes::Reason => "Why are you looking?".into(),
        Votes::ReasonHint => "For example: Checking for duplicates".into(),
        Votes::ReasonMissing => "Type both your name and why.".into(),
        Votes::Show => "Show the names".into(),
        Votes::Working => "Opening the names …".into(),
        Votes::Shown(rows, all) => {
            format!("{rows} of {}", English.counted(all, "ballot", "ballots"))
        }
        Votes::Caption => "Ballots with names".into(),
        Votes::NameColumn => "Name".into(),
        Votes::RoleColumn => "Role".into(),
        Votes::MunicipalityColumn => "Municipality".into(),
        Votes::ChoicesColumn => "Choices".into(),
        Votes::StateColumn => "Notes".into(),
        Votes::SelectColumn => "Select".into(),
        Votes::NoName => "no name".into(),
        Votes::CannotOpen => "The name cannot be read".into(),
        Votes::OtherMunicipality => "municipality does not fit".into(),
        Votes::Devices(count) => {
            format!("from {}", English.counted(count, "device", "devices"))
        }
        Votes::Duplicate => "duplicate?".into(),
        Votes::Struck => "struck".into(),
        Votes::Blank => "None of these".into(),
        Votes::FilterCandidate => "Request".into(),
        Votes::FilterMunicipality => "Municipality".into(),
        Votes::All => "All".into(),
        Votes::OnlyDuplicates => "Show duplicates only".into(),
        Votes::NothingLeft => "No ballots fit the filters.".into(),
        Votes::Export => "Download as CSV".into(),
        Votes::Close => "Close".into(),
        Votes::Forgotten => {
            "The names have left the page, because it has not been used for 15 minutes.".into()
        }
        Votes::Closed => "The names have left the page.".into(),
        Votes::Recount => "Recount".into(),
        Votes::RecountBody(ballots, blank, struck) => {
            format!(
                "{}, {blank} of “None of these”, {struck} struck.",
                English.counted(ballots, "ballot counts", "ballots count")
            )
        }
        Votes::VotesColumn => "Votes".into(),
        Votes::MunicipalitiesColumn => "Municipalities".into(),
        Votes::Fits => "Fits the shown result ✓".into(),
        Votes::Misfits => {
            "Does not fit the shown result. Look into it before the result is used.".into()
        }
        Votes::NotShown => "The result is not shown, so there is nothing to compare with.".into(),
        Votes::Log => "Look-ups on record".into(),
        Votes::When => "When".into(),
        Votes::Who => "Who".into(),
        Votes::Why => "Why".into(),
        Votes::StruckCount(count) => English.counted(count, "ballot struck", "ballots struck"),
        Votes::Broken => {
            "The log of look-ups has been changed by other means than Barometer. Look-ups \
                 may be missing."
                .into()
        }
        Votes::Broke(broke) => how_it_broke(broke).into(),
        Votes::AcknowledgeBody => {
            "Nothing can be looked up before somebody has written down that the log is \
                 broken. Type your name and what you know about it. It stays in the log, and \
                 participants can see when."
                .into()
        }
        Votes::Acknowledge => "Write down that the log is broken".into(),
        Votes::Acknowledged => "The break is written down. Look-ups are possible again.".into(),
        Votes::Strike(count) => {
            format!(
                "Strike {}",
                English.counted(count, "selected ballot", "selected ballots")
            )
        }
        Votes::StrikeHint => {
            "Filter and select rows to strike them together. It can only be done before \
                 the result is shown, and before anybody has seen what was voted."
                .into()
        }
        Votes::StrikeAsk(count) => {
            format!("Strike {}?", English.counted(count, "ballot", "ballots"))
        }
        Votes::StrikeBody => {
            "A struck ballot does not count. It is written down and cannot be undone. The \
                 number of struck ballots stands beside the result."
                .into()
        }
        Votes::StrikeReason => "Why do you strike?".into(),
        Votes::StrikeHintReason => "For example: Voted twice".into(),
        Votes::StrikeYes => "Strike".into(),
        Votes::Cancel => "Cancel".into(),
        Votes::StruckNow(count) => {
            format!(
                "{}.",
                English.counted(count, "ballot is struck", "ballots are struck")
            )
        }
        Votes::SelectRow => "Select".into(),
        Votes::Yes => "yes".into(),
        Votes::No => "no".into(),
    }
}

fn how_it_broke(broke: LogBreak) -> &'static str {
    match broke {
        LogBreak::EntryChanged => "break: an entry was changed",
        LogBreak::EntriesMissing => "break: entries were missing",
        LogBreak::HeadMissing => "break: the note of the log's end was missing",
        LogBreak::OtherHead => "break: the note of the log's end was another",
    }
}
