//! Two requests made one, with all that municipalities have said; and merges and rejections undone.

use barometer_domain::financing::RequestState;
use barometer_domain::financing::ledger::Undo;
use barometer_domain::financing::merging::{MergeDecision, merged};
use barometer_domain::financing::request::RequestFile;
use barometer_domain::ids::RequestId;
use barometer_domain::money::Money;
use barometer_domain::refusal::{Field, Refusal};

use super::super::write_transaction::{ShownWhen, WriteTransaction};
use super::super::{Store, StoreError};
use super::moves::{self, MoveOrigin};
use super::open_request::OpenRequest;
use super::request_files::request_file;
use super::versions::{self, RecordSignature};

impl Store {
    /// Undoes a merge or a rejection: the request stands where it stood, with all that municipalities had said.
    pub async fn undo_request_step(
        &self,
        request: RequestId,
        undo: Undo,
    ) -> Result<RequestFile, StoreError> {
        self.writer
            .write(move |transaction| {
                Box::pin(async move { undo_step(transaction, request, &undo).await })
            })
            .await
    }
}

/// Moves everything said to `request` to another one that stays. Whoever calls writes that it is merged.
pub(super) async fn merge(
    transaction: &mut WriteTransaction<'_>,
    request: &mut OpenRequest,
    into: Option<RequestId>,
    decided: &[MergeDecision],
    by: &str,
) -> Result<(), StoreError> {
    let into = into.filter(|&into| into != request.id());
    let mut into = OpenRequest::load(
        transaction,
        into.ok_or(Field::Into.wrong())?,
        ShownWhen::AtOnce,
    )
    .await?;
    if into.state().is_over() {
        return Err(Field::Into.wrong().into());
    }
    if !request.state().may_merge() {
        return Err(Refusal::MoveNotAllowed.into());
    }
    let moving = merged(request.commitments(), into.commitments(), decided)
        .map_err(|conflicts| Refusal::MergeConflicts { conflicts })?;
    let circumstances = into.circumstances();
    for next in moving {
        if next.amount > Money::ZERO {
            // A promise was made to a price and by a deadline: it moves only to where it could be made.
            circumstances.admit(next.state).map_err(Refusal::from)?;
        }
        let (origin, merged_from) = (MoveOrigin::vendor(by), Some(request.id()));
        into.record_move(transaction, next, origin, merged_from)
            .await?;
    }
    request.remove_commitments(transaction).await?;
    request
        .set_merged_into(transaction, Some(into.id()))
        .await?;
    into.settle(transaction).await?;
    Ok(())
}

async fn undo_step(
    transaction: &mut WriteTransaction<'_>,
    request: RequestId,
    undo: &Undo,
) -> Result<RequestFile, StoreError> {
    let (by, why) = undo.signed()?;
    let mut request = OpenRequest::load(transaction, request, ShownWhen::AtOnce).await?;
    let known = versions::load(transaction, request.id()).await?;
    let before = request.state().undone(&known)?;
    if request.state() == RequestState::Merged {
        unmerge(transaction, &mut request, (&by, &why)).await?;
    }
    let signature = RecordSignature::now(&by, &why);
    request.set_state(transaction, before, signature).await?;
    let request = request.settle(transaction).await?;
    request_file(transaction, request).await
}

/// Takes what moved along out of the request that stayed, and puts it back.
async fn unmerge(
    transaction: &mut WriteTransaction<'_>,
    request: &mut OpenRequest,
    (by, why): (&str, &str),
) -> Result<(), StoreError> {
    let into = request.merged_into().ok_or(Refusal::MoveNotAllowed)?;
    let mut into = OpenRequest::load(transaction, into, ShownWhen::AtOnce).await?;
    let is_settled = into.state().is_over() || into.state().is_ordered();
    if is_settled || moves::moved_on_since_merge(transaction, into.id(), request.id()).await? {
        return Err(Refusal::MergeMovedOn.into());
    }
    moves::mark_merge_undone(transaction, into.id(), request.id(), by, why).await?;
    request.set_merged_into(transaction, None).await?;
    into.rebuild_commitments(transaction).await?;
    request.rebuild_commitments(transaction).await?;
    into.settle(transaction).await?;
    Ok(())
}
