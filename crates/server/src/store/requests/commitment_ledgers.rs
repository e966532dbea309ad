//! What the vendor reads about commitments: where each municipality stands, and every move on record.

use barometer_choice::funding::funding_test;
use barometer_domain::financing::ledger::Ledger;
use barometer_domain::ids::RequestId;
use sqlx::SqliteConnection;

use super::super::{StoreError, StoreReader};
use super::documents::NOT_REHEARSED;
use super::open_request::SettledRequest;
use super::{moves, name_wishes};

impl StoreReader {
    /// A request's commitments with their history.
    pub async fn ledger(&self, request: RequestId) -> Result<Ledger, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let request = SettledRequest::load(&mut transaction, request).await?;
        ledger_of(&mut transaction, request).await
    }

    /// The commitments of every request that has any, or had; but those of rehearsals.
    pub async fn ledgers(&self) -> Result<Vec<Ledger>, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let requests: Vec<u32> = sqlx::query_scalar(sqlx::AssertSqlSafe(format!(
            "SELECT id FROM requests WHERE {NOT_REHEARSED}
             AND EXISTS (SELECT 1 FROM commitment_moves m WHERE m.request = requests.id)"
        )))
        .fetch_all(&mut *transaction)
        .await?;
        let mut ledgers = Vec::with_capacity(requests.len());
        for request in requests {
            let request = SettledRequest::load(&mut transaction, RequestId(request)).await?;
            ledgers.push(ledger_of(&mut transaction, request).await?);
        }
        Ok(ledgers)
    }
}

/// A request's commitments with their history.
pub(super) async fn ledger_of(
    connection: &mut SqliteConnection,
    request: SettledRequest,
) -> Result<Ledger, StoreError> {
    let SettledRequest {
        document,
        commitments,
    } = request;
    let moves = moves::load(connection, document.id).await?;
    let terms = &document.content.terms;
    let test = document
        .state
        .is_up_for_decision()
        .then(|| funding_test(terms, &commitments));
    let ledger = Ledger::of(document.id, document.state, terms, commitments, moves);
    Ok(Ledger {
        test: test.flatten(),
        name_wishes: name_wishes::load(connection, document.id).await?,
        ..ledger
    })
}
