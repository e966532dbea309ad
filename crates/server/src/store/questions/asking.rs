//! What participants do: ask, edit, delete, support, say something of the pace.

use barometer_domain::audience_question::{
    Pulse, QuestionId, QuestionProblem, QuestionState, QuestionText,
};
use barometer_domain::ids::RequestId;
use barometer_domain::refusal::Refusal;

use super::super::columns::{EnumText, JsonText};
use super::super::write_transaction::{ShownWhen, WriteTransaction};
use super::super::{Participant, Store, StoreError};
use super::{load_with_authors, refuse_if_ended, stage_of};
use crate::secrets::{self, Keys, QuestionTagPurpose};

impl Store {
    /// Takes a question in; answers with its number after the commit.
    pub async fn ask(
        &self,
        webinar: i64,
        participant: Participant,
        text: QuestionText,
        about: Option<RequestId>,
    ) -> Result<QuestionId, StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write_later(move |c| {
                Box::pin(async move { ask(c, &keys, webinar, participant, text, about).await })
            })
            .await
    }

    /// Writes an own question anew; `is_fresh` as long as it may be.
    pub async fn edit_question(
        &self,
        webinar: i64,
        participant: Participant,
        question: QuestionId,
        text: QuestionText,
        is_fresh: bool,
    ) -> Result<(), StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write_later(move |c| {
                Box::pin(async move {
                    edit(c, &keys, webinar, participant, question, text, is_fresh).await
                })
            })
            .await
    }

    /// Deletes an own question.
    pub async fn delete_question(
        &self,
        webinar: i64,
        participant: Participant,
        question: QuestionId,
    ) -> Result<(), StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write_later(move |c| {
                Box::pin(async move { delete(c, &keys, webinar, participant, question).await })
            })
            .await
    }

    /// Supports a question of somebody else, or takes that back; the same again changes nothing.
    pub async fn support_question(
        &self,
        webinar: i64,
        participant: Participant,
        question: QuestionId,
        on: bool,
    ) -> Result<(), StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write_later(move |c| {
                Box::pin(async move { support(c, &keys, webinar, participant, question, on).await })
            })
            .await
    }

    /// Says something of the pace, in the place of what this session said before.
    pub async fn say_pulse(
        &self,
        webinar: i64,
        participant: Participant,
        pulse: Pulse,
    ) -> Result<(), StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write_later(move |c| {
                Box::pin(async move { say_pulse(c, &keys, webinar, participant, pulse).await })
            })
            .await
    }
}

fn session_of(participant: Participant) -> Result<[u8; 32], Refusal> {
    participant.session.ok_or(Refusal::NotJoined)
}

async fn ask(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
    participant: Participant,
    text: QuestionText,
    about: Option<RequestId>,
) -> Result<QuestionId, StoreError> {
    let session = session_of(participant)?;
    let course = refuse_if_ended(transaction, webinar).await?;
    let mut known = course.plan.candidates.iter().chain(&course.plan.ongoing);
    if about.is_some_and(|about| !known.any(|&request| request == about)) {
        return Err(Refusal::UnknownRequest.into());
    }
    let asked = load_with_authors(transaction, webinar, course.progress.scene.at).await?;
    let own = asked.asked_by(keys, webinar, &session);
    let board = asked.board;
    let state = board.ask(&own).map_err(Refusal::from)?;
    let id = loop {
        let id = QuestionId(secrets::random_number());
        if board.question(id).is_none() {
            break id;
        }
    };
    let author = keys.question_tag(QuestionTagPurpose::Author, webinar, &session, Some(id));
    let position = board.questions.last().map_or(1, |last| last.position + 1);
    sqlx::query(
        "INSERT INTO questions (webinar, id, position, author, about, text, state) VALUES (?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(webinar)
    .bind(id.0)
    .bind(position)
    .bind(&author[..])
    .bind(about.map(|about| about.0))
    .bind(text.as_str())
    .bind(JsonText(&state))
    .execute(&mut **transaction)
    .await?;
    write_support(transaction, keys, webinar, &session, id).await?;
    transaction.announce_webinar(webinar, ShownWhen::AtThePace);
    Ok(id)
}

async fn edit(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
    participant: Participant,
    question: QuestionId,
    text: QuestionText,
    is_fresh: bool,
) -> Result<(), StoreError> {
    let session = session_of(participant)?;
    let course = refuse_if_ended(transaction, webinar).await?;
    let asked = load_with_authors(transaction, webinar, course.progress.scene.at).await?;
    let own = asked.asked_by(keys, webinar, &session);
    let board = asked.board;
    let state = board
        .edit(&own, question, is_fresh)
        .map_err(Refusal::from)?;
    sqlx::query("UPDATE questions SET text = ?, state = ? WHERE webinar = ? AND id = ?")
        .bind(text.as_str())
        .bind(JsonText(&state))
        .bind(webinar)
        .bind(question.0)
        .execute(&mut **transaction)
        .await?;
    transaction.announce_webinar(webinar, ShownWhen::AtThePace);
    Ok(())
}

async fn delete(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
    participant: Participant,
    question: QuestionId,
) -> Result<(), StoreError> {
    let session = session_of(participant)?;
    let (stage, _) = stage_of(transaction, webinar).await?;
    let asked = load_with_authors(transaction, webinar, stage).await?;
    let own = asked.asked_by(keys, webinar, &session);
    let board = asked.board;
    board.delete(&own, question).map_err(Refusal::from)?;
    for statement in [
        "DELETE FROM question_supports WHERE webinar = ? AND question = ?",
        "DELETE FROM questions WHERE webinar = ? AND id = ?",
        "UPDATE question_boards SET pinned = NULL WHERE webinar = ? AND pinned = ?",
    ] {
        sqlx::query(statement)
            .bind(webinar)
            .bind(question.0)
            .execute(&mut **transaction)
            .await?;
    }
    transaction.announce_webinar(webinar, ShownWhen::AtThePace);
    Ok(())
}

async fn support(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
    participant: Participant,
    question: QuestionId,
    on: bool,
) -> Result<(), StoreError> {
    let session = session_of(participant)?;
    let stored: Option<(JsonText<QuestionState>, Vec<u8>, bool)> = sqlx::query_as(
        "SELECT q.state, q.author, coalesce(w.scene ->> 'ended', 0)
         FROM questions q JOIN webinars w ON w.id = q.webinar WHERE q.webinar = ? AND q.id = ?",
    )
    .bind(webinar)
    .bind(question.0)
    .fetch_optional(&mut **transaction)
    .await?;
    let (state, author, ended) = stored.ok_or_else(|| Refusal::from(QuestionProblem::Gone))?;
    if ended {
        return Err(Refusal::WebinarEnded.into());
    }
    let own = keys.question_tag(
        QuestionTagPurpose::Author,
        webinar,
        &session,
        Some(question),
    );
    let is_own = author[..] == own[..];
    state.0.check_support(is_own).map_err(Refusal::from)?;
    if on {
        write_support(transaction, keys, webinar, &session, question).await?;
    } else {
        let tag = keys.question_tag(
            QuestionTagPurpose::Support,
            webinar,
            &session,
            Some(question),
        );
        sqlx::query("DELETE FROM question_supports WHERE webinar = ? AND question = ? AND tag = ?")
            .bind(webinar)
            .bind(question.0)
            .bind(&tag[..])
            .execute(&mut **transaction)
            .await?;
    }
    transaction.announce_webinar(webinar, ShownWhen::AtThePace);
    Ok(())
}

pub(super) async fn write_support(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
    session: &[u8; 32],
    question: QuestionId,
) -> Result<(), StoreError> {
    let tag = keys.question_tag(
        QuestionTagPurpose::Support,
        webinar,
        session,
        Some(question),
    );
    sqlx::query("INSERT INTO question_supports (webinar, question, tag) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
        .bind(webinar)
        .bind(question.0)
        .bind(&tag[..])
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

async fn say_pulse(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
    participant: Participant,
    pulse: Pulse,
) -> Result<(), StoreError> {
    let session = session_of(participant)?;
    let course = refuse_if_ended(transaction, webinar).await?;
    let tag = keys.question_tag(QuestionTagPurpose::Pulse, webinar, &session, None);
    sqlx::query(
        "INSERT INTO pulses (webinar, tag, stage, pulse) VALUES (?, ?, ?, ?)
         ON CONFLICT (webinar, tag) DO UPDATE SET stage = excluded.stage, pulse = excluded.pulse",
    )
    .bind(webinar)
    .bind(&tag[..])
    .bind(course.progress.scene.at)
    .bind(EnumText(pulse))
    .execute(&mut **transaction)
    .await?;
    transaction.announce_webinar(webinar, ShownWhen::AtThePace);
    Ok(())
}
