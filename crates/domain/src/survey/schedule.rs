//! When a survey takes answers.

use super::SurveyPurpose;
use crate::ids::Millis;

/// Whether a survey takes answers now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SurveyState {
    /// Not opened yet.
    Draft,
    /// It takes answers, and each can be changed by whoever gave it.
    Open,
    /// The webinar has begun: it takes no more answers, and is about to be counted.
    Ending,
    /// Counted; with a result if there were enough answers.
    Closed,
}

/// All that decides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SurveySchedule {
    /// What it is for: an evaluation does not end when the webinar begins.
    pub purpose: SurveyPurpose,
    /// Whether the vendor, or the end of the webinar, has opened it.
    pub opened: bool,
    /// From when it opens by itself, on the server's clock.
    pub opens_at: Option<Millis>,
    /// When it was closed, on the server's clock.
    pub closed_at: Option<Millis>,
    /// When the webinar begins, on the server's clock.
    pub webinar_begins: Millis,
    /// Whether the presenter has gone on from the first stage, or opened the vote.
    pub webinar_has_begun: bool,
}

impl SurveySchedule {
    /// Whether it takes answers at `now`, on the server's clock.
    pub fn state(&self, now: Millis) -> SurveyState {
        if self.closed_at.is_some() {
            return SurveyState::Closed;
        }
        let is_opened = self.opened || self.opens_at.is_some_and(|opens| opens <= now);
        let is_over = self.purpose.ends_with_beginning()
            && (self.webinar_has_begun || self.webinar_begins <= now);
        match (is_opened, is_over) {
            (false, _) => SurveyState::Draft,
            (true, false) => SurveyState::Open,
            (true, true) => SurveyState::Ending,
        }
    }
}

#[cfg(test)]
mod tests {
    use SurveyState::{Closed, Draft, Ending, Open};

    use super::*;

    #[test]
    fn a_survey_opens_by_hand_or_by_the_clock_and_ends_with_the_webinars_beginning() {
        let draft = SurveySchedule {
            purpose: SurveyPurpose::BeforeWebinar,
            opened: false,
            opens_at: Some(100),
            closed_at: None,
            webinar_begins: 200,
            webinar_has_begun: false,
        };
        let states = [99, 100, 199, 200].map(|now| draft.state(now));
        assert_eq!(states, [Draft, Open, Open, Ending]);
        let by_hand = SurveySchedule {
            opened: true,
            opens_at: None,
            ..draft
        };
        assert_eq!(by_hand.state(0), Open);
        let begun = SurveySchedule {
            webinar_has_begun: true,
            ..by_hand
        };
        assert_eq!(begun.state(0), Ending);
        let closed = SurveySchedule {
            closed_at: Some(150),
            ..begun
        };
        assert_eq!(closed.state(0), Closed);
        let forum = SurveySchedule {
            purpose: SurveyPurpose::Forum,
            ..begun
        };
        assert_eq!(forum.state(0), Ending);
        let evaluation = SurveySchedule {
            purpose: SurveyPurpose::Evaluation,
            ..begun
        };
        assert_eq!(evaluation.state(1_000), Open);
    }
}
