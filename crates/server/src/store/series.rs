//! Webinar after webinar: what each came to. Nothing is said of a webinar before its whole result has been shown.

use std::collections::BTreeMap;

use barometer_domain::catalogue::Reality;
use barometer_domain::ids::RequestId;
use barometer_domain::series::Said;
use barometer_domain::vendor::WebinarRow;
use sqlx::SqliteConnection;

use super::webinar_results::held_webinar;
use super::{StoreError, StoreReader, WebinarState, ballots, course, look_ups, seats};

impl StoreReader {
    /// All webinars but rehearsals, the newest first.
    pub async fn webinars(&self) -> Result<Vec<WebinarRow>, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let ids: Vec<(i64, bool)> = sqlx::query_as(
            "SELECT id, forgotten_at IS NOT NULL FROM webinars ORDER BY date DESC, id DESC",
        )
        .fetch_all(&mut *transaction)
        .await?;
        let mut rows = Vec::with_capacity(ids.len());
        for (id, forgotten) in ids {
            let course = course::load(&mut transaction, id).await?;
            if course.plan.reality == Reality::Rehearsal {
                continue;
            }
            let (present, _) = seats::count_present(&mut transaction, id).await?;
            let turnout = ballots::turnout(&mut transaction, &self.keys, &course, present).await?;
            rows.push(WebinarRow {
                look_ups: look_ups::count(&mut transaction, &course.code).await?,
                said: said(&mut transaction, &course).await?,
                code: course.code,
                title: course.title,
                date: course.date,
                starts: course.starts,
                reality: course.plan.reality,
                fictional: course.fictional,
                phase: course.progress.phase,
                turnout,
                candidates: course.barometer.rules.candidates,
                forgotten,
            });
        }
        Ok(rows)
    }

    /// Why each candidate of a webinar was put up, as far as that was written down.
    pub async fn reasons(&self, webinar: i64) -> Result<BTreeMap<RequestId, String>, StoreError> {
        let reasons: Vec<(u32, String)> =
            sqlx::query_as("SELECT request, reason FROM shortlist WHERE webinar = ?")
                .bind(webinar)
                .fetch_all(&self.readers)
                .await?;
        let reasons = reasons.into_iter();
        Ok(reasons.map(|(id, why)| (RequestId(id), why)).collect())
    }
}

async fn said(
    connection: &mut SqliteConnection,
    course: &WebinarState,
) -> Result<Option<Said>, StoreError> {
    let Some(held) = held_webinar(connection, course).await? else {
        return Ok(None);
    };
    let texts: Vec<(u32, String, String)> = sqlx::query_as(
        "SELECT id, shown ->> 'reference', shown ->> 'title' FROM (
             SELECT id, coalesce((SELECT v.content FROM shown_versions s
                 JOIN request_versions v ON v.id = s.version
                 WHERE s.webinar = ?1 AND s.request = requests.id), content) AS shown
             FROM requests WHERE id IN (SELECT request FROM shortlist WHERE webinar = ?1))",
    )
    .bind(course.id)
    .fetch_all(connection)
    .await?;
    let text = |wanted: RequestId| {
        let found = texts.iter().find(|(id, ..)| *id == wanted.0);
        found.map(|(_, reference, title)| (reference.clone(), title.clone()))
    };
    Ok(Some(held.said(&course.progress.scene.chosen, text)))
}
