//! The only place that calls HTTP: one function per address.

use barometer_domain::after::{After, Evaluate};
use barometer_domain::ballot::Cast;
use barometer_domain::catalogue::Catalogue;
use barometer_domain::date::Date;
use barometer_domain::financing::import::{Import, ImportChoices};
use barometer_domain::financing::ledger::{Ledger, Said, Undo};
use barometer_domain::financing::portfolio::{Portfolio, PortfolioAccess, Protect};
use barometer_domain::financing::request::{Edit, NewRequest, RequestFile, RequestRow, Step};
use barometer_domain::ids::{Millis, MunicipalityCode, RequestId, WebinarCode};
use barometer_domain::invitation::{Invitations, NewInvitations, WhoMayVote};
use barometer_domain::preparation::{Look, NewWebinar, Prepare, PreparedWebinar};
use barometer_domain::refusal::Refusal;
use barometer_domain::vendor::{
    LogIn, LookUp, Released, RetentionNotice, SetUp, Strike, VendorInfo, VendorSession, WebinarRow,
};
use barometer_domain::view::{AudienceView, ConsoleView};
use barometer_domain::wire::{
    BALLOT_BODY, ConsoleKey, Me, Receipt, Rehearsal, SeenCommand, SignedRoll, WebinarInfo,
};
use gloo_timers::callback::Timeout;
use leptos::prelude::window;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Blob, File, Headers, RequestCredentials, RequestInit, RequestMode, Response,
};

use crate::json::{self, FromJson};
use crate::route::api as address;

const GET: &str = "GET";
const DELETE: &str = "DELETE";
const POST: &str = "POST";
const PUT: &str = "PUT";

/// How long an answer is waited for, in milliseconds.
const PATIENCE_MS: u32 = 10_000;
/// The same for a file that is sent, in milliseconds.
const UPLOAD_PATIENCE_MS: u32 = 60_000;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApiError {
    /// The server refused, and said why.
    Refused(Refusal),
    /// No answer, or none that can be read: try again later.
    Offline,
}

/// What the server answered, or why it did not.
pub type Answer<T> = Result<T, ApiError>;

/// What anyone with the code may know of a webinar.
pub async fn webinar(code: &WebinarCode) -> Answer<WebinarInfo> {
    get(&address::webinar(code)).await
}

/// Joins as a voter of a municipality, with an invitation if there is one, or to watch; again to change it.
pub async fn join(
    code: &WebinarCode,
    voter: Option<MunicipalityCode>,
    invitation: &str,
) -> Answer<Me> {
    let body = match (voter, invitation) {
        (None, _) => "{\"observer\":true}".to_owned(),
        (Some(voter), "") => format!("{{\"municipality\":\"{voter}\"}}"),
        (Some(voter), token) => {
            format!("{{\"municipality\":\"{voter}\",\"invitation\":\"{token}\"}}")
        }
    };
    hand_in(POST, &address::participants(code), body).await
}

/// A participant's own things.
pub async fn me(code: &WebinarCode) -> Answer<Me> {
    get(&address::me(code)).await
}

/// Hands in a ballot.
pub async fn cast(code: &WebinarCode, cast: &Cast, trackers: &str) -> Answer<Receipt> {
    // The trackers come as JSON from another module, and go as they are.
    let (rev, choices) = (cast.rev, cast.choices.as_json());
    let mut body = format!("{{\"rev\":{rev},\"choices\":{choices},\"trackers\":{trackers}}}");
    while body.len() < BALLOT_BODY {
        body.push(' ');
    }
    hand_in(PUT, &address::ballot(code), body).await
}

/// "Vi vil gerne være med"; with whom to write to, sealed, or nobody, and a word on being named, if there is one.
pub async fn interest(
    code: &WebinarCode,
    request: RequestId,
    name_wished: Option<bool>,
) -> Answer<Me> {
    let wish = name_wished.map_or_else(String::new, |wish| format!(",\"name_wished\":{wish}"));
    let body = format!("{{\"request\":{}{wish}}}", request.0);
    hand_in(POST, &address::interests(code), body).await
}

/// Takes that back.
pub async fn take_interest_back(code: &WebinarCode, request: RequestId) -> Answer<Me> {
    let body = format!("{{\"request\":{},\"take_back\":true}}", request.0);
    hand_in(POST, &address::interests(code), body).await
}

/// The webinar's texts.
pub async fn catalogue(code: &WebinarCode, hash: &str) -> Answer<Catalogue> {
    get(&address::catalogue(code, hash)).await
}

/// Trades the presenter's secret for a cookie.
pub async fn open_console(code: &WebinarCode, secret: String) -> Answer<()> {
    let body = encode(&ConsoleKey { secret })?;
    tell(POST, &address::console_session(code), Some(body)).await
}

/// Gives a presenter's command.
pub async fn command(code: &WebinarCode, command: &SeenCommand) -> Answer<ConsoleView> {
    send(POST, &address::console(code), command).await
}

/// The console's view, once; for a console whose command came too late.
pub async fn console_view(code: &WebinarCode) -> Answer<ConsoleView> {
    get(&address::console_view(code)).await
}

/// Copies the webinar into one to practise on.
pub async fn rehearse(code: &WebinarCode) -> Answer<Rehearsal> {
    get_by(POST, &address::console_rehearsal(code)).await
}

/// Throws a rehearsal away.
pub async fn throw_away(code: &WebinarCode) -> Answer<()> {
    tell(DELETE, &address::console_rehearsal(code), None).await
}

/// What phones and projector show, once.
pub async fn audience_view(code: &WebinarCode) -> Answer<AudienceView> {
    get(&address::view(code)).await
}

/// The signed roll, once the result is out.
pub async fn roll(code: &WebinarCode) -> Answer<SignedRoll> {
    get(&address::roll(code)).await
}

/// The vendor as anyone may know it.
pub async fn vendor() -> Answer<VendorInfo> {
    get(address::VENDOR).await
}

/// Stores the vendor's first key.
pub async fn set_up_vendor(set_up: &SetUp) -> Answer<VendorSession> {
    send(POST, address::VENDOR, set_up).await
}

/// Logs the vendor in.
pub async fn log_in(log_in: &LogIn) -> Answer<VendorSession> {
    send(POST, address::VENDOR_SESSION, log_in).await
}

/// Logs the vendor out.
pub async fn log_out() -> Answer<()> {
    tell(DELETE, address::VENDOR_SESSION, None).await
}

/// The vendor's webinars, the newest first.
pub async fn vendor_webinars() -> Answer<Vec<WebinarRow>> {
    get(address::VENDOR_WEBINARS).await
}

/// Whether personal data is deleted in time, or that waits for an operator.
pub async fn retention() -> Answer<RetentionNotice> {
    get(address::RETENTION).await
}

/// Begins to prepare a webinar.
pub async fn begin_webinar(new: &NewWebinar) -> Answer<PreparedWebinar> {
    send(POST, address::VENDOR_WEBINARS, new).await
}

/// A webinar as it is prepared.
pub async fn prepared(code: &WebinarCode) -> Answer<PreparedWebinar> {
    get(&address::prepared(code)).await
}

/// Saves a webinar's preparation.
pub async fn prepare(code: &WebinarCode, prepare: &Prepare) -> Answer<PreparedWebinar> {
    send(PUT, &address::prepared(code), prepare).await
}

/// Deletes a webinar that nobody has voted in.
pub async fn delete_webinar(code: &WebinarCode) -> Answer<()> {
    tell(DELETE, &address::prepared(code), None).await
}

/// What phones and projector would show of what is not saved yet, as it is passed on to them.
pub async fn preview(code: &WebinarCode, look: &Look) -> Answer<String> {
    let body = Some(encode(look)?.into());
    let reply = exchange(POST, &address::preview(code), body, json::any_refusal).await?;
    Ok(reply.body)
}

/// Makes a new presenter's link.
pub async fn new_presenter_link(code: &WebinarCode) -> Answer<PreparedWebinar> {
    get_by(POST, &address::new_presenter_link(code)).await
}

/// Copies a webinar into one to practise on, for the vendor.
pub async fn vendor_rehearsal(code: &WebinarCode) -> Answer<Rehearsal> {
    get_by(POST, &address::vendor_rehearsal(code)).await
}

/// The vendor's requests, by reference.
pub async fn requests() -> Answer<Vec<RequestRow>> {
    get(address::VENDOR_REQUESTS).await
}

/// One request with all it ever was.
pub async fn request(request: RequestId) -> Answer<RequestFile> {
    get(&address::request(request)).await
}

/// Takes a request in.
pub async fn take_in(new: &NewRequest) -> Answer<RequestFile> {
    send(POST, address::VENDOR_REQUESTS, new).await
}

/// What is asked of a file of requests.
pub struct AskedOfImport<'a> {
    /// Which column is what; by the headings, if left out.
    pub mapping: Option<&'a str>,
    /// What is decided about its lines.
    pub choices: &'a ImportChoices,
    /// Who imports.
    pub by: &'a str,
    /// Why.
    pub why: &'a str,
    /// Whether it is written, or only looked through.
    pub apply: bool,
}

/// What a file of requests would change, or has changed.
pub async fn import(file: &File, asked: &AskedOfImport<'_>) -> Answer<Import> {
    let choices = json::write(asked.choices).unwrap_or_default();
    let mut query = format!("?apply={}&choices={}", asked.apply, choices.len());
    let parts = [
        ("map", asked.mapping.unwrap_or_default()),
        ("by", asked.by),
        ("why", asked.why),
    ];
    for (name, value) in parts.into_iter().filter(|(_, value)| !value.is_empty()) {
        let value = String::from(js_sys::encode_uri_component(value));
        query = format!("{query}&{name}={value}");
    }
    let address = address::VENDOR_IMPORTS.to_owned() + &query;
    // The choices stand before the file.
    let parts = js_sys::Array::of2(&choices.into(), file);
    let body = Blob::new_with_str_sequence(&parts).map_err(|_| ApiError::Offline)?;
    let body = Some(body.into());
    decode(
        &exchange(POST, &address, body, json::any_refusal)
            .await?
            .body,
    )
}

/// Writes a request anew.
pub async fn edit(request: RequestId, edit: &Edit) -> Answer<RequestFile> {
    send(PUT, &address::request(request), edit).await
}

/// Takes a request a step further, or aside.
pub async fn step(request: RequestId, step: &Step) -> Answer<RequestFile> {
    send(POST, &address::steps(request), step).await
}

/// Undoes a merge or a rejection.
pub async fn undo_step(request: RequestId, undo: &Undo) -> Answer<RequestFile> {
    send(POST, &address::undo_step(request), undo).await
}

/// What municipalities have said about all requests.
pub async fn commitments() -> Answer<Vec<Ledger>> {
    get(address::VENDOR_COMMITMENTS).await
}

/// Writes down what a municipality said.
pub async fn say(request: RequestId, who: MunicipalityCode, said: &Said) -> Answer<Ledger> {
    send(POST, &address::commitment(request, who), said).await
}

/// Undoes a municipality's last move.
pub async fn undo(request: RequestId, who: MunicipalityCode, undo: &Undo) -> Answer<Ledger> {
    send(POST, &address::undo(request, who), undo).await
}

/// Who sees the page of financing.
pub async fn portfolio_access() -> Answer<PortfolioAccess> {
    get(address::VENDOR_FINANCING).await
}

/// Makes that page public, or gives it a new code.
pub async fn protect_portfolio(wish: &Protect) -> Answer<PortfolioAccess> {
    send(PUT, address::VENDOR_FINANCING, wish).await
}

/// What a webinar came to.
pub async fn after(code: &WebinarCode) -> Answer<After> {
    get(&address::after(code)).await
}

/// Writes a look-up down, and gets the ballots with their sealed names.
pub async fn look_up(code: &WebinarCode, look_up: &LookUp) -> Answer<Released> {
    send(POST, &address::look_ups(code), look_up).await
}

/// Leaves a vote out of the evaluation, with a reason, or takes it in again.
pub async fn evaluate(code: &WebinarCode, evaluate: &Evaluate) -> Answer<After> {
    send(PUT, &address::evaluation(code), evaluate).await
}

/// Has a look-up written down and names released, without what was voted.
pub async fn voters(code: &WebinarCode, look_up: &LookUp) -> Answer<Released> {
    send(POST, &address::voters(code), look_up).await
}

/// Writes down that somebody knows that the log of look-ups is broken.
pub async fn acknowledge(look_up: &LookUp) -> Answer<()> {
    let body = encode(look_up)?;
    tell(POST, address::VENDOR_LOG_ACKNOWLEDGEMENT, Some(body)).await
}

/// Strikes ballots, on record.
pub async fn strike(code: &WebinarCode, strike: &Strike) -> Answer<Released> {
    send(POST, &address::strikes(code), strike).await
}

/// A webinar's invitations: how many, and who may vote.
pub async fn invitations(code: &WebinarCode) -> Answer<Invitations> {
    get(&address::invitations(code)).await
}

/// Adds invitations by their hashes; the same again changes nothing.
pub async fn invite(code: &WebinarCode, new: &NewInvitations) -> Answer<Invitations> {
    send(POST, &address::invitations(code), new).await
}

/// Says whether only the invited can vote.
pub async fn restrict(code: &WebinarCode, who: WhoMayVote) -> Answer<Invitations> {
    send(PUT, &address::invitations(code), &who).await
}

/// Withdraws all invitations.
pub async fn withdraw(code: &WebinarCode) -> Answer<Invitations> {
    get_by(DELETE, &address::invitations(code)).await
}

/// Deletes what is personal in a webinar; the result stays.
pub async fn forget(code: &WebinarCode) -> Answer<()> {
    tell(DELETE, &address::personal_data(code), None).await
}

/// The page of financing, as it stands or as it stood at the end of a day.
pub async fn financing(as_of: Option<Date>) -> Answer<Portfolio> {
    get(&address::financing_as_of(as_of)).await
}

/// Trades the code of the page of financing for a cookie.
pub async fn open_financing(code: &str) -> Answer<()> {
    let body = format!("{{\"code\":{}}}", encode(&code)?);
    tell(POST, address::FINANCING_SESSION, Some(body)).await
}

/// A view at this address, and the server's clock when it answered.
pub async fn view<V: FromJson>(address: &str) -> Answer<(V, Option<Millis>)> {
    let Reply { body, date } = exchange(GET, address, None, V::REFUSAL).await?;
    Ok((decode(&body)?, date))
}

struct Reply {
    body: String,
    date: Option<Millis>,
}

async fn get<T: FromJson>(address: &str) -> Answer<T> {
    get_by(GET, address).await
}

async fn get_by<T: FromJson>(method: &str, address: &str) -> Answer<T> {
    decode(&exchange(method, address, None, T::REFUSAL).await?.body)
}

/// Sends what has no answer but that it arrived; only staff does.
async fn tell(method: &str, address: &str, body: Option<String>) -> Answer<()> {
    exchange(method, address, body.map(Into::into), json::any_refusal).await?;
    Ok(())
}

/// Sends what is written as JSON already: on a phone, a writer of its own for every kind costs too much.
async fn hand_in<T: FromJson>(method: &str, address: &str, body: String) -> Answer<T> {
    let reply = exchange(method, address, Some(body.into()), T::REFUSAL).await?;
    decode(&reply.body)
}

async fn send<B: Serialize, T: FromJson>(method: &str, address: &str, body: &B) -> Answer<T> {
    hand_in(method, address, encode(body)?).await
}

fn encode<B: Serialize>(body: &B) -> Answer<String> {
    json::write(body).ok_or(ApiError::Offline)
}

/// An answer that cannot be read came from something between us and the server, such as a hotel's log-in page.
fn decode<T: FromJson>(body: &str) -> Answer<T> {
    json::read(body).ok_or(ApiError::Offline)
}

/// A body that is text is JSON; a file says itself what it is.
async fn exchange(
    method: &str,
    address: &str,
    body: Option<JsValue>,
    refusal: fn(&str) -> Option<Refusal>,
) -> Answer<Reply> {
    let lost = |_| ApiError::Offline;
    let abort = AbortController::new().map_err(lost)?;
    let request = RequestInit::new();
    request.set_method(method);
    request.set_signal(Some(&abort.signal()));
    if method == GET {
        // As a preload asks, so that what boot.js has sent for is taken, and not fetched again by WebKit.
        request.set_mode(RequestMode::NoCors);
        request.set_credentials(RequestCredentials::Include);
    }
    let mut patience = PATIENCE_MS;
    if let Some(body) = body {
        if body.is_string() {
            let headers = Headers::new().map_err(lost)?;
            headers
                .set("Content-Type", "application/json")
                .map_err(lost)?;
            request.set_headers(&headers);
        } else {
            patience = UPLOAD_PATIENCE_MS;
        }
        request.set_body(&body);
    }
    let _patience = Timeout::new(patience, move || abort.abort());
    let response = JsFuture::from(window().fetch_with_str_and_init(address, &request));
    let response: Response = response.await.map_err(lost)?.unchecked_into();
    let date = server_clock(&response);
    let body = JsFuture::from(response.text().map_err(lost)?);
    let body = body.await.map_err(lost)?.as_string().unwrap_or_default();
    if response.ok() {
        return Ok(Reply { body, date });
    }
    Err(refusal(&body).map_or(ApiError::Offline, ApiError::Refused))
}

fn server_clock(response: &Response) -> Option<Millis> {
    let now = response.headers().get("barometer-clock").ok()??;
    now.parse().ok()
}
