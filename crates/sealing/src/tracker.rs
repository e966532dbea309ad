//! Trackers: numbers that only a phone knows for its own, under which its ballot and choices are published.

use hmac::{Hmac, KeyInit, Mac};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use zeroize::ZeroizeOnDrop;

use crate::base64url::{hidden, shown, spelled};
use crate::canonical::Canonical;

/// 32 random bytes that never leave the phone; 43 characters of base64url. Wiped when dropped.
#[derive(Clone, ZeroizeOnDrop)]
pub struct Secret([u8; 32]);

spelled!(Secret);
hidden!(Secret);

impl Secret {
    /// A new secret of 32 random bytes.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        let mut bytes = [0; 32];
        rng.fill_bytes(&mut bytes);
        Self(bytes)
    }

    /// A secret that was derived from another one.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

/// 16 bytes; 22 characters of base64url. Two trackers of one phone show nothing of each other.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Tracker([u8; 16]);

spelled!(Tracker);
shown!(Tracker);

impl Tracker {
    /// The bytes as they are stored.
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// Bytes as they were stored.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }
}

/// Where this phone's ballot stands: one tracker for every barometer, whatever was chosen.
pub fn ballot_tracker(secret: &Secret, barometer: &str) -> Tracker {
    let place = Canonical::of("barometer ballot tracker v1").text(barometer);
    tracker(secret, &place.bytes())
}

/// The tracker under which this phone's vote for a candidate stands in the roll.
pub fn candidate_tracker(secret: &Secret, barometer: &str, candidate: &str) -> Tracker {
    let purpose = Canonical::of("barometer candidate tracker v1");
    tracker(secret, &purpose.text(barometer).text(candidate).bytes())
}

/// The first half of HMAC-SHA256 (RFC 2104).
fn tracker(secret: &Secret, place: &[u8]) -> Tracker {
    let mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&secret.0);
    let mac = mac.expect("HMAC takes keys of every length");
    let digest = mac.chain_update(place).finalize().into_bytes();
    let mut short = [0; 16];
    short.copy_from_slice(&digest[..16]);
    Tracker(short)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;
    use static_assertions::assert_not_impl_any;

    use super::*;
    use crate::dice::Dice;

    assert_not_impl_any!(Secret: Serialize, std::fmt::Display, Copy);

    fn secret() -> Secret {
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            .parse()
            .unwrap()
    }

    /// The figures were computed independently, by another program.
    #[test]
    fn trackers_never_change() {
        assert_eq!(
            ballot_tracker(&secret(), "b").to_string(),
            "q4-rZCgU48UKFG58x9mlUw"
        );
        assert_eq!(
            candidate_tracker(&secret(), "b", "1").to_string(),
            "p60ByuByJb-fTF1ssAQOVg"
        );
    }

    #[test]
    fn no_two_places_share_a_tracker() {
        let secret = secret();
        let trackers = BTreeSet::from([
            ballot_tracker(&secret, "ab"),
            ballot_tracker(&secret, "a"),
            candidate_tracker(&secret, "ab", ""),
            candidate_tracker(&secret, "a", "b"),
            candidate_tracker(&secret, "", "ab"),
            ballot_tracker(&Secret::generate(&mut Dice::seeded(1)), "ab"),
        ]);
        assert_eq!(trackers.len(), 6);
    }

    #[test]
    fn a_secret_is_spelled_and_never_shown() {
        let secret = Secret::generate(&mut Dice::seeded(1));
        let text = String::from(secret.clone());
        assert_eq!(text.len(), 43);
        assert_eq!(format!("{secret:?}"), "Secret(hidden)");
        let read: Secret = text.parse().unwrap();
        assert_eq!(ballot_tracker(&read, "b"), ballot_tracker(&secret, "b"));
    }

    proptest! {
        #[test]
        fn a_tracker_is_22_characters_in_json(seed: u64, barometer: String, candidate: String) {
            let secret = Secret::generate(&mut Dice::seeded(seed));
            let tracker = candidate_tracker(&secret, &barometer, &candidate);
            let json = serde_json::to_string(&tracker).unwrap();
            prop_assert_eq!(json.len(), 24);
            prop_assert_eq!(serde_json::from_str::<Tracker>(&json).unwrap(), tracker);
        }
    }
}
