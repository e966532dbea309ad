//! `slots` and `sessions`: the places in a webinar, and who holds them.

use std::collections::{HashMap, HashSet};

use barometer_domain::ids::{MunicipalityCode, WebinarCode};
use barometer_domain::wire::Role;
use sqlx::SqliteConnection;
use sqlx::sqlite::SqlitePool;

use super::columns::FixedBytes;
use super::course::fixed;
use super::{Participant, StoreError, ballots, identities};
use crate::secrets::{self, Keys, SlotId};

/// Whether somebody holds this place.
pub(super) async fn is_taken(
    connection: &mut SqliteConnection,
    webinar: i64,
    slot: &SlotId,
) -> Result<bool, StoreError> {
    let found = sqlx::query("SELECT 1 FROM slots WHERE webinar = ? AND id = ?")
        .bind(webinar)
        .bind(&slot[..])
        .fetch_optional(connection)
        .await?;
    Ok(found.is_some())
}

/// How many voters there are of each municipality.
pub(super) async fn by_municipality(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
) -> Result<HashMap<MunicipalityCode, u32>, StoreError> {
    // One row for all places: thousands of rows would cost far more to fetch than to open.
    let places: Option<String> = sqlx::query_scalar(
        "SELECT group_concat(hex(id) || hex(municipality), ' ') FROM slots
         WHERE webinar = ? AND votes = 1",
    )
    .bind(webinar)
    .fetch_one(connection)
    .await?;
    let mut there = HashMap::new();
    for place in places.iter().flat_map(|places| places.split(' ')) {
        let bytes = hex::decode(place).map_err(|_| StoreError::Row("place"))?;
        let (slot, sealed) = bytes
            .split_at_checked(size_of::<SlotId>())
            .ok_or(StoreError::Row("place"))?;
        *there
            .entry(ballots::municipality(keys, sealed, slot)?)
            .or_default() += 1;
    }
    Ok(there)
}

/// Removes a place with its sessions and their sealed names: whoever held it has not joined.
pub(super) async fn vacate(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    slot: &SlotId,
) -> Result<(), StoreError> {
    for session in sessions_of(connection, webinar, slot).await? {
        identities::forget(connection, keys, webinar, slot, Some(&session)).await?;
    }
    for statement in [
        "DELETE FROM sessions WHERE webinar = ? AND slot = ?",
        "DELETE FROM slots WHERE webinar = ? AND id = ?",
    ] {
        sqlx::query(statement)
            .bind(webinar)
            .bind(&slot[..])
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// The sessions that hold a place, by their tokens' hashes.
async fn sessions_of(
    connection: &mut SqliteConnection,
    webinar: i64,
    slot: &SlotId,
) -> Result<Vec<[u8; 32]>, StoreError> {
    let sessions: Vec<Vec<u8>> =
        sqlx::query_scalar("SELECT token_hash FROM sessions WHERE webinar = ? AND slot = ?")
            .bind(webinar)
            .bind(&slot[..])
            .fetch_all(connection)
            .await?;
    sessions.iter().map(|session| fixed(session)).collect()
}

/// The places of voters who came by themselves, not of the invented.
pub(super) async fn voters(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<HashSet<SlotId>, StoreError> {
    let slots: Vec<Vec<u8>> = sqlx::query_scalar(
        "SELECT slots.id FROM slots JOIN sessions
         ON sessions.webinar = slots.webinar AND sessions.slot = slots.id
         WHERE slots.webinar = ? AND slots.votes",
    )
    .bind(webinar)
    .fetch_all(connection)
    .await?;
    slots.iter().map(|slot| fixed(slot)).collect()
}

/// Writes a place with its role; its municipality is sealed to the place.
pub(super) async fn seat(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    slot: SlotId,
    role: Role,
) -> Result<(), StoreError> {
    let municipality = role.municipality().ok();
    sqlx::query(
        "INSERT INTO slots (id, webinar, votes, municipality) VALUES (?, ?, ?, ?)
         ON CONFLICT (webinar, id) DO UPDATE SET votes = excluded.votes, municipality = excluded.municipality",
    )
    .bind(&slot[..])
    .bind(webinar)
    .bind(municipality.is_some())
    .bind(keys.seal(municipality, &slot))
    .execute(connection)
    .await?;
    Ok(())
}

/// The participant of this session token.
pub(super) async fn find(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    token: &str,
) -> Result<Option<Participant>, StoreError> {
    let session = secrets::hash_token(token);
    let row: Option<(FixedBytes<16>, Vec<u8>)> = sqlx::query_as(
        "SELECT slots.id, slots.municipality FROM sessions
         JOIN slots ON slots.webinar = sessions.webinar AND slots.id = sessions.slot
         WHERE sessions.token_hash = ? AND sessions.webinar = ?",
    )
    .bind(&session[..])
    .bind(webinar)
    .fetch_optional(connection)
    .await?;
    let Some((FixedBytes(slot), sealed)) = row else {
        return Ok(None);
    };
    let municipality = keys.open_municipality(&sealed, &slot)?;
    let role = municipality.map_or(Role::Observer, |municipality| Role::Voter { municipality });
    Ok(Some(Participant {
        slot,
        role,
        session: Some(session),
    }))
}

/// Whether this token is a participant's or a presenter's of the webinar with this code. The token is looked for
/// first, so that the time it takes says nothing about the code.
pub(super) async fn has_session(
    readers: &SqlitePool,
    code: &WebinarCode,
    token: &str,
) -> Result<bool, StoreError> {
    let found = sqlx::query(
        "SELECT 1 FROM (SELECT webinar FROM sessions WHERE token_hash = ?1
         UNION SELECT webinar FROM presenter_sessions WHERE token_hash = ?1) AS held
         CROSS JOIN webinars ON webinars.id = held.webinar WHERE webinars.code = ?2",
    )
    .bind(&secrets::hash_token(token)[..])
    .bind(code.as_str())
    .fetch_optional(readers)
    .await?;
    Ok(found.is_some())
}

/// How many are present as voters, and how many only watch.
pub(super) async fn count_present(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<(u32, u32), StoreError> {
    let (voters, all): (u32, u32) = sqlx::query_as(
        "SELECT coalesce(sum(votes), 0) AS voters, count(*) AS present FROM slots WHERE webinar = ?",
    )
    .bind(webinar)
    .fetch_one(connection)
    .await?;
    Ok((voters, all - voters))
}
