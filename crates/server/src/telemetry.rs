//! What an operator watches, for Prometheus. Sums over the whole server only: no webinar, no address and no person is
//! named, and nothing says what was voted. Nothing is counted unless somebody asks for it (`--metrics-bind`).

use std::io;
use std::time::{Duration, Instant};

use axum::extract::{MatchedPath, Request};
use axum::http::header;
use axum::middleware::Next;
use axum::response::Response;
use axum::{Router, routing};
use metrics::{
    Unit, counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram,
};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};
use tokio::net::TcpListener;

const VOTES: &str = "barometer_votes_total";
const VOTES_REFUSED: &str = "barometer_votes_refused_total";
const BATCH_VOTES: &str = "barometer_batch_votes";
const BATCH_SECONDS: &str = "barometer_batch_seconds";
const COMMIT_SECONDS: &str = "barometer_commit_seconds";
const BATCHES_LOST: &str = "barometer_batches_refused_total";
const QUEUE: &str = "barometer_writer_queue";
const STREAMS: &str = "barometer_streams";
const CONNECTIONS: &str = "barometer_connections";
const VIEW_LAG: &str = "barometer_view_lag_seconds";
const RESPONSES: &str = "barometer_responses_total";
const RESPONSE_SECONDS: &str = "barometer_response_seconds";

/// From a third of a millisecond to ten seconds, in seconds.
const SECONDS: [f64; 14] = [
    0.0003, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0,
];
/// Ballots in one transaction; the writer takes 1,024 at most.
const SIZES: [f64; 8] = [1.0, 2.0, 5.0, 20.0, 50.0, 200.0, 500.0, 1_024.0];

/// Counts from now on, in this process.
///
/// # Errors
/// When something counts already.
pub fn install() -> Result<PrometheusHandle, BuildError> {
    let handle = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".into()), &SECONDS)?
        .set_buckets_for_metric(Matcher::Full(BATCH_VOTES.into()), &SIZES)?
        .install_recorder()?;
    describe_counter!(VOTES, "Ballots that were committed.");
    describe_counter!(VOTES_REFUSED, "Ballots that the rules refused.");
    describe_histogram!(BATCH_VOTES, "Ballots in one transaction.");
    describe_histogram!(
        BATCH_SECONDS,
        Unit::Seconds,
        "What is in a transaction, without its commit."
    );
    describe_histogram!(
        COMMIT_SECONDS,
        Unit::Seconds,
        "A commit with its sync to the disk."
    );
    describe_counter!(BATCHES_LOST, "Transactions that could not be committed.");
    describe_gauge!(QUEUE, "What waits for the writer; at 16,384 it is refused.");
    describe_gauge!(STREAMS, "Streams of views that are open.");
    describe_gauge!(CONNECTIONS, "Connections that are open.");
    describe_histogram!(
        VIEW_LAG,
        Unit::Seconds,
        "From a change to the view that shows it; turnouts are held back to two a second."
    );
    describe_counter!(RESPONSES, "Answers by status.");
    describe_histogram!(
        RESPONSE_SECONDS,
        Unit::Seconds,
        "From a request's head to its answer's, by the kind of page."
    );
    Ok(handle)
}

/// Answers `/metrics`, and nothing else, until the process ends.
///
/// # Errors
/// When nothing can be accepted any more.
pub async fn serve(listener: TcpListener, figures: PrometheusHandle) -> io::Result<()> {
    let upkeep = figures.clone();
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(Duration::from_secs(5)).await;
            upkeep.run_upkeep();
        }
    });
    axum::serve(listener, router(figures)).await
}

/// `/metrics`, in the text format of Prometheus.
pub fn router(figures: PrometheusHandle) -> Router {
    let render = async move || {
        let text = figures.render();
        ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text)
    };
    Router::new().route("/metrics", routing::get(render))
}

/// One transaction of the writer's.
#[derive(Debug)]
pub(crate) struct BatchTimer {
    started: Instant,
    work: Duration,
}

impl BatchTimer {
    /// `waiting` more are in the queue.
    pub(crate) fn start(waiting: usize) -> Self {
        gauge!(QUEUE).set(size(waiting));
        Self {
            started: Instant::now(),
            work: Duration::ZERO,
        }
    }

    /// All is done but the commit.
    pub(crate) fn commits(&mut self) {
        self.work = self.started.elapsed();
    }

    /// It was committed.
    pub(crate) fn finish(self) {
        histogram!(BATCH_SECONDS).record(self.work);
        histogram!(COMMIT_SECONDS).record(self.started.elapsed().saturating_sub(self.work));
    }

    /// It was not.
    pub(crate) fn lose() {
        counter!(BATCHES_LOST).increment(1);
    }
}

/// So many ballots of one transaction were taken, and so many refused.
pub(crate) fn ballots(taken: usize, refused: usize) {
    counter!(VOTES).increment(taken as u64);
    counter!(VOTES_REFUSED).increment(refused as u64);
    histogram!(BATCH_VOTES).record(size(taken + refused));
}

/// A view shows what has changed `since`.
pub(crate) fn view_shows_changes(since: Instant) {
    histogram!(VIEW_LAG).record(since.elapsed());
}

/// Counts among what is open, until it is dropped.
#[derive(Debug)]
pub(crate) struct OpenGauge(&'static str);

impl OpenGauge {
    /// A stream of views.
    pub(crate) fn stream() -> Self {
        Self::named(STREAMS)
    }

    /// A connection.
    pub(crate) fn connection() -> Self {
        Self::named(CONNECTIONS)
    }

    fn named(name: &'static str) -> Self {
        gauge!(name).increment(1.0);
        Self(name)
    }
}

impl Drop for OpenGauge {
    fn drop(&mut self) {
        gauge!(self.0).decrement(1.0);
    }
}

/// Counts an answer, by its status and by the kind of its page: never by its address, which may name a webinar.
pub(crate) async fn count_answer(request: Request, next: Next) -> Response {
    let started = Instant::now();
    let kind = kind_of(&request);
    let answer = next.run(request).await;
    let status = answer.status().as_u16().to_string();
    counter!(RESPONSES, "status" => status).increment(1);
    histogram!(RESPONSE_SECONDS, "kind" => kind).record(started.elapsed());
    answer
}

/// Few kinds, so that none is one webinar's, or one person's.
fn kind_of(request: &Request) -> &'static str {
    let matched = request.extensions().get::<MatchedPath>();
    let path = matched.map_or_else(|| request.uri().path(), MatchedPath::as_str);
    match path {
        path if path.ends_with("/ballot") => "ballot",
        path if path.ends_with("/participants") => "join",
        path if path.ends_with("/events") => "stream",
        path if path.starts_with("/api/v1/vendor") => "vendor",
        path if path.starts_with("/api/") => "api",
        path if path.starts_with("/w/") => "webinar_page",
        path if path == "/healthz" || path == "/readyz" => "health",
        _ => "page",
    }
}

#[expect(clippy::cast_precision_loss, reason = "no queue has 2^52 places")]
fn size(number: usize) -> f64 {
    number as f64
}
