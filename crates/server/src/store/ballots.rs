//! Ballots as they lie there: until the reveal only their number leaves this file. [`super::casting`] takes them in.
//!
//! A row is one session's ballot, sealed (see [`crate::secrets::BallotRow`]); the newest of a place's counts.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use barometer_domain::ballot::{Ballot, Trackers};
use barometer_domain::barometer::Turnout;
use barometer_domain::certainty::Silent;
use barometer_domain::ids::MunicipalityCode;
use barometer_domain::place_ballots::{HeldBallot, PlaceBallots};
use barometer_domain::tally::CountedBallot;
use sqlx::{Row, SqliteConnection};

use super::columns::FixedBytes;
use super::course::fixed;
use super::{ClosedWith, Participant, StoreError, WebinarState};
use crate::secrets::{BallotRow, BarometerId, DeviceTag, Keys, Nym, SlotId};

/// One row for all ballots: ten thousand rows would cost far more to fetch than to open.
const ALL: &str = "SELECT group_concat(struck || hex(nym) || hex(device) || hex(sealed), ' ')
     FROM ballots WHERE barometer = ?";
const NOT_STRUCK: &str =
    "SELECT group_concat(struck || hex(nym) || hex(device) || hex(sealed), ' ')
     FROM ballots WHERE barometer = ? AND struck = 0";

/// A place's ballots after the close.
pub(super) struct CastPlace {
    /// Under what the place's ballots are stored.
    pub(super) nym: Nym,
    /// From which session the one that counts is.
    pub(super) device: DeviceTag,
    /// The one that counts, unless it was struck.
    pub(super) held: HeldBallot,
    /// How many devices have sent a ballot.
    pub(super) devices: u32,
    /// Whether it was struck, and does not count.
    pub(super) struck: bool,
}

impl CastPlace {
    /// The candidates that the counting ballot of this place supports.
    pub(super) fn choices(&self) -> &Ballot {
        &self.held.sent.cast.choices
    }

    /// Under what its phone finds it again.
    pub(super) fn trackers(&self) -> &Trackers {
        &self.held.sent.trackers
    }
}

/// What a place's sessions have sent.
pub(super) async fn load_for_place(
    connection: &mut SqliteConnection,
    keys: &Keys,
    barometer: &BarometerId,
    slot: &SlotId,
) -> Result<PlaceBallots<DeviceTag>, StoreError> {
    let nym = keys.nym(barometer, slot);
    let rows: Vec<(FixedBytes<16>, Vec<u8>)> =
        sqlx::query_as("SELECT device, sealed FROM ballots WHERE barometer = ? AND nym = ?")
            .bind(&barometer[..])
            .bind(&nym[..])
            .fetch_all(connection)
            .await?;
    rows.into_iter()
        .map(|(FixedBytes(device), sealed)| {
            let key = BallotRow {
                barometer: *barometer,
                nym,
                device,
            };
            Ok((device, keys.open_ballot(&key, &sealed)?))
        })
        .collect()
}

/// Whether this session has sent a ballot.
pub(super) async fn has_voted(
    connection: &mut SqliteConnection,
    keys: &Keys,
    barometer: &BarometerId,
    participant: &Participant,
) -> Result<bool, StoreError> {
    let place = load_for_place(connection, keys, barometer, &participant.slot).await?;
    let session = participant.session.as_ref();
    let device = keys.device_tag(barometer, &participant.slot, session);
    Ok(place.sent_by(&device).is_some())
}

/// All places that have voted, in the order of their keys, each with the ballot that counts. Only once it is closed.
pub(super) async fn places(
    connection: &mut SqliteConnection,
    keys: &Keys,
    barometer: &BarometerId,
) -> Result<Vec<CastPlace>, StoreError> {
    let mut sent: BTreeMap<Nym, (bool, Vec<(DeviceTag, HeldBallot)>)> = BTreeMap::new();
    for stored in stored(connection, barometer, ALL).await? {
        let held = keys.open_ballot(&stored.row, &stored.sealed)?;
        let (struck, ballots) = sent.entry(stored.row.nym).or_default();
        *struck |= stored.struck;
        ballots.push((stored.row.device, held));
    }
    let counting = sent.into_iter().filter_map(|(nym, (struck, ballots))| {
        let ballots: PlaceBallots<DeviceTag> = ballots.into_iter().collect();
        let (device, held) = ballots.counting()?;
        Some(CastPlace {
            nym,
            device: *device,
            held: held.clone(),
            devices: ballots.sessions(),
            struck,
        })
    });
    Ok(counting.collect())
}

/// All ballots of a barometer, ready to be counted. Only [`super::steps`] may ask, at the reveal.
pub(super) async fn counted(
    connection: &mut SqliteConnection,
    keys: &Keys,
    barometer: &BarometerId,
) -> Result<Vec<CountedBallot>, StoreError> {
    let places = places(connection, keys, barometer).await?;
    let counted = places.into_iter().filter(|place| !place.struck);
    let counted = counted.map(|place| CountedBallot {
        municipality: place.held.municipality,
        ballot: place.held.sent.cast.choices,
    });
    Ok(counted.collect())
}

/// How many have voted, and from how many municipalities; frozen at the close.
pub(super) async fn turnout(
    connection: &mut SqliteConnection,
    keys: &Keys,
    course: &WebinarState,
    present: u32,
) -> Result<Turnout, StoreError> {
    if let Some(closed_with) = &course.barometer.closed_with {
        return Ok(closed_with.turnout);
    }
    let voted = voted(connection, keys, &course.barometer.id, NOT_STRUCK).await?;
    let struck: u32 = sqlx::query_scalar(
        "SELECT count(DISTINCT nym) FROM ballots WHERE barometer = ? AND struck = 1",
    )
    .bind(&course.barometer.id[..])
    .fetch_one(connection)
    .await?;
    let municipalities: BTreeSet<_> = voted.values().collect();
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Ok(Turnout {
        voted: number(voted.len()),
        // Whose ballot was struck cannot vote.
        present: present.saturating_sub(struck),
        municipalities: number(municipalities.len()),
    })
}

/// What is frozen when a barometer closes.
pub(super) async fn close(
    connection: &mut SqliteConnection,
    keys: &Keys,
    course: &WebinarState,
) -> Result<ClosedWith, StoreError> {
    let all = voted(connection, keys, &course.barometer.id, ALL).await?;
    let voted = voted(connection, keys, &course.barometer.id, NOT_STRUCK).await?;
    let places = sqlx::query("SELECT id, municipality FROM slots WHERE webinar = ? AND votes = 1")
        .bind(course.id)
        .fetch_all(connection)
        .await?;
    let (mut present, mut silent_in) = (0, Vec::new());
    for row in &places {
        let slot: SlotId = fixed(row.try_get("id")?)?;
        let nym = keys.nym(&course.barometer.id, &slot);
        // Present is who can vote: a place whose ballot was struck is not.
        present += u32::from(!all.contains_key(&nym) || voted.contains_key(&nym));
        if !all.contains_key(&nym) {
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
            present,
            municipalities: number(municipalities.len()),
        },
        silent_in: Some(silent_in),
        struck: number(all.len() - voted.len()),
        root: None,
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
        silent.elsewhere = present.saturating_sub(voted);
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
    let mut voted = BTreeMap::new();
    for stored in stored(connection, barometer, which).await? {
        // A place is of one municipality, whichever of its sessions sent the ballot.
        if let Entry::Vacant(place) = voted.entry(stored.row.nym) {
            place.insert(keys.open_ballot_municipality(&stored.row, &stored.sealed)?);
        }
    }
    Ok(voted)
}

/// A ballot as it lies there.
struct StoredBallot {
    row: BallotRow,
    struck: bool,
    sealed: Vec<u8>,
}

async fn stored(
    connection: &mut SqliteConnection,
    barometer: &BarometerId,
    which: &'static str,
) -> Result<Vec<StoredBallot>, StoreError> {
    let all: Option<String> = sqlx::query_scalar(which)
        .bind(&barometer[..])
        .fetch_one(connection)
        .await?;
    let read = |row: &str| {
        let (struck, row) = row.split_at_checked(1)?;
        let bytes = hex::decode(row).ok()?;
        let (nym, rest) = bytes.split_at_checked(size_of::<Nym>())?;
        let (device, sealed) = rest.split_at_checked(size_of::<DeviceTag>())?;
        Some(StoredBallot {
            row: BallotRow {
                barometer: *barometer,
                nym: nym.try_into().ok()?,
                device: device.try_into().ok()?,
            },
            struck: struck == "1",
            sealed: sealed.to_vec(),
        })
    };
    let rows = all.iter().flat_map(|all| all.split(' '));
    rows.map(|row| read(row).ok_or(StoreError::Row("ballot")))
        .collect()
}

pub(super) fn municipality(
    keys: &Keys,
    sealed: &[u8],
    key: &[u8],
) -> Result<MunicipalityCode, StoreError> {
    keys.open_municipality(sealed, key)?
        .ok_or(StoreError::Row("a vote without municipality"))
}
