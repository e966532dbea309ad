//! What everybody reads of the forum. It holds no person, no draft, and no municipality that is not confirmed.

use std::collections::BTreeSet;

use super::half_year::HalfYear;
use super::headroom::HeadroomUse;
use super::initiative::{InitiativeId, InitiativeRow};
use super::meeting::{MeetingRow, MeetingState};
use super::record::{EntryAbout, RecordEntry};
use super::{ForumDesk, InitiativeStatus};
use crate::date::Date;
use crate::ids::MunicipalityCode;

/// A member whose municipality the vendor has confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicMember<'a> {
    /// For which municipality.
    pub municipality: MunicipalityCode,
    /// In which role.
    pub role: &'a str,
    /// The last day of the term.
    pub to: Date,
}

/// The forum as everybody may know it on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicForum<'a> {
    /// How many sit in it, named or not.
    pub sitting: u32,
    /// For how many municipalities.
    pub municipalities: u32,
    /// Those who may be named, in the order of the desk.
    pub members: Vec<PublicMember<'a>>,
    /// The meetings that are called and not over yet, the nearest first.
    pub coming: Vec<&'a MeetingRow>,
    /// The meetings that were held or called off, the newest first.
    pub past: Vec<&'a MeetingRow>,
    /// The initiatives that everybody may read, in the order of the desk, those still open first.
    pub initiatives: Vec<&'a InitiativeRow>,
    /// What those take of what there is to spend.
    pub headroom: HeadroomUse,
    /// All decisions, the newest first, each with the one that replaced it.
    pub decisions: Vec<(&'a RecordEntry, Option<&'a RecordEntry>)>,
}

impl<'a> PublicForum<'a> {
    /// What of `desk` everybody may know on `today`.
    pub fn of(desk: &'a ForumDesk, today: Date) -> Self {
        let sitting = desk.members.iter().map(|member| &member.member);
        let sitting: Vec<_> = sitting.filter(|member| member.is_sitting(today)).collect();
        let municipalities: BTreeSet<_> = sitting.iter().map(|one| one.municipality).collect();
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let named = sitting.iter().filter(|member| member.named);
        let members = named.map(|member| PublicMember {
            municipality: member.municipality,
            role: &member.role,
            to: member.to,
        });
        let is = |row: &&MeetingRow, state| row.meeting.state == state;
        let meetings = desk.meetings.iter();
        let mut coming: Vec<_> = meetings
            .filter(|row| is(row, MeetingState::Called))
            .collect();
        coming.sort_by_key(|row| row.meeting.date);
        let mut past: Vec<_> = desk
            .meetings
            .iter()
            .filter(|row| is(row, MeetingState::Held) || is(row, MeetingState::Cancelled))
            .collect();
        past.sort_by_key(|row| std::cmp::Reverse(row.meeting.date));
        let initiatives = desk.initiatives.iter();
        let mut initiatives: Vec<_> = initiatives.filter(|row| row.initiative.public).collect();
        initiatives.sort_by_key(|row| !row.initiative.status.is_open());
        let half = HalfYear::containing(today);
        let headroom = HeadroomUse::of(initiatives.iter().copied(), &desk.frames, half);
        let is_known = |id: &InitiativeId| initiatives.iter().any(|row| row.id == *id);
        let mut decisions: Vec<_> = desk
            .decisions()
            .filter(|(one, _)| match one.entry.about {
                EntryAbout::Decision { initiative, .. } => initiative.as_ref().is_none_or(is_known),
                EntryAbout::Statement { .. } | EntryAbout::Minutes { .. } => false,
            })
            .collect();
        decisions.sort_by_key(|(one, _)| std::cmp::Reverse((one.entry.day, one.id)));
        Self {
            sitting: count(sitting.len()),
            municipalities: count(municipalities.len()),
            members: members.collect(),
            coming,
            past,
            initiatives,
            headroom,
            decisions,
        }
    }

    /// How many initiatives are still to come.
    pub fn open_initiatives(&self) -> usize {
        let open = self.initiatives.iter();
        open.filter(|row| row.initiative.status != InitiativeStatus::Dropped)
            .filter(|row| row.initiative.status.is_open())
            .count()
    }

    /// The initiative of this number, if everybody may read it.
    pub fn initiative(&self, id: InitiativeId) -> Option<&'a InitiativeRow> {
        self.initiatives.iter().find(|row| row.id == id).copied()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::forum::{EntryId, ForumMember, Initiative, Meeting, MeetingId, Member, NewEntry};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn member(at: u8, named: bool, from: &str) -> ForumMember {
        let code = ["0101", "0751", "0741"][usize::from(at) % 3];
        ForumMember {
            slot: "A".repeat(22).parse().unwrap(),
            member: Member {
                municipality: code.parse().unwrap(),
                role: "Medlem".into(),
                from: day(from),
                to: day("2027-12-31"),
                named,
            },
            sealed: "s".repeat(747).parse().ok(),
        }
    }

    proptest! {
        /// Nobody is named unconfirmed or outside the term, and neither draft nor hidden initiative is in it.
        #[test]
        fn only_what_is_confirmed_called_and_public_is_read(
            members in prop::collection::vec((0..3_u8, any::<bool>(), any::<bool>()), 0..8),
            meetings in prop::collection::vec(0..4_usize, 0..6),
            initiatives in prop::collection::vec(any::<bool>(), 0..6),
        ) {
            let states = [MeetingState::Draft, MeetingState::Called, MeetingState::Held, MeetingState::Cancelled];
            let desk = ForumDesk {
                members: members
                    .iter()
                    .map(|&(at, named, sits)| member(at, named, if sits { "2026-01-01" } else { "2027-01-01" }))
                    .collect(),
                meetings: (1..).zip(&meetings).map(|(id, &state)| MeetingRow {
                    id: MeetingId(id),
                    edition: 1,
                    meeting: Meeting { state: states[state], ..Meeting::on(day("2026-10-20")) },
                }).collect(),
                initiatives: (1..).zip(&initiatives).map(|(id, &public)| InitiativeRow {
                    id: InitiativeId(id),
                    edition: 1,
                    initiative: Initiative { public, ..Initiative::default() },
                }).collect(),
                record: (1..).zip(&initiatives).map(|(id, _)| RecordEntry {
                    id: EntryId(id),
                    at: 0,
                    entry: NewEntry {
                        about: EntryAbout::Decision { meeting: None, initiative: Some(InitiativeId(id)), replaces: None },
                        day: day("2026-10-20"),
                        text: "x".into(),
                        by: "Ida Holm".into(),
                    },
                }).collect(),
                ..ForumDesk::default()
            };
            let read = PublicForum::of(&desk, day("2026-11-28"));
            let sits = members.iter().filter(|(.., sits)| *sits);
            prop_assert_eq!(read.sitting as usize, sits.clone().count());
            prop_assert_eq!(read.members.len(), sits.filter(|(_, named, _)| *named).count());
            prop_assert!(read.municipalities <= read.sitting);
            let known = read.coming.iter().chain(&read.past);
            prop_assert!(known.clone().all(|row| row.meeting.state != MeetingState::Draft));
            prop_assert_eq!(known.count(), meetings.iter().filter(|state| **state > 0).count());
            let public = initiatives.iter().filter(|public| **public).count();
            prop_assert_eq!(read.initiatives.len(), public);
            prop_assert_eq!(read.decisions.len(), public);
        }
    }
}
