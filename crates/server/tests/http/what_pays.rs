//! What gets financed in invented webinars: reckoned from prices and terms, never from what anybody said.

use barometer_domain::what_pays::{Choosing, Conclusion, WhatPays};
use serde_json::{Value, json};

use crate::app::App;

#[tokio::test]
async fn neither_votes_nor_promises_change_what_is_simulated() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let before: WhatPays = vendor.get("/vendor/what-pays").await.json();
    assert_eq!(
        (before.requests, before.without_price, before.ways.len()),
        (12, 0, 16)
    );
    assert_eq!(before.ways[0].choosing, Choosing::VotesByMunicipality);
    assert!(
        before
            .conclusion()
            .is_some_and(|said| said != Conclusion::NoneBetter)
    );
    app.presenter().await.opens().await;
    app.voter("0791").await.votes(&[1, 2]).await;
    let requests: Vec<Value> = vendor.get("/vendor/requests").await.json();
    let voted_on = requests
        .iter()
        .find(|row| row["state"] == "InBarometer")
        .unwrap();
    let path = format!("/vendor/requests/{}/commitments/0791", voted_on["id"]);
    let said = json!({ "by": "Ida Holm", "said": { "move": "interest" } });
    assert!(vendor.post(&path, &said).await.status.is_success());
    let after: WhatPays = vendor.get("/vendor/what-pays").await.json();
    assert_eq!(after, before);
}

/// Whoever asks at the same time gets the same answer, and one simulation is made of it.
#[tokio::test]
async fn many_who_ask_at_once_get_one_answer() {
    let app = App::start().await;
    let mut one = app.vendor().await;
    let mut other = one.tab();
    let asked = [one.get("/vendor/what-pays"), other.get("/vendor/what-pays")];
    let answers = futures_util::future::join_all(asked).await;
    assert_eq!(answers[0].body, answers[1].body);
}
