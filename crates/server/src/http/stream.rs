//! The streams: server-sent events that carry whole views, each serialised once for everyone.

use std::convert::Infallible;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use barometer_domain::ids::Millis;
use barometer_domain::wire::{Hello, Problem};
use futures_util::stream::{self, Stream};
use serde::Deserialize;
use tokio::time::{Instant, Interval, interval_at};

use super::cookies::{PresenterAccess, WebinarAccess};
use super::parameters::ApiQuery;
use crate::rooms::{EventBytes, Room, StreamFollower, StreamSubscription};
use crate::telemetry::OpenGauge;

/// A real event, so that a browser notices a dead link.
static PING: LazyLock<EventBytes> = LazyLock::new(|| EventBytes::new(b"event: ping\ndata: {}\n\n"));
/// How often it is asked whether the session lasts that a stream is for.
const CHECK_EVERY: Duration = Duration::from_secs(10);

/// Who follows: a projector says so and is not counted as a phone.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum FollowAs {
    #[default]
    Phone,
    Screen,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct FollowQuery {
    #[serde(default, rename = "as")]
    who: FollowAs,
}

/// The audience's views, as they come.
#[utoipa::path(get, path = "/webinars/{code}/events",
    params(("code" = String, Path), ("as" = Option<String>, Query, description = "`phone` or `screen`")),
    responses((status = 200, content_type = "text/event-stream",
        description = "`hello`, then `view` (an AudienceView) at every change, and `ping` every 15 s"),
    (status = 404, body = Problem)))]
pub(super) async fn audience(
    here: WebinarAccess,
    ApiQuery(follow): ApiQuery<FollowQuery>,
) -> Response {
    let who = match follow.who {
        FollowAs::Phone => {
            StreamFollower::Phone(here.participant.map(|participant| participant.slot))
        }
        FollowAs::Screen => StreamFollower::Screen,
    };
    let now = here.room.stage_now();
    respond(here.room.watch(who), now)
}

/// The presenter's views, as they come.
#[utoipa::path(get, path = "/webinars/{code}/console/events", params(("code" = String, Path)),
    responses((status = 200, content_type = "text/event-stream",
        description = "`hello`, then `view` (a ConsoleView) at every change, and `ping` every 15 s"),
    (status = 403, body = Problem)))]
pub(super) async fn console(desk: PresenterAccess) -> Response {
    let session = StreamSession {
        room: desk.room.clone(),
        token: desk.token,
        checks: interval_at(Instant::now() + CHECK_EVERY, CHECK_EVERY),
    };
    let now = desk.room.stage_now();
    let watching = desk.room.watch(StreamFollower::Console);
    stream_of(watching, now, Some(session))
}

/// Hello with what the stage's clock shows, the newest view, and every later one.
pub(super) fn respond(watching: StreamSubscription, now: Millis) -> Response {
    stream_of(watching, now, None)
}

fn stream_of(
    watching: StreamSubscription,
    now: Millis,
    session: Option<StreamSession>,
) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/event-stream"),
        (header::CACHE_CONTROL, "no-store"),
        (header::HeaderName::from_static("x-accel-buffering"), "no"),
    ];
    let events = HeldEvents::hold(StreamEvents::new(watching, now, session));
    let body = Body::from_stream(body_of(events.clone()));
    let mut answer = (headers, body).into_response();
    answer.extensions_mut().insert(events);
    answer
}

/// The events of an answer, until its body asks for the first of them, or whoever has the socket takes them to write them
/// there himself.
#[derive(Clone)]
pub struct HeldEvents(Arc<Mutex<Option<StreamEvents>>>);

impl HeldEvents {
    fn hold(events: StreamEvents) -> Self {
        Self(Arc::new(Mutex::new(Some(events))))
    }

    /// The events, unless they were taken.
    pub fn take(&self) -> Option<StreamEvents> {
        // Nothing panics while it is held.
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.take()
    }
}

/// The same events as a body, for whoever has no socket.
fn body_of(held: HeldEvents) -> impl Stream<Item = Result<Bytes, Infallible>> {
    stream::unfold((held, None), async |(held, taken)| {
        let mut events: StreamEvents = match taken {
            Some(events) => events,
            None => held.take()?,
        };
        let event = events.next().await?;
        Some((Ok(event.event().clone()), (held, Some(events))))
    })
}

/// What is said to one follower, event by event.
pub struct StreamEvents {
    hello: Option<EventBytes>,
    is_first: bool,
    watching: StreamSubscription,
    session: Option<Box<StreamSession>>,
    _open: OpenGauge,
}

/// The session that a stream is for, and ends with.
struct StreamSession {
    room: Arc<Room>,
    token: String,
    checks: Interval,
}

impl StreamSession {
    /// Whether it lasts; a stream that is open counts as use.
    async fn lasts(&self) -> bool {
        let asked = self.room.is_presenter(&self.token).await;
        // What cannot be asked now is asked again.
        asked.unwrap_or(true)
    }
}

/// When it is time to ask whether a session lasts; never for a stream without one.
async fn check_due(session: Option<&mut StreamSession>) {
    match session {
        Some(session) => {
            session.checks.tick().await;
        }
        None => std::future::pending().await,
    }
}

impl StreamEvents {
    fn new(watching: StreamSubscription, now: Millis, session: Option<StreamSession>) -> Self {
        let hello = serde_json::to_string(&Hello { now }).unwrap_or_default();
        let hello = format!("retry: 1000\nevent: hello\ndata: {hello}\n\n");
        Self {
            hello: Some(EventBytes::new(hello.as_bytes())),
            is_first: true,
            watching,
            session: session.map(Box::new),
            _open: OpenGauge::stream(),
        }
    }

    /// Hello, the newest view, each newer one as soon as it is there, and pings; `None` when the server stops, or the session
    /// has ended. Nothing is lost when it is not waited for to the end.
    pub async fn next(&mut self) -> Option<EventBytes> {
        if let Some(hello) = self.hello.take() {
            return Some(hello);
        }
        let StreamSubscription {
            frames,
            closing,
            pings,
            ..
        } = &mut self.watching;
        if self.is_first {
            self.is_first = false;
            return Some(frames.borrow_and_update().event.clone());
        }
        loop {
            let is_over = tokio::select! {
                biased;
                _ = closing.wait_for(|closing| *closing) => true,
                changed = frames.changed() => {
                    changed.ok()?;
                    return Some(frames.borrow_and_update().event.clone());
                }
                due = pings.changed() => {
                    due.ok()?;
                    return Some(PING.clone());
                }
                () = check_due(self.session.as_deref_mut()) => false,
            };
            match &self.session {
                Some(session) if !is_over && session.lasts().await => {}
                _ => return None,
            }
        }
    }
}
