//! Comments under a request or a national initiative: what people from municipalities have experienced with it or ask about
//! it, and what the vendor answers. Pure. A municipality's name stands beside a comment only where its writer wished it and the vendor confirmed.

use serde::{Deserialize, Serialize};

use crate::audience_question::{QuestionProblem, one_line};
use crate::forum::InitiativeId;
use crate::ids::{MunicipalityCode, RequestId};
use crate::refusal::Refusal;

/// The longest comment, and the longest answer, in characters.
pub const LONGEST_COMMENT: usize = 1_000;
/// How many comments of one person may wait under one subject at once.
pub const MOST_WAITING: u32 = 3;
/// How many comments one subject takes.
pub const MOST_COMMENTS: usize = 500;

/// What comments stand under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CommentSubject {
    /// A request.
    Request(RequestId),
    /// A national initiative.
    Initiative(InitiativeId),
}

/// A comment under its subject: random, so that it tells neither order nor how many are held back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = u32))]
pub struct CommentId(pub u32);

/// What somebody writes, or the vendor answers: plain text in lines, never empty, at most [`LONGEST_COMMENT`] characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = String))]
#[serde(try_from = "String", into = "String")]
pub struct CommentText(String);

impl CommentText {
    /// The text, to be shown as text: nothing in it is a link.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for CommentText {
    type Error = QuestionProblem;

    fn try_from(typed: String) -> Result<Self, QuestionProblem> {
        let lines: Result<Vec<String>, _> = typed
            .lines()
            .map(|line| one_line(line, LONGEST_COMMENT))
            .collect();
        let lines: Vec<String> = lines?.into_iter().filter(|line| !line.is_empty()).collect();
        let text = lines.join("\n");
        if text.is_empty() {
            return Err(QuestionProblem::Empty);
        }
        if text.chars().count() > LONGEST_COMMENT {
            let limit = u32::try_from(LONGEST_COMMENT).unwrap_or(u32::MAX);
            return Err(QuestionProblem::TooLong { limit });
        }
        Ok(Self(text))
    }
}

impl From<CommentText> for String {
    fn from(text: CommentText) -> Self {
        text.0
    }
}

/// What kind of comment it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CommentKind {
    /// What somebody has met in practice.
    Experience,
    /// What somebody wants to know.
    #[default]
    Question,
}

impl CommentKind {
    /// All kinds that can be written.
    pub const ALL: [Self; 2] = [Self::Experience, Self::Question];
}

/// What the vendor has made of a comment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CommentState {
    /// Waits for the vendor; read by nobody else.
    #[default]
    Held,
    /// Everybody may read it.
    Shown,
    /// Taken out of sight.
    Hidden,
}

/// One comment, as the vendor has it: without whoever wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Comment {
    /// Its number.
    pub id: CommentId,
    /// What it stands under.
    pub under: CommentSubject,
    /// Which one it was there, from 1; the newest has the highest.
    pub position: u32,
    /// What kind it is.
    pub kind: CommentKind,
    /// What is written.
    pub text: CommentText,
    /// What the vendor has made of it.
    pub state: CommentState,
    /// The municipality that its writer wishes to be named; `None` where nothing was wished, and then it is not kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wishes_name: Option<MunicipalityCode>,
    /// Whether the vendor has confirmed that.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub named: bool,
    /// Whether it was asked in a webinar.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub from_webinar: bool,
    /// What the vendor answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<CommentText>,
}

/// A comment as everybody reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicComment<'a> {
    /// What kind it is.
    pub kind: CommentKind,
    /// What is written.
    pub text: &'a str,
    /// The municipality, where that was wished and confirmed.
    pub municipality: Option<MunicipalityCode>,
    /// Whether it was asked in a webinar.
    pub from_webinar: bool,
    /// What the vendor answers.
    pub answer: Option<&'a str>,
}

/// What the vendor does with a comment, and under what that comment stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CommentModeration {
    /// What the comment stands under.
    pub under: CommentSubject,
    /// What is done with it.
    pub command: CommentCommand,
}

/// What the vendor does with comments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum CommentCommand {
    /// Lets everybody read it.
    Show {
        /// Which.
        comment: CommentId,
        /// Whether the municipality is named, where its writer wished it.
        #[serde(default)]
        named: bool,
    },
    /// Takes it out of sight.
    Hide {
        /// Which.
        comment: CommentId,
    },
    /// Answers it, and lets everybody read it; an answer takes the place of the one before.
    Answer {
        /// Which.
        comment: CommentId,
        /// The answer.
        text: CommentText,
    },
}

impl CommentCommand {
    /// The comment that it is about.
    pub const fn comment(&self) -> CommentId {
        match self {
            Self::Show { comment, .. } | Self::Hide { comment } | Self::Answer { comment, .. } => {
                *comment
            }
        }
    }
}

impl Comment {
    /// What everybody reads of it; nothing before the vendor has shown it.
    pub fn public(&self) -> Option<PublicComment<'_>> {
        (self.state == CommentState::Shown).then(|| PublicComment {
            kind: self.kind,
            text: self.text.as_str(),
            municipality: self.wishes_name.filter(|_| self.named),
            from_webinar: self.from_webinar,
            answer: self.answer.as_ref().map(CommentText::as_str),
        })
    }

    /// What a command of the vendor makes of it.
    #[must_use]
    pub fn after(&self, command: &CommentCommand) -> Self {
        let mut next = self.clone();
        match command {
            CommentCommand::Show { named, .. } => {
                next.state = CommentState::Shown;
                next.named = *named && self.wishes_name.is_some();
            }
            CommentCommand::Hide { .. } => next.state = CommentState::Hidden,
            CommentCommand::Answer { text, .. } => {
                next.state = CommentState::Shown;
                next.answer = Some(text.clone());
            }
        }
        next
    }

    /// Whether its writer may take it back: until it is answered.
    pub fn check_delete(&self) -> Result<(), Refusal> {
        if self.answer.is_some() {
            return Err(QuestionProblem::Settled.into());
        }
        Ok(())
    }
}

/// Whether somebody whose comments under a subject are `own` may write another one, among `all` of them.
pub fn check_another(own: &[&Comment], all: usize) -> Result<(), QuestionProblem> {
    let held = |comment: &&&Comment| comment.state == CommentState::Held;
    let waiting = own.iter().filter(held).count();
    if waiting >= MOST_WAITING as usize {
        let limit = MOST_WAITING;
        return Err(QuestionProblem::TooManyOpen { limit });
    }
    if all >= MOST_COMMENTS {
        return Err(QuestionProblem::Full);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(typed: &str) -> CommentText {
        typed.to_owned().try_into().unwrap()
    }

    fn comment(wishes_name: bool) -> Comment {
        Comment {
            id: CommentId(1),
            under: CommentSubject::Request(RequestId(7)),
            position: 1,
            kind: CommentKind::Experience,
            text: text("Vi gør det i hånden i dag."),
            state: CommentState::Held,
            wishes_name: wishes_name.then(|| "0751".parse().unwrap()),
            named: false,
            from_webinar: false,
            answer: None,
        }
    }

    #[test]
    fn a_text_keeps_its_lines_and_its_limit() {
        assert_eq!(text(" a \n\n  b\tc \n").as_str(), "a\nb c");
        let empty = CommentText::try_from(" \n ".to_owned());
        assert_eq!(empty, Err(QuestionProblem::Empty));
        let long = CommentText::try_from(vec!["x".repeat(99); 11].join("\n"));
        let limit = 1_000;
        assert_eq!(long, Err(QuestionProblem::TooLong { limit }));
    }

    #[test]
    fn three_wait_at_most() {
        let (held, mut shown) = (comment(false), comment(false));
        shown.state = CommentState::Shown;
        assert_eq!(check_another(&[&held, &held, &shown, &shown], 4), Ok(()));
        let limit = MOST_WAITING;
        let too_many = Err(QuestionProblem::TooManyOpen { limit });
        assert_eq!(check_another(&[&held, &held, &held], 3), too_many);
        assert_eq!(
            check_another(&[], MOST_COMMENTS),
            Err(QuestionProblem::Full)
        );
    }

    #[test]
    fn what_is_answered_is_not_taken_back() {
        let answered = comment(false).after(&CommentCommand::Answer {
            comment: CommentId(1),
            text: text("Det kommer med."),
        });
        assert_eq!(answered.state, CommentState::Shown);
        assert_eq!(
            answered.check_delete(),
            Err(QuestionProblem::Settled.into())
        );
        assert_eq!(comment(false).check_delete(), Ok(()));
    }

    fn commands() -> impl Strategy<Value = Vec<CommentCommand>> {
        let comment = CommentId(1);
        let command = prop_oneof![
            any::<bool>().prop_map(move |named| CommentCommand::Show { comment, named }),
            Just(CommentCommand::Hide { comment }),
            Just(CommentCommand::Answer {
                comment,
                text: text("Ja.")
            }),
        ];
        prop::collection::vec(command, 0..8)
    }

    proptest! {
        /// Nothing is read before the vendor shows it, and no municipality is named without both wish and confirmation.
        #[test]
        fn nothing_is_read_unshown_and_nobody_named_unasked(wishes in any::<bool>(), commands in commands()) {
            let mut now = comment(wishes);
            let mut confirmed = false;
            prop_assert_eq!(now.public(), None);
            for command in &commands {
                now = now.after(command);
                if let CommentCommand::Show { named, .. } = command {
                    confirmed = *named;
                }
                let is_hidden = matches!(command, CommentCommand::Hide { .. });
                prop_assert_eq!(now.public().is_none(), is_hidden);
                if let Some(read) = now.public() {
                    prop_assert_eq!(read.municipality.is_some(), wishes && confirmed);
                }
            }
        }
    }
}
