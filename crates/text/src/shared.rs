//! What every surface says: the promise, the stages, the states of a commitment, counts with their plural.

use barometer_domain::agenda::Stage;
use barometer_domain::barometer::Shortage;
use barometer_domain::catalogue::Reality;
use barometer_domain::tally::CountingRule;

use crate::Language;

/// A message that phone and staff share.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum SharedText<'a> {
    Product,
    PromiseAnonymous,
    /// The promise's second sentence, once identities are sealed.
    PromiseVendor,
    /// What stands in its place as long as there is no key to seal to.
    PromiseNoNames,
    PromiseNotBinding,
    /// A webinar of invented data.
    Fictional,
    Rehearsal,
    /// Plain HTTP on an open network.
    Insecure,
    Reconnecting,
    /// A stage of the agenda.
    Stage(Stage),
    /// What is counted under a rule, as a table's column.
    Rule(CountingRule),
    Municipalities(u32),
    /// The same of what still grows: "Ingen kommuner endnu".
    MunicipalitiesSoFar(u32),
    Votes(u32),
    MunicipalitiesOf {
        count: u32,
        of: u32,
    },
    Committed,
    UnderDecision,
    Indicated,
    Interested,
    Invoiced,
    Missing,
    FullyFunded,
    Lacks(&'a str),
    /// "Der mangler 3 kommuner": the price is covered, but by too few.
    TooFewMunicipalities(u32),
    /// "prisen er dækket", but it is not fully funded yet.
    PriceCovered,
    OnTheWay {
        /// As the language writes it.
        percent: &'a str,
    },
    /// "182.400 kr. i tilsagn af 480.000 kr."
    CommittedOf {
        committed: &'a str,
        price: &'a str,
    },
    /// Beside sums that everyone sees.
    Rounded,
    RoughEstimate,
    FirmPrice,
    /// "pris", of which nobody knows the kind.
    Price,
    /// Under a candidate: nobody has worked it through.
    NotTreated,
    /// "Pris pr. kommune, når flere går sammen".
    PriceCurve,
    /// "19 kommuner: 25.263 kr. hver".
    PriceAt {
        count: u32,
        amount: &'a str,
    },
    /// "Pris pr. kommune", a column.
    PriceEach,
    MunicipalityColumn,
    VoteColumn,
    PlaceColumn,
    RequestColumn,
    ShowAsTable,
    GoesOn,
    NobodySupported,
    /// Which requests go on is not decided, or none does.
    NotDecided,
    /// The vendor's key in four words, the same on phone and projector.
    KeyWords(&'a str),
    /// How many ballots the vendor has struck.
    Struck(u32),
    /// The four words of all votes, fixed at the close.
    VotesFixed(&'a str),
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
    Round(u8),
    /// Who went on by an earlier round: its number, and their titles.
    RoundWentOn(u8, &'a str),
}

impl SharedText<'_> {
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

    /// What a person reads in this language, with the values in their places.
    pub fn say(self, language: Language) -> String {
        in_language!(language, shared::sentence(self))
    }
}

/// The promise as it is given to participants; `sealed` when names are sealed to a vendor's key.
pub fn promise(language: Language, sealed: bool) -> String {
    let sentences = [
        SharedText::PromiseAnonymous,
        SharedText::promise_of_names(sealed),
        SharedText::PromiseNotBinding,
    ];
    sentences.map(|sentence| sentence.say(language)).join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn danish(message: SharedText) -> String {
        message.say(Language::Danish)
    }

    #[test]
    fn the_promise_word_for_word() {
        let full = [
            SharedText::PromiseAnonymous,
            SharedText::PromiseVendor,
            SharedText::PromiseNotBinding,
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
        let counts = [0, 1, 2].map(|count| danish(SharedText::Municipalities(count)));
        assert_eq!(counts, ["0 kommuner", "1 kommune", "2 kommuner"]);
        let counts = [0, 1, 2].map(|count| SharedText::Votes(count).say(Language::English));
        assert_eq!(counts, ["0 votes", "1 vote", "2 votes"]);
    }

    #[test]
    fn a_covered_price_alone_is_not_fully_funded() {
        let covered = [None, Some(0), Some(1), Some(3)].map(|n| danish(SharedText::covered(n)));
        assert_eq!(covered[..2], ["prisen er dækket"; 2]);
        assert_eq!(
            covered[2..],
            ["Der mangler 1 kommune", "Der mangler 3 kommuner"]
        );
    }

    #[test]
    fn a_part_of_the_municipalities() {
        let of = |count, of| danish(SharedText::MunicipalitiesOf { count, of });
        assert_eq!(of(15, 20), "15 af 20 kommuner");
        assert_eq!(of(1, 1), "1 af 1 kommune");
    }

    #[test]
    fn a_shared_place() {
        assert_eq!(danish(SharedText::SharedPlace(2)), "delt 2.-plads");
    }

    #[test]
    fn who_goes_on() {
        assert_eq!(danish(SharedText::TopGoOn(3)), "de 3 øverste går videre");
        assert_eq!(danish(SharedText::TopGoOn(1)), "den øverste går videre");
    }
}
