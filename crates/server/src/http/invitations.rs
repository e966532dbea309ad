//! Personal invitations: the vendor hands in their hashes, and a phone learns for which municipality one is.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use barometer_domain::invitation::{Invitation, Invitations, Invited, NewInvitations, WhoMayVote};
use barometer_domain::wire::Problem;

use super::Site;
use super::body::Body;
use super::cookies::Here;
use super::error::Error;
use super::limits::Address;
use super::vendor::{Named, Vendor};
use crate::rooms::Rooms;

/// For which municipality an invitation is; the token comes in the body, so that no address ever holds it.
#[utoipa::path(post, path = "/api/v1/webinars/{code}/invitation", params(("code" = String, Path)),
    request_body = Invitation, responses((status = 200, body = Invited), (status = 403, body = Problem),
    (status = 404, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub(super) async fn invited(
    here: Here,
    from: Address,
    State(site): State<Arc<Site>>,
    State(rooms): State<Rooms>,
    Body(asked): Body<Invitation>,
) -> Result<Json<Invited>, Error> {
    site.limits.asking(from)?;
    let webinar = here.room.webinar();
    let municipality = rooms.store().invited(webinar, &asked.invitation).await?;
    Ok(Json(Invited { municipality }))
}

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
    let webinar = rooms.get(&code).await?.webinar();
    Ok(Json(rooms.store().invite(webinar, new.invitations).await?))
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
