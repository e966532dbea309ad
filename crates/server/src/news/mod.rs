//! Sends news out: by mail to those who confirmed that they want it, and to the vendor's webhook. What is news is read
//! from the record; what could not be sent is tried again, also after a restart.

mod payload;

use std::sync::Arc;
use std::time::Duration;

use barometer_domain::forum::news::ForumEvent;
use barometer_domain::ids::Millis;
use barometer_domain::news::NewsEvent;
use barometer_domain::news::webhook::WebhookFormat;
use barometer_domain::route::{Route, pattern};
use barometer_domain::signup::mail::MailFailure;
use barometer_text::news;

use crate::mail::{Mailer, OutgoingMail};
use crate::rooms::Rooms;
use crate::secrets::NewsReaderId;
use crate::store::{DueDelivery, DueNewsMail, StoreError, now};
use crate::webhook::WebhookClient;

/// Between two looks: what a vendor does within that time is told at once.
const PACE: Duration = Duration::from_secs(30);

/// A mail server that takes so many mails in one round only later, or does not answer, is left alone until the next.
const MOST_UNANSWERED: u32 = 3;

/// For what a link in a mail is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewsLink {
    /// It confirms what was asked for.
    Confirm,
    /// It ends all of it.
    Unsubscribe,
}

impl NewsLink {
    const fn purpose(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Unsubscribe => "unsubscribe",
        }
    }

    const fn pattern(self) -> &'static str {
        match self {
            Self::Confirm => pattern::NEWS_CONFIRM,
            Self::Unsubscribe => pattern::NEWS_UNSUBSCRIBE,
        }
    }

    /// Its path for this reader: the row, and a mark that only this server makes.
    pub fn path(self, rooms: &Rooms, id: &NewsReaderId) -> String {
        let mark = rooms.store().keys().news_mark(self.purpose(), id);
        let link = format!("{}{mark}", hex::encode(id));
        self.pattern().replace("{link}", &link)
    }

    /// The reader that a link names, if this server made it for this.
    pub fn read(self, rooms: &Rooms, link: &str) -> Option<NewsReaderId> {
        let (row, mark) = link.split_at_checked(32)?;
        let id: NewsReaderId = hex::decode(row).ok()?.try_into().ok()?;
        let expected = rooms.store().keys().news_mark(self.purpose(), &id);
        // blake3's comparison takes the same time wherever the two differ.
        let is_ours = blake3::hash(expected.as_bytes()) == blake3::hash(mark.as_bytes());
        is_ours.then_some(id)
    }
}

/// Where one reads on about an event.
pub fn page_of(event: &NewsEvent) -> Route {
    match event {
        NewsEvent::RequestMoved { .. } => Route::Finance,
        NewsEvent::WebinarAnnounced { code, .. } => Route::Signup(code.clone()),
        NewsEvent::ResultOut { code, .. } => Route::Phone(code.clone()),
        NewsEvent::Forum { event, .. } => match event {
            ForumEvent::Stated { initiative, .. } => Route::Initiative(*initiative),
            ForumEvent::MeetingCalled { .. }
            | ForumEvent::MeetingCancelled { .. }
            | ForumEvent::MinutesOut { .. }
            | ForumEvent::Decided { .. } => Route::Forum,
        },
    }
}

/// Collects news and sends it out.
#[derive(Clone)]
pub struct NewsSender {
    /// What has happened is read and noted here.
    pub rooms: Rooms,
    /// The address people use, without a trailing slash.
    pub public_url: String,
    /// Sends mail, if there is a server for it.
    pub mailer: Arc<Mailer>,
    /// Posts to the vendor's webhook.
    pub webhooks: Arc<WebhookClient>,
}

impl NewsSender {
    /// Looks for ever.
    pub async fn run(self) {
        loop {
            if let Err(error) = self.look(now()).await {
                tracing::error!(%error, "news could not be sent");
            }
            tokio::time::sleep(PACE).await;
        }
    }

    /// Collects what has happened, sends what is due at `at`, and forgets the addresses that nobody confirmed in time.
    pub async fn look(&self, at: Millis) -> Result<(), StoreError> {
        self.rooms.forget_unconfirmed_news(at).await?;
        self.rooms.collect_news().await?;
        self.post(at).await?;
        self.send_mails(at).await
    }

    /// Posts the deliveries that are due at `at`.
    pub async fn post(&self, at: Millis) -> Result<(), StoreError> {
        for due in self.rooms.claim_deliveries(at).await? {
            let number = due.number;
            let (body, webhooks) = (self.body(&due, at), self.webhooks.clone());
            let posted = tokio::task::spawn_blocking(move || {
                let DueDelivery { webhook, .. } = due;
                let seconds = at / 1_000;
                webhooks.post(&webhook.address, &webhook.secret, number, seconds, &body)
            });
            // It panics only where the process is about to end: then it is tried again.
            if let Ok(outcome) = posted.await {
                self.rooms.note_delivery(number, outcome).await?;
            }
        }
        Ok(())
    }

    fn body(&self, due: &DueDelivery, at: Millis) -> String {
        let language = due.webhook.language;
        let events: Vec<payload::PostedEvent> = due
            .events
            .iter()
            .map(|item| payload::PostedEvent::new(language, item, self.link(&item.event)))
            .collect();
        let body = match due.webhook.format {
            WebhookFormat::Json => payload::json(due.number, at, due.is_test, &events),
            WebhookFormat::Teams => payload::teams(language, due.is_test, &events),
        };
        body.to_string()
    }

    fn link(&self, event: &NewsEvent) -> String {
        self.public_url.clone() + &page_of(event).path()
    }

    async fn send_mails(&self, at: Millis) -> Result<(), StoreError> {
        if self.mailer.from().is_none() {
            return Ok(());
        }
        let mut unanswered = 0;
        for due in self.rooms.store().due_news_mails(at).await? {
            if unanswered >= MOST_UNANSWERED {
                // The rest is still due, and webhooks are not kept waiting.
                break;
            }
            let (id, newest) = (due.id, due.newest);
            let sent = if due.items.is_empty() {
                Ok(())
            } else {
                self.mailer.send(&self.mail(&due)).await
            };
            match sent {
                Ok(()) => self.rooms.news_mail_sent(id, newest).await?,
                Err(why) => {
                    unanswered += u32::from(why == MailFailure::Later);
                    let is_refused = why != MailFailure::Later;
                    self.rooms
                        .news_mail_failed(id, newest, at, is_refused)
                        .await?;
                }
            }
        }
        Ok(())
    }

    /// The mail with what there is to tell; an event that two subjects share stands in it once.
    fn mail(&self, due: &DueNewsMail) -> OutgoingMail {
        let language = due.language;
        let mut lines: Vec<(String, String)> = Vec::new();
        for item in &due.items {
            let line = (
                news::headline(language, &item.event),
                self.link(&item.event),
            );
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        let count = u32::try_from(lines.len()).unwrap_or(u32::MAX);
        let first = lines.first().map_or("", |(headline, _)| headline.as_str());
        let unsubscribe = NewsLink::Unsubscribe.path(&self.rooms, &due.id);
        let unsubscribe = self.public_url.clone() + &unsubscribe;
        let told: Vec<String> = lines
            .iter()
            .map(|(headline, link)| format!("{headline}\n{link}\n\n"))
            .collect();
        let told = told.concat();
        OutgoingMail {
            name: String::new(),
            email: due.address.clone(),
            subject: news::mail_subject(language, count, first),
            text: format!("{told}{}\n", news::ending(language, &unsubscribe)),
            unsubscribe,
            appointment: None,
        }
    }

    /// Asks at `address` whether its owner wants these news.
    pub async fn ask_to_confirm(
        &self,
        id: NewsReaderId,
        address: String,
        language: barometer_text::Language,
        subjects: Vec<String>,
    ) {
        let link = |link: NewsLink| self.public_url.clone() + &link.path(&self.rooms, &id);
        let mail = OutgoingMail {
            name: String::new(),
            email: address,
            subject: news::NewsText::ConfirmSubject.say(language).to_owned(),
            text: news::confirmation(language, &subjects, &link(NewsLink::Confirm)),
            unsubscribe: link(NewsLink::Unsubscribe),
            appointment: None,
        };
        if let Err(why) = self.mailer.send(&mail).await {
            // Whose it is stands in no log.
            tracing::warn!(?why, "a mail that asks for a confirmation did not leave");
        }
    }
}
