//! Coming into a webinar, and changing places in it.

use barometer_domain::refusal::Refusal;
use barometer_domain::wire::{Role, Way};
use sqlx::SqliteConnection;

use super::course::{self, WebinarState};
use super::seats::{by_municipality, find, is_taken, seat, vacate};
use super::write_transaction::{ShownWhen, WriteTransaction};
use super::{Participant, StoreError, ballots, identities, interests, invitations, rounds};
use crate::secrets::{self, Keys, SlotId};

/// What a webinar's door asks of whoever comes by the open link.
pub(super) struct WebinarDoor {
    /// Whether only those with an invitation can vote.
    pub(super) invited_only: bool,
    /// How many may vote for one municipality; `None` for any number.
    pub(super) per_municipality: Option<u16>,
    /// Whether nobody new is let in to vote.
    pub(super) closed: bool,
    /// Whether the webinar is over.
    pub(super) ended: bool,
    /// The round that its barometer is in.
    pub(super) round: u32,
}

impl From<&WebinarState> for WebinarDoor {
    fn from(course: &WebinarState) -> Self {
        Self {
            invited_only: course.invited_only,
            per_municipality: course.per_municipality,
            closed: course.progress.scene.door_closed,
            ended: course.progress.scene.ended,
            round: course.barometer.round,
        }
    }
}

impl WebinarDoor {
    /// Whether one can come in this role without an invitation.
    pub(super) fn check_invitation(&self, role: Role) -> Result<(), Refusal> {
        if self.invited_only && role != Role::Observer {
            return Err(Refusal::InvitationNeeded);
        }
        Ok(())
    }

    /// A closed door lets nobody new in to vote by the open link. Whoever votes already stays, also for another
    /// municipality; whoever only watches takes nobody's vote.
    pub(super) fn check_open(&self, held: Option<Participant>, role: Role) -> Result<(), Refusal> {
        let is_inside = held.is_some_and(|held| held.role != Role::Observer);
        if !self.closed || role == Role::Observer || is_inside {
            return Ok(());
        }
        Err(Refusal::DoorClosed)
    }

    /// Whether one more may vote for a municipality that has so many voters.
    pub(super) fn check_room(&self, voters: u32) -> Result<(), Refusal> {
        match self.per_municipality {
            Some(limit) if voters >= u32::from(limit) => Err(Refusal::MunicipalityFull { limit }),
            _ => Ok(()),
        }
    }

    /// Nobody new comes into a webinar that is over.
    pub(super) fn check_ended(&self) -> Result<(), Refusal> {
        if self.ended {
            return Err(Refusal::WebinarNotOpen);
        }
        Ok(())
    }
}

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
    let door = WebinarDoor::from(&course);
    let by_invitation = matches!(way, Way::Invited { .. });
    let (slot, role) = place(transaction, keys, &course, held, way).await?;
    // An invitation always lets in: a refusal would tell whoever holds the link that nobody has come with it yet.
    if !by_invitation {
        door.check_open(held, role)?;
        check_room(transaction, keys, webinar, &door, &slot, role).await?;
    }
    if let Some(held) = held {
        let participant = Participant { slot, role, ..held };
        if (held.slot, held.role) != (slot, role) {
            move_to(transaction, keys, &course, held, participant).await?;
        }
        return Ok((participant, None));
    }
    door.check_ended()?;
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
        Way::Open(role) => {
            if let Some(held) = held.filter(|held| held.role == role) {
                return Ok((held.slot, role));
            }
            WebinarDoor::from(course).check_invitation(role)?;
            Ok((secrets::random(), role))
        }
    }
}

/// Whether one more may come to vote for this municipality by the open link.
async fn check_room(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    door: &WebinarDoor,
    slot: &SlotId,
    role: Role,
) -> Result<(), StoreError> {
    let (Some(_), Role::Voter { municipality }) = (door.per_municipality, role) else {
        return Ok(());
    };
    if is_taken(connection, webinar, slot).await? {
        return Ok(());
    }
    let there = by_municipality(connection, keys, webinar).await?;
    door.check_room(there.get(&municipality).copied().unwrap_or(0))?;
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
