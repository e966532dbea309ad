//! The webinars that were held: on which days, when they ended, and what was counted.

use barometer_domain::barometer::Phase;
use barometer_domain::date::Date;
use barometer_domain::financing::portfolio::HeldOn;
use barometer_domain::ids::Millis;
use barometer_domain::series::Held;
use sqlx::SqliteConnection;

use super::{StoreError, WebinarState, evaluation};

/// Whether everyone has seen the whole result.
pub(super) fn is_result_out(course: &WebinarState) -> bool {
    let outcome = course.barometer.outcome.as_ref();
    let has_all_rows = outcome.is_some_and(|outcome| course.progress.scene.rows >= outcome.rows());
    course.progress.phase == Phase::Revealed && has_all_rows
}

/// The webinar with what was counted, once everyone has seen all of it.
pub(super) async fn held_webinar(
    connection: &mut SqliteConnection,
    course: &WebinarState,
) -> Result<Option<Held>, StoreError> {
    let (Some(outcome), Ok(date)) = (&course.barometer.outcome, course.date.parse()) else {
        return Ok(None);
    };
    if !is_result_out(course) {
        return Ok(None);
    }
    Ok(Some(Held {
        code: course.code.clone(),
        title: course.title.clone(),
        date,
        ended: ended_at(connection, course.id, date, &course.ends).await?,
        candidates: course.plan.candidates.clone(),
        ongoing: course.plan.ongoing.clone(),
        outcome: outcome.clone(),
        earlier_rounds: course.progress.scene.earlier_rounds,
        left_out: evaluation::left_out(connection, course.id).await?,
    }))
}

/// The webinars that were held: whose barometer was revealed, and those that a webinar names as its previous one.
pub(super) async fn held_days(
    connection: &mut SqliteConnection,
) -> Result<Vec<HeldOn>, StoreError> {
    let revealed: Vec<(i64, String, String)> = sqlx::query_as(
        "SELECT webinars.id, date, ends FROM webinars JOIN barometers b ON b.webinar = webinars.id
         WHERE reality = 'real' AND phase = 'revealed'",
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut held = Vec::with_capacity(revealed.len());
    for (webinar, date, ends) in revealed {
        let Ok(day) = date.parse() else { continue };
        let ended = ended_at(connection, webinar, day, &ends).await?;
        held.push(HeldOn { day, ended });
    }
    let named: Vec<String> = sqlx::query_scalar(
        "SELECT previous FROM webinars WHERE reality <> 'rehearsal' AND previous IS NOT NULL",
    )
    .fetch_all(connection)
    .await?;
    let named = named.iter().filter_map(|day| day.parse().ok());
    let unknown: Vec<Date> = named
        .filter(|named| held.iter().all(|held| held.day != *named))
        .collect();
    held.extend(unknown.into_iter().map(HeldOn::day));
    Ok(held)
}

/// When a webinar ended: when the presenter said so, if that was on its day, and otherwise when it was to end.
async fn ended_at(
    connection: &mut SqliteConnection,
    webinar: i64,
    day: Date,
    ends: &str,
) -> Result<Millis, StoreError> {
    let said: Option<Millis> = sqlx::query_scalar(
        "SELECT max(at) FROM records WHERE webinar = ? AND command ->> 'do' = 'end'",
    )
    .bind(webinar)
    .fetch_one(connection)
    .await?;
    let said = said.filter(|&at| Date::of_millis(at) == day);
    let planned = ends.parse().map(|time| day.at_millis(time));
    Ok(said.unwrap_or(planned.unwrap_or(day.ends_before_millis())))
}
