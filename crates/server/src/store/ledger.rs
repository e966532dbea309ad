//! One request's commitments for the vendor: what each municipality has said, and every move on record.

use barometer_domain::date::Date;
use barometer_domain::financing::commitment::{Circumstances, Commitment};
use barometer_domain::financing::ledger::{Ledger, Moved, Said};
use barometer_domain::financing::{RequestState, Sums, Terms};
use barometer_domain::ids::{MunicipalityCode, RequestId};
use barometer_domain::money::Money;
use barometer_domain::municipality;
use barometer_domain::refusal::Refusal;
use sqlx::{Row, SqliteConnection};

use super::course::{parse, word};
use super::{Store, StoreError, financing, now};

impl Store {
    /// A request's commitments with their history.
    pub async fn ledger(&self, request: RequestId) -> Result<Ledger, StoreError> {
        load(&mut *self.readers.begin().await?, request).await
    }

    /// Writes down what a municipality said, if its state allows that, and what the request makes of it.
    pub async fn say(
        &self,
        request: RequestId,
        municipality: MunicipalityCode,
        said: Said,
    ) -> Result<Ledger, StoreError> {
        municipality::by_code(municipality).ok_or(Refusal::UnknownMunicipality)?;
        self.writer
            .write(move |connection| {
                Box::pin(async move {
                    write(connection, request, municipality, &said).await?;
                    load(connection, request).await
                })
            })
            .await
    }
}

async fn write(
    connection: &mut SqliteConnection,
    request: RequestId,
    municipality: MunicipalityCode,
    said: &Said,
) -> Result<(), StoreError> {
    let by = said.by()?;
    let (state, terms) = standing(connection, request).await?;
    let all = financing::of_request(connection, request).await?;
    let held = all.iter().find(|held| held.municipality == municipality);
    let circumstances = Circumstances {
        today: Date::of_millis(now()),
        price: terms.price.likely(),
        is_ordered: state.is_ordered(),
    };
    let next = Commitment::after(held, municipality, &said.said, circumstances)?;
    let from = held.map(|held| held.state);
    financing::put(connection, request, &next, from, ("vendor", &by)).await?;
    settle(connection, request).await?;
    sqlx::query(
        "UPDATE webinars SET seq = seq + 1 WHERE id IN (
             SELECT webinar FROM shortlist WHERE request = ?1
             UNION SELECT webinar FROM ongoing WHERE request = ?1)",
    )
    .bind(request.0)
    .execute(connection)
    .await?;
    Ok(())
}

/// Lets a request be gathering or fully funded by itself, as its commitments say.
pub(super) async fn settle(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<(), StoreError> {
    let (state, terms) = standing(connection, request).await?;
    let sums = Sums::of(&financing::of_request(connection, request).await?);
    set_state(connection, request, state.settled(&terms, &sums)).await
}

/// Takes requests one step of the webinar's own further.
pub(super) async fn take_on(
    connection: &mut SqliteConnection,
    requests: &[RequestId],
    step: fn(RequestState) -> RequestState,
) -> Result<(), StoreError> {
    for &request in requests {
        let (state, _) = standing(connection, request).await?;
        set_state(connection, request, step(state)).await?;
    }
    Ok(())
}

async fn set_state(
    connection: &mut SqliteConnection,
    request: RequestId,
    state: RequestState,
) -> Result<(), StoreError> {
    sqlx::query("UPDATE requests SET state = ? WHERE id = ?")
        .bind(word(&state)?)
        .bind(request.0)
        .execute(connection)
        .await?;
    Ok(())
}

async fn standing(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<(RequestState, Terms), StoreError> {
    let row = sqlx::query("SELECT state, price, sharing FROM requests WHERE id = ?")
        .bind(request.0)
        .fetch_optional(connection)
        .await?
        .ok_or(Refusal::UnknownRequest)?;
    let terms = Terms {
        price: serde_json::from_str(row.try_get("price")?)?,
        sharing: serde_json::from_str(row.try_get("sharing")?)?,
        ..Terms::default()
    };
    Ok((parse(row.try_get("state")?)?, terms))
}

async fn load(connection: &mut SqliteConnection, request: RequestId) -> Result<Ledger, StoreError> {
    let (state, terms) = standing(connection, request).await?;
    let commitments = financing::of_request(connection, request).await?;
    let rows = sqlx::query("SELECT * FROM commitment_moves WHERE request = ? ORDER BY id")
        .bind(request.0)
        .fetch_all(connection)
        .await?;
    let moves = rows.iter().map(moved).collect::<Result<_, _>>()?;
    Ok(Ledger::of(request, state, &terms, commitments, moves))
}

fn moved(row: &sqlx::sqlite::SqliteRow) -> Result<Moved, StoreError> {
    let municipality = row.try_get::<&str, _>("municipality")?.parse();
    let from: Option<&str> = row.try_get("from_state")?;
    Ok(Moved {
        at: row.try_get("at")?,
        municipality: municipality.map_err(|_| StoreError::Row("municipality code"))?,
        from: from.map(parse).transpose()?,
        to: parse(row.try_get("to_state")?)?,
        amount: Money::from_ore(row.try_get("amount")?),
        detail: serde_json::from_str(row.try_get("detail")?)?,
        by: row.try_get("by")?,
    })
}
