//! The vendor's public key, and two ways to see whether it is the right one.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::base64url::{shown, spelled};
use crate::words;

/// How many bytes a key has.
pub const KEY_BYTES: usize = 32;

/// An X25519 public key (RFC 7748) that names are sealed to; 43 characters of base64url.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PublicKey([u8; KEY_BYTES]);

spelled!(PublicKey);
shown!(PublicKey);

/// Half a SHA-256 of a public key: enough that nobody makes a second key with the same. 22 characters of base64url.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Fingerprint([u8; 16]);

spelled!(Fingerprint);
shown!(Fingerprint);

impl PublicKey {
    /// A key as X25519 writes it. Every 32 bytes are one; sealing refuses the few that give no secret.
    pub fn from_bytes(bytes: [u8; KEY_BYTES]) -> Self {
        Self(bytes)
    }

    /// The key as X25519 writes it.
    pub fn as_bytes(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }

    /// For machines: the first 16 bytes of SHA-256("barometer vendor key v1" ‖ key).
    pub fn fingerprint(&self) -> Fingerprint {
        let digest = Sha256::new_with_prefix("barometer vendor key v1")
            .chain_update(self.0)
            .finalize();
        let mut short = [0; 16];
        short.copy_from_slice(&digest[..16]);
        Fingerprint(short)
    }

    /// For people: [four words](words) to compare by eye or aloud. Whoever can compare the
    /// [fingerprint](Self::fingerprint) is better off with that.
    pub fn words(&self) -> [&'static str; 4] {
        words::four_words("barometer vendor words v1", &self.0)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_key_is_43_characters_and_its_fingerprint_22() {
        let key = PublicKey::from_bytes([7; 32]);
        assert_eq!(key.to_string().parse(), Ok(key));
        assert_eq!(key.to_string().len(), 43);
        let fingerprint = key.fingerprint();
        assert_eq!(fingerprint.to_string().parse(), Ok(fingerprint));
        assert_eq!(fingerprint.to_string().len(), 22);
    }

    /// The figures were computed independently, by another program.
    #[test]
    fn fingerprint_and_words_never_change() {
        let key = PublicKey::from_bytes([7; 32]);
        assert_eq!(key.fingerprint().to_string(), "eE4YJ8BgS_VpaJ6RUUhVuw");
        assert_eq!(key.words().join(" "), "rytme lykkelig scene kontrast");
    }

    #[test]
    fn another_key_has_other_words() {
        let different: BTreeSet<_> = (0..20)
            .map(|byte| PublicKey::from_bytes([byte; 32]).words())
            .collect();
        assert_eq!(different.len(), 20);
    }
}
