//! Where a webinar stands: its row, its barometer, its agenda, its lists.

use barometer_domain::agenda::AgendaItem;
use barometer_domain::barometer::{Phase, Rules, SignedRoot, Turnout};
use barometer_domain::carrying::Carrying;
use barometer_domain::catalogue::Reality;
use barometer_domain::ids::{CandidateId, Millis, RequestId, WebinarCode};
use barometer_domain::language::Language;
use barometer_domain::outcome::{EarlierRound, Outcome};
use barometer_domain::refusal::Refusal;
use barometer_domain::survey::{SurveyPurpose, SurveySlides};
use barometer_domain::tally::CountingRule;
use barometer_domain::webinar::{Plan, Progress, Scene};
use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;

use super::columns::{EnumText, FixedBytes, JsonText, ParsedText};
use super::write_transaction::{ShownWhen, WriteTransaction};
use super::{StoreError, survey_slides};
use crate::clock::StageClock;
use crate::secrets::BarometerId;

/// A webinar's plan and progress.
#[derive(Clone, Debug)]
pub struct WebinarState {
    /// Its key in the store, given to another webinar once it is deleted.
    pub id: i64,
    /// The code of its links.
    pub code: WebinarCode,
    /// Its title, as every screen shows it.
    pub title: String,
    /// The day it is held in Denmark, `YYYY-MM-DD`.
    pub date: String,
    /// When it begins by Danish clocks, `HH:MM`.
    pub starts: String,
    /// When it ends by Danish clocks, `HH:MM`.
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
    /// The agenda with notes, which only the presenter's console shows.
    pub agenda: Vec<AgendaItem>,
    /// The presenter's notes for each candidate, in order.
    pub candidate_notes: Vec<String>,
    /// What commands can refer to.
    pub plan: Plan,
    /// Scene, step and phase, which commands move.
    pub progress: Progress,
    /// The result of the survey before the webinar, once that is closed and large enough.
    pub survey: Option<SurveySlides>,
    /// The rounds before the one of the barometer, the first one first.
    pub earlier: Vec<EarlierRound>,
    /// Its barometer, but for the phase, which is progress.
    pub barometer: Barometer,
}

/// A webinar's one barometer that accepts ballots; earlier rounds are kept apart.
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
    /// What the votes can carry, found at the reveal; `None` where no frame was set, or nothing may be shown.
    pub carrying: Option<Carrying>,
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

impl WebinarState {
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

/// A webinar's row with its barometer's.
#[derive(sqlx::FromRow)]
#[expect(clippy::struct_excessive_bools, reason = "the columns of a row")]
struct StoredWebinarRow {
    code: ParsedText<WebinarCode>,
    title: String,
    date: String,
    starts: String,
    ends: String,
    language: EnumText<Language>,
    fictional: bool,
    invited_only: bool,
    per_municipality: Option<u16>,
    epoch: u32,
    seq: i64,
    countdown_lost: bool,
    agenda: JsonText<Vec<AgendaItem>>,
    scene: JsonText<Scene>,
    step: u32,
    reality: EnumText<Reality>,
    barometer: FixedBytes<16>,
    round: u32,
    phase: EnumText<Phase>,
    ends_at: Option<Millis>,
    rule: EnumText<CountingRule>,
    max_choices: u8,
    shuffled: bool,
    closes: u32,
    closed_with: Option<JsonText<ClosedWith>>,
    outcome: Option<JsonText<Outcome>>,
    carrying: Option<JsonText<Carrying>>,
    choices_seen: bool,
    ends_by: Option<u32>,
}

/// Reads where a webinar stands.
pub(super) async fn load(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<WebinarState, StoreError> {
    let row: StoredWebinarRow = sqlx::query_as(
        "SELECT w.code, w.title, w.date, w.starts, w.ends, w.language, w.fictional, w.invited_only, w.per_municipality,
                w.epoch, w.seq, w.countdown_lost, w.agenda, w.scene, w.step, w.reality, b.id AS barometer, b.round, b.phase, b.ends_at, b.rule, b.max_choices, b.shuffled,
                b.closes, b.closed_with, b.outcome, b.carrying, b.choices_seen, b.ends_by
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
    let outcome = row.outcome.map(|outcome| outcome.0);
    let carrying = row.carrying.map(|carrying| carrying.0);
    let JsonText(agenda) = row.agenda;
    let most_choices = u8::try_from(candidates.len()).unwrap_or(u8::MAX).max(1);
    let rules = Rules {
        rule: row.rule.0,
        // What was decided for a longer list holds for a shorter one as far as it goes.
        max_choices: row.max_choices.min(most_choices),
        candidates: u16::try_from(candidates.len()).unwrap_or(u16::MAX),
    };
    let JsonText(scene) = row.scene;
    let earlier = if scene.earlier_rounds > 0 {
        load_earlier_rounds(connection, webinar).await?
    } else {
        Vec::new()
    };
    let choices_seen = row.choices_seen;
    let survey = survey_slides::load(connection, webinar, SurveyPurpose::BeforeWebinar).await?;
    Ok(WebinarState {
        id: webinar,
        code: row.code.0,
        title: row.title,
        date: row.date,
        starts: row.starts,
        ends: row.ends,
        language: row.language.0,
        fictional: row.fictional,
        invited_only: row.invited_only,
        per_municipality: row.per_municipality,
        epoch: row.epoch,
        seq: row.seq.cast_unsigned(),
        countdown_lost: row.countdown_lost,
        ends_by: row.ends_by,
        plan: Plan {
            stages: agenda.iter().map(|item| item.stage).collect(),
            candidates,
            ongoing,
            reality: row.reality.0,
            pick: outcome.as_ref().and_then(Outcome::pick).cloned(),
            supported: outcome.as_ref().map_or_else(Vec::new, Outcome::supported),
            choices_seen,
            survey_pages: survey.as_ref().map_or(0, SurveySlides::pages),
            carrying_pages: carrying.as_ref().map_or(0, Carrying::pages),
        },
        survey,
        earlier,
        agenda,
        candidate_notes,
        progress: Progress {
            step: row.step,
            scene,
            phase: row.phase.0,
            ends_at: row.ends_at,
        },
        barometer: Barometer {
            id: row.barometer.0,
            round: row.round,
            rules,
            shuffled: row.shuffled,
            closes: row.closes,
            closed_with: row.closed_with.map(|closed_with| closed_with.0),
            choices_seen,
            outcome,
            carrying,
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
    course: &WebinarState,
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
    .bind(JsonText(scene))
    .bind(step)
    .bind(course.epoch)
    .bind(course.countdown_lost)
    .bind(course.id)
    .execute(&mut **transaction)
    .await?;
    let barometer = &course.barometer;
    sqlx::query(
        "UPDATE barometers SET phase = ?, ends_at = ?, closes = ?, closed_with = ?, outcome = ?, carrying = ?,
                choices_seen = ?, ends_by = ?
         WHERE id = ?",
    )
    .bind(EnumText(phase))
    .bind(ends_at)
    .bind(barometer.closes)
    .bind(barometer.closed_with.as_ref().map(JsonText))
    .bind(barometer.outcome.as_ref().map(JsonText))
    .bind(barometer.carrying.as_ref().map(JsonText))
    .bind(barometer.choices_seen)
    .bind(course.ends_by.filter(|_| ends_at.is_some()))
    .bind(&barometer.id[..])
    .execute(&mut **transaction)
    .await?;
    Ok(())
}

/// What is forgotten cannot start over: its places are gone, and with them everyone who was present.
pub(super) async fn refuse_if_forgotten(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<(), StoreError> {
    let forgotten: bool =
        sqlx::query_scalar("SELECT forgotten_at IS NOT NULL FROM webinars WHERE id = ?")
            .bind(webinar)
            .fetch_one(connection)
            .await?;
    if forgotten {
        return Err(Refusal::NotPossibleNow.into());
    }
    Ok(())
}

/// A key of fixed length.
pub(super) fn fixed<const N: usize>(bytes: &[u8]) -> Result<[u8; N], StoreError> {
    bytes
        .try_into()
        .map_err(|_| StoreError::Row("key of another length"))
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
