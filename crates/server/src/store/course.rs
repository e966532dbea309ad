//! Where a webinar stands: its row, its barometer, its agenda, its lists.

use barometer_domain::agenda::AgendaItem;
use barometer_domain::barometer::{Phase, Rules, SignedRoot, Turnout};
use barometer_domain::catalogue::Reality;
use barometer_domain::ids::{CandidateId, Millis, RequestId, WebinarCode};
use barometer_domain::language::Language;
use barometer_domain::outcome::{EarlierRound, Outcome};
use barometer_domain::refusal::Refusal;
use barometer_domain::tally::CountingRule;
use barometer_domain::webinar::{Plan, Progress, Scene};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sqlx::{Row, SqliteConnection};

use super::StoreError;
use super::columns::JsonText;
use super::write_transaction::{ShownWhen, WriteTransaction};
use crate::clock::StageClock;
use crate::secrets::BarometerId;

/// A webinar's plan and progress.
#[derive(Clone, Debug)]
pub struct Course {
    /// Its key.
    pub id: i64,
    /// Its code.
    pub code: WebinarCode,
    /// Its title.
    pub title: String,
    /// Its day, `YYYY-MM-DD`.
    pub date: String,
    /// When it begins, `HH:MM`.
    pub starts: String,
    /// When it ends, `HH:MM`.
    pub ends: String,
    /// The language of its texts.
    pub language: Language,
    /// Whether its requests are invented.
    pub fictional: bool,
    /// Whether only those with an invitation can vote.
    pub invited_only: bool,
    /// How many may vote for one municipality, who come by the open link; `None` for any number.
    pub per_municipality: Option<u16>,
    /// Random, renewed by a reset.
    pub epoch: u32,
    /// Rises with every committed change.
    pub seq: u64,
    /// Whether a restart stopped a countdown.
    pub countdown_lost: bool,
    /// Which process's clock a running countdown is measured by.
    pub ends_by: Option<u32>,
    /// The agenda with notes.
    pub agenda: Vec<AgendaItem>,
    /// The presenter's notes for each candidate, in order.
    pub candidate_notes: Vec<String>,
    /// What commands can refer to.
    pub plan: Plan,
    /// Where it stands.
    pub progress: Progress,
    /// The rounds before the one of the barometer, the first one first.
    pub earlier: Vec<EarlierRound>,
    /// Its barometer, but for the phase, which is progress.
    pub barometer: Barometer,
}

/// A barometer's row.
#[derive(Clone, Debug)]
pub struct Barometer {
    /// Its random key; another one when the webinar starts over.
    pub id: BarometerId,
    /// What phones know it by.
    pub round: u32,
    /// What locks when it opens.
    pub rules: Rules,
    /// Whether each phone lists the candidates in an order of its own.
    pub shuffled: bool,
    /// How often it was closed.
    pub closes: u32,
    /// What was frozen at the close.
    pub closed_with: Option<ClosedWith>,
    /// Whether somebody has seen what was voted, before the result was out.
    pub choices_seen: bool,
    /// What was counted at the reveal.
    pub outcome: Option<Outcome>,
}

impl Barometer {
    /// What the roll will be, once it is closed.
    pub fn root(&self) -> Option<&SignedRoot> {
        self.closed_with.as_ref()?.root.as_ref()
    }

    /// Keeps what was counted, and forgets what was kept for counting alone.
    pub(super) fn settle(&mut self, outcome: Outcome) {
        self.outcome = Some(outcome);
        if let Some(closed_with) = &mut self.closed_with {
            closed_with.silent_in = None;
        }
    }
}

/// What a barometer knows once it is closed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ClosedWith {
    /// How many had voted, of how many.
    pub turnout: Turnout,
    /// The municipality of each who was present and had not voted, sealed; `None` once it is counted, and where an
    /// earlier version closed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub silent_in: Option<Vec<String>>,
    /// Ballots that were struck, and do not count.
    #[serde(default)]
    pub struck: u32,
    /// What the roll will be; `None` where an earlier version closed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub root: Option<SignedRoot>,
}

impl Course {
    /// Refuses what may happen only once the roll is fixed: looking up, striking, revealing.
    pub(super) fn check_roll_is_fixed(&self) -> Result<(), Refusal> {
        match self.progress.phase {
            // An earlier version may have revealed it without.
            Phase::Revealed => Ok(()),
            Phase::Closed if self.barometer.root().is_some() => Ok(()),
            _ => Err(Refusal::NotClosedYet),
        }
    }

    /// Whether a countdown runs that another process's clock measures.
    pub fn counts_down_elsewhere(&self, clock: &StageClock) -> bool {
        self.progress.ends_at.is_some() && self.ends_by != Some(clock.process())
    }
}

/// Reads where a webinar stands.
pub(super) async fn load(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<Course, StoreError> {
    let row = sqlx::query(
        "SELECT w.*, b.id AS barometer, b.round, b.phase, b.ends_at, b.rule, b.max_choices, b.shuffled,
                b.closes, b.closed_with, b.outcome, b.choices_seen, b.ends_by
         FROM webinars w JOIN barometers b ON b.webinar = w.id WHERE w.id = ?",
    )
    .bind(webinar)
    .fetch_one(&mut *connection)
    .await?;
    let shortlist: Vec<(u32, String)> =
        sqlx::query_as("SELECT request, notes FROM shortlist WHERE webinar = ? ORDER BY number")
            .bind(webinar)
            .fetch_all(&mut *connection)
            .await?;
    let (candidates, candidate_notes): (Vec<RequestId>, Vec<String>) = shortlist
        .into_iter()
        .map(|(request, notes)| (RequestId(request), notes))
        .unzip();
    let ongoing = list(
        connection,
        webinar,
        "SELECT request FROM ongoing WHERE webinar = ? ORDER BY position",
    )
    .await?;
    let text = |column: &str| row.try_get::<String, _>(column);
    let outcome: Option<Outcome> = optional(row.try_get("outcome")?)?;
    let agenda: Vec<AgendaItem> = serde_json::from_str(&text("agenda")?)?;
    let most_choices = u8::try_from(candidates.len()).unwrap_or(u8::MAX).max(1);
    let rules = Rules {
        rule: parse::<CountingRule>(&text("rule")?)?,
        // What was decided for a longer list holds for a shorter one as far as it goes.
        max_choices: row.try_get::<u8, _>("max_choices")?.min(most_choices),
        candidates: u16::try_from(candidates.len()).unwrap_or(u16::MAX),
    };
    let scene: Scene = serde_json::from_str(&text("scene")?)?;
    let earlier = if scene.earlier_rounds > 0 {
        load_earlier_rounds(connection, webinar).await?
    } else {
        Vec::new()
    };
    let choices_seen = row.try_get("choices_seen")?;
    Ok(Course {
        id: webinar,
        code: text("code")?
            .parse()
            .map_err(|_| StoreError::Row("webinar code"))?,
        title: text("title")?,
        date: text("date")?,
        starts: text("starts")?,
        ends: text("ends")?,
        language: parse::<Language>(&text("language")?)?,
        fictional: row.try_get("fictional")?,
        invited_only: row.try_get("invited_only")?,
        per_municipality: row.try_get("per_municipality")?,
        epoch: row.try_get("epoch")?,
        seq: row.try_get::<i64, _>("seq")?.cast_unsigned(),
        countdown_lost: row.try_get("countdown_lost")?,
        ends_by: row.try_get("ends_by")?,
        plan: Plan {
            stages: agenda.iter().map(|item| item.stage).collect(),
            candidates,
            ongoing,
            reality: parse::<Reality>(&text("reality")?)?,
            pick: outcome.as_ref().and_then(Outcome::pick).cloned(),
            choices_seen,
        },
        earlier,
        agenda,
        candidate_notes,
        progress: Progress {
            step: row.try_get("step")?,
            scene,
            phase: parse::<Phase>(&text("phase")?)?,
            ends_at: row.try_get::<Option<Millis>, _>("ends_at")?,
        },
        barometer: Barometer {
            id: fixed(&row.try_get::<Vec<u8>, _>("barometer")?)?,
            round: row.try_get("round")?,
            rules,
            shuffled: row.try_get("shuffled")?,
            closes: row.try_get("closes")?,
            closed_with: optional(row.try_get("closed_with")?)?,
            choices_seen,
            outcome,
        },
    })
}

/// The rounds before the one that counts, the first one first.
async fn load_earlier_rounds(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<Vec<EarlierRound>, StoreError> {
    let rows: Vec<(JsonText<Outcome>, JsonText<Vec<CandidateId>>)> = sqlx::query_as(
        "SELECT outcome, chosen FROM earlier_rounds WHERE webinar = ? ORDER BY number",
    )
    .bind(webinar)
    .fetch_all(connection)
    .await?;
    let round = |(outcome, chosen): (JsonText<_>, JsonText<_>)| EarlierRound {
        outcome: outcome.0,
        chosen: chosen.0,
    };
    Ok(rows.into_iter().map(round).collect())
}

/// Writes what steps change, and announces it.
pub(super) async fn save(
    transaction: &mut WriteTransaction<'_>,
    course: &Course,
) -> Result<(), StoreError> {
    let Progress {
        step,
        scene,
        phase,
        ends_at,
    } = &course.progress;
    transaction.announce_webinar(course.id, ShownWhen::AtOnce);
    sqlx::query(
        "UPDATE webinars SET scene = ?, step = ?, epoch = ?, countdown_lost = ? WHERE id = ?",
    )
    .bind(serde_json::to_string(scene)?)
    .bind(step)
    .bind(course.epoch)
    .bind(course.countdown_lost)
    .bind(course.id)
    .execute(&mut **transaction)
    .await?;
    let barometer = &course.barometer;
    sqlx::query(
        "UPDATE barometers SET phase = ?, ends_at = ?, closes = ?, closed_with = ?, outcome = ?,
                choices_seen = ?, ends_by = ?
         WHERE id = ?",
    )
    .bind(word(phase)?)
    .bind(ends_at)
    .bind(barometer.closes)
    .bind(
        barometer
            .closed_with
            .as_ref()
            .map(serde_json::to_string)
            .transpose()?,
    )
    .bind(
        barometer
            .outcome
            .as_ref()
            .map(serde_json::to_string)
            .transpose()?,
    )
    .bind(barometer.choices_seen)
    .bind(course.ends_by.filter(|_| ends_at.is_some()))
    .bind(&barometer.id[..])
    .execute(&mut **transaction)
    .await?;
    Ok(())
}

/// A unit variant as the bare word it is on the wire.
pub(super) fn word<T: Serialize>(value: &T) -> Result<String, StoreError> {
    match serde_json::to_value(value)? {
        serde_json::Value::String(word) => Ok(word),
        _ => Err(StoreError::Row("not a word")),
    }
}

/// Reads what [`word`] wrote.
pub(super) fn parse<T: DeserializeOwned>(word: &str) -> Result<T, StoreError> {
    Ok(serde_json::from_value(serde_json::Value::String(
        word.to_owned(),
    ))?)
}

/// A key of fixed length.
pub(super) fn fixed<const N: usize>(bytes: &[u8]) -> Result<[u8; N], StoreError> {
    bytes
        .try_into()
        .map_err(|_| StoreError::Row("key of another length"))
}

fn optional<T: DeserializeOwned>(text: Option<&str>) -> Result<Option<T>, StoreError> {
    Ok(text.map(serde_json::from_str).transpose()?)
}

async fn list(
    connection: &mut SqliteConnection,
    webinar: i64,
    sql: &'static str,
) -> Result<Vec<RequestId>, StoreError> {
    let numbers: Vec<u32> = sqlx::query_scalar(sql)
        .bind(webinar)
        .fetch_all(connection)
        .await?;
    Ok(numbers.into_iter().map(RequestId).collect())
}
