//! Co-financing: what municipalities have said, what it sums to, and what is missing.

pub mod commitment;
pub mod funding;
pub mod import;
pub mod ledger;
pub mod lifecycle;
pub mod next;
pub mod own_share;
pub mod portfolio;
pub mod request;
pub mod sharing;

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::money::Money;

pub use commitment::{Commitment, CommitmentState};
pub use lifecycle::RequestState;
pub use request::ChangeRequest;
pub use sharing::{FlatSharing, RuleKind, Sharing, SharingRule};

/// By how many a request is usually shared, where nobody has planned or said anything yet.
pub const USUALLY_SHARED_BY: u16 = 10;

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

    /// Whether it is worked through.
    pub fn is_firm(&self) -> bool {
        matches!(self, Self::Firm { .. })
    }
}

/// Nothing known yet.
impl Default for Price {
    fn default() -> Self {
        Self::Estimate {
            low: Money::ZERO,
            likely: Money::ZERO,
            high: Money::ZERO,
        }
    }
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
    pub fn of<'a>(commitments: impl IntoIterator<Item = &'a Commitment>) -> Self {
        let mut sums = Self::default();
        for &Commitment { state, amount, .. } in commitments {
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

/// What municipalities are asked to decide on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// Rough or firm.
    pub price: Price,
    /// How it is divided.
    #[cfg_attr(feature = "openapi", schema(value_type = FlatSharing))]
    pub sharing: Sharing,
    /// The fewest municipalities with which it is built.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<u16>,
    /// The last day to say yes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub deadline: Option<Date>,
    /// Whether the deadline was moved, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<Extension>,
}

/// "Forlængelse": a deadline that was moved, with a reason that participants see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// The deadline before.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub from: Date,
    /// Why.
    pub reason: String,
}

impl Terms {
    /// "Mangler n kommuner": how many more are needed at what each was planned to pay, or to reach the minimum.
    ///
    /// `None` where that has no answer: a price shared by size, without a minimum.
    pub fn missing_municipalities(&self, sums: &Sums) -> Option<u32> {
        let price = self.price.likely();
        let planned = self.sharing.planned_for.map(u32::from);
        let each = match self.sharing.rule {
            SharingRule::FixedFee { fee } => Some(fee),
            SharingRule::Equal => planned.and_then(|n| price_per_municipality(price, n)),
            _ => None,
        };
        let by_price = each.and_then(|each| municipalities_needed(sums.shortfall(price), each));
        let by_number = self
            .minimum
            .map(|minimum| u32::from(minimum).saturating_sub(sums.committed.count));
        by_price.max(by_number)
    }
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
                state,
                amount: Money::from_kroner(kroner),
                ..Commitment::interested(municipality.code)
            })
            .collect()
    }

    #[test]
    fn only_commitments_count_against_the_price() {
        use CommitmentState::{
            Committed, Indicated, Interested, Invoiced, UnderDecision, Withdrawn,
        };
        let sums = Sums::of(&commitments(&[
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
        let sums = Sums::of(&commitments(&[(CommitmentState::Paid, 200)]));
        assert_eq!(sums.shortfall(Money::from_kroner(150)), Money::ZERO);
    }

    #[test]
    fn how_many_more_are_needed() {
        let equal = |planned, minimum| Terms {
            price: Price::Firm {
                amount: Money::from_kroner(240_000),
            },
            sharing: Sharing {
                planned_for: planned,
                ..Sharing::default()
            },
            minimum,
            ..Terms::default()
        };
        let sums = Sums::of(&commitments(&[(CommitmentState::Committed, 24_000); 5]));
        let missing = |planned, minimum| equal(planned, minimum).missing_municipalities(&sums);
        assert_eq!(missing(Some(10), None), Some(5));
        assert_eq!(missing(None, Some(8)), Some(3));
        assert_eq!(missing(Some(10), Some(12)), Some(7));
        assert_eq!(missing(None, None), None);
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
