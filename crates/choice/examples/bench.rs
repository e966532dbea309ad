//! `cargo xtask bench choice`: how long each rule takes, in a made-up election of a town's and of a large city's size.

use std::time::{Duration, Instant};

use barometer_choice::election::{Election, Voter};
use barometer_choice::equal_shares::{Completion, Utility, equal_shares};
use barometer_choice::greedy::{self, greedy};
use barometer_choice::maximin_support::maximin_support;
use barometer_choice::phragmen::phragmen;

/// Candidates, voters, and within how long the Method of Equal Shares has to choose.
const SIZES: [(usize, usize, Duration); 2] = [
    (100, 10_000, Duration::from_millis(16)),
    (1_000, 100_000, Duration::from_secs(2)),
];
/// With more candidates those rules take minutes that choose anew for every krone, or ask for a largest flow for every
/// candidate.
const MOST_FOR_MANY_RUNS: usize = 100;
/// Each rule runs so often; the middle time counts.
const RUNS: usize = 5;

/// Ballots of one to ten candidates, the first of which are more popular; costs over two orders of magnitude.
fn made_up(candidates: usize, voters: usize) -> Vec<Voter> {
    let mut random = fastrand::Rng::with_seed(18);
    let mut ballot = || {
        let approved = 1 + random.usize(..10);
        let popular =
            |random: &mut fastrand::Rng| random.usize(..candidates).min(random.usize(..candidates));
        (0..approved).map(|_| popular(&mut random)).collect()
    };
    let voters = (0..voters).map(|_| Voter {
        weight: 1,
        approves: ballot(),
    });
    voters.collect()
}

fn costs(candidates: usize) -> Vec<u64> {
    let mut random = fastrand::Rng::with_seed(19);
    let costs = (0..candidates).map(|_| 10_000 + random.u64(..990_000));
    costs.collect()
}

fn measured<Result>(mut run: impl FnMut() -> Result) -> (Duration, Result) {
    let mut times = Vec::new();
    let mut result = None;
    for _ in 0..RUNS {
        let start = Instant::now();
        result = Some(run());
        times.push(start.elapsed());
    }
    times.sort_unstable();
    (times[RUNS / 2], result.expect("it ran"))
}

fn main() {
    let mut is_too_slow = false;
    for (candidates, voters, within) in SIZES {
        println!("{candidates} candidates, {voters} voters");
        let ballots = made_up(candidates, voters);
        let costs = costs(candidates);
        let budget = costs.iter().sum::<u64>() / 3;
        let make = || Election::new(budget, costs.clone(), ballots.clone()).expect("an election");
        let (time, election) = measured(make);
        println!("  {:<34}{time:>12.1?}", "putting it together");
        for utility in [Utility::Cost, Utility::Cardinality] {
            let (time, result) = measured(|| equal_shares(&election, utility, Completion::None));
            let name = format!("equal shares, {utility:?}");
            println!("  {name:<34}{time:>12.1?}, {} chosen", result.chosen.len());
            is_too_slow |= time > within;
        }
        let epsilon = Completion::Epsilon;
        let (time, result) = measured(|| equal_shares(&election, Utility::Cost, epsilon));
        println!(
            "  {:<34}{time:>12.1?}, {} chosen",
            "equal shares, ε",
            result.chosen.len()
        );
        let (time, result) = measured(|| phragmen(&election));
        println!(
            "  {:<34}{time:>12.1?}, {} chosen",
            "phragmen",
            result.chosen.len()
        );
        if candidates <= MOST_FOR_MANY_RUNS {
            let start = Instant::now();
            let result = equal_shares(&election, Utility::Cost, Completion::Add { step: 1 });
            let (name, time) = (
                format!("equal shares, add1, {} runs", result.runs),
                start.elapsed(),
            );
            println!("  {name:<34}{time:>12.1?}, {} chosen", result.chosen.len());
            let (time, result) = measured(|| maximin_support(&election));
            println!(
                "  {:<34}{time:>12.1?}, {} chosen",
                "maximin support",
                result.chosen.len()
            );
        }
        let (time, result) = measured(|| greedy(&election, greedy::Order::SupportPerCost));
        println!(
            "  {:<34}{time:>12.1?}, {} chosen",
            "greedy",
            result.chosen.len()
        );
    }
    if is_too_slow {
        println!("equal shares took longer than it may");
        std::process::exit(1);
    }
}
