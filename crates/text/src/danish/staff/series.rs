//! In Danish: the words of the series: what each webinar came to, and one request's way along them.

use crate::Language::Danish;
use crate::staff::series::Series;

pub(crate) fn sentence(message: Series<'_>) -> String {
    match message {
        Series::Prepare => "Forbered".into(),
        Series::New => "Nyt webinar".into(),
        Series::Empty => "Jeres første webinar er tre skridt væk".into(),
        Series::FirstRequests => "Indlæs ønskerne fra en fil, eller skriv dem her.".into(),
        Series::ThenWebinar => "Opret webinaret, vælg kandidaterne, og se det igennem.".into(),
        Series::ThenGo => "Del linket ud, og gå i gang. Resultatet bliver stående her.".into(),
        Series::Demo => "Demo".into(),
        Series::Candidates(count) => Danish.counted(count, "kandidat", "kandidater"),
        Series::NobodyYet => "Ingen er med endnu".into(),
        Series::Here(count) => format!("{} er med", Danish.whole(count)),
        Series::Turnout(voted, present, municipalities) => format!(
            "{} af {} har stemt · {}",
            Danish.whole(voted),
            Danish.whole(present),
            Danish.counted(municipalities, "kommune", "kommuner")
        ),
        Series::WentOn => "Gik videre".into(),
        Series::Support(count, of) => {
            format!(
                "{} af {}",
                Danish.whole(count),
                Danish.counted(of, "kommune", "kommuner")
            )
        }
        Series::Undecided => "Delt plads – ikke afgjort".into(),
        Series::TooFew => "For få stemmer eller kommuner til et resultat".into(),
        Series::LeftOut(why) => format!("Holdt ude af evalueringen: {why}"),
        Series::LeftOutShort => "holdt ude".into(),
        Series::Rounds(round) => format!("Resultatet af {round}. runde, som gælder"),
        Series::Nobody => "Ingen kandidat fik tilslutning".into(),
        Series::RulesDiffer(rules) => {
            format!(
                "De tre øverste ønsker havde været nogle andre, hvis man i stedet havde talt {rules}."
            )
        }
        Series::LookUps(count) => Danish.counted(count, "opslag i navnene", "opslag i navnene"),
        Series::Course => "Fra webinar til webinar".into(),
        Series::CourseBody => "Tilslutning og tilsagn, som de stod ved hvert webinar.".into(),
        Series::Today => "I dag".into(),
        Series::SupportIn => "Tilslutning, andel af kommunerne".into(),
        Series::PromisedIn => "Tilsagn, andel af prisen".into(),
        Series::DateColumn => "Dato".into(),
        Series::WebinarColumn => "Webinar".into(),
        Series::PlaceColumn => "Plads".into(),
        Series::SupportColumn => "Tilslutning".into(),
        Series::VotesColumn => "Stemmer".into(),
        Series::PromisedColumn => "Tilsagn".into(),
        Series::PriceColumn => "Pris".into(),
        Series::Place(place, of) => format!("{place}. af {of}"),
    }
}
