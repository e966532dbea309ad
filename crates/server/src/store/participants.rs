//! Places in a webinar, and the sessions that hold them.

use barometer_domain::refusal::Refusal;
use barometer_domain::wire::Role;
use sqlx::sqlite::SqlitePool;
use sqlx::{Row, SqliteConnection};

use super::course::{self, fixed};
use super::{StoreError, ballots};
use crate::secrets::{self, Keys, SlotId};

/// Someone in a webinar. Who it is, nobody here knows.
#[derive(Clone, Copy, Debug)]
pub struct Participant {
    /// The place.
    pub slot: SlotId,
    /// What the place is for.
    pub role: Role,
}

/// Takes a place, or changes the role of the one held, as long as no ballot hangs on it.
pub(super) async fn join(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    held: Option<Participant>,
    role: Role,
) -> Result<(Participant, Option<String>), StoreError> {
    let course = course::load(connection, webinar).await?;
    if let Some(held) = held {
        let participant = Participant { role, ..held };
        if held.role != role {
            let nym = keys.nym(&course.barometer.id, &held.slot);
            if ballots::held(connection, &course.barometer.id, &nym)
                .await?
                .is_some()
            {
                return Err(Refusal::NotPossibleNow.into());
            }
            seat(connection, keys, webinar, held.slot, role).await?;
            course::bump(connection, webinar).await?;
        }
        return Ok((participant, None));
    }
    if course.progress.scene.ended {
        return Err(Refusal::WebinarNotOpen.into());
    }
    let slot: SlotId = secrets::random();
    let token = secrets::random_token();
    seat(connection, keys, webinar, slot, role).await?;
    sqlx::query("INSERT INTO sessions (token_hash, webinar, slot) VALUES (?, ?, ?)")
        .bind(&secrets::hash_token(&token)[..])
        .bind(webinar)
        .bind(&slot[..])
        .execute(&mut *connection)
        .await?;
    course::bump(connection, webinar).await?;
    Ok((Participant { slot, role }, Some(token)))
}

/// Writes a place.
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
    readers: &SqlitePool,
    keys: &Keys,
    webinar: i64,
    token: &str,
) -> Result<Option<Participant>, StoreError> {
    let row = sqlx::query(
        "SELECT slots.id, slots.municipality FROM sessions
         JOIN slots ON slots.webinar = sessions.webinar AND slots.id = sessions.slot
         WHERE sessions.token_hash = ? AND sessions.webinar = ?",
    )
    .bind(&secrets::hash_token(token)[..])
    .bind(webinar)
    .fetch_optional(readers)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let slot: SlotId = fixed(row.try_get("id")?)?;
    let municipality = keys.open_municipality(row.try_get("municipality")?, &slot)?;
    let role = municipality.map_or(Role::Observer, |municipality| Role::Voter { municipality });
    Ok(Some(Participant { slot, role }))
}

/// How many are present as voters, and how many only watch.
pub(super) async fn numbers(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<(u32, u32), StoreError> {
    let row = sqlx::query(
        "SELECT coalesce(sum(votes), 0) AS voters, count(*) AS present FROM slots WHERE webinar = ?",
    )
    .bind(webinar)
    .fetch_one(connection)
    .await?;
    let (voters, all): (u32, u32) = (row.try_get("voters")?, row.try_get("present")?);
    Ok((voters, all - voters))
}

/// Opens a presenter session; the answer is its token.
pub(super) async fn open_console(
    connection: &mut SqliteConnection,
    webinar: i64,
    secret: &str,
) -> Result<String, StoreError> {
    let expected: Vec<u8> = sqlx::query_scalar("SELECT presenter_hash FROM webinars WHERE id = ?")
        .bind(webinar)
        .fetch_one(&mut *connection)
        .await?;
    // blake3's comparison takes the same time wherever the two differ.
    let expected = blake3::Hash::from(fixed::<32>(&expected)?);
    if blake3::Hash::from(secrets::hash_token(secret)) != expected {
        return Err(Refusal::NotPresenter.into());
    }
    let token = secrets::random_token();
    sqlx::query("INSERT INTO presenter_sessions (token_hash, webinar) VALUES (?, ?)")
        .bind(&secrets::hash_token(&token)[..])
        .bind(webinar)
        .execute(connection)
        .await?;
    Ok(token)
}

/// Whether this token is a presenter's.
pub(super) async fn is_presenter(
    readers: &SqlitePool,
    webinar: i64,
    token: &str,
) -> Result<bool, StoreError> {
    let found =
        sqlx::query("SELECT 1 FROM presenter_sessions WHERE token_hash = ? AND webinar = ?")
            .bind(&secrets::hash_token(token)[..])
            .bind(webinar)
            .fetch_optional(readers)
            .await?;
    Ok(found.is_some())
}
