//! Requests and commitments. Each table has one module, a change goes through one [`OpenRequest`], and each module
//! uses only those above it in this list; `cargo xtask test` holds them to it:
//!
//! 1. `documents`: what each request says, and how far it has come
//! 2. `versions`: everything a request ever said and was
//! 3. `deliveries`: what delivered requests came to
//! 4. `commitments`: where each municipality stands
//! 5. `moves`: every step of every commitment
//! 6. `name_wishes`: what participants wish for their municipalities' names
//! 7. `open_request`: one request within a transaction: read once, changed, and settled once
//! 8. `commitment_ledgers`: what the vendor reads about commitments
//! 9. `request_files`: what the vendor reads about requests
//! 10. `portfolio`: the living page
//! 11. `recording`: what municipalities say, written down and undone
//! 12. `own_words`: what municipalities say themselves, with their personal links
//! 13. `merging`: two requests made one, and parted again
//! 14. `editing`: the vendor's own steps with requests
//! 15. `importing`: requests from a table

mod commitment_ledgers;
pub(super) mod commitments;
mod deliveries;
pub(super) mod documents;
mod editing;
mod importing;
mod merging;
mod moves;
mod name_wishes;
mod open_request;
mod own_words;
pub(super) mod portfolio;
mod recording;
mod request_files;
pub(super) mod versions;

pub use importing::TableFile;
pub(super) use moves::MoveOrigin;
pub(super) use open_request::OpenRequest;
pub use own_words::OwnStanding;
pub(super) use versions::RecordSignature;

use barometer_domain::financing::RequestState;
use barometer_domain::ids::RequestId;

use super::write_transaction::{ShownWhen, WriteTransaction};
use super::{StoreError, now};

/// Lets every request be gathering or fully funded, as its commitments say.
pub(super) async fn settle_all(transaction: &mut WriteTransaction<'_>) -> Result<(), StoreError> {
    let requests: Vec<u32> = sqlx::query_scalar("SELECT id FROM requests")
        .fetch_all(&mut **transaction)
        .await?;
    for request in requests {
        let request = RequestId(request);
        let request = OpenRequest::load(transaction, request, ShownWhen::AtOnce).await?;
        request.settle(transaction).await?;
    }
    Ok(())
}

/// Takes requests one step of the webinar's own further.
pub(super) async fn set_states(
    transaction: &mut WriteTransaction<'_>,
    requests: &[RequestId],
    step: fn(RequestState) -> RequestState,
) -> Result<(), StoreError> {
    for &request in requests {
        let mut request = OpenRequest::load(transaction, request, ShownWhen::AtOnce).await?;
        let (next, signature) = (step(request.state()), RecordSignature::by_program(now()));
        request.set_state(transaction, next, signature).await?;
    }
    Ok(())
}
