//! The figures that `docs/simulation.md` names, with fewer webinars: every statement is tested on the end of its interval
//! of 95 % that speaks against it, or says that it is not.

use std::num::NonZeroUsize;

use barometer_simulation::Reading;
use barometer_simulation::assumptions::{Scenario, scenarios};
use barometer_simulation::counting::Counting;
use barometer_simulation::figures::Estimate;
use barometer_simulation::report::{Figures, ReadingFigures};
use barometer_simulation::run::{Plan, run};

const TAP: Reading = Reading {
    tap: true,
    ..Reading::USUAL
};
const HOME: Reading = Reading {
    home_round: true,
    ..Reading::USUAL
};
const POINTS: Reading = Reading {
    counting: Counting::Points,
    ..Reading::USUAL
};
const EQUAL_SHARES: Reading = Reading {
    counting: Counting::FramesByInhabitants,
    ..Reading::USUAL
};

fn simulated(scenarios: &[Scenario], webinars: u32) -> Figures {
    let readings = [Reading::USUAL, TAP, HOME, POINTS, EQUAL_SHARES];
    let plan = Plan {
        scenarios,
        readings: &readings,
        webinars,
        seed: 20,
        threads: NonZeroUsize::new(2).unwrap(),
    };
    let mut figures = Figures::new(&readings, scenarios.len());
    run(&plan, |row| {
        figures.add(&row);
        Ok::<(), ()>(())
    })
    .unwrap();
    figures
}

/// In each scenario: Equal Shares finances more, the tap leaves fewer dead ends, a home round lifts what is financed of
/// what is treated to over half, and points finance fewer.
#[test]
fn the_statements_hold_in_every_one_of_fifteen_scenarios() {
    let all = scenarios(None).unwrap();
    let figures = simulated(&all, 400);
    for (at, scenario) in all.iter().enumerate() {
        let name = &scenario.name;
        let figure = |reading: Reading, of: fn(&ReadingFigures) -> Option<Estimate>| {
            of(figures.of(at, reading).unwrap()).unwrap()
        };
        let more = figure(EQUAL_SHARES, |one| one.financed.estimate());
        assert!(more.low > 1.0 && more.value < 2.4, "{name}: {more:?}");
        let dead_ends = figure(TAP, |one| one.dead_ends.estimate());
        assert!(dead_ends.high < 0.9, "{name}: {dead_ends:?}");
        let at_home = figure(HOME, |one| one.success.estimate());
        assert!(at_home.low > 0.5, "{name}: {at_home:?}");
        let points = figure(POINTS, |one| one.financed.estimate());
        assert!(points.high < 1.0, "{name}: {points:?}");
    }
}

/// "About a third", and how many times as many Equal Shares finances.
#[test]
fn about_a_third_of_what_has_most_votes_is_financed() {
    let base = &scenarios(None).unwrap()[..1];
    let figures = simulated(base, 1_500);
    let of = |reading| figures.of(0, reading).unwrap();
    let usual = of(Reading::USUAL).success.estimate().unwrap();
    assert!(usual.low > 0.28 && usual.high < 0.38, "{usual:?}");
    let more = of(EQUAL_SHARES).financed.estimate().unwrap();
    assert!(more.low > 1.35 && more.high < 1.6, "{more:?}");
}
