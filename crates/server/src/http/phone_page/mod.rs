//! `/w/CODE`: the phone's page with the person's present view in it, before the app is there and where it cannot come.
//! Every control is one of a form; what is sent goes the same ways as what the app sends.

mod ballot;
mod candidate;
mod closed;
mod code_entry;
mod document;
mod frame;
mod join;
mod own_vote;
mod requests;
mod result;
mod stage;
mod waiting;

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{FromRequest, FromRequestParts, Query, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use barometer_domain::ballot::{Ballot, Cast};
use barometer_domain::ids::{CandidateId, RequestId, WebinarCode};
use barometer_domain::municipality;
use barometer_domain::refusal::Refusal;
use barometer_domain::route::Route;
use barometer_domain::typed_code::{TypedCode, TypedCodeError};
use barometer_domain::view::AudienceView;
use barometer_domain::wire::{Interest, Join, Me, Way, WebinarInfo};
use barometer_text::Language;
use barometer_text::phone::PhoneText;
use barometer_text::plain_phone::PlainPhoneText;
use barometer_text::refusal;
use percent_encoding::percent_decode_str;
use serde::Deserialize;
use tower::{Service, ServiceExt};

use super::address::ClientAddress;
use super::articles::{LanguageQuery, language as asked_language};
use super::cookies::{self, CookieHolder, WebinarAccess};
use super::error::{ApiError, status};
use super::forms::{SentForm, see_other};
use super::{AppState, Site, links, signup, webinar};
use crate::store::StoreError;
use code_entry::CodeEntryPage;
use document::BuiltDocument;
use frame::PhonePage;

/// What is asked for behind the `?`, beside the language.
#[derive(Clone, Debug, Default, Deserialize)]
struct AskedPage {
    /// A request that was opened, or `all` of them.
    request: Option<String>,
    /// By how many the price of that request is shared in what is shown.
    count: Option<u32>,
    /// The way back to the form.
    change: Option<String>,
    /// Whether the form has just been taken: whoever is a stranger all the same has a browser without cookies.
    joined: Option<String>,
    /// The frame that says where the webinar is, and what the page around it shows.
    now: Option<String>,
}

/// The webinar's own address: the page of the sign-up while that is open, the phone's page otherwise, and the field for a
/// code where there is no such webinar; the built document as it is where there is no place for a page in it.
pub(super) fn routes<S>(built: S) -> MethodRouter<AppState>
where
    S: Service<Request, Error = Infallible> + Clone + Send + Sync + 'static,
    S::Response: IntoResponse,
    S::Future: Send,
{
    let show = async move |State(app): State<AppState>, request: Request| {
        let (mut parts, body) = request.into_parts();
        if let Some(page) = signup::open_page(&mut parts, &app).await {
            return page;
        }
        match show(&mut parts, &app).await {
            Ok(Some(page)) => page,
            Err(error) if error.is(&Refusal::UnknownWebinar) => {
                let typed = mistyped(parts.uri.path());
                let fault = Some(TypedCodeError::NotACode);
                match show_code_entry(&parts, &app, &typed, fault, StatusCode::NOT_FOUND).await {
                    Some(page) => page,
                    None => as_built(&built, parts, body).await,
                }
            }
            Ok(None) | Err(_) => as_built(&built, parts, body).await,
        }
    };
    get(show).post(send)
}
/// `/`: the code is typed, and leads to the webinar's own address.
pub(super) fn join_routes<S>(built: S) -> MethodRouter<AppState>
where
    S: Service<Request, Error = Infallible> + Clone + Send + Sync + 'static,
    S::Response: IntoResponse,
    S::Future: Send,
{
    let show = async move |State(app): State<AppState>, request: Request| {
        let (parts, body) = request.into_parts();
        match show_code_entry(&parts, &app, "", None, StatusCode::OK).await {
            Some(page) => page,
            None => as_built(&built, parts, body).await,
        }
    };
    get(show).post(send_code)
}

async fn as_built<S>(built: &S, parts: Parts, body: axum::body::Body) -> Response
where
    S: Service<Request, Error = Infallible> + Clone + Send + Sync + 'static,
    S::Response: IntoResponse,
    S::Future: Send,
{
    let request = Request::from_parts(parts, body);
    built.clone().oneshot(request).await.into_response()
}

/// What stands in an address in the place of a code.
fn mistyped(path: &str) -> String {
    let part = path.trim_start_matches("/w/");
    percent_decode_str(part).decode_utf8_lossy().into_owned()
}

/// The field for a code; `None` where the app has not been built into a document.
async fn show_code_entry(
    parts: &Parts,
    app: &AppState,
    typed: &str,
    fault: Option<TypedCodeError>,
    status: StatusCode,
) -> Option<Response> {
    let document = BuiltDocument::read(&app.site.app_files).await?;
    let tongue = Query::try_from_uri(&parts.uri).unwrap_or_default();
    let page = CodeEntryPage {
        language: language(&tongue, &parts.headers),
        typed,
        fault,
    };
    Some(document.respond_with(&page.render(), page.language, status, &parts.headers))
}

/// Leads to the webinar whose code was typed, or shows the field again with what is wrong.
async fn send_code(State(app): State<AppState>, request: Request) -> Result<Response, ApiError> {
    let (parts, body) = request.into_parts();
    let tongue = Query::try_from_uri(&parts.uri).unwrap_or_default();
    let language = language(&tongue, &parts.headers);
    let sent = SentForm::from_request(Request::new(body), &app).await?;
    let typed = sent.one("code");
    let (fault, status) = match typed.parse::<TypedCode>() {
        _ if sent.one("do") == "show" => (None, StatusCode::OK),
        Ok(meant) => {
            let mut to = address(&meant.code, language, "");
            if links::is_fragment(&meant.behind_hash) {
                to.extend(["#", &meant.behind_hash]);
            }
            return Ok(see_other(&to));
        }
        Err(fault) => (Some(fault), StatusCode::UNPROCESSABLE_ENTITY),
    };
    let page = show_code_entry(&parts, &app, typed, fault, status).await;
    page.ok_or_else(|| Refusal::UnknownWebinar.into())
}

/// The page as it stands; `None` where the app has not been built into a document.
async fn show(parts: &mut Parts, app: &AppState) -> Result<Option<Response>, ApiError> {
    let here = WebinarAccess::from_request_parts(parts, app).await?;
    let Some(document) = BuiltDocument::read(&app.site.app_files).await else {
        return Ok(None);
    };
    let query = |error| Refusal::Malformed {
        reason: format!("{error}"),
    };
    let asked = Query::<AskedPage>::try_from_uri(&parts.uri)
        .map_err(query)?
        .0;
    let tongue = Query::<LanguageQuery>::try_from_uri(&parts.uri).map_err(query)?;
    let state = PhoneState::load(app, &here).await?;
    let is_cookieless = asked.joined.is_some() && state.me.is_none();
    let page = PhonePage {
        code: &here.code,
        language: language(&tongue, &parts.headers),
        state: &state,
        asked: &asked,
        sent: None,
        refused: is_cookieless.then_some(PlainFault::NoCookies),
        parts: std::cell::RefCell::default(),
    };
    Ok(Some(document.respond(
        &page,
        StatusCode::OK,
        &parts.headers,
    )))
}

/// What one person's page is made of: what everybody sees, and what is their own.
struct PhoneState {
    info: WebinarInfo,
    view: AudienceView,
    texts: Arc<barometer_domain::catalogue::Catalogue>,
    /// What this browser sent and may know; `None` for who has not joined and still can.
    me: Option<Me>,
    /// What the stage's clock shows, in milliseconds.
    now: barometer_domain::ids::Millis,
}

impl PhoneState {
    async fn load(app: &AppState, here: &WebinarAccess) -> Result<Self, ApiError> {
        let info = webinar::info_of(&app.rooms, &app.site, here).await?;
        let frame = here.room.audience();
        let view = serde_json::from_slice(&frame.json).map_err(|_| Refusal::Internal)?;
        let me = match here.participant {
            Some(participant) => Some(here.room.me(participant).await?),
            None => (!info.open).then(Me::newcomer),
        };
        Ok(Self {
            info,
            view,
            texts: here.room.texts(),
            me,
            now: here.room.stage_now(),
        })
    }
}

/// The one asked for, or the browser's; whoever reads neither of ours gets English, as from the app.
fn language(asked: &LanguageQuery, headers: &HeaderMap) -> Language {
    let found = asked_language(asked, headers);
    let reads = |header: &HeaderValue| {
        let tags = header.to_str().unwrap_or_default();
        tags.split(',')
            .any(|tag| Language::of_tag(tag.trim()).is_some())
    };
    match headers.get(header::ACCEPT_LANGUAGE) {
        Some(accepted) if asked.is_empty() && !reads(accepted) => Language::English,
        _ => found,
    }
}

/// Why what was sent is shown again instead of taken.
#[derive(Clone, Debug, PartialEq, Eq)]
enum PlainFault {
    /// The domain says no, as it says to the app.
    Refused(Refusal),
    /// The vote was sent with nothing ticked.
    NothingTicked,
    /// Requests and "none of these" were ticked together.
    BothTicked,
    /// The browser has taken the form's answer, and kept no cookie.
    NoCookies,
    /// Another language was asked for: nothing is wrong.
    OnlyShown,
}

impl PlainFault {
    fn sentence(&self, language: Language) -> String {
        match self {
            Self::Refused(Refusal::StaleRevision { .. }) => {
                PlainPhoneText::NewerReceived.say(language).to_owned()
            }
            Self::Refused(why) => refusal::sentence(why, language),
            Self::NothingTicked => PhoneText::ChooseSomething.say(language),
            Self::BothTicked => PlainPhoneText::BothTicked.say(language).to_owned(),
            Self::NoCookies => PhoneText::CookiesRefused.say(language),
            Self::OnlyShown => String::new(),
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::Refused(why) => status(why),
            Self::NothingTicked | Self::BothTicked => StatusCode::UNPROCESSABLE_ENTITY,
            Self::NoCookies | Self::OnlyShown => StatusCode::OK,
        }
    }
}

impl From<Refusal> for PlainFault {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// The page's address in a language, with what else is asked for.
fn address(code: &WebinarCode, language: Language, more: &str) -> String {
    let path = Route::Phone(code.clone()).path();
    format!("{path}?lang={}{more}", language.tag())
}

/// What a form that was taken leads to: where, and the cookie of who has just come in.
struct TakenForm {
    more: String,
    cookie: Option<HeaderValue>,
}

/// Takes one of the page's forms; what is not taken is shown again with what was typed.
async fn send(State(app): State<AppState>, request: Request) -> Result<Response, ApiError> {
    let (mut parts, body) = request.into_parts();
    let here = WebinarAccess::from_request_parts(&mut parts, &app).await?;
    let Ok(from) = ClientAddress::from_request_parts(&mut parts, &app).await;
    let tongue = Query::try_from_uri(&parts.uri).unwrap_or_default();
    let language = language(&tongue, &parts.headers);
    let sent = SentForm::from_request(Request::new(body), &app).await?;
    let refused = match take(&here, &app.site, from, &sent).await {
        Ok(taken) => {
            let mut answer = see_other(&address(&here.code, language, &taken.more));
            if let Some(cookie) = taken.cookie {
                answer.headers_mut().insert(header::SET_COOKIE, cookie);
            }
            return Ok(answer);
        }
        // What came of it is there for everyone.
        Err(NotTaken::Fault(PlainFault::Refused(Refusal::WebinarNotOpen))) => {
            return Ok(see_other(&address(&here.code, language, "")));
        }
        Err(NotTaken::Fault(fault)) => fault,
        Err(NotTaken::Unforeseen(error)) => return Err(error),
    };
    let Some(document) = BuiltDocument::read(&app.site.app_files).await else {
        return Err(match refused {
            PlainFault::Refused(refusal) => refusal.into(),
            _ => Refusal::ChoiceDoesNotFit.into(),
        });
    };
    let state = PhoneState::load(&app, &here).await?;
    let asked = AskedPage {
        request: Some(sent.one("request").to_owned()).filter(|request| !request.is_empty()),
        change: (sent.one("form") == "join").then(String::new),
        ..AskedPage::default()
    };
    let status = refused.status();
    let page = PhonePage {
        code: &here.code,
        language,
        state: &state,
        asked: &asked,
        sent: Some(&sent),
        refused: Some(refused),
        parts: std::cell::RefCell::default(),
    };
    Ok(document.respond(&page, status, &parts.headers))
}

/// Why a form led nowhere.
enum NotTaken {
    Fault(PlainFault),
    Unforeseen(ApiError),
}

impl<F: Into<PlainFault>> From<F> for NotTaken {
    fn from(fault: F) -> Self {
        Self::Fault(fault.into())
    }
}

fn of_store(error: StoreError) -> NotTaken {
    match error {
        StoreError::Refused(refusal) => NotTaken::Fault(refusal.into()),
        unforeseen => NotTaken::Unforeseen(unforeseen.into()),
    }
}

/// Carries out what a form asks for.
async fn take(
    here: &WebinarAccess,
    site: &Site,
    from: ClientAddress,
    sent: &SentForm,
) -> Result<TakenForm, NotTaken> {
    match sent.one("do") {
        "join" => enter(here, site, from, sent, read_join(sent)).await,
        "watch" => {
            let watch = Join {
                observer: true,
                ..Join::default()
            };
            enter(here, site, from, sent, watch).await
        }
        "vote" => vote(here, site, sent).await,
        what @ ("interest" | "name" | "take-back") => {
            let participant = here.participant()?;
            site.limits.sending(&participant.slot)?;
            let request = sent.one("request").parse().map(RequestId);
            let request = request.map_err(|_| Refusal::UnknownRequest)?;
            let interest = Interest {
                request,
                name_wished: (what == "name").then(|| sent.has("named")),
                take_back: what == "take-back",
            };
            let taken = here.room.interest(participant, interest).await;
            taken.map_err(of_store)?;
            Ok(TakenForm {
                more: format!("&request={}", request.0),
                cookie: None,
            })
        }
        _ => Err(PlainFault::OnlyShown.into()),
    }
}

/// How somebody wants to come in: the personal link goes before the municipality, which it names itself.
fn read_join(sent: &SentForm) -> Join {
    let link = sent.one("link");
    let token = match link.split_once('#') {
        Some((_, behind)) => behind.split('.').nth(1).unwrap_or_default(),
        None => link,
    };
    let token = match token {
        "" => sent.one("invitation"),
        token => token,
    };
    let invitation = Some(token.to_owned()).filter(|token| !token.is_empty());
    let typed = sent.one("municipality");
    let meant = municipality::meant(typed).or_else(|| match municipality::matching(typed)[..] {
        [only] => Some(only),
        _ => None,
    });
    Join {
        municipality: meant
            .filter(|_| invitation.is_none())
            .map(|meant| meant.code),
        invitation: invitation.map(Into::into),
        observer: false,
    }
}

async fn enter(
    here: &WebinarAccess,
    site: &Site,
    from: ClientAddress,
    sent: &SentForm,
    join: Join,
) -> Result<TakenForm, NotTaken> {
    let way = Way::try_from(join)?;
    if here.participant.is_none() {
        site.limits.coming(from)?;
    }
    let joined = here
        .room
        .join_by_form(here.participant, way, sent.one("once"))
        .await;
    let token = joined.map_err(of_store)?;
    let cookie = token
        .map(|token| cookies::set_session(site, CookieHolder::Participant, &here.code, &token));
    Ok(TakenForm {
        more: "&joined=1".into(),
        cookie,
    })
}

/// A ballot from the form. Its trackers are made here, for a phone without a script makes none: as that phone would,
/// from a secret that belongs to its session alone.
async fn vote(here: &WebinarAccess, site: &Site, sent: &SentForm) -> Result<TakenForm, NotTaken> {
    let participant = here.participant()?;
    site.limits.sending(&participant.sender())?;
    let mut choices = Vec::new();
    for choice in sent.all("choice") {
        let choice = choice.parse().map(CandidateId);
        choices.push(choice.map_err(|_| Refusal::ChoiceDoesNotFit)?);
    }
    match (choices.is_empty(), sent.has("none")) {
        (true, false) => return Err(PlainFault::NothingTicked.into()),
        (false, true) => return Err(PlainFault::BothTicked.into()),
        _ => {}
    }
    let malformed = || Refusal::Malformed {
        reason: "a form without its round and revision".into(),
    };
    let round: u32 = sent.one("round").parse().map_err(|_| malformed())?;
    let cast = Cast {
        rev: sent.one("rev").parse().map_err(|_| malformed())?,
        choices: Ballot::of(choices),
    };
    let taken = here.room.cast_by_form(participant, round, cast).await;
    taken.map_err(of_store)?;
    Ok(TakenForm {
        more: String::new(),
        cookie: None,
    })
}
