//! "Hvad betaler sig?" for the vendor's own requests: a simulation that never takes more than one core, and is done once for
//! the same requests.

use std::num::NonZeroUsize;
use std::panic;
use std::sync::Arc;

use barometer_domain::financing::request::RequestRow;
use barometer_domain::money::Money;
use barometer_domain::what_pays::{
    Choosing, FEWEST_REQUESTS, Interval, SimulatedWay, StatedAssumptions, WhatPays, could_be_chosen,
};
use barometer_simulation::Reading;
use barometer_simulation::assumptions::{Assumptions, OwnRequest, Scenario, scenarios};
use barometer_simulation::counting::Counting;
use barometer_simulation::figures::Estimate;
use barometer_simulation::report::{Figures, ReadingFigures};
use barometer_simulation::run::{Plan, run};

use super::Rooms;
use crate::store::StoreError;

/// The webinars that are invented: about a second on one core, and intervals that tell most ways apart.
const WEBINARS: u32 = 400;
/// The same requests give the same figures.
const SEED: u64 = 1;
const WAYS: [(Choosing, Counting); 4] = [
    (Choosing::VotesByMunicipality, Counting::Municipalities),
    (Choosing::VotesByParticipant, Counting::Participants),
    (Choosing::EqualFrames, Counting::EqualFrames),
    (Choosing::FramesByInhabitants, Counting::FramesByInhabitants),
];

/// The last requests that were simulated, and what came of it.
pub(super) struct Simulated {
    portfolio: Vec<OwnRequest>,
    page: WhatPays,
}

impl Rooms {
    /// What gets financed of the requests that could stand on a shortlist. Prices and terms are all that is read of them.
    ///
    /// # Errors
    /// [`StoreError`] when the requests cannot be read.
    pub async fn what_pays(&self) -> Result<WhatPays, StoreError> {
        let mut rows = self.store.requests().await?;
        rows.retain(could_be_chosen);
        let portfolio: Vec<OwnRequest> = rows.iter().filter_map(own_request).collect();
        let without_price = rows.len() - portfolio.len();
        // Whoever asks meanwhile waits; the lock goes along into the thread, so that nobody begins another one when this
        // request is given up.
        let mut held = Arc::clone(&self.simulated).lock_owned().await;
        let page = match &*held {
            Some(simulated) if simulated.portfolio == portfolio => simulated.page.clone(),
            _ => {
                let simulating = tokio::task::spawn_blocking(move || {
                    let page = simulate(&portfolio);
                    *held = Some(Simulated {
                        portfolio,
                        page: page.clone(),
                    });
                    page
                });
                match simulating.await {
                    Ok(page) => page,
                    Err(error) => panic::resume_unwind(error.into_panic()),
                }
            }
        };
        Ok(WhatPays {
            without_price: count(without_price),
            ..page
        })
    }
}

fn own_request(row: &RequestRow) -> Option<OwnRequest> {
    let terms = &row.request.terms;
    let price = terms.price.known().filter(|price| *price > Money::ZERO)?;
    Some(OwnRequest {
        price,
        sharing: terms.sharing,
        minimum: terms.minimum,
    })
}

fn simulate(portfolio: &[OwnRequest]) -> WhatPays {
    let mut base = base();
    base.assumptions.portfolio = portfolio.to_vec();
    let readings: Vec<Reading> = WAYS
        .iter()
        .flat_map(|&(_, counting)| {
            let followed = [(false, false), (true, false), (false, true), (true, true)];
            followed.map(|(tap, home_round)| Reading {
                counting,
                tap,
                home_round,
            })
        })
        .collect();
    let has_enough = portfolio.len() >= FEWEST_REQUESTS;
    let webinars = if has_enough { WEBINARS } else { 0 };
    let stated = stated(&base.assumptions);
    let scenarios = [base];
    let mut figures = Figures::new(&readings, 1);
    let plan = Plan {
        scenarios: &scenarios,
        readings: &readings,
        webinars,
        seed: SEED,
        threads: NonZeroUsize::MIN,
    };
    let simulated = run(&plan, |row| {
        figures.add(&row);
        Ok::<(), std::convert::Infallible>(())
    });
    // Twelve prices of at most 100 mio. kr. are far below what Equal Shares reckons with.
    debug_assert!(simulated.is_ok());
    let ways = figures.scenario(0).filter_map(|(reading, figures)| {
        let (choosing, _) = WAYS.iter().find(|way| way.1 == reading.counting)?;
        way(*choosing, reading, figures)
    });
    WhatPays {
        requests: count(portfolio.len()),
        without_price: 0,
        webinars,
        assumptions: stated,
        ways: ways.collect(),
    }
}

/// The assumptions of the documented file, unchanged.
fn base() -> Scenario {
    let mut all = scenarios(None).unwrap_or_else(|error| unreachable!("{error}"));
    all.swap_remove(0)
}

fn stated(assumptions: &Assumptions) -> StatedAssumptions {
    let Assumptions {
        webinar,
        worth,
        frame,
        answers,
        ..
    } = assumptions;
    let kroner = |amount: u32| Money::from_kroner(amount.into());
    StatedAssumptions {
        municipalities: [
            count(webinar.municipalities_least),
            count(webinar.municipalities_most),
        ],
        worth: kroner(worth.median),
        frame: kroner(frame.median),
        months: [answers.months_least, answers.months_most]
            .map(|months| thousandths(months) / 1_000),
    }
}

fn way(choosing: Choosing, reading: Reading, figures: &ReadingFigures) -> Option<SimulatedWay> {
    Some(SimulatedWay {
        choosing,
        tap: reading.tap,
        home_round: reading.home_round,
        success: figures.success.estimate().map(interval),
        financed: interval(figures.financed_each.estimate()?),
        dead_ends: interval(figures.dead_ends_each.estimate()?),
    })
}

fn interval(estimate: Estimate) -> Interval {
    Interval {
        low: thousandths(estimate.low),
        value: thousandths(estimate.value),
        high: thousandths(estimate.high),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "from 0 to some thousands"
)]
fn thousandths(figure: f64) -> u32 {
    (figure * 1_000.0).round() as u32
}

fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use barometer_domain::financing::Sharing;
    use barometer_domain::what_pays::Conclusion;

    use super::*;

    fn portfolio(prices: &[i64]) -> Vec<OwnRequest> {
        let request = |&price: &i64| OwnRequest {
            price: Money::from_kroner(price),
            sharing: Sharing::default(),
            minimum: None,
        };
        prices.iter().map(request).collect()
    }

    #[test]
    fn sixteen_ways_are_compared_and_the_same_requests_give_the_same_figures() {
        let own = portfolio(&[
            75_000, 95_000, 140_000, 180_000, 220_000, 310_000, 420_000, 480_000,
        ]);
        let page = simulate(&own);
        assert_eq!(
            (page.ways.len(), page.requests, page.webinars),
            (16, 8, WEBINARS)
        );
        assert_eq!(simulate(&own), page);
        assert_eq!(page.assumptions.months, [2, 6]);
        let usual = page.ways[0];
        assert!(!usual.tap && !usual.home_round && usual.choosing == Choosing::VotesByMunicipality);
        for way in &page.ways {
            assert!(way.success.is_none_or(|one| one.high <= 1_100), "{way:?}");
            assert!(way.financed.low <= way.financed.value);
        }
        assert!(matches!(page.conclusion(), Some(Conclusion::More { .. })));
    }

    #[test]
    fn of_one_request_there_is_nothing_to_choose() {
        for own in [portfolio(&[]), portfolio(&[200_000])] {
            let page = simulate(&own);
            assert_eq!((page.ways.len(), page.webinars), (0, 0));
            assert_eq!(page.conclusion(), None);
        }
    }

    #[test]
    fn the_highest_prices_there_can_be_are_reckoned_with() {
        let page = simulate(&portfolio(&[100_000_000; 20]));
        assert_eq!(page.ways.len(), 16);
    }
}
