//! What municipalities say themselves with a personal link: an intention with its condition, on the vendor's desk as if it had
//! been written down there, and told to nobody else.

use axum::http::{Method, StatusCode};
use barometer_domain::financing::CommitmentState;
use barometer_domain::financing::ledger::Ledger;
use barometer_domain::financing::portfolio::Portfolio;
use barometer_domain::money::Money;
use serde_json::{Value, json};

use crate::app::{Answer, App, Browser};
use crate::comments::{invited, requests};
use crate::commitments::{ledger, request, say};

async fn sends(browser: &mut Browser<'_>, request: u32, fields: &[(&str, &str)]) -> Answer {
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    form.extend_pairs(fields);
    let path = format!("/requests/{request}/pledge?lang=da");
    browser
        .request(Method::POST, &path, form.finish().into_bytes())
        .await
}

async fn page(browser: &mut Browser<'_>, request: u32, language: &str) -> String {
    let path = format!("/requests/{request}/pledge?lang={language}");
    let answer = browser.get(&path).await;
    assert_eq!(answer.status, StatusCode::OK);
    String::from_utf8(answer.body).unwrap()
}

async fn living_page(app: &App) -> Value {
    app.browser().get("/financing").await.json()
}

#[tokio::test]
async fn a_municipality_says_itself_with_how_many_and_up_to_what() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let id = request(&app, "I04").await;
    let mut ida = invited(&app, &mut vendor, "0791").await;
    assert!(page(&mut ida, id, "da").await.contains("I tæller selv med"));
    let yes = [("at_most", "24.000"), ("at_least", "8")];
    assert_eq!(
        sends(&mut ida, id, &yes).await.status,
        StatusCode::SEE_OTHER
    );
    // A second municipality says the same to the vendor, who writes it down.
    let written =
        json!({ "move": "indicate", "amount": 2_400_000, "is_maximum": true, "at_least": 8 });
    for said in [json!({ "move": "interest" }), written] {
        assert_eq!(
            say(&mut vendor, id, "0751", &said).await.status,
            StatusCode::OK
        );
    }
    let desk: Ledger = ledger(&mut vendor, id).await;
    let of = |code: &str| {
        let mut all = desk.commitments.iter();
        let found = all.find(|one| one.municipality.to_string() == code);
        found.unwrap().clone()
    };
    let (own, by_vendor) = (of("0791"), of("0751"));
    assert_eq!(own.detail.at_least, Some(8));
    assert_eq!(
        (own.state, own.amount, own.detail),
        (by_vendor.state, by_vendor.amount, by_vendor.detail)
    );
    // The log says that it was the municipality itself: interest first, then the intention.
    let log = desk.moves.iter();
    let log = log.filter(|moved| moved.municipality.to_string() == "0791");
    let log: Vec<_> = log.map(|moved| (moved.to, moved.by.as_str())).collect();
    let link = "personal link";
    assert_eq!(
        log,
        [
            (CommitmentState::Interested, link),
            (CommitmentState::Indicated, link)
        ]
    );
    let read = page(&mut ida, id, "da").await;
    assert!(
        read.contains("Hensigt · højst 24.000\u{a0}kr. · hvis mindst 8 er med"),
        "{read}"
    );
    assert!(read.contains("value=\"24.000\"") && read.contains("value=\"8\""));
    let english = page(&mut ida, id, "en").await;
    assert!(english.contains("if at least 8 take part") && english.contains("value=\"24,000\""));
    // Sent once more it is no other move; changed it is one; taken back it stays on record.
    sends(&mut ida, id, &yes).await;
    sends(&mut ida, id, &[("at_most", "30.000"), ("at_least", "")]).await;
    let back = [("do", "take_back"), ("reason", "Budgettet er brugt")];
    sends(&mut ida, id, &back).await;
    let desk = ledger(&mut vendor, id).await;
    let own = desk.moves.iter();
    let own: Vec<_> = own
        .filter(|moved| moved.municipality.to_string() == "0791")
        .collect();
    assert_eq!(own.len(), 4);
    assert_eq!(
        (own[2].amount, own[2].detail.at_least),
        (Money::from_kroner(30_000), None)
    );
    assert_eq!(own[3].to, CommitmentState::Withdrawn);
    assert_eq!(own[3].detail.reason.as_deref(), Some("Budgettet er brugt"));
}

#[tokio::test]
async fn what_is_refused_is_said_and_stays_in_the_fields() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let id = request(&app, "I04").await;
    let mut ida = invited(&app, &mut vendor, "0791").await;
    for (fields, said) in [
        (
            [("at_most", "mange <penge>"), ("at_least", "8")],
            "Skriv et beløb i kroner",
        ),
        (
            [("at_most", "24.000"), ("at_least", "1")],
            "Skriv et helt tal fra 2 til 98",
        ),
        (
            [("at_most", "24.000"), ("at_least", "ti")],
            "Skriv et helt tal fra 2 til 98",
        ),
        (
            [("at_most", "0"), ("at_least", "")],
            "Skriv et beløb i kroner",
        ),
    ] {
        let refused = sends(&mut ida, id, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let read = String::from_utf8(refused.body).unwrap();
        assert!(read.contains(said), "{read}");
        for (name, value) in fields
            .into_iter()
            .filter(|(name, _)| name.starts_with("at_"))
        {
            let value = value.replace('<', "&lt;").replace('>', "&gt;");
            assert!(
                read.contains(&format!("value=\"{value}\"")),
                "{name}: {read}"
            );
        }
    }
    let desk = ledger(&mut vendor, id).await;
    assert!(desk.moves.iter().all(|moved| moved.by != "personal link"));
    // What is being decided or promised is the vendor's to change.
    sends(&mut ida, id, &[("at_most", "24.000"), ("at_least", "8")]).await;
    let reasonless = sends(&mut ida, id, &[("do", "take_back"), ("reason", "")]).await;
    assert_eq!(reasonless.status, StatusCode::UNPROCESSABLE_ENTITY);
    let read = String::from_utf8(reasonless.body).unwrap();
    assert!(read.contains("Skriv kort hvorfor") && read.contains("<details open"));
    let decide = json!({ "move": "decide", "stage": "purchasing" });
    say(&mut vendor, id, "0791", &decide).await;
    let late = sends(&mut ida, id, &[("at_most", "12.000")]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    let read = String::from_utf8(late.body).unwrap();
    assert!(read.contains("kommet videre end en hensigt"));
    // Nothing is said to a candidate that is not open for financing.
    let (candidate, _) = requests(&app).await;
    let early = sends(&mut ida, candidate, &[("at_most", "12.000")]).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn only_the_invited_of_a_municipality_answer_and_nobody_else_reads_it() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let id = request(&app, "I04").await;
    let mut voter = app.voter("0791").await;
    let read = page(&mut voter, id, "da").await;
    assert!(read.contains("personligt link") && !read.contains("<form"));
    let refused = sends(&mut voter, id, &[("at_most", "24.000"), ("at_least", "8")]).await;
    assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
    let read = String::from_utf8(refused.body).unwrap();
    assert!(read.contains("value=\"24.000\""), "nothing typed is lost");

    let mut ida = invited(&app, &mut vendor, "0791").await;
    let mut ole = invited(&app, &mut vendor, "0751").await;
    sends(&mut ida, id, &[("at_most", "24.000"), ("at_least", "8")]).await;
    let before = living_page(&app).await;
    sends(&mut ida, id, &[("at_most", "24.000"), ("at_least", "97")]).await;
    // No figure that anybody else reads depends on the condition.
    let portfolio: Portfolio = serde_json::from_value(before.clone()).unwrap();
    let row = portfolio.rows.iter().find(|row| row.request.0 == id);
    assert!(row.unwrap().sums.indicated.count > 0);
    let strip = |mut page: Value| {
        for key in ["changed_at", "seq"] {
            page.as_object_mut().unwrap().remove(key);
        }
        for row in page["rows"].as_array_mut().unwrap() {
            row.as_object_mut().unwrap().remove("changed_at");
        }
        page
    };
    let (before, after) = (strip(before), strip(living_page(&app).await));
    for (key, value) in before.as_object().unwrap() {
        assert_eq!(*value, after[key], "{key}");
    }
    for browser in [&mut ole, &mut voter] {
        let read = page(browser, id, "da").await;
        assert!(
            !read.contains("97") && !read.contains("højst 24.000"),
            "{read}"
        );
        for path in ["/financing", "/financing.csv", "/view", "/me"] {
            let answer = browser.get(path).await;
            let told = String::from_utf8_lossy(&answer.body).into_owned();
            assert!(!told.contains("at_least"), "{path}");
        }
    }
}
