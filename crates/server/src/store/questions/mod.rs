//! What participants ask, support and say about the pace: kept under keyed tags, so that a browser is told what it said
//! itself, and nobody else who said what.

mod asking;
mod moderating;

use std::collections::BTreeSet;

use barometer_domain::audience_question::{
    Pulse, PulseCounts, Question, QuestionBoard, QuestionId, QuestionState, QuestionText,
};
use barometer_domain::ids::RequestId;
use serde::Deserialize;
use sqlx::SqliteConnection;

use super::columns::{EnumText, JsonText};
use super::write_transaction::WriteTransaction;
use super::{Participant, StoreError, StoreReader, comments, course};
use crate::secrets::{Keys, QuestionTag, QuestionTagPurpose};

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
        let asked = load_with_authors(&mut transaction, webinar, stage).await?;
        let session = participant.and_then(|participant| participant.session);
        let own = match session {
            Some(session) => {
                own(
                    &mut transaction,
                    &self.keys,
                    webinar,
                    stage,
                    &session,
                    &asked,
                )
                .await?
            }
            None => OwnQuestions::default(),
        };
        let board = asked.board;
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
    let asked = load_with_authors(connection, webinar, stage).await?;
    Ok(asked.board)
}

/// A board, and by whom each of its questions was asked.
struct AskedBoard {
    board: QuestionBoard,
    /// The authors' tags, in the order of the questions.
    authors: Vec<QuestionTag>,
}

impl AskedBoard {
    /// What a session asked, in order.
    fn asked_by(&self, keys: &Keys, webinar: i64, session: &[u8; 32]) -> Vec<QuestionId> {
        let asked = self.board.questions.iter().zip(&self.authors);
        let own = asked.filter(|(question, author)| {
            let (purpose, id) = (QuestionTagPurpose::Author, Some(question.id));
            keys.question_tag(purpose, webinar, session, id) == **author
        });
        own.map(|(question, _)| question.id).collect()
    }
}

async fn load_with_authors(
    connection: &mut SqliteConnection,
    webinar: i64,
    stage: u8,
) -> Result<AskedBoard, StoreError> {
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
    let asked = load_questions(connection, webinar).await?.into_iter();
    let (questions, authors) = asked.map(|asked| (asked.question, asked.author)).unzip();
    let board = QuestionBoard {
        unmoderated,
        pinned: pinned.map(QuestionId),
        questions,
        pulse,
    };
    Ok(AskedBoard { board, authors })
}

/// A question as the statement below gives it.
#[derive(Deserialize)]
struct StoredQuestion {
    id: u32,
    position: u32,
    about: Option<u32>,
    text: String,
    state: QuestionState,
    supports: u32,
    author: String,
}

/// What was asked, and by whom: each with its author's tag.
struct AskedQuestion {
    question: Question,
    author: QuestionTag,
}

impl TryFrom<StoredQuestion> for AskedQuestion {
    type Error = StoreError;

    fn try_from(row: StoredQuestion) -> Result<Self, StoreError> {
        let text = QuestionText::try_from(row.text).map_err(|_| StoreError::Row("question"))?;
        let mut author = QuestionTag::default();
        hex::decode_to_slice(row.author, &mut author).map_err(|_| StoreError::Row("author"))?;
        let question = Question {
            id: QuestionId(row.id),
            position: row.position,
            about: row.about.map(RequestId),
            text,
            state: row.state,
            supports: row.supports,
        };
        Ok(Self { question, author })
    }
}

/// All that was asked, in order. One row for all: hundreds of rows would cost far more to fetch than to read, and a room
/// reads them again and again while it votes.
async fn load_questions(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<Vec<AskedQuestion>, StoreError> {
    let JsonText(rows): JsonText<Vec<StoredQuestion>> = sqlx::query_scalar(
        "SELECT json_group_array(json_object('id', id, 'position', position, 'about', about, 'text', text,
                'state', json(state), 'author', hex(author), 'supports',
                (SELECT count(*) FROM question_supports s WHERE s.webinar = q.webinar AND s.question = q.id)))
         FROM questions q WHERE webinar = ?",
    )
    .bind(webinar)
    .fetch_one(connection)
    .await?;
    let questions = rows.into_iter().map(AskedQuestion::try_from);
    let mut questions: Vec<AskedQuestion> = questions.collect::<Result<_, _>>()?;
    questions.sort_by_key(|asked| asked.question.position);
    Ok(questions)
}

/// What a session has to do with the questions of its webinar.
async fn own(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    stage: u8,
    session: &[u8; 32],
    asked: &AskedBoard,
) -> Result<OwnQuestions, StoreError> {
    let board = &asked.board;
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
        asked: asked.asked_by(keys, webinar, session),
        supported,
        pulse: pulse.map(|pulse| pulse.0),
    })
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
