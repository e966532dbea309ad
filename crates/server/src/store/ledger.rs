//! One request's commitments for the vendor: what each municipality has said, and every move on record.

use std::collections::BTreeMap;

use barometer_domain::date::Date;
use barometer_domain::financing::commitment::{Circumstances, Commitment, Move};
use barometer_domain::financing::ledger::{Ledger, Moved, Said, Undo, Undone};
use barometer_domain::financing::settlement::Settlement;
use barometer_domain::financing::{CommitmentState, RequestState, Sums};
use barometer_domain::ids::{Millis, MunicipalityCode, RequestId};
use barometer_domain::money::Money;
use barometer_domain::municipality;
use barometer_domain::refusal::Refusal;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

use super::course::parse;
use super::financing::Origin;
use super::requests::{NOT_REHEARSED, by_itself};
use super::{Store, StoreError, financing, interests, now, portfolio, requests};

impl Store {
    /// A request's commitments with their history.
    pub async fn ledger(&self, request: RequestId) -> Result<Ledger, StoreError> {
        load(&mut *self.readers.begin().await?, request).await
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
            ledgers.push(load(&mut transaction, RequestId(request)).await?);
        }
        Ok(ledgers)
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

    /// Undoes a municipality's last move, on record.
    pub async fn undo(
        &self,
        request: RequestId,
        municipality: MunicipalityCode,
        undo: Undo,
    ) -> Result<Ledger, StoreError> {
        self.writer
            .write(move |connection| {
                Box::pin(async move {
                    take_back(connection, request, municipality, &undo).await?;
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
    let all = financing::of_request(connection, request).await?;
    let held = all.iter().find(|held| held.municipality == municipality);
    let circumstances = circumstances(connection, request).await?;
    let mut next = Commitment::after(held, municipality, &said.said, circumstances)?;
    if matches!(said.said, Move::Invoice { .. }) {
        let (_, content) = requests::standing(connection, request).await?;
        let settlement = Settlement::of(&content.terms, &all);
        next.detail.invoiced = settlement.and_then(|settled| settled.share_of(municipality));
    }
    let from = held.map(|held| held.state);
    let origin = Origin::vendor(&by);
    financing::put(connection, request, &next, from, origin).await?;
    settle(connection, request).await?;
    show_anew(connection, request).await
}

/// What a move to this request is decided on. What is invented has no deadline that passes: its days are invented too.
pub(super) async fn circumstances(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<Circumstances, StoreError> {
    let (state, content) = requests::standing(connection, request).await?;
    let is_invented: bool = sqlx::query_scalar("SELECT fictional FROM requests WHERE id = ?")
        .bind(request.0)
        .fetch_one(connection)
        .await?;
    let (today, terms) = (Date::of_millis(now()), &content.terms);
    Ok(Circumstances {
        today,
        price: terms.price.likely(),
        state,
        is_past_deadline: !is_invented && terms.is_past_deadline(state, today),
    })
}

/// That a move was undone just now, as it is stored.
pub(super) fn undone(by: &str, why: &str) -> Result<String, StoreError> {
    let undone = Undone {
        at: now(),
        by: by.to_owned(),
        why: why.to_owned(),
    };
    Ok(serde_json::to_string(&undone)?)
}

async fn take_back(
    connection: &mut SqliteConnection,
    request: RequestId,
    municipality: MunicipalityCode,
    undo: &Undo,
) -> Result<(), StoreError> {
    let (by, why) = undo.signed()?;
    let (state, _) = requests::standing(connection, request).await?;
    if state == RequestState::Merged {
        return Err(Refusal::MoveNotAllowed.into());
    }
    let rows = sqlx::query(
        "SELECT * FROM commitment_moves WHERE request = ? AND municipality = ? AND undone IS NULL
         ORDER BY id DESC LIMIT 2",
    )
    .bind(request.0)
    .bind(municipality.to_string())
    .fetch_all(&mut *connection)
    .await?;
    let last = rows.first().ok_or(Refusal::NotPossibleNow)?;
    let before = rows.get(1).map(moved).transpose()?;
    let promise = moved(last)?;
    let is_promise = promise.to == CommitmentState::Committed;
    // Nothing that somebody has ordered upon is taken back, nor is it made smaller by what stood before it.
    let stays_promise = before
        .as_ref()
        .is_some_and(|before| before.to.counts_as_funded() && before.amount >= promise.amount);
    if state.is_ordered() && is_promise && !stays_promise {
        return Err(Refusal::MoveNotAllowed.into());
    }
    sqlx::query("UPDATE commitment_moves SET undone = ? WHERE id = ?")
        .bind(undone(&by, &why)?)
        .bind(last.try_get::<i64, _>("id")?)
        .execute(&mut *connection)
        .await?;
    let before = before.map(|before| before.commitment());
    financing::restore(connection, request, municipality, before.as_ref()).await?;
    settle(connection, request).await?;
    show_anew(connection, request).await
}

/// Undoes a municipality's interest from a participant's tap, if that is the last thing on record.
pub(super) async fn take_back_tap(
    connection: &mut SqliteConnection,
    request: RequestId,
    municipality: MunicipalityCode,
) -> Result<(), StoreError> {
    let rows = sqlx::query(
        "SELECT * FROM commitment_moves WHERE request = ? AND municipality = ? AND undone IS NULL
         ORDER BY id DESC LIMIT 2",
    )
    .bind(request.0)
    .bind(municipality.to_string())
    .fetch_all(&mut *connection)
    .await?;
    let Some(last) = rows.first() else {
        return Ok(());
    };
    let is_tap = last.try_get::<&str, _>("cause")? == "participant";
    if !is_tap || moved(last)?.to != CommitmentState::Interested {
        return Ok(());
    }
    let undone = Undone {
        at: now(),
        by: "participant".into(),
        why: String::new(),
    };
    sqlx::query("UPDATE commitment_moves SET undone = ? WHERE id = ?")
        .bind(serde_json::to_string(&undone)?)
        .bind(last.try_get::<i64, _>("id")?)
        .execute(&mut *connection)
        .await?;
    let before = rows.get(1).map(moved).transpose()?;
    let before = before.map(|before| before.commitment());
    financing::restore(connection, request, municipality, before.as_ref()).await?;
    settle(connection, request).await?;
    show_anew(connection, request).await
}

/// Every webinar that shows the request, and the living page, look again.
pub(super) async fn show_anew(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE webinars SET seq = seq + 1 WHERE id IN (
             SELECT webinar FROM shortlist WHERE request = ?1
             UNION SELECT webinar FROM ongoing WHERE request = ?1)",
    )
    .bind(request.0)
    .execute(&mut *connection)
    .await?;
    portfolio::touch(connection).await
}

/// Lets a request be gathering or fully funded by itself, as its commitments say.
pub(super) async fn settle(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<(), StoreError> {
    settle_at(connection, request, now()).await
}

/// The same, from an earlier moment on.
pub(super) async fn settle_at(
    connection: &mut SqliteConnection,
    request: RequestId,
    at: Millis,
) -> Result<(), StoreError> {
    let (state, content) = requests::standing(connection, request).await?;
    let sums = Sums::of(&financing::of_request(connection, request).await?);
    let settled = state.settled(&content.terms, &sums);
    requests::write(connection, request, settled, &content, by_itself(at)).await
}

/// Takes requests one step of the webinar's own further.
pub(super) async fn take_on(
    connection: &mut SqliteConnection,
    requests: &[RequestId],
    step: fn(RequestState) -> RequestState,
) -> Result<(), StoreError> {
    for &request in requests {
        let (state, content) = requests::standing(connection, request).await?;
        requests::write(connection, request, step(state), &content, by_itself(now())).await?;
    }
    Ok(())
}

async fn load(connection: &mut SqliteConnection, request: RequestId) -> Result<Ledger, StoreError> {
    let (state, content) = requests::standing(connection, request).await?;
    let commitments = financing::of_request(connection, request).await?;
    let moves = moves_of(connection, request).await?;
    let ledger = Ledger::of(request, state, &content.terms, commitments, moves);
    Ok(Ledger {
        name_wishes: interests::name_wishes(connection, request).await?,
        ..ledger
    })
}

/// Every move of a request, as they were written down.
pub(super) async fn moves_of(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<Vec<Moved>, StoreError> {
    let rows = sqlx::query("SELECT * FROM commitment_moves WHERE request = ? ORDER BY id")
        .bind(request.0)
        .fetch_all(connection)
        .await?;
    rows.iter().map(moved).collect()
}

/// Every move of every request, as they were written down.
pub(super) async fn moves(
    connection: &mut SqliteConnection,
) -> Result<BTreeMap<RequestId, Vec<Moved>>, StoreError> {
    let rows = sqlx::query("SELECT * FROM commitment_moves ORDER BY id")
        .fetch_all(connection)
        .await?;
    let mut moves: BTreeMap<RequestId, Vec<Moved>> = BTreeMap::new();
    for row in &rows {
        let request = RequestId(row.try_get("request")?);
        moves.entry(request).or_default().push(moved(row)?);
    }
    Ok(moves)
}

fn moved(row: &SqliteRow) -> Result<Moved, StoreError> {
    let municipality = row.try_get::<&str, _>("municipality")?.parse();
    let from: Option<&str> = row.try_get("from_state")?;
    let undone: Option<&str> = row.try_get("undone")?;
    Ok(Moved {
        at: row.try_get("at")?,
        municipality: municipality.map_err(|_| StoreError::Row("municipality code"))?,
        from: from.map(parse).transpose()?,
        to: parse(row.try_get("to_state")?)?,
        amount: Money::from_ore(row.try_get("amount")?),
        detail: serde_json::from_str(row.try_get("detail")?)?,
        by: row.try_get("by")?,
        undone: undone.map(serde_json::from_str).transpose()?,
    })
}
