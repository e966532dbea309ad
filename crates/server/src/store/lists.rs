//! Which requests a webinar puts up and which it reports on, and what a place there makes of a request.

use barometer_domain::financing::{ChangeRequest, RequestState};
use barometer_domain::ids::RequestId;
use barometer_domain::preparation::{MOST_REQUESTS, Shortlisted};
use barometer_domain::refusal::{Field, Refusal};
use sqlx::SqliteConnection;

use super::course::parse;
use super::requests::{NOT_REHEARSED, Signed};
use super::{StoreError, ledger, now, requests};

/// What a new webinar reports on: municipalities are deciding, or it is being built.
const REPORTED: [RequestState; 6] = [
    RequestState::OpenForFinancing,
    RequestState::Gathering,
    RequestState::FullyFunded,
    RequestState::Ordered,
    RequestState::UnderDevelopment,
    RequestState::Pilot,
];

/// The requests that a new webinar reports on, by reference. Invented ones only as long as there are no real ones.
pub(super) async fn first_ongoing(
    connection: &mut SqliteConnection,
) -> Result<Vec<RequestId>, StoreError> {
    let all: Vec<(u32, String, bool)> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT id, state, fictional FROM requests WHERE {NOT_REHEARSED}
         ORDER BY content ->> 'reference', id"
    )))
    .fetch_all(connection)
    .await?;
    let invented = all.iter().all(|(.., fictional)| *fictional);
    let mut ongoing = Vec::new();
    for (id, state, fictional) in all {
        if fictional == invented && REPORTED.contains(&parse(&state)?) {
            ongoing.push(RequestId(id));
        }
    }
    ongoing.truncate(MOST_REQUESTS);
    Ok(ongoing)
}

/// Takes candidates to where they may be put up, each move on record; `known` were on the list before.
pub(super) async fn put_up(
    connection: &mut SqliteConnection,
    known: &[Shortlisted],
    candidates: &[Shortlisted],
    by: &str,
) -> Result<(), StoreError> {
    for Shortlisted {
        request, reason, ..
    } in candidates
    {
        let (state, content) = own(connection, *request).await?;
        let is_known = known.iter().any(|held| held.request == *request);
        let way = match state.way_to_shortlist() {
            Some(way) => way,
            // What was taken elsewhere meanwhile is the vendor's to take off the list.
            None if is_known => continue,
            None => return Err(Field::Shortlist.wrong().into()),
        };
        let signed = Signed {
            at: now(),
            by,
            why: reason,
        };
        for &next in way {
            requests::write(connection, *request, next, &content, signed).await?;
        }
        if !way.is_empty() {
            ledger::show_anew(connection, *request).await?;
        }
    }
    Ok(())
}

/// Only what is under way is reported on; `known` was so already.
pub(super) async fn check_ongoing(
    connection: &mut SqliteConnection,
    known: &[RequestId],
    ongoing: &[RequestId],
) -> Result<(), StoreError> {
    for request in ongoing.iter().filter(|request| !known.contains(request)) {
        let (state, _) = own(connection, *request).await?;
        if !state.is_under_way() {
            return Err(Field::Ongoing.wrong().into());
        }
    }
    Ok(())
}

/// Writes the lists anew, and whether anything on them is invented.
pub(super) async fn write(
    connection: &mut SqliteConnection,
    webinar: i64,
    candidates: &[Shortlisted],
    ongoing: &[RequestId],
) -> Result<(), StoreError> {
    for statement in [
        "DELETE FROM shortlist WHERE webinar = ?",
        "DELETE FROM ongoing WHERE webinar = ?",
    ] {
        sqlx::query(statement)
            .bind(webinar)
            .execute(&mut *connection)
            .await?;
    }
    for (number, candidate) in (1_i64..).zip(candidates) {
        sqlx::query(
            "INSERT INTO shortlist (webinar, number, request, reason, notes) VALUES (?, ?, ?, ?, ?)",
        )
        .bind(webinar)
        .bind(number)
        .bind(candidate.request.0)
        .bind(&candidate.reason)
        .bind(&candidate.notes)
        .execute(&mut *connection)
        .await?;
    }
    for (position, request) in (1_i64..).zip(ongoing) {
        sqlx::query("INSERT INTO ongoing (webinar, position, request) VALUES (?, ?, ?)")
            .bind(webinar)
            .bind(position)
            .bind(request.0)
            .execute(&mut *connection)
            .await?;
    }
    sqlx::query(
        "UPDATE webinars SET fictional = EXISTS (SELECT 1 FROM requests WHERE fictional = 1 AND id IN (
             SELECT request FROM shortlist WHERE webinar = ?1
             UNION SELECT request FROM ongoing WHERE webinar = ?1))
         WHERE id = ?1",
    )
    .bind(webinar)
    .execute(connection)
    .await?;
    Ok(())
}

/// A request of the vendor's own; a rehearsal's copy is none.
async fn own(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<(RequestState, ChangeRequest), StoreError> {
    let found: Option<i64> = sqlx::query_scalar(sqlx::AssertSqlSafe(format!(
        "SELECT 1 FROM requests WHERE id = ? AND {NOT_REHEARSED}"
    )))
    .bind(request.0)
    .fetch_optional(&mut *connection)
    .await?;
    found.ok_or(Refusal::UnknownRequest)?;
    requests::standing(connection, request).await
}
