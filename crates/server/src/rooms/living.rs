//! The living page: one view for everyone who looks, made anew when something on record has changed.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use barometer_domain::date::Date;
use barometer_domain::financing::portfolio::Portfolio;
use tokio::sync::{Notify, OnceCell, watch};
use tokio::time::{Instant, sleep_until, timeout};

use super::LOOK_ANYWAY;
use super::audience::{self, StreamSubscription, ViewFrame};
use super::pings::PingWheel;
use crate::store::{Store, StoreError, now};
use crate::vital;

/// The page is made from the whole record, so not more often than this.
const PACE: Duration = Duration::from_millis(500);

/// The living page of this process.
pub(super) struct LivingPage {
    store: Store,
    /// Made when someone looks for the first time.
    frames: OnceCell<watch::Sender<ViewFrame>>,
    closing: Mutex<watch::Sender<bool>>,
    dirty: Notify,
    pings: Arc<PingWheel>,
}

impl LivingPage {
    pub(super) fn new(store: Store, pings: Arc<PingWheel>) -> Arc<Self> {
        let living = Arc::new(Self {
            store,
            frames: OnceCell::new(),
            closing: Mutex::default(),
            dirty: Notify::new(),
            pings,
        });
        vital::spawn("living page", run(Arc::downgrade(&living)));
        living
    }

    /// Something on record may have changed.
    pub(super) fn note_change(&self) {
        self.dirty.notify_one();
    }

    /// Follows the page; the frame that is there already is the newest.
    pub(super) async fn follow(&self) -> Result<StreamSubscription, StoreError> {
        let first = async || Ok::<_, StoreError>(watch::Sender::new(self.newest().await?));
        let frames = self.frames.get_or_try_init(first).await?.subscribe();
        self.publish().await?;
        let closing = self.closing().subscribe();
        let pings = self.pings.subscribe();
        Ok(StreamSubscription::uncounted(frames, closing, pings))
    }

    /// Ends the streams that are open now.
    pub(super) fn send_away(&self) {
        self.closing().send_replace(true);
        *self.closing() = watch::Sender::default();
    }

    fn closing(&self) -> MutexGuard<'_, watch::Sender<bool>> {
        // Nothing panics while it is held; if something did, the sender is still whole.
        self.closing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn newest(&self) -> Result<ViewFrame, StoreError> {
        Ok(frame(&self.store.portfolio(None).await?))
    }

    async fn publish(&self) -> Result<(), StoreError> {
        if let Some(frames) = self.frames.get() {
            audience::replace(frames, self.newest().await?);
        }
        Ok(())
    }

    /// Looks again when something has changed, or another day has begun: a deadline may have passed.
    async fn refresh(&self, seen: &mut (u64, Option<Date>)) -> Result<(), StoreError> {
        let now = (
            self.store.portfolio_seq().await?,
            Some(Date::of_millis(now())),
        );
        if now != *seen {
            self.publish().await?;
            *seen = now;
        }
        Ok(())
    }

    fn is_followed(&self) -> bool {
        self.frames
            .get()
            .is_some_and(|frames| frames.receiver_count() > 0)
    }
}

/// Looks when told to, and every now and then, as long as someone follows.
async fn run(living: Weak<LivingPage>) {
    let mut seen = (0, None);
    loop {
        let Some(living) = living.upgrade() else {
            return;
        };
        let begun = Instant::now();
        // Told or not: then it is time to look.
        let _ = timeout(LOOK_ANYWAY, living.dirty.notified()).await;
        if !living.is_followed() {
            continue;
        }
        match living.refresh(&mut seen).await {
            Ok(()) => sleep_until(begun + PACE).await,
            Err(error) => tracing::error!(%error, "the page of financing could not be read"),
        }
    }
}

fn frame(page: &Portfolio) -> ViewFrame {
    let id = format!("{}.{}", page.epoch, page.seq);
    let content = Portfolio {
        seq: 0,
        ..page.clone()
    };
    audience::frame(id, audience::json(page), &content)
}
