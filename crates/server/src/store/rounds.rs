//! Rounds that another one has followed: their results are kept beside the barometer that counts.

use barometer_domain::outcome::EarlierRound;
use barometer_domain::refusal::Refusal;
use sqlx::SqliteConnection;

use super::course::{WebinarState, fixed};
use super::{Participant, StoreError, ballots};
use crate::secrets::{self, BarometerId, Keys};

/// Keeps the round that is over, and gives the barometer another key and an empty box. The next round's number is one
/// higher, so that phones forget the ballot of the last one.
pub(super) async fn begin_next(
    connection: &mut SqliteConnection,
    course: &mut WebinarState,
) -> Result<(), StoreError> {
    let barometer = &mut course.barometer;
    let outcome = barometer.outcome.take().ok_or(Refusal::NotPossibleNow)?;
    barometer.carrying = None;
    let chosen = std::mem::take(&mut course.progress.scene.chosen);
    course.progress.scene.chosen_because.clear();
    let number = course.progress.scene.earlier_rounds.saturating_add(1);
    sqlx::query(
        "INSERT INTO earlier_rounds (webinar, number, barometer, round, closed_with, outcome, chosen, roll)
         SELECT webinar, ?, id, round, closed_with, outcome, ?, roll FROM barometers WHERE id = ?",
    )
    .bind(number)
    .bind(serde_json::to_string(&chosen)?)
    .bind(&barometer.id[..])
    .execute(&mut *connection)
    .await?;
    let old = std::mem::replace(&mut barometer.id, secrets::random());
    barometer.round = barometer.round.wrapping_add(1);
    (
        barometer.closes,
        barometer.closed_with,
        barometer.choices_seen,
    ) = (0, None, false);
    (course.plan.pick, course.plan.carrying_pages) = (None, 0);
    course.plan.supported.clear();
    course.plan.choices_seen = false;
    course.earlier.push(EarlierRound { outcome, chosen });
    sqlx::query("UPDATE barometers SET id = ?, round = ?, roll = NULL WHERE id = ?")
        .bind(&barometer.id[..])
        .bind(barometer.round)
        .bind(&old[..])
        .execute(connection)
        .await?;
    Ok(())
}

/// Whether this session voted in one of the earlier rounds: its municipality stands.
pub(super) async fn has_voted(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    participant: &Participant,
) -> Result<bool, StoreError> {
    for barometer in barometers(connection, webinar).await? {
        if ballots::has_voted(connection, keys, &barometer, participant).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

async fn barometers(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<Vec<BarometerId>, StoreError> {
    let ids: Vec<Vec<u8>> =
        sqlx::query_scalar("SELECT barometer FROM earlier_rounds WHERE webinar = ?")
            .bind(webinar)
            .fetch_all(connection)
            .await?;
    ids.iter().map(|id| fixed(id)).collect()
}

/// Removes the ballots and the rolls of all earlier rounds for good; their results stay.
pub(super) async fn forget_ballots(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<(), StoreError> {
    for barometer in barometers(connection, webinar).await? {
        ballots::forget(connection, &barometer).await?;
    }
    sqlx::query("UPDATE earlier_rounds SET roll = NULL WHERE webinar = ?")
        .bind(webinar)
        .execute(connection)
        .await?;
    Ok(())
}

/// Removes all earlier rounds with everything in them: the webinar starts over.
pub(super) async fn forget(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<(), StoreError> {
    forget_ballots(connection, webinar).await?;
    sqlx::query("DELETE FROM earlier_rounds WHERE webinar = ?")
        .bind(webinar)
        .execute(connection)
        .await?;
    Ok(())
}
