//! Creates a webinar with its requests.

use barometer_domain::agenda::AgendaItem;
use barometer_domain::barometer::{Phase, Rules};
use barometer_domain::catalogue::Reality;
use barometer_domain::financing::{Commitment, Price, RequestState, Sharing};
use barometer_domain::ids::{RequestId, WebinarCode};
use barometer_domain::webinar::Scene;
use sqlx::SqliteConnection;

use super::course::word;
use super::{StoreError, financing, ledger, now};
use crate::secrets;

/// A webinar to be created.
#[derive(Clone, Debug)]
pub struct NewWebinar {
    /// Its code.
    pub code: WebinarCode,
    /// The presenter's secret, as in the link.
    pub secret: String,
    /// How real it is.
    pub reality: Reality,
    /// Its title.
    pub title: String,
    /// Its day, `YYYY-MM-DD`.
    pub date: String,
    /// When it begins, `HH:MM`.
    pub starts: String,
    /// When it ends, `HH:MM`.
    pub ends: String,
    /// Whether its requests are invented.
    pub fictional: bool,
    /// Its agenda.
    pub agenda: Vec<AgendaItem>,
    /// What locks at the opening.
    pub rules: Rules,
    /// The shortlist, in order.
    pub candidates: Vec<NewRequest>,
    /// Requests under way, in order.
    pub ongoing: Vec<NewRequest>,
}

/// A request to be created.
#[derive(Clone, Debug)]
pub struct NewRequest {
    /// The vendor's own reference.
    pub reference: String,
    /// One line.
    pub title: String,
    /// "Elevatortale".
    pub pitch: String,
    /// "Gevinst".
    pub benefit: String,
    /// May be empty.
    pub category: String,
    /// Rough or firm.
    pub price: Price,
    /// How it is divided.
    pub sharing: Sharing,
    /// What municipalities have said so far.
    pub commitments: Vec<Commitment>,
}

/// Writes it all; `None` when the code is taken.
pub(super) async fn create(
    connection: &mut SqliteConnection,
    webinar: NewWebinar,
) -> Result<Option<i64>, StoreError> {
    let id: Option<i64> = sqlx::query_scalar(
        "INSERT INTO webinars (code, title, date, starts, ends, reality, fictional, presenter_hash, agenda, scene, epoch)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (code) DO NOTHING RETURNING id",
    )
    .bind(webinar.code.as_str())
    .bind(&webinar.title)
    .bind(&webinar.date)
    .bind(&webinar.starts)
    .bind(&webinar.ends)
    .bind(word(&webinar.reality)?)
    .bind(webinar.fictional)
    .bind(&secrets::hash_token(&webinar.secret)[..])
    .bind(serde_json::to_string(&webinar.agenda)?)
    .bind(serde_json::to_string(&Scene { since: now(), ..Scene::default() })?)
    .bind(secrets::random_number())
    .fetch_optional(&mut *connection)
    .await?;
    let Some(id) = id else { return Ok(None) };
    sqlx::query(
        "INSERT INTO barometers (id, webinar, round, phase, rule, max_choices) VALUES (?, ?, ?, ?, ?, ?)",
    )
    .bind(&secrets::random::<16>()[..])
    .bind(id)
    .bind(secrets::random_number())
    .bind(word(&Phase::Draft)?)
    .bind(word(&webinar.rules.rule)?)
    .bind(webinar.rules.max_choices)
    .execute(&mut *connection)
    .await?;
    for (number, request) in (1_i64..).zip(&webinar.candidates) {
        let request = add(connection, request, RequestState::Candidate).await?;
        place(
            connection,
            "INSERT INTO shortlist (webinar, number, request) VALUES (?, ?, ?)",
            (id, number, request),
        )
        .await?;
    }
    for (position, request) in (1_i64..).zip(&webinar.ongoing) {
        let request = add(connection, request, RequestState::OpenForFinancing).await?;
        place(
            connection,
            "INSERT INTO ongoing (webinar, position, request) VALUES (?, ?, ?)",
            (id, position, request),
        )
        .await?;
    }
    Ok(Some(id))
}

async fn add(
    connection: &mut SqliteConnection,
    request: &NewRequest,
    state: RequestState,
) -> Result<RequestId, StoreError> {
    let id: u32 = sqlx::query_scalar(
        "INSERT INTO requests (reference, title, pitch, benefit, category, price, sharing, state)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
    )
    .bind(&request.reference)
    .bind(&request.title)
    .bind(&request.pitch)
    .bind(&request.benefit)
    .bind(&request.category)
    .bind(serde_json::to_string(&request.price)?)
    .bind(serde_json::to_string(&request.sharing)?)
    .bind(word(&state)?)
    .fetch_one(&mut *connection)
    .await?;
    for commitment in &request.commitments {
        let by = ("import", "import");
        financing::put(connection, RequestId(id), commitment, None, by).await?;
    }
    ledger::settle(connection, RequestId(id)).await?;
    Ok(RequestId(id))
}

async fn place(
    connection: &mut SqliteConnection,
    sql: &'static str,
    (webinar, position, request): (i64, i64, RequestId),
) -> Result<(), StoreError> {
    sqlx::query(sql)
        .bind(webinar)
        .bind(position)
        .bind(request.0)
        .execute(connection)
        .await?;
    Ok(())
}
