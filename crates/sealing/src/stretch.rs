//! What server and browser agree on about the vendor's passphrase, without the server ever having it.

use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::ZeroizeOnDrop;

use crate::base64url::{hidden, shown, spelled};
use crate::code::Code;

/// The least memory: OWASP's minimum for Argon2id with two passes. In MiB.
pub const LEAST_MEMORY: u16 = 19;
/// The most memory that a browser is asked for. In MiB.
pub const MOST_MEMORY: u16 = 256;
/// The fewest passes over the memory: OWASP's minimum with 19 MiB.
pub const FEWEST_PASSES: u8 = 2;
/// The most passes that a browser is asked for.
pub const MOST_PASSES: u8 = 10;

/// What one guess at a passphrase costs: Argon2id's memory and passes, on one lane.
///
/// The server tells it, so it has bounds: a hostile server can neither weaken a passphrase nor stop a browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawCost", into = "RawCost")]
pub struct Cost {
    memory: u16,
    passes: u8,
}

/// A cost that is too little to protect a passphrase or too much for a browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "a cost has {LEAST_MEMORY} to {MOST_MEMORY} MiB and {FEWEST_PASSES} to {MOST_PASSES} passes"
)]
pub struct CostOutOfBounds;

impl Code for CostOutOfBounds {
    fn code(&self) -> &'static str {
        "cost_out_of_bounds"
    }
}

impl Cost {
    /// Memory in MiB, and how often it is passed over.
    pub fn new(memory: u16, passes: u8) -> Result<Self, CostOutOfBounds> {
        let affordable = (LEAST_MEMORY..=MOST_MEMORY).contains(&memory)
            && (FEWEST_PASSES..=MOST_PASSES).contains(&passes);
        if affordable {
            Ok(Self { memory, passes })
        } else {
            Err(CostOutOfBounds)
        }
    }

    /// The memory that one guess takes, in MiB.
    pub fn memory(&self) -> u16 {
        self.memory
    }

    /// How often the memory is passed over.
    pub fn passes(&self) -> u8 {
        self.passes
    }
}

impl Default for Cost {
    /// RFC 9106's second recommendation: 64 MiB and three passes; about a second in a browser.
    fn default() -> Self {
        Self {
            memory: 64,
            passes: 3,
        }
    }
}

#[derive(Serialize, Deserialize)]
struct RawCost {
    memory_mib: u16,
    passes: u8,
}

impl TryFrom<RawCost> for Cost {
    type Error = CostOutOfBounds;

    fn try_from(raw: RawCost) -> Result<Self, CostOutOfBounds> {
        Self::new(raw.memory_mib, raw.passes)
    }
}

impl From<Cost> for RawCost {
    fn from(cost: Cost) -> Self {
        Self {
            memory_mib: cost.memory,
            passes: cost.passes,
        }
    }
}

/// 16 random bytes, public, so that the same passphrase is stretched differently elsewhere.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Salt([u8; 16]);

spelled!(Salt);
shown!(Salt);

impl Salt {
    /// A new salt of 16 random bytes.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        let mut bytes = [0; 16];
        rng.fill_bytes(&mut bytes);
        Self(bytes)
    }

    /// The salt's bytes, as Argon2id takes them.
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

/// What the browser logs in with: it follows from the passphrase, and says nothing of the wrapping key.
#[derive(Clone, ZeroizeOnDrop, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Proof([u8; 32]);

spelled!(Proof);
hidden!(Proof);

impl Proof {
    #[cfg(feature = "open")]
    pub(crate) fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// What the server keeps: SHA-256("barometer login proof v1" ‖ proof), with which nobody can log in.
    pub fn digest(&self) -> ProofDigest {
        let digest = Sha256::new_with_prefix("barometer login proof v1").chain_update(self.0);
        ProofDigest(digest.finalize().into())
    }
}

/// A digest of a [`Proof`]; comparing two in varying time tells nothing that helps.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ProofDigest([u8; 32]);

spelled!(ProofDigest);
shown!(ProofDigest);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dice::Dice;

    fn check_cost(json: &str, expected: Option<Cost>) {
        assert_eq!(serde_json::from_str(json).ok(), expected, "{json}");
    }

    #[test]
    fn a_cost_outside_its_bounds_is_refused() {
        check_cost(r#"{"memory_mib":64,"passes":3}"#, Some(Cost::default()));
        check_cost(r#"{"memory_mib":19,"passes":2}"#, Cost::new(19, 2).ok());
        check_cost(r#"{"memory_mib":256,"passes":10}"#, Cost::new(256, 10).ok());
        for json in [
            r#"{"memory_mib":18,"passes":3}"#,
            r#"{"memory_mib":257,"passes":3}"#,
            r#"{"memory_mib":65536,"passes":3}"#,
            r#"{"memory_mib":64,"passes":1}"#,
            r#"{"memory_mib":64,"passes":11}"#,
        ] {
            check_cost(json, None);
        }
    }

    #[test]
    fn a_cost_is_written_as_it_is_read() {
        let json = serde_json::to_string(&Cost::default()).unwrap();
        assert_eq!(json, r#"{"memory_mib":64,"passes":3}"#);
    }

    #[test]
    fn a_proof_hides_itself_and_its_digest_does_not_give_it_away() {
        let proof = Proof([7; 32]);
        assert_eq!(format!("{proof:?}"), "Proof(hidden)");
        assert_ne!(proof.digest().to_string(), String::from(proof.clone()));
        assert!(proof.digest() == proof.clone().digest());
        assert!(proof.digest() != Proof([8; 32]).digest());
    }

    #[test]
    fn salts_differ() {
        let mut rng = Dice::seeded(1);
        let salt = Salt::generate(&mut rng);
        assert_ne!(salt, Salt::generate(&mut rng));
        assert_eq!(salt.to_string().parse(), Ok(salt));
    }
}
