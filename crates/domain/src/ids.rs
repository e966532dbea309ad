//! Names of things: checked once where they enter, relied on behind.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Milliseconds since the Unix epoch. For people only: order comes from `seq`.
pub type Millis = i64;

/// The letters of a webinar code: no `0`, `1`, `I` or `O`, which people mix up.
pub const CODE_ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// How many letters a webinar code has.
pub const CODE_LENGTH: usize = 6;

/// The six letters with which a webinar is joined, e.g. `4K7P2M`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[serde(try_from = "String", into = "String")]
pub struct WebinarCode(String);

/// The error for a text that is not a webinar code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a webinar code is six of 23456789ABCDEFGHJKLMNPQRSTUVWXYZ")]
pub struct NotACode;

impl WebinarCode {
    /// The code as it is stored and put in addresses.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code as people read it aloud: two groups of three, `4K7 P2M`.
    pub fn spaced(&self) -> String {
        let (first, last) = self.0.split_at(CODE_LENGTH / 2);
        format!("{first} {last}")
    }
}

impl FromStr for WebinarCode {
    type Err = NotACode;

    /// Reads a code the way people type it: any case, spaces and hyphens anywhere.
    fn from_str(typed: &str) -> Result<Self, NotACode> {
        let mut code = String::with_capacity(CODE_LENGTH);
        for letter in typed.chars().filter(|letter| !is_between(*letter)) {
            let letter = letter.to_ascii_uppercase();
            let known = u8::try_from(letter).is_ok_and(|byte| CODE_ALPHABET.contains(&byte));
            if !known || code.len() == CODE_LENGTH {
                return Err(NotACode);
            }
            code.push(letter);
        }
        if code.len() == CODE_LENGTH {
            Ok(Self(code))
        } else {
            Err(NotACode)
        }
    }
}

/// Whether people put this letter between those of a code.
fn is_between(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '-' | '\u{2010}'..='\u{2014}')
}

impl TryFrom<String> for WebinarCode {
    type Error = NotACode;

    fn try_from(typed: String) -> Result<Self, NotACode> {
        typed.parse()
    }
}

impl From<WebinarCode> for String {
    fn from(code: WebinarCode) -> Self {
        code.0
    }
}

impl fmt::Display for WebinarCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A candidate's number on its webinar's shortlist, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(
    feature = "browser-json",
    derive(barometer_json::FromJson, barometer_json::ToJson)
)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = u16))]
pub struct CandidateId(pub u16);

/// A change request's number in the vendor's portfolio, given by the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(
    feature = "browser-json",
    derive(barometer_json::FromJson, barometer_json::ToJson)
)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = u32))]
pub struct RequestId(pub u32);

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A municipality's official four-digit code, e.g. `0751` for Aarhus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(
    feature = "browser-json",
    derive(barometer_json::FromJson, barometer_json::ToJson)
)]
#[serde(try_from = "String", into = "String")]
pub struct MunicipalityCode(u16);

/// The error for a text that is not a municipality's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a municipality code is four digits")]
pub struct NotAMunicipalityCode;

impl FromStr for MunicipalityCode {
    type Err = NotAMunicipalityCode;

    fn from_str(text: &str) -> Result<Self, NotAMunicipalityCode> {
        if text.len() != 4 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NotAMunicipalityCode);
        }
        text.parse().map(Self).map_err(|_| NotAMunicipalityCode)
    }
}

impl TryFrom<String> for MunicipalityCode {
    type Error = NotAMunicipalityCode;

    fn try_from(text: String) -> Result<Self, NotAMunicipalityCode> {
        text.parse()
    }
}

impl From<MunicipalityCode> for String {
    fn from(code: MunicipalityCode) -> Self {
        code.to_string()
    }
}

impl fmt::Display for MunicipalityCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_the_way_people_type_it() {
        let code: WebinarCode = " 4k7 p2m ".parse().unwrap();
        assert_eq!(code.as_str(), "4K7P2M");
        assert_eq!(code.spaced(), "4K7 P2M");
        assert_eq!("4k7-p2m".parse(), Ok(code.clone()));
        assert_eq!("4K7–P2M".parse(), Ok(code));
    }

    #[test]
    fn a_code_with_letters_people_mix_up_is_refused() {
        for typed in ["", "4K7P2", "4K7P2MM", "4K7P20", "4K7P2I", "4K7P2Ø"] {
            assert_eq!(typed.parse::<WebinarCode>(), Err(NotACode), "{typed}");
        }
    }

    #[test]
    fn a_municipality_code_keeps_its_leading_zero() {
        let code: MunicipalityCode = "0101".parse().unwrap();
        assert_eq!(serde_json::to_string(&code).unwrap(), "\"0101\"");
        for text in ["101", "01011", "01a1", "+101", ""] {
            assert!(text.parse::<MunicipalityCode>().is_err(), "{text}");
        }
    }
}
