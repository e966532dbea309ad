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

/// The webinar begins: the surveys before it take no more answers, and are counted.
pub(in super::super) async fn close_before(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
) -> Result<(), StoreError> {
    let before = SurveyPurpose::ALL.into_iter();
    for purpose in before.filter(|purpose| purpose.ends_with_beginning()) {
        let Some(row) = rows::load(transaction, webinar, purpose).await? else {
            continue;
        };
        if matches!(row.state(now()), SurveyState::Open | SurveyState::Ending) {
            close(transaction, keys, webinar, purpose, &row).await?;
        }
    }
    Ok(())
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
    let open: Vec<(i64, EnumText<SurveyPurpose>)> = sqlx::query_as(
        "SELECT webinar, purpose FROM surveys WHERE closed_at IS NULL AND (opened = 1 OR opens_at <= ?)",
    )
    .bind(at)
    .fetch_all(&mut *connection)
    .await?;
    let mut ended = Vec::new();
    for (webinar, EnumText(purpose)) in open {
        let row = rows::load(connection, webinar, purpose).await?;
        let has_ended = row.is_some_and(|row| row.state(at) == SurveyState::Ending);
        if has_ended && !ended.contains(&webinar) {
            ended.push(webinar);
        }
    }
    Ok(ended)
}
