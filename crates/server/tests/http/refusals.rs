//! Every refusal: its status, its code, and that nothing is lost by it.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use barometer_domain::ballot::Cast;
use barometer_domain::wire::Me;
use serde_json::{Value, json};

use crate::app::{Answer, App, CODE, eventually};

fn check(answer: &Answer, status: u16, code: &str) {
    assert_eq!(answer.refusal(), (status, code.to_owned()));
}

#[tokio::test]
async fn an_unknown_code() {
    let app = App::start().await;
    for code in ["222222", "nonsense", "%F0%9F%92%A9"] {
        let request = Request::get(format!("/api/v1/webinars/{code}")).body(Body::empty());
        check(&app.send(request.unwrap()).await, 404, "unknown_webinar");
    }
}

#[tokio::test]
async fn a_webinar_that_has_ended() {
    let app = App::start().await;
    let mut early = app.voter("0751").await;
    app.presenter()
        .await
        .commands(&[json!({ "do": "end" })])
        .await;
    let late = app
        .browser()
        .post("/participants", &json!({ "observer": true }))
        .await;
    check(&late, 409, "webinar_not_open");
    assert_eq!(
        early.get("/me").await.status,
        StatusCode::OK,
        "who was there stays"
    );
}

#[tokio::test]
async fn a_municipality_that_is_none() {
    let app = App::start().await;
    for body in [json!({}), json!({ "municipality": "0999" })] {
        check(
            &app.browser().post("/participants", &body).await,
            422,
            "unknown_municipality",
        );
    }
    let words = app
        .browser()
        .post("/participants", &json!({ "municipality": "Aarhus" }))
        .await;
    check(&words, 422, "malformed");
}

#[tokio::test]
async fn someone_who_has_not_joined() {
    let app = App::start().await;
    app.presenter().await.opens().await;
    check(&app.browser().vote(1, &[1]).await, 401, "not_joined");
    check(&app.browser().get("/me").await, 401, "not_joined");
}

#[tokio::test]
async fn an_observer_who_votes_or_speaks_for_a_municipality() {
    let app = App::start().await;
    app.presenter().await.opens().await;
    let mut observer = app.browser();
    observer
        .post("/participants", &json!({ "observer": true }))
        .await;
    check(&observer.vote(1, &[1]).await, 403, "observer_cannot_vote");
    let interest = observer.post("/interests", &json!({ "request": 1 })).await;
    check(&interest, 403, "observer_cannot_vote");
}

#[tokio::test]
async fn a_vote_before_the_opening_and_after_the_close() {
    let app = App::start().await;
    let (mut presenter, mut voter) = (app.presenter().await, app.voter("0751").await);
    check(&voter.vote(1, &[1]).await, 409, "barometer_not_open");
    presenter.opens().await;
    voter.votes(&[1]).await;
    presenter.commands(&[json!({ "do": "close" })]).await;
    let in_the_grace = voter.vote(2, &[2]).await;
    assert_eq!(
        in_the_grace.status,
        StatusCode::OK,
        "ballots on their way are taken"
    );
    app.close_for_good().await;
    check(&voter.vote(3, &[3]).await, 409, "barometer_closed");
    let me: Me = voter.get("/me").await.json();
    assert_eq!(
        me.ballot.map(|ballot| ballot.rev),
        Some(2),
        "what was counted stays"
    );
    assert_eq!(
        voter.vote(2, &[2]).await.status,
        StatusCode::OK,
        "the receipt can be had again"
    );
}

#[tokio::test]
async fn too_many_choices_and_unknown_candidates() {
    let app = App::start().await;
    app.presenter().await.opens().await;
    let mut voter = app.voter("0751").await;
    let many = voter.vote(1, &[1, 2, 3, 4, 5]).await;
    check(&many, 422, "too_many_choices");
    assert_eq!(many.json::<Value>()["limit"], 4);
    let unknown = voter.vote(1, &[13]).await;
    check(&unknown, 404, "unknown_candidate");
    assert_eq!(unknown.json::<Value>()["candidate"], 13);
}

#[tokio::test]
async fn a_stale_revision_is_told_what_is_held() {
    let app = App::start().await;
    app.presenter().await.opens().await;
    let mut voter = app.voter("0751").await;
    voter.vote(5, &[1, 2]).await;
    for (rev, choices) in [(4, &[3][..]), (5, &[3])] {
        let stale = voter.vote(rev, choices).await;
        check(&stale, 409, "stale_revision");
        let current: Cast =
            serde_json::from_value(stale.json::<Value>()["current"].take()).unwrap();
        assert_eq!((current.rev, current.choices.choices().len()), (5, 2));
    }
}

#[tokio::test]
async fn a_command_on_a_stale_step() {
    let app = App::start().await;
    let (mut one, mut two) = (app.presenter().await, app.presenter().await);
    let next = json!({ "command": { "do": "next" }, "seen_step": 0 });
    assert_eq!(one.post("/console", &next).await.status, StatusCode::OK);
    check(&two.post("/console", &next).await, 409, "stale_step");
}

#[tokio::test]
async fn of_two_consoles_that_press_at_once_one_is_heard() {
    let app = App::start().await;
    let (mut one, mut two) = (app.presenter().await, app.presenter().await);
    let next = json!({ "command": { "do": "next" }, "seen_step": 0 });
    let answers = tokio::join!(one.post("/console", &next), two.post("/console", &next));
    let mut statuses = [answers.0.status.as_u16(), answers.1.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
}

#[tokio::test]
async fn votes_never_make_a_command_stale() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    let seen = presenter.opens().await;
    for code in ["0751", "0741"] {
        app.voter(code).await.votes(&[1]).await;
    }
    let voted = async || app.view().await.barometer.turnout.voted;
    eventually(voted, |voted| *voted == 2).await;
    let close = json!({ "command": { "do": "close" }, "seen_step": seen.step });
    assert_eq!(
        presenter.post("/console", &close).await.status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn commands_that_do_not_fit_where_the_webinar_stands() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    let cases = [
        (json!({ "do": "close" }), "barometer_not_open"),
        (
            json!({ "do": "reveal", "automatic": true }),
            "barometer_not_open",
        ),
        (json!({ "do": "back" }), "nothing_further"),
        (json!({ "do": "stop_countdown" }), "not_possible_now"),
        (json!({ "do": "start_over" }), "not_possible_now"),
    ];
    for (command, code) in cases {
        check(&presenter.command(&command).await, 409, code);
    }
    let unknown = presenter
        .command(&json!({ "do": "drill", "request": 999 }))
        .await;
    check(&unknown, 404, "unknown_request");
    presenter.opens().await;
    let cases = [
        (json!({ "do": "next" }), "barometer_still_open"),
        (json!({ "do": "open" }), "barometer_already_opened"),
        (
            json!({ "do": "reveal", "automatic": true }),
            "not_closed_yet",
        ),
    ];
    for (command, code) in cases {
        check(&presenter.command(&command).await, 409, code);
    }
}

#[tokio::test]
async fn a_body_that_is_too_large_or_malformed() {
    let app = App::start().await;
    app.presenter().await.opens().await;
    let mut voter = app.voter("0751").await;
    let large = voter
        .request(Method::PUT, "/ballot", vec![b' '; 128 * 1024 + 1])
        .await;
    check(&large, 413, "body_too_large");
    assert_eq!(large.json::<Value>()["limit"], 128 * 1024);
    for body in [
        "{",
        "[]",
        r#"{"rev":-1,"choices":[]}"#,
        r#"{"rev":1,"choices":["K01"]}"#,
    ] {
        let malformed = voter.request(Method::PUT, "/ballot", body.into()).await;
        check(&malformed, 422, "malformed");
        assert!(
            malformed.json::<Value>()["reason"]
                .as_str()
                .unwrap()
                .contains("line 1")
        );
    }
}

#[tokio::test]
async fn the_console_is_the_presenters_alone() {
    let app = App::start().await;
    let wrong = app
        .browser()
        .post("/console/session", &json!({ "secret": "guess" }))
        .await;
    check(&wrong, 403, "not_presenter");
    let mut participant = app.voter("0751").await;
    let command = json!({ "command": { "do": "next" }, "seen_step": 0 });
    check(
        &participant.post("/console", &command).await,
        403,
        "not_presenter",
    );
    check(
        &participant.get("/console/view").await,
        403,
        "not_presenter",
    );
    check(
        &participant.get("/console/events").await,
        403,
        "not_presenter",
    );
}

#[tokio::test]
async fn another_sites_page_is_refused() {
    let app = App::start().await;
    let request = Request::post(format!("/api/v1/webinars/{CODE}/participants"))
        .header("origin", "https://evil.example")
        .header("sec-fetch-site", "cross-site")
        .body(Body::from(r#"{"observer":true}"#));
    check(&app.send(request.unwrap()).await, 403, "cross_site");
}

#[tokio::test]
async fn an_address_where_nothing_lives() {
    let app = App::start().await;
    for path in [
        "/api/v1/nothing",
        "/api/v2/webinars",
        "/phone-0123456789abcdef.js",
    ] {
        let request = Request::get(path).body(Body::empty()).unwrap();
        check(&app.send(request).await, 404, "not_found");
    }
}
