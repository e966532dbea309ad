//! Reads a webinar's texts.

use barometer_domain::catalogue::{Candidate, Catalogue, RequestText};
use barometer_domain::ids::{CandidateId, RequestId};
use sqlx::{Row, SqliteConnection};

use super::{Course, StoreError};

/// The catalogue as it now reads.
pub(super) async fn load(
    connection: &mut SqliteConnection,
    course: &Course,
) -> Result<Catalogue, StoreError> {
    let rows = sqlx::query(
        "SELECT * FROM requests WHERE id IN (
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
        fictional: course.fictional,
        rules: course.barometer.rules,
        candidates: numbers
            .zip(&course.plan.candidates)
            .map(|(number, &request)| Candidate {
                id: CandidateId(number),
                request,
            })
            .collect(),
        requests: rows.iter().map(request).collect::<Result<_, _>>()?,
    })
}

fn request(row: &sqlx::sqlite::SqliteRow) -> Result<RequestText, StoreError> {
    let content = serde_json::from_str(row.try_get("content")?)?;
    Ok(RequestText::of(RequestId(row.try_get("id")?), content))
}
