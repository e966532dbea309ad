//! `/requests/7/comments`: what municipalities say about a request, for whoever may see the living page; written by those
//! who came to a webinar about it with a personal link. And what the vendor does with it.

mod page;

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Json, Router};
use barometer_domain::audience_question::QuestionProblem;
use barometer_domain::comment::{Comment, CommentCommand, CommentId, CommentKind, CommentText};
use barometer_domain::ids::RequestId;
use barometer_domain::refusal::Refusal;
use barometer_domain::route::{Route, pattern};
use barometer_domain::wire::Problem;
use barometer_text::comments::CommentPageText;
use barometer_text::questions::problem;
use barometer_text::{Language, refusal};

use super::address::ClientAddress;
use super::articles::ReaderLanguage;
use super::body::JsonBody;
use super::cookies::{self, CookieHolder};
use super::error::{self, ApiError};
use super::financing::PageReader;
use super::forms::{Fault, SentForm, see_other};
use super::ledger::number;
use super::vendor::LoggedInVendor;
use super::{AppState, Site};
use crate::rooms::Rooms;
use crate::store::{CommentWriter, StoreError};
use page::{CommentsPage, TypedComment};

pub(super) fn router() -> Router<AppState> {
    Router::new().route(pattern::COMMENTS, get(show).post(send))
}

/// The request that an address names, with its title, if whoever asks may know of it: from the living page, or from a
/// webinar that shows it and that they have joined.
async fn known_request(
    rooms: &Rooms,
    path: &HashMap<String, String>,
    may_read_page: bool,
    sessions: &[CommentWriter],
) -> Result<Option<(RequestId, String)>, ApiError> {
    let Some(request) = request_in(path) else {
        return Ok(None);
    };
    if !sessions.is_empty() {
        let text = rooms.store().request_text(request).await?;
        return Ok(Some((request, text.title)));
    }
    if !may_read_page {
        return Ok(None);
    }
    let rows = rooms.store().portfolio(None).await?.rows;
    let row = rows.into_iter().find(|row| row.request == request);
    Ok(row.map(|row| (request, row.title)))
}

/// The request that an address names.
fn request_in(path: &HashMap<String, String>) -> Option<RequestId> {
    path.get("request")?.parse().ok().map(RequestId)
}

/// The places that this browser holds in webinars which show the request, in the newest webinar first.
async fn sessions(
    rooms: &Rooms,
    site: &Site,
    headers: &HeaderMap,
    path: &HashMap<String, String>,
) -> Result<Vec<CommentWriter>, StoreError> {
    let mut sessions = Vec::new();
    let Some(request) = request_in(path) else {
        return Ok(sessions);
    };
    for (webinar, code) in rooms.store().webinars_of_request(request).await? {
        let token = cookies::session_token(site, headers, CookieHolder::Participant, &code);
        let Some(token) = token else { continue };
        if let Some(participant) = rooms.store().participant(webinar, token).await? {
            sessions.push(CommentWriter {
                webinar,
                participant,
            });
        }
    }
    Ok(sessions)
}

/// Whoever asks, as a writer: with a personal invitation to a webinar that shows the request.
async fn writer(
    rooms: &Rooms,
    sessions: &[CommentWriter],
) -> Result<Option<CommentWriter>, StoreError> {
    for session in sessions {
        let CommentWriter {
            webinar,
            participant,
        } = session;
        let speaks = participant.role.municipality().is_ok();
        if speaks && rooms.store().is_invited(*webinar, participant).await? {
            return Ok(Some(*session));
        }
    }
    Ok(None)
}

/// The page; whoever may not see the living page, or names no request of it, is sent there.
async fn show(
    reader: Result<PageReader, ApiError>,
    Path(path): Path<HashMap<String, String>>,
    ReaderLanguage(language): ReaderLanguage,
    headers: HeaderMap,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
) -> Result<Response, ApiError> {
    let sessions = sessions(&rooms, &site, &headers, &path).await?;
    let known = known_request(&rooms, &path, reader.is_ok(), &sessions).await?;
    let Some((request, title)) = known else {
        return Ok(Redirect::to(pattern::FINANCE).into_response());
    };
    let writer = writer(&rooms, &sessions).await?;
    let (comments, own) = rooms.store().comments(request, writer).await?;
    let page = CommentsPage {
        request,
        title: &title,
        language,
        comments: &comments,
        own: &own,
        writer,
        typed: &TypedComment::default(),
        faults: &[],
    };
    Ok(page.respond(StatusCode::OK))
}

/// A comment, or the wish to take one back.
async fn send(
    reader: Result<PageReader, ApiError>,
    Path(path): Path<HashMap<String, String>>,
    from: ClientAddress,
    ReaderLanguage(language): ReaderLanguage,
    headers: HeaderMap,
    State(app): State<AppState>,
    sent: SentForm,
) -> Result<Response, ApiError> {
    let AppState { rooms, site } = app;
    let sessions = sessions(&rooms, &site, &headers, &path).await?;
    let known = known_request(&rooms, &path, reader.is_ok(), &sessions).await?;
    let Some((request, title)) = known else {
        return Ok(Redirect::to(pattern::FINANCE).into_response());
    };
    let writer = writer(&rooms, &sessions).await?;
    let refused = match take(&rooms, &site, from, request, writer, &sent).await {
        Ok(()) => {
            let path = Route::Comments(request).path();
            return Ok(see_other(&format!("{path}?lang={}#own", language.tag())));
        }
        Err(StoreError::Refused(refused)) => refused,
        Err(unforeseen) => return Err(unforeseen.into()),
    };
    let (comments, own) = rooms.store().comments(request, writer).await?;
    let page = CommentsPage {
        request,
        title: &title,
        language,
        comments: &comments,
        own: &own,
        writer,
        typed: &TypedComment::from_form(&sent),
        faults: &[fault(&refused, language)],
    };
    Ok(page.respond(error::form_status(&refused)))
}

async fn take(
    rooms: &Rooms,
    site: &Site,
    from: ClientAddress,
    request: RequestId,
    writer: Option<CommentWriter>,
    sent: &SentForm,
) -> Result<(), StoreError> {
    let writer = writer.ok_or(Refusal::NotJoined)?;
    let sender = writer.participant.sender();
    if sent.one("do") == "delete" {
        let comment = sent.one("comment").parse().map(CommentId);
        let comment = comment.map_err(|_| Refusal::from(QuestionProblem::Gone))?;
        site.limits.sending(&sender)?;
        return rooms.delete_comment(writer, request, comment).await;
    }
    let text = CommentText::try_from(sent.one("text").to_owned()).map_err(Refusal::from)?;
    let kind = match sent.one("kind") {
        "experience" => CommentKind::Experience,
        _ => CommentKind::Question,
    };
    site.limits.asking(sender, from)?;
    let wishes_name = sent.has("named");
    rooms
        .comment(writer, request, kind, text, wishes_name)
        .await
}

fn fault(refused: &Refusal, language: Language) -> Fault {
    let (field, sentence) = match refused {
        Refusal::Question {
            problem: why @ (QuestionProblem::Empty | QuestionProblem::TooLong { .. }),
        } => ("text", problem(*why, language)),
        Refusal::Question { problem: why } => ("", problem(*why, language)),
        Refusal::NotJoined => ("", CommentPageText::LinkNeeded.say(language)),
        _ => ("", refusal::sentence(refused, language)),
    };
    Fault {
        field: field.into(),
        sentence,
    }
}

/// All comments under all requests: those that wait first.
#[utoipa::path(get, path = "/vendor/comments",
    responses((status = 200, body = Vec<Comment>), (status = 401, body = Problem)))]
pub(super) async fn list(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
) -> Result<Json<Vec<Comment>>, ApiError> {
    Ok(Json(rooms.store().all_comments().await?))
}

/// Shows a comment, hides it, or answers it.
#[utoipa::path(post, path = "/vendor/requests/{request}/comments", params(("request" = u32, Path)),
    request_body = CommentCommand, responses((status = 200, body = Vec<Comment>), (status = 401, body = Problem),
    (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn moderate(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
    Path(request): Path<String>,
    JsonBody(command): JsonBody<CommentCommand>,
) -> Result<Json<Vec<Comment>>, ApiError> {
    rooms.moderate_comment(number(&request)?, command).await?;
    Ok(Json(rooms.store().all_comments().await?))
}
