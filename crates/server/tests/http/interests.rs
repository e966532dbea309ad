//! Nobody speaks for a municipality but the vendor and that municipality: what a stranger with the code can learn,
//! name, move or spam.

use axum::http::StatusCode;
use barometer_domain::catalogue::Catalogue;
use barometer_domain::financing::CommitmentState;
use barometer_domain::financing::ledger::{Ledger, NameQuestion};
use barometer_domain::financing::portfolio::Portfolio;
use barometer_domain::ids::RequestId;
use barometer_domain::wire::{MOST_INTERESTS, Me};
use serde_json::{Value, json};
use sqlx::{Connection, SqliteConnection};

use crate::app::{Answer, App, Browser};

const VIBORG: &str = "0791";

async fn catalogue(app: &App) -> Catalogue {
    let hash = app.view().await.catalogue;
    app.browser()
        .get(&format!("/catalogue/{hash}"))
        .await
        .json()
}

async fn request(app: &App, reference: &str) -> u32 {
    let catalogue = catalogue(app).await;
    let found = catalogue.requests.iter().find(|r| r.reference == reference);
    found.unwrap().id.0
}

async fn interest(voter: &mut Browser<'_>, request: u32, name_wished: Option<bool>) -> Answer {
    let body = match name_wished {
        Some(wish) => json!({ "request": request, "name_wished": wish }),
        None => json!({ "request": request }),
    };
    voter.post("/interests", &body).await
}

async fn ledger(vendor: &mut Browser<'_>, request: u32) -> Ledger {
    let path = format!("/vendor/requests/{request}/commitments");
    vendor.get(&path).await.json()
}

async fn say(vendor: &mut Browser<'_>, request: u32, said: Value) -> Ledger {
    let path = format!("/vendor/requests/{request}/commitments/{VIBORG}");
    let body = json!({ "by": "Ida Holm", "said": said });
    vendor.post(&path, &body).await.json()
}

/// Who stands by name at a request on the living page, as it stands or on a day.
async fn names(app: &App, request: u32, query: &str) -> Vec<String> {
    let page: Portfolio = app
        .browser()
        .get(&format!("/financing{query}"))
        .await
        .json();
    let row = page
        .rows
        .iter()
        .find(|row| row.request == RequestId(request));
    let named = row.unwrap().named.iter();
    named.map(|named| named.municipality.to_string()).collect()
}

/// Two of Viborg say it; the municipality stays interested until both have taken it back.
#[tokio::test]
async fn what_a_browser_said_it_can_take_back_and_nothing_else() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let id = request(&app, "K03").await;
    let back = json!({ "request": id, "take_back": true });
    let (mut first, mut second) = (app.voter(VIBORG).await, app.voter(VIBORG).await);
    interest(&mut first, id, None).await;
    interest(&mut second, id, None).await;
    let me: Me = first.post("/interests", &back).await.json();
    assert!(me.interests.is_empty());
    assert_eq!(ledger(&mut vendor, id).await.sums.interested.count, 1);
    let mut stranger = app.voter(VIBORG).await;
    stranger.post("/interests", &back).await;
    assert_eq!(ledger(&mut vendor, id).await.sums.interested.count, 1);
    second.post("/interests", &back).await;
    let after = ledger(&mut vendor, id).await;
    assert_eq!(after.commitments, []);
    assert!(
        after.moves.last().unwrap().undone.is_some(),
        "it stays on record"
    );
    // Once it has come further, a tap taken back moves nobody.
    interest(&mut first, id, None).await;
    say(
        &mut vendor,
        id,
        json!({ "move": "decline", "reason": "Nej" }),
    )
    .await;
    first.post("/interests", &back).await;
    let state = ledger(&mut vendor, id).await.commitments[0].state;
    assert_eq!(state, CommitmentState::Declined);
}

#[tokio::test]
async fn a_browser_is_told_only_what_it_said_itself() {
    let app = App::start().await;
    let id = request(&app, "K03").await;
    let mut first = app.voter(VIBORG).await;
    let me: Me = interest(&mut first, id, Some(true)).await.json();
    assert_eq!(
        (me.interests, me.name_wished),
        (vec![RequestId(id)], vec![RequestId(id)])
    );
    let mut stranger = app.voter(VIBORG).await;
    let me: Me = stranger.get("/me").await.json();
    assert!(me.interests.is_empty() && me.name_wished.is_empty());
    let me: Me = interest(&mut stranger, id, None).await.json();
    assert_eq!(
        (me.interests, me.name_wished.len()),
        (vec![RequestId(id)], 0)
    );
    let me: Me = first.get("/me").await.json();
    assert_eq!(
        me.name_wished,
        [RequestId(id)],
        "what another says changes nothing here"
    );
}

#[tokio::test]
async fn no_name_is_public_before_the_vendor_has_confirmed_it() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let id = request(&app, "I04").await;
    let is_named = async |query: &str| names(&app, id, query).await.contains(&VIBORG.to_owned());
    let mut voter = app.voter(VIBORG).await;
    interest(&mut voter, id, Some(true)).await;
    assert!(!is_named("").await);
    let asked = |ledger: &Ledger| {
        let wish = ledger
            .name_wishes
            .iter()
            .find(|wish| wish.municipality.to_string() == VIBORG);
        let mut held = ledger.commitments.iter();
        let held = held.find(|held| held.municipality.to_string() == VIBORG);
        wish.unwrap().question(held.unwrap())
    };
    assert_eq!(
        asked(&ledger(&mut vendor, id).await),
        Some(NameQuestion::Show)
    );

    let shown = say(&mut vendor, id, json!({ "move": "name", "named": true })).await;
    assert_eq!(asked(&shown), None);
    assert!(is_named("").await);

    interest(&mut voter, id, Some(false)).await;
    assert!(is_named("").await, "a tap takes no name off");
    assert_eq!(
        asked(&ledger(&mut vendor, id).await),
        Some(NameQuestion::Hide)
    );

    let path = format!("/vendor/requests/{id}/commitments/{VIBORG}/undo");
    let undo = json!({ "by": "Ida Holm", "why": "Fortrudt" });
    assert_eq!(vendor.post(&path, &undo).await.status, StatusCode::OK);
    assert!(!is_named("").await);
}

#[tokio::test]
async fn consent_taken_back_is_gone_from_every_day_and_file() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let id = request(&app, "I03").await;
    let before = names(&app, id, "?as_of=2023-09-01").await;
    assert!(before.contains(&"0751".to_owned()));
    let path = format!("/vendor/requests/{id}/commitments/0751");
    let body = json!({ "by": "Ida Holm", "said": { "move": "name", "named": false } });
    vendor.post(&path, &body).await;
    for query in ["", "?as_of=2023-09-01", "?as_of=2023-09-20"] {
        assert!(
            !names(&app, id, query).await.contains(&"0751".to_owned()),
            "{query}"
        );
        let file = app.browser().get(&format!("/financing.csv{query}")).await;
        let text = String::from_utf8(file.body).unwrap();
        let line = text
            .lines()
            .find(|line| line.starts_with("\"I03\""))
            .unwrap();
        assert!(!line.contains("Aarhus"), "{line}");
    }
}

#[tokio::test]
async fn a_session_speaks_for_one_municipality() {
    let app = App::start().await;
    let id = request(&app, "K03").await;
    let join = async |browser: &mut Browser<'_>, code: &str| {
        browser
            .post("/participants", &json!({ "municipality": code }))
            .await
    };
    let mut voter = app.voter("0751").await;
    let moved = join(&mut voter, VIBORG).await;
    assert_eq!(moved.status, StatusCode::OK, "nothing was said yet");
    interest(&mut voter, id, None).await;
    let refused = join(&mut voter, "0751").await.refusal();
    assert_eq!(refused, (409, "municipality_fixed".into()));
    let watch = voter
        .post("/participants", &json!({ "observer": true }))
        .await;
    assert_eq!(watch.refusal(), (409, "municipality_fixed".into()));
    assert_eq!(join(&mut voter, VIBORG).await.status, StatusCode::OK);

    let mut presenter = app.presenter().await;
    presenter.opens().await;
    let mut voter = app.voter("0751").await;
    voter.votes(&[1]).await;
    let refused = join(&mut voter, VIBORG).await.refusal();
    assert_eq!(refused, (409, "municipality_fixed".into()));
}

#[tokio::test]
async fn a_tap_moves_no_promise_and_counts_once() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let id = request(&app, "I04").await;
    for said in [
        json!({ "move": "interest" }),
        json!({ "move": "indicate", "amount": 3_000_000 }),
        json!({ "move": "decide", "stage": "it" }),
        json!({ "move": "commit", "amount": 3_000_000,
            "mandate": { "by": "Chef", "reference": "1", "date": "2023-09-20" } }),
    ] {
        say(&mut vendor, id, said).await;
    }
    let before = ledger(&mut vendor, id).await;
    let mut voter = app.voter(VIBORG).await;
    for named in [Some(true), Some(false), None, Some(true)] {
        assert_eq!(interest(&mut voter, id, named).await.status, StatusCode::OK);
    }
    let after = ledger(&mut vendor, id).await;
    assert_eq!(
        (after.commitments, after.moves),
        (before.commitments, before.moves)
    );

    let id = request(&app, "K03").await;
    for _ in 0..3 {
        interest(&mut voter, id, Some(true)).await;
    }
    let moves = ledger(&mut vendor, id).await.moves;
    assert_eq!(moves.len(), 1);
    assert_eq!(moves[0].to, CommitmentState::Interested);
    assert!(!moves[0].detail.named);
}

#[tokio::test]
async fn interest_is_limited_and_ends_with_the_webinar() {
    let app = App::start().await;
    let requests = catalogue(&app).await.requests;
    let mut voter = app.voter(VIBORG).await;
    let most = usize::try_from(MOST_INTERESTS).unwrap();
    assert!(requests.len() > most);
    for request in &requests[..most] {
        let said = interest(&mut voter, request.id.0, None).await;
        assert_eq!(said.status, StatusCode::OK);
    }
    let refused = interest(&mut voter, requests[most].id.0, None).await;
    assert_eq!(refused.refusal(), (422, "too_many_interests".into()));
    let again = interest(&mut voter, requests[0].id.0, Some(true)).await;
    assert_eq!(again.status, StatusCode::OK, "what was said stays said");

    let mut late = app.voter("0751").await;
    let mut presenter = app.presenter().await;
    presenter.commands(&[json!({ "do": "end" })]).await;
    let refused = interest(&mut late, requests[0].id.0, None).await;
    assert_eq!(refused.refusal(), (409, "webinar_ended".into()));
}

#[tokio::test]
async fn what_is_stored_of_an_interest_is_of_nobody() {
    let app = App::start().await;
    let id = request(&app, "K03").await;
    let mut voter = app.voter(VIBORG).await;
    let me: Me = interest(&mut voter, id, Some(true)).await.json();
    let file = app.directory.path().join("data/barometer.db");
    let mut thief = SqliteConnection::connect(&format!("sqlite:{}", file.display()))
        .await
        .unwrap();
    let rows: Vec<(Vec<u8>, u32, String)> =
        sqlx::query_as("SELECT tag, request, municipality FROM interests")
            .fetch_all(&mut thief)
            .await
            .unwrap();
    let [(tag, request, municipality)] = &rows[..] else {
        panic!("one row")
    };
    assert_eq!((*request, &**municipality), (id, VIBORG));
    let tag = hex::encode(tag);
    assert!(!tag.contains(&me.slot));
    let session = blake3::hash(voter.token().as_bytes()).to_hex();
    assert_ne!(
        tag,
        session.as_str(),
        "the session's own hash would tie it to a place"
    );
}

/// Viborg promises 38.588 kr. of a price that is shared by inhabitants.
#[tokio::test]
async fn a_lone_amount_stands_on_no_page_that_anyone_may_open() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let id = request(&app, "I04").await;
    let mut presenter = app.presenter().await;
    presenter
        .commands(&[json!({ "do": "drill", "request": id })])
        .await;
    let read = async |app: &App| {
        let mut anyone = app.browser();
        let mut texts = Vec::new();
        for path in [
            "/financing".to_owned(),
            "/financing.csv?lang=da".into(),
            "/financing.csv?lang=en".into(),
            format!("/w/4K7P2M/brief/{id}"),
        ] {
            texts.push(String::from_utf8(anyone.get(&path).await.body).unwrap());
        }
        texts.push(serde_json::to_string(&app.view().await).unwrap());
        texts
    };
    for (said, exact) in [
        (json!({ "move": "interest" }), 0),
        (json!({ "move": "indicate", "amount": 3_858_800 }), 0),
        (json!({ "move": "decide", "stage": "it" }), 0),
        (
            json!({ "move": "commit", "amount": 3_858_800,
                "mandate": { "by": "Chef", "reference": "1", "date": "2023-09-20" } }),
            38_588,
        ),
    ] {
        let before = ledger(&mut vendor, id).await.sums.committed.amount;
        let after = say(&mut vendor, id, said).await.sums.committed.amount;
        assert_eq!(
            (after - before).rounded_kroner(),
            exact,
            "the vendor sees what was said"
        );
        for text in read(&app).await {
            for exact in ["38588", "38.588", "38,588", "3858800"] {
                assert!(!text.contains(exact), "{exact} in {text}");
            }
            // Nor what it leaves of sums that are in whole thousands.
            for left in ["412", "41200"] {
                assert!(!text.contains(&format!("{left},00")), "{left} in {text}");
            }
        }
    }
    let page: Portfolio = app.browser().get("/financing").await.json();
    let rows = page.rows.iter();
    for row in rows {
        for sum in [
            row.sums.committed,
            row.sums.under_decision,
            row.sums.indicated,
        ] {
            assert_eq!(sum.amount.ore() % 100_000, 0, "whole thousands");
        }
    }
}
