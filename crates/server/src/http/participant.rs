//! What a participant does: join, vote, show interest.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::header;
use axum::response::{AppendHeaders, IntoResponse, Response};
use barometer_domain::ballot::Cast;
use barometer_domain::wire::{Interest, Join, Me, Problem, Receipt, Role};

use super::Site;
use super::body::Body;
use super::cookies::{self, Here, Holder};
use super::error::Error;

/// Joins as a voter of a municipality, or to watch only.
#[utoipa::path(post, path = "/api/v1/webinars/{code}/participants", params(("code" = String, Path)),
    request_body = Join, responses((status = 200, body = Me), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn join(
    here: Here,
    State(site): State<Arc<Site>>,
    Body(join): Body<Join>,
) -> Result<Response, Error> {
    let (me, token) = here
        .room
        .join(here.participant, Role::try_from(join)?)
        .await?;
    let cookie = token.map(|token| {
        (
            header::SET_COOKIE,
            cookies::set(&site, Holder::Participant, &here.code, &token),
        )
    });
    Ok((AppendHeaders(cookie), Json(me)).into_response())
}

/// A participant's own things.
#[utoipa::path(get, path = "/api/v1/webinars/{code}/me", params(("code" = String, Path)),
    responses((status = 200, body = Me), (status = 401, body = Problem)))]
pub(super) async fn me(here: Here) -> Result<Json<Me>, Error> {
    Ok(Json(here.room.me(here.participant()?).await?))
}

/// Replaces the participant's ballot; the same revision again changes nothing.
#[utoipa::path(put, path = "/api/v1/webinars/{code}/ballot", params(("code" = String, Path)),
    request_body = Cast, responses((status = 200, body = Receipt), (status = 401, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem), (status = 413, body = Problem),
    (status = 422, body = Problem), (status = 503, body = Problem)))]
pub(super) async fn put_ballot(here: Here, Body(cast): Body<Cast>) -> Result<Json<Receipt>, Error> {
    Ok(Json(here.room.cast(here.participant()?, cast).await?))
}

/// "Vi vil gerne være med": for the participant's municipality, and never from a ballot.
#[utoipa::path(post, path = "/api/v1/webinars/{code}/interests", params(("code" = String, Path)),
    request_body = Interest, responses((status = 200, body = Me), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn post_interest(
    here: Here,
    Body(interest): Body<Interest>,
) -> Result<Json<Me>, Error> {
    Ok(Json(
        here.room.interest(here.participant()?, interest).await?,
    ))
}
