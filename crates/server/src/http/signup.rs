//! Signing up for a webinar: the page before its day, the form, what comes after it, and the ways out. All of them are
//! pages that the server makes; what names a person arrives sealed.

mod page;

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{FromRequestParts, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use barometer_domain::ids::WebinarCode;
use barometer_domain::municipality;
use barometer_domain::refusal::Refusal;
use barometer_domain::route::{Route, pattern};
use barometer_domain::signup::{NewSignup, SignupSlot};
use barometer_text::Language;
use barometer_text::form_page::FormText;
use barometer_text::signup::SignupText;
use serde::Deserialize;

use super::address::ClientAddress;
use super::articles::{LanguageQuery, language};
use super::cookies::{WebinarAccess, room_of};
use super::error::ApiError;
use super::forms::{Fault, SentForm, see_other};
use super::{AppState, Site};
use crate::rooms::Rooms;
use crate::secrets;
use crate::store::StoreError;
use page::{SignupPage, TypedSignup};

pub(super) fn router() -> Router<AppState> {
    Router::new()
        .route(pattern::SIGNUP, get(show).post(sign_up))
        .route(pattern::SIGNUP_DONE, get(done))
        .route(pattern::SIGNUP_CANCEL, post(cancel).get(back))
        .route(pattern::UNSUBSCRIBE, get(ask_unsubscribe).post(unsubscribe))
}

/// The page of the sign-up, if it is open; whatever else is wrong the phone's page says better.
pub(super) async fn open_page(
    parts: &mut axum::http::request::Parts,
    app: &AppState,
) -> Option<Response> {
    let (_, room) = room_of(parts, app).await.ok()?;
    if !room.is_signup_open().await.ok()? {
        return None;
    }
    let here = WebinarAccess::from_request_parts(parts, app).await.ok()?;
    let query = Query::try_from_uri(&parts.uri).ok()?;
    let language = language(&query, &parts.headers);
    let page = SignupPage::load(&app.rooms, &here, language).await.ok()?;
    Some(page.respond(StatusCode::OK, &TypedSignup::new(), &[]))
}

/// The page, whatever the day; without such a webinar, the way to type a code.
async fn show(
    here: Result<WebinarAccess, ApiError>,
    query: Query<LanguageQuery>,
    State(app): State<AppState>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let Ok(here) = here else {
        return Ok(Redirect::to(pattern::JOIN).into_response());
    };
    let language = language(&query, &headers);
    let page = SignupPage::load(&app.rooms, &here, language).await?;
    Ok(page.respond(StatusCode::OK, &TypedSignup::new(), &[]))
}

/// Takes a form in, or shows it again with what was typed and what is wrong.
async fn sign_up(
    here: WebinarAccess,
    from: ClientAddress,
    query: Query<LanguageQuery>,
    State(app): State<AppState>,
    headers: HeaderMap,
    form: SentForm,
) -> Result<Response, ApiError> {
    let language = language(&query, &headers);
    let typed = TypedSignup::of(&form);
    let again = async |status: StatusCode, faults: Vec<Fault>| {
        let page = SignupPage::load(&app.rooms, &here, language).await?;
        Ok(page.respond(status, &typed, &faults))
    };
    let new = match read(&form, language) {
        Ok(new) => new,
        Err(fault) => return again(StatusCode::UNPROCESSABLE_ENTITY, vec![fault]).await,
    };
    if app.site.limits.signing_up(from).is_err() {
        let fault = whole(SignupText::TooManyTries.say(language));
        return again(StatusCode::TOO_MANY_REQUESTS, vec![fault]).await;
    }
    match here.room.sign_up(new).await {
        Ok(()) => Ok(see_other(&in_language(
            &Route::SignupDone(here.code.clone()),
            language,
        ))),
        Err(StoreError::Refused(Refusal::MunicipalityFull { limit })) => {
            let fault = at(
                "municipality",
                SignupText::MunicipalityFull(limit.into()).say(language),
            );
            again(StatusCode::UNPROCESSABLE_ENTITY, vec![fault]).await
        }
        Err(StoreError::Refused(Refusal::NotPossibleNow)) => {
            let fault = whole(SignupText::Closed.say(language));
            again(StatusCode::UNPROCESSABLE_ENTITY, vec![fault]).await
        }
        Err(other) => Err(other.into()),
    }
}

/// A form that can be taken in, or what is wrong with it.
fn read(form: &SentForm, language: Language) -> Result<NewSignup, Fault> {
    let municipality = form.one("municipality").parse().ok();
    let municipality = municipality.filter(|code| municipality::by_code(*code).is_some());
    let municipality = municipality.ok_or_else(|| {
        at(
            "municipality",
            FormText::MunicipalityMissing.say(language).into(),
        )
    })?;
    // What the script writes, and nobody types.
    let unsealed = || whole(FormText::SealFailed.say(language).into());
    Ok(NewSignup {
        slot: form.one("row").parse().map_err(|_| unsealed())?,
        sealed: form.one("sealed").parse().map_err(|_| unsealed())?,
        invitation: form.one("invitation").parse().map_err(|_| unsealed())?,
        municipality,
    })
}

/// A fault of one field.
fn at(field: &str, sentence: String) -> Fault {
    let field = field.to_owned();
    Fault { field, sentence }
}

/// A fault of the whole form.
fn whole(sentence: String) -> Fault {
    at("", sentence)
}

/// A page's address in the language that is read.
fn in_language(page: &Route, language: Language) -> String {
    format!("{}?lang={}", page.path(), language.tag())
}

/// What somebody signed up for; the personal link stands behind the `#` of the address, where this server never sees it.
async fn done(
    here: Result<WebinarAccess, ApiError>,
    query: Query<LanguageQuery>,
    State(app): State<AppState>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let Ok(here) = here else {
        return Ok(Redirect::to(pattern::JOIN).into_response());
    };
    let language = language(&query, &headers);
    let page = SignupPage::load(&app.rooms, &here, language).await?;
    Ok(page.done())
}

/// Takes off the list whoever holds a personal link.
async fn cancel(
    here: WebinarAccess,
    from: ClientAddress,
    query: Query<LanguageQuery>,
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
    form: SentForm,
) -> Result<Response, ApiError> {
    site.limits.signing_up(from)?;
    let language = language(&query, &headers);
    let cancelled = match form.one("token").parse() {
        Ok(token) => here.room.cancel_signup(token).await?,
        Err(_) => false,
    };
    Ok(page::cancelled(&here.code, language, cancelled))
}

/// Nothing is cancelled by reading a page.
async fn back(here: WebinarAccess) -> Redirect {
    Redirect::to(&Route::Signup(here.code).path())
}

/// What the link at the end of a mail holds: which sign-up, and the mark that only this server makes of it.
#[derive(Debug, Deserialize)]
struct MailLink {
    row: SignupSlot,
    mark: String,
}

impl MailLink {
    /// Whether this server made it for a mail about this webinar.
    fn is_ours(&self, rooms: &Rooms, webinar: i64) -> bool {
        let mark = rooms.store().unsubscribe_mark(webinar, &self.row);
        // Hashes are compared, so that the time says nothing of the mark.
        secrets::hash_token(&mark) == secrets::hash_token(&self.mark)
    }
}

/// The address at the end of a mail.
pub(super) fn unsubscribe_link(
    rooms: &Rooms,
    site: &Site,
    webinar: i64,
    code: &WebinarCode,
    row: &SignupSlot,
) -> String {
    let mark = rooms.store().unsubscribe_mark(webinar, row);
    let page = site.address(&Route::Unsubscribe(code.clone()));
    format!("{page}?row={}&mark={mark}", row.as_str())
}

/// Asks before anything changes, for mail filters follow links too.
async fn ask_unsubscribe(
    here: WebinarAccess,
    link: Result<Query<MailLink>, axum::extract::rejection::QueryRejection>,
    query: Query<LanguageQuery>,
    State(rooms): State<Rooms>,
    headers: HeaderMap,
) -> Response {
    let language = language(&query, &headers);
    let webinar = here.room.webinar();
    let link = link.ok().filter(|link| link.is_ours(&rooms, webinar));
    let row = link.map(|Query(link)| format!("row={}&mark={}", link.row.as_str(), link.mark));
    page::ask_unsubscribe(&here.code, language, row)
}

/// Writes down that somebody wants no more mail. Mail programs call this too, by the mail's own headers (RFC 8058).
async fn unsubscribe(
    here: WebinarAccess,
    link: Result<Query<MailLink>, axum::extract::rejection::QueryRejection>,
    query: Query<LanguageQuery>,
    State(rooms): State<Rooms>,
    headers: HeaderMap,
    _body: Body,
) -> Result<Response, ApiError> {
    let language = language(&query, &headers);
    let webinar = here.room.webinar();
    match link.ok().filter(|link| link.is_ours(&rooms, webinar)) {
        Some(Query(link)) => {
            here.room.unsubscribe(link.row).await?;
            Ok(page::unsubscribed(&here.code, language))
        }
        None => Ok(page::ask_unsubscribe(&here.code, language, None)),
    }
}
