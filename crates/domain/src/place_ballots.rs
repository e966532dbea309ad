//! The ballots of one place: each session's own, and the one of them that counts.
//!
//! A personal link leads every device to the same place, and whoever holds the link can vote with it. So that the
//! link is no key to what was voted, a session is answered by what it sent itself and by nothing else: not by what
//! another session of the place sent, nor by whether there is one.

use std::collections::BTreeMap;

use crate::ballot::{Accepted, SentBallot};
use crate::barometer::{Phase, Rules};
use crate::ids::MunicipalityCode;
use crate::refusal::Refusal;

/// The ballot of one session. It joins a municipality with a choice, so it has no serialised form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldBallot {
    /// The ballot as it was sent, with the session's own revision.
    pub sent: SentBallot,
    /// For which municipality it counts.
    pub municipality: MunicipalityCode,
    /// Its number among all that the place has sent, from 1: the highest counts.
    pub place_revision: u32,
}

/// What one place holds in a barometer, by session; `S` is what sessions are told apart by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceBallots<S>(BTreeMap<S, HeldBallot>);

impl<S> Default for PlaceBallots<S> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<S: Ord> FromIterator<(S, HeldBallot)> for PlaceBallots<S> {
    fn from_iter<I: IntoIterator<Item = (S, HeldBallot)>>(held: I) -> Self {
        Self(held.into_iter().collect())
    }
}

impl<S: Ord> PlaceBallots<S> {
    /// Takes a session's ballot, or says why not. It replaces whatever the place had, unless it is the very ballot
    /// that this session sent last: that was answered before, however late it comes again, and changes nothing.
    pub fn take(
        &mut self,
        session: S,
        municipality: MunicipalityCode,
        sent: &SentBallot,
        phase: Phase,
        rules: &Rules,
    ) -> Result<Accepted, Refusal> {
        let own = self.0.get(&session).map(|held| &held.sent);
        let accepted = sent.decide(phase, rules, own)?;
        if accepted == Accepted::Newer {
            let held = HeldBallot {
                sent: sent.clone(),
                municipality,
                place_revision: self.newest_revision().saturating_add(1),
            };
            self.0.insert(session, held);
        }
        Ok(accepted)
    }

    /// The last ballot of this session, whether or not it counts.
    pub fn sent_by(&self, session: &S) -> Option<&HeldBallot> {
        self.0.get(session)
    }

    /// The ballot that counts, with the session that sent it.
    pub fn counting(&self) -> Option<(&S, &HeldBallot)> {
        self.0.iter().max_by_key(|(_, held)| held.place_revision)
    }

    /// Whether this session sent a ballot, and another session's counts instead.
    pub fn is_replaced(&self, session: &S) -> bool {
        self.0.contains_key(session) && self.counting().is_none_or(|(newest, _)| newest != session)
    }

    /// How many sessions have sent a ballot.
    pub fn sessions(&self) -> u32 {
        u32::try_from(self.0.len()).unwrap_or(u32::MAX)
    }

    fn newest_revision(&self) -> u32 {
        self.counting().map_or(0, |(_, held)| held.place_revision)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ballot::{Ballot, Cast, Trackers};
    use crate::ids::CandidateId;
    use crate::tally::CountingRule;

    const RULES: Rules = Rules {
        rule: CountingRule::Municipalities,
        max_choices: 3,
        candidates: 5,
    };

    fn ballot(session: u8, rev: u32, choices: &[u16]) -> SentBallot {
        let tracker = |number: u16| format!("{session:0>19}{number:0>3}").parse().unwrap();
        SentBallot {
            cast: Cast {
                rev,
                choices: Ballot::of(choices.iter().map(|&number| CandidateId(number))),
            },
            trackers: Trackers {
                ballot: tracker(0),
                choices: choices.iter().map(|&number| tracker(number)).collect(),
            },
        }
    }

    fn take(
        place: &mut PlaceBallots<u8>,
        session: u8,
        sent: &SentBallot,
        phase: Phase,
    ) -> Result<Accepted, Refusal> {
        place.take(session, "0751".parse().unwrap(), sent, phase, &RULES)
    }

    fn counts(place: &PlaceBallots<u8>) -> Option<(u8, Vec<u16>)> {
        let (session, held) = place.counting()?;
        let choices = held.sent.cast.choices.choices();
        Some((*session, choices.map(|choice| choice.0).collect()))
    }

    #[test]
    fn a_second_session_begins_anew_and_replaces_in_silence() {
        let mut place = PlaceBallots::default();
        let first = ballot(1, 7, &[1]);
        assert_eq!(
            take(&mut place, 1, &first, Phase::Open),
            Ok(Accepted::Newer)
        );
        assert_eq!(place.sent_by(&2), None);
        let second = ballot(2, 1, &[2]);
        let taken = take(&mut place, 2, &second, Phase::Open);
        assert_eq!(taken, Ok(Accepted::Newer), "whatever revision it begins at");
        assert_eq!(counts(&place), Some((2, vec![2])));
        assert!(place.is_replaced(&1) && !place.is_replaced(&2) && !place.is_replaced(&3));
        assert_eq!(place.sessions(), 2);
        assert_eq!(place.sent_by(&1).map(|held| &held.sent), Some(&first));
    }

    #[test]
    fn a_late_retry_of_what_was_replaced_does_not_bring_it_back() {
        let mut place = PlaceBallots::default();
        let first = ballot(1, 1, &[1]);
        for (session, sent) in [(1, &first), (2, &ballot(2, 1, &[2]))] {
            take(&mut place, session, sent, Phase::Open).unwrap();
        }
        for phase in [Phase::Open, Phase::Closing, Phase::Closed, Phase::Revealed] {
            assert_eq!(take(&mut place, 1, &first, phase), Ok(Accepted::Same));
            assert_eq!(counts(&place), Some((2, vec![2])));
        }
        let changed = ballot(1, 2, &[3]);
        take(&mut place, 1, &changed, Phase::Closing).unwrap();
        assert_eq!(counts(&place), Some((1, vec![3])), "a change is a vote");
    }

    #[test]
    fn a_session_that_lags_behind_itself_is_told_its_own_ballot() {
        let mut place = PlaceBallots::default();
        let own = ballot(1, 3, &[1]);
        take(&mut place, 1, &own, Phase::Open).unwrap();
        take(&mut place, 2, &ballot(2, 9, &[2]), Phase::Open).unwrap();
        let stale = Err(Refusal::StaleRevision { current: own.cast });
        for again in [ballot(1, 2, &[4]), ballot(1, 3, &[4]), ballot(4, 3, &[1])] {
            assert_eq!(take(&mut place, 1, &again, Phase::Open), stale);
        }
        let held = counts(&place);
        assert_eq!(held, Some((2, vec![2])), "and changes nothing by it");
    }

    /// What three sessions send, in any order, with repetitions and in any phase.
    fn sendings() -> impl Strategy<Value = Vec<(u8, u32, u16, Phase)>> {
        let phase = prop_oneof![
            4 => Just(Phase::Open),
            1 => Just(Phase::Draft),
            1 => Just(Phase::Closing),
            1 => Just(Phase::Closed),
        ];
        prop::collection::vec((1..=3_u8, 1..=4_u32, 0..=6_u16, phase), 0..24)
    }

    proptest! {
        #[test]
        fn a_session_is_answered_as_if_it_were_alone(sendings in sendings()) {
            let mut together = PlaceBallots::default();
            let mut alone = [(); 4].map(|()| PlaceBallots::default());
            for (session, rev, choice, phase) in sendings {
                let sent = ballot(session, rev, &[choice]);
                let own = &mut alone[usize::from(session)];
                prop_assert_eq!(
                    take(&mut together, session, &sent, phase),
                    take(own, session, &sent, phase)
                );
                let sent = |place: &PlaceBallots<u8>| {
                    place.sent_by(&session).map(|held| held.sent.clone())
                };
                prop_assert_eq!(sent(&together), sent(own));
            }
        }

        #[test]
        fn the_last_ballot_that_was_new_counts(sendings in sendings()) {
            let mut place = PlaceBallots::default();
            let mut expected = None;
            for (session, rev, choice, phase) in sendings {
                let sent = ballot(session, rev, &[choice]);
                if take(&mut place, session, &sent, phase) == Ok(Accepted::Newer) {
                    expected = Some((session, vec![choice]));
                }
                prop_assert_eq!(counts(&place), expected.clone());
            }
        }
    }
}
