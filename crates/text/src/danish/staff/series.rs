//! In Danish: the words of the series: what each webinar came to, and one request's way along them.

use crate::Language::Danish;
use crate::staff::series::SeriesText;

pub(crate) fn sentence(message: SeriesText<'_>) -> String {
    match message {
        SeriesText::Prepare => "Forbered".into(),
        SeriesText::New => "Nyt webinar".into(),
        SeriesText::Empty => "Jeres første webinar er tre skridt væk".into(),
        SeriesText::FirstRequests => "Indlæs ønskerne fra en fil, eller skriv dem her.".into(),
        SeriesText::ThenWebinar => "Opret webinaret, vælg kandidaterne, og se det igennem.".into(),
        SeriesText::ThenGo => "Del linket ud, og gå i gang. Resultatet bliver stående her.".into(),
        SeriesText::Demo => "Demo".into(),
        SeriesText::Candidates(count) => Danish.counted(count, "kandidat", "kandidater"),
        SeriesText::NobodyYet => "Ingen er med endnu".into(),
        SeriesText::Here(count) => format!("{} er med", Danish.whole(count)),
        SeriesText::Turnout(voted, present, municipalities) => format!(
            "{} af {} har stemt · {}",
            Danish.whole(voted),
            Danish.whole(present),
            Danish.counted(municipalities, "kommune", "kommuner")
        ),
        SeriesText::WentOn => "Gik videre".into(),
        SeriesText::Support(count, of) => {
            format!(
                "{} af {}",
                Danish.whole(count),
                Danish.counted(of, "kommune", "kommuner")
            )
        }
        SeriesText::Undecided => "Delt plads – ikke afgjort".into(),
        SeriesText::TooFew => "For få stemmer eller kommuner til et resultat".into(),
        SeriesText::LeftOut(why) => format!("Holdt ude af evalueringen: {why}"),
        SeriesText::LeftOutShort => "holdt ude".into(),
        SeriesText::Rounds(round) => format!("Resultatet af {round}. runde, som gælder"),
        SeriesText::Nobody => "Ingen kandidat fik tilslutning".into(),
        SeriesText::RulesDiffer(rules) => {
            format!(
                "De tre øverste ønsker havde været nogle andre, hvis man i stedet havde talt {rules}."
            )
        }
        SeriesText::LookUps(count) => Danish.counted(count, "opslag i navnene", "opslag i navnene"),
        SeriesText::Course => "Fra webinar til webinar".into(),
        SeriesText::CourseBody => "Tilslutning og tilsagn, som de stod ved hvert webinar.".into(),
        SeriesText::Today => "I dag".into(),
        SeriesText::SupportIn => "Tilslutning, andel af kommunerne".into(),
        SeriesText::PromisedIn => "Tilsagn, andel af prisen".into(),
        SeriesText::DateColumn => "Dato".into(),
        SeriesText::WebinarColumn => "Webinar".into(),
        SeriesText::PlaceColumn => "Plads".into(),
        SeriesText::SupportColumn => "Tilslutning".into(),
        SeriesText::VotesColumn => "Stemmer".into(),
        SeriesText::PromisedColumn => "Tilsagn".into(),
        SeriesText::PriceColumn => "Pris".into(),
        SeriesText::Place(place, of) => format!("{place}. af {of}"),
    }
}
