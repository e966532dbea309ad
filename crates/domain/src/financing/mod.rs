//! Co-financing: what municipalities have said, what it sums to, and what is missing.

pub mod admission;
pub mod commitment;
pub mod delivery;
pub mod funding;
pub mod funding_test;
pub mod import;
pub mod ledger;
pub mod lifecycle;
pub mod merging;
pub mod next;
pub mod own_share;
pub mod portfolio;
pub mod public_sums;
pub mod request;
pub mod settlement;
pub mod sharing;

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::money::{Money, WrittenAmount};

pub use commitment::{Commitment, CommitmentState};
pub use lifecycle::RequestState;
pub use public_sums::PublicSums;
pub use request::ChangeRequest;
pub use sharing::{FlatSharing, RuleKind, Sharing, SharingRule};

/// By how many a request is usually shared, where nobody has planned anything.
pub const USUALLY_SHARED_BY: u16 = 10;

/// The number of Danish municipalities.
pub const MOST_MUNICIPALITIES: u16 = 98;

/// What a request costs: estimated, firm, or not known yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
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
    /// A firm price, worked through by the vendor.
    Firm {
        /// What all payers together pay, in øre.
        amount: Money,
    },
    /// "Pris ikke vurderet": nobody has put a price to it yet.
    #[default]
    NotAssessed,
}

impl Price {
    /// The figure to reckon with; nothing while there is none. What is shown asks for [`Self::known`].
    pub fn likely(&self) -> Money {
        self.known().unwrap_or_default()
    }

    /// The figure said aloud, unless nobody has put a price to it yet.
    pub fn known(&self) -> Option<Money> {
        match self {
            Self::Estimate { likely, .. } => Some(*likely),
            Self::Firm { amount } => Some(*amount),
            Self::NotAssessed => None,
        }
    }

    /// Whether it is worked through.
    pub fn is_firm(&self) -> bool {
        matches!(self, Self::Firm { .. })
    }
}

/// The estimate that an amount makes as somebody wrote it; the likely one of two is halfway, in whole kroner.
impl From<WrittenAmount> for Price {
    fn from(written: WrittenAmount) -> Self {
        match written {
            WrittenAmount::Exact(amount) | WrittenAmount::About(amount) => Self::Estimate {
                low: amount,
                likely: amount,
                high: amount,
            },
            WrittenAmount::Between(low, high) => {
                let middle = Money::from_ore(low.ore().midpoint(high.ore()));
                let likely = Money::from_kroner(middle.rounded_kroner()).clamp(low, high);
                Self::Estimate { low, likely, high }
            }
            WrittenAmount::NotAssessed => Self::NotAssessed,
        }
    }
}

/// How many municipalities, and how much.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StateSum {
    /// How many municipalities are in this state.
    pub count: u32,
    /// What they have named together, in øre.
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
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Sums {
    /// "Tilsagn": committed, invoiced and paid.
    pub committed: StateSum,
    /// "Til beslutning": on their way to a decision.
    pub under_decision: StateSum,
    /// "Hensigt": an intention with an amount.
    pub indicated: StateSum,
    /// "Interesse": no amount yet, so the sum is zero.
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

/// The terms that municipalities decide on: price, sharing, minimum and deadline.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// The price; firm once it is open for financing.
    pub price: Price,
    /// The rule that divides the price, with its cap and planned number.
    #[cfg_attr(feature = "openapi", schema(value_type = FlatSharing))]
    pub sharing: Sharing,
    /// The fewest municipalities with which it is built.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<u16>,
    /// The last day to say yes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Date>,
    /// Whether the deadline was moved, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<Extension>,
}

/// "Forlængelse": a deadline that was moved, with a reason that participants see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// The deadline that it was moved from.
    pub from: Date,
    /// Why it was moved; participants see it.
    pub reason: String,
}

impl Terms {
    /// By how many the price is shared wherever it says what a municipality would pay; see
    /// [`Sharing::planned_number`].
    pub fn planned_number(&self) -> u32 {
        self.sharing
            .planned_number(self.price.likely(), self.minimum)
    }

    /// "Mangler n kommuner": how many more it takes at what each would pay when as many as planned share, or to reach
    /// the minimum: `⌈shortfall · n ⁄ price⌉`. As many as that, each with the
    /// [`prospective_share`](own_share::prospective_share) of an average municipality, cover the shortfall.
    ///
    /// `None` where nothing is known of the price.
    pub fn missing_municipalities(&self, sums: &Sums) -> Option<u32> {
        let price = i128::from(self.price.likely().ore());
        if price <= 0 {
            return None;
        }
        let shortfall = i128::from(sums.shortfall(self.price.likely()).ore());
        let by_price = (shortfall * i128::from(self.planned_number()) + price - 1) / price;
        let minimum = u32::from(self.minimum.unwrap_or_default());
        let by_number = minimum.saturating_sub(sums.committed.count);
        u32::try_from(by_price)
            .ok()
            .map(|by_price| by_price.max(by_number))
    }
}

/// The parts of a bar in thousandths of the price; together never more than the whole.
pub fn bar_parts<const N: usize>(sums: [StateSum; N], price: Money) -> [u16; N] {
    let mut left = 1000;
    sums.map(|sum| {
        let part = sum.amount.per_mille_of(price).min(left);
        left -= part;
        part
    })
}

/// The fewest municipalities with which none pays more than `at_most`: `⌈price / at_most⌉`.
///
/// `None` when `at_most` is nothing.
pub fn municipalities_needed(price: Money, at_most: Money) -> Option<u32> {
    (at_most > Money::ZERO)
        .then(|| (price.ore() + at_most.ore() - 1).div_euclid(at_most.ore()))
        .and_then(|n| u32::try_from(n).ok())
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

    fn terms(kroner: i64, rule: SharingRule, planned: Option<u16>, minimum: Option<u16>) -> Terms {
        Terms {
            price: Price::Firm {
                amount: Money::from_kroner(kroner),
            },
            sharing: Sharing {
                planned_for: planned,
                ..Sharing::by(rule)
            },
            minimum,
            ..Terms::default()
        }
    }

    #[test]
    fn how_many_more_are_needed() {
        let sums = Sums::of(&commitments(&[(CommitmentState::Committed, 24_000); 5]));
        let missing = |planned, minimum| {
            terms(240_000, SharingRule::Equal, planned, minimum).missing_municipalities(&sums)
        };
        assert_eq!(missing(Some(10), None), Some(5));
        assert_eq!(missing(None, Some(8)), Some(5));
        assert_eq!(missing(Some(10), Some(12)), Some(7));
        assert_eq!(missing(None, None), Some(5));
        let by_size = terms(240_000, SharingRule::Population, Some(10), None);
        assert_eq!(by_size.missing_municipalities(&sums), Some(5));
        assert_eq!(Terms::default().missing_municipalities(&sums), None);
    }

    /// The brief said 20.833 kr.; twelve paid it, and the request asked for one more.
    #[test]
    fn twelve_who_pay_what_is_shown_of_250_000_are_enough() {
        let terms = terms(250_000, SharingRule::Equal, Some(12), None);
        let shown = own_share::prospective_share(
            terms.price.likely(),
            &terms.sharing,
            3_657,
            terms.planned_number(),
        );
        let each = shown.unwrap().rounded_kroner();
        let sums = Sums::of(&commitments(&[(CommitmentState::Committed, each); 12]));
        assert!(terms.is_covered_by(&sums));
        assert_eq!(terms.missing_municipalities(&sums), Some(0));
    }

    #[test]
    fn the_planned_number_is_one_for_every_surface() {
        let planned =
            |rule, planned, minimum| terms(240_000, rule, planned, minimum).planned_number();
        let fee = SharingRule::FixedFee {
            fee: Money::from_kroner(35_000),
        };
        assert_eq!(planned(SharingRule::Equal, Some(3), None), 3);
        assert_eq!(planned(SharingRule::Equal, None, None), 10);
        assert_eq!(planned(SharingRule::Equal, None, Some(12)), 12);
        assert_eq!(planned(fee, None, None), 7);
        // Fewer than the fee needs could not pay the price.
        assert_eq!(planned(fee, Some(5), None), 7);
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

        #[test]
        fn as_many_as_are_missing_cover_the_price_with_what_is_shown(
            kroner in 1..100_000_000_i64,
            committed in 0..100_000_000_i64,
            planned in prop::option::of(1..98_u16),
            minimum in prop::option::of(1..98_u16),
            rule in 0..5_usize,
        ) {
            let terms = terms(kroner, SharingRule::USUAL[rule], planned, minimum);
            let already = commitments(&[(CommitmentState::Committed, committed)]);
            let mut sums = Sums::of(&already);
            let missing = terms.missing_municipalities(&sums).unwrap();
            let price = terms.price.likely();
            let average = own_share::average_inhabitants();
            let planned = terms.planned_number();
            let shown =
                own_share::prospective_share(price, &terms.sharing, average, planned).unwrap();
            for _ in 0..missing {
                sums.committed.add(shown);
            }
            prop_assert!(terms.is_covered_by(&sums));
            // One fewer at the exact fraction price/n would leave something missing, in money or in number.
            let shortfall = i128::from(price.less(Money::from_kroner(committed)).ore());
            let exact = shortfall * i128::from(planned) > (i128::from(missing) - 1) * i128::from(price.ore());
            let by_number = u32::from(terms.minimum.unwrap_or(0)) > missing;
            prop_assert!(missing == 0 || exact || by_number);
        }
    }

    fn state_sum(kroner: i64) -> StateSum {
        StateSum {
            count: 1,
            amount: Money::from_kroner(kroner),
        }
    }

    #[test]
    fn parts_never_exceed_the_bar() {
        let parts =
            |kroner: [i64; 3]| bar_parts(kroner.map(state_sum), Money::from_kroner(480_000));
        assert_eq!(parts([182_400, 81_600, 100_800]), [380, 170, 210]);
        assert_eq!(parts([182_400, 400_000, 100_800]), [380, 620, 0]);
        assert_eq!(parts([500_000, 400_000, 100_800]), [1000, 0, 0]);
    }
}
