//! The outcome of a barometer: counted once, at the reveal, and stored; there is never another.

use serde::{Deserialize, Serialize};

use crate::barometer::{FEWEST_BALLOTS, Rules, Turnout};
use crate::certainty::{Silent, certainty};
use crate::pick::{self, Certainty, Pick};
use crate::tally::{self, CountedBallot, CountingRule, Tally};

/// What a closed barometer says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The rule that ranks.
    pub rule: CountingRule,
    /// How many voted of how many, when it closed.
    pub turnout: Turnout,
    /// `None` below [`FEWEST_BALLOTS`] ballots: then nothing may be shown.
    pub counted: Option<Counted>,
}

/// The counted result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// All four rules' figures.
    pub tally: Tally,
    /// Who goes on.
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
        let counted = (tally.ballots >= FEWEST_BALLOTS).then(|| {
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

    /// The pick, once counted.
    pub fn pick(&self) -> Option<&Pick> {
        self.counted.as_ref().map(|counted| &counted.pick)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
}
