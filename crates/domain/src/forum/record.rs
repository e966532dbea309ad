//! What is on record: what is said nationally of an initiative, the minutes of a meeting, and decisions. Each entry has its
//! day; none is ever changed or taken out. What is wrong is replaced by another entry, and both can be read.

use serde::{Deserialize, Serialize};

use super::ForumDesk;
use super::initiative::InitiativeId;
use super::meeting::{MeetingId, MeetingState};
use crate::date::Date;
use crate::financing::commitment::text;
use crate::ids::Millis;
use crate::refusal::{Field, Refusal};

/// The longest entry, in letters.
pub const LONGEST_ENTRY: usize = 10_000;

/// An entry's number; the newest has the highest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = u32))]
pub struct EntryId(pub u32);

/// What an entry is, and what it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "is", rename_all = "snake_case", deny_unknown_fields)]
pub enum EntryAbout {
    /// "Det siger vi nationalt": the newest one holds, and one without words takes it back.
    Statement {
        /// Of which initiative.
        initiative: InitiativeId,
    },
    /// The minutes of a meeting; the newest ones hold.
    Minutes {
        /// Of which meeting.
        meeting: MeetingId,
    },
    /// A decision.
    Decision {
        /// The meeting that made it, if one did.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        meeting: Option<MeetingId>,
        /// The initiative that it is about, if it is about one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        initiative: Option<InitiativeId>,
        /// The decision that it replaces, if it does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        replaces: Option<EntryId>,
    },
}

/// An entry as the vendor writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewEntry {
    /// What it is.
    pub about: EntryAbout,
    /// The day on which it was said or decided.
    pub day: Date,
    /// Its words, at most [`LONGEST_ENTRY`] letters; may have several lines.
    pub text: String,
    /// The name of the employee who writes it down; for the vendor alone.
    pub by: String,
}

/// An entry as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecordEntry {
    /// Its number.
    pub id: EntryId,
    /// When it was written down, on the server's clock.
    pub at: Millis,
    /// What was written.
    pub entry: NewEntry,
}

impl NewEntry {
    /// The entry with its texts trimmed, if it can be put on record of this forum on `today`.
    ///
    /// # Errors
    /// [`Refusal::NotFilledIn`] with the first field that is wrong; [`Refusal::NotFound`] for what it is about;
    /// [`Refusal::NotPossibleNow`] for minutes of a meeting that was not held, a statement that would take back nothing,
    /// and a decision that is replaced already.
    pub fn checked(mut self, forum: &ForumDesk, today: Date) -> Result<Self, Refusal> {
        let is_statement = matches!(self.about, EntryAbout::Statement { .. });
        let fewest = usize::from(!is_statement);
        self.text = text(&self.text, fewest..=LONGEST_ENTRY, Field::Entry)?;
        self.by = text(&self.by, 1..=LONGEST_BY, Field::By)?;
        if self.day > today {
            return Err(Field::Date.wrong());
        }
        let initiative = |id| forum.initiative(id).ok_or(Refusal::NotFound);
        let meeting = |id| forum.meeting(id).ok_or(Refusal::NotFound);
        match self.about {
            EntryAbout::Statement { initiative: id } => {
                initiative(id)?;
                if self.text.is_empty() && forum.statement(id).is_none() {
                    return Err(Field::Entry.wrong());
                }
            }
            EntryAbout::Minutes { meeting: id } => {
                if meeting(id)?.meeting.state != MeetingState::Held {
                    return Err(Refusal::NotPossibleNow);
                }
            }
            EntryAbout::Decision {
                meeting: of,
                initiative: about,
                replaces,
            } => {
                of.map(meeting).transpose()?;
                about.map(initiative).transpose()?;
                if replaces.is_some_and(|earlier| !forum.is_standing_decision(earlier)) {
                    return Err(Refusal::NotPossibleNow);
                }
            }
        }
        Ok(self)
    }
}

/// The longest name of an employee, in letters.
const LONGEST_BY: usize = 120;

impl ForumDesk {
    /// What is said nationally of an initiative now.
    pub fn statement(&self, initiative: InitiativeId) -> Option<&RecordEntry> {
        let newest = self.statements(initiative).last()?;
        (!newest.entry.text.is_empty()).then_some(newest)
    }

    /// All that was ever said nationally of an initiative, the first one first.
    pub fn statements(&self, initiative: InitiativeId) -> impl Iterator<Item = &RecordEntry> {
        let about = EntryAbout::Statement { initiative };
        self.record
            .iter()
            .filter(move |one| one.entry.about == about)
    }

    /// The minutes of a meeting, the first ones first; the last ones hold.
    pub fn minutes(&self, meeting: MeetingId) -> impl Iterator<Item = &RecordEntry> {
        let about = EntryAbout::Minutes { meeting };
        self.record
            .iter()
            .filter(move |one| one.entry.about == about)
    }

    /// All decisions, the first one first, each with the one that replaced it, if one did.
    pub fn decisions(&self) -> impl Iterator<Item = (&RecordEntry, Option<&RecordEntry>)> {
        let decisions = self.record.iter();
        let decisions =
            decisions.filter(|one| matches!(one.entry.about, EntryAbout::Decision { .. }));
        decisions.map(|one| {
            let later = self.record.iter().find(|later| {
                matches!(later.entry.about, EntryAbout::Decision { replaces: Some(id), .. } if id == one.id)
            });
            (one, later)
        })
    }

    fn is_standing_decision(&self, id: EntryId) -> bool {
        self.decisions()
            .any(|(one, later)| one.id == id && later.is_none())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::forum::{Initiative, InitiativeRow, Meeting, MeetingRow};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn forum() -> ForumDesk {
        let meeting = |id, state| MeetingRow {
            id: MeetingId(id),
            edition: 1,
            meeting: Meeting {
                state,
                ..Meeting::on(day("2026-10-20"))
            },
        };
        ForumDesk {
            meetings: vec![
                meeting(1, MeetingState::Held),
                meeting(2, MeetingState::Called),
            ],
            initiatives: vec![InitiativeRow {
                id: InitiativeId(1),
                edition: 1,
                initiative: Initiative::default(),
            }],
            ..ForumDesk::default()
        }
    }

    fn entry(about: EntryAbout, text: &str) -> NewEntry {
        NewEntry {
            about,
            day: day("2026-10-20"),
            text: text.into(),
            by: "Ida Holm".into(),
        }
    }

    fn decision(replaces: Option<u32>) -> EntryAbout {
        EntryAbout::Decision {
            meeting: Some(MeetingId(1)),
            initiative: None,
            replaces: replaces.map(EntryId),
        }
    }

    const TODAY: &str = "2026-11-28";

    fn put(forum: &mut ForumDesk, entry: NewEntry) -> Result<(), Refusal> {
        let entry = entry.checked(forum, day(TODAY))?;
        let id = u32::try_from(forum.record.len()).unwrap() + 1;
        forum.record.push(RecordEntry {
            id: EntryId(id),
            at: 0,
            entry,
        });
        Ok(())
    }

    #[test]
    fn the_newest_statement_holds_until_it_is_taken_back() {
        let mut forum = forum();
        let about = EntryAbout::Statement {
            initiative: InitiativeId(1),
        };
        let empty = put(&mut forum, entry(about, " "));
        assert_eq!(empty, Err(Field::Entry.wrong()));
        for text in ["Det kan vi ikke nå.", "Det når vi.\nTil tiden."] {
            put(&mut forum, entry(about, text)).unwrap();
            assert_eq!(forum.statement(InitiativeId(1)).unwrap().entry.text, text);
        }
        put(&mut forum, entry(about, "")).unwrap();
        assert_eq!(forum.statement(InitiativeId(1)), None);
        assert_eq!(forum.statements(InitiativeId(1)).count(), 3);
    }

    #[test]
    fn minutes_are_of_a_meeting_that_was_held() {
        let mut forum = forum();
        let minutes = |meeting| {
            entry(
                EntryAbout::Minutes {
                    meeting: MeetingId(meeting),
                },
                "Referat",
            )
        };
        assert_eq!(put(&mut forum, minutes(1)), Ok(()));
        assert_eq!(put(&mut forum, minutes(2)), Err(Refusal::NotPossibleNow));
        assert_eq!(put(&mut forum, minutes(3)), Err(Refusal::NotFound));
    }

    #[test]
    fn a_decision_is_replaced_once_and_both_can_be_read() {
        let mut forum = forum();
        put(&mut forum, entry(decision(None), "Vi søger puljen.")).unwrap();
        put(&mut forum, entry(decision(Some(1)), "Vi søger ikke.")).unwrap();
        let again = put(&mut forum, entry(decision(Some(1)), "Jo."));
        assert_eq!(again, Err(Refusal::NotPossibleNow));
        let all: Vec<(u32, Option<u32>)> = forum
            .decisions()
            .map(|(one, later)| (one.id.0, later.map(|later| later.id.0)))
            .collect();
        assert_eq!(all, [(1, Some(2)), (2, None)]);
    }

    #[test]
    fn nothing_is_decided_tomorrow() {
        let mut forum = forum();
        let tomorrow = NewEntry {
            day: day(TODAY).plus_days(1),
            ..entry(decision(None), "Vi gør det.")
        };
        assert_eq!(put(&mut forum, tomorrow), Err(Field::Date.wrong()));
    }

    proptest! {
        /// Whatever is put on record, each decision has at most one that replaced it, which is later, and one always stands.
        #[test]
        fn decisions_form_chains(replaced in prop::collection::vec(prop::option::of(1..8_u32), 1..12)) {
            let mut forum = forum();
            for replaces in replaced {
                // What cannot be is refused, and leaves the record as it was.
                let _ = put(&mut forum, entry(decision(replaces), "x"));
            }
            for (one, later) in forum.decisions() {
                prop_assert!(later.is_none_or(|later| later.id > one.id));
            }
            let all = forum.decisions().count();
            prop_assert!(all == 0 || forum.decisions().any(|(_, later)| later.is_none()));
        }
    }
}
