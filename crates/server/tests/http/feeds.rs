//! Feeds of the living page: what it shows everybody, to whoever may see it, and nothing of before.

use atom_syndication::Feed;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use barometer_domain::financing::request::RequestRow;
use serde_json::json;

use crate::app::{Answer, App};
use crate::signups::{self, SIGNUPS};

const ALL: &str = "/finance/feed.atom?lang=da";

async fn get(app: &App, path: &str) -> Answer {
    app.send(Request::get(path).body(Body::empty()).unwrap())
        .await
}

async fn feed(app: &App, path: &str) -> Feed {
    let answer = get(app, path).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(
        answer.headers[header::CONTENT_TYPE],
        "application/atom+xml; charset=utf-8"
    );
    Feed::read_from(&answer.body[..]).unwrap()
}

fn titles(feed: &Feed) -> Vec<&str> {
    feed.entries()
        .iter()
        .map(|entry| entry.title().as_str())
        .collect()
}

#[tokio::test]
async fn a_step_of_a_request_is_news_once_the_living_page_shows_it() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let before = feed(&app, ALL).await;
    let living: serde_json::Value = vendor.get("/financing").await.json();
    let shown: Vec<u64> = living["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["request"].as_u64().unwrap())
        .collect();
    for entry in before.entries() {
        let request = entry.id().rsplit_once("/requests/").unwrap().1;
        let request: u64 = request.split_once('#').unwrap().0.parse().unwrap();
        assert!(
            shown.contains(&request),
            "{} is not on the page",
            entry.id()
        );
    }
    assert_eq!(before.lang(), Some("da"));
    let reopened = feed(&app, "/finance/feed.atom?lang=en").await;
    let ids = |feed: &Feed| {
        feed.entries()
            .iter()
            .map(|entry| entry.id().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        ids(&before),
        ids(&reopened),
        "the same news in every language"
    );
    let first = shown[0];
    let one = feed(&app, &format!("/requests/{first}/feed.atom?lang=da")).await;
    let its_own = titles(&before)
        .into_iter()
        .filter(|title| titles(&one).contains(title));
    assert_eq!(its_own.count(), one.entries().len());
    assert!(!one.entries().is_empty());
}

#[tokio::test]
async fn what_is_not_shown_is_no_news_and_a_protected_page_has_none() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let rows: Vec<RequestRow> = vendor.get("/vendor/requests").await.json();
    let living: serde_json::Value = vendor.get("/financing").await.json();
    let living = living["rows"].as_array().unwrap().clone();
    let is_shown = |row: &&RequestRow| {
        living
            .iter()
            .any(|shown| shown["request"] == json!(row.id.0))
    };
    let hidden = rows.iter().find(|row| !is_shown(row)).unwrap();
    let path = format!("/requests/{}/feed.atom", hidden.id);
    assert_eq!(get(&app, &path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        get(&app, "/requests/9999/feed.atom").await.status,
        StatusCode::NOT_FOUND
    );
    let text = String::from_utf8(get(&app, ALL).await.body).unwrap();
    assert!(!text.contains(&hidden.request.title));
    vendor
        .put("/vendor/financing", &json!({ "protected": true }))
        .await;
    assert_eq!(get(&app, ALL).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_webinar_is_news_once_the_vendor_announces_it_and_its_result_once_all_of_it_is_out() {
    const WEBINARS: &str = "/webinars/feed.atom?lang=da";
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    signups::open(&app, &mut vendor, None).await;
    assert!(feed(&app, WEBINARS).await.entries().is_empty());
    let mut settings =
        json!({ "way": { "is": "here" }, "candidates_ahead": false, "announced": true });
    vendor.put(SIGNUPS, &settings).await;
    let announced = feed(&app, WEBINARS).await;
    let [entry] = announced.entries() else {
        panic!("one webinar")
    };
    assert!(
        entry.title().starts_with("Nyt webinar: "),
        "{:?}",
        entry.title()
    );
    assert_eq!(entry.links()[0].href(), "http://stem.test/w/4K7P2M/signup");
    vendor.put(SIGNUPS, &settings).await;
    assert_eq!(
        feed(&app, WEBINARS).await.entries()[0].id(),
        entry.id(),
        "announced once"
    );

    signups::move_to(&app, 0).await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    for code in ["0101", "0825", "0492", "0665", "0482"] {
        app.voter(code).await.votes(&[1]).await;
    }
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    let reveal = json!({ "do": "reveal", "automatic": false });
    presenter.commands(&[reveal]).await;
    assert_eq!(
        feed(&app, WEBINARS).await.entries().len(),
        1,
        "not all of it is shown"
    );
    presenter.commands(&[json!({ "do": "reveal_all" })]).await;
    let held = feed(&app, WEBINARS).await;
    assert!(
        titles(&held)[0].starts_with("Resultatet er ude: "),
        "{:?}",
        titles(&held)
    );
    assert_eq!(held.entries().len(), 2);

    settings["announced"] = json!(false);
    vendor.put(SIGNUPS, &settings).await;
    assert!(
        feed(&app, WEBINARS).await.entries().is_empty(),
        "its code is nobody's news any more"
    );
}
