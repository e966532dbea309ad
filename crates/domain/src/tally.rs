//! Counts support: four rules over the same ballots in one pass; `docs/domain.md, "Counting"`.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::ballot::Ballot;
use crate::ids::{CandidateId, MunicipalityCode};

/// How support is counted; with Pₘ participants of municipality m who cast a ballot and aₘₖ
/// approvals of candidate k among them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CountingRule {
    /// Σ aₘₖ: every participant counts.
    Participants,
    /// Σ \[aₘₖ > 0\]: every municipality counts once. The default, since municipalities pay.
    #[default]
    Municipalities,
    /// Σ aₘₖ / Pₘ: every municipality shares one vote among its participants.
    Fraction,
    /// Σ \[2aₘₖ > Pₘ\]: a municipality counts when most of its participants agree.
    Majority,
}

impl CountingRule {
    /// All four, in the order they are shown.
    pub const ALL: [Self; 4] = [
        Self::Participants,
        Self::Municipalities,
        Self::Fraction,
        Self::Majority,
    ];

    /// What its figure counts.
    pub const fn headline(self) -> HeadlineFigure {
        match self {
            Self::Participants => HeadlineFigure::Votes,
            Self::Municipalities => HeadlineFigure::Municipalities,
            Self::Fraction | Self::Majority => HeadlineFigure::PartOfMunicipalities,
        }
    }
}

/// What a headline figure counts, beside the votes and the municipalities that every result shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadlineFigure {
    /// The votes, at most one per ballot.
    Votes,
    /// The municipalities, at most those that have voted.
    Municipalities,
    /// A figure of its own, at most one per municipality that has voted.
    PartOfMunicipalities,
}

/// A ballot with the municipality it counts for. It exists to be counted and has no serialised form:
/// nothing that joins a municipality with a choice leaves the server this way.
#[derive(Clone, Debug)]
pub struct CountedBallot {
    /// The municipality that the vote counts for.
    pub municipality: MunicipalityCode,
    /// The candidates that it supports, or none.
    pub ballot: Ballot,
}

/// An exact non-negative sum of fractions.
///
/// The denominator is the least common multiple of the municipalities' numbers of voters while that
/// fits in 64 bits, which any real webinar's does; beyond, 10¹² with each term rounded down.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Fraction {
    /// What stands above the line.
    pub numerator: u64,
    /// Below the line, never zero.
    pub denominator: u64,
}

impl Fraction {
    /// This whole number as a fraction.
    pub const fn whole(number: u32) -> Self {
        Self {
            numerator: number as u64,
            denominator: 1,
        }
    }

    /// Thousandths, rounded down, for the screen.
    pub fn thousandths(self) -> u64 {
        let thousandths = u128::from(self.numerator) * 1000 / u128::from(self.denominator.max(1));
        u64::try_from(thousandths).unwrap_or(u64::MAX)
    }

    /// How much larger `self` is than `smaller`, as a fraction; zero if it is not.
    #[must_use]
    pub fn above(self, smaller: Self) -> Self {
        if self.denominator == smaller.denominator {
            let numerator = self.numerator.saturating_sub(smaller.numerator);
            return Self {
                numerator,
                denominator: self.denominator,
            };
        }
        let cross = |a: u64, b: u64| u128::from(a) * u128::from(b);
        let over = cross(self.numerator, smaller.denominator)
            .saturating_sub(cross(smaller.numerator, self.denominator));
        let under = cross(self.denominator, smaller.denominator);
        let shift = (128 - under.leading_zeros()).saturating_sub(64);
        Self {
            numerator: u64::try_from(over >> shift).unwrap_or(u64::MAX),
            denominator: u64::try_from(under >> shift).unwrap_or(u64::MAX).max(1),
        }
    }
}

impl PartialEq for Fraction {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Fraction {}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        let cross = |a: u64, b: u64| u128::from(a) * u128::from(b);
        cross(self.numerator, other.denominator).cmp(&cross(other.numerator, self.denominator))
    }
}

/// One candidate's support under all four rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Support {
    /// The candidate whose support it is.
    pub candidate: CandidateId,
    /// Votes: participants whose ballot supports it.
    pub participants: u32,
    /// Municipalities with at least one vote for it.
    pub municipalities: u32,
    /// Sum over municipalities of the share of their voters.
    pub fraction: Fraction,
    /// Municipalities where more than half of the voters chose it.
    pub majority: u32,
}

impl Support {
    /// The figure that ranks it under `rule`.
    pub fn under(&self, rule: CountingRule) -> Fraction {
        match rule {
            CountingRule::Participants => Fraction::whole(self.participants),
            CountingRule::Municipalities => Fraction::whole(self.municipalities),
            CountingRule::Fraction => self.fraction,
            CountingRule::Majority => Fraction::whole(self.majority),
        }
    }
}

/// All that is counted of a barometer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Tally {
    /// How many ballots there are, blank ones included.
    pub ballots: u32,
    /// Blank ballots ("Ingen af disse").
    pub blank: u32,
    /// Municipalities with at least one ballot.
    pub municipalities: u32,
    /// One per candidate, in shortlist order.
    pub supports: Vec<Support>,
}

/// The ballots of one municipality, summed up.
#[derive(Default)]
pub(crate) struct Group {
    /// How many ballots were cast there, blank ones included.
    pub(crate) voters: u32,
    /// How many of them support each candidate.
    pub(crate) approvals: BTreeMap<CandidateId, u32>,
}

/// The ballots put together by municipality.
pub(crate) fn by_municipality(ballots: &[CountedBallot]) -> BTreeMap<MunicipalityCode, Group> {
    let mut groups: BTreeMap<MunicipalityCode, Group> = BTreeMap::new();
    for counted in ballots {
        let group = groups.entry(counted.municipality).or_default();
        group.voters += 1;
        for candidate in counted.ballot.choices() {
            *group.approvals.entry(candidate).or_default() += 1;
        }
    }
    groups
}

/// Counts `ballots` for candidates 1 to `candidates`.
pub fn count(candidates: u16, ballots: &[CountedBallot]) -> Tally {
    let groups = by_municipality(ballots);
    let denominator = common_denominator(groups.values().map(|group| group.voters));
    let supports = (1..=candidates)
        .map(|number| support(CandidateId(number), groups.values(), denominator))
        .collect();
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Tally {
        ballots: number(ballots.len()),
        blank: number(
            ballots
                .iter()
                .filter(|counted| counted.ballot.is_blank())
                .count(),
        ),
        municipalities: number(groups.len()),
        supports,
    }
}

fn support<'a>(
    candidate: CandidateId,
    groups: impl Iterator<Item = &'a Group>,
    denominator: u64,
) -> Support {
    let none = Fraction {
        numerator: 0,
        denominator,
    };
    let mut support = Support {
        candidate,
        participants: 0,
        municipalities: 0,
        fraction: none,
        majority: 0,
    };
    for group in groups {
        let approvals = group.approvals.get(&candidate).copied().unwrap_or(0);
        support.participants += approvals;
        support.municipalities += u32::from(approvals > 0);
        support.majority += u32::from(2 * approvals > group.voters);
        let term = u128::from(approvals) * u128::from(denominator) / u128::from(group.voters);
        support.fraction.numerator += u64::try_from(term).unwrap_or(0);
    }
    support
}

fn common_denominator(voters: impl Iterator<Item = u32>) -> u64 {
    const COARSE: u64 = 1_000_000_000_000;
    exact_denominator(voters).unwrap_or(COARSE)
}

/// The least common multiple; `None` when it is too large to count with.
pub(crate) fn exact_denominator(voters: impl Iterator<Item = u32>) -> Option<u64> {
    // A sum of 98 municipalities must fit too, hence the head room of 2⁷.
    const MOST: u64 = u64::MAX >> 7;
    let distinct: BTreeSet<u64> = voters.map(u64::from).collect();
    distinct.into_iter().try_fold(1_u64, |common, voters| {
        let step = voters / greatest_common_divisor(common, voters);
        common.checked_mul(step).filter(|&product| product <= MOST)
    })
}

fn greatest_common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 {
        a
    } else {
        greatest_common_divisor(b, a % b)
    }
}

#[cfg(test)]
static_assertions::assert_not_impl_any!(CountedBallot: Serialize);

#[cfg(test)]
pub(crate) mod tests {
    use proptest::prelude::*;

    use super::*;

    pub(crate) fn ballots(of: &[(&str, &[u16])]) -> Vec<CountedBallot> {
        of.iter()
            .map(|(name, choices)| CountedBallot {
                municipality: crate::municipality::by_name(name).unwrap().code,
                ballot: Ballot::of(choices.iter().map(|&number| CandidateId(number))),
            })
            .collect()
    }

    fn worked_example() -> Vec<CountedBallot> {
        ballots(&[
            ("Aarhus", &[1, 2]),
            ("Aarhus", &[1, 3]),
            ("Aarhus", &[1]),
            ("Viborg", &[2]),
            ("Viborg", &[2, 4]),
            ("Samsø", &[4]),
            ("Horsens", &[2, 3]),
            ("Horsens", &[3]),
            ("Skive", &[2, 4]),
        ])
    }

    #[test]
    fn the_worked_example_under_all_four_rules() {
        let tally = count(4, &worked_example());
        assert_eq!(
            (tally.ballots, tally.municipalities, tally.blank),
            (9, 5, 0)
        );
        let under = |rule: CountingRule| -> Vec<Fraction> {
            tally
                .supports
                .iter()
                .map(|support| support.under(rule))
                .collect()
        };
        let whole = |numbers: [u32; 4]| numbers.map(Fraction::whole).to_vec();
        let part = |numerator, denominator| Fraction {
            numerator,
            denominator,
        };
        assert_eq!(under(CountingRule::Participants), whole([3, 5, 3, 3]));
        assert_eq!(under(CountingRule::Municipalities), whole([1, 4, 2, 3]));
        assert_eq!(
            under(CountingRule::Fraction),
            [part(1, 1), part(17, 6), part(4, 3), part(5, 2)]
        );
        assert_eq!(under(CountingRule::Majority), whole([1, 2, 1, 2]));
    }

    #[test]
    fn three_thirds_are_exactly_one() {
        let tally = count(
            1,
            &ballots(&[("Aarhus", &[1]), ("Aarhus", &[1]), ("Aarhus", &[1])]),
        );
        assert_eq!(tally.supports[0].fraction, Fraction::whole(1));
    }

    #[test]
    fn a_blank_ballot_is_a_vote_for_nobody() {
        let tally = count(2, &ballots(&[("Varde", &[]), ("Varde", &[1])]));
        assert_eq!((tally.ballots, tally.blank), (2, 1));
        assert_eq!(
            tally.supports[0].fraction,
            Fraction {
                numerator: 1,
                denominator: 2
            }
        );
        assert_eq!(tally.supports[0].majority, 0, "half is not most");
    }

    #[test]
    fn nothing_to_count_is_all_zero() {
        let tally = count(3, &[]);
        assert_eq!((tally.ballots, tally.municipalities), (0, 0));
        assert!(
            tally
                .supports
                .iter()
                .all(|support| support.fraction == Fraction::whole(0))
        );
    }

    #[test]
    fn the_difference_of_fractions_is_exact_for_small_ones() {
        let part = |numerator, denominator| Fraction {
            numerator,
            denominator,
        };
        assert_eq!(part(17, 6).above(part(5, 2)), part(1, 3));
        assert_eq!(part(1, 2).above(part(2, 3)), Fraction::whole(0));
    }

    fn any_ballots() -> impl Strategy<Value = Vec<CountedBallot>> {
        let one = (0..98_usize, prop::collection::btree_set(1..=6_u16, 0..4));
        prop::collection::vec(one, 0..200).prop_map(|ballots| {
            ballots
                .into_iter()
                .map(|(at, choices)| CountedBallot {
                    municipality: crate::municipality::all()[at].code,
                    ballot: Ballot::of(choices.into_iter().map(CandidateId)),
                })
                .collect()
        })
    }

    proptest! {
        #[test]
        fn nobody_is_counted_twice(ballots in any_ballots()) {
            let tally = count(6, &ballots);
            let approvals: usize = ballots.iter().map(|counted| counted.ballot.choices().len()).sum();
            let participants: u32 = tally.supports.iter().map(|support| support.participants).sum();
            prop_assert_eq!(participants as usize, approvals);
            for support in &tally.supports {
                prop_assert!(support.participants <= tally.ballots);
                prop_assert!(support.municipalities <= tally.municipalities);
                prop_assert!(support.municipalities <= support.participants);
                prop_assert!(support.majority <= support.municipalities);
                prop_assert!(support.fraction <= Fraction::whole(support.municipalities));
            }
        }

        #[test]
        fn the_order_of_ballots_decides_nothing(ballots in any_ballots().prop_shuffle()) {
            let mut reversed = ballots.clone();
            reversed.reverse();
            prop_assert_eq!(count(6, &ballots), count(6, &reversed));
        }
    }
}
