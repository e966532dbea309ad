//! Whether a webinar's vote counts when webinars are compared: what the vendor said, in order.

use barometer_domain::after::{self, Evaluate, Evaluation};
use barometer_domain::barometer::Phase;
use barometer_domain::ids::Millis;
use barometer_domain::refusal::Refusal;
use sqlx::SqliteConnection;

use super::{Store, StoreError, StoreReader, course, now};

impl StoreReader {
    /// What was said of a webinar's vote, the first first.
    pub async fn evaluation(&self, webinar: i64) -> Result<Vec<Evaluation>, StoreError> {
        load(&mut *self.readers.acquire().await?, webinar).await
    }
}

impl Store {
    /// Leaves a vote that is out of the evaluation, with a reason, or takes it in again.
    pub async fn evaluate(&self, webinar: i64, evaluate: Evaluate) -> Result<(), StoreError> {
        let evaluate = evaluate.checked()?;
        self.writer
            .write(move |c| Box::pin(async move { add(c, webinar, &evaluate).await }))
            .await
    }
}

/// Why a webinar's vote is left out, if it is.
pub(super) async fn left_out(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<Option<String>, StoreError> {
    let said = load(connection, webinar).await?;
    Ok(after::left_out(&said).map(ToOwned::to_owned))
}

async fn load(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<Vec<Evaluation>, StoreError> {
    let rows: Vec<(Millis, String, Option<String>)> =
        sqlx::query_as("SELECT at, by, left_out FROM evaluations WHERE webinar = ? ORDER BY id")
            .bind(webinar)
            .fetch_all(connection)
            .await?;
    let rows = rows.into_iter();
    Ok(rows
        .map(|(at, by, left_out)| Evaluation { at, by, left_out })
        .collect())
}

async fn add(
    connection: &mut SqliteConnection,
    webinar: i64,
    evaluate: &Evaluate,
) -> Result<(), StoreError> {
    let course = course::load(connection, webinar).await?;
    if course.progress.phase != Phase::Revealed {
        return Err(Refusal::NotClosedYet.into());
    }
    let is_out = left_out(connection, webinar).await?.is_some();
    if !is_out && evaluate.left_out.is_none() {
        return Err(Refusal::NotPossibleNow.into());
    }
    sqlx::query("INSERT INTO evaluations (webinar, at, by, left_out) VALUES (?, ?, ?, ?)")
        .bind(webinar)
        .bind(now())
        .bind(&evaluate.by)
        .bind(&evaluate.left_out)
        .execute(connection)
        .await?;
    Ok(())
}
