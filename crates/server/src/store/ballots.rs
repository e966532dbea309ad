//! Ballots: taken in batches, counted, and until the reveal only their number leaves this file.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use barometer_domain::ballot::{Accepted, Ballot, Cast, SentBallot, Trackers};
use barometer_domain::barometer::{Phase, Rules, Turnout};
use barometer_domain::certainty::Silent;
use barometer_domain::ids::MunicipalityCode;
use barometer_domain::refusal::Refusal;
use barometer_domain::tally::CountedBallot;
use serde_json::json;
use sqlx::{Row, SqliteConnection};

use super::course::{fixed, parse};
use super::{ClosedWith, Course, StoreError};
use crate::secrets::{BarometerId, Keys, Nym, SlotId};

/// A ballot on its way to the database.
pub(super) struct Arrival {
    pub(super) webinar: i64,
    pub(super) slot: SlotId,
    pub(super) municipality: MunicipalityCode,
    pub(super) sent: SentBallot,
}

/// One row for all ballots: ten thousand rows would cost far more to fetch than to open.
const ALL: &str =
    "SELECT group_concat(hex(nym) || hex(municipality), ' ') FROM ballots WHERE barometer = ?";
const NOT_STRUCK: &str = "SELECT group_concat(hex(nym) || hex(municipality), ' ') FROM ballots
     WHERE barometer = ? AND struck = 0";

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
/// Two ballots of one participant in the same batch are decided one after the other.
pub(super) async fn take(
    connection: &mut SqliteConnection,
    keys: &Keys,
    arrivals: &[Arrival],
) -> Result<Vec<Result<Taken, Refusal>>, StoreError> {
    let urns = urns(connection, arrivals.iter().map(|arrival| arrival.webinar)).await?;
    let nym = |arrival: &Arrival| {
        urns.get(&arrival.webinar)
            .map(|barometer| keys.nym(&barometer.id, &arrival.slot))
    };
    let nyms: Vec<Option<Nym>> = arrivals.iter().map(nym).collect();
    let mut held = held_by(connection, urns.values(), nyms.iter().flatten()).await?;
    let mut newest: HashMap<Nym, &Arrival> = HashMap::new();
    let mut answers = Vec::with_capacity(arrivals.len());
    for (arrival, nym) in arrivals.iter().zip(&nyms) {
        let (Some(nym), Some(barometer)) = (nym, urns.get(&arrival.webinar)) else {
            answers.push(Err(Refusal::UnknownWebinar));
            continue;
        };
        let decision = decide(&arrival.sent, barometer, held.get(nym));
        if decision == Ok(Accepted::Newer) {
            held.insert(*nym, arrival.sent.clone());
            newest.insert(*nym, arrival);
        }
        answers.push(decision.map(|_| Taken {
            round: barometer.round,
            sent: arrival.sent.clone(),
        }));
    }
    store(connection, keys, &urns, &newest).await?;
    Ok(answers)
}

/// The same revision with other trackers is another ballot: what is held must be what was signed for.
fn decide(sent: &SentBallot, urn: &Urn, held: Option<&SentBallot>) -> Result<Accepted, Refusal> {
    let decision = sent
        .cast
        .decide(urn.phase, &urn.rules, held.map(|held| &held.cast))?;
    match held {
        Some(held) if decision == Accepted::Same && held.trackers != sent.trackers => {
            Err(Refusal::StaleRevision {
                current: held.cast.clone(),
            })
        }
        _ => Ok(decision),
    }
}

/// The ballot this participant has, if any.
pub(super) async fn held(
    connection: &mut SqliteConnection,
    barometer: &BarometerId,
    nym: &Nym,
) -> Result<Option<Cast>, StoreError> {
    let row = sqlx::query("SELECT rev, choices FROM ballots WHERE barometer = ? AND nym = ?")
        .bind(&barometer[..])
        .bind(&nym[..])
        .fetch_optional(connection)
        .await?;
    row.map(|row| cast(&row)).transpose()
}

/// All ballots of a barometer, ready to be counted. Only [`super::steps`] may ask, at the reveal.
pub(super) async fn counted(
    connection: &mut SqliteConnection,
    keys: &Keys,
    barometer: &BarometerId,
) -> Result<Vec<CountedBallot>, StoreError> {
    let rows = sqlx::query(
        "SELECT nym, choices, municipality FROM ballots WHERE barometer = ? AND struck = 0",
    )
    .bind(&barometer[..])
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(CountedBallot {
                municipality: municipality(
                    keys,
                    row.try_get("municipality")?,
                    row.try_get("nym")?,
                )?,
                ballot: serde_json::from_str::<Ballot>(row.try_get("choices")?)?,
            })
        })
        .collect()
}

/// The trackers of all ballots, each with its choices, and whether it was struck. Only for the roll.
pub(super) async fn tracked(
    connection: &mut SqliteConnection,
    barometer: &BarometerId,
) -> Result<Vec<(Ballot, Trackers, bool)>, StoreError> {
    let rows = sqlx::query("SELECT choices, trackers, struck FROM ballots WHERE barometer = ?")
        .bind(&barometer[..])
        .fetch_all(connection)
        .await?;
    rows.iter()
        .map(|row| {
            Ok((
                serde_json::from_str(row.try_get("choices")?)?,
                serde_json::from_str(row.try_get("trackers")?)?,
                row.try_get("struck")?,
            ))
        })
        .collect()
}

/// How many have voted, and from how many municipalities; frozen at the close.
pub(super) async fn turnout(
    connection: &mut SqliteConnection,
    keys: &Keys,
    course: &Course,
    present: u32,
) -> Result<Turnout, StoreError> {
    if let Some(closed_with) = &course.barometer.closed_with {
        return Ok(closed_with.turnout);
    }
    let voted = voted(connection, keys, &course.barometer.id, NOT_STRUCK).await?;
    let municipalities: BTreeSet<_> = voted.values().collect();
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Ok(Turnout {
        voted: number(voted.len()),
        present,
        municipalities: number(municipalities.len()),
    })
}

/// What is frozen when a barometer closes.
pub(super) async fn close(
    connection: &mut SqliteConnection,
    keys: &Keys,
    course: &Course,
) -> Result<ClosedWith, StoreError> {
    let all = voted(connection, keys, &course.barometer.id, ALL).await?;
    let voted = voted(connection, keys, &course.barometer.id, NOT_STRUCK).await?;
    let places = sqlx::query("SELECT id, municipality FROM slots WHERE webinar = ? AND votes = 1")
        .bind(course.id)
        .fetch_all(connection)
        .await?;
    let mut silent_in = Vec::new();
    for row in &places {
        let slot: SlotId = fixed(row.try_get("id")?)?;
        if !all.contains_key(&keys.nym(&course.barometer.id, &slot)) {
            let municipality = municipality(keys, row.try_get("municipality")?, &slot)?;
            let sealed = keys.seal(Some(municipality), &silent_key(&course.barometer.id));
            silent_in.push(hex::encode(sealed));
        }
    }
    // Under random nonces this is no order that anything else has.
    silent_in.sort_unstable();
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let municipalities: BTreeSet<_> = voted.values().collect();
    Ok(ClosedWith {
        turnout: Turnout {
            voted: number(voted.len()),
            present: number(places.len()),
            municipalities: number(municipalities.len()),
        },
        silent_in: Some(silent_in),
        struck: number(all.len() - voted.len()),
    })
}

/// Where those sat who had not voted at the close.
pub(super) fn silent(
    keys: &Keys,
    barometer: &BarometerId,
    closed_with: &ClosedWith,
) -> Result<Silent, StoreError> {
    let mut silent = Silent::default();
    let Some(sealed) = &closed_with.silent_in else {
        let Turnout { voted, present, .. } = closed_with.turnout;
        silent.elsewhere = present.saturating_sub(voted + closed_with.struck);
        return Ok(silent);
    };
    for sealed in sealed {
        let sealed = hex::decode(sealed).map_err(|_| StoreError::Row("silent"))?;
        let municipality = municipality(keys, &sealed, &silent_key(barometer))?;
        *silent.by_municipality.entry(municipality).or_default() += 1;
    }
    Ok(silent)
}

fn silent_key(barometer: &BarometerId) -> Vec<u8> {
    [&b"silent"[..], barometer].concat()
}

/// Removes a barometer's ballots for good.
pub(super) async fn forget(
    connection: &mut SqliteConnection,
    barometer: &BarometerId,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM ballots WHERE barometer = ?")
        .bind(&barometer[..])
        .execute(connection)
        .await?;
    Ok(())
}

/// Who has voted, by key, and for which municipality; not what.
async fn voted(
    connection: &mut SqliteConnection,
    keys: &Keys,
    barometer: &BarometerId,
    which: &'static str,
) -> Result<BTreeMap<Nym, MunicipalityCode>, StoreError> {
    let all: Option<String> = sqlx::query_scalar(which)
        .bind(&barometer[..])
        .fetch_one(connection)
        .await?;
    let mut voted = BTreeMap::new();
    for row in all.iter().flat_map(|all| all.split(' ')) {
        let bytes = hex::decode(row).map_err(|_| StoreError::Row("ballot"))?;
        let (nym, sealed) = bytes
            .split_at_checked(size_of::<Nym>())
            .ok_or(StoreError::Row("ballot"))?;
        voted.insert(fixed(nym)?, municipality(keys, sealed, nym)?);
    }
    Ok(voted)
}

pub(super) fn municipality(
    keys: &Keys,
    sealed: &[u8],
    key: &[u8],
) -> Result<MunicipalityCode, StoreError> {
    keys.open_municipality(sealed, key)?
        .ok_or(StoreError::Row("a vote without municipality"))
}

fn cast(row: &sqlx::sqlite::SqliteRow) -> Result<Cast, StoreError> {
    let choices = serde_json::from_str(row.try_get("choices")?)?;
    Ok(Cast {
        rev: row.try_get("rev")?,
        choices,
    })
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
    urns: impl Iterator<Item = &Urn>,
    nyms: impl Iterator<Item = &Nym>,
) -> Result<HashMap<Nym, SentBallot>, StoreError> {
    let urns: Vec<String> = urns.map(|urn| hex::encode(urn.id)).collect();
    let nyms: Vec<String> = nyms.map(hex::encode).collect();
    let rows = sqlx::query(
        "SELECT nym, rev, choices, trackers FROM ballots
         WHERE barometer IN (SELECT unhex(value) FROM json_each(?))
           AND nym IN (SELECT unhex(value) FROM json_each(?))",
    )
    .bind(json!(urns).to_string())
    .bind(json!(nyms).to_string())
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            let sent = SentBallot {
                cast: cast(row)?,
                trackers: serde_json::from_str(row.try_get("trackers")?)?,
            };
            Ok((fixed(row.try_get("nym")?)?, sent))
        })
        .collect()
}

/// One upsert for the whole batch; `seq` rises by the number of ballots.
async fn store(
    connection: &mut SqliteConnection,
    keys: &Keys,
    urns: &HashMap<i64, Urn>,
    newest: &HashMap<Nym, &Arrival>,
) -> Result<(), StoreError> {
    if newest.is_empty() {
        return Ok(());
    }
    let rows: Vec<_> = newest
        .iter()
        .filter_map(|(nym, arrival)| {
            let barometer = urns.get(&arrival.webinar)?;
            Some(json!({
                "barometer": hex::encode(barometer.id),
                "nym": hex::encode(nym),
                "rev": arrival.sent.cast.rev,
                "choices": arrival.sent.cast.choices,
                "trackers": arrival.sent.trackers,
                "municipality": hex::encode(keys.seal(Some(arrival.municipality), nym)),
            }))
        })
        .collect();
    sqlx::query(
        "INSERT INTO ballots (barometer, nym, rev, choices, trackers, municipality)
         SELECT unhex(value ->> 'barometer'), unhex(value ->> 'nym'), value ->> 'rev',
                value -> 'choices', value -> 'trackers', unhex(value ->> 'municipality')
         FROM json_each(?) WHERE true
         ON CONFLICT (barometer, nym) DO UPDATE
         SET rev = excluded.rev, choices = excluded.choices, trackers = excluded.trackers,
             municipality = excluded.municipality
         WHERE excluded.rev > ballots.rev",
    )
    .bind(json!(rows).to_string())
    .execute(&mut *connection)
    .await?;
    let webinars: Vec<i64> = newest.values().map(|arrival| arrival.webinar).collect();
    sqlx::query(
        "UPDATE webinars SET seq = seq + (SELECT count(*) FROM json_each(?1) WHERE value = webinars.id)
         WHERE id IN (SELECT value FROM json_each(?1))",
    )
    .bind(json!(webinars).to_string())
    .execute(connection)
    .await?;
    Ok(())
}
