//! The roll: fixed at the close, made at the reveal, signed and kept.

use barometer_domain::barometer::SignedRoot;
use barometer_domain::wire::SignedRoll;
use barometer_sealing::roll::{Roll, RollBallot};
use sqlx::SqliteConnection;

use super::course::WebinarState;
use super::{StoreError, ballots};
use crate::secrets::{self, BarometerId, Keys};

/// Fixes what the roll will be, as the ballots stand now: once at each close, and anew after each strike.
pub(super) async fn fix(
    connection: &mut SqliteConnection,
    keys: &Keys,
    course: &WebinarState,
) -> Result<SignedRoot, StoreError> {
    let roll = assemble(connection, keys, course).await?;
    let root = roll
        .roll_root()
        .ok_or(StoreError::Row("a roll of odd length"))?;
    Ok(keys.sign_root(&root))
}

/// The roll of all ballots, signed. It must be the one that was fixed.
pub(super) async fn make(
    connection: &mut SqliteConnection,
    keys: &Keys,
    course: &WebinarState,
) -> Result<SignedRoll, StoreError> {
    let barometer = &course.barometer;
    let roll = keys.sign_roll(&assemble(connection, keys, course).await?);
    if roll.root.as_ref() != barometer.root() {
        return Err(StoreError::Row(
            "other ballots than were there at the close",
        ));
    }
    Ok(roll)
}

/// Keeps the roll that is to be published.
pub(super) async fn keep(
    connection: &mut SqliteConnection,
    barometer: &BarometerId,
    roll: &SignedRoll,
) -> Result<(), StoreError> {
    sqlx::query("UPDATE barometers SET roll = ? WHERE id = ?")
        .bind(serde_json::to_string(roll)?)
        .bind(&barometer[..])
        .execute(connection)
        .await?;
    Ok(())
}

async fn assemble(
    connection: &mut SqliteConnection,
    keys: &Keys,
    course: &WebinarState,
) -> Result<Roll, StoreError> {
    let barometer = &course.barometer;
    // In the order of keys that tell nothing: the same every time.
    let places = ballots::places(connection, keys, &barometer.id).await?;
    let ballots = places.iter().map(|place| {
        let (ballot, trackers) = (place.choices(), place.trackers());
        let votes = trackers.choices.iter().map(secrets::read_tracker);
        let choices = ballot.choices().map(|choice| choice.0.to_string());
        RollBallot {
            ballot: secrets::read_tracker(&trackers.ballot),
            choices: choices.zip(votes).collect(),
            struck: place.struck,
        }
    });
    let candidates = 1..=barometer.rules.candidates;
    let spares = keys.spare_trackers(&barometer.id, barometer.closes);
    Roll::assemble(
        barometer.round.to_string(),
        barometer.closes,
        barometer.rules.max_choices.into(),
        candidates.map(|number| number.to_string()).collect(),
        ballots.collect(),
        spares,
    )
    .map_err(|_| StoreError::Row("a roll with a candidate twice"))
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
