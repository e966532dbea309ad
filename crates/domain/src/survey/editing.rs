//! Changing a survey that somebody has answered: only where no answer loses its meaning.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{CountedAnswers, ItemId, ItemKind, Survey, SurveyItem};

/// What answers a survey has, as far as a change must know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnswersHeld {
    /// Whether anybody has answered.
    pub any: bool,
    /// The items with an answer. Free text is sealed: where any was sent, each item of text counts as answered.
    pub items: BTreeSet<ItemId>,
}

/// What a change would have done to the answers there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum LostMeaning {
    /// The item is gone.
    #[error("it has been answered and cannot be removed")]
    Removed,
    /// The question reads otherwise.
    #[error("it has been answered and cannot be reworded")]
    Reworded,
    /// It is answered in another way, or its options, its scale's words or its unit are others. Options may only be
    /// added at the end.
    #[error("it has been answered, and its options stand; new ones come last")]
    OtherAnswers,
    /// It is required now, and those who have answered were not asked for it.
    #[error("nothing becomes required once there are answers")]
    NowRequired,
}

/// A change that is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[error("item {}: {lost}", item.0)]
pub struct MeaningLost {
    /// Which item's answers would lose their meaning.
    #[cfg_attr(feature = "openapi", schema(value_type = u8))]
    pub item: ItemId,
    /// How.
    pub lost: LostMeaning,
}

impl AnswersHeld {
    /// What these answers come to; `sealed` says whether any free text came with them.
    pub fn of(survey: &Survey, answers: &[CountedAnswers], sealed: bool) -> Self {
        let answered = answers.iter().flat_map(|one| one.answers.iter());
        let mut items: BTreeSet<ItemId> = answered.map(|(item, _)| item).collect();
        if sealed {
            let texts = survey
                .items()
                .iter()
                .filter(|item| item.kind == ItemKind::Text);
            items.extend(texts.map(|item| item.id));
        }
        Self {
            any: sealed || !answers.is_empty(),
            items,
        }
    }
}

impl Survey {
    /// What `next` makes of this, if no answer that there is loses its meaning: the order may be another, items may be
    /// added, and what nobody has answered may change and go.
    ///
    /// # Errors
    /// The first item that would lose it.
    pub fn edited(&self, next: Self, held: &AnswersHeld) -> Result<Self, MeaningLost> {
        if !held.any {
            return Ok(next);
        }
        for item in self
            .items()
            .iter()
            .filter(|item| held.items.contains(&item.id))
        {
            let lost = match next.item(item.id) {
                None => Some(LostMeaning::Removed),
                Some(other) => item.lost_by(other),
            };
            if let Some(lost) = lost {
                return Err(MeaningLost {
                    item: item.id,
                    lost,
                });
            }
        }
        let was_required = |id| self.item(id).is_some_and(|item| item.required);
        let mut now_required = next
            .items()
            .iter()
            .filter(|item| item.required && !was_required(item.id));
        match now_required.next() {
            Some(item) => Err(MeaningLost {
                item: item.id,
                lost: LostMeaning::NowRequired,
            }),
            None => Ok(next),
        }
    }
}

impl SurveyItem {
    fn lost_by(&self, other: &Self) -> Option<LostMeaning> {
        if self.question != other.question {
            return Some(LostMeaning::Reworded);
        }
        let keeps = match (&self.kind, &other.kind) {
            (ItemKind::Choice { options }, ItemKind::Choice { options: next })
            | (ItemKind::Choices { options }, ItemKind::Choices { options: next }) => {
                next.starts_with(options)
            }
            (kind, next) => kind == next,
        };
        (!keeps).then_some(LostMeaning::OtherAnswers)
    }
}
