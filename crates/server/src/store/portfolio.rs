//! The living page: read from the record whole, so that any earlier day can be shown.

use barometer_domain::date::Date;
use barometer_domain::financing::ledger::Moved;
use barometer_domain::financing::portfolio::{HeldOn, History, Portfolio, Record};
use barometer_domain::ids::{Millis, RequestId};
use sqlx::{Row, SqliteConnection};

use super::requests::NOT_REHEARSED;
use super::{Store, StoreError, ledger, now, requests};

impl Store {
    /// The page as it stood at the end of a day, or as it stands.
    pub async fn portfolio(&self, as_of: Option<Date>) -> Result<Portfolio, StoreError> {
        let day = as_of.unwrap_or_else(|| Date::of_millis(now()));
        self.portfolio_since(as_of, day).await
    }

    /// The same, with what moved since the last webinar before `day`.
    pub async fn portfolio_since(
        &self,
        as_of: Option<Date>,
        day: Date,
    ) -> Result<Portfolio, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let (epoch, seq) = place(&mut transaction).await?;
        let (fictional, histories) = histories(&mut transaction).await?;
        let webinars = held(&mut transaction).await?;
        let record = Record {
            epoch,
            seq,
            fictional,
            histories: &histories,
            webinars: &webinars,
        };
        Ok(record.portfolio(as_of, day))
    }

    /// Where the page stands in the order of its views.
    pub async fn portfolio_seq(&self) -> Result<u64, StoreError> {
        Ok(place(&mut *self.readers.acquire().await?).await?.1)
    }

    /// The code that the page asks for, if any.
    pub async fn portfolio_code(&self) -> Result<Option<String>, StoreError> {
        let code = sqlx::query_scalar("SELECT code FROM portfolio")
            .fetch_one(&self.readers)
            .await?;
        Ok(code)
    }

    /// Lets the page ask for this code, or for none.
    pub async fn protect_portfolio(&self, code: Option<String>) -> Result<(), StoreError> {
        self.writer
            .write(move |connection| {
                Box::pin(async move {
                    sqlx::query("UPDATE portfolio SET code = ?")
                        .bind(code)
                        .execute(connection)
                        .await?;
                    Ok(())
                })
            })
            .await
    }
}

/// Something that the page shows has changed.
pub(super) async fn touch(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    sqlx::query("UPDATE portfolio SET seq = seq + 1")
        .execute(connection)
        .await?;
    Ok(())
}

async fn place(connection: &mut SqliteConnection) -> Result<(u32, u64), StoreError> {
    let row = sqlx::query("SELECT epoch, seq FROM portfolio")
        .fetch_one(connection)
        .await?;
    let seq: i64 = row.try_get("seq")?;
    Ok((row.try_get("epoch")?, seq.unsigned_abs()))
}

/// Every request's history. Invented ones are shown as long as there are no real ones.
async fn histories(connection: &mut SqliteConnection) -> Result<(bool, Vec<History>), StoreError> {
    let rows: Vec<(u32, bool)> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT id, fictional FROM requests WHERE {NOT_REHEARSED}"
    )))
    .fetch_all(&mut *connection)
    .await?;
    let fictional = !rows.iter().any(|(_, fictional)| !fictional) && !rows.is_empty();
    let mut versions = requests::versions(connection).await?;
    let mut moves = ledger::moves(connection).await?;
    let shown = rows.into_iter().filter(|(_, one)| *one == fictional);
    let histories = shown.map(|(id, _)| History {
        request: RequestId(id),
        versions: versions.remove(&RequestId(id)).unwrap_or_default(),
        moves: moves.remove(&RequestId(id)).unwrap_or_default(),
    });
    let histories = histories.map(|history| History {
        moves: in_order(history.moves),
        ..history
    });
    Ok((fictional, histories.collect()))
}

/// What was imported with its own dates may have been written down later than it was said.
pub(super) fn in_order(mut moves: Vec<Moved>) -> Vec<Moved> {
    moves.sort_by_key(|moved| moved.at);
    moves
}

/// The webinars that were held: whose barometer was revealed, and those that a webinar names as its previous one.
async fn held(connection: &mut SqliteConnection) -> Result<Vec<HeldOn>, StoreError> {
    let revealed: Vec<(i64, String, String)> = sqlx::query_as(
        "SELECT webinars.id, date, ends FROM webinars JOIN barometers b ON b.webinar = webinars.id
         WHERE reality = 'real' AND phase = 'revealed'",
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut held = Vec::with_capacity(revealed.len());
    for (webinar, date, ends) in revealed {
        let Ok(day) = date.parse() else { continue };
        let ended = ended(connection, webinar, day, &ends).await?;
        held.push(HeldOn { day, ended });
    }
    let named: Vec<String> = sqlx::query_scalar(
        "SELECT previous FROM webinars WHERE reality <> 'rehearsal' AND previous IS NOT NULL",
    )
    .fetch_all(connection)
    .await?;
    let named = named.iter().filter_map(|day| day.parse().ok());
    let unknown: Vec<Date> = named
        .filter(|named| held.iter().all(|held| held.day != *named))
        .collect();
    held.extend(unknown.into_iter().map(HeldOn::day));
    Ok(held)
}

/// When a webinar ended: when the presenter said so, if that was on its day, and otherwise when it was to end.
pub(super) async fn ended(
    connection: &mut SqliteConnection,
    webinar: i64,
    day: Date,
    ends: &str,
) -> Result<Millis, StoreError> {
    let said: Option<Millis> = sqlx::query_scalar(
        "SELECT max(at) FROM records WHERE webinar = ? AND command ->> 'do' = 'end'",
    )
    .bind(webinar)
    .fetch_one(connection)
    .await?;
    let said = said.filter(|&at| Date::of_millis(at) == day);
    let planned = ends.parse().map(|time| day.at_millis(time));
    Ok(said.unwrap_or(planned.unwrap_or(day.ends_before_millis())))
}
