//! In English: the words of the series: what each webinar came to, and one request's way along them.

use crate::Language::English;
use crate::english::shared::ordinal;
use crate::staff::series::Series;

pub(crate) fn sentence(message: Series<'_>) -> String {
    match message {
        Series::Prepare => "Prepare".into(),
        Series::New => "New webinar".into(),
        Series::Empty => "Your first webinar is three steps away".into(),
        Series::FirstRequests => "Import the requests from a file, or write them here.".into(),
        Series::ThenWebinar => {
            "Create the webinar, choose the candidates, and look it through.".into()
        }
        Series::ThenGo => "Hand out the link, and go. The result stays here.".into(),
        Series::Demo => "Demo".into(),
        Series::Candidates(count) => English.counted(count, "candidate", "candidates"),
        Series::NobodyYet => "Nobody has joined yet".into(),
        Series::Here(1) => "1 has joined".into(),
        Series::Here(count) => format!("{} have joined", English.whole(count)),
        Series::Turnout(voted, present, municipalities) => format!(
            "{} of {} have voted · {}",
            English.whole(voted),
            English.whole(present),
            English.counted(municipalities, "municipality", "municipalities")
        ),
        Series::WentOn => "Went on".into(),
        Series::Support(count, of) => {
            format!(
                "{} of {}",
                English.whole(count),
                English.counted(of, "municipality", "municipalities")
            )
        }
        Series::Undecided => "A shared place – not decided".into(),
        Series::TooFew => "Too few ballots or municipalities for a result".into(),
        Series::LeftOut(why) => format!("Left out of the evaluation: {why}"),
        Series::LeftOutShort => "left out".into(),
        Series::Rounds(round) => format!("The result of round {round}, which counts"),
        Series::Nobody => "No candidate found support".into(),
        Series::RulesDiffer(rules) => {
            format!(
                "The three requests at the top would have been others if one had counted {rules} instead."
            )
        }
        Series::LookUps(count) => {
            English.counted(count, "look-up of the names", "look-ups of the names")
        }
        Series::Course => "From webinar to webinar".into(),
        Series::CourseBody => "Support and promises as they stood at each webinar.".into(),
        Series::Today => "Today".into(),
        Series::SupportIn => "Support, share of the municipalities".into(),
        Series::PromisedIn => "Promised, share of the price".into(),
        Series::DateColumn => "Date".into(),
        Series::WebinarColumn => "Webinar".into(),
        Series::PlaceColumn => "Place".into(),
        Series::SupportColumn => "Support".into(),
        Series::VotesColumn => "Votes".into(),
        Series::PromisedColumn => "Promised".into(),
        Series::PriceColumn => "Price".into(),
        Series::Place(place, of) => format!("{} of {of}", ordinal(place)),
    }
}
