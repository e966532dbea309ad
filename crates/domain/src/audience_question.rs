//! What participants ask during a webinar: texts, states, who may do what with a question, and what each audience sees of
//! it. Pure, and without persons: whoever asked or supports is known to the store by keyed tags alone, so nothing here
//! could join a person or a municipality with a question.

use serde::{Deserialize, Serialize};

use crate::barometer::Phase;
use crate::ids::RequestId;
use crate::refusal::Refusal;

mod pulse;
mod supporters;

pub use pulse::{FEWEST_PULSES, Pulse, PulseCounts, PulseSums};
pub use supporters::Supporters;

/// The longest question, in characters.
pub const LONGEST_QUESTION: usize = 280;
/// The longest "few words" with which a question is answered, in characters.
pub const LONGEST_ANSWER: usize = 160;
/// How many questions of one participant may wait or stand unanswered at once.
pub const MOST_OPEN: u32 = 3;
/// How many questions one webinar takes.
pub const MOST_QUESTIONS: usize = 500;
/// For how long a question can be edited by whoever asked it, in milliseconds of the server's own clock.
pub const EDITABLE_MS: u64 = 60_000;
/// How many questions a participant's page shows at once.
pub const LISTED: usize = 50;

/// Why nothing becomes of a question, or of what is done with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum QuestionProblem {
    /// Nothing is written.
    #[error("the text is empty")]
    Empty,
    /// More than so many characters.
    #[error("at most {limit} characters")]
    TooLong {
        /// How many there may be.
        limit: u32,
    },
    /// This participant has as many unanswered questions as one may have.
    #[error("at most {limit} unanswered questions at once")]
    TooManyOpen {
        /// How many there may be.
        limit: u32,
    },
    /// The webinar takes no more questions.
    #[error("the webinar takes no more questions")]
    Full,
    /// No such question, or none of this participant's.
    #[error("no such question")]
    Gone,
    /// The minute in which it can be edited is over.
    #[error("it can be edited for one minute only")]
    TooLate,
    /// Others support it as it stands.
    #[error("others support it as it stands")]
    Supported,
    /// It is answered, or part of another one.
    #[error("it is answered or merged")]
    Settled,
}

impl From<QuestionProblem> for Refusal {
    fn from(problem: QuestionProblem) -> Self {
        Self::Question { problem }
    }
}

/// A question within a webinar: random, so that it tells neither order nor how many are held back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = u32))]
pub struct QuestionId(pub u32);

/// What somebody asks: one line of plain text, never empty, at most [`LONGEST_QUESTION`] characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = String))]
#[serde(try_from = "String", into = "String")]
pub struct QuestionText(String);

impl QuestionText {
    /// The text, to be shown as text: nothing in it is a link.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for QuestionText {
    type Error = QuestionProblem;

    fn try_from(typed: String) -> Result<Self, QuestionProblem> {
        let text = one_line(&typed, LONGEST_QUESTION)?;
        if text.is_empty() {
            return Err(QuestionProblem::Empty);
        }
        Ok(Self(text))
    }
}

impl From<QuestionText> for String {
    fn from(text: QuestionText) -> Self {
        text.0
    }
}

/// The few words of an answer; empty where it was answered aloud.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = String))]
#[serde(try_from = "String", into = "String")]
pub struct AnswerText(String);

impl AnswerText {
    /// The text, to be shown as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for AnswerText {
    type Error = QuestionProblem;

    fn try_from(typed: String) -> Result<Self, QuestionProblem> {
        one_line(&typed, LONGEST_ANSWER).map(Self)
    }
}

impl From<AnswerText> for String {
    fn from(text: AnswerText) -> Self {
        text.0
    }
}

/// `typed` as one line of at most `limit` characters: runs of white space and control characters are one space, and marks
/// that turn the direction of text or that nobody sees are left out, so that a text looks on every screen as it did where
/// it was approved.
pub fn one_line(typed: &str, limit: usize) -> Result<String, QuestionProblem> {
    let is_invisible = |letter: &char| matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}');
    let seen: String = typed
        .chars()
        .filter(|letter| !is_invisible(letter))
        .collect();
    let words = seen.split(|letter: char| letter.is_whitespace() || letter.is_control());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let line = words.join(" ");
    if line.chars().count() > limit {
        let limit = u32::try_from(limit).unwrap_or(u32::MAX);
        return Err(QuestionProblem::TooLong { limit });
    }
    Ok(line)
}

/// What has become of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum QuestionState {
    /// Waits for the presenter's approval; on no audience's screen.
    Held,
    /// Approved, and not answered yet.
    Shown,
    /// Answered, with a few words or aloud.
    Answered {
        /// The few words; empty if it was answered aloud.
        #[serde(default)]
        words: AnswerText,
    },
    /// Taken out of sight.
    Hidden,
    /// Part of another question, which has its supporters.
    Merged {
        /// The other one, which is itself not merged.
        into: QuestionId,
    },
}

impl QuestionState {
    /// Whether participants may read it.
    pub const fn is_public(&self) -> bool {
        matches!(self, Self::Shown | Self::Answered { .. })
    }

    /// Whether it waits for something: for approval, or for an answer.
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Held | Self::Shown)
    }

    /// Whether somebody may support it, or take that back. Whoever asked does so by having asked; and nobody learns of a
    /// question that is not shown.
    pub const fn check_support(&self, is_own: bool) -> Result<(), QuestionProblem> {
        match self {
            Self::Shown if !is_own => Ok(()),
            Self::Shown | Self::Answered { .. } => Err(QuestionProblem::Settled),
            Self::Held | Self::Hidden | Self::Merged { .. } => Err(QuestionProblem::Gone),
        }
    }
}

/// One question, without whoever asked it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Question {
    /// Its number.
    pub id: QuestionId,
    /// Which one it was in its webinar, from 1; the newest has the highest.
    pub position: u32,
    /// The request that it is about; `None` for a question in general.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<RequestId>,
    /// What is asked.
    pub text: QuestionText,
    /// What has become of it.
    pub state: QuestionState,
    /// How many want to know it, whoever asked included.
    pub supports: u32,
}

/// All questions of a webinar, and what the presenter has set. Without a serialised form: it holds what is not approved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionBoard {
    /// Whether new questions are shown without approval.
    pub unmoderated: bool,
    /// The one that stands on the projector.
    pub pinned: Option<QuestionId>,
    /// All of them, in the order in which they were asked.
    pub questions: Vec<Question>,
    /// What was said about the pace, in the present part of the agenda.
    pub pulse: PulseCounts,
}

/// In which order questions are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[serde(rename_all = "snake_case")]
pub enum QuestionOrder {
    /// Those with most supporters first; of equals the older one.
    #[default]
    Supported,
    /// The newest first.
    Newest,
    /// Only those without an answer, with most supporters first.
    Unanswered,
}

impl QuestionOrder {
    /// All orders on offer.
    pub const ALL: [Self; 3] = [Self::Supported, Self::Newest, Self::Unanswered];

    /// These questions in this order.
    pub fn sort(self, questions: &mut Vec<Question>) {
        if self == Self::Unanswered {
            questions.retain(|question| question.state.is_open());
        }
        questions.sort_by_key(|question| match self {
            Self::Newest => (0, u32::MAX - question.position),
            Self::Supported | Self::Unanswered => (u32::MAX - question.supports, question.position),
        });
    }
}

/// The question on the projector.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PinnedQuestion {
    /// What is asked.
    pub text: String,
    /// How many want to know it.
    pub supports: u32,
    /// The request that it is about, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<RequestId>,
}

/// What the presenter's console shows of the questions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct QuestionQueue {
    /// Whether new questions are shown without approval.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unmoderated: bool,
    /// The one that is pinned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pinned: Option<QuestionId>,
    /// All that are not merged, in the order in which they were asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
    /// What was said about the pace; `None` below [`FEWEST_PULSES`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pulse: Option<PulseSums>,
}

impl QuestionQueue {
    /// How many wait for approval.
    pub fn waiting(&self) -> usize {
        let held = |question: &&Question| question.state == QuestionState::Held;
        self.questions.iter().filter(held).count()
    }
}

/// What a presenter, or the vendor afterwards, does with questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum QuestionCommand {
    /// Approves it, or shows it again.
    Show {
        /// Which.
        question: QuestionId,
    },
    /// Puts it on the projector, in the place of any other; approves it too.
    Pin {
        /// Which.
        question: QuestionId,
    },
    /// Takes the pinned one off the projector.
    Unpin,
    /// Marks it as answered.
    Answer {
        /// Which.
        question: QuestionId,
        /// A few words; empty if it was answered aloud.
        #[serde(default)]
        words: AnswerText,
    },
    /// Takes it out of sight.
    Hide {
        /// Which.
        question: QuestionId,
    },
    /// Makes it part of another one, which gets its supporters.
    Merge {
        /// Which.
        question: QuestionId,
        /// The other one.
        into: QuestionId,
    },
    /// Says whether new questions need approval.
    Moderate {
        /// Whether they do.
        on: bool,
    },
}

impl QuestionBoard {
    /// The question of this number.
    pub fn question(&self, id: QuestionId) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// What a command makes of it. Supporters of a merged question are moved by the store.
    pub fn after(&self, command: &QuestionCommand) -> Result<Self, Refusal> {
        let mut next = self.clone();
        match command {
            QuestionCommand::Show { question } => next.show(*question)?,
            QuestionCommand::Pin { question } => {
                if !next.state_of(*question)?.is_open() {
                    return Err(Refusal::NotPossibleNow);
                }
                next.show(*question)?;
                next.pinned = Some(*question);
            }
            QuestionCommand::Unpin => next.pinned = None,
            QuestionCommand::Answer { question, words } => {
                let words = words.clone();
                next.settle(*question, QuestionState::Answered { words })?;
            }
            QuestionCommand::Hide { question } => next.settle(*question, QuestionState::Hidden)?,
            QuestionCommand::Merge { question, into } => next.merge(*question, *into)?,
            QuestionCommand::Moderate { on } => next.unmoderated = !on,
        }
        Ok(next)
    }

    fn state_of(&self, id: QuestionId) -> Result<&QuestionState, Refusal> {
        let question = self.question(id).ok_or(QuestionProblem::Gone)?;
        Ok(&question.state)
    }

    fn set(&mut self, id: QuestionId, state: QuestionState) -> Result<(), Refusal> {
        let mut questions = self.questions.iter_mut();
        let question = questions.find(|question| question.id == id);
        let question = question.ok_or(QuestionProblem::Gone)?;
        if matches!(question.state, QuestionState::Merged { .. }) {
            return Err(QuestionProblem::Settled.into());
        }
        question.state = state;
        Ok(())
    }

    fn show(&mut self, id: QuestionId) -> Result<(), Refusal> {
        self.set(id, QuestionState::Shown)
    }

    /// What is answered or hidden stands on the projector no longer.
    fn settle(&mut self, id: QuestionId, state: QuestionState) -> Result<(), Refusal> {
        self.set(id, state)?;
        self.pinned = self.pinned.filter(|&pinned| pinned != id);
        Ok(())
    }

    fn merge(&mut self, id: QuestionId, into: QuestionId) -> Result<(), Refusal> {
        let is_possible = id != into
            && self.state_of(id)?.is_open()
            && matches!(
                self.state_of(into)?,
                QuestionState::Held | QuestionState::Shown | QuestionState::Answered { .. }
            );
        if !is_possible {
            return Err(Refusal::NotPossibleNow);
        }
        let merged = QuestionState::Merged { into };
        self.set(id, merged.clone())?;
        // What was part of the one is now part of the other: nothing is merged into what is merged.
        for question in &mut self.questions {
            if question.state == (QuestionState::Merged { into: id }) {
                question.state = merged.clone();
            }
        }
        if self.pinned == Some(id) {
            let is_shown = self.state_of(into)? == &QuestionState::Shown;
            self.pinned = is_shown.then_some(into);
        }
        Ok(())
    }

    /// Whether somebody with these questions may ask another one, and the state that it begins in.
    pub fn ask(&self, own: &[QuestionId]) -> Result<QuestionState, QuestionProblem> {
        let open = self
            .questions
            .iter()
            .filter(|question| own.contains(&question.id) && question.state.is_open());
        if open.count() >= MOST_OPEN as usize {
            return Err(QuestionProblem::TooManyOpen { limit: MOST_OPEN });
        }
        if self.questions.len() >= MOST_QUESTIONS {
            return Err(QuestionProblem::Full);
        }
        Ok(self.first_state())
    }

    const fn first_state(&self) -> QuestionState {
        if self.unmoderated {
            QuestionState::Shown
        } else {
            QuestionState::Held
        }
    }

    /// The state in which a question goes on that whoever asked it writes anew; `is_fresh` within [`EDITABLE_MS`]. What
    /// others support is not turned into something else under their hands, and what was approved is approved again.
    pub fn edit(
        &self,
        own: &[QuestionId],
        id: QuestionId,
        is_fresh: bool,
    ) -> Result<QuestionState, QuestionProblem> {
        let question = self.own(own, id)?;
        if !question.state.is_open() {
            return Err(QuestionProblem::Settled);
        }
        if !is_fresh {
            return Err(QuestionProblem::TooLate);
        }
        if question.supports > 1 || self.pinned == Some(id) {
            return Err(QuestionProblem::Supported);
        }
        Ok(self.first_state())
    }

    /// Whether whoever asked it may delete it: as long as it is not answered, nor others' too.
    pub fn delete(&self, own: &[QuestionId], id: QuestionId) -> Result<(), QuestionProblem> {
        let question = self.own(own, id)?;
        let is_settled = matches!(
            question.state,
            QuestionState::Answered { .. } | QuestionState::Merged { .. }
        );
        let is_others_too = self
            .questions
            .iter()
            .any(|other| other.state == QuestionState::Merged { into: id });
        if is_settled || is_others_too {
            return Err(QuestionProblem::Settled);
        }
        Ok(())
    }

    fn own(&self, own: &[QuestionId], id: QuestionId) -> Result<&Question, QuestionProblem> {
        let question = self.question(id).filter(|_| own.contains(&id));
        question.ok_or(QuestionProblem::Gone)
    }

    /// What participants may read, in an order: approved ones only.
    pub fn public(&self, order: QuestionOrder) -> Vec<Question> {
        let approved = self
            .questions
            .iter()
            .filter(|question| question.state.is_public());
        let mut approved: Vec<Question> = approved.cloned().collect();
        order.sort(&mut approved);
        approved
    }

    /// What stands large on the projector. While ballots are taken it waits, since the vote needs the screen; so it does
    /// while the screen is blank.
    pub fn on_projector(&self, phase: Phase, is_blank: bool) -> Option<PinnedQuestion> {
        let question = self.question(self.pinned?)?;
        let is_shown = question.state == QuestionState::Shown;
        (is_shown && !is_blank && !phase.takes_ballots()).then(|| PinnedQuestion {
            text: question.text.as_str().to_owned(),
            supports: question.supports,
            about: question.about,
        })
    }

    /// What the console shows.
    pub fn queue(&self) -> QuestionQueue {
        let is_merged =
            |question: &&Question| matches!(question.state, QuestionState::Merged { .. });
        let questions = self
            .questions
            .iter()
            .filter(|question| !is_merged(question));
        QuestionQueue {
            unmoderated: self.unmoderated,
            pinned: self.pinned,
            questions: questions.cloned().collect(),
            pulse: self.pulse.published(),
        }
    }
}

#[cfg(test)]
mod tests;
