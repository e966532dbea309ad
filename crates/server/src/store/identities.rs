//! Sealed names: stored as they come, released with the ballots once a look-up is on record.

use std::collections::HashMap;

use barometer_domain::ballot::Ballot;
use barometer_domain::barometer::Phase;
use barometer_domain::refusal::Refusal;
use barometer_domain::vendor::{ReleasedVote, SealedIdentity};
use sqlx::{Row, SqliteConnection};

use super::course::{self, Course, fixed};
use super::{StoreError, ballots};
use crate::secrets::{Keys, Nym, SlotId};

/// Stores a sealed name in place of the one before.
pub(super) async fn put(
    connection: &mut SqliteConnection,
    webinar: i64,
    slot: &SlotId,
    sealed: &SealedIdentity,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO identities (webinar, slot, sealed) VALUES (?, ?, ?)
         ON CONFLICT (webinar, slot) DO UPDATE SET sealed = excluded.sealed",
    )
    .bind(webinar)
    .bind(&slot[..])
    .bind(sealed.as_str())
    .execute(connection)
    .await?;
    Ok(())
}

/// Whether this place has a sealed name.
pub(super) async fn is_there(
    connection: &mut SqliteConnection,
    webinar: i64,
    slot: &SlotId,
) -> Result<bool, StoreError> {
    let found = sqlx::query("SELECT 1 FROM identities WHERE webinar = ? AND slot = ?")
        .bind(webinar)
        .bind(&slot[..])
        .fetch_optional(connection)
        .await?;
    Ok(found.is_some())
}

/// Every ballot with whose it is, in the random order of the places. Only once the barometer is closed: before,
/// not even the vendor sees how it goes.
pub(super) async fn release(
    connection: &mut SqliteConnection,
    keys: &Keys,
    course: &Course,
) -> Result<Vec<ReleasedVote>, StoreError> {
    if course.progress.phase < Phase::Closed {
        return Err(Refusal::NotClosedYet.into());
    }
    let mut ballots = ballots_by_nym(connection, course).await?;
    let places = sqlx::query(
        "SELECT slots.id, identities.sealed FROM slots LEFT JOIN identities
         ON identities.webinar = slots.webinar AND identities.slot = slots.id
         WHERE slots.webinar = ? ORDER BY slots.id",
    )
    .bind(course.id)
    .fetch_all(connection)
    .await?;
    let mut votes = Vec::with_capacity(ballots.len());
    for place in &places {
        let slot: SlotId = fixed(place.try_get("id")?)?;
        let nym = keys.nym(&course.barometer.id, &slot);
        let Some(held) = ballots.remove(&nym) else {
            continue;
        };
        let sealed: Option<String> = place.try_get("sealed")?;
        let sealed = sealed.map(SealedIdentity::try_from).transpose();
        votes.push(ReleasedVote {
            slot: hex::encode(slot),
            identity: sealed.map_err(|_| StoreError::Row("sealed name"))?,
            municipality: ballots::municipality(keys, &held.municipality, &nym)?,
            choices: held.choices,
            struck: held.struck,
        });
    }
    Ok(votes)
}

/// Strikes these places' ballots; the answer is how many were struck just now. What was frozen at the close is
/// frozen anew.
pub(super) async fn strike(
    connection: &mut SqliteConnection,
    keys: &Keys,
    course: &mut Course,
    slots: &[SlotId],
) -> Result<u32, StoreError> {
    if course.progress.phase != Phase::Closed {
        return Err(Refusal::NotPossibleNow.into());
    }
    let mut struck = 0;
    for slot in slots {
        let done = sqlx::query(
            "UPDATE ballots SET struck = 1 WHERE barometer = ? AND nym = ? AND struck = 0",
        )
        .bind(&course.barometer.id[..])
        .bind(&keys.nym(&course.barometer.id, slot)[..])
        .execute(&mut *connection)
        .await?;
        struck += u32::try_from(done.rows_affected()).unwrap_or(u32::MAX);
    }
    if struck == 0 {
        return Err(Refusal::NotFound.into());
    }
    course.barometer.closed_with = Some(ballots::close(connection, keys, course).await?);
    course::save(connection, course).await?;
    Ok(struck)
}

struct Held {
    choices: Ballot,
    municipality: Vec<u8>,
    struck: bool,
}

async fn ballots_by_nym(
    connection: &mut SqliteConnection,
    course: &Course,
) -> Result<HashMap<Nym, Held>, StoreError> {
    let rows =
        sqlx::query("SELECT nym, choices, municipality, struck FROM ballots WHERE barometer = ?")
            .bind(&course.barometer.id[..])
            .fetch_all(connection)
            .await?;
    rows.iter()
        .map(|row| {
            let held = Held {
                choices: serde_json::from_str(row.try_get("choices")?)?,
                municipality: row.try_get("municipality")?,
                struck: row.try_get("struck")?,
            };
            Ok((fixed(row.try_get("nym")?)?, held))
        })
        .collect()
}
