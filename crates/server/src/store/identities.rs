//! Sealed names: stored as they come, each for the session that sealed it, and released with the ballots once a
//! look-up is on record.

use std::collections::HashMap;

use barometer_domain::barometer::Phase;
use barometer_domain::refusal::Refusal;
use barometer_domain::vendor::{ReleasedVote, SealedIdentity};
use sqlx::SqliteConnection;

use super::ballots::CastPlace;
use super::columns::FixedBytes;
use super::course::{self, WebinarState};
use super::write_transaction::WriteTransaction;
use super::{Participant, StoreError, ballots, roll};
use crate::secrets::{Keys, NameTag, Nym, SlotId};

/// Stores a sealed name in place of the one that the same session sealed before. Like a ballot it is taken until the
/// barometer is closed for good, so that what was on its way when it began to close still counts.
pub(super) async fn put(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    participant: &Participant,
    sealed: &SealedIdentity,
) -> Result<(), StoreError> {
    let course = course::load(connection, webinar).await?;
    if course.progress.phase >= Phase::Closed {
        return Err(Refusal::NamesFrozen.into());
    }
    let name = name_tag(keys, webinar, participant);
    sqlx::query(
        "INSERT INTO identities (webinar, name, sealed) VALUES (?, ?, ?)
         ON CONFLICT (webinar, name) DO UPDATE SET sealed = excluded.sealed",
    )
    .bind(webinar)
    .bind(&name[..])
    .bind(sealed.as_str())
    .execute(connection)
    .await?;
    Ok(())
}

/// Whether this session has a sealed name.
pub(super) async fn is_there(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    participant: &Participant,
) -> Result<bool, StoreError> {
    let name = name_tag(keys, webinar, participant);
    let found = sqlx::query("SELECT 1 FROM identities WHERE webinar = ? AND name = ?")
        .bind(webinar)
        .bind(&name[..])
        .fetch_optional(connection)
        .await?;
    Ok(found.is_some())
}

/// Removes the sealed name of a session that holds a place.
pub(super) async fn forget(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    slot: &SlotId,
    session: Option<&[u8; 32]>,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM identities WHERE webinar = ? AND name = ?")
        .bind(webinar)
        .bind(&keys.name_tag(webinar, slot, session)[..])
        .execute(connection)
        .await?;
    Ok(())
}

fn name_tag(keys: &Keys, webinar: i64, participant: &Participant) -> NameTag {
    keys.name_tag(webinar, &participant.slot, participant.session.as_ref())
}

/// Every ballot that counts or was struck, with the name that its own session sealed, in the random order of the
/// places; with what was voted only if `with_choices`. Only once the barometer is closed: before, not even the vendor
/// sees how it goes.
pub(super) async fn release(
    connection: &mut SqliteConnection,
    keys: &Keys,
    course: &WebinarState,
    with_choices: bool,
) -> Result<Vec<ReleasedVote>, StoreError> {
    if course.progress.phase < Phase::Closed {
        return Err(Refusal::NotClosedYet.into());
    }
    let barometer = &course.barometer.id;
    let cast = ballots::places(connection, keys, barometer).await?;
    let mut cast: HashMap<Nym, CastPlace> =
        cast.into_iter().map(|place| (place.nym, place)).collect();
    let names = names(connection, course.id).await?;
    let places: Vec<(FixedBytes<16>, Option<FixedBytes<32>>)> = sqlx::query_as(
        "SELECT slots.id, sessions.token_hash FROM slots LEFT JOIN sessions
         ON sessions.webinar = slots.webinar AND sessions.slot = slots.id
         WHERE slots.webinar = ? ORDER BY slots.id",
    )
    .bind(course.id)
    .fetch_all(connection)
    .await?;
    let mut sessions: Vec<(SlotId, Vec<Option<[u8; 32]>>)> = Vec::new();
    for (FixedBytes(slot), session) in places {
        if sessions.last().is_none_or(|(last, _)| *last != slot) {
            // The invented have no session.
            sessions.push((slot, vec![None]));
        }
        if let (Some((_, of_slot)), Some(session)) = (sessions.last_mut(), session) {
            of_slot.push(Some(session.0));
        }
    }
    let mut votes = Vec::with_capacity(cast.len());
    for (slot, sessions) in sessions {
        let Some(place) = cast.remove(&keys.nym(barometer, &slot)) else {
            continue;
        };
        let sent_it = |session: &&Option<[u8; 32]>| {
            keys.device_tag(barometer, &slot, session.as_ref()) == place.device
        };
        let session = sessions.iter().find(sent_it);
        let name = session.map(|session| keys.name_tag(course.id, &slot, session.as_ref()));
        votes.push(ReleasedVote {
            slot: hex::encode(slot),
            identity: name.and_then(|name| names.get(&name).cloned()),
            municipality: place.held.municipality,
            devices: place.devices,
            struck: place.struck,
            choices: with_choices.then_some(place.held.sent.cast.choices),
        });
    }
    Ok(votes)
}

async fn names(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<HashMap<NameTag, SealedIdentity>, StoreError> {
    let rows: Vec<(FixedBytes<16>, String)> =
        sqlx::query_as("SELECT name, sealed FROM identities WHERE webinar = ?")
            .bind(webinar)
            .fetch_all(connection)
            .await?;
    let name = |(FixedBytes(name), sealed): (FixedBytes<16>, String)| {
        let sealed = SealedIdentity::try_from(sealed).map_err(|_| StoreError::Row("sealed name"));
        Ok((name, sealed?))
    };
    rows.into_iter().map(name).collect()
}

/// Strikes these places' ballots; the answer is how many were struck just now. What was frozen at the close is
/// frozen anew. Whoever has seen what was voted strikes nothing.
pub(super) async fn strike(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    course: &mut WebinarState,
    slots: &[SlotId],
) -> Result<u32, StoreError> {
    if course.progress.phase != Phase::Closed {
        return Err(Refusal::NotPossibleNow.into());
    }
    if course.barometer.choices_seen {
        return Err(Refusal::ChoicesSeen.into());
    }
    course.check_roll_is_fixed()?;
    let mut struck = 0;
    for slot in slots {
        let done = sqlx::query(
            "UPDATE ballots SET struck = 1 WHERE barometer = ? AND nym = ? AND struck = 0",
        )
        .bind(&course.barometer.id[..])
        .bind(&keys.nym(&course.barometer.id, slot)[..])
        .execute(&mut **transaction)
        .await?;
        // All sessions of a place are one ballot.
        struck += u32::from(done.rows_affected() > 0);
    }
    if struck == 0 {
        return Err(Refusal::NotFound.into());
    }
    let mut closed_with = ballots::close(transaction, keys, course).await?;
    closed_with.root = Some(roll::fix(transaction, keys, course).await?);
    if let Some(before) = course.barometer.closed_with.take() {
        // Who came after the close was not present at it.
        closed_with.turnout.present = before.turnout.present.saturating_sub(struck);
        closed_with.silent_in = before.silent_in;
    }
    course.barometer.closed_with = Some(closed_with);
    course::save(transaction, course).await?;
    Ok(struck)
}
