//! News: collected from the record, asked for by mail, and posted.

use barometer_domain::ids::Millis;
use barometer_domain::news::webhook::{SaveWebhook, WebhookOutcome};

use super::Rooms;
use crate::secrets::NewsReaderId;
use crate::store::{DueDelivery, NewsWish, StoreError};

impl Rooms {
    /// Keeps what has happened since the last look; how many events that is.
    pub async fn collect_news(&self) -> Result<usize, StoreError> {
        self.store.collect_news().await
    }

    /// Notes that somebody asks for news by mail; `None` where too many wait to be confirmed.
    pub async fn ask_for_news(&self, wish: NewsWish) -> Result<Option<NewsReaderId>, StoreError> {
        self.store.ask_for_news(wish).await
    }

    /// Confirms what a reader asked for; whether the link is still valid.
    pub async fn confirm_news(&self, id: NewsReaderId) -> Result<bool, StoreError> {
        self.store.confirm_news(id).await
    }

    /// Forgets a reader of news.
    pub async fn forget_news_reader(&self, id: NewsReaderId) -> Result<(), StoreError> {
        self.store.forget_news_reader(id).await
    }

    /// Deletes the addresses that nobody confirmed in time; how many.
    pub async fn forget_unconfirmed_news(&self, at: Millis) -> Result<u64, StoreError> {
        self.store.forget_unconfirmed_news(at).await
    }

    /// Notes that a reader has been told of everything up to `newest`.
    pub async fn news_mail_sent(&self, id: NewsReaderId, newest: i64) -> Result<(), StoreError> {
        self.store.news_mail_sent(id, newest).await
    }

    /// Notes that a mail with news did not leave.
    pub async fn news_mail_failed(
        &self,
        id: NewsReaderId,
        newest: i64,
        at: Millis,
        is_refused: bool,
    ) -> Result<(), StoreError> {
        self.store
            .news_mail_failed(id, newest, at, is_refused)
            .await
    }

    /// Has news posted from now on; answers with the secret if there is a new one.
    pub async fn set_webhook(&self, save: SaveWebhook) -> Result<Option<String>, StoreError> {
        self.store.set_webhook(save).await
    }

    /// Has no more news posted.
    pub async fn remove_webhook(&self) -> Result<(), StoreError> {
        self.store.remove_webhook().await
    }

    /// Makes a delivery that tells nothing.
    pub async fn test_webhook(&self) -> Result<(), StoreError> {
        self.store.test_webhook().await
    }

    /// The deliveries that are due, for whoever posts them.
    pub async fn claim_deliveries(&self, at: Millis) -> Result<Vec<DueDelivery>, StoreError> {
        self.store.claim_deliveries(at).await
    }

    /// Writes down what came of a try.
    pub async fn note_delivery(
        &self,
        number: u32,
        outcome: WebhookOutcome,
    ) -> Result<(), StoreError> {
        self.store.note_delivery(number, outcome).await
    }
}
