//! "Hvad kunne jeres kommune være med for?": one tap after the vote, an estimate that binds nobody, and what may be shown
//! of it; `docs/domain.md, "Stated amounts"`.
//!
//! A stated amount is never a commitment: nothing here has a type in common with [`crate::financing::Commitment`].

mod ambiguity;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ballot::Ballot;
use crate::barometer::{FEWEST_BALLOTS, FEWEST_MUNICIPALITIES};
use crate::ids::{CandidateId, MunicipalityCode};
use crate::money::Money;
use ambiguity::PossibleSums;

/// What somebody thinks that the municipality could join for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StatedAmount {
    /// "Ved ikke".
    Unknown,
    /// 10.000 kr.
    Ten,
    /// 25.000 kr.
    TwentyFive,
    /// 50.000 kr.
    Fifty,
    /// 100.000 kr.
    Hundred,
}

impl StatedAmount {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Ten,
        Self::TwentyFive,
        Self::Fifty,
        Self::Hundred,
        Self::Unknown,
    ];

    /// The amount; `None` for "ved ikke".
    pub const fn money(self) -> Option<Money> {
        Some(Money::from_kroner(match self {
            Self::Unknown => return None,
            Self::Ten => 10_000,
            Self::TwentyFive => 25_000,
            Self::Fifty => 50_000,
            Self::Hundred => 100_000,
        }))
    }

    /// The word under which a form sends it: the amount in kroner, or `unknown`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Ten => "10000",
            Self::TwentyFive => "25000",
            Self::Fifty => "50000",
            Self::Hundred => "100000",
        }
    }

    /// What a form's word means.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// What one person has stated, by candidate. It has no serialised form: it leaves the server in sums only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatedAmounts(pub BTreeMap<CandidateId, StatedAmount>);

impl StatedAmounts {
    /// Those for candidates that the ballot supports: only of these anybody is asked.
    #[must_use]
    pub fn within(mut self, ballot: &Ballot) -> Self {
        self.0
            .retain(|candidate, _| ballot.choices().any(|one| one == *candidate));
        self
    }
}

/// What one person has stated, with the municipality it is for. It exists to be summed and has no serialised form.
#[derive(Clone, Debug)]
pub struct CountedStatement {
    /// The municipality of the ballot that counts.
    pub municipality: MunicipalityCode,
    /// What was stated for candidates that this ballot supports.
    pub amounts: StatedAmounts,
}

/// How much of a candidate's price the stated amounts carry. There is none below five answers with an amount, from fewer
/// than three municipalities, or where it would tell what one of them stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StatedShare {
    /// Its number on the shortlist.
    pub candidate: CandidateId,
    /// Tenths of the price, to the nearest; 10 only where the whole price is reached, and never more.
    pub tenths: u8,
}

/// What may be shown of all that was stated: for each candidate with a price the share of it that the highest answers of
/// the municipalities come to. `supporters` says how many municipalities support each candidate, which the result shows.
pub fn stated_shares(
    prices: &[Option<Money>],
    supporters: &[u32],
    stated: &[CountedStatement],
) -> Vec<StatedShare> {
    let most = supporters.iter().copied().max().unwrap_or(0);
    let sums = PossibleSums::up_to(most as usize);
    let candidates = (1..).map(CandidateId).zip(prices).zip(supporters);
    let told = candidates.filter_map(|((candidate, price), &supporters)| {
        let price = price.filter(|price| *price > Money::ZERO)?;
        let tenths = tenths(highest_answers(candidate, stated)?, price);
        let is_told = sums.hide_everyone(supporters as usize, price, tenths);
        is_told.then_some(StatedShare { candidate, tenths })
    });
    told.collect()
}

/// The sum of the municipalities' highest answers; `None` where there are too few.
fn highest_answers(candidate: CandidateId, stated: &[CountedStatement]) -> Option<Money> {
    let mut answers = 0;
    let mut highest: BTreeMap<MunicipalityCode, Money> = BTreeMap::new();
    for one in stated {
        let amount = one.amounts.0.get(&candidate);
        let Some(amount) = amount.and_then(|amount| amount.money()) else {
            continue;
        };
        answers += 1;
        let of_municipality = highest.entry(one.municipality).or_default();
        *of_municipality = amount.max(*of_municipality);
    }
    let municipalities = u32::try_from(highest.len()).unwrap_or(u32::MAX);
    let is_enough = answers >= FEWEST_BALLOTS && municipalities >= FEWEST_MUNICIPALITIES;
    is_enough.then(|| Money::from_ore(highest.values().map(|amount| amount.ore()).sum()))
}

/// How many tenths of a price above zero a sum is, to the nearest: all ten only where it reaches the price.
fn tenths(sum: Money, price: Money) -> u8 {
    if sum >= price {
        return 10;
    }
    let nearest = (sum.ore() * 10 + price.ore() / 2) / price.ore();
    u8::try_from(nearest.min(9)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::municipality;

    fn statement(at: usize, amounts: &[(u16, StatedAmount)]) -> CountedStatement {
        let amounts = amounts
            .iter()
            .map(|&(number, amount)| (CandidateId(number), amount));
        CountedStatement {
            municipality: municipality::all()[at].code,
            amounts: StatedAmounts(amounts.collect()),
        }
    }

    fn tenths(price: i64, stated: &[CountedStatement]) -> Option<u8> {
        among(12, price, stated)
    }

    /// With so many municipalities that support it.
    fn among(supporters: u32, price: i64, stated: &[CountedStatement]) -> Option<u8> {
        let price = Some(Money::from_kroner(price));
        let shares = stated_shares(&[price], &[supporters], stated);
        shares.first().map(|share| share.tenths)
    }

    #[test]
    fn the_highest_answer_of_each_municipality_counts() {
        use StatedAmount::{Fifty, Hundred, Ten, TwentyFive, Unknown};
        // Two from one municipality: 100.000, not 125.000. 100 + 50 + 10 + 25 = 185 thousand.
        let stated = [
            statement(0, &[(1, Hundred)]),
            statement(0, &[(1, TwentyFive)]),
            statement(1, &[(1, Fifty)]),
            statement(2, &[(1, Ten)]),
            statement(3, &[(1, TwentyFive)]),
            statement(4, &[(1, Unknown)]),
        ];
        assert_eq!(tenths(231_250, &stated), Some(8), "exactly 80 %");
        assert_eq!(tenths(220_000, &stated), Some(8), "84 %");
        assert_eq!(tenths(186_000, &stated), Some(9), "99 % is not all of it");
        assert_eq!(tenths(185_000, &stated), Some(10));
        assert_eq!(
            tenths(90_000, &stated),
            Some(10),
            "never more than all of it"
        );
        assert_eq!(tenths(9_000_000, &stated), Some(0), "2 %");
        assert_eq!(stated_shares(&[None], &[12], &stated), []);
    }

    #[test]
    fn five_amounts_of_three_municipalities_are_the_least_that_is_shown() {
        use StatedAmount::{Ten, Unknown};
        let from = |places: &[usize]| -> Vec<CountedStatement> {
            places
                .iter()
                .map(|&at| statement(at, &[(1, Ten)]))
                .collect()
        };
        assert_eq!(tenths(50_000, &from(&[0, 1, 2, 3])), None, "four answers");
        assert_eq!(
            tenths(50_000, &from(&[0, 0, 0, 1, 1])),
            None,
            "two municipalities"
        );
        assert_eq!(tenths(50_000, &from(&[0, 0, 0, 1, 2])), Some(6));
        let mut unknown = from(&[0, 1, 2, 3]);
        unknown.push(statement(4, &[(1, Unknown)]));
        assert_eq!(
            tenths(50_000, &unknown),
            None,
            "who does not know gives no amount"
        );
        // Six who want it, and all of them stated as much as there is to state.
        let all = [0, 1, 2, 3, 4, 5].map(|at| statement(at, &[(1, StatedAmount::Hundred)]));
        assert_eq!(among(6, 600_000, &all), None, "each one's answer");
        assert_eq!(among(7, 600_000, &all), None, "known to the seventh");
        assert_eq!(
            among(8, 600_000, &all),
            Some(10),
            "one may have said nothing"
        );
    }

    #[test]
    fn nobody_is_asked_about_what_the_ballot_does_not_support() {
        let stated = statement(0, &[(1, StatedAmount::Ten), (2, StatedAmount::Fifty)]);
        let within = stated
            .amounts
            .within(&Ballot::of([CandidateId(2), CandidateId(3)]));
        assert_eq!(
            within.0.keys().copied().collect::<Vec<_>>(),
            [CandidateId(2)]
        );
        for amount in StatedAmount::ALL {
            assert_eq!(StatedAmount::of_word(amount.word()), Some(amount));
        }
        assert_eq!(StatedAmount::of_word("20000"), None);
    }

    proptest! {
        /// Whoever the municipalities are, and in whatever order they answer, the same is shown.
        #[test]
        fn nothing_tells_who_stated_what(
            answers in prop::collection::vec((0..20_usize, 0..5_usize), 0..30),
            price in 1..40_i64,
            by in 1..98_usize,
        ) {
            let amount = |at: usize| StatedAmount::ALL[at];
            let stated = |shift: usize| -> Vec<CountedStatement> {
                let all = answers.iter();
                all.map(|&(at, word)| statement((at + shift) % 98, &[(1, amount(word))])).collect()
            };
            let mut others = stated(by);
            others.reverse();
            prop_assert_eq!(tenths(price * 25_000, &stated(0)), tenths(price * 25_000, &others));
            let amounts = answers.iter().filter(|(_, word)| amount(*word).money().is_some());
            if amounts.count() < 5 {
                prop_assert_eq!(tenths(price * 25_000, &stated(0)), None);
            }
        }
    }
}
