//! What an older version stored in the open is sealed at the next start, and counts as it did.

use std::fs;

use barometer_domain::vendor::Released;
use barometer_domain::view::Screen;
use barometer_domain::wire::Me;
use serde_json::{Value, json};
use sqlx::SqliteConnection;

use crate::app::App;
use crate::invitations::{invite, opened};

/// The tables as they were.
const AS_BEFORE: [&str; 6] = [
    "DROP TABLE ballots",
    "DROP TABLE identities",
    "DELETE FROM _sqlx_migrations WHERE version = 11",
    "DELETE FROM installation",
    "CREATE TABLE ballots (barometer BLOB NOT NULL, nym BLOB NOT NULL, rev INTEGER NOT NULL, choices TEXT NOT NULL,
         municipality BLOB NOT NULL, struck INTEGER NOT NULL DEFAULT 0, trackers TEXT NOT NULL DEFAULT '',
         PRIMARY KEY (barometer, nym)) STRICT, WITHOUT ROWID",
    "CREATE TABLE identities (webinar INTEGER NOT NULL REFERENCES webinars (id) ON DELETE CASCADE, slot BLOB NOT NULL,
         sealed TEXT NOT NULL, PRIMARY KEY (webinar, slot)) STRICT, WITHOUT ROWID",
];

/// A participant's ballot for 2 and 4 and its name, as the older version stored them.
async fn store_as_before(app: &App, database: &mut SqliteConnection, me: &Me, trackers: &Value) {
    let store = &app.store;
    let barometer = store.course(app.webinar).await.unwrap().barometer.id;
    let mut slot = [0; 16];
    hex::decode_to_slice(&me.slot, &mut slot).unwrap();
    let nym = store.keys().nym(&barometer, &slot);
    let municipality = me.role.municipality().ok();
    sqlx::query(
        "INSERT INTO ballots (barometer, nym, rev, choices, municipality, trackers) VALUES (?, ?, 3, '[2,4]', ?, ?)",
    )
    .bind(&barometer[..])
    .bind(&nym[..])
    .bind(store.keys().seal(municipality, &nym))
    .bind(trackers.to_string())
    .execute(&mut *database)
    .await
    .unwrap();
    sqlx::query("INSERT INTO identities (webinar, slot, sealed) VALUES (?, ?, ?)")
        .bind(app.webinar)
        .bind(&slot[..])
        .bind("n".repeat(747))
        .execute(database)
        .await
        .unwrap();
}

#[tokio::test]
async fn ballots_of_an_older_version_are_sealed_and_count() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let tokens = invite(&mut vendor, &["0791"]).await;
    app.presenter().await.opens().await;
    let mut voters = Vec::new();
    for code in ["0101", "0825", "0492", "0665"] {
        voters.push(app.voter(code).await);
    }
    // Of two devices at one place the older version did not store which of them voted.
    for _ in 0..2 {
        voters.push(opened(&app, &tokens[0]).await.0);
    }
    let mut known = Vec::new();
    for voter in &mut voters {
        let me: Me = voter.get("/me").await.json();
        known.push((me, voter.trackers(&[2, 4]), voter.cookie()));
    }
    let mut database = app.database().await;
    for statement in AS_BEFORE {
        sqlx::query(statement).execute(&mut database).await.unwrap();
    }
    for (me, trackers, _) in &known[..5] {
        store_as_before(&app, &mut database, me, trackers).await;
    }
    drop(database);
    let vendor = vendor.cookie();
    let app = app.restart().await;

    let bytes = fs::read(app.directory.path().join("data/barometer.db")).unwrap();
    for plain in ["[2,4]", "plain_ballots", "place_identities"] {
        let mut windows = bytes.windows(plain.len());
        assert!(!windows.any(|window| window == plain.as_bytes()), "{plain}");
    }
    let mut held = Vec::new();
    for (.., cookie) in &known {
        let me: Me = app.browser_with(cookie.clone()).get("/me").await.json();
        held.push((me.ballot.map(|ballot| ballot.rev), me.identified));
    }
    assert_eq!(held[..4], [(Some(3), true); 4]);
    assert_eq!(held[4..], [(None, false); 2], "it could be either's");

    let mut presenter = app.presenter().await;
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    let mut vendor = app.browser_with(vendor);
    let reason = json!({ "name": "Ida Holm", "reason": "Kontrol" });
    let path = "/vendor/webinars/4K7P2M/look-ups";
    let released: Released = vendor.post(path, &reason).await.json();
    assert_eq!(released.votes.len(), 5);
    assert!(
        released
            .votes
            .iter()
            .all(|vote| vote.identity.is_some() && vote.devices == 1)
    );
    let Screen::Result(result) = presenter.reveals().await.audience.screen else {
        panic!("the result")
    };
    let figures: Vec<(u16, u32)> = result.rows[..2]
        .iter()
        .map(|row| (row.candidate.0, row.votes))
        .collect();
    assert_eq!(figures, [(2, 5), (4, 5)]);
}
