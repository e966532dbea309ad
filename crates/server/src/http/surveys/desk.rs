//! The vendor writes a survey, opens and closes it, and reads what came of it.

use std::sync::Arc;

use axum::Json;
use axum::extract::{FromRequestParts, Path, State};
use axum::http::request::Parts;
use barometer_domain::refusal::Refusal;
use barometer_domain::route::Route;
use barometer_domain::survey::{
    SaveSurvey, SurveyDesk, SurveyPoints, SurveyPurpose, SurveyState, TakeSurveyStep,
};
use barometer_domain::wire::Problem;

use super::super::body::JsonBody;
use super::super::error::ApiError;
use super::super::vendor::{VendorRoom, WebinarInPath};
use super::super::{AppState, Site};
use crate::rooms::Rooms;

/// Which of a webinar's surveys an address names.
pub(in crate::http) struct PurposeInPath(SurveyPurpose);

impl FromRequestParts<AppState> for PurposeInPath {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        let path =
            Path::<std::collections::HashMap<String, String>>::from_request_parts(parts, app).await;
        let named = path.ok().and_then(|path| path.get("purpose").cloned());
        match named.as_deref() {
            Some("before_webinar") => Ok(Self(SurveyPurpose::BeforeWebinar)),
            Some("evaluation") => Ok(Self(SurveyPurpose::Evaluation)),
            Some("forum") => Ok(Self(SurveyPurpose::Forum)),
            _ => Err(Refusal::NotFound.into()),
        }
    }
}

/// A survey as its vendor sees it; where none is saved, what is proposed.
#[utoipa::path(get, path = "/vendor/webinars/{code}/surveys/{purpose}",
    params(("code" = String, Path), ("purpose" = String, Path)),
    responses((status = 200, body = SurveyDesk), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(in crate::http) async fn show(
    VendorRoom(room): VendorRoom,
    WebinarInPath(code): WebinarInPath,
    PurposeInPath(purpose): PurposeInPath,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
) -> Result<Json<SurveyDesk>, ApiError> {
    let course = rooms.store().course(room.webinar()).await?;
    let link = match purpose {
        SurveyPurpose::BeforeWebinar => Route::Survey(code),
        SurveyPurpose::Evaluation => Route::Evaluation(code),
        SurveyPurpose::Forum => Route::ForumSurvey(code),
    };
    let turnout = rooms
        .store()
        .survey_turnout(room.webinar(), purpose)
        .await?;
    let held = rooms.store().survey(room.webinar(), purpose).await?;
    let nothing = SurveyDesk {
        purpose,
        title: course.title,
        edition: 0,
        items: match purpose {
            SurveyPurpose::BeforeWebinar | SurveyPurpose::Forum => Vec::new(),
            SurveyPurpose::Evaluation => {
                barometer_text::survey::usual_evaluation(course.language).into()
            }
        },
        state: SurveyState::Draft,
        opens_at: None,
        answers: turnout.answers,
        municipalities: turnout.municipalities,
        result: None,
        points: SurveyPoints::default(),
        words: turnout.words,
        link: site.address(&link),
    };
    Ok(Json(match held {
        None => nothing,
        Some(held) => SurveyDesk {
            edition: held.edition,
            items: held.survey.into(),
            state: held.state,
            opens_at: held.opens_at,
            answers: held
                .result
                .as_ref()
                .map_or(nothing.answers, |result| result.base.answers()),
            municipalities: (held.result.as_ref()).map_or(nothing.municipalities, |result| {
                result.base.municipalities()
            }),
            result: held.result,
            points: held.points,
            ..nothing
        },
    }))
}

/// Saves what is asked; once there are answers only where none loses its meaning.
#[utoipa::path(put, path = "/vendor/webinars/{code}/surveys/{purpose}",
    params(("code" = String, Path), ("purpose" = String, Path)), request_body = SaveSurvey,
    responses((status = 200, body = SurveyDesk), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(in crate::http) async fn save(
    room: VendorRoom,
    code: WebinarInPath,
    PurposeInPath(purpose): PurposeInPath,
    rooms: State<Rooms>,
    site: State<Arc<Site>>,
    JsonBody(survey): JsonBody<SaveSurvey>,
) -> Result<Json<SurveyDesk>, ApiError> {
    room.0.save_survey(purpose, survey).await?;
    show(room, code, PurposeInPath(purpose), rooms, site).await
}

/// Opens a survey, closes it for good, or opens it again where it closed without a result.
#[utoipa::path(post, path = "/vendor/webinars/{code}/surveys/{purpose}/steps",
    params(("code" = String, Path), ("purpose" = String, Path)), request_body = TakeSurveyStep,
    responses((status = 200, body = SurveyDesk), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(in crate::http) async fn take_step(
    room: VendorRoom,
    code: WebinarInPath,
    PurposeInPath(purpose): PurposeInPath,
    rooms: State<Rooms>,
    site: State<Arc<Site>>,
    JsonBody(take): JsonBody<TakeSurveyStep>,
) -> Result<Json<SurveyDesk>, ApiError> {
    room.0.take_survey_step(purpose, take.step).await?;
    show(room, code, PurposeInPath(purpose), rooms, site).await
}
