//! Random and sealed bytes as they travel: base64url without padding (RFC 4648 §5), of one exact length.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Exactly `LETTERS` letters of base64url; what they say is known elsewhere.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[serde(try_from = "String", into = "String")]
pub struct Base64<const LETTERS: usize>(String);

/// The error for a text that is not base64url of the expected length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected {0} letters of base64url")]
pub struct NotBase64(usize);

impl<const LETTERS: usize> Base64<LETTERS> {
    /// The text in base64url, without padding.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const LETTERS: usize> TryFrom<String> for Base64<LETTERS> {
    type Error = NotBase64;

    fn try_from(text: String) -> Result<Self, NotBase64> {
        let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        if text.len() == LETTERS && text.bytes().all(is_letter) {
            Ok(Self(text))
        } else {
            Err(NotBase64(LETTERS))
        }
    }
}

impl<const LETTERS: usize> FromStr for Base64<LETTERS> {
    type Err = NotBase64;

    fn from_str(text: &str) -> Result<Self, NotBase64> {
        Self::try_from(text.to_owned())
    }
}

impl<const LETTERS: usize> From<Base64<LETTERS>> for String {
    fn from(text: Base64<LETTERS>) -> Self {
        text.0
    }
}

impl<const LETTERS: usize> fmt::Debug for Base64<LETTERS> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_so_many_letters_of_the_alphabet_are_taken() {
        assert!("aZ09-_".parse::<Base64<6>>().is_ok());
        for wrong in ["", "aZ09-", "aZ09-_a", "aZ09+/", "aZ09==", "æøåa"] {
            assert!(wrong.parse::<Base64<6>>().is_err(), "{wrong}");
            let json = format!("\"{wrong}\"");
            assert!(serde_json::from_str::<Base64<6>>(&json).is_err(), "{json}");
        }
    }
}
