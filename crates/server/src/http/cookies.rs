//! Session cookies: one name per webinar and role, so that a person is not one across webinars.

use std::sync::Arc;

use axum::extract::{FromRef, FromRequestParts, Path};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use barometer_domain::ids::WebinarCode;
use barometer_domain::refusal::Refusal;
use barometer_domain::survey::SurveyPurpose;
use cookie::time::Duration;
use cookie::{Cookie, CookieBuilder, SameSite};

use super::address::ClientAddress;
use super::error::ApiError;
use super::{AppState, Site};
use crate::rooms::{Room, Rooms};
use crate::store::{Participant, StoreError};

/// A participant may come back to the financing long after the webinar.
const A_YEAR: Duration = Duration::days(365);
/// A presenter's session has ended by then.
const SEVEN_DAYS: Duration = Duration::days(7);

/// Whose session a cookie holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CookieHolder {
    /// May stand in a frame of Teams, hence `SameSite=None; Partitioned` over https.
    Participant,
    /// Never shown in a frame of another site, hence `SameSite=Strict`.
    Presenter,
}

/// The name of a cookie: over https with the prefix that browsers accept from this very host only.
fn prefixed(site: &Site, name: &str) -> String {
    let prefix = if site.is_https() { "__Host-" } else { "" };
    format!("{prefix}{name}")
}

fn session_name(site: &Site, holder: CookieHolder, code: &WebinarCode) -> String {
    let role = match holder {
        CookieHolder::Participant => "participant",
        CookieHolder::Presenter => "presenter",
    };
    prefixed(site, &format!("{role}-{code}"))
}

/// The name of the vendor's cookie, one for all webinars.
fn vendor_name(site: &Site) -> String {
    prefixed(site, "vendor")
}

fn device_name(site: &Site) -> String {
    prefixed(site, "device")
}

fn reader_name(site: &Site) -> String {
    prefixed(site, "reader")
}

/// A cookie for the whole site that no script can read.
fn hidden<'a>(site: &Site, name: String, token: &'a str, same_site: SameSite) -> CookieBuilder<'a> {
    Cookie::build((name, token))
        .path("/")
        .http_only(true)
        .same_site(same_site)
        .secure(site.is_https())
}

/// The `Set-Cookie` header.
///
/// # Panics
/// Never: names and tokens are letters, digits and hyphens.
fn header_value(cookie: CookieBuilder<'_>) -> HeaderValue {
    let text = cookie.build().to_string();
    text.parse()
        .expect("a cookie of letters and digits is a header value")
}

/// The header that hands out a vendor's session: gone with the browser, and never sent from elsewhere.
pub(super) fn set_vendor(site: &Site, token: &str) -> HeaderValue {
    header_value(hidden(site, vendor_name(site), token, SameSite::Strict))
}

/// The vendor's session token, if any.
pub(super) fn vendor<'a>(site: &Site, headers: &'a HeaderMap) -> Option<&'a str> {
    find_value(headers, &vendor_name(site))
}

/// The header by which a device is known that the vendor has logged in from. It opens nothing: its tries of the
/// passphrase are counted apart from everybody else's.
pub(super) fn set_device(site: &Site, token: &str) -> HeaderValue {
    let cookie = hidden(site, device_name(site), token, SameSite::Strict);
    header_value(cookie.max_age(A_YEAR))
}

/// What a device says of itself, if anything.
pub(super) fn device<'a>(site: &Site, headers: &'a HeaderMap) -> Option<&'a str> {
    find_value(headers, &device_name(site))
}

/// The header that lets someone see the page of financing from now on.
pub(super) fn set_reader(site: &Site, pass: &str) -> HeaderValue {
    let cookie = hidden(site, reader_name(site), pass, SameSite::Lax);
    header_value(cookie.max_age(A_YEAR))
}

/// What lets someone see the page of financing, if they have it.
pub(super) fn reader<'a>(site: &Site, headers: &'a HeaderMap) -> Option<&'a str> {
    find_value(headers, &reader_name(site))
}

fn respondent_name(site: &Site, purpose: SurveyPurpose, code: &WebinarCode) -> String {
    let purpose = match purpose {
        SurveyPurpose::BeforeWebinar => "survey",
        SurveyPurpose::Evaluation => "evaluation",
        SurveyPurpose::Forum => "forum",
    };
    prefixed(site, &format!("{purpose}-{code}"))
}

/// The header by which a browser finds its own answers to a survey again; of no other webinar, and of no vote. Like a
/// participant's it may stand in a frame of Teams.
pub(super) fn set_respondent(
    site: &Site,
    purpose: SurveyPurpose,
    code: &WebinarCode,
    token: &str,
) -> HeaderValue {
    let is_framed = site.is_https();
    let same_site = if is_framed {
        SameSite::None
    } else {
        SameSite::Lax
    };
    let cookie = hidden(site, respondent_name(site, purpose, code), token, same_site);
    header_value(cookie.max_age(A_YEAR).partitioned(is_framed))
}

/// What names a browser's own answers to a survey, if it has answered.
pub(super) fn respondent<'a>(
    site: &Site,
    headers: &'a HeaderMap,
    purpose: SurveyPurpose,
    code: &WebinarCode,
) -> Option<&'a str> {
    find_value(headers, &respondent_name(site, purpose, code))
}

/// The header that hands out the session of a participant or a presenter.
pub(super) fn set_session(
    site: &Site,
    holder: CookieHolder,
    code: &WebinarCode,
    token: &str,
) -> HeaderValue {
    let max_age = match holder {
        CookieHolder::Participant => A_YEAR,
        CookieHolder::Presenter => SEVEN_DAYS,
    };
    let is_framed = site.is_https() && holder == CookieHolder::Participant;
    let same_site = match (site.is_https(), holder) {
        (true, CookieHolder::Participant) => SameSite::None,
        (true, CookieHolder::Presenter) => SameSite::Strict,
        (false, _) => SameSite::Lax,
    };
    let cookie = hidden(site, session_name(site, holder, code), token, same_site);
    header_value(cookie.max_age(max_age).partitioned(is_framed))
}

/// The session token of a participant or a presenter, if any.
pub(super) fn session_token<'a>(
    site: &Site,
    headers: &'a HeaderMap,
    holder: CookieHolder,
    code: &WebinarCode,
) -> Option<&'a str> {
    find_value(headers, &session_name(site, holder, code))
}

/// The codes of the webinars whose participants' cookies came along.
pub(super) fn joined_codes(site: &Site, headers: &HeaderMap) -> Vec<WebinarCode> {
    let prefix = prefixed(site, "participant-");
    all(headers)
        .filter_map(|cookie| cookie.name().strip_prefix(&prefix)?.parse().ok())
        .collect()
}

fn all(headers: &HeaderMap) -> impl Iterator<Item = Cookie<'_>> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(Cookie::split_parse)
        .filter_map(Result::ok)
}

/// The value of the first cookie of this name.
fn find_value<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    all(headers)
        .find(|cookie| cookie.name() == name)
        .and_then(|cookie| cookie.value_raw())
}

/// The room that a URL names, with what the request's session says.
pub(super) struct WebinarAccess {
    pub(super) room: Arc<Room>,
    pub(super) code: WebinarCode,
    pub(super) participant: Option<Participant>,
}

impl FromRequestParts<AppState> for WebinarAccess {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        let (code, room) = room_of(parts, app).await?;
        let site = Arc::<Site>::from_ref(app);
        let participant =
            match session_token(&site, &parts.headers, CookieHolder::Participant, &code) {
                Some(token) => {
                    Rooms::from_ref(app)
                        .store()
                        .participant(room.webinar(), token)
                        .await?
                }
                None => None,
            };
        Ok(Self {
            room,
            code,
            participant,
        })
    }
}

impl WebinarAccess {
    /// Whoever joined, or a refusal.
    pub(super) fn participant(&self) -> Result<Participant, Refusal> {
        self.participant.ok_or(Refusal::NotJoined)
    }
}

/// The room that a URL names, for its presenter only.
pub(super) struct PresenterAccess {
    pub(super) room: Arc<Room>,
    pub(super) code: WebinarCode,
    /// The session's token, with which its stream asks whether it still lasts.
    pub(super) token: String,
}

impl FromRequestParts<AppState> for PresenterAccess {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        let (code, room) = room_of(parts, app).await?;
        let site = Arc::<Site>::from_ref(app);
        let token = session_token(&site, &parts.headers, CookieHolder::Presenter, &code);
        let token = token.ok_or(Refusal::NotPresenter)?.to_owned();
        if !room.is_presenter(&token).await? {
            return Err(Refusal::NotPresenter.into());
        }
        Ok(Self { room, code, token })
    }
}

/// The room that a URL names, for anyone who has not named too many that there are not.
pub(super) async fn room_of(
    parts: &mut Parts,
    app: &AppState,
) -> Result<(WebinarCode, Arc<Room>), ApiError> {
    let path = Path::<std::collections::HashMap<String, String>>::from_request_parts(parts, app)
        .await
        .map_err(|_| Refusal::UnknownWebinar)?;
    let code = path
        .get("code")
        .and_then(|code| code.parse::<WebinarCode>().ok());
    let code = code.ok_or(Refusal::UnknownWebinar)?;
    let (rooms, site) = (Rooms::from_ref(app), Arc::<Site>::from_ref(app));
    let Ok(from) = ClientAddress::from_request_parts(parts, app).await;
    if let Err(wait) = site.limits.asking_for(from, &code)
        && !has_session(&rooms, &site, &parts.headers, &code).await?
    {
        return Err(wait.into());
    }
    let room = rooms.get(&code).await;
    if let Ok(_) | Err(StoreError::Refused(Refusal::UnknownWebinar)) = room {
        site.limits.was_told(from, &code, room.is_ok());
    }
    Ok((code, room?))
}

/// Whether someone is known at this webinar already: participant, presenter or the vendor.
async fn has_session(
    rooms: &Rooms,
    site: &Site,
    headers: &HeaderMap,
    code: &WebinarCode,
) -> Result<bool, ApiError> {
    let at = |holder| session_token(site, headers, holder, code);
    let here = [at(CookieHolder::Participant), at(CookieHolder::Presenter)];
    for token in here.into_iter().flatten() {
        if rooms.store().has_session(code, token).await? {
            return Ok(true);
        }
    }
    match vendor(site, headers) {
        Some(token) => Ok(rooms.store().vendor_session(token).await.is_ok()),
        None => Ok(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app_files::AppFiles;

    fn site(public_url: &str) -> Site {
        Site {
            public_url: public_url.into(),
            insecure: false,
            app_files: AppFiles::Folder("dist".into()),
            setup_token: None,
            limits: super::super::RateLimits::default(),
            trusted_proxies: super::super::TrustedProxies::default(),
            projector_frames: super::super::FrameOrigins::default(),
            mailer: Arc::default(),
            webhooks: Arc::default(),
        }
    }

    fn attributes(header: &HeaderValue) -> Vec<&str> {
        header.to_str().unwrap().split("; ").collect()
    }

    #[test]
    fn over_https_a_participant_may_be_framed_and_a_presenter_not() {
        let code = "DEM234".parse().unwrap();
        let https = site("https://stem.eksempel.dk");
        let participant = set_session(&https, CookieHolder::Participant, &code, "t");
        let expected = [
            "__Host-participant-DEM234=t",
            "HttpOnly",
            "SameSite=None",
            "Partitioned",
            "Secure",
            "Path=/",
            "Max-Age=31536000",
        ];
        assert_eq!(attributes(&participant), expected);
        let presenter = set_session(&https, CookieHolder::Presenter, &code, "t");
        let expected = [
            "__Host-presenter-DEM234=t",
            "HttpOnly",
            "SameSite=Strict",
            "Secure",
            "Path=/",
            "Max-Age=604800",
        ];
        assert_eq!(attributes(&presenter), expected);
        let plain = set_session(
            &site("http://127.0.0.1:3000"),
            CookieHolder::Participant,
            &code,
            "t",
        );
        let expected = [
            "participant-DEM234=t",
            "HttpOnly",
            "SameSite=Lax",
            "Path=/",
            "Max-Age=31536000",
        ];
        assert_eq!(attributes(&plain), expected);
    }

    #[test]
    fn the_vendors_session_goes_with_the_browser() {
        let https = site("https://stem.eksempel.dk");
        let expected = [
            "__Host-vendor=t",
            "HttpOnly",
            "SameSite=Strict",
            "Secure",
            "Path=/",
        ];
        assert_eq!(attributes(&set_vendor(&https, "t")), expected);
    }

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.insert(
            header::COOKIE,
            HeaderValue::from_static("a=1; participant-DEM234=x; b=2"),
        );
        assert_eq!(find_value(&headers, "participant-DEM234"), Some("x"));
        assert_eq!(find_value(&headers, "participant"), None);
    }
}
