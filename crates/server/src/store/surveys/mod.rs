//! Surveys: what is asked, who has answered what under keyed tags, and the sums at the close.

mod answers;
mod asking;
mod course;
mod rows;

use barometer_domain::ids::Millis;
use barometer_domain::refusal::Refusal;
use barometer_domain::survey::{
    ReleasedWords, SaveSurvey, Survey, SurveyPoints, SurveyPurpose, SurveyResult, SurveySlides,
    SurveyState, SurveyStep,
};

use super::{Store, StoreError, StoreReader, now, survey_slides};
use crate::secrets::{self, HeldAnswers};

pub(super) use answers::{forget, start_over};
pub(super) use course::{begin_evaluation, close_all, close_before};

/// A survey as it stands.
#[derive(Clone, Debug)]
pub struct StoredSurvey {
    /// Rises with every save.
    pub edition: u32,
    /// What is asked.
    pub survey: Survey,
    /// Whether it takes answers now.
    pub state: SurveyState,
    /// From when it opens by itself.
    pub opens_at: Option<Millis>,
    /// The sums, once it is closed and if there were enough answers.
    pub result: Option<SurveyResult>,
    /// What the vendor tells of the free texts.
    pub points: SurveyPoints,
}

/// What the vendor is told of the answers, beside the sums.
#[derive(Clone, Debug, Default)]
pub struct SurveyTurnout {
    /// How many have answered.
    pub answers: u32,
    /// From how many municipalities.
    pub municipalities: u32,
    /// The sealed words, in the order of their keys.
    pub words: Vec<ReleasedWords>,
}

impl StoreReader {
    /// A webinar's survey for this purpose, if the vendor has written one.
    pub async fn survey(
        &self,
        webinar: i64,
        purpose: SurveyPurpose,
    ) -> Result<Option<StoredSurvey>, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let row = rows::load(&mut transaction, webinar, purpose).await?;
        Ok(row.map(|row| row.stored(now())))
    }

    /// What is shown of a survey, once it is closed with a result.
    pub async fn survey_slides(
        &self,
        webinar: i64,
        purpose: SurveyPurpose,
    ) -> Result<Option<SurveySlides>, StoreError> {
        survey_slides::load(&mut *self.readers.acquire().await?, webinar, purpose).await
    }

    /// How many have answered, and what they have sealed for the vendor.
    pub async fn survey_turnout(
        &self,
        webinar: i64,
        purpose: SurveyPurpose,
    ) -> Result<SurveyTurnout, StoreError> {
        answers::turnout(
            &mut *self.readers.acquire().await?,
            &self.keys,
            webinar,
            purpose,
        )
        .await
    }

    /// What the browser with this token has answered itself.
    pub async fn own_answers(
        &self,
        webinar: i64,
        purpose: SurveyPurpose,
        token: &str,
    ) -> Result<Option<HeldAnswers>, StoreError> {
        let tag = self
            .keys
            .survey_tag(webinar, purpose, &secrets::hash_token(token));
        answers::load(
            &mut *self.readers.acquire().await?,
            &self.keys,
            webinar,
            purpose,
            &tag,
        )
        .await
    }
}

impl Store {
    /// Saves what is asked; once there are answers only where none loses its meaning.
    pub async fn save_survey(
        &self,
        webinar: i64,
        purpose: SurveyPurpose,
        save: SaveSurvey,
    ) -> Result<(), StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |c| {
                Box::pin(async move { asking::save(c, &keys, webinar, purpose, save).await })
            })
            .await
    }

    /// Opens a survey, closes it for good, or opens it again where it closed without a result. After a close the file is
    /// written anew in the order of its keys, as after a vote's.
    pub async fn take_survey_step(
        &self,
        webinar: i64,
        purpose: SurveyPurpose,
        step: SurveyStep,
    ) -> Result<(), StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |c| {
                Box::pin(async move { asking::take(c, &keys, webinar, purpose, step).await })
            })
            .await?;
        if step == SurveyStep::Close {
            self.compact().await?;
        }
        Ok(())
    }

    /// Keeps what a browser answered, in the place of what it answered before; the answer is its token.
    pub async fn answer_survey(
        &self,
        webinar: i64,
        purpose: SurveyPurpose,
        token: Option<String>,
        held: HeldAnswers,
    ) -> Result<String, StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |c| {
                Box::pin(async move { answers::put(c, &keys, webinar, purpose, token, held).await })
            })
            .await
    }

    /// Counts every survey that the beginning of its webinar has ended.
    pub async fn close_ended_surveys(&self) -> Result<(), StoreError> {
        let ended = course::ended(&mut *self.readers.acquire().await?, now()).await?;
        let any_ended = !ended.is_empty();
        for webinar in ended {
            let keys = self.keys.clone();
            self.writer
                .write(move |c| Box::pin(async move { close_before(c, &keys, webinar).await }))
                .await?;
        }
        if any_ended {
            self.compact().await?;
        }
        Ok(())
    }
}

/// A survey that takes answers now.
fn open_for_answers(state: SurveyState) -> Result<(), Refusal> {
    match state {
        SurveyState::Open => Ok(()),
        SurveyState::Draft | SurveyState::Ending | SurveyState::Closed => {
            Err(Refusal::SurveyNotOpen)
        }
    }
}
