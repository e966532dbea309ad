//! The vendor's requests from intake to financing: only allowed steps, every change on record, nobody else's business.

use axum::http::{Method, StatusCode};
use barometer_domain::financing::RequestState;
use barometer_domain::financing::ledger::Ledger;
use barometer_domain::financing::request::{RequestFile, RequestRow};
use barometer_domain::money::Money;
use serde_json::{Value, json};

use crate::app::{Answer, App, Browser};

fn wish(reference: &str) -> Value {
    json!({ "reference": reference, "title": "Fælles kalender", "pitch": "Alle aftaler ét sted.",
        "terms": { "price": { "kind": "estimate", "low": 8_000_000, "likely": 10_000_000, "high": 14_000_000 },
            "sharing": { "rule": "equal" } } })
}

async fn take_in(vendor: &mut Browser<'_>, request: &Value) -> Answer {
    let new = json!({ "by": "Ida Holm", "request": request });
    vendor.post("/vendor/requests", &new).await
}

async fn edit(vendor: &mut Browser<'_>, id: u32, why: &str, request: &Value) -> Answer {
    let edit = json!({ "by": "Ida Holm", "why": why, "request": request });
    vendor.put(&format!("/vendor/requests/{id}"), &edit).await
}

async fn step(vendor: &mut Browser<'_>, id: u32, to: &str) -> Answer {
    let step = json!({ "by": "Ida Holm", "why": "Aftalt", "to": to });
    vendor
        .post(&format!("/vendor/requests/{id}/steps"), &step)
        .await
}

async fn find(vendor: &mut Browser<'_>, reference: &str) -> RequestRow {
    let rows: Vec<RequestRow> = vendor.get("/vendor/requests").await.json();
    let found = rows
        .into_iter()
        .find(|row| row.request.reference == reference);
    found.unwrap()
}

#[tokio::test]
async fn from_intake_to_open_for_financing() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let file: RequestFile = take_in(&mut vendor, &wish("K20")).await.json();
    let id = file.row.id.0;
    assert_eq!(file.row.state, RequestState::Submitted);
    for to in ["Screened", "Candidate", "Resting", "UnderTreatment"] {
        assert_eq!(
            step(&mut vendor, id, to).await.status,
            StatusCode::OK,
            "{to}"
        );
    }
    let too_early = step(&mut vendor, id, "OpenForFinancing").await;
    assert_eq!(too_early.refusal(), (422, "not_filled_in".into()));
    assert_eq!(too_early.json::<Value>()["field"], "price");
    let mut firm = wish("K20");
    firm["terms"] = json!({ "price": { "kind": "firm", "amount": 12_000_000 }, "sharing": { "rule": "population" },
        "minimum": 4, "deadline": "2099-12-01" });
    assert_eq!(
        edit(&mut vendor, id, "", &firm).await.status,
        StatusCode::OK
    );
    let open: RequestFile = step(&mut vendor, id, "OpenForFinancing").await.json();
    assert_eq!(open.row.state, RequestState::OpenForFinancing);
    let states: Vec<RequestState> = open.versions.iter().map(|version| version.state).collect();
    assert_eq!(states.len(), 7, "{states:?}");
    assert!(open.versions.iter().all(|version| version.by == "Ida Holm"));
}

#[tokio::test]
async fn who_saves_over_what_someone_else_has_written_hears_of_it() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let file: RequestFile = take_in(&mut vendor, &wish("K21")).await.json();
    let id = file.row.id.0;
    let read = file.versions.len();
    let save = |edition: usize, pitch: &str| {
        let mut request = wish("K21");
        request["pitch"] = json!(pitch);
        json!({ "by": "Bo", "edition": edition, "request": request })
    };
    let path = format!("/vendor/requests/{id}");
    let saved = vendor.put(&path, &save(read, "Idas\nlinjer")).await;
    assert_eq!(saved.status, StatusCode::OK);
    let saved: RequestFile = saved.json();
    assert_eq!(saved.row.request.pitch, "Idas\nlinjer");
    let refused = vendor.put(&path, &save(read, "Bos ord")).await.refusal();
    assert_eq!(refused, (409, "stale_edition".into()));
    let stepped: RequestFile = step(&mut vendor, id, "Screened").await.json();
    assert_eq!(stepped.versions.len(), read + 2);
    let over = vendor.put(&path, &save(read + 1, "Bos ord")).await;
    assert_eq!(over.status, StatusCode::OK, "a step is no other content");
}

#[tokio::test]
async fn a_deadline_is_extended_with_a_reason_that_participants_see() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let row = find(&mut vendor, "I04").await;
    let mut request = serde_json::to_value(&row.request).unwrap();
    request["terms"]["deadline"] = json!("2099-02-01");
    let refused = edit(&mut vendor, row.id.0, "", &request).await;
    assert_eq!(refused.refusal(), (422, "not_filled_in".into()));
    assert_eq!(refused.json::<Value>()["field"], "reason");
    let why = "Byrådet mødes i januar";
    let file: RequestFile = edit(&mut vendor, row.id.0, why, &request).await.json();
    assert_eq!(file.row.request.terms.extension.unwrap().reason, why);
    assert_eq!(file.versions.last().unwrap().why, why);
    let path = format!("/w/{}/brief/{}", crate::app::CODE, row.id.0);
    let brief = app.browser().get(&path).await;
    let brief = String::from_utf8(brief.body).unwrap();
    assert!(brief.contains("1. februar 2099"), "{brief}");
    assert!(brief.contains("Forlænget fra 1. december 2023: Byrådet mødes i januar"));
}

#[tokio::test]
async fn what_cannot_be_is_refused_and_nothing_is_lost() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let refused = async |vendor: &mut Browser<'_>, request: Value| {
        let answer = take_in(vendor, &request).await;
        (answer.refusal(), answer.json::<Value>()["field"].clone())
    };
    let mut blank = wish("K20");
    blank["title"] = json!(" ");
    let not_filled_in = |field: &str| ((422, "not_filled_in".to_owned()), json!(field));
    assert_eq!(refused(&mut vendor, blank).await, not_filled_in("title"));
    let twice = refused(&mut vendor, wish("I04")).await;
    assert_eq!(twice, not_filled_in("request_reference"));
    let mut unknown = wish("K20");
    unknown["state"] = json!("Ordered");
    assert_eq!(
        refused(&mut vendor, unknown).await.0,
        (422, "malformed".into())
    );
    assert_eq!(
        step(&mut vendor, 9999, "Screened").await.refusal(),
        (404, "unknown_request".into())
    );
    let gathering = find(&mut vendor, "I04").await.id.0;
    for to in ["FullyFunded", "Ordered", "Candidate", "InBarometer"] {
        let refused = step(&mut vendor, gathering, to).await.refusal();
        assert_eq!(refused, (409, "move_not_allowed".into()), "{to}");
    }
    let nameless = json!({ "by": " ", "to": "Resting", "why": "?" });
    let path = format!("/vendor/requests/{gathering}/steps");
    assert_eq!(
        vendor.post(&path, &nameless).await.refusal(),
        (422, "not_filled_in".into())
    );
    let candidate = find(&mut vendor, "K01").await;
    app.presenter().await.opens().await;
    let request = serde_json::to_value(&candidate.request).unwrap();
    let mut dearer = request.clone();
    dearer["title"] = json!("Noget andet");
    let locked = edit(&mut vendor, candidate.id.0, "", &dearer).await;
    assert_eq!(locked.refusal(), (409, "locked".into()));
}

#[tokio::test]
async fn two_of_the_same_become_one() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let first: RequestFile = take_in(&mut vendor, &wish("K20")).await.json();
    let second: RequestFile = take_in(&mut vendor, &wish("K21")).await.json();
    let path = format!("/vendor/requests/{}/steps", second.row.id.0);
    let merge = |into: Option<u32>| json!({ "by": "Ida Holm", "why": "Dublet", "to": "Merged", "into": into });
    for into in [None, Some(second.row.id.0)] {
        let refused = vendor.post(&path, &merge(into)).await.refusal();
        assert_eq!(refused, (422, "not_filled_in".into()));
    }
    let merged: RequestFile = vendor
        .post(&path, &merge(Some(first.row.id.0)))
        .await
        .json();
    assert_eq!(merged.row.state, RequestState::Merged);
    assert_eq!(merged.row.merged_into, Some(first.row.id));
    let gathering = find(&mut vendor, "I04").await.id.0;
    let path = format!("/vendor/requests/{gathering}/steps");
    let refused = vendor
        .post(&path, &merge(Some(first.row.id.0)))
        .await
        .refusal();
    assert_eq!(
        refused,
        (409, "move_not_allowed".into()),
        "somebody pays for it"
    );
}

#[tokio::test]
async fn the_last_move_is_undone_with_a_reason() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let id = find(&mut vendor, "I01").await.id.0;
    let path = format!("/vendor/requests/{id}/commitments/0791");
    let withdraw =
        json!({ "by": "Ida Holm", "said": { "move": "withdraw", "reason": "Forkert linje" } });
    let gathering: Ledger = vendor.post(&path, &withdraw).await.json();
    assert_eq!(gathering.state, RequestState::Gathering);
    let undo = format!("{path}/undo");
    let nameless = json!({ "by": "", "why": "x" });
    assert_eq!(
        vendor.post(&undo, &nameless).await.refusal(),
        (422, "not_filled_in".into())
    );
    let signed = json!({ "by": "Ida Holm", "why": "Det var en anden kommune" });
    let funded: Ledger = vendor.post(&undo, &signed).await.json();
    assert_eq!(funded.state, RequestState::FullyFunded);
    let last = funded.moves.last().unwrap();
    assert_eq!(
        last.undone.as_ref().unwrap().why,
        "Det var en anden kommune"
    );
    // The first word can be undone too: then the municipality has said nothing.
    let none: Ledger = vendor.post(&undo, &signed).await.json();
    assert!(
        none.commitments
            .iter()
            .all(|c| c.municipality.to_string() != "0791")
    );
    assert_eq!(none.shortfall, Money::from_kroner(25_000));
    let all: Vec<Ledger> = vendor.get("/vendor/commitments").await.json();
    let kept = all.iter().find(|ledger| ledger.request.0 == id).unwrap();
    assert_eq!(kept.moves.len(), 7, "what was undone stays on record");
    let nothing_left = vendor.post(&undo, &signed).await.refusal();
    assert_eq!(nothing_left, (409, "not_possible_now".into()));
}

#[tokio::test]
async fn what_is_ordered_keeps_its_promises() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let id = find(&mut vendor, "I01").await.id.0;
    assert_eq!(
        step(&mut vendor, id, "Ordered").await.status,
        StatusCode::OK
    );
    let undo = json!({ "by": "Ida Holm", "why": "Nej" });
    let path = format!("/vendor/requests/{id}/commitments/0791/undo");
    let refused = vendor.post(&path, &undo).await.refusal();
    assert_eq!(refused, (409, "move_not_allowed".into()));
    let mut request = serde_json::to_value(find(&mut vendor, "I01").await.request).unwrap();
    request["terms"]["price"] = json!({ "kind": "firm", "amount": 1 });
    assert_eq!(
        edit(&mut vendor, id, "Billigere", &request).await.refusal(),
        (409, "locked".into())
    );
}

#[tokio::test]
async fn requests_are_the_vendors_alone() {
    let app = App::start().await;
    let ways = [
        (Method::GET, "/vendor/commitments"),
        (Method::GET, "/vendor/requests"),
        (Method::POST, "/vendor/requests"),
        (Method::GET, "/vendor/requests/1"),
        (Method::PUT, "/vendor/requests/1"),
        (Method::POST, "/vendor/requests/1/steps"),
        (Method::POST, "/vendor/requests/1/commitments/0751/undo"),
    ];
    let mut others = [
        app.browser(),
        app.voter("0751").await,
        app.presenter().await,
    ];
    for browser in &mut others {
        for (method, path) in &ways {
            let answer = browser.request(method.clone(), path, b"{}".to_vec()).await;
            assert_eq!(
                answer.refusal(),
                (401, "not_vendor".into()),
                "{method} {path}"
            );
        }
    }
}

/// Corrected before the order, the larger promise is what was ordered upon: the smaller one does not come back.
#[tokio::test]
async fn what_is_ordered_is_not_made_smaller_by_undoing_a_correction() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let id = find(&mut vendor, "I01").await.id.0;
    let path = format!("/vendor/requests/{id}/commitments/0791");
    let mandate = json!({ "by": "Sundhedschef", "reference": "Sag 1", "date": "2023-09-20" });
    let commit = |amount: i64| {
        let said = json!({ "move": "commit", "amount": amount, "mandate": mandate });
        json!({ "by": "Ida Holm", "said": said })
    };
    let undo = json!({ "by": "Ida Holm", "why": "Tastefejl" });
    let undo_path = format!("{path}/undo");
    for amount in [1_000_000, 2_500_000] {
        let corrected = vendor.post(&path, &commit(amount)).await;
        assert_eq!(corrected.status, StatusCode::OK);
    }
    assert_eq!(
        step(&mut vendor, id, "Ordered").await.status,
        StatusCode::OK
    );
    let refused = vendor.post(&undo_path, &undo).await.refusal();
    assert_eq!(refused, (409, "move_not_allowed".into()));
    // Whether it may be named is no promise.
    let name = json!({ "by": "Ida Holm", "said": { "move": "name", "named": true } });
    assert_eq!(vendor.post(&path, &name).await.status, StatusCode::OK);
    assert_eq!(vendor.post(&undo_path, &undo).await.status, StatusCode::OK);
    let settled = find(&mut vendor, "I01").await;
    assert!(settled.request.terms.is_covered_by(&settled.sums));
}
