//! What an operator watches says how the server is, and nothing of anybody.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use barometer_server::telemetry;
use http_body_util::BodyExt;
use tower::ServiceExt;

use crate::app::{App, CODE, SECRET};

#[tokio::test]
async fn figures_are_sums_of_the_whole_server_and_name_nobody() {
    let figures = telemetry::router(telemetry::install().unwrap());
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    let mut tokens = vec![presenter.token()];
    for municipality in ["0751", "0101", "0825"] {
        let mut voter = app.voter(municipality).await;
        voter.votes(&[1]).await;
        tokens.push(voter.token());
    }
    let request = Request::get("/metrics").body(Body::empty()).unwrap();
    let answer = figures.oneshot(request).await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let text = answer.into_body().collect().await.unwrap().to_bytes();
    let text = String::from_utf8(text.to_vec()).unwrap();

    let value = |name: &str| {
        let line = text.lines().find(|line| line.starts_with(name));
        let value = line.and_then(|line| line.rsplit(' ').next());
        value
            .and_then(|value| value.parse::<f64>().ok())
            .unwrap_or(f64::NAN)
    };
    // Other tests of this process count too.
    assert!(value("barometer_votes_total") >= 3.0, "{text}");
    for name in [
        "barometer_commit_seconds_count",
        "barometer_batch_seconds_count",
        "barometer_batch_votes_count",
        "barometer_view_lag_seconds_count",
        "barometer_responses_total{status=\"200\"}",
        "barometer_response_seconds_count{kind=\"ballot\"}",
    ] {
        assert!(value(name) >= 1.0, "{name}: {text}");
    }
    assert!(value("barometer_writer_queue") >= 0.0, "{text}");
    for secret in tokens.iter().map(String::as_str).chain([CODE, SECRET]) {
        assert!(!text.contains(secret), "{secret}");
    }
    // Labels are a status, a kind of page, or a bound of a histogram.
    let labels = text
        .split(['{', ','])
        .filter_map(|part| part.split_once("=\""));
    for (label, _) in labels {
        assert!(["status", "kind", "le"].contains(&label), "{label}");
    }
}

#[tokio::test]
async fn every_answer_has_the_name_of_its_request() {
    let app = App::start().await;
    let named = async |name: Option<&str>| {
        let mut request = Request::get("/healthz");
        if let Some(name) = name {
            request = request.header("x-request-id", name);
        }
        let answer = app.send(request.body(Body::empty()).unwrap()).await;
        answer.headers["x-request-id"].to_str().unwrap().to_owned()
    };
    assert_eq!(named(Some("proxy-7.a")).await, "proxy-7.a");
    let own = named(Some("a name=\"x\"")).await;
    assert_eq!(own.len(), 16);
    assert_ne!(named(None).await, own);
}
