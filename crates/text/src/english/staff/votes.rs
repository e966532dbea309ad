//! In English: the words of the page with who voted for what.

use barometer_domain::vendor::LogBreak;

use crate::Language::English;
use crate::staff::votes::NamedVotesText;

pub(crate) fn sentence(message: NamedVotesText) -> String {
    match message {
        NamedVotesText::Title => "Who voted for what".into(),
        NamedVotesText::Before => {
            "The look-up is written down before the names are shown. Participants can see \
                 how many look-ups there were, and when."
                .into()
        }
        NamedVotesText::WhatToSee => "What do you want to see?".into(),
        NamedVotesText::OnlyWho => "Only who has voted".into(),
        NamedVotesText::OnlyWhoBody => {
            "Then false ballots can be struck without anybody having seen what they are for.".into()
        }
        NamedVotesText::WithWhat => "Who voted for what".into(),
        NamedVotesText::WithWhatBody => {
            "After that no ballot can be struck, and the vote cannot be reopened.".into()
        }
        NamedVotesText::OnlyNameless => "Only without a readable name".into(),
        NamedVotesText::SelectAll(1) => "Select the one".into(),
        NamedVotesText::SelectAll(count) => format!("Select all {}", English.whole(count)),
        NamedVotesText::SelectNone => "Select none".into(),
        NamedVotesText::StrikesAreOver => {
            "It has been seen what was voted. So no ballot can be struck.".into()
        }
        NamedVotesText::Name => "Your name".into(),
        NamedVotesText::Reason => "Why are you looking?".into(),
        NamedVotesText::ReasonHint => "For example: Checking for duplicates".into(),
        NamedVotesText::ReasonMissing => "Type both your name and why.".into(),
        NamedVotesText::Show => "Show the names".into(),
        NamedVotesText::Working => "Opening the names …".into(),
        NamedVotesText::Shown(rows, all) => {
            format!("{rows} of {}", English.counted(all, "ballot", "ballots"))
        }
        NamedVotesText::Caption => "Ballots with names".into(),
        NamedVotesText::NameColumn => "Name".into(),
        NamedVotesText::RoleColumn => "Role".into(),
        NamedVotesText::MunicipalityColumn => "Municipality".into(),
        NamedVotesText::ChoicesColumn => "Choices".into(),
        NamedVotesText::StateColumn => "Notes".into(),
        NamedVotesText::SelectColumn => "Select".into(),
        NamedVotesText::NoName => "no name".into(),
        NamedVotesText::CannotOpen => "The name cannot be read".into(),
        NamedVotesText::OtherMunicipality => "municipality does not fit".into(),
        NamedVotesText::Devices(count) => {
            format!("from {}", English.counted(count, "device", "devices"))
        }
        NamedVotesText::Duplicate => "duplicate?".into(),
        NamedVotesText::Struck => "struck".into(),
        NamedVotesText::Blank => "None of these".into(),
        NamedVotesText::FilterCandidate => "Request".into(),
        NamedVotesText::FilterMunicipality => "Municipality".into(),
        NamedVotesText::All => "All".into(),
        NamedVotesText::OnlyDuplicates => "Show duplicates only".into(),
        NamedVotesText::NothingLeft => "No ballots fit the filters.".into(),
        NamedVotesText::Export => "Download as CSV".into(),
        NamedVotesText::Close => "Close".into(),
        NamedVotesText::Forgotten => {
            "The names have left the page, because it has not been used for 15 minutes.".into()
        }
        NamedVotesText::Closed => "The names have left the page.".into(),
        NamedVotesText::Recount => "Recount".into(),
        NamedVotesText::RecountBody(ballots, blank, struck) => {
            format!(
                "{}, {blank} of “None of these”, {struck} struck.",
                English.counted(ballots, "ballot counts", "ballots count")
            )
        }
        NamedVotesText::VotesColumn => "Votes".into(),
        NamedVotesText::MunicipalitiesColumn => "Municipalities".into(),
        NamedVotesText::Fits => "Fits the shown result ✓".into(),
        NamedVotesText::Misfits => {
            "Does not fit the shown result. Look into it before the result is used.".into()
        }
        NamedVotesText::NotShown => {
            "The result is not shown, so there is nothing to compare with.".into()
        }
        NamedVotesText::Log => "Look-ups on record".into(),
        NamedVotesText::When => "When".into(),
        NamedVotesText::Who => "Who".into(),
        NamedVotesText::Why => "Why".into(),
        NamedVotesText::StruckCount(count) => {
            English.counted(count, "ballot struck", "ballots struck")
        }
        NamedVotesText::Broken => {
            "The log of look-ups has been changed by other means than Barometer. Look-ups \
                 may be missing."
                .into()
        }
        NamedVotesText::Broke(broke) => how_it_broke(broke).into(),
        NamedVotesText::AcknowledgeBody => {
            "Nothing can be looked up before somebody has written down that the log is \
                 broken. Type your name and what you know about it. It stays in the log, and \
                 participants can see when."
                .into()
        }
        NamedVotesText::Acknowledge => "Write down that the log is broken".into(),
        NamedVotesText::Acknowledged => {
            "The break is written down. Look-ups are possible again.".into()
        }
        NamedVotesText::Strike(count) => {
            format!(
                "Strike {}",
                English.counted(count, "selected ballot", "selected ballots")
            )
        }
        NamedVotesText::StrikeHint => {
            "Filter and select rows to strike them together. It can only be done before \
                 the result is shown, and before anybody has seen what was voted."
                .into()
        }
        NamedVotesText::StrikeAsk(count) => {
            format!("Strike {}?", English.counted(count, "ballot", "ballots"))
        }
        NamedVotesText::StrikeBody => {
            "A struck ballot does not count. It is written down and cannot be undone. The \
                 number of struck ballots stands beside the result."
                .into()
        }
        NamedVotesText::StrikeReason => "Why do you strike?".into(),
        NamedVotesText::StrikeHintReason => "For example: Voted twice".into(),
        NamedVotesText::StrikeYes => "Strike".into(),
        NamedVotesText::Cancel => "Cancel".into(),
        NamedVotesText::StruckNow(count) => {
            format!(
                "{}.",
                English.counted(count, "ballot is struck", "ballots are struck")
            )
        }
        NamedVotesText::SelectRow => "Select".into(),
        NamedVotesText::Yes => "yes".into(),
        NamedVotesText::No => "no".into(),
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
