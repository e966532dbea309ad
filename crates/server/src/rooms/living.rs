//! The living page: one view for everyone who looks, made anew when something on record has changed.

use std::sync::{Arc, Weak};
use std::time::Duration;

use barometer_domain::financing::portfolio::Portfolio;
use tokio::sync::{Notify, watch};
use tokio::time::{Instant, sleep_until, timeout};

use super::LOOK_ANYWAY;
use super::audience::{self, Frame};
use crate::store::{Store, StoreError};

/// The page is made from the whole record, so not more often than this.
const PACE: Duration = Duration::from_millis(500);

/// The living page of this process.
pub(super) struct Living {
    store: Store,
    frames: watch::Sender<Option<Frame>>,
    closing: watch::Sender<bool>,
    dirty: Notify,
}

/// A follower's end of the page.
pub struct Following {
    /// The newest frame.
    pub frames: watch::Receiver<Option<Frame>>,
    /// Becomes true when the server stops, or the page asks for another code.
    pub closing: watch::Receiver<bool>,
}

impl Living {
    pub(super) fn new(store: Store) -> Arc<Self> {
        let living = Arc::new(Self {
            store,
            frames: watch::Sender::default(),
            closing: watch::Sender::default(),
            dirty: Notify::new(),
        });
        tokio::spawn(run(Arc::downgrade(&living)));
        living
    }

    /// Something on record may have changed.
    pub(super) fn look(&self) {
        self.dirty.notify_one();
    }

    /// Follows the page; the first frame is there already.
    pub(super) async fn follow(&self) -> Result<Following, StoreError> {
        let following = Following {
            frames: self.frames.subscribe(),
            closing: self.closing.subscribe(),
        };
        self.publish().await?;
        Ok(following)
    }

    /// Ends all streams; those who may still see the page come back by themselves.
    pub(super) fn close(&self) {
        self.closing.send_replace(true);
    }

    /// Ends all streams that are open now, and no later ones.
    pub(super) fn send_away(&self) {
        self.closing.send_replace(true);
        self.closing.send_replace(false);
    }

    async fn publish(&self) -> Result<(), StoreError> {
        let page = self.store.portfolio(None).await?;
        let frame = frame(&page);
        self.frames.send_if_modified(|held| {
            let differs = held.as_ref().is_none_or(|held| held.says_other(&frame));
            if differs {
                *held = Some(frame);
            }
            differs
        });
        Ok(())
    }
}

/// Looks when told to, and every now and then, as long as someone follows.
async fn run(living: Weak<Living>) {
    let mut seen = 0;
    loop {
        let Some(living) = living.upgrade() else {
            return;
        };
        let begun = Instant::now();
        // Told or not: then it is time to look.
        let _ = timeout(LOOK_ANYWAY, living.dirty.notified()).await;
        if living.frames.receiver_count() == 0 {
            continue;
        }
        match living.refresh(&mut seen).await {
            Ok(()) => sleep_until(begun + PACE).await,
            Err(error) => tracing::error!(%error, "the page of financing could not be read"),
        }
    }
}

impl Living {
    async fn refresh(&self, seen: &mut u64) -> Result<(), StoreError> {
        let seq = self.store.portfolio_seq().await?;
        if seq != *seen {
            self.publish().await?;
            *seen = seq;
        }
        Ok(())
    }
}

fn frame(page: &Portfolio) -> Frame {
    let id = format!("{}.{}", page.epoch, page.seq);
    let content = Portfolio {
        seq: 0,
        ..page.clone()
    };
    audience::frame(id, audience::json(page), &content)
}
