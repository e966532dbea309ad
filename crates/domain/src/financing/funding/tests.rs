//! The funding test held against the example of `docs/domain.md, "Funding test"` and every group there is.

use proptest::prelude::*;

use super::super::SharingRule;
use super::*;

fn offers(of: impl IntoIterator<Item = (u32, i64)>) -> Vec<Payer> {
    let offer = |(inhabitants, ore)| Payer {
        inhabitants,
        at_most: Some(Money::from_ore(ore)),
    };
    of.into_iter().map(offer).collect()
}

fn test(price: i64, sharing: &Sharing) -> Option<Funding> {
    let maxima = [120, 100, 90, 80, 60, 50, 30].map(|thousand| (59_000, thousand * 100_000));
    funding(Money::from_kroner(price), sharing, &offers(maxima))
}

#[test]
fn six_pay_50_000_of_300_000() {
    let each = Money::from_kroner(50_000);
    let carried = Funding::Carried {
        payers: 6,
        least: each,
        most: each,
    };
    assert_eq!(test(300_000, &Sharing::default()), Some(carried));
}

#[test]
fn dearer_ones_fail_with_the_near_miss() {
    for (price, missing) in [(350_000, 30_000), (400_000, 80_000)] {
        let near = Funding::NearMiss {
            payers: 4,
            least: Money::from_kroner(80_000),
            most: Money::from_kroner(80_000),
            missing: Money::from_kroner(missing),
        };
        assert_eq!(test(price, &Sharing::default()), Some(near));
    }
}

/// 50.000 kr. each is carried equally, but not by population: the largest would pay 5/6 of it.
#[test]
fn it_follows_the_requests_own_rule() {
    let price = Money::from_kroner(300_000);
    let six = offers(
        [(295_000, 5_000_000)]
            .into_iter()
            .chain([(11_800, 5_000_000); 5]),
    );
    let carried = |rule| {
        matches!(
            funding(price, &Sharing::by(rule), &six),
            Some(Funding::Carried { .. })
        )
    };
    assert!(carried(SharingRule::Equal));
    assert!(!carried(SharingRule::Population));
}

#[test]
fn a_limit_of_the_rule_that_is_too_low_is_a_near_miss() {
    let capped = Sharing {
        cap: Some(Money::from_kroner(40_000)),
        ..Sharing::default()
    };
    let near = Funding::NearMiss {
        payers: 6,
        least: Money::from_kroner(40_000),
        most: Money::from_kroner(40_000),
        missing: Money::from_kroner(60_000),
    };
    assert_eq!(test(300_000, &capped), Some(near));
}

#[test]
fn without_offers_there_is_no_answer() {
    let sharing = Sharing::default();
    let one = Money::from_kroner(1);
    assert_eq!(funding(one, &sharing, &offers([(1, 0)])), None);
    assert_eq!(funding(Money::ZERO, &sharing, &offers([(1, 100)])), None);
}

/// The textbook form for equal shares: repeat price / |S| and drop those below it. `None` when nobody is left.
fn by_dropping(price: i64, maxima: &[i64]) -> Option<usize> {
    let mut left: Vec<i64> = maxima.to_vec();
    loop {
        let count = left.len() as i128;
        left.retain(|&max| i128::from(max) * count >= i128::from(price));
        if left.is_empty() {
            return None;
        }
        if left.len() as i128 == count {
            return Some(left.len());
        }
    }
}

/// Whether a group can share the price so that nobody pays more than its maximum, in exact fractions.
fn is_carried(price: i64, sharing: &Sharing, group: &[(u32, i64)]) -> bool {
    let inhabitants: Vec<u32> = group.iter().map(|one| one.0).collect();
    let weights = sharing.rule.weights(&inhabitants);
    let limit = sharing.limit().map_or(price, Money::ore).into();
    // The part λ of its weight that each pays below the limit: the shares at the smallest λ that covers the price.
    let mut open: Vec<usize> = (0..group.len()).collect();
    let mut left = i128::from(price);
    loop {
        let total: i128 = open.iter().map(|&at| i128::from(weights[at])).sum();
        let over = |at: &usize| left * i128::from(weights[*at]) > limit * total;
        let Some(at) = open.iter().position(over) else {
            let can =
                |&at: &usize| i128::from(group[at].1) * total >= left * i128::from(weights[at]);
            return !open.is_empty() && open.iter().all(can);
        };
        if i128::from(group[open[at]].1) < limit {
            return false;
        }
        open.remove(at);
        left -= limit;
        if open.is_empty() && left <= 0 {
            return true;
        }
        if left < 0 || open.is_empty() {
            return false;
        }
    }
}

proptest! {
    #[test]
    fn with_equal_shares_it_is_the_same_as_dropping(
        price in 1..1_000_000_000_i64,
        maxima in prop::collection::vec(1..100_000_000_i64, 1..98),
    ) {
        let expected = by_dropping(price, &maxima);
        let offers = offers(maxima.into_iter().map(|max| (59_000, max)));
        match funding(Money::from_ore(price), &Sharing::default(), &offers).unwrap() {
            Funding::Carried { payers, least, .. } => {
                prop_assert_eq!(Some(payers as usize), expected);
                prop_assert!(least.ore() * i64::from(payers) >= price);
            }
            Funding::NearMiss { payers, least, missing, .. } => {
                prop_assert_eq!(expected, None);
                prop_assert_eq!(i64::from(payers) * least.ore() + missing.ore(), price);
                prop_assert!(missing > Money::ZERO);
            }
        }
    }

    #[test]
    fn no_group_that_can_pay_is_larger(
        price in 1..500_000_000_i64,
        rule in 0..6_usize,
        cap in prop::option::of(1..200_000_000_i64),
        group in prop::collection::vec((1..700_000_u32, 1..300_000_000_i64), 1..8),
    ) {
        let fee = Money::from_ore(price / 4 + 1);
        let fixed = SharingRule::FixedFee { fee };
        let sharing = Sharing {
            rule: *SharingRule::USUAL.get(rule).unwrap_or(&fixed),
            cap: cap.map(Money::from_ore),
            planned_for: None,
        };
        let groups = (1..1_usize << group.len()).map(|mask| {
            let chosen = group.iter().enumerate().filter(|(at, _)| mask >> at & 1 == 1);
            chosen.map(|(_, one)| *one).collect::<Vec<_>>()
        });
        let largest = groups
            .filter(|group| is_carried(price, &sharing, group))
            .map(|group| group.len())
            .max();
        let found = funding(Money::from_ore(price), &sharing, &offers(group));
        let found = match found.unwrap() {
            Funding::Carried { payers, .. } => Some(payers as usize),
            Funding::NearMiss { missing, .. } => {
                prop_assert!(missing > Money::ZERO);
                None
            }
        };
        prop_assert_eq!(found, largest);
    }
}
