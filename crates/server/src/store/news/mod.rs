//! What is news: read from the record of requests and webinars, so that whoever changes them cannot forget to tell it.

mod collecting;
mod readers;
mod webhook;

use barometer_domain::ids::{Millis, WebinarCode};
use barometer_domain::news::{NewsEvent, NewsItem};
use sqlx::SqliteConnection;

use super::columns::ParsedText;
use super::webinar_results::is_result_out;
use super::{StoreError, StoreReader, WebinarState, now};

pub(super) use readers::forget_unconfirmed;
pub use readers::{DueNewsMail, NewsReader, NewsWish};
pub use webhook::DueDelivery;

impl StoreReader {
    /// What happened to the webinars that are announced, the newest first.
    pub async fn webinar_news(&self) -> Result<Vec<NewsItem>, StoreError> {
        let mut items = of_webinars(&mut *self.readers.acquire().await?).await?;
        items.retain(|item| match &item.event {
            NewsEvent::WebinarAnnounced { .. } => true,
            NewsEvent::ResultOut { announced, .. } => *announced,
            NewsEvent::RequestMoved { .. } | NewsEvent::Forum { .. } => false,
        });
        items.sort_by_key(|item| std::cmp::Reverse(item.at));
        Ok(items)
    }
}

/// Puts a webinar among the public news, from now on if it was not there, or takes it off.
pub(super) async fn announce(
    connection: &mut SqliteConnection,
    webinar: i64,
    is_announced: bool,
) -> Result<(), StoreError> {
    let since = is_announced.then(now);
    sqlx::query(
        "UPDATE webinars SET announced_at = CASE WHEN ?1 IS NULL THEN NULL ELSE coalesce(announced_at, ?1) END
         WHERE id = ?2",
    )
    .bind(since)
    .bind(webinar)
    .execute(connection)
    .await?;
    Ok(())
}

/// Notes when a webinar's whole result is out, and forgets it when another round begins.
pub(super) async fn note_result(
    connection: &mut SqliteConnection,
    course: &WebinarState,
) -> Result<(), StoreError> {
    let out_at = is_result_out(course).then(now);
    sqlx::query(
        "UPDATE webinars SET result_out_at = CASE WHEN ?1 IS NULL THEN NULL ELSE coalesce(result_out_at, ?1) END
         WHERE id = ?2",
    )
    .bind(out_at)
    .bind(course.id)
    .execute(connection)
    .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct NewsOfWebinar {
    code: ParsedText<WebinarCode>,
    title: String,
    date: String,
    starts: String,
    announced_at: Option<Millis>,
    result_out_at: Option<Millis>,
}

impl NewsOfWebinar {
    fn items(self) -> impl Iterator<Item = NewsItem> {
        let code = self.code.0;
        let result = self.result_out_at.map(|at| NewsItem {
            at,
            event: NewsEvent::ResultOut {
                code: code.clone(),
                title: self.title.clone(),
                announced: self.announced_at.is_some(),
            },
        });
        let announced = self.announced_at.map(|at| NewsItem {
            at,
            event: NewsEvent::WebinarAnnounced {
                code,
                title: self.title,
                date: self.date,
                starts: self.starts,
            },
        });
        announced.into_iter().chain(result)
    }
}

/// What happened to all webinars but rehearsals.
async fn of_webinars(connection: &mut SqliteConnection) -> Result<Vec<NewsItem>, StoreError> {
    let rows: Vec<NewsOfWebinar> = sqlx::query_as(
        "SELECT code, title, date, starts, announced_at, result_out_at FROM webinars
         WHERE reality <> 'rehearsal' AND (announced_at IS NOT NULL OR result_out_at IS NOT NULL)",
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().flat_map(NewsOfWebinar::items).collect())
}
