//! One way to write a thing as bytes, for everything that is hashed or signed.

use crate::roll_root::Leaf;
use crate::tracker::Tracker;

/// Bytes that begin with what they are for; every variable part is preceded by its length.
pub(crate) struct Canonical(Vec<u8>);

impl Canonical {
    /// Begins with the purpose and a zero, which no purpose contains.
    pub(crate) fn of(purpose: &str) -> Self {
        let mut bytes = purpose.as_bytes().to_vec();
        bytes.push(0);
        Self(bytes)
    }

    /// Appends a number as four bytes, most significant first.
    pub(crate) fn number(mut self, number: u32) -> Self {
        self.0.extend(number.to_be_bytes());
        self
    }

    /// Appends a text after its length in bytes.
    pub(crate) fn text(self, text: &str) -> Self {
        let mut with_length = self.number(length(text.len()));
        with_length.0.extend(text.as_bytes());
        with_length
    }

    /// Appends a tracker's 16 bytes, which need no length.
    pub(crate) fn tracker(mut self, tracker: Tracker) -> Self {
        self.0.extend(tracker.as_bytes());
        self
    }

    /// Adds a list of trackers, as it stands.
    pub(crate) fn trackers(self, trackers: &[Tracker]) -> Self {
        let counted = self.number(length(trackers.len()));
        trackers
            .iter()
            .fold(counted, |so_far, tracker| so_far.tracker(*tracker))
    }

    /// Adds the hash of an entry.
    pub(crate) fn leaf(mut self, leaf: Leaf) -> Self {
        self.0.extend(leaf.as_bytes());
        self
    }

    /// Everything appended so far, to be hashed or signed.
    pub(crate) fn bytes(self) -> Vec<u8> {
        self.0
    }
}

/// A length as it is written; nothing here comes near four thousand million.
pub(crate) fn length(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
