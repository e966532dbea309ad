//! Co-financing: what municipalities have said, what it sums to, and what is missing.

use serde::{Deserialize, Serialize};

use crate::ids::MunicipalityCode;
use crate::money::Money;

/// What a request costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Price {
    /// A rough estimate, not yet worked through.
    Estimate {
        /// If all goes well, in øre.
        low: Money,
        /// The figure said aloud, in øre.
        likely: Money,
        /// If it does not, in øre.
        high: Money,
    },
    /// A firm price.
    Firm {
        /// In øre.
        amount: Money,
    },
}

impl Price {
    /// The figure to reckon with.
    pub fn likely(&self) -> Money {
        match self {
            Self::Estimate { likely, .. } => *likely,
            Self::Firm { amount } => *amount,
        }
    }
}

/// How far one municipality has come with one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum CommitmentState {
    /// "Interesse": from an explicit "Vi vil gerne være med".
    Interested,
    /// "Tilkendegivelse": an intention with an amount.
    Indicated,
    /// "Under beslutning".
    UnderDecision,
    /// "Tilsagn": from here on it counts as funded.
    Committed,
    /// "Faktureret".
    Invoiced,
    /// "Betalt".
    Paid,
    /// Said no.
    Declined,
    /// Took it back.
    Withdrawn,
    /// Ran out.
    Expired,
}

impl CommitmentState {
    /// Whether its amount counts towards the price.
    pub fn counts_as_funded(self) -> bool {
        matches!(self, Self::Committed | Self::Invoiced | Self::Paid)
    }
}

/// One municipality's part in one request. A municipality commits, never a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// Who.
    pub municipality: MunicipalityCode,
    /// How far.
    pub state: CommitmentState,
    /// Its share or maximum; zero while only interested.
    pub amount: Money,
}

/// How many municipalities, and how much.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StateSum {
    /// Municipalities.
    pub count: u32,
    /// In øre.
    pub amount: Money,
}

impl StateSum {
    fn add(&mut self, amount: Money) {
        self.count += 1;
        self.amount = self.amount + amount;
    }
}

/// A request's commitments, summed by how far they have come. Those who left count nowhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Sums {
    /// "Tilsagn": committed, invoiced and paid.
    pub committed: StateSum,
    /// "Til beslutning".
    pub under_decision: StateSum,
    /// "Hensigt".
    pub indicated: StateSum,
    /// "Interesse".
    pub interested: StateSum,
    /// Invoiced and paid; part of `committed`.
    pub invoiced: StateSum,
}

impl Sums {
    /// Sums what each municipality has said.
    pub fn of(commitments: impl IntoIterator<Item = Commitment>) -> Self {
        let mut sums = Self::default();
        for Commitment { state, amount, .. } in commitments {
            match state {
                CommitmentState::Interested => sums.interested.add(amount),
                CommitmentState::Indicated => sums.indicated.add(amount),
                CommitmentState::UnderDecision => sums.under_decision.add(amount),
                CommitmentState::Committed => sums.committed.add(amount),
                CommitmentState::Invoiced | CommitmentState::Paid => {
                    sums.committed.add(amount);
                    sums.invoiced.add(amount);
                }
                CommitmentState::Declined
                | CommitmentState::Withdrawn
                | CommitmentState::Expired => {}
            }
        }
        sums
    }

    /// "Mangler": what the commitments leave uncovered of `price`.
    pub fn shortfall(&self, price: Money) -> Money {
        price.less(self.committed.amount)
    }

    /// Municipalities on their way, the committed included.
    pub fn municipalities(&self) -> u32 {
        self.committed.count
            + self.under_decision.count
            + self.indicated.count
            + self.interested.count
    }
}

/// How a price is divided among the municipalities.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SharingRule {
    /// The same for each.
    #[default]
    Equal,
    /// By number of inhabitants.
    Population,
}

/// A request's sharing rule with its limits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Sharing {
    /// The rule.
    pub rule: SharingRule,
    /// The most one municipality pays, in øre.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Money>,
    /// The number of municipalities it is planned for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_for: Option<u16>,
}

/// What each of `n` pays when they share equally, to the nearest øre: price / n.
///
/// `None` when there is nobody to share.
pub fn price_per_municipality(price: Money, n: u32) -> Option<Money> {
    let n = i64::from(n);
    (n > 0).then(|| Money::from_ore((price.ore() + n / 2).div_euclid(n)))
}

/// The fewest municipalities with which none pays more than `at_most`: `⌈price / at_most⌉`.
///
/// `None` when `at_most` is nothing.
pub fn municipalities_needed(price: Money, at_most: Money) -> Option<u32> {
    (at_most > Money::ZERO)
        .then(|| (price.ore() + at_most.ore() - 1).div_euclid(at_most.ore()))
        .and_then(|n| u32::try_from(n).ok())
}

/// What one more municipality saves each of the `n` already there: price / (n(n+1)), to the nearest øre.
///
/// `None` when there is nobody yet.
pub fn saved_by_one_more(price: Money, n: u32) -> Option<Money> {
    let pairs = i64::from(n) * (i64::from(n) + 1);
    (n > 0).then(|| Money::from_ore((price.ore() + pairs / 2).div_euclid(pairs)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn commitments(of: &[(CommitmentState, i64)]) -> Vec<Commitment> {
        crate::municipality::all()
            .iter()
            .zip(of)
            .map(|(municipality, &(state, kroner))| Commitment {
                municipality: municipality.code,
                state,
                amount: Money::from_kroner(kroner),
            })
            .collect()
    }

    #[test]
    fn only_commitments_count_against_the_price() {
        use CommitmentState::{
            Committed, Indicated, Interested, Invoiced, UnderDecision, Withdrawn,
        };
        let sums = Sums::of(commitments(&[
            (Committed, 24_000),
            (Invoiced, 24_000),
            (UnderDecision, 24_000),
            (Indicated, 10_000),
            (Interested, 0),
            (Withdrawn, 24_000),
        ]));
        let price = Money::from_kroner(240_000);
        assert_eq!(
            sums.committed,
            StateSum {
                count: 2,
                amount: Money::from_kroner(48_000)
            }
        );
        assert_eq!(sums.invoiced.count, 1);
        assert_eq!(sums.shortfall(price), Money::from_kroner(192_000));
        assert_eq!(sums.municipalities(), 5);
    }

    #[test]
    fn more_than_enough_leaves_nothing_missing() {
        let sums = Sums::of(commitments(&[(CommitmentState::Paid, 200)]));
        assert_eq!(sums.shortfall(Money::from_kroner(150)), Money::ZERO);
    }

    #[test]
    fn municipalities_needed_at_a_price() {
        let needed = |price, at_most| {
            municipalities_needed(Money::from_kroner(price), Money::from_kroner(at_most))
        };
        assert_eq!(needed(240_000, 20_000), Some(12));
        assert_eq!(needed(250_000, 35_000), Some(8));
        assert_eq!(needed(250_000, 0), None);
    }

    #[test]
    fn a_seventh_at_300_000() {
        let price = Money::from_kroner(300_000);
        assert_eq!(
            price_per_municipality(price, 6),
            Some(Money::from_ore(5_000_000))
        );
        assert_eq!(
            price_per_municipality(price, 7),
            Some(Money::from_ore(4_285_714))
        );
        assert_eq!(saved_by_one_more(price, 6), Some(Money::from_ore(714_286)));
        assert_eq!(price_per_municipality(price, 0), None);
        assert_eq!(saved_by_one_more(price, 0), None);
    }

    proptest! {
        #[test]
        fn the_number_needed_is_the_smallest_that_is_enough(
            price in 1..10_000_000_i64,
            at_most in 1..1_000_000_i64,
        ) {
            let needed = municipalities_needed(Money::from_ore(price), Money::from_ore(at_most));
            let n = i64::from(needed.unwrap());
            prop_assert!(at_most * n >= price);
            prop_assert!(at_most * (n - 1) < price);
        }
    }
}
