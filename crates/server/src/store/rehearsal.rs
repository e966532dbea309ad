//! Rehearsals: a webinar copied whole, requests and commitments included, and thrown away whole.

use barometer_domain::catalogue::Reality;
use barometer_domain::ids::{Millis, RequestId, WebinarCode};
use barometer_domain::refusal::Refusal;
use sqlx::SqliteConnection;

use super::columns::EnumText;
use super::course::{self, WebinarState};
use super::create::{NewRequest, NewWebinar};
use super::requests::{commitments, documents};
use super::write_transaction::WriteTransaction;
use super::{StoreError, create, now};

/// A rehearsal that nobody has touched for this long is thrown away.
const FORGOTTEN_AFTER: Millis = 24 * 60 * 60 * 1000;

/// Copies a webinar into a rehearsal of its own; `None` when the code is taken.
pub(super) async fn copy(
    transaction: &mut WriteTransaction<'_>,
    webinar: i64,
    code: WebinarCode,
    secret: String,
) -> Result<Option<WebinarState>, StoreError> {
    let course = course::load(transaction, webinar).await?;
    if course.plan.candidates.is_empty() {
        // There would be nothing to vote for.
        return Err(Refusal::NotPossibleNow.into());
    }
    let mut candidates = copies(transaction, &course.plan.candidates).await?;
    for (candidate, notes) in candidates.iter_mut().zip(course.candidate_notes) {
        candidate.notes = notes;
    }
    let ongoing = copies(transaction, &course.plan.ongoing).await?;
    let copy = NewWebinar {
        code,
        secret,
        reality: Reality::Rehearsal,
        title: course.title,
        date: course.date,
        starts: course.starts,
        ends: course.ends,
        previous: None,
        language: course.language,
        fictional: course.fictional,
        agenda: course.agenda,
        rules: course.barometer.rules,
        shuffled: course.barometer.shuffled,
        candidates,
        ongoing,
    };
    match create::create(transaction, copy).await? {
        Some(id) => course::load(transaction, id).await.map(Some),
        None => Ok(None),
    }
}

async fn copies(
    connection: &mut SqliteConnection,
    ids: &[RequestId],
) -> Result<Vec<NewRequest>, StoreError> {
    let mut copies = Vec::with_capacity(ids.len());
    for &id in ids {
        let document = documents::load(connection, id).await?;
        let commitments = commitments::load(connection, id).await?;
        copies.push(NewRequest {
            request: document.content,
            notes: String::new(),
            commitments: commitments.into_iter().map(|held| (held, None)).collect(),
        });
    }
    Ok(copies)
}

/// Throws a rehearsal away; anything else is refused.
pub(super) async fn throw_away(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<(), StoreError> {
    let course = course::load(connection, webinar).await?;
    if course.plan.reality != Reality::Rehearsal {
        return Err(Refusal::NotPossibleNow.into());
    }
    super::ballots::forget(connection, &course.barometer.id).await?;
    super::stated::forget(connection, &course.barometer.id).await?;
    super::rounds::forget_ballots(connection, webinar).await?;
    sqlx::query("DELETE FROM webinars WHERE id = ?")
        .bind(webinar)
        .execute(&mut *connection)
        .await?;
    for request in course.plan.candidates.iter().chain(&course.plan.ongoing) {
        documents::delete(connection, *request).await?;
    }
    Ok(())
}

/// The codes of the rehearsals nobody came back to.
pub(super) async fn old(connection: &mut SqliteConnection) -> Result<Vec<WebinarCode>, StoreError> {
    let codes: Vec<String> =
        sqlx::query_scalar("SELECT code FROM webinars WHERE reality = ? AND scene ->> 'since' < ?")
            .bind(EnumText(Reality::Rehearsal))
            .bind(now() - FORGOTTEN_AFTER)
            .fetch_all(connection)
            .await?;
    let code = |code: String| code.parse().map_err(|_| StoreError::Row("webinar code"));
    codes.into_iter().map(code).collect()
}
