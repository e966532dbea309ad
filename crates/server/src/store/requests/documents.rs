//! `requests`: one document each, with how far it has come.

use barometer_domain::date::Date;
use barometer_domain::financing::commitment::Circumstances;
use barometer_domain::financing::{ChangeRequest, RequestState};
use barometer_domain::ids::RequestId;
use barometer_domain::refusal::{Field, Refusal};
use sqlx::SqliteConnection;

use super::super::columns::{EnumText, JsonText};
use super::super::{StoreError, now};

/// Requests of rehearsals are copies, and nobody's but theirs.
pub(in super::super) const NOT_REHEARSED: &str = "id NOT IN (
     SELECT request FROM shortlist JOIN webinars w ON w.id = webinar WHERE w.reality = 'rehearsal'
     UNION SELECT request FROM ongoing JOIN webinars w ON w.id = webinar WHERE w.reality = 'rehearsal')";

/// A request's row: what it says and how far it has come.
#[derive(Clone, Debug)]
pub(in super::super) struct RequestDocument {
    pub(in super::super) id: RequestId,
    pub(in super::super) state: RequestState,
    pub(in super::super) content: ChangeRequest,
    /// Whether it is invented, and shown only as long as there are no real ones.
    pub(in super::super) fictional: bool,
    /// The request that it became part of.
    pub(in super::super) merged_into: Option<RequestId>,
}

impl RequestDocument {
    /// What a move is decided on. What is invented has no deadline that passes: its days are invented too.
    pub(super) fn circumstances(&self) -> Circumstances {
        let (today, terms) = (Date::of_millis(now()), &self.content.terms);
        let state = self.state;
        Circumstances {
            today,
            price: terms.price.likely(),
            state,
            is_past_deadline: !self.fictional && terms.is_past_deadline(state, today),
        }
    }
}

#[derive(sqlx::FromRow)]
struct DocumentRow {
    id: u32,
    state: EnumText<RequestState>,
    content: JsonText<ChangeRequest>,
    fictional: bool,
    merged_into: Option<u32>,
}

impl DocumentRow {
    fn document(self) -> RequestDocument {
        RequestDocument {
            id: RequestId(self.id),
            state: self.state.0,
            content: self.content.0,
            fictional: self.fictional,
            merged_into: self.merged_into.map(RequestId),
        }
    }
}

/// One request; [`Refusal::UnknownRequest`] if there is none of this number.
pub(in super::super) async fn load(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<RequestDocument, StoreError> {
    let row: Option<DocumentRow> = sqlx::query_as(
        "SELECT id, state, content, fictional, merged_into FROM requests WHERE id = ?",
    )
    .bind(request.0)
    .fetch_optional(connection)
    .await?;
    Ok(row.ok_or(Refusal::UnknownRequest)?.document())
}

/// All requests but those of rehearsals, by reference.
pub(in super::super) async fn load_all(
    connection: &mut SqliteConnection,
) -> Result<Vec<RequestDocument>, StoreError> {
    let rows: Vec<DocumentRow> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT id, state, content, fictional, merged_into FROM requests WHERE {NOT_REHEARSED}
         ORDER BY content ->> 'reference', id"
    )))
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(DocumentRow::document).collect())
}

/// Whether it is a request of the vendor's own; a rehearsal's copy is none.
pub(in super::super) async fn is_own(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<bool, StoreError> {
    let found: Option<i64> = sqlx::query_scalar(sqlx::AssertSqlSafe(format!(
        "SELECT 1 FROM requests WHERE id = ? AND {NOT_REHEARSED}"
    )))
    .bind(request.0)
    .fetch_optional(connection)
    .await?;
    Ok(found.is_some())
}

/// Refuses a reference that another request than `but` has.
pub(super) async fn check_reference_is_free(
    connection: &mut SqliteConnection,
    reference: &str,
    but: Option<RequestId>,
) -> Result<(), StoreError> {
    let taken: Option<i64> = sqlx::query_scalar(sqlx::AssertSqlSafe(format!(
        "SELECT 1 FROM requests WHERE content ->> 'reference' = ? AND id <> ? AND {NOT_REHEARSED} LIMIT 1"
    )))
    .bind(reference)
    .bind(but.map_or(0, |id| id.0))
    .fetch_optional(connection)
    .await?;
    match taken {
        Some(_) => Err(Field::RequestReference.wrong().into()),
        None => Ok(()),
    }
}

/// Adds a row, and gives it its number.
pub(super) async fn insert(
    connection: &mut SqliteConnection,
    state: RequestState,
    content: &ChangeRequest,
    fictional: bool,
) -> Result<RequestId, StoreError> {
    let id: u32 = sqlx::query_scalar(
        "INSERT INTO requests (state, content, fictional) VALUES (?, ?, ?) RETURNING id",
    )
    .bind(EnumText(state))
    .bind(JsonText(content))
    .bind(fictional)
    .fetch_one(connection)
    .await?;
    Ok(RequestId(id))
}

/// Writes what a request says and how far it has come.
pub(super) async fn update(
    connection: &mut SqliteConnection,
    request: RequestId,
    state: RequestState,
    content: &ChangeRequest,
) -> Result<(), StoreError> {
    sqlx::query("UPDATE requests SET state = ?, content = ? WHERE id = ?")
        .bind(EnumText(state))
        .bind(JsonText(content))
        .bind(request.0)
        .execute(connection)
        .await?;
    Ok(())
}

/// Writes which request it became part of, or that it stands by itself again.
pub(super) async fn set_merged_into(
    connection: &mut SqliteConnection,
    request: RequestId,
    into: Option<RequestId>,
) -> Result<(), StoreError> {
    sqlx::query("UPDATE requests SET merged_into = ? WHERE id = ?")
        .bind(into.map(|into| into.0))
        .bind(request.0)
        .execute(connection)
        .await?;
    Ok(())
}

/// Deletes a request with all that hangs on it.
pub(in super::super) async fn delete(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM requests WHERE id = ?")
        .bind(request.0)
        .execute(connection)
        .await?;
    Ok(())
}

/// Whether there are requests, and all of them are invented.
pub(in super::super) async fn are_all_fictional(
    connection: &mut SqliteConnection,
) -> Result<bool, StoreError> {
    let least: Option<bool> = sqlx::query_scalar(sqlx::AssertSqlSafe(format!(
        "SELECT min(fictional) FROM requests WHERE {NOT_REHEARSED}"
    )))
    .fetch_one(connection)
    .await?;
    Ok(least == Some(true))
}

/// `letter` with the next number that no reference has, behind the highest that one has.
pub(in super::super) async fn free_reference(
    connection: &mut SqliteConnection,
    letter: &str,
) -> Result<String, StoreError> {
    let references: Vec<String> =
        sqlx::query_scalar("SELECT content ->> 'reference' FROM requests")
            .fetch_all(connection)
            .await?;
    let numbers = references
        .iter()
        .filter_map(|reference| reference.strip_prefix(letter)?.parse::<u32>().ok());
    let next = numbers.max().unwrap_or(0).saturating_add(1);
    Ok(format!("{letter}{next}"))
}
