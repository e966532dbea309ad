//! The outcome of a barometer: counted once, at the reveal, and stored; there is never another.

use serde::{Deserialize, Serialize};

use crate::barometer::{Rules, Turnout};
use crate::certainty::{Silent, certainty};
use crate::ids::CandidateId;
use crate::pick::{self, Certainty, Pick};
use crate::tally::{self, CountedBallot, CountingRule, Tally};

/// The outcome of a closed barometer: the turnout and, if it is large enough, the result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
pub struct Outcome {
    /// The counting rule by which candidates are ranked.
    pub rule: CountingRule,
    /// How many voted of how many, when it closed.
    pub turnout: Turnout,
    /// `None` where the turnout has a [`Shortage`](crate::barometer::Shortage): then nothing may be shown.
    pub counted: Option<Counted>,
}

/// A round that another one has followed: its result is kept, and the last round's counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierRound {
    /// What was counted when that round was revealed.
    pub outcome: Outcome,
    /// Whom the presenter had let go on where there was no clean cut.
    pub chosen: Vec<CandidateId>,
}

/// All that a result shows, for a turnout that is large enough.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
pub struct Counted {
    /// Every candidate's support under all four rules.
    pub tally: Tally,
    /// Which candidates go on, under the barometer's own rule.
    pub pick: Pick,
    /// Whether the cut is settled.
    pub certainty: Option<Certainty>,
}

impl Outcome {
    /// Counts the ballots of a closed barometer; `present` voters, of whom `silent` did not vote.
    pub fn of(rules: &Rules, ballots: &[CountedBallot], present: u32, silent: &Silent) -> Self {
        let tally = tally::count(rules.candidates, ballots);
        let turnout = Turnout {
            voted: tally.ballots,
            present,
            municipalities: tally.municipalities,
        };
        let counted = turnout.shortage().is_none().then(|| {
            let pick = pick::pick(&tally, rules.rule);
            let certainty = certainty(rules, ballots, &pick, silent);
            Counted {
                tally,
                pick,
                certainty,
            }
        });
        Self {
            rule: rules.rule,
            turnout,
            counted,
        }
    }

    /// How many rows there are to reveal.
    pub fn rows(&self) -> u16 {
        let rows = self
            .counted
            .as_ref()
            .map_or(0, |counted| counted.tally.supports.len());
        u16::try_from(rows).unwrap_or(u16::MAX)
    }

    /// The candidates that somebody supports, in the shortlist's order; none where nothing may be shown.
    pub fn supported(&self) -> Vec<CandidateId> {
        let supports = self
            .counted
            .iter()
            .flat_map(|counted| &counted.tally.supports);
        let supported = supports.filter(|support| support.participants > 0);
        supported.map(|support| support.candidate).collect()
    }

    /// Which candidates go on; `None` where nothing may be shown.
    pub fn pick(&self) -> Option<&Pick> {
        self.counted.as_ref().map(|counted| &counted.pick)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::barometer::Shortage;
    use crate::tally::tests::ballots;

    const RULES: Rules = Rules {
        rule: CountingRule::Municipalities,
        max_choices: 3,
        candidates: 4,
    };

    #[test]
    fn four_ballots_show_nothing_and_five_do() {
        let five = ballots(&[
            ("Aarhus", &[1]),
            ("Viborg", &[1]),
            ("Skive", &[2]),
            ("Varde", &[]),
            ("Samsø", &[1]),
        ]);
        let silent = &Silent::default();
        let too_few = Outcome::of(&RULES, &five[..4], 9, silent);
        assert_eq!((too_few.counted.is_none(), too_few.rows()), (true, 0));
        assert_eq!(
            too_few.turnout,
            Turnout {
                voted: 4,
                present: 9,
                municipalities: 4
            }
        );
        assert_eq!(Outcome::of(&RULES, &five, 9, silent).rows(), 4);
    }

    #[test]
    fn two_municipalities_show_nothing_however_many_vote_and_three_do() {
        let many = ballots(&[
            ("Aarhus", &[1]),
            ("Aarhus", &[1]),
            ("Aarhus", &[2]),
            ("Viborg", &[1]),
            ("Viborg", &[3]),
            ("Viborg", &[]),
            ("Skive", &[]),
        ]);
        let silent = &Silent::default();
        let two = Outcome::of(&RULES, &many[..6], 9, silent);
        assert_eq!((two.counted.is_none(), two.rows()), (true, 0));
        assert_eq!(two.turnout.shortage(), Some(Shortage::Municipalities));
        let three = Outcome::of(&RULES, &many, 9, silent);
        assert_eq!((three.rows(), three.turnout.shortage()), (4, None));
    }

    #[test]
    fn it_is_said_which_is_missing() {
        let shortage = |voted, municipalities| {
            let turnout = Turnout {
                voted,
                present: 20,
                municipalities,
            };
            turnout.shortage()
        };
        assert_eq!(shortage(4, 3), Some(Shortage::Ballots));
        assert_eq!(shortage(5, 2), Some(Shortage::Municipalities));
        assert_eq!(shortage(0, 0), Some(Shortage::Both));
        assert_eq!(shortage(5, 3), None);
        for voted in 0..8 {
            for municipalities in 0..=voted {
                let turnout = Turnout {
                    voted,
                    municipalities,
                    present: 9,
                };
                let Some(lack) = turnout.lack() else {
                    assert_eq!(turnout.shortage(), None, "{turnout:?}");
                    continue;
                };
                assert!(turnout.shortage().is_some(), "{turnout:?}");
                let enough = Turnout {
                    voted: voted + lack.ballots,
                    municipalities: municipalities + lack.municipalities,
                    present: 9,
                };
                assert_eq!(enough.shortage(), None, "{turnout:?}");
            }
        }
    }
}
