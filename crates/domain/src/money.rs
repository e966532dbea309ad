//! Money in whole øre, and its division into shares that always sum to the whole.

mod written;

use std::iter::Sum;
use std::ops::{Add, Sub};

use serde::{Deserialize, Serialize};

pub use written::{WrittenAmount, written_amount};

/// An amount in whole øre; 100 øre are one Danish krone.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = i64))]
pub struct Money(i64);

/// The largest price a request may have: 100 mio. kr., far above any change request and far below overflow.
pub const MAX_PRICE: Money = Money(10_000_000_000);

impl Money {
    /// No money at all: 0 øre.
    pub const ZERO: Self = Self(0);

    /// An amount given in øre.
    pub const fn from_ore(ore: i64) -> Self {
        Self(ore)
    }

    /// An amount given in whole kroner.
    pub const fn from_kroner(kroner: i64) -> Self {
        Self(kroner * 100)
    }

    /// The amount as a number of øre.
    pub const fn ore(self) -> i64 {
        self.0
    }

    /// The amount in whole kroner, halves away from zero, for the screen.
    pub const fn rounded_kroner(self) -> i64 {
        (self.0 + 50 * self.0.signum()) / 100
    }

    /// The next whole krone, or the amount itself where it is one. Whoever pays as much as is shown beforehand never
    /// pays too little.
    #[must_use]
    pub const fn up_to_whole_kroner(self) -> Self {
        Self((self.0 + 99).div_euclid(100) * 100)
    }

    /// The rest after `paid` is taken off, never below zero.
    #[must_use]
    pub fn less(self, paid: Self) -> Self {
        Self((self.0 - paid.0).max(0))
    }

    /// `self / whole` in thousandths, between 0 and 1000; 1000 only when nothing is missing, and 0 of nothing.
    pub fn per_mille_of(self, whole: Self) -> u16 {
        if whole <= Self::ZERO {
            return 0;
        }
        if self >= whole {
            return 1000;
        }
        let per_mille = i128::from(self.0.max(0)) * 1000 / i128::from(whole.0.max(1));
        u16::try_from(per_mille.min(999)).unwrap_or(0)
    }
}

/// The amount that someone means who types it in kroner, the Danish way or the English: `240.000`, `240000 kr.`,
/// `kr. 35.714,29`, `1,2 mio.`, `1,234.50`. `None` for what is no amount, is not said exactly, or is negative; see
/// [`written_amount`].
pub fn typed_kroner(typed: &str) -> Option<Money> {
    match written_amount(typed)? {
        WrittenAmount::Exact(amount) => Some(amount),
        WrittenAmount::About(_) | WrittenAmount::Between(..) | WrittenAmount::NotAssessed => None,
    }
}

impl Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Money {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// Shares `price` by `weights`: whole øre, largest remainder first, ties by list order.
///
/// The shares sum to `price`. Without any weight there is nothing to share by, and the answer is empty.
pub fn share_by(price: Money, weights: &[u64]) -> Vec<Money> {
    let total: i128 = weights.iter().map(|&weight| i128::from(weight)).sum();
    if total == 0 {
        return Vec::new();
    }
    let exact = |weight: u64| i128::from(price.0) * i128::from(weight);
    let mut shares: Vec<i128> = weights
        .iter()
        .map(|&weight| exact(weight) / total)
        .collect();
    let mut by_remainder: Vec<usize> = (0..weights.len()).collect();
    by_remainder.sort_by_key(|&at| std::cmp::Reverse(exact(weights[at]) % total));
    let missing = i128::from(price.0) - shares.iter().sum::<i128>();
    for &at in by_remainder
        .iter()
        .take(usize::try_from(missing).unwrap_or(0))
    {
        shares[at] += 1;
    }
    shares
        .into_iter()
        .map(|ore| Money(i64::try_from(ore).unwrap_or(i64::MAX)))
        .collect()
}

/// Shares `price` equally among `n`.
pub fn share_equally(price: Money, n: usize) -> Vec<Money> {
    share_by(price, &vec![1; n])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_quarter_of_a_million_among_seven() {
        let shares = share_equally(Money::from_kroner(250_000), 7);
        assert_eq!(shares[..4], [Money(3_571_429); 4]);
        assert_eq!(shares[4..], [Money(3_571_428); 3]);
    }

    #[test]
    fn size_classes_one_to_four() {
        let shares = share_by(Money::from_kroner(300_000), &[4, 3, 3, 2, 1]);
        let ore: Vec<_> = shares.iter().map(|share| share.ore()).collect();
        assert_eq!(ore, [9_230_769, 6_923_077, 6_923_077, 4_615_385, 2_307_692]);
    }

    #[test]
    fn population_in_whole_kroner_as_the_worked_example() {
        let population = [349_983, 96_921, 90_966, 45_851, 3_657];
        let shares = share_by(Money::from_ore(300_000), &population);
        let units: Vec<_> = shares.iter().map(|share| share.ore()).collect();
        assert_eq!(units, [178_752, 49_502, 46_460, 23_418, 1_868]);
    }

    #[test]
    fn nobody_to_share_with_gives_no_shares() {
        assert!(share_equally(Money::from_kroner(1), 0).is_empty());
        assert!(share_by(Money::from_kroner(1), &[0, 0]).is_empty());
    }

    #[test]
    fn all_but_an_ore_is_not_all() {
        let price = Money::from_kroner(150_000);
        assert_eq!((price - Money(1)).per_mille_of(price), 999);
        assert_eq!(price.per_mille_of(price), 1000);
        assert_eq!(Money::ZERO.per_mille_of(price), 0);
        assert_eq!(
            Money::ZERO.per_mille_of(Money::ZERO),
            0,
            "a price that nobody knows"
        );
    }

    #[test]
    fn an_amount_is_read_the_way_it_is_typed() {
        let ore = |typed: &str| typed_kroner(typed).map(Money::ore);
        for typed in [
            "240000",
            "240.000",
            "240,000",
            " 240 000 kr.",
            "kr. 240.000",
            "240.000,00",
            "DKK 240,000.00",
        ] {
            assert_eq!(ore(typed), Some(24_000_000), "{typed}");
        }
        assert_eq!(ore("35.714,29"), Some(3_571_429));
        assert_eq!(ore("35714,3"), Some(3_571_430));
        assert_eq!(ore("0"), Some(0));
        for typed in [
            "",
            "kr.",
            "-5",
            "1.23.4",
            "1.234,567,8",
            "12,3456",
            "1e9",
            "½",
            "9999999999999",
        ] {
            assert_eq!(ore(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn nothing_that_is_typed_makes_it_stumble(typed in "\\PC{0,20}") {
            let _ = typed_kroner(&typed);
        }

        #[test]
        fn shares_sum_to_the_price(
            ore in 0..MAX_PRICE.ore(),
            weights in prop::collection::vec(0..10_000_000_u64, 1..98),
        ) {
            prop_assume!(weights.iter().any(|&weight| weight > 0));
            let shares = share_by(Money(ore), &weights);
            prop_assert_eq!(shares.len(), weights.len());
            prop_assert_eq!(shares.into_iter().sum::<Money>(), Money(ore));
        }

        #[test]
        fn equal_shares_differ_by_at_most_one_ore(ore in 0..MAX_PRICE.ore(), n in 1..98_usize) {
            let shares = share_equally(Money(ore), n);
            let (least, most) = (shares.iter().min().unwrap(), shares.iter().max().unwrap());
            prop_assert!(most.ore() - least.ore() <= 1);
        }
    }
}
