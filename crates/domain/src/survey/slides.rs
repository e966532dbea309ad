//! The result as the first slides of a webinar: one question on each, and the vendor's points at the end.

use serde::{Deserialize, Serialize};

use super::{ItemFigures, ItemKind, Survey, SurveyPoints, SurveyResult};

/// A survey with its result and what the vendor tells of the free texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SurveySlides {
    /// What was asked.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<super::SurveyItem>))]
    pub survey: Survey,
    /// What may be shown of the answers.
    pub result: SurveyResult,
    /// What the vendor tells of the free texts.
    pub points: SurveyPoints,
}

/// One page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SurveyPage {
    /// Which page it is, counted from 0.
    pub page: u16,
    /// How many pages there are in all.
    pub pages: u16,
    /// How many people answered the survey.
    pub answers: u32,
    /// From how many municipalities.
    pub municipalities: u32,
    /// What stands on it.
    pub slide: SurveySlide,
}

/// What stands on a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum SurveySlide {
    /// One question and its figures.
    Item {
        /// The question, in one line.
        question: String,
        /// How it was answered, with its options.
        kind: ItemKind,
        /// What was answered.
        figures: ItemFigures,
    },
    /// What the vendor tells of the free texts.
    Points {
        /// In order.
        points: Vec<String>,
    },
}

impl SurveySlides {
    /// What each page shows: the questions with enough answers, then the points.
    pub fn slides(&self) -> Vec<SurveySlide> {
        let items = self.result.items.iter().filter_map(|result| {
            let item = self.survey.item(result.item)?;
            let has_figures = !matches!(result.figures, ItemFigures::TooFew | ItemFigures::Words);
            has_figures.then(|| SurveySlide::Item {
                question: item.question.clone(),
                kind: item.kind.clone(),
                figures: result.figures.clone(),
            })
        });
        let points = self.points.as_slice().to_vec();
        let points = (!points.is_empty()).then_some(SurveySlide::Points { points });
        items.chain(points).collect()
    }

    /// How many pages there are.
    pub fn pages(&self) -> u16 {
        u16::try_from(self.slides().len()).unwrap_or(u16::MAX)
    }

    /// One of them, counted from 0.
    pub fn page(&self, page: u16) -> Option<SurveyPage> {
        let slide = self.slides().into_iter().nth(page.into())?;
        Some(SurveyPage {
            page,
            pages: self.pages(),
            answers: self.result.base.answers(),
            municipalities: self.result.base.municipalities(),
            slide,
        })
    }
}
