//! `commitments`: where each municipality stands with a request, and what a webinar shows of that.

use std::collections::BTreeMap;

use barometer_domain::financing::commitment::Detail;
use barometer_domain::financing::settlement::Settlement;
use barometer_domain::financing::{
    ChangeRequest, Commitment, CommitmentState, PublicSums, RequestState,
};
use barometer_domain::ids::{MunicipalityCode, RequestId};
use barometer_domain::money::Money;
use barometer_domain::wire::OwnPayment;
use sqlx::SqliteConnection;

use super::super::StoreError;
use super::super::columns::{EnumText, JsonText, ParsedText, by_request};
use super::documents;

#[derive(sqlx::FromRow)]
struct CommitmentRow {
    request: u32,
    municipality: ParsedText<MunicipalityCode>,
    state: EnumText<CommitmentState>,
    amount: i64,
    detail: JsonText<Detail>,
}

impl CommitmentRow {
    fn commitment(self) -> Commitment {
        Commitment {
            municipality: self.municipality.0,
            state: self.state.0,
            amount: Money::from_ore(self.amount),
            detail: self.detail.0,
        }
    }
}

/// A request's commitments, by municipality.
pub(in super::super) async fn load(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<Vec<Commitment>, StoreError> {
    let rows: Vec<CommitmentRow> =
        sqlx::query_as("SELECT * FROM commitments WHERE request = ? ORDER BY municipality")
            .bind(request.0)
            .fetch_all(connection)
            .await?;
    Ok(rows.into_iter().map(CommitmentRow::commitment).collect())
}

/// Writes where a municipality stands.
pub(super) async fn upsert(
    connection: &mut SqliteConnection,
    request: RequestId,
    commitment: &Commitment,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO commitments (request, municipality, state, amount, detail) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (request, municipality) DO UPDATE
         SET state = excluded.state, amount = excluded.amount, detail = excluded.detail",
    )
    .bind(request.0)
    .bind(ParsedText(commitment.municipality))
    .bind(EnumText(commitment.state))
    .bind(commitment.amount.ore())
    .bind(JsonText(&commitment.detail))
    .execute(connection)
    .await?;
    Ok(())
}

/// Removes a municipality that has said nothing after all.
pub(super) async fn delete(
    connection: &mut SqliteConnection,
    request: RequestId,
    municipality: MunicipalityCode,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM commitments WHERE request = ? AND municipality = ?")
        .bind(request.0)
        .bind(ParsedText(municipality))
        .execute(connection)
        .await?;
    Ok(())
}

/// Removes all commitments of a request.
pub(super) async fn delete_all(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM commitments WHERE request = ?")
        .bind(request.0)
        .execute(connection)
        .await?;
    Ok(())
}

/// The commitments of a webinar's requests, in sums as everyone may see them.
pub(in super::super) async fn public_sums_for_webinar(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<BTreeMap<RequestId, PublicSums>, StoreError> {
    let rows: Vec<CommitmentRow> = sqlx::query_as(
        "SELECT * FROM commitments WHERE request IN (
             SELECT request FROM shortlist WHERE webinar = ?1
             UNION SELECT request FROM ongoing WHERE webinar = ?1)",
    )
    .bind(webinar)
    .fetch_all(&mut *connection)
    .await?;
    let contents: Vec<(u32, JsonText<ChangeRequest>)> = sqlx::query_as(
        "SELECT id, content FROM requests WHERE id IN (
             SELECT request FROM shortlist WHERE webinar = ?1
             UNION SELECT request FROM ongoing WHERE webinar = ?1)",
    )
    .bind(webinar)
    .fetch_all(connection)
    .await?;
    let rows = rows.into_iter();
    let commitments = by_request(rows.map(|row| (row.request, row.commitment())));
    let sums = contents.into_iter().filter_map(|(id, content)| {
        let known = commitments.get(&RequestId(id))?;
        let price = content.0.terms.price.likely();
        Some((RequestId(id), PublicSums::of(known, price)))
    });
    Ok(sums.collect())
}

/// How far each of a webinar's requests has come.
pub(in super::super) async fn states_for_webinar(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<BTreeMap<RequestId, RequestState>, StoreError> {
    let rows: Vec<(u32, EnumText<RequestState>)> = sqlx::query_as(
        "SELECT id, state FROM requests WHERE id IN (
             SELECT request FROM shortlist WHERE webinar = ?1
             UNION SELECT request FROM ongoing WHERE webinar = ?1)",
    )
    .bind(webinar)
    .fetch_all(connection)
    .await?;
    let rows = rows.into_iter();
    Ok(rows.map(|(id, state)| (RequestId(id), state.0)).collect())
}

/// The requests of a webinar that a municipality has promised to pay for, and what it pays of those that are covered.
pub(in super::super) async fn payments_of_municipality(
    connection: &mut SqliteConnection,
    webinar: i64,
    municipality: MunicipalityCode,
) -> Result<(Vec<RequestId>, Vec<OwnPayment>), StoreError> {
    let promised: Vec<u32> = sqlx::query_scalar(
        "SELECT request FROM commitments WHERE municipality = ?2
         AND state IN ('Committed', 'Invoiced', 'Paid') AND request IN (
             SELECT request FROM shortlist WHERE webinar = ?1
             UNION SELECT request FROM ongoing WHERE webinar = ?1)
         ORDER BY request",
    )
    .bind(webinar)
    .bind(ParsedText(municipality))
    .fetch_all(&mut *connection)
    .await?;
    let promised: Vec<RequestId> = promised.into_iter().map(RequestId).collect();
    let mut payments = Vec::new();
    for &request in &promised {
        let document = documents::load(connection, request).await?;
        let commitments = load(connection, request).await?;
        let settlement = Settlement::of(&document.content.terms, &commitments);
        let share = settlement.and_then(|settled| settled.share_of(municipality));
        payments.extend(share.map(|share| OwnPayment { request, share }));
    }
    Ok((promised, payments))
}
