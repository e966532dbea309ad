//! The sums of a survey that may be shown: none of fewer than five answers or from fewer than three municipalities,
//! neither of the survey nor of one item. These types cannot be made of less.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::quantity::{Band, Quantity};
use super::{Answer, CountedAnswers, ItemId, ItemKind, SCALE_STEPS, Survey, SurveyItem};
use crate::barometer::{FEWEST_BALLOTS, FEWEST_MUNICIPALITIES};
use crate::ids::MunicipalityCode;
use crate::letters::is_control;

/// The most points in which the vendor tells of free texts.
pub const MOST_POINTS: usize = 6;
/// The longest of them, in letters.
pub const LONGEST_POINT: usize = 200;

/// How many answers sums are made of, and from how many municipalities: always enough for sums to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(try_from = "RawBase")]
pub struct AnswerBase {
    answers: u32,
    municipalities: u32,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
struct RawBase {
    answers: u32,
    municipalities: u32,
}

/// Sums of so few answers are shown to nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too few answers for sums")]
struct TooFewAnswers;

impl TryFrom<RawBase> for AnswerBase {
    type Error = TooFewAnswers;

    fn try_from(raw: RawBase) -> Result<Self, TooFewAnswers> {
        Self::of(raw.answers, raw.municipalities).ok_or(TooFewAnswers)
    }
}

impl AnswerBase {
    /// So many, if they are enough.
    pub fn of(answers: u32, municipalities: u32) -> Option<Self> {
        let is_enough = answers >= FEWEST_BALLOTS && municipalities >= FEWEST_MUNICIPALITIES;
        is_enough.then_some(Self {
            answers,
            municipalities,
        })
    }

    /// How many people answered.
    pub fn answers(self) -> u32 {
        self.answers
    }

    /// From how many municipalities.
    pub fn municipalities(self) -> u32 {
        self.municipalities
    }
}

/// The figures of one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "shows", rename_all = "snake_case")]
pub enum ItemFigures {
    /// Too few have answered it.
    TooFew,
    /// How many chose each option, or each step of the scale, in order.
    Counts {
        /// Of how many, who answered this item.
        base: AnswerBase,
        /// One for each option or step.
        counts: Vec<u32>,
    },
    /// Where numbers lie, in bands: no single answer.
    Bands {
        /// Of how many, who answered this item.
        base: AnswerBase,
        /// Half of all answers lie above its beginning and below the end of `upper`.
        lower: Band,
        /// Where the middle lies.
        median: Band,
        /// See `lower`.
        upper: Band,
    },
    /// Free text is told of in the vendor's points.
    Words,
}

/// One item's part of a result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ItemResult {
    /// Which item.
    #[cfg_attr(feature = "openapi", schema(value_type = u8))]
    pub item: ItemId,
    /// What may be shown of it.
    pub figures: ItemFigures,
}

/// The result of a closed survey: counted once, at the close, and never again, so no two results differ by one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SurveyResult {
    /// How many answered, and from where.
    pub base: AnswerBase,
    /// Each item's figures, in the survey's order.
    pub items: Vec<ItemResult>,
}

impl SurveyResult {
    /// Counts; `None` where there are too few answers for any sum.
    pub fn of(survey: &Survey, answers: &[CountedAnswers]) -> Option<Self> {
        let base = base_of(answers)?;
        let items = survey.items().iter().map(|item| ItemResult {
            item: item.id,
            figures: figures(item, answers),
        });
        Some(Self {
            base,
            items: items.collect(),
        })
    }
}

fn base_of<'a>(answers: impl IntoIterator<Item = &'a CountedAnswers>) -> Option<AnswerBase> {
    let (mut people, mut municipalities) = (0, BTreeSet::<MunicipalityCode>::new());
    for one in answers {
        people += 1;
        municipalities.insert(one.municipality);
    }
    AnswerBase::of(
        people,
        u32::try_from(municipalities.len()).unwrap_or(u32::MAX),
    )
}

fn figures(item: &SurveyItem, answers: &[CountedAnswers]) -> ItemFigures {
    if item.kind == ItemKind::Text {
        return ItemFigures::Words;
    }
    let answered = || {
        answers
            .iter()
            .filter(|one| one.answers.get(item.id).is_some())
    };
    let Some(base) = base_of(answered()) else {
        return ItemFigures::TooFew;
    };
    let answered = answered().filter_map(|one| one.answers.get(item.id));
    match &item.kind {
        ItemKind::Number { .. } => bands(base, answered),
        ItemKind::Scale { .. } => counts(base, SCALE_STEPS.into(), answered),
        kind => counts(base, kind.options().len(), answered),
    }
}

fn counts<'a>(
    base: AnswerBase,
    places: usize,
    answers: impl Iterator<Item = &'a Answer>,
) -> ItemFigures {
    let mut counts = vec![0; places];
    let mut add = |place: usize| {
        if let Some(count) = counts.get_mut(place) {
            *count += 1;
        }
    };
    for answer in answers {
        match answer {
            Answer::Choice(option) => add((*option).into()),
            Answer::Choices(options) => options.iter().for_each(|&option| add(option.into())),
            Answer::Scale(step) => add(usize::from(*step).wrapping_sub(1)),
            Answer::Number(_) => {}
        }
    }
    ItemFigures::Counts { base, counts }
}

/// Half of the answers, a quarter left out at each end: with five answers or more neither the lowest nor the highest
/// says anything. The median of an even number is told as a band over both in the middle.
fn bands<'a>(base: AnswerBase, answers: impl Iterator<Item = &'a Answer>) -> ItemFigures {
    let number = |answer: &Answer| match answer {
        Answer::Number(number) => Some(*number),
        _ => None,
    };
    let mut numbers: Vec<Quantity> = answers.filter_map(number).collect();
    numbers.sort_unstable();
    let last = numbers.len().saturating_sub(1);
    let band = |at: usize| numbers.get(at).map(|&number| Band::of(number));
    let quarter = last / 4;
    let parts = (
        band(quarter),
        band(last / 2),
        band(last - last / 2),
        band(last - quarter),
    );
    match parts {
        (Some(lower), Some(below), Some(above), Some(upper)) => ItemFigures::Bands {
            base,
            lower,
            median: below.through(above),
            upper,
        },
        _ => ItemFigures::TooFew,
    }
}

/// What the vendor tells of the free texts, in its own words: the only thing that becomes public of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = Vec<String>))]
#[serde(try_from = "Vec<String>", into = "Vec<String>")]
pub struct SurveyPoints(Vec<String>);

/// More points than six, or one longer than 200 letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("at most 6 points of at most 200 letters each")]
pub struct NotPoints;

impl SurveyPoints {
    /// The points, in order.
    pub fn as_slice(&self) -> &[String] {
        &self.0
    }
}

impl TryFrom<Vec<String>> for SurveyPoints {
    type Error = NotPoints;

    /// Blanks go; empty ones are left out.
    fn try_from(points: Vec<String>) -> Result<Self, NotPoints> {
        let points: Vec<String> = points
            .iter()
            .map(|point| point.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|point| !point.is_empty())
            .collect();
        let fits = |point: &String| {
            point.chars().count() <= LONGEST_POINT && !point.chars().any(is_control)
        };
        if points.len() <= MOST_POINTS && points.iter().all(fits) {
            Ok(Self(points))
        } else {
            Err(NotPoints)
        }
    }
}

impl From<SurveyPoints> for Vec<String> {
    fn from(points: SurveyPoints) -> Self {
        points.0
    }
}
