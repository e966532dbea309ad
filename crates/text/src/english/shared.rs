//! In English: what every surface says: the promise, the stages, the states of a commitment, counts with their plural.

use barometer_domain::agenda::Stage;
use barometer_domain::barometer::Shortage;

use crate::Language::English;
use crate::english::counting;
use crate::shared::Shared;

pub(crate) fn sentence(message: Shared<'_>) -> String {
    match message {
        Shared::Product => "Barometer".into(),
        Shared::PromiseAnonymous => "Anonymous to the other participants.".into(),
        Shared::PromiseVendor => "Only the vendor can see who voted for what.".into(),
        Shared::PromiseNoNames => "No names are stored.".into(),
        Shared::PromiseNotBinding => "Not legally binding.".into(),
        Shared::Fictional => "Invented sample data".into(),
        Shared::Rehearsal => "Rehearsal: nothing here is real".into(),
        Shared::Insecure => "Not a secure connection – for trial only".into(),
        Shared::Reconnecting => "Reconnecting …".into(),
        Shared::Stage(stage) => stage_name(stage).into(),
        Shared::Rule(rule) => counting::column(rule).into(),
        Shared::VoteColumn => "Votes".into(),
        Shared::MunicipalityColumn => "Municipalities".into(),
        Shared::MunicipalitiesSoFar(0) => "No municipalities yet".into(),
        Shared::Municipalities(count) | Shared::MunicipalitiesSoFar(count) => {
            English.counted(count, "municipality", "municipalities")
        }
        Shared::Votes(count) => English.counted(count, "vote", "votes"),
        Shared::MunicipalitiesOf { count, of } => {
            format!(
                "{count} of {}",
                English.counted(of, "municipality", "municipalities")
            )
        }
        Shared::Committed => "Committed".into(),
        Shared::UnderDecision => "Under decision".into(),
        Shared::Indicated => "Intended".into(),
        Shared::Interested => "Interested".into(),
        Shared::Invoiced => "Invoiced".into(),
        Shared::Missing => "Not yet committed".into(),
        Shared::FullyFunded => "Fully funded".into(),
        Shared::TooFewMunicipalities(count) => {
            let count = English.counted(count, "municipality is", "municipalities are");
            format!("{count} missing")
        }
        Shared::Lacks(amount) => format!("{amount} is missing"),
        Shared::PriceCovered => "the price is covered".into(),
        Shared::OnTheWay { percent } => format!("{percent} of the way"),
        Shared::CommittedOf { committed, price } => format!("{committed} committed of {price}"),
        Shared::Rounded => "rounded to whole thousands of DKK".into(),
        Shared::RoughEstimate => "rough estimate".into(),
        Shared::FirmPrice => "firm price".into(),
        Shared::Price => "price".into(),
        Shared::NotTreated => "Not yet worked through".into(),
        Shared::PriceCurve => "Price per municipality when more join".into(),
        Shared::PriceAt { count, amount } => {
            format!(
                "{} · {amount}",
                English.counted(count, "municipality", "municipalities")
            )
        }
        Shared::PriceEach => "Price per municipality".into(),
        Shared::PlaceColumn => "Place".into(),
        Shared::RequestColumn => "Request".into(),
        Shared::ShowAsTable => "Show as a table".into(),
        Shared::GoesOn => "Goes on".into(),
        Shared::NobodySupported => "None of the requests had any support".into(),
        Shared::NotDecided => "It is not decided yet which requests go on".into(),
        Shared::KeyWords(words) => format!("The vendor’s key: {words}"),
        Shared::Struck(count) => {
            let count = English.counted(count, "vote", "votes");
            format!("The vendor has struck {count}")
        }
        Shared::VotesFixed(words) => format!("The votes are fixed: {words}"),
        Shared::SharedPlace(place) => format!("shared {} place", ordinal(place)),
        Shared::TopGoOn(1) => "the top one goes on".into(),
        Shared::TopGoOn(count) => format!("the top {count} go on"),
        Shared::Settled => "Settled: more votes could not change it".into(),
        Shared::CloseRace => "Close race: more votes could change it".into(),
        Shared::TooFew(shortage) => {
            let lacks = match shortage {
                Shortage::Ballots => "fewer than five ballots",
                Shortage::Municipalities => "ballots from fewer than three municipalities",
                Shortage::Both => "fewer than five ballots, from fewer than three municipalities",
            };
            format!("There were {lacks}. To keep them anonymous, no result is shown.")
        }
        Shared::ResultSoon => "The vote is closed. The result follows in a moment.".into(),
        Shared::Reopened => "The vote is open again".into(),
        Shared::Round(round) => format!("Round {round}"),
        Shared::RoundWentOn(round, titles) => format!("Round {round} went to {titles}."),
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
