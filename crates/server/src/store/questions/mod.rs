//! What participants ask, support and say about the pace: kept under keyed tags, so that a browser is told what it said
//! itself, and nobody else who said what.

mod asking;
mod moderating;

use std::collections::BTreeSet;

use barometer_domain::audience_question::{
    Pulse, PulseCounts, Question, QuestionBoard, QuestionId, QuestionState, QuestionText,
};
use barometer_domain::ids::RequestId;
use sqlx::SqliteConnection;

use super::columns::{EnumText, JsonText};
use super::write_transaction::WriteTransaction;
use super::{Participant, StoreError, StoreReader, comments, course};
use crate::secrets::{Keys, QuestionTagPurpose};

/// What one session asked, supports and said of the pace.
#[derive(Clone, Debug, Default)]
pub struct OwnQuestions {
    /// What it asked, whatever has become of it.
    pub asked: Vec<QuestionId>,
    /// What it supports, its own included.
    pub supported: BTreeSet<QuestionId>,
    /// What it said about the pace, in the present part of the agenda.
    pub pulse: Option<Pulse>,
}

/// The questions of a webinar as one session may know them; what is not approved is for the board alone.
#[derive(Clone, Debug)]
pub struct WebinarQuestions {
    /// All questions.
    pub board: QuestionBoard,
    /// What this session has to do with them.
    pub own: OwnQuestions,
    /// Whether the webinar is over.
    pub ended: bool,
}

impl StoreReader {
    /// All questions of a webinar, and what this session has to do with them.
    pub async fn questions(
        &self,
        webinar: i64,
        participant: Option<Participant>,
    ) -> Result<WebinarQuestions, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let (stage, ended) = stage_of(&mut transaction, webinar).await?;
        let board = load(&mut transaction, webinar, stage).await?;
        let session = participant.and_then(|participant| participant.session);
        let own = match session {
            Some(session) => {
                own(
                    &mut transaction,
                    &self.keys,
                    webinar,
                    stage,
                    &session,
                    &board,
                )
                .await?
            }
            None => OwnQuestions::default(),
        };
        Ok(WebinarQuestions { board, own, ended })
    }
}

/// Which item of the agenda is shown, and whether the webinar is over.
async fn stage_of(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<(u8, bool), StoreError> {
    let stage = sqlx::query_as(
        "SELECT coalesce(scene ->> 'at', 0), coalesce(scene ->> 'ended', 0) FROM webinars WHERE id = ?",
    )
    .bind(webinar)
    .fetch_one(connection)
    .await?;
    Ok(stage)
}

/// Everything that is asked in a webinar; the pulse of the item of the agenda that is shown.
pub(super) async fn load(
    connection: &mut SqliteConnection,
    webinar: i64,
    stage: u8,
) -> Result<QuestionBoard, StoreError> {
    let settings: Option<(bool, Option<u32>)> =
        sqlx::query_as("SELECT unmoderated, pinned FROM question_boards WHERE webinar = ?")
            .bind(webinar)
            .fetch_optional(&mut *connection)
            .await?;
    let (unmoderated, pinned) = settings.unwrap_or_default();
    let mut pulse = PulseCounts::default();
    let pulses: Vec<(EnumText<Pulse>, u32)> = sqlx::query_as(
        "SELECT pulse, count(*) FROM pulses WHERE webinar = ? AND stage = ? GROUP BY pulse",
    )
    .bind(webinar)
    .bind(stage)
    .fetch_all(&mut *connection)
    .await?;
    for (said, count) in pulses {
        pulse.add(said.0, count);
    }
    Ok(QuestionBoard {
        unmoderated,
        pinned: pinned.map(QuestionId),
        questions: load_questions(connection, webinar).await?,
        pulse,
    })
}

#[derive(sqlx::FromRow)]
struct StoredQuestion {
    id: u32,
    position: u32,
    about: Option<u32>,
    text: String,
    state: JsonText<QuestionState>,
    supports: u32,
}

impl TryFrom<StoredQuestion> for Question {
    type Error = StoreError;

    fn try_from(row: StoredQuestion) -> Result<Self, StoreError> {
        let text = QuestionText::try_from(row.text).map_err(|_| StoreError::Row("question"))?;
        Ok(Self {
            id: QuestionId(row.id),
            position: row.position,
            about: row.about.map(RequestId),
            text,
            state: row.state.0,
            supports: row.supports,
        })
    }
}

async fn load_questions(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<Vec<Question>, StoreError> {
    let rows: Vec<StoredQuestion> = sqlx::query_as(
        "SELECT id, position, about, text, state,
                (SELECT count(*) FROM question_supports s WHERE s.webinar = q.webinar AND s.question = q.id) AS supports
         FROM questions q WHERE webinar = ? ORDER BY position",
    )
    .bind(webinar)
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(Question::try_from).collect()
}

/// What a session has to do with the questions of its webinar.
async fn own(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    stage: u8,
    session: &[u8; 32],
    board: &QuestionBoard,
) -> Result<OwnQuestions, StoreError> {
    let asked = asked_by(connection, keys, webinar, session).await?;
    let tag = |id| keys.question_tag(QuestionTagPurpose::Support, webinar, session, Some(id));
    let pair = |question: &Question| (question.id.0, hex::encode(tag(question.id)));
    let pairs: Vec<(u32, String)> = board.questions.iter().map(pair).collect();
    // All at once: a room reads this page again and again, and a statement for each question took its time from the vote.
    let supported: Vec<u32> = sqlx::query_scalar(
        "SELECT s.question FROM json_each(?1) AS pair CROSS JOIN question_supports s
         WHERE s.webinar = ?2 AND s.question = pair.value ->> 0 AND s.tag = unhex(pair.value ->> 1)",
    )
    .bind(serde_json::to_string(&pairs)?)
    .bind(webinar)
    .fetch_all(&mut *connection)
    .await?;
    let supported: BTreeSet<QuestionId> = supported.into_iter().map(QuestionId).collect();
    let tag = keys.question_tag(QuestionTagPurpose::Pulse, webinar, session, None);
    let pulse: Option<EnumText<Pulse>> =
        sqlx::query_scalar("SELECT pulse FROM pulses WHERE webinar = ? AND tag = ? AND stage = ?")
            .bind(webinar)
            .bind(&tag[..])
            .bind(stage)
            .fetch_optional(connection)
            .await?;
    Ok(OwnQuestions {
        asked,
        supported,
        pulse: pulse.map(|pulse| pulse.0),
    })
}

/// What this session asked, in order.
async fn asked_by(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    session: &[u8; 32],
) -> Result<Vec<QuestionId>, StoreError> {
    let authors: Vec<(u32, Vec<u8>)> =
        sqlx::query_as("SELECT id, author FROM questions WHERE webinar = ? ORDER BY position")
            .bind(webinar)
            .fetch_all(connection)
            .await?;
    let is_own = |(id, author): &(u32, Vec<u8>)| {
        let id = Some(QuestionId(*id));
        let tag = keys.question_tag(QuestionTagPurpose::Author, webinar, session, id);
        author[..] == tag[..]
    };
    let own = authors.into_iter().filter(is_own);
    Ok(own.map(|(id, _)| QuestionId(id)).collect())
}

/// Refuses once the webinar is over.
async fn refuse_if_ended(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<course::WebinarState, StoreError> {
    let course = course::load(connection, webinar).await?;
    if course.progress.scene.ended {
        return Err(barometer_domain::refusal::Refusal::WebinarEnded.into());
    }
    Ok(course)
}

/// Writes what was approved under its requests: the webinar has ended.
pub(super) async fn land(
    transaction: &mut WriteTransaction<'_>,
    webinar: i64,
) -> Result<(), StoreError> {
    let (stage, _) = stage_of(transaction, webinar).await?;
    let board = load(transaction, webinar, stage).await?;
    comments::land(transaction, webinar, &board).await
}

/// Forgets what was asked in a demo or rehearsal that starts over, also where it stands under a request.
pub(super) async fn start_over(
    transaction: &mut WriteTransaction<'_>,
    webinar: i64,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM comments WHERE webinar = ? AND question IS NOT NULL")
        .bind(webinar)
        .execute(&mut **transaction)
        .await?;
    transaction.announce_living_page();
    forget(transaction, webinar).await
}

/// Forgets what was asked, who supported it, and what was said of the pace.
pub(super) async fn forget(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<(), StoreError> {
    for statement in [
        "DELETE FROM question_supports WHERE webinar = ?",
        "DELETE FROM questions WHERE webinar = ?",
        "DELETE FROM pulses WHERE webinar = ?",
    ] {
        sqlx::query(statement)
            .bind(webinar)
            .execute(&mut *connection)
            .await?;
    }
    unpin(connection, webinar).await
}

/// Takes the pinned question off the projector, if there is one.
pub(super) async fn unpin(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<(), StoreError> {
    sqlx::query("UPDATE question_boards SET pinned = NULL WHERE webinar = ?")
        .bind(webinar)
        .execute(connection)
        .await?;
    Ok(())
}
