//! The living page: for everyone, or for those with its code; live, as of a day, and as a file.

mod columns;
mod export;
mod workbook;

use std::sync::Arc;

use axum::Json;
use axum::extract::{FromRef, FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Response};
use barometer_domain::date::Date;
use barometer_domain::financing::portfolio::{Portfolio, PortfolioAccess, PortfolioCode, Protect};
use barometer_domain::refusal::Refusal;
use barometer_domain::wire::Problem;
use serde::Deserialize;

use super::address::ClientAddress;
use super::body::JsonBody;
use super::error::ApiError;
use super::limits::TryPurpose;
use super::parameters::ApiQuery;
use super::reckoned::MayReckon;
use super::vendor::LoggedInVendor;
use super::{AppState, Site, cookies, stream};
use crate::rooms::Rooms;
use crate::secrets;
use crate::store::StoreReader;

pub(super) use export::{__path_csv, __path_xlsx, csv, xlsx};

/// Whoever may see the page.
pub(super) struct PageReader;

impl FromRequestParts<AppState> for PageReader {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        let (site, rooms) = (Arc::<Site>::from_ref(app), Rooms::from_ref(app));
        let Some(code) = rooms.store().portfolio_code().await? else {
            return Ok(Self);
        };
        let pass = cookies::reader(&site, &parts.headers);
        if pass.is_some_and(|pass| is_pass(rooms.store(), &code, pass)) {
            return Ok(Self);
        }
        match LoggedInVendor::from_request_parts(parts, app).await {
            Ok(_) => Ok(Self),
            Err(_) => Err(Refusal::CodeNeeded.into()),
        }
    }
}

/// Which day is asked for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct AsOfQuery {
    #[serde(default)]
    as_of: Option<String>,
}

impl AsOfQuery {
    /// The day, if one is given; anything else than a day is refused.
    fn day(&self) -> Result<Option<Date>, Refusal> {
        let day = self.as_of.as_deref().filter(|day| !day.is_empty());
        day.map(str::parse)
            .transpose()
            .map_err(|_| Refusal::Malformed {
                reason: "as_of is a day, YYYY-MM-DD".into(),
            })
    }
}

/// The page as it stands, or as it stood at the end of a day.
#[utoipa::path(get, path = "/financing",
    params(("as_of" = Option<String>, Query, description = "a day, `YYYY-MM-DD`")),
    responses((status = 200, body = Portfolio), (status = 401, body = Problem), (status = 422, body = Problem),
    (status = 429, body = Problem)))]
pub(super) async fn show(
    _: PageReader,
    _: MayReckon,
    State(rooms): State<Rooms>,
    ApiQuery(as_of): ApiQuery<AsOfQuery>,
) -> Result<Json<Portfolio>, ApiError> {
    Ok(Json(rooms.store().portfolio(as_of.day()?).await?))
}

/// The page, as it changes.
#[utoipa::path(get, path = "/financing/events",
    responses((status = 200, content_type = "text/event-stream",
        description = "`hello`, then `view` (a Portfolio) at every change, and `ping` every 15 s"),
    (status = 401, body = Problem)))]
pub(super) async fn events(
    _: PageReader,
    State(rooms): State<Rooms>,
) -> Result<Response, ApiError> {
    let now = rooms.store().clock().now();
    Ok(stream::respond(rooms.follow_portfolio().await?, now))
}

/// Lets in whoever has the page's code.
#[utoipa::path(post, path = "/financing/session", request_body = PortfolioCode,
    responses((status = 204), (status = 403, body = Problem), (status = 422, body = Problem),
    (status = 429, body = Problem)))]
pub(super) async fn enter(
    from: ClientAddress,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
    JsonBody(typed): JsonBody<PortfolioCode>,
) -> Result<Response, ApiError> {
    site.limits.trying(TryPurpose::LivingPage, from.into())?;
    let Some(code) = rooms.store().portfolio_code().await? else {
        site.limits.was_right(TryPurpose::LivingPage, from.into());
        return Ok(StatusCode::NO_CONTENT.into_response());
    };
    let pass = rooms.store().keys().reader_pass(&typed.plain());
    if !is_pass(rooms.store(), &code, &pass) {
        return Err(Refusal::WrongPassphrase.into());
    }
    site.limits.was_right(TryPurpose::LivingPage, from.into());
    let cookie = AppendHeaders([(header::SET_COOKIE, cookies::set_reader(&site, &pass))]);
    Ok((StatusCode::NO_CONTENT, cookie).into_response())
}

/// Whether the page asks for a code, and which.
#[utoipa::path(get, path = "/vendor/financing",
    responses((status = 200, body = PortfolioAccess), (status = 401, body = Problem)))]
pub(super) async fn access(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
) -> Result<Json<PortfolioAccess>, ApiError> {
    let code = rooms.store().portfolio_code().await?;
    Ok(Json(PortfolioAccess { code }))
}

/// Makes the page public, or gives it a new code; the one before no longer opens it.
#[utoipa::path(put, path = "/vendor/financing", request_body = Protect,
    responses((status = 200, body = PortfolioAccess), (status = 401, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn protect(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
    JsonBody(wish): JsonBody<Protect>,
) -> Result<Json<PortfolioAccess>, ApiError> {
    let code = wish.protected.then(secrets::random_page_code);
    rooms.protect_portfolio(code.clone()).await?;
    Ok(Json(PortfolioAccess { code }))
}

/// Whether a cookie was handed out for this code.
fn is_pass(store: &StoreReader, code: &str, pass: &str) -> bool {
    // blake3's comparison takes the same time wherever the two differ.
    let expected = blake3::hash(store.keys().reader_pass(code).as_bytes());
    expected == blake3::hash(pass.as_bytes())
}
