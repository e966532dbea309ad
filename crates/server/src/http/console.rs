//! What the presenter does: open the console, give commands.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Response};
use barometer_domain::audience_question::QuestionCommand;
use barometer_domain::view::ConsoleView;
use barometer_domain::wire::{ConsoleKey, Problem, Rehearsal, SeenCommand};

use super::Site;
use super::address::ClientAddress;
use super::body::JsonBody;
use super::cookies::{self, CookieHolder, PresenterAccess, WebinarAccess};
use super::error::ApiError;
use super::limits::TryPurpose;
use crate::rooms::Rooms;

/// Exchanges the presenter link's secret for a session.
#[utoipa::path(post, path = "/webinars/{code}/console/session", params(("code" = String, Path)),
    request_body = ConsoleKey, responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 429, body = Problem)))]
pub(super) async fn open(
    here: WebinarAccess,
    from: ClientAddress,
    State(site): State<Arc<Site>>,
    JsonBody(key): JsonBody<ConsoleKey>,
) -> Result<Response, ApiError> {
    site.limits.trying(TryPurpose::Presenter, from.into())?;
    let token = here.room.open_console(&key.secret).await?;
    site.limits.was_right(TryPurpose::Presenter, from.into());
    let cookie = cookies::set_session(&site, CookieHolder::Presenter, &here.code, &token);
    Ok((
        StatusCode::NO_CONTENT,
        AppendHeaders([(header::SET_COOKIE, cookie)]),
    )
        .into_response())
}

/// The console's view as of now.
#[utoipa::path(get, path = "/webinars/{code}/console/view", params(("code" = String, Path)),
    responses((status = 200, body = ConsoleView), (status = 403, body = Problem)))]
pub(super) async fn view(desk: PresenterAccess) -> Result<Json<ConsoleView>, ApiError> {
    Ok(Json(desk.room.console().await?))
}

/// Carries out a command, once, whoever else presses at the same time.
#[utoipa::path(post, path = "/webinars/{code}/console", params(("code" = String, Path)),
    request_body = SeenCommand, responses((status = 200, body = ConsoleView),
    (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn command(
    desk: PresenterAccess,
    JsonBody(seen): JsonBody<SeenCommand>,
) -> Result<Json<ConsoleView>, ApiError> {
    Ok(Json(desk.room.command(seen).await?))
}

/// Approves a question, pins it, marks it as answered, hides it, or merges it into another.
#[utoipa::path(post, path = "/webinars/{code}/console/questions", params(("code" = String, Path)),
    request_body = QuestionCommand, responses((status = 200, body = ConsoleView),
    (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn moderate(
    desk: PresenterAccess,
    JsonBody(command): JsonBody<QuestionCommand>,
) -> Result<Json<ConsoleView>, ApiError> {
    Ok(Json(desk.room.moderate(command).await?))
}

/// Copies the webinar into a rehearsal with invented participants.
#[utoipa::path(post, path = "/webinars/{code}/console/rehearsal", params(("code" = String, Path)),
    responses((status = 201, body = Rehearsal), (status = 403, body = Problem), (status = 409, body = Problem)))]
pub(super) async fn rehearse(
    desk: PresenterAccess,
    State(rooms): State<Rooms>,
) -> Result<(StatusCode, Json<Rehearsal>), ApiError> {
    let (code, secret) = rooms.rehearse(&desk.room).await?;
    Ok((StatusCode::CREATED, Json(Rehearsal { code, secret })))
}

/// Throws a rehearsal away, with all that happened in it.
#[utoipa::path(delete, path = "/webinars/{code}/console/rehearsal", params(("code" = String, Path)),
    responses((status = 204), (status = 403, body = Problem), (status = 409, body = Problem)))]
pub(super) async fn throw_away(
    desk: PresenterAccess,
    State(rooms): State<Rooms>,
) -> Result<StatusCode, ApiError> {
    rooms.throw_away(&desk.code).await?;
    Ok(StatusCode::NO_CONTENT)
}
