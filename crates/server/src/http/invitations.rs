//! Personal invitations: the vendor hands in their hashes, says who may vote, and withdraws them.

use axum::Json;
use axum::extract::State;
use barometer_domain::invitation::{Invitations, NewInvitations, WhoMayVote};
use barometer_domain::wire::Problem;

use super::body::Body;
use super::error::Error;
use super::vendor::{Named, Vendor};
use crate::rooms::Rooms;

/// How many invitations there are, and who may vote.
#[utoipa::path(get, path = "/api/v1/vendor/webinars/{code}/invitations", params(("code" = String, Path)),
    responses((status = 200, body = Invitations), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn summary(
    _: Vendor,
    Named(code): Named,
    State(rooms): State<Rooms>,
) -> Result<Json<Invitations>, Error> {
    let webinar = rooms.get(&code).await?.webinar();
    Ok(Json(rooms.store().invitations(webinar).await?))
}

/// Adds invitations by the hashes of their tokens; the same again changes nothing.
#[utoipa::path(post, path = "/api/v1/vendor/webinars/{code}/invitations", params(("code" = String, Path)),
    request_body = NewInvitations, responses((status = 200, body = Invitations), (status = 401, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem), (status = 413, body = Problem),
    (status = 422, body = Problem)))]
pub(super) async fn add(
    _: Vendor,
    Named(code): Named,
    State(rooms): State<Rooms>,
    Body(new): Body<NewInvitations>,
) -> Result<Json<Invitations>, Error> {
    let room = rooms.get(&code).await?;
    Ok(Json(room.invite(new.invitations).await?))
}

/// Says whether only the invited can vote, before the barometer opens.
#[utoipa::path(put, path = "/api/v1/vendor/webinars/{code}/invitations", params(("code" = String, Path)),
    request_body = WhoMayVote, responses((status = 200, body = Invitations), (status = 401, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn restrict(
    _: Vendor,
    Named(code): Named,
    State(rooms): State<Rooms>,
    Body(who): Body<WhoMayVote>,
) -> Result<Json<Invitations>, Error> {
    Ok(Json(rooms.get(&code).await?.restrict(who).await?))
}

/// Withdraws all invitations, before the barometer opens.
#[utoipa::path(delete, path = "/api/v1/vendor/webinars/{code}/invitations", params(("code" = String, Path)),
    responses((status = 200, body = Invitations), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem)))]
pub(super) async fn withdraw(
    _: Vendor,
    Named(code): Named,
    State(rooms): State<Rooms>,
) -> Result<Json<Invitations>, Error> {
    Ok(Json(rooms.get(&code).await?.withdraw().await?))
}
