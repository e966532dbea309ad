//! The presenter's notes for a candidate: typed where the webinar is prepared, on the console while that candidate is
//! shown, and nowhere else.

use axum::http::StatusCode;
use barometer_domain::preparation::PreparedWebinar;
use barometer_domain::view::{AudienceView, ConsoleView};
use barometer_domain::wire::Rehearsal;
use serde_json::{Value, json};

use crate::app::{App, Browser};
use crate::preparation::{begin, console, new, put_up, save};

/// What `put_up` writes down for each candidate.
const NOTES: &str = "Husk K03\nog vis den";
/// A part of it that survives any encoding.
const PART: &str = "og vis den";

async fn shows_the_first(presenter: &mut Browser<'_>) -> ConsoleView {
    let goes = json!({ "do": "go_to", "at": 2, "item": 0 });
    presenter.commands(&[goes]).await
}

#[tokio::test]
async fn notes_for_a_candidate_are_the_presenters_alone() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let begun = begin(&mut vendor, &new()).await;
    let ready = put_up(&mut vendor, begun, &["K03", "K01"]).await;
    assert_eq!(ready.preparation.candidates[0].notes, NOTES);
    let mut presenter = console(&app, &ready).await;
    let before: ConsoleView = presenter.get("/console/view").await.json();
    assert_eq!(before.candidate_notes, "", "another stage is shown");
    assert_eq!(shows_the_first(&mut presenter).await.candidate_notes, NOTES);
    let second = presenter.commands(&[json!({ "do": "next" })]).await;
    assert_eq!(second.candidate_notes, "Husk K01\nog vis den");
    shows_the_first(&mut presenter).await;

    let mut participant = app.browser().at(ready.code.as_str());
    let joins = json!({ "municipality": "0751" });
    let joined = participant.post("/participants", &joins).await;
    assert!(joined.status.is_success());
    let view: AudienceView = participant.get("/view").await.json();
    let texts = format!("/catalogue/{}", view.catalogue);
    for path in ["", "/view", "/me", &texts] {
        let answer = participant.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        let body = String::from_utf8_lossy(&answer.body);
        assert!(!body.contains(PART), "{path}: {body}");
    }

    // They can be changed at any time; what is voted on cannot.
    presenter.commands(&[json!({ "do": "open" })]).await;
    let mut edited = ready;
    edited.preparation.candidates[0].notes = " Kun kort.\nTak ".into();
    let saved: PreparedWebinar = save(&mut vendor, &edited).await.json();
    assert_eq!(saved.preparation.candidates[0].notes, "Kun kort.\nTak");
    assert_eq!(
        shows_the_first(&mut presenter).await.candidate_notes,
        "Kun kort.\nTak"
    );
}

#[tokio::test]
async fn a_rehearsal_has_the_notes_too() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let begun = begin(&mut vendor, &new()).await;
    let ready = put_up(&mut vendor, begun, &["K03"]).await;
    let mut presenter = console(&app, &ready).await;
    let copied = presenter.post("/console/rehearsal", &Value::Null).await;
    let Rehearsal { code, secret } = copied.json();
    let mut rehearsing = app.browser().at(code.as_str());
    let opened = rehearsing
        .post("/console/session", &json!({ "secret": secret }))
        .await;
    assert_eq!(opened.status, StatusCode::NO_CONTENT);
    let shown = shows_the_first(&mut rehearsing).await;
    assert_eq!(shown.candidate_notes, NOTES);
}
