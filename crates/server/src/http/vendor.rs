//! What the vendor does: make a key, log in, look at names, strike. Another session than the presenter's, which
//! opens none of this.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::{FromRef, FromRequestParts, Path, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Response};
use barometer_domain::after::{After, Evaluate, NextWebinar, SaveAfterWords};
use barometer_domain::barometer::Phase;
use barometer_domain::ids::WebinarCode;
use barometer_domain::refusal::Refusal;
use barometer_domain::route::Route;
use barometer_domain::vendor::{
    LogIn, Logged, LookUp, LookUps, Released, RetentionNotice, SetUp, Strike, VendorInfo,
    VendorSession, WebinarRow,
};
use barometer_domain::wire::Problem;

use super::address::ClientAddress;
use super::body::JsonBody;
use super::cookies::{self, WebinarAccess};
use super::error::ApiError;
use super::limits::{TryPurpose, TrySource};
use super::{AppState, Site};
use crate::rooms::{Room, Rooms};
use crate::secrets;
use crate::store::LoggedIn;

/// Whoever holds a vendor's session.
pub(super) struct LoggedInVendor {
    token: String,
    wrapped: String,
}

impl FromRequestParts<AppState> for LoggedInVendor {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        let site = Arc::<Site>::from_ref(app);
        let token = cookies::vendor(&site, &parts.headers).ok_or(Refusal::NotVendor)?;
        let wrapped = Rooms::from_ref(app).store().vendor_session(token).await?;
        Ok(Self {
            token: token.to_owned(),
            wrapped,
        })
    }
}

/// The vendor as anyone may know it, and whether whoever asks is logged in.
#[utoipa::path(get, path = "/vendor", responses((status = 200, body = VendorInfo)))]
pub(super) async fn info(
    State(rooms): State<Rooms>,
    vendor: Result<LoggedInVendor, ApiError>,
) -> Result<Json<VendorInfo>, ApiError> {
    let logged_in = match vendor {
        Ok(_) => true,
        Err(error) if error.is(&Refusal::NotVendor) => false,
        Err(error) => return Err(error),
    };
    let info = rooms.store().vendor().await?;
    Ok(Json(VendorInfo { logged_in, ..info }))
}

/// Stores the vendor's first key, for the holder of the one-time link.
#[utoipa::path(post, path = "/vendor", request_body = SetUp, responses((status = 200, body = VendorSession),
    (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem),
    (status = 429, body = Problem)))]
pub(super) async fn set_up(
    from: ClientAddress,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
    JsonBody(set_up): JsonBody<SetUp>,
) -> Result<Response, ApiError> {
    site.limits.trying(TryPurpose::SetUp, from.into())?;
    if !site.is_setup_token(&set_up.token) {
        return Err(Refusal::WrongPassphrase.into());
    }
    site.limits.was_right(TryPurpose::SetUp, from.into());
    Ok(with_session(&site, rooms.set_up_vendor(set_up).await?))
}

/// Logs in whoever proves the passphrase.
#[utoipa::path(post, path = "/vendor/session", request_body = LogIn,
    responses((status = 200, body = VendorSession), (status = 403, body = Problem), (status = 429, body = Problem)))]
pub(super) async fn log_in(
    from: ClientAddress,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
    JsonBody(log_in): JsonBody<LogIn>,
) -> Result<Response, ApiError> {
    let device = match cookies::device(&site, &headers) {
        Some(token) => rooms.store().vendor_device(token).await?,
        None => None,
    };
    let source = match &device {
        Some(device) => TrySource::Device(secrets::hash_token(device)),
        None => from.into(),
    };
    site.limits.trying(TryPurpose::LogIn, source)?;
    let logged_in = rooms.log_in(log_in, device).await?;
    site.limits.was_right(TryPurpose::LogIn, source);
    Ok(with_session(&site, logged_in))
}

/// The wrapped key, for who is logged in.
#[utoipa::path(get, path = "/vendor/session",
    responses((status = 200, body = VendorSession), (status = 401, body = Problem)))]
pub(super) async fn session(vendor: LoggedInVendor) -> Json<VendorSession> {
    Json(VendorSession {
        wrapped: vendor.wrapped,
    })
}

/// Ends the vendor's session, on this device only.
#[utoipa::path(delete, path = "/vendor/session",
    responses((status = 204), (status = 401, body = Problem)))]
pub(super) async fn log_out(
    vendor: LoggedInVendor,
    State(rooms): State<Rooms>,
) -> Result<StatusCode, ApiError> {
    rooms.log_out(vendor.token).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// All webinars but rehearsals, the newest first.
#[utoipa::path(get, path = "/vendor/webinars",
    responses((status = 200, body = Vec<WebinarRow>), (status = 401, body = Problem)))]
pub(super) async fn webinars(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
) -> Result<Json<Vec<WebinarRow>>, ApiError> {
    Ok(Json(rooms.webinars().await?))
}

/// Whether personal data is deleted in time, or that waits for an operator.
#[utoipa::path(get, path = "/vendor/retention",
    responses((status = 200, body = RetentionNotice), (status = 401, body = Problem)))]
pub(super) async fn retention(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
) -> Result<Json<RetentionNotice>, ApiError> {
    Ok(Json(rooms.store().retention_notice().await?))
}

/// What a webinar came to, once its whole result has been shown.
#[utoipa::path(get, path = "/vendor/webinars/{code}/after", params(("code" = String, Path)),
    responses((status = 200, body = After), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem)))]
pub(super) async fn after(
    VendorRoom(room): VendorRoom,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
) -> Result<Json<After>, ApiError> {
    let after = room.after().await?;
    Ok(Json(with_next(after, &rooms, &site).await?))
}

/// With the first webinar after it, if one is prepared.
async fn with_next(after: After, rooms: &Rooms, site: &Site) -> Result<After, ApiError> {
    let rows = rooms.store().webinars().await?.into_iter();
    let later = rows.filter(|row| row.phase == Phase::Draft && row.date > after.date);
    let later = later.map(|row| NextWebinar {
        date: row.date,
        starts: row.starts,
        title: row.title,
        link: site.address(&Route::Phone(row.code)),
    });
    let next = later.min();
    Ok(After { next, ..after })
}

/// Saves what the vendor says of its own accord, and publishes the letter with the decision log, or takes it back.
#[utoipa::path(put, path = "/vendor/webinars/{code}/after", params(("code" = String, Path)),
    request_body = SaveAfterWords, responses((status = 200, body = After), (status = 401, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn save_after(
    VendorRoom(room): VendorRoom,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
    JsonBody(words): JsonBody<SaveAfterWords>,
) -> Result<Json<After>, ApiError> {
    room.save_after_words(words).await?;
    Ok(Json(with_next(room.after().await?, &rooms, &site).await?))
}

/// Leaves a vote whose result is out of the evaluation, with a reason, or takes it in again; the answer is the log.
#[utoipa::path(put, path = "/vendor/webinars/{code}/evaluation", params(("code" = String, Path)),
    request_body = Evaluate, responses((status = 200, body = After), (status = 401, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn evaluate(
    VendorRoom(room): VendorRoom,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
    JsonBody(evaluate): JsonBody<Evaluate>,
) -> Result<Json<After>, ApiError> {
    room.evaluate(evaluate).await?;
    Ok(Json(with_next(room.after().await?, &rooms, &site).await?))
}

/// Writes a look-up down, then releases the sealed names with their ballots.
#[utoipa::path(post, path = "/vendor/webinars/{code}/look-ups", params(("code" = String, Path)),
    request_body = LookUp, responses((status = 200, body = Released), (status = 401, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn look_up(
    VendorRoom(room): VendorRoom,
    JsonBody(look_up): JsonBody<LookUp>,
) -> Result<Json<Released>, ApiError> {
    Ok(Json(room.look_up(look_up, true).await?))
}

/// Writes a look-up down, then releases the sealed names of those who have voted, without what.
#[utoipa::path(post, path = "/vendor/webinars/{code}/voters", params(("code" = String, Path)),
    request_body = LookUp, responses((status = 200, body = Released), (status = 401, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn voters(
    VendorRoom(room): VendorRoom,
    JsonBody(look_up): JsonBody<LookUp>,
) -> Result<Json<Released>, ApiError> {
    Ok(Json(room.look_up(look_up, false).await?))
}

/// Writes down that somebody knows that the log of look-ups is broken: until then it shows as broken to everyone, and
/// nobody can look anything up.
#[utoipa::path(post, path = "/vendor/look-ups/acknowledgement", request_body = LookUp,
    responses((status = 204), (status = 401, body = Problem), (status = 409, body = Problem),
    (status = 422, body = Problem)))]
pub(super) async fn acknowledge(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
    JsonBody(look_up): JsonBody<LookUp>,
) -> Result<StatusCode, ApiError> {
    rooms.acknowledge(look_up).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Strikes ballots between the close and the reveal, on record, as long as nobody has seen what was voted.
#[utoipa::path(post, path = "/vendor/webinars/{code}/strikes", params(("code" = String, Path)),
    request_body = Strike, responses((status = 200, body = Released), (status = 401, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn strike(
    VendorRoom(room): VendorRoom,
    JsonBody(strike): JsonBody<Strike>,
) -> Result<Json<Released>, ApiError> {
    Ok(Json(room.strike(strike).await?))
}

/// Deletes ballots, places, invitations, sealed names, sessions and trackers for good; the result stays.
#[utoipa::path(delete, path = "/vendor/webinars/{code}/personal-data", params(("code" = String, Path)),
    responses((status = 204), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem)))]
pub(super) async fn forget(VendorRoom(room): VendorRoom) -> Result<StatusCode, ApiError> {
    room.forget().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// How many look-ups there were, and when, for everyone.
#[utoipa::path(get, path = "/webinars/{code}/look-ups", params(("code" = String, Path)),
    responses((status = 200, body = LookUps), (status = 404, body = Problem)))]
pub(super) async fn look_ups(
    here: WebinarAccess,
    State(rooms): State<Rooms>,
) -> Result<Json<LookUps>, ApiError> {
    let log = rooms.store().log(&here.code).await?;
    let is_look = |entry: &&Logged| entry.broke.is_none();
    let (looks, acknowledged): (Vec<_>, Vec<_>) = log.entries.iter().partition(is_look);
    let times = |entries: Vec<&Logged>| entries.into_iter().map(|entry| entry.at).collect();
    Ok(Json(LookUps {
        at: times(looks),
        broken: log.broken.is_some(),
        acknowledged: times(acknowledged),
    }))
}

/// The room of the webinar that an address names, for the vendor.
pub(super) struct VendorRoom(pub(super) Arc<Room>);

impl FromRequestParts<AppState> for VendorRoom {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        LoggedInVendor::from_request_parts(parts, app).await?;
        let WebinarInPath(code) = WebinarInPath::from_request_parts(parts, app).await?;
        Ok(Self(Rooms::from_ref(app).get(&code).await?))
    }
}

/// The webinar's code in an address.
pub(super) struct WebinarInPath(pub(super) WebinarCode);

impl FromRequestParts<AppState> for WebinarInPath {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        let path = Path::<HashMap<String, String>>::from_request_parts(parts, app).await;
        let code = path.ok().and_then(|path| path.get("code")?.parse().ok());
        Ok(Self(code.ok_or(Refusal::UnknownWebinar)?))
    }
}

pub(super) fn with_session(site: &Site, logged_in: LoggedIn) -> Response {
    let LoggedIn {
        session,
        device,
        wrapped,
    } = logged_in;
    let cookies = [
        cookies::set_vendor(site, &session),
        cookies::set_device(site, &device),
    ];
    let headers = AppendHeaders(cookies.map(|cookie| (header::SET_COOKIE, cookie)));
    (headers, Json(VendorSession { wrapped })).into_response()
}
