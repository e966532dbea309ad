//! What of the forum is news: that a meeting is called, moved or called off, and what is put on record. Read from what
//! everybody may read already, so it holds no person, no draft and no initiative that is not public.

use serde::{Deserialize, Serialize};

use super::{
    EntryAbout, ForumDesk, InitiativeId, Meeting, MeetingId, MeetingState, PublicForum, RecordEntry,
};
use crate::date::{Date, TimeOfDay};
use crate::ids::Millis;
use crate::news::{NewsEvent, NewsItem};

/// A meeting's way as far as everybody knows of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingStep {
    /// How far it came: called (again, at another time), or called off.
    pub state: MeetingState,
    /// Its day at that time.
    pub date: Date,
    /// When it begins.
    pub starts: TimeOfDay,
}

impl MeetingStep {
    /// The step that a save takes from how everybody knew the meeting to `next`, if it takes one.
    pub fn between(known: Option<&Meeting>, next: &Meeting) -> Option<Self> {
        let is_called = |meeting: &&Meeting| meeting.state == MeetingState::Called;
        let when = |meeting: &Meeting| (meeting.date, meeting.starts);
        let known = known.filter(is_called);
        let is_news = match next.state {
            MeetingState::Called => known.map(when) != Some(when(next)),
            MeetingState::Cancelled => known.is_some(),
            MeetingState::Draft | MeetingState::Held => false,
        };
        is_news.then_some(Self {
            state: next.state,
            date: next.date,
            starts: next.starts,
        })
    }
}

/// A step with its meeting and its moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeetingMoved {
    /// Which meeting.
    pub meeting: MeetingId,
    /// When it took the step, on the server's clock.
    pub at: Millis,
    /// The step.
    pub step: MeetingStep,
}

/// One thing that happened in the forum; in JSON as the webhook's readers see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum ForumEvent {
    /// A meeting is called, or stands at another time.
    #[serde(rename = "forum_meeting_called")]
    MeetingCalled {
        /// Which.
        meeting: MeetingId,
        /// Its day.
        date: Date,
        /// When it begins.
        starts: TimeOfDay,
        /// Whether it was known for another time before.
        moved: bool,
    },
    /// A meeting that was called is not held.
    #[serde(rename = "forum_meeting_cancelled")]
    MeetingCancelled {
        /// Which.
        meeting: MeetingId,
        /// Its day.
        date: Date,
    },
    /// The minutes of a meeting are out.
    #[serde(rename = "forum_minutes_out")]
    MinutesOut {
        /// Of which meeting.
        meeting: MeetingId,
        /// The meeting's day.
        date: Date,
        /// Whether they take the place of earlier ones.
        corrected: bool,
    },
    /// A decision is on record.
    #[serde(rename = "forum_decision")]
    Decided {
        /// The decision's words.
        text: String,
    },
    /// It is said nationally of an initiative, or taken back.
    #[serde(rename = "forum_statement")]
    Stated {
        /// Of which.
        initiative: InitiativeId,
        /// The initiative's name.
        name: String,
        /// What is said; empty where it is taken back.
        text: String,
    },
}

impl ForumEvent {
    /// The meeting that it is about, if it is about one.
    pub const fn meeting(&self) -> Option<MeetingId> {
        match self {
            Self::MeetingCalled { meeting, .. }
            | Self::MeetingCancelled { meeting, .. }
            | Self::MinutesOut { meeting, .. } => Some(*meeting),
            Self::Decided { .. } | Self::Stated { .. } => None,
        }
    }
}

/// All that has happened, in no order.
pub fn of_forum(desk: &ForumDesk, moves: &[MeetingMoved], today: Date) -> Vec<NewsItem> {
    let forum = PublicForum::of(desk, today);
    let item = |at, number, event| NewsItem {
        at,
        event: NewsEvent::Forum { number, event },
    };
    let steps = moves.iter().enumerate().map(|(index, one)| {
        let MeetingStep {
            state,
            date,
            starts,
        } = one.step;
        let meeting = one.meeting;
        let event = match state {
            MeetingState::Cancelled => ForumEvent::MeetingCancelled { meeting, date },
            MeetingState::Draft | MeetingState::Called | MeetingState::Held => {
                let earlier = moves.iter().take(index);
                ForumEvent::MeetingCalled {
                    meeting,
                    date,
                    starts,
                    moved: earlier.filter(|earlier| earlier.meeting == meeting).count() > 0,
                }
            }
        };
        item(one.at, None, event)
    });
    let entries = desk.record.iter().filter_map(|entry| {
        let event = of_entry(desk, &forum, entry)?;
        Some(item(entry.at, Some(entry.id), event))
    });
    steps.chain(entries).collect()
}

/// What an entry tells everybody, if they may read it.
fn of_entry(desk: &ForumDesk, forum: &PublicForum<'_>, entry: &RecordEntry) -> Option<ForumEvent> {
    let text = entry.entry.text.clone();
    match entry.entry.about {
        EntryAbout::Statement { initiative } => {
            let name = forum.initiative(initiative)?.initiative.name.clone();
            Some(ForumEvent::Stated {
                initiative,
                name,
                text,
            })
        }
        EntryAbout::Minutes { meeting } => Some(ForumEvent::MinutesOut {
            meeting,
            date: desk.meeting(meeting)?.meeting.date,
            corrected: desk.minutes(meeting).next().map(|first| first.id) != Some(entry.id),
        }),
        EntryAbout::Decision { .. } => {
            let mut known = forum.decisions.iter();
            known
                .any(|(one, _)| one.id == entry.id)
                .then_some(ForumEvent::Decided { text })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forum::{EntryId, Initiative, InitiativeRow, MeetingRow, NewEntry};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn meeting(state: MeetingState, date: &str) -> Meeting {
        Meeting {
            state,
            ..Meeting::on(day(date))
        }
    }

    #[test]
    fn a_meeting_is_news_when_it_is_called_moved_or_called_off() {
        use MeetingState::{Called, Cancelled, Draft, Held};
        let step = |known: Option<(MeetingState, &str)>, next: (MeetingState, &str)| {
            let known = known.map(|(state, date)| meeting(state, date));
            MeetingStep::between(known.as_ref(), &meeting(next.0, next.1)).map(|step| step.state)
        };
        let (one, other) = ("2027-03-04", "2027-03-11");
        assert_eq!(step(None, (Draft, one)), None);
        assert_eq!(step(None, (Called, one)), Some(Called));
        assert_eq!(step(Some((Draft, one)), (Called, one)), Some(Called));
        assert_eq!(step(Some((Called, one)), (Called, one)), None, "its agenda");
        assert_eq!(step(Some((Called, one)), (Called, other)), Some(Called));
        assert_eq!(step(Some((Called, one)), (Held, one)), None, "it was held");
        assert_eq!(step(Some((Called, one)), (Cancelled, one)), Some(Cancelled));
        assert_eq!(
            step(Some((Draft, one)), (Cancelled, one)),
            None,
            "nobody knew of it"
        );
    }

    fn desk(public: bool) -> ForumDesk {
        let entry = |id, about, text: &str| RecordEntry {
            id: EntryId(id),
            at: i64::from(id),
            entry: NewEntry {
                about,
                day: day("2026-10-20"),
                text: text.into(),
                by: "Ida Holm".into(),
            },
        };
        let initiative = InitiativeId(1);
        let minutes = EntryAbout::Minutes {
            meeting: MeetingId(1),
        };
        let decision = |initiative| EntryAbout::Decision {
            meeting: None,
            initiative,
            replaces: None,
        };
        ForumDesk {
            meetings: vec![MeetingRow {
                id: MeetingId(1),
                edition: 1,
                meeting: meeting(MeetingState::Held, "2026-10-20"),
            }],
            initiatives: vec![InitiativeRow {
                id: initiative,
                edition: 1,
                initiative: Initiative {
                    name: "Ældreloven".into(),
                    public,
                    ..Initiative::default()
                },
            }],
            record: vec![
                entry(1, minutes, "Referat"),
                entry(2, minutes, "Referat, rettet"),
                entry(3, decision(None), "Vi mødes igen."),
                entry(4, decision(Some(initiative)), "Vi søger puljen."),
                entry(5, EntryAbout::Statement { initiative }, "Det når vi."),
            ],
            ..ForumDesk::default()
        }
    }

    #[test]
    fn what_is_on_record_is_news_as_far_as_everybody_may_read_it() {
        let told = |public| {
            let items = of_forum(&desk(public), &[], day("2026-11-29"));
            let text = format!("{items:?}");
            assert!(!text.contains("Ida Holm"), "no person is in it");
            items.iter().map(|item| item.at).collect::<Vec<_>>()
        };
        assert_eq!(told(true), [1, 2, 3, 4, 5]);
        assert_eq!(told(false), [1, 2, 3], "of a hidden initiative nothing");
        let items = of_forum(&desk(true), &[], day("2026-11-29"));
        let corrected = |index: usize| {
            matches!(
                &items[index].event,
                NewsEvent::Forum {
                    event: ForumEvent::MinutesOut {
                        corrected: true,
                        ..
                    },
                    ..
                }
            )
        };
        assert!(!corrected(0) && corrected(1));
        let keys: std::collections::BTreeSet<String> = items.iter().map(NewsItem::key).collect();
        assert_eq!(keys.len(), items.len(), "each is told by itself");
    }

    #[test]
    fn a_second_call_is_a_move() {
        let step = |at, date| MeetingMoved {
            meeting: MeetingId(1),
            at,
            step: MeetingStep {
                state: MeetingState::Called,
                date: day(date),
                starts: TimeOfDay::at_hour(10),
            },
        };
        let steps = [step(1, "2027-03-04"), step(2, "2027-03-11")];
        let items = of_forum(&ForumDesk::default(), &steps, day("2026-11-29"));
        let is_move = items.iter().map(|item| {
            matches!(&item.event, NewsEvent::Forum { event: ForumEvent::MeetingCalled { moved, .. }, .. } if *moved)
        });
        assert_eq!(is_move.collect::<Vec<_>>(), [false, true]);
        assert_ne!(items[0].key(), items[1].key());
    }
}
