//! The vendor's requests: taken in, written anew, and taken further.

use axum::Json;
use axum::extract::State;
use barometer_domain::financing::delivery::{Deliveries, DeliveryReport, ShowDeliveries};
use barometer_domain::financing::ledger::Undo;
use barometer_domain::financing::request::{Edit, NewRequest, RequestFile, RequestRow, Step};
use barometer_domain::what_pays::WhatPays;
use barometer_domain::wire::Problem;
use barometer_domain::wish::WishRow;

use super::body::JsonBody;
use super::error::ApiError;
use super::ledger::number;
use super::parameters::ApiPath;
use super::vendor::LoggedInVendor;
use crate::rooms::Rooms;

/// All requests but those of rehearsals, by reference.
#[utoipa::path(get, path = "/vendor/requests",
    responses((status = 200, body = Vec<RequestRow>), (status = 401, body = Problem)))]
pub(super) async fn list(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
) -> Result<Json<Vec<RequestRow>>, ApiError> {
    Ok(Json(rooms.store().requests().await?))
}

/// Takes in a new request, with its first version.
#[utoipa::path(post, path = "/vendor/requests", request_body = NewRequest,
    responses((status = 200, body = RequestFile), (status = 401, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn take_in(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
    JsonBody(new): JsonBody<NewRequest>,
) -> Result<Json<RequestFile>, ApiError> {
    Ok(Json(rooms.take_in_request(new).await?))
}

/// The wishes that municipalities sent, the newest first; who sent them is sealed.
#[utoipa::path(get, path = "/vendor/wishes",
    responses((status = 200, body = Vec<WishRow>), (status = 401, body = Problem)))]
pub(super) async fn wishes(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
) -> Result<Json<Vec<WishRow>>, ApiError> {
    Ok(Json(rooms.store().wishes().await?))
}

/// What gets financed of the own requests in invented webinars, by how they are chosen: under stated assumptions, never
/// from what anybody said.
#[utoipa::path(get, path = "/vendor/what-pays",
    responses((status = 200, body = WhatPays), (status = 401, body = Problem)))]
pub(super) async fn what_pays(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
) -> Result<Json<WhatPays>, ApiError> {
    Ok(Json(rooms.what_pays().await?))
}

/// One request with all it ever was.
#[utoipa::path(get, path = "/vendor/requests/{request}", params(("request" = u32, Path)),
    responses((status = 200, body = RequestFile), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn show(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
    ApiPath(request): ApiPath<String>,
) -> Result<Json<RequestFile>, ApiError> {
    Ok(Json(rooms.store().request(number(&request)?).await?))
}

/// Writes a request anew, as another version, unless somebody else has since.
#[utoipa::path(put, path = "/vendor/requests/{request}", params(("request" = u32, Path)), request_body = Edit,
    responses((status = 200, body = RequestFile), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn edit(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
    ApiPath(request): ApiPath<String>,
    JsonBody(edit): JsonBody<Edit>,
) -> Result<Json<RequestFile>, ApiError> {
    let file = rooms.edit_request(number(&request)?, edit).await?;
    Ok(Json(file))
}

/// Undoes a merge or a rejection.
#[utoipa::path(post, path = "/vendor/requests/{request}/undo", params(("request" = u32, Path)),
    request_body = Undo, responses((status = 200, body = RequestFile), (status = 401, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn undo(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
    ApiPath(request): ApiPath<String>,
    JsonBody(undo): JsonBody<Undo>,
) -> Result<Json<RequestFile>, ApiError> {
    let file = rooms.undo_request_step(number(&request)?, undo).await?;
    Ok(Json(file))
}

/// Takes a request a step further, aside, or into another.
#[utoipa::path(post, path = "/vendor/requests/{request}/steps", params(("request" = u32, Path)),
    request_body = Step, responses((status = 200, body = RequestFile), (status = 401, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn step(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
    ApiPath(request): ApiPath<String>,
    JsonBody(step): JsonBody<Step>,
) -> Result<Json<RequestFile>, ApiError> {
    let file = rooms.move_request(number(&request)?, step).await?;
    Ok(Json(file))
}

/// Writes down what a delivered request came to: its actual price, and the benefit that was promised and measured.
#[utoipa::path(put, path = "/vendor/requests/{request}/delivery", params(("request" = u32, Path)),
    request_body = DeliveryReport, responses((status = 200, body = RequestFile), (status = 401, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn report_delivery(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
    ApiPath(request): ApiPath<String>,
    JsonBody(report): JsonBody<DeliveryReport>,
) -> Result<Json<RequestFile>, ApiError> {
    let file = rooms.report_delivery(number(&request)?, report).await?;
    Ok(Json(file))
}

/// What delivered requests came to, the newest first.
#[utoipa::path(get, path = "/vendor/deliveries",
    responses((status = 200, body = Deliveries), (status = 401, body = Problem)))]
pub(super) async fn deliveries(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
) -> Result<Json<Deliveries>, ApiError> {
    Ok(Json(rooms.store().deliveries().await?))
}

/// Has the briefs of requests with an estimate say how near the last prices came, or not.
#[utoipa::path(put, path = "/vendor/deliveries", request_body = ShowDeliveries,
    responses((status = 200, body = Deliveries), (status = 401, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn show_deliveries(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
    JsonBody(show): JsonBody<ShowDeliveries>,
) -> Result<Json<Deliveries>, ApiError> {
    rooms.show_deliveries(show.is_shown).await?;
    Ok(Json(rooms.store().deliveries().await?))
}
