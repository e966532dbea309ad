//! Countdowns: measured by the stage's own clock, whatever becomes of the computer's, and never by two processes.

use std::time::{Duration, Instant};

use axum::http::Request;
use barometer_domain::barometer::Phase;
use barometer_domain::ids::Millis;
use barometer_domain::view::ConsoleView;
use barometer_domain::wire::Hello;
use barometer_server::clock::StageClock;
use barometer_server::rooms::Rooms;
use barometer_server::store::{Store, now};
use futures_util::StreamExt;
use serde_json::json;

use crate::app::{App, CODE, eventually, keys};

const HOUR: Millis = 60 * 60 * 1000;

/// What the first event of a newcomer's stream says.
async fn hello(app: &App) -> Millis {
    let request = Request::get(format!("/api/v1/webinars/{CODE}/events"));
    let answer = app.send_and_follow(request).await;
    let mut stream = answer.into_body().into_data_stream();
    let first = stream.next().await.unwrap().unwrap();
    let text = String::from_utf8(first.to_vec()).unwrap();
    let data = text
        .lines()
        .find_map(|line| line.strip_prefix("data: "))
        .unwrap();
    serde_json::from_str::<Hello>(data).unwrap().now
}

/// A process whose computer's clock was set forward, or back, by an hour after it had started.
async fn after_a_step(by: Millis) -> App {
    App::start_with(StageClock::set_to(now() - by)).await
}

#[tokio::test]
async fn after_a_step_of_the_clock_whoever_joins_sees_the_right_second() {
    for by in [HOUR, -HOUR] {
        let app = after_a_step(by).await;
        let mut presenter = app.presenter().await;
        presenter.opens().await;
        let start = json!({ "do": "start_countdown", "seconds": 60 });
        let view = presenter.commands(&[start]).await.audience;
        let ends_at = view.barometer.ends_at.unwrap();
        let left = ends_at - hello(&app).await;
        assert!(
            (50_000..=60_000).contains(&left),
            "{left} ms left for a newcomer"
        );
        let polled = app.browser().get("/view").await;
        let clock: Millis = polled.headers["barometer-clock"]
            .to_str()
            .unwrap()
            .parse()
            .unwrap();
        let left = ends_at - clock;
        assert!(
            (50_000..=60_000).contains(&left),
            "{left} ms left without a stream"
        );
        let extend = json!({ "do": "extend_countdown", "seconds": 30 });
        let view = presenter.commands(&[extend]).await.audience;
        let barometer = view.barometer;
        let whole = barometer.ends_at.unwrap() - barometer.counts_from.unwrap();
        assert_eq!(whole, 90_000, "of a countdown of 60 s and 30 more");
        let left = barometer.ends_at.unwrap() - hello(&app).await;
        assert!(
            (80_000..=90_000).contains(&left),
            "{left} ms left after the extension"
        );
        let on_screen = hello(&app).await - view.since;
        assert!((0..10_000).contains(&on_screen), "shown for {on_screen} ms");
    }
}

#[tokio::test]
async fn after_a_step_of_the_clock_a_countdown_ends_when_it_should() {
    for by in [HOUR, -HOUR] {
        let app = after_a_step(by).await;
        let mut presenter = app.presenter().await;
        presenter.opens().await;
        let began = Instant::now();
        let start = json!({ "do": "start_countdown", "seconds": 1 });
        presenter.commands(&[start]).await;
        let phase = async || app.view().await.barometer.phase;
        eventually(phase, |phase| *phase >= Phase::Closing).await;
        let took = began.elapsed();
        assert!(
            (Duration::from_secs(1)..Duration::from_secs(6)).contains(&took),
            "{took:?}"
        );
    }
}

/// Another process over the same data.
async fn second_process(app: &App, clock: StageClock) -> Store {
    let file = app.directory.path().join("data/barometer.db");
    let url = format!("sqlite:{}", file.display());
    Store::open_with(&url, keys(&app.directory), clock)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_second_process_that_starts_stops_the_countdown_and_the_console_says_so() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    let start = json!({ "do": "start_countdown", "seconds": 60 });
    presenter.commands(&[start]).await;
    second_process(&app, StageClock::set_to(now()))
        .await
        .recover()
        .await
        .unwrap();
    let console: ConsoleView = presenter.get("/console/view").await.json();
    let barometer = console.audience.barometer;
    assert_eq!((barometer.phase, barometer.ends_at), (Phase::Open, None));
    assert!(console.countdown_lost);
}

#[tokio::test]
async fn a_countdown_of_another_process_closes_nothing_here_and_can_be_stopped() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    // Its clock is an hour behind: by ours the countdown would be long over.
    let other = second_process(&app, StageClock::set_to(now() - HOUR)).await;
    let elsewhere = Rooms::new(other, None)
        .get(&CODE.parse().unwrap())
        .await
        .unwrap();
    let step = elsewhere.console().await.unwrap().step;
    let start = json!({ "command": { "do": "start_countdown", "seconds": 60 }, "seen_step": step });
    let there = elsewhere
        .command(serde_json::from_value(start).unwrap())
        .await
        .unwrap();
    assert!(there.audience.barometer.ends_at.is_some() && !there.countdown_elsewhere);

    tokio::time::sleep(Duration::from_millis(2_500)).await;
    let console: ConsoleView = presenter.get("/console/view").await.json();
    assert!(console.countdown_elsewhere);
    let barometer = console.audience.barometer;
    assert_eq!((barometer.phase, barometer.ends_at), (Phase::Open, None));
    let extend = json!({ "do": "extend_countdown", "seconds": 30 });
    assert_eq!(presenter.command(&extend).await.refusal().0, 409);
    let stopped = presenter
        .commands(&[json!({ "do": "stop_countdown" })])
        .await;
    assert!(!stopped.countdown_elsewhere);
    let there = elsewhere.console().await.unwrap();
    assert_eq!(there.audience.barometer.ends_at, None);
}
