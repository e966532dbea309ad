//! "Vi vil gerne være med", as each session said it: kept under keyed tags, so that a browser is told what it said
//! itself, and nobody else who said what.

use barometer_domain::financing::Commitment;
use barometer_domain::ids::{MunicipalityCode, RequestId};
use barometer_domain::refusal::Refusal;
use barometer_domain::wire::{Interest, MOST_INTERESTS};
use sqlx::SqliteConnection;

use super::course::{self, WebinarState};
use super::requests::{MoveOrigin, OpenRequest};
use super::write_transaction::{ShownWhen, WriteTransaction};
use super::{Participant, StoreError};
use crate::secrets::{InterestTag, Keys};

/// What one session said about a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SessionInterest {
    pub(super) request: RequestId,
    pub(super) name_wished: bool,
}

/// What this session has said about the requests of its webinar.
pub(super) async fn said_by(
    connection: &mut SqliteConnection,
    keys: &Keys,
    course: &WebinarState,
    participant: Participant,
) -> Result<Vec<SessionInterest>, StoreError> {
    let mut said = Vec::new();
    let Some(session) = participant.session else {
        return Ok(said);
    };
    for &request in requests(course) {
        let tag = keys.interest_tag(course.id, &session, Some(request));
        if let Some(wish) = wish(connection, course.id, &tag).await? {
            said.push(SessionInterest {
                request,
                name_wished: wish == Some(true),
            });
        }
    }
    Ok(said)
}

/// Whether this session has said interest in anything: then it speaks for its municipality, and for no other.
pub(super) async fn has_spoken(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    participant: Participant,
) -> Result<bool, StoreError> {
    let Some(session) = participant.session else {
        return Ok(false);
    };
    let tag = keys.interest_tag(webinar, &session, None);
    Ok(times_said(connection, webinar, &tag).await? > 0)
}

/// Takes down a session's interest or its wish for the name. The municipality becomes interested if it has said
/// nothing before; a wish changes nothing that anyone sees.
pub(super) async fn add(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
    participant: Participant,
    interest: Interest,
) -> Result<(), StoreError> {
    let municipality = participant.role.municipality()?;
    let session = participant.session.ok_or(Refusal::NotJoined)?;
    let course = course::load(transaction, webinar).await?;
    if course.progress.scene.ended {
        return Err(Refusal::WebinarEnded.into());
    }
    let request = interest.request;
    if !requests(&course).any(|&known| known == request) {
        return Err(Refusal::UnknownRequest.into());
    }
    let tag = keys.interest_tag(webinar, &session, Some(request));
    if interest.take_back {
        return take_back(transaction, webinar, &tag, request, municipality).await;
    }
    if wish(transaction, webinar, &tag).await?.is_some() {
        return set_wish(transaction, webinar, &tag, interest.name_wished).await;
    }
    count(
        transaction,
        webinar,
        &keys.interest_tag(webinar, &session, None),
    )
    .await?;
    sqlx::query(
        "INSERT INTO interests (webinar, tag, request, municipality, name_wished) VALUES (?, ?, ?, ?, ?)",
    )
    .bind(webinar)
    .bind(&tag[..])
    .bind(request.0)
    .bind(municipality.to_string())
    .bind(interest.name_wished)
    .execute(&mut **transaction)
    .await?;
    join_in(transaction, request, municipality).await?;
    transaction.announce_webinar(webinar, ShownWhen::AtThePace);
    Ok(())
}

/// Takes back what this tag said. The municipality is interested no longer if nobody else of it is, and if all that is
/// on record since is that tap.
async fn take_back(
    transaction: &mut WriteTransaction<'_>,
    webinar: i64,
    tag: &InterestTag,
    request: RequestId,
    municipality: MunicipalityCode,
) -> Result<(), StoreError> {
    let gone = sqlx::query("DELETE FROM interests WHERE webinar = ? AND tag = ?")
        .bind(webinar)
        .bind(&tag[..])
        .execute(&mut **transaction)
        .await?;
    if gone.rows_affected() == 0 {
        return Ok(());
    }
    let others: u32 =
        sqlx::query_scalar("SELECT count(*) FROM interests WHERE request = ? AND municipality = ?")
            .bind(request.0)
            .bind(municipality.to_string())
            .fetch_one(&mut **transaction)
            .await?;
    if others == 0 {
        let mut request = OpenRequest::load(transaction, request, ShownWhen::AtThePace).await?;
        request.undo_tap(transaction, municipality).await?;
        request.settle(transaction).await?;
    }
    transaction.announce_webinar(webinar, ShownWhen::AtThePace);
    Ok(())
}

/// What a webinar puts up or reports on.
fn requests(course: &WebinarState) -> impl Iterator<Item = &RequestId> {
    course.plan.candidates.iter().chain(&course.plan.ongoing)
}

/// Makes the municipality interested, unless it is there already.
async fn join_in(
    transaction: &mut WriteTransaction<'_>,
    request: RequestId,
    municipality: MunicipalityCode,
) -> Result<(), StoreError> {
    let mut request = OpenRequest::load(transaction, request, ShownWhen::AtThePace).await?;
    let held = request.commitment_of(municipality);
    let Some(next) = Commitment::wanted(held, municipality, request.circumstances())? else {
        return Ok(());
    };
    let origin = MoveOrigin::participant();
    request.record_move(transaction, next, origin, None).await?;
    request.settle(transaction).await?;
    Ok(())
}

/// What this tag wished for the name; `None` where it has said nothing about the request.
async fn wish(
    connection: &mut SqliteConnection,
    webinar: i64,
    tag: &InterestTag,
) -> Result<Option<Option<bool>>, StoreError> {
    let wish =
        sqlx::query_scalar("SELECT name_wished FROM interests WHERE webinar = ? AND tag = ?")
            .bind(webinar)
            .bind(&tag[..])
            .fetch_optional(connection)
            .await?;
    Ok(wish)
}

async fn set_wish(
    connection: &mut SqliteConnection,
    webinar: i64,
    tag: &InterestTag,
    name_wished: Option<bool>,
) -> Result<(), StoreError> {
    let Some(name_wished) = name_wished else {
        return Ok(());
    };
    sqlx::query("UPDATE interests SET name_wished = ? WHERE webinar = ? AND tag = ?")
        .bind(name_wished)
        .bind(webinar)
        .bind(&tag[..])
        .execute(connection)
        .await?;
    Ok(())
}

async fn times_said(
    connection: &mut SqliteConnection,
    webinar: i64,
    tag: &InterestTag,
) -> Result<u32, StoreError> {
    let said: Option<u32> =
        sqlx::query_scalar("SELECT said FROM interest_sessions WHERE webinar = ? AND tag = ?")
            .bind(webinar)
            .bind(&tag[..])
            .fetch_optional(connection)
            .await?;
    Ok(said.unwrap_or(0))
}

/// Counts another request that a session speaks about, as long as it may.
async fn count(
    connection: &mut SqliteConnection,
    webinar: i64,
    tag: &InterestTag,
) -> Result<(), StoreError> {
    if times_said(connection, webinar, tag).await? >= MOST_INTERESTS {
        let limit = MOST_INTERESTS;
        return Err(Refusal::TooManyInterests { limit }.into());
    }
    sqlx::query(
        "INSERT INTO interest_sessions (webinar, tag, said) VALUES (?, ?, 1)
         ON CONFLICT (webinar, tag) DO UPDATE SET said = said + 1",
    )
    .bind(webinar)
    .bind(&tag[..])
    .execute(connection)
    .await?;
    Ok(())
}

/// Forgets what sessions of a webinar said; what their municipalities have said stays.
pub(super) async fn forget(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<(), StoreError> {
    for statement in [
        "DELETE FROM interests WHERE webinar = ?",
        "DELETE FROM interest_sessions WHERE webinar = ?",
    ] {
        sqlx::query(statement)
            .bind(webinar)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// Takes back what participants showed interest in, when a demo or rehearsal starts over.
pub(super) async fn take_back_all(
    transaction: &mut WriteTransaction<'_>,
    course: &WebinarState,
) -> Result<(), StoreError> {
    forget(transaction, course.id).await?;
    for &request in requests(course) {
        let mut request = OpenRequest::load(transaction, request, ShownWhen::AtOnce).await?;
        request.remove_taps(transaction).await?;
        request.settle(transaction).await?;
    }
    Ok(())
}
