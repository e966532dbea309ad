//! A stranger and a careless typist at every address of the description: codes that are guessed wherever a code can
//! stand, and letters that cannot be seen in every text that is stored.

use std::net::IpAddr;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use barometer_domain::ids::CODE_ALPHABET;
use barometer_server::http::PeerAddress;
use serde_json::{Value, json};

use crate::app::{Answer, App, Browser, CODE};

/// The `number`-th of codes that are no webinar's.
fn code(number: usize) -> String {
    let letter = |place: u32| char::from(CODE_ALPHABET[(number / 32_usize.pow(place)) % 32]);
    (0..6).map(letter).collect()
}

/// Method and path of everything that takes a code, as the description and the pages have it.
async fn operations(app: &App) -> Vec<(Method, String)> {
    let request = Request::get("/api/v1/openapi.json").body(Body::empty());
    let described: Value = app.send(request.unwrap()).await.json();
    let mut operations = Vec::new();
    for (path, methods) in described["paths"].as_object().unwrap() {
        for method in methods.as_object().unwrap().keys() {
            let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
            operations.push((method, path.clone()));
        }
    }
    for page in ["", "/screen", "/present", "/preview", "/brief/1"] {
        operations.push((Method::GET, format!("/w/{{code}}{page}")));
    }
    operations.retain(|(_, path)| path.contains("{code}"));
    operations
}

/// Asks as a stranger from an address of their own; what can be told from the answer.
async fn told(app: &App, from: IpAddr, (method, path): &(Method, String), code: &str) -> String {
    let path = path
        .replace("{code}", code)
        .replace("{hash}", "AAAAAAAAAAAAAAAA")
        .replace("{request}", "1");
    let body = if *method == Method::GET { "" } else { "{}" };
    let request = Request::builder().method(method).uri(&path);
    let request = request
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::ACCEPT_LANGUAGE, "da")
        .extension(PeerAddress(from));
    let answer = app.send(request.body(Body::from(body)).unwrap()).await;
    if answer.status == StatusCode::TOO_MANY_REQUESTS {
        // When to try again is told to the millisecond.
        return answer.status.to_string();
    }
    let said = String::from_utf8_lossy(&answer.body).replace(code, "CODE");
    let place = answer.headers.get(header::LOCATION);
    let place = place.map_or("", |place| place.to_str().unwrap());
    format!("{} {said} {}", answer.status, place.replace(code, "CODE"))
}

#[tokio::test]
async fn wherever_a_code_can_stand_it_can_be_guessed_a_hundred_times_and_no_more() {
    let app = App::start().await;
    let operations = operations(&app).await;
    assert!(operations.len() >= 40, "{}", operations.len());
    for (at, operation) in operations.iter().enumerate() {
        let from: IpAddr = format!("198.51.{}.{}", at / 200, at % 200 + 1)
            .parse()
            .unwrap();
        // A stream never ends, but its beginning is told.
        if operation.1.ends_with("/events") {
            continue;
        }
        let first = told(&app, from, operation, &code(0)).await;
        for number in 1..130 {
            let answer = told(&app, from, operation, &code(number)).await;
            if answer != first {
                break;
            }
        }
        let known = told(&app, from, operation, CODE).await;
        let unknown = told(&app, from, operation, &code(7_000)).await;
        assert_eq!(known, unknown, "{operation:?}");
    }
}

#[tokio::test]
async fn a_webinar_that_does_not_exist_is_said_before_what_is_wrong_with_a_body() {
    let app = App::start().await;
    let cookie = app.vendor().await.cookie();
    let changes = operations(&app).await.into_iter();
    let changes = changes.filter(|(method, _)| *method != Method::GET);
    for (method, path) in changes {
        let request = Request::builder()
            .method(&method)
            .uri(path.replace("{code}", &code(0)))
            .header(header::COOKIE, &cookie);
        let answer = app.send(request.body(Body::from("[]")).unwrap()).await;
        let expected = (404, "unknown_webinar".to_owned());
        assert_eq!(answer.refusal(), expected, "{method} {path}");
    }
}

/// Letters that nobody sees, and what turns the direction of writing.
const UNSEEN: [&str; 7] = [
    "\u{0}", "\u{7}", "\u{1b}", "\u{7f}", "\u{9b}", "\u{202e}", "\u{2066}",
];

/// Puts what was typed into the place of `§` in every text of a body.
fn filled(body: &Value, typed: &str) -> Value {
    match body {
        Value::String(text) => Value::String(text.replace('§', typed)),
        Value::Array(all) => all.iter().map(|one| filled(one, typed)).collect(),
        Value::Object(all) => {
            let all = all.iter();
            all.map(|(key, one)| (key.clone(), filled(one, typed)))
                .collect()
        }
        other => other.clone(),
    }
}

/// The same body once for each of its texts, with the letter in that one only.
fn one_by_one(body: &Value) -> Vec<Value> {
    fn places(of: &Value, here: &str, found: &mut Vec<String>) {
        match of {
            Value::String(text) if text.contains('§') => found.push(here.to_owned()),
            Value::Array(all) => {
                for (at, one) in all.iter().enumerate() {
                    places(one, &format!("{here}/{at}"), found);
                }
            }
            Value::Object(all) => {
                for (key, one) in all {
                    places(one, &format!("{here}/{key}"), found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    places(body, "", &mut found);
    let one = |place: &String| {
        let mut body = filled_but(body, place);
        let text = body.pointer_mut(place).unwrap();
        *text = Value::String(text.as_str().unwrap().to_owned());
        body
    };
    found.iter().map(one).collect()
}

/// Everything as it should be, but the text at this place.
fn filled_but(body: &Value, place: &str) -> Value {
    let mut rest = filled(body, "");
    *rest.pointer_mut(place).unwrap() = body.pointer(place).unwrap().clone();
    rest
}

async fn send(vendor: &mut Browser<'_>, method: &Method, path: &str, body: &Value) -> Answer {
    let body = body.to_string().into_bytes();
    vendor.request(method.clone(), path, body).await
}

#[tokio::test]
async fn no_text_that_is_stored_has_letters_that_nobody_sees() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let webinar =
        json!({ "title": "Nyt§", "date": "2099-03-04", "starts": "13:00", "ends": "14:30" });
    let begun = send(
        &mut vendor,
        &Method::POST,
        "/vendor/webinars",
        &filled(&webinar, ""),
    )
    .await;
    let begun: Value = begun.json();
    let prepared = format!("/vendor/webinars/{}", begun["code"].as_str().unwrap());
    let mut preparation = begun["preparation"].clone();
    preparation["title"] = "Titel§".into();
    preparation["agenda"][0]["notes"] = "Noter§".into();
    preparation["candidates"] = json!([{ "request": 1, "reason": "Fordi§" }]);
    let edition = begun["edition"].clone();
    let wish = json!({ "by": "Ida§", "request": { "reference": "N1§", "title": "Titel§", "pitch": "Tale§",
        "benefit": "Gevinst§", "category": "Område§", "folder": "Mappe§", "portal": "https://example.org/§",
        "asked_by": "Viborg§", "initiative": "FMK§", "national": true,
        "terms": { "price": { "kind": "firm", "amount": 100_000 }, "sharing": { "rule": "equal" } } } });
    let said = |said: Value| json!({ "by": "Ida§", "said": said });
    let mandate = json!({ "by": "Chef§", "reference": "Sag§", "date": "2023-09-20" });
    let commit = json!({ "move": "commit", "amount": 100_000, "mandate": mandate });
    let leave = json!({ "move": "withdraw", "reason": "Nej§" });
    let signed = json!({ "by": "Ida§", "why": "Fordi§" });
    let look_up = json!({ "name": "Ida§", "reason": "Kontrol§" });
    let step = json!({ "by": "Ida§", "why": "Fordi§", "to": "Rejected" });
    let evaluation = json!({ "by": "Ida§", "left_out": "Prøve§" });
    let prepare = json!({ "by": "Ida§", "edition": edition, "code": begun["code"], "preparation": preparation });
    let known = |rest: &str| format!("/vendor/webinars/{CODE}{rest}");
    let ways = [
        (Method::POST, "/vendor/webinars".to_owned(), webinar),
        (Method::PUT, prepared, prepare),
        (Method::POST, "/vendor/requests".to_owned(), wish),
        (Method::POST, "/vendor/requests/1/steps".to_owned(), step),
        (
            Method::POST,
            "/vendor/requests/1/undo".to_owned(),
            signed.clone(),
        ),
        (
            Method::POST,
            "/vendor/requests/13/commitments/0791".to_owned(),
            said(commit),
        ),
        (
            Method::POST,
            "/vendor/requests/13/commitments/0791".to_owned(),
            said(leave),
        ),
        (
            Method::POST,
            "/vendor/requests/13/commitments/0791/undo".to_owned(),
            signed,
        ),
        (Method::PUT, known("/evaluation"), evaluation),
        (Method::POST, known("/look-ups"), look_up.clone()),
        (Method::POST, known("/voters"), look_up.clone()),
        (
            Method::POST,
            "/vendor/look-ups/acknowledgement".to_owned(),
            look_up,
        ),
    ];
    let mut tried = 0;
    for (method, path, body) in &ways {
        for body in one_by_one(body) {
            for unseen in UNSEEN {
                let answer = send(&mut vendor, method, path, &filled(&body, unseen)).await;
                let place = format!("{method} {path} {unseen:?} {body}");
                assert!(
                    answer.status.is_client_error(),
                    "{place}: {}",
                    answer.status
                );
                tried += 1;
            }
        }
    }
    assert!(tried > 200, "{tried}");
    // A file is cleaned instead, for nobody typed what programs leave in it.
    let list = UNSEEN
        .iter()
        .skip(1)
        .fold("Nr.;Ønske;Pris\r\n".to_owned(), |list, unseen| {
            list + &format!(
                "N{};Øn{unseen}ske;1000\r\n",
                u32::from(unseen.chars().next().unwrap())
            )
        });
    let import = format!("/vendor/imports?apply=true&by=Ida{}", "%E2%80%AE");
    let refused = vendor
        .request(Method::POST, &import, list.clone().into_bytes())
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let all = [
        "/vendor/requests",
        "/vendor/commitments",
        "/vendor/webinars",
    ];
    for path in all {
        let stored = vendor.get(path).await;
        let stored = String::from_utf8(stored.body).unwrap();
        for unseen in [
            "\\u0000", "\\u0007", "\\u001b", "\u{7f}", "\u{9b}", "\u{202e}", "\u{2066}",
        ] {
            assert!(!stored.contains(unseen), "{path} {unseen:?}");
        }
    }
}
