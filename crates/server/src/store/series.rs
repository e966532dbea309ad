//! Webinar after webinar: what each came to, and one request's way along them. Nothing is said of a webinar before its
//! whole result has been shown.

use std::collections::BTreeMap;

use barometer_domain::barometer::Phase;
use barometer_domain::catalogue::Reality;
use barometer_domain::date::Date;
use barometer_domain::financing::portfolio::History;
use barometer_domain::financing::request::Version;
use barometer_domain::ids::RequestId;
use barometer_domain::series::{self, Held, Said, SeriesPoint};
use barometer_domain::vendor::WebinarRow;
use sqlx::SqliteConnection;

use super::{
    Course, Store, StoreError, ballots, course, evaluation, ledger, look_ups, now, participants,
    portfolio,
};

impl Store {
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
            let (present, _) = participants::numbers(&mut transaction, id).await?;
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

/// A request's way along the webinars that put it up or reported on it; `versions` are all it ever was.
pub(super) async fn course(
    connection: &mut SqliteConnection,
    request: RequestId,
    versions: Vec<Version>,
) -> Result<Vec<SeriesPoint>, StoreError> {
    let webinars: Vec<i64> = sqlx::query_scalar(
        "SELECT id FROM webinars WHERE reality <> 'rehearsal' AND id IN (
             SELECT webinar FROM shortlist WHERE request = ?1
             UNION SELECT webinar FROM ongoing WHERE request = ?1)",
    )
    .bind(request.0)
    .fetch_all(&mut *connection)
    .await?;
    let mut shown = Vec::with_capacity(webinars.len());
    for webinar in webinars {
        let course = course::load(connection, webinar).await?;
        shown.extend(held(connection, &course).await?);
    }
    let history = History {
        request,
        versions,
        moves: portfolio::in_order(ledger::moves_of(connection, request).await?),
    };
    Ok(series::course(&history, &shown, Date::of_millis(now())))
}

/// The webinar with what was counted, once everyone has seen all of it.
async fn held(
    connection: &mut SqliteConnection,
    course: &Course,
) -> Result<Option<Held>, StoreError> {
    let (Some(outcome), Ok(date)) = (&course.barometer.outcome, course.date.parse()) else {
        return Ok(None);
    };
    let is_out =
        course.progress.phase == Phase::Revealed && course.progress.scene.rows >= outcome.rows();
    if !is_out {
        return Ok(None);
    }
    Ok(Some(Held {
        code: course.code.clone(),
        title: course.title.clone(),
        date,
        ended: portfolio::ended(connection, course.id, date, &course.ends).await?,
        candidates: course.plan.candidates.clone(),
        ongoing: course.plan.ongoing.clone(),
        outcome: outcome.clone(),
        earlier_rounds: course.progress.scene.earlier_rounds,
        left_out: evaluation::left_out(connection, course.id).await?,
    }))
}

async fn said(
    connection: &mut SqliteConnection,
    course: &Course,
) -> Result<Option<Said>, StoreError> {
    let Some(held) = held(connection, course).await? else {
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
