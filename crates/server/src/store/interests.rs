//! "Vi vil gerne være med", as each session said it: kept under keyed tags, so that a browser is told what it said
//! itself, and nobody else who said what.

use barometer_domain::financing::ledger::NameWish;
use barometer_domain::financing::{Commitment, CommitmentState};
use barometer_domain::ids::{MunicipalityCode, RequestId};
use barometer_domain::refusal::Refusal;
use barometer_domain::wire::{Interest, MOST_INTERESTS};
use sqlx::{Row, SqliteConnection};

use super::course::{self, Course};
use super::financing::Origin;
use super::{Participant, StoreError, financing, ledger, portfolio};
use crate::secrets::{Keys, Tag};

/// What one session said about a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) request: RequestId,
    pub(super) name_wished: bool,
}

/// What this session has said about the requests of its webinar.
pub(super) async fn said_by(
    connection: &mut SqliteConnection,
    keys: &Keys,
    course: &Course,
    participant: Participant,
) -> Result<Vec<Said>, StoreError> {
    let mut said = Vec::new();
    let Some(session) = participant.session else {
        return Ok(said);
    };
    for &request in requests(course) {
        let tag = keys.interest_tag(course.id, &session, Some(request));
        if let Some(wish) = wish(connection, course.id, &tag).await? {
            said.push(Said {
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
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    participant: Participant,
    interest: Interest,
) -> Result<(), StoreError> {
    let municipality = participant.role.municipality()?;
    let session = participant.session.ok_or(Refusal::NotJoined)?;
    let course = course::load(connection, webinar).await?;
    if course.progress.scene.ended {
        return Err(Refusal::WebinarEnded.into());
    }
    let request = interest.request;
    if !requests(&course).any(|&known| known == request) {
        return Err(Refusal::UnknownRequest.into());
    }
    let tag = keys.interest_tag(webinar, &session, Some(request));
    if interest.take_back {
        return take_back(connection, webinar, &tag, request, municipality).await;
    }
    if wish(connection, webinar, &tag).await?.is_some() {
        return set_wish(connection, webinar, &tag, interest.name_wished).await;
    }
    count(
        connection,
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
    .execute(&mut *connection)
    .await?;
    join_in(connection, request, municipality).await?;
    course::bump(connection, webinar).await
}

/// Takes back what this tag said. The municipality is interested no longer if nobody else of it is, and if all that is
/// on record since is that tap.
async fn take_back(
    connection: &mut SqliteConnection,
    webinar: i64,
    tag: &Tag,
    request: RequestId,
    municipality: MunicipalityCode,
) -> Result<(), StoreError> {
    let gone = sqlx::query("DELETE FROM interests WHERE webinar = ? AND tag = ?")
        .bind(webinar)
        .bind(&tag[..])
        .execute(&mut *connection)
        .await?;
    if gone.rows_affected() == 0 {
        return Ok(());
    }
    let others: u32 =
        sqlx::query_scalar("SELECT count(*) FROM interests WHERE request = ? AND municipality = ?")
            .bind(request.0)
            .bind(municipality.to_string())
            .fetch_one(&mut *connection)
            .await?;
    if others == 0 {
        ledger::take_back_tap(connection, request, municipality).await?;
    }
    course::bump(connection, webinar).await
}

/// What a webinar puts up or reports on.
fn requests(course: &Course) -> impl Iterator<Item = &RequestId> {
    course.plan.candidates.iter().chain(&course.plan.ongoing)
}

/// Makes the municipality interested, unless it is there already.
async fn join_in(
    connection: &mut SqliteConnection,
    request: RequestId,
    municipality: MunicipalityCode,
) -> Result<(), StoreError> {
    let all = financing::of_request(connection, request).await?;
    let held = all.iter().find(|held| held.municipality == municipality);
    let circumstances = ledger::circumstances(connection, request).await?;
    let Some(wanted) = Commitment::wanted(held, municipality, circumstances)? else {
        return Ok(());
    };
    let from: Option<CommitmentState> = held.map(|held| held.state);
    financing::put(connection, request, &wanted, from, Origin::participant()).await?;
    ledger::settle(connection, request).await
}

/// What this tag wished for the name; `None` where it has said nothing about the request.
async fn wish(
    connection: &mut SqliteConnection,
    webinar: i64,
    tag: &Tag,
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
    tag: &Tag,
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
    tag: &Tag,
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
    tag: &Tag,
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

/// What participants wish for their municipalities' names at a request, and at what was merged into it, by
/// municipality; rehearsals have requests of their own.
pub(super) async fn name_wishes(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<Vec<NameWish>, StoreError> {
    let rows = sqlx::query(
        "WITH RECURSIVE merged (id) AS (
             SELECT ? UNION SELECT r.id FROM requests r JOIN merged m ON r.merged_into = m.id)
         SELECT municipality, count(*) AS participants, sum(name_wished = 1) AS wished,
             sum(name_wished = 0) AS taken_back
         FROM interests WHERE request IN merged GROUP BY municipality ORDER BY municipality",
    )
    .bind(request.0)
    .fetch_all(connection)
    .await?;
    let wish = |row: &sqlx::sqlite::SqliteRow| {
        let municipality = row.try_get::<&str, _>("municipality")?.parse();
        let number =
            |column| Ok::<u32, sqlx::Error>(row.try_get::<Option<u32>, _>(column)?.unwrap_or(0));
        Ok(NameWish {
            municipality: municipality.map_err(|_| StoreError::Row("municipality code"))?,
            participants: number("participants")?,
            wished: number("wished")?,
            taken_back: number("taken_back")?,
        })
    };
    rows.iter().map(wish).collect()
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
    connection: &mut SqliteConnection,
    course: &Course,
) -> Result<(), StoreError> {
    forget(connection, course.id).await?;
    for &request in requests(course) {
        sqlx::query("DELETE FROM commitment_moves WHERE cause = 'participant' AND request = ?")
            .bind(request.0)
            .execute(&mut *connection)
            .await?;
        financing::rebuild(connection, request).await?;
        ledger::settle(connection, request).await?;
    }
    portfolio::touch(connection).await
}
