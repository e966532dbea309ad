//! The words of the series: what each webinar came to, and one request's way along them.

use crate::Language::{self, Danish, English};
use crate::shared::ordinal;

/// What the list of webinars and the page of a request say about the series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series<'a> {
    /// The way to what is decided before a webinar.
    Prepare,
    /// The way to another webinar.
    New,
    /// No webinars yet: heading.
    Empty,
    /// The first step.
    FirstRequests,
    /// The second.
    ThenWebinar,
    /// The third.
    ThenGo,
    /// It was only tried out.
    Demo,
    /// So many candidates.
    Candidates(u32),
    /// Nobody has joined yet.
    NobodyYet,
    /// So many have joined to vote.
    Here(u32),
    /// How many voted of how many, from how many municipalities.
    Turnout(u32, u32, u32),
    /// Who went on: heading.
    WentOn,
    /// Supported by so many municipalities of so many.
    Support(u32, u32),
    /// No clean cut, and nobody has decided.
    Undecided,
    /// Fewer than five ballots, or from fewer than three municipalities.
    TooFew,
    /// The vote is left out of the evaluation; why.
    LeftOut(&'a str),
    /// And in the table of a request.
    LeftOutShort,
    /// So many rounds were run; the last one is told.
    Rounds(u8),
    /// Nobody found support.
    Nobody,
    /// Rules that would have made another top three, joined.
    RulesDiffer(&'a str),
    /// How often someone looked up who voted for what.
    LookUps(u32),
    /// From webinar to webinar: heading.
    Course,
    /// What the picture shows.
    CourseBody,
    /// Today, where it is no webinar's day.
    Today,
    /// Municipalities that supported it, in percent.
    SupportIn,
    /// What is promised, in percent of the price.
    PromisedIn,
    /// A column: the day.
    DateColumn,
    /// A column: the webinar.
    WebinarColumn,
    /// A column: its place.
    PlaceColumn,
    /// A column: its support.
    SupportColumn,
    /// A column: votes.
    VotesColumn,
    /// A column: promised.
    PromisedColumn,
    /// A column: the price.
    PriceColumn,
    /// Its place among so many.
    Place(u16, u16),
}

impl Series<'_> {
    /// The words in this language.
    pub fn say(self, language: Language) -> String {
        match language {
            Danish => self.danish(),
            English => self.english(),
        }
    }

    fn danish(self) -> String {
        match self {
            Self::Prepare => "Forbered".into(),
            Self::New => "Nyt webinar".into(),
            Self::Empty => "Jeres første webinar er tre skridt væk".into(),
            Self::FirstRequests => "Indlæs ønskerne fra en fil, eller skriv dem her.".into(),
            Self::ThenWebinar => "Opret webinaret, vælg kandidaterne, og se det igennem.".into(),
            Self::ThenGo => "Del linket ud, og gå i gang. Resultatet bliver stående her.".into(),
            Self::Demo => "Demo".into(),
            Self::Candidates(count) => Danish.counted(count, "kandidat", "kandidater"),
            Self::NobodyYet => "Ingen er med endnu".into(),
            Self::Here(count) => format!("{} er med", Danish.whole(count)),
            Self::Turnout(voted, present, municipalities) => format!(
                "{} af {} har stemt · {}",
                Danish.whole(voted),
                Danish.whole(present),
                Danish.counted(municipalities, "kommune", "kommuner")
            ),
            Self::WentOn => "Gik videre".into(),
            Self::Support(count, of) => {
                format!(
                    "{} af {}",
                    Danish.whole(count),
                    Danish.counted(of, "kommune", "kommuner")
                )
            }
            Self::Undecided => "Delt plads – ikke afgjort".into(),
            Self::TooFew => "For få stemmer eller kommuner til et resultat".into(),
            Self::LeftOut(why) => format!("Holdt ude af evalueringen: {why}"),
            Self::LeftOutShort => "holdt ude".into(),
            Self::Rounds(round) => format!("Resultatet af {round}. runde, som gælder"),
            Self::Nobody => "Ingen kandidat fik tilslutning".into(),
            Self::RulesDiffer(rules) => {
                format!(
                    "De tre øverste ønsker havde været nogle andre, hvis man i stedet havde talt {rules}."
                )
            }
            Self::LookUps(count) => Danish.counted(count, "opslag i navnene", "opslag i navnene"),
            Self::Course => "Fra webinar til webinar".into(),
            Self::CourseBody => "Tilslutning og tilsagn, som de stod ved hvert webinar.".into(),
            Self::Today => "I dag".into(),
            Self::SupportIn => "Tilslutning, andel af kommunerne".into(),
            Self::PromisedIn => "Tilsagn, andel af prisen".into(),
            Self::DateColumn => "Dato".into(),
            Self::WebinarColumn => "Webinar".into(),
            Self::PlaceColumn => "Plads".into(),
            Self::SupportColumn => "Tilslutning".into(),
            Self::VotesColumn => "Stemmer".into(),
            Self::PromisedColumn => "Tilsagn".into(),
            Self::PriceColumn => "Pris".into(),
            Self::Place(place, of) => format!("{place}. af {of}"),
        }
    }

    fn english(self) -> String {
        match self {
            Self::Prepare => "Prepare".into(),
            Self::New => "New webinar".into(),
            Self::Empty => "Your first webinar is three steps away".into(),
            Self::FirstRequests => "Import the requests from a file, or write them here.".into(),
            Self::ThenWebinar => {
                "Create the webinar, choose the candidates, and look it through.".into()
            }
            Self::ThenGo => "Hand out the link, and go. The result stays here.".into(),
            Self::Demo => "Demo".into(),
            Self::Candidates(count) => English.counted(count, "candidate", "candidates"),
            Self::NobodyYet => "Nobody has joined yet".into(),
            Self::Here(1) => "1 has joined".into(),
            Self::Here(count) => format!("{} have joined", English.whole(count)),
            Self::Turnout(voted, present, municipalities) => format!(
                "{} of {} have voted · {}",
                English.whole(voted),
                English.whole(present),
                English.counted(municipalities, "municipality", "municipalities")
            ),
            Self::WentOn => "Went on".into(),
            Self::Support(count, of) => {
                format!(
                    "{} of {}",
                    English.whole(count),
                    English.counted(of, "municipality", "municipalities")
                )
            }
            Self::Undecided => "A shared place – not decided".into(),
            Self::TooFew => "Too few ballots or municipalities for a result".into(),
            Self::LeftOut(why) => format!("Left out of the evaluation: {why}"),
            Self::LeftOutShort => "left out".into(),
            Self::Rounds(round) => format!("The result of round {round}, which counts"),
            Self::Nobody => "No candidate found support".into(),
            Self::RulesDiffer(rules) => {
                format!(
                    "The three requests at the top would have been others if one had counted {rules} instead."
                )
            }
            Self::LookUps(count) => {
                English.counted(count, "look-up of the names", "look-ups of the names")
            }
            Self::Course => "From webinar to webinar".into(),
            Self::CourseBody => "Support and promises as they stood at each webinar.".into(),
            Self::Today => "Today".into(),
            Self::SupportIn => "Support, share of the municipalities".into(),
            Self::PromisedIn => "Promised, share of the price".into(),
            Self::DateColumn => "Date".into(),
            Self::WebinarColumn => "Webinar".into(),
            Self::PlaceColumn => "Place".into(),
            Self::SupportColumn => "Support".into(),
            Self::VotesColumn => "Votes".into(),
            Self::PromisedColumn => "Promised".into(),
            Self::PriceColumn => "Price".into(),
            Self::Place(place, of) => format!("{} of {of}", ordinal(place)),
        }
    }
}
