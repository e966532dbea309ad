//! `request_versions`: everything a request ever said and was, with who changed it and why.

use std::collections::BTreeMap;

use barometer_domain::date::Date;
use barometer_domain::financing::request::Version;
use barometer_domain::financing::{ChangeRequest, RequestState};
use barometer_domain::ids::{Millis, RequestId};
use sqlx::SqliteConnection;

use super::super::columns::{EnumText, JsonText, by_request};
use super::super::{StoreError, now};

/// Who changed something, when and why.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct RecordSignature<'a> {
    pub(in super::super) at: Millis,
    pub(in super::super) by: &'a str,
    pub(in super::super) why: &'a str,
}

impl<'a> RecordSignature<'a> {
    /// What somebody decides at this moment, with their name and reason.
    pub(in super::super) fn now(by: &'a str, why: &'a str) -> Self {
        Self { at: now(), by, why }
    }
}

impl RecordSignature<'static> {
    /// A step that the program takes by itself; it gives no reason.
    pub(in super::super) fn by_program(at: Millis) -> Self {
        Self {
            at,
            by: "system",
            why: "",
        }
    }
}

#[derive(sqlx::FromRow)]
struct VersionRow {
    request: u32,
    at: Millis,
    by: String,
    why: String,
    state: EnumText<RequestState>,
    content: JsonText<ChangeRequest>,
}

impl VersionRow {
    fn version(self) -> Version {
        Version {
            at: self.at,
            by: self.by,
            why: self.why,
            state: self.state.0,
            request: self.content.0,
        }
    }
}

/// Adds the version that a request is from now on.
pub(super) async fn append(
    connection: &mut SqliteConnection,
    request: RequestId,
    state: RequestState,
    content: &ChangeRequest,
    signature: RecordSignature<'_>,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO request_versions (request, at, by, why, state, content) VALUES (?, ?, ?, ?, ?, ?)",
    )
    .bind(request.0)
    .bind(signature.at)
    .bind(signature.by)
    .bind(signature.why)
    .bind(EnumText(state))
    .bind(JsonText(content))
    .execute(connection)
    .await?;
    Ok(())
}

/// Everything a request ever was, the first version first.
pub(super) async fn load(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<Vec<Version>, StoreError> {
    let rows: Vec<VersionRow> =
        sqlx::query_as("SELECT * FROM request_versions WHERE request = ? ORDER BY id")
            .bind(request.0)
            .fetch_all(connection)
            .await?;
    Ok(rows.into_iter().map(VersionRow::version).collect())
}

/// Everything that all requests ever were, by request.
pub(super) async fn load_all(
    connection: &mut SqliteConnection,
) -> Result<BTreeMap<RequestId, Vec<Version>>, StoreError> {
    let rows: Vec<VersionRow> = sqlx::query_as("SELECT * FROM request_versions ORDER BY id")
        .fetch_all(connection)
        .await?;
    let rows = rows.into_iter();
    Ok(by_request(rows.map(|row| (row.request, row.version()))))
}

/// How far a request has come, step by step, each with its day; a state that it keeps is said once.
pub(in super::super) async fn steps(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<Vec<(Date, RequestState)>, StoreError> {
    let versions: Vec<(Millis, EnumText<RequestState>)> =
        sqlx::query_as("SELECT at, state FROM request_versions WHERE request = ? ORDER BY id")
            .bind(request.0)
            .fetch_all(connection)
            .await?;
    let steps = versions
        .into_iter()
        .map(|(at, state)| (Date::of_millis(at), state.0));
    let mut steps: Vec<(Date, RequestState)> = steps.collect();
    steps.dedup_by_key(|(_, state)| *state);
    Ok(steps)
}
