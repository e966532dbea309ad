//! A webinar is prepared in the browser: made, saved, opened; what the vote locks stands.

use axum::http::StatusCode;
use barometer_domain::agenda::Stage;
use barometer_domain::barometer::Phase;
use barometer_domain::catalogue::{Catalogue, Reality};
use barometer_domain::financing::RequestState;
use barometer_domain::financing::request::{RequestFile, RequestRow};
use barometer_domain::ids::{CandidateId, RequestId};
use barometer_domain::language::Language;
use barometer_domain::preparation::{PreparedWebinar, Shortlisted};
use barometer_domain::tally::CountingRule;
use barometer_domain::view::{AudienceView, ConsoleView, Screen};
use barometer_domain::wire::WebinarInfo;
use barometer_server::rooms::StreamFollower;
use serde_json::{Value, json};

use crate::app::{Answer, App, Browser, CODE, eventually};

/// What is decided at first.
pub(crate) fn new() -> Value {
    json!({ "title": "Efterårets ønsker", "date": "2099-10-08", "starts": "13:00", "ends": "14:15" })
}

/// Begins a webinar.
pub(crate) async fn begin(vendor: &mut Browser<'_>, new: &Value) -> PreparedWebinar {
    let begun = vendor.post("/vendor/webinars", new).await;
    assert_eq!(begun.status, StatusCode::OK);
    begun.json()
}

/// Puts these requests up, by their references.
pub(crate) async fn put_up(
    vendor: &mut Browser<'_>,
    mut held: PreparedWebinar,
    references: &[&str],
) -> PreparedWebinar {
    let mut candidates = Vec::new();
    for reference in references {
        let request = find(vendor, reference).await.id;
        let reason = format!("Ønsket af flere: {reference}");
        candidates.push(Shortlisted {
            request,
            reason,
            notes: format!("Husk {reference}\nog vis den"),
        });
    }
    held.preparation.candidates = candidates;
    let saved = save(vendor, &held).await;
    assert_eq!(
        saved.status,
        StatusCode::OK,
        "{}",
        String::from_utf8_lossy(&saved.body)
    );
    saved.json()
}

/// Saves it as it is held here.
pub(crate) async fn save(vendor: &mut Browser<'_>, held: &PreparedWebinar) -> Answer {
    save_as(vendor, held, held.code.as_str()).await
}

/// Under this code from now on.
pub(crate) async fn save_as(
    vendor: &mut Browser<'_>,
    held: &PreparedWebinar,
    code: &str,
) -> Answer {
    let prepare = json!({ "by": "Ida Holm", "edition": held.edition, "code": code,
        "preparation": held.preparation });
    vendor.put(&path(held), &prepare).await
}

/// As it is held at the server.
pub(crate) async fn held(vendor: &mut Browser<'_>, code: &str) -> PreparedWebinar {
    vendor.get(&format!("/vendor/webinars/{code}")).await.json()
}

/// Its address.
pub(crate) fn path(held: &PreparedWebinar) -> String {
    format!("/vendor/webinars/{}", held.code)
}

/// The request with this reference.
pub(crate) async fn find(vendor: &mut Browser<'_>, reference: &str) -> RequestRow {
    let rows: Vec<RequestRow> = vendor.get("/vendor/requests").await.json();
    let found = rows
        .into_iter()
        .find(|row| row.request.reference == reference);
    found.unwrap()
}

/// Takes a request in; the answer is its number.
async fn take_in(vendor: &mut Browser<'_>, reference: &str) -> u32 {
    let request = json!({ "reference": reference, "title": "Fælles kalender", "pitch": "Alle aftaler ét sted.",
        "terms": { "price": { "kind": "estimate", "low": 8_000_000, "likely": 10_000_000, "high": 14_000_000 },
            "sharing": { "rule": "equal" } } });
    let new = json!({ "by": "Ida Holm", "request": request });
    let file: RequestFile = vendor.post("/vendor/requests", &new).await.json();
    file.row.id.0
}

async fn step(vendor: &mut Browser<'_>, request: u32, to: &str) {
    let step = json!({ "by": "Ida Holm", "why": "Aftalt", "to": to });
    let path = format!("/vendor/requests/{request}/steps");
    assert_eq!(vendor.post(&path, &step).await.status, StatusCode::OK);
}

/// The presenter's console, opened with the link.
pub(crate) async fn console<'a>(app: &'a App, held: &PreparedWebinar) -> Browser<'a> {
    let mut presenter = app.browser().at(held.code.as_str());
    let opened = presenter.post("/console/session", &secret(held)).await;
    assert_eq!(opened.status, StatusCode::NO_CONTENT);
    presenter
}

/// What the presenter's link holds.
pub(crate) fn secret(held: &PreparedWebinar) -> Value {
    let link = held.links.presenter.as_deref().unwrap();
    json!({ "secret": link.split_once('#').unwrap().1 })
}

fn not_filled_in(answer: &Answer) -> Value {
    assert_eq!(answer.refusal(), (422, "not_filled_in".into()));
    answer.json::<Value>()["field"].clone()
}

#[tokio::test]
async fn a_webinar_is_made_prepared_and_opened() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let begun = begin(&mut vendor, &new()).await;
    let code = begun.code.as_str();
    assert_eq!((begun.edition, begun.phase), (1, Phase::Draft));
    assert_eq!(begun.reality, Reality::Real);
    assert_eq!(begun.preparation.agenda.len(), Stage::USUAL.len());
    assert_eq!(begun.preparation.rule, CountingRule::Municipalities);
    assert_eq!(begun.preparation.max_choices, 3);
    assert!(begun.preparation.shuffled, "the order is neutral at first");
    assert_eq!(begun.preparation.candidates, []);
    assert_eq!(begun.preparation.ongoing.len(), 4, "what is under way");
    assert!(begun.fictional, "there are none but invented requests");
    let info: WebinarInfo = app.browser().at(code).get("").await.json();
    assert_eq!(begun.links.join, info.join_url);
    let screen = format!("http://stem.test/w/{code}/screen");
    assert_eq!(begun.links.screen, screen);
    assert_eq!(held(&mut vendor, code).await, begun);

    let mut edited = put_up(&mut vendor, begun, &["K03", "K01"]).await;
    assert_eq!(edited.edition, 2);
    edited.preparation.title = "  Ønsker til foråret ".into();
    edited.preparation.agenda[0].notes = "Sig velkommen.\nHusk koden.".into();
    edited
        .preparation
        .agenda
        .retain(|item| item.stage != Stage::Ongoing);
    edited.preparation.ongoing.truncate(1);
    edited.preparation.max_choices = 5;
    edited.preparation.shuffled = false;
    let edited: PreparedWebinar = save(&mut vendor, &edited).await.json();
    assert_eq!(edited.preparation.title, "Ønsker til foråret");
    assert_eq!(edited.preparation.max_choices, 5, "as it was decided");
    assert!(!edited.preparation.shuffled);
    assert_eq!(held(&mut vendor, edited.code.as_str()).await, edited);

    let mut presenter = console(&app, &edited).await;
    let seen: ConsoleView = presenter.get("/console/view").await.json();
    assert_eq!(seen.agenda[0].notes, "Sig velkommen.\nHusk koden.");
    // Never more choices than candidates; the room has the new texts as soon as it has looked.
    let rules = async || {
        let seen: ConsoleView = presenter.get("/console/view").await.json();
        let path = format!("/catalogue/{}", seen.audience.catalogue);
        let texts: Option<Catalogue> =
            serde_json::from_slice(&presenter.get(&path).await.body).ok();
        texts.map(|texts| {
            let rules = texts.rules;
            (rules.max_choices, rules.candidates, texts.shuffled)
        })
    };
    eventually(rules, |rules| *rules == Some((2, 2, false))).await;
    presenter
        .commands(&[json!({ "do": "go_to", "at": 2 }), json!({ "do": "open" })])
        .await;
    let mut voter = app.browser().at(edited.code.as_str());
    voter
        .post("/participants", &json!({ "municipality": "0751" }))
        .await;
    assert_eq!(voter.vote(1, &[1, 2]).await.status, StatusCode::OK);
    let open = held(&mut vendor, edited.code.as_str()).await;
    assert_eq!((open.phase, open.has_guests), (Phase::Open, true));
    assert!(open.opened_at.is_some());
}

#[tokio::test]
async fn the_projector_speaks_the_webinars_language_until_the_console_switches_it() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let begun = begin(&mut vendor, &new()).await;
    assert_eq!(begun.preparation.language, Language::Danish);
    let mut ready = put_up(&mut vendor, begun, &["K03", "K01"]).await;
    ready.preparation.language = Language::English;
    let ready: PreparedWebinar = save(&mut vendor, &ready).await.json();
    assert_eq!(ready.preparation.language, Language::English);
    let code = ready.code.as_str();
    let mut projector = app.browser().at(code);
    let spoken = async || {
        let view: AudienceView = projector.get("/view").await.json();
        view.language
    };
    eventually(spoken, |spoken| *spoken == Language::English).await;

    let mut presenter = console(&app, &ready).await;
    let switched = presenter
        .commands(&[json!({ "do": "speak", "language": "da" })])
        .await;
    assert_eq!(switched.audience.language, Language::Danish);
    let hash = &switched.audience.catalogue;
    let texts: Catalogue = presenter.get(&format!("/catalogue/{hash}")).await.json();
    assert_eq!(texts.language, Language::English, "as its texts are");

    // What the vendor decides after that holds, and another webinar begins with it.
    let mut later = held(&mut vendor, code).await;
    later.preparation.title = "Wishes".into();
    let mut later: PreparedWebinar = save(&mut vendor, &later).await.json();
    let seen: ConsoleView = presenter.get("/console/view").await.json();
    assert_eq!(
        seen.audience.language,
        Language::Danish,
        "nothing was decided"
    );
    later.preparation.language = Language::Danish;
    let mut later: PreparedWebinar = save(&mut vendor, &later).await.json();
    later.preparation.language = Language::English;
    save(&mut vendor, &later).await;
    let spoken = async || {
        let view: ConsoleView = presenter.get("/console/view").await.json();
        view.audience.language
    };
    eventually(spoken, |spoken| *spoken == Language::English).await;
    let mut like = new();
    like["like"] = json!(code);
    let next = begin(&mut vendor, &like).await;
    assert_eq!(next.preparation.language, Language::English);
}

#[tokio::test]
async fn what_the_vote_locks_stands_and_the_rest_is_saved() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let begun = begin(&mut vendor, &new()).await;
    let ready = put_up(&mut vendor, begun, &["K01", "K02", "K03"]).await;
    let mut presenter = console(&app, &ready).await;
    presenter.opens().await;
    let open = held(&mut vendor, ready.code.as_str()).await;
    let locked: [fn(&mut PreparedWebinar); 6] = [
        |held| held.preparation.rule = CountingRule::Majority,
        |held| held.preparation.max_choices = 2,
        |held| held.preparation.shuffled = false,
        |held| _ = held.preparation.candidates.pop(),
        |held| held.preparation.agenda.swap(0, 1),
        |held| held.code = "ABCDEF".parse().unwrap(),
    ];
    for change in locked {
        let mut changed = open.clone();
        change(&mut changed);
        let code = changed.code.clone();
        changed.code = open.code.clone();
        let refused = save_as(&mut vendor, &changed, code.as_str()).await;
        assert_eq!(refused.refusal(), (409, "locked".into()));
    }
    let mut rest = open.clone();
    rest.preparation.title = "En anden titel".into();
    rest.preparation.candidates[0].reason = "Otte kommuner har bedt om det".into();
    rest.preparation.ongoing.reverse();
    let saved: PreparedWebinar = save(&mut vendor, &rest).await.json();
    assert_eq!(saved.preparation, rest.preparation);
    let info: WebinarInfo = presenter.get("").await.json();
    assert_eq!(info.title, "En anden titel");
}

#[tokio::test]
async fn of_two_who_save_the_second_reads_again() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let begun = begin(&mut vendor, &new()).await;
    assert_eq!(save(&mut vendor, &begun).await.status, StatusCode::OK);
    let stale = save(&mut vendor, &begun).await;
    assert_eq!(stale.refusal(), (409, "stale_edition".into()));
    let nameless =
        json!({ "by": " ", "edition": 2, "code": begun.code, "preparation": begun.preparation });
    let refused = vendor.put(&path(&begun), &nameless).await;
    assert_eq!(not_filled_in(&refused), "by");
    let malformed = vendor.put(&path(&begun), &json!({ "edition": 2 })).await;
    assert_eq!(malformed.refusal(), (422, "malformed".into()));
}

#[tokio::test]
async fn whoever_is_put_up_is_screened_on_record() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let begun = begin(&mut vendor, &new()).await;
    let request = take_in(&mut vendor, "K20").await;
    let saved = put_up(&mut vendor, begun, &["K20"]).await;
    assert!(saved.fictional, "those under way are invented");
    let file: RequestFile = vendor
        .get(&format!("/vendor/requests/{request}"))
        .await
        .json();
    let states: Vec<_> = file.versions.iter().map(|version| version.state).collect();
    let way = [
        RequestState::Submitted,
        RequestState::Screened,
        RequestState::Candidate,
    ];
    assert_eq!(states, way);
    for version in &file.versions[1..] {
        let signed = (version.by.as_str(), version.why.as_str());
        assert_eq!(signed, ("Ida Holm", "Ønsket af flere: K20"));
    }
    // Put to rest and still on the list: saving takes it up again. What is rejected stays rejected.
    step(&mut vendor, request, "Resting").await;
    let saved: PreparedWebinar = save(&mut vendor, &saved).await.json();
    assert_eq!(
        find(&mut vendor, "K20").await.state,
        RequestState::Candidate
    );
    step(&mut vendor, request, "Rejected").await;
    let mut saved: PreparedWebinar = save(&mut vendor, &saved).await.json();
    assert_eq!(find(&mut vendor, "K20").await.state, RequestState::Rejected);
    saved.preparation.ongoing.clear();
    let real: PreparedWebinar = save(&mut vendor, &saved).await.json();
    assert!(!real.fictional);
    let other = begin(&mut vendor, &new()).await;
    assert!(
        other.preparation.ongoing.is_empty() && !other.fictional,
        "there are real requests, and none of them is under way"
    );
}

#[tokio::test]
async fn only_what_fits_comes_onto_the_lists() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    app.presenter()
        .await
        .post("/console/rehearsal", &Value::Null)
        .await;
    let begun = begin(&mut vendor, &new()).await;
    let candidate = find(&mut vendor, "K01").await.id;
    let gathering = find(&mut vendor, "I04").await.id;
    // The rehearsal's copies come after the sixteen requests there are.
    let unknown = [RequestId(17), RequestId(9_999)];
    let with = |candidates: &[RequestId], ongoing: &[RequestId]| {
        let mut held = begun.clone();
        let shortlisted = candidates.iter().map(|&request| Shortlisted {
            request,
            reason: String::new(),
            notes: String::new(),
        });
        held.preparation.candidates = shortlisted.collect();
        held.preparation.ongoing = ongoing.to_vec();
        held
    };
    for request in unknown {
        for lists in [with(&[request], &[]), with(&[], &[request])] {
            let refused = save(&mut vendor, &lists).await;
            assert_eq!(refused.refusal(), (404, "unknown_request".into()));
        }
    }
    for (lists, field) in [
        (with(&[gathering], &[]), "shortlist"),
        (with(&[candidate, candidate], &[]), "shortlist"),
        (with(&[], &[candidate]), "ongoing"),
        (with(&[], &[gathering, gathering]), "ongoing"),
        (with(&[candidate], &[candidate]), "ongoing"),
    ] {
        let refused = save(&mut vendor, &lists).await;
        assert_eq!(not_filled_in(&refused), field);
    }
    assert_eq!(held(&mut vendor, begun.code.as_str()).await, begun);
}

#[tokio::test]
async fn another_code_closes_the_room_under_the_old_one() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let begun = begin(&mut vendor, &new()).await;
    let old = begun.code.as_str();
    for taken in [CODE, "DEM234"] {
        let refused = save_as(&mut vendor, &begun, taken).await;
        assert_eq!(not_filled_in(&refused), "code");
    }
    let room = app.rooms.get(&begun.code).await.unwrap();
    let mut watching = room.watch(StreamFollower::Screen);
    let moved: PreparedWebinar = save_as(&mut vendor, &begun, "HEJ234").await.json();
    assert_eq!(moved.code.as_str(), "HEJ234");
    watching.closing.wait_for(|closing| *closing).await.unwrap();
    let gone = app.browser().at(old).get("").await;
    assert_eq!(gone.refusal(), (404, "unknown_webinar".into()));
    let link = moved.links.presenter.as_deref().unwrap();
    assert!(link.starts_with("http://stem.test/w/HEJ234/present#"));
    console(&app, &moved).await;
    let join = json!({ "municipality": "0751" });
    let joined = app
        .browser()
        .at("HEJ234")
        .post("/participants", &join)
        .await;
    assert_eq!(joined.status, StatusCode::OK);
    let refused = save_as(&mut vendor, &moved, old).await;
    assert_eq!(refused.refusal(), (409, "locked".into()));

    let invited = begin(&mut vendor, &new()).await;
    let hash = json!({ "hash": "A".repeat(43), "municipality": "0751" });
    let invitations = format!("{}/invitations", path(&invited));
    let added = vendor
        .post(&invitations, &json!({ "invitations": [hash] }))
        .await;
    assert_eq!(added.status, StatusCode::OK);
    assert!(held(&mut vendor, invited.code.as_str()).await.has_guests);
    let refused = save_as(&mut vendor, &invited, "HEJ235").await;
    assert_eq!(refused.refusal(), (409, "locked".into()));
}

#[tokio::test]
async fn a_webinar_begins_like_another_one_without_its_candidates() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let mut first = held(&mut vendor, CODE).await;
    assert_eq!(first.links.presenter, None, "its secret was made elsewhere");
    first.preparation.agenda.remove(0);
    first.preparation.agenda[0].notes = "Kort status".into();
    first.preparation.agenda[0].timebox = Some(300);
    first.preparation.rule = CountingRule::Fraction;
    first.preparation.max_choices = 4;
    first.preparation.shuffled = false;
    let first: PreparedWebinar = save(&mut vendor, &first).await.json();
    let mut like = new();
    like["like"] = json!(CODE);
    let next = begin(&mut vendor, &like).await.preparation;
    assert_eq!(next.agenda, first.preparation.agenda);
    assert_eq!((next.rule, next.max_choices), (CountingRule::Fraction, 4));
    assert!(!next.shuffled);
    assert_eq!(next.candidates, []);
    like["like"] = json!("ABCDEF");
    let refused = vendor.post("/vendor/webinars", &like).await;
    assert_eq!(refused.refusal(), (404, "unknown_webinar".into()));
    let mut backwards = new();
    backwards["ends"] = json!("12:00");
    let refused = vendor.post("/vendor/webinars", &backwards).await;
    assert_eq!(not_filled_in(&refused), "ends");
}

#[tokio::test]
async fn a_console_that_saw_the_old_plan_is_stale() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let begun = begin(&mut vendor, &new()).await;
    let mut ready = put_up(&mut vendor, begun, &["K01", "K02", "K03"]).await;
    let mut presenter = console(&app, &ready).await;
    let seen = presenter
        .commands(&[json!({ "do": "go_to", "at": 2, "item": 2 })])
        .await;
    let next = json!({ "command": { "do": "next" }, "seen_step": seen.step });
    ready.preparation.title = "Kun et andet navn".into();
    let mut ready: PreparedWebinar = save(&mut vendor, &ready).await.json();
    let same: ConsoleView = presenter.get("/console/view").await.json();
    assert_eq!(same.step, seen.step, "another title makes no console stale");
    ready.preparation.max_choices = 2;
    let mut ready: PreparedWebinar = save(&mut vendor, &ready).await.json();
    let other: ConsoleView = presenter.get("/console/view").await.json();
    assert!(
        other.step > seen.step,
        "nobody opens a vote by rules unseen"
    );
    ready.preparation.candidates.pop();
    ready.preparation.agenda.remove(0);
    assert_eq!(save(&mut vendor, &ready).await.status, StatusCode::OK);
    let stale = presenter.post("/console", &next).await;
    assert_eq!(stale.refusal(), (409, "stale_step".into()));
    let shown: ConsoleView = presenter.get("/console/view").await.json();
    let candidate = CandidateId(2);
    assert_eq!(
        shown.audience.screen,
        Screen::Candidate { candidate },
        "the same stage, and the last there is"
    );
}
