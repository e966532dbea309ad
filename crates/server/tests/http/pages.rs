//! The built app under its headers, and the API's description.

use std::fs;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::Value;

use crate::app::{Answer, App};

async fn app() -> App {
    let app = App::start().await;
    let dist = app.directory.path().join("dist");
    fs::create_dir_all(dist.join("phone")).unwrap();
    for name in [
        "preview",
        "staff",
        "vendor",
        "desk",
        "participation",
        "finance",
    ] {
        fs::create_dir_all(dist.join(name)).unwrap();
        fs::write(dist.join(format!("{name}/{name}.html")), name).unwrap();
    }
    fs::write(dist.join("phone/index.html"), "the phone's page").unwrap();
    fs::write(dist.join("phone/phone-0123456789abcdef.js"), "plain").unwrap();
    fs::write(dist.join("phone/phone-0123456789abcdef.js.br"), "brotli").unwrap();
    fs::write(dist.join("phone/boot.js"), "boot").unwrap();
    fs::write(dist.join("phone/article.css"), "look").unwrap();
    fs::write(dist.join("staff/staff-0123456789abcdef_bg.wasm"), "wasm").unwrap();
    app
}

async fn get(app: &App, path: &str) -> Answer {
    let request = Request::get(path).header(header::ACCEPT_ENCODING, "br, gzip");
    app.send(request.body(Body::empty()).unwrap()).await
}

fn policy(answer: &Answer) -> &str {
    answer.headers[header::CONTENT_SECURITY_POLICY]
        .to_str()
        .unwrap()
}

#[tokio::test]
async fn each_page_route_has_its_document_and_its_headers() {
    let app = app().await;
    for path in ["/", "/w/4K7P2M"] {
        let page = get(&app, path).await;
        assert_eq!(page.body, b"the phone's page");
        assert!(policy(&page).contains("frame-ancestors 'self' https://teams.microsoft.com"));
    }
    for (path, name) in [
        ("/w/4K7P2M/present", "staff"),
        ("/vendor", "vendor"),
        ("/vendor/account", "vendor"),
        ("/vendor/recover", "desk"),
        ("/vendor/commitments", "desk"),
        ("/vendor/requests", "desk"),
        ("/vendor/requests/7", "desk"),
        ("/vendor/requests/import", "desk"),
        ("/vendor/webinars/new", "vendor"),
        ("/vendor/webinars/4K7P2M", "vendor"),
        ("/vendor/webinars/4K7P2M/after", "vendor"),
        ("/vendor/webinars/4K7P2M/votes", "vendor"),
        ("/vendor/webinars/4K7P2M/signups", "participation"),
        ("/vendor/forum", "participation"),
        ("/finance", "finance"),
    ] {
        let page = get(&app, path).await;
        assert_eq!(page.body, name.as_bytes(), "{path}");
        assert!(policy(&page).ends_with("frame-ancestors 'none'"));
        assert!(
            policy(&page).starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'")
        );
        assert_eq!(page.headers[header::CACHE_CONTROL], "no-cache");
        assert_eq!(page.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    }
}

#[tokio::test]
async fn only_the_vendors_page_frames_and_only_previews_and_the_projector_are_framed() {
    let app = app().await;
    let ends = |path: &'static str, with: &'static str| {
        let app = &app;
        async move {
            let page = get(app, path).await;
            assert!(policy(&page).ends_with(with), "{path}: {}", policy(&page));
        }
    };
    ends("/vendor", "frame-src 'self'; frame-ancestors 'none'").await;
    ends(
        "/vendor/requests",
        "frame-src 'none'; frame-ancestors 'none'",
    )
    .await;
    ends(
        "/w/4K7P2M/present",
        "frame-src 'none'; frame-ancestors 'none'",
    )
    .await;
    // Named in the server's settings, for this address alone.
    ends(
        "/w/4K7P2M/screen",
        "frame-src 'none'; frame-ancestors https://slides.test https://*.obs.test",
    )
    .await;
    ends(
        "/w/4K7P2M/preview",
        "frame-src 'none'; frame-ancestors 'self'",
    )
    .await;
    ends(
        "/w/4K7P2M/screen/preview",
        "frame-src 'none'; frame-ancestors 'self'",
    )
    .await;
}

#[tokio::test]
async fn hashed_files_are_kept_for_ever_and_sent_precompressed() {
    let app = app().await;
    let script = get(&app, "/phone-0123456789abcdef.js").await;
    assert_eq!(
        (
            script.body.as_slice(),
            &script.headers[header::CONTENT_ENCODING]
        ),
        (&b"brotli"[..], &"br".parse().unwrap())
    );
    assert!(
        script.headers[header::CACHE_CONTROL]
            .to_str()
            .unwrap()
            .contains("immutable")
    );
    let wasm = get(&app, "/staff-assets/staff-0123456789abcdef_bg.wasm").await;
    assert_eq!(wasm.headers[header::CONTENT_TYPE], "application/wasm");
    assert!(
        wasm.headers[header::CACHE_CONTROL]
            .to_str()
            .unwrap()
            .contains("immutable")
    );
    assert_eq!(
        get(&app, "/boot.js").await.headers[header::CACHE_CONTROL],
        "no-cache"
    );
}

#[tokio::test]
async fn a_missing_file_is_missing_and_never_a_page() {
    let app = app().await;
    for path in [
        "/missing.js",
        "/staff-assets/missing.js",
        "/vendor-assets/missing.js",
        "/desk-assets/missing.js",
        "/finance-assets/missing.js",
        "/w/4K7P2M/other",
        "/../Cargo.toml",
    ] {
        let answer = get(&app, path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn the_description_names_every_address() {
    let app = App::start().await;
    let document: Value = get(&app, "/api/v1/openapi.json").await.json();
    let paths = document["paths"].as_object().unwrap();
    let expected = [
        "",
        "/carrying",
        "/catalogue/{hash}",
        "/console",
        "/console/events",
        "/console/questions",
        "/console/rehearsal",
        "/console/session",
        "/console/view",
        "/events",
        "/interests",
        "/ballot",
        "/look-ups",
        "/me",
        "/me/identity",
        "/roll",
        "/participants",
        "/qr.svg",
        "/view",
        "/webinar.ics",
    ];
    for path in expected {
        assert!(
            paths.contains_key(&format!("/api/v1/webinars/{{code}}{path}")),
            "{path}"
        );
    }
    let vendor = [
        "",
        "/session",
        "/account",
        "/passphrase",
        "/recovery",
        "/recovery/challenge",
        "/commitments",
        "/retention",
        "/financing",
        "/look-ups/acknowledgement",
        "/webinars",
        "/imports",
        "/requests",
        "/requests/{request}",
        "/requests/{request}/commitments",
        "/requests/{request}/commitments/{municipality}",
        "/requests/{request}/commitments/{municipality}/undo",
        "/requests/{request}/steps",
        "/requests/{request}/undo",
        "/webinars/{code}",
        "/webinars/{code}/after",
        "/webinars/{code}/evaluation",
        "/webinars/{code}/invitations",
        "/webinars/{code}/look-ups",
        "/webinars/{code}/mails",
        "/webinars/{code}/personal-data",
        "/webinars/{code}/presenter-link",
        "/webinars/{code}/questions",
        "/comments",
        "/wishes",
        "/what-pays",
        "/requests/{request}/delivery",
        "/deliveries",
        "/news",
        "/webhook",
        "/webhook/test",
        "/forum",
        "/webinars/{code}/preview",
        "/webinars/{code}/rehearsal",
        "/webinars/{code}/signups",
        "/webinars/{code}/signups/{slot}",
        "/webinars/{code}/strikes",
        "/webinars/{code}/surveys/{purpose}",
        "/webinars/{code}/surveys/{purpose}/steps",
        "/webinars/{code}/voters",
    ];
    for path in vendor {
        let path = format!("/api/v1/vendor{path}");
        assert!(paths.contains_key(&path), "{path}");
    }
    let financing = ["", "/events", "/session", ".csv", ".xlsx"];
    for path in financing {
        let path = format!("/api/v1/financing{path}");
        assert!(paths.contains_key(&path), "{path}");
    }
    let all = expected.len() + vendor.len() + financing.len();
    assert_eq!(paths.len(), all);
    let schemas = &document["components"]["schemas"];
    assert!(schemas["AudienceView"].is_object());
    // Two types of one name would leave one of them undescribed.
    let body = &paths["/api/v1/vendor/requests/{request}/commitments/{municipality}"]["post"];
    let body = &body["requestBody"]["content"]["application/json"]["schema"]["$ref"];
    let described = schemas[body.as_str().unwrap().rsplit('/').next().unwrap()].clone();
    assert!(described["properties"]["by"].is_object(), "{described}");
    let said = &schemas["SaidByBarometer"]["properties"];
    assert!(said["went_on"].is_object());
}

#[tokio::test]
async fn the_qr_code_is_a_plain_picture() {
    let app = App::start().await;
    let picture = app.browser().get("/qr.svg").await;
    assert_eq!(picture.headers[header::CONTENT_TYPE], "image/svg+xml");
    assert!(picture.body.starts_with(b"<svg"));
}

#[tokio::test]
async fn health_is_told() {
    let app = App::start().await;
    for path in ["/healthz", "/readyz"] {
        assert_eq!(get(&app, path).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn the_articles_need_no_script() {
    let app = app().await;
    let anonymity = get(&app, "/anonymity?lang=en").await;
    let text = String::from_utf8(anonymity.body).unwrap();
    assert!(text.contains("<h1>How you are anonymous</h1>"));
    let page = get(&app, "/accessibility?lang=da").await;
    assert_eq!(page.status, StatusCode::OK);
    let text = String::from_utf8(page.body.clone()).unwrap();
    assert!(text.contains("<h1>Tilgængelighed</h1>") && !text.contains("<script"));
    assert!(policy(&page).starts_with("default-src 'none'; style-src 'self'"));
    let look = get(&app, "/article.css").await;
    assert_eq!(
        (look.status, look.body.as_slice()),
        (StatusCode::OK, &b"look"[..])
    );
    assert_eq!(look.headers[header::CONTENT_TYPE], "text/css");
}
