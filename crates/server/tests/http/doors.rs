//! What stands open to a stranger: documents under other addresses, sessions that never end, and turnouts that can be
//! watched vote by vote.

use std::collections::BTreeSet;
use std::fs;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use barometer_domain::vendor::WebinarRow;
use barometer_domain::view::{AudienceView, ConsoleView};
use futures_util::StreamExt;
use serde_json::{Value, json};
use sqlx::{Connection, SqliteConnection};
use tower::ServiceExt;

use crate::app::{App, CODE, eventually};

const DOCUMENTS: [&str; 6] = [
    "preview",
    "staff",
    "vendor",
    "desk",
    "participation",
    "finance",
];

async fn built() -> App {
    let app = App::start().await;
    let dist = app.directory.path().join("dist");
    fs::create_dir_all(dist.join("phone")).unwrap();
    for packed in ["", ".br", ".gz"] {
        for name in DOCUMENTS {
            fs::create_dir_all(dist.join(name)).unwrap();
            fs::write(dist.join(format!("{name}/{name}.html{packed}")), name).unwrap();
        }
        fs::write(dist.join(format!("phone/index.html{packed}")), "phone").unwrap();
    }
    fs::write(dist.join("phone/boot.js"), "boot").unwrap();
    app
}

#[tokio::test]
async fn a_document_has_no_other_address_than_its_own() {
    let app = built().await;
    let mut paths = Vec::new();
    for packed in ["", ".br", ".gz"] {
        paths.push(format!("/index.html{packed}"));
        paths.push(format!("/index%2Ehtml{packed}"));
        for name in DOCUMENTS {
            paths.push(format!("/{name}-assets/{name}.html{packed}"));
            paths.push(format!(
                "/{name}-assets/%{:02x}{}.html{packed}",
                name.as_bytes()[0],
                &name[1..]
            ));
        }
    }
    for path in paths {
        for method in [Method::GET, Method::HEAD] {
            let request = Request::builder().method(method.clone()).uri(&path);
            let request = request.header(header::ACCEPT_ENCODING, "br, gzip");
            let answer = app.send(request.body(Body::empty()).unwrap()).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{method} {path}");
        }
    }
    let request = Request::get("/boot.js").body(Body::empty()).unwrap();
    assert_eq!(app.send(request).await.body, b"boot");
}

/// Pages, files, answers, refusals of every kind.
fn requests() -> Vec<Request<Body>> {
    let get = |path: &str| Request::get(path).body(Body::empty()).unwrap();
    let mut requests: Vec<_> = [
        "/",
        "/w/4K7P2M/screen",
        "/boot.js",
        "/missing.js",
        "/index.html",
        "/anonymity",
        "/article.css",
        "/healthz",
        "/api/v1/openapi.json",
        "/api/v1/webinars/4K7P2M/view",
        "/api/v1/webinars/4K7P2M/qr.svg",
        "/api/v1/webinars/4K7P2M/webinar.ics",
        "/api/v1/webinars/4K7P2M/console/view",
        "/api/v1/webinars/222222",
        "/api/v1/vendor/session",
        "/api/v1/financing.csv",
        "/api/v2",
        "/w/4K7P2M/brief/1",
    ]
    .map(get)
    .into();
    let cross_site = Request::post(format!("/api/v1/webinars/{CODE}/participants"))
        .header("sec-fetch-site", "cross-site")
        .header("origin", "https://evil.example");
    requests.push(cross_site.body(Body::from("{}")).unwrap());
    requests.push(Request::delete("/").body(Body::empty()).unwrap());
    requests
}

#[tokio::test]
async fn every_answer_of_every_kind_has_the_headers_that_keep_others_out() {
    let app = built().await;
    for (address, strict) in [("http://stem.test", false), ("https://stem.test", true)] {
        let router = app.router_at(address);
        for request in requests() {
            let path = format!("{} {}", request.method(), request.uri());
            let answer = router.clone().oneshot(request).await.unwrap();
            for (name, value) in [
                ("cross-origin-resource-policy", "same-origin"),
                ("x-content-type-options", "nosniff"),
                ("referrer-policy", "same-origin"),
            ] {
                assert_eq!(answer.headers()[name], value, "{path}");
            }
            let is_strict = answer.headers().get(header::STRICT_TRANSPORT_SECURITY);
            assert_eq!(is_strict.is_some(), strict, "{path} at {address}");
        }
    }
}

async fn age(app: &App, change: &'static str) {
    let file = app.directory.path().join("data/barometer.db");
    let url = format!("sqlite:{}", file.display());
    let mut clock = SqliteConnection::connect(&url).await.unwrap();
    sqlx::query(change).execute(&mut clock).await.unwrap();
}

#[tokio::test]
async fn a_presenters_session_ends_on_the_server_after_a_rest_and_after_a_week() {
    const HOUR: &str = "3600000";
    for (change, lasts) in [
        (
            "UPDATE presenter_sessions SET used = used - 11 * 3600000",
            true,
        ),
        (
            "UPDATE presenter_sessions SET used = used - 12 * 3600000 - 1",
            false,
        ),
        (
            "UPDATE presenter_sessions SET began = began - 167 * 3600000",
            true,
        ),
        (
            "UPDATE presenter_sessions SET began = began - 168 * 3600000 - 1",
            false,
        ),
    ] {
        assert!(change.contains(HOUR));
        let app = App::start().await;
        let mut presenter = app.presenter().await;
        age(&app, change).await;
        let next = json!({ "command": { "do": "next" }, "seen_step": 0 });
        for answer in [
            presenter.get("/console/view").await,
            presenter.post("/console", &next).await,
        ] {
            if lasts {
                assert_eq!(answer.status, StatusCode::OK, "{change}");
            } else {
                assert_eq!(answer.refusal(), (403, "not_presenter".into()), "{change}");
            }
        }
    }
}

#[tokio::test]
async fn a_session_that_is_used_lasts_from_one_day_to_the_next() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    for _ in 0..5 {
        age(
            &app,
            "UPDATE presenter_sessions SET used = used - 11 * 3600000",
        )
        .await;
        let answer = presenter.get("/console/view").await;
        assert_eq!(answer.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn a_consoles_stream_ends_with_its_session() {
    let app = App::start().await;
    let presenter = app.presenter().await;
    let request = Request::get(format!("/api/v1/webinars/{CODE}/console/events"))
        .header(header::COOKIE, presenter.cookie());
    let router = app.router.clone();
    let answer = router.oneshot(request.body(Body::empty()).unwrap()).await;
    let mut stream = answer.unwrap().into_body().into_data_stream();
    for _ in ["hello", "view"] {
        stream.next().await.unwrap().unwrap();
    }
    age(&app, "UPDATE presenter_sessions SET began = 0").await;
    let ended = async { while stream.next().await.is_some() {} };
    let waited = tokio::time::timeout(Duration::from_secs(30), ended).await;
    assert!(waited.is_ok(), "the stream goes on without a session");
}

#[tokio::test]
async fn no_poll_no_command_and_no_list_shows_votes_one_by_one() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    let mut voters = Vec::new();
    for _ in 0..40 {
        voters.push(app.voter("0751").await);
    }
    let (mut polled, mut moved, mut listed) = <(BTreeSet<_>, BTreeSet<_>, BTreeSet<_>)>::default();
    let mut places = BTreeSet::new();
    let began = Instant::now();
    for (number, voter) in voters.iter_mut().enumerate() {
        voter.votes(&[1]).await;
        let seen: ConsoleView = presenter.get("/console/view").await.json();
        polled.insert(seen.audience.barometer.turnout.voted);
        let on = number % 2 == 0;
        let blank = json!({ "command": { "do": "blank", "on": on }, "seen_step": seen.step });
        let seen: ConsoleView = presenter.post("/console", &blank).await.json();
        moved.insert(seen.audience.barometer.turnout.voted);
        // The presenter's own commands move the sequence: by one each, whatever came between.
        places.insert(seen.audience.seq - u64::from(seen.audience.barometer.turnout.voted));
        let rows: Vec<WebinarRow> = vendor.get("/vendor/webinars").await.json();
        listed.insert(rows[0].turnout.voted);
    }
    let most = usize::try_from(began.elapsed().as_millis() / 500).unwrap() + 2;
    for (way, seen) in [("poll", &polled), ("command", &moved), ("list", &listed)] {
        assert!(
            seen.len() <= most,
            "{way}: {seen:?} in {:?}",
            began.elapsed()
        );
    }
    let steps: Vec<u64> = places.into_iter().collect();
    let gaps: BTreeSet<u64> = steps.windows(2).map(|pair| pair[1] - pair[0]).collect();
    assert_eq!(gaps.len(), 1, "ballots that are held back move no sequence");
    let all = async || {
        let seen: ConsoleView = presenter.get("/console/view").await.json();
        seen.audience.barometer.turnout.voted
    };
    eventually(all, |voted| *voted == 40).await;
}

#[tokio::test]
async fn a_changed_ballot_moves_nothing_that_anybody_sees() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    let mut voter = app.voter("0751").await;
    voter.votes(&[1]).await;
    let ask = async || app.browser().get("/view").await;
    let before = eventually(ask, |answer| {
        answer.json::<AudienceView>().barometer.turnout.voted == 1
    })
    .await;
    let console: Value = presenter.get("/console/view").await.json();
    let events = format!("/api/v1/webinars/{CODE}/events");
    let request = Request::get(&events).body(Body::empty()).unwrap();
    let answer = app.router.clone().oneshot(request).await.unwrap();
    let mut stream = answer.into_body().into_data_stream();
    for _ in ["hello", "view"] {
        stream.next().await.unwrap().unwrap();
    }
    let id = id_of(&app).await;
    for rev in 2..12 {
        assert_eq!(voter.vote(rev, &[2]).await.status, StatusCode::OK);
    }
    let quiet = tokio::time::timeout(Duration::from_millis(1_500), stream.next()).await;
    assert!(quiet.is_err(), "nothing is sent");
    let after = app.browser().get("/view").await;
    assert_eq!(after.body, before.body);
    assert_eq!(after.headers[header::ETAG], before.headers[header::ETAG]);
    assert_eq!(id_of(&app).await, id);
    let seen: Value = presenter.get("/console/view").await.json();
    assert_eq!(seen["audience"], console["audience"]);
    // And a command's answer moves on by the command alone.
    let moved = presenter
        .commands(&[json!({ "do": "blank", "on": true })])
        .await;
    let one_step = moved.audience.seq - console["audience"]["seq"].as_u64().unwrap();
    let moved = presenter
        .commands(&[json!({ "do": "blank", "on": false })])
        .await;
    let twice = moved.audience.seq - console["audience"]["seq"].as_u64().unwrap();
    assert_eq!(twice, 2 * one_step);
}

/// The `id:` of the first view of a new stream.
async fn id_of(app: &App) -> String {
    let events = format!("/api/v1/webinars/{CODE}/events");
    let request = Request::get(&events).body(Body::empty()).unwrap();
    let answer = app.router.clone().oneshot(request).await.unwrap();
    let mut stream = answer.into_body().into_data_stream();
    stream.next().await.unwrap().unwrap();
    let view = stream.next().await.unwrap().unwrap();
    let view = String::from_utf8(view.to_vec()).unwrap();
    let line = view.lines().find(|line| line.starts_with("id: "));
    line.unwrap().to_owned()
}
