//! What travels between browser and server beside the views, each type once.

use serde::{Deserialize, Serialize};

use crate::ballot::{Cast, Tracker};
use crate::barometer::SignedRoot;
use crate::catalogue::Reality;
use crate::ids::{Millis, MunicipalityCode, RequestId, WebinarCode};
use crate::invitation::InvitationToken;
use crate::money::Money;
use crate::refusal::Refusal;
use crate::webinar::Command;

/// The largest request body that is read, in bytes: a preparation with everything in it as long as it may be.
pub const BODY_LIMIT: usize = 128 * 1024;

/// How long a phone makes the body with its ballot, in bytes, with blanks behind it: the same whatever is chosen. One
/// of 20 choices takes some 700.
pub const BALLOT_BODY: usize = 1_024;

/// A webinar as anyone with its code may know it.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says something of its own"
)]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WebinarInfo {
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
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fictional: bool,
    /// Whether one can join now.
    pub open: bool,
    /// Whether only those with a personal invitation can vote.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub invited_only: bool,
    /// Whether the presenter has closed the door: nobody new comes in to vote by the open link now.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub door_closed: bool,
    /// The address at which participants join, to be typed or scanned.
    pub join_url: String,
    /// Whether the server runs without encryption on an open network.
    pub insecure: bool,
    /// What receipts and the roll are signed with: an Ed25519 key in base64url.
    pub signing_key: String,
    /// The vendor's public key that names are sealed to; `None` while there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vendor_key: Option<String>,
}

/// What stood in a personal link, whole or not. Logs never show it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "browser-json",
    derive(barometer_json::FromJson, barometer_json::ToJson)
)]
#[serde(transparent)]
pub struct GivenInvitation(String);

impl GivenInvitation {
    /// The token; a link that was cut short, or changed on its way, is an invitation that nobody knows.
    pub fn token(&self) -> Result<InvitationToken, Refusal> {
        self.0.parse().map_err(|_| Refusal::UnknownInvitation)
    }
}

impl From<String> for GivenInvitation {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl std::fmt::Debug for GivenInvitation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("GivenInvitation(hidden)")
    }
}

/// Who wants to join: for a municipality, with an invitation, or to watch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "browser-json",
    derive(barometer_json::FromJson, barometer_json::ToJson)
)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Join {
    /// The municipality that the voter comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<MunicipalityCode>,
    /// As the voter this invitation is for; its municipality is the invitation's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub invitation: Option<GivenInvitation>,
    /// "Jeg ser kun med": no ballot, not in the denominator.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub observer: bool,
}

/// A participant's part in a webinar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "as", rename_all = "snake_case")]
pub enum Role {
    /// Votes for a municipality and counts as present.
    Voter {
        /// The municipality that the participant is from.
        municipality: MunicipalityCode,
    },
    /// Only watches: has no ballot and is not in the denominator.
    Observer,
}

impl Role {
    /// The municipality spoken for, or a refusal.
    pub fn municipality(self) -> Result<MunicipalityCode, Refusal> {
        match self {
            Self::Voter { municipality } => Ok(municipality),
            Self::Observer => Err(Refusal::ObserverCannotVote),
        }
    }
}

/// The way by which someone comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// By the open link, as a voter or an observer.
    Open(Role),
    /// By a personal invitation, which names the municipality.
    Invited {
        /// The token that stood in the personal link.
        token: InvitationToken,
        /// The municipality that was named beside it; it must be the invitation's.
        named: Option<MunicipalityCode>,
    },
}

impl TryFrom<Join> for Way {
    type Error = Refusal;

    fn try_from(join: Join) -> Result<Self, Refusal> {
        match (join.invitation, join.municipality, join.observer) {
            (Some(given), named, false) => Ok(Self::Invited {
                token: given.token()?,
                named,
            }),
            (None, Some(code), false) if crate::municipality::by_code(code).is_some() => {
                Ok(Self::Open(Role::Voter { municipality: code }))
            }
            (None, None, true) => Ok(Self::Open(Role::Observer)),
            _ => Err(Refusal::UnknownMunicipality),
        }
    }
}

/// A participant's own things, told to that session only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Me {
    /// How this browser joined: as a voter or an observer.
    pub role: Role,
    /// Its place, which its sealed name is bound to.
    pub slot: String,
    /// Whether this session has a sealed name stored.
    pub identified: bool,
    /// The barometer's round that `ballot` belongs to.
    pub round: u32,
    /// The ballot that this session sent last, if any: never one that another device of the same invitation sent.
    pub ballot: Option<Cast>,
    /// Whether another device of the same invitation sent the ballot that counts instead; told with the result.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub replaced: bool,
    /// Requests this browser has said "Vi vil gerne være med" to; what others of the municipality said is theirs.
    pub interests: Vec<RequestId>,
    /// Those of them at which it wished the municipality to be named, for the vendor to confirm.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub name_wished: Vec<RequestId>,
    /// What the municipality pays of covered requests that it promised money to; told only to who came with the
    /// municipality's own invitation, since anyone may say to be from anywhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pays: Vec<OwnPayment>,
    /// Requests of this webinar that the municipality has promised to pay for, covered or not; told to the same few.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub committed: Vec<RequestId>,
}

impl Me {
    /// Who reads a webinar that has ended and never joined it: there is no place and no session.
    pub fn newcomer() -> Self {
        Self {
            role: Role::Observer,
            slot: String::new(),
            identified: true,
            round: 0,
            ballot: None,
            replaced: false,
            interests: Vec::new(),
            name_wished: Vec::new(),
            pays: Vec::new(),
            committed: Vec::new(),
        }
    }

    /// Whether it is [`Me::newcomer`]'s: everyone who joined has a place.
    pub fn is_newcomer(&self) -> bool {
        self.slot.is_empty()
    }
}

/// The actual share of one municipality in one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnPayment {
    /// The request that is paid for.
    pub request: RequestId,
    /// Its actual share, in øre.
    pub share: Money,
}

/// What a participant gets for a ballot: it is stored and will be counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Receipt {
    /// The ballot as the server holds it.
    pub ballot: Cast,
    /// The server's clock when it answered; for the person to read, stored nowhere.
    pub received_at: Millis,
    /// The server's signature over round, revision and trackers (Ed25519, base64url): it cannot deny the ballot
    /// later.
    pub signature: String,
}

/// Every tracker of a revealed barometer, in which each phone finds its own ballot counted. Lists are sorted: their
/// order tells nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignedRoll {
    /// The barometer's round, in digits.
    pub barometer: String,
    /// One tracker for each ballot that counts.
    pub ballots: Vec<Tracker>,
    /// Each candidate's number with the trackers of its votes.
    pub candidates: Vec<(String, Vec<Tracker>)>,
    /// The trackers of ballots that were struck.
    pub struck: Vec<Tracker>,
    /// What else the root was made of; rolls of earlier versions have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening: Option<RollOpening>,
    /// The root that was fixed when the vote closed, and can be found again from the above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub root: Option<SignedRoot>,
    /// The root's four words, as they stood on every screen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// Over all but root and words.
    pub signature: String,
}

/// To how many requests one browser may say "Vi vil gerne være med" in a webinar.
pub const MOST_INTERESTS: u32 = 12;

/// What the root of a [`SignedRoll`] was made of beside the trackers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RollOpening {
    /// Which close of the round it was.
    pub close: u32,
    /// Leaves for choices that every ballot has, made or not.
    pub max_choices: u32,
    /// Random bytes of the leaves of choices that the counted ballots did not make.
    pub unused: Vec<Tracker>,
    /// The leaves of all choices, made or not, of the struck ballots: 32 bytes each in base64url.
    pub hidden: Vec<String>,
}

/// "Vi vil gerne være med": a municipality's interest in a request, never derived from a ballot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "browser-json",
    derive(barometer_json::FromJson, barometer_json::ToJson)
)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Interest {
    /// The request that the municipality wants.
    pub request: RequestId,
    /// Whether the municipality may be named at the request: a wish, which the vendor confirms before any name is
    /// public. Without it this browser's wish stays what it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_wished: Option<bool>,
    /// Whether this browser takes back what it said about the request.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub take_back: bool,
}

/// The presenter's key from the presenter link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ConsoleKey {
    /// The secret behind the `#` of the presenter's link.
    pub secret: String,
}

/// A rehearsal that was made, with the key to its console.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Rehearsal {
    /// The code of the new rehearsal.
    pub code: WebinarCode,
    /// What its presenter's link has behind the `#`.
    pub secret: String,
}

/// A presenter's command, with the step the presenter saw when giving it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SeenCommand {
    /// What the presenter wants to happen.
    pub command: Command,
    /// `step` of the console's view; another console's command makes it stale, a vote never does.
    pub seen_step: u32,
}

/// The first event of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Hello {
    /// The server's clock, so that every screen shows the same second.
    pub now: Millis,
}

/// A refusal on the wire, as RFC 9457 writes problems.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// The HTTP status, the same as the answer's.
    pub status: u16,
    /// English, for developers; people read the sentence their browser makes of `code`.
    pub title: String,
    /// The refusal with its stable `code` and its values.
    #[serde(flatten)]
    pub refusal: Refusal,
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "AAECAwQFBgcICQoLDA0ODw";

    fn way(json: &str) -> Result<Way, Refusal> {
        Way::try_from(serde_json::from_str::<Join>(json).unwrap())
    }

    #[test]
    fn one_joins_for_a_municipality_with_an_invitation_or_to_watch() {
        let municipality = "0751".parse().unwrap();
        assert_eq!(
            way(r#"{"municipality":"0751"}"#),
            Ok(Way::Open(Role::Voter { municipality }))
        );
        assert_eq!(way(r#"{"observer":true}"#), Ok(Way::Open(Role::Observer)));
        let invited = |named| Way::Invited {
            token: TOKEN.parse().unwrap(),
            named,
        };
        let alone = serde_json::json!({ "invitation": TOKEN });
        assert_eq!(way(&alone.to_string()), Ok(invited(None)));
        let named = serde_json::json!({ "invitation": TOKEN, "municipality": "0751" });
        assert_eq!(way(&named.to_string()), Ok(invited(Some(municipality))));
    }

    #[test]
    fn neither_both_or_an_unknown_one_is_refused() {
        for json in [
            "{}",
            r#"{"municipality":"0751","observer":true}"#,
            r#"{"municipality":"0999"}"#,
            r#"{"invitation":"AAECAwQFBgcICQoLDA0ODw","observer":true}"#,
        ] {
            assert_eq!(way(json), Err(Refusal::UnknownMunicipality), "{json}");
        }
    }

    #[test]
    fn a_problem_carries_its_code_beside_the_status() {
        let refusal = Refusal::TooManyChoices { limit: 3 };
        let problem = Problem {
            status: 422,
            title: refusal.to_string(),
            refusal,
        };
        let json = serde_json::to_string(&problem).unwrap();
        assert_eq!(
            json,
            r#"{"status":422,"title":"at most 3 choices","code":"too_many_choices","limit":3}"#
        );
        assert_eq!(serde_json::from_str::<Problem>(&json).unwrap(), problem);
    }
}
