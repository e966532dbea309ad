//! Session cookies: one name per webinar and role, so that a person is not one across webinars.

use std::sync::Arc;

use axum::extract::{FromRef, FromRequestParts, Path};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use barometer_domain::ids::WebinarCode;
use barometer_domain::refusal::Refusal;

use super::address::ClientAddress;
use super::error::Error;
use super::{App, Site};
use crate::rooms::{Room, Rooms};
use crate::store::{Participant, StoreError};

/// A year: a participant may come back to the financing long after the webinar.
const MAX_AGE_S: u32 = 365 * 24 * 60 * 60;
/// Seven days: a presenter's session has ended by then.
const PRESENTER_MAX_AGE_S: u32 = 7 * 24 * 60 * 60;

/// Whose session a cookie holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CookieHolder {
    /// May stand in a frame of Teams, hence `SameSite=None; Partitioned` over https.
    Participant,
    /// Never framed, hence `Strict`.
    Presenter,
}

fn name(site: &Site, holder: CookieHolder, code: &WebinarCode) -> String {
    let prefix = if site.is_https() { "__Host-" } else { "" };
    let role = match holder {
        CookieHolder::Participant => "participant",
        CookieHolder::Presenter => "presenter",
    };
    format!("{prefix}{role}-{code}")
}

/// The name of the vendor's cookie, one for all webinars.
fn vendor_name(site: &Site) -> String {
    let prefix = if site.is_https() { "__Host-" } else { "" };
    format!("{prefix}vendor")
}

/// The header that hands out a vendor's session: gone with the browser, and never sent from elsewhere.
///
/// # Panics
/// Never: names and tokens are letters, digits and hyphens.
pub(super) fn set_vendor(site: &Site, token: &str) -> HeaderValue {
    let name = vendor_name(site);
    let secure = if site.is_https() { "; Secure" } else { "" };
    format!("{name}={token}; Path=/; HttpOnly; SameSite=Strict{secure}")
        .parse()
        .expect("a cookie of letters and digits is a header value")
}

/// The vendor's session token, if any.
pub(super) fn vendor<'a>(site: &Site, headers: &'a HeaderMap) -> Option<&'a str> {
    get(headers, &vendor_name(site))
}

fn device_name(site: &Site) -> String {
    let prefix = if site.is_https() { "__Host-" } else { "" };
    format!("{prefix}device")
}

/// The header by which a device is known that the vendor has logged in from. It opens nothing: its tries of the
/// passphrase are counted apart from everybody else's.
///
/// # Panics
/// Never: names and tokens are letters, digits and hyphens.
pub(super) fn set_device(site: &Site, token: &str) -> HeaderValue {
    let name = device_name(site);
    let secure = if site.is_https() { "; Secure" } else { "" };
    format!("{name}={token}; Path=/; HttpOnly; Max-Age={MAX_AGE_S}; SameSite=Strict{secure}")
        .parse()
        .expect("a cookie of letters and digits is a header value")
}

/// What a device says of itself, if anything.
pub(super) fn device<'a>(site: &Site, headers: &'a HeaderMap) -> Option<&'a str> {
    get(headers, &device_name(site))
}

fn reader_name(site: &Site) -> String {
    let prefix = if site.is_https() { "__Host-" } else { "" };
    format!("{prefix}reader")
}

/// The header that lets someone see the page of financing from now on.
///
/// # Panics
/// Never: names and passes are letters, digits and hyphens.
pub(super) fn set_reader(site: &Site, pass: &str) -> HeaderValue {
    let name = reader_name(site);
    let secure = if site.is_https() { "; Secure" } else { "" };
    format!("{name}={pass}; Path=/; HttpOnly; Max-Age={MAX_AGE_S}; SameSite=Lax{secure}")
        .parse()
        .expect("a cookie of letters and digits is a header value")
}

/// What lets someone see the page of financing, if they have it.
pub(super) fn reader<'a>(site: &Site, headers: &'a HeaderMap) -> Option<&'a str> {
    get(headers, &reader_name(site))
}

/// The header that hands out a session.
///
/// # Panics
/// Never: names and tokens are letters, digits and hyphens.
pub(super) fn set(
    site: &Site,
    holder: CookieHolder,
    code: &WebinarCode,
    token: &str,
) -> HeaderValue {
    let name = name(site, holder, code);
    let max_age = match holder {
        CookieHolder::Participant => MAX_AGE_S,
        CookieHolder::Presenter => PRESENTER_MAX_AGE_S,
    };
    let same_site = match (site.is_https(), holder) {
        (true, CookieHolder::Participant) => "; Secure; SameSite=None; Partitioned",
        (true, CookieHolder::Presenter) => "; Secure; SameSite=Strict",
        (false, _) => "; SameSite=Lax",
    };
    format!("{name}={token}; Path=/; HttpOnly; Max-Age={max_age}{same_site}")
        .parse()
        .expect("a cookie of letters and digits is a header value")
}

fn get<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(found, value)| (found == name).then_some(value))
}

/// The room that a URL names, with what the request's session says.
pub(super) struct WebinarAccess {
    pub(super) room: Arc<Room>,
    pub(super) code: WebinarCode,
    pub(super) participant: Option<Participant>,
}

impl FromRequestParts<App> for WebinarAccess {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let (code, room) = room_of(parts, app).await?;
        let site = Arc::<Site>::from_ref(app);
        let participant = match get(
            &parts.headers,
            &name(&site, CookieHolder::Participant, &code),
        ) {
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

impl FromRequestParts<App> for PresenterAccess {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let (code, room) = room_of(parts, app).await?;
        let site = Arc::<Site>::from_ref(app);
        let token = get(&parts.headers, &name(&site, CookieHolder::Presenter, &code));
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
    app: &App,
) -> Result<(WebinarCode, Arc<Room>), Error> {
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
) -> Result<bool, Error> {
    let at = |holder| get(headers, &name(site, holder, code));
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

    fn site(public_url: &str) -> Site {
        Site {
            public_url: public_url.into(),
            insecure: false,
            dist: "dist".into(),
            setup_token: None,
            limits: super::super::Limits::default(),
            trusted_proxies: super::super::TrustedProxies::default(),
            projector_frames: super::super::FrameOrigins::default(),
        }
    }

    #[test]
    fn over_https_a_participant_may_be_framed_and_a_presenter_not() {
        let code = "DEM234".parse().unwrap();
        let https = site("https://stem.eksempel.dk");
        let participant = set(&https, CookieHolder::Participant, &code, "t");
        let participant = participant.to_str().unwrap();
        assert!(participant.starts_with("__Host-participant-DEM234=t; Path=/; HttpOnly;"));
        assert!(participant.ends_with("Secure; SameSite=None; Partitioned"));
        let presenter = set(&https, CookieHolder::Presenter, &code, "t");
        assert!(
            presenter
                .to_str()
                .unwrap()
                .ends_with("Secure; SameSite=Strict")
        );
        let plain = set(
            &site("http://127.0.0.1:3000"),
            CookieHolder::Participant,
            &code,
            "t",
        );
        let plain = plain.to_str().unwrap();
        assert!(plain.starts_with("participant-DEM234=t;") && plain.ends_with("SameSite=Lax"));
    }

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.insert(
            header::COOKIE,
            HeaderValue::from_static("a=1; participant-DEM234=x; b=2"),
        );
        assert_eq!(get(&headers, "participant-DEM234"), Some("x"));
        assert_eq!(get(&headers, "participant"), None);
    }
}
