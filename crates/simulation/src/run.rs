//! Many webinars on many threads, in an order that does not depend on how many there are.

use std::num::NonZeroUsize;
use std::thread;

use barometer_choice::election::ElectionError;

use crate::assumptions::Scenario;
use crate::{Outcome, Reading, webinar};

/// The webinars that one thread does before the rows are passed on.
const AT_ONCE: usize = 32;

/// What is to be simulated.
#[derive(Clone, Debug)]
pub struct Plan<'a> {
    /// The scenarios, each with as many webinars.
    pub scenarios: &'a [Scenario],
    /// How the ballots of each webinar are read.
    pub readings: &'a [Reading],
    /// The webinars of each scenario.
    pub webinars: u32,
    /// From what everything is drawn.
    pub seed: u64,
    /// How many threads work.
    pub threads: NonZeroUsize,
}

/// One webinar with what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The scenario's place.
    pub scenario: usize,
    /// The webinar's number within it, from 1.
    pub webinar: u32,
    /// One per reading, in the plan's order.
    pub outcomes: Vec<Outcome>,
}

/// Why a run ended early.
#[derive(Debug, thiserror::Error)]
pub enum RunError<E> {
    /// What was done with a row failed.
    #[error(transparent)]
    Row(E),
    /// The amounts of a scenario are beyond what Equal Shares reckons with.
    #[error(transparent)]
    Election(ElectionError),
}

/// Simulates all webinars of the plan and passes each on as soon as its turn has come: by scenario, then by number.
///
/// # Errors
/// When `take` fails, or the amounts are too large.
///
/// # Panics
/// When a thread does.
pub fn run<E>(
    plan: &Plan<'_>,
    mut take: impl FnMut(Row) -> Result<(), E>,
) -> Result<(), RunError<E>> {
    let numbers = (0..plan.scenarios.len())
        .flat_map(|scenario| (1..=plan.webinars).map(move |webinar| (scenario, webinar)));
    let numbers: Vec<(usize, u32)> = numbers.collect();
    for block in numbers.chunks(AT_ONCE * plan.threads.get()) {
        let done: Vec<Result<Vec<Row>, ElectionError>> = thread::scope(|scope| {
            let part = block.len().div_ceil(plan.threads.get()).max(1);
            let threads: Vec<_> = block
                .chunks(part)
                .map(|part| scope.spawn(|| part.iter().map(|&at| plan.row(at)).collect()))
                .collect();
            let joined = threads.into_iter().map(|thread| {
                thread
                    .join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            });
            joined.collect()
        });
        for rows in done {
            for row in rows.map_err(RunError::Election)? {
                take(row).map_err(RunError::Row)?;
            }
        }
    }
    Ok(())
}

impl Plan<'_> {
    fn row(&self, (scenario, number): (usize, u32)) -> Result<Row, ElectionError> {
        let assumptions = &self.scenarios[scenario].assumptions;
        let place = [scenario as u64, number.into()];
        Ok(Row {
            scenario,
            webinar: number,
            outcomes: webinar(assumptions, self.readings, self.seed, place)?,
        })
    }
}
