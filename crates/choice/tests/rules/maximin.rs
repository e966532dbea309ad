//! Maximin support, held against every set of candidates.

use barometer_choice::maximin_support::maximin_support;
use barometer_choice::rational::Rational;
use proptest::prelude::*;

use super::support::{Parts, parts};

/// The largest cost per supporting weight of any set of these candidates: by duality of linear programs, the smallest
/// largest load. `None` where somebody has no supporter with a weight.
fn load(parts: &Parts, candidates: &[usize]) -> Option<Rational> {
    let mut heaviest: Option<Rational> = None;
    for set in 1..1_u32 << candidates.len() {
        let places = (0..candidates.len()).filter(|at| set >> at & 1 == 1);
        let of: Vec<usize> = places.map(|at| candidates[at]).collect();
        let supports = |voter: &usize| of.iter().any(|&one| parts.approves(*voter, one));
        let weights = (0..parts.voters.len()).filter(supports);
        let weight: u64 = weights.map(|voter| parts.voters[voter].0).sum();
        let load = Rational::from(parts.cost_of(&of)).divided_by(&Rational::from(weight))?;
        heaviest = heaviest.max(Some(load));
    }
    heaviest
}

#[test]
fn the_second_is_laid_on_those_who_carry_nothing_yet() {
    let parts = Parts {
        budget: 12,
        costs: vec![6, 6, 6],
        voters: vec![
            (1, vec![0, 1]),
            (1, vec![0, 1]),
            (1, vec![0, 1]),
            (1, vec![2]),
            (1, vec![2]),
        ],
    };
    let result = maximin_support(&parts.election());
    assert_eq!(result.chosen, [0, 2]);
    assert_eq!(result.rounds[0].load, Rational::from(2));
    assert_eq!(result.rounds[0].tied, [1]);
    assert_eq!(result.rounds[1].load, Rational::from(3));
    assert_eq!(result.rounds[1].heaviest, [2]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn it_lays_the_costs_as_evenly_as_any_set_allows(parts in parts(6, 8, false)) {
        let result = maximin_support(&parts.election());
        let mut chosen: Vec<usize> = Vec::new();
        for round in &result.rounds {
            let left = parts.budget - parts.cost_of(&chosen);
            let fits = |one: &usize| parts.costs[*one] <= left && !chosen.contains(one);
            let with = |one: usize| load(&parts, &[&chosen[..], &[one]].concat());
            let loads = (0..parts.costs.len()).filter(fits).filter_map(|one| Some((with(one)?, one)));
            let mut loads: Vec<(Rational, usize)> = loads.collect();
            loads.sort();
            prop_assert_eq!((&round.load, round.candidate), (&loads[0].0, loads[0].1));
            let tied = loads[1..].iter().take_while(|one| one.0 == round.load);
            prop_assert_eq!(&round.tied, &tied.map(|one| one.1).collect::<Vec<_>>());
            chosen.push(round.candidate);
            prop_assert_eq!(load(&parts, &round.heaviest), Some(round.load.clone()));
        }
        let left = parts.budget - parts.cost_of(&chosen);
        let could = |one: &usize| parts.costs[*one] <= left && !chosen.contains(one) && load(&parts, &[*one]).is_some();
        prop_assert_eq!((0..parts.costs.len()).find(could), None);
    }

    #[test]
    fn it_does_not_depend_on_the_unit(parts in parts(7, 9, false), unit in 2..1_000_u64, weight in 2..50_u64) {
        let mut scaled = parts.clone();
        scaled.budget *= unit;
        scaled.costs.iter_mut().for_each(|cost| *cost *= unit);
        scaled.voters.iter_mut().for_each(|voter| voter.0 *= weight);
        prop_assert_eq!(maximin_support(&parts.election()).chosen, maximin_support(&scaled.election()).chosen);
    }
}
