//! The server's secrets: random values, the pepper, and what is derived from it.
//!
//! The pepper lives in a directory of its own, apart from the database, so that a stolen database
//! says neither which municipality a ballot is for nor which participant cast it.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use barometer_domain::ids::{CODE_ALPHABET, CODE_LENGTH, MunicipalityCode, WebinarCode};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

/// A participant's place in a webinar: random, and tied to a ballot by [`Keys::nym`] only.
pub type SlotId = [u8; 16];
/// A barometer's random id.
pub type BarometerId = [u8; 16];
/// A ballot's key: tells nothing without the pepper.
pub type Nym = [u8; 32];

const NONCE: usize = 24;

/// Fresh random bytes from the operating system.
///
/// # Panics
/// When the operating system has no randomness to give: nothing may go on without.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

/// A random number that JSON carries exactly.
pub fn random_number() -> u32 {
    u32::from_le_bytes(random())
}

/// A random webinar code.
///
/// # Panics
/// Never: it is made of the alphabet of codes.
pub fn random_code() -> WebinarCode {
    let letter = |byte: u8| char::from(CODE_ALPHABET[usize::from(byte) % CODE_ALPHABET.len()]);
    let code: String = random::<CODE_LENGTH>().into_iter().map(letter).collect();
    code.parse().expect("letters of the alphabet make a code")
}

/// A random 256-bit token, in hexadecimal.
pub fn random_token() -> String {
    hex::encode(random::<32>())
}

/// How tokens and presenter secrets are stored: hashed, since they are random and long.
pub fn hash_token(token: &str) -> [u8; 32] {
    *blake3::hash(token.as_bytes()).as_bytes()
}

/// Keys derived from the pepper.
pub struct Keys {
    nym: [u8; 32],
    simulated: [u8; 32],
    municipality: XChaCha20Poly1305,
}

/// A stored municipality that does not open: another pepper, or a damaged row.
#[derive(Debug, thiserror::Error)]
#[error("a stored municipality does not open with this pepper")]
pub struct WrongPepper;

impl Keys {
    /// Derives the keys from the pepper.
    pub fn derive(pepper: &[u8; 32]) -> Self {
        let key = |purpose: &str| blake3::derive_key(purpose, pepper);
        Self {
            nym: key("barometer 2026 ballot nym"),
            simulated: key("barometer 2026 simulated slot"),
            municipality: XChaCha20Poly1305::new(&key("barometer 2026 municipality").into()),
        }
    }

    /// Reads `pepper` in `directory`, or makes it on the first start; readable by the owner only.
    pub fn open(directory: &Path) -> io::Result<Self> {
        let path = directory.join("pepper");
        let pepper = match fs::read(&path) {
            Ok(bytes) => bytes.try_into().map_err(|_| {
                io::Error::new(
                    io::ErrorKind::InvalidData,
                    "the pepper is not 32 bytes long",
                )
            })?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                fs::create_dir_all(directory)?;
                let pepper = random::<32>();
                create_private(&path)?.write_all(&pepper)?;
                pepper
            }
            Err(error) => return Err(error),
        };
        Ok(Self::derive(&pepper))
    }

    /// The key under which this slot's ballot in this barometer is stored.
    pub fn nym(&self, barometer: &BarometerId, slot: &SlotId) -> Nym {
        let mut hasher = blake3::Hasher::new_keyed(&self.nym);
        hasher.update(b"ballot").update(barometer).update(slot);
        *hasher.finalize().as_bytes()
    }

    /// The slot of the `member`-th invented participant of a webinar: the same after every restart.
    pub fn simulated_slot(&self, webinar: i64, member: usize) -> SlotId {
        let mut hasher = blake3::Hasher::new_keyed(&self.simulated);
        hasher
            .update(&webinar.to_le_bytes())
            .update(&(member as u64).to_le_bytes());
        let mut slot = SlotId::default();
        hasher.finalize_xof().fill(&mut slot);
        slot
    }

    /// Seals a municipality for the row `key`: 4 digits under a random nonce, always 44 bytes.
    ///
    /// # Panics
    /// Never: the cipher takes any message this short.
    pub fn seal(&self, municipality: Option<MunicipalityCode>, key: &[u8]) -> Vec<u8> {
        let nonce = random::<NONCE>();
        let digits = municipality.map_or_else(|| "0000".to_owned(), |code| code.to_string());
        let payload = Payload {
            msg: digits.as_bytes(),
            aad: key,
        };
        let sealed = self
            .municipality
            .encrypt(XNonce::from_slice(&nonce), payload);
        [&nonce[..], &sealed.expect("four bytes can be sealed")].concat()
    }

    /// Opens what [`Self::seal`] made for the row `key`; `None` is an observer's.
    pub fn open_municipality(
        &self,
        sealed: &[u8],
        key: &[u8],
    ) -> Result<Option<MunicipalityCode>, WrongPepper> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE).ok_or(WrongPepper)?;
        let payload = Payload {
            msg: sealed,
            aad: key,
        };
        let digits = self
            .municipality
            .decrypt(XNonce::from_slice(nonce), payload)
            .map_err(|_| WrongPepper)?;
        let digits = String::from_utf8(digits).map_err(|_| WrongPepper)?;
        if digits == "0000" {
            return Ok(None);
        }
        digits.parse().map(Some).map_err(|_| WrongPepper)
    }
}

#[cfg(unix)]
fn create_private(path: &Path) -> io::Result<fs::File> {
    use std::os::unix::fs::OpenOptionsExt;
    fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
}

#[cfg(not(unix))]
fn create_private(path: &Path) -> io::Result<fs::File> {
    fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_municipality_opens_only_for_its_own_row() {
        let keys = Keys::derive(&[7; 32]);
        let aarhus = Some("0751".parse().unwrap());
        let sealed = keys.seal(aarhus, b"row");
        assert_eq!(keys.open_municipality(&sealed, b"row").unwrap(), aarhus);
        assert!(keys.open_municipality(&sealed, b"another row").is_err());
        assert!(
            Keys::derive(&[8; 32])
                .open_municipality(&sealed, b"row")
                .is_err()
        );
        assert!(keys.open_municipality(&sealed[..10], b"row").is_err());
    }

    #[test]
    fn two_of_the_same_municipality_look_different_and_equally_long() {
        let keys = Keys::derive(&[7; 32]);
        let aarhus = Some("0751".parse().unwrap());
        let (one, two) = (keys.seal(aarhus, b"row"), keys.seal(aarhus, b"row"));
        assert_ne!(one, two);
        assert_eq!(
            (one.len(), two.len(), keys.seal(None, b"row").len()),
            (44, 44, 44)
        );
    }

    #[test]
    fn the_pepper_is_made_once_and_kept_private() {
        let directory = tempfile::tempdir().unwrap();
        let secrets = directory.path().join("secrets");
        let nym = |keys: Keys| keys.nym(&[1; 16], &[2; 16]);
        let first = nym(Keys::open(&secrets).unwrap());
        assert_eq!(nym(Keys::open(&secrets).unwrap()), first);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(secrets.join("pepper"))
                .unwrap()
                .permissions()
                .mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn codes_are_valid_and_differ() {
        assert_ne!(random_code(), random_code());
        assert_eq!(random_token().len(), 64);
    }
}
