//! National initiatives, a document each.

use barometer_domain::forum::{Initiative, InitiativeId, InitiativeRow};
use sqlx::SqliteConnection;

use super::StoreError;
use super::columns::JsonText;

/// All of them, the nearest deadline first.
pub(super) async fn load(
    connection: &mut SqliteConnection,
) -> Result<Vec<InitiativeRow>, StoreError> {
    let rows: Vec<(u32, u32, JsonText<Initiative>)> = sqlx::query_as(
        "SELECT id, edition, content FROM initiatives
         ORDER BY content ->> 'deadline' IS NULL, content ->> 'deadline', id",
    )
    .fetch_all(connection)
    .await?;
    let rows = rows
        .into_iter()
        .map(|(id, edition, content)| InitiativeRow {
            id: InitiativeId(id),
            edition,
            initiative: content.0,
        });
    Ok(rows.collect())
}

/// Those that everybody may read.
pub(super) async fn public(
    connection: &mut SqliteConnection,
) -> Result<Vec<InitiativeRow>, StoreError> {
    let mut rows = load(connection).await?;
    rows.retain(|row| row.initiative.public);
    Ok(rows)
}

/// Whether the forum that deals with them ever called a meeting.
pub(super) async fn has_called_meeting(
    connection: &mut SqliteConnection,
) -> Result<bool, StoreError> {
    let called =
        "SELECT EXISTS (SELECT 1 FROM forum_meetings WHERE content ->> 'state' <> 'Draft')";
    Ok(sqlx::query_scalar(called).fetch_one(connection).await?)
}
