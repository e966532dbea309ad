//! After its time a webinar keeps its result, and nothing that tells whose it was.

use std::fs;

use axum::http::{Method, StatusCode};
use barometer_domain::catalogue::Reality;
use barometer_domain::ids::Millis;
use barometer_domain::vendor::RetentionNotice;
use barometer_domain::view::{ConsoleView, Screen};
use barometer_server::store::RetentionRun::{Done, Held};
use barometer_server::store::now;
use serde_json::json;
use sqlx::{Connection, SqliteConnection};

use crate::app::{App, Browser, crowd};

const DAY: Millis = 24 * 60 * 60 * 1000;

const PERSONAL_DATA: &str = "/vendor/webinars/4K7P2M/personal-data";

/// Five voters with sealed names, and the words that must be gone.
async fn played(app: &App) -> (Browser<'_>, Vec<String>) {
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    let mut words = Vec::new();
    for (letter, code) in ["A", "B", "C", "D", "E"]
        .iter()
        .zip(["0101", "0825", "0492", "0665", "0482"])
    {
        let mut voter = app.voter(code).await;
        let sealed = letter.repeat(747);
        voter
            .put("/me/identity", &json!({ "sealed": sealed }))
            .await;
        voter.votes(&[1]).await;
        words.push(sealed);
        words.push(voter.trackers(&[1])["ballot"].as_str().unwrap().to_owned());
    }
    presenter.closes_and_reveals().await;
    (presenter, words)
}

fn found(app: &App, words: &[String]) -> usize {
    let mut bytes = Vec::new();
    for file in fs::read_dir(app.directory.path().join("data")).unwrap() {
        bytes.extend(fs::read(file.unwrap().path()).unwrap());
    }
    let holds = |word: &&String| {
        bytes
            .windows(word.len())
            .any(|window| window == word.as_bytes())
    };
    words.iter().filter(holds).count()
}

#[tokio::test]
async fn the_result_stays_and_every_trace_of_a_person_goes() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let (mut presenter, words) = played(&app).await;
    assert_eq!(
        found(&app, &words),
        words.len(),
        "there is something to delete"
    );
    let before: ConsoleView = presenter.get("/console/view").await.json();
    let deleted = vendor
        .request(Method::DELETE, PERSONAL_DATA, Vec::new())
        .await;
    assert_eq!(deleted.status, StatusCode::NO_CONTENT);

    assert_eq!(found(&app, &words), 0);
    let after: ConsoleView = presenter.get("/console/view").await.json();
    assert_eq!(after.result, before.result);
    assert_eq!(
        after.audience.barometer.turnout,
        before.audience.barometer.turnout
    );
    assert!(matches!(after.audience.screen, Screen::Result(_)) && after.audience.ended);
    assert_eq!(presenter.get("/roll").await.status, StatusCode::NOT_FOUND);
    let again = vendor
        .request(Method::DELETE, PERSONAL_DATA, Vec::new())
        .await;
    assert_eq!(
        again.status,
        StatusCode::NO_CONTENT,
        "twice is as good as once"
    );
}

#[tokio::test]
async fn an_open_vote_is_not_deleted_and_only_the_vendor_deletes() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    let refused = vendor
        .request(Method::DELETE, PERSONAL_DATA, Vec::new())
        .await;
    assert_eq!(refused.refusal(), (409, "barometer_still_open".into()));
    let refused = presenter
        .request(Method::DELETE, PERSONAL_DATA, Vec::new())
        .await;
    assert_eq!(refused.refusal(), (401, "not_vendor".into()));
}

#[tokio::test]
async fn six_months_after_its_day_it_happens_by_itself() {
    let app = App::start().await;
    let (mut presenter, words) = played(&app).await;
    // The demo's day, 21 September 2023, is long past.
    assert_eq!(app.rooms.tidy_up(now()).await.unwrap(), Done(1));
    assert_eq!(app.rooms.tidy_up(now()).await.unwrap(), Done(0));
    assert_eq!(found(&app, &words), 0);
    let after: ConsoleView = presenter.get("/console/view").await.json();
    assert!(after.result.is_some());
}

#[tokio::test]
async fn a_demo_that_was_forgotten_does_not_start_over_without_its_people() {
    let app = App::start_as(Reality::Demo, Some(crowd())).await;
    let mut vendor = app.vendor().await;
    let mut presenter = app.presenter().await;
    presenter.commands(&[json!({ "do": "start_over" })]).await;
    vendor
        .request(Method::DELETE, PERSONAL_DATA, Vec::new())
        .await;
    let refused = presenter.command(&json!({ "do": "start_over" })).await;
    assert_eq!(refused.refusal(), (409, "not_possible_now".into()));
}

async fn thief(app: &App) -> SqliteConnection {
    let file = app.directory.path().join("data/barometer.db");
    let url = format!("sqlite:{}", file.display());
    SqliteConnection::connect(&url).await.unwrap()
}

/// Rows of these tables in all.
async fn rows(app: &App, tables: &[&str]) -> i64 {
    let mut thief = thief(app).await;
    let mut rows = 0;
    for table in tables {
        let sql = sqlx::AssertSqlSafe(format!("SELECT count(*) FROM {table}"));
        let of_table: i64 = sqlx::query_scalar(sql).fetch_one(&mut thief).await.unwrap();
        rows += of_table;
    }
    rows
}

const PERSONAL: [&str; 6] = [
    "invitations",
    "sessions",
    "slots",
    "identities",
    "interests",
    "interest_sessions",
];

/// Someone is invited, joins and wants in.
async fn prepared(app: &App) {
    let mut vendor = app.vendor().await;
    let hash = "A".repeat(43);
    let new = json!({ "invitations": [{ "hash": hash, "municipality": "0791" }] });
    let path = "/vendor/webinars/4K7P2M/invitations";
    assert!(vendor.post(path, &new).await.status.is_success());
    let mut voter = app.voter("0751").await;
    let sealed = json!({ "sealed": "n".repeat(747) });
    assert!(voter.put("/me/identity", &sealed).await.status.is_success());
    let wish = json!({ "request": 1, "name_wished": true });
    assert!(voter.post("/interests", &wish).await.status.is_success());
}

/// An operator who knows that the clock is right lets the server look at this moment.
async fn tidied_up_at(app: &App, at: Millis) -> usize {
    app.store.confirm_retention(at).await.unwrap();
    match app.rooms.tidy_up(at).await.unwrap() {
        Done(webinars) => webinars,
        Held { .. } => panic!("confirmed, and held all the same"),
    }
}

#[tokio::test]
async fn a_webinar_that_was_never_opened_or_never_closed_keeps_nothing_for_ever() {
    for is_opened in [false, true] {
        let app = App::start().await;
        prepared(&app).await;
        if is_opened {
            app.presenter().await.opens().await;
            app.voter("0101").await.votes(&[1]).await;
        }
        assert!(rows(&app, &PERSONAL).await >= 6);
        // Its day is long past, but it was moved just now: it may be late, not abandoned.
        assert_eq!(tidied_up_at(&app, now() + 150 * DAY).await, 0);
        assert_eq!(
            tidied_up_at(&app, now() + 190 * DAY).await,
            1,
            "{is_opened}"
        );
        assert_eq!(rows(&app, &PERSONAL).await, 0);
        assert_eq!(rows(&app, &["ballots"]).await, 0);
        let view = app.view().await;
        assert!(view.ended && !view.barometer.phase.takes_ballots());
        assert_eq!(view.barometer.turnout.voted, u32::from(is_opened));
    }
}

#[tokio::test]
async fn a_clock_that_has_leapt_deletes_nothing_before_someone_confirms_it() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let (_presenter, words) = played(&app).await;
    let store = &app.store;
    store.confirm_retention(now() - DAY).await.unwrap();
    let leap = now() + 41 * DAY;
    let held = Held {
        last_run: now() - DAY,
    };
    let run = app.rooms.tidy_up(leap).await.unwrap();
    assert!(matches!((run, held), (Held { last_run: a }, Held { last_run: b }) if b - a < 10_000));
    assert_eq!(found(&app, &words), words.len());
    let notice: RetentionNotice = vendor.get("/vendor/retention").await.json();
    assert_eq!(notice.held_since, Some(leap));
    assert!(
        matches!(app.rooms.tidy_up(leap + DAY).await.unwrap(), Held { .. }),
        "not by waiting"
    );
    let refused = app.browser().get("/vendor/retention").await.refusal();
    assert_eq!(refused, (401, "not_vendor".into()));

    assert_eq!(tidied_up_at(&app, leap + DAY).await, 1);
    assert_eq!(found(&app, &words), 0);
    let notice: RetentionNotice = vendor.get("/vendor/retention").await.json();
    assert_eq!(notice.held_since, None);
}

#[tokio::test]
async fn a_clock_put_right_again_goes_on_by_itself() {
    let app = App::start().await;
    let store = &app.store;
    store.confirm_retention(now()).await.unwrap();
    let run = app.rooms.tidy_up(now() + 3_650 * DAY).await.unwrap();
    assert!(matches!(run, Held { .. }));
    assert_eq!(app.rooms.tidy_up(now() + DAY).await.unwrap(), Done(0));
    assert_eq!(store.retention_notice().await.unwrap().held_since, None);
}

#[tokio::test]
async fn nobody_is_asked_whom_to_write_to() {
    let app = App::start().await;
    let mut voter = app.voter("0751").await;
    let interest = json!({ "request": 1, "contact": "c".repeat(747) });
    let refused = voter.post("/interests", &interest).await.refusal();
    assert_eq!(refused, (422, "malformed".into()));
    let tables: Vec<String> = sqlx::query_scalar("SELECT name FROM sqlite_schema")
        .fetch_all(&mut thief(&app).await)
        .await
        .unwrap();
    assert!(!tables.contains(&"contacts".to_owned()));
}
