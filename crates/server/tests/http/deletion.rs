//! After its time a webinar keeps its result, and nothing that tells whose it was.

use std::fs;

use axum::http::{Method, StatusCode};
use barometer_domain::catalogue::Reality;
use barometer_domain::view::{ConsoleView, Screen};
use serde_json::json;

use crate::app::{App, Browser, crowd};

const PERSONAL_DATA: &str = "/vendor/webinars/4K7P2M/personal-data";

/// Five voters with sealed names, and the words that must be gone.
async fn played(app: &App) -> (Browser<'_>, Vec<String>) {
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    let mut words = Vec::new();
    for (letter, code) in ["A", "B", "C", "D", "E"]
        .iter()
        .zip(["0101", "0825", "0492", "0665", "0482"])
    {
        let mut voter = app.voter(code).await;
        let sealed = letter.repeat(747);
        voter
            .put("/me/identity", &json!({ "sealed": sealed }))
            .await;
        voter.votes(&[1]).await;
        words.push(sealed);
        words.push(voter.trackers(&[1])["ballot"].as_str().unwrap().to_owned());
    }
    presenter.closes_and_reveals().await;
    (presenter, words)
}

fn found(app: &App, words: &[String]) -> usize {
    let mut bytes = Vec::new();
    for file in fs::read_dir(app.directory.path().join("data")).unwrap() {
        bytes.extend(fs::read(file.unwrap().path()).unwrap());
    }
    let holds = |word: &&String| {
        bytes
            .windows(word.len())
            .any(|window| window == word.as_bytes())
    };
    words.iter().filter(holds).count()
}

#[tokio::test]
async fn the_result_stays_and_every_trace_of_a_person_goes() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let (mut presenter, words) = played(&app).await;
    assert_eq!(
        found(&app, &words),
        words.len(),
        "there is something to delete"
    );
    let before: ConsoleView = presenter.get("/console/view").await.json();
    let deleted = vendor
        .request(Method::DELETE, PERSONAL_DATA, Vec::new())
        .await;
    assert_eq!(deleted.status, StatusCode::NO_CONTENT);

    assert_eq!(found(&app, &words), 0);
    let after: ConsoleView = presenter.get("/console/view").await.json();
    assert_eq!(after.result, before.result);
    assert_eq!(
        after.audience.barometer.turnout,
        before.audience.barometer.turnout
    );
    assert!(matches!(after.audience.screen, Screen::Result(_)) && after.audience.ended);
    assert_eq!(presenter.get("/roll").await.status, StatusCode::NOT_FOUND);
    let again = vendor
        .request(Method::DELETE, PERSONAL_DATA, Vec::new())
        .await;
    assert_eq!(
        again.status,
        StatusCode::NO_CONTENT,
        "twice is as good as once"
    );
}

#[tokio::test]
async fn an_open_vote_is_not_deleted_and_only_the_vendor_deletes() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    let refused = vendor
        .request(Method::DELETE, PERSONAL_DATA, Vec::new())
        .await;
    assert_eq!(refused.refusal(), (409, "barometer_still_open".into()));
    let refused = presenter
        .request(Method::DELETE, PERSONAL_DATA, Vec::new())
        .await;
    assert_eq!(refused.refusal(), (401, "not_vendor".into()));
}

#[tokio::test]
async fn six_months_after_its_day_it_happens_by_itself() {
    let app = App::start().await;
    let (mut presenter, words) = played(&app).await;
    // The demo's day, 21 September 2023, is long past.
    assert_eq!(app.rooms.store().forget_due().await.unwrap(), 1);
    assert_eq!(app.rooms.store().forget_due().await.unwrap(), 0);
    assert_eq!(found(&app, &words), 0);
    let after: ConsoleView = presenter.get("/console/view").await.json();
    assert!(after.result.is_some());
}

#[tokio::test]
async fn a_demo_that_was_forgotten_does_not_start_over_without_its_people() {
    let app = App::start_as(Reality::Demo, Some(crowd())).await;
    let mut vendor = app.vendor().await;
    let mut presenter = app.presenter().await;
    presenter.commands(&[json!({ "do": "start_over" })]).await;
    vendor
        .request(Method::DELETE, PERSONAL_DATA, Vec::new())
        .await;
    let refused = presenter.command(&json!({ "do": "start_over" })).await;
    assert_eq!(refused.refusal(), (409, "not_possible_now".into()));
}
