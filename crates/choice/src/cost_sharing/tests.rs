//! Cross-monotonicity, over all pairs of groups.

use proptest::prelude::*;

use super::*;

fn groups(count: usize) -> impl Iterator<Item = Vec<usize>> {
    (1..1_u32 << count).map(move |set| (0..count).filter(|at| set >> at & 1 == 1).collect())
}

/// The first municipality whose share rises when others join, if there is one.
fn somebody_pays_more(rule: &RequestSharing, count: usize) -> Option<(Vec<usize>, Vec<usize>)> {
    for large in groups(count) {
        let shares = rule.shares(&large);
        for small in groups(count).filter(|small| small.iter().all(|one| large.contains(one))) {
            let rises = |(at, before): (usize, &Rational)| {
                let place = large.iter().position(|one| *one == small[at]);
                place.is_some_and(|place| shares[place] > *before)
            };
            if rule.shares(&small).iter().enumerate().any(rises) {
                return Some((small, large));
            }
        }
    }
    None
}

fn municipalities(inhabitants: &[u32]) -> Vec<Payer> {
    let payer = |&inhabitants: &u32| Payer {
        inhabitants,
        at_most: None,
    };
    inhabitants.iter().map(payer).collect()
}

fn any_rule() -> impl Strategy<Value = SharingRule> {
    prop_oneof![
        Just(SharingRule::Equal),
        Just(SharingRule::Population),
        (1..200_u32, 0..=100_u8)
            .prop_map(|(above, percent)| SharingRule::PopulationDegressive { above, percent }),
        Just(SharingRule::SizeClass {
            weights: [1, 2, 3, 4]
        }),
        (0..=100_u8).prop_map(|equal_percent| SharingRule::Mixed { equal_percent }),
        (1..60_i64).prop_map(|fee| SharingRule::FixedFee {
            fee: Money::from_ore(fee)
        }),
    ]
}

/// 100 kr., one half shared equally and one by inhabitants, at most 45 kr. each. With two of a thousand inhabitants, one of a
/// single inhabitant pays 16 kr. 69 øre, a third of the first half and next to nothing of the second. When one of a million
/// joins it pays 45 kr., and the first, who now counts nearly as much as the two others, 18 kr. 28 øre.
#[test]
fn a_capped_mixture_is_not_cross_monotone_and_says_so() {
    let sharing = |cap| Sharing {
        rule: SharingRule::Mixed { equal_percent: 50 },
        cap,
        planned_for: None,
    };
    let four = municipalities(&[1, 1_000, 1_000, 1_000_000]);
    let price = Money::from_kroner(100);
    let capped = sharing(Some(Money::from_kroner(45)));
    let rule = RequestSharing::new(price, capped, &four);
    assert_eq!(
        rule.is_cross_monotone(),
        Err(NotCrossMonotone::CappedMixture)
    );
    assert_eq!(rule.shares(&[0, 1, 2])[0].floor(), 1_669);
    assert_eq!(rule.shares(&[0, 1, 2, 3])[0].floor(), 1_828);
    assert!(somebody_pays_more(&rule, 4).is_some());
    let rule = RequestSharing::new(price, sharing(None), &four);
    assert_eq!(rule.is_cross_monotone(), Ok(()));
}

/// One krone of a hundred shared equally, the rest by inhabitants: one without any pays all alone, and less when others
/// join.
#[test]
fn a_municipality_without_inhabitants_pays_no_more_when_others_join() {
    let sharing = Sharing::by(SharingRule::Mixed { equal_percent: 1 });
    let payers = municipalities(&[1, 0]);
    let rule = RequestSharing::new(Money::from_ore(1), sharing, &payers);
    assert_eq!(somebody_pays_more(&rule, 2), None);
}

proptest! {
    #[test]
    fn a_rule_that_says_so_is_cross_monotone(
        rule in any_rule(),
        cap in prop::option::of(1..80_i64),
        price in 1..200_i64,
        inhabitants in prop::collection::vec(0..300_u32, 1..6),
    ) {
        let sharing = Sharing { rule, cap: cap.map(Money::from_ore), planned_for: None };
        let payers = municipalities(&inhabitants);
        let rule = RequestSharing::new(Money::from_ore(price), sharing, &payers);
        if rule.is_cross_monotone().is_ok() {
            prop_assert_eq!(somebody_pays_more(&rule, inhabitants.len()), None);
        }
        let all: Vec<usize> = (0..inhabitants.len()).collect();
        let sum = rule.shares(&all).iter().fold(Rational::zero(), |sum, share| sum + share);
        prop_assert!(sum <= in_ore(Money::from_ore(price)));
    }

    /// What is paid in whole øre differs from the exact share by less than one øre, and never passes a whole maximum.
    #[test]
    fn the_exact_share_is_what_is_paid_before_rounding(
        rule in any_rule(),
        price in 1..100_000_i64,
        inhabitants in prop::collection::vec(1..300_u32, 1..6),
    ) {
        let sharing = Sharing::by(rule);
        let payers = municipalities(&inhabitants);
        let all: Vec<usize> = (0..inhabitants.len()).collect();
        let exact = RequestSharing::new(Money::from_ore(price), sharing, &payers).shares(&all);
        if let Ok(paid) = sharing.shares(Money::from_ore(price), &payers) {
            for (paid, exact) in paid.iter().zip(&exact) {
                prop_assert!((exact.floor()..=exact.ceil()).contains(&non_negative(*paid)));
            }
        }
    }
}
