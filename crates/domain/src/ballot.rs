//! One participant's ballot: limited approval, or none of them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::barometer::{Phase, Rules};
use crate::base64::Base64;
use crate::ids::CandidateId;
use crate::refusal::Refusal;

/// More choices than any rule allows; a longer list is malformed, not merely too long.
pub const MOST_CHOICES: usize = 100;

/// Any of the candidates, or explicitly none of them ("Ingen af disse").
///
/// A set: naming a candidate twice counts once. That the choices fit the barometer's rules is
/// checked by [`Cast::decide`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "browser-json",
    derive(barometer_json::FromJson, barometer_json::ToJson)
)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = Vec<u16>))]
#[serde(transparent)]
pub struct Ballot(BTreeSet<CandidateId>);

impl Ballot {
    /// "Ingen af disse": counts as having voted, supports nobody.
    pub fn blank() -> Self {
        Self::default()
    }

    /// A ballot for these candidates.
    pub fn of(choices: impl IntoIterator<Item = CandidateId>) -> Self {
        let mut ballot = Self::blank();
        for candidate in choices {
            ballot.0.insert(candidate);
        }
        ballot
    }

    /// The candidates it supports, in shortlist order.
    pub fn choices(&self) -> impl ExactSizeIterator<Item = CandidateId> + '_ {
        self.0.iter().copied()
    }

    /// Whether this ballot has a vote for `candidate`.
    pub fn supports(&self, candidate: CandidateId) -> bool {
        self.0.contains(&candidate)
    }

    /// Whether it is "Ingen af disse".
    pub fn is_blank(&self) -> bool {
        self.0.is_empty()
    }
}

/// A ballot as it is sent: an absolute state with the sender's revision, so that sending it twice,
/// late or out of order leaves the newest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "browser-json",
    derive(barometer_json::FromJson, barometer_json::ToJson)
)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Cast {
    /// Rises with every change the participant makes, from 1.
    pub rev: u32,
    /// Numbers of the chosen candidates; empty is "Ingen af disse".
    pub choices: Ballot,
}

/// 16 bytes that only the voter's phone knows for its own.
pub type Tracker = Base64<22>;

/// Under what a phone finds its ballot again in the roll that is published with the result. They tell nothing of
/// one another: who sees the roll cannot see which choices were made together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Trackers {
    /// The ballot's own, the same whatever is chosen.
    pub ballot: Tracker,
    /// One for each choice, in the order of the shortlist.
    pub choices: Vec<Tracker>,
}

/// A ballot on its way in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SentBallot {
    /// The choices, with the revision of the session that sends them.
    #[serde(flatten)]
    pub cast: Cast,
    /// The numbers under which the phone finds this ballot in the roll.
    pub trackers: Trackers,
}

impl SentBallot {
    /// Whether there is one tracker for each choice.
    pub fn check(&self) -> Result<(), Refusal> {
        if self.trackers.choices.len() == self.cast.choices.choices().len() {
            return Ok(());
        }
        Err(Refusal::Malformed {
            reason: "one tracker for each choice".into(),
        })
    }

    /// Whether this barometer takes the ballot, given the one it `holds` from the same session. The same revision
    /// with other trackers is another ballot: what is held must be what was signed for.
    pub fn decide(
        &self,
        phase: Phase,
        rules: &Rules,
        holds: Option<&Self>,
    ) -> Result<Accepted, Refusal> {
        let decision = self
            .cast
            .decide(phase, rules, holds.map(|held| &held.cast))?;
        match holds {
            Some(held) if decision == Accepted::Same && held.trackers != self.trackers => {
                Err(Refusal::StaleRevision {
                    current: held.cast.clone(),
                })
            }
            _ => Ok(decision),
        }
    }
}

/// What a barometer does with a ballot it has accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accepted {
    /// A new ballot: it takes the place of whatever was held.
    Newer,
    /// The very same ballot again: the same receipt, nothing to store.
    Same,
}

impl Cast {
    /// Whether this barometer takes the ballot, given the one it `holds` from the same session.
    pub fn decide(
        &self,
        phase: Phase,
        rules: &Rules,
        holds: Option<&Cast>,
    ) -> Result<Accepted, Refusal> {
        if holds == Some(self) {
            return Ok(Accepted::Same);
        }
        match phase {
            Phase::Draft => return Err(Refusal::BarometerNotOpen),
            Phase::Open | Phase::Closing => {}
            Phase::Closed | Phase::Revealed => return Err(Refusal::BarometerClosed),
        }
        let beyond = |candidate: &CandidateId| candidate.0 == 0 || candidate.0 > rules.candidates;
        if let Some(candidate) = self.choices.choices().find(beyond) {
            return Err(Refusal::UnknownCandidate { candidate });
        }
        if self.choices.choices().len() > usize::from(rules.max_choices) {
            return Err(Refusal::TooManyChoices {
                limit: rules.max_choices,
            });
        }
        match holds {
            Some(current) if self.rev <= current.rev => Err(Refusal::StaleRevision {
                current: current.clone(),
            }),
            _ => Ok(Accepted::Newer),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tally::CountingRule;

    fn limit(max_choices: u8) -> Rules {
        Rules {
            rule: CountingRule::Municipalities,
            max_choices,
            candidates: 5,
        }
    }

    fn cast(rev: u32, choices: &[u16]) -> Cast {
        Cast {
            rev,
            choices: Ballot::of(choices.iter().map(|&number| CandidateId(number))),
        }
    }

    fn check_cast(rules: Rules, choices: &[u16], expected: &Result<Accepted, Refusal>) {
        assert_eq!(
            &cast(1, choices).decide(Phase::Open, &rules, None),
            expected
        );
    }

    #[test]
    fn a_ballot_within_the_limit_is_taken() {
        check_cast(limit(3), &[1, 2, 5], &Ok(Accepted::Newer));
        check_cast(limit(3), &[], &Ok(Accepted::Newer));
    }

    #[test]
    fn a_ballot_over_the_limit_is_refused() {
        check_cast(
            limit(3),
            &[1, 2, 3, 4],
            &Err(Refusal::TooManyChoices { limit: 3 }),
        );
    }

    #[test]
    fn a_choice_named_twice_is_one_choice() {
        check_cast(limit(1), &[2, 2, 2], &Ok(Accepted::Newer));
    }

    #[test]
    fn a_candidate_nobody_put_up_is_refused() {
        check_cast(
            limit(3),
            &[6],
            &Err(Refusal::UnknownCandidate {
                candidate: CandidateId(6),
            }),
        );
        check_cast(
            limit(3),
            &[0],
            &Err(Refusal::UnknownCandidate {
                candidate: CandidateId(0),
            }),
        );
    }

    #[test]
    fn ballots_are_taken_while_open_and_closing_only() {
        let decide = |phase| cast(1, &[1]).decide(phase, &limit(3), None);
        assert_eq!(decide(Phase::Draft), Err(Refusal::BarometerNotOpen));
        assert_eq!(decide(Phase::Open), Ok(Accepted::Newer));
        assert_eq!(decide(Phase::Closing), Ok(Accepted::Newer));
        assert_eq!(decide(Phase::Closed), Err(Refusal::BarometerClosed));
        assert_eq!(decide(Phase::Revealed), Err(Refusal::BarometerClosed));
    }

    #[test]
    fn the_same_ballot_again_gets_the_same_answer_even_after_the_close() {
        let held = cast(2, &[1, 2]);
        for phase in [Phase::Open, Phase::Closing, Phase::Closed, Phase::Revealed] {
            assert_eq!(
                held.decide(phase, &limit(3), Some(&held)),
                Ok(Accepted::Same)
            );
        }
    }

    #[test]
    fn a_late_or_conflicting_revision_is_told_what_is_held() {
        let held = cast(3, &[1]);
        let stale = Err(Refusal::StaleRevision {
            current: held.clone(),
        });
        assert_eq!(
            cast(2, &[2]).decide(Phase::Open, &limit(3), Some(&held)),
            stale
        );
        assert_eq!(
            cast(3, &[2]).decide(Phase::Open, &limit(3), Some(&held)),
            stale
        );
    }

    #[test]
    fn a_ballot_brings_one_tracker_for_each_choice() {
        let sent = |trackers: usize| SentBallot {
            cast: cast(1, &[1, 3]),
            trackers: Trackers {
                ballot: "b".repeat(22).parse().unwrap(),
                choices: vec!["c".repeat(22).parse().unwrap(); trackers],
            },
        };
        assert_eq!(sent(2).check(), Ok(()));
        assert!(sent(1).check().is_err() && sent(3).check().is_err());
        let json = serde_json::to_value(sent(0)).unwrap();
        assert_eq!(
            (&json["rev"], &json["choices"]),
            (&1.into(), &vec![1, 3].into())
        );
    }

    #[test]
    fn a_ballot_travels_as_a_plain_list() {
        let json = serde_json::to_string(&cast(1, &[3, 1])).unwrap();
        assert_eq!(json, r#"{"rev":1,"choices":[1,3]}"#);
        assert_eq!(serde_json::to_string(&Ballot::blank()).unwrap(), "[]");
    }

    proptest! {
        #[test]
        fn in_whatever_order_ballots_arrive_the_newest_is_left(
            mut arrivals in Just((1..=6_u32).collect::<Vec<_>>()).prop_shuffle(),
            again in prop::collection::vec(1..=6_u32, 0..6),
        ) {
            arrivals.extend(again);
            let sent = |rev: u32| cast(rev, &[u16::try_from(rev % 5 + 1).unwrap()]);
            let mut held: Option<Cast> = None;
            for rev in arrivals {
                let arrived = sent(rev);
                if arrived.decide(Phase::Open, &limit(3), held.as_ref()) == Ok(Accepted::Newer) {
                    held = Some(arrived);
                }
            }
            prop_assert_eq!(held, Some(sent(6)));
        }
    }
}
