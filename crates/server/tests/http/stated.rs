//! The tap after the vote: only who has voted is asked, what is stated is sealed until the reveal and then gone, and only
//! sums come out.

use axum::http::StatusCode;
use barometer_domain::carrying::Carrying;
use barometer_domain::ids::CandidateId;
use barometer_domain::stated::StatedShare;
use serde_json::json;

use crate::app::{App, Browser};

const PAGE: &str = "/w/4K7P2M/estimate";
const MUNICIPALITIES: [&str; 6] = ["0101", "0825", "0492", "0665", "0482", "0751"];

async fn state(browser: &mut Browser<'_>, form: &str) -> (StatusCode, String) {
    let answer = browser
        .request(axum::http::Method::POST, PAGE, form.as_bytes().to_vec())
        .await;
    let location = answer.headers.get("location");
    let location = location.map_or("", |location| location.to_str().unwrap());
    (answer.status, location.to_owned())
}

async fn page(browser: &mut Browser<'_>) -> String {
    let answer = browser.get(PAGE).await;
    String::from_utf8(answer.body).unwrap()
}

async fn rows(app: &App) -> Vec<Vec<u8>> {
    sqlx::query_scalar("SELECT sealed FROM stated_amounts")
        .fetch_all(&mut app.database().await)
        .await
        .unwrap()
}

async fn stated(app: &App) -> Vec<StatedShare> {
    let answer = app.browser().get("/carrying").await;
    if answer.status == StatusCode::NOT_FOUND {
        return Vec::new();
    }
    answer.json::<Carrying>().stated
}

#[tokio::test]
async fn who_has_voted_is_asked_about_what_the_ballot_supports_and_can_change_it_until_the_close() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    let mut voter = app.voter("0751").await;
    let before = voter.get(PAGE).await;
    assert_eq!(
        before.status,
        StatusCode::SEE_OTHER,
        "the ballot comes first"
    );
    assert_eq!(
        state(&mut voter, "candidate-1=10000").await.1,
        format!("{PAGE}?lang=da")
    );
    assert!(rows(&app).await.is_empty());

    voter.votes(&[1, 3]).await;
    let asked = page(&mut voter).await;
    assert!(asked.contains("name=\"candidate-1\"") && asked.contains("name=\"candidate-3\""));
    assert!(!asked.contains("name=\"candidate-2\""));
    assert!(asked.contains("Et skøn. Ikke bindende, bliver aldrig et tilsagn."));
    assert!(asked.contains("Jeres andel, hvis 10 kommuner er med: "));
    let form = "candidate-1=25000&candidate-2=100000&candidate-3=unknown";
    let (status, location) = state(&mut voter, form).await;
    assert_eq!(
        (status, location),
        (StatusCode::SEE_OTHER, format!("{PAGE}?lang=da&kept"))
    );
    let kept = page(&mut voter).await;
    assert!(kept.contains("value=\"25000\" checked") && kept.contains("value=\"unknown\" checked"));
    state(&mut voter, "candidate-1=50000").await;
    assert!(page(&mut voter).await.contains("value=\"50000\" checked"));
    assert_eq!(rows(&app).await.len(), 1, "in the place of what it was");

    // Nobody else's browser is asked or told anything.
    assert_eq!(app.browser().get(PAGE).await.status, StatusCode::SEE_OTHER);
    let mut other = app.voter("0751").await;
    other.votes(&[1]).await;
    assert!(!page(&mut other).await.contains(" checked"));

    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    assert_eq!(
        state(&mut voter, "candidate-1=10000").await.1,
        format!("{PAGE}?lang=da")
    );
    assert!(page(&mut voter).await.contains("Afstemningen er lukket"));
}

#[tokio::test]
async fn the_amounts_are_told_as_a_share_of_the_price_at_the_reveal_and_are_gone_then() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    for (at, code) in MUNICIPALITIES.iter().enumerate() {
        let mut voter = app.voter(code).await;
        voter.votes(&[1, 2]).await;
        // Of the second one amount less than it takes.
        let second = if at < 4 {
            "candidate-2=10000"
        } else {
            "candidate-2=unknown"
        };
        state(&mut voter, &format!("candidate-1=25000&{second}")).await;
    }
    let mut second = app.voter("0101").await;
    second.votes(&[1]).await;
    state(&mut second, "candidate-1=10000").await;
    let sealed = rows(&app).await;
    assert_eq!(sealed.len(), 7);
    assert!(sealed.iter().all(|one| one.len() == sealed[0].len()));
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    assert_eq!(stated(&app).await, []);
    let revealed = presenter.reveals().await;
    // The first costs 180.000: 6 · 25.000 are 83 %. A second answer from Copenhagen is lower, and counts for nothing.
    let share = StatedShare {
        candidate: CandidateId(1),
        tenths: 8,
    };
    assert_eq!(stated(&app).await, [share]);
    assert_eq!(revealed.carrying_pages, 1);
    assert!(rows(&app).await.is_empty(), "summed once, and gone");
}

#[tokio::test]
async fn too_few_answers_tell_nothing() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    for (at, code) in MUNICIPALITIES.iter().enumerate() {
        let mut voter = app.voter(code).await;
        voter.votes(&[1]).await;
        if at < 4 {
            state(&mut voter, "candidate-1=100000").await;
        }
    }
    let revealed = presenter.closes_and_reveals().await;
    assert_eq!(
        (stated(&app).await, revealed.carrying_pages),
        (Vec::new(), 0)
    );
    assert!(rows(&app).await.is_empty());
}
