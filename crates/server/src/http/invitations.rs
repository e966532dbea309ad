//! Personal invitations: the vendor hands in their hashes, says who may vote, and withdraws them.

use axum::Json;
use barometer_domain::invitation::{Invitations, NewInvitations, WhoMayVote};
use barometer_domain::wire::Problem;

use super::body::JsonBody;
use super::error::ApiError;
use super::vendor::VendorRoom;

/// How many invitations there are, and who may vote.
#[utoipa::path(get, path = "/vendor/webinars/{code}/invitations", params(("code" = String, Path)),
    responses((status = 200, body = Invitations), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn summary(VendorRoom(room): VendorRoom) -> Result<Json<Invitations>, ApiError> {
    Ok(Json(room.invitations().await?))
}

/// Adds invitations by the hashes of their tokens; the same again changes nothing.
#[utoipa::path(post, path = "/vendor/webinars/{code}/invitations", params(("code" = String, Path)),
    request_body = NewInvitations, responses((status = 200, body = Invitations), (status = 401, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem), (status = 413, body = Problem),
    (status = 422, body = Problem)))]
pub(super) async fn add(
    VendorRoom(room): VendorRoom,
    JsonBody(new): JsonBody<NewInvitations>,
) -> Result<Json<Invitations>, ApiError> {
    Ok(Json(room.invite(new.invitations).await?))
}

/// Says whether only the invited can vote, before the barometer opens.
#[utoipa::path(put, path = "/vendor/webinars/{code}/invitations", params(("code" = String, Path)),
    request_body = WhoMayVote, responses((status = 200, body = Invitations), (status = 401, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn restrict(
    VendorRoom(room): VendorRoom,
    JsonBody(who): JsonBody<WhoMayVote>,
) -> Result<Json<Invitations>, ApiError> {
    Ok(Json(room.restrict(who).await?))
}

/// Withdraws all invitations, before the barometer opens.
#[utoipa::path(delete, path = "/vendor/webinars/{code}/invitations", params(("code" = String, Path)),
    responses((status = 200, body = Invitations), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem)))]
pub(super) async fn withdraw(VendorRoom(room): VendorRoom) -> Result<Json<Invitations>, ApiError> {
    Ok(Json(room.withdraw().await?))
}
