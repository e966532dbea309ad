//! In English: the words of the series: what each webinar came to, and one request's way along them.

use crate::Language::English;
use crate::english::shared::ordinal;
use crate::staff::series::SeriesText;

pub(crate) fn sentence(message: SeriesText<'_>) -> String {
    match message {
        SeriesText::Prepare => "Prepare".into(),
        SeriesText::New => "New webinar".into(),
        SeriesText::Empty => "Your first webinar is three steps away".into(),
        SeriesText::FirstRequests => "Import the requests from a file, or write them here.".into(),
        SeriesText::ThenWebinar => {
            "Create the webinar, choose the candidates, and look it through.".into()
        }
        SeriesText::ThenGo => "Hand out the link, and go. The result stays here.".into(),
        SeriesText::Demo => "Demo".into(),
        SeriesText::Candidates(count) => English.counted(count, "candidate", "candidates"),
        SeriesText::NobodyYet => "Nobody has joined yet".into(),
        SeriesText::Here(1) => "1 has joined".into(),
        SeriesText::Here(count) => format!("{} have joined", English.whole(count)),
        SeriesText::Turnout(voted, present, municipalities) => format!(
            "{} of {} have voted · {}",
            English.whole(voted),
            English.whole(present),
            English.counted(municipalities, "municipality", "municipalities")
        ),
        SeriesText::WentOn => "Went on".into(),
        SeriesText::Support(count, of) => {
            format!(
                "{} of {}",
                English.whole(count),
                English.counted(of, "municipality", "municipalities")
            )
        }
        SeriesText::Undecided => "A shared place – not decided".into(),
        SeriesText::TooFew => "Too few ballots or municipalities for a result".into(),
        SeriesText::LeftOut(why) => format!("Left out of the evaluation: {why}"),
        SeriesText::LeftOutShort => "left out".into(),
        SeriesText::Rounds(round) => format!("The result of round {round}, which counts"),
        SeriesText::Nobody => "No candidate found support".into(),
        SeriesText::RulesDiffer(rules) => {
            format!(
                "The three requests at the top would have been others if one had counted {rules} instead."
            )
        }
        SeriesText::LookUps(count) => {
            English.counted(count, "look-up of the names", "look-ups of the names")
        }
        SeriesText::Course => "From webinar to webinar".into(),
        SeriesText::CourseBody => "Support and promises as they stood at each webinar.".into(),
        SeriesText::Today => "Today".into(),
        SeriesText::SupportIn => "Support, share of the municipalities".into(),
        SeriesText::PromisedIn => "Promised, share of the price".into(),
        SeriesText::DateColumn => "Date".into(),
        SeriesText::WebinarColumn => "Webinar".into(),
        SeriesText::PlaceColumn => "Place".into(),
        SeriesText::SupportColumn => "Support".into(),
        SeriesText::VotesColumn => "Votes".into(),
        SeriesText::PromisedColumn => "Promised".into(),
        SeriesText::PriceColumn => "Price".into(),
        SeriesText::Place(place, of) => format!("{} of {of}", ordinal(place)),
    }
}
