//! "Hvad betaler sig?": what a simulation of webinars about the vendor's own requests comes to, by how requests are chosen
//! and followed up; `docs/simulation.md`. Nothing of it is about real municipalities or people.

use serde::{Deserialize, Serialize};

use crate::financing::RequestState;
use crate::financing::request::RequestRow;
use crate::money::Money;

/// The fewest own requests with a price that say anything: of one there is nothing to choose.
pub const FEWEST_REQUESTS: usize = 2;

/// How requests are chosen from the votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Choosing {
    /// The two or three with most votes, each municipality once: what the barometer does.
    VotesByMunicipality,
    /// The two or three with most votes of participants.
    VotesByParticipant,
    /// Equal Shares with the same supposed frame for each municipality.
    EqualFrames,
    /// Equal Shares with supposed frames by inhabitants.
    FramesByInhabitants,
}

/// An estimate with its interval of 95 %, all in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Interval {
    /// Where the interval begins.
    pub low: u32,
    /// The estimate.
    pub value: u32,
    /// Where the interval ends.
    pub high: u32,
}

/// What one way of choosing and following up comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SimulatedWay {
    /// How requests are chosen.
    pub choosing: Choosing,
    /// "Op til": whether only what the stated amounts carry is chosen.
    pub tap: bool,
    /// Whether municipalities are asked at home before a request is treated.
    pub home_round: bool,
    /// How many of the requests that are treated are financed, of 1; `None` where none is ever treated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub success: Option<Interval>,
    /// How many requests are financed, for each webinar.
    pub financed: Interval,
    /// How many requests are treated in vain, for each webinar.
    pub dead_ends: Interval,
}

/// What is assumed of municipalities, in short; everything is in `barometer simulate --print-assumptions`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StatedAssumptions {
    /// The fewest and the most municipalities that come.
    pub municipalities: [u32; 2],
    /// What a request is worth to the median municipality that needs it.
    pub worth: Money,
    /// What the median municipality can spend in a half-year.
    pub frame: Money,
    /// The fewest and the most months until it answers.
    pub months: [u32; 2],
}

/// The whole page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WhatPays {
    /// How many own requests could stand on a shortlist and have a price.
    pub requests: u32,
    /// How many could, and have none.
    pub without_price: u32,
    /// How many webinars were invented; 0 where there are too few requests.
    pub webinars: u32,
    /// What is assumed.
    pub assumptions: StatedAssumptions,
    /// Every way; the first one is what the barometer does. None where there are too few requests.
    pub ways: Vec<SimulatedWay>,
}

/// The page's one sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conclusion<'a> {
    /// A way finances more requests than the first one: their intervals do not meet.
    More {
        /// What the barometer does.
        usual: &'a SimulatedWay,
        /// The way with most financed requests.
        best: &'a SimulatedWay,
    },
    /// None finances more, but one leaves fewer dead ends without financing fewer.
    FewerDeadEnds {
        /// What the barometer does.
        usual: &'a SimulatedWay,
        /// The way with the fewest dead ends.
        best: &'a SimulatedWay,
    },
    /// No way is surely better.
    NoneBetter,
}

impl WhatPays {
    /// What the figures allow to say: only differences whose intervals do not meet count.
    pub fn conclusion(&self) -> Option<Conclusion<'_>> {
        let usual = self.ways.first()?;
        let most = self.ways.iter().max_by_key(|way| {
            let dead_ends = std::cmp::Reverse(way.dead_ends.value);
            (way.financed.value, dead_ends)
        })?;
        if most.financed.low > usual.financed.high {
            return Some(Conclusion::More { usual, best: most });
        }
        let as_many = self
            .ways
            .iter()
            .filter(|way| way.financed.high >= usual.financed.low);
        let fewest = as_many.min_by_key(|way| way.dead_ends.value)?;
        Some(if fewest.dead_ends.high < usual.dead_ends.low {
            Conclusion::FewerDeadEnds {
                usual,
                best: fewest,
            }
        } else {
            Conclusion::NoneBetter
        })
    }
}

/// Whether a request could stand on a shortlist: it is neither decided upon nor out of the way.
pub fn could_be_chosen(row: &RequestRow) -> bool {
    matches!(
        row.state,
        RequestState::Submitted
            | RequestState::Screened
            | RequestState::Candidate
            | RequestState::InBarometer
            | RequestState::Measured
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(home_round: bool, financed: [u32; 3], dead_ends: [u32; 3]) -> SimulatedWay {
        let interval = |[low, value, high]: [u32; 3]| Interval { low, value, high };
        SimulatedWay {
            choosing: Choosing::VotesByMunicipality,
            tap: false,
            home_round,
            success: None,
            financed: interval(financed),
            dead_ends: interval(dead_ends),
        }
    }

    fn page(ways: Vec<SimulatedWay>) -> WhatPays {
        WhatPays {
            requests: 12,
            without_price: 0,
            webinars: 400,
            assumptions: StatedAssumptions {
                municipalities: [12, 30],
                worth: Money::from_kroner(22_000),
                frame: Money::from_kroner(60_000),
                months: [2, 6],
            },
            ways,
        }
    }

    #[test]
    fn more_is_more_only_where_the_intervals_do_not_meet() {
        let usual = way(false, [800, 850, 900], [1_600, 1_700, 1_800]);
        let surely = way(true, [950, 1_000, 1_050], [300, 350, 400]);
        let perhaps = way(true, [890, 1_000, 1_050], [300, 350, 400]);
        let none = way(true, [840, 860, 950], [1_500, 1_600, 1_700]);
        let said = page(vec![usual, surely]);
        assert!(
            matches!(said.conclusion(), Some(Conclusion::More { best, .. }) if *best == surely)
        );
        let said = page(vec![usual, perhaps]);
        let fewer = said.conclusion();
        assert!(matches!(fewer, Some(Conclusion::FewerDeadEnds { best, .. }) if *best == perhaps));
        let said = page(vec![usual, none]);
        assert_eq!(said.conclusion(), Some(Conclusion::NoneBetter));
        assert_eq!(page(Vec::new()).conclusion(), None);
    }

    #[test]
    fn nothing_is_praised_for_few_dead_ends_that_finances_less() {
        let usual = way(false, [800, 850, 900], [1_600, 1_700, 1_800]);
        let little = way(true, [10, 50, 90], [0, 1, 2]);
        let said = page(vec![usual, little]);
        assert_eq!(said.conclusion(), Some(Conclusion::NoneBetter));
    }
}
