//! Commitments: sums for the views, and how they are written with their moves.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use barometer_domain::financing::settlement::Settlement;
use barometer_domain::financing::{
    ChangeRequest, Commitment, CommitmentState, PublicSums, RequestState,
};
use barometer_domain::ids::{Millis, MunicipalityCode, RequestId};
use barometer_domain::money::Money;
use barometer_domain::wire::OwnPayment;
use sqlx::{Row, SqliteConnection};

use super::course::{parse, word};
use super::{StoreError, ledger, now, portfolio, requests};

/// The commitments of a webinar's requests, in sums as everyone may see them.
pub(super) async fn sums(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<BTreeMap<RequestId, PublicSums>, StoreError> {
    let rows = sqlx::query(
        "SELECT c.*, r.content FROM commitments c JOIN requests r ON r.id = c.request WHERE request IN (
             SELECT request FROM shortlist WHERE webinar = ?1
             UNION SELECT request FROM ongoing WHERE webinar = ?1)",
    )
    .bind(webinar)
    .fetch_all(connection)
    .await?;
    let mut commitments: BTreeMap<RequestId, (Money, Vec<Commitment>)> = BTreeMap::new();
    for row in &rows {
        let request = RequestId(row.try_get("request")?);
        let of_request = match commitments.entry(request) {
            Entry::Occupied(there) => there.into_mut(),
            Entry::Vacant(new) => {
                let content: ChangeRequest = serde_json::from_str(row.try_get("content")?)?;
                new.insert((content.terms.price.likely(), Vec::new()))
            }
        };
        of_request.1.push(commitment(row)?);
    }
    Ok(commitments
        .into_iter()
        .map(|(request, (price, all))| (request, PublicSums::of(&all, price)))
        .collect())
}

/// How far each of a webinar's requests has come.
pub(super) async fn states(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<BTreeMap<RequestId, RequestState>, StoreError> {
    let rows = sqlx::query(
        "SELECT id, state FROM requests WHERE id IN (
             SELECT request FROM shortlist WHERE webinar = ?1
             UNION SELECT request FROM ongoing WHERE webinar = ?1)",
    )
    .bind(webinar)
    .fetch_all(connection)
    .await?;
    let state = |row: &sqlx::sqlite::SqliteRow| {
        let state = parse(row.try_get("state")?)?;
        Ok((RequestId(row.try_get("id")?), state))
    };
    rows.iter().map(state).collect()
}

/// Lets every request be gathering or fully funded, as its commitments say.
pub(super) async fn settle_all(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let requests: Vec<u32> = sqlx::query_scalar("SELECT id FROM requests")
        .fetch_all(&mut *connection)
        .await?;
    for request in requests {
        ledger::settle(connection, RequestId(request)).await?;
    }
    Ok(())
}

/// A request's commitments.
pub(super) async fn of_request(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<Vec<Commitment>, StoreError> {
    let rows = sqlx::query("SELECT * FROM commitments WHERE request = ?")
        .bind(request.0)
        .fetch_all(connection)
        .await?;
    rows.iter().map(commitment).collect()
}

fn commitment(row: &sqlx::sqlite::SqliteRow) -> Result<Commitment, StoreError> {
    let code = row.try_get::<&str, _>("municipality")?.parse();
    Ok(Commitment {
        municipality: code.map_err(|_| StoreError::Row("municipality code"))?,
        state: parse::<CommitmentState>(row.try_get("state")?)?,
        amount: Money::from_ore(row.try_get("amount")?),
        detail: serde_json::from_str(row.try_get("detail")?)?,
    })
}

/// The requests of this webinar that a municipality has promised to pay for, and what it pays of those that are covered.
pub(super) async fn payments(
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
    .bind(municipality.to_string())
    .fetch_all(&mut *connection)
    .await?;
    let promised: Vec<RequestId> = promised.into_iter().map(RequestId).collect();
    let mut payments = Vec::new();
    for &request in &promised {
        let (_, content) = requests::standing(connection, request).await?;
        let commitments = of_request(connection, request).await?;
        let settlement = Settlement::of(&content.terms, &commitments);
        let share = settlement.and_then(|settled| settled.share_of(municipality));
        payments.extend(share.map(|share| OwnPayment { request, share }));
    }
    Ok((promised, payments))
}

/// Where a move comes from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Origin<'a> {
    at: Millis,
    cause: &'static str,
    by: &'a str,
}

impl<'a> Origin<'a> {
    /// A participant's tap.
    pub(super) fn participant() -> Self {
        Self {
            at: now(),
            cause: "participant",
            by: "participant",
        }
    }

    /// The vendor's employee.
    pub(super) fn vendor(by: &'a str) -> Self {
        Self {
            at: now(),
            cause: "vendor",
            by,
        }
    }

    /// A file that says when.
    pub(super) fn import(at: Millis) -> Self {
        Self {
            at,
            cause: "import",
            by: "import",
        }
    }
}

/// Writes a commitment and its move.
pub(super) async fn put(
    connection: &mut SqliteConnection,
    request: RequestId,
    commitment: &Commitment,
    from: Option<CommitmentState>,
    origin: Origin<'_>,
) -> Result<(), StoreError> {
    set(connection, request, commitment).await?;
    sqlx::query(
        "INSERT INTO commitment_moves (request, municipality, at, from_state, to_state, amount, detail, cause, by)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(request.0)
    .bind(commitment.municipality.to_string())
    .bind(origin.at)
    .bind(from.as_ref().map(word).transpose()?)
    .bind(word(&commitment.state)?)
    .bind(commitment.amount.ore())
    .bind(serde_json::to_string(&commitment.detail)?)
    .bind(origin.cause)
    .bind(origin.by)
    .execute(&mut *connection)
    .await?;
    portfolio::touch(connection).await
}

/// Puts back what a municipality had said before; nothing, if that was its first word.
pub(super) async fn restore(
    connection: &mut SqliteConnection,
    request: RequestId,
    municipality: MunicipalityCode,
    before: Option<&Commitment>,
) -> Result<(), StoreError> {
    if let Some(before) = before {
        return set(connection, request, before).await;
    }
    sqlx::query("DELETE FROM commitments WHERE request = ? AND municipality = ?")
        .bind(request.0)
        .bind(municipality.to_string())
        .execute(connection)
        .await?;
    Ok(())
}

async fn set(
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
    .bind(commitment.municipality.to_string())
    .bind(word(&commitment.state)?)
    .bind(commitment.amount.ore())
    .bind(serde_json::to_string(&commitment.detail)?)
    .execute(connection)
    .await?;
    Ok(())
}

/// Makes a request's commitments what its moves say that are not undone.
pub(super) async fn rebuild(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<(), StoreError> {
    let moves = ledger::moves_of(connection, request).await?;
    sqlx::query("DELETE FROM commitments WHERE request = ?")
        .bind(request.0)
        .execute(&mut *connection)
        .await?;
    for said in moves.iter().filter(|said| said.undone.is_none()) {
        set(connection, request, &said.commitment()).await?;
    }
    Ok(())
}
