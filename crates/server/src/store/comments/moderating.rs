//! What the vendor does with comments.

use barometer_domain::audience_question::QuestionProblem;
use barometer_domain::comment::{CommentCommand, CommentText};
use barometer_domain::ids::RequestId;
use barometer_domain::refusal::Refusal;

use super::super::columns::EnumText;
use super::super::write_transaction::WriteTransaction;
use super::super::{Store, StoreError};
use super::load;

impl Store {
    /// Carries out what the vendor does with a comment under a request.
    pub async fn moderate_comment(
        &self,
        request: RequestId,
        command: CommentCommand,
    ) -> Result<(), StoreError> {
        self.writer
            .write(move |c| Box::pin(async move { moderate(c, request, &command).await }))
            .await
    }
}

async fn moderate(
    transaction: &mut WriteTransaction<'_>,
    request: RequestId,
    command: &CommentCommand,
) -> Result<(), StoreError> {
    let all = load(transaction, request).await?;
    let held = all.iter().find(|held| held.id == command.comment());
    let held = held.ok_or(Refusal::from(QuestionProblem::Gone))?;
    let next = held.after(command);
    sqlx::query(
        "UPDATE comments SET state = ?, named = ?, answer = ? WHERE request = ? AND id = ?",
    )
    .bind(EnumText(next.state))
    .bind(next.named)
    .bind(next.answer.as_ref().map(CommentText::as_str))
    .bind(request.0)
    .bind(next.id.0)
    .execute(&mut **transaction)
    .await?;
    transaction.announce_living_page();
    Ok(())
}
