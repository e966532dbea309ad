//! Deletion: the result stays, and everything that could tell whose it was goes.

use barometer_domain::outcome::Outcome;
use barometer_domain::refusal::Refusal;
use sqlx::SqliteConnection;

use super::course::{self, WebinarState};
use super::write_transaction::{ShownWhen, WriteTransaction};
use super::{StoreError, ballots, comments, interests, now, questions, rounds, stated, surveys};
use crate::secrets::Keys;

/// Stores the tallies of all rules and the pick, if there is anything to count, then removes ballots, places,
/// invitations, sign-ups, sealed names, sessions, trackers and the answers of surveys, whose sums stay. Whoever calls
/// also vacuums the file and truncates its log.
pub(super) async fn forget(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
) -> Result<(), StoreError> {
    let mut course = course::load(transaction, webinar).await?;
    if course.progress.phase.takes_ballots() {
        return Err(Refusal::BarometerStillOpen.into());
    }
    count(transaction, keys, &mut course).await?;
    let had_ended = std::mem::replace(&mut course.progress.scene.ended, true);
    course::save(transaction, &course).await?;
    ballots::forget(transaction, &course.barometer.id).await?;
    stated::forget(transaction, &course.barometer.id).await?;
    interests::forget(transaction, webinar).await?;
    if !had_ended {
        questions::land(transaction, webinar).await?;
    }
    questions::forget(transaction, webinar).await?;
    comments::forget(transaction, webinar).await?;
    surveys::close_all(transaction, keys, webinar).await?;
    surveys::forget(transaction, webinar).await?;
    rounds::forget_ballots(transaction, webinar).await?;
    for statement in [
        "DELETE FROM identities WHERE webinar = ?",
        "DELETE FROM sessions WHERE webinar = ?",
        "DELETE FROM slots WHERE webinar = ?",
        "DELETE FROM invitations WHERE webinar = ?",
        "DELETE FROM signups WHERE webinar = ?",
        "UPDATE barometers SET roll = NULL WHERE webinar = ?",
    ] {
        sqlx::query(statement)
            .bind(webinar)
            .execute(&mut **transaction)
            .await?;
    }
    sqlx::query("UPDATE webinars SET forgotten_at = ? WHERE id = ? AND forgotten_at IS NULL")
        .bind(now())
        .bind(webinar)
        .execute(&mut **transaction)
        .await?;
    transaction.announce_webinar(webinar, ShownWhen::AtOnce);
    Ok(())
}

/// A closed barometer that nobody revealed is counted before its ballots go; it stays unpublished.
async fn count(
    connection: &mut SqliteConnection,
    keys: &Keys,
    course: &mut WebinarState,
) -> Result<(), StoreError> {
    let (Some(closed_with), None) = (&course.barometer.closed_with, &course.barometer.outcome)
    else {
        return Ok(());
    };
    let silent = ballots::silent(keys, &course.barometer.id, closed_with)?;
    let counted = ballots::counted(connection, keys, &course.barometer.id).await?;
    let present = closed_with.turnout.present;
    let outcome = Outcome::of(&course.barometer.rules, &counted, present, &silent);
    course.barometer.settle(outcome);
    Ok(())
}
