//! The streams and the server's clock.

use axum::body::{Body, BodyDataStream};
use axum::http::{Request, StatusCode, header};
use barometer_domain::barometer::Phase;
use barometer_domain::view::{AudienceView, ConsoleView, Screen};
use futures_util::StreamExt;
use serde_json::json;
use tower::ServiceExt;

use crate::app::{App, CODE, eventually};

/// Reads a stream event by event.
struct Events(BodyDataStream, String);

impl Events {
    async fn follow(app: &App) -> Self {
        Self::follow_as(app, "").await
    }

    async fn follow_as(app: &App, cookie: &str) -> Self {
        let request =
            Request::get(format!("/api/v1/webinars/{CODE}/events")).header(header::COOKIE, cookie);
        let answer = app
            .router
            .clone()
            .oneshot(request.body(Body::empty()).unwrap())
            .await
            .unwrap();
        assert_eq!(answer.headers()[header::CONTENT_TYPE], "text/event-stream");
        Self(answer.into_body().into_data_stream(), String::new())
    }

    /// The next event's name and data.
    async fn next(&mut self) -> (String, String) {
        while !self.1.contains("\n\n") {
            let bytes = self.0.next().await.expect("the stream goes on").unwrap();
            self.1.push_str(std::str::from_utf8(&bytes).unwrap());
        }
        let (event, rest) = self.1.split_once("\n\n").unwrap();
        let field = |name: &str| {
            let line = event.lines().find_map(|line| line.strip_prefix(name));
            line.unwrap_or_default().trim_start().to_owned()
        };
        let read = (field("event:"), field("data:"));
        self.1 = rest.into();
        read
    }

    async fn view(&mut self) -> AudienceView {
        loop {
            let (event, data) = self.next().await;
            if event == "view" {
                return serde_json::from_str(&data).unwrap();
            }
        }
    }
}

#[tokio::test]
async fn a_latecomer_gets_hello_and_the_current_stage_at_once() {
    let app = App::start().await;
    app.presenter()
        .await
        .commands(&[json!({ "do": "go_to", "at": 2, "item": 4 })])
        .await;
    // The refresher publishes what the command led to; a follower from now on begins with it.
    let shown = |view: &AudienceView| matches!(view.screen, Screen::Candidate { candidate } if candidate.0 == 5);
    eventually(
        async || app.browser().get("/view").await.json::<AudienceView>(),
        shown,
    )
    .await;
    let mut events = Events::follow(&app).await;
    assert_eq!(events.next().await.0, "hello");
    assert!(shown(&events.view().await));
}

#[tokio::test]
async fn every_stage_reaches_those_who_follow() {
    let app = App::start().await;
    let mut events = Events::follow(&app).await;
    assert_eq!(events.view().await.screen, Screen::Welcome);
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    let mut view = events.view().await;
    while view.barometer.phase != Phase::Open {
        view = events.view().await;
    }
    app.voter("0751").await.votes(&[1]).await;
    while view.barometer.turnout.voted == 0 {
        let next = events.view().await;
        assert!(next.seq > view.seq);
        view = next;
    }
}

#[tokio::test]
async fn the_clock_closes_after_the_countdown_and_the_grace() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    presenter
        .commands(&[json!({ "do": "start_countdown", "seconds": 1 })])
        .await;
    eventually(
        async || app.view().await.barometer.phase,
        |phase| *phase == Phase::Closing,
    )
    .await;
    eventually(
        async || app.view().await.barometer.phase,
        |phase| *phase == Phase::Closed,
    )
    .await;
}

#[tokio::test]
async fn an_automatic_reveal_goes_on_by_itself_and_can_be_skipped() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    for code in ["0751", "0741", "0779", "0791", "0615"] {
        app.voter(code).await.votes(&[1]).await;
    }
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    presenter
        .commands(&[json!({ "do": "reveal", "automatic": true })])
        .await;
    let rows = |view: &AudienceView| match &view.screen {
        Screen::Result(result) => result.rows.len(),
        _ => 0,
    };
    eventually(async || app.view().await, |view| rows(view) >= 2).await;
    let all = presenter.commands(&[json!({ "do": "reveal_all" })]).await;
    assert_eq!(rows(&all.audience), 12);
}

#[tokio::test]
async fn the_view_is_tagged_so_that_polling_is_cheap() {
    let app = App::start().await;
    let first = app.browser().get("/view").await;
    let request = Request::get(format!("/api/v1/webinars/{CODE}/view"))
        .header(header::IF_NONE_MATCH, first.headers[header::ETAG].clone());
    let again = app.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(
        (again.status, again.body.len()),
        (StatusCode::NOT_MODIFIED, 0)
    );
}

#[tokio::test]
async fn the_console_counts_phones_that_are_there_and_that_got_lost() {
    let app = App::start().await;
    let cookie = app.voter("0751").await.cookie();
    let phones = async || {
        let view: ConsoleView = app.presenter().await.get("/console/view").await.json();
        (view.connected, view.reconnecting)
    };
    let first = Events::follow_as(&app, &cookie).await;
    assert_eq!(phones().await, (1, 0));
    drop(first);
    assert_eq!(phones().await, (0, 1));
    let _again = Events::follow_as(&app, &cookie).await;
    assert_eq!(phones().await, (1, 0));
}
