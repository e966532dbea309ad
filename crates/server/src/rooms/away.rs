//! Participants whose stream broke off: in memory only, by place, forgotten after a minute.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::secrets::SlotId;

/// A phone that has been gone for longer is asleep or has left.
const GIVEN_UP_AFTER: Duration = Duration::from_mins(1);

/// Who is away, and since when.
#[derive(Default)]
pub(super) struct AbsentPlaces(Mutex<HashMap<SlotId, Instant>>);

impl AbsentPlaces {
    pub(super) fn left(&self, slot: SlotId) {
        self.slots().insert(slot, Instant::now());
    }

    pub(super) fn is_back(&self, slot: SlotId) {
        self.slots().remove(&slot);
    }

    /// How many may still come back.
    pub(super) fn number(&self) -> u32 {
        let mut slots = self.slots();
        slots.retain(|_, since| since.elapsed() < GIVEN_UP_AFTER);
        u32::try_from(slots.len()).unwrap_or(u32::MAX)
    }

    fn slots(&self) -> MutexGuard<'_, HashMap<SlotId, Instant>> {
        // Nothing panics while it is held; if something did, the map is still whole.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
