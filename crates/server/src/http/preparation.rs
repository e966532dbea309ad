//! The vendor prepares webinars: made, saved, taken back, rehearsed, and the presenter's link to each.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use barometer_domain::preparation::{Links, Look, NewWebinar, Prepare, PreparedWebinar, Preview};
use barometer_domain::route::Route;
use barometer_domain::vendor::PublicKey;
use barometer_domain::wire::{Problem, Rehearsal};

use super::Site;
use super::body::JsonBody;
use super::error::ApiError;
use super::vendor::{LoggedInVendor, VendorRoom, WebinarInPath};
use crate::rooms::Rooms;
use crate::store::WebinarPreparation;

/// Begins a webinar, with no candidates yet.
#[utoipa::path(post, path = "/vendor/webinars", request_body = NewWebinar,
    responses((status = 200, body = PreparedWebinar), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 422, body = Problem)))]
pub(super) async fn begin(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
    JsonBody(new): JsonBody<NewWebinar>,
) -> Result<Json<PreparedWebinar>, ApiError> {
    let key = rooms.store().vendor_key().await?;
    Ok(linked(&site, key.as_ref(), rooms.begin(new).await?))
}

/// A webinar as it is prepared.
#[utoipa::path(get, path = "/vendor/webinars/{code}", params(("code" = String, Path)),
    responses((status = 200, body = PreparedWebinar), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn show(
    _: LoggedInVendor,
    WebinarInPath(code): WebinarInPath,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
) -> Result<Json<PreparedWebinar>, ApiError> {
    let key = rooms.store().vendor_key().await?;
    Ok(linked(&site, key.as_ref(), rooms.prepared(&code).await?))
}

/// Saves what is decided; what the vote has locked stands.
#[utoipa::path(put, path = "/vendor/webinars/{code}", params(("code" = String, Path)), request_body = Prepare,
    responses((status = 200, body = PreparedWebinar), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn save(
    _: VendorRoom,
    WebinarInPath(code): WebinarInPath,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
    JsonBody(prepare): JsonBody<Prepare>,
) -> Result<Json<PreparedWebinar>, ApiError> {
    let key = rooms.store().vendor_key().await?;
    let prepared = rooms.prepare(&code, prepare).await?;
    Ok(linked(&site, key.as_ref(), prepared))
}

/// Takes a webinar back for good, as long as its vote has not been opened; its requests stay.
#[utoipa::path(delete, path = "/vendor/webinars/{code}", params(("code" = String, Path)),
    responses((status = 204), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem)))]
pub(super) async fn discard(
    _: LoggedInVendor,
    WebinarInPath(code): WebinarInPath,
    State(rooms): State<Rooms>,
) -> Result<StatusCode, ApiError> {
    rooms.discard(&code).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Makes the presenter another link; the one before, and whoever came by it, is locked out.
#[utoipa::path(post, path = "/vendor/webinars/{code}/presenter-link", params(("code" = String, Path)),
    responses((status = 200, body = PreparedWebinar), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem)))]
pub(super) async fn renew_presenter(
    _: LoggedInVendor,
    WebinarInPath(code): WebinarInPath,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
) -> Result<Json<PreparedWebinar>, ApiError> {
    let key = rooms.store().vendor_key().await?;
    let prepared = rooms.renew_presenter(&code).await?;
    Ok(linked(&site, key.as_ref(), prepared))
}

/// Copies the webinar into a rehearsal with invented participants.
#[utoipa::path(post, path = "/vendor/webinars/{code}/rehearsal", params(("code" = String, Path)),
    responses((status = 201, body = Rehearsal), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem)))]
pub(super) async fn rehearse(
    _: LoggedInVendor,
    WebinarInPath(code): WebinarInPath,
    State(rooms): State<Rooms>,
) -> Result<(StatusCode, Json<Rehearsal>), ApiError> {
    let (code, secret) = rooms.rehearse_prepared(&code).await?;
    Ok((StatusCode::CREATED, Json(Rehearsal { code, secret })))
}

/// What phones and projector would show of what is not saved yet.
#[utoipa::path(post, path = "/vendor/webinars/{code}/preview", params(("code" = String, Path)),
    request_body = Look, responses((status = 200, body = Preview), (status = 401, body = Problem),
    (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn preview(
    _: VendorRoom,
    WebinarInPath(code): WebinarInPath,
    State(rooms): State<Rooms>,
    JsonBody(look): JsonBody<Look>,
) -> Result<Json<Preview>, ApiError> {
    Ok(Json(rooms.preview(&code, look).await?))
}

fn linked(
    site: &Site,
    key: Option<&PublicKey>,
    prepared: WebinarPreparation,
) -> Json<PreparedWebinar> {
    let WebinarPreparation {
        code,
        edition,
        preparation,
        reality,
        fictional,
        phase,
        opened_at,
        has_guests,
        presenter,
    } = prepared;
    let screen = site.address(&Route::Screen(code.clone()));
    let present = site.address(&Route::Present(code.clone()));
    Json(PreparedWebinar {
        links: Links {
            join: site.join_url(&code, key),
            screen,
            presenter: presenter.map(|secret| format!("{present}#{secret}")),
        },
        code,
        edition,
        preparation,
        reality,
        fictional,
        phase,
        opened_at,
        has_guests,
    })
}
