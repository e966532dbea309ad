//! `commitment_moves`: every step of every commitment, and which of them were undone.

use std::collections::BTreeMap;

use barometer_domain::financing::commitment::Detail;
use barometer_domain::financing::ledger::{Moved, Undone};
use barometer_domain::financing::{Commitment, CommitmentState};
use barometer_domain::ids::{Millis, MunicipalityCode, RequestId};
use barometer_domain::money::Money;
use sqlx::SqliteConnection;

use super::super::columns::{EnumText, JsonText, ParsedText, by_request};
use super::super::{StoreError, now};

/// Where a move comes from.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct MoveOrigin<'a> {
    at: Millis,
    cause: MoveCause,
    by: &'a str,
}

/// What made a move: only a tap can be taken back by whoever tapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub(super) enum MoveCause {
    /// A participant's own word: a tap on a phone during the webinar, or what is written with a personal link.
    Participant,
    /// An employee of the vendor, who gives name and reason.
    Vendor,
    /// A file that says when.
    Import,
}

impl<'a> MoveOrigin<'a> {
    /// A participant's tap, just now.
    pub(in super::super) fn participant() -> Self {
        Self {
            at: now(),
            cause: MoveCause::Participant,
            by: "participant",
        }
    }

    /// A municipality's own word with its personal link, just now.
    pub(super) fn personal_link() -> Self {
        Self {
            by: "personal link",
            ..Self::participant()
        }
    }

    /// The vendor's employee, just now.
    pub(in super::super) fn vendor(by: &'a str) -> Self {
        Self {
            at: now(),
            cause: MoveCause::Vendor,
            by,
        }
    }

    /// A file that says when.
    pub(in super::super) fn import(at: Millis) -> Self {
        Self {
            at,
            cause: MoveCause::Import,
            by: "import",
        }
    }
}

/// A move with what only the store knows of it.
#[derive(Debug)]
pub(super) struct StoredMove {
    pub(super) id: i64,
    pub(super) cause: MoveCause,
    pub(super) moved: Moved,
}

#[derive(sqlx::FromRow)]
struct MoveRow {
    id: i64,
    request: u32,
    cause: MoveCause,
    at: Millis,
    municipality: ParsedText<MunicipalityCode>,
    from_state: Option<EnumText<CommitmentState>>,
    to_state: EnumText<CommitmentState>,
    amount: i64,
    detail: JsonText<Detail>,
    by: String,
    undone: Option<JsonText<Undone>>,
}

impl MoveRow {
    fn moved(self) -> Moved {
        Moved {
            at: self.at,
            municipality: self.municipality.0,
            from: self.from_state.map(|state| state.0),
            to: self.to_state.0,
            amount: Money::from_ore(self.amount),
            detail: self.detail.0,
            by: self.by,
            undone: self.undone.map(|undone| undone.0),
        }
    }
}

/// Adds a move to `next`; `merged_from` names the request that it was made to at first.
pub(super) async fn append(
    connection: &mut SqliteConnection,
    request: RequestId,
    from: Option<CommitmentState>,
    next: &Commitment,
    origin: MoveOrigin<'_>,
    merged_from: Option<RequestId>,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO commitment_moves
             (request, municipality, at, from_state, to_state, amount, detail, cause, by, merged_from)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(request.0)
    .bind(ParsedText(next.municipality))
    .bind(origin.at)
    .bind(from.map(EnumText))
    .bind(EnumText(next.state))
    .bind(next.amount.ore())
    .bind(JsonText(&next.detail))
    .bind(origin.cause)
    .bind(origin.by)
    .bind(merged_from.map(|from| from.0))
    .execute(connection)
    .await?;
    Ok(())
}

/// The last move of a municipality that stands, and the one before it.
pub(super) async fn last_two(
    connection: &mut SqliteConnection,
    request: RequestId,
    municipality: MunicipalityCode,
) -> Result<(Option<StoredMove>, Option<Moved>), StoreError> {
    let rows: Vec<MoveRow> = sqlx::query_as(
        "SELECT * FROM commitment_moves WHERE request = ? AND municipality = ? AND undone IS NULL
         ORDER BY id DESC LIMIT 2",
    )
    .bind(request.0)
    .bind(ParsedText(municipality))
    .fetch_all(connection)
    .await?;
    let mut rows = rows.into_iter();
    let last = rows.next().map(|row| StoredMove {
        id: row.id,
        cause: row.cause,
        moved: row.moved(),
    });
    Ok((last, rows.next().map(MoveRow::moved)))
}

/// Marks a move as undone just now.
pub(super) async fn mark_undone(
    connection: &mut SqliteConnection,
    id: i64,
    by: &str,
    why: &str,
) -> Result<(), StoreError> {
    sqlx::query("UPDATE commitment_moves SET undone = ? WHERE id = ?")
        .bind(JsonText(undone_now(by, why)))
        .bind(id)
        .execute(connection)
        .await?;
    Ok(())
}

/// Marks what a merge moved along as undone just now.
pub(super) async fn mark_merge_undone(
    connection: &mut SqliteConnection,
    request: RequestId,
    merged_from: RequestId,
    by: &str,
    why: &str,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE commitment_moves SET undone = ? WHERE request = ? AND merged_from = ? AND undone IS NULL",
    )
    .bind(JsonText(undone_now(by, why)))
    .bind(request.0)
    .bind(merged_from.0)
    .execute(connection)
    .await?;
    Ok(())
}

fn undone_now(by: &str, why: &str) -> Undone {
    Undone {
        at: now(),
        by: by.to_owned(),
        why: why.to_owned(),
    }
}

/// Whether a municipality that a merge brought here has moved on since.
pub(super) async fn moved_on_since_merge(
    connection: &mut SqliteConnection,
    request: RequestId,
    merged_from: RequestId,
) -> Result<bool, StoreError> {
    let later = sqlx::query(
        "SELECT 1 FROM commitment_moves m JOIN commitment_moves after
         ON after.request = m.request AND after.municipality = m.municipality AND after.id > m.id
         WHERE m.request = ? AND m.merged_from = ? AND m.undone IS NULL AND after.undone IS NULL LIMIT 1",
    )
    .bind(request.0)
    .bind(merged_from.0)
    .fetch_optional(connection)
    .await?;
    Ok(later.is_some())
}

/// Removes what participants' taps brought about, as if nobody had tapped.
pub(super) async fn delete_taps(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM commitment_moves WHERE cause = ? AND request = ?")
        .bind(MoveCause::Participant)
        .bind(request.0)
        .execute(connection)
        .await?;
    Ok(())
}

/// Every move of a request, as they were written down.
pub(super) async fn load(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<Vec<Moved>, StoreError> {
    let rows: Vec<MoveRow> =
        sqlx::query_as("SELECT * FROM commitment_moves WHERE request = ? ORDER BY id")
            .bind(request.0)
            .fetch_all(connection)
            .await?;
    Ok(rows.into_iter().map(MoveRow::moved).collect())
}

/// Every move of every request, as they were written down.
pub(super) async fn load_all(
    connection: &mut SqliteConnection,
) -> Result<BTreeMap<RequestId, Vec<Moved>>, StoreError> {
    let rows: Vec<MoveRow> = sqlx::query_as("SELECT * FROM commitment_moves ORDER BY id")
        .fetch_all(connection)
        .await?;
    let rows = rows.into_iter();
    Ok(by_request(rows.map(|row| (row.request, row.moved()))))
}

/// What was imported with its own dates may have been written down later than it was said.
pub(super) fn in_order_of_time(mut moves: Vec<Moved>) -> Vec<Moved> {
    moves.sort_by_key(|moved| moved.at);
    moves
}
