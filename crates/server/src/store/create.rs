//! Creates a webinar with its requests.

use barometer_domain::agenda::AgendaItem;
use barometer_domain::barometer::{Phase, Rules};
use barometer_domain::catalogue::Reality;
use barometer_domain::date::Date;
use barometer_domain::financing::{ChangeRequest, Commitment, RequestState};
use barometer_domain::ids::{RequestId, WebinarCode};
use barometer_domain::language::Language;
use barometer_domain::webinar::Scene;

use super::columns::EnumText;
use super::requests::{MoveOrigin, OpenRequest, RecordSignature};
use super::write_transaction::WriteTransaction;
use super::{StoreError, now};
use crate::secrets;

/// A webinar to be created.
#[derive(Clone, Debug)]
pub struct NewWebinar {
    /// The code of its links; nothing is written when it is taken.
    pub code: WebinarCode,
    /// The presenter's secret, as in the link.
    pub secret: String,
    /// Whether it is held, the demo, or a rehearsal.
    pub reality: Reality,
    /// Its title, as every screen shows it.
    pub title: String,
    /// The day it is held in Denmark, `YYYY-MM-DD`.
    pub date: String,
    /// When it begins by Danish clocks, `HH:MM`.
    pub starts: String,
    /// When it ends by Danish clocks, `HH:MM`.
    pub ends: String,
    /// The day of the webinar before it, if that was not held here.
    pub previous: Option<Date>,
    /// The language of its texts.
    pub language: Language,
    /// Whether its requests are invented.
    pub fictional: bool,
    /// The agenda with notes for the presenter.
    pub agenda: Vec<AgendaItem>,
    /// What locks at the opening.
    pub rules: Rules,
    /// Whether each phone lists the candidates in an order of its own.
    pub shuffled: bool,
    /// The candidates of its vote, in the order of their numbers.
    pub candidates: Vec<NewRequest>,
    /// Requests under way, in order.
    pub ongoing: Vec<NewRequest>,
}

/// A request to be created.
#[derive(Clone, Debug)]
pub struct NewRequest {
    /// What it says, and on which terms.
    pub request: ChangeRequest,
    /// What the presenter wants to remember of it as a candidate; may be empty.
    pub notes: String,
    /// What municipalities have said so far, and when, if that is known.
    pub commitments: Vec<(Commitment, Option<Date>)>,
}

/// What an import came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportedWebinar {
    /// A new webinar, under this code.
    New(WebinarCode),
    /// The same file was imported before, and nothing was changed.
    Before(WebinarCode),
}

/// Writes a webinar from the file with this hash, unless that was imported before.
pub(super) async fn import_once(
    transaction: &mut WriteTransaction<'_>,
    mut webinar: NewWebinar,
    file: &[u8; 32],
) -> Result<ImportedWebinar, StoreError> {
    let before: Option<String> = sqlx::query_scalar("SELECT code FROM webinars WHERE imported = ?")
        .bind(&file[..])
        .fetch_optional(&mut **transaction)
        .await?;
    if let Some(code) = before {
        let code = code.parse().map_err(|_| StoreError::Row("webinar code"))?;
        return Ok(ImportedWebinar::Before(code));
    }
    let id = loop {
        match create(transaction, webinar.clone()).await? {
            Some(id) => break id,
            None => webinar.code = secrets::random_code(),
        }
    };
    sqlx::query("UPDATE webinars SET imported = ? WHERE id = ?")
        .bind(&file[..])
        .bind(id)
        .execute(&mut **transaction)
        .await?;
    Ok(ImportedWebinar::New(webinar.code))
}

/// Writes it all; `None` when the code is taken.
pub(super) async fn create(
    transaction: &mut WriteTransaction<'_>,
    webinar: NewWebinar,
) -> Result<Option<i64>, StoreError> {
    let id: Option<i64> = sqlx::query_scalar(
        "INSERT INTO webinars (code, title, date, starts, ends, reality, language, fictional, presenter_hash, agenda, scene, epoch, previous)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (code) DO NOTHING RETURNING id",
    )
    .bind(webinar.code.as_str())
    .bind(&webinar.title)
    .bind(&webinar.date)
    .bind(&webinar.starts)
    .bind(&webinar.ends)
    .bind(EnumText(webinar.reality))
    .bind(EnumText(webinar.language))
    .bind(webinar.fictional)
    .bind(&secrets::hash_token(&webinar.secret)[..])
    .bind(serde_json::to_string(&webinar.agenda)?)
    .bind(serde_json::to_string(&Scene { since: now(), ..Scene::default() })?)
    .bind(secrets::random_number())
    .bind(webinar.previous.map(|day| day.to_string()))
    .fetch_optional(&mut **transaction)
    .await?;
    let Some(id) = id else { return Ok(None) };
    sqlx::query(
        "INSERT INTO barometers (id, webinar, round, phase, rule, max_choices, shuffled) VALUES (?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(&secrets::random::<16>()[..])
    .bind(id)
    .bind(secrets::random_number())
    .bind(EnumText(Phase::Draft))
    .bind(EnumText(webinar.rules.rule))
    .bind(webinar.rules.max_choices)
    .bind(webinar.shuffled)
    .execute(&mut **transaction)
    .await?;
    for (number, candidate) in (1_i64..).zip(&webinar.candidates) {
        let request = add(transaction, candidate, RequestState::Candidate, &webinar).await?;
        sqlx::query("INSERT INTO shortlist (webinar, number, request, notes) VALUES (?, ?, ?, ?)")
            .bind(id)
            .bind(number)
            .bind(request.0)
            .bind(&candidate.notes)
            .execute(&mut **transaction)
            .await?;
    }
    for (position, request) in (1_i64..).zip(&webinar.ongoing) {
        let request = add(
            transaction,
            request,
            RequestState::OpenForFinancing,
            &webinar,
        )
        .await?;
        sqlx::query("INSERT INTO ongoing (webinar, position, request) VALUES (?, ?, ?)")
            .bind(id)
            .bind(position)
            .bind(request.0)
            .execute(&mut **transaction)
            .await?;
    }
    Ok(Some(id))
}

async fn add(
    transaction: &mut WriteTransaction<'_>,
    new: &NewRequest,
    state: RequestState,
    webinar: &NewWebinar,
) -> Result<RequestId, StoreError> {
    let said_at = |date: &Option<Date>| date.map_or(now(), Date::midday_millis);
    let first = new.commitments.iter().map(|(_, date)| said_at(date)).min();
    // What a webinar shows is there by its day.
    let shown = webinar.date.parse().ok().map(Date::starts_at_millis);
    let known = [first, shown].into_iter().flatten().min();
    let signature = RecordSignature {
        at: known.unwrap_or(i64::MAX).min(now()),
        by: "import",
        why: "",
    };
    let (content, fictional) = (new.request.clone(), webinar.fictional);
    let mut request =
        OpenRequest::create(transaction, state, content, fictional, signature).await?;
    for (commitment, date) in &new.commitments {
        let origin = MoveOrigin::import(said_at(date));
        request
            .record_move(transaction, commitment.clone(), origin, None)
            .await?;
    }
    let last = new.commitments.iter().map(|(_, date)| said_at(date)).max();
    let id = request.id();
    request
        .settle_at(transaction, last.unwrap_or(now()))
        .await?;
    Ok(id)
}
