//! The funding test held against every group, and against whoever would gain by naming another maximum.

use barometer_domain::financing::funding::{Funding as OfRequest, funding};
use barometer_domain::financing::sharing::{Payer, Sharing, SharingRule};
use proptest::prelude::*;

use super::*;
use crate::cost_sharing::RequestSharing;

fn payers(of: &[(u32, i64)]) -> Vec<Payer> {
    let payer = |&(inhabitants, ore): &(u32, i64)| Payer {
        inhabitants,
        at_most: Some(Money::from_ore(ore)),
    };
    of.iter().map(payer).collect()
}

fn test(price: Money, sharing: Sharing, of: &[(u32, i64)]) -> Funding {
    let rule = RequestSharing::new(price, sharing, &payers(of));
    let maxima: Vec<Money> = of.iter().map(|one| Money::from_ore(one.1)).collect();
    moulin_shenker(&rule, &maxima)
}

const THOUSANDS: [i64; 7] = [120, 100, 90, 80, 60, 50, 30];

fn worked_example(price: i64) -> Funding {
    let of = THOUSANDS.map(|thousand| (59_000, thousand * 100_000));
    test(Money::from_kroner(price), Sharing::default(), &of)
}

#[test]
fn six_pay_50_000_of_300_000() {
    let funding = worked_example(300_000);
    assert_eq!(funding.payers.len(), 6);
    assert!(
        funding
            .payers
            .iter()
            .all(|one| one.1 == Rational::from(5_000_000))
    );
    assert_eq!(funding.may_not_be_largest, None);
    assert_eq!(funding.counts().unwrap().payers, Some(6));
}

/// Of 350.000 kr. four pay 87.500 each when the one with 80.000 raises by 7.500; six pay 58.333,34 when the one with 50.000
/// does by 8.333,34; five pay 70.000 when the one with 60.000 does by 10.000; seven 50.000 when the last does by 20.000.
#[test]
fn the_one_with_80_000_tips_350_000_with_7_500_more() {
    let funding = worked_example(350_000);
    assert!(!funding.is_carried());
    let tips = funding.would_tip.iter();
    let rises: Vec<_> = tips
        .map(|tip| (tip.municipality, (tip.needs - tip.offers).ore()))
        .collect();
    assert_eq!(
        rises[..4],
        [(3, 750_000), (5, 833_334), (4, 1_000_000), (6, 2_000_000)]
    );
    let counts = funding.counts().unwrap();
    assert_eq!((counts.payers, counts.one_could_tip), (None, true));
}

#[test]
fn two_offers_are_not_counted_in_public() {
    let of = [(1, 5_000), (1, 5_000), (1, 0)];
    let funding = test(Money::from_kroner(100), Sharing::default(), &of);
    assert!(funding.is_carried());
    assert_eq!(funding.counts(), None);
}

fn any_sharing() -> impl Strategy<Value = Sharing> {
    let rule = prop_oneof![
        Just(SharingRule::Equal),
        Just(SharingRule::Population),
        Just(SharingRule::PopulationDegressive {
            above: 50,
            percent: 50
        }),
        (0..=100_u8).prop_map(|equal_percent| SharingRule::Mixed { equal_percent }),
        (1..40_i64).prop_map(|fee| SharingRule::FixedFee {
            fee: Money::from_ore(fee)
        }),
    ];
    (rule, prop::option::of(1..60_i64)).prop_map(|(rule, cap)| Sharing {
        rule,
        cap: cap.map(Money::from_ore),
        planned_for: None,
    })
}

fn offers(most: usize) -> impl Strategy<Value = Vec<(u32, i64)>> {
    prop::collection::vec((0..100_u32, 0..60_i64), 1..=most)
}

/// Every group that covers the price within everyone's maximum.
fn carrying_groups(rule: &RequestSharing, maxima: &[Money]) -> Vec<Vec<usize>> {
    let groups = (1..1_u32 << maxima.len()).map(|set| {
        (0..maxima.len())
            .filter(|at| set >> at & 1 == 1)
            .collect::<Vec<_>>()
    });
    let carries = |group: &Vec<usize>| {
        let shares = rule.shares(group);
        let sum = shares.iter().fold(Rational::zero(), |sum, one| sum + one);
        let within = |(at, share): (&usize, &Rational)| {
            maxima[*at] > Money::ZERO && *share <= in_ore(maxima[*at])
        };
        sum == in_ore(rule.price()) && group.iter().zip(&shares).all(within)
    };
    groups.filter(carries).collect()
}

proptest! {
    #[test]
    fn no_group_that_can_pay_is_larger(price in 1..150_i64, sharing in any_sharing(), of in offers(6)) {
        let maxima: Vec<Money> = of.iter().map(|one| Money::from_ore(one.1)).collect();
        let rule = RequestSharing::new(Money::from_ore(price), sharing, &payers(&of));
        let found = moulin_shenker(&rule, &maxima);
        let group: Vec<usize> = found.payers.iter().map(|one| one.0).collect();
        let all = carrying_groups(&rule, &maxima);
        prop_assert!(group.is_empty() || all.contains(&group));
        if found.may_not_be_largest.is_none() {
            prop_assert_eq!(group.is_empty(), all.is_empty());
            prop_assert!(all.iter().flatten().all(|one| group.contains(one)));
        }
    }

    #[test]
    fn it_is_the_requests_funding_test(price in 1..150_i64, sharing in any_sharing(), of in offers(7)) {
        let found = test(Money::from_ore(price), sharing, &of);
        prop_assume!(found.may_not_be_largest.is_none());
        let carried = match funding(Money::from_ore(price), &sharing, &payers(&of)) {
            Some(OfRequest::Carried { payers, .. }) => payers as usize,
            _ => 0,
        };
        prop_assert_eq!(found.payers.len(), carried);
    }

    /// With what it needs it is carried, with an øre less it is not.
    #[test]
    fn what_a_municipality_needs_to_tip_it_is_the_least(price in 1..150_i64, sharing in any_sharing(), of in offers(6)) {
        let price = Money::from_ore(price);
        let found = test(price, sharing, &of);
        let with = |at: usize, ore: i64| {
            let mut raised = of.clone();
            raised[at].1 = ore;
            test(price, sharing, &raised).is_carried()
        };
        prop_assume!(found.may_not_be_largest.is_none() && !found.is_carried());
        for (at, offer) in of.iter().enumerate() {
            match found.would_tip.iter().find(|tip| tip.municipality == at) {
                Some(tip) => {
                    prop_assert!(with(at, tip.needs.ore()));
                    prop_assert!(!with(at, tip.needs.ore() - 1));
                    prop_assert!(tip.needs.ore() > offer.1);
                }
                None => prop_assert!(!with(at, price.ore())),
            }
        }
    }

    /// Whoever names another maximum than its own never gets more than with its own: what it is worth to it, less its share,
    /// and nothing when it is not among the payers.
    #[test]
    fn naming_another_maximum_never_pays(
        price in 1..150_i64,
        sharing in any_sharing(),
        of in offers(6),
        liar in 0..6_usize,
        named in 0..150_i64,
    ) {
        let liar = liar % of.len();
        let price = Money::from_ore(price);
        let honest = test(price, sharing, &of);
        prop_assume!(honest.may_not_be_largest.is_none());
        let mut lie = of.clone();
        lie[liar].1 = named;
        let worth = in_ore(Money::from_ore(of[liar].1));
        let share = |funding: &Funding| funding.payers.iter().find(|one| one.0 == liar).map(|one| one.1.clone());
        let gain = |funding: &Funding| share(funding).map_or_else(Rational::zero, |share| worth.less(&share));
        let told = test(price, sharing, &lie);
        prop_assert!(gain(&told) <= gain(&honest));
    }
}
