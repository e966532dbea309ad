//! What the vendor does with the forum.

use serde::{Deserialize, Serialize};

use super::HalfYearFrame;
use super::half_year::HalfYear;
use super::initiative::{Initiative, InitiativeId};
use super::meeting::{Meeting, MeetingId};
use super::member::Member;
use super::record::NewEntry;
use crate::money::{MAX_PRICE, Money};
use crate::refusal::{Field, Refusal};
use crate::signup::SignupSlot;
use crate::vendor::SealedIdentity;

/// One thing that the vendor does with the forum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum ForumCommand {
    /// Writes an initiative down, or writes it anew.
    SaveInitiative {
        /// Which; none for a new one.
        #[serde(default)]
        id: Option<InitiativeId>,
        /// The edition that was read; 0 for a new one.
        edition: u32,
        /// What it is to be.
        initiative: Initiative,
    },
    /// Plans a meeting, or changes it.
    SaveMeeting {
        /// Which; none for a new one.
        #[serde(default)]
        id: Option<MeetingId>,
        /// The edition that was read; 0 for a new one.
        edition: u32,
        /// What it is to be.
        meeting: Meeting,
    },
    /// Takes a member in; the same slot again changes nothing.
    AddMember {
        /// A random name, made where the person was sealed.
        slot: SignupSlot,
        /// Name and e-mail address, sealed for that name.
        sealed: SealedIdentity,
        /// What is written of the member.
        member: Member,
    },
    /// Writes anew what is written of a member; another person is another member.
    ChangeMember {
        /// Which.
        slot: SignupSlot,
        /// What it is to be.
        member: Member,
    },
    /// Deletes a member with the sealed person.
    RemoveMember {
        /// Which.
        slot: SignupSlot,
    },
    /// Puts something on record.
    Record {
        /// What.
        entry: NewEntry,
    },
    /// Says what there is to spend in a half-year, or that it is not known.
    SetFrame {
        /// Which half-year.
        half: HalfYear,
        /// How much, in øre.
        #[serde(default)]
        amount: Option<Money>,
    },
}

impl HalfYearFrame {
    /// The frame, if it is an amount that can be meant.
    ///
    /// # Errors
    /// [`Refusal::NotFilledIn`] for nothing, less than nothing, or more than anybody has.
    pub fn checked(self) -> Result<Self, Refusal> {
        let most = Money::from_ore(MAX_PRICE.ore().saturating_mul(10));
        let is_meant = Money::ZERO < self.amount && self.amount <= most;
        is_meant.then_some(self).ok_or(Field::Frame.wrong())
    }
}
