//! Places in a webinar, and the sessions that hold them.

use std::collections::{HashMap, HashSet};

use barometer_domain::ids::{Millis, MunicipalityCode, WebinarCode};
use barometer_domain::refusal::Refusal;
use barometer_domain::wire::{Role, Way};
use sqlx::sqlite::SqlitePool;
use sqlx::{Row, SqliteConnection};

use super::course::{self, Course, fixed};
use super::{StoreError, ballots, identities, interests, invitations, now, rounds};
use crate::secrets::{self, Keys, SlotId};

/// How long a presenter's session lasts without being used, in milliseconds: twelve hours.
const LONGEST_REST_MS: Millis = 12 * 60 * 60 * 1000;
/// How long it lasts at most, in milliseconds: seven days.
const LONGEST_SESSION_MS: Millis = 7 * 24 * 60 * 60 * 1000;
/// How exactly its last use is written down, in milliseconds.
pub(super) const USED_WITHIN_MS: Millis = 5 * 60 * 1000;

/// Someone in a webinar. Who it is, nobody here knows.
#[derive(Clone, Copy, Debug)]
pub struct Participant {
    /// The place.
    pub slot: SlotId,
    /// What the place is for.
    pub role: Role,
    /// By which session it is held: its token's hash; `None` for the invented.
    pub session: Option<[u8; 32]>,
}

impl Participant {
    /// Whose sendings are counted together: each session's are its own, so that a device neither slows another one of
    /// its place nor notices it.
    pub fn sender(&self) -> [u8; 16] {
        let mut sender = self.slot;
        if let Some(session) = &self.session {
            sender.copy_from_slice(&session[..16]);
        }
        sender
    }
}

/// Takes a place, or another one than the place held, as long as no ballot and no interest hangs on that.
pub(super) async fn join(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    held: Option<Participant>,
    way: Way,
) -> Result<(Participant, Option<String>), StoreError> {
    let course = course::load(connection, webinar).await?;
    let by_invitation = matches!(way, Way::Invited { .. });
    let (slot, role) = place(connection, keys, &course, held, way).await?;
    // An invitation always lets in: a refusal would tell whoever holds the link that nobody has come with it yet.
    if !by_invitation {
        check_door(&course, held, role)?;
        check_room(connection, keys, &course, &slot, role).await?;
    }
    if let Some(held) = held {
        let participant = Participant { slot, role, ..held };
        if (held.slot, held.role) != (slot, role) {
            move_to(connection, keys, &course, held, participant).await?;
        }
        return Ok((participant, None));
    }
    if course.progress.scene.ended {
        return Err(Refusal::WebinarNotOpen.into());
    }
    let token = secrets::random_token();
    let session = secrets::hash_token(&token);
    seat(connection, keys, webinar, slot, role).await?;
    sqlx::query("INSERT INTO sessions (token_hash, webinar, slot) VALUES (?, ?, ?)")
        .bind(&session[..])
        .bind(webinar)
        .bind(&slot[..])
        .execute(&mut *connection)
        .await?;
    course::bump(connection, webinar).await?;
    let participant = Participant {
        slot,
        role,
        session: Some(session),
    };
    Ok((participant, Some(token)))
}

/// Which place it is, and what for. An invitation's is the same on every device; another one is random, and another
/// role another place, so that nobody changes the place of an invitation.
async fn place(
    connection: &mut SqliteConnection,
    keys: &Keys,
    course: &Course,
    held: Option<Participant>,
    way: Way,
) -> Result<(SlotId, Role), StoreError> {
    match way {
        Way::Invited { token, named } => {
            let (slot, municipality) =
                invitations::find(connection, keys, course.id, &token).await?;
            if named.is_some_and(|named| named != municipality) {
                return Err(Refusal::UnknownInvitation.into());
            }
            Ok((slot, Role::Voter { municipality }))
        }
        Way::Open(role) => match held.filter(|held| held.role == role) {
            Some(held) => Ok((held.slot, role)),
            None if course.invited_only && role != Role::Observer => {
                Err(Refusal::InvitationNeeded.into())
            }
            None => Ok((secrets::random(), role)),
        },
    }
}

/// A closed door lets nobody new in to vote by the open link. Whoever votes already stays, also for another
/// municipality; whoever only watches takes nobody's vote.
fn check_door(course: &Course, held: Option<Participant>, role: Role) -> Result<(), Refusal> {
    let is_inside = held.is_some_and(|held| held.role != Role::Observer);
    if !course.progress.scene.door_closed || role == Role::Observer || is_inside {
        return Ok(());
    }
    Err(Refusal::DoorClosed)
}

/// Whether one more may come to vote for this municipality by the open link.
async fn check_room(
    connection: &mut SqliteConnection,
    keys: &Keys,
    course: &Course,
    slot: &SlotId,
    role: Role,
) -> Result<(), StoreError> {
    let (Some(limit), Role::Voter { municipality }) = (course.per_municipality, role) else {
        return Ok(());
    };
    if is_taken(connection, course.id, slot).await? {
        return Ok(());
    }
    let there = by_municipality(connection, keys, course.id).await?;
    if there.get(&municipality).copied().unwrap_or(0) >= u32::from(limit) {
        return Err(Refusal::MunicipalityFull { limit }.into());
    }
    Ok(())
}

async fn is_taken(
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

/// Takes a session to another place; the one it leaves is gone unless another device holds it too.
async fn move_to(
    connection: &mut SqliteConnection,
    keys: &Keys,
    course: &Course,
    held: Participant,
    to: Participant,
) -> Result<(), StoreError> {
    // Only a ballot or an interest of its own holds a session: what others of the place have done is not to be told.
    let has_voted = ballots::has_voted(connection, keys, &course.barometer.id, &held).await?;
    let has_voted = has_voted || rounds::has_voted(connection, keys, course.id, &held).await?;
    if has_voted || interests::has_spoken(connection, keys, course.id, held).await? {
        return Err(Refusal::MunicipalityFixed.into());
    }
    identities::forget(
        connection,
        keys,
        course.id,
        &held.slot,
        held.session.as_ref(),
    )
    .await?;
    seat(connection, keys, course.id, to.slot, to.role).await?;
    sqlx::query("UPDATE sessions SET slot = ? WHERE token_hash = ?")
        .bind(&to.slot[..])
        .bind(held.session.as_ref().map(|session| &session[..]))
        .execute(&mut *connection)
        .await?;
    let others = sqlx::query("SELECT 1 FROM sessions WHERE webinar = ? AND slot = ?")
        .bind(course.id)
        .bind(&held.slot[..])
        .fetch_optional(&mut *connection)
        .await?;
    if others.is_none() {
        vacate(connection, keys, course.id, &held.slot).await?;
    }
    course::bump(connection, course.id).await
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
    let session = secrets::hash_token(token);
    let row = sqlx::query(
        "SELECT slots.id, slots.municipality FROM sessions
         JOIN slots ON slots.webinar = sessions.webinar AND slots.id = sessions.slot
         WHERE sessions.token_hash = ? AND sessions.webinar = ?",
    )
    .bind(&session[..])
    .bind(webinar)
    .fetch_optional(readers)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let slot: SlotId = fixed(row.try_get("id")?)?;
    let municipality = keys.open_municipality(row.try_get("municipality")?, &slot)?;
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
    sqlx::query("DELETE FROM presenter_sessions WHERE began < ? OR used < ?")
        .bind(now() - LONGEST_SESSION_MS)
        .bind(now() - LONGEST_REST_MS)
        .execute(&mut *connection)
        .await?;
    let token = secrets::random_token();
    sqlx::query(
        "INSERT INTO presenter_sessions (token_hash, webinar, began, used) VALUES (?1, ?2, ?3, ?3)",
    )
    .bind(&secrets::hash_token(&token)[..])
    .bind(webinar)
    .bind(now())
    .execute(connection)
    .await?;
    Ok(token)
}

/// When a presenter's session was last used, unless this token is none's or its time is over.
pub(super) async fn presenter(
    readers: &SqlitePool,
    webinar: i64,
    token: &str,
) -> Result<Option<Millis>, StoreError> {
    let used = sqlx::query_scalar(
        "SELECT used FROM presenter_sessions
         WHERE token_hash = ? AND webinar = ? AND began >= ? AND used >= ?",
    )
    .bind(&secrets::hash_token(token)[..])
    .bind(webinar)
    .bind(now() - LONGEST_SESSION_MS)
    .bind(now() - LONGEST_REST_MS)
    .fetch_optional(readers)
    .await?;
    Ok(used)
}

/// A presenter's session is used now.
pub(super) async fn touch_presenter(
    connection: &mut SqliteConnection,
    token: &str,
) -> Result<(), StoreError> {
    sqlx::query("UPDATE presenter_sessions SET used = ? WHERE token_hash = ?")
        .bind(now())
        .bind(&secrets::hash_token(token)[..])
        .execute(connection)
        .await?;
    Ok(())
}
