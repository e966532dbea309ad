//! What the vendor decides before a webinar, and what of it is locked as soon as it has begun to count.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::agenda::{AgendaItem, Stage};
use crate::barometer::Phase;
use crate::catalogue::Reality;
use crate::date::{Date, TimeOfDay};
use crate::financing::RequestState;
use crate::financing::commitment::text;
use crate::financing::request::LONGEST_TITLE;
use crate::ids::{Millis, RequestId, WebinarCode};
use crate::language::Language;
use crate::letters::is_control;
use crate::refusal::{Field, Refusal};
use crate::tally::CountingRule;
use crate::vendor::LONGEST_REASON;

mod preview;

pub use preview::{Look, Place, Preview};

/// The longest notes for one stage or one candidate, in letters.
pub const LONGEST_NOTES: usize = 2_000;
/// The longest timebox, in seconds.
pub const LONGEST_TIMEBOX: u16 = 3_600;
/// The most requests on the shortlist, and the most that a webinar reports on.
pub const MOST_REQUESTS: usize = 100;
/// The most candidates that one ballot may support.
pub const MOST_CHOICES: u8 = 20;

/// A place on the shortlist that is being made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Shortlisted {
    /// The change request that is put up.
    pub request: RequestId,
    /// Why; for the vendor and the decision log, may be empty.
    #[serde(default)]
    pub reason: String,
    /// What the presenter wants to remember while this candidate is shown; no other audience ever gets it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
}

/// Everything that is decided before a webinar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Preparation {
    /// The webinar's title, in one line.
    pub title: String,
    /// The day on which it is held.
    pub date: Date,
    /// When it begins, local time.
    pub starts: TimeOfDay,
    /// When it ends, local time.
    pub ends: TimeOfDay,
    /// The language of its texts, which the projector speaks.
    #[serde(default)]
    pub language: Language,
    /// The stages in order, with notes and timeboxes.
    pub agenda: Vec<AgendaItem>,
    /// The shortlist in its order, at most [`MOST_REQUESTS`].
    pub candidates: Vec<Shortlisted>,
    /// The requests under way that are reported on, in order.
    pub ongoing: Vec<RequestId>,
    /// The headline figure by which candidates are ranked.
    pub rule: CountingRule,
    /// How many candidates one ballot may support.
    pub max_choices: u8,
    /// Whether each phone lists the candidates in an order of its own.
    #[serde(default = "shuffled_at_first")]
    pub shuffled: bool,
}

/// The order is neutral unless it is decided otherwise.
fn shuffled_at_first() -> bool {
    true
}

/// A webinar that the vendor begins to prepare.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewWebinar {
    /// The new webinar's title, in one line.
    pub title: String,
    /// The day on which it is to be held.
    pub date: Date,
    /// When it begins, local time.
    pub starts: TimeOfDay,
    /// When it ends, local time.
    pub ends: TimeOfDay,
    /// The webinar whose agenda, notes, counting rule and number of choices it begins with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub like: Option<WebinarCode>,
}

/// The vendor's save of a preparation, over the edition that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Prepare {
    /// The name of the employee who saves it.
    pub by: String,
    /// The edition that was read; another one now means that someone else has saved.
    pub edition: u32,
    /// Its code; another one only as long as nobody has joined or been invited.
    pub code: WebinarCode,
    /// The whole preparation as it is to be.
    pub preparation: Preparation,
}

/// The addresses that the vendor hands out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Links {
    /// The address at which participants join, with the key's fingerprint.
    pub join: String,
    /// The address of the projector's page.
    pub screen: String,
    /// The presenter's console with its secret; `None` where that was made elsewhere and only a new one can be shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presenter: Option<String>,
}

/// A webinar as the vendor prepares it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PreparedWebinar {
    /// The code with which it is joined.
    pub code: WebinarCode,
    /// Rises by one with every save; sent back with the next.
    pub edition: u32,
    /// Everything that is decided, as it was last saved.
    pub preparation: Preparation,
    /// Whether it is real, a demo or a rehearsal.
    pub reality: Reality,
    /// Whether its requests are invented.
    pub fictional: bool,
    /// The barometer's phase, which decides what is locked.
    pub phase: Phase,
    /// When the vote was opened, on the server's clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened_at: Option<Millis>,
    /// Whether someone has joined or been invited: then its code stays.
    pub has_guests: bool,
    /// The addresses of participants, projector and presenter.
    pub links: Links,
}

/// The parts of a preparation that can no longer be changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Locks {
    /// Counting rule, candidates, number of choices, the stages' order and the code: from the opening on.
    pub vote: bool,
    /// The day: from the reveal on, since "bevægelse siden sidst" counts from it.
    pub day: bool,
}

impl Locks {
    /// The locks of a barometer in this phase.
    pub fn of(phase: Phase) -> Self {
        Self {
            vote: phase > Phase::Draft,
            day: phase == Phase::Revealed,
        }
    }
}

/// Something that a presenter should know before the webinar. Nothing of it forbids to save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Nobody could vote for anything.
    NoCandidates,
    /// Fewer candidates than the two or three that could go on.
    FewCandidates,
    /// A candidate that can no longer be put up.
    NotEligible(RequestId),
    /// Every candidate could be supported at once.
    ChoicesForAll,
    /// The timeboxes together are longer than the webinar, in seconds.
    TooLong {
        /// The sum of all timeboxes, in seconds.
        planned: u32,
        /// The time from the webinar's beginning to its end, in seconds.
        there_are: u32,
    },
    /// The webinar's day is over already.
    DayIsOver,
}

impl NewWebinar {
    /// The webinar with its title trimmed, if everything in it can be.
    ///
    /// # Errors
    /// [`Refusal::NotFilledIn`] with the first field that is wrong.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        self.title = title(&self.title)?;
        check_times(self.starts, self.ends)?;
        Ok(self)
    }
}

impl Preparation {
    /// The preparation with its texts trimmed, if everything in it can be.
    ///
    /// # Errors
    /// [`Refusal::NotFilledIn`] with the first field that is wrong.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        self.title = title(&self.title)?;
        check_times(self.starts, self.ends)?;
        check_stages(&self.agenda)?;
        for item in &mut self.agenda {
            item.notes = checked_notes(&item.notes)?;
            let fits = |seconds| (1..=LONGEST_TIMEBOX).contains(&seconds);
            if !item.timebox.is_none_or(fits) {
                return Err(Field::Timebox.wrong());
            }
        }
        for candidate in &mut self.candidates {
            candidate.reason = text(&candidate.reason, 0..=LONGEST_REASON, Field::Reason)?;
            candidate.notes = checked_notes(&candidate.notes)?;
        }
        // Extended, not collected: collecting sorts, and a browser pays for every kind of sorting.
        let mut candidates = BTreeSet::new();
        candidates.extend(self.candidates.iter().map(|c| c.request));
        if candidates.len() != self.candidates.len() || candidates.len() > MOST_REQUESTS {
            return Err(Field::Shortlist.wrong());
        }
        let mut ongoing = BTreeSet::new();
        ongoing.extend(self.ongoing.iter().copied());
        let is_apart = ongoing.is_disjoint(&candidates);
        if ongoing.len() != self.ongoing.len() || ongoing.len() > MOST_REQUESTS || !is_apart {
            return Err(Field::Ongoing.wrong());
        }
        if !(1..=MOST_CHOICES).contains(&self.max_choices) {
            return Err(Field::MaxChoices.wrong());
        }
        Ok(self)
    }

    /// What `next` makes of this while the barometer is in `phase`.
    ///
    /// # Errors
    /// As [`Self::checked`], and [`Refusal::Locked`] where it touches what is locked; see [`Locks`].
    pub fn edited(&self, next: Self, phase: Phase) -> Result<Self, Refusal> {
        let next = next.checked()?;
        let locks = Locks::of(phase);
        let requests =
            |one: &Self| -> Vec<RequestId> { one.candidates.iter().map(|c| c.request).collect() };
        let stages = |one: &Self| -> Vec<Stage> { one.agenda.iter().map(|i| i.stage).collect() };
        let same_vote = requests(self) == requests(&next)
            && stages(self) == stages(&next)
            && (self.rule, self.max_choices, self.shuffled)
                == (next.rule, next.max_choices, next.shuffled);
        if (locks.vote && !same_vote) || (locks.day && self.date != next.date) {
            return Err(Refusal::Locked);
        }
        Ok(next)
    }

    /// Everything that is planned, in seconds: each timebox once, that of the candidates for each of them.
    pub fn planned_seconds(&self) -> u32 {
        let candidates = u32::try_from(self.candidates.len()).unwrap_or(u32::MAX);
        let seconds = |item: &AgendaItem| {
            let times = match item.stage {
                Stage::Candidates => candidates,
                _ => 1,
            };
            u32::from(item.timebox.unwrap_or(0)).saturating_mul(times)
        };
        self.agenda.iter().map(seconds).sum()
    }

    /// Everything that the presenter should look at before the webinar, as of `today`.
    pub fn doubts(&self, states: &BTreeMap<RequestId, RequestState>, today: Date) -> Vec<Doubt> {
        let mut doubts = Vec::new();
        match self.candidates.len() {
            0 => doubts.push(Doubt::NoCandidates),
            1..=3 => doubts.push(Doubt::FewCandidates),
            candidates if usize::from(self.max_choices) >= candidates => {
                doubts.push(Doubt::ChoicesForAll);
            }
            _ => {}
        }
        for Shortlisted { request, .. } in &self.candidates {
            let state = states.get(request);
            if state.is_none_or(|state| state.way_to_shortlist().is_none()) {
                doubts.push(Doubt::NotEligible(*request));
            }
        }
        let (planned, there_are) = (self.planned_seconds(), self.starts.seconds_to(self.ends));
        if planned > there_are {
            doubts.push(Doubt::TooLong { planned, there_are });
        }
        if self.date < today {
            doubts.push(Doubt::DayIsOver);
        }
        doubts
    }
}

impl RequestState {
    /// The moves that take a request to where it may be put up, as the vendor would take them; `None` where there are
    /// none. A place on the shortlist takes them by itself: whoever puts a request up has screened it.
    pub fn way_to_shortlist(self) -> Option<&'static [Self]> {
        match self {
            Self::Submitted => Some(&[Self::Screened, Self::Candidate]),
            Self::Screened | Self::Measured | Self::Resting => Some(&[Self::Candidate]),
            Self::Candidate => Some(&[]),
            _ => None,
        }
    }

    /// Whether a webinar may report on it as under way.
    pub fn is_under_way(self) -> bool {
        (Self::Selected..=Self::BenefitMeasured).contains(&self)
    }
}

fn title(typed: &str) -> Result<String, Refusal> {
    text(typed, 1..=LONGEST_TITLE, Field::Title)
}

fn check_times(starts: TimeOfDay, ends: TimeOfDay) -> Result<(), Refusal> {
    if ends > starts {
        Ok(())
    } else {
        Err(Field::Ends.wrong())
    }
}

/// Each stage at most once, with a vote and, after it, a result.
fn check_stages(agenda: &[AgendaItem]) -> Result<(), Refusal> {
    let stages: Vec<Stage> = agenda.iter().map(|item| item.stage).collect();
    let place = |stage| stages.iter().position(|&other| other == stage);
    let is_once = stages
        .iter()
        .enumerate()
        .all(|(at, &stage)| place(stage) == Some(at));
    let comes_after = matches!((place(Stage::Barometer), place(Stage::Result)), (Some(vote), Some(result)) if vote < result);
    if is_once && comes_after {
        Ok(())
    } else {
        Err(Field::Agenda.wrong())
    }
}

/// Notes for a stage or a candidate, without the blanks around them; they keep their lines.
///
/// # Errors
/// [`Field::Notes`] when they are longer than [`LONGEST_NOTES`], or have a control character.
pub fn checked_notes(typed: &str) -> Result<String, Refusal> {
    let typed = typed.trim();
    let fits = typed.chars().count() <= LONGEST_NOTES;
    let is_plain = !typed.chars().any(|c| is_control(c) && c != '\n');
    if fits && is_plain {
        Ok(typed.to_owned())
    } else {
        Err(Field::Notes.wrong())
    }
}

#[cfg(test)]
mod tests;
