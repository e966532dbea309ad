//! How often a turnout is shown: whoever sees each vote arrive, and knows who voted when, counts along.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use barometer_domain::barometer::{Phase, Turnout};
use tokio::time::Instant;

/// The turnout is shown at most twice a second, to the presenter too: `docs/domain.md, "Turnout"`.
pub(super) const PACE: Duration = Duration::from_millis(500);

/// The turnout that was shown last, by whatever way: stream, poll, answer to a command, or the vendor's list.
#[derive(Default)]
pub(super) struct TurnoutPace(Mutex<Option<(Instant, Turnout)>>);

impl TurnoutPace {
    /// The turnout to show now: while it is open, the last one if that is younger than half a second.
    pub(super) fn turnout(&self, phase: Phase, counted: Turnout) -> Turnout {
        self.turnout_at(Instant::now(), phase, counted)
    }

    fn turnout_at(&self, now: Instant, phase: Phase, counted: Turnout) -> Turnout {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match *last {
            Some((_, shown)) if shown == counted => shown,
            Some((at, shown))
                if phase.takes_ballots() && now.saturating_duration_since(at) < PACE =>
            {
                shown
            }
            _ => {
                *last = Some((now, counted));
                counted
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voted(voted: u32) -> Turnout {
        Turnout {
            voted,
            ..Turnout::default()
        }
    }

    #[test]
    fn while_it_is_open_the_turnout_moves_twice_a_second_however_often_one_asks() {
        let (pace, now) = (TurnoutPace::default(), Instant::now());
        let mut shown = Vec::new();
        for vote in 0..1_000 {
            let at = now + Duration::from_millis(10) * vote;
            let turnout = pace.turnout_at(at, Phase::Open, voted(vote / 10));
            if shown.last() != Some(&turnout) {
                shown.push(turnout);
            }
        }
        assert!((19..=21).contains(&shown.len()), "{}", shown.len());
    }

    #[test]
    fn the_first_and_the_last_are_shown_at_once() {
        let (pace, now) = (TurnoutPace::default(), Instant::now());
        assert_eq!(pace.turnout_at(now, Phase::Draft, voted(0)), voted(0));
        let at = now + PACE;
        assert_eq!(pace.turnout_at(at, Phase::Open, voted(1)), voted(1));
        assert_eq!(pace.turnout_at(at, Phase::Open, voted(2)), voted(1));
        assert_eq!(pace.turnout_at(at, Phase::Closed, voted(3)), voted(3));
    }
}
