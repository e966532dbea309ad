//! What a participant does: join, vote, show interest.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Response};
use barometer_domain::ballot::SentBallot;
use barometer_domain::vendor::Identity;
use barometer_domain::wire::{Interest, Join, Me, Problem, Receipt, Way};

use super::Site;
use super::address::ClientAddress;
use super::body::JsonBody;
use super::cookies::{self, CookieHolder, WebinarAccess};
use super::error::ApiError;
use super::padded::PaddedBody;

/// Joins as a voter of a municipality, with an invitation, or to watch only.
#[utoipa::path(post, path = "/webinars/{code}/participants", params(("code" = String, Path)),
    request_body = Join, responses((status = 200, body = Me), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn join(
    here: WebinarAccess,
    from: ClientAddress,
    State(site): State<Arc<Site>>,
    JsonBody(join): JsonBody<Join>,
) -> Result<Response, ApiError> {
    if here.participant.is_none() {
        site.limits.coming(from)?;
    }
    let (me, token) = here
        .room
        .join(here.participant, Way::try_from(join)?)
        .await?;
    let cookie = token.map(|token| {
        (
            header::SET_COOKIE,
            cookies::set_session(&site, CookieHolder::Participant, &here.code, &token),
        )
    });
    Ok((AppendHeaders(cookie), PaddedBody(me)).into_response())
}

/// What this session itself has sent and may know: role, ballot, interests, and what its municipality pays.
#[utoipa::path(get, path = "/webinars/{code}/me", params(("code" = String, Path)),
    responses((status = 200, body = Me), (status = 401, body = Problem)))]
pub(super) async fn me(here: WebinarAccess) -> Result<PaddedBody<Me>, ApiError> {
    Ok(PaddedBody(here.room.me(here.participant()?).await?))
}

/// Replaces the participant's ballot; the same revision again changes nothing.
#[utoipa::path(put, path = "/webinars/{code}/ballot", params(("code" = String, Path)),
    request_body = SentBallot, responses((status = 200, body = Receipt), (status = 401, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem), (status = 413, body = Problem),
    (status = 422, body = Problem), (status = 503, body = Problem)))]
pub(super) async fn put_ballot(
    here: WebinarAccess,
    State(site): State<Arc<Site>>,
    JsonBody(sent): JsonBody<SentBallot>,
) -> Result<PaddedBody<Receipt>, ApiError> {
    let participant = here.participant()?;
    site.limits.sending(&participant.sender())?;
    Ok(PaddedBody(here.room.cast(participant, sent).await?))
}

/// Stores the participant's name as the vendor's key sealed it; nobody here can open it.
#[utoipa::path(put, path = "/webinars/{code}/me/identity", params(("code" = String, Path)),
    request_body = Identity, responses((status = 204), (status = 401, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub(super) async fn identify(
    here: WebinarAccess,
    State(site): State<Arc<Site>>,
    JsonBody(identity): JsonBody<Identity>,
) -> Result<StatusCode, ApiError> {
    let participant = here.participant()?;
    site.limits.sending(&participant.sender())?;
    here.room.identify(participant, identity.sealed).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// "Vi vil gerne være med": for the participant's municipality, and never from a ballot.
#[utoipa::path(post, path = "/webinars/{code}/interests", params(("code" = String, Path)),
    request_body = Interest, responses((status = 200, body = Me), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
    (status = 422, body = Problem), (status = 429, body = Problem)))]
pub(super) async fn post_interest(
    here: WebinarAccess,
    State(site): State<Arc<Site>>,
    JsonBody(interest): JsonBody<Interest>,
) -> Result<PaddedBody<Me>, ApiError> {
    let participant = here.participant()?;
    site.limits.sending(&participant.slot)?;
    Ok(PaddedBody(here.room.interest(participant, interest).await?))
}
