//! Links as they arrive, and what a person reads where nothing can be shown.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use serde_json::json;

use crate::app::{Answer, App, CODE};
use crate::leaks_scan::{found, log};

/// Opens an address as a browser does.
async fn open(app: &App, path: &str, language: &str) -> Answer {
    let request = Request::get(path)
        .header(header::ACCEPT, "text/html,application/xhtml+xml,*/*;q=0.8")
        .header(header::ACCEPT_LANGUAGE, language);
    app.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn a_mangled_link_leads_on_and_its_token_is_in_no_log() {
    let log = log();
    let app = App::start().await;
    for (path, expected) in [
        (
            "/w/4K7P2M%23FINGER.s3cr3tT0ken.0791",
            "/w/4K7P2M#FINGER.s3cr3tT0ken.0791",
        ),
        (
            "/w/4K7P2M/present%23s3cr3tT0ken",
            "/w/4K7P2M/present#s3cr3tT0ken",
        ),
        ("/vendor%23s3cr3tT0ken", "/vendor#s3cr3tT0ken"),
        ("/w/4K7P2M.", "/w/4K7P2M"),
        ("/w/4k7-p2m", "/w/4K7P2M"),
        ("/w/4K7P2M)", "/w/4K7P2M"),
        ("/w/4K7P2M%20", "/w/4K7P2M"),
        ("/w/4K7P2M%", "/w/4K7P2M"),
        ("/finans", "/finance"),
        ("/okonomi", "/finance"),
    ] {
        let answer = open(&app, path, "da").await;
        assert_eq!(answer.status, StatusCode::TEMPORARY_REDIRECT, "{path}");
        assert_eq!(answer.headers[header::LOCATION], expected);
        assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
    }
    // What is no page's is answered, and logged, but not from where something was escaped into it.
    let lost = open(&app, "/w/4K7P2M/lost%23s3cr3tT0ken?by=s3cr3tT0ken", "da").await;
    assert_eq!(lost.status, StatusCode::NOT_FOUND);
    let log = log.text();
    let logged = found(&log, &["/w/4K7P2M/lost"]);
    assert!(!logged.is_empty(), "requests stand in it");
    assert_eq!(found(&log, &["s3cr3tT0ken"]), [""; 0]);
}

#[tokio::test]
async fn a_person_never_reads_json() {
    let app = App::start().await;
    for path in [
        "/nowhere",
        "/w/4K7P2M/elsewhere",
        "/vendor/elsewhere",
        "/missing.js",
        "/staff-assets/staff.html",
        "/index.html",
        "/api/v1/nothing",
        "/api/v1/webinars/222222/webinar.ics",
        "/api/v1/vendor/session",
        "/api/v1/webinars/4K7P2M/console/view",
    ] {
        for (language, next) in [("da", "Skriv koden"), ("en", "Type the code")] {
            let answer = open(&app, path, language).await;
            assert!(answer.status.is_client_error(), "{path}");
            let kind = answer.headers[header::CONTENT_TYPE].to_str().unwrap();
            assert!(kind.starts_with("text/html"), "{path}: {kind}");
            let page = String::from_utf8(answer.body).unwrap();
            assert!(
                page.contains(&format!("<html lang=\"{language}\">")),
                "{path}"
            );
            assert!(
                page.contains(next) && page.contains("<h1>"),
                "{path}: {page}"
            );
            assert!(answer.headers.contains_key(header::CONTENT_SECURITY_POLICY));
        }
    }
    let posted = Request::builder()
        .method(Method::POST)
        .uri("/finance")
        .header(header::ACCEPT, "text/html");
    let answer = app.send(posted.body(Body::empty()).unwrap()).await;
    assert!(String::from_utf8(answer.body).unwrap().contains("<h1>"));
    let program = Request::get("/nowhere").body(Body::empty()).unwrap();
    assert_eq!(app.send(program).await.refusal(), (404, "not_found".into()));
}

#[tokio::test]
async fn an_invitation_cut_short_says_that_it_is_not_valid() {
    let app = App::start().await;
    for token in [
        "",
        "AAECAwQF",
        "AAECAwQFBgcICQoLDA0ODw",
        "not base64 at all!",
        "a \\ and a \"",
    ] {
        let body = json!({ "invitation": token, "municipality": "0791" });
        let refused = app.browser().post("/participants", &body).await;
        assert_eq!(
            refused.refusal(),
            (403, "unknown_invitation".into()),
            "{token}"
        );
    }
}

#[tokio::test]
async fn the_appointment_says_that_only_the_invited_may_vote() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let open = app.browser().get("/webinar.ics").await;
    let text = |answer: Answer| String::from_utf8(answer.body).unwrap().replace("\r\n ", "");
    assert!(text(open).contains("Deltag her:"));
    let path = format!("/vendor/webinars/{CODE}/invitations");
    let done = vendor.put(&path, &json!({ "invited_only": true })).await;
    assert_eq!(done.status, StatusCode::OK);
    let invited = text(app.browser().get("/webinar.ics").await);
    assert!(invited.contains("Kun inviterede kan stemme: brug dit eget link"));
    assert!(!invited.contains("Deltag her:"));
}
