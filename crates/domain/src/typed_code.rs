//! A webinar's code as people give it: typed in any case and with any marks, or in a pasted link.

use std::str::FromStr;

use crate::ids::{CODE_LENGTH, WebinarCode};

/// What was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedCode {
    /// The webinar's code.
    pub code: WebinarCode,
    /// What a link says after its `#`; empty for a code alone.
    pub behind_hash: String,
}

/// Why it is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedCodeError {
    /// It has so many letters, and there are [`CODE_LENGTH`].
    Length(u32),
    /// It is as long as a code, or empty, and none.
    NotACode,
}

impl FromStr for TypedCode {
    type Err = TypedCodeError;

    fn from_str(typed: &str) -> Result<Self, TypedCodeError> {
        let (page, rest) = typed.split_at(typed.find(['#', '%']).unwrap_or(typed.len()));
        // A mail filter writes the `#` as `%23`.
        let link = rest.strip_prefix('#').or_else(|| rest.strip_prefix("%23"));
        let link = link.unwrap_or_default();
        let page = page.split('?').next().unwrap_or_default();
        let mut parts = page.split('/');
        let code = match parts.find(|part| *part == "w") {
            Some(_) => parts.next(),
            None => page.split('/').next(),
        };
        let code: String = code
            .unwrap_or_default()
            .chars()
            .filter(|letter| letter.is_alphanumeric())
            .collect();
        let letters = code.chars().count();
        match code.parse() {
            Ok(code) => Ok(Self {
                code,
                behind_hash: link.trim().to_owned(),
            }),
            Err(_) if letters == CODE_LENGTH || letters == 0 => Err(TypedCodeError::NotACode),
            Err(_) => Err(TypedCodeError::Length(
                u32::try_from(letters).unwrap_or(u32::MAX),
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_understood_however_it_is_typed_or_pasted() {
        for (typed, link) in [
            ("DEM234", ""),
            ("dem-234", ""),
            (" dem 234. ", ""),
            ("https://barometer.example/w/DEM234", ""),
            ("barometer.example/w/dem234/", ""),
            (
                "https://barometer.example/w/DEM234#abc.def.0791",
                "abc.def.0791",
            ),
            (
                "https://barometer.example/w/DEM234%23abc.def.0791 ",
                "abc.def.0791",
            ),
            ("https://barometer.example/w/DEM234/screen?lang=da", ""),
        ] {
            let meant: TypedCode = typed.parse().unwrap();
            assert_eq!(
                (meant.code.as_str(), meant.behind_hash.as_str()),
                ("DEM234", link),
                "{typed}"
            );
        }
        for (typed, letters) in [
            ("DEM23", 5),
            ("dem-2345", 7),
            ("https://barometer.example/w/DEM23", 5),
        ] {
            let why = typed.parse::<TypedCode>();
            assert_eq!(why, Err(TypedCodeError::Length(letters)), "{typed}");
        }
        for typed in ["", "DEM2O4", "      "] {
            let why = typed.parse::<TypedCode>();
            assert_eq!(why, Err(TypedCodeError::NotACode), "{typed}");
        }
    }
}
