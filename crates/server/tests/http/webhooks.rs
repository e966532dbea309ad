//! News posted to the vendor's webhook, as a real receiver gets it: a small one in this process, over TCP.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::any;
use barometer_domain::financing::request::RequestRow;
use barometer_domain::news::webhook::{NewsDesk, WebhookOutcome};
use barometer_server::store::now;
use barometer_server::webhook::signature;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::app::{App, Browser};

/// What a receiver got, and what it answers from now on.
#[derive(Clone, Default)]
struct Receiver {
    got: Arc<Mutex<Vec<(HeaderMap, String)>>>,
    answers: Arc<Mutex<u16>>,
}

impl Receiver {
    /// Listens on this machine; `url` is where.
    async fn start() -> (String, Self) {
        let receiver = Self::default();
        receiver.answer(202);
        let router = Router::new()
            .route("/hook", any(receive))
            .route("/elsewhere", any(|| async { "reached" }))
            .with_state(receiver.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook?sig=S3CR3T", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await });
        (url, receiver)
    }

    fn answer(&self, status: u16) {
        *self.answers.lock().unwrap() = status;
    }

    fn got(&self) -> Vec<(HeaderMap, String)> {
        self.got.lock().unwrap().clone()
    }

    /// The only delivery so far, as JSON.
    fn last(&self) -> Value {
        let got = self.got();
        serde_json::from_str(&got.last().unwrap().1).unwrap()
    }
}

async fn receive(
    State(receiver): State<Receiver>,
    headers: HeaderMap,
    body: Bytes,
) -> impl IntoResponse {
    let text = String::from_utf8(body.to_vec()).unwrap();
    receiver.got.lock().unwrap().push((headers, text));
    let status = StatusCode::from_u16(*receiver.answers.lock().unwrap()).unwrap();
    let elsewhere = HeaderValue::from_static("/elsewhere");
    (status, [(header::LOCATION, elsewhere)])
}

async fn start() -> (App, String, Receiver) {
    let (url, receiver) = Receiver::start().await;
    let app = App::start().await.with_webhook_anywhere();
    app.news_sender().look(now()).await.unwrap();
    (app, url, receiver)
}

async fn save(vendor: &mut Browser<'_>, url: &str, format: &str) -> NewsDesk {
    let settings =
        json!({ "address": url, "format": format, "language": "da", "new_secret": false });
    let saved = vendor.put("/vendor/webhook", &settings).await;
    assert_eq!(saved.status, StatusCode::OK);
    saved.json()
}

/// Lets a request on the living page move; answers with it.
async fn cancel(vendor: &mut Browser<'_>) -> RequestRow {
    let rows: Vec<RequestRow> = vendor.get("/vendor/requests").await.json();
    let is_gathering = |row: &RequestRow| serde_json::to_value(row.state).unwrap() == "Gathering";
    let row = rows.into_iter().find(is_gathering).unwrap();
    let step = json!({ "by": "Ida Holm", "why": "Bygges ikke", "to": "Cancelled" });
    let path = format!("/vendor/requests/{}/steps", row.id);
    assert_eq!(vendor.post(&path, &step).await.status, StatusCode::OK);
    row
}

async fn desk(vendor: &mut Browser<'_>) -> NewsDesk {
    vendor.get("/vendor/news").await.json()
}

#[tokio::test]
async fn what_moves_is_posted_once_and_signed_with_the_secret_that_was_shown_once() {
    let (app, url, receiver) = start().await;
    let mut vendor = app.vendor().await;
    let saved = save(&mut vendor, &url, "json").await;
    let secret = saved.secret.unwrap();
    assert_eq!(saved.webhook.unwrap().host, "127.0.0.1");
    assert_eq!(desk(&mut vendor).await.secret, None, "never again");
    let row = cancel(&mut vendor).await;
    for _ in 0..2 {
        app.news_sender().look(now()).await.unwrap();
    }
    let got = receiver.got();
    assert_eq!(got.len(), 1);
    let (headers, body) = &got[0];
    let signed = headers["barometer-signature"].to_str().unwrap();
    let seconds = signed
        .strip_prefix("t=")
        .unwrap()
        .split(',')
        .next()
        .unwrap();
    assert_eq!(signed, signature(&secret, seconds.parse().unwrap(), body));
    assert_eq!(headers["content-type"], "application/json");
    let posted = receiver.last();
    assert_eq!(
        posted["delivery"].to_string(),
        headers["barometer-delivery"].to_str().unwrap()
    );
    let events = posted["events"].as_array().unwrap();
    assert_eq!(
        events.len(),
        1,
        "a step of a request that the living page shows, once: {posted}"
    );
    assert_eq!(events[0]["type"], "request_moved");
    assert_eq!(events[0]["title"], row.request.title);
    assert_eq!(events[0]["state"], "Cancelled");
    assert_eq!(events[0]["link"], "http://stem.test/finance");
    // Nobody's name, no municipality, and not who decided it or why.
    for secret in ["Ida Holm", "Bygges ikke", "Aarhus", "0751"] {
        assert!(!body.contains(secret), "{secret}: {body}");
    }
    let log = desk(&mut vendor).await.deliveries;
    assert_eq!(log.len(), 1);
    assert_eq!(
        log[0].outcome,
        Some(WebhookOutcome::Answered { status: 202 })
    );
    assert_eq!((log[0].events, log[0].tries, log[0].next_at), (1, 1, None));
}

#[tokio::test]
async fn a_delivery_that_is_not_taken_is_tried_over_hours_also_after_a_restart() {
    let (app, url, receiver) = start().await;
    let mut vendor = app.vendor().await;
    save(&mut vendor, &url, "json").await;
    receiver.answer(500);
    cancel(&mut vendor).await;
    let begun = now();
    app.news_sender().look(begun).await.unwrap();
    app.news_sender().look(begun + 30_000).await.unwrap();
    assert_eq!(receiver.got().len(), 1, "not before its pause is over");
    let cookie = vendor.cookie();
    let app = app.restart().await.with_webhook_anywhere();
    let mut vendor = app.browser_with(cookie);
    app.news_sender().look(begun + 61_000).await.unwrap();
    assert_eq!(receiver.got().len(), 2);
    let waiting = desk(&mut vendor).await.deliveries.remove(0);
    assert_eq!(
        waiting.outcome,
        Some(WebhookOutcome::Answered { status: 500 })
    );
    assert_eq!((waiting.tries, waiting.next_at.is_some()), (2, true));
    receiver.answer(200);
    app.news_sender().look(begun + 3_600_000).await.unwrap();
    let got = receiver.got();
    assert_eq!(got.len(), 3);
    assert_eq!(
        got[0].0["barometer-delivery"],
        got[2].0["barometer-delivery"]
    );
    assert_eq!(desk(&mut vendor).await.deliveries[0].next_at, None);
    // One that is never taken is given up within a day.
    receiver.answer(404);
    cancel(&mut vendor).await;
    for quarter in 0..(26 * 4) {
        let at = now() + quarter * 900_000;
        app.news_sender().look(at).await.unwrap();
    }
    let given_up = desk(&mut vendor).await.deliveries.remove(0);
    assert_eq!((given_up.tries, given_up.next_at), (7, None));
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let (app, url, receiver) = start().await;
    let mut vendor = app.vendor().await;
    save(&mut vendor, &url, "json").await;
    receiver.answer(307);
    let tested: NewsDesk = vendor.post("/vendor/webhook/test", &json!({})).await.json();
    assert_eq!(
        tested.deliveries[0].outcome,
        Some(WebhookOutcome::Answered { status: 307 })
    );
    assert_eq!(receiver.got().len(), 1);
}

#[tokio::test]
async fn a_test_tells_at_once_whether_it_arrives_as_a_card_for_teams_too() {
    let (app, url, receiver) = start().await;
    let mut vendor = app.vendor().await;
    let none = vendor.post("/vendor/webhook/test", &json!({})).await;
    assert_eq!(none.refusal(), (409, "not_possible_now".into()));
    save(&mut vendor, &url, "teams").await;
    let tested: NewsDesk = vendor.post("/vendor/webhook/test", &json!({})).await.json();
    assert!(tested.deliveries[0].test);
    assert_eq!(
        tested.deliveries[0].outcome,
        Some(WebhookOutcome::Answered { status: 202 })
    );
    let card = &receiver.last()["attachments"][0];
    assert_eq!(
        card["contentType"],
        "application/vnd.microsoft.card.adaptive"
    );
    assert!(card["content"].to_string().contains("Prøve fra Barometer."));
    receiver.answer(500);
    let tested: NewsDesk = vendor.post("/vendor/webhook/test", &json!({})).await.json();
    assert_eq!(tested.deliveries[0].next_at, None, "a test is tried once");
    let removed: NewsDesk = vendor
        .request(axum::http::Method::DELETE, "/vendor/webhook", Vec::new())
        .await
        .json();
    assert_eq!(removed, NewsDesk::default());
}

#[tokio::test]
async fn another_address_has_another_secret_and_a_change_of_form_has_not() {
    let (app, url, _receiver) = start().await;
    let mut vendor = app.vendor().await;
    let first = save(&mut vendor, &url, "json").await.secret.unwrap();
    assert_eq!(save(&mut vendor, &url, "teams").await.secret, None);
    let keep = json!({ "format": "json", "language": "en", "new_secret": false });
    let kept: NewsDesk = vendor.put("/vendor/webhook", &keep).await.json();
    assert_eq!(kept.secret, None);
    let renew = json!({ "format": "json", "language": "en", "new_secret": true });
    let renewed: NewsDesk = vendor.put("/vendor/webhook", &renew).await.json();
    let second = renewed.secret.unwrap();
    let third = save(&mut vendor, &format!("{url}x"), "json").await.secret;
    assert!(first != second && third.is_some_and(|third| third != second));
    // Neither address nor secret lies open in the database.
    app.execute("PRAGMA wal_checkpoint(TRUNCATE)").await;
    let stored = std::fs::read(app.directory.path().join("data/barometer.db")).unwrap();
    for secret in ["S3CR3T", &*first, &*second] {
        assert!(
            !stored
                .windows(secret.len())
                .any(|part| part == secret.as_bytes())
        );
    }
}

#[tokio::test]
async fn a_server_calls_nothing_that_is_not_on_the_public_internet() {
    let (url, receiver) = Receiver::start().await;
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    for inside in [
        &*url,
        "https://localhost/hook",
        "https://[::1]/",
        "https://192.168.1.1/",
        "https://169.254.169.254/",
    ] {
        let settings =
            json!({ "address": inside, "format": "json", "language": "da", "new_secret": false });
        let refused = vendor.put("/vendor/webhook", &settings).await;
        assert_eq!(refused.refusal(), (422, "malformed".into()), "{inside}");
    }
    // One that was set while everything was allowed.
    let allowed = app.with_webhook_anywhere();
    let cookie = {
        let mut vendor = allowed.browser_with(vendor_cookie(&allowed).await);
        save(&mut vendor, &url, "json").await;
        vendor.cookie()
    };
    let app = allowed.restart().await;
    let mut vendor = app.browser_with(cookie);
    let tested: NewsDesk = vendor.post("/vendor/webhook/test", &json!({})).await.json();
    assert_eq!(
        tested.deliveries[0].outcome,
        Some(WebhookOutcome::NotPublic)
    );
    assert!(receiver.got().is_empty());
}

/// The vendor of a server that is set up already logs in with the proof that the tests use.
async fn vendor_cookie(app: &App) -> String {
    let mut browser = app.browser();
    let body = json!({ "proof": "p".repeat(43) });
    let entered = browser.post("/vendor/session", &body).await;
    assert_eq!(entered.status, StatusCode::OK);
    browser.cookie()
}
