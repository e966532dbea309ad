//! What the vendor does with comments.

use barometer_domain::audience_question::QuestionProblem;
use barometer_domain::comment::{CommentCommand, CommentModeration, CommentSubject, CommentText};
use barometer_domain::refusal::Refusal;

use super::super::columns::{EnumText, JsonText};
use super::super::write_transaction::WriteTransaction;
use super::super::{Store, StoreError};
use super::load;

impl Store {
    /// Carries out what the vendor does with a comment.
    pub async fn moderate_comment(&self, what: CommentModeration) -> Result<(), StoreError> {
        self.writer
            .write(move |c| Box::pin(async move { moderate(c, what.under, &what.command).await }))
            .await
    }
}

async fn moderate(
    transaction: &mut WriteTransaction<'_>,
    under: CommentSubject,
    command: &CommentCommand,
) -> Result<(), StoreError> {
    let all = load(transaction, under).await?;
    let held = all.iter().find(|held| held.id == command.comment());
    let held = held.ok_or(Refusal::from(QuestionProblem::Gone))?;
    let next = held.after(command);
    sqlx::query(
        "UPDATE comments SET state = ?, named = ?, answer = ? WHERE subject = ? AND id = ?",
    )
    .bind(EnumText(next.state))
    .bind(next.named)
    .bind(next.answer.as_ref().map(CommentText::as_str))
    .bind(JsonText(under))
    .bind(next.id.0)
    .execute(&mut **transaction)
    .await?;
    transaction.announce_living_page();
    Ok(())
}
