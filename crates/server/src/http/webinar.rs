//! What anyone with the code may see.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use barometer_domain::carrying::Carrying;
use barometer_domain::catalogue::Catalogue;
use barometer_domain::view::AudienceView;
use barometer_domain::wire::{Problem, SignedRoll, WebinarInfo};

use super::Site;
use super::cookies::WebinarAccess;
use super::error::ApiError;
use super::parameters::ApiPath;
use crate::rooms::Rooms;

/// Tells a monitor whether the database can be read: 200, or 503.
pub(super) async fn ready(State(rooms): State<Rooms>) -> StatusCode {
    if rooms.is_ready().await {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    }
}

/// A webinar as anyone with its code may know it.
#[utoipa::path(get, path = "/webinars/{code}", params(("code" = String, Path)),
    responses((status = 200, body = WebinarInfo), (status = 404, body = Problem)))]
pub(super) async fn info(
    here: WebinarAccess,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
) -> Result<Json<WebinarInfo>, ApiError> {
    Ok(Json(info_of(&rooms, &site, &here).await?))
}

/// The same for a page that is made here.
pub(super) async fn info_of(
    rooms: &Rooms,
    site: &Site,
    here: &WebinarAccess,
) -> Result<WebinarInfo, ApiError> {
    let course = rooms.store().course(here.room.webinar()).await?;
    let key = rooms.store().vendor_key().await?;
    Ok(WebinarInfo {
        join_url: site.join_url(&course.code, key.as_ref()),
        fictional: course.fictional,
        invited_only: course.invited_only,
        code: course.code,
        title: course.title,
        date: course.date,
        starts: course.starts,
        reality: course.plan.reality,
        open: !course.progress.scene.ended,
        door_closed: course.progress.scene.door_closed,
        insecure: site.insecure,
        signing_key: rooms.store().keys().verifying_key(),
        vendor_key: key.map(String::from),
    })
}

/// All texts of a webinar, immutable under their hash.
#[utoipa::path(get, path = "/webinars/{code}/catalogue/{hash}",
    params(("code" = String, Path), ("hash" = String, Path)),
    responses((status = 200, body = Catalogue), (status = 404, body = Problem)))]
pub(super) async fn catalogue(
    here: WebinarAccess,
    ApiPath(code_and_hash): ApiPath<(String, String)>,
) -> Result<Response, ApiError> {
    let json = here.room.catalogue(&code_and_hash.1)?;
    let immutable = HeaderValue::from_static("public, max-age=31536000, immutable");
    Ok(([(header::CACHE_CONTROL, immutable), json_type()], json).into_response())
}

/// Every tracker of the revealed barometer, signed; the same for ever.
#[utoipa::path(get, path = "/webinars/{code}/roll", params(("code" = String, Path)),
    responses((status = 200, body = SignedRoll), (status = 404, body = Problem)))]
pub(super) async fn roll(here: WebinarAccess) -> Result<Response, ApiError> {
    Ok(([json_type()], here.room.roll().await?).into_response())
}

/// What the votes can carry within the frame that was set; once the whole result is out, and the same from then on.
#[utoipa::path(get, path = "/webinars/{code}/carrying", params(("code" = String, Path)),
    responses((status = 200, body = Carrying), (status = 404, body = Problem)))]
pub(super) async fn carrying(here: WebinarAccess) -> Result<Json<Carrying>, ApiError> {
    Ok(Json(here.room.carrying().await?))
}

/// The newest view, for those whom streams do not reach.
#[utoipa::path(get, path = "/webinars/{code}/view", params(("code" = String, Path)),
    responses((status = 200, body = AudienceView), (status = 304), (status = 404, body = Problem)))]
pub(super) async fn view(here: WebinarAccess, headers: HeaderMap) -> Result<Response, ApiError> {
    let frame = here.room.audience();
    let tag = frame.tag();
    let known = headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| *known == *tag);
    let tag = HeaderValue::try_from(tag).map_err(|_| ApiError::not_found())?;
    let headers = [
        (header::ETAG, tag),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
        json_type(),
    ];
    if known {
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    Ok((headers, frame.json).into_response())
}

fn json_type() -> (header::HeaderName, HeaderValue) {
    (
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json"),
    )
}
