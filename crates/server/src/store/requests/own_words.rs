//! What municipalities say themselves, with their personal links.

use barometer_domain::catalogue::RequestText;
use barometer_domain::financing::CommitmentState;
use barometer_domain::financing::admission::TakesNone;
use barometer_domain::financing::commitment::{Commitment, OwnWord};
use barometer_domain::ids::{MunicipalityCode, RequestId};

use super::super::write_transaction::{ShownWhen, WriteTransaction};
use super::super::{Store, StoreError, StoreReader};
use super::moves::MoveOrigin;
use super::open_request::{OpenRequest, SettledRequest};

/// A request as one municipality answers it.
#[derive(Debug)]
pub struct OwnStanding {
    /// The request as people read it now.
    pub text: RequestText,
    /// Where the municipality stands, if it has said anything.
    pub held: Option<Commitment>,
    /// Whether the request takes an intention now.
    pub takes_intention: Result<(), TakesNone>,
}

impl StoreReader {
    /// A request as this municipality answers it.
    pub async fn own_standing(
        &self,
        request: RequestId,
        municipality: MunicipalityCode,
    ) -> Result<OwnStanding, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let SettledRequest {
            document,
            commitments,
        } = SettledRequest::load(&mut transaction, request).await?;
        let circumstances = document.circumstances();
        let mut held = commitments.into_iter();
        Ok(OwnStanding {
            held: held.find(|held| held.municipality == municipality),
            takes_intention: circumstances.admit(CommitmentState::Indicated),
            text: RequestText::of(request, document.content),
        })
    }
}

impl Store {
    /// Writes down what a municipality says itself, if it may, and what the request makes of it.
    pub async fn record_own_word(
        &self,
        request: RequestId,
        municipality: MunicipalityCode,
        word: OwnWord,
    ) -> Result<(), StoreError> {
        self.writer
            .write(move |c| Box::pin(async move { record(c, request, municipality, &word).await }))
            .await
    }
}

async fn record(
    transaction: &mut WriteTransaction<'_>,
    request: RequestId,
    municipality: MunicipalityCode,
    word: &OwnWord,
) -> Result<(), StoreError> {
    let mut request = OpenRequest::load(transaction, request, ShownWhen::AtThePace).await?;
    let (held, circumstances) = (request.commitment_of(municipality), request.circumstances());
    for next in Commitment::after_own_word(held, municipality, word, circumstances)? {
        let origin = MoveOrigin::personal_link();
        request.record_move(transaction, next, origin, None).await?;
    }
    request.settle(transaction).await?;
    Ok(())
}
