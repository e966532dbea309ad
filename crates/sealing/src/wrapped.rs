//! The vendor's private key as it may be stored anywhere: encrypted under a stretched passphrase.

use serde::{Deserialize, Serialize};

use crate::base64url::{shown, spelled};
use crate::key::PublicKey;
use crate::stretch::{Cost, Salt};

const VERSION: u8 = 1;

/// A private key under XChaCha20-Poly1305, with all that is needed to unwrap it but the passphrase. JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrappedKey {
    version: Version,
    salt: Salt,
    cost: Cost,
    nonce: Nonce,
    ciphertext: Ciphertext,
    public_key: PublicKey,
}

impl WrappedKey {
    /// The salt with which the passphrase is stretched.
    pub fn salt(&self) -> Salt {
        self.salt
    }

    /// How far it is stretched.
    pub fn cost(&self) -> Cost {
        self.cost
    }

    /// The public key of the pair inside. Certain only after unwrapping.
    pub fn public_key(&self) -> PublicKey {
        self.public_key
    }
}

/// The only version so far, `1` in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
struct Version;

impl TryFrom<u8> for Version {
    type Error = &'static str;

    fn try_from(version: u8) -> Result<Self, &'static str> {
        if version == VERSION {
            Ok(Self)
        } else {
            Err("a wrapped key of an unknown version")
        }
    }
}

impl From<Version> for u8 {
    fn from(_: Version) -> Self {
        VERSION
    }
}

/// 24 random bytes: so many that two are never the same.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
struct Nonce([u8; 24]);

spelled!(Nonce);
shown!(Nonce);

/// The encrypted private key and its tag.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
struct Ciphertext([u8; 32 + 16]);

spelled!(Ciphertext);
shown!(Ciphertext);

#[cfg(feature = "open")]
pub use unwrapping::CannotUnwrap;

#[cfg(feature = "open")]
mod unwrapping {
    use chacha20poly1305::aead::{Aead, Payload};
    use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
    use rand_core::CryptoRng;
    use zeroize::Zeroizing;

    use super::{Ciphertext, Nonce, PublicKey, VERSION, Version, WrappedKey};
    use crate::code::Code;
    use crate::key_pair::{KeyPair, PrivateKey};
    use crate::passphrase::WrappingKey;

    /// Why a wrapped key stays wrapped.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
    pub enum CannotUnwrap {
        /// Another passphrase, or the wrapped key was changed.
        #[error("another passphrase, or the wrapped key was changed")]
        Refused,
        /// What was wrapped is not the private key of the public key beside it.
        #[error("the private key does not belong to the public key")]
        KeysDiffer,
    }

    impl Code for CannotUnwrap {
        fn code(&self) -> &'static str {
            match self {
                Self::Refused => "refused",
                Self::KeysDiffer => "keys_differ",
            }
        }
    }

    impl WrappedKey {
        /// Wraps a private key under a stretched passphrase.
        pub fn wrap(pair: &KeyPair, under: &WrappingKey, rng: &mut impl CryptoRng) -> Self {
            let mut nonce = [0; 24];
            rng.fill_bytes(&mut nonce);
            let public_key = pair.public();
            let payload = Payload {
                msg: pair.private().as_bytes(),
                aad: &bound_to(public_key),
            };
            Self {
                version: Version,
                salt: under.salt(),
                cost: under.cost(),
                nonce: Nonce(nonce),
                ciphertext: encrypt(under, nonce, payload),
                public_key,
            }
        }

        /// Unwraps the private key and sees to it that it belongs to the public key beside it.
        pub fn unwrap(&self, under: &WrappingKey) -> Result<KeyPair, CannotUnwrap> {
            let payload = Payload {
                msg: &self.ciphertext.0,
                aad: &bound_to(self.public_key),
            };
            let plain = XChaCha20Poly1305::new(under.as_bytes().into())
                .decrypt(&self.nonce.0.into(), payload)
                .map(Zeroizing::new)
                .map_err(|_| CannotUnwrap::Refused)?;
            let mut bytes = Zeroizing::new([0; 32]);
            bytes.copy_from_slice(&plain);
            let pair = KeyPair::from(PrivateKey::from_bytes(&bytes));
            if pair.public() == self.public_key {
                Ok(pair)
            } else {
                Err(CannotUnwrap::KeysDiffer)
            }
        }
    }

    fn encrypt(under: &WrappingKey, nonce: [u8; 24], payload: Payload<'_, '_>) -> Ciphertext {
        let ciphertext = XChaCha20Poly1305::new(under.as_bytes().into())
            .encrypt(&nonce.into(), payload)
            .expect("32 bytes are not too many to encrypt");
        let ciphertext = ciphertext.try_into();
        Ciphertext(ciphertext.expect("32 bytes become 48"))
    }

    /// The version and the public key.
    fn bound_to(public_key: PublicKey) -> [u8; 33] {
        let mut bytes = [VERSION; 33];
        bytes[1..].copy_from_slice(public_key.as_bytes());
        bytes
    }
}

#[cfg(all(test, feature = "open"))]
mod tests {
    use super::*;
    use crate::dice::Dice;
    use crate::key_pair::KeyPair;
    use crate::passphrase::{Passphrase, WrappingKey};

    fn wrapping(phrase: &str) -> WrappingKey {
        let salt = "AAAAAAAAAAAAAAAAAAAAAA".parse().unwrap();
        let cost = Cost::new(19, 2).unwrap();
        let phrase = Passphrase::check(phrase).unwrap();
        phrase.stretch(salt, cost).unwrap().wrapping
    }

    fn right() -> WrappingKey {
        wrapping("album blæst citron dværg enig ørred")
    }

    fn wrapped(under: &WrappingKey) -> (KeyPair, WrappedKey) {
        let mut rng = Dice::seeded(1);
        let pair = KeyPair::generate(&mut rng);
        let wrapped = WrappedKey::wrap(&pair, under, &mut rng);
        (pair, wrapped)
    }

    #[test]
    fn the_passphrase_brings_the_key_back() {
        let under = right();
        let (pair, wrapped) = wrapped(&under);
        let json = serde_json::to_string(&wrapped).unwrap();
        assert!(json.starts_with(r#"{"version":1,"salt":"AAAAAAAAAAAAAAAAAAAAAA","cost":{"#));
        let read: WrappedKey = serde_json::from_str(&json).unwrap();
        assert_eq!(read, wrapped);
        let back = read.unwrap(&under).unwrap();
        assert_eq!(back.public(), pair.public());
        assert_eq!(back.private().as_bytes(), pair.private().as_bytes());
    }

    #[test]
    fn another_passphrase_is_refused() {
        let (_, wrapped) = wrapped(&right());
        let other = wrapping("album blæst citron dværg enig fugl");
        assert_eq!(wrapped.unwrap(&other).err(), Some(CannotUnwrap::Refused));
    }

    #[test]
    fn a_changed_wrapped_key_is_refused() {
        let under = right();
        let (_, wrapped) = wrapped(&under);
        for change in [
            |key: &mut WrappedKey| key.ciphertext.0[0] ^= 1,
            |key: &mut WrappedKey| key.ciphertext.0[47] ^= 1,
            |key: &mut WrappedKey| key.nonce.0[23] ^= 1,
            |key: &mut WrappedKey| key.public_key = PublicKey::from_bytes([9; 32]),
        ] {
            let mut changed = wrapped.clone();
            change(&mut changed);
            assert_eq!(changed.unwrap(&under).err(), Some(CannotUnwrap::Refused));
        }
    }

    #[test]
    fn another_version_is_refused() {
        let (_, wrapped) = wrapped(&right());
        let json = serde_json::to_string(&wrapped).unwrap();
        let newer = json.replace(r#""version":1"#, r#""version":2"#);
        assert!(serde_json::from_str::<WrappedKey>(&newer).is_err());
    }
}
