//! Who gets news by mail: asked for, confirmed by the link in a mail, written to, and forgotten.

use barometer_domain::ids::{Millis, RequestId};
use barometer_domain::language::Language;
use barometer_domain::news::{NewsItem, NewsSubject, retry_pause};
use sqlx::SqliteConnection;

use super::super::columns::{FixedBytes, JsonText};
use super::super::{Store, StoreError, StoreReader, now};
use crate::secrets::{self, HeldNewsReader, Keys, MOST_SUBJECTS, NewsReaderId};

/// How long an address is kept that nobody confirms.
const UNCONFIRMED: Millis = 48 * 60 * 60 * 1_000;
/// So many addresses wait to be confirmed, at most: a bound for whoever floods it.
const MOST_UNCONFIRMED: u32 = 2_000;
/// So many events stand in one mail, at most; older ones are left out.
const MOST_IN_ONE_MAIL: u32 = 50;

/// Somebody who asks for news by mail, checked.
#[derive(Clone, Debug)]
pub struct NewsWish {
    /// The address that was written.
    pub address: String,
    /// The language of the page.
    pub language: Language,
    /// What is to be followed.
    pub subjects: Vec<NewsSubject>,
}

/// What the pages behind a link in a mail show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewsReader {
    /// In which language the mails are.
    pub language: Language,
    /// What is followed, and what waits for the press on the link.
    pub subjects: Vec<NewsSubject>,
    /// Whether it is confirmed, all of it.
    pub is_confirmed: bool,
}

/// One mail that is due.
pub struct DueNewsMail {
    /// The reader's row.
    pub id: NewsReaderId,
    /// To which address.
    pub address: String,
    /// In which language.
    pub language: Language,
    /// What there is to tell, the oldest first; it may be nothing.
    pub items: Vec<NewsItem>,
    /// The last of the news that it covers.
    pub newest: i64,
}

impl StoreReader {
    /// What a reader follows; `None` for a link that is no longer valid.
    pub async fn news_reader(&self, id: NewsReaderId) -> Result<Option<NewsReader>, StoreError> {
        let row: Option<(Vec<u8>, bool)> =
            sqlx::query_as("SELECT sealed, confirmed FROM news_readers WHERE id = ?")
                .bind(&id[..])
                .fetch_optional(&self.readers)
                .await?;
        let Some((sealed, confirmed)) = row else {
            return Ok(None);
        };
        let held = self.keys.open_news_reader(&id, &sealed)?;
        let is_confirmed = confirmed && held.asked.is_empty();
        Ok(Some(NewsReader {
            language: held.language,
            subjects: joined(held.subjects, &held.asked),
            is_confirmed,
        }))
    }

    /// How many get news by mail.
    pub async fn news_reader_count(&self) -> Result<u32, StoreError> {
        let count = sqlx::query_scalar("SELECT count(*) FROM news_readers WHERE confirmed")
            .fetch_one(&self.readers)
            .await?;
        Ok(count)
    }

    /// The title of the request that somebody follows; empty where it is none.
    pub async fn followed_title(&self, subject: NewsSubject) -> Result<String, StoreError> {
        let (NewsSubject::Request(RequestId(id)) | NewsSubject::Wish(RequestId(id))) = subject
        else {
            return Ok(String::new());
        };
        let title: Option<String> =
            sqlx::query_scalar("SELECT content ->> 'title' FROM requests WHERE id = ?")
                .bind(id)
                .fetch_optional(&self.readers)
                .await?;
        Ok(title.unwrap_or_default())
    }

    /// The mails that are due at `at`. Events of the living page go to those only who could see it now.
    pub async fn due_news_mails(&self, at: Millis) -> Result<Vec<DueNewsMail>, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let newest: i64 = sqlx::query_scalar("SELECT coalesce(max(id), 0) FROM news")
            .fetch_one(&mut *transaction)
            .await?;
        let rows: Vec<(FixedBytes<16>, Vec<u8>, i64)> = sqlx::query_as(
            "SELECT id, sealed, seen FROM news_readers
             WHERE confirmed AND seen < ?1 AND coalesce(next_at, 0) <= ?2",
        )
        .bind(newest)
        .bind(at)
        .fetch_all(&mut *transaction)
        .await?;
        let oldest = rows.iter().map(|(_, _, seen)| *seen).min();
        let items = since(&mut transaction, oldest.unwrap_or(newest)).await?;
        let code: Option<String> = sqlx::query_scalar("SELECT code FROM portfolio")
            .fetch_one(&mut *transaction)
            .await?;
        let pass = code.map(|code| self.keys.reader_pass(&code));
        let mut mails = Vec::with_capacity(rows.len());
        for (FixedBytes(id), sealed, seen) in rows {
            let held = self.keys.open_news_reader(&id, &sealed)?;
            let sees_page = pass.is_none() || held.pass == pass;
            let follows = |item: &NewsItem| {
                let mut subjects = held.subjects.iter();
                subjects.any(|one| item.is_about(*one) && (sees_page || !one.is_of_living_page()))
            };
            let fresh = items
                .iter()
                .filter(|(id, item)| *id > seen && follows(item));
            let mut fresh: Vec<NewsItem> = fresh.map(|(_, item)| item.clone()).collect();
            let too_many = fresh.len().saturating_sub(MOST_IN_ONE_MAIL as usize);
            fresh.drain(..too_many);
            mails.push(DueNewsMail {
                id,
                address: held.address,
                language: held.language,
                items: fresh,
                newest,
            });
        }
        Ok(mails)
    }
}

impl Store {
    /// Notes that somebody asks for news, until the address is confirmed; `None` where too many wait for that.
    pub async fn ask_for_news(&self, wish: NewsWish) -> Result<Option<NewsReaderId>, StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |c| Box::pin(async move { ask(c, &keys, wish).await }))
            .await
    }

    /// Confirms what a reader asked for; whether the link is still valid.
    pub async fn confirm_news(&self, id: NewsReaderId) -> Result<bool, StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |c| Box::pin(async move { confirm(c, &keys, id).await }))
            .await
    }

    /// Forgets a reader.
    pub async fn forget_news_reader(&self, id: NewsReaderId) -> Result<(), StoreError> {
        self.writer
            .write(move |c| {
                Box::pin(async move {
                    sqlx::query("DELETE FROM news_readers WHERE id = ?")
                        .bind(&id[..])
                        .execute(&mut **c)
                        .await?;
                    Ok(())
                })
            })
            .await
    }

    /// Notes that a reader has been told of everything up to `newest`.
    pub async fn news_mail_sent(&self, id: NewsReaderId, newest: i64) -> Result<(), StoreError> {
        self.writer
            .write(move |c| {
                Box::pin(async move {
                    sqlx::query(
                        "UPDATE news_readers SET seen = ?, failures = 0, next_at = NULL WHERE id = ?",
                    )
                    .bind(newest)
                    .bind(&id[..])
                    .execute(&mut **c)
                    .await?;
                    Ok(())
                })
            })
            .await
    }

    /// Notes that a mail did not leave: it is tried again later. Once it has failed for most of a day the reader is
    /// forgotten where the mail server refuses the address, and otherwise told of what comes next.
    pub async fn news_mail_failed(
        &self,
        id: NewsReaderId,
        newest: i64,
        at: Millis,
        is_refused: bool,
    ) -> Result<(), StoreError> {
        let failures = self
            .writer
            .write(move |c| {
                Box::pin(async move {
                    let failures: Option<u32> = sqlx::query_scalar(
                        "UPDATE news_readers SET failures = failures + 1 WHERE id = ? RETURNING failures",
                    )
                    .bind(&id[..])
                    .fetch_optional(&mut **c)
                    .await?;
                    let failures = failures.unwrap_or_default();
                    if let Some(pause) = retry_pause(failures) {
                        sqlx::query("UPDATE news_readers SET next_at = ? WHERE id = ?")
                            .bind(at + pause)
                            .bind(&id[..])
                            .execute(&mut **c)
                            .await?;
                    }
                    Ok(failures)
                })
            })
            .await?;
        match (retry_pause(failures), is_refused) {
            (Some(_), _) => Ok(()),
            (None, true) => self.forget_news_reader(id).await,
            (None, false) => self.news_mail_sent(id, newest).await,
        }
    }

    /// Deletes the addresses that nobody confirmed in time; how many.
    pub async fn forget_unconfirmed_news(&self, at: Millis) -> Result<u64, StoreError> {
        let oldest: Option<Millis> =
            sqlx::query_scalar("SELECT min(asked_at) FROM news_readers WHERE NOT confirmed")
                .fetch_one(&self.readers)
                .await?;
        if oldest.is_none_or(|oldest| oldest > at - UNCONFIRMED) {
            return Ok(0);
        }
        self.writer
            .write(move |c| Box::pin(async move { forget_unconfirmed(c, at).await }))
            .await
    }
}

/// Both, each once, in their order.
fn joined(mut subjects: Vec<NewsSubject>, more: &[NewsSubject]) -> Vec<NewsSubject> {
    subjects.extend(more);
    subjects.sort_unstable();
    subjects.dedup();
    subjects
}

/// The news after `seen`, in order.
async fn since(
    connection: &mut SqliteConnection,
    seen: i64,
) -> Result<Vec<(i64, NewsItem)>, StoreError> {
    let rows: Vec<(i64, JsonText<NewsItem>)> =
        sqlx::query_as("SELECT id, item FROM news WHERE id > ? ORDER BY id")
            .bind(seen)
            .fetch_all(connection)
            .await?;
    Ok(rows.into_iter().map(|(id, item)| (id, item.0)).collect())
}

async fn ask(
    connection: &mut SqliteConnection,
    keys: &Keys,
    wish: NewsWish,
) -> Result<Option<NewsReaderId>, StoreError> {
    let tag = keys.news_tag(&wish.address);
    let known: Option<(FixedBytes<16>, Vec<u8>, bool)> =
        sqlx::query_as("SELECT id, sealed, confirmed FROM news_readers WHERE tag = ?")
            .bind(&tag[..])
            .fetch_optional(&mut *connection)
            .await?;
    let code: Option<String> = sqlx::query_scalar("SELECT code FROM portfolio")
        .fetch_one(&mut *connection)
        .await?;
    let asks_for_page = wish.subjects.iter().any(|one| one.is_of_living_page());
    let pass = code
        .filter(|_| asks_for_page)
        .map(|code| keys.reader_pass(&code));
    let (id, mut held, confirmed) = if let Some((FixedBytes(id), sealed, confirmed)) = known {
        (id, keys.open_news_reader(&id, &sealed)?, confirmed)
    } else {
        let waiting: u32 =
            sqlx::query_scalar("SELECT count(*) FROM news_readers WHERE NOT confirmed")
                .fetch_one(&mut *connection)
                .await?;
        if waiting >= MOST_UNCONFIRMED {
            return Ok(None);
        }
        let held = HeldNewsReader {
            address: wish.address,
            language: wish.language,
            subjects: Vec::new(),
            asked: Vec::new(),
            pass: None,
        };
        (secrets::random(), held, false)
    };
    // Whoever asks again before anything is confirmed means what was asked for last.
    let before = if confirmed { held.asked } else { Vec::new() };
    held.asked = joined(before, &wish.subjects);
    held.asked.truncate(MOST_SUBJECTS);
    held.pass = pass.or(held.pass);
    if !confirmed {
        held.language = wish.language;
    }
    sqlx::query(
        "INSERT INTO news_readers (id, tag, sealed, asked_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (id) DO UPDATE SET sealed = ?3, asked_at = CASE WHEN confirmed THEN NULL ELSE ?4 END",
    )
    .bind(&id[..])
    .bind(&tag[..])
    .bind(keys.seal_news_reader(&id, &held))
    .bind(now())
    .execute(connection)
    .await?;
    Ok(Some(id))
}

async fn confirm(
    connection: &mut SqliteConnection,
    keys: &Keys,
    id: NewsReaderId,
) -> Result<bool, StoreError> {
    let found: Option<(Vec<u8>, bool)> =
        sqlx::query_as("SELECT sealed, confirmed FROM news_readers WHERE id = ?")
            .bind(&id[..])
            .fetch_optional(&mut *connection)
            .await?;
    let Some((sealed, was_confirmed)) = found else {
        return Ok(false);
    };
    let mut held = keys.open_news_reader(&id, &sealed)?;
    held.subjects = joined(held.subjects, &std::mem::take(&mut held.asked));
    held.subjects.truncate(MOST_SUBJECTS);
    // What happened before is no news to somebody who begins to read.
    sqlx::query(
        "UPDATE news_readers SET sealed = ?, confirmed = 1, asked_at = NULL,
             seen = CASE WHEN ? THEN seen ELSE (SELECT coalesce(max(id), 0) FROM news) END
         WHERE id = ?",
    )
    .bind(keys.seal_news_reader(&id, &held))
    .bind(was_confirmed)
    .bind(&id[..])
    .execute(connection)
    .await?;
    Ok(true)
}

/// Deletes the addresses that nobody confirmed within two days; how many.
pub(in super::super) async fn forget_unconfirmed(
    connection: &mut SqliteConnection,
    at: Millis,
) -> Result<u64, StoreError> {
    let forgotten = sqlx::query("DELETE FROM news_readers WHERE NOT confirmed AND asked_at <= ?")
        .bind(at - UNCONFIRMED)
        .execute(connection)
        .await?;
    Ok(forgotten.rows_affected())
}
