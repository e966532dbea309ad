//! A transaction that knows which views it changes. `seq` of a webinar and of the living page is raised here and
//! nowhere else, so whoever changes what they show cannot forget to say so.

use std::collections::BTreeMap;
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, PoisonError};

use barometer_domain::ids::RequestId;
use serde_json::json;
use sqlx::SqliteConnection;

use super::StoreError;

/// How soon a change is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ShownWhen {
    /// At the room's pace, as votes and newcomers are.
    AtThePace,
    /// At once, as what the presenter, the vendor or the clock does.
    AtOnce,
}

/// Which views a committed transaction changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Announcement {
    webinars: BTreeMap<i64, ShownWhen>,
    all_webinars: bool,
    living_page: bool,
}

impl Announcement {
    /// How soon a webinar's room is to look again; `None` if nothing that it shows has changed.
    pub fn due_for_webinar(&self, webinar: i64) -> Option<ShownWhen> {
        if self.all_webinars {
            return Some(ShownWhen::AtOnce);
        }
        self.webinars.get(&webinar).copied()
    }

    /// Whether the living page is to look again.
    pub fn concerns_living_page(&self) -> bool {
        self.living_page
    }

    /// Votes or newcomers came in: they are shown at the pace. Votes raise no `seq`; newcomers have raised it.
    pub(super) fn at_the_pace(webinars: impl IntoIterator<Item = i64>) -> Self {
        let at_the_pace = |webinar| (webinar, ShownWhen::AtThePace);
        Self {
            webinars: webinars.into_iter().map(at_the_pace).collect(),
            ..Self::default()
        }
    }

    fn add_webinar(&mut self, webinar: i64, when: ShownWhen) {
        let known = self.webinars.entry(webinar).or_insert(when);
        *known = when.max(*known);
    }

    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

type CommitListener = Box<dyn Fn(&Announcement) + Send + Sync>;

/// Tells the rooms of this process what was committed, before whoever asked is answered.
#[derive(Clone, Default)]
pub(super) struct Announcer {
    listeners: Arc<Mutex<Vec<CommitListener>>>,
}

impl Announcer {
    /// From now on `listener` hears every announcement.
    pub(super) fn listen(&self, listener: CommitListener) {
        // Nothing panics while it is held; if something did, the list is still whole.
        let mut listeners = self
            .listeners
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        listeners.push(listener);
    }

    /// Tells every listener what was committed; nothing is told of a commit that nobody sees.
    pub(super) fn publish(&self, announcement: &Announcement) {
        if announcement.is_empty() {
            return;
        }
        let listeners = self
            .listeners
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        for listener in &*listeners {
            listener(announcement);
        }
    }
}

/// One piece of work within a transaction, and what it changes of what people see.
pub(super) struct WriteTransaction<'c> {
    connection: &'c mut SqliteConnection,
    announcement: Announcement,
    /// Changed requests, whose webinars are looked up at the end.
    requests: BTreeMap<RequestId, ShownWhen>,
}

impl<'c> WriteTransaction<'c> {
    pub(super) fn new(connection: &'c mut SqliteConnection) -> Self {
        Self {
            connection,
            announcement: Announcement::default(),
            requests: BTreeMap::new(),
        }
    }

    /// What this webinar shows has changed.
    pub(super) fn announce_webinar(&mut self, webinar: i64, when: ShownWhen) {
        self.announcement.add_webinar(webinar, when);
    }

    /// What every webinar shows has changed.
    pub(super) fn announce_all_webinars(&mut self) {
        self.announcement.all_webinars = true;
    }

    /// What the living page shows has changed.
    pub(super) fn announce_living_page(&mut self) {
        self.announcement.living_page = true;
    }

    /// A request has changed: every webinar that shows it looks again, and so does the living page.
    pub(super) fn announce_request(&mut self, request: RequestId, when: ShownWhen) {
        let known = self.requests.entry(request).or_insert(when);
        *known = when.max(*known);
        self.announce_living_page();
    }

    async fn find_webinars_of_requests(&mut self) -> Result<(), StoreError> {
        for (request, when) in std::mem::take(&mut self.requests) {
            let webinars: Vec<i64> = sqlx::query_scalar(
                "SELECT webinar FROM shortlist WHERE request = ?1
                 UNION SELECT webinar FROM ongoing WHERE request = ?1",
            )
            .bind(request.0)
            .fetch_all(&mut *self.connection)
            .await?;
            for webinar in webinars {
                self.announce_webinar(webinar, when);
            }
        }
        Ok(())
    }

    /// Raises `seq` of every view that was changed, once each.
    pub(super) async fn finish(mut self) -> Result<Announcement, StoreError> {
        self.find_webinars_of_requests().await?;
        let Self {
            connection,
            announcement,
            ..
        } = self;
        let changed: Vec<i64> = announcement.webinars.keys().copied().collect();
        if !changed.is_empty() {
            sqlx::query(
                "UPDATE webinars SET seq = seq + 1 WHERE id IN (SELECT value FROM json_each(?))",
            )
            .bind(json!(changed).to_string())
            .execute(&mut *connection)
            .await?;
        }
        if announcement.living_page {
            sqlx::query("UPDATE portfolio SET seq = seq + 1")
                .execute(connection)
                .await?;
        }
        Ok(announcement)
    }
}

impl Deref for WriteTransaction<'_> {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        self.connection
    }
}

impl DerefMut for WriteTransaction<'_> {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        self.connection
    }
}
