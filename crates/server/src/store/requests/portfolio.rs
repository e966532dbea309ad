//! The living page: read from the record whole, so that any earlier day can be shown.

use barometer_domain::comment::CommentSubject;
use barometer_domain::date::Date;
use barometer_domain::financing::portfolio::{
    History, InitiativeTag, Portfolio, PublicStep, Record,
};
use barometer_domain::ids::RequestId;
use barometer_domain::news::{self, NewsItem};
use sqlx::SqliteConnection;

use super::super::webinar_results::held_days;
use super::super::{Store, StoreError, StoreReader, comments, initiatives, now};
use super::documents::NOT_REHEARSED;
use super::{moves, versions};

impl StoreReader {
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
        let (epoch, seq) = sequence(&mut transaction).await?;
        let (fictional, histories) = histories(&mut transaction).await?;
        let webinars = held_days(&mut transaction).await?;
        let record = Record {
            epoch,
            seq,
            fictional,
            histories: &histories,
            webinars: &webinars,
        };
        let mut portfolio = record.portfolio(as_of, day);
        if as_of.is_none() {
            let counts = comments::count_shown(&mut transaction).await?;
            for row in &mut portfolio.rows {
                let under = CommentSubject::Request(row.request);
                row.comments = counts.get(&under).copied().unwrap_or_default();
            }
            let public = initiatives::public(&mut transaction).await?;
            portfolio.has_forum =
                !public.is_empty() || initiatives::has_called_meeting(&mut transaction).await?;
            for row in &mut portfolio.rows {
                let affecting = public.iter();
                let affecting =
                    affecting.filter(|one| one.initiative.requests.contains(&row.request));
                row.initiatives = affecting
                    .map(|one| InitiativeTag {
                        id: one.id,
                        name: one.initiative.name.clone(),
                    })
                    .collect();
            }
        }
        Ok(portfolio)
    }

    /// Every step that the page has shown of its requests, the newest first.
    pub async fn public_steps(&self) -> Result<Vec<PublicStep>, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let (_, histories) = histories(&mut transaction).await?;
        let at = now();
        let steps = histories
            .iter()
            .flat_map(|history| history.public_steps(at));
        let mut steps: Vec<PublicStep> = steps.collect();
        steps.sort_by_key(|step| std::cmp::Reverse(step.at));
        Ok(steps)
    }

    /// Where the page stands in the order of its views.
    pub async fn portfolio_seq(&self) -> Result<u64, StoreError> {
        Ok(sequence(&mut *self.readers.acquire().await?).await?.1)
    }

    /// The code that the page asks for, if any.
    pub async fn portfolio_code(&self) -> Result<Option<String>, StoreError> {
        let code = sqlx::query_scalar("SELECT code FROM portfolio")
            .fetch_one(&self.readers)
            .await?;
        Ok(code)
    }
}

impl Store {
    /// Lets the page ask for this code, or for none.
    pub async fn protect_portfolio(&self, code: Option<String>) -> Result<(), StoreError> {
        self.writer
            .write(move |connection| {
                Box::pin(async move {
                    sqlx::query("UPDATE portfolio SET code = ?")
                        .bind(code)
                        .execute(&mut **connection)
                        .await?;
                    Ok(())
                })
            })
            .await
    }
}

/// Every step of every request, as news.
pub(in super::super) async fn news(
    connection: &mut SqliteConnection,
) -> Result<Vec<NewsItem>, StoreError> {
    let (_, histories) = histories(connection).await?;
    let at = now();
    let items = histories.iter();
    Ok(items
        .flat_map(|history| news::of_request(history, at))
        .collect())
}

/// Its epoch, and how often it has changed.
async fn sequence(connection: &mut SqliteConnection) -> Result<(u32, u64), StoreError> {
    let (epoch, seq): (u32, i64) = sqlx::query_as("SELECT epoch, seq FROM portfolio")
        .fetch_one(connection)
        .await?;
    Ok((epoch, seq.unsigned_abs()))
}

/// Every request's history. Invented ones are shown as long as there are no real ones.
async fn histories(connection: &mut SqliteConnection) -> Result<(bool, Vec<History>), StoreError> {
    let rows: Vec<(u32, bool)> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT id, fictional FROM requests WHERE {NOT_REHEARSED}"
    )))
    .fetch_all(&mut *connection)
    .await?;
    let fictional = !rows.iter().any(|(_, fictional)| !fictional) && !rows.is_empty();
    let mut versions = versions::load_all(connection).await?;
    let mut all_moves = moves::load_all(connection).await?;
    let shown = rows.into_iter().filter(|(_, one)| *one == fictional);
    let histories = shown.map(|(id, _)| {
        let request = RequestId(id);
        let moves = all_moves.remove(&request).unwrap_or_default();
        History {
            request,
            versions: versions.remove(&request).unwrap_or_default(),
            moves: moves::in_order_of_time(moves),
        }
    });
    Ok((fictional, histories.collect()))
}
