//! Surveys along a webinar: the one before it is counted as it begins, and the evaluation opens with its last stage.

use barometer_domain::agenda::Stage;
use barometer_domain::ids::Millis;
use barometer_domain::survey::{SurveyPurpose, SurveyResult, SurveyState};
use sqlx::SqliteConnection;

use super::super::columns::{EnumText, JsonText};
use super::super::course::WebinarState;
use super::super::write_transaction::{ShownWhen, WriteTransaction};
use super::super::{StoreError, now};
use super::rows::SurveyRow;
use super::{answers, rows};
use crate::secrets::Keys;

/// Counts a survey that takes answers or has just ended, once and for all.
pub(super) async fn close(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
    purpose: SurveyPurpose,
    row: &SurveyRow,
) -> Result<(), StoreError> {
    let (counted, _) = answers::counted(transaction, keys, webinar, purpose).await?;
    let result = SurveyResult::of(row.survey(), &counted);
    sqlx::query("UPDATE surveys SET closed_at = ?, result = ? WHERE webinar = ? AND purpose = ?")
        .bind(now())
        .bind(result.as_ref().map(JsonText))
        .bind(webinar)
        .bind(EnumText(purpose))
        .execute(&mut **transaction)
        .await?;
    transaction.announce_webinar(webinar, ShownWhen::AtOnce);
    Ok(())
}

/// The webinar begins: the survey before it takes no more answers, and is counted.
pub(in super::super) async fn close_before(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
) -> Result<(), StoreError> {
    let purpose = SurveyPurpose::BeforeWebinar;
    let Some(row) = rows::load(transaction, webinar, purpose).await? else {
        return Ok(());
    };
    match row.state(now()) {
        SurveyState::Open | SurveyState::Ending => {
            close(transaction, keys, webinar, purpose, &row).await
        }
        SurveyState::Draft | SurveyState::Closed => Ok(()),
    }
}

/// Every survey that takes answers is counted, before those go for good.
pub(in super::super) async fn close_all(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
) -> Result<(), StoreError> {
    for purpose in SurveyPurpose::ALL {
        let Some(row) = rows::load(transaction, webinar, purpose).await? else {
            continue;
        };
        if matches!(row.state(now()), SurveyState::Open | SurveyState::Ending) {
            close(transaction, keys, webinar, purpose, &row).await?;
        }
    }
    Ok(())
}

/// The last stage is there, or the webinar is over: from now on it can be evaluated.
pub(in super::super) async fn begin_evaluation(
    transaction: &mut WriteTransaction<'_>,
    course: &WebinarState,
) -> Result<(), StoreError> {
    let scene = &course.progress.scene;
    if course.plan.stage(scene.at) != Stage::Thanks && !scene.ended {
        return Ok(());
    }
    open_evaluation(transaction, course).await
}

/// An evaluation that nobody has written is the usual one.
async fn open_evaluation(
    transaction: &mut WriteTransaction<'_>,
    course: &WebinarState,
) -> Result<(), StoreError> {
    let items = barometer_text::survey::usual_evaluation(course.language);
    sqlx::query(
        "INSERT INTO surveys (webinar, purpose, edition, items, opened) VALUES (?, ?, 1, ?, 1)
         ON CONFLICT (webinar, purpose) DO UPDATE SET opened = 1",
    )
    .bind(course.id)
    .bind(EnumText(SurveyPurpose::Evaluation))
    .bind(JsonText(&items))
    .execute(&mut **transaction)
    .await?;
    Ok(())
}

/// The webinars whose beginning has ended a survey that is not counted yet.
pub(super) async fn ended(
    connection: &mut SqliteConnection,
    at: Millis,
) -> Result<Vec<i64>, StoreError> {
    let open: Vec<i64> = sqlx::query_scalar(
        "SELECT webinar FROM surveys WHERE purpose = ? AND closed_at IS NULL AND (opened = 1 OR opens_at <= ?)",
    )
    .bind(EnumText(SurveyPurpose::BeforeWebinar))
    .bind(at)
    .fetch_all(&mut *connection)
    .await?;
    let mut ended = Vec::new();
    for webinar in open {
        let row = rows::load(connection, webinar, SurveyPurpose::BeforeWebinar).await?;
        if row.is_some_and(|row| row.state(at) == SurveyState::Ending) {
            ended.push(webinar);
        }
    }
    Ok(ended)
}
