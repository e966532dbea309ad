//! Sealing a name to the vendor: HPKE (RFC 9180) in base mode with X25519, HKDF-SHA256 and ChaCha20-Poly1305.

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, Kem, OpModeS, Serializable};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

use crate::base64url::{shown, spelled};
use crate::code::Code;
use crate::contact::Contact;
use crate::identity::{ENCODED_BYTES, Identity};
use crate::key::PublicKey;

/// The encapsulated key, the encrypted identity and its tag.
pub const SEALED_BYTES: usize = ENCAPSULATED_BYTES + ENCODED_BYTES + TAG_BYTES;

pub(crate) const ENCAPSULATED_BYTES: usize = 32;
pub(crate) const TAG_BYTES: usize = 16;
const IDENTITY: &[u8] = b"barometer identity v1";
const CONTACT: &[u8] = b"barometer contact v1";
/// HPKE takes no context of 64 KiB; a webinar's code is six letters.
const WEBINAR_LIMIT: usize = 256;

/// A sealed identity, always 560 bytes; 747 characters of base64url. It says nothing to anyone but the vendor.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Sealed([u8; SEALED_BYTES]);

spelled!(Sealed);
shown!(Sealed);

impl Sealed {
    /// The bytes as they are stored.
    pub fn as_bytes(&self) -> &[u8; SEALED_BYTES] {
        &self.0
    }

    /// Bytes as they were stored.
    pub fn from_bytes(bytes: [u8; SEALED_BYTES]) -> Self {
        Self(bytes)
    }
}

/// The public key is one of the few that give no secret (RFC 7748 §6.1), or the webinar's name is too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("nothing can be sealed to this key")]
pub struct CannotSeal;

impl Code for CannotSeal {
    fn code(&self) -> &'static str {
        "cannot_seal"
    }
}

/// Seals an identity so that only the vendor opens it, and only as this slot's of this webinar.
pub fn seal(
    vendor: &PublicKey,
    webinar: &str,
    slot: &str,
    identity: &Identity,
    rng: &mut impl CryptoRng,
) -> Result<Sealed, CannotSeal> {
    let info = info(IDENTITY, webinar).ok_or(CannotSeal)?;
    seal_encoded(vendor, &info, slot, identity.encode().as_slice(), rng)
}

/// Seals a contact in the same way; it opens as a contact only.
pub fn seal_contact(
    vendor: &PublicKey,
    webinar: &str,
    slot: &str,
    contact: &Contact,
    rng: &mut impl CryptoRng,
) -> Result<Sealed, CannotSeal> {
    let info = info(CONTACT, webinar).ok_or(CannotSeal)?;
    seal_encoded(vendor, &info, slot, contact.encode().as_slice(), rng)
}

fn seal_encoded(
    vendor: &PublicKey,
    info: &[u8],
    slot: &str,
    encoded: &[u8],
    rng: &mut impl CryptoRng,
) -> Result<Sealed, CannotSeal> {
    let sealed = seal_bytes(vendor, info, slot.as_bytes(), encoded, rng);
    let sealed = sealed.ok_or(CannotSeal)?;
    sealed.try_into().map(Sealed).map_err(|_| CannotSeal)
}

/// The purpose, a zero, the webinar.
pub(crate) fn info(purpose: &[u8], webinar: &str) -> Option<Vec<u8>> {
    (webinar.len() <= WEBINAR_LIMIT).then(|| [purpose, &[0], webinar.as_bytes()].concat())
}

pub(crate) fn seal_bytes(
    vendor: &PublicKey,
    info: &[u8],
    aad: &[u8],
    plain: &[u8],
    rng: &mut impl CryptoRng,
) -> Option<Vec<u8>> {
    let vendor = <X25519HkdfSha256 as Kem>::PublicKey::from_bytes(vendor.as_bytes()).ok()?;
    let (encapsulated, ciphertext) = hpke::single_shot_seal_with_rng::<
        ChaCha20Poly1305,
        HkdfSha256,
        X25519HkdfSha256,
    >(&OpModeS::Base, &vendor, info, plain, aad, rng)
    .ok()?;
    Some([encapsulated.to_bytes().as_slice(), &ciphertext].concat())
}

#[cfg(feature = "open")]
pub(crate) use opening::open_bytes;
#[cfg(feature = "open")]
pub use opening::{CannotOpen, open, open_contact};

#[cfg(feature = "open")]
mod opening {
    use hpke::OpModeR;
    use zeroize::Zeroizing;

    use super::{
        CONTACT, ChaCha20Poly1305, Code, Contact, Deserializable, ENCAPSULATED_BYTES, HkdfSha256,
        IDENTITY, Identity, Kem, Sealed, X25519HkdfSha256, info,
    };
    use crate::key_pair::PrivateKey;

    /// Why a sealed identity stays closed.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
    pub enum CannotOpen {
        /// It was sealed to another key, for another webinar or slot, or it was changed.
        #[error("it was sealed to another key, for another place, or changed")]
        Refused,
        /// It opened, and what was sealed in it is not an identity.
        #[error("what was sealed in it is not an identity")]
        NotAnIdentity,
    }

    impl Code for CannotOpen {
        fn code(&self) -> &'static str {
            match self {
                Self::Refused => "refused",
                Self::NotAnIdentity => "not_an_identity",
            }
        }
    }

    /// Opens what was sealed for this slot of this webinar.
    pub fn open(
        private: &PrivateKey,
        webinar: &str,
        slot: &str,
        sealed: &Sealed,
    ) -> Result<Identity, CannotOpen> {
        let info = info(IDENTITY, webinar).ok_or(CannotOpen::Refused)?;
        let plain = open_bytes(private, &info, slot.as_bytes(), sealed.as_bytes());
        Identity::decode(&plain.ok_or(CannotOpen::Refused)?).map_err(|_| CannotOpen::NotAnIdentity)
    }

    /// Opens a contact that was sealed for this slot of this webinar.
    pub fn open_contact(
        private: &PrivateKey,
        webinar: &str,
        slot: &str,
        sealed: &Sealed,
    ) -> Result<Contact, CannotOpen> {
        let info = info(CONTACT, webinar).ok_or(CannotOpen::Refused)?;
        let plain = open_bytes(private, &info, slot.as_bytes(), sealed.as_bytes());
        Contact::decode(&plain.ok_or(CannotOpen::Refused)?).map_err(|_| CannotOpen::NotAnIdentity)
    }

    pub(crate) fn open_bytes(
        private: &PrivateKey,
        info: &[u8],
        aad: &[u8],
        sealed: &[u8],
    ) -> Option<Zeroizing<Vec<u8>>> {
        let (encapsulated, ciphertext) = sealed.split_at_checked(ENCAPSULATED_BYTES)?;
        let encapsulated = <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(encapsulated).ok()?;
        hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
            &OpModeR::Base,
            &private.for_hpke(),
            &encapsulated,
            info,
            ciphertext,
            aad,
        )
        .ok()
        .map(Zeroizing::new)
    }
}

#[cfg(all(test, feature = "open"))]
mod tests {
    use proptest::prelude::*;
    use zeroize::Zeroizing;

    use super::opening::open_bytes;
    use super::*;
    use crate::dice::Dice;
    use crate::key_pair::{KeyPair, PrivateKey};

    fn ida() -> Identity {
        Identity::new("Ida Østergård", Some(751), "IT-chef").unwrap()
    }

    fn sealed_to(pair: &KeyPair) -> Sealed {
        seal(
            &pair.public(),
            "4K7P2M",
            "slot",
            &ida(),
            &mut Dice::seeded(3),
        )
        .unwrap()
    }

    fn hex(text: &str) -> Vec<u8> {
        let digits = (0..text.len()).step_by(2);
        digits
            .map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap())
            .collect()
    }

    /// RFC 9180, appendix A.2.1: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305, base mode.
    #[test]
    fn the_vector_of_the_rfc_comes_out() {
        let info = hex("4f6465206f6e2061204772656369616e2055726e");
        let chance = hex("909a9b35d3dc4713a5e72a4da274b55d3d3821a37e5d099e74a647db583a904b");
        let public = hex("4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a");
        let private = hex("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb");
        let plain = hex("4265617574792069732074727574682c20747275746820626561757479");
        let expected = hex(concat!(
            "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a",
            "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db",
            "21993c62ce81883d2dd1b51a28"
        ));
        let public = PublicKey::from_bytes(public.try_into().unwrap());
        let mut rng = Dice::replaying(&chance);
        let sealed = seal_bytes(&public, &info, b"Count-0", &plain, &mut rng);
        assert_eq!(sealed, Some(expected.clone()));

        let private = Zeroizing::new(private.try_into().unwrap());
        let private = PrivateKey::from_bytes(&private);
        let opened = open_bytes(&private, &info, b"Count-0", &expected);
        assert_eq!(opened, Some(Zeroizing::new(plain)));
    }

    #[test]
    fn the_vendor_opens_what_a_phone_sealed() {
        let pair = KeyPair::generate(&mut Dice::seeded(1));
        let text = sealed_to(&pair).to_string();
        assert_eq!(text.len(), 747);
        let sealed = text.parse().unwrap();
        assert_eq!(open(pair.private(), "4K7P2M", "slot", &sealed), Ok(ida()));
    }

    #[test]
    fn a_contact_opens_as_a_contact_only_and_only_in_its_place() {
        let pair = KeyPair::generate(&mut Dice::seeded(1));
        let contact = Contact::new("Ida Østergård", "ida@aarhus.dk", None).unwrap();
        let mut rng = Dice::seeded(3);
        let sealed = seal_contact(&pair.public(), "4K7P2M", "row", &contact, &mut rng).unwrap();
        let opened = |slot| open_contact(pair.private(), "4K7P2M", slot, &sealed);
        assert_eq!(opened("row"), Ok(contact));
        assert_eq!(opened("wor"), Err(CannotOpen::Refused));
        let as_a_name = open(pair.private(), "4K7P2M", "row", &sealed);
        assert_eq!(as_a_name, Err(CannotOpen::Refused));
    }

    #[test]
    fn another_webinar_slot_or_key_is_refused() {
        let pair = KeyPair::generate(&mut Dice::seeded(1));
        let other = KeyPair::generate(&mut Dice::seeded(2));
        let sealed = sealed_to(&pair);
        for (pair, webinar, slot) in [
            (&pair, "4K7P2N", "slot"),
            (&pair, "4K7P2M", "tols"),
            (&pair, "4K7P2Ms", "lot"),
            (&other, "4K7P2M", "slot"),
        ] {
            let opened = open(pair.private(), webinar, slot, &sealed);
            assert_eq!(opened, Err(CannotOpen::Refused), "{webinar} {slot}");
        }
    }

    /// X25519 ignores the highest bit of a public key; HPKE binds the key as it was sent.
    #[test]
    fn a_flipped_bit_that_the_curve_ignores_is_refused_too() {
        let pair = KeyPair::generate(&mut Dice::seeded(1));
        let mut bytes = *sealed_to(&pair).as_bytes();
        bytes[ENCAPSULATED_BYTES - 1] ^= 0x80;
        let opened = open(pair.private(), "4K7P2M", "slot", &Sealed::from_bytes(bytes));
        assert_eq!(opened, Err(CannotOpen::Refused));
    }

    #[test]
    fn what_is_sealed_and_not_an_identity_is_told_apart() {
        let pair = KeyPair::generate(&mut Dice::seeded(1));
        let mut rng = Dice::seeded(3);
        let info = info(IDENTITY, "4K7P2M").unwrap();
        let bytes = seal_bytes(&pair.public(), &info, b"slot", &[9; 512], &mut rng).unwrap();
        let sealed = Sealed::from_bytes(bytes.try_into().unwrap());
        let opened = open(pair.private(), "4K7P2M", "slot", &sealed);
        assert_eq!(opened, Err(CannotOpen::NotAnIdentity));
    }

    #[test]
    fn nothing_is_sealed_to_a_key_that_gives_no_secret() {
        let (zero, mut rng) = (PublicKey::from_bytes([0; 32]), Dice::seeded(3));
        assert_eq!(
            seal(&zero, "4K7P2M", "slot", &ida(), &mut rng),
            Err(CannotSeal)
        );
        let pair = KeyPair::generate(&mut Dice::seeded(1));
        let endless = "W".repeat(70_000);
        let sealed = seal(&pair.public(), &endless, "slot", &ida(), &mut rng);
        assert_eq!(sealed, Err(CannotSeal));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn a_flipped_bit_is_refused(place in 0..SEALED_BYTES, bit in 0_u32..8) {
            let pair = KeyPair::generate(&mut Dice::seeded(1));
            let mut bytes = *sealed_to(&pair).as_bytes();
            bytes[place] ^= 1 << bit;
            let opened = open(pair.private(), "4K7P2M", "slot", &Sealed::from_bytes(bytes));
            prop_assert_eq!(opened, Err(CannotOpen::Refused));
        }

        #[test]
        fn every_sealed_identity_opens(seed: u64, name in "[a-zæøå]{1,80}", role in "[a-zæøå]{0,80}") {
            let pair = KeyPair::generate(&mut Dice::seeded(seed));
            let identity = Identity::new(&name, None, &role).unwrap();
            let mut rng = Dice::seeded(seed.wrapping_add(1));
            let sealed = seal(&pair.public(), "W", "s", &identity, &mut rng).unwrap();
            prop_assert_eq!(open(pair.private(), "W", "s", &sealed), Ok(identity));
        }
    }
}
