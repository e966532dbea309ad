//! Coming into a webinar, and changing places in it.

use barometer_domain::refusal::Refusal;
use barometer_domain::wire::{Role, Way};
use sqlx::SqliteConnection;

use super::course::{self, WebinarState};
use super::seats::{by_municipality, find, is_taken, seat, vacate};
use super::write_transaction::{ShownWhen, WriteTransaction};
use super::{Participant, StoreError, ballots, identities, interests, invitations, rounds};
use crate::secrets::{self, Keys, SlotId};

/// Takes a place, or another one than the place held, as long as no ballot and no interest hangs on that.
pub(super) async fn join(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
    held: Option<Participant>,
    way: Way,
) -> Result<(Participant, Option<String>), StoreError> {
    join_with(transaction, keys, webinar, held, way, None).await
}

/// The same with the token that a newcomer's session gets; if there is such a session already, it is the one that comes.
pub(super) async fn join_with(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
    held: Option<Participant>,
    way: Way,
    token: Option<String>,
) -> Result<(Participant, Option<String>), StoreError> {
    let held = match (held, &token) {
        (None, Some(token)) => find(transaction, keys, webinar, token).await?,
        (held, _) => held,
    };
    let course = course::load(transaction, webinar).await?;
    let by_invitation = matches!(way, Way::Invited { .. });
    let (slot, role) = place(transaction, keys, &course, held, way).await?;
    // An invitation always lets in: a refusal would tell whoever holds the link that nobody has come with it yet.
    if !by_invitation {
        check_door(&course, held, role)?;
        check_room(transaction, keys, &course, &slot, role).await?;
    }
    if let Some(held) = held {
        let participant = Participant { slot, role, ..held };
        if (held.slot, held.role) != (slot, role) {
            move_to(transaction, keys, &course, held, participant).await?;
        }
        return Ok((participant, None));
    }
    if course.progress.scene.ended {
        return Err(Refusal::WebinarNotOpen.into());
    }
    let token = token.unwrap_or_else(secrets::random_token);
    let session = secrets::hash_token(&token);
    seat(transaction, keys, webinar, slot, role).await?;
    sqlx::query("INSERT INTO sessions (token_hash, webinar, slot) VALUES (?, ?, ?)")
        .bind(&session[..])
        .bind(webinar)
        .bind(&slot[..])
        .execute(&mut **transaction)
        .await?;
    transaction.announce_webinar(webinar, ShownWhen::AtThePace);
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
    course: &WebinarState,
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
fn check_door(course: &WebinarState, held: Option<Participant>, role: Role) -> Result<(), Refusal> {
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
    course: &WebinarState,
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

/// Takes a session to another place; the one it leaves is gone unless another device holds it too.
async fn move_to(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    course: &WebinarState,
    held: Participant,
    to: Participant,
) -> Result<(), StoreError> {
    // Only a ballot or an interest of its own holds a session: what others of the place have done is not to be told.
    let has_voted = ballots::has_voted(transaction, keys, &course.barometer.id, &held).await?;
    let has_voted = has_voted || rounds::has_voted(transaction, keys, course.id, &held).await?;
    if has_voted || interests::has_spoken(transaction, keys, course.id, held).await? {
        return Err(Refusal::MunicipalityFixed.into());
    }
    identities::forget(
        transaction,
        keys,
        course.id,
        &held.slot,
        held.session.as_ref(),
    )
    .await?;
    seat(transaction, keys, course.id, to.slot, to.role).await?;
    sqlx::query("UPDATE sessions SET slot = ? WHERE token_hash = ?")
        .bind(&to.slot[..])
        .bind(held.session.as_ref().map(|session| &session[..]))
        .execute(&mut **transaction)
        .await?;
    let others = sqlx::query("SELECT 1 FROM sessions WHERE webinar = ? AND slot = ?")
        .bind(course.id)
        .bind(&held.slot[..])
        .fetch_optional(&mut **transaction)
        .await?;
    if others.is_none() {
        vacate(transaction, keys, course.id, &held.slot).await?;
    }
    transaction.announce_webinar(course.id, ShownWhen::AtThePace);
    Ok(())
}
