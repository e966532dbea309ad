//! Signatures of the server: Ed25519 (RFC 8032), over bytes that say what they are.

use serde::{Deserialize, Serialize};

use crate::base64url::{shown, spelled};
use crate::code::Code;

/// A server's public key; 43 characters of base64url.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct VerifyingKey([u8; 32]);

spelled!(VerifyingKey);
shown!(VerifyingKey);

/// A signature, 64 bytes; 86 characters of base64url.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Signature([u8; 64]);

spelled!(Signature);
shown!(Signature);

/// The signature is not of this key over these words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the signature is not of this key over these words")]
pub struct NotSigned;

impl Code for NotSigned {
    fn code(&self) -> &'static str {
        "not_signed"
    }
}

impl VerifyingKey {
    /// Checks strictly: keys and signatures of small order, which fit any words, are refused.
    pub(crate) fn verify(&self, words: &[u8], signature: &Signature) -> Result<(), NotSigned> {
        let key = ed25519_dalek::VerifyingKey::from_bytes(&self.0).map_err(|_| NotSigned)?;
        let signature = ed25519_dalek::Signature::from_bytes(&signature.0);
        key.verify_strict(words, &signature).map_err(|_| NotSigned)
    }
}

#[cfg(feature = "sign")]
pub use signing::SigningKey;

#[cfg(feature = "sign")]
mod signing {
    use ed25519_dalek::Signer;

    use super::{Signature, VerifyingKey};
    use crate::base64url::hidden;

    /// The server's private key, wiped when dropped.
    #[derive(Clone)]
    pub struct SigningKey(ed25519_dalek::SigningKey);

    hidden!(SigningKey);

    impl SigningKey {
        /// The key that a secret seed of 32 bytes stands for.
        pub fn from_seed(seed: &[u8; 32]) -> Self {
            Self(ed25519_dalek::SigningKey::from_bytes(seed))
        }

        /// The public key with which its signatures are verified.
        pub fn verifying_key(&self) -> VerifyingKey {
            VerifyingKey(self.0.verifying_key().to_bytes())
        }

        pub(crate) fn sign(&self, words: &[u8]) -> Signature {
            Signature(self.0.sign(words).to_bytes())
        }
    }
}

#[cfg(all(test, feature = "sign"))]
mod tests {
    use static_assertions::assert_not_impl_any;

    use super::*;

    assert_not_impl_any!(SigningKey: Serialize, std::fmt::Display, Copy);

    #[test]
    fn only_the_right_key_over_the_right_words_passes() {
        let key = SigningKey::from_seed(&[1; 32]);
        let other = SigningKey::from_seed(&[2; 32]);
        let signature = key.sign(b"words");
        assert_eq!(key.verifying_key().verify(b"words", &signature), Ok(()));
        assert_eq!(
            key.verifying_key().verify(b"word", &signature),
            Err(NotSigned)
        );
        assert_eq!(
            other.verifying_key().verify(b"words", &signature),
            Err(NotSigned)
        );
        for place in [0, 31, 32, 63] {
            let mut changed = signature;
            changed.0[place] ^= 1;
            assert_eq!(
                key.verifying_key().verify(b"words", &changed),
                Err(NotSigned)
            );
        }
    }

    /// RFC 8032, section 7.1, test 2.
    #[test]
    fn the_vector_of_the_rfc_comes_out() {
        let seed = "TM0Imyj_ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U-4pvs";
        let seed = crate::base64url::read(seed).unwrap();
        let key = SigningKey::from_seed(&seed);
        assert_eq!(key.verifying_key().0[..4], [0x3d, 0x40, 0x17, 0xc3]);
        assert_eq!(key.sign(&[0x72]).0[..4], [0x92, 0xa0, 0x09, 0xa9]);
    }

    #[test]
    fn a_key_that_fits_everything_is_refused() {
        let mut identity = [0; 32];
        identity[0] = 1;
        let mut signature = [0; 64];
        signature[0] = 1;
        let weak = VerifyingKey(identity);
        assert_eq!(weak.verify(b"words", &Signature(signature)), Err(NotSigned));
    }

    #[test]
    fn keys_and_signatures_are_text() {
        let key = SigningKey::from_seed(&[1; 32]);
        let signature = key.sign(b"words");
        assert_eq!(signature.to_string().len(), 86);
        assert_eq!(signature.to_string().parse(), Ok(signature));
        let verifying = key.verifying_key();
        assert_eq!(verifying.to_string().parse(), Ok(verifying));
        assert_eq!(format!("{key:?}"), "SigningKey(hidden)");
    }
}
