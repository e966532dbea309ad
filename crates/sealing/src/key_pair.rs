//! The vendor's private key, which exists only in the vendor's browser.

use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, Kem, Serializable};
use rand_core::CryptoRng;
use zeroize::{ZeroizeOnDrop, Zeroizing};

use crate::base64url::hidden;
use crate::key::{KEY_BYTES, PublicKey};

/// An X25519 private key, wiped when dropped. It is neither shown nor serialised; it leaves memory only wrapped.
#[derive(Clone, ZeroizeOnDrop)]
pub struct PrivateKey([u8; KEY_BYTES]);

hidden!(PrivateKey);

/// A private key with its public key.
#[derive(Clone, Debug)]
pub struct KeyPair {
    private: PrivateKey,
    public: PublicKey,
}

impl PrivateKey {
    pub(crate) fn from_bytes(bytes: &Zeroizing<[u8; KEY_BYTES]>) -> Self {
        Self(**bytes)
    }

    pub(crate) fn as_bytes(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }

    /// Every 32 bytes are an X25519 private key.
    pub(crate) fn for_hpke(&self) -> <X25519HkdfSha256 as Kem>::PrivateKey {
        Deserializable::from_bytes(&self.0).expect("a private key has 32 bytes")
    }

    fn public_key(&self) -> PublicKey {
        let public = X25519HkdfSha256::sk_to_pk(&self.for_hpke());
        PublicKey::from_bytes(public.to_bytes().into())
    }
}

impl KeyPair {
    /// A new random key pair, X25519.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        let (private, _) = X25519HkdfSha256::gen_keypair_with_rng(rng);
        let bytes = Zeroizing::new(private.to_bytes().into());
        PrivateKey::from_bytes(&bytes).into()
    }

    /// The private half, which opens sealed names.
    pub fn private(&self) -> &PrivateKey {
        &self.private
    }

    /// The public half, which names are sealed to.
    pub fn public(&self) -> PublicKey {
        self.public
    }
}

impl From<PrivateKey> for KeyPair {
    fn from(private: PrivateKey) -> Self {
        let public = private.public_key();
        Self { private, public }
    }
}

#[cfg(test)]
mod tests {
    use static_assertions::assert_not_impl_any;

    use super::*;
    use crate::dice::Dice;

    assert_not_impl_any!(PrivateKey: serde::Serialize, std::fmt::Display, Copy);
    assert_not_impl_any!(KeyPair: serde::Serialize, std::fmt::Display, Copy);

    #[test]
    fn a_private_key_leads_to_its_public_key() {
        let pair = KeyPair::generate(&mut Dice::seeded(1));
        assert_eq!(
            KeyPair::from(pair.private().clone()).public(),
            pair.public()
        );
        let other = KeyPair::generate(&mut Dice::seeded(2));
        assert_ne!(other.public(), pair.public());
    }

    #[test]
    fn its_debug_tells_only_the_public_half() {
        let pair = KeyPair::generate(&mut Dice::seeded(1));
        let shown = format!("{pair:?}");
        assert!(shown.contains("PrivateKey(hidden)"));
        assert!(shown.contains(&pair.public().to_string()));
    }
}
