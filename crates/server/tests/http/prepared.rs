//! A webinar that is prepared: taken back, rehearsed, its presenter's link renewed; all by the vendor alone.

use std::time::Duration;

use axum::http::{Method, StatusCode};
use barometer_domain::agenda::Stage;
use barometer_domain::catalogue::Reality;
use barometer_domain::ids::{CandidateId, RequestId};
use barometer_domain::preparation::{Look, Place, PreparedWebinar, Preview};
use barometer_domain::view::{AudienceView, Screen};
use barometer_domain::wire::Rehearsal;
use barometer_server::rooms::StreamFollower;
use barometer_server::{demo, links};
use serde_json::{Value, json};

use crate::app::{App, CODE, SECRET, crowd};
use crate::preparation::{begin, console, find, held, new, path, put_up, save, save_as, secret};

#[tokio::test]
async fn a_webinar_is_taken_back_until_it_opens() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let begun = begin(&mut vendor, &new()).await;
    let ready = put_up(&mut vendor, begun, &["K01"]).await;
    let room = app.rooms.get(&ready.code).await.unwrap();
    let mut watching = room.watch(StreamFollower::Phone(None));
    let gone = vendor
        .request(Method::DELETE, &path(&ready), Vec::new())
        .await;
    assert_eq!(gone.status, StatusCode::NO_CONTENT);
    watching.closing.wait_for(|closing| *closing).await.unwrap();
    for gone in [
        vendor.get(&path(&ready)).await,
        app.browser().at(ready.code.as_str()).get("").await,
    ] {
        assert_eq!(gone.refusal(), (404, "unknown_webinar".into()));
    }
    find(&mut vendor, "K01").await;
    // The next one gets the same key in the database, and must not get the same secret.
    let next = begin(&mut vendor, &new()).await;
    let mut old = app.browser().at(next.code.as_str());
    let refused = old.post("/console/session", &secret(&ready)).await;
    assert_eq!(refused.refusal(), (403, "not_presenter".into()));

    app.presenter().await.opens().await;
    let opened = format!("/vendor/webinars/{CODE}");
    let refused = vendor.request(Method::DELETE, &opened, Vec::new()).await;
    assert_eq!(refused.refusal(), (409, "locked".into()));
}

#[tokio::test]
async fn another_presenters_link_locks_the_one_before_out() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let begun = begin(&mut vendor, &new()).await;
    let mut old = console(&app, &begun).await;
    let room = app.rooms.get(&begun.code).await.unwrap();
    let mut watching = room.watch(StreamFollower::Console);
    let link = format!("{}/presenter-link", path(&begun));
    let renewed: PreparedWebinar = vendor.post(&link, &Value::Null).await.json();
    assert_ne!(renewed.links.presenter, begun.links.presenter);
    assert_eq!(renewed.edition, begun.edition);
    watching.closing.wait_for(|closing| *closing).await.unwrap();
    let next = json!({ "command": { "do": "next" }, "seen_step": 0 });
    for refused in [
        old.post("/console", &next).await,
        old.get("/console/view").await,
        old.post("/console/session", &secret(&begun)).await,
    ] {
        assert_eq!(refused.refusal(), (403, "not_presenter".into()));
    }
    console(&app, &renewed).await;
    // Where the secret came with a file, the first link that can be shown is a new one.
    let link = format!("/vendor/webinars/{CODE}/presenter-link");
    let shown: PreparedWebinar = vendor.post(&link, &Value::Null).await.json();
    console(&app, &shown).await;
    let known = json!({ "secret": SECRET });
    let refused = app.browser().post("/console/session", &known).await;
    assert_eq!(refused.refusal(), (403, "not_presenter".into()));
}

#[tokio::test]
async fn the_demos_link_and_code_stay() {
    let app = App::start_as(Reality::Demo, Some(crowd())).await;
    let mut vendor = app.vendor().await;
    let link = format!("/vendor/webinars/{CODE}/presenter-link");
    let refused = vendor.post(&link, &Value::Null).await;
    assert_eq!(refused.refusal(), (409, "locked".into()));
    let store = &app.store;
    links::load_demo(store, Duration::ZERO).await.unwrap();
    let known = held(&mut vendor, demo::DEMO_CODE).await.links.presenter;
    let link = "http://stem.test/w/DEM234/present#demo-presenter";
    assert_eq!(known.as_deref(), Some(link), "everyone knows it");
    let demo = held(&mut vendor, CODE).await;
    let refused = save_as(&mut vendor, &demo, "HEJ234").await;
    assert_eq!(refused.refusal(), (409, "locked".into()));
    let refused = vendor
        .request(Method::DELETE, &path(&demo), Vec::new())
        .await;
    assert_eq!(refused.refusal(), (409, "locked".into()));
    assert_eq!(save(&mut vendor, &demo).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_rehearsal_of_it_is_no_webinar_to_prepare() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let begun = begin(&mut vendor, &new()).await;
    let way = format!("{}/rehearsal", path(&begun));
    let nothing_to_vote_for = vendor.post(&way, &Value::Null).await;
    assert_eq!(
        nothing_to_vote_for.refusal(),
        (409, "not_possible_now".into())
    );
    let refused = console(&app, &begun)
        .await
        .post("/console/rehearsal", &Value::Null)
        .await;
    assert_eq!(refused.refusal(), (409, "not_possible_now".into()));
    put_up(&mut vendor, begun, &["K01", "K02"]).await;
    let made = vendor.post(&way, &Value::Null).await;
    assert_eq!(made.status, StatusCode::CREATED);
    let rehearsal: Rehearsal = made.json();
    let mut presenter = app.browser().at(rehearsal.code.as_str());
    let key = json!({ "secret": rehearsal.secret });
    presenter.post("/console/session", &key).await;
    let opened = presenter.opens().await;
    assert_eq!(opened.audience.barometer.turnout.present, 40);
    let code = rehearsal.code;
    for (method, path) in ways(code.as_str()).into_iter().skip(1) {
        let preparation = held(&mut vendor, CODE).await.preparation;
        let body = if path.ends_with("/preview") {
            json!({ "preparation": preparation, "place": { "stage": "welcome", "item": 0 } })
        } else {
            json!({ "by": "Ida Holm", "edition": 1, "code": code, "preparation": preparation })
        };
        let refused = vendor
            .request(method, &path, body.to_string().into_bytes())
            .await;
        assert_eq!(refused.refusal(), (404, "unknown_webinar".into()));
    }
    let appointment = app.browser().at(code.as_str()).get("/webinar.ics").await;
    assert_eq!(appointment.refusal(), (404, "unknown_webinar".into()));
    let mut like = new();
    like["like"] = json!(code);
    let refused = vendor.post("/vendor/webinars", &like).await;
    assert_eq!(refused.refusal(), (404, "unknown_webinar".into()));
}

/// Every way to prepare a webinar.
fn ways(code: &str) -> [(Method, String); 7] {
    let here = format!("/vendor/webinars/{code}");
    [
        (Method::POST, "/vendor/webinars".into()),
        (Method::GET, here.clone()),
        (Method::PUT, here.clone()),
        (Method::DELETE, here.clone()),
        (Method::POST, format!("{here}/presenter-link")),
        (Method::POST, format!("{here}/preview")),
        (Method::POST, format!("{here}/rehearsal")),
    ]
}

#[tokio::test]
async fn webinars_are_the_vendors_to_prepare() {
    let app = App::start().await;
    for browser in [
        &mut app.browser(),
        &mut app.voter("0751").await,
        &mut app.presenter().await,
    ] {
        for (method, path) in ways(CODE) {
            let body = new().to_string().into_bytes();
            let refused = browser.request(method.clone(), &path, body).await;
            assert_eq!(
                refused.refusal(),
                (401, "not_vendor".into()),
                "{method} {path}"
            );
        }
    }
}

#[tokio::test]
async fn what_is_not_saved_can_be_seen_and_moves_nobodys_stage() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let begun = begin(&mut vendor, &new()).await;
    let ready = put_up(&mut vendor, begun, &["K01", "K02", "K03"]).await;
    let path = format!("/vendor/webinars/{}/preview", ready.code);
    let mut look = Look {
        preparation: ready.preparation.clone(),
        place: Place {
            stage: Stage::Candidates,
            item: 1,
        },
    };
    look.preparation.title = "Endnu ikke gemt".into();
    look.preparation.candidates.swap(0, 1);
    look.preparation.ongoing.push(RequestId(9_999));
    let asked = serde_json::to_value(&look).unwrap();
    let shown: Preview = vendor.post(&path, &asked).await.json();
    assert_eq!(shown.catalogue.title, "Endnu ikke gemt");
    let second = shown.catalogue.candidate(CandidateId(2)).unwrap();
    assert_eq!(second.reference, "K01");
    let candidate = CandidateId(2);
    assert_eq!(shown.view.screen, Screen::Candidate { candidate });
    let mut audience = app.browser().at(ready.code.as_str());
    let live: AudienceView = audience.get("/view").await.json();
    assert_eq!(live.screen, Screen::Welcome);
    let odd = vendor.post(&path, &json!({ "place": 7 })).await;
    assert_eq!(odd.refusal(), (422, "malformed".into()));
}
