//! The Strategic Development Forum: `/forum` and `/forum/initiatives/7` for everybody, and what the vendor does with it.

mod initiative;
mod page;

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use axum::{Json, Router};
use barometer_domain::date::Date;
use barometer_domain::financing::portfolio::PortfolioRow;
use barometer_domain::forum::{ForumCommand, ForumDesk, InitiativeId, PublicForum};
use barometer_domain::ids::{RequestId, WebinarCode};
use barometer_domain::route::pattern;
use barometer_domain::survey::{SurveyPurpose, SurveyState};
use barometer_domain::wire::Problem;

use super::AppState;
use super::articles::ReaderLanguage;
use super::body::JsonBody;
use super::calendar::forum_meeting;
use super::error::ApiError;
use super::financing::PageReader;
use super::reckoned::MayReckon;
use super::vendor::LoggedInVendor;
use crate::rooms::Rooms;
use crate::store::now;

pub(super) fn router() -> Router<AppState> {
    Router::new()
        .route(pattern::FORUM, get(show))
        .route(pattern::MEETING_ICS, get(forum_meeting))
        .route(pattern::INITIATIVE, get(show_initiative))
}

/// The requests of the living page, for whoever may see it.
#[derive(Debug, Default)]
struct VisibleRequests {
    /// Whether the reader may see them at all.
    may_read: bool,
    rows: BTreeMap<RequestId, PortfolioRow>,
}

impl VisibleRequests {
    async fn read(may_read: bool, rooms: &Rooms) -> Result<Self, ApiError> {
        let rows = if may_read {
            rooms.store().portfolio(None).await?.rows
        } else {
            Vec::new()
        };
        let rows = rows.into_iter().map(|row| (row.request, row)).collect();
        Ok(Self { may_read, rows })
    }
}

async fn show(
    _: MayReckon,
    reader: Result<PageReader, ApiError>,
    ReaderLanguage(language): ReaderLanguage,
    State(rooms): State<Rooms>,
) -> Result<Response, ApiError> {
    let desk = rooms.store().forum().await?;
    let forum = PublicForum::of(&desk, Date::of_millis(now()));
    let requests = VisibleRequests::read(reader.is_ok(), &rooms).await?;
    let mut surveys = BTreeMap::new();
    for row in forum.coming.iter().chain(&forum.past) {
        let Some(code) = &row.meeting.webinar else {
            continue;
        };
        if let Some(state) = survey_state(&rooms, code).await? {
            surveys.insert(row.id, state);
        }
    }
    let page = page::ForumPage {
        language,
        desk: &desk,
        forum: &forum,
        requests: &requests,
        surveys: &surveys,
    };
    Ok(page.respond())
}

/// Whether the survey before a meeting takes answers, or has a result.
async fn survey_state(rooms: &Rooms, code: &WebinarCode) -> Result<Option<SurveyState>, ApiError> {
    let Some(webinar) = rooms.store().find(code).await? else {
        return Ok(None);
    };
    let survey = rooms.store().survey(webinar, SurveyPurpose::Forum).await?;
    Ok(survey.map(|survey| survey.state))
}

async fn show_initiative(
    _: MayReckon,
    reader: Result<PageReader, ApiError>,
    Path(number): Path<String>,
    ReaderLanguage(language): ReaderLanguage,
    State(rooms): State<Rooms>,
) -> Result<Response, ApiError> {
    let desk = rooms.store().forum().await?;
    let forum = PublicForum::of(&desk, Date::of_millis(now()));
    let number = number.parse().map(InitiativeId).ok();
    let Some(row) = number.and_then(|number| forum.initiative(number)) else {
        return Ok(initiative::not_found(language));
    };
    let requests = VisibleRequests::read(reader.is_ok(), &rooms).await?;
    let comments = rooms.store().comment_counts().await?;
    let page = initiative::InitiativePage {
        language,
        desk: &desk,
        forum: &forum,
        row,
        requests: &requests,
        comments: &comments,
    };
    Ok(page.respond(StatusCode::OK))
}

/// Everything about the forum; who sits in it is sealed.
#[utoipa::path(get, path = "/vendor/forum",
    responses((status = 200, body = ForumDesk), (status = 401, body = Problem)))]
pub(super) async fn desk(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
) -> Result<Json<ForumDesk>, ApiError> {
    Ok(Json(rooms.store().forum().await?))
}

/// Writes an initiative, a meeting or a member down, puts something on record, or says what there is to spend.
#[utoipa::path(post, path = "/vendor/forum", request_body = ForumCommand,
    responses((status = 200, body = ForumDesk), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn change(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
    JsonBody(command): JsonBody<ForumCommand>,
) -> Result<Json<ForumDesk>, ApiError> {
    Ok(Json(rooms.change_forum(command).await?))
}
