//! Rehearsals: real enough to practise on, and gone without a trace.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use barometer_domain::catalogue::Reality;
use barometer_domain::view::ConsoleView;
use barometer_domain::wire::{Rehearsal, WebinarInfo};
use serde_json::{Value, json};

use crate::app::{Answer, App, eventually};

/// Someone at the rehearsal's console.
struct Rehearser<'a> {
    app: &'a App,
    rehearsal: Rehearsal,
    cookie: String,
}

impl<'a> Rehearser<'a> {
    async fn start(app: &'a App) -> Self {
        let made = app
            .presenter()
            .await
            .post("/console/rehearsal", &json!({}))
            .await;
        assert_eq!(made.status, StatusCode::CREATED);
        let rehearsal: Rehearsal = made.json();
        let mut rehearser = Self {
            app,
            rehearsal,
            cookie: String::new(),
        };
        let key = json!({ "secret": rehearser.rehearsal.secret });
        let opened = rehearser.send(Method::POST, "/console/session", &key).await;
        let cookie = opened.headers[header::SET_COOKIE].to_str().unwrap();
        rehearser.cookie = cookie.split(';').next().unwrap().into();
        rehearser
    }

    async fn send(&self, method: Method, path: &str, body: &Value) -> Answer {
        let uri = format!("/api/v1/webinars/{}{path}", self.rehearsal.code);
        let request = Request::builder()
            .method(method)
            .uri(uri)
            .header(header::COOKIE, &self.cookie);
        self.app
            .send(request.body(Body::from(body.to_string())).unwrap())
            .await
    }

    async fn view(&self) -> ConsoleView {
        self.send(Method::GET, "/console/view", &json!(null))
            .await
            .json()
    }

    async fn command(&self, command: &Value) {
        let seen_step = self.view().await.step;
        let seen = json!({ "command": command, "seen_step": seen_step });
        assert_eq!(
            self.send(Method::POST, "/console", &seen).await.status,
            StatusCode::OK
        );
    }
}

#[tokio::test]
async fn a_rehearsal_is_a_webinar_of_its_own_with_people_in_it() {
    let app = App::start().await;
    let rehearser = Rehearser::start(&app).await;
    let info: WebinarInfo = rehearser.send(Method::GET, "", &json!(null)).await.json();
    assert_eq!((info.reality, info.open), (Reality::Rehearsal, true));
    rehearser.command(&json!({ "do": "go_to", "at": 3 })).await;
    rehearser.command(&json!({ "do": "open" })).await;
    let voting = |view: &ConsoleView| view.audience.barometer.turnout.voted >= 3;
    let view = eventually(async || rehearser.view().await, voting).await;
    assert_eq!(view.audience.barometer.turnout.present, 40);
    assert!(view.can_start_over);
    assert_eq!(
        app.view().await.barometer.turnout.present,
        0,
        "the real one is untouched"
    );
}

#[tokio::test]
async fn a_rehearsal_is_thrown_away_whole_and_the_real_one_cannot_be() {
    let app = App::start().await;
    let rehearser = Rehearser::start(&app).await;
    let gone = rehearser
        .send(Method::DELETE, "/console/rehearsal", &json!(null))
        .await;
    assert_eq!(gone.status, StatusCode::NO_CONTENT);
    let info = rehearser.send(Method::GET, "", &json!(null)).await;
    assert_eq!(info.refusal(), (404, "unknown_webinar".into()));
    let real = app
        .presenter()
        .await
        .request(Method::DELETE, "/console/rehearsal", Vec::new())
        .await;
    assert_eq!(real.refusal(), (409, "not_possible_now".into()));
    assert_eq!(app.browser().get("").await.status, StatusCode::OK);
}
