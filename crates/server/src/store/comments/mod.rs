//! Comments under requests and initiatives: kept under keyed tags, so that a browser finds its own, and nobody else who wrote what.

mod landing;
mod moderating;
mod writing;

use std::collections::BTreeMap;

use barometer_domain::comment::{
    Comment, CommentId, CommentKind, CommentState, CommentSubject, CommentText,
};
use barometer_domain::ids::{MunicipalityCode, RequestId, WebinarCode};
use sqlx::SqliteConnection;

use super::columns::{EnumText, JsonText, ParsedText};
use super::{Participant, StoreError, StoreReader, invitations};

pub(super) use landing::land;

/// Somebody who may write: whoever came to a webinar with a personal invitation; under a request, to one that shows it.
#[derive(Clone, Copy, Debug)]
pub struct CommentWriter {
    /// The webinar of the invitation.
    pub webinar: i64,
    /// The session, and the municipality that it is of.
    pub participant: Participant,
}

impl StoreReader {
    /// All comments under a subject, the oldest first; and which of them this writer wrote.
    pub async fn comments(
        &self,
        under: CommentSubject,
        writer: Option<CommentWriter>,
    ) -> Result<(Vec<Comment>, Vec<CommentId>), StoreError> {
        let mut transaction = self.readers.begin().await?;
        let comments = load(&mut transaction, under).await?;
        let own = match writer.and_then(|writer| writer.participant.session) {
            Some(session) => {
                writing::written_by(&mut transaction, &self.keys, under, &session).await?
            }
            None => Vec::new(),
        };
        Ok((comments, own))
    }

    /// All comments under all subjects: those that wait first, then the newest.
    pub async fn all_comments(&self) -> Result<Vec<Comment>, StoreError> {
        let rows: Vec<StoredComment> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
            "{SELECT} ORDER BY state <> 'held', position DESC"
        )))
        .fetch_all(&self.readers)
        .await?;
        rows.into_iter().map(Comment::try_from).collect()
    }

    /// How many comments everybody can read under each subject; nothing where there are none.
    pub async fn comment_counts(&self) -> Result<BTreeMap<CommentSubject, u32>, StoreError> {
        count_shown(&mut *self.readers.acquire().await?).await
    }

    /// The webinars that show a request, the newest first.
    pub async fn webinars_of_request(
        &self,
        request: RequestId,
    ) -> Result<Vec<(i64, WebinarCode)>, StoreError> {
        let rows: Vec<(i64, ParsedText<WebinarCode>)> = sqlx::query_as(
            "SELECT id, code FROM webinars WHERE id IN (
                 SELECT webinar FROM shortlist WHERE request = ?1
                 UNION SELECT webinar FROM ongoing WHERE request = ?1)
             ORDER BY date DESC",
        )
        .bind(request.0)
        .fetch_all(&self.readers)
        .await?;
        Ok(rows.into_iter().map(|(id, code)| (id, code.0)).collect())
    }

    /// Whether a participant came with a personal invitation.
    pub async fn is_invited(
        &self,
        webinar: i64,
        participant: &Participant,
    ) -> Result<bool, StoreError> {
        let mut connection = self.readers.acquire().await?;
        invitations::leads_to(&mut connection, &self.keys, webinar, &participant.slot).await
    }
}

const SELECT: &str = "SELECT subject, id, position, kind, text, state, municipality, named, answer,
    question IS NOT NULL AS from_webinar FROM comments";

#[derive(sqlx::FromRow)]
struct StoredComment {
    subject: JsonText<CommentSubject>,
    id: u32,
    position: u32,
    kind: EnumText<CommentKind>,
    text: String,
    state: EnumText<CommentState>,
    municipality: Option<ParsedText<MunicipalityCode>>,
    named: bool,
    answer: Option<String>,
    from_webinar: bool,
}

impl TryFrom<StoredComment> for Comment {
    type Error = StoreError;

    fn try_from(row: StoredComment) -> Result<Self, StoreError> {
        let text = |text| CommentText::try_from(text).map_err(|_| StoreError::Row("comment"));
        Ok(Self {
            id: CommentId(row.id),
            under: row.subject.0,
            position: row.position,
            kind: row.kind.0,
            text: text(row.text)?,
            state: row.state.0,
            wishes_name: row.municipality.map(|code| code.0),
            named: row.named,
            from_webinar: row.from_webinar,
            answer: row.answer.map(text).transpose()?,
        })
    }
}

/// The comments under a subject, the oldest first.
async fn load(
    connection: &mut SqliteConnection,
    under: CommentSubject,
) -> Result<Vec<Comment>, StoreError> {
    let rows: Vec<StoredComment> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "{SELECT} WHERE subject = ? ORDER BY position"
    )))
    .bind(JsonText(under))
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(Comment::try_from).collect()
}

/// How many comments everybody can read under each subject.
pub(super) async fn count_shown(
    connection: &mut SqliteConnection,
) -> Result<BTreeMap<CommentSubject, u32>, StoreError> {
    let rows: Vec<(JsonText<CommentSubject>, u32)> = sqlx::query_as(
        "SELECT subject, count(*) FROM comments WHERE state = 'shown' GROUP BY subject",
    )
    .fetch_all(connection)
    .await?;
    Ok(rows
        .into_iter()
        .map(|(subject, count)| (subject.0, count))
        .collect())
}

/// What is left of a webinar's writers once its personal data goes: what everybody can read, without whose it was. What
/// nobody can read goes, and with it each wish to be named that was not confirmed.
pub(super) async fn forget(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<(), StoreError> {
    for statement in [
        "DELETE FROM comments WHERE webinar = ? AND state <> 'shown'",
        "UPDATE comments SET author = NULL, municipality = CASE WHEN named THEN municipality END WHERE webinar = ?",
    ] {
        sqlx::query(statement)
            .bind(webinar)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}
