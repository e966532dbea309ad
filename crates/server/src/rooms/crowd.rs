//! The demo's invented participants: seated from the start, voting over half a minute once it opens.

use std::sync::Weak;
use std::time::Duration;

use barometer_domain::ballot::{Ballot, Cast, SentBallot};
use barometer_domain::barometer::Rules;
use barometer_domain::ids::{CandidateId, MunicipalityCode, WebinarCode};
use barometer_domain::municipality;
use barometer_domain::vendor::{PublicKey, SealedIdentity};
use barometer_domain::wire::Role;
use barometer_sealing::envelope;
use barometer_sealing::identity::Identity;
use getrandom::SysRng;
use rand_core::UnwrapErr;
use tokio::time::{Instant, sleep_until};

use super::Room;
use crate::secrets::{self, Keys, SlotId};
use crate::store::Participant;

/// Invented names; several share one, as people do.
const FIRST_NAMES: [&str; 8] = [
    "Anne", "Birgit", "Camilla", "Dorthe", "Erik", "Freja", "Gitte", "Hanne",
];
const LAST_NAMES: [&str; 7] = [
    "Holm",
    "Lund",
    "Dahl",
    "Kjær",
    "Møller",
    "Østergaard",
    "Bach",
];
const ROLES: [&str; 4] = ["Systemadministrator", "Leder", "Sygeplejerske", ""];
/// How many take part in a rehearsal.
const REHEARSING: usize = 40;
/// Over how long they vote.
const REHEARSAL: Duration = Duration::from_secs(20);

/// Invented participants with what each will choose.
#[derive(Clone, Debug)]
pub struct Crowd {
    /// Municipality and ballot of each.
    pub members: Vec<(MunicipalityCode, Ballot)>,
    /// Over how long they vote.
    pub over: Duration,
}

impl Crowd {
    /// A crowd for a rehearsal: from all over the country, fonder of some candidates than of others,
    /// and the same after every restart.
    pub fn invented(keys: &Keys, webinar: i64, rules: &Rules) -> Self {
        let all = municipality::all();
        let members = (0..REHEARSING).map(|member| {
            let dice = keys.simulated_slot(webinar, REHEARSING + member);
            let thrown = |at: usize| usize::from(u16::from_le_bytes([dice[at], dice[at + 1]]));
            let votes = 1 + thrown(2) % usize::from(rules.max_choices.clamp(1, 6));
            let candidates = usize::from(rules.candidates);
            let choose = |vote: usize| {
                // The product of two throws is small more often than large: some win clearly.
                let (one, other) = (thrown(4 + vote) % candidates, thrown(3 + vote) % candidates);
                CandidateId(u16::try_from(one * other / candidates + 1).unwrap_or(1))
            };
            (
                all[thrown(0) % all.len()].code,
                Ballot::of((0..votes).map(choose)),
            )
        });
        Self {
            members: members.collect(),
            over: REHEARSAL,
        }
    }

    /// The places they take; the same after every restart.
    pub fn seats(&self, keys: &Keys, webinar: i64) -> Vec<(SlotId, Role)> {
        let seat = |(member, &(municipality, _)): (usize, &(MunicipalityCode, Ballot))| {
            (
                keys.simulated_slot(webinar, member),
                Role::Voter { municipality },
            )
        };
        self.members.iter().enumerate().map(seat).collect()
    }

    /// Their invented names, sealed as phones seal real ones.
    pub fn names(
        &self,
        keys: &Keys,
        webinar: i64,
        code: &WebinarCode,
        key: &PublicKey,
    ) -> Vec<(SlotId, SealedIdentity)> {
        let Ok(key) = key.as_str().parse() else {
            return Vec::new();
        };
        let members = self.members.iter().enumerate();
        let named = members.filter_map(|(member, (municipality, _))| {
            let slot = keys.simulated_slot(webinar, member);
            let name = format!(
                "{} {}",
                FIRST_NAMES[member % FIRST_NAMES.len()],
                LAST_NAMES[member / 2 % LAST_NAMES.len()]
            );
            let municipality = municipality.to_string().parse().ok();
            let role = ROLES[member % ROLES.len()];
            let identity = Identity::new(&name, municipality, role).ok()?;
            let sealed = envelope::seal(
                &key,
                code.as_str(),
                &hex::encode(slot),
                &identity,
                &mut UnwrapErr(SysRng),
            );
            let sealed = String::from(sealed.ok()?);
            Some((slot, sealed.try_into().ok()?))
        });
        named.collect()
    }

    /// Casts every member's ballot at a random moment; ends early when the barometer closes.
    ///
    /// The same ballots again change nothing, so a restart may simply begin anew. Of a ballot for another shortlist, or
    /// more choices, than `rules` have, what fits is cast.
    pub(super) async fn vote(
        self: std::sync::Arc<Self>,
        room: Weak<Room>,
        round: u32,
        rules: Rules,
    ) {
        let start = Instant::now();
        let mut moments: Vec<(Duration, usize)> = (0..self.members.len())
            .map(|member| (self.moment(), member))
            .collect();
        moments.sort_unstable();
        for (after, member) in moments {
            sleep_until(start + after).await;
            let Some(room) = room.upgrade() else { return };
            let (municipality, ballot) = &self.members[member];
            let slot = room.store.keys().simulated_slot(room.webinar, member);
            let participant = Participant {
                slot,
                session: None,
                role: Role::Voter {
                    municipality: *municipality,
                },
            };
            let is_same_round = room.me(participant).await.is_ok_and(|me| me.round == round);
            let cast = Cast {
                rev: 1,
                choices: fitting(ballot, rules),
            };
            let sent = SentBallot {
                trackers: room
                    .store
                    .keys()
                    .simulated_trackers(&slot, round, &cast.choices),
                cast,
            };
            if !is_same_round || room.cast(participant, sent).await.is_err() {
                return;
            }
        }
    }

    fn moment(&self) -> Duration {
        self.over
            .mul_f64(f64::from(secrets::random_number()) / f64::from(u32::MAX))
    }
}

fn fitting(ballot: &Ballot, rules: Rules) -> Ballot {
    let known = ballot.choices().filter(|id| id.0 <= rules.candidates);
    Ballot::of(known.take(rules.max_choices.into()))
}

#[cfg(test)]
mod tests {
    use barometer_domain::tally::CountingRule;

    use super::*;

    #[test]
    fn of_an_invented_ballot_what_fits_is_cast() {
        let of = |choices: &[u16]| Ballot::of(choices.iter().copied().map(CandidateId));
        let rules = Rules {
            rule: CountingRule::default(),
            max_choices: 2,
            candidates: 4,
        };
        assert_eq!(fitting(&of(&[1, 2, 3]), rules), of(&[1, 2]));
        assert_eq!(fitting(&of(&[4, 5]), rules), of(&[4]));
        assert_eq!(fitting(&of(&[]), rules), of(&[]));
    }
}
