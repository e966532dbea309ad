//! What holds in every webinar, whatever is drawn.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;

use barometer_domain::money::Money;
use barometer_simulation::Reading;
use barometer_simulation::assumptions::{Scenario, scenarios};
use barometer_simulation::counting::Counting;
use barometer_simulation::random::Random;
use barometer_simulation::report::csv_lines;
use barometer_simulation::run::{Plan, run};
use barometer_simulation::world::World;
use barometer_simulation::{follow, webinar};
use proptest::prelude::*;

use crate::base;

fn rows(scenarios: &[Scenario], seed: u64, threads: usize) -> String {
    let readings = Reading::all();
    let plan = Plan {
        scenarios,
        readings: &readings,
        webinars: 7,
        seed,
        threads: NonZeroUsize::new(threads).unwrap(),
    };
    let mut lines = String::new();
    run(&plan, |row| {
        lines.push_str(&csv_lines(&scenarios[row.scenario].name, &row));
        Ok::<(), ()>(())
    })
    .unwrap();
    lines
}

#[test]
fn the_same_seed_gives_the_same_rows_however_many_threads() {
    let all = scenarios(None).unwrap();
    let one = rows(&all, 11, 1);
    assert_eq!(one.lines().count(), 15 * 7 * Reading::all().len());
    for threads in [2, 3, 16] {
        assert_eq!(rows(&all, 11, threads), one, "{threads}");
    }
    assert_ne!(rows(&all, 12, 2), one);
}

/// What is done with a row can fail: a full disk, or nobody who reads.
#[test]
fn a_run_ends_where_its_rows_cannot_be_kept() {
    let all = scenarios(None).unwrap();
    let readings = [Reading::USUAL];
    let plan = Plan {
        scenarios: &all,
        readings: &readings,
        webinars: 3,
        seed: 1,
        threads: NonZeroUsize::MIN,
    };
    let mut taken = 0;
    let ended = run(&plan, |_| {
        taken += 1;
        if taken < 5 { Ok(()) } else { Err("full") }
    });
    assert_eq!(ended.unwrap_err().to_string(), "full");
    assert_eq!(taken, 5);
}

/// All readings, and those with what differs between them.
fn reading() -> impl Strategy<Value = Reading> {
    let all = Reading::all();
    (0..all.len()).prop_map(move |at| all[at])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Nobody pays more than it finds worth, nor more in a half-year than its frame; what is paid is what is financed
    /// costs; what is financed was treated; nothing is treated twice, and never more than three.
    #[test]
    fn no_money_comes_out_of_nothing(seed: u64, reading in reading(), small in any::<bool>()) {
        let assumptions = base(|change| {
            if small {
                change.frame.median = 15_000;
                change.worth.median = 60_000;
            }
        });
        let world = World::draw(&assumptions, &mut Random::new(seed, [0, 1]));
        let (treated, financed) = follow(&world, &assumptions, reading).unwrap();
        let mut others = treated.clone();
        others.sort_unstable();
        others.dedup();
        prop_assert_eq!(others.len(), treated.len());
        prop_assert!(treated.len() <= 3);
        let delay = if reading.home_round { assumptions.home_round.months } else { 0.0 };
        let opening = world.month + assumptions.answers.treatment + delay;
        let mut spent: BTreeMap<(usize, u64), i64> = BTreeMap::new();
        for one in &financed {
            let request = &world.requests[one.request];
            prop_assert!(treated.contains(&one.request));
            prop_assert!(one.shares.len() >= usize::from(request.minimum));
            let paid: Money = one.shares.iter().map(|(_, share)| *share).sum();
            prop_assert_eq!(paid, request.firm);
            for &(place, share) in &one.shares {
                let stake = &world.places[place].stakes[one.request];
                prop_assert!(share <= stake.worth && !stake.falls_away);
                let half_year = (0..9).rev().find(|&nth| f64::from(nth) * 6.0 <= opening + stake.months);
                let half_year = u64::try_from(half_year.unwrap_or(0)).unwrap();
                *spent.entry((place, half_year)).or_default() += share.ore();
            }
        }
        for ((place, _), ore) in spent {
            prop_assert!(ore <= world.places[place].frame.ore());
        }
    }

    /// A home round treats only what was asked about and answered, and can only take requests away from those that no
    /// answer carries: with nobody who answers nothing is treated.
    #[test]
    fn a_home_round_treats_nothing_unheard(seed: u64, reading in reading()) {
        let reading = Reading { home_round: true, ..reading };
        let silent = base(|change| change.home_round.answers = 0.0);
        let outcomes = webinar(&silent, &[reading], seed, [0, 1]).unwrap();
        prop_assert_eq!(outcomes[0].treated, 0);
        prop_assert_eq!(outcomes[0].paid, Money::ZERO);
    }

    /// Where everybody answers at home as it will answer in the end, frames reach for everything and prices hold, what is
    /// treated after a home round is financed: no dead end is left.
    #[test]
    fn a_home_round_that_knows_all_has_no_dead_end(seed: u64, reading in reading()) {
        let reading = Reading { home_round: true, ..reading };
        let known = base(|change| {
            change.home_round.answers = 1.0;
            change.home_round.sigma = 0.0;
            change.requests.firm_median = 1.0;
            change.requests.firm_sigma = 0.0;
            change.frame.median = 10_000_000;
            change.frame.sigma = 0.0;
            change.answers.falls_away = 0.0;
        });
        let outcomes = webinar(&known, &[reading], seed, [0, 1]).unwrap();
        prop_assert_eq!(outcomes[0].dead_ends(), 0);
    }

    /// A tap that lets everything through changes nothing.
    #[test]
    fn a_tap_that_asks_for_nothing_changes_nothing(seed: u64, reading in reading()) {
        prop_assume!(reading.counting != Counting::StatedFrames);
        let through = base(|change| change.tap.carries = 0.0);
        let readings = [Reading { tap: true, ..reading }, Reading { tap: false, ..reading }];
        let outcomes = webinar(&through, &readings, seed, [0, 1]).unwrap();
        prop_assert_eq!(outcomes[0].treated, outcomes[1].treated);
        prop_assert_eq!(outcomes[0].paid, outcomes[1].paid);
    }

    /// Where every case is dropped on its way, or comes too late, nothing is financed.
    #[test]
    fn nothing_is_financed_without_answers(seed: u64, reading in reading(), late in any::<bool>()) {
        let nobody = base(|change| {
            if late {
                change.answers.deadline = 1.9;
            } else {
                change.answers.falls_away = 1.0;
            }
        });
        let outcomes = webinar(&nobody, &[reading], seed, [0, 1]).unwrap();
        prop_assert_eq!((outcomes[0].financed, outcomes[0].payers), (0, 0));
    }
}
