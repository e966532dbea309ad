//! Phragmén's sequential rule and the greedy rules, held against slow forms of themselves.

use barometer_choice::greedy::{Order, greedy};
use barometer_choice::phragmen::phragmen;
use barometer_choice::rational::Rational;
use proptest::prelude::*;

use super::support::{Parts, parts};

/// Voter by voter: what each was given when it paid last. Gives who is bought and when.
fn textbook(parts: &Parts) -> Vec<(usize, Rational)> {
    let weight = |voter: usize| parts.voters[voter].0;
    let mut last = vec![Rational::zero(); parts.voters.len()];
    let mut bought: Vec<(usize, Rational)> = Vec::new();
    let mut left = parts.budget;
    loop {
        let mut nearest: Vec<(usize, Rational)> = Vec::new();
        for candidate in 0..parts.costs.len() {
            let supporters = parts.supporters(candidate);
            let pace: u64 = supporters.iter().map(|&voter| weight(voter)).sum();
            let takes_part = parts.costs[candidate] <= parts.budget && pace > 0;
            if !takes_part || bought.iter().any(|one| one.0 == candidate) {
                continue;
            }
            let paid = supporters.iter().map(|&voter| &last[voter] * weight(voter));
            let sum = paid.fold(Rational::from(parts.costs[candidate]), |sum, paid| {
                sum + &paid
            });
            let moment = sum.divided_by(&Rational::from(pace)).unwrap();
            if nearest.first().is_none_or(|first| moment < first.1) {
                nearest.clear();
            }
            if nearest.first().is_none_or(|first| moment == first.1) {
                nearest.push((candidate, moment));
            }
        }
        let fits = |one: &(usize, Rational)| parts.costs[one.0] <= left;
        if nearest.is_empty() || !nearest.iter().all(fits) {
            return bought;
        }
        let (candidate, moment) = nearest.swap_remove(0);
        for voter in parts.supporters(candidate) {
            last[voter] = moment.clone();
        }
        left -= parts.costs[candidate];
        bought.push((candidate, moment));
    }
}

/// Six voters, a candidate of 6 that all want, then one of 2 that the first two want.
#[test]
fn whoever_has_paid_begins_anew() {
    let mut voters = vec![(1, vec![0, 1]); 2];
    voters.extend(vec![(1, vec![0]); 4]);
    let parts = Parts {
        budget: 8,
        costs: vec![6, 3],
        voters,
    };
    let result = phragmen(&parts.election());
    assert_eq!(result.chosen, [0]);
    assert_eq!(result.rounds[0].moment, Rational::from(1));
    let stop = result.stopped_by.unwrap();
    assert_eq!((stop.candidate, stop.left), (1, 2));
    assert_eq!(stop.moment, Rational::new(5_u8, 2_u8));
}

#[test]
fn greedy_takes_what_fits_and_reports_ties() {
    let parts = Parts {
        budget: 10,
        costs: vec![8, 5, 2, 2],
        voters: vec![(1, vec![0, 1]), (1, vec![0, 1, 2]), (1, vec![0, 3])],
    };
    let by_support = greedy(&parts.election(), Order::Support);
    assert_eq!(by_support.chosen, [0, 2]);
    let looks: Vec<_> = by_support
        .looks
        .iter()
        .map(|look| (look.candidate, look.fits))
        .collect();
    assert_eq!(looks, [(0, true), (1, false), (2, true), (3, false)]);
    assert_eq!(by_support.looks[2].tied, [3]);
    let per_cost = greedy(&parts.election(), Order::SupportPerCost);
    assert_eq!(per_cost.chosen, [2, 3, 1]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn phragmen_is_the_textbooks_rule(parts in parts(8, 10, false)) {
        let result = phragmen(&parts.election());
        let rounds: Vec<_> = result.rounds.iter().map(|one| (one.candidate, one.moment.clone())).collect();
        prop_assert_eq!(rounds, textbook(&parts));
        prop_assert!(parts.cost_of(&result.chosen) <= parts.budget);
    }

    #[test]
    fn phragmen_does_not_depend_on_the_unit(parts in parts(8, 10, false), unit in 2..1_000_u64, weight in 2..50_u64) {
        let mut scaled = parts.clone();
        scaled.budget *= unit;
        scaled.costs.iter_mut().for_each(|cost| *cost *= unit);
        scaled.voters.iter_mut().for_each(|voter| voter.0 *= weight);
        prop_assert_eq!(phragmen(&parts.election()).chosen, phragmen(&scaled.election()).chosen);
    }

    #[test]
    fn greedy_leaves_out_only_what_does_not_fit(parts in parts(8, 10, true)) {
        for order in [Order::Support, Order::SupportPerCost] {
            let result = greedy(&parts.election(), order);
            let cost = parts.cost_of(&result.chosen);
            prop_assert!(cost <= parts.budget);
            for one in (0..parts.costs.len()).filter(|one| !result.chosen.contains(one)) {
                prop_assert!(parts.supporters(one).is_empty() || cost + parts.costs[one] > parts.budget);
            }
        }
    }
}
