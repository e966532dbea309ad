//! Newcomers by the open link: a batch is decided and written in a handful of statements, as ballots are.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use barometer_domain::ids::MunicipalityCode;
use barometer_domain::refusal::Refusal;
use barometer_domain::webinar::Scene;
use barometer_domain::wire::Role;
use serde_json::json;
use sqlx::SqliteConnection;

use super::columns::JsonText;
use super::joining::WebinarDoor;
use super::seats::by_municipality;
use super::{Participant, StoreError};
use crate::secrets::{self, Keys};

/// Somebody who has no session yet, with the place and the session that they are to have, both random.
pub(super) struct Newcomer {
    pub(super) webinar: i64,
    pub(super) participant: Participant,
}

/// What a batch of newcomers came to.
pub(super) struct LetIn {
    /// For each, in their order: the round that the barometer is in.
    pub(super) answers: Vec<Result<u32, Refusal>>,
    /// The webinars that somebody came into.
    pub(super) webinars: BTreeSet<i64>,
}

impl Newcomer {
    /// Somebody who comes as `role`, and the token of the session that is to be theirs.
    pub(super) fn new(webinar: i64, role: Role) -> (Self, String) {
        let token = secrets::random_token();
        let participant = Participant {
            slot: secrets::random(),
            role,
            session: Some(secrets::hash_token(&token)),
        };
        let newcomer = Self {
            webinar,
            participant,
        };
        (newcomer, token)
    }
}

/// Lets a batch of newcomers in, one after the other.
pub(super) async fn let_in(
    connection: &mut SqliteConnection,
    keys: &Keys,
    newcomers: &[Newcomer],
) -> Result<LetIn, StoreError> {
    let webinars: BTreeSet<i64> = newcomers.iter().map(|newcomer| newcomer.webinar).collect();
    let doors = doors(connection, &webinars).await?;
    let mut there: HashMap<i64, HashMap<MunicipalityCode, u32>> = HashMap::new();
    for (&webinar, door) in &doors {
        if door.per_municipality.is_some() {
            there.insert(webinar, by_municipality(connection, keys, webinar).await?);
        }
    }
    let (mut answers, mut let_in) = (Vec::with_capacity(newcomers.len()), Vec::new());
    for newcomer in newcomers {
        let Some(door) = doors.get(&newcomer.webinar) else {
            answers.push(Err(Refusal::UnknownWebinar));
            continue;
        };
        let counted = there.get_mut(&newcomer.webinar);
        let checked = check(door, newcomer.participant.role, counted);
        if checked.is_ok() {
            let_in.push(newcomer);
        }
        answers.push(checked.map(|()| door.round));
    }
    let webinars = let_in.iter().map(|newcomer| newcomer.webinar).collect();
    write(connection, keys, &let_in, &webinars).await?;
    Ok(LetIn { answers, webinars })
}

/// Whether one more may come; if so, they are counted among those who are there.
fn check(
    door: &WebinarDoor,
    role: Role,
    there: Option<&mut HashMap<MunicipalityCode, u32>>,
) -> Result<(), Refusal> {
    door.check_invitation(role)?;
    door.check_open(None, role)?;
    let (Some(there), Role::Voter { municipality }) = (there, role) else {
        return door.check_ended();
    };
    let voters = there.entry(municipality).or_default();
    door.check_room(*voters)?;
    door.check_ended()?;
    *voters += 1;
    Ok(())
}

type DoorRow = (i64, bool, Option<u16>, JsonText<Scene>, u32);

async fn doors(
    connection: &mut SqliteConnection,
    webinars: &BTreeSet<i64>,
) -> Result<BTreeMap<i64, WebinarDoor>, StoreError> {
    let rows: Vec<DoorRow> = sqlx::query_as(
        "SELECT w.id, w.invited_only, w.per_municipality, w.scene, b.round
         FROM webinars w JOIN barometers b ON b.webinar = w.id
         WHERE w.id IN (SELECT value FROM json_each(?))",
    )
    .bind(json!(webinars).to_string())
    .fetch_all(connection)
    .await?;
    let door = |(webinar, invited_only, per_municipality, scene, round): DoorRow| {
        let JsonText(scene) = scene;
        let door = WebinarDoor {
            invited_only,
            per_municipality,
            closed: scene.door_closed,
            ended: scene.ended,
            round,
        };
        (webinar, door)
    };
    Ok(rows.into_iter().map(door).collect())
}

/// One statement for all places, and one for all sessions: in the order of their keys, as they lie.
async fn write(
    connection: &mut SqliteConnection,
    keys: &Keys,
    newcomers: &[&Newcomer],
    webinars: &BTreeSet<i64>,
) -> Result<(), StoreError> {
    if newcomers.is_empty() {
        return Ok(());
    }
    let row = |newcomer: &&Newcomer| {
        let Participant {
            slot,
            role,
            session,
        } = &newcomer.participant;
        let municipality = role.municipality().ok();
        json!([
            newcomer.webinar,
            hex::encode(slot),
            municipality.is_some(),
            hex::encode(keys.seal(municipality, slot)),
            hex::encode(session.unwrap_or_default()),
        ])
    };
    let rows: Vec<_> = newcomers.iter().map(row).collect();
    let rows = json!(rows).to_string();
    for statement in [
        "INSERT INTO slots (webinar, id, votes, municipality)
         SELECT value ->> 0, unhex(value ->> 1), value ->> 2, unhex(value ->> 3) FROM json_each(?)",
        "INSERT INTO sessions (token_hash, webinar, slot)
         SELECT unhex(value ->> 4), value ->> 0, unhex(value ->> 1) FROM json_each(?)",
    ] {
        sqlx::query(statement)
            .bind(&rows)
            .execute(&mut *connection)
            .await?;
    }
    sqlx::query("UPDATE webinars SET seq = seq + 1 WHERE id IN (SELECT value FROM json_each(?))")
        .bind(json!(webinars).to_string())
        .execute(connection)
        .await?;
    Ok(())
}
