//! Whether somebody holds the vendor's key: a text that only that key opens, and what must be read in it.

use barometer_domain::ids::Millis;
use barometer_domain::vendor_account::CHALLENGE_SEALED_FOR;
use barometer_sealing::sealed_text::seal_text;
use getrandom::SysRng;
use rand_core::UnwrapErr;

use super::Keys;

impl Keys {
    /// What the holder of the key reads in challenge `number`, taken until `until`: nothing of it is stored. Another
    /// passphrase, known by the hash of its proof, makes all earlier challenges worthless.
    pub fn challenge_answer(&self, number: &str, until: Millis, proof_hash: &[u8; 32]) -> String {
        let mut hasher = blake3::Hasher::new_keyed(&self.recovery);
        hasher
            .update(&until.to_le_bytes())
            .update(proof_hash)
            .update(number.as_bytes());
        hasher.finalize().to_hex().to_string()
    }
}

/// The answer sealed to the vendor's public key for this challenge; `None` if that is no key.
pub(crate) fn seal_challenge(vendor: &str, number: &str, answer: &str) -> Option<String> {
    let vendor = vendor.parse().ok()?;
    let text = serde_json::json!({ "answer": answer }).to_string();
    let mut chance = UnwrapErr(SysRng);
    seal_text(&vendor, CHALLENGE_SEALED_FOR, number, &text, &mut chance).ok()
}
