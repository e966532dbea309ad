//! Commitments know their request: what it takes where it stands, what moves along when two become one, and what can
//! be undone.

use axum::http::StatusCode;
use barometer_domain::financing::ledger::Ledger;
use barometer_domain::financing::portfolio::Portfolio;
use barometer_domain::financing::request::{RequestFile, RequestRow};
use barometer_domain::financing::{CommitmentState, RequestState};
use barometer_domain::ids::RequestId;
use barometer_domain::money::Money;
use barometer_server::store::ImportedWebinar;
use serde_json::{Value, json};
use sqlx::{Connection, SqliteConnection};

use crate::app::{Answer, App, Browser};

/// A real request, selected and priced, that opens for financing with the next step.
async fn treated(vendor: &mut Browser<'_>, reference: &str) -> u32 {
    let id = candidate(vendor, reference).await;
    for (to, why) in [("Resting", "Venter"), ("UnderTreatment", "")] {
        assert_eq!(
            step(vendor, id, json!({ "to": to, "why": why }))
                .await
                .status,
            StatusCode::OK
        );
    }
    id
}

async fn candidate(vendor: &mut Browser<'_>, reference: &str) -> u32 {
    let request = json!({ "reference": reference, "title": format!("Ønske {reference}"),
        "pitch": "Hele dagens plan flyttes med to tryk.",
        "terms": { "price": { "kind": "firm", "amount": 24_000_000 }, "minimum": 2,
            "deadline": "2099-12-01", "sharing": { "rule": "equal", "planned_for": 10 } } });
    let new = json!({ "by": "Ida Holm", "request": request });
    let file: RequestFile = vendor.post("/vendor/requests", &new).await.json();
    file.row.id.0
}

async fn opened(vendor: &mut Browser<'_>, reference: &str) -> u32 {
    let id = treated(vendor, reference).await;
    let answer = step(vendor, id, json!({ "to": "OpenForFinancing" })).await;
    assert_eq!(answer.status, StatusCode::OK);
    id
}

async fn step(vendor: &mut Browser<'_>, request: u32, mut step: Value) -> Answer {
    step["by"] = "Ida Holm".into();
    vendor
        .post(&format!("/vendor/requests/{request}/steps"), &step)
        .await
}

async fn undo(vendor: &mut Browser<'_>, request: u32) -> Answer {
    let undo = json!({ "by": "Ida Holm", "why": "Det var to forskellige" });
    vendor
        .post(&format!("/vendor/requests/{request}/undo"), &undo)
        .await
}

async fn row(vendor: &mut Browser<'_>, request: u32) -> RequestRow {
    let file: RequestFile = vendor
        .get(&format!("/vendor/requests/{request}"))
        .await
        .json();
    file.row
}

async fn ledger(vendor: &mut Browser<'_>, request: u32) -> Ledger {
    vendor
        .get(&format!("/vendor/requests/{request}/commitments"))
        .await
        .json()
}

async fn say(vendor: &mut Browser<'_>, request: u32, who: &str, said: Value) -> Answer {
    let body = json!({ "by": "Ida Holm", "said": said });
    vendor
        .post(
            &format!("/vendor/requests/{request}/commitments/{who}"),
            &body,
        )
        .await
}

fn way(kroner: i64) -> [Value; 4] {
    [
        json!({ "move": "interest" }),
        json!({ "move": "indicate", "amount": kroner * 100 }),
        json!({ "move": "decide", "stage": "it" }),
        json!({ "move": "commit", "amount": kroner * 100,
            "mandate": { "by": "Chef", "reference": "Sag 1", "date": "2023-09-20" } }),
    ]
}

async fn walks(vendor: &mut Browser<'_>, request: u32, who: &str, said: &[Value]) {
    for said in said {
        let answer = say(vendor, request, who, said.clone()).await;
        assert_eq!(
            answer.status,
            StatusCode::OK,
            "{said} {}",
            String::from_utf8_lossy(&answer.body)
        );
    }
}

fn why(answer: &Answer) -> (u16, String, String) {
    let (status, code) = answer.refusal();
    let why = answer.json::<Value>()["why"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    (status, code, why)
}

fn none(reason: &str) -> (u16, String, String) {
    (409, "request_takes_none".into(), reason.into())
}

/// Its deadline was yesterday, whenever that is.
async fn passed(app: &App, request: u32) {
    let file = app.directory.path().join("data/barometer.db");
    let mut clock = SqliteConnection::connect(&format!("sqlite:{}", file.display()))
        .await
        .unwrap();
    for table in ["requests", "request_versions"] {
        let of = if table == "requests" { "id" } else { "request" };
        let sql = format!(
            "UPDATE {table} SET content = json_set(content, '$.terms.deadline', '2024-01-31') WHERE {of} = ?"
        );
        sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(request)
            .execute(&mut clock)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn nothing_beyond_interest_before_it_is_open_and_no_invoice_before_it_is_ordered() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let id = treated(&mut vendor, "R1").await;
    walks(&mut vendor, id, "0791", &way(24_000)[..1]).await;
    let early = say(&mut vendor, id, "0791", way(24_000)[1].clone()).await;
    assert_eq!(why(&early), none("not_open_yet"));
    step(&mut vendor, id, json!({ "to": "OpenForFinancing" })).await;
    walks(&mut vendor, id, "0791", &way(120_000)[1..]).await;
    let invoice = json!({ "move": "invoice", "year": 2026 });
    let early = say(&mut vendor, id, "0791", invoice.clone()).await;
    assert_eq!(why(&early), none("not_ordered"));
    walks(&mut vendor, id, "0751", &way(120_000)).await;
    assert_eq!(row(&mut vendor, id).await.state, RequestState::FullyFunded);
    step(&mut vendor, id, json!({ "to": "Ordered" })).await;
    walks(&mut vendor, id, "0791", &[invoice]).await;
}

#[tokio::test]
async fn nothing_is_said_to_what_is_over_by_the_vendor_or_a_participant() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let rejected = candidate(&mut vendor, "R1").await;
    step(
        &mut vendor,
        rejected,
        json!({ "to": "Rejected", "why": "Findes" }),
    )
    .await;
    let cancelled = opened(&mut vendor, "R2").await;
    walks(&mut vendor, cancelled, "0791", &way(24_000)).await;
    step(
        &mut vendor,
        cancelled,
        json!({ "to": "Cancelled", "why": "Opgivet" }),
    )
    .await;
    let expired = opened(&mut vendor, "R3").await;
    step(
        &mut vendor,
        expired,
        json!({ "to": "Expired", "why": "Udløbet" }),
    )
    .await;
    for request in [rejected, cancelled, expired] {
        let refused = say(&mut vendor, request, "0101", json!({ "move": "interest" })).await;
        assert_eq!(why(&refused), none("over"));
    }
    let commit = way(30_000)[3].clone();
    let refused = say(&mut vendor, cancelled, "0791", commit).await;
    assert_eq!(why(&refused), none("over"));

    // A candidate of a webinar that was rejected since.
    let mut voter = app.voter("0751").await;
    let first = step(&mut vendor, 1, json!({ "to": "Rejected", "why": "Findes" })).await;
    assert_eq!(first.status, StatusCode::OK);
    let refused = voter.post("/interests", &json!({ "request": 1 })).await;
    assert_eq!(why(&refused), none("over"));
    assert!(ledger(&mut vendor, 1).await.moves.is_empty());
}

#[tokio::test]
async fn a_passed_deadline_takes_nothing_is_flagged_and_needs_an_extension() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let id = opened(&mut vendor, "R1").await;
    walks(&mut vendor, id, "0791", &way(24_000)).await;
    assert!(!row(&mut vendor, id).await.overdue);
    passed(&app, id).await;
    assert!(row(&mut vendor, id).await.overdue);
    let page: Portfolio = app.browser().get("/financing").await.json();
    let shown = page
        .rows
        .iter()
        .find(|row| row.request == RequestId(id))
        .unwrap();
    assert!(shown.overdue);
    let file = app.browser().get("/financing.csv?lang=da").await;
    let text = String::from_utf8(file.body).unwrap();
    let at = |line: &str| Some(line.split(';').nth(20)?.trim_matches('"').to_owned());
    let said = text.lines().find(|line| line.starts_with("\"R1\";"));
    assert_eq!(
        text.lines().next().and_then(at).as_deref(),
        Some("Fristen er passeret")
    );
    assert_eq!(said.and_then(at).as_deref(), Some("ja"));
    let late = say(&mut vendor, id, "0751", json!({ "move": "interest" })).await;
    assert_eq!(why(&late), none("deadline_passed"));
    let leave = json!({ "move": "withdraw", "reason": "Budgettet er brugt" });
    assert_eq!(
        say(&mut vendor, id, "0791", leave).await.status,
        StatusCode::OK
    );

    step(
        &mut vendor,
        id,
        json!({ "to": "Expired", "why": "Fristen er udløbet" }),
    )
    .await;
    let again = step(&mut vendor, id, json!({ "to": "OpenForFinancing" })).await;
    assert_eq!(again.refusal(), (422, "not_filled_in".into()));
    assert_eq!(again.json::<Value>()["field"], "deadline");
    let mut request = serde_json::to_value(row(&mut vendor, id).await.request).unwrap();
    request["terms"]["deadline"] = "2099-06-01".into();
    let edit = json!({ "by": "Ida Holm", "why": "To udvalg mødes senere", "request": request });
    let extended = vendor.put(&format!("/vendor/requests/{id}"), &edit).await;
    assert_eq!(extended.status, StatusCode::OK);
    let again = step(&mut vendor, id, json!({ "to": "OpenForFinancing" })).await;
    assert_eq!(again.status, StatusCode::OK);
    walks(&mut vendor, id, "0751", &way(24_000)).await;
}

#[tokio::test]
async fn merging_takes_everyone_along_asks_about_conflicts_and_can_be_undone() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let goes = opened(&mut vendor, "R1").await;
    let stays = opened(&mut vendor, "R2").await;
    walks(&mut vendor, goes, "0791", &way(24_000)).await;
    walks(&mut vendor, goes, "0101", &way(24_000)[..1]).await;
    walks(&mut vendor, goes, "0751", &way(40_000)).await;
    walks(&mut vendor, stays, "0751", &way(30_000)[..2]).await;
    step(
        &mut vendor,
        goes,
        json!({ "to": "Resting", "why": "Ligner et andet" }),
    )
    .await;
    let before = (
        ledger(&mut vendor, goes).await,
        ledger(&mut vendor, stays).await,
    );

    let mut merge = json!({ "to": "Merged", "why": "Det samme", "into": stays });
    let asked = step(&mut vendor, goes, merge.clone()).await;
    assert_eq!(asked.refusal(), (409, "merge_conflicts".into()));
    let conflicts = asked.json::<Value>()["conflicts"].clone();
    assert_eq!(conflicts.as_array().unwrap().len(), 1);
    assert_eq!(conflicts[0]["stays"]["municipality"], "0751");
    assert_eq!(conflicts[0]["goes"]["amount"], 4_000_000);
    assert_eq!(
        ledger(&mut vendor, stays).await,
        before.1,
        "nothing is done by halves"
    );

    merge["decided"] = json!([{ "municipality": "0751", "kept": "of_the_one_that_goes" }]);
    assert_eq!(step(&mut vendor, goes, merge).await.status, StatusCode::OK);
    let after = ledger(&mut vendor, stays).await;
    let said: Vec<_> = after
        .commitments
        .iter()
        .map(|held| {
            (
                held.municipality.to_string(),
                held.state,
                held.amount.rounded_kroner(),
            )
        })
        .collect();
    let expected = [
        ("0101".to_owned(), CommitmentState::Interested, 0),
        ("0751".into(), CommitmentState::Committed, 40_000),
        ("0791".into(), CommitmentState::Committed, 24_000),
    ];
    assert_eq!(said, expected);
    assert!(ledger(&mut vendor, goes).await.commitments.is_empty());
    let refused = say(&mut vendor, goes, "0101", json!({ "move": "interest" })).await;
    assert_eq!(why(&refused), none("over"));

    // What was said since is undone first.
    let more = json!({ "move": "indicate", "amount": 1_000_000 });
    walks(&mut vendor, stays, "0101", &[more]).await;
    assert_eq!(
        undo(&mut vendor, goes).await.refusal(),
        (409, "merge_moved_on".into())
    );
    let path = format!("/vendor/requests/{stays}/commitments/0101/undo");
    vendor
        .post(&path, &json!({ "by": "Ida Holm", "why": "Fejl" }))
        .await;
    assert_eq!(undo(&mut vendor, goes).await.status, StatusCode::OK);
    let restored = (
        ledger(&mut vendor, goes).await,
        ledger(&mut vendor, stays).await,
    );
    assert_eq!(restored.0.commitments, before.0.commitments);
    assert_eq!(restored.1.commitments, before.1.commitments);
    assert_eq!(
        (restored.0.state, restored.1.state),
        (before.0.state, before.1.state)
    );
    assert_eq!(row(&mut vendor, goes).await.merged_into, None);
    assert_eq!(
        undo(&mut vendor, goes).await.refusal(),
        (409, "move_not_allowed".into())
    );
}

#[tokio::test]
async fn a_promise_moves_only_to_where_it_could_be_made() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let goes = opened(&mut vendor, "R1").await;
    let stays = candidate(&mut vendor, "R2").await;
    walks(&mut vendor, goes, "0791", &way(24_000)).await;
    step(
        &mut vendor,
        goes,
        json!({ "to": "Resting", "why": "Ligner et andet" }),
    )
    .await;
    let merge = json!({ "to": "Merged", "why": "Det samme", "into": stays });
    assert_eq!(
        why(&step(&mut vendor, goes, merge).await),
        none("not_open_yet")
    );
    let held = ledger(&mut vendor, goes).await;
    assert_eq!(held.sums.committed.amount, Money::from_kroner(24_000));
}

#[tokio::test]
async fn a_rejection_can_be_undone() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let id = candidate(&mut vendor, "R1").await;
    step(
        &mut vendor,
        id,
        json!({ "to": "Rejected", "why": "Findes" }),
    )
    .await;
    let undone: RequestFile = undo(&mut vendor, id).await.json();
    assert_eq!(undone.row.state, RequestState::Submitted);
    let last = undone.versions.last().unwrap();
    assert_eq!(last.why, "Det var to forskellige");
    for mut other in [
        app.browser(),
        app.voter("0751").await,
        app.presenter().await,
    ] {
        assert_eq!(
            undo(&mut other, id).await.refusal(),
            (401, "not_vendor".into())
        );
    }
}

#[tokio::test]
async fn importing_the_same_webinar_twice_changes_nothing() {
    use barometer_domain::catalogue::Reality;
    use barometer_server::demo::DEMO_FILE;
    use barometer_server::import;
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let store = &app.store;
    let file = DEMO_FILE.replacen('\n', "\n\n", 3);
    let read = |code: &str| {
        let code = code.parse().unwrap();
        import::read(DEMO_FILE.as_bytes(), code, String::new(), Reality::Real)
            .unwrap()
            .webinar
    };
    let hash = |text: &str| import::content_hash(text.as_bytes()).unwrap();
    let first = store
        .import_once(read("7K7P2M"), hash(DEMO_FILE))
        .await
        .unwrap();
    assert_eq!(first, ImportedWebinar::New("7K7P2M".parse().unwrap()));
    let before: Value = vendor.get("/vendor/requests").await.json();
    let again = store
        .import_once(read("8K7P2M"), hash(&file))
        .await
        .unwrap();
    assert_eq!(again, ImportedWebinar::Before("7K7P2M".parse().unwrap()));
    let after: Value = vendor.get("/vendor/requests").await.json();
    assert_eq!(after, before);
    let missing = app.browser().at("8K7P2M").get("").await.refusal();
    assert_eq!(missing, (404, "unknown_webinar".into()));
}
