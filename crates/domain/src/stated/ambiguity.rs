//! Whether a share of the price tells what one municipality stated, even to another one that knows its own answer.

use crate::barometer::FEWEST_MUNICIPALITIES;
use crate::money::Money;

use super::{StatedAmount, tenths};

/// What all amounts are multiples of.
const UNIT: Money = Money::from_kroner(5_000);
/// The largest amount, in units.
const LARGEST: usize = 20;
const FEWEST: usize = FEWEST_MUNICIPALITIES as usize;

/// What a municipality can have come to, in units: nothing, or one of the amounts.
fn answers() -> impl Iterator<Item = usize> + Clone {
    let amounts = StatedAmount::ALL
        .into_iter()
        .filter_map(StatedAmount::money);
    let units = amounts.map(|money| money.ore() / UNIT.ore());
    std::iter::once(0).chain(units.filter_map(|units| usize::try_from(units).ok()))
}

/// Which sums a number of municipalities can come to.
pub(super) struct PossibleSums {
    /// By how many municipalities, and by how many of them gave an amount (the last: that many or more): whether each sum
    /// is possible, in units.
    possible: Vec<[Vec<bool>; FEWEST + 1]>,
}

impl PossibleSums {
    /// For up to so many municipalities.
    pub(super) fn up_to(municipalities: usize) -> Self {
        let sums = municipalities * LARGEST + 1;
        let nothing = || [(); FEWEST + 1].map(|()| vec![false; sums]);
        let mut first = nothing();
        first[0][0] = true;
        let mut possible = vec![first];
        for municipality in 0..municipalities {
            let mut next = nothing();
            for (gave, reached) in possible[municipality].iter().enumerate() {
                let reached = reached.iter().enumerate().filter(|(_, is)| **is);
                for (sum, _) in reached {
                    for answer in answers() {
                        let gave = (gave + usize::from(answer > 0)).min(FEWEST);
                        next[gave][sum + answer] = true;
                    }
                }
            }
            possible.push(next);
        }
        Self { possible }
    }

    /// Whether so many tenths of the price leave every municipality at least two answers, of which one may be none, to each
    /// of the others. `supporters` support the candidate, which everybody sees, and at least three of them gave an amount.
    /// It depends on nothing that is not public, so that what is left out tells nothing either.
    pub(super) fn hide_everyone(&self, supporters: usize, price: Money, told: u8) -> bool {
        if supporters < FEWEST {
            return false;
        }
        let is_told: Vec<bool> = (0..=supporters * LARGEST)
            .map(|units| {
                let units = i64::try_from(units).unwrap_or(i64::MAX);
                tenths(Money::from_ore(units.saturating_mul(UNIT.ore())), price) == told
            })
            .collect();
        let rest = &self.possible[supporters - 2];
        let can_be = |own: usize, other: usize| {
            let gave = usize::from(own > 0) + usize::from(other > 0);
            rest[FEWEST - gave..].iter().any(|reached| {
                let sums = reached.iter().enumerate().filter(|(_, is)| **is);
                sums.map(|(sum, _)| sum + own + other)
                    .any(|sum| is_told[sum])
            })
        };
        answers().all(|own| answers().filter(|&other| can_be(own, other)).count() != 1)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Everything that so many municipalities can have answered, at least three of them with an amount.
    fn everything(municipalities: usize) -> Vec<Vec<usize>> {
        let mut all = vec![vec![]];
        for _ in 0..municipalities {
            let longer =
                |one: Vec<usize>| answers().map(move |answer| [one.clone(), vec![answer]].concat());
            all = all.into_iter().flat_map(longer).collect();
        }
        all.retain(|one| one.iter().filter(|answer| **answer > 0).count() >= FEWEST);
        all
    }

    fn told(answers: &[usize], price: Money) -> u8 {
        let units = i64::try_from(answers.iter().sum::<usize>()).unwrap();
        tenths(Money::from_ore(units * UNIT.ore()), price)
    }

    #[test]
    fn it_says_what_everything_that_can_have_been_answered_says() {
        let mut hidden = [0; 2];
        for municipalities in 3..=5 {
            let sums = PossibleSums::up_to(5);
            let all = everything(municipalities);
            for kroner in [20, 75, 110, 150, 180, 230, 300, 420, 490, 1_000, 2_500] {
                let price = Money::from_kroner(kroner * 1_000);
                // What is told, what the first one stated, and all that the last one can have stated then.
                let mut seen: BTreeMap<(u8, usize), BTreeSet<usize>> = BTreeMap::new();
                for one in &all {
                    let others = seen.entry((told(one, price), one[0])).or_default();
                    others.insert(one[municipalities - 1]);
                }
                for share in all
                    .iter()
                    .map(|one| told(one, price))
                    .collect::<BTreeSet<_>>()
                {
                    let of_share = seen.iter().filter(|((other, _), _)| *other == share);
                    let is_hidden = of_share.clone().all(|(_, others)| others.len() > 1);
                    let said = sums.hide_everyone(municipalities, price, share);
                    assert_eq!(said, is_hidden, "{municipalities}, {kroner}, {share}");
                    hidden[usize::from(said)] += 1;
                }
            }
        }
        assert!(hidden.iter().all(|count| *count > 20), "{hidden:?}");
    }

    #[test]
    fn all_that_can_be_and_the_least_are_not_told() {
        let sums = PossibleSums::up_to(98);
        let hides = |supporters, kroner, told| {
            sums.hide_everyone(supporters, Money::from_kroner(kroner), told)
        };
        assert!(!hides(8, 800_000, 10), "each of the eight stated 100.000");
        assert!(
            !hides(9, 800_000, 10),
            "the ninth, who stated nothing, would know it"
        );
        assert!(hides(10, 800_000, 10));
        assert!(!hides(3, 250_000, 1), "each of the three stated 10.000");
        assert!(!hides(2, 200_000, 5));
        // As prices and rooms are: nine in ten of the shares of ten municipalities can be told.
        for price in [120, 180, 250, 420] {
            let shown = (0..=10).filter(|&told| hides(10, price * 1_000, told));
            assert!(shown.count() >= 9, "{price}");
        }
        assert!((0..=10).all(|told| hides(98, 420_000, told)));
    }
}
