//! Short surveys: what a vendor asks before a webinar and after it, what a municipality answers, and the sums that may
//! be shown. Free text is no answer here: it is sealed to the vendor, who tells of it in points of its own words.

mod answers;
mod editing;
mod quantity;
mod result;
mod schedule;
mod slides;
mod vendor;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::letters::is_control;

pub use answers::{Answer, AnswerProblem, CountedAnswers, SurveyAnswers, WrongAnswer};
pub use editing::{AnswersHeld, LostMeaning, MeaningLost};
pub use quantity::{Band, NotAQuantity, Quantity};
pub use result::{
    AnswerBase, ItemFigures, ItemResult, LONGEST_POINT, MOST_POINTS, SurveyPoints, SurveyResult,
};
pub use schedule::{SurveySchedule, SurveyState};
pub use slides::{SurveyPage, SurveySlide, SurveySlides};
pub use vendor::{
    MayBeQuoted, ReleasedWords, SEALED_LETTERS, SaveSurvey, SealedWords, SurveyDesk, SurveyStep,
    TakeSurveyStep,
};

/// The most things that one survey asks.
pub const MOST_ITEMS: usize = 10;
/// The longest question, in letters.
pub const LONGEST_QUESTION: usize = 200;
/// The most options of one question; the fewest are two.
pub const MOST_OPTIONS: usize = 10;
/// The longest option, or word at an end of a scale, in letters.
pub const LONGEST_OPTION: usize = 100;
/// The longest unit of a number, in letters.
pub const LONGEST_UNIT: usize = 30;
/// How many steps a scale has: from 1 to this.
pub const SCALE_STEPS: u8 = 5;
/// The longest free text of one answer, in letters.
pub const LONGEST_TEXT: usize = 400;

/// What a survey is for. A webinar has at most one for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SurveyPurpose {
    /// Asked before the webinar; its result is the first slide.
    BeforeWebinar,
    /// Asked at the end: was it useful?
    Evaluation,
    /// Asked before a meeting of the Strategic Development Forum that is held as this webinar.
    Forum,
}

impl SurveyPurpose {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::BeforeWebinar, Self::Evaluation, Self::Forum];

    /// Whether it takes no more answers once the webinar begins.
    pub const fn ends_with_beginning(self) -> bool {
        matches!(self, Self::BeforeWebinar | Self::Forum)
    }
}

/// What names an item within its survey, from 1. It stays with the item when that is moved, so answers find it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = u8))]
pub struct ItemId(pub u8);

/// One thing that is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SurveyItem {
    /// Its name within the survey.
    pub id: ItemId,
    /// The question, in one line.
    pub question: String,
    /// Whether nothing is sent without an answer to it; never so for free text, which the server cannot read.
    #[serde(default)]
    pub required: bool,
    /// How it is answered.
    pub kind: ItemKind,
}

/// How an item is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "by", rename_all = "snake_case", deny_unknown_fields)]
pub enum ItemKind {
    /// One of the options.
    Choice {
        /// What there is to choose from, in order.
        options: Vec<String>,
    },
    /// Any number of the options.
    Choices {
        /// What there is to choose from, in order.
        options: Vec<String>,
    },
    /// A step from 1 to [`SCALE_STEPS`].
    Scale {
        /// What 1 means; may be empty.
        low: String,
        /// What the highest step means; may be empty.
        high: String,
    },
    /// A number that is not negative.
    Number {
        /// What it counts, for example "timer om ugen".
        unit: String,
    },
    /// A few lines of text, sealed to the vendor.
    Text,
}

impl ItemKind {
    /// What there is to choose from; nothing where nothing is chosen.
    pub fn options(&self) -> &[String] {
        match self {
            Self::Choice { options } | Self::Choices { options } => options,
            Self::Scale { .. } | Self::Number { .. } | Self::Text => &[],
        }
    }
}

/// What is wrong with an item that the vendor wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ItemProblem {
    /// There is no question, or it is longer than [`LONGEST_QUESTION`].
    #[error("the question has 1 to 200 letters")]
    Question,
    /// Fewer than two options, or more than [`MOST_OPTIONS`].
    #[error("2 to 10 options")]
    OptionCount,
    /// An option is empty, or longer than [`LONGEST_OPTION`].
    #[error("option {option} has 1 to 100 letters")]
    OptionLength {
        /// Which, from 1.
        option: u8,
    },
    /// An option says the same as one before it.
    #[error("option {option} is there already")]
    SameOption {
        /// Which, from 1.
        option: u8,
    },
    /// The word at an end of the scale is longer than [`LONGEST_OPTION`].
    #[error("the words of a scale have at most 100 letters")]
    ScaleWord,
    /// A number has no unit, or one longer than [`LONGEST_UNIT`].
    #[error("a unit has 1 to 30 letters")]
    Unit,
    /// Free text cannot be required.
    #[error("free text is never required")]
    TextRequired,
    /// The item's name is 0, or that of an earlier item.
    #[error("an item needs a number of its own")]
    Id,
}

/// Why items make no survey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SurveyProblem {
    /// None, or more than [`MOST_ITEMS`].
    #[error("1 to 10 questions")]
    ItemCount,
    /// One of them is wrong.
    #[error("question {number}: {problem}")]
    Item {
        /// Which, from 1 in the survey's order.
        number: u8,
        /// What is wrong with it.
        problem: ItemProblem,
    },
}

/// What is asked, in order: from one to [`MOST_ITEMS`] items, each checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = Vec<SurveyItem>))]
#[serde(try_from = "Vec<SurveyItem>", into = "Vec<SurveyItem>")]
pub struct Survey(Vec<SurveyItem>);

impl Survey {
    /// These items with their texts trimmed, if everything in them can be.
    ///
    /// # Errors
    /// The first fault.
    pub fn of(mut items: Vec<SurveyItem>) -> Result<Self, SurveyProblem> {
        if !(1..=MOST_ITEMS).contains(&items.len()) {
            return Err(SurveyProblem::ItemCount);
        }
        let mut seen = BTreeSet::new();
        for (number, item) in (1..).zip(&mut items) {
            let checked = if item.id.0 == 0 || !seen.insert(item.id) {
                Err(ItemProblem::Id)
            } else {
                item.check()
            };
            checked.map_err(|problem| SurveyProblem::Item { number, problem })?;
        }
        Ok(Self(items))
    }

    /// The items in order.
    pub fn items(&self) -> &[SurveyItem] {
        &self.0
    }

    /// The item of this name.
    pub fn item(&self, id: ItemId) -> Option<&SurveyItem> {
        self.0.iter().find(|item| item.id == id)
    }

    /// Whether it asks for free text.
    pub fn asks_for_text(&self) -> bool {
        self.0.iter().any(|item| item.kind == ItemKind::Text)
    }
}

impl TryFrom<Vec<SurveyItem>> for Survey {
    type Error = SurveyProblem;

    fn try_from(items: Vec<SurveyItem>) -> Result<Self, SurveyProblem> {
        Self::of(items)
    }
}

impl From<Survey> for Vec<SurveyItem> {
    fn from(survey: Survey) -> Self {
        survey.0
    }
}

impl SurveyItem {
    fn check(&mut self) -> Result<(), ItemProblem> {
        if !tidy(&mut self.question, 1, LONGEST_QUESTION) {
            return Err(ItemProblem::Question);
        }
        if self.required && self.kind == ItemKind::Text {
            return Err(ItemProblem::TextRequired);
        }
        match &mut self.kind {
            ItemKind::Choice { options } | ItemKind::Choices { options } => check_options(options),
            ItemKind::Scale { low, high } => {
                let fit = [low, high].map(|word| tidy(word, 0, LONGEST_OPTION));
                fit.into_iter()
                    .all(|fits| fits)
                    .then_some(())
                    .ok_or(ItemProblem::ScaleWord)
            }
            ItemKind::Number { unit } => tidy(unit, 1, LONGEST_UNIT)
                .then_some(())
                .ok_or(ItemProblem::Unit),
            ItemKind::Text => Ok(()),
        }
    }
}

fn check_options(options: &mut [String]) -> Result<(), ItemProblem> {
    if !(2..=MOST_OPTIONS).contains(&options.len()) {
        return Err(ItemProblem::OptionCount);
    }
    let mut seen = BTreeSet::new();
    for (option, text) in (1..).zip(options) {
        if !tidy(text, 1, LONGEST_OPTION) {
            return Err(ItemProblem::OptionLength { option });
        }
        if !seen.insert(text.to_lowercase()) {
            return Err(ItemProblem::SameOption { option });
        }
    }
    Ok(())
}

/// Takes the blanks around a text away, and makes it one line; whether it is as long as it may be then.
fn tidy(text: &mut String, fewest: usize, most: usize) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    *text = words.join(" ");
    let letters = text.chars().count();
    (fewest..=most).contains(&letters) && !text.chars().any(is_control)
}

#[cfg(test)]
mod tests;
