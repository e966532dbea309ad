//! The log of look-ups: however it is shortened or changed, it shows until somebody acknowledges it.

use std::fs;
use std::path::PathBuf;

use axum::http::StatusCode;
use barometer_domain::vendor::{LogBreak, LookUps, Released};
use barometer_domain::view::AudienceView;
use serde_json::{Value, json};
use sqlx::{Connection, SqliteConnection};

use crate::app::{App, Browser, eventually};

const LOOK_UPS: &str = "/vendor/webinars/4K7P2M/look-ups";
const STRIKES: &str = "/vendor/webinars/4K7P2M/strikes";
const ACKNOWLEDGEMENT: &str = "/vendor/look-ups/acknowledgement";

fn because(reason: &str) -> Value {
    json!({ "name": "Ida Holm", "reason": reason })
}

/// A webinar with two ballots that is closed, and its vendor.
async fn closed(app: &App) -> Browser<'_> {
    let vendor = app.vendor().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    for code in ["0751", "0741"] {
        app.voter(code).await.votes(&[1]).await;
    }
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    vendor
}

async fn look_up(vendor: &mut Browser<'_>, times: u32) {
    for _ in 0..times {
        let answer = vendor.post(LOOK_UPS, &because("Kontrol")).await;
        assert_eq!(answer.status, StatusCode::OK);
    }
}

async fn tamper(app: &App, statement: &'static str) {
    let file = app.directory.path().join("data/barometer.db");
    let mut thief = SqliteConnection::connect(&format!("sqlite:{}", file.display()))
        .await
        .unwrap();
    sqlx::query(statement).execute(&mut thief).await.unwrap();
}

fn head(app: &App) -> PathBuf {
    app.directory.path().join("secrets/look-ups")
}

async fn seen(app: &App) -> LookUps {
    app.browser().get("/look-ups").await.json()
}

/// What phones and projector are told, once the room has looked again.
async fn told(app: &App, expected: (u32, bool)) {
    let ask = async || {
        let view: AudienceView = app.browser().get("/view").await.json();
        (view.look_ups, view.log_broken)
    };
    eventually(ask, |told| *told == expected).await;
}

#[tokio::test]
async fn a_changed_and_a_shortened_log_both_show_and_release_nothing() {
    for tampering in [
        "UPDATE look_ups SET reason = 'noget andet' WHERE id = 1",
        "UPDATE look_ups SET struck = 7 WHERE id = 1",
        "DELETE FROM look_ups WHERE id = 1",
        "DELETE FROM look_ups WHERE id = 2",
        "DELETE FROM look_ups",
    ] {
        let app = App::start().await;
        let mut vendor = closed(&app).await;
        look_up(&mut vendor, 2).await;
        assert!(!seen(&app).await.broken);
        tamper(&app, tampering).await;
        assert!(seen(&app).await.broken, "{tampering}");
        let refused = vendor.post(LOOK_UPS, &because("Kontrol")).await;
        assert_eq!(refused.refusal(), (409, "log_broken".into()));
        assert!(seen(&app).await.broken, "{tampering}, and a look-up");
    }
}

/// What healed the chain before: an older file put back, and one look-up.
#[tokio::test]
async fn an_older_database_put_back_stays_visible_until_somebody_acknowledges_it() {
    let app = App::start().await;
    let mut vendor = closed(&app).await;
    look_up(&mut vendor, 1).await;
    let older = app.directory.path().join("older.db");
    let copy = format!("VACUUM INTO '{}'", older.display());
    let file = app.directory.path().join("data/barometer.db");
    let mut thief = SqliteConnection::connect(&format!("sqlite:{}", file.display()))
        .await
        .unwrap();
    sqlx::query(sqlx::AssertSqlSafe(copy))
        .execute(&mut thief)
        .await
        .unwrap();
    thief.close().await.unwrap();
    look_up(&mut vendor, 3).await;
    told(&app, (4, false)).await;
    let cookie = vendor.cookie();

    let app = app.restart_after(|data| {
        for file in fs::read_dir(data).unwrap() {
            fs::remove_file(file.unwrap().path()).unwrap();
        }
        fs::copy(&older, data.join("barometer.db")).unwrap();
    });
    let app = app.await;
    let mut vendor = app.browser_with(cookie.clone());
    told(&app, (1, true)).await;
    for _ in 0..2 {
        let refused = vendor.post(LOOK_UPS, &because("Kontrol")).await;
        assert_eq!(refused.refusal(), (409, "log_broken".into()));
    }
    told(&app, (1, true)).await;
    let app = app.restart().await;
    told(&app, (1, true)).await;

    let mut vendor = app.browser_with(cookie);
    let nobody = app.browser().post(ACKNOWLEDGEMENT, &because("x")).await;
    assert_eq!(nobody.refusal(), (401, "not_vendor".into()));
    let unsaid = vendor.post(ACKNOWLEDGEMENT, &because(" ")).await;
    assert_eq!(unsaid.refusal(), (422, "reason_missing".into()));
    let known = vendor
        .post(ACKNOWLEDGEMENT, &because("Gendannet fra backup"))
        .await;
    assert_eq!(known.status, StatusCode::NO_CONTENT);
    told(&app, (1, false)).await;
    assert_eq!(seen(&app).await.acknowledged.len(), 1);
    let again = vendor.post(ACKNOWLEDGEMENT, &because("x")).await;
    assert_eq!(again.refusal(), (409, "not_possible_now".into()));

    let released: Released = vendor.post(LOOK_UPS, &because("Kontrol")).await.json();
    let log: Vec<_> = released
        .log
        .iter()
        .map(|entry| (entry.broke, entry.look_up.reason.as_str()))
        .collect();
    assert_eq!(
        log,
        [
            (None, "Kontrol"),
            (Some(LogBreak::EntriesMissing), "Gendannet fra backup"),
            (None, "Kontrol"),
        ]
    );
    assert!(!released.broken);
    told(&app, (2, false)).await;
    tamper(&app, "DELETE FROM look_ups WHERE broke IS NOT NULL").await;
    assert!(
        seen(&app).await.broken,
        "an acknowledgement cannot be taken out"
    );
}

#[tokio::test]
async fn a_missing_an_older_and_another_head_are_breaks_too() {
    for (tampering, expected) in [
        ("remove", LogBreak::HeadMissing),
        ("spoil", LogBreak::HeadMissing),
        ("older", LogBreak::OtherHead),
        ("another", LogBreak::OtherHead),
    ] {
        let app = App::start().await;
        let mut vendor = closed(&app).await;
        look_up(&mut vendor, 1).await;
        let older = fs::read(head(&app)).unwrap();
        look_up(&mut vendor, 1).await;
        match tampering {
            "remove" => fs::remove_file(head(&app)).unwrap(),
            "spoil" => fs::write(head(&app), "spoilt").unwrap(),
            "older" => fs::write(head(&app), older).unwrap(),
            _ => fs::write(head(&app), format!("2 {}\n", "00".repeat(32))).unwrap(),
        }
        assert!(seen(&app).await.broken, "{tampering}");
        for path in [LOOK_UPS, STRIKES] {
            let mut body = because("Kontrol");
            if path == STRIKES {
                body["slots"] = json!([]);
            }
            let refused = vendor.post(path, &body).await;
            assert!(!refused.status.is_success(), "{tampering}");
        }
        assert!(seen(&app).await.broken, "{tampering}, after a look-up");
        vendor.post(ACKNOWLEDGEMENT, &because("Set")).await;
        let released: Released = vendor.post(LOOK_UPS, &because("Kontrol")).await.json();
        assert_eq!(released.log[2].broke, Some(expected), "{tampering}");
        assert!(!seen(&app).await.broken);
    }
}

#[tokio::test]
async fn a_new_installation_begins_with_a_head_and_a_log_without_it_is_broken() {
    let app = App::start().await;
    assert!(!seen(&app).await.broken);
    assert!(
        fs::read_to_string(head(&app))
            .unwrap()
            .starts_with("0 0000")
    );
    fs::remove_file(head(&app)).unwrap();
    let app = app.restart().await;
    assert!(seen(&app).await.broken, "it is not made anew");
}

#[tokio::test]
async fn a_process_that_ended_between_entry_and_head_is_no_break() {
    let app = App::start().await;
    let mut vendor = closed(&app).await;
    look_up(&mut vendor, 1).await;
    let before = fs::read_to_string(head(&app)).unwrap();
    look_up(&mut vendor, 1).await;
    let after = fs::read_to_string(head(&app)).unwrap();
    assert_eq!((before.lines().count(), after.lines().count()), (1, 1));
    // As it stands while the second entry is committed.
    fs::write(head(&app), format!("{before}{after}")).unwrap();
    assert!(!seen(&app).await.broken);
    look_up(&mut vendor, 1).await;
    assert_eq!(seen(&app).await.at.len(), 3);
}

#[tokio::test]
async fn look_ups_at_the_same_moment_are_written_one_after_the_other() {
    let app = App::start().await;
    let vendor = closed(&app).await;
    let mut tabs = [vendor.tab(), vendor.tab(), vendor.tab()];
    let [one, two, three] = &mut tabs;
    let reason = because("Kontrol");
    let answers = tokio::join!(
        one.post(LOOK_UPS, &reason),
        two.post(LOOK_UPS, &reason),
        three.post(LOOK_UPS, &reason),
    );
    for answer in [answers.0, answers.1, answers.2] {
        assert_eq!(answer.status, StatusCode::OK);
    }
    let seen = seen(&app).await;
    assert_eq!((seen.at.len(), seen.broken), (3, false));
    told(&app, (3, false)).await;
}
