//! Who is held back, and who is not: strangers who guess, and everybody else at the same address.

use std::net::IpAddr;

use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use barometer_domain::ids::CODE_ALPHABET;
use barometer_domain::wire::Me;
use barometer_server::http::PeerAddress;
use serde_json::{Value, json};

use crate::app::{Answer, App, CODE};

const TOWN_HALL: &str = "192.0.2.7";
const ELSEWHERE: &str = "198.51.100.9";

/// Sends as the proxy on this machine does, for someone at this address.
async fn send(
    app: &App,
    from: &str,
    request: axum::http::request::Builder,
    body: &Value,
) -> Answer {
    let request = request.header("x-forwarded-for", from);
    let body = if body.is_null() {
        Body::empty()
    } else {
        Body::from(body.to_string())
    };
    app.send(request.body(body).unwrap()).await
}

async fn post(app: &App, from: &str, path: &str, cookie: &str, body: &Value) -> Answer {
    let request = Request::post(format!("/api/v1{path}")).header(header::COOKIE, cookie);
    send(app, from, request, body).await
}

async fn get(app: &App, from: &str, path: &str, cookie: &str) -> Answer {
    let request = Request::get(format!("/api/v1{path}")).header(header::COOKIE, cookie);
    send(app, from, request, &Value::Null).await
}

/// All cookies that were handed out, as a browser sends them back.
fn cookies(headers: &HeaderMap) -> Vec<String> {
    let set = headers.get_all(header::SET_COOKIE).iter();
    let pairs = set.filter_map(|cookie| cookie.to_str().ok()?.split(';').next());
    pairs.map(str::to_owned).collect()
}

fn right() -> Value {
    json!({ "proof": "p".repeat(43) })
}

fn wrong() -> Value {
    json!({ "proof": "q".repeat(43) })
}

/// The `number`-th of codes that are no webinar's.
fn code(number: usize) -> String {
    let letter = |place: u32| char::from(CODE_ALPHABET[(number / 32_usize.pow(place)) % 32]);
    (0..6).map(letter).collect()
}

#[tokio::test]
async fn a_stranger_at_the_living_page_keeps_the_vendor_from_nothing() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    vendor
        .put("/vendor/financing", &json!({ "protected": true }))
        .await;
    let guess = json!({ "code": "AAAAA AAAAA" });
    let mut last = StatusCode::OK;
    for _ in 0..40 {
        last = post(&app, ELSEWHERE, "/financing/session", "", &guess)
            .await
            .status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    for from in [ELSEWHERE, TOWN_HALL] {
        let logged_in = post(&app, from, "/vendor/session", "", &right()).await;
        assert_eq!(logged_in.status, StatusCode::OK, "{from}");
    }
}

#[tokio::test]
async fn a_stranger_who_guesses_the_passphrase_locks_out_only_new_devices_at_the_own_address() {
    let app = App::start().await;
    app.vendor().await;
    let first = post(&app, TOWN_HALL, "/vendor/session", "", &right()).await;
    let device = cookies(&first.headers)
        .into_iter()
        .find(|cookie| cookie.starts_with("device="));
    let device = device.expect("a device is known from its first log-in on");
    for _ in 0..60 {
        post(&app, TOWN_HALL, "/vendor/session", "", &wrong()).await;
        post(
            &app,
            TOWN_HALL,
            "/vendor/session",
            "device=made-up",
            &wrong(),
        )
        .await;
    }
    let here = post(&app, TOWN_HALL, "/vendor/session", "", &right()).await;
    assert_eq!(here.refusal(), (429, "too_many".into()));
    let made_up = post(&app, TOWN_HALL, "/vendor/session", "device=x", &right()).await;
    assert_eq!(made_up.refusal(), (429, "too_many".into()));
    let elsewhere = post(&app, ELSEWHERE, "/vendor/session", "", &right()).await;
    assert_eq!(elsewhere.status, StatusCode::OK);
    let known = post(&app, TOWN_HALL, "/vendor/session", &device, &right()).await;
    assert_eq!(known.status, StatusCode::OK);
    assert!(
        cookies(&known.headers).contains(&device),
        "it stays the same device"
    );
    for _ in 0..60 {
        post(&app, ELSEWHERE, "/vendor/session", &device, &wrong()).await;
    }
    let spent = post(&app, ELSEWHERE, "/vendor/session", &device, &right()).await;
    assert_eq!(
        spent.refusal(),
        (429, "too_many".into()),
        "a stolen device guesses no faster"
    );
}

#[tokio::test]
async fn what_a_device_is_known_by_opens_nothing_and_is_stored_hashed() {
    let app = App::start().await;
    app.vendor().await;
    let first = post(&app, TOWN_HALL, "/vendor/session", "", &right()).await;
    let set = first.headers.get_all(header::SET_COOKIE);
    let device = set.iter().filter_map(|cookie| cookie.to_str().ok());
    let device = device
        .into_iter()
        .find(|cookie| cookie.starts_with("device="));
    let device = device.unwrap();
    assert!(
        device.contains("; HttpOnly")
            && device.contains("; Max-Age=")
            && device.contains("SameSite=Strict")
    );
    let token = device.split(['=', ';']).nth(1).unwrap();
    for cookie in [format!("device={token}"), format!("vendor={token}")] {
        let refused = get(&app, TOWN_HALL, "/vendor/session", &cookie).await;
        assert_eq!(refused.refusal(), (401, "not_vendor".into()));
    }
    let files = crate::leaks_scan::files(&app.directory.path().join("data"));
    assert!(!String::from_utf8_lossy(&files).contains(token));
}

#[tokio::test]
async fn codes_of_webinars_cannot_be_guessed() {
    let app = App::start().await;
    let inside = app.voter("0751").await;
    let mut told = 0;
    for number in 0..600 {
        let answer = get(&app, ELSEWHERE, &format!("/webinars/{}", code(number)), "").await;
        told += usize::from(answer.status == StatusCode::NOT_FOUND);
    }
    assert!((100..110).contains(&told), "{told}");
    for path in [
        "",
        "/view",
        "/webinar.ics",
        "/qr.svg",
        "/look-ups",
        "/events",
    ] {
        let path = format!("/webinars/{CODE}{path}");
        let answer = get(&app, ELSEWHERE, &path, "").await;
        assert_eq!(answer.refusal(), (429, "too_many".into()), "{path}");
        let retry = answer.headers[header::RETRY_AFTER].to_str().unwrap();
        assert!(retry.parse::<u32>().unwrap() <= 60 * 10);
    }
    let made_up = format!("participant-{CODE}=made-up");
    let view = format!("/webinars/{CODE}/view");
    assert_eq!(get(&app, ELSEWHERE, &view, &made_up).await.refusal().0, 429);
    let known = get(&app, ELSEWHERE, &view, &inside.cookie()).await;
    assert_eq!(known.status, StatusCode::OK, "who has joined is known");
    let other = get(&app, TOWN_HALL, &view, "").await;
    assert_eq!(other.status, StatusCode::OK, "others are elsewhere");
    assert_eq!(
        app.rooms
            .store()
            .find(&CODE.parse().unwrap())
            .await
            .unwrap(),
        Some(app.webinar)
    );
}

#[tokio::test]
async fn a_town_hall_of_three_hundred_gets_in_though_someone_in_it_guesses() {
    let app = App::start().await;
    let join = format!("/webinars/{CODE}/participants");
    for person in 0..300 {
        // One in five mistypes the code first; and one who came early guesses all the time.
        if person % 5 == 0 {
            let path = format!("/webinars/{}", code(person));
            get(&app, TOWN_HALL, &path, "").await;
        }
        let info = get(&app, TOWN_HALL, &format!("/webinars/{CODE}"), "").await;
        assert_eq!(info.status, StatusCode::OK, "{person}");
        for guess in 0..3 {
            let path = format!("/webinars/{}", code(1_000 + person * 3 + guess));
            get(&app, TOWN_HALL, &path, "").await;
        }
        let body = json!({ "municipality": "0751" });
        let joined = post(&app, TOWN_HALL, &join, "", &body).await;
        assert_eq!(joined.status, StatusCode::OK, "{person}");
        joined.json::<Me>();
    }
}

#[tokio::test]
async fn only_a_trusted_proxy_says_where_someone_is() {
    let app = App::start().await;
    app.vendor().await;
    let peer: IpAddr = "203.0.113.5".parse().unwrap();
    let mut refused = 0;
    for number in 0..60 {
        let request = Request::post("/api/v1/vendor/session")
            .header("x-forwarded-for", format!("192.0.2.{number}"))
            .extension(PeerAddress(peer));
        let request = request.body(Body::from(wrong().to_string())).unwrap();
        let answer = app.send(request).await;
        refused += usize::from(answer.status == StatusCode::TOO_MANY_REQUESTS);
    }
    assert!(
        refused >= 38,
        "a new name for each try is no new address: {refused}"
    );
}
