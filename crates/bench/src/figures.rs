//! What one round measures, and medians over rounds.

use std::time::{Duration, Instant};

use crate::questions::Asked;

/// How a number of durations are spread.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Spread {
    pub(crate) p50: Duration,
    pub(crate) p95: Duration,
    pub(crate) p99: Duration,
    pub(crate) max: Duration,
}

impl Spread {
    /// Of durations in any order.
    pub(crate) fn of(mut durations: Vec<Duration>) -> Self {
        durations.sort_unstable();
        let at = |percent: usize| {
            let rank = (durations.len() * percent).div_ceil(100).max(1);
            durations.get(rank - 1).copied().unwrap_or_default()
        };
        Self {
            p50: at(50),
            p95: at(95),
            p99: at(99),
            max: at(100),
        }
    }

    /// From one moment to many.
    pub(crate) fn since(start: Instant, moments: &[Instant]) -> Self {
        let durations = moments.iter().map(|at| at.saturating_duration_since(start));
        Self::of(durations.collect())
    }
}

/// What one round with one server gave.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Figures {
    /// From sending a request to join to its answer.
    pub(crate) joined: Spread,
    /// From the presenter's command to the view on each phone.
    pub(crate) opened: Spread,
    /// From sending a vote to its receipt.
    pub(crate) acknowledged: Spread,
    /// What was asked beside the vote, if anything.
    pub(crate) asked: Asked,
    /// From the last receipt to the full turnout at the presenter.
    pub(crate) shown: Duration,
    /// From the last receipt to the full turnout on the last phone.
    pub(crate) shown_to_all: Duration,
    /// From the presenter's command to the view on each phone.
    pub(crate) closed: Spread,
    /// Processor time of the server from the first vote until every phone shows the full turnout.
    pub(crate) worked: Duration,
    /// What an open stream takes of the server's memory while nothing happens, in KiB.
    pub(crate) stream_kib: f64,
    /// What the connection takes that somebody joined on, while it is kept, in KiB.
    pub(crate) connection_kib: f64,
    /// From the raw loop's first write to the last of as many streams, with messages of a view's length.
    pub(crate) raw_loop: Duration,
    /// The server's peak of resident memory, in megabytes.
    pub(crate) memory: f64,
    /// How often a browser was told to come back later.
    pub(crate) told_to_wait: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_values_that_occurred() {
        let spread = Spread::of((1..=200).rev().map(Duration::from_millis).collect());
        let ms = [spread.p50, spread.p95, spread.p99, spread.max].map(|d| d.as_millis());
        assert_eq!(ms, [100, 190, 198, 200]);
        assert_eq!(Spread::of(Vec::new()).max, Duration::ZERO);
    }
}
