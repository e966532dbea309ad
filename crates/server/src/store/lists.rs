//! Which requests a webinar puts up and which it reports on, and what a place there makes of a request.

use barometer_domain::financing::RequestState;
use barometer_domain::ids::RequestId;
use barometer_domain::preparation::{MOST_REQUESTS, Shortlisted};
use barometer_domain::refusal::{Field, Refusal};
use sqlx::SqliteConnection;

use super::StoreError;
use super::requests::documents::{self, RequestDocument};
use super::requests::{OpenRequest, RecordSignature};
use super::write_transaction::{ShownWhen, WriteTransaction};

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
    let all = documents::load_all(connection).await?;
    let invented = all.iter().all(|request| request.fictional);
    let is_reported = |request: &RequestDocument| {
        request.fictional == invented && REPORTED.contains(&request.state)
    };
    let ongoing = all.into_iter().filter(is_reported);
    let mut ongoing: Vec<RequestId> = ongoing.map(|request| request.id).collect();
    ongoing.truncate(MOST_REQUESTS);
    Ok(ongoing)
}

/// Takes candidates to where they may be put up, each move on record; `known` were on the list before.
pub(super) async fn put_up(
    transaction: &mut WriteTransaction<'_>,
    known: &[Shortlisted],
    candidates: &[Shortlisted],
    by: &str,
) -> Result<(), StoreError> {
    for Shortlisted {
        request, reason, ..
    } in candidates
    {
        check_is_own(transaction, *request).await?;
        let is_known = known.iter().any(|held| held.request == *request);
        let mut request = OpenRequest::load(transaction, *request, ShownWhen::AtOnce).await?;
        let way = match request.state().way_to_shortlist() {
            Some(way) => way,
            // What was taken elsewhere meanwhile is the vendor's to take off the list.
            None if is_known => continue,
            None => return Err(Field::Shortlist.wrong().into()),
        };
        let signature = RecordSignature::now(by, reason);
        for &next in way {
            request.set_state(transaction, next, signature).await?;
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
        check_is_own(connection, *request).await?;
        let document = documents::load(connection, *request).await?;
        if !document.state.is_under_way() {
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

/// Refuses what is no request of the vendor's own, such as a rehearsal's copy.
async fn check_is_own(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<(), StoreError> {
    if documents::is_own(connection, request).await? {
        return Ok(());
    }
    Err(Refusal::UnknownRequest.into())
}
