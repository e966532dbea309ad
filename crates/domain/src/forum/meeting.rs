//! Meetings of the forum: when, where, and about what, with the times that follow from how long each topic takes.

use serde::{Deserialize, Serialize};

use super::initiative::{InitiativeId, InitiativeRow};
use crate::date::{Date, TimeOfDay};
use crate::financing::commitment::text;
use crate::ids::{RequestId, WebinarCode};
use crate::refusal::{Field, Refusal};

/// The longest place or link, in letters.
pub const LONGEST_PLACE: usize = 200;
/// The longest title or note of a topic, in letters.
pub const LONGEST_TOPIC: usize = 200;
/// The most topics of one meeting.
pub const MOST_TOPICS: usize = 20;
/// The longest that one topic can be meant to take, in minutes.
const LONGEST_MINUTES: u16 = 480;
/// How long is proposed for what was answered beforehand, in minutes.
const INPUT_MINUTES: u16 = 20;
/// How long is proposed for each initiative, in minutes.
const INITIATIVE_MINUTES: u16 = 30;

/// A meeting's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = u32))]
pub struct MeetingId(pub u32);

/// How far a meeting has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum MeetingState {
    /// The vendor is still planning it; nobody else knows of it.
    #[default]
    Draft,
    /// Everybody can see when it is and what it is about.
    Called,
    /// It was held; minutes can be put on record.
    Held,
    /// It was called off.
    Cancelled,
}

impl MeetingState {
    /// Whether it can become `next`. What was called stays known: it is held, or called off.
    pub const fn can_become(self, next: Self) -> bool {
        match (self, next) {
            (Self::Draft, _) | (Self::Called, Self::Called | Self::Held | Self::Cancelled) => true,
            (Self::Called, Self::Draft) | (Self::Held | Self::Cancelled, _) => false,
        }
    }

    /// Whether its date and agenda stand.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Held | Self::Cancelled)
    }
}

/// What a topic is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "is", rename_all = "snake_case", deny_unknown_fields)]
pub enum TopicAbout {
    /// What municipalities answered before the meeting.
    Input,
    /// A national initiative.
    Initiative {
        /// Which.
        initiative: InitiativeId,
    },
    /// A request.
    Request {
        /// Which.
        request: RequestId,
    },
    /// Anything else.
    Other {
        /// What, in one line.
        title: String,
    },
}

/// One topic of an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// What it is about.
    pub about: TopicAbout,
    /// How long it is meant to take.
    pub minutes: u16,
    /// What is to come of it, in a few words; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A meeting as the vendor writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// On which day.
    pub date: Date,
    /// When it begins, in Denmark.
    pub starts: TimeOfDay,
    /// When it ends.
    pub ends: TimeOfDay,
    /// Where, or with which link; may be empty. Everybody can read it once the meeting is called.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// How far it has come.
    #[serde(default)]
    pub state: MeetingState,
    /// Its agenda, in order.
    #[serde(default)]
    pub topics: Vec<Topic>,
    /// The webinar that it is held as, in which municipalities are asked beforehand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub webinar: Option<WebinarCode>,
}

/// A meeting with its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MeetingRow {
    /// Its number.
    pub id: MeetingId,
    /// Rises by one with every save; sent back with the next.
    pub edition: u32,
    /// What is written of it.
    pub meeting: Meeting,
}

impl Meeting {
    /// A meeting on this day as it is proposed: from ten to two, with an empty agenda.
    pub fn on(date: Date) -> Self {
        Self {
            date,
            starts: TimeOfDay::at_hour(10),
            ends: TimeOfDay::at_hour(14),
            place: String::new(),
            state: MeetingState::Draft,
            topics: Vec::new(),
            webinar: None,
        }
    }

    /// How long all topics are meant to take, in minutes.
    pub fn minutes_of_topics(&self) -> u32 {
        self.topics
            .iter()
            .map(|topic| u32::from(topic.minutes))
            .sum()
    }

    /// Each topic with the time at which it begins.
    pub fn timed_topics(&self) -> impl Iterator<Item = (TimeOfDay, &Topic)> {
        let mut begins = self.starts;
        self.topics.iter().map(move |topic| {
            let at = begins;
            begins = begins.plus_minutes(topic.minutes);
            (at, topic)
        })
    }

    /// The meeting with its texts trimmed, if everything in it can be.
    ///
    /// # Errors
    /// [`Refusal::NotFilledIn`] with the first field that is wrong.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        self.place = text(&self.place, 0..=LONGEST_PLACE, Field::Place)?;
        if self.starts >= self.ends {
            return Err(Field::Ends.wrong());
        }
        if self.topics.len() > MOST_TOPICS {
            return Err(Field::Agenda.wrong());
        }
        for topic in &mut self.topics {
            if let TopicAbout::Other { title } = &mut topic.about {
                *title = text(title, 1..=LONGEST_TOPIC, Field::Agenda)?;
            }
            topic.note = text(&topic.note, 0..=LONGEST_TOPIC, Field::Agenda)?;
            if !(1..=LONGEST_MINUTES).contains(&topic.minutes) {
                return Err(Field::Timebox.wrong());
            }
        }
        if self.minutes_of_topics() * 60 > self.starts.seconds_to(self.ends) {
            return Err(Field::Timebox.wrong());
        }
        Ok(self)
    }

    /// What a save makes of it.
    ///
    /// # Errors
    /// [`Refusal::Locked`] once it is over, but for the webinar that it was held as; [`Refusal::MoveNotAllowed`] for a
    /// meeting that was called and would be unknown again; and what [`Self::checked`] refuses.
    pub fn edited(&self, next: Self) -> Result<Self, Refusal> {
        let next = next.checked()?;
        let same_but_for_webinar = Self {
            webinar: next.webinar.clone(),
            ..self.clone()
        };
        if self.state.is_over() && next != same_but_for_webinar {
            return Err(Refusal::Locked);
        }
        if !self.state.is_over() && !self.state.can_become(next.state) {
            return Err(Refusal::MoveNotAllowed);
        }
        Ok(next)
    }
}

/// An agenda to begin with: what was answered beforehand, if anything is asked, and then the initiatives that are still to
/// come, the nearest deadline first, as many as there is time for.
pub fn suggested_topics(
    initiatives: &[InitiativeRow],
    asks_beforehand: bool,
    minutes: u32,
) -> Vec<Topic> {
    let topic = |about, minutes| Topic {
        about,
        minutes,
        note: String::new(),
    };
    let input = asks_beforehand.then(|| topic(TopicAbout::Input, INPUT_MINUTES));
    let mut open: Vec<&InitiativeRow> = initiatives
        .iter()
        .filter(|row| row.initiative.status.is_open())
        .collect();
    open.sort_by_key(|row| {
        let deadline = row.initiative.deadline;
        (deadline.is_none(), deadline, row.id)
    });
    let initiatives = open.into_iter().map(|row| {
        let about = TopicAbout::Initiative { initiative: row.id };
        topic(about, INITIATIVE_MINUTES)
    });
    let mut left = minutes;
    input
        .into_iter()
        .chain(initiatives)
        .take(MOST_TOPICS)
        .take_while(|topic| {
            let fits = u32::from(topic.minutes) <= left;
            left = left.saturating_sub(topic.minutes.into());
            fits
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::forum::{Initiative, InitiativeStatus};

    fn meeting() -> Meeting {
        Meeting::on("2027-04-13".parse().unwrap())
    }

    fn other(title: &str, minutes: u16) -> Topic {
        Topic {
            about: TopicAbout::Other {
                title: title.into(),
            },
            minutes,
            note: String::new(),
        }
    }

    #[test]
    fn each_topic_begins_when_the_one_before_it_ends() {
        let meeting = Meeting {
            topics: vec![
                other("Velkomst", 15),
                other("Reform", 90),
                other("Eventuelt", 10),
            ],
            ..meeting()
        };
        let times: Vec<String> = meeting
            .timed_topics()
            .map(|(at, _)| at.to_string())
            .collect();
        assert_eq!(times, ["10:00", "10:15", "11:45"]);
        assert!(meeting.checked().is_ok());
    }

    #[test]
    fn an_agenda_fits_between_beginning_and_end() {
        let with = |topics: Vec<Topic>| {
            Meeting {
                topics,
                ..meeting()
            }
            .checked()
        };
        assert!(with(vec![other("a", 240)]).is_ok());
        let too_long = Err(Field::Timebox.wrong());
        assert_eq!(with(vec![other("a", 240), other("b", 1)]), too_long);
        assert_eq!(with(vec![other("a", 0)]), too_long);
        assert_eq!(with(vec![other(" ", 5)]), Err(Field::Agenda.wrong()));
        let turned = Meeting {
            ends: "09:00".parse().unwrap(),
            ..meeting()
        };
        assert_eq!(turned.checked(), Err(Field::Ends.wrong()));
    }

    #[test]
    fn what_was_held_stands_and_what_was_called_stays_known() {
        let called = Meeting {
            state: MeetingState::Called,
            ..meeting()
        };
        assert_eq!(called.edited(meeting()), Err(Refusal::MoveNotAllowed));
        let held = Meeting {
            state: MeetingState::Held,
            ..meeting()
        };
        assert_eq!(called.edited(held.clone()), Ok(held.clone()));
        assert_eq!(held.edited(called), Err(Refusal::Locked));
        let with_webinar = Meeting {
            webinar: "4K7P2M".parse().ok(),
            ..held.clone()
        };
        assert_eq!(held.edited(with_webinar.clone()), Ok(with_webinar));
    }

    fn initiative(id: u32, deadline: &str, status: InitiativeStatus) -> InitiativeRow {
        InitiativeRow {
            id: InitiativeId(id),
            edition: 1,
            initiative: Initiative {
                deadline: deadline.parse().ok(),
                status,
                ..Initiative::default()
            },
        }
    }

    #[test]
    fn a_first_agenda_begins_with_the_answers_and_goes_on_with_the_nearest_deadline() {
        let rows = [
            initiative(1, "", InitiativeStatus::Announced),
            initiative(2, "2028-01-01", InitiativeStatus::Planned),
            initiative(3, "2027-06-01", InitiativeStatus::Delivered),
            initiative(4, "2027-09-01", InitiativeStatus::UnderAnalysis),
        ];
        let about = |topics: Vec<Topic>| -> Vec<TopicAbout> {
            topics.into_iter().map(|topic| topic.about).collect()
        };
        let of = |id| TopicAbout::Initiative {
            initiative: InitiativeId(id),
        };
        let all = about(suggested_topics(&rows, true, 240));
        assert_eq!(all, [TopicAbout::Input, of(4), of(2), of(1)]);
        assert_eq!(about(suggested_topics(&rows, false, 60)), [of(4), of(2)]);
    }

    proptest! {
        /// What is proposed can always be saved.
        #[test]
        fn a_proposed_agenda_fits(count in 0..40_u32, asks in any::<bool>(), minutes in 1..480_u16) {
            let rows: Vec<InitiativeRow> = (1..=count)
                .map(|id| initiative(id, "2027-09-01", InitiativeStatus::Planned))
                .collect();
            let starts = TimeOfDay::at_hour(10);
            let meeting = Meeting {
                ends: starts.plus_minutes(minutes),
                topics: suggested_topics(&rows, asks, minutes.into()),
                ..meeting()
            };
            prop_assert!(meeting.checked().is_ok());
        }
    }
}
