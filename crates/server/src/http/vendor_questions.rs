//! The vendor's queue of a webinar's questions: what is left to be approved and answered after it.

use axum::Json;
use barometer_domain::audience_question::{QuestionCommand, QuestionQueue};
use barometer_domain::wire::Problem;

use super::body::JsonBody;
use super::error::ApiError;
use super::vendor::VendorRoom;

/// All questions that are not merged; nobody who asked them.
#[utoipa::path(get, path = "/vendor/webinars/{code}/questions", params(("code" = String, Path)),
    responses((status = 200, body = QuestionQueue), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn show(room: VendorRoom) -> Result<Json<QuestionQueue>, ApiError> {
    Ok(Json(room.0.questions(None).await?.board.queue()))
}

/// Approves a question, answers it, hides it, or merges it into another.
#[utoipa::path(post, path = "/vendor/webinars/{code}/questions", params(("code" = String, Path)),
    request_body = QuestionCommand, responses((status = 200, body = QuestionQueue), (status = 401, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn moderate(
    room: VendorRoom,
    JsonBody(command): JsonBody<QuestionCommand>,
) -> Result<Json<QuestionQueue>, ApiError> {
    room.0.moderate(command).await?;
    Ok(Json(room.0.questions(None).await?.board.queue()))
}
