//! Reads a webinar's texts.

use barometer_domain::catalogue::{Candidate, Catalogue, RequestText};
use barometer_domain::financing::ChangeRequest;
use barometer_domain::ids::{CandidateId, RequestId};
use sqlx::SqliteConnection;

use super::columns::JsonText;
use super::{StoreError, WebinarState};

/// A webinar's texts: as they now read or, once its result is revealed, as they read then.
pub(super) async fn load(
    connection: &mut SqliteConnection,
    course: &WebinarState,
) -> Result<Catalogue, StoreError> {
    let rows: Vec<(u32, JsonText<ChangeRequest>)> = sqlx::query_as(
        "SELECT id, coalesce((SELECT v.content FROM shown_versions s JOIN request_versions v ON v.id = s.version
             WHERE s.webinar = ?1 AND s.request = requests.id), content) AS content
         FROM requests WHERE id IN (
             SELECT request FROM shortlist WHERE webinar = ?1
             UNION SELECT request FROM ongoing WHERE webinar = ?1)
         ORDER BY id",
    )
    .bind(course.id)
    .fetch_all(connection)
    .await?;
    let numbers = 1..=course.barometer.rules.candidates;
    Ok(Catalogue {
        title: course.title.clone(),
        date: course.date.clone(),
        starts: course.starts.clone(),
        ends: course.ends.clone(),
        reality: course.plan.reality,
        language: course.language,
        fictional: course.fictional,
        rules: course.barometer.rules,
        shuffled: course.barometer.shuffled,
        candidates: numbers
            .zip(&course.plan.candidates)
            .map(|(number, &request)| Candidate {
                id: CandidateId(number),
                request,
            })
            .collect(),
        requests: rows
            .into_iter()
            .map(|(id, content)| RequestText::of(RequestId(id), content.0))
            .collect(),
    })
}

/// Keeps which version of each of its requests a webinar shows now.
pub(super) async fn keep(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT OR REPLACE INTO shown_versions (webinar, request, version)
         SELECT ?1, request, max(id) FROM request_versions WHERE request IN (
             SELECT request FROM shortlist WHERE webinar = ?1
             UNION SELECT request FROM ongoing WHERE webinar = ?1)
         GROUP BY request",
    )
    .bind(webinar)
    .execute(connection)
    .await?;
    Ok(())
}

/// Forgets that, when a demo or rehearsal starts over.
pub(super) async fn release(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM shown_versions WHERE webinar = ?")
        .bind(webinar)
        .execute(connection)
        .await?;
    Ok(())
}
