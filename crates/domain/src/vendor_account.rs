//! The vendor's account: another passphrase for the key, by whoever is logged in or by whoever holds the key out of the
//! recovery file, and what is on record about it.

use serde::{Deserialize, Serialize};

use crate::ids::Millis;
use crate::refusal::Refusal;
use crate::vendor::{LONGEST_WRAPPED, LoginProof, LookUp};

/// What a text is sealed for that proves the key: no webinar's code, so that nothing a participant sealed is opened here.
pub const CHALLENGE_SEALED_FOR: &str = "recovery";

/// The vendor's key under another passphrase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RewrappedKey {
    /// How the passphrase was stretched, as `VendorInfo::stretch`.
    pub stretch: String,
    /// The private key under the passphrase; the server has neither.
    pub wrapped: String,
    /// The proof of the passphrase with which the vendor logs in from now on.
    pub proof: LoginProof,
}

impl RewrappedKey {
    /// Whether what is opaque to the server is at least of a reasonable size.
    pub fn check(&self) -> Result<(), Refusal> {
        let fits = |text: &str| (1..=LONGEST_WRAPPED).contains(&text.len());
        if fits(&self.stretch) && fits(&self.wrapped) {
            return Ok(());
        }
        Err(Refusal::Malformed {
            reason: "a wrapped key of at most 4096 bytes".into(),
        })
    }
}

/// Another passphrase, by whoever is logged in and knows the present one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangePassphrase {
    /// The proof of the present passphrase: a browser that was left open changes nothing.
    pub present: LoginProof,
    /// The key under the new one.
    pub key: RewrappedKey,
    /// Who changes it, and why.
    pub by: LookUp,
}

/// A text sealed to the vendor's key: whoever reads it back holds the key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KeyChallenge {
    /// The number of this challenge, for which it is sealed.
    pub number: String,
    /// Until when it is taken, on the server's clock.
    pub until: Millis,
    /// A JSON object with the answer under `answer`, sealed for [`CHALLENGE_SEALED_FOR`].
    pub sealed: String,
}

/// Another passphrase, by whoever holds the key out of the recovery file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RecoverKey {
    /// The number of the challenge.
    pub number: String,
    /// Until when it is taken, as it said.
    pub until: Millis,
    /// What stood in it.
    pub answer: String,
    /// The key under the new passphrase.
    pub key: RewrappedKey,
    /// Who sets it, and why.
    pub by: LookUp,
}

/// What was done to the vendor's account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum AccountChange {
    /// Another passphrase, by whoever knew the one before.
    PassphraseChanged,
    /// Another passphrase, by whoever had the recovery file and what opens it.
    KeyRecovered,
    /// The key was given up on the server's console; another one takes its place.
    KeyReset,
}

impl AccountChange {
    const ALL: [Self; 3] = [Self::PassphraseChanged, Self::KeyRecovered, Self::KeyReset];

    /// Its name, as it is stored and sent.
    pub const fn name(self) -> &'static str {
        match self {
            Self::PassphraseChanged => "PassphraseChanged",
            Self::KeyRecovered => "KeyRecovered",
            Self::KeyReset => "KeyReset",
        }
    }

    /// The change with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|change| change.name() == name)
    }
}

/// An entry of the log that is about the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccountEntry {
    /// When, on the server's clock.
    pub at: Millis,
    /// What was done.
    pub change: AccountChange,
    /// The name of who did it.
    pub name: String,
    /// Why.
    pub reason: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_stored_under_the_name_that_is_sent() {
        for change in AccountChange::ALL {
            let sent = serde_json::to_string(&change).unwrap();
            assert_eq!(sent.trim_matches('"'), change.name());
            assert_eq!(AccountChange::named(change.name()), Some(change));
        }
        assert_eq!(AccountChange::named("4K7P2M"), None);
    }

    #[test]
    fn what_is_too_long_to_be_a_wrapped_key_is_refused() {
        let key = |length: usize| RewrappedKey {
            stretch: "s".into(),
            wrapped: "w".repeat(length),
            proof: "p".repeat(43).try_into().unwrap(),
        };
        assert_eq!(key(LONGEST_WRAPPED).check(), Ok(()));
        assert!(key(0).check().is_err() && key(LONGEST_WRAPPED + 1).check().is_err());
    }
}
