//! In Danish: what every surface says: the promise, the stages, the states of a commitment, counts with their plural.

use barometer_domain::agenda::Stage;
use barometer_domain::barometer::Shortage;

use crate::Language::Danish;
use crate::danish::counting;
use crate::shared::SharedText;

pub(crate) fn sentence(message: SharedText<'_>) -> String {
    match message {
        SharedText::Product => "Barometer".into(),
        SharedText::PromiseAnonymous => "Anonym over for de andre deltagere.".into(),
        SharedText::PromiseVendor => "Kun leverandøren kan se, hvem der har stemt på hvad.".into(),
        SharedText::PromiseNoNames => "Ingen navne gemmes.".into(),
        SharedText::PromiseNotBinding => "Ikke juridisk bindende.".into(),
        SharedText::Fictional => "Opdigtede eksempeldata".into(),
        SharedText::Rehearsal => "Prøve: intet her er rigtigt".into(),
        SharedText::Insecure => "Ikke sikker forbindelse – kun til prøve".into(),
        SharedText::Reconnecting => "Genopretter forbindelsen …".into(),
        SharedText::Stage(stage) => stage_name(stage).into(),
        SharedText::Rule(rule) => counting::column(rule).into(),
        SharedText::VoteColumn => "Stemmer".into(),
        SharedText::MunicipalityColumn => "Kommuner".into(),
        SharedText::MunicipalitiesSoFar(0) => "Ingen kommuner endnu".into(),
        SharedText::Municipalities(count) | SharedText::MunicipalitiesSoFar(count) => {
            Danish.counted(count, "kommune", "kommuner")
        }
        SharedText::Votes(count) => Danish.counted(count, "stemme", "stemmer"),
        SharedText::MunicipalitiesOf { count, of } => {
            format!("{count} af {}", Danish.counted(of, "kommune", "kommuner"))
        }
        SharedText::Committed => "Givet tilsagn".into(),
        SharedText::UnderDecision => "Til beslutning".into(),
        SharedText::Indicated => "Hensigt".into(),
        SharedText::Interested => "Interesse".into(),
        SharedText::Invoiced => "Faktureret".into(),
        SharedText::Missing => "Mangler tilsagn".into(),
        SharedText::FullyFunded => "Fuldt finansieret".into(),
        SharedText::TooFewMunicipalities(count) => format!(
            "Der mangler {}",
            Danish.counted(count, "kommune", "kommuner")
        ),
        SharedText::Lacks(amount) => format!("Der mangler {amount}"),
        SharedText::PriceCovered => "prisen er dækket".into(),
        SharedText::OnTheWay { percent } => format!("{percent} på vej"),
        SharedText::CommittedOf { committed, price } => {
            format!("{committed} i tilsagn af {price}")
        }
        SharedText::Rounded => "afrundet til hele tusinde kr.".into(),
        SharedText::RoughEstimate => "groft prisoverslag".into(),
        SharedText::FirmPrice => "fast pris".into(),
        SharedText::Price => "pris".into(),
        SharedText::NotTreated => "Endnu ikke grundigt behandlet".into(),
        SharedText::PriceCurve => "Pris pr. kommune, når flere går sammen".into(),
        SharedText::PriceAt { count, amount } => {
            format!(
                "{} · {amount}",
                Danish.counted(count, "kommune", "kommuner")
            )
        }
        SharedText::PriceEach => "Pris pr. kommune".into(),
        SharedText::PlaceColumn => "Plads".into(),
        SharedText::RequestColumn => "Ønske".into(),
        SharedText::ShowAsTable => "Vis som tabel".into(),
        SharedText::GoesOn => "Går videre".into(),
        SharedText::NobodySupported => "Ingen af ønskerne fik tilslutning".into(),
        SharedText::NotDecided => "Det er ikke afgjort endnu, hvilke ønsker der går videre".into(),
        SharedText::KeyWords(words) => format!("Leverandørens nøgle: {words}"),
        SharedText::Struck(count) => {
            let count = Danish.counted(count, "stemme", "stemmer");
            format!("Leverandøren har strøget {count}")
        }
        SharedText::VotesFixed(words) => format!("Stemmerne ligger fast: {words}"),
        SharedText::SharedPlace(place) => format!("delt {place}.-plads"),
        SharedText::TopGoOn(1) => "den øverste går videre".into(),
        SharedText::TopGoOn(count) => format!("de {count} øverste går videre"),
        SharedText::Settled => "Afgjort: flere stemmer kunne ikke ændre det".into(),
        SharedText::CloseRace => "Tæt løb: flere stemmer kunne ændre det".into(),
        SharedText::TooFew(shortage) => {
            let lacks = match shortage {
                Shortage::Ballots => "under fem stemmesedler",
                Shortage::Municipalities => "stemmer fra under tre kommuner",
                Shortage::Both => "under fem stemmesedler, fra under tre kommuner",
            };
            format!("Der kom {lacks}. Af hensyn til anonymiteten vises der intet resultat.")
        }
        SharedText::ResultSoon => "Afstemningen er lukket. Resultatet vises om lidt.".into(),
        SharedText::Reopened => "Afstemningen er åbnet igen".into(),
        SharedText::Round(round) => format!("{round}. runde"),
        SharedText::RoundWentOn(round, titles) => format!("{round}. runde gik til {titles}."),
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
