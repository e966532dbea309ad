//! The recovery file: the vendor's wrapped key, for a drawer far from the server. It is wrapped under words of its own,
//! drawn when the file is made and kept apart from it, so that it helps whoever has lost the passphrase.

use serde::{Deserialize, Serialize};

use crate::code::Code;
use crate::wrapped::WrappedKey;

const FORMAT: &str = "barometer recovery file";
/// 2: under words of its own. 1: under the passphrase of the day on which it was made.
const VERSION: u32 = 2;

/// A wrapped key with what a person needs to know which one it is. Worth nothing without what it is wrapped under.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoveryFile {
    format: String,
    version: u32,
    /// Where the key is used, such as `https://barometer.example`.
    pub site: String,
    /// When the file was made, as a person reads it.
    pub made_on: String,
    /// The vendor's private key, still wrapped.
    pub key: WrappedKey,
}

/// Why a file is not taken for a recovery file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotARecoveryFile {
    /// A picture, a letter, half a file.
    #[error("this file is not JSON")]
    NotJson,
    /// It is JSON, but of another kind of file.
    #[error("this file is not a recovery file")]
    OtherFile,
    /// A recovery file of a newer Barometer.
    #[error("this recovery file is of another version")]
    OtherVersion,
    /// A recovery file in which something is missing or changed.
    #[error("this recovery file is damaged")]
    Damaged,
}

impl Code for NotARecoveryFile {
    fn code(&self) -> &'static str {
        match self {
            Self::NotJson => "not_json",
            Self::OtherFile => "other_file",
            Self::OtherVersion => "other_version",
            Self::Damaged => "damaged",
        }
    }
}

/// The fields that every version of the file has.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

impl RecoveryFile {
    /// A file for this key; the site and the day are for the person who finds it.
    pub fn new(key: WrappedKey, site: String, made_on: String) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            site,
            made_on,
            key,
        }
    }

    /// Whether it opens with words of its own, and not with the passphrase of the day on which it was made.
    pub fn has_own_words(&self) -> bool {
        self.version > 1
    }

    /// The file's text: JSON over several lines.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Reads a file's text and says what is wrong with any other.
    pub fn from_json(text: &str) -> Result<Self, NotARecoveryFile> {
        let head: Head = serde_json::from_str(text).map_err(|error| {
            if error.is_data() {
                NotARecoveryFile::OtherFile
            } else {
                NotARecoveryFile::NotJson
            }
        })?;
        if head.format != FORMAT {
            return Err(NotARecoveryFile::OtherFile);
        }
        if !(1..=VERSION).contains(&head.version) {
            return Err(NotARecoveryFile::OtherVersion);
        }
        serde_json::from_str(text).map_err(|_| NotARecoveryFile::Damaged)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const KEY: &str = r#"{"version":1,"salt":"AAAAAAAAAAAAAAAAAAAAAA","cost":{"memory_mib":64,"passes":3},
        "nonce":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","public_key":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "ciphertext":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}"#;

    fn file() -> RecoveryFile {
        let key = serde_json::from_str(KEY).unwrap();
        RecoveryFile::new(
            key,
            "https://barometer.example".into(),
            "21. september 2023".into(),
        )
    }

    fn check_refusal(text: &str, expected: NotARecoveryFile) {
        assert_eq!(RecoveryFile::from_json(text), Err(expected), "{text}");
    }

    #[test]
    fn a_file_survives_the_drawer() {
        let text = file().to_json();
        assert!(text.starts_with("{\n  \"format\": \"barometer recovery file\",\n"));
        assert_eq!(RecoveryFile::from_json(&text), Ok(file()));
    }

    #[test]
    fn other_files_are_refused_by_name() {
        let text = file().to_json();
        check_refusal("", NotARecoveryFile::NotJson);
        check_refusal("\u{89}PNG", NotARecoveryFile::NotJson);
        check_refusal(&text[..text.len() - 2], NotARecoveryFile::NotJson);
        check_refusal("[1, 2]", NotARecoveryFile::OtherFile);
        check_refusal(r#"{"name":"demo"}"#, NotARecoveryFile::OtherFile);
        check_refusal(KEY, NotARecoveryFile::OtherFile);
        let other_format = text.replace("recovery file", "picture");
        check_refusal(&other_format, NotARecoveryFile::OtherFile);
        let newer = text.replacen("\"version\": 2", "\"version\": 3", 1);
        check_refusal(&newer, NotARecoveryFile::OtherVersion);
        check_refusal(&text.replace("salt", "sugar"), NotARecoveryFile::Damaged);
        let weakened = text.replace("\"passes\": 3", "\"passes\": 1");
        check_refusal(&weakened, NotARecoveryFile::Damaged);
    }

    #[test]
    fn a_file_of_the_first_version_is_read_and_says_that_it_opens_with_the_passphrase() {
        assert!(file().has_own_words());
        let older = file()
            .to_json()
            .replacen("\"version\": 2", "\"version\": 1", 1);
        let older = RecoveryFile::from_json(&older).unwrap();
        assert!(!older.has_own_words());
        assert_eq!(older.key, file().key);
    }

    proptest! {
        #[test]
        fn a_file_with_any_byte_changed_never_panics(place: prop::sample::Index, byte in 0x20_u8..0x7f) {
            let mut bytes = file().to_json().into_bytes();
            let place = place.index(bytes.len());
            bytes[place] = byte;
            let _ = RecoveryFile::from_json(&String::from_utf8_lossy(&bytes));
        }
    }
}
