//! The result of a survey as everybody may see it: read with the webinar's state, and apart from how surveys are answered.

use barometer_domain::survey::{Survey, SurveyPoints, SurveyPurpose, SurveyResult, SurveySlides};
use sqlx::SqliteConnection;

use super::StoreError;
use super::columns::{EnumText, JsonText};

/// The pages that a survey is shown on, once it is closed with a result.
pub(super) async fn load(
    connection: &mut SqliteConnection,
    webinar: i64,
    purpose: SurveyPurpose,
) -> Result<Option<SurveySlides>, StoreError> {
    let row: Option<(
        JsonText<Survey>,
        JsonText<SurveyResult>,
        JsonText<SurveyPoints>,
    )> = sqlx::query_as(
        "SELECT items, result, points FROM surveys
             WHERE webinar = ? AND purpose = ? AND closed_at IS NOT NULL AND result IS NOT NULL",
    )
    .bind(webinar)
    .bind(EnumText(purpose))
    .fetch_optional(connection)
    .await?;
    Ok(row.map(
        |(JsonText(survey), JsonText(result), JsonText(points))| SurveySlides {
            survey,
            result,
            points,
        },
    ))
}
