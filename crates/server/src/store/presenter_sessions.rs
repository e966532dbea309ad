//! `presenter_sessions`: opened with the secret of the presenter's link, and ended by rest or age.

use barometer_domain::ids::Millis;
use barometer_domain::refusal::Refusal;
use sqlx::SqliteConnection;
use sqlx::sqlite::SqlitePool;

use super::course::fixed;
use super::{StoreError, now};
use crate::secrets;

/// How long a presenter's session lasts without being used, in milliseconds: twelve hours.
const LONGEST_REST_MS: Millis = 12 * 60 * 60 * 1000;
/// How long it lasts at most, in milliseconds: seven days.
const LONGEST_SESSION_MS: Millis = 7 * 24 * 60 * 60 * 1000;
/// How exactly its last use is written down, in milliseconds.
pub(super) const USED_WITHIN_MS: Millis = 5 * 60 * 1000;

/// Opens a presenter session; the answer is its token.
pub(super) async fn open(
    connection: &mut SqliteConnection,
    webinar: i64,
    secret: &str,
) -> Result<String, StoreError> {
    let expected: Vec<u8> = sqlx::query_scalar("SELECT presenter_hash FROM webinars WHERE id = ?")
        .bind(webinar)
        .fetch_one(&mut *connection)
        .await?;
    // blake3's comparison takes the same time wherever the two differ.
    let expected = blake3::Hash::from(fixed::<32>(&expected)?);
    if blake3::Hash::from(secrets::hash_token(secret)) != expected {
        return Err(Refusal::NotPresenter.into());
    }
    sqlx::query("DELETE FROM presenter_sessions WHERE began < ? OR used < ?")
        .bind(now() - LONGEST_SESSION_MS)
        .bind(now() - LONGEST_REST_MS)
        .execute(&mut *connection)
        .await?;
    let token = secrets::random_token();
    sqlx::query(
        "INSERT INTO presenter_sessions (token_hash, webinar, began, used) VALUES (?1, ?2, ?3, ?3)",
    )
    .bind(&secrets::hash_token(&token)[..])
    .bind(webinar)
    .bind(now())
    .execute(connection)
    .await?;
    Ok(token)
}

/// When a presenter's session was last used, unless this token is none's or its time is over.
pub(super) async fn last_used(
    readers: &SqlitePool,
    webinar: i64,
    token: &str,
) -> Result<Option<Millis>, StoreError> {
    let used = sqlx::query_scalar(
        "SELECT used FROM presenter_sessions
         WHERE token_hash = ? AND webinar = ? AND began >= ? AND used >= ?",
    )
    .bind(&secrets::hash_token(token)[..])
    .bind(webinar)
    .bind(now() - LONGEST_SESSION_MS)
    .bind(now() - LONGEST_REST_MS)
    .fetch_optional(readers)
    .await?;
    Ok(used)
}

/// A presenter's session is used now.
pub(super) async fn write_use(
    connection: &mut SqliteConnection,
    token: &str,
) -> Result<(), StoreError> {
    sqlx::query("UPDATE presenter_sessions SET used = ? WHERE token_hash = ?")
        .bind(now())
        .bind(&secrets::hash_token(token)[..])
        .execute(connection)
        .await?;
    Ok(())
}
