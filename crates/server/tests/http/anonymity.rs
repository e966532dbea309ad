//! What leaves the server, and what lies in its files, never says who chose what.

use std::fs;

use axum::http::StatusCode;
use barometer_domain::after::After;
use barometer_domain::barometer::Shortage;
use barometer_domain::vendor::WebinarRow;
use barometer_domain::view::Screen;
use serde_json::json;

use crate::app::{App, Browser};

/// Codes that the demo's commitments do not name, so that a find can only be a participant's.
const MUNICIPALITIES: [&str; 5] = ["0101", "0825", "0492", "0665", "0482"];

async fn play(app: &App) -> (Vec<Browser<'_>>, Browser<'_>) {
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    let mut voters = Vec::new();
    for code in MUNICIPALITIES {
        let mut voter = app.voter(code).await;
        voter.votes(&[1]).await;
        voters.push(voter);
    }
    (voters, presenter)
}

#[tokio::test]
async fn the_files_of_a_played_webinar_name_no_municipality_and_no_session() {
    let app = App::start().await;
    let (voters, mut presenter) = play(&app).await;
    presenter.closes_and_reveals().await;
    let tokens: Vec<String> = voters.iter().map(Browser::token).collect();
    let mut scanned = 0;
    for file in fs::read_dir(app.directory.path().join("data")).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        let holds = |needle: &str| {
            bytes
                .windows(needle.len())
                .any(|window| window == needle.as_bytes())
        };
        scanned += bytes.len();
        for needle in MUNICIPALITIES
            .iter()
            .copied()
            .chain(tokens.iter().map(String::as_str))
        {
            assert!(!holds(needle), "{needle} stands in the database");
        }
    }
    assert!(scanned > 50_000, "there was something to scan");
}

#[tokio::test]
async fn the_log_is_empty_once_the_barometer_is_closed() {
    let app = App::start().await;
    let (_voters, mut presenter) = play(&app).await;
    let log = app.directory.path().join("data/barometer.db-wal");
    assert!(fs::metadata(&log).unwrap().len() > 0);
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    assert_eq!(
        fs::metadata(&log).unwrap().len(),
        0,
        "it showed the order of votes"
    );
}

#[tokio::test]
async fn until_the_reveal_only_turnout_is_told_to_the_presenter_too() {
    let app = App::start().await;
    let (_voters, mut presenter) = play(&app).await;
    app.pace().await;
    let mut console = presenter
        .get("/console/view")
        .await
        .json::<serde_json::Value>();
    let audience = console["audience"].take();
    let keys: Vec<_> = audience.as_object().unwrap().keys().cloned().collect();
    assert_eq!(
        keys,
        [
            "barometer",
            "catalogue",
            "epoch",
            "language",
            "look_ups",
            "screen",
            "seq",
            "since"
        ]
    );
    let barometer = audience["barometer"].as_object().unwrap();
    assert_eq!(
        barometer["turnout"],
        json!({ "voted": 5, "present": 5, "municipalities": 5 })
    );
    assert_eq!(audience["screen"], json!({ "on": "barometer" }));
    assert_eq!(
        (&console["tie"], &console["rules_that_differ"]),
        (&json!([]), &json!([]))
    );
}

#[tokio::test]
async fn no_answer_to_others_names_a_municipality() {
    let app = App::start().await;
    let (_voters, mut presenter) = play(&app).await;
    presenter.closes_and_reveals().await;
    let mut stranger = app.browser();
    for path in ["", "/view", "/qr.svg"] {
        let answer = stranger.get(path).await;
        let body = String::from_utf8(answer.body).unwrap();
        assert_eq!(answer.status, StatusCode::OK);
        assert!(!body.contains("municipality\""), "{path}: {body}");
    }
    let console = String::from_utf8(presenter.get("/console/view").await.body).unwrap();
    for code in MUNICIPALITIES {
        assert!(!console.contains(&format!("\"{code}\"")), "{code}");
    }
}

#[tokio::test]
async fn four_ballots_are_never_shown() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    for code in &MUNICIPALITIES[..4] {
        app.voter(code).await.votes(&[1]).await;
    }
    let revealed = presenter.closes_and_reveals().await;
    let Screen::Result(result) = revealed.audience.screen else {
        panic!("the result")
    };
    assert!(result.too_few && result.rows.is_empty() && result.verdict.is_none());
}

/// A result of two municipalities would tell each of them what the other wants.
#[tokio::test]
async fn ballots_from_two_municipalities_are_never_shown_however_many() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    let mut voters = Vec::new();
    for code in [MUNICIPALITIES[0], MUNICIPALITIES[1]].repeat(4) {
        let mut voter = app.voter(code).await;
        voter.votes(&[1]).await;
        voters.push(voter);
    }
    let revealed = presenter.closes_and_reveals().await;
    let turnout = revealed.audience.barometer.turnout;
    assert_eq!(turnout.shortage(), Some(Shortage::Municipalities));
    let Screen::Result(result) = revealed.audience.screen else {
        panic!("the result")
    };
    assert!(result.too_few && result.rows.is_empty() && result.verdict.is_none());
    let roll = voters[0].get("/roll").await.refusal();
    assert_eq!(
        roll,
        (404, "not_found".into()),
        "nor is any list of ballots"
    );
    let after: After = vendor.get("/vendor/webinars/4K7P2M/after").await.json();
    assert!(after.result.too_few && after.result.rows.is_empty());
    let rows: Vec<WebinarRow> = vendor.get("/vendor/webinars").await.json();
    assert!(rows[0].said.as_ref().unwrap().too_few);
}
