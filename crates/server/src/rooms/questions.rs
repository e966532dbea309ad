//! What people ask in one room, and what is done with it.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use barometer_domain::audience_question::{
    EDITABLE_MS, Pulse, QuestionCommand, QuestionId, QuestionText,
};
use barometer_domain::ids::RequestId;
use barometer_domain::view::ConsoleView;
use tokio::time::Instant;

use super::Room;
use crate::store::{Participant, StoreError, WebinarQuestions};

const EDITABLE: Duration = Duration::from_millis(EDITABLE_MS);

/// When the newest questions were asked, on this process's monotonic clock: for the minute in which they can be edited.
/// Kept in memory only, so that no time of a question is stored; after a restart that minute is over.
#[derive(Default)]
pub(super) struct FreshQuestions(Mutex<HashMap<QuestionId, Instant>>);

impl FreshQuestions {
    fn note(&self, question: QuestionId, now: Instant) {
        let mut asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        asked.retain(|_, at| now.saturating_duration_since(*at) < EDITABLE);
        asked.insert(question, now);
    }

    /// For how long this one can still be edited.
    fn left(&self, question: QuestionId, now: Instant) -> Option<Duration> {
        let asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let since = now.saturating_duration_since(*asked.get(&question)?);
        EDITABLE.checked_sub(since).filter(|left| !left.is_zero())
    }
}

impl Room {
    /// All questions, and what this session has to do with them.
    pub async fn questions(
        &self,
        participant: Option<Participant>,
    ) -> Result<WebinarQuestions, StoreError> {
        self.store.questions(self.webinar, participant).await
    }

    /// Whether an own question can still be edited.
    pub fn is_fresh(&self, question: QuestionId) -> bool {
        self.fresh_questions
            .left(question, Instant::now())
            .is_some()
    }

    /// Takes a question in.
    pub async fn ask(
        &self,
        participant: Participant,
        text: QuestionText,
        about: Option<RequestId>,
    ) -> Result<QuestionId, StoreError> {
        let asked = self.store.ask(self.webinar, participant, text, about);
        let question = asked.await?;
        self.fresh_questions.note(question, Instant::now());
        Ok(question)
    }

    /// Writes an own question anew.
    pub async fn edit_question(
        &self,
        participant: Participant,
        question: QuestionId,
        text: QuestionText,
    ) -> Result<(), StoreError> {
        let is_fresh = self.is_fresh(question);
        self.store
            .edit_question(self.webinar, participant, question, text, is_fresh)
            .await
    }

    /// Deletes an own question.
    pub async fn delete_question(
        &self,
        participant: Participant,
        question: QuestionId,
    ) -> Result<(), StoreError> {
        self.store
            .delete_question(self.webinar, participant, question)
            .await
    }

    /// Supports a question, or takes that back.
    pub async fn support_question(
        &self,
        participant: Participant,
        question: QuestionId,
        on: bool,
    ) -> Result<(), StoreError> {
        self.store
            .support_question(self.webinar, participant, question, on)
            .await
    }

    /// Says something of the pace.
    pub async fn say_pulse(
        &self,
        participant: Participant,
        pulse: Pulse,
    ) -> Result<(), StoreError> {
        self.store.say_pulse(self.webinar, participant, pulse).await
    }

    /// Carries out what the presenter does with a question; the answer is the view it led to.
    pub async fn moderate(&self, command: QuestionCommand) -> Result<ConsoleView, StoreError> {
        self.store.moderate(self.webinar, command).await?;
        self.console().await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_fresh_for_a_minute() {
        let (fresh, now) = (FreshQuestions::default(), Instant::now());
        let question = QuestionId(7);
        assert_eq!(fresh.left(question, now), None);
        fresh.note(question, now);
        assert_eq!(fresh.left(question, now), Some(EDITABLE));
        let last = now + EDITABLE - Duration::from_millis(1);
        assert!(fresh.left(question, last).is_some());
        assert_eq!(fresh.left(question, now + EDITABLE), None);
        fresh.note(QuestionId(8), now + EDITABLE);
        assert_eq!(fresh.left(question, now), None, "what is over is forgotten");
    }
}
