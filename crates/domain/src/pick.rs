//! Which candidates go on: two or three, by the larger gap, never through a tie, never at random;
//! `docs/domain.md, "The cut"`.

use serde::{Deserialize, Serialize};

use crate::ids::CandidateId;
use crate::tally::{CountingRule, Fraction, Support, Tally};

/// A candidate with its place in the ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// The candidate with its figures under all four rules.
    pub support: Support,
    /// 1 for the most; equals share a place and the next ones are skipped: 1, 2, 2, 4.
    pub place: u16,
    /// Whether another candidate has the same place.
    pub shared: bool,
}

/// Ranks by support under `rule`; equals stand in shortlist order and share their place.
pub fn rank(tally: &Tally, rule: CountingRule) -> Vec<Ranked> {
    let mut supports = tally.supports.clone();
    supports.sort_by(|a, b| {
        b.under(rule)
            .cmp(&a.under(rule))
            .then(a.candidate.cmp(&b.candidate))
    });
    let figures: Vec<Fraction> = supports.iter().map(|support| support.under(rule)).collect();
    let place = |figure: Fraction| figures.partition_point(|&other| other > figure);
    supports
        .into_iter()
        .map(|support| {
            let figure = support.under(rule);
            Ranked {
                support,
                place: u16::try_from(place(figure) + 1).unwrap_or(u16::MAX),
                shared: figures.iter().filter(|&&other| other == figure).count() > 1,
            }
        })
        .collect()
}

/// Which candidates go on, or why that is not clear.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "cut", rename_all = "snake_case")]
pub enum Pick {
    /// A clean cut below these, most support first.
    Clear {
        /// One to three candidates, most support first.
        go_on: Vec<CandidateId>,
    },
    /// "Delt 2.-plads": no clean cut at two or three; the presenter decides, on record.
    Tied {
        /// Those who go on whatever is decided.
        ahead: Vec<CandidateId>,
        /// Those who share the place below.
        tied: Vec<CandidateId>,
    },
    /// No candidate has any support.
    Nobody,
}

impl Pick {
    /// Those who go on by the rule alone, whatever anybody decides.
    pub fn by_rule(&self) -> &[CandidateId] {
        match self {
            Self::Clear { go_on } => go_on,
            Self::Tied { ahead, .. } => ahead,
            Self::Nobody => &[],
        }
    }
}

/// Picks the two or three that go on, by the larger gap under `rule`: `docs/domain.md, "The cut"`.
pub fn pick(tally: &Tally, rule: CountingRule) -> Pick {
    let figures = tally.supports.iter();
    pick_from(
        figures
            .map(|support| (support.candidate, support.under(rule)))
            .collect(),
    )
}

/// Picks by each candidate's figure.
pub(crate) fn pick_from(mut supported: Vec<(CandidateId, Fraction)>) -> Pick {
    supported.retain(|(_, figure)| *figure > Fraction::whole(0));
    supported.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let first = |n: usize| {
        supported
            .iter()
            .take(n)
            .map(|(candidate, _)| *candidate)
            .collect()
    };
    match supported.len() {
        0 => Pick::Nobody,
        1 | 2 => Pick::Clear { go_on: first(2) },
        _ => {
            let (after_two, after_three) = (gap_after(&supported, 2), gap_after(&supported, 3));
            let none = Fraction::whole(0);
            if after_two > after_three {
                Pick::Clear { go_on: first(2) }
            } else if after_three > none {
                Pick::Clear { go_on: first(3) }
            } else {
                let shared = supported[1].1;
                let with = |keep: fn(Fraction, Fraction) -> bool| {
                    let kept = supported.iter().filter(|(_, figure)| keep(*figure, shared));
                    kept.map(|(candidate, _)| *candidate).collect()
                };
                Pick::Tied {
                    ahead: with(|a, b| a > b),
                    tied: with(|a, b| a == b),
                }
            }
        }
    }
}

fn gap_after(supported: &[(CandidateId, Fraction)], k: usize) -> Fraction {
    let next = supported
        .get(k)
        .map_or(Fraction::whole(0), |(_, figure)| *figure);
    supported[k - 1].1.above(next)
}

/// Whether those present who have not voted could still have changed the cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// "Afgjort": nothing that the silent could have done changes who goes on.
    Settled,
    /// "Tæt løb": they could have changed who goes on.
    Close,
}

/// The other rules under which the top three would be others than under `rule`.
pub fn rules_that_differ(tally: &Tally, rule: CountingRule) -> Vec<CountingRule> {
    let top_three = |rule| {
        let ranked = rank(tally, rule);
        let top = ranked
            .into_iter()
            .filter(|ranked| ranked.place <= 3 && ranked.support.under(rule) > Fraction::whole(0));
        let mut top: Vec<CandidateId> = top.map(|ranked| ranked.support.candidate).collect();
        top.sort_unstable();
        top
    };
    let headline = top_three(rule);
    CountingRule::ALL
        .into_iter()
        .filter(|&other| top_three(other) != headline)
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A tally in which candidate n has the n-th figure under every rule.
    fn tally(figures: &[u32]) -> Tally {
        let support = |(at, &figure): (usize, &u32)| Support {
            candidate: CandidateId(u16::try_from(at + 1).unwrap()),
            participants: figure,
            municipalities: figure,
            fraction: Fraction::whole(figure),
            majority: figure,
        };
        let supports = figures.iter().enumerate().map(support).collect();
        Tally {
            ballots: 50,
            blank: 0,
            municipalities: 20,
            supports,
        }
    }

    fn ids(numbers: &[u16]) -> Vec<CandidateId> {
        numbers.iter().map(|&number| CandidateId(number)).collect()
    }

    fn check_pick(figures: &[u32], expected: &Pick) {
        assert_eq!(
            pick(&tally(figures), CountingRule::Municipalities),
            *expected,
            "{figures:?}"
        );
    }

    fn clear(numbers: &[u16]) -> Pick {
        Pick::Clear {
            go_on: ids(numbers),
        }
    }

    #[test]
    fn the_worked_examples() {
        check_pick(&[14, 12, 11, 11, 7], &clear(&[1, 2]));
        check_pick(&[14, 12, 11, 8], &clear(&[1, 2, 3]));
        check_pick(
            &[14, 11, 11, 11],
            &Pick::Tied {
                ahead: ids(&[1]),
                tied: ids(&[2, 3, 4]),
            },
        );
    }

    #[test]
    fn equal_gaps_take_three() {
        check_pick(&[9, 8, 6, 4], &clear(&[1, 2, 3]));
    }

    #[test]
    fn a_candidate_without_support_never_goes_on() {
        check_pick(&[5, 0, 0, 0], &clear(&[1]));
        check_pick(&[0, 5, 3], &clear(&[2, 3]));
        check_pick(&[0, 0, 0], &Pick::Nobody);
    }

    #[test]
    fn fewer_candidates_than_two_take_what_there_is() {
        check_pick(&[5], &clear(&[1]));
        check_pick(&[], &Pick::Nobody);
    }

    #[test]
    fn all_equal_is_no_cut_at_all() {
        check_pick(
            &[4, 4, 4, 4],
            &Pick::Tied {
                ahead: vec![],
                tied: ids(&[1, 2, 3, 4]),
            },
        );
        check_pick(&[4, 4, 4], &clear(&[1, 2, 3]));
    }

    #[test]
    fn places_are_shared_and_skipped() {
        let ranked = rank(&tally(&[3, 7, 3, 1]), CountingRule::Municipalities);
        let places: Vec<_> = ranked
            .iter()
            .map(|r| (r.support.candidate.0, r.place, r.shared))
            .collect();
        assert_eq!(
            places,
            [(2, 1, false), (1, 2, true), (3, 2, true), (4, 4, false)]
        );
    }

    proptest! {
        #[test]
        fn the_pick_never_splits_a_tie(figures in prop::collection::vec(0..12_u32, 0..15)) {
            let figure = |candidate: &CandidateId| figures[usize::from(candidate.0) - 1];
            match pick(&tally(&figures), CountingRule::Participants) {
                Pick::Clear { go_on } => {
                    prop_assert!((1..=3).contains(&go_on.len()));
                    let least = go_on.iter().map(figure).min().unwrap();
                    prop_assert!(least > 0);
                    for number in 1..=u16::try_from(figures.len()).unwrap() {
                        let left_out = CandidateId(number);
                        if !go_on.contains(&left_out) {
                            prop_assert!(figure(&left_out) < least);
                        }
                    }
                }
                Pick::Tied { ahead, tied } => {
                    prop_assert!(ahead.len() <= 1 && tied.len() >= 3);
                    let shared = figure(&tied[0]);
                    prop_assert!(shared > 0);
                    prop_assert!(tied.iter().all(|candidate| figure(candidate) == shared));
                    prop_assert!(ahead.iter().all(|candidate| figure(candidate) > shared));
                }
                Pick::Nobody => prop_assert!(figures.iter().all(|&figure| figure == 0)),
            }
        }
    }
}
