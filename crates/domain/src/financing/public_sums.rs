//! Sums that anyone may see, on pages, projector, phones, briefs and files; `docs/domain.md, "Public sums"`.
//!
//! A sum says what a municipality pays as soon as it alone makes it up, or joins between two days that both can be
//! looked at. So each amount is rounded to whole thousands of kroner before anything is summed, whether its
//! municipality is named or not (a name can be taken back, an earlier sum cannot). What everyone sees then depends on
//! nothing but the rounded amounts and on whether the promises cover the price: another amount that rounds alike gives
//! the same pages, on every day. Amounts in whole thousands lose nothing.

use super::{Commitment, Sums};
use crate::money::Money;

/// The step to which each amount is rounded: 1.000 kr.
pub const GRAIN: Money = Money::from_kroner(1_000);

/// A request's sums as everyone may see them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PublicSums(Sums);

impl PublicSums {
    /// Sums what municipalities have said to a request that costs `price`.
    ///
    /// Rounding never says that the price is covered where it is not, or the other way round: just below it a whole
    /// thousand is left missing, and from the price on as much as rounding can add up to is taken for the price.
    pub fn of(commitments: &[Commitment], price: Money) -> Self {
        let rounded: Vec<Commitment> = commitments.iter().map(rounded_commitment).collect();
        let mut sums = Sums::of(&rounded);
        let is_covered = Sums::of(commitments).committed.amount >= price;
        sums.committed.amount = beside_price(&sums, price, is_covered);
        sums.invoiced.amount = sums.invoiced.amount.min(sums.committed.amount);
        Self(sums)
    }

    /// The sums, to be shown.
    pub fn sums(self) -> Sums {
        self.0
    }
}

/// An amount to whole thousands of kroner, halves up; what is promised is never shown as nothing.
pub fn rounded(amount: Money) -> Money {
    if amount <= Money::ZERO {
        return Money::ZERO;
    }
    let grains = (amount.ore() + GRAIN.ore() / 2) / GRAIN.ore();
    Money::from_ore(grains.max(1) * GRAIN.ore())
}

fn rounded_commitment(commitment: &Commitment) -> Commitment {
    Commitment {
        amount: rounded(commitment.amount),
        ..commitment.clone()
    }
}

fn beside_price(rounded: &Sums, price: Money, is_covered: bool) -> Money {
    let shown = rounded.committed.amount;
    let added = Money::from_ore(GRAIN.ore() / 2 * i64::from(rounded.committed.count));
    if price <= Money::ZERO {
        shown
    } else if is_covered {
        if shown <= price + added { price } else { shown }
    } else {
        let below = (price.ore() - 1) / GRAIN.ore() * GRAIN.ore();
        shown.min(Money::from_ore(below))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::financing::CommitmentState;
    use crate::municipality;

    fn promises(ore: &[i64]) -> Vec<Commitment> {
        let codes = municipality::all().iter().map(|one| one.code);
        let promise = |(code, &ore): (_, &i64)| Commitment {
            state: CommitmentState::Committed,
            amount: Money::from_ore(ore),
            ..Commitment::interested(code)
        };
        codes.zip(ore).map(promise).collect()
    }

    fn committed(ore: &[i64], price: i64) -> Money {
        let sums = PublicSums::of(&promises(ore), Money::from_kroner(price)).sums();
        sums.committed.amount
    }

    #[test]
    fn a_lone_amount_is_not_the_one_that_names_viborg() {
        assert_eq!(committed(&[3_858_800], 300_000), Money::from_kroner(39_000));
        assert_eq!(committed(&[40_000], 300_000), Money::from_kroner(1_000));
    }

    #[test]
    fn whole_thousands_are_shown_as_they_are() {
        let five = [2_400_000; 5];
        assert_eq!(committed(&five, 240_000), Money::from_kroner(120_000));
    }

    #[test]
    fn covered_is_never_said_too_early_nor_too_late() {
        // Twelve pay 20.833 kr. of 250.000: 4 kr. are missing.
        assert_eq!(
            committed(&[2_083_300; 12], 250_000),
            Money::from_kroner(249_000)
        );
        assert_eq!(
            committed(&[2_083_400; 12], 250_000),
            Money::from_kroner(250_000)
        );
        // Six pay 16.667 of 100.000: rounded up, but no more than it takes.
        assert_eq!(
            committed(&[1_666_700; 6], 100_000),
            Money::from_kroner(100_000)
        );
        assert_eq!(
            committed(&[27_500_000], 150_000),
            Money::from_kroner(275_000)
        );
    }

    proptest! {
        #[test]
        fn everyone_sees_the_same_of_two_amounts_that_round_alike(
            amounts in prop::collection::vec(1..9_000_000_i64, 1..14),
            others in prop::collection::vec(-49_999..49_999_i64, 14),
            price in 1..60_000_i64,
        ) {
            let price = Money::from_kroner(price);
            let other: Vec<i64> = amounts.iter().zip(others).map(|(&ore, by)| {
                let other = (ore + by).max(1);
                let is_alike = rounded(Money::from_ore(ore)) == rounded(Money::from_ore(other));
                if is_alike { other } else { ore }
            }).collect();
            let covered = |of: &[i64]| Money::from_ore(of.iter().sum()) >= price;
            prop_assume!(covered(&amounts) == covered(&other));
            let shown = |of: &[i64]| PublicSums::of(&promises(of), price);
            prop_assert_eq!(shown(&amounts), shown(&other));
        }

        #[test]
        fn what_is_shown_is_near_and_agrees_on_what_is_covered(
            amounts in prop::collection::vec(1..9_000_000_i64, 0..14),
            price in 1..60_000_i64,
        ) {
            let price = Money::from_kroner(price);
            let exact: Money = Money::from_ore(amounts.iter().sum());
            let shown = PublicSums::of(&promises(&amounts), price).sums();
            prop_assert_eq!(shown.committed.amount >= price, exact >= price);
            prop_assert_eq!(shown.shortfall(price) == Money::ZERO, exact >= price);
            let off = (shown.committed.amount.ore() - exact.ore()).abs();
            prop_assert!(off <= GRAIN.ore() * (i64::try_from(amounts.len()).unwrap() + 1));
        }
    }
}
