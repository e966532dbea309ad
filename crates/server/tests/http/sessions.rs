//! Sessions that are looked up once and kept in memory: whatever ends or moves one is felt at the very next request.

use axum::http::{Method, StatusCode};
use barometer_domain::wire::Me;
use futures_util::future::join_all;
use serde_json::json;

use crate::app::{App, Browser, eventually};
use crate::invitations::{invite, opened};

const PERSONAL_DATA: &str = "/vendor/webinars/4K7P2M/personal-data";
const INVITATIONS: &str = "/vendor/webinars/4K7P2M/invitations";

/// What this browser is told of itself, twice: the second time from memory.
async fn me(browser: &mut Browser<'_>) -> Me {
    let looked_up: Me = browser.get("/me").await.json();
    assert_eq!(browser.get("/me").await.json::<Me>(), looked_up);
    looked_up
}

async fn is_refused(browser: &mut Browser<'_>) {
    let refused = browser.get("/me").await.refusal();
    assert_eq!(refused, (401, "not_joined".to_owned()));
    let vote = browser.vote(1, &[1]).await;
    assert_eq!(vote.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn whoever_moves_is_at_the_new_place_at_once_on_every_tab() {
    let app = App::start().await;
    let mut voter = app.voter("0751").await;
    let mut other_tab = voter.tab();
    let before = me(&mut voter).await;
    let moved: Me = voter
        .post("/participants", &json!({ "municipality": "0741" }))
        .await
        .json();
    assert_ne!((moved.role, &moved.slot), (before.role, &before.slot));
    assert_eq!(me(&mut other_tab).await, moved);
}

#[tokio::test]
async fn a_withdrawn_invitation_ends_all_its_sessions_and_no_others() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let tokens = invite(&mut vendor, &["0791"]).await;
    let (mut first, _) = opened(&app, &tokens[0]).await;
    let (mut second, _) = opened(&app, &tokens[0]).await;
    let mut open = app.voter("0741").await;
    for browser in [&mut first, &mut second, &mut open] {
        me(browser).await;
    }
    vendor.request(Method::DELETE, INVITATIONS, vec![]).await;
    is_refused(&mut first).await;
    is_refused(&mut second).await;
    me(&mut open).await;
}

#[tokio::test]
async fn whoever_came_by_the_open_link_is_out_once_only_the_invited_vote() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    invite(&mut vendor, &["0791"]).await;
    let mut open = app.voter("0741").await;
    me(&mut open).await;
    vendor
        .put(INVITATIONS, &json!({ "invited_only": true }))
        .await;
    is_refused(&mut open).await;
}

#[tokio::test]
async fn a_webinar_that_is_forgotten_has_no_sessions() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let mut voter = app.voter("0741").await;
    me(&mut voter).await;
    let forgotten = vendor.request(Method::DELETE, PERSONAL_DATA, vec![]).await;
    assert_eq!(forgotten.status, StatusCode::NO_CONTENT);
    is_refused(&mut voter).await;
}

#[tokio::test]
async fn a_batch_of_newcomers_is_held_to_what_one_is() {
    let app = App::start().await;
    app.execute("UPDATE webinars SET per_municipality = 2")
        .await;
    let join = async |municipality: &str| {
        let mut browser = app.browser();
        let body = json!({ "municipality": municipality });
        browser.post("/participants", &body).await.status
    };
    let municipalities = [
        "0751", "0741", "0751", "0751", "0741", "0751", "0751", "0751",
    ];
    let joined = join_all(municipalities.map(join)).await;
    let of = |municipality| {
        let all = municipalities.iter().zip(&joined);
        let let_in = all.filter(|(of, status)| **of == municipality && status.is_success());
        let_in.count()
    };
    assert_eq!((of("0751"), of("0741")), (2, 2), "{joined:?}");
    eventually(
        async || app.view().await,
        |view| view.barometer.turnout.present == 4,
    )
    .await;
}
