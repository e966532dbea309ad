//! Ballots on their way in: a batch is decided and written in a handful of statements.

use std::collections::{BTreeSet, HashMap};

use barometer_domain::ballot::{Accepted, SentBallot};
use barometer_domain::barometer::{Phase, Rules};
use barometer_domain::ids::MunicipalityCode;
use barometer_domain::place_ballots::{HeldBallot, PlaceBallots};
use barometer_domain::refusal::Refusal;
use barometer_domain::tally::CountingRule;
use serde_json::json;
use sqlx::SqliteConnection;

use super::StoreError;
use super::columns::{EnumText, FixedBytes};
use crate::secrets::{BallotRow, BarometerId, DeviceTag, Keys, Nym, SlotId, spelled_alike};

/// A ballot on its way to the database.
pub(super) struct ArrivingBallot {
    pub(super) webinar: i64,
    pub(super) slot: SlotId,
    pub(super) session: Option<[u8; 32]>,
    pub(super) municipality: MunicipalityCode,
    pub(super) sent: SentBallot,
}

/// A ballot that is held, as its receipt names it.
pub(super) struct TakenBallot {
    pub(super) round: u32,
    pub(super) sent: SentBallot,
}

/// Where ballots are put: a barometer as far as taking them needs it.
struct OpenBallotBox {
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
    arrivals: &[ArrivingBallot],
) -> Result<Vec<Result<TakenBallot, Refusal>>, StoreError> {
    let ballot_boxes =
        ballot_boxes(connection, arrivals.iter().map(|arrival| arrival.webinar)).await?;
    let row = |arrival: &ArrivingBallot| {
        let barometer = ballot_boxes.get(&arrival.webinar)?.id;
        Some(BallotRow {
            barometer,
            nym: keys.nym(&barometer, &arrival.slot),
            device: keys.device_tag(&barometer, &arrival.slot, arrival.session.as_ref()),
        })
    };
    let rows: Vec<Option<BallotRow>> = arrivals.iter().map(row).collect();
    let nyms = rows.iter().flatten().map(|row| &row.nym);
    let mut places = held_by(connection, keys, ballot_boxes.values(), nyms).await?;
    let mut changed: BTreeSet<(i64, Nym, DeviceTag)> = BTreeSet::new();
    let mut answers = Vec::with_capacity(arrivals.len());
    for (arrival, row) in arrivals.iter().zip(&rows) {
        let (Some(row), Some(ballot_box)) = (row, ballot_boxes.get(&arrival.webinar)) else {
            answers.push(Err(Refusal::UnknownWebinar));
            continue;
        };
        let place = places.entry(row.nym).or_default();
        let sent = SentBallot {
            cast: arrival.sent.cast.clone(),
            trackers: spelled_alike(&arrival.sent.trackers),
        };
        let municipality = arrival.municipality;
        let decision = place.take(
            row.device,
            municipality,
            &sent,
            ballot_box.phase,
            &ballot_box.rules,
        );
        if decision == Ok(Accepted::Newer) {
            changed.insert((arrival.webinar, row.nym, row.device));
        }
        answers.push(decision.map(|_| TakenBallot {
            round: ballot_box.round,
            sent,
        }));
    }
    store(connection, keys, &ballot_boxes, &places, &changed).await?;
    Ok(answers)
}

#[derive(sqlx::FromRow)]
struct BallotBoxRow {
    webinar: i64,
    id: FixedBytes<16>,
    round: u32,
    phase: EnumText<Phase>,
    rule: EnumText<CountingRule>,
    max_choices: u8,
    candidates: u16,
}

#[derive(sqlx::FromRow)]
struct SealedBallotRow {
    barometer: FixedBytes<16>,
    nym: FixedBytes<32>,
    device: FixedBytes<16>,
    sealed: Vec<u8>,
}

async fn ballot_boxes(
    connection: &mut SqliteConnection,
    webinars: impl Iterator<Item = i64>,
) -> Result<HashMap<i64, OpenBallotBox>, StoreError> {
    let webinars: BTreeSet<i64> = webinars.collect();
    let rows: Vec<BallotBoxRow> = sqlx::query_as(
        "SELECT webinar, id, round, phase, rule, max_choices,
                (SELECT count(*) FROM shortlist s WHERE s.webinar = b.webinar) AS candidates
         FROM barometers b WHERE webinar IN (SELECT value FROM json_each(?))",
    )
    .bind(json!(webinars).to_string())
    .fetch_all(connection)
    .await?;
    let ballot_box = |row: BallotBoxRow| {
        let ballot_box = OpenBallotBox {
            id: row.id.0,
            round: row.round,
            phase: row.phase.0,
            rules: Rules {
                rule: row.rule.0,
                max_choices: row.max_choices,
                candidates: row.candidates,
            },
        };
        (row.webinar, ballot_box)
    };
    Ok(rows.into_iter().map(ballot_box).collect())
}

async fn held_by(
    connection: &mut SqliteConnection,
    keys: &Keys,
    ballot_boxes: impl Iterator<Item = &OpenBallotBox>,
    nyms: impl Iterator<Item = &Nym>,
) -> Result<HashMap<Nym, PlaceBallots<DeviceTag>>, StoreError> {
    let ballot_boxes: Vec<String> = ballot_boxes
        .map(|ballot_box| hex::encode(ballot_box.id))
        .collect();
    let nyms: Vec<String> = nyms.map(hex::encode).collect();
    let rows: Vec<SealedBallotRow> = sqlx::query_as(
        "SELECT barometer, nym, device, sealed FROM ballots
         WHERE barometer IN (SELECT unhex(value) FROM json_each(?))
           AND nym IN (SELECT unhex(value) FROM json_each(?))",
    )
    .bind(json!(ballot_boxes).to_string())
    .bind(json!(nyms).to_string())
    .fetch_all(connection)
    .await?;
    let mut held: HashMap<Nym, Vec<(DeviceTag, HeldBallot)>> = HashMap::new();
    for row in rows {
        let key = BallotRow {
            barometer: row.barometer.0,
            nym: row.nym.0,
            device: row.device.0,
        };
        let ballot = keys.open_ballot(&key, &row.sealed)?;
        held.entry(key.nym).or_default().push((key.device, ballot));
    }
    let place = |(nym, ballots): (Nym, Vec<_>)| (nym, ballots.into_iter().collect());
    Ok(held.into_iter().map(place).collect())
}

/// One upsert for the whole batch. No count rises with it: whoever looks again sees how many have voted.
async fn store(
    connection: &mut SqliteConnection,
    keys: &Keys,
    ballot_boxes: &HashMap<i64, OpenBallotBox>,
    places: &HashMap<Nym, PlaceBallots<DeviceTag>>,
    changed: &BTreeSet<(i64, Nym, DeviceTag)>,
) -> Result<(), StoreError> {
    if changed.is_empty() {
        return Ok(());
    }
    let rows: Vec<_> = changed
        .iter()
        .filter_map(|(webinar, nym, device)| {
            let ballot_box = ballot_boxes.get(webinar)?;
            let held = places.get(nym)?.sent_by(device)?;
            let row = BallotRow {
                barometer: ballot_box.id,
                nym: *nym,
                device: *device,
            };
            Some(json!([
                hex::encode(row.barometer),
                hex::encode(row.nym),
                hex::encode(row.device),
                hex::encode(keys.seal_ballot(&row, held, ballot_box.rules.max_choices)),
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
