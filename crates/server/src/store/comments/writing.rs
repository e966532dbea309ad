//! What writers do: write, and take back.

use barometer_domain::audience_question::QuestionProblem;
use barometer_domain::comment::{
    Comment, CommentId, CommentKind, CommentSubject, CommentText, check_another,
};
use barometer_domain::refusal::Refusal;
use sqlx::SqliteConnection;

use super::super::columns::{EnumText, JsonText};
use super::super::write_transaction::WriteTransaction;
use super::super::{Store, StoreError};
use super::{CommentWriter, load};
use crate::secrets::{self, Keys};

impl Store {
    /// Takes a comment in; it waits for the vendor. The municipality is kept only if it is to be named.
    pub async fn comment(
        &self,
        writer: CommentWriter,
        under: CommentSubject,
        kind: CommentKind,
        text: CommentText,
        wishes_name: bool,
    ) -> Result<(), StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |c| {
                Box::pin(
                    async move { write(c, &keys, writer, under, kind, text, wishes_name).await },
                )
            })
            .await
    }

    /// Deletes an own comment.
    pub async fn delete_comment(
        &self,
        writer: CommentWriter,
        under: CommentSubject,
        comment: CommentId,
    ) -> Result<(), StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |c| Box::pin(async move { delete(c, &keys, writer, under, comment).await }))
            .await
    }
}

/// What this session wrote under a subject.
pub(super) async fn written_by(
    connection: &mut SqliteConnection,
    keys: &Keys,
    under: CommentSubject,
    session: &[u8; 32],
) -> Result<Vec<CommentId>, StoreError> {
    let authors: Vec<(u32, Vec<u8>)> =
        sqlx::query_as("SELECT id, author FROM comments WHERE subject = ? AND author IS NOT NULL")
            .bind(JsonText(under))
            .fetch_all(connection)
            .await?;
    let is_own = |(id, author): &(u32, Vec<u8>)| {
        author[..] == keys.comment_tag(session, under, CommentId(*id))[..]
    };
    let own = authors.into_iter().filter(is_own);
    Ok(own.map(|(id, _)| CommentId(id)).collect())
}

async fn write(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    writer: CommentWriter,
    under: CommentSubject,
    kind: CommentKind,
    text: CommentText,
    wishes_name: bool,
) -> Result<(), StoreError> {
    let session = writer.participant.session.ok_or(Refusal::NotJoined)?;
    let municipality = writer.participant.role.municipality()?;
    let all = load(transaction, under).await?;
    let own = written_by(transaction, keys, under, &session).await?;
    let mine = all.iter().filter(|comment| own.contains(&comment.id));
    let mine: Vec<&Comment> = mine.collect();
    check_another(&mine, all.len()).map_err(Refusal::from)?;
    let id = CommentId(secrets::random_number());
    let author = keys.comment_tag(&session, under, id);
    sqlx::query(
        "INSERT INTO comments (subject, id, position, author, kind, text, state, municipality, webinar)
         VALUES (?, ?, ?, ?, ?, ?, 'held', ?, ?)",
    )
    .bind(JsonText(under))
    .bind(id.0)
    .bind(all.last().map_or(1, |last| last.position + 1))
    .bind(&author[..])
    .bind(EnumText(kind))
    .bind(text.as_str())
    .bind(wishes_name.then(|| municipality.to_string()))
    .bind(writer.webinar)
    .execute(&mut **transaction)
    .await?;
    Ok(())
}

async fn delete(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    writer: CommentWriter,
    under: CommentSubject,
    comment: CommentId,
) -> Result<(), StoreError> {
    let session = writer.participant.session.ok_or(Refusal::NotJoined)?;
    let own = written_by(transaction, keys, under, &session).await?;
    let all = load(transaction, under).await?;
    let mut all = all.iter();
    let held = all.find(|held| held.id == comment && own.contains(&held.id));
    held.ok_or(Refusal::from(QuestionProblem::Gone))?
        .check_delete()?;
    sqlx::query("DELETE FROM comments WHERE subject = ? AND id = ?")
        .bind(JsonText(under))
        .bind(comment.0)
        .execute(&mut **transaction)
        .await?;
    transaction.announce_living_page();
    Ok(())
}
