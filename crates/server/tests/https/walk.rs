//! What must hold wherever the server stands: a page, a file, a stream and a vote.

use axum::http::{Method, StatusCode, Version};
use serde_json::{Value, json};

use crate::client::{Address, Client, Events};
use crate::program::{PACKED, SCRIPT};

const WEBINAR: &str = "/api/v1/webinars/DEM234";

/// A person who opens a page, votes and sees what the presenter does.
pub(crate) async fn walk(to: &Address, version: Version) {
    let mut phone = Client::connect(to, version).await;
    pages_and_files(&mut phone).await;

    let mut presenter = Client::connect(to, version).await;
    let secret = json!({ "secret": "demo-presenter" });
    let opened = presenter
        .post(&format!("{WEBINAR}/console/session"), &secret)
        .await;
    assert_eq!(opened.status, StatusCode::NO_CONTENT);
    let cookie = opened.header("set-cookie");
    assert!(
        cookie.starts_with("__Host-presenter-") && cookie.contains("; Secure"),
        "{cookie}"
    );

    let joined = phone
        .post(
            &format!("{WEBINAR}/participants"),
            &json!({ "municipality": "0751" }),
        )
        .await;
    assert_eq!(joined.status, StatusCode::OK);
    let mut listener = Client::connect(to, version).await;
    let mut events = Events::follow(&mut listener, &format!("{WEBINAR}/events")).await;
    events.until("event: view").await;
    for command in [json!({ "do": "go_to", "at": 3 }), json!({ "do": "open" })] {
        let step = presenter
            .get(&format!("{WEBINAR}/console/view"))
            .await
            .json()["step"]
            .clone();
        let command = json!({ "command": command, "seen_step": step });
        let given = presenter
            .post(&format!("{WEBINAR}/console"), &command)
            .await;
        assert_eq!(given.status, StatusCode::OK, "{command}");
    }
    events.until("\"phase\":\"open\"").await;

    let tracker = |letter: &str| format!("{}A", letter.repeat(21));
    let ballot = json!({ "rev": 1, "choices": [1],
        "trackers": { "ballot": tracker("a"), "choices": [tracker("b")] } });
    let elsewhere = [("origin", "https://elsewhere.test")];
    let path = format!("{WEBINAR}/ballot");
    let refused = phone
        .send(Method::PUT, &path, &elsewhere, ballot.to_string())
        .await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let counted = phone.put(&path, &ballot).await;
    assert_eq!(counted.status, StatusCode::OK);
    assert!(counted.header("content-encoding").is_empty());
    let me: Value = phone.get(&format!("{WEBINAR}/me")).await.json();
    assert_eq!(me["ballot"]["choices"], json!([1]));
}

async fn pages_and_files(phone: &mut Client) {
    let page = phone
        .send(Method::GET, "/w/DEM234", &[("accept", "text/html")], "")
        .await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.header("content-type").starts_with("text/html"));
    assert_eq!(page.header("strict-transport-security"), "max-age=63072000");
    assert!(!page.header("content-security-policy").is_empty());
    let named = page.header("x-request-id");
    assert!(named.len() >= 16, "{named}");

    let takes = [("accept-encoding", "br, gzip")];
    let script = phone.send(Method::GET, SCRIPT, &takes, "").await;
    assert_eq!(script.status, StatusCode::OK);
    assert_eq!(script.header("content-encoding"), "br");
    assert_eq!(
        script.header("cache-control"),
        "public, max-age=31536000, immutable"
    );
    assert_eq!(script.body, PACKED);

    let problem = phone.get("/api/v1/nothing").await;
    assert_eq!(problem.status, StatusCode::NOT_FOUND);
    assert_eq!(problem.header("content-type"), "application/problem+json");
    // As large as a spreadsheet may be: refused for want of a session, not for its size.
    let file = vec![b'x'; 5_000_000];
    let sent = phone
        .send(Method::POST, "/api/v1/vendor/imports", &[], file)
        .await;
    assert_eq!(sent.status, StatusCode::UNAUTHORIZED);
}
