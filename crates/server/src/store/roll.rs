//! The roll: made once, at the reveal, signed and kept.

use barometer_domain::ids::CandidateId;
use sqlx::SqliteConnection;

use super::course::Course;
use super::{StoreError, ballots};
use crate::secrets::{BarometerId, Keys};

/// Lists the trackers of all ballots, signs them, and keeps the list.
pub(super) async fn write(
    connection: &mut SqliteConnection,
    keys: &Keys,
    course: &Course,
) -> Result<(), StoreError> {
    let barometer = &course.barometer;
    let places = ballots::places(connection, keys, &barometer.id).await?;
    let (mut counted, mut struck) = (Vec::new(), Vec::new());
    let numbers = 1..=barometer.rules.candidates;
    let mut candidates: Vec<_> = numbers
        .map(|number| (CandidateId(number), Vec::new()))
        .collect();
    for place in places {
        let (ballot, trackers) = (place.choices(), place.trackers());
        if place.struck {
            struck.push(trackers.ballot.clone());
            continue;
        }
        counted.push(trackers.ballot.clone());
        for (choice, tracker) in ballot.choices().zip(&trackers.choices) {
            let list = candidates.iter_mut().find(|(listed, _)| *listed == choice);
            if let Some((_, list)) = list {
                list.push(tracker.clone());
            }
        }
    }
    let roll = keys
        .sign_roll(barometer.round, &counted, &candidates, &struck)
        .map_err(|_| StoreError::Row("a roll with a candidate twice"))?;
    sqlx::query("UPDATE barometers SET roll = ? WHERE id = ?")
        .bind(serde_json::to_string(&roll)?)
        .bind(&barometer.id[..])
        .execute(connection)
        .await?;
    Ok(())
}

/// The roll as JSON, once it is made.
pub(super) async fn load(
    connection: &mut SqliteConnection,
    barometer: &BarometerId,
) -> Result<Option<String>, StoreError> {
    let roll = sqlx::query_scalar("SELECT roll FROM barometers WHERE id = ?")
        .bind(&barometer[..])
        .fetch_one(connection)
        .await?;
    Ok(roll)
}
