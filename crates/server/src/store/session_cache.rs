//! The participants' sessions that were looked up lately, so that a vote or a question needs no look at the database.
//!
//! It holds what a look at `sessions` and `slots` finds, and nothing of what anybody sent: from a session it leads to a
//! place, and from there, as in the database, only [`crate::secrets::Keys::nym`] leads on. What ends or moves a session
//! is noted by the database itself ([`watch`]), whoever's statement it was, and is out of the cache before the
//! transaction that did it is answered.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use sqlx::SqliteConnection;

use super::{Participant, StoreError};
use crate::secrets::SlotId;

/// How many sessions are held at the most: more than any room has. When there are more, all are forgotten, and each is
/// looked up again when it comes.
const MOST: usize = 50_000;

/// Sessions by their tokens' hashes, each with the webinar that it is of.
#[derive(Default)]
pub(super) struct SessionCache(Mutex<HeldSessions>);

#[derive(Default)]
struct HeldSessions {
    sessions: HashMap<[u8; 32], (i64, Participant)>,
    /// Rises whenever sessions end or move.
    endings: u64,
}

/// How many endings there had been before a session was looked up.
#[derive(Clone, Copy, Debug)]
pub(super) struct EndingsBefore(u64);

/// What a transaction ended or moved.
#[derive(Debug, Default)]
pub(super) struct EndedSessions {
    tokens: Vec<[u8; 32]>,
    places: HashSet<SlotId>,
}

impl SessionCache {
    /// Whose session this is in a webinar, if it is held.
    pub(super) fn find(&self, webinar: i64, token_hash: &[u8; 32]) -> Option<Participant> {
        let held = self.lock();
        let (of, participant) = held.sessions.get(token_hash)?;
        (*of == webinar).then_some(*participant)
    }

    /// To be asked before a session is looked up, or made.
    pub(super) fn endings(&self) -> EndingsBefore {
        EndingsBefore(self.lock().endings)
    }

    /// Holds what was found. If any session ended since, this may have been it: then it is looked up again next time.
    pub(super) fn keep(&self, before: EndingsBefore, webinar: i64, participant: Participant) {
        let Some(token_hash) = participant.session else {
            return;
        };
        let mut held = self.lock();
        if held.endings != before.0 {
            return;
        }
        if held.sessions.len() >= MOST {
            held.sessions.clear();
        }
        held.sessions.insert(token_hash, (webinar, participant));
    }

    /// Forgets what has ended or moved.
    pub(super) fn forget(&self, ended: &EndedSessions) {
        if ended.is_empty() {
            return;
        }
        let mut held = self.lock();
        held.endings += 1;
        for token in &ended.tokens {
            held.sessions.remove(token);
        }
        if !ended.places.is_empty() {
            held.sessions
                .retain(|_, (_, participant)| !ended.places.contains(&participant.slot));
        }
    }

    fn lock(&self) -> MutexGuard<'_, HeldSessions> {
        // Nothing panics while it is held.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl EndedSessions {
    fn is_empty(&self) -> bool {
        self.tokens.is_empty() && self.places.is_empty()
    }
}

/// Lets the writer's connection note every session and place that is deleted or changed, by whatever statement, also where
/// a webinar takes them with it. The notes are in memory, and part of the transaction.
pub(super) async fn watch(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    for statement in [
        "PRAGMA temp_store = MEMORY",
        "CREATE TEMP TABLE ended_sessions (id BLOB PRIMARY KEY) STRICT, WITHOUT ROWID",
        "CREATE TEMP TRIGGER session_ended AFTER DELETE ON main.sessions
         BEGIN INSERT OR IGNORE INTO ended_sessions VALUES (old.token_hash); END",
        "CREATE TEMP TRIGGER session_moved AFTER UPDATE ON main.sessions
         BEGIN INSERT OR IGNORE INTO ended_sessions VALUES (old.token_hash); END",
        "CREATE TEMP TRIGGER place_ended AFTER DELETE ON main.slots
         BEGIN INSERT OR IGNORE INTO ended_sessions VALUES (old.id); END",
        "CREATE TEMP TRIGGER place_changed AFTER UPDATE ON main.slots
         BEGIN INSERT OR IGNORE INTO ended_sessions VALUES (old.id); END",
    ] {
        sqlx::query(statement).execute(&mut *connection).await?;
    }
    Ok(())
}

/// What was noted in the transaction that is open; from here on, nothing is.
pub(super) async fn take_ended(
    connection: &mut SqliteConnection,
) -> Result<EndedSessions, StoreError> {
    let ids: Vec<Vec<u8>> = sqlx::query_scalar("SELECT id FROM temp.ended_sessions")
        .fetch_all(&mut *connection)
        .await?;
    let mut ended = EndedSessions::default();
    if ids.is_empty() {
        return Ok(ended);
    }
    for id in ids {
        // The two differ in length.
        match <[u8; 32]>::try_from(&id[..]) {
            Ok(token_hash) => ended.tokens.push(token_hash),
            Err(_) => ended.places.extend(SlotId::try_from(&id[..])),
        }
    }
    sqlx::query("DELETE FROM temp.ended_sessions")
        .execute(connection)
        .await?;
    Ok(ended)
}

#[cfg(test)]
mod tests {
    use barometer_domain::wire::Role;

    use super::*;

    fn participant(session: u8, slot: u8) -> Participant {
        Participant {
            slot: [slot; 16],
            role: Role::Observer,
            session: Some([session; 32]),
        }
    }

    fn ended(tokens: &[u8], places: &[u8]) -> EndedSessions {
        EndedSessions {
            tokens: tokens.iter().map(|&token| [token; 32]).collect(),
            places: places.iter().map(|&place| [place; 16]).collect(),
        }
    }

    #[test]
    fn a_session_is_held_for_its_own_webinar_until_it_or_its_place_ends() {
        let cache = SessionCache::default();
        let before = cache.endings();
        for (session, slot) in [(1, 1), (2, 2), (3, 2)] {
            cache.keep(before, 7, participant(session, slot));
        }
        let is_held = |session| cache.find(7, &[session; 32]).is_some();
        assert!(is_held(1) && is_held(2) && is_held(3));
        assert!(cache.find(8, &[1; 32]).is_none(), "of another webinar");
        cache.forget(&ended(&[1], &[]));
        assert!(!is_held(1) && is_held(2));
        cache.forget(&ended(&[], &[2]));
        assert!(!is_held(2) && !is_held(3), "both were of one place");
    }

    #[test]
    fn what_was_looked_up_before_an_ending_is_not_held_after_it() {
        let cache = SessionCache::default();
        let before = cache.endings();
        cache.forget(&ended(&[9], &[]));
        cache.keep(before, 7, participant(1, 1));
        assert!(cache.find(7, &[1; 32]).is_none());
        cache.forget(&EndedSessions::default());
        cache.keep(cache.endings(), 7, participant(1, 1));
        assert!(cache.find(7, &[1; 32]).is_some());
    }

    #[test]
    fn no_more_are_held_than_fit() {
        let cache = SessionCache::default();
        for number in 0..=MOST {
            let mut one = participant(0, 0);
            let mut session = [0; 32];
            session[..8].copy_from_slice(&number.to_le_bytes());
            one.session = Some(session);
            cache.keep(cache.endings(), 7, one);
        }
        assert_eq!(cache.lock().sessions.len(), 1);
    }
}
