//! What the vendor writes down about a request's commitments.

use axum::Json;
use axum::extract::State;
use barometer_domain::financing::ledger::{Ledger, Said, Undo};
use barometer_domain::ids::{MunicipalityCode, RequestId};
use barometer_domain::refusal::Refusal;
use barometer_domain::wire::Problem;

use super::body::JsonBody;
use super::error::ApiError;
use super::parameters::ApiPath;
use super::vendor::LoggedInVendor;
use crate::rooms::Rooms;

/// A request's commitments with their history.
#[utoipa::path(get, path = "/vendor/requests/{request}/commitments", params(("request" = u32, Path)),
    responses((status = 200, body = Ledger), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn show(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
    ApiPath(request): ApiPath<String>,
) -> Result<Json<Ledger>, ApiError> {
    Ok(Json(rooms.store().ledger(number(&request)?).await?))
}

/// Everything that municipalities have said, request by request.
#[utoipa::path(get, path = "/vendor/commitments",
    responses((status = 200, body = Vec<Ledger>), (status = 401, body = Problem)))]
pub(super) async fn all(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
) -> Result<Json<Vec<Ledger>>, ApiError> {
    Ok(Json(rooms.store().ledgers().await?))
}

/// Writes down what a municipality said.
#[utoipa::path(post, path = "/vendor/requests/{request}/commitments/{municipality}",
    params(("request" = u32, Path), ("municipality" = String, Path)), request_body = Said,
    responses((status = 200, body = Ledger), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn record(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
    ApiPath((request, municipality)): ApiPath<(String, String)>,
    JsonBody(said): JsonBody<Said>,
) -> Result<Json<Ledger>, ApiError> {
    let (request, municipality) = (number(&request)?, code(&municipality)?);
    let ledger = rooms.record_commitment(request, municipality, said).await?;
    Ok(Json(ledger))
}

/// Undoes a municipality's last move, on record.
#[utoipa::path(post, path = "/vendor/requests/{request}/commitments/{municipality}/undo",
    params(("request" = u32, Path), ("municipality" = String, Path)), request_body = Undo,
    responses((status = 200, body = Ledger), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn undo(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
    ApiPath((request, municipality)): ApiPath<(String, String)>,
    JsonBody(undo): JsonBody<Undo>,
) -> Result<Json<Ledger>, ApiError> {
    let (request, municipality) = (number(&request)?, code(&municipality)?);
    let ledger = rooms
        .undo_commitment_move(request, municipality, undo)
        .await?;
    Ok(Json(ledger))
}

fn code(municipality: &str) -> Result<MunicipalityCode, Refusal> {
    municipality
        .parse()
        .map_err(|_| Refusal::UnknownMunicipality)
}

pub(super) fn number(request: &str) -> Result<RequestId, Refusal> {
    let number = request.parse().map_err(|_| Refusal::UnknownRequest)?;
    Ok(RequestId(number))
}
