//! Writing down what municipalities say, and undoing it, on record.

use barometer_domain::financing::RequestState;
use barometer_domain::financing::commitment::{Commitment, Move};
use barometer_domain::financing::ledger::{Ledger, Said, Undo};
use barometer_domain::financing::settlement::Settlement;
use barometer_domain::ids::{MunicipalityCode, RequestId};
use barometer_domain::municipality;
use barometer_domain::refusal::Refusal;

use super::super::write_transaction::{ShownWhen, WriteTransaction};
use super::super::{Store, StoreError};
use super::commitment_ledgers::ledger_of;
use super::moves::MoveOrigin;
use super::open_request::OpenRequest;

impl Store {
    /// Writes down what a municipality said, if its state allows that, and what the request makes of it.
    pub async fn record_commitment(
        &self,
        request: RequestId,
        municipality: MunicipalityCode,
        said: Said,
    ) -> Result<Ledger, StoreError> {
        municipality::by_code(municipality).ok_or(Refusal::UnknownMunicipality)?;
        self.writer
            .write(move |transaction| {
                Box::pin(async move { record(transaction, request, municipality, &said).await })
            })
            .await
    }

    /// Undoes a municipality's last move, on record.
    pub async fn undo_commitment_move(
        &self,
        request: RequestId,
        municipality: MunicipalityCode,
        undo: Undo,
    ) -> Result<Ledger, StoreError> {
        self.writer
            .write(move |transaction| {
                Box::pin(async move { undo_last(transaction, request, municipality, &undo).await })
            })
            .await
    }
}

async fn record(
    transaction: &mut WriteTransaction<'_>,
    request: RequestId,
    municipality: MunicipalityCode,
    said: &Said,
) -> Result<Ledger, StoreError> {
    let by = said.by()?;
    let mut request = OpenRequest::load(transaction, request, ShownWhen::AtOnce).await?;
    let held = request.commitment_of(municipality);
    let mut next = Commitment::after(held, municipality, &said.said, request.circumstances())?;
    if matches!(said.said, Move::Invoice { .. }) {
        let settlement = Settlement::of(&request.content().terms, request.commitments());
        next.detail.invoiced = settlement.and_then(|settled| settled.share_of(municipality));
    }
    let origin = MoveOrigin::vendor(&by);
    request.record_move(transaction, next, origin, None).await?;
    let request = request.settle(transaction).await?;
    ledger_of(transaction, request).await
}

async fn undo_last(
    transaction: &mut WriteTransaction<'_>,
    request: RequestId,
    municipality: MunicipalityCode,
    undo: &Undo,
) -> Result<Ledger, StoreError> {
    let (by, why) = undo.signed()?;
    let mut request = OpenRequest::load(transaction, request, ShownWhen::AtOnce).await?;
    if request.state() == RequestState::Merged {
        return Err(Refusal::MoveNotAllowed.into());
    }
    let signed = (by.as_str(), why.as_str());
    request
        .undo_last_move(transaction, municipality, signed)
        .await?;
    let request = request.settle(transaction).await?;
    ledger_of(transaction, request).await
}
