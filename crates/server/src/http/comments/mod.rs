//! `/requests/7/comments`: what municipalities say about a request, for whoever may see the living page; written by those
//! who came to a webinar about it with a personal link. `/forum/initiatives/7/comments`: the same of a national initiative,
//! for everybody; written by those who came to any webinar with one. And what the vendor does with them.

mod page;

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Json, Router};
use barometer_domain::audience_question::QuestionProblem;
use barometer_domain::comment::{
    Comment, CommentId, CommentKind, CommentModeration, CommentSubject, CommentText,
};
use barometer_domain::date::Date;
use barometer_domain::forum::{InitiativeId, PublicForum};
use barometer_domain::ids::{RequestId, WebinarCode};
use barometer_domain::refusal::Refusal;
use barometer_domain::route::{Route, pattern};
use barometer_domain::wire::Problem;
use barometer_text::questions::problem;
use barometer_text::{Language, refusal};

use super::address::ClientAddress;
use super::articles::ReaderLanguage;
use super::body::JsonBody;
use super::cookies::{self, CookieHolder};
use super::error::{self, ApiError};
use super::financing::PageReader;
use super::forms::{Fault, SentForm, see_other};
use super::vendor::LoggedInVendor;
use super::{AppState, Site};
use crate::rooms::Rooms;
use crate::store::{CommentWriter, StoreError, now};
use page::{CommentsPage, TypedComment};

pub(super) fn router() -> Router<AppState> {
    Router::new()
        .route(pattern::COMMENTS, get(show).post(send))
        .route(pattern::INITIATIVE_COMMENTS, get(show).post(send))
}

/// What an address names, with its title, if whoever asks may know of it: a request from the living page, or from a webinar
/// that shows it and that they have joined; an initiative if it is public.
pub(super) async fn known_subject(
    rooms: &Rooms,
    under: Option<CommentSubject>,
    may_read_page: bool,
    sessions: &[CommentWriter],
) -> Result<Option<(CommentSubject, String)>, ApiError> {
    let title = match under {
        Some(CommentSubject::Request(request)) if !sessions.is_empty() => {
            Some(rooms.store().request_text(request).await?.title)
        }
        Some(CommentSubject::Request(request)) if may_read_page => {
            let rows = rooms.store().portfolio(None).await?.rows;
            let row = rows.into_iter().find(|row| row.request == request);
            row.map(|row| row.title)
        }
        Some(CommentSubject::Initiative(initiative)) => {
            let desk = rooms.store().forum().await?;
            let forum = PublicForum::of(&desk, Date::of_millis(now()));
            let row = forum.initiative(initiative);
            row.map(|row| row.initiative.name.clone())
        }
        _ => None,
    };
    Ok(under.zip(title))
}

/// What an address names.
fn subject_in(path: &HashMap<String, String>) -> Option<CommentSubject> {
    let number = |name| path.get(name)?.parse().ok();
    let request = number("request").map(|number| CommentSubject::Request(RequestId(number)));
    request.or_else(|| {
        number("initiative").map(|number| CommentSubject::Initiative(InitiativeId(number)))
    })
}

/// Where whoever may not read a page of comments is sent: to what it would have led back to.
fn sent_away(path: &HashMap<String, String>) -> Response {
    let to = if path.contains_key("initiative") {
        pattern::FORUM
    } else {
        pattern::FINANCE
    };
    Redirect::to(to).into_response()
}

/// The places that this browser holds in the webinars whose participants may write under a subject: those that show a
/// request, the newest first; all for an initiative.
pub(super) async fn sessions(
    rooms: &Rooms,
    site: &Site,
    headers: &HeaderMap,
    under: Option<CommentSubject>,
) -> Result<Vec<CommentWriter>, StoreError> {
    let webinars = match under {
        Some(CommentSubject::Request(request)) => {
            rooms.store().webinars_of_request(request).await?
        }
        Some(CommentSubject::Initiative(_)) => joined_webinars(rooms, site, headers).await?,
        None => Vec::new(),
    };
    let mut sessions = Vec::new();
    for (webinar, code) in webinars {
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

/// The webinars of which this browser holds a participant's cookie.
async fn joined_webinars(
    rooms: &Rooms,
    site: &Site,
    headers: &HeaderMap,
) -> Result<Vec<(i64, WebinarCode)>, StoreError> {
    let mut webinars = Vec::new();
    for code in cookies::joined_codes(site, headers) {
        if let Some(webinar) = rooms.store().find(&code).await? {
            webinars.push((webinar, code));
        }
    }
    Ok(webinars)
}

/// Whoever asks, as a writer: with a personal invitation to a webinar that shows the request.
pub(super) async fn writer(
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
    let under = subject_in(&path);
    let sessions = sessions(&rooms, &site, &headers, under).await?;
    let known = known_subject(&rooms, under, reader.is_ok(), &sessions).await?;
    let Some((under, title)) = known else {
        return Ok(sent_away(&path));
    };
    let writer = writer(&rooms, &sessions).await?;
    let (comments, own) = rooms.store().comments(under, writer).await?;
    let page = CommentsPage {
        under,
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
    let under = subject_in(&path);
    let sessions = sessions(&rooms, &site, &headers, under).await?;
    let known = known_subject(&rooms, under, reader.is_ok(), &sessions).await?;
    let Some((under, title)) = known else {
        return Ok(sent_away(&path));
    };
    let writer = writer(&rooms, &sessions).await?;
    let refused = match take(&rooms, &site, from, under, writer, &sent).await {
        Ok(()) => {
            let path = Route::Comments(under).path();
            return Ok(see_other(&format!("{path}?lang={}#own", language.tag())));
        }
        Err(StoreError::Refused(refused)) => refused,
        Err(unforeseen) => return Err(unforeseen.into()),
    };
    let (comments, own) = rooms.store().comments(under, writer).await?;
    let page = CommentsPage {
        under,
        title: &title,
        language,
        comments: &comments,
        own: &own,
        writer,
        typed: &TypedComment::from_form(&sent),
        faults: &[fault(&refused, under, language)],
    };
    Ok(page.respond(error::form_status(&refused)))
}

async fn take(
    rooms: &Rooms,
    site: &Site,
    from: ClientAddress,
    under: CommentSubject,
    writer: Option<CommentWriter>,
    sent: &SentForm,
) -> Result<(), StoreError> {
    let writer = writer.ok_or(Refusal::NotJoined)?;
    let sender = writer.participant.sender();
    if sent.one("do") == "delete" {
        let comment = sent.one("comment").parse().map(CommentId);
        let comment = comment.map_err(|_| Refusal::from(QuestionProblem::Gone))?;
        site.limits.sending(&sender)?;
        return rooms.delete_comment(writer, under, comment).await;
    }
    let text = CommentText::try_from(sent.one("text").to_owned()).map_err(Refusal::from)?;
    let kind = match sent.one("kind") {
        "experience" => CommentKind::Experience,
        _ => CommentKind::Question,
    };
    site.limits.asking(sender, from)?;
    let wishes_name = sent.has("named");
    rooms.comment(writer, under, kind, text, wishes_name).await
}

fn fault(refused: &Refusal, under: CommentSubject, language: Language) -> Fault {
    let (field, sentence) = match refused {
        Refusal::Question {
            problem: why @ (QuestionProblem::Empty | QuestionProblem::TooLong { .. }),
        } => ("text", problem(*why, language)),
        Refusal::Question { problem: why } => ("", problem(*why, language)),
        Refusal::NotJoined => ("", page::link_needed(under).say(language)),
        _ => ("", refusal::sentence(refused, language)),
    };
    Fault {
        field: field.into(),
        sentence,
    }
}

/// All comments: those that wait first.
#[utoipa::path(get, path = "/vendor/comments",
    responses((status = 200, body = Vec<Comment>), (status = 401, body = Problem)))]
pub(super) async fn list(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
) -> Result<Json<Vec<Comment>>, ApiError> {
    Ok(Json(rooms.store().all_comments().await?))
}

/// Shows a comment, hides it, or answers it.
#[utoipa::path(post, path = "/vendor/comments", request_body = CommentModeration,
    responses((status = 200, body = Vec<Comment>), (status = 401, body = Problem),
    (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn moderate(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
    JsonBody(what): JsonBody<CommentModeration>,
) -> Result<Json<Vec<Comment>>, ApiError> {
    rooms.moderate_comment(what).await?;
    Ok(Json(rooms.store().all_comments().await?))
}
