//! Ballots and names that an older version stored: sealed once, at the first start, and gone in the open.
//!
//! The older version did not store which session sent a ballot. Where a place has one session, it was that one; where
//! it has several, ballot and name count and are released as before, and no session is given the ballot back.

use std::collections::HashMap;

use barometer_domain::ballot::{Ballot, Cast, SentBallot, Trackers};
use barometer_domain::place_ballots::HeldBallot;
use sqlx::{Connection, Row, SqliteConnection};

use super::course::fixed;
use super::{StoreError, ballots};
use crate::secrets::{self, BallotRow, BarometerId, Keys, Nym, SlotId};

/// A place with the session that holds it, if it is one alone.
struct SeatedPlace {
    webinar: i64,
    slot: SlotId,
    session: Option<[u8; 32]>,
}

/// Seals what an older version left, if it did; whether there was any.
pub(super) async fn seal_what_is_plain(
    connection: &mut SqliteConnection,
    keys: &Keys,
) -> Result<bool, StoreError> {
    let is_there: bool =
        sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = ?)")
            .bind("plain_ballots")
            .fetch_one(&mut *connection)
            .await?;
    if !is_there {
        return Ok(false);
    }
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    let places = places(&mut transaction).await?;
    seal_names(&mut transaction, keys, &places).await?;
    let sealed = seal_ballots(&mut transaction, keys, &places).await?;
    for table in ["DROP TABLE plain_ballots", "DROP TABLE place_identities"] {
        sqlx::query(table).execute(&mut *transaction).await?;
    }
    transaction.commit().await?;
    tracing::info!(ballots = sealed, "ballots of an older version are sealed");
    Ok(true)
}

async fn places(connection: &mut SqliteConnection) -> Result<Vec<SeatedPlace>, StoreError> {
    let rows = sqlx::query(
        "SELECT slots.webinar, slots.id, min(sessions.token_hash) AS session, count(sessions.token_hash) AS sessions
         FROM slots LEFT JOIN sessions ON sessions.webinar = slots.webinar AND sessions.slot = slots.id
         GROUP BY slots.webinar, slots.id",
    )
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            let only = row.try_get::<u32, _>("sessions")? == 1;
            let session: Option<&[u8]> = row.try_get("session")?;
            Ok(SeatedPlace {
                webinar: row.try_get("webinar")?,
                slot: fixed(row.try_get("id")?)?,
                session: session.filter(|_| only).map(fixed).transpose()?,
            })
        })
        .collect()
}

async fn seal_names(
    connection: &mut SqliteConnection,
    keys: &Keys,
    places: &[SeatedPlace],
) -> Result<(), StoreError> {
    for place in places {
        let name = keys.name_tag(place.webinar, &place.slot, place.session.as_ref());
        sqlx::query(
            "INSERT INTO identities (webinar, name, sealed)
             SELECT webinar, ?, sealed FROM place_identities WHERE webinar = ? AND slot = ?",
        )
        .bind(&name[..])
        .bind(place.webinar)
        .bind(&place.slot[..])
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}

/// Seals the ballots that lie in the open; the answer is how many there were.
async fn seal_ballots(
    connection: &mut SqliteConnection,
    keys: &Keys,
    places: &[SeatedPlace],
) -> Result<usize, StoreError> {
    let barometers: Vec<(Vec<u8>, i64, u8)> =
        sqlx::query_as("SELECT id, webinar, max_choices FROM barometers")
            .fetch_all(&mut *connection)
            .await?;
    let mut sealed = 0;
    for (id, webinar, most_choices) in barometers {
        let barometer: BarometerId = fixed(&id)?;
        let of_webinar = places.iter().filter(|place| place.webinar == webinar);
        let by_nym: HashMap<Nym, &SeatedPlace> = of_webinar
            .map(|place| (keys.nym(&barometer, &place.slot), place))
            .collect();
        let rows = sqlx::query("SELECT * FROM plain_ballots WHERE barometer = ?")
            .bind(&id)
            .fetch_all(&mut *connection)
            .await?;
        for row in &rows {
            let nym: Nym = fixed(row.try_get("nym")?)?;
            // A ballot whose place is gone counts, and nobody is given it back.
            let device = by_nym.get(&nym).map_or_else(secrets::random, |place| {
                keys.device_tag(&barometer, &place.slot, place.session.as_ref())
            });
            let key = BallotRow {
                barometer,
                nym,
                device,
            };
            let block = keys.seal_ballot(&key, &held(keys, &nym, row)?, most_choices);
            sqlx::query(
                "INSERT INTO ballots (barometer, nym, device, sealed, struck) VALUES (?, ?, ?, ?, ?)",
            )
            .bind(&id)
            .bind(&nym[..])
            .bind(&device[..])
            .bind(block)
            .bind(row.try_get::<bool, _>("struck")?)
            .execute(&mut *connection)
            .await?;
        }
        sealed += rows.len();
    }
    Ok(sealed)
}

fn held(keys: &Keys, nym: &Nym, row: &sqlx::sqlite::SqliteRow) -> Result<HeldBallot, StoreError> {
    let choices: Ballot = serde_json::from_str(row.try_get("choices")?)?;
    let trackers = row.try_get::<&str, _>("trackers")?;
    let trackers = match trackers {
        // From before phones made trackers: nobody looks for them.
        "" => random_trackers(choices.choices().len()),
        known => secrets::spelled_alike(&serde_json::from_str::<Trackers>(known)?),
    };
    Ok(HeldBallot {
        municipality: ballots::municipality(keys, row.try_get("municipality")?, nym)?,
        sent: SentBallot {
            cast: Cast {
                rev: row.try_get("rev")?,
                choices,
            },
            trackers,
        },
        place_revision: 1,
    })
}

fn random_trackers(choices: usize) -> Trackers {
    Trackers {
        ballot: secrets::random_tracker(),
        choices: (0..choices).map(|_| secrets::random_tracker()).collect(),
    }
}
