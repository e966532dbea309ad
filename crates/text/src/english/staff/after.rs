//! In English: the words around the decision log and the letter after a webinar.

use barometer_domain::carrying::FrameBasis;
use barometer_domain::webinar::Command;

use crate::Language::English;
use crate::carrying;
use crate::figures;
use crate::staff::after::After;

pub(crate) fn sentence(message: After<'_>) -> String {
    match message {
            After::Title => "After the webinar".into(),
            After::NotYet => {
                "The decisions and a letter stand here once the whole result has been shown in the webinar.".into()
            }
            After::Log => "What was decided".into(),
            After::Turnout(voted, present, municipalities) => {
                let from = English.counted(municipalities, "municipality", "municipalities");
                format!("{voted} of {present} voted, from {from}")
            }
            After::Struck(count) => {
                let count = English.counted(count, "ballot was", "ballots were");
                format!("{count} struck before the result was shown")
            }
            After::Place => "Place".into(),
            After::Request => "Request".into(),
            After::Municipalities => "Municipalities".into(),
            After::Votes => "Votes".into(),
            After::Price => "Price".into(),
            After::GoesOn => "goes on".into(),
            After::PutUpFor(reason) => format!("Reason: {reason}"),
            After::ByGap(1) => "One request goes on: only that one found support.".into(),
            After::ByGap(count) => format!("The top {count} go on: the gap to the next is largest here."),
            After::ByChoice => "There was no clean cut. The presenter chose who goes on.".into(),
            After::Undecided => "There was no clean cut, and nobody has chosen yet who goes on.".into(),
            After::Nobody => "No request found support.".into(),
            After::OtherRule(rule) => {
                format!("Counted by {rule} the top three would have been others.")
            }
            After::Record => "On record".into(),
            After::EarlierRound(round) => format!("Round {round}, which no longer counts"),
            After::ThisRoundCounts(round) => format!("Round {round} counts"),
            After::Evaluation => "Part of the evaluation?".into(),
            After::Counts => "The vote counts when webinars are compared.".into(),
            After::LeftOut(why) => format!("Left out of the evaluation: {why}"),
            After::TakenIn => "Taken in again".into(),
            After::By => "Your name".into(),
            After::LeaveOutReason => "Why is it to be left out?".into(),
            After::LeaveOutHint => "For example: The link was shared outside the webinar".into(),
            After::LeaveOut => "Leave out".into(),
            After::TakeIn => "Take in again".into(),
            After::Letter => "Thanks for today".into(),
            After::LetterBody => {
            "A draft in the webinar’s language. Change it, and copy it into a mail."
                .into()
        }
            After::Subject => "Subject".into(),
            After::Text => "Letter".into(),
            After::CopyText => "Copy as text".into(),
            After::CopyHtml => "Copy with headings".into(),
            After::Copied => "Copied.".into(),
            After::NotCopied => {
            "The browser does not let us copy. Select the text and copy it yourself."
                .into()
        }
            After::Print => "Print".into(),
            After::StartOver => "New draft".into(),
            After::Words => "In your own words".into(),
        After::WordsBody => "This becomes part of the letter. If you have changed the letter already, write it there too, or start over.".into(),
        After::LedTo => "What have answers and questions led to?".into(),
        After::LedToHint => "For example: We have moved the medicine list up and will ask again in March.".into(),
        After::Decisions => "Decisions".into(),
        After::DecisionsHint => "One on each line. For example: We set up a Strategic Development Forum.".into(),
        After::SaveWords => "Save".into(),
        After::Saved => "Saved.".into(),
        After::Publish => "Show the letter to everybody".into(),
        After::PublishBody => "The letter as it stands here and the decision log are shown on a page for everybody with the code. The log names no municipality and no person; look through the letter.".into(),
        After::PublishNow => "Publish".into(),
        After::PublishAgain => "Publish again".into(),
        After::TakeBack => "Take the page down".into(),
        After::TakenBack => "The page has been taken down.".into(),
        After::PublicPage => "The public page".into(),
        After::NotPublished => "Nothing has been published here yet.".into(),
        After::Financing => "Financing of the requests".into(),
        After::PublishedSince(when) => format!("Published {when}."),
        After::Kept => "Your changes stay in this browser.".into(),
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
        Command::Choose { .. } => "The presenter chose who goes on",
        Command::Door { closed: true } => "The door was closed to newcomers",
        Command::Door { closed: false } => "The door was opened again",
        Command::End => "The webinar ended",
        _ => "",
    };
    words.to_owned()
}
