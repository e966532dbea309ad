//! The streams: server-sent events that carry whole views, each serialised once for everyone.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::Query;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use barometer_domain::ids::Millis;
use barometer_domain::wire::{Hello, Problem};
use futures_util::stream::{self, Stream, StreamExt};
use serde::Deserialize;
use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at};

use super::cookies::{PresenterAccess, WebinarAccess};
use crate::rooms::{Room, StreamFollower, StreamSubscription};
use crate::telemetry::OpenGauge;

/// A real event, so that a browser notices a dead link.
const PING: &[u8] = b"event: ping\ndata: {}\n\n";
const PING_EVERY: Duration = Duration::from_secs(15);
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
pub(super) async fn audience(here: WebinarAccess, follow: Query<FollowQuery>) -> Response {
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
    let body = Body::from_stream(events(watching, now, session).map(Ok::<_, Infallible>));
    (headers, body).into_response()
}

struct StreamState {
    watching: StreamSubscription,
    pings: Interval,
    session: Option<StreamSession>,
    checks: Interval,
    _open: OpenGauge,
}

/// The session that a stream is for, and ends with.
struct StreamSession {
    room: Arc<Room>,
    token: String,
}

impl StreamSession {
    /// Whether it lasts; a stream that is open counts as use.
    async fn lasts(&self) -> bool {
        let asked = self.room.is_presenter(&self.token).await;
        // What cannot be asked now is asked again.
        asked.unwrap_or(true)
    }
}

fn events(
    mut watching: StreamSubscription,
    now: Millis,
    session: Option<StreamSession>,
) -> impl Stream<Item = Bytes> {
    let hello = serde_json::to_string(&Hello { now }).unwrap_or_default();
    let hello = Bytes::from(format!("retry: 1000\nevent: hello\ndata: {hello}\n\n"));
    let first = watching.frames.borrow_and_update().event.clone();
    let mut pings = interval_at(Instant::now() + PING_EVERY, PING_EVERY);
    pings.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let checks = interval_at(Instant::now() + CHECK_EVERY, CHECK_EVERY);
    let follower = StreamState {
        watching,
        pings,
        session,
        checks,
        _open: OpenGauge::stream(),
    };
    let later = stream::unfold(follower, async |mut follower| {
        let event = follower.next().await?;
        Some((event, follower))
    });
    stream::iter([hello, first]).chain(later)
}

impl StreamState {
    /// The newest view when there is one, a ping when there has been none; `None` when the server stops, or the
    /// session has ended.
    async fn next(&mut self) -> Option<Bytes> {
        loop {
            let StreamSubscription {
                frames, closing, ..
            } = &mut self.watching;
            let is_over = tokio::select! {
                _ = closing.wait_for(|closing| *closing) => true,
                changed = frames.changed() => {
                    changed.ok()?;
                    self.pings.reset();
                    return Some(frames.borrow_and_update().event.clone());
                }
                _ = self.pings.tick() => return Some(Bytes::from_static(PING)),
                _ = self.checks.tick(), if self.session.is_some() => false,
            };
            match &self.session {
                Some(session) if !is_over && session.lasts().await => {}
                _ => return None,
            }
        }
    }
}
