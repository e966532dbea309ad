//! Personal invitations: hashes of tokens, each with its municipality, sealed. What the place of an invited
//! participant is follows from the hash and the pepper; nothing stored says who has come.

use std::collections::HashSet;

use barometer_domain::barometer::Phase;
use barometer_domain::catalogue::Reality;
use barometer_domain::ids::MunicipalityCode;
use barometer_domain::invitation::{
    InvitationToken, Invitations, MOST_AT_ONCE, NewInvitation, WhoMayVote,
};
use barometer_domain::municipality;
use barometer_domain::refusal::Refusal;
use barometer_sealing::invitation::{Token, TokenHash};
use sqlx::SqliteConnection;

use super::course::{self, WebinarState, fixed};
use super::write_transaction::{ShownWhen, WriteTransaction};
use super::{Store, StoreError, StoreReader, seats};
use crate::secrets::{Keys, SignupTag, SlotId};

impl StoreReader {
    /// A webinar's invitations: how many, and who may vote.
    pub async fn invitations(&self, webinar: i64) -> Result<Invitations, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let course = course::load(&mut transaction, webinar).await?;
        summary(&mut transaction, &course).await
    }
}

impl Store {
    /// Adds invitations; the same again changes nothing.
    pub async fn invite(
        &self,
        webinar: i64,
        invitations: Vec<NewInvitation>,
    ) -> Result<Invitations, StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |c| Box::pin(async move { add(c, &keys, webinar, &invitations).await }))
            .await
    }

    /// Says who may vote: whether only the invited, before the barometer opens, and how many of a municipality, before
    /// it closes.
    pub async fn restrict(&self, webinar: i64, who: WhoMayVote) -> Result<Invitations, StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |c| Box::pin(async move { restrict(c, &keys, webinar, who).await }))
            .await
    }

    /// Withdraws all invitations, before the barometer opens.
    pub async fn withdraw(&self, webinar: i64) -> Result<Invitations, StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |c| Box::pin(async move { withdraw(c, &keys, webinar).await }))
            .await
    }
}

/// The place this invitation leads to, and for which municipality; the same on every device.
pub(super) async fn find(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    token: &InvitationToken,
) -> Result<(SlotId, MunicipalityCode), StoreError> {
    let token: Token = token
        .as_str()
        .parse()
        .map_err(|_| Refusal::UnknownInvitation)?;
    let hash = token.hash();
    let sealed: Option<Vec<u8>> =
        sqlx::query_scalar("SELECT municipality FROM invitations WHERE webinar = ? AND hash = ?")
            .bind(webinar)
            .bind(&hash.as_bytes()[..])
            .fetch_optional(connection)
            .await?;
    let sealed = sealed.ok_or(Refusal::UnknownInvitation)?;
    let municipality = keys.open_municipality(&sealed, hash.as_bytes())?;
    let municipality = municipality.ok_or(StoreError::Row("an invitation of no municipality"))?;
    Ok((keys.invited_slot(webinar, hash.as_bytes()), municipality))
}

/// Whether one of the webinar's invitations leads to this place.
pub(super) async fn leads_to(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    slot: &SlotId,
) -> Result<bool, StoreError> {
    let hashes: Vec<Vec<u8>> = sqlx::query_scalar("SELECT hash FROM invitations WHERE webinar = ?")
        .bind(webinar)
        .fetch_all(connection)
        .await?;
    for hash in hashes {
        if keys.invited_slot(webinar, &fixed(&hash)?) == *slot {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Adds one invitation that comes with a sign-up; one that is there already is somebody else's.
pub(super) async fn add_one(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    hash: &TokenHash,
    municipality: MunicipalityCode,
) -> Result<(), StoreError> {
    let added = sqlx::query(
        "INSERT INTO invitations (webinar, hash, municipality) VALUES (?, ?, ?)
         ON CONFLICT (webinar, hash) DO NOTHING",
    )
    .bind(webinar)
    .bind(&hash.as_bytes()[..])
    .bind(keys.seal(Some(municipality), hash.as_bytes()))
    .execute(connection)
    .await?;
    if added.rows_affected() == 0 {
        return Err(Refusal::UnknownInvitation.into());
    }
    Ok(())
}

/// Withdraws the one invitation whose sign-up knows it by `tag`, with the place it led to, as long as nobody can have
/// voted; later it stays, for a vote is never lost.
pub(super) async fn withdraw_one(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
    tag: &SignupTag,
) -> Result<(), StoreError> {
    let course = course::load(transaction, webinar).await?;
    if course.progress.phase != Phase::Draft {
        return Ok(());
    }
    let hashes: Vec<Vec<u8>> = sqlx::query_scalar("SELECT hash FROM invitations WHERE webinar = ?")
        .bind(webinar)
        .fetch_all(&mut **transaction)
        .await?;
    for hash in hashes {
        let hash: [u8; 32] = fixed(&hash)?;
        if keys.signup_tag(webinar, &hash) != *tag {
            continue;
        }
        let slot = keys.invited_slot(webinar, &hash);
        seats::vacate(transaction, keys, webinar, &slot).await?;
        sqlx::query("DELETE FROM invitations WHERE webinar = ? AND hash = ?")
            .bind(webinar)
            .bind(&hash[..])
            .execute(&mut **transaction)
            .await?;
        transaction.announce_webinar(webinar, ShownWhen::AtThePace);
    }
    Ok(())
}

async fn summary(
    connection: &mut SqliteConnection,
    course: &WebinarState,
) -> Result<Invitations, StoreError> {
    let count: u32 = sqlx::query_scalar("SELECT count(*) FROM invitations WHERE webinar = ?")
        .bind(course.id)
        .fetch_one(connection)
        .await?;
    Ok(Invitations {
        count,
        invited_only: course.invited_only,
        per_municipality: course.per_municipality,
        phase: course.progress.phase,
    })
}

async fn add(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    invitations: &[NewInvitation],
) -> Result<Invitations, StoreError> {
    let course = course::load(connection, webinar).await?;
    let is_over = course.progress.phase >= Phase::Closing || course.progress.scene.ended;
    if is_over || course.plan.reality == Reality::Rehearsal {
        return Err(Refusal::NotPossibleNow.into());
    }
    if invitations.len() > MOST_AT_ONCE {
        let reason = format!("at most {MOST_AT_ONCE} invitations at once");
        return Err(Refusal::Malformed { reason }.into());
    }
    for invitation in invitations {
        let code = invitation.municipality;
        municipality::by_code(code).ok_or(Refusal::UnknownMunicipality)?;
        let hash = hash(invitation)?;
        sqlx::query(
            "INSERT INTO invitations (webinar, hash, municipality) VALUES (?, ?, ?)
             ON CONFLICT (webinar, hash) DO NOTHING",
        )
        .bind(webinar)
        .bind(&hash.as_bytes()[..])
        .bind(keys.seal(Some(code), hash.as_bytes()))
        .execute(&mut *connection)
        .await?;
    }
    summary(connection, &course).await
}

fn hash(invitation: &NewInvitation) -> Result<TokenHash, Refusal> {
    let hash = invitation.hash.as_str().parse();
    hash.map_err(|_| Refusal::Malformed {
        reason: "a hash is 32 bytes in base64url".into(),
    })
}

/// Whoever came by the open link, and could vote until now, has to come in again if only the invited may. A smaller
/// number for each municipality sends nobody away.
async fn restrict(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
    who: WhoMayVote,
) -> Result<Invitations, StoreError> {
    let course = course::load(transaction, webinar).await?;
    if who.invited_only != course.invited_only {
        undecided(transaction, webinar).await?;
    }
    if course.progress.phase >= Phase::Closing {
        return Err(Refusal::BarometerClosed.into());
    }
    if who.per_municipality == Some(0) {
        let reason = "at least one for each municipality".into();
        return Err(Refusal::Malformed { reason }.into());
    }
    sqlx::query("UPDATE webinars SET invited_only = ?, per_municipality = ? WHERE id = ?")
        .bind(who.invited_only)
        .bind(who.per_municipality)
        .bind(webinar)
        .execute(&mut **transaction)
        .await?;
    if who.invited_only && !course.invited_only {
        let invited = places(transaction, keys, webinar).await?;
        let voters = seats::voters(transaction, webinar).await?;
        for slot in voters.difference(&invited) {
            seats::vacate(transaction, keys, webinar, slot).await?;
        }
    }
    transaction.announce_webinar(webinar, ShownWhen::AtOnce);
    let course = WebinarState {
        invited_only: who.invited_only,
        per_municipality: who.per_municipality,
        ..course
    };
    summary(transaction, &course).await
}

/// With the invitations go the places they led to.
async fn withdraw(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
) -> Result<Invitations, StoreError> {
    let course = undecided(transaction, webinar).await?;
    let invited = places(transaction, keys, webinar).await?;
    let voters = seats::voters(transaction, webinar).await?;
    for slot in voters.intersection(&invited) {
        seats::vacate(transaction, keys, webinar, slot).await?;
    }
    sqlx::query("DELETE FROM invitations WHERE webinar = ?")
        .bind(webinar)
        .execute(&mut **transaction)
        .await?;
    transaction.announce_webinar(webinar, ShownWhen::AtOnce);
    summary(transaction, &course).await
}

/// Where a webinar stands, as long as nobody can have voted in it.
async fn undecided(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<WebinarState, StoreError> {
    let course = course::load(connection, webinar).await?;
    if course.progress.phase != Phase::Draft {
        return Err(Refusal::BarometerAlreadyOpened.into());
    }
    Ok(course)
}

/// The places that all invitations lead to, taken or not.
async fn places(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
) -> Result<HashSet<SlotId>, StoreError> {
    let hashes: Vec<Vec<u8>> = sqlx::query_scalar("SELECT hash FROM invitations WHERE webinar = ?")
        .bind(webinar)
        .fetch_all(connection)
        .await?;
    hashes
        .iter()
        .map(|hash| Ok(keys.invited_slot(webinar, &fixed(hash)?)))
        .collect()
}
