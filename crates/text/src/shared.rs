//! What every surface says: the promise, the stages, the states of a commitment, counts with their plural.

use barometer_domain::agenda::Stage;
use barometer_domain::barometer::Shortage;
use barometer_domain::catalogue::Reality;
use barometer_domain::tally::CountingRule;

use crate::Language;

/// A message that phone and staff share.
#[derive(Clone, Copy, Debug)]
pub enum Shared<'a> {
    /// The product's name.
    Product,
    /// The promise's first sentence.
    PromiseAnonymous,
    /// The promise's second sentence, once identities are sealed.
    PromiseVendor,
    /// What stands in its place as long as there is no key to seal to.
    PromiseNoNames,
    /// The promise's last sentence.
    PromiseNotBinding,
    /// A webinar of invented data.
    Fictional,
    /// A presenter's rehearsal.
    Rehearsal,
    /// Plain HTTP on an open network.
    Insecure,
    /// The stream is gone.
    Reconnecting,
    /// A stage of the agenda.
    Stage(Stage),
    /// What is counted under a rule, as a table's column.
    Rule(CountingRule),
    /// "20 kommuner".
    Municipalities(u32),
    /// "16 stemmer".
    Votes(u32),
    /// "15 af 20 kommuner".
    MunicipalitiesOf {
        /// Municipalities behind it.
        count: u32,
        /// Municipalities that voted.
        of: u32,
    },
    /// "Givet tilsagn".
    Committed,
    /// "Til beslutning".
    UnderDecision,
    /// "Hensigt".
    Indicated,
    /// "Interesse".
    Interested,
    /// "Faktureret".
    Invoiced,
    /// "Mangler tilsagn".
    Missing,
    /// "Fuldt finansieret".
    FullyFunded,
    /// "Der mangler 297.600 kr."
    Lacks(&'a str),
    /// "Der mangler 3 kommuner": the price is covered, but by too few.
    TooFewMunicipalities(u32),
    /// "prisen er dækket", but it is not fully funded yet.
    PriceCovered,
    /// "38 % på vej".
    OnTheWay {
        /// As the language writes it.
        percent: &'a str,
    },
    /// "182.400 kr. i tilsagn af 480.000 kr."
    CommittedOf {
        /// An amount.
        committed: &'a str,
        /// An amount.
        price: &'a str,
    },
    /// Beside sums that everyone sees.
    Rounded,
    /// "groft prisoverslag".
    RoughEstimate,
    /// "fast pris".
    FirmPrice,
    /// "pris", of which nobody knows the kind.
    Price,
    /// Under a candidate: nobody has worked it through.
    NotTreated,
    /// "Pris pr. kommune, når flere går sammen".
    PriceCurve,
    /// "19 kommuner: 25.263 kr. hver".
    PriceAt {
        /// How many share.
        count: u32,
        /// What each pays.
        amount: &'a str,
    },
    /// "Pris pr. kommune", a column.
    PriceEach,
    /// "Kommuner", a column.
    MunicipalityColumn,
    /// "Stemmer", a column.
    VoteColumn,
    /// "Plads", a column.
    PlaceColumn,
    /// "Ønske", a column.
    RequestColumn,
    /// Opens a chart's table.
    ShowAsTable,
    /// "Går videre".
    GoesOn,
    /// No candidate has support.
    NobodySupported,
    /// Which requests go on is not decided, or none does.
    NotDecided,
    /// The vendor's key in four words, the same on phone and projector.
    KeyWords(&'a str),
    /// How many ballots the vendor has struck.
    Struck(u32),
    /// The four words of all votes, fixed at the close.
    VotesFixed(&'a str),
    /// "delt 2.-plads".
    SharedPlace(u16),
    /// "de 3 øverste går videre".
    TopGoOn(u32),
    /// Nobody's vote could still change who goes on.
    Settled,
    /// Those who did not vote could have changed who goes on.
    CloseRace,
    /// Why no result is shown.
    TooFew(Shortage),
    /// Between the close and the reveal.
    ResultSoon,
    /// The vote was closed and is open once more.
    Reopened,
    /// "2. runde".
    Round(u8),
    /// Who went on by an earlier round: its number, and their titles.
    RoundWentOn(u8, &'a str),
}

impl Shared<'_> {
    /// What is not real or not secure says so, everywhere in the same words and order.
    pub fn marks(reality: Reality, fictional: bool, insecure: bool) -> impl Iterator<Item = Self> {
        let marks = [
            (fictional || reality == Reality::Demo).then_some(Self::Fictional),
            (reality == Reality::Rehearsal).then_some(Self::Rehearsal),
            insecure.then_some(Self::Insecure),
        ];
        marks.into_iter().flatten()
    }

    /// The promise's second sentence: without a vendor's key nobody learns any name.
    pub const fn promise_of_names(sealed: bool) -> Self {
        if sealed {
            Self::PromiseVendor
        } else {
            Self::PromiseNoNames
        }
    }

    /// Where no money is missing, but so many municipalities, as far as that is known.
    pub const fn covered(missing: Option<u32>) -> Self {
        match missing {
            None | Some(0) => Self::PriceCovered,
            Some(count) => Self::TooFewMunicipalities(count),
        }
    }

    /// The message in `language`.
    pub fn say(self, language: Language) -> String {
        match language {
            Language::Danish => self.danish(),
            Language::English => self.english(),
        }
    }

    fn danish(self) -> String {
        match self {
            Self::Product => "Barometer".into(),
            Self::PromiseAnonymous => "Anonym over for de andre deltagere.".into(),
            Self::PromiseVendor => "Kun leverandøren kan se, hvem der har stemt på hvad.".into(),
            Self::PromiseNoNames => "Ingen navne gemmes.".into(),
            Self::PromiseNotBinding => "Ikke juridisk bindende.".into(),
            Self::Fictional => "Opdigtede eksempeldata".into(),
            Self::Rehearsal => "Prøve: intet her er rigtigt".into(),
            Self::Insecure => "Ikke sikker forbindelse – kun til prøve".into(),
            Self::Reconnecting => "Genopretter forbindelsen …".into(),
            Self::Stage(stage) => danish_stage(stage).into(),
            Self::Rule(CountingRule::Participants) | Self::VoteColumn => "Stemmer".into(),
            Self::Rule(CountingRule::Municipalities) | Self::MunicipalityColumn => {
                "Kommuner".into()
            }
            Self::Rule(CountingRule::Fraction) => "Kommunestemmer, delt".into(),
            Self::Rule(CountingRule::Majority) => "Kommuner med flertal".into(),
            Self::Municipalities(count) => Language::Danish.counted(count, "kommune", "kommuner"),
            Self::Votes(count) => Language::Danish.counted(count, "stemme", "stemmer"),
            Self::MunicipalitiesOf { count, of } => {
                format!(
                    "{count} af {}",
                    Language::Danish.counted(of, "kommune", "kommuner")
                )
            }
            Self::Committed => "Givet tilsagn".into(),
            Self::UnderDecision => "Til beslutning".into(),
            Self::Indicated => "Hensigt".into(),
            Self::Interested => "Interesse".into(),
            Self::Invoiced => "Faktureret".into(),
            Self::Missing => "Mangler tilsagn".into(),
            Self::FullyFunded => "Fuldt finansieret".into(),
            Self::TooFewMunicipalities(count) => format!(
                "Der mangler {}",
                Language::Danish.counted(count, "kommune", "kommuner")
            ),
            Self::Lacks(amount) => format!("Der mangler {amount}"),
            Self::PriceCovered => "prisen er dækket".into(),
            Self::OnTheWay { percent } => format!("{percent} på vej"),
            Self::CommittedOf { committed, price } => {
                format!("{committed} i tilsagn af {price}")
            }
            Self::Rounded => "afrundet til hele tusinde kr.".into(),
            Self::RoughEstimate => "groft prisoverslag".into(),
            Self::FirmPrice => "fast pris".into(),
            Self::Price => "pris".into(),
            Self::NotTreated => "Endnu ikke grundigt behandlet".into(),
            Self::PriceCurve => "Pris pr. kommune, når flere går sammen".into(),
            Self::PriceAt { count, amount } => {
                format!(
                    "{} · {amount}",
                    Language::Danish.counted(count, "kommune", "kommuner")
                )
            }
            Self::PriceEach => "Pris pr. kommune".into(),
            Self::PlaceColumn => "Plads".into(),
            Self::RequestColumn => "Ønske".into(),
            Self::ShowAsTable => "Vis som tabel".into(),
            Self::GoesOn => "Går videre".into(),
            Self::NobodySupported => "Ingen af ønskerne fik tilslutning".into(),
            Self::NotDecided => "Det er ikke afgjort endnu, hvilke ønsker der går videre".into(),
            Self::KeyWords(words) => format!("Leverandørens nøgle: {words}"),
            Self::Struck(count) => {
                let count = Language::Danish.counted(count, "stemme", "stemmer");
                format!("Leverandøren har strøget {count}")
            }
            Self::VotesFixed(words) => format!("Stemmerne ligger fast: {words}"),
            Self::SharedPlace(place) => format!("delt {place}.-plads"),
            Self::TopGoOn(1) => "den øverste går videre".into(),
            Self::TopGoOn(count) => format!("de {count} øverste går videre"),
            Self::Settled => "Afgjort: flere stemmer kunne ikke ændre det".into(),
            Self::CloseRace => "Tæt løb: flere stemmer kunne ændre det".into(),
            Self::TooFew(shortage) => {
                let lacks = match shortage {
                    Shortage::Ballots => "under fem stemmesedler",
                    Shortage::Municipalities => "stemmer fra under tre kommuner",
                    Shortage::Both => "under fem stemmesedler, fra under tre kommuner",
                };
                format!("Der kom {lacks}. Af hensyn til anonymiteten vises der intet resultat.")
            }
            Self::ResultSoon => "Afstemningen er lukket. Resultatet vises om lidt.".into(),
            Self::Reopened => "Afstemningen er åbnet igen".into(),
            Self::Round(round) => format!("{round}. runde"),
            Self::RoundWentOn(round, titles) => format!("{round}. runde gik til {titles}."),
        }
    }

    fn english(self) -> String {
        match self {
            Self::Product => "Barometer".into(),
            Self::PromiseAnonymous => "Anonymous to the other participants.".into(),
            Self::PromiseVendor => "Only the vendor can see who voted for what.".into(),
            Self::PromiseNoNames => "No names are stored.".into(),
            Self::PromiseNotBinding => "Not legally binding.".into(),
            Self::Fictional => "Invented sample data".into(),
            Self::Rehearsal => "Rehearsal: nothing here is real".into(),
            Self::Insecure => "Not a secure connection – for trial only".into(),
            Self::Reconnecting => "Reconnecting …".into(),
            Self::Stage(stage) => english_stage(stage).into(),
            Self::Rule(CountingRule::Participants) | Self::VoteColumn => "Votes".into(),
            Self::Rule(CountingRule::Municipalities) | Self::MunicipalityColumn => {
                "Municipalities".into()
            }
            Self::Rule(CountingRule::Fraction) => "Municipal votes, shared".into(),
            Self::Rule(CountingRule::Majority) => "Municipalities with a majority".into(),
            Self::Municipalities(count) => {
                Language::English.counted(count, "municipality", "municipalities")
            }
            Self::Votes(count) => Language::English.counted(count, "vote", "votes"),
            Self::MunicipalitiesOf { count, of } => {
                format!(
                    "{count} of {}",
                    Language::English.counted(of, "municipality", "municipalities")
                )
            }
            Self::Committed => "Committed".into(),
            Self::UnderDecision => "Under decision".into(),
            Self::Indicated => "Intended".into(),
            Self::Interested => "Interested".into(),
            Self::Invoiced => "Invoiced".into(),
            Self::Missing => "Not yet committed".into(),
            Self::FullyFunded => "Fully funded".into(),
            Self::TooFewMunicipalities(count) => {
                let count =
                    Language::English.counted(count, "municipality is", "municipalities are");
                format!("{count} missing")
            }
            Self::Lacks(amount) => format!("{amount} is missing"),
            Self::PriceCovered => "the price is covered".into(),
            Self::OnTheWay { percent } => format!("{percent} of the way"),
            Self::CommittedOf { committed, price } => format!("{committed} committed of {price}"),
            Self::Rounded => "rounded to whole thousands of DKK".into(),
            Self::RoughEstimate => "rough estimate".into(),
            Self::FirmPrice => "firm price".into(),
            Self::Price => "price".into(),
            Self::NotTreated => "Not yet worked through".into(),
            Self::PriceCurve => "Price per municipality when more join".into(),
            Self::PriceAt { count, amount } => {
                format!(
                    "{} · {amount}",
                    Language::English.counted(count, "municipality", "municipalities")
                )
            }
            Self::PriceEach => "Price per municipality".into(),
            Self::PlaceColumn => "Place".into(),
            Self::RequestColumn => "Request".into(),
            Self::ShowAsTable => "Show as a table".into(),
            Self::GoesOn => "Goes on".into(),
            Self::NobodySupported => "None of the requests had any support".into(),
            Self::NotDecided => "It is not decided yet which requests go on".into(),
            Self::KeyWords(words) => format!("The vendor’s key: {words}"),
            Self::Struck(count) => {
                let count = Language::English.counted(count, "vote", "votes");
                format!("The vendor has struck {count}")
            }
            Self::VotesFixed(words) => format!("The votes are fixed: {words}"),
            Self::SharedPlace(place) => format!("shared {} place", ordinal(place)),
            Self::TopGoOn(1) => "the top one goes on".into(),
            Self::TopGoOn(count) => format!("the top {count} go on"),
            Self::Settled => "Settled: more votes could not change it".into(),
            Self::CloseRace => "Close race: more votes could change it".into(),
            Self::TooFew(shortage) => {
                let lacks = match shortage {
                    Shortage::Ballots => "fewer than five ballots",
                    Shortage::Municipalities => "ballots from fewer than three municipalities",
                    Shortage::Both => {
                        "fewer than five ballots, from fewer than three municipalities"
                    }
                };
                format!("There were {lacks}. To keep them anonymous, no result is shown.")
            }
            Self::ResultSoon => "The vote is closed. The result follows in a moment.".into(),
            Self::Reopened => "The vote is open again".into(),
            Self::Round(round) => format!("Round {round}"),
            Self::RoundWentOn(round, titles) => format!("Round {round} went to {titles}."),
        }
    }
}

/// The promise as it is given to participants; `sealed` when names are sealed to a vendor's key.
pub fn promise(language: Language, sealed: bool) -> String {
    let sentences = [
        Shared::PromiseAnonymous,
        Shared::promise_of_names(sealed),
        Shared::PromiseNotBinding,
    ];
    sentences.map(|sentence| sentence.say(language)).join(" ")
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

fn danish_stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Welcome => "Velkommen",
        Stage::Ongoing => "Igangværende ønsker",
        Stage::Candidates => "Kandidaterne",
        Stage::Barometer => "Barometer",
        Stage::Result => "Resultat",
        Stage::Financing => "Finansiering",
        Stage::Thanks => "Tak og næste skridt",
    }
}

fn english_stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Welcome => "Welcome",
        Stage::Ongoing => "Ongoing requests",
        Stage::Candidates => "The candidates",
        Stage::Barometer => "Barometer",
        Stage::Result => "Result",
        Stage::Financing => "Financing",
        Stage::Thanks => "Thanks and next steps",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn danish(message: Shared) -> String {
        message.say(Language::Danish)
    }

    #[test]
    fn the_promise_word_for_word() {
        let full = [
            Shared::PromiseAnonymous,
            Shared::PromiseVendor,
            Shared::PromiseNotBinding,
        ]
        .map(danish)
        .join(" ");
        assert_eq!(
            full,
            "Anonym over for de andre deltagere. Kun leverandøren kan se, hvem der har stemt på hvad. \
             Ikke juridisk bindende."
        );
        assert_eq!(
            promise(Language::Danish, false),
            "Anonym over for de andre deltagere. Ingen navne gemmes. Ikke juridisk bindende."
        );
    }

    #[test]
    fn one_municipality_and_none() {
        let counts = [0, 1, 2].map(|count| danish(Shared::Municipalities(count)));
        assert_eq!(counts, ["0 kommuner", "1 kommune", "2 kommuner"]);
        let counts = [0, 1, 2].map(|count| Shared::Votes(count).say(Language::English));
        assert_eq!(counts, ["0 votes", "1 vote", "2 votes"]);
    }

    #[test]
    fn a_covered_price_alone_is_not_fully_funded() {
        let covered = [None, Some(0), Some(1), Some(3)].map(|n| danish(Shared::covered(n)));
        assert_eq!(covered[..2], ["prisen er dækket"; 2]);
        assert_eq!(
            covered[2..],
            ["Der mangler 1 kommune", "Der mangler 3 kommuner"]
        );
    }

    #[test]
    fn a_part_of_the_municipalities() {
        let of = |count, of| danish(Shared::MunicipalitiesOf { count, of });
        assert_eq!(of(15, 20), "15 af 20 kommuner");
        assert_eq!(of(1, 1), "1 af 1 kommune");
    }

    #[test]
    fn a_shared_place() {
        assert_eq!(danish(Shared::SharedPlace(2)), "delt 2.-plads");
        let places = [1, 2, 3, 4, 11, 22].map(ordinal);
        assert_eq!(places, ["1st", "2nd", "3rd", "4th", "11th", "22nd"]);
    }

    #[test]
    fn who_goes_on() {
        assert_eq!(danish(Shared::TopGoOn(3)), "de 3 øverste går videre");
        assert_eq!(danish(Shared::TopGoOn(1)), "den øverste går videre");
    }
}
