//! Ballots on their way in: a batch is decided and written in a handful of statements.

use std::collections::{BTreeSet, HashMap};

use barometer_domain::ballot::{Accepted, SentBallot};
use barometer_domain::barometer::{Phase, Rules};
use barometer_domain::ids::MunicipalityCode;
use barometer_domain::place_ballots::{HeldBallot, PlaceBallots};
use barometer_domain::refusal::Refusal;
use serde_json::json;
use sqlx::{Row, SqliteConnection};

use super::StoreError;
use super::course::{fixed, parse};
use crate::secrets::{BallotRow, BarometerId, DeviceTag, Keys, Nym, SlotId, spelled_alike};

/// A ballot on its way to the database.
pub(super) struct Arrival {
    pub(super) webinar: i64,
    pub(super) slot: SlotId,
    pub(super) session: Option<[u8; 32]>,
    pub(super) municipality: MunicipalityCode,
    pub(super) sent: SentBallot,
}

/// A ballot that is held, as its receipt names it.
pub(super) struct Taken {
    pub(super) round: u32,
    pub(super) sent: SentBallot,
}

/// Where ballots are put: a barometer as far as taking them needs it.
struct Urn {
    id: BarometerId,
    round: u32,
    phase: Phase,
    rules: Rules,
}

/// Takes a batch of ballots in a handful of statements; one answer per arrival, in their order.
///
/// Two ballots of one place in the same batch are decided one after the other.
pub(super) async fn take(
    connection: &mut SqliteConnection,
    keys: &Keys,
    arrivals: &[Arrival],
) -> Result<Vec<Result<Taken, Refusal>>, StoreError> {
    let urns = urns(connection, arrivals.iter().map(|arrival| arrival.webinar)).await?;
    let row = |arrival: &Arrival| {
        let barometer = urns.get(&arrival.webinar)?.id;
        Some(BallotRow {
            barometer,
            nym: keys.nym(&barometer, &arrival.slot),
            device: keys.device_tag(&barometer, &arrival.slot, arrival.session.as_ref()),
        })
    };
    let rows: Vec<Option<BallotRow>> = arrivals.iter().map(row).collect();
    let nyms = rows.iter().flatten().map(|row| &row.nym);
    let mut places = held_by(connection, keys, urns.values(), nyms).await?;
    let mut changed: BTreeSet<(i64, Nym, DeviceTag)> = BTreeSet::new();
    let mut answers = Vec::with_capacity(arrivals.len());
    for (arrival, row) in arrivals.iter().zip(&rows) {
        let (Some(row), Some(urn)) = (row, urns.get(&arrival.webinar)) else {
            answers.push(Err(Refusal::UnknownWebinar));
            continue;
        };
        let place = places.entry(row.nym).or_default();
        let sent = SentBallot {
            cast: arrival.sent.cast.clone(),
            trackers: spelled_alike(&arrival.sent.trackers),
        };
        let municipality = arrival.municipality;
        let decision = place.take(row.device, municipality, &sent, urn.phase, &urn.rules);
        if decision == Ok(Accepted::Newer) {
            changed.insert((arrival.webinar, row.nym, row.device));
        }
        answers.push(decision.map(|_| Taken {
            round: urn.round,
            sent,
        }));
    }
    store(connection, keys, &urns, &places, &changed).await?;
    Ok(answers)
}

async fn urns(
    connection: &mut SqliteConnection,
    webinars: impl Iterator<Item = i64>,
) -> Result<HashMap<i64, Urn>, StoreError> {
    let webinars: BTreeSet<i64> = webinars.collect();
    let rows = sqlx::query(
        "SELECT webinar, id, round, phase, rule, max_choices,
                (SELECT count(*) FROM shortlist s WHERE s.webinar = b.webinar) AS candidates
         FROM barometers b WHERE webinar IN (SELECT value FROM json_each(?))",
    )
    .bind(json!(webinars).to_string())
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            let rules = Rules {
                rule: parse(row.try_get("rule")?)?,
                max_choices: row.try_get("max_choices")?,
                candidates: row.try_get("candidates")?,
            };
            let barometer = Urn {
                id: fixed(row.try_get("id")?)?,
                round: row.try_get("round")?,
                phase: parse(row.try_get("phase")?)?,
                rules,
            };
            Ok((row.try_get("webinar")?, barometer))
        })
        .collect()
}

async fn held_by(
    connection: &mut SqliteConnection,
    keys: &Keys,
    urns: impl Iterator<Item = &Urn>,
    nyms: impl Iterator<Item = &Nym>,
) -> Result<HashMap<Nym, PlaceBallots<DeviceTag>>, StoreError> {
    let urns: Vec<String> = urns.map(|urn| hex::encode(urn.id)).collect();
    let nyms: Vec<String> = nyms.map(hex::encode).collect();
    let rows = sqlx::query(
        "SELECT barometer, nym, device, sealed FROM ballots
         WHERE barometer IN (SELECT unhex(value) FROM json_each(?))
           AND nym IN (SELECT unhex(value) FROM json_each(?))",
    )
    .bind(json!(urns).to_string())
    .bind(json!(nyms).to_string())
    .fetch_all(connection)
    .await?;
    let mut held: HashMap<Nym, Vec<(DeviceTag, HeldBallot)>> = HashMap::new();
    for row in &rows {
        let key = BallotRow {
            barometer: fixed(row.try_get("barometer")?)?,
            nym: fixed(row.try_get("nym")?)?,
            device: fixed(row.try_get("device")?)?,
        };
        let ballot = keys.open_ballot(&key, row.try_get("sealed")?)?;
        held.entry(key.nym).or_default().push((key.device, ballot));
    }
    let place = |(nym, ballots): (Nym, Vec<_>)| (nym, ballots.into_iter().collect());
    Ok(held.into_iter().map(place).collect())
}

/// One upsert for the whole batch. No count rises with it: whoever looks again sees how many have voted.
async fn store(
    connection: &mut SqliteConnection,
    keys: &Keys,
    urns: &HashMap<i64, Urn>,
    places: &HashMap<Nym, PlaceBallots<DeviceTag>>,
    changed: &BTreeSet<(i64, Nym, DeviceTag)>,
) -> Result<(), StoreError> {
    if changed.is_empty() {
        return Ok(());
    }
    let rows: Vec<_> = changed
        .iter()
        .filter_map(|(webinar, nym, device)| {
            let urn = urns.get(webinar)?;
            let held = places.get(nym)?.sent_by(device)?;
            let row = BallotRow {
                barometer: urn.id,
                nym: *nym,
                device: *device,
            };
            Some(json!([
                hex::encode(row.barometer),
                hex::encode(row.nym),
                hex::encode(row.device),
                hex::encode(keys.seal_ballot(&row, held, urn.rules.max_choices)),
            ]))
        })
        .collect();
    // Where a place was struck before the vote was opened again, its other devices are too.
    sqlx::query(
        "INSERT INTO ballots (barometer, nym, device, sealed, struck)
         SELECT unhex(value ->> 0), unhex(value ->> 1), unhex(value ->> 2), unhex(value ->> 3),
                EXISTS (SELECT 1 FROM ballots held WHERE held.barometer = unhex(value ->> 0)
                        AND held.nym = unhex(value ->> 1) AND held.struck = 1)
         FROM json_each(?) WHERE true
         ON CONFLICT (barometer, nym, device) DO UPDATE SET sealed = excluded.sealed",
    )
    .bind(json!(rows).to_string())
    .execute(connection)
    .await?;
    Ok(())
}
