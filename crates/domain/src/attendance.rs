//! Who comes in, as counts for the presenter: whether newcomers come unusually fast, and whether one municipality fills
//! the room. Never with names, never with choices. Pure: whoever asks brings the time.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use crate::barometer::Phase;

/// How long someone counts as a newcomer, in milliseconds.
pub const NEWCOMER_MS: u64 = 30_000;
/// So many newcomers are unusual while the vote is open, when most people have been there for long.
const RUSH_IN_THE_VOTE: u32 = 20;
/// So many are unusual before, when a whole webinar may scan the code at once.
const RUSH_BEFORE: u32 = 200;
/// The fewest voters from one municipality that are said to fill the room.
const CROWD: u32 = 10;

/// The room as the presenter may know it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Attendance {
    /// Voters who have come within the last half minute.
    pub newcomers: u32,
    /// Whether that is unusually many.
    pub rush: bool,
    /// How many voters there are from the municipality with most of them; which one that is, is not said.
    pub largest: u32,
    /// Whether that is at least ten, and a third of all.
    pub crowded: bool,
}

/// How many voters were present when, as far as it matters for newcomers.
#[derive(Clone, Debug, Default)]
pub struct Arrivals {
    /// Times in milliseconds of any monotonic clock, each with how many were present from then on.
    seen: VecDeque<(u64, u32)>,
}

impl Arrivals {
    /// So many voters are present at `now`, in milliseconds of a monotonic clock; `largest` of them are from one
    /// municipality.
    pub fn note(&mut self, now: u64, present: u32, largest: u32, phase: Phase) -> Attendance {
        if self.seen.back().is_none_or(|&(_, last)| last != present) {
            self.seen.push_back((now, present));
        }
        // The last one before the window says how many were there when it began.
        while let Some(&(next, _)) = self.seen.get(1) {
            if next + NEWCOMER_MS > now {
                break;
            }
            self.seen.pop_front();
        }
        let before = self.seen.front().map_or(present, |&(_, before)| before);
        let newcomers = present.saturating_sub(before);
        let rush = if phase.takes_ballots() {
            newcomers >= RUSH_IN_THE_VOTE && newcomers.saturating_mul(4) >= before
        } else {
            phase == Phase::Draft && newcomers >= RUSH_BEFORE
        };
        Attendance {
            newcomers,
            rush,
            largest,
            crowded: largest >= CROWD && largest.saturating_mul(3) >= present,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The last of these looks: milliseconds and how many are present.
    fn after(looks: &[(u64, u32)], phase: Phase) -> Attendance {
        let mut arrivals = Arrivals::default();
        let mut last = Attendance::default();
        for &(now, present) in looks {
            last = arrivals.note(now, present, 0, phase);
        }
        last
    }

    #[test]
    fn a_webinar_that_fills_in_three_minutes_is_nothing_unusual() {
        let looks: Vec<(u64, u32)> = (0..=84).map(|n| (u64::from(n) * 2_000, n)).collect();
        let end = after(&looks, Phase::Draft);
        assert_eq!((end.newcomers, end.rush), (15, false));
    }

    #[test]
    fn hundreds_within_seconds_are() {
        let in_the_vote = [(0, 3), (5_000, 60), (17_000, 197)];
        let end = after(&in_the_vote, Phase::Open);
        assert_eq!((end.newcomers, end.rush), (194, true));
        let before = [(0, 0), (17_000, 2_300)];
        assert!(after(&before, Phase::Draft).rush);
        assert!(
            !after(&before, Phase::Closed).rush,
            "they can no longer vote"
        );
    }

    #[test]
    fn late_comers_to_a_full_room_are_none() {
        assert!(!after(&[(0, 200), (20_000, 225)], Phase::Open).rush);
        assert!(after(&[(0, 60), (20_000, 80)], Phase::Open).rush);
    }

    #[test]
    fn after_half_a_minute_one_is_no_newcomer() {
        let newcomers = |now| after(&[(0, 10), (1_000, 40), (now, 40)], Phase::Open).newcomers;
        assert_eq!((newcomers(30_999), newcomers(31_000)), (30, 0));
    }

    #[test]
    fn a_third_of_the_room_from_one_municipality_fills_it() {
        let crowded = |largest, present| {
            let mut arrivals = Arrivals::default();
            arrivals.note(0, present, largest, Phase::Open).crowded
        };
        assert!(crowded(200, 230) && crowded(10, 30));
        assert!(!crowded(10, 31) && !crowded(9, 9) && !crowded(0, 0));
    }

    proptest! {
        /// However often one looks, newcomers are those present now but not half a minute ago.
        #[test]
        fn newcomers_are_the_difference_to_half_a_minute_ago(
            steps in prop::collection::vec((0..20_000_u64, 0..50_u32), 1..40),
        ) {
            let (mut now, mut present) = (0, 0);
            let mut looks = Vec::new();
            for (pause, joined) in steps {
                now += pause;
                present += joined;
                looks.push((now, present));
            }
            let start = now.saturating_sub(NEWCOMER_MS);
            let then = looks.iter().rev().find(|&&(at, _)| at + NEWCOMER_MS <= now);
            let before = then.or_else(|| looks.iter().find(|&&(at, _)| at >= start));
            let expected = present - before.map_or(0, |&(_, there)| there);
            prop_assert_eq!(after(&looks, Phase::Draft).newcomers, expected);
        }
    }
}
