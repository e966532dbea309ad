//! Where the vendor has news posted, and the deliveries: made with the news, tried until they are taken, kept for a while
//! so that the vendor sees what became of them.

use barometer_domain::ids::Millis;
use barometer_domain::news::webhook::{
    SaveWebhook, WebhookDelivery, WebhookOutcome, WebhookSettings,
};
use barometer_domain::news::{NewsItem, retry_pause};
use barometer_domain::refusal::Refusal;
use sqlx::SqliteConnection;
use url::Url;

use super::super::columns::JsonText;
use super::super::{Store, StoreError, StoreReader, now};
use crate::secrets::{self, HeldWebhook, Keys};

/// So many deliveries are kept.
const MOST_KEPT: u32 = 30;
/// So many events stand in one delivery, at most; older ones are left out.
const MOST_EVENTS: u32 = 50;
/// The vendor cannot have more tests than this under way.
const MOST_WAITING_TESTS: u32 = 5;

/// One delivery that is due, claimed by whoever has it: until its next try nobody else gets it.
pub struct DueDelivery {
    /// Its number.
    pub number: u32,
    /// Where it goes.
    pub webhook: HeldWebhook,
    /// What it tells, the oldest first; nothing for a test.
    pub events: Vec<NewsItem>,
    /// Whether the vendor asked for it, to see whether it arrives.
    pub is_test: bool,
}

impl StoreReader {
    /// Where news is posted, if anywhere.
    pub async fn webhook(&self) -> Result<Option<WebhookSettings>, StoreError> {
        let held = load(&mut *self.readers.acquire().await?, &self.keys).await?;
        let settings = held.map(|held| WebhookSettings {
            host: host(&held.address),
            format: held.format,
            language: held.language,
        });
        Ok(settings)
    }

    /// The last deliveries, the newest first.
    pub async fn webhook_deliveries(&self) -> Result<Vec<WebhookDelivery>, StoreError> {
        let rows: Vec<StoredDelivery> = sqlx::query_as(
            "SELECT id, made_at, is_test, json_array_length(events) AS events, tries, outcome, next_at
             FROM webhook_deliveries ORDER BY id DESC",
        )
        .fetch_all(&self.readers)
        .await?;
        Ok(rows.into_iter().map(StoredDelivery::row).collect())
    }
}

impl Store {
    /// Has news posted to this address from now on, or in this form; answers with the secret if there is a new one.
    pub async fn set_webhook(&self, save: SaveWebhook) -> Result<Option<String>, StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |c| Box::pin(async move { set(c, &keys, save).await }))
            .await
    }

    /// Has no more news posted, and forgets where.
    pub async fn remove_webhook(&self) -> Result<(), StoreError> {
        self.writer
            .write(move |c| {
                Box::pin(async move {
                    for statement in ["DELETE FROM webhook", "DELETE FROM webhook_deliveries"] {
                        sqlx::query(statement).execute(&mut **c).await?;
                    }
                    Ok(())
                })
            })
            .await
    }

    /// Makes a delivery that tells nothing.
    pub async fn test_webhook(&self) -> Result<(), StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |c| {
                Box::pin(async move {
                    let waiting: u32 = sqlx::query_scalar(
                        "SELECT count(*) FROM webhook_deliveries WHERE is_test AND next_at IS NOT NULL",
                    )
                    .fetch_one(&mut **c)
                    .await?;
                    if load(c, &keys).await?.is_none() || waiting >= MOST_WAITING_TESTS {
                        return Err(Refusal::NotPossibleNow.into());
                    }
                    insert(c, &[], true).await
                })
            })
            .await
    }

    /// The deliveries that are due at `at`. Each counts as tried from now on, and is due again after its pause unless
    /// [`Self::note_delivery`] says that it was taken: a server that is stopped meanwhile tries again.
    pub async fn claim_deliveries(&self, at: Millis) -> Result<Vec<DueDelivery>, StoreError> {
        let is_any_due: bool = sqlx::query_scalar(
            "SELECT EXISTS (SELECT 1 FROM webhook_deliveries WHERE next_at <= ?)",
        )
        .bind(at)
        .fetch_one(&self.readers)
        .await?;
        if !is_any_due {
            return Ok(Vec::new());
        }
        let keys = self.keys.clone();
        self.writer
            .write(move |c| Box::pin(async move { claim(c, &keys, at).await }))
            .await
    }

    /// Writes down what came of a try.
    pub async fn note_delivery(
        &self,
        number: u32,
        outcome: WebhookOutcome,
    ) -> Result<(), StoreError> {
        self.writer
            .write(move |c| {
                Box::pin(async move {
                    sqlx::query(
                        "UPDATE webhook_deliveries SET outcome = ?1,
                             next_at = CASE WHEN ?2 OR is_test THEN NULL ELSE next_at END
                         WHERE id = ?3",
                    )
                    .bind(JsonText(outcome))
                    .bind(outcome.is_delivered())
                    .bind(number)
                    .execute(&mut **c)
                    .await?;
                    Ok(())
                })
            })
            .await
    }
}

#[derive(sqlx::FromRow)]
struct StoredDelivery {
    id: u32,
    made_at: Millis,
    is_test: bool,
    events: u32,
    tries: u32,
    outcome: Option<JsonText<WebhookOutcome>>,
    next_at: Option<Millis>,
}

impl StoredDelivery {
    fn row(self) -> WebhookDelivery {
        WebhookDelivery {
            number: self.id,
            made_at: self.made_at,
            test: self.is_test,
            events: self.events,
            tries: self.tries,
            outcome: self.outcome.map(|outcome| outcome.0),
            next_at: self.next_at,
        }
    }
}

fn host(address: &str) -> String {
    let host = Url::parse(address).ok();
    let host = host.and_then(|url| url.host_str().map(str::to_owned));
    host.unwrap_or_default()
}

async fn load(
    connection: &mut SqliteConnection,
    keys: &Keys,
) -> Result<Option<HeldWebhook>, StoreError> {
    let sealed: Option<Vec<u8>> = sqlx::query_scalar("SELECT sealed FROM webhook")
        .fetch_optional(connection)
        .await?;
    Ok(sealed
        .map(|sealed| keys.open_webhook(&sealed))
        .transpose()?)
}

async fn set(
    connection: &mut SqliteConnection,
    keys: &Keys,
    save: SaveWebhook,
) -> Result<Option<String>, StoreError> {
    let known = load(connection, keys).await?;
    let SaveWebhook {
        address,
        format,
        language,
        new_secret,
    } = save;
    let is_known =
        address.is_none() || known.as_ref().map(|held| &held.address) == address.as_ref();
    let kept = known.as_ref().filter(|_| is_known && !new_secret);
    let fresh = kept.is_none().then(secrets::random_token);
    let secret = kept
        .map(|held| held.secret.clone())
        .or_else(|| fresh.clone());
    let address = address.or_else(|| known.as_ref().map(|held| held.address.clone()));
    let (Some(address), Some(secret)) = (address, secret) else {
        return Err(Refusal::NotPossibleNow.into());
    };
    let held = HeldWebhook {
        address,
        format,
        language,
        secret,
    };
    // What happened before is not told to a receiver that is new.
    sqlx::query(
        "INSERT INTO webhook (id, sealed, seen) VALUES (1, ?1, (SELECT coalesce(max(id), 0) FROM news))
         ON CONFLICT (id) DO UPDATE SET sealed = ?1",
    )
    .bind(keys.seal_webhook(&held))
    .execute(connection)
    .await?;
    Ok(fresh)
}

/// Makes a delivery of what is new, if there is a webhook.
pub(super) async fn make_delivery(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let seen: Option<i64> = sqlx::query_scalar("SELECT seen FROM webhook")
        .fetch_optional(&mut *connection)
        .await?;
    let Some(seen) = seen else { return Ok(()) };
    let rows: Vec<(i64, JsonText<NewsItem>)> =
        sqlx::query_as("SELECT id, item FROM news WHERE id > ? ORDER BY id")
            .bind(seen)
            .fetch_all(&mut *connection)
            .await?;
    let Some((newest, _)) = rows.last() else {
        return Ok(());
    };
    sqlx::query("UPDATE webhook SET seen = ?")
        .bind(newest)
        .execute(&mut *connection)
        .await?;
    let items = rows.into_iter().map(|(_, item)| item.0);
    let mut events: Vec<NewsItem> = items.filter(NewsItem::is_for_webhook).collect();
    let too_many = events.len().saturating_sub(MOST_EVENTS as usize);
    events.drain(..too_many);
    if events.is_empty() {
        return Ok(());
    }
    insert(connection, &events, false).await
}

async fn insert(
    connection: &mut SqliteConnection,
    events: &[NewsItem],
    is_test: bool,
) -> Result<(), StoreError> {
    // Due at once.
    sqlx::query(
        "INSERT INTO webhook_deliveries (made_at, is_test, events, next_at) VALUES (?, ?, ?, 0)",
    )
    .bind(now())
    .bind(is_test)
    .bind(serde_json::to_string(events)?)
    .execute(&mut *connection)
    .await?;
    sqlx::query(
        "DELETE FROM webhook_deliveries WHERE next_at IS NULL
             AND id NOT IN (SELECT id FROM webhook_deliveries ORDER BY id DESC LIMIT ?)",
    )
    .bind(MOST_KEPT)
    .execute(connection)
    .await?;
    Ok(())
}

async fn claim(
    connection: &mut SqliteConnection,
    keys: &Keys,
    at: Millis,
) -> Result<Vec<DueDelivery>, StoreError> {
    let Some(webhook) = load(connection, keys).await? else {
        return Ok(Vec::new());
    };
    let rows: Vec<(u32, bool, u32, JsonText<Vec<NewsItem>>)> = sqlx::query_as(
        "SELECT id, is_test, tries, events FROM webhook_deliveries WHERE next_at <= ? ORDER BY id",
    )
    .bind(at)
    .fetch_all(&mut *connection)
    .await?;
    let mut due = Vec::with_capacity(rows.len());
    for (number, is_test, tries, JsonText(events)) in rows {
        let tries = tries + 1;
        sqlx::query("UPDATE webhook_deliveries SET tries = ?, next_at = ? WHERE id = ?")
            .bind(tries)
            .bind(retry_pause(tries).map(|pause| at + pause))
            .bind(number)
            .execute(&mut *connection)
            .await?;
        due.push(DueDelivery {
            number,
            webhook: webhook.clone(),
            events,
            is_test,
        });
    }
    Ok(due)
}
