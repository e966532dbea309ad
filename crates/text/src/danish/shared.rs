//! In Danish: what every surface says: the promise, the stages, the states of a commitment, counts with their plural.

use barometer_domain::agenda::Stage;
use barometer_domain::barometer::Shortage;

use crate::Language::Danish;
use crate::danish::counting;
use crate::shared::Shared;

pub(crate) fn sentence(message: Shared<'_>) -> String {
    match message {
        Shared::Product => "Barometer".into(),
        Shared::PromiseAnonymous => "Anonym over for de andre deltagere.".into(),
        Shared::PromiseVendor => "Kun leverandøren kan se, hvem der har stemt på hvad.".into(),
        Shared::PromiseNoNames => "Ingen navne gemmes.".into(),
        Shared::PromiseNotBinding => "Ikke juridisk bindende.".into(),
        Shared::Fictional => "Opdigtede eksempeldata".into(),
        Shared::Rehearsal => "Prøve: intet her er rigtigt".into(),
        Shared::Insecure => "Ikke sikker forbindelse – kun til prøve".into(),
        Shared::Reconnecting => "Genopretter forbindelsen …".into(),
        Shared::Stage(stage) => stage_name(stage).into(),
        Shared::Rule(rule) => counting::column(rule).into(),
        Shared::VoteColumn => "Stemmer".into(),
        Shared::MunicipalityColumn => "Kommuner".into(),
        Shared::MunicipalitiesSoFar(0) => "Ingen kommuner endnu".into(),
        Shared::Municipalities(count) | Shared::MunicipalitiesSoFar(count) => {
            Danish.counted(count, "kommune", "kommuner")
        }
        Shared::Votes(count) => Danish.counted(count, "stemme", "stemmer"),
        Shared::MunicipalitiesOf { count, of } => {
            format!("{count} af {}", Danish.counted(of, "kommune", "kommuner"))
        }
        Shared::Committed => "Givet tilsagn".into(),
        Shared::UnderDecision => "Til beslutning".into(),
        Shared::Indicated => "Hensigt".into(),
        Shared::Interested => "Interesse".into(),
        Shared::Invoiced => "Faktureret".into(),
        Shared::Missing => "Mangler tilsagn".into(),
        Shared::FullyFunded => "Fuldt finansieret".into(),
        Shared::TooFewMunicipalities(count) => format!(
            "Der mangler {}",
            Danish.counted(count, "kommune", "kommuner")
        ),
        Shared::Lacks(amount) => format!("Der mangler {amount}"),
        Shared::PriceCovered => "prisen er dækket".into(),
        Shared::OnTheWay { percent } => format!("{percent} på vej"),
        Shared::CommittedOf { committed, price } => {
            format!("{committed} i tilsagn af {price}")
        }
        Shared::Rounded => "afrundet til hele tusinde kr.".into(),
        Shared::RoughEstimate => "groft prisoverslag".into(),
        Shared::FirmPrice => "fast pris".into(),
        Shared::Price => "pris".into(),
        Shared::NotTreated => "Endnu ikke grundigt behandlet".into(),
        Shared::PriceCurve => "Pris pr. kommune, når flere går sammen".into(),
        Shared::PriceAt { count, amount } => {
            format!(
                "{} · {amount}",
                Danish.counted(count, "kommune", "kommuner")
            )
        }
        Shared::PriceEach => "Pris pr. kommune".into(),
        Shared::PlaceColumn => "Plads".into(),
        Shared::RequestColumn => "Ønske".into(),
        Shared::ShowAsTable => "Vis som tabel".into(),
        Shared::GoesOn => "Går videre".into(),
        Shared::NobodySupported => "Ingen af ønskerne fik tilslutning".into(),
        Shared::NotDecided => "Det er ikke afgjort endnu, hvilke ønsker der går videre".into(),
        Shared::KeyWords(words) => format!("Leverandørens nøgle: {words}"),
        Shared::Struck(count) => {
            let count = Danish.counted(count, "stemme", "stemmer");
            format!("Leverandøren har strøget {count}")
        }
        Shared::VotesFixed(words) => format!("Stemmerne ligger fast: {words}"),
        Shared::SharedPlace(place) => format!("delt {place}.-plads"),
        Shared::TopGoOn(1) => "den øverste går videre".into(),
        Shared::TopGoOn(count) => format!("de {count} øverste går videre"),
        Shared::Settled => "Afgjort: flere stemmer kunne ikke ændre det".into(),
        Shared::CloseRace => "Tæt løb: flere stemmer kunne ændre det".into(),
        Shared::TooFew(shortage) => {
            let lacks = match shortage {
                Shortage::Ballots => "under fem stemmesedler",
                Shortage::Municipalities => "stemmer fra under tre kommuner",
                Shortage::Both => "under fem stemmesedler, fra under tre kommuner",
            };
            format!("Der kom {lacks}. Af hensyn til anonymiteten vises der intet resultat.")
        }
        Shared::ResultSoon => "Afstemningen er lukket. Resultatet vises om lidt.".into(),
        Shared::Reopened => "Afstemningen er åbnet igen".into(),
        Shared::Round(round) => format!("{round}. runde"),
        Shared::RoundWentOn(round, titles) => format!("{round}. runde gik til {titles}."),
    }
}

fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Welcome => "Velkommen",
        Stage::Survey => "Jeres svar",
        Stage::Ongoing => "Igangværende ønsker",
        Stage::Candidates => "Kandidaterne",
        Stage::Barometer => "Barometer",
        Stage::Result => "Resultat",
        Stage::Financing => "Finansiering",
        Stage::Thanks => "Tak og næste skridt",
    }
}
