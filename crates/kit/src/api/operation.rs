//! How an operation of the server is called: the only place that calls HTTP.

use std::marker::PhantomData;
use std::pin::Pin;

use barometer_domain::ids::Millis;
use barometer_domain::refusal::Refusal;
use barometer_json::FromJson;
use gloo_timers::callback::Timeout;
use leptos::prelude::window;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Blob, Headers, RequestCredentials, RequestInit, RequestMode, Response,
};

use crate::json;

/// How long an answer is waited for, in milliseconds.
const TIMEOUT_MS: u32 = 10_000;
/// The same for a file that is sent, in milliseconds.
const UPLOAD_TIMEOUT_MS: u32 = 60_000;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApiError {
    /// The server refused, and said why.
    Refused(Refusal),
    /// No answer, or none that can be read: try again later.
    Offline,
}

impl ApiError {
    /// Whether nobody has decided anything: the same question may be answered another time.
    pub fn is_failure(&self) -> bool {
        matches!(self, Self::Offline | Self::Refused(Refusal::Internal))
    }
}

/// What the server answered, or why it did not.
pub type Answer<T> = Result<T, ApiError>;

/// One call of the server, ready to be sent: `.await` sends it, and each clone can be sent once more.
pub struct Operation<A> {
    method: &'static str,
    address: String,
    body: Option<JsValue>,
    refusal: RefusalReader,
    answer: PhantomData<fn() -> A>,
}

/// Reads why the server gave no answer.
pub(super) type RefusalReader = fn(&str) -> Option<Refusal>;

impl<A> Clone for Operation<A> {
    fn clone(&self) -> Self {
        Self {
            method: self.method,
            address: self.address.clone(),
            body: self.body.clone(),
            refusal: self.refusal,
            answer: PhantomData,
        }
    }
}

impl<A> Operation<A> {
    pub(super) fn new(method: &'static str, address: String, refusal: RefusalReader) -> Self {
        Self {
            method,
            address,
            body: None,
            refusal,
            answer: PhantomData,
        }
    }

    pub(super) fn with<B: RequestBody + ?Sized>(self, body: &B) -> Self {
        Self {
            body: Some(body.to_js()),
            ..self
        }
    }

    /// The same call, answered with what the server's clock showed as well.
    pub fn timed(self) -> Operation<Timed<A>> {
        Operation {
            method: self.method,
            address: self.address,
            body: self.body,
            refusal: self.refusal,
            answer: PhantomData,
        }
    }
}

/// What a request carries.
pub(super) trait RequestBody {
    /// As the browser's `fetch` takes it: JSON as a text, or a file.
    fn to_js(&self) -> JsValue;
}

impl<T: Serialize> RequestBody for T {
    fn to_js(&self) -> JsValue {
        // What JSON cannot say is sent as nothing, which the server refuses.
        json::write(self).unwrap_or_default().into()
    }
}

/// What is JSON already: a phone writes without `serde`.
pub struct WrittenJson(pub(super) String);

impl RequestBody for WrittenJson {
    fn to_js(&self) -> JsValue {
        JsValue::from_str(&self.0)
    }
}

/// A file, which says itself what it is.
pub struct FileBody(pub(super) Blob);

impl RequestBody for FileBody {
    fn to_js(&self) -> JsValue {
        self.0.clone().into()
    }
}

/// What comes back from the server.
pub struct Reply {
    body: String,
    /// What the server's clock showed, in milliseconds since 1970.
    clock: Option<Millis>,
}

/// What can be read from a reply.
pub trait FromReply: Sized {
    /// `None` if it is not what was expected; then it came from something between us and the server, such as a hotel's
    /// log-in page.
    fn from_reply(reply: Reply) -> Option<Self>;
}

impl<T: FromJson> FromReply for T {
    fn from_reply(reply: Reply) -> Option<Self> {
        json::read(&reply.body)
    }
}

/// Nothing but that it is done.
pub struct Done;

impl FromReply for Done {
    fn from_reply(_: Reply) -> Option<Self> {
        Some(Self)
    }
}

/// A view, and what the server's clock showed when it answered, in milliseconds since 1970.
pub struct Timed<A>(pub A, pub Option<Millis>);

impl<T: FromJson> FromReply for Timed<T> {
    fn from_reply(reply: Reply) -> Option<Self> {
        let clock = reply.clock;
        Some(Self(T::from_reply(reply)?, clock))
    }
}

/// JSON that is passed on unread.
pub struct UnreadJson(pub String);

impl FromReply for UnreadJson {
    fn from_reply(reply: Reply) -> Option<Self> {
        Some(Self(reply.body))
    }
}

impl<A: FromReply + 'static> IntoFuture for Operation<A> {
    type Output = Answer<A>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output>>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let reply = exchange(self.method, self.address, self.body, self.refusal).await?;
            A::from_reply(reply).ok_or(ApiError::Offline)
        })
    }
}

/// A body that is text is JSON; a file says itself what it is.
async fn exchange(
    method: &'static str,
    address: String,
    body: Option<JsValue>,
    refusal: RefusalReader,
) -> Answer<Reply> {
    let lost = |_| ApiError::Offline;
    let abort = AbortController::new().map_err(lost)?;
    let request = RequestInit::new();
    request.set_method(method);
    request.set_signal(Some(&abort.signal()));
    if method == "GET" {
        // As a preload asks, so that what boot.js has sent for is taken, and not fetched again by WebKit.
        request.set_mode(RequestMode::NoCors);
        request.set_credentials(RequestCredentials::Include);
    }
    let mut timeout = TIMEOUT_MS;
    if let Some(body) = body {
        if body.is_string() {
            let headers = Headers::new().map_err(lost)?;
            headers
                .set("Content-Type", "application/json")
                .map_err(lost)?;
            request.set_headers(&headers);
        } else {
            timeout = UPLOAD_TIMEOUT_MS;
        }
        request.set_body(&body);
    }
    let _timeout = Timeout::new(timeout, move || abort.abort());
    let response = JsFuture::from(window().fetch_with_str_and_init(&address, &request));
    let response: Response = response.await.map_err(lost)?.unchecked_into();
    let clock = server_clock(&response);
    let body = JsFuture::from(response.text().map_err(lost)?);
    let body = body.await.map_err(lost)?.as_string().unwrap_or_default();
    if response.ok() {
        return Ok(Reply { body, clock });
    }
    Err(refusal(&body).map_or(ApiError::Offline, ApiError::Refused))
}

fn server_clock(response: &Response) -> Option<Millis> {
    let now = response.headers().get("barometer-clock").ok()??;
    now.parse().ok()
}
