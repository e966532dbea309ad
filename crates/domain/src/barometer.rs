//! The barometer's lifecycle and the rules that lock when it opens.

use serde::{Deserialize, Serialize};

use crate::ids::Millis;
use crate::tally::{CountingRule, HeadlineFigure};

/// Below this many ballots no result is shown: `docs/domain.md, "Result threshold"`.
pub const FEWEST_BALLOTS: u32 = 5;

/// From fewer municipalities than this no result is shown either: five ballots from one would be that municipality's
/// answer; `docs/domain.md, "Result threshold"`.
pub const FEWEST_MUNICIPALITIES: u32 = 3;

/// How long ballots on their way are still taken after the close, in milliseconds.
pub const CLOSING_GRACE_MS: u64 = 2_000;

/// Where a barometer stands. Each step is a committed record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Being prepared; rule, candidates and limit may still change.
    #[default]
    Draft,
    /// Ballots are taken and can be changed; rule, candidates and limit are locked.
    Open,
    /// Phones lock and send what they hold; ballots are still taken.
    Closing,
    /// No more ballots; nothing shown yet.
    Closed,
    /// The result is shown, row by row; no ballot is taken any more.
    Revealed,
}

impl Phase {
    /// Whether ballots are taken: while open, and in the grace after the close.
    pub fn takes_ballots(self) -> bool {
        matches!(self, Self::Open | Self::Closing)
    }
}

/// The rules of one vote, which lock when the barometer opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Rules {
    /// The headline figure by which candidates are ranked.
    pub rule: CountingRule,
    /// How many candidates one ballot may support.
    pub max_choices: u8,
    /// Candidates are numbered from 1 to this.
    pub candidates: u16,
}

/// How many have voted: all that leaves the server while a barometer is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Turnout {
    /// Participants with a ballot, blank ones included.
    pub voted: u32,
    /// Participants who have joined as voters; does not fall when a phone sleeps.
    pub present: u32,
    /// Municipalities with at least one ballot.
    pub municipalities: u32,
}

impl Turnout {
    /// The most that a candidate's headline figure could be under `rule`: what a full bar stands for.
    pub const fn greatest(&self, rule: CountingRule) -> u32 {
        match rule.headline() {
            HeadlineFigure::Votes => self.voted,
            HeadlineFigure::Municipalities | HeadlineFigure::PartOfMunicipalities => {
                self.municipalities
            }
        }
    }

    /// How much more is needed for a result to be shown; `None` when there is enough.
    pub fn lack(&self) -> Option<Lack> {
        let lack = Lack {
            ballots: FEWEST_BALLOTS.saturating_sub(self.voted),
            municipalities: FEWEST_MUNICIPALITIES.saturating_sub(self.municipalities),
        };
        (lack.ballots > 0 || lack.municipalities > 0).then_some(lack)
    }

    /// What there is too little of for a result to be shown; `None` when there is enough.
    pub fn shortage(&self) -> Option<Shortage> {
        let too_few = (
            self.voted < FEWEST_BALLOTS,
            self.municipalities < FEWEST_MUNICIPALITIES,
        );
        match too_few {
            (false, false) => None,
            (true, false) => Some(Shortage::Ballots),
            (false, true) => Some(Shortage::Municipalities),
            (true, true) => Some(Shortage::Both),
        }
    }
}

/// How much more a turnout needs for a result to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lack {
    /// Ballots.
    pub ballots: u32,
    /// Municipalities with a ballot, beside those there are.
    pub municipalities: u32,
}

/// Why a turnout is too small for a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortage {
    /// Fewer than [`FEWEST_BALLOTS`] ballots, blank ones included.
    Ballots,
    /// Ballots from fewer than [`FEWEST_MUNICIPALITIES`] municipalities.
    Municipalities,
    /// Too few ballots, and from too few municipalities.
    Both,
}

/// What the roll will be, fixed and signed when the vote closes: nobody can be shown another roll afterwards. See
/// `barometer_sealing::roll_root`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignedRoot {
    /// Which close of this round, from 1.
    pub close: u32,
    /// The root over all ballots that were cast; 32 bytes in base64url.
    pub root: String,
    /// The same with what was struck since, if anything was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after_strikes: Option<String>,
    /// The server's signature over round and all of the above (Ed25519, base64url).
    pub signature: String,
}

/// The barometer as every audience may see it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BarometerView {
    /// The barometer's phase, which decides what phones offer.
    pub phase: Phase,
    /// How many have voted of how many; frozen at the close.
    pub turnout: Turnout,
    /// When a running countdown reaches zero, on the server's clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_at: Option<Millis>,
    /// When that countdown began, on the server's clock; an extension leaves it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts_from: Option<Millis>,
    /// Rises each time the barometer starts anew, so that a phone forgets the ballot of the last one.
    pub round: u32,
    /// How often it was opened again after a close, in this round.
    #[serde(default, skip_serializing_if = "is_none_yet")]
    pub reopened: u8,
    /// How many rounds were run before this one.
    #[serde(default, skip_serializing_if = "is_none_yet")]
    pub earlier_rounds: u8,
    /// Ballots that the vendor has struck, on record; they are in no other figure.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub struck: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_none_yet(number: &u8) -> bool {
    *number == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}
