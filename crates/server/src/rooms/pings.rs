//! When streams say that they are still there: one wheel for all, so that no stream has a timer of its own.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Weak};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{MissedTickBehavior, interval};

use crate::vital;

/// How long nothing may be heard of a stream.
const PING_EVERY: Duration = Duration::from_secs(15);
/// Into how many groups the streams are divided, which are due one after the other.
const GROUPS: u32 = 15;

/// Turns as long as somebody holds it.
pub(super) struct PingWheel {
    groups: Vec<watch::Sender<()>>,
    next: AtomicUsize,
}

impl PingWheel {
    /// A wheel that turns from now on.
    pub(super) fn start() -> Arc<Self> {
        let groups = (0..GROUPS).map(|_| watch::Sender::default()).collect();
        let wheel = Arc::new(Self {
            groups,
            next: AtomicUsize::default(),
        });
        vital::spawn("ping wheel", turn(Arc::downgrade(&wheel)));
        wheel
    }

    /// A place on it: changes whenever a ping is due.
    pub(super) fn subscribe(&self) -> watch::Receiver<()> {
        let next = self.next.fetch_add(1, Ordering::Relaxed);
        self.groups[next % self.groups.len()].subscribe()
    }
}

async fn turn(wheel: Weak<PingWheel>) {
    let mut ticks = interval(PING_EVERY / GROUPS);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    for group in (0..GROUPS as usize).cycle() {
        ticks.tick().await;
        let Some(wheel) = wheel.upgrade() else { return };
        wheel.groups[group].send_replace(());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn every_place_is_due_once_in_each_turn() {
        let wheel = PingWheel {
            groups: (0..GROUPS).map(|_| watch::Sender::default()).collect(),
            next: AtomicUsize::default(),
        };
        let mut places: Vec<_> = (0..40).map(|_| wheel.subscribe()).collect();
        for group in &wheel.groups {
            group.send_replace(());
            let mut due = 0;
            for place in &mut places {
                due += u32::from(place.has_changed().unwrap());
                place.mark_unchanged();
            }
            assert!((2..=3).contains(&due), "{due} of 40 at once");
        }
    }
}
