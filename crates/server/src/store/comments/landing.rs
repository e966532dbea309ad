//! What was asked in a webinar under a request stands there afterwards, with its answer: what was approved, once the webinar
//! has ended.

use barometer_domain::audience_question::{QuestionBoard, QuestionState};
use barometer_domain::comment::{CommentKind, CommentState, CommentSubject};

use super::super::StoreError;
use super::super::columns::{EnumText, JsonText};
use super::super::write_transaction::WriteTransaction;
use crate::secrets;

/// Writes a webinar's questions under their requests, or what has become of them since. An answer that the vendor wrote
/// there stays.
pub(in super::super) async fn land(
    transaction: &mut WriteTransaction<'_>,
    webinar: i64,
    board: &QuestionBoard,
) -> Result<(), StoreError> {
    for question in &board.questions {
        let Some(about) = question.about else {
            continue;
        };
        let answer = match &question.state {
            QuestionState::Answered { words } if !words.as_str().is_empty() => Some(words.as_str()),
            _ => None,
        };
        if !question.state.is_public() {
            sqlx::query("DELETE FROM comments WHERE webinar = ? AND question = ?")
                .bind(webinar)
                .bind(question.id.0)
                .execute(&mut **transaction)
                .await?;
            continue;
        }
        sqlx::query(
            "INSERT INTO comments (subject, id, position, kind, text, state, answer, webinar, question)
             VALUES (?1, ?2, (SELECT coalesce(max(position), 0) + 1 FROM comments WHERE subject = ?1), ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (webinar, question) WHERE question IS NOT NULL
             DO UPDATE SET text = excluded.text, answer = coalesce(excluded.answer, answer)",
        )
        .bind(JsonText(CommentSubject::Request(about)))
        .bind(secrets::random_number())
        .bind(EnumText(CommentKind::Question))
        .bind(question.text.as_str())
        .bind(EnumText(CommentState::Shown))
        .bind(answer)
        .bind(webinar)
        .bind(question.id.0)
        .execute(&mut **transaction)
        .await?;
    }
    transaction.announce_living_page();
    Ok(())
}
