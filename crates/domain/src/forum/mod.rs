//! "Strategisk Udviklingsforum": who sits in it, when it meets and about what, the national initiatives that it deals with,
//! and what is said and decided on record. Pure. What everybody reads is a [`PublicForum`], which holds no person.

pub mod calendar;
mod command;
mod half_year;
pub mod headroom;
mod initiative;
mod meeting;
mod member;
pub mod news;
mod public;
mod record;

use serde::{Deserialize, Serialize};

use crate::ids::{RequestId, WebinarCode};
use crate::money::Money;

pub use command::ForumCommand;
pub use half_year::{HalfYear, NoHalfYear};
pub use initiative::{
    Initiative, InitiativeId, InitiativeRow, InitiativeStatus, LONGEST_NAME, MOST_HOURS,
};
pub use meeting::{
    LONGEST_PLACE, LONGEST_TOPIC, MOST_TOPICS, Meeting, MeetingId, MeetingRow, MeetingState, Topic,
    TopicAbout, suggested_topics,
};
pub use member::{ForumMember, LONGEST_ROLE, Member, SEALED_FOR};
pub use public::{PublicForum, PublicMember};
pub use record::{EntryAbout, EntryId, LONGEST_ENTRY, NewEntry, RecordEntry};

/// What the vendor and the municipalities can pay together for changes within a half-year: "råderum".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HalfYearFrame {
    /// In which half-year.
    pub half: HalfYear,
    /// How much, in øre; for national initiatives and municipalities' own wishes together.
    pub amount: Money,
}

/// A request that an initiative can affect and a meeting can deal with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ForumRequest {
    /// Its number.
    pub id: RequestId,
    /// The vendor's own reference.
    pub reference: String,
    /// Its title as it stands now.
    pub title: String,
}

/// A webinar that a meeting can be held as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ForumWebinar {
    /// Its code.
    pub code: WebinarCode,
    /// Its title.
    pub title: String,
    /// Its day, `YYYY-MM-DD`.
    pub date: String,
}

/// Everything about the forum, as the vendor has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ForumDesk {
    /// Everybody who sits or sat in it, by municipality.
    pub members: Vec<ForumMember>,
    /// All meetings, the newest first.
    pub meetings: Vec<MeetingRow>,
    /// All initiatives, the nearest deadline first.
    pub initiatives: Vec<InitiativeRow>,
    /// What was said and decided, the first one first; nothing of it is ever changed.
    pub record: Vec<RecordEntry>,
    /// What there is to spend, by half-year, the first one first.
    pub frames: Vec<HalfYearFrame>,
    /// The requests that can be named, by reference.
    pub requests: Vec<ForumRequest>,
    /// The webinars that a meeting can be held as, the newest first.
    pub webinars: Vec<ForumWebinar>,
}

impl ForumDesk {
    /// The initiative of this number.
    pub fn initiative(&self, id: InitiativeId) -> Option<&InitiativeRow> {
        self.initiatives.iter().find(|row| row.id == id)
    }

    /// The meeting of this number.
    pub fn meeting(&self, id: MeetingId) -> Option<&MeetingRow> {
        self.meetings.iter().find(|row| row.id == id)
    }

    /// The request of this number.
    pub fn request(&self, id: RequestId) -> Option<&ForumRequest> {
        self.requests.iter().find(|one| one.id == id)
    }
}
