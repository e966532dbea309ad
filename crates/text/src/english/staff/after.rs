//! In English: the words around the decision log and the letter after a webinar.

use barometer_domain::carrying::FrameBasis;
use barometer_domain::webinar::Command;

use crate::Language::English;
use crate::carrying;
use crate::figures;
use crate::staff::after::AfterText;

pub(crate) fn sentence(message: AfterText<'_>) -> String {
    match message {
            AfterText::Title => "After the webinar".into(),
            AfterText::NotYet => {
                "The decisions and a letter stand here once the whole result has been shown in the webinar.".into()
            }
            AfterText::Log => "What was decided".into(),
            AfterText::Turnout(voted, present, municipalities) => {
                let from = English.counted(municipalities, "municipality", "municipalities");
                format!("{voted} of {present} voted, from {from}")
            }
            AfterText::Struck(count) => {
                let count = English.counted(count, "ballot was", "ballots were");
                format!("{count} struck before the result was shown")
            }
            AfterText::Place => "Place".into(),
            AfterText::Request => "Request".into(),
            AfterText::Municipalities => "Municipalities".into(),
            AfterText::Votes => "Votes".into(),
            AfterText::Price => "Price".into(),
            AfterText::GoesOn => "goes on".into(),
            AfterText::PutUpFor(reason) => format!("Reason: {reason}"),
            AfterText::ByGap(1) => "One request goes on: only that one found support.".into(),
            AfterText::ByGap(count) => format!("The top {count} go on: the gap to the next is largest here."),
            AfterText::ByChoice => "There was no clean cut. The presenter chose who goes on.".into(),
            AfterText::Undecided => "There was no clean cut, and nobody has chosen yet who goes on.".into(),
            AfterText::Nobody => "No request found support.".into(),
            AfterText::OtherRule(rule) => {
                format!("Counted by {rule} the top three would have been others.")
            }
            AfterText::Record => "On record".into(),
            AfterText::EarlierRound(round) => format!("Round {round}, which no longer counts"),
            AfterText::ThisRoundCounts(round) => format!("Round {round} counts"),
            AfterText::Evaluation => "Part of the evaluation?".into(),
            AfterText::Counts => "The vote counts when webinars are compared.".into(),
            AfterText::LeftOut(why) => format!("Left out of the evaluation: {why}"),
            AfterText::TakenIn => "Taken in again".into(),
            AfterText::By => "Your name".into(),
            AfterText::LeaveOutReason => "Why is it to be left out?".into(),
            AfterText::LeaveOutHint => "For example: The link was shared outside the webinar".into(),
            AfterText::LeaveOut => "Leave out".into(),
            AfterText::TakeIn => "Take in again".into(),
            AfterText::Letter => "Thanks for today".into(),
            AfterText::LetterBody => {
            "A draft in the webinar’s language. Change it, and copy it into a mail."
                .into()
        }
            AfterText::Subject => "Subject".into(),
            AfterText::Text => "Letter".into(),
            AfterText::CopyText => "Copy as text".into(),
            AfterText::CopyHtml => "Copy with headings".into(),
            AfterText::Copied => "Copied.".into(),
            AfterText::NotCopied => {
            "The browser does not let us copy. Select the text and copy it yourself."
                .into()
        }
            AfterText::Print => "Print".into(),
            AfterText::StartOver => "New draft".into(),
            AfterText::Words => "In your own words".into(),
        AfterText::WordsBody => "This becomes part of the letter. If you have changed the letter already, write it there too, or start over.".into(),
        AfterText::LedTo => "What have answers and questions led to?".into(),
        AfterText::LedToHint => "For example: We have moved the medicine list up and will ask again in March.".into(),
        AfterText::Decisions => "Decisions".into(),
        AfterText::DecisionsHint => "One on each line. For example: We set up a Strategic Development Forum.".into(),
        AfterText::SaveWords => "Save".into(),
        AfterText::Saved => "Saved.".into(),
        AfterText::Publish => "Show the letter to everybody".into(),
        AfterText::PublishBody => "The letter as it stands here and the decision log are shown on a page for everybody with the code. The log names no municipality and no person; look through the letter.".into(),
        AfterText::PublishNow => "Publish".into(),
        AfterText::PublishAgain => "Publish again".into(),
        AfterText::TakeBack => "Take the page down".into(),
        AfterText::TakenBack => "The page has been taken down.".into(),
        AfterText::PublicPage => "The public page".into(),
        AfterText::NotPublished => "Nothing has been published here yet.".into(),
        AfterText::Financing => "Financing of the requests".into(),
        AfterText::PublishedSince(when) => format!("Published {when}."),
        AfterText::Kept => "Your changes stay in this browser.".into(),
        }
}

pub(crate) fn step(command: &Command) -> String {
    let words = match command {
        Command::SetFrame { frame: Some(frame) } => {
            let amount = figures::money(English, frame.amount);
            let by = match frame.by {
                FrameBasis::Population => ", by population",
                FrameBasis::Equal => "",
            };
            return format!("The frame was set to {amount} per municipality{by}");
        }
        Command::SetFrame { frame: None } => "The frame was taken away",
        Command::Override { candidates, reason } => {
            let what = if candidates.is_empty() {
                "The presenter let the rule stand again".to_owned()
            } else {
                format!(
                    "The presenter’s decision: {} to go on",
                    carrying::numbers(candidates, English)
                )
            };
            return format!("{what}. Reason: {reason}");
        }
        Command::Open => "The vote was opened",
        Command::Reopen => "The vote was opened again",
        Command::NextRound => "Another round was opened with empty ballots",
        Command::Close => "The vote was closed",
        Command::Reveal { .. } => "The result was shown",
        Command::Choose { reason, .. } if !reason.is_empty() => {
            return format!("The presenter chose who goes on. Reason: {reason}");
        }
        Command::Choose { .. } => "The presenter chose who goes on",
        Command::Door { closed: true } => "The door was closed to newcomers",
        Command::Door { closed: false } => "The door was opened again",
        Command::End => "The webinar ended",
        _ => "",
    };
    words.to_owned()
}
