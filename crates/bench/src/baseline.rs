//! What is measured against: votes in a map in memory. No disk, no checks, answers at once.

use std::collections::HashMap;
use std::convert::Infallible;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::Result;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse};
use axum::routing::{get, post, put};
use axum::{Json, Router};
use futures_util::stream;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, stdin};
use tokio::net::{TcpListener, TcpSocket};
use tokio::sync::{Notify, watch};
use tokio::time::sleep;

/// All there is; gone with the process.
#[derive(Default)]
struct Memory {
    phase: &'static str,
    joined: u32,
    ballots: HashMap<String, Vec<u16>>,
}

struct Baseline {
    memory: Mutex<Memory>,
    newest: watch::Sender<Bytes>,
    changed: Notify,
    pace: Duration,
}

type Shared = State<Arc<Baseline>>;

/// Prints its address and serves until its standard input ends.
pub(crate) async fn serve(pace: Duration) -> Result<()> {
    let memory = Memory {
        phase: "draft",
        ..Memory::default()
    };
    let baseline = Arc::new(Baseline {
        newest: watch::Sender::new(event(&memory)),
        memory: Mutex::new(memory),
        changed: Notify::new(),
        pace,
    });
    let webinar = Router::new()
        .route("/participants", post(join))
        .route("/ballot", put(vote))
        .route("/events", get(follow))
        .route("/console/session", post(async || StatusCode::NO_CONTENT))
        .route("/console/view", get(view))
        .route("/console/events", get(follow))
        .route("/console", post(command))
        .with_state(baseline.clone());
    let router = Router::new().nest("/api/v1/webinars/{code}", webinar);
    let listener = listen()?;
    println!("{}", listener.local_addr()?);
    tokio::select! {
        served = axum::serve(listener, router) => served?,
        () = baseline.publish_at_pace() => {}
        () = input_ended() => {}
    }
    Ok(())
}

/// The usual queue of 128 would make a room that connects at once wait for a second.
fn listen() -> Result<TcpListener> {
    let socket = TcpSocket::new_v4()?;
    socket.bind((Ipv4Addr::LOCALHOST, 0).into())?;
    Ok(socket.listen(4096)?)
}

async fn input_ended() {
    let _ = stdin().read(&mut [0]).await;
}

impl Baseline {
    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn publish(&self) {
        let event = event(&self.memory());
        self.newest.send_replace(event);
    }

    async fn publish_at_pace(&self) {
        loop {
            self.changed.notified().await;
            self.publish();
            sleep(self.pace).await;
        }
    }
}

fn event(memory: &Memory) -> Bytes {
    let number = json!({ "phase": memory.phase, "voted": memory.ballots.len() });
    format!("event: view\ndata: {number}\n\n").into()
}

async fn join(State(baseline): Shared) -> impl IntoResponse {
    let mut memory = baseline.memory();
    memory.joined += 1;
    let cookie = format!("participant={}; Path=/", memory.joined);
    (
        AppendHeaders([(header::SET_COOKIE, cookie)]),
        Json(json!({})),
    )
}

async fn vote(State(baseline): Shared, headers: HeaderMap, Json(cast): Json<Value>) -> Json<Value> {
    let cookie = headers
        .get(header::COOKIE)
        .and_then(|cookie| cookie.to_str().ok());
    let choices = serde_json::from_value(cast["choices"].clone()).unwrap_or_default();
    baseline
        .memory()
        .ballots
        .insert(cookie.unwrap_or_default().to_owned(), choices);
    if baseline.pace.is_zero() {
        baseline.publish();
    } else {
        baseline.changed.notify_one();
    }
    Json(cast)
}

async fn follow(State(baseline): Shared) -> impl IntoResponse {
    let mut newest = baseline.newest.subscribe();
    newest.mark_changed();
    let events = stream::unfold(newest, async |mut newest| {
        newest.changed().await.ok()?;
        let event = newest.borrow_and_update().clone();
        Some((Ok::<_, Infallible>(event), newest))
    });
    (
        [(header::CONTENT_TYPE, "text/event-stream")],
        Body::from_stream(events),
    )
}

async fn command(State(baseline): Shared, Json(seen): Json<Value>) -> Json<Value> {
    match seen["command"]["do"].as_str() {
        Some("open") => baseline.memory().phase = "open",
        Some("close") => baseline.memory().phase = "closed",
        _ => {}
    }
    baseline.publish();
    view(State(baseline)).await
}

/// As much of a console's view as the presenter here reads.
async fn view(State(baseline): Shared) -> Json<Value> {
    let memory = baseline.memory();
    let mut votes: HashMap<u16, u32> = HashMap::new();
    for choice in memory.ballots.values().flatten() {
        *votes.entry(*choice).or_default() += 1;
    }
    let row = |(candidate, votes)| json!({ "candidate": candidate, "votes": votes });
    let rows: Vec<Value> = votes.into_iter().map(row).collect();
    Json(json!({
        "audience": {
            "barometer": { "phase": memory.phase, "turnout": { "voted": memory.ballots.len() } },
            "screen": { "rows": rows },
        },
        "agenda": [{ "stage": "barometer" }],
        "step": 0,
    }))
}
