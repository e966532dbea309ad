//! In English: what every surface says: the promise, the stages, the states of a commitment, counts with their plural.

use barometer_domain::agenda::Stage;
use barometer_domain::barometer::Shortage;

use crate::Language::English;
use crate::english::counting;
use crate::shared::SharedText;

pub(crate) fn sentence(message: SharedText<'_>) -> String {
    match message {
        SharedText::Product => "Barometer".into(),
        SharedText::PromiseAnonymous => "Anonymous to the other participants.".into(),
        SharedText::PromiseVendor => "Only the vendor can see who voted for what.".into(),
        SharedText::PromiseNoNames => "No names are stored.".into(),
        SharedText::PromiseNotBinding => "Not legally binding.".into(),
        SharedText::Fictional => "Invented sample data".into(),
        SharedText::Rehearsal => "Rehearsal: nothing here is real".into(),
        SharedText::Insecure => "Not a secure connection – for trial only".into(),
        SharedText::Reconnecting => "Reconnecting …".into(),
        SharedText::Stage(stage) => stage_name(stage).into(),
        SharedText::Rule(rule) => counting::column(rule).into(),
        SharedText::VoteColumn => "Votes".into(),
        SharedText::MunicipalityColumn => "Municipalities".into(),
        SharedText::MunicipalitiesSoFar(0) => "No municipalities yet".into(),
        SharedText::Municipalities(count) | SharedText::MunicipalitiesSoFar(count) => {
            English.counted(count, "municipality", "municipalities")
        }
        SharedText::Votes(count) => English.counted(count, "vote", "votes"),
        SharedText::MunicipalitiesOf { count, of } => {
            format!(
                "{count} of {}",
                English.counted(of, "municipality", "municipalities")
            )
        }
        SharedText::Committed => "Committed".into(),
        SharedText::UnderDecision => "Under decision".into(),
        SharedText::Indicated => "Intended".into(),
        SharedText::Interested => "Interested".into(),
        SharedText::Invoiced => "Invoiced".into(),
        SharedText::Missing => "Not yet committed".into(),
        SharedText::FullyFunded => "Fully funded".into(),
        SharedText::TooFewMunicipalities(count) => {
            let count = English.counted(count, "municipality is", "municipalities are");
            format!("{count} missing")
        }
        SharedText::Lacks(amount) => format!("{amount} is missing"),
        SharedText::PriceCovered => "the price is covered".into(),
        SharedText::OnTheWay { percent } => format!("{percent} of the way"),
        SharedText::CommittedOf { committed, price } => format!("{committed} committed of {price}"),
        SharedText::Rounded => "rounded to whole thousands of DKK".into(),
        SharedText::RoughEstimate => "rough estimate".into(),
        SharedText::FirmPrice => "firm price".into(),
        SharedText::Price => "price".into(),
        SharedText::NotTreated => "Not yet worked through".into(),
        SharedText::PriceCurve => "Price per municipality when more join".into(),
        SharedText::PriceAt { count, amount } => {
            format!(
                "{} · {amount}",
                English.counted(count, "municipality", "municipalities")
            )
        }
        SharedText::PriceEach => "Price per municipality".into(),
        SharedText::PlaceColumn => "Place".into(),
        SharedText::RequestColumn => "Request".into(),
        SharedText::ShowAsTable => "Show as a table".into(),
        SharedText::GoesOn => "Goes on".into(),
        SharedText::NobodySupported => "None of the requests had any support".into(),
        SharedText::NotDecided => "It is not decided yet which requests go on".into(),
        SharedText::KeyWords(words) => format!("The vendor’s key: {words}"),
        SharedText::Struck(count) => {
            let count = English.counted(count, "vote", "votes");
            format!("The vendor has struck {count}")
        }
        SharedText::VotesFixed(words) => format!("The votes are fixed: {words}"),
        SharedText::SharedPlace(place) => format!("shared {} place", ordinal(place)),
        SharedText::TopGoOn(1) => "the top one goes on".into(),
        SharedText::TopGoOn(count) => format!("the top {count} go on"),
        SharedText::Settled => "Settled: more votes could not change it".into(),
        SharedText::CloseRace => "Close race: more votes could change it".into(),
        SharedText::TooFew(shortage) => {
            let lacks = match shortage {
                Shortage::Ballots => "fewer than five ballots",
                Shortage::Municipalities => "ballots from fewer than three municipalities",
                Shortage::Both => "fewer than five ballots, from fewer than three municipalities",
            };
            format!("There were {lacks}. To keep them anonymous, no result is shown.")
        }
        SharedText::ResultSoon => "The vote is closed. The result follows in a moment.".into(),
        SharedText::Reopened => "The vote is open again".into(),
        SharedText::Round(round) => format!("Round {round}"),
        SharedText::RoundWentOn(round, titles) => format!("Round {round} went to {titles}."),
    }
}

fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Welcome => "Welcome",
        Stage::Survey => "Your answers",
        Stage::Ongoing => "Ongoing requests",
        Stage::Candidates => "The candidates",
        Stage::Barometer => "Barometer",
        Stage::Result => "Result",
        Stage::Financing => "Financing",
        Stage::Thanks => "Thanks and next steps",
    }
}

pub(crate) fn ordinal(place: u16) -> String {
    let suffix = match (place % 10, place % 100) {
        (1, last) if last != 11 => "st",
        (2, last) if last != 12 => "nd",
        (3, last) if last != 13 => "rd",
        _ => "th",
    };
    format!("{place}{suffix}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_has_its_ending() {
        let places = [1, 2, 3, 4, 11, 22].map(ordinal);
        assert_eq!(places, ["1st", "2nd", "3rd", "4th", "11th", "22nd"]);
    }
}
