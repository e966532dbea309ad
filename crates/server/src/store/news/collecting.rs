//! What has happened since the last look, put into `news`, once each, and with it what is to be posted. Looking costs the
//! writer nothing: it is asked only when there is something to write.

use std::collections::HashSet;

use barometer_domain::news::NewsItem;
use sqlx::SqliteConnection;

use super::super::columns::JsonText;
use super::super::forum;
use super::super::requests::portfolio;
use super::super::{Store, StoreError, StoreReader};
use super::{of_webinars, webhook};

/// What a look has found.
struct FreshNews {
    /// In the order in which it happened.
    items: Vec<NewsItem>,
    /// Where the living page stood.
    portfolio_seq: u64,
    /// Whether requests were read, since one had changed.
    has_read_requests: bool,
    /// Whether nobody has looked before: then it is nobody's news.
    is_first_look: bool,
}

impl StoreReader {
    /// What has happened that is not in `news` yet; requests are read only if one has changed since.
    async fn fresh_news(&self) -> Result<FreshNews, StoreError> {
        let portfolio_seq = self.portfolio_seq().await?;
        let mut transaction = self.readers.begin().await?;
        let (primed, seen): (bool, i64) =
            sqlx::query_as("SELECT primed, portfolio_seq FROM news_state")
                .fetch_one(&mut *transaction)
                .await?;
        let mut items = of_webinars(&mut transaction).await?;
        items.extend(forum::news(&mut transaction).await?);
        let has_read_requests = u64::try_from(seen) != Ok(portfolio_seq);
        if has_read_requests {
            items.extend(portfolio::news(&mut transaction).await?);
        }
        let known: Vec<String> = sqlx::query_scalar("SELECT key FROM news")
            .fetch_all(&mut *transaction)
            .await?;
        let known: HashSet<String> = known.into_iter().collect();
        items.retain(|item| !known.contains(&item.key()));
        items.sort_by_key(|item| item.at);
        Ok(FreshNews {
            items,
            portfolio_seq,
            has_read_requests,
            is_first_look: !primed,
        })
    }
}

impl Store {
    /// Looks at the record, and keeps what is new there; how many events that is. What was there before the first look is
    /// nobody's news.
    pub async fn collect_news(&self) -> Result<usize, StoreError> {
        let fresh = self.fresh_news().await?;
        let is_quiet = fresh.items.is_empty() && !fresh.has_read_requests;
        if is_quiet && !fresh.is_first_look {
            return Ok(0);
        }
        self.writer
            .write(move |c| Box::pin(async move { keep(c, fresh).await }))
            .await
    }
}

async fn keep(connection: &mut SqliteConnection, fresh: FreshNews) -> Result<usize, StoreError> {
    for item in &fresh.items {
        sqlx::query("INSERT OR IGNORE INTO news (key, item) VALUES (?, ?)")
            .bind(item.key())
            .bind(JsonText(item))
            .execute(&mut *connection)
            .await?;
    }
    sqlx::query("UPDATE news_state SET primed = 1, portfolio_seq = ?")
        .bind(i64::try_from(fresh.portfolio_seq).unwrap_or(i64::MAX))
        .execute(&mut *connection)
        .await?;
    if fresh.is_first_look {
        return Ok(0);
    }
    webhook::make_delivery(connection).await?;
    Ok(fresh.items.len())
}
