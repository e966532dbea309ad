//! What travels between the vendor's pages and the server. Only here does a person's sealed name stand beside a
//! choice: in the answer to a look-up that is on record already.

use serde::{Deserialize, Serialize};

use crate::ballot::Ballot;
use crate::barometer::{Phase, Turnout};
use crate::base64::Base64;
use crate::catalogue::Reality;
use crate::ids::{Millis, MunicipalityCode, WebinarCode};
use crate::letters::is_control;
use crate::refusal::Refusal;
use crate::series::Said;

/// An X25519 public key: 32 bytes.
pub type PublicKey = Base64<43>;
/// A participant's sealed name, of one size for everyone: 560 bytes (RFC 9180: 32 of the key, 512 of text, 16 of
/// the tag).
pub type SealedIdentity = Base64<747>;
/// What the vendor's browser makes of the passphrase to log in: 32 bytes.
pub type LoginProof = Base64<43>;

/// The longest name of an employee, in letters.
pub const LONGEST_NAME: usize = 80;
/// The longest reason for a look-up, in letters.
pub const LONGEST_REASON: usize = 300;
/// The most ballots that are struck at once; more go in several requests.
pub const MOST_STRUCK_AT_ONCE: usize = 3_000;
/// The longest wrapped key that is stored, in bytes.
pub const LONGEST_WRAPPED: usize = 4_096;

/// The vendor as anyone may know it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VendorInfo {
    /// What names are sealed to; `None` until the vendor has set itself up.
    pub key: Option<PublicKey>,
    /// Salt and cost with which the passphrase is stretched, as the vendor's browser wrote them.
    pub stretch: Option<String>,
    /// Whether everyone knows the passphrase: the demo's.
    pub unsafe_demo: bool,
    /// Whether whoever asks holds a session of the vendor's; none of it can be read from the cookie itself.
    #[serde(default)]
    pub logged_in: bool,
}

/// Whether the deletion of personal data runs, or waits for an operator: a clock that has leapt deletes nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RetentionNotice {
    /// When it ran last, on the server's clock of then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_run: Option<Millis>,
    /// Since when it waits, on the server's clock; `None` while it runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held_since: Option<Millis>,
}

/// A participant's sealed name on its way in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// Sealed to the vendor's key; the server cannot open it.
    pub sealed: SealedIdentity,
}

/// The first thing a vendor does: a key made in its browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SetUp {
    /// The token from the one-time link, which proves who may set up.
    pub token: String,
    /// The public key that names will be sealed to.
    pub key: PublicKey,
    /// How the passphrase was stretched, as [`VendorInfo::stretch`].
    pub stretch: String,
    /// The private key under the passphrase; the server has neither.
    pub wrapped: String,
    /// The proof of the passphrase with which the vendor logs in from now on.
    pub proof: LoginProof,
}

impl SetUp {
    /// Whether what is opaque to the server is at least of a reasonable size.
    pub fn check(&self) -> Result<(), Refusal> {
        let fits = |text: &str| (1..=LONGEST_WRAPPED).contains(&text.len());
        if fits(&self.stretch) && fits(&self.wrapped) {
            Ok(())
        } else {
            Err(malformed("a wrapped key of at most 4096 bytes"))
        }
    }
}

/// What the vendor's browser logs in with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LogIn {
    /// Made of the passphrase in the browser.
    pub proof: LoginProof,
}

/// The answer to a log-in, which lets the browser unwrap the key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VendorSession {
    /// The private key under the passphrase.
    pub wrapped: String,
}

/// A webinar in the vendor's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WebinarRow {
    /// The code with which it is joined.
    pub code: WebinarCode,
    /// The webinar's title, in one line.
    pub title: String,
    /// The day on which it is held, `YYYY-MM-DD`.
    pub date: String,
    /// When it begins, local time, `HH:MM`.
    pub starts: String,
    /// Whether it is real, a demo or a rehearsal.
    pub reality: Reality,
    /// Whether its requests are invented.
    pub fictional: bool,
    /// The barometer's phase, in the last round.
    pub phase: Phase,
    /// How many voted, of how many.
    pub turnout: Turnout,
    /// How many requests were put up.
    pub candidates: u16,
    /// What it came to, once its whole result has been shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<Said>,
    /// How many look-ups there were.
    pub look_ups: u32,
    /// Whether everything personal is deleted, and only the result is left.
    pub forgotten: bool,
}

/// Why an employee wants to see who voted for what; written down before it is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LookUp {
    /// The name of the employee who looks, at most [`LONGEST_NAME`] letters.
    pub name: String,
    /// Why the employee looks, at most [`LONGEST_REASON`] letters.
    pub reason: String,
}

impl LookUp {
    /// Name and reason without the blanks around them, or a refusal where one is missing or too long.
    pub fn checked(&self) -> Result<Self, Refusal> {
        let text = |typed: &str, longest: usize| {
            let typed = typed.trim();
            let fits = (1..=longest).contains(&typed.chars().count());
            let is_plain = !typed.chars().any(is_control);
            (fits && is_plain)
                .then(|| typed.to_owned())
                .ok_or(Refusal::ReasonMissing)
        };
        Ok(Self {
            name: text(&self.name, LONGEST_NAME)?,
            reason: text(&self.reason, LONGEST_REASON)?,
        })
    }
}

/// How the log of look-ups was found not to be as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum LogBreak {
    /// An entry does not follow from the one before.
    EntryChanged,
    /// Fewer entries than there were: some were cut off, or an older database took the place of this one.
    EntriesMissing,
    /// The note of where the log ends, beside the pepper, is missing or unreadable.
    HeadMissing,
    /// The note of where the log ends is older than the log, or of another one.
    OtherHead,
}

impl LogBreak {
    const ALL: [Self; 4] = [
        Self::EntryChanged,
        Self::EntriesMissing,
        Self::HeadMissing,
        Self::OtherHead,
    ];

    /// Its name, as it is stored and sent.
    pub const fn name(self) -> &'static str {
        match self {
            Self::EntryChanged => "entry_changed",
            Self::EntriesMissing => "entries_missing",
            Self::HeadMissing => "head_missing",
            Self::OtherHead => "other_head",
        }
    }

    /// The break with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|broke| broke.name() == name)
    }
}

/// An entry of the log of look-ups and strikes, for the vendor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Logged {
    /// When, on the server's clock.
    pub at: Millis,
    /// How many ballots were struck; 0 for a look.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub struck: u32,
    /// How the log was broken, where somebody acknowledged that; no names were looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub broke: Option<LogBreak>,
    /// Who looked, struck or acknowledged, and why.
    #[serde(flatten)]
    pub look_up: LookUp,
}

/// What participants may know of the look-ups: how many, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LookUps {
    /// When each was, on the server's clock, the first one first.
    pub at: Vec<Millis>,
    /// Whether the log is broken, and nobody has acknowledged it: then it may be longer than it seems.
    pub broken: bool,
    /// When somebody acknowledged that the log of all webinars was broken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acknowledged: Vec<Millis>,
}

/// Ballots with sealed names, for the vendor's browser to open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Released {
    /// One per ballot, in random order.
    pub votes: Vec<ReleasedVote>,
    /// The log of this webinar, this look-up included.
    pub log: Vec<Logged>,
    /// Whether the log is broken, and nobody has acknowledged it.
    pub broken: bool,
    /// Whether ballots can be struck now: closed, nothing revealed, and nobody has seen what was voted.
    pub can_strike: bool,
}

/// One ballot with whose it is, sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReleasedVote {
    /// Which place; the sealed name opens only for it.
    pub slot: String,
    /// Whose, as the session sealed it that cast this ballot; `None` where it sealed none.
    pub identity: Option<SealedIdentity>,
    /// For which municipality, as the ballot says.
    pub municipality: MunicipalityCode,
    /// What; `None` where it was asked who has voted only, as before ballots are struck.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Vec<u16>>))]
    pub choices: Option<Ballot>,
    /// Whether it was struck, and does not count.
    pub struck: bool,
    /// From how many devices the place was voted for; the name is of the one whose ballot counts.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub devices: u32,
}

/// Strikes ballots that should not count, on record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Strike {
    /// The places whose ballots are struck.
    pub slots: Vec<String>,
    /// Who strikes them, and why.
    #[serde(flatten)]
    pub look_up: LookUp,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

fn one() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_one(number: &u32) -> bool {
    *number == 1
}

fn malformed(expected: &str) -> Refusal {
    Refusal::Malformed {
        reason: expected.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_break_is_stored_under_the_name_that_is_sent() {
        for broke in LogBreak::ALL {
            let sent = serde_json::to_string(&broke).unwrap();
            assert_eq!(sent.trim_matches('"'), broke.name());
            assert_eq!(LogBreak::named(broke.name()), Some(broke));
        }
    }

    fn look_up(name: &str, reason: &str) -> Result<LookUp, Refusal> {
        let look_up = LookUp {
            name: name.into(),
            reason: reason.into(),
        };
        look_up.checked()
    }

    #[test]
    fn a_full_strike_fits_into_a_body() {
        let strike = Strike {
            slots: vec!["0".repeat(32); MOST_STRUCK_AT_ONCE],
            look_up: LookUp {
                name: "ø".repeat(LONGEST_NAME),
                reason: "ø".repeat(LONGEST_REASON),
            },
        };
        let body = serde_json::to_string(&strike).unwrap();
        assert!(body.len() < crate::wire::BODY_LIMIT, "{}", body.len());
    }

    #[test]
    fn who_looks_and_why_must_be_said() {
        let checked = look_up("  Ida Holm ", "Kontrol af dubletter").unwrap();
        assert_eq!(checked.name, "Ida Holm");
        for (name, reason) in [
            ("", "x"),
            ("x", "  "),
            ("x\ny", "x"),
            (&*"x".repeat(81), "x"),
        ] {
            assert_eq!(look_up(name, reason), Err(Refusal::ReasonMissing));
        }
    }
}
