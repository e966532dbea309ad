//! Personal invitations: what stands in a link, what the vendor hands in, and what the server tells of them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::barometer::Phase;
use crate::base64::{Base64, NotBase64};
use crate::ids::MunicipalityCode;

/// How many invitations are handed in at once, at most.
pub const MOST_AT_ONCE: usize = 500;

/// What stands in a personal link after the key's fingerprint: 16 random bytes. Logs never show it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[serde(transparent)]
pub struct InvitationToken(Base64<22>);

impl InvitationToken {
    /// The token's 22 characters of base64url; only for the link and the wire.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl FromStr for InvitationToken {
    type Err = NotBase64;

    fn from_str(text: &str) -> Result<Self, NotBase64> {
        text.parse().map(Self)
    }
}

impl fmt::Debug for InvitationToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InvitationToken(hidden)")
    }
}

/// A token's SHA-256: 32 bytes.
pub type InvitationHash = Base64<43>;

/// One invitation as the server gets it: without name and without token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewInvitation {
    /// The SHA-256 of the token, which stays in the vendor's browser.
    pub hash: InvitationHash,
    /// The municipality that the holder votes for.
    pub municipality: MunicipalityCode,
}

/// Invitations handed in by the vendor, [`MOST_AT_ONCE`] at most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewInvitations {
    /// The invitations in any order; those known already change nothing.
    pub invitations: Vec<NewInvitation>,
}

/// Who may vote in a webinar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct WhoMayVote {
    /// Whether only those with an invitation.
    pub invited_only: bool,
    /// How many may vote for one municipality, who come by the open link; `None` for any number. The invited are
    /// counted with them, and always come in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per_municipality: Option<u16>,
}

/// A webinar's invitations, for the vendor. Who has used one is stored nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Invitations {
    /// How many invitations there are, used or not.
    pub count: u32,
    /// Whether only those with one can vote.
    pub invited_only: bool,
    /// The most who may vote for one municipality, as [`WhoMayVote::per_municipality`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per_municipality: Option<u16>,
    /// Where the barometer stands: who may vote locks when it opens, and nobody is invited after the close.
    pub phase: Phase,
}

impl Invitations {
    /// Whether it can still be decided who may vote.
    pub fn is_undecided(&self) -> bool {
        self.phase == Phase::Draft
    }

    /// Whether more can be invited.
    pub fn takes_more(&self) -> bool {
        self.phase < Phase::Closing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_on_the_wire_and_in_no_log() {
        let json = r#""AAECAwQFBgcICQoLDA0ODw""#;
        let read: InvitationToken = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), json);
        assert!(!format!("{read:?}").contains("AAEC"));
        assert!(serde_json::from_str::<InvitationToken>(r#""AAEC""#).is_err());
    }

    #[test]
    fn what_can_be_done_depends_on_where_the_barometer_stands() {
        let at = |phase| {
            let invitations = Invitations {
                count: 1,
                invited_only: true,
                per_municipality: None,
                phase,
            };
            (invitations.is_undecided(), invitations.takes_more())
        };
        assert_eq!(at(Phase::Draft), (true, true));
        assert_eq!(at(Phase::Open), (false, true));
        assert_eq!(at(Phase::Closed), (false, false));
    }

    #[test]
    fn a_full_batch_fits_into_a_body() {
        let one = NewInvitation {
            hash: "a".repeat(43).parse().unwrap(),
            municipality: "0751".parse().unwrap(),
        };
        let invitations = vec![one; MOST_AT_ONCE];
        let body = serde_json::to_string(&NewInvitations { invitations }).unwrap();
        assert!(body.len() < crate::wire::BODY_LIMIT, "{}", body.len());
    }
}
