//! Two requests made one, with all that municipalities have said; and merges and rejections undone.

use barometer_domain::financing::RequestState;
use barometer_domain::financing::commitment::Commitment;
use barometer_domain::financing::ledger::Undo;
use barometer_domain::financing::merging::{MergeDecision, merged};
use barometer_domain::financing::request::RequestFile;
use barometer_domain::ids::RequestId;
use barometer_domain::refusal::{Field, Refusal};
use sqlx::SqliteConnection;

use super::financing::Origin;
use super::requests::{self, Signed};
use super::{Store, StoreError, financing, ledger, now};

impl Store {
    /// Undoes a merge or a rejection: the request stands where it stood, with all that municipalities had said.
    pub async fn undo_step(
        &self,
        request: RequestId,
        undo: Undo,
    ) -> Result<RequestFile, StoreError> {
        self.writer
            .write(move |connection| {
                Box::pin(async move {
                    take_back(connection, request, &undo).await?;
                    requests::file(connection, request).await
                })
            })
            .await
    }
}

/// Makes a request part of another that stays; everything said to it moves along.
pub(super) async fn merge(
    connection: &mut SqliteConnection,
    request: RequestId,
    into: Option<RequestId>,
    decided: &[MergeDecision],
    by: &str,
) -> Result<RequestState, StoreError> {
    let (state, _) = requests::standing(connection, request).await?;
    let into = into.filter(|&into| into != request);
    let into = into.ok_or(Field::Into.wrong())?;
    let (other, _) = requests::standing(connection, into).await?;
    if other.is_over() {
        return Err(Field::Into.wrong().into());
    }
    if !state.may_merge() {
        return Err(Refusal::MoveNotAllowed.into());
    }
    let goes = financing::of_request(connection, request).await?;
    let stays = financing::of_request(connection, into).await?;
    let moves = merged(&goes, &stays, decided)
        .map_err(|conflicts| Refusal::MergeConflicts { conflicts })?;
    let circumstances = ledger::circumstances(connection, into).await?;
    for said in &moves {
        if said.amount > barometer_domain::money::Money::ZERO {
            // A promise was made to a price and by a deadline: it moves only to where it could be made.
            circumstances.admit(said.state).map_err(Refusal::from)?;
        }
        write_down(connection, (request, into), said, &stays, by).await?;
    }
    sqlx::query("DELETE FROM commitments WHERE request = ?")
        .bind(request.0)
        .execute(&mut *connection)
        .await?;
    sqlx::query("UPDATE requests SET merged_into = ? WHERE id = ?")
        .bind(into.0)
        .bind(request.0)
        .execute(&mut *connection)
        .await?;
    ledger::settle(connection, into).await?;
    ledger::show_anew(connection, into).await?;
    Ok(RequestState::Merged)
}

async fn write_down(
    connection: &mut SqliteConnection,
    (request, into): (RequestId, RequestId),
    said: &Commitment,
    stays: &[Commitment],
    by: &str,
) -> Result<(), StoreError> {
    let mut before = stays.iter();
    let before = before.find(|held| held.municipality == said.municipality);
    let from = before.map(|held| held.state);
    financing::put(connection, into, said, from, Origin::vendor(by)).await?;
    sqlx::query("UPDATE commitment_moves SET merged_from = ? WHERE id = last_insert_rowid()")
        .bind(request.0)
        .execute(connection)
        .await?;
    Ok(())
}

async fn take_back(
    connection: &mut SqliteConnection,
    request: RequestId,
    undo: &Undo,
) -> Result<(), StoreError> {
    let (by, why) = undo.signed()?;
    let (state, content) = requests::standing(connection, request).await?;
    let versions = requests::versions_of(connection, request).await?;
    let before = state.undone(&versions)?;
    if state == RequestState::Merged {
        unmerge(connection, request, (&by, &why)).await?;
    }
    let signed = Signed {
        at: now(),
        by: &by,
        why: &why,
    };
    requests::write(connection, request, before, &content, signed).await?;
    ledger::settle(connection, request).await?;
    ledger::show_anew(connection, request).await
}

/// Takes what moved along out of the request that stayed, and puts it back.
async fn unmerge(
    connection: &mut SqliteConnection,
    request: RequestId,
    (by, why): (&str, &str),
) -> Result<(), StoreError> {
    let into: Option<u32> = sqlx::query_scalar("SELECT merged_into FROM requests WHERE id = ?")
        .bind(request.0)
        .fetch_one(&mut *connection)
        .await?;
    let into = RequestId(into.ok_or(Refusal::MoveNotAllowed)?);
    let (other, _) = requests::standing(connection, into).await?;
    let later = sqlx::query(
        "SELECT 1 FROM commitment_moves m JOIN commitment_moves after
         ON after.request = m.request AND after.municipality = m.municipality AND after.id > m.id
         WHERE m.request = ? AND m.merged_from = ? AND m.undone IS NULL AND after.undone IS NULL LIMIT 1",
    )
    .bind(into.0)
    .bind(request.0)
    .fetch_optional(&mut *connection)
    .await?;
    if other.is_over() || other.is_ordered() || later.is_some() {
        return Err(Refusal::MergeMovedOn.into());
    }
    sqlx::query(
        "UPDATE commitment_moves SET undone = ? WHERE request = ? AND merged_from = ? AND undone IS NULL",
    )
    .bind(ledger::undone(by, why)?)
    .bind(into.0)
    .bind(request.0)
    .execute(&mut *connection)
    .await?;
    sqlx::query("UPDATE requests SET merged_into = NULL WHERE id = ?")
        .bind(request.0)
        .execute(&mut *connection)
        .await?;
    for one in [into, request] {
        financing::rebuild(connection, one).await?;
    }
    ledger::settle(connection, into).await?;
    ledger::show_anew(connection, into).await
}
