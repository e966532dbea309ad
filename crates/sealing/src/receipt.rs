//! The receipt: what the server signs when it has stored a ballot, so that it cannot deny it later.

use serde::{Deserialize, Serialize};

use crate::canonical::Canonical;
use crate::signature::{NotSigned, Signature, VerifyingKey};
use crate::tracker::Tracker;

/// What was stored: at the reveal `ballot` must stand in the [roll](crate::roll), and `trackers` under candidates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "RawReceipt")]
pub struct ReceiptText {
    barometer: String,
    rev: u32,
    ballot: Tracker,
    trackers: Vec<Tracker>,
}

#[derive(Deserialize)]
struct RawReceipt {
    barometer: String,
    rev: u32,
    ballot: Tracker,
    trackers: Vec<Tracker>,
}

impl From<RawReceipt> for ReceiptText {
    fn from(raw: RawReceipt) -> Self {
        Self::new(raw.barometer, raw.rev, raw.ballot, raw.trackers)
    }
}

impl ReceiptText {
    /// A revision of a ballot with one tracker for each choice, in any order: they are sorted, once each.
    pub fn new(barometer: String, rev: u32, ballot: Tracker, mut trackers: Vec<Tracker>) -> Self {
        trackers.sort_unstable();
        trackers.dedup();
        Self {
            barometer,
            rev,
            ballot,
            trackers,
        }
    }

    /// Which barometer it was cast in.
    pub fn barometer(&self) -> &str {
        &self.barometer
    }

    /// Which revision of the ballot it is; a higher one replaces it.
    pub fn rev(&self) -> u32 {
        self.rev
    }

    /// The tracker under which the ballot stands in the roll.
    pub fn ballot(&self) -> Tracker {
        self.ballot
    }

    /// The choices' trackers, sorted; none for a blank ballot.
    pub fn trackers(&self) -> &[Tracker] {
        &self.trackers
    }

    /// Refuses a receipt that this key did not sign.
    pub fn verify(&self, key: &VerifyingKey, signature: &Signature) -> Result<(), NotSigned> {
        key.verify(&self.bytes(), signature)
    }

    /// Signs this receipt with the server's key.
    #[cfg(feature = "sign")]
    pub fn sign(&self, key: &crate::signature::SigningKey) -> Signature {
        key.sign(&self.bytes())
    }

    fn bytes(&self) -> Vec<u8> {
        Canonical::of("barometer receipt v1")
            .text(&self.barometer)
            .number(self.rev)
            .tracker(self.ballot)
            .trackers(&self.trackers)
            .bytes()
    }
}

#[cfg(all(test, feature = "sign"))]
mod tests {
    use super::*;
    use crate::signature::SigningKey;

    fn receipt(barometer: &str, rev: u32, ballot: u8, trackers: &[u8]) -> ReceiptText {
        let tracker = |byte: &u8| Tracker::from_bytes([*byte; 16]);
        let trackers = trackers.iter().map(tracker).collect();
        ReceiptText::new(barometer.into(), rev, tracker(&ballot), trackers)
    }

    #[test]
    fn a_signed_receipt_passes_in_whatever_order_it_arrives() {
        let key = SigningKey::from_seed(&[1; 32]);
        let text = receipt("b", 3, 1, &[9, 5]);
        let signature = text.sign(&key);
        let json = serde_json::to_string(&text).unwrap();
        let read: ReceiptText = serde_json::from_str(&json).unwrap();
        assert_eq!(read.verify(&key.verifying_key(), &signature), Ok(()));
        assert_eq!(receipt("b", 3, 1, &[5, 9]), text);
        assert!(text.trackers().is_sorted());
    }

    #[test]
    fn any_other_receipt_is_refused() {
        let key = SigningKey::from_seed(&[1; 32]);
        let signature = receipt("b", 3, 1, &[9, 5]).sign(&key);
        for other in [
            receipt("c", 3, 1, &[9, 5]),
            receipt("b", 2, 1, &[9, 5]),
            receipt("b", 3, 2, &[9, 5]),
            receipt("b", 3, 1, &[9]),
            receipt("b", 3, 1, &[9, 5, 6]),
        ] {
            let verified = other.verify(&key.verifying_key(), &signature);
            assert_eq!(verified, Err(NotSigned), "{other:?}");
        }
    }
}
