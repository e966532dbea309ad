//! "Can it be funded?": the Moulin–Shenker test with each municipality's maximum, and what is missing where it fails.

use serde::{Deserialize, Serialize};

use super::price_per_municipality;
use crate::money::Money;

/// Whether maxima carry a price that is shared equally.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Funding {
    /// They do.
    Carried {
        /// How many pay: the most with whom nobody pays more than its maximum.
        payers: u32,
        /// What each pays, to the nearest øre.
        each: Money,
    },
    /// They do not; the number with whom the least is missing.
    NearMiss {
        /// How many would pay.
        payers: u32,
        /// What the lowest maximum among them is, which each of them can pay.
        each: Money,
        /// What is then missing of the price.
        missing: Money,
    },
}

/// The largest `k` with `b₍ₖ₎ ≥ price / k`, where `b₍ₖ₎` is the k-th largest maximum (Moulin and Shenker 2001).
///
/// `None` when nobody offers anything, or there is no price.
pub fn funding(price: Money, maxima: &[Money]) -> Option<Funding> {
    let mut maxima: Vec<Money> = maxima
        .iter()
        .copied()
        .filter(|max| *max > Money::ZERO)
        .collect();
    maxima.sort_unstable_by(|a, b| b.cmp(a));
    let raised = |at: usize| i128::from(maxima[at].ore()) * (at as i128 + 1);
    let whole = i128::from(price.ore());
    if price <= Money::ZERO {
        return None;
    }
    if let Some(at) = (0..maxima.len()).rev().find(|&at| raised(at) >= whole) {
        let payers = u32::try_from(at + 1).ok()?;
        let each = price_per_municipality(price, payers)?;
        return Some(Funding::Carried { payers, each });
    }
    let nearest = (0..maxima.len()).max_by_key(|&at| raised(at))?;
    Some(Funding::NearMiss {
        payers: u32::try_from(nearest + 1).ok()?,
        each: maxima[nearest],
        missing: Money::from_ore(i64::try_from(whole - raised(nearest)).ok()?),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn test(price: i64) -> Option<Funding> {
        let maxima =
            [120, 100, 90, 80, 60, 50, 30].map(|thousand| Money::from_kroner(thousand * 1_000));
        funding(Money::from_kroner(price), &maxima)
    }

    #[test]
    fn six_pay_50_000_of_300_000() {
        let each = Money::from_kroner(50_000);
        assert_eq!(test(300_000), Some(Funding::Carried { payers: 6, each }));
    }

    #[test]
    fn dearer_ones_fail_with_the_near_miss() {
        for (price, missing) in [(350_000, 30_000), (400_000, 80_000)] {
            let near = Funding::NearMiss {
                payers: 4,
                each: Money::from_kroner(80_000),
                missing: Money::from_kroner(missing),
            };
            assert_eq!(test(price), Some(near));
        }
    }

    #[test]
    fn without_offers_there_is_no_answer() {
        assert_eq!(funding(Money::from_kroner(1), &[Money::ZERO]), None);
        assert_eq!(funding(Money::ZERO, &[Money::from_kroner(1)]), None);
    }

    /// As DOMAIN tells it: repeat price / |S|, drop those below it.
    fn by_dropping(price: Money, maxima: &[Money]) -> Option<usize> {
        let mut left: Vec<Money> = maxima.to_vec();
        loop {
            let count = left.len() as i128;
            let can = |max: &Money| i128::from(max.ore()) * count >= i128::from(price.ore());
            let stay: Vec<Money> = left.iter().copied().filter(can).collect();
            if stay.is_empty() {
                return None;
            }
            if stay.len() == left.len() {
                return Some(stay.len());
            }
            left = stay;
        }
    }

    proptest! {
        #[test]
        fn it_is_the_largest_number_and_the_same_as_dropping(
            price in 1..1_000_000_000_i64,
            maxima in prop::collection::vec(1..100_000_000_i64, 1..98),
        ) {
            let price = Money::from_ore(price);
            let maxima: Vec<Money> = maxima.into_iter().map(Money::from_ore).collect();
            let expected = by_dropping(price, &maxima);
            match funding(price, &maxima).unwrap() {
                Funding::Carried { payers, .. } => prop_assert_eq!(Some(payers as usize), expected),
                Funding::NearMiss { payers, each, missing } => {
                    prop_assert_eq!(expected, None);
                    prop_assert_eq!(i64::from(payers) * each.ore() + missing.ore(), price.ore());
                    prop_assert!(missing > Money::ZERO);
                }
            }
        }
    }
}
