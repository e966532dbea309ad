//! One person's answers, held against the survey: each that is wrong is named, with what is wrong with it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::quantity::{NotAQuantity, Quantity};
use super::{ItemId, ItemKind, SCALE_STEPS, Survey, SurveyItem};
use crate::ids::MunicipalityCode;

/// The answer to one item. Free text is sealed, and no answer here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Which option, from 0.
    Choice(u8),
    /// Which options, from 0; at least one.
    Choices(BTreeSet<u8>),
    /// Which step, from 1.
    Scale(u8),
    /// How much.
    Number(Quantity),
}

/// The fault of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerProblem {
    /// Nothing is answered where an answer is required.
    #[error("an answer is required")]
    Missing,
    /// There is no such option.
    #[error("no such option")]
    NoSuchOption,
    /// The scale has no such step.
    #[error("from 1 to 5")]
    NotOnScale,
    /// What is typed is no number that can be answered.
    #[error(transparent)]
    Number(#[from] NotAQuantity),
    /// The survey has no such item, or one that is answered in another way.
    #[error("not what is asked")]
    NotAsked,
}

/// A wrong answer: which, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("item {}: {problem}", item.0)]
pub struct WrongAnswer {
    /// Which item's answer it is.
    pub item: ItemId,
    /// What is wrong with it.
    pub problem: AnswerProblem,
}

/// Answers that a survey has accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyAnswers(BTreeMap<ItemId, Answer>);

/// A municipality with one person's answers, as they are counted. It has no serialised form: nothing that leaves the
/// server joins the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedAnswers {
    /// Whom the person answers for.
    pub municipality: MunicipalityCode,
    /// What was answered.
    pub answers: SurveyAnswers,
}

impl SurveyAnswers {
    /// The answer to an item, if there is one.
    pub fn get(&self, item: ItemId) -> Option<&Answer> {
        self.0.get(&item)
    }

    /// The items that are answered, with their answers.
    pub fn iter(&self) -> impl Iterator<Item = (ItemId, &Answer)> {
        self.0.iter().map(|(&item, answer)| (item, answer))
    }

    /// Whether nothing is answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Survey {
    /// Holds answers against what is asked.
    ///
    /// # Errors
    /// Every answer that is wrong or missing, in the survey's order; what is not asked at the end.
    pub fn check(
        &self,
        answers: BTreeMap<ItemId, Answer>,
    ) -> Result<SurveyAnswers, Vec<WrongAnswer>> {
        let mut wrong = Vec::new();
        for item in self.items() {
            if let Err(problem) = item.check_answer(answers.get(&item.id)) {
                wrong.push(WrongAnswer {
                    item: item.id,
                    problem,
                });
            }
        }
        let strange = answers.keys().filter(|&&id| self.item(id).is_none());
        wrong.extend(strange.map(|&item| WrongAnswer {
            item,
            problem: AnswerProblem::NotAsked,
        }));
        if wrong.is_empty() {
            Ok(SurveyAnswers(answers))
        } else {
            Err(wrong)
        }
    }
}

impl SurveyItem {
    /// What one typed or chose, as a form sends it: nothing where nothing was.
    ///
    /// # Errors
    /// [`AnswerProblem`] for what is no answer to it at all; whether an answer is missing is for [`Survey::check`].
    pub fn read(&self, sent: &[&str]) -> Result<Option<Answer>, AnswerProblem> {
        let sent: Vec<&str> = sent
            .iter()
            .map(|one| one.trim())
            .filter(|one| !one.is_empty())
            .collect();
        let Some(&first) = sent.first() else {
            return Ok(None);
        };
        let option = |text: &str| text.parse::<u8>().map_err(|_| AnswerProblem::NoSuchOption);
        let answer = match &self.kind {
            ItemKind::Choice { .. } => Answer::Choice(option(first)?),
            ItemKind::Choices { .. } => {
                let options: Result<_, _> = sent.iter().map(|one| option(one)).collect();
                Answer::Choices(options?)
            }
            ItemKind::Scale { .. } => {
                Answer::Scale(first.parse().map_err(|_| AnswerProblem::NotOnScale)?)
            }
            ItemKind::Number { .. } => Answer::Number(Quantity::read(first)?),
            // Sealed in the browser; what comes unsealed is not taken.
            ItemKind::Text => return Ok(None),
        };
        self.check_answer(Some(&answer))?;
        Ok(Some(answer))
    }

    fn check_answer(&self, answer: Option<&Answer>) -> Result<(), AnswerProblem> {
        let Some(answer) = answer else {
            return if self.required {
                Err(AnswerProblem::Missing)
            } else {
                Ok(())
            };
        };
        let is_option = |&option: &u8| usize::from(option) < self.kind.options().len();
        let (fits, problem) = match (&self.kind, answer) {
            (ItemKind::Choice { .. }, Answer::Choice(option)) => {
                (is_option(option), AnswerProblem::NoSuchOption)
            }
            (ItemKind::Choices { .. }, Answer::Choices(options)) => (
                !options.is_empty() && options.iter().all(is_option),
                AnswerProblem::NoSuchOption,
            ),
            (ItemKind::Scale { .. }, Answer::Scale(step)) => {
                ((1..=SCALE_STEPS).contains(step), AnswerProblem::NotOnScale)
            }
            (ItemKind::Number { .. }, Answer::Number(_)) => (true, AnswerProblem::NotAsked),
            _ => (false, AnswerProblem::NotAsked),
        };
        if fits { Ok(()) } else { Err(problem) }
    }
}
