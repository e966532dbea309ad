//! Who a participant is: a name, perhaps a municipality and a role; always the same number of bytes.

use std::fmt;

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::code::Code;

/// How many bytes every encoded identity has, so that its length tells nothing.
pub const ENCODED_BYTES: usize = 512;
/// How many characters a name may have.
pub const NAME_LIMIT: usize = 80;
/// How many characters a role may have.
pub const ROLE_LIMIT: usize = 80;

const VERSION: u8 = 1;
const NO_MUNICIPALITY: u16 = u16::MAX;
const HIGHEST_MUNICIPALITY: u16 = 9999;

/// A participant's person, checked and trimmed. Its `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop, Serialize, Deserialize)]
#[serde(try_from = "RawIdentity", into = "RawIdentity")]
pub struct Identity {
    name: String,
    municipality: Option<u16>,
    role: String,
}

/// The reason why name, role and municipality make no identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAnIdentity {
    /// The name is empty, or nothing but white space.
    #[error("the name is missing")]
    NameMissing,
    /// The name has more than [`NAME_LIMIT`] characters.
    #[error("the name has more than {NAME_LIMIT} characters")]
    NameTooLong,
    /// The role has more than [`ROLE_LIMIT`] characters.
    #[error("the role has more than {ROLE_LIMIT} characters")]
    RoleTooLong,
    /// Few enough characters, but of a script whose letters take so many bytes that they do not fit.
    #[error("name and role together do not fit")]
    TooManyBytes,
    /// A line break, another control character, or one that turns the direction of writing.
    #[error("the name or the role has a control character")]
    ControlCharacter,
    /// The municipality's code has more than four digits.
    #[error("a municipality's code has four digits")]
    NotAMunicipality,
}

impl Code for NotAnIdentity {
    fn code(&self) -> &'static str {
        match self {
            Self::NameMissing => "name_missing",
            Self::NameTooLong => "name_too_long",
            Self::RoleTooLong => "role_too_long",
            Self::TooManyBytes => "too_many_bytes",
            Self::ControlCharacter => "control_character",
            Self::NotAMunicipality => "not_a_municipality",
        }
    }
}

/// Bytes that no [`Identity::encode`] wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are not an identity")]
pub struct Malformed;

impl Identity {
    /// A name of 1 to 80 characters, an official four-digit code as a number, a role of up to 80 characters.
    pub fn new(name: &str, municipality: Option<u16>, role: &str) -> Result<Self, NotAnIdentity> {
        let (name, role) = (name.trim(), role.trim());
        if name.is_empty() {
            return Err(NotAnIdentity::NameMissing);
        }
        if name.chars().count() > NAME_LIMIT {
            return Err(NotAnIdentity::NameTooLong);
        }
        if role.chars().count() > ROLE_LIMIT {
            return Err(NotAnIdentity::RoleTooLong);
        }
        if name.chars().chain(role.chars()).any(is_control) {
            return Err(NotAnIdentity::ControlCharacter);
        }
        if municipality.is_some_and(|code| code > HIGHEST_MUNICIPALITY) {
            return Err(NotAnIdentity::NotAMunicipality);
        }
        if HEAD_BYTES + name.len() + role.len() > ENCODED_BYTES {
            return Err(NotAnIdentity::TooManyBytes);
        }
        Ok(Self {
            name: name.to_owned(),
            municipality,
            role: role.to_owned(),
        })
    }

    /// The name, 1 to 80 characters.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The municipality's official code, 0 to 9999.
    pub fn municipality(&self) -> Option<u16> {
        self.municipality
    }

    /// The role, up to 80 characters, perhaps none.
    pub fn role(&self) -> &str {
        &self.role
    }

    /// Version, municipality, name and role with their lengths (big-endian), then zeros.
    pub fn encode(&self) -> Zeroizing<[u8; ENCODED_BYTES]> {
        let municipality = self.municipality.unwrap_or(NO_MUNICIPALITY);
        let mut encoded = Zeroizing::new([0; ENCODED_BYTES]);
        let mut at = 0;
        let mut put = |part: &[u8]| {
            encoded[at..at + part.len()].copy_from_slice(part);
            at += part.len();
        };
        put(&[VERSION]);
        put(&municipality.to_be_bytes());
        for text in [&self.name, &self.role] {
            put(&u16::try_from(text.len()).unwrap_or_default().to_be_bytes());
            put(text.as_bytes());
        }
        encoded
    }

    /// Reads what [`Self::encode`] wrote, and nothing else.
    pub fn decode(encoded: &[u8]) -> Result<Self, Malformed> {
        let identity = read(encoded).ok_or(Malformed)?;
        if identity.encode().as_slice() == encoded {
            Ok(identity)
        } else {
            Err(Malformed)
        }
    }
}

/// The version, the municipality and two lengths.
const HEAD_BYTES: usize = 1 + 2 + 2 + 2;

fn read(encoded: &[u8]) -> Option<Identity> {
    let (&version, rest) = encoded.split_first()?;
    if version != VERSION {
        return None;
    }
    let (municipality, rest) = number(rest)?;
    let (name, rest) = text(rest)?;
    let (role, _) = text(rest)?;
    let municipality = (municipality != NO_MUNICIPALITY).then_some(municipality);
    Identity::new(name, municipality, role).ok()
}

fn number(bytes: &[u8]) -> Option<(u16, &[u8])> {
    let (number, rest) = bytes.split_first_chunk()?;
    Some((u16::from_be_bytes(*number), rest))
}

fn text(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let (length, rest) = number(bytes)?;
    let (text, rest) = rest.split_at_checked(length.into())?;
    Some((str::from_utf8(text).ok()?, rest))
}

/// Also the marks that turn the direction of writing, with which one name can be made to look like another.
fn is_control(letter: char) -> bool {
    let turns = matches!(letter, '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    turns || letter.is_control()
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Identity(hidden)")
    }
}

/// An identity's JSON; the municipality is four digits, as everywhere on the wire.
#[derive(Serialize, Deserialize)]
struct RawIdentity {
    name: String,
    municipality: Option<String>,
    #[serde(default)]
    role: String,
}

impl TryFrom<RawIdentity> for Identity {
    type Error = NotAnIdentity;

    fn try_from(raw: RawIdentity) -> Result<Self, NotAnIdentity> {
        let municipality = raw.municipality.as_deref().map(four_digits).transpose()?;
        Self::new(&raw.name, municipality, &raw.role)
    }
}

impl From<Identity> for RawIdentity {
    fn from(identity: Identity) -> Self {
        Self {
            name: identity.name.clone(),
            municipality: identity.municipality.map(|code| format!("{code:04}")),
            role: identity.role.clone(),
        }
    }
}

/// Reads a municipality's official code, such as `0751`.
pub fn four_digits(text: &str) -> Result<u16, NotAnIdentity> {
    if text.len() != 4 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NotAnIdentity::NotAMunicipality);
    }
    text.parse().map_err(|_| NotAnIdentity::NotAMunicipality)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check_new(name: &str, municipality: Option<u16>, role: &str, expected: NotAnIdentity) {
        assert_eq!(Identity::new(name, municipality, role), Err(expected));
    }

    #[test]
    fn an_identity_is_trimmed() {
        let identity = Identity::new("  Ida Østergård ", Some(751), "\tIT-chef\n").unwrap();
        assert_eq!(identity.name(), "Ida Østergård");
        assert_eq!(
            (identity.municipality(), identity.role()),
            (Some(751), "IT-chef")
        );
    }

    #[test]
    fn what_is_not_an_identity_is_refused() {
        check_new(" \n", None, "", NotAnIdentity::NameMissing);
        check_new(&"å".repeat(81), None, "", NotAnIdentity::NameTooLong);
        check_new("Ida", None, &"å".repeat(81), NotAnIdentity::RoleTooLong);
        check_new("Ida\nBo", None, "", NotAnIdentity::ControlCharacter);
        check_new("Ida", None, "a\u{202E}b", NotAnIdentity::ControlCharacter);
        check_new("Ida", Some(10_000), "", NotAnIdentity::NotAMunicipality);
        let wide = "𝒜".repeat(80);
        check_new(&wide, None, &wide, NotAnIdentity::TooManyBytes);
    }

    #[test]
    fn the_longest_danish_identity_fits() {
        let long = "å".repeat(80);
        let identity = Identity::new(&long, Some(9999), &long).unwrap();
        assert_eq!(Identity::decode(identity.encode().as_slice()), Ok(identity));
    }

    #[test]
    fn its_json_keeps_the_leading_zero() {
        let identity = Identity::new("Ida", Some(101), "").unwrap();
        let json = serde_json::to_string(&identity).unwrap();
        assert_eq!(json, r#"{"name":"Ida","municipality":"0101","role":""}"#);
        assert_eq!(serde_json::from_str::<Identity>(&json).unwrap(), identity);
        assert!(serde_json::from_str::<Identity>(r#"{"name":" ","municipality":null}"#).is_err());
        assert!(serde_json::from_str::<Identity>(r#"{"name":"I","municipality":"101"}"#).is_err());
    }

    #[test]
    fn its_debug_tells_nothing() {
        let identity = Identity::new("Ida", Some(101), "").unwrap();
        assert_eq!(format!("{identity:?}"), "Identity(hidden)");
    }

    #[test]
    fn other_versions_lengths_and_leftovers_are_refused() {
        let encoded = Identity::new("Ida", None, "").unwrap().encode();
        for (place, byte) in [(0, 2), (1, 0xfe), (4, 4), (3, 0xff), (511, 1), (5, b' ')] {
            let mut changed = encoded.clone();
            changed[place] = byte;
            assert_eq!(
                Identity::decode(changed.as_slice()),
                Err(Malformed),
                "{place}"
            );
        }
        assert_eq!(Identity::decode(&encoded[..511]), Err(Malformed));
        assert_eq!(Identity::decode(&[]), Err(Malformed));
    }

    proptest! {
        #[test]
        fn an_identity_survives_the_way(name in ".{0,90}", code in proptest::option::of(0_u16..12_000), role in ".{0,90}") {
            if let Ok(identity) = Identity::new(&name, code, &role) {
                prop_assert_eq!(Identity::decode(identity.encode().as_slice()), Ok(identity));
            }
        }

        #[test]
        fn decoding_any_bytes_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
            let _ = Identity::decode(&bytes);
        }

        #[test]
        fn decoding_near_misses_never_panics(place in 0_usize..20, byte: u8) {
            let mut encoded = Identity::new("Ida", Some(751), "Chef").unwrap().encode();
            encoded[place] = byte;
            if let Ok(identity) = Identity::decode(encoded.as_slice()) {
                prop_assert_eq!(identity.encode(), encoded);
            }
        }
    }
}
