//! What the presenter does with questions, and the vendor afterwards.

use barometer_domain::audience_question::{QuestionBoard, QuestionCommand, QuestionId, Supporters};
use sqlx::SqliteConnection;

use super::super::columns::JsonText;
use super::super::course::fixed;
use super::super::write_transaction::{ShownWhen, WriteTransaction};
use super::super::{Store, StoreError, comments};
use super::asking::write_support;
use super::{load, stage_of};
use crate::secrets::{Keys, QuestionTagPurpose};

impl Store {
    /// Carries out what the presenter or the vendor does with a question.
    pub async fn moderate(&self, webinar: i64, command: QuestionCommand) -> Result<(), StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |c| Box::pin(async move { moderate(c, &keys, webinar, &command).await }))
            .await
    }
}

async fn moderate(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
    command: &QuestionCommand,
) -> Result<(), StoreError> {
    let (stage, ended) = stage_of(transaction, webinar).await?;
    let before = load(transaction, webinar, stage).await?;
    let after = before.after(command)?;
    if let QuestionCommand::Merge { question, into } = command {
        move_supporters(transaction, keys, webinar, *question, *into).await?;
    }
    save(transaction, webinar, &before, &after).await?;
    if ended {
        comments::land(transaction, webinar, &after).await?;
    }
    transaction.announce_webinar(webinar, ShownWhen::AtOnce);
    Ok(())
}

/// Writes what a command changed.
async fn save(
    transaction: &mut WriteTransaction<'_>,
    webinar: i64,
    before: &QuestionBoard,
    after: &QuestionBoard,
) -> Result<(), StoreError> {
    let changed = before.questions.iter().zip(&after.questions);
    for (_, question) in changed.filter(|(before, after)| before.state != after.state) {
        sqlx::query("UPDATE questions SET state = ? WHERE webinar = ? AND id = ?")
            .bind(JsonText(&question.state))
            .bind(webinar)
            .bind(question.id.0)
            .execute(&mut **transaction)
            .await?;
    }
    sqlx::query(
        "INSERT INTO question_boards (webinar, unmoderated, pinned) VALUES (?, ?, ?)
         ON CONFLICT (webinar) DO UPDATE SET unmoderated = excluded.unmoderated, pinned = excluded.pinned",
    )
    .bind(webinar)
    .bind(after.unmoderated)
    .bind(after.pinned.map(|pinned| pinned.0))
    .execute(&mut **transaction)
    .await?;
    Ok(())
}

/// Gives one question's supporters to another; whoever supports both counts once.
async fn move_supporters(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
    from: QuestionId,
    to: QuestionId,
) -> Result<(), StoreError> {
    let from = supporters(transaction, keys, webinar, from).await?;
    let already = supporters(transaction, keys, webinar, to).await?;
    for session in from.not_in(&already) {
        write_support(transaction, keys, webinar, session, to).await?;
    }
    Ok(())
}

/// The sessions that support a question: their tags are of one question each, so they are found by trying every session.
async fn supporters(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    question: QuestionId,
) -> Result<Supporters<[u8; 32]>, StoreError> {
    let tags: Vec<Vec<u8>> =
        sqlx::query_scalar("SELECT tag FROM question_supports WHERE webinar = ? AND question = ?")
            .bind(webinar)
            .bind(question.0)
            .fetch_all(&mut *connection)
            .await?;
    let tags: std::collections::HashSet<Vec<u8>> = tags.into_iter().collect();
    let sessions: Vec<Vec<u8>> =
        sqlx::query_scalar("SELECT token_hash FROM sessions WHERE webinar = ?")
            .bind(webinar)
            .fetch_all(connection)
            .await?;
    let mut supporters = Vec::new();
    for session in &sessions {
        let session: [u8; 32] = fixed(session)?;
        let purpose = QuestionTagPurpose::Support;
        let tag = keys.question_tag(purpose, webinar, &session, Some(question));
        if tags.contains(&tag[..]) {
            supporters.push(session);
        }
    }
    Ok(supporters.into_iter().collect())
}
