//! What the vendor writes down about commitments: only allowed moves, each on record, and a request that funds itself.

use axum::http::{Method, StatusCode};
use barometer_domain::catalogue::Catalogue;
use barometer_domain::financing::ledger::Ledger;
use barometer_domain::financing::request::RequestFile;
use barometer_domain::financing::{CommitmentState, RequestState};
use barometer_domain::money::Money;
use barometer_domain::view::Screen;
use serde_json::{Value, json};

use crate::app::{Answer, App, Browser, CODE};

async fn requests(app: &App) -> Catalogue {
    let view = app.view().await;
    let path = format!("/catalogue/{}", view.catalogue);
    app.browser().get(&path).await.json()
}

pub(crate) async fn request(app: &App, reference: &str) -> u32 {
    let catalogue = requests(app).await;
    let found = catalogue.requests.iter().find(|r| r.reference == reference);
    found.unwrap().id.0
}

pub(crate) async fn ledger(vendor: &mut Browser<'_>, request: u32) -> Ledger {
    let path = format!("/vendor/requests/{request}/commitments");
    vendor.get(&path).await.json()
}

pub(crate) async fn say(
    vendor: &mut Browser<'_>,
    request: u32,
    municipality: &str,
    said: &Value,
) -> Answer {
    let path = format!("/vendor/requests/{request}/commitments/{municipality}");
    let body = json!({ "by": "Ida Holm", "said": said });
    vendor.post(&path, &body).await
}

fn commit(kroner: i64) -> Value {
    json!({ "move": "commit", "amount": kroner * 100,
        "mandate": { "by": "Sundhedschef", "reference": "Sag 23/1184", "date": "2023-09-20" } })
}

/// From dialogue to a promise.
pub(crate) fn way(kroner: i64) -> [Value; 4] {
    [
        json!({ "move": "interest" }),
        json!({ "move": "indicate", "amount": kroner * 100 }),
        json!({ "move": "decide", "stage": "purchasing" }),
        commit(kroner),
    ]
}

#[tokio::test]
async fn a_request_funds_itself_and_falls_back_when_a_promise_is_withdrawn() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let id = request(&app, "I04").await;
    let before = ledger(&mut vendor, id).await;
    assert_eq!(before.state, RequestState::Gathering);
    assert_eq!(before.shortfall, Money::from_kroner(66_000));
    let mut presenter = app.presenter().await;
    presenter
        .commands(&[json!({ "do": "drill", "request": id })])
        .await;
    for municipality in ["0751", "0791"] {
        for said in way(33_000) {
            let answer = say(&mut vendor, id, municipality, &said).await;
            assert_eq!(answer.status, StatusCode::OK, "{said}");
        }
    }
    let funded = ledger(&mut vendor, id).await;
    assert_eq!(
        (funded.state, funded.shortfall),
        (RequestState::FullyFunded, Money::ZERO)
    );
    let Screen::Request(shown) = app.view().await.screen else {
        panic!("not drilled in");
    };
    assert_eq!(shown.financing.shortfall, Money::ZERO);
    assert!(shown.financing.funded);
    let withdraw = json!({ "move": "withdraw", "reason": "Budgettet er brugt" });
    let after: Ledger = say(&mut vendor, id, "0751", &withdraw).await.json();
    assert_eq!(after.state, RequestState::Gathering);
    let Screen::Request(shown) = app.view().await.screen else {
        panic!("not drilled in");
    };
    assert!(!shown.financing.funded);
    let last = after.moves.last().unwrap();
    assert_eq!(
        (last.from, last.to, &*last.by),
        (
            Some(CommitmentState::Committed),
            CommitmentState::Withdrawn,
            "Ida Holm"
        )
    );
    assert_eq!(last.detail.reason.as_deref(), Some("Budgettet er brugt"));
    assert_eq!(after.moves.len(), before.moves.len() + 9);
}

/// 250.000 kr. planned for twelve: the brief said 20.833 kr., and all who paid that left 4 kr. missing.
#[tokio::test]
async fn what_the_brief_shows_is_enough_when_as_many_as_are_missing_pay_it() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let id = request(&app, "I02").await;
    let row: RequestFile = vendor.get(&format!("/vendor/requests/{id}")).await.json();
    let mut request = serde_json::to_value(&row.row.request).unwrap();
    request["terms"]["price"] = json!({ "kind": "firm", "amount": 25_000_000 });
    request["terms"]["sharing"] = json!({ "rule": "equal", "planned_for": 12 });
    request["terms"]["deadline"] = json!("2099-02-01");
    let edit = json!({ "by": "Ida Holm", "why": "Dyrere", "request": request });
    let path = format!("/vendor/requests/{id}");
    assert_eq!(vendor.put(&path, &edit).await.status, StatusCode::OK);
    let mut voter = app.voter("0741").await;
    let brief = voter.get(&format!("/w/{CODE}/brief/{id}?lang=da")).await;
    let brief = String::from_utf8(brief.body).unwrap();
    assert!(brief.contains(">20.834\u{a0}kr.</p>"), "{brief}");
    // Five have promised 24.000 kr.: 130.000 · 12 / 250.000 are 6,24.
    assert!(brief.contains("Det svarer til 7 kommuner mere."), "{brief}");
    for municipality in ["0101", "0147", "0151", "0153", "0155", "0157", "0161"] {
        let before = ledger(&mut vendor, id).await;
        assert_eq!(before.state, RequestState::Gathering);
        for said in way(20_834) {
            let answer = say(&mut vendor, id, municipality, &said).await;
            assert_eq!(answer.status, StatusCode::OK, "{said}");
        }
    }
    let funded = ledger(&mut vendor, id).await;
    assert_eq!(funded.state, RequestState::FullyFunded);
}

/// Six share 150.000 kr.; two of them are invoiced when a seventh joins.
#[tokio::test]
async fn a_late_joiner_lowers_what_all_pay_and_what_was_invoiced_too_much_is_a_refund() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let id = request(&app, "I01").await;
    let settled = ledger(&mut vendor, id).await.settlement.unwrap();
    assert!(
        settled
            .payers()
            .iter()
            .all(|payer| payer.share.ore() == 2_500_000)
    );
    let step = json!({ "by": "Ida Holm", "why": "", "to": "Ordered" });
    let path = format!("/vendor/requests/{id}/steps");
    assert_eq!(vendor.post(&path, &step).await.status, StatusCode::OK);
    for municipality in ["0791", "0510"] {
        let invoice = json!({ "move": "invoice", "year": 2026 });
        let answer = say(&mut vendor, id, municipality, &invoice).await;
        assert_eq!(answer.status, StatusCode::OK);
    }
    for said in way(25_000) {
        let answer = say(&mut vendor, id, "0101", &said).await;
        assert_eq!(answer.status, StatusCode::OK, "{said}");
    }
    let settled = ledger(&mut vendor, id).await.settlement.unwrap();
    let payers = settled.payers();
    assert_eq!(
        payers.iter().map(|payer| payer.share.ore()).sum::<i64>(),
        15_000_000
    );
    for payer in payers {
        assert!([2_142_857, 2_142_858].contains(&payer.share.ore()));
        let invoiced = ["0791", "0510"].contains(&&*payer.municipality.to_string());
        let refund = if invoiced {
            2_500_000 - payer.share.ore()
        } else {
            0
        };
        assert_eq!(payer.refund.ore(), refund);
        assert_eq!(payer.invoiced.is_some(), invoiced);
    }
    // What is invoiced from now on is what is paid now.
    let invoice = json!({ "move": "invoice", "year": 2026 });
    let answer = say(&mut vendor, id, "0101", &invoice).await;
    let settled = answer.json::<Ledger>().settlement.unwrap();
    let late = settled
        .payers()
        .iter()
        .find(|payer| payer.municipality.to_string() == "0101");
    assert_eq!(
        (late.unwrap().invoiced, late.unwrap().refund),
        (Some(late.unwrap().share), Money::ZERO)
    );
}

#[tokio::test]
async fn what_is_not_allowed_or_not_filled_in_changes_nothing() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let id = request(&app, "K03").await;
    let before = ledger(&mut vendor, id).await;
    for (municipality, said, refused) in [
        ("0751", commit(1), (409, "move_not_allowed")),
        (
            "0751",
            json!({ "move": "name", "named": true }),
            (409, "not_possible_now"),
        ),
        (
            "0999",
            json!({ "move": "interest" }),
            (422, "unknown_municipality"),
        ),
        (
            "x",
            json!({ "move": "interest" }),
            (422, "unknown_municipality"),
        ),
        ("0751", json!({ "move": "fly" }), (422, "malformed")),
    ] {
        let (status, code) = say(&mut vendor, id, municipality, &said).await.refusal();
        assert_eq!((status, &*code), refused, "{said}");
    }
    let path = format!("/vendor/requests/{id}/commitments/0751");
    let nobody = json!({ "by": " ", "said": { "move": "interest" } });
    let answer = vendor.post(&path, &nobody).await;
    assert_eq!(answer.refusal(), (422, "not_filled_in".into()));
    assert_eq!(answer.json::<Value>()["field"], "by");
    assert_eq!(ledger(&mut vendor, id).await, before);
    let unknown = vendor.get("/vendor/requests/9999/commitments").await;
    assert_eq!(unknown.refusal(), (404, "unknown_request".into()));
}

#[tokio::test]
async fn nobody_but_the_vendor_sees_or_writes_commitments() {
    let app = App::start().await;
    let id = request(&app, "I04").await;
    let interest = json!({ "by": "x", "said": { "move": "interest" } });
    for mut other in [
        app.browser(),
        app.voter("0751").await,
        app.presenter().await,
    ] {
        let path = format!("/vendor/requests/{id}/commitments");
        assert_eq!(other.get(&path).await.refusal(), (401, "not_vendor".into()));
        let path = format!("{path}/0751");
        let body = interest.to_string().into_bytes();
        let answer = other.request(Method::POST, &path, body).await;
        assert_eq!(answer.refusal(), (401, "not_vendor".into()));
    }
}

#[tokio::test]
async fn the_webinar_takes_its_candidates_along() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let id = request(&app, "K03").await;
    assert_eq!(ledger(&mut vendor, id).await.state, RequestState::Candidate);
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    assert_eq!(
        ledger(&mut vendor, id).await.state,
        RequestState::InBarometer
    );
    presenter.closes_and_reveals().await;
    assert_eq!(ledger(&mut vendor, id).await.state, RequestState::Measured);
}

#[tokio::test]
async fn a_condition_goes_with_an_intention_and_only_the_vendor_sees_whom_it_keeps_out() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let id = request(&app, "I04").await;
    let file: RequestFile = vendor.get(&format!("/vendor/requests/{id}")).await.json();
    let price = file.row.request.terms.price.likely().ore();
    let pays = |ledger: &Ledger| {
        let test = ledger.test.as_ref().unwrap();
        test.payers
            .iter()
            .any(|one| one.municipality.to_string() == "0751")
    };
    let condition = |ledger: &Ledger| {
        let mut all = ledger.commitments.iter();
        let own = all.find(|one| one.municipality.to_string() == "0751");
        own.unwrap().detail.at_least
    };
    let indicate =
        |at_least: Value| json!({ "move": "indicate", "amount": price, "at_least": at_least });
    say(&mut vendor, id, "0751", &json!({ "move": "interest" })).await;
    for wrong in [0, 1, 99] {
        let refused = say(&mut vendor, id, "0751", &indicate(json!(wrong))).await;
        assert_eq!(refused.refusal(), (422, "not_filled_in".into()), "{wrong}");
    }
    // Alone it could pay for everything, but not with 98.
    let kept_out: Ledger = say(&mut vendor, id, "0751", &indicate(json!(98)))
        .await
        .json();
    assert_eq!(condition(&kept_out), Some(98));
    assert!(!pays(&kept_out));
    let within: Ledger = say(&mut vendor, id, "0751", &indicate(Value::Null))
        .await
        .json();
    assert_eq!(condition(&within), None);
    assert!(pays(&within));
    let again: Ledger = say(&mut vendor, id, "0751", &indicate(json!(97)))
        .await
        .json();
    assert!(!pays(&again));
    let public = app.browser().get("/financing").await;
    assert_eq!(public.status, StatusCode::OK);
    let public = String::from_utf8(public.body).unwrap();
    for secret in ["at_least", "payers", "tips"] {
        assert!(!public.contains(&format!("\"{secret}\"")), "{secret}");
    }
    // What is being decided keeps its condition; a promise has none.
    let decide = json!({ "move": "decide", "stage": "purchasing" });
    let deciding: Ledger = say(&mut vendor, id, "0751", &decide).await.json();
    assert_eq!(condition(&deciding), Some(97));
    let promised: Ledger = say(&mut vendor, id, "0751", &commit(price / 100))
        .await
        .json();
    assert_eq!(condition(&promised), None);
}
