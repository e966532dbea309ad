//! A backup is taken while people vote, and what comes of it after it was put back is what had been acknowledged.

use std::fs;
use std::path::PathBuf;

use age::secrecy::ExposeSecret;
use axum::http::StatusCode;
use barometer_server::operate::backup::{BackupError, back_up, restore};
use barometer_server::store::{BadCopy, ContentCount, PepperProblem, Store, StoreError};
use serde_json::json;

use crate::app::App;

fn file(app: &App, name: &str) -> PathBuf {
    app.directory.path().join(name)
}

fn url(app: &App, folder: &str) -> String {
    format!(
        "sqlite:{}",
        file(app, folder).join("barometer.db").display()
    )
}

/// An open vote with six ballots.
async fn voting() -> App {
    let app = App::start().await;
    app.presenter().await.opens().await;
    for (number, code) in (1..).zip(["0101", "0825", "0492", "0665", "0482", "0751"]) {
        app.voter(code).await.votes(&[number]).await;
    }
    app
}

#[tokio::test]
async fn a_vote_goes_on_from_its_backup_and_is_counted_whole() {
    let app = voting().await;
    let copy = file(&app, "copy");
    let count = back_up(&url(&app, "data"), &copy, None).await.unwrap();
    assert_eq!((count.webinars, count.places, count.ballots), (1, 6, 6));
    // What comes later is not in it.
    app.voter("0741").await.votes(&[1]).await;
    let again = back_up(&url(&app, "data"), &copy, None).await;
    assert!(
        matches!(again, Err(BackupError::File { .. })),
        "nothing is overwritten"
    );

    let (secrets, elsewhere) = (file(&app, "secrets"), url(&app, "elsewhere"));
    let restored = restore(&elsewhere, &secrets, &copy, None).await.unwrap();
    assert_eq!(restored, count);
    assert!(
        Store::check_up(&elsewhere, &secrets)
            .await
            .unwrap()
            .is_good()
    );
    let database = file(&app, "elsewhere/barometer.db");
    let app = app
        .restart_after(|data| {
            for old in fs::read_dir(data).unwrap() {
                fs::remove_file(old.unwrap().path()).unwrap();
            }
            fs::rename(&database, data.join("barometer.db")).unwrap();
        })
        .await;
    let mut presenter = app.presenter().await;
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    presenter.reveals().await;
    let turnout = app.view().await.barometer.turnout;
    assert_eq!((turnout.voted, turnout.present), (6, 6));
    let checkup = Store::check_up(&url(&app, "data"), &secrets).await.unwrap();
    assert!(checkup.is_good() && checkup.rolls == 1, "{checkup:?}");
}

#[tokio::test]
async fn an_encrypted_backup_opens_with_its_identity_alone() {
    let app = voting().await;
    let identity = age::x25519::Identity::generate();
    let copy = file(&app, "copy.age");
    let recipient = identity.to_public();
    back_up(&url(&app, "data"), &copy, Some(&recipient))
        .await
        .unwrap();
    let bytes = fs::read(&copy).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1"));
    assert!(!bytes.windows(6).any(|part| part == b"SQLite"));
    assert!(!file(&app, "copy.age.plain").exists() && !file(&app, "copy.age.part").exists());

    let (secrets, elsewhere) = (file(&app, "secrets"), url(&app, "elsewhere"));
    let none = restore(&elsewhere, &secrets, &copy, None).await;
    assert!(matches!(none, Err(BackupError::NeedsIdentity { .. })));
    let key = |identity: &age::x25519::Identity| {
        let path = file(&app, "identity");
        let line = identity.to_string();
        fs::write(&path, format!("# kept apart\n{}\n", line.expose_secret())).unwrap();
        path
    };
    let other = key(&age::x25519::Identity::generate());
    let refused = restore(&elsewhere, &secrets, &copy, Some(&other)).await;
    assert!(matches!(refused, Err(BackupError::Decrypting(_))));
    let right = key(&identity);
    fs::write(&copy, &bytes[..bytes.len() - 100]).unwrap();
    assert!(
        restore(&elsewhere, &secrets, &copy, Some(&right))
            .await
            .is_err()
    );
    assert!(
        !file(&app, "elsewhere/barometer.db").exists(),
        "nothing has changed"
    );
    fs::write(&copy, &bytes).unwrap();
    let count = restore(&elsewhere, &secrets, &copy, Some(&right)).await;
    assert_eq!(count.unwrap().ballots, 6);
}

#[tokio::test]
async fn what_is_not_this_servers_database_takes_no_place() {
    let app = voting().await;
    let (copy, secrets) = (file(&app, "copy"), file(&app, "secrets"));
    back_up(&url(&app, "data"), &copy, None).await.unwrap();
    let (elsewhere, other) = (url(&app, "elsewhere"), App::start().await);
    let refused = restore(&elsewhere, &file(&other, "secrets"), &copy, None).await;
    let is_others = matches!(
        refused,
        Err(BackupError::Store(StoreError::Pepper(
            PepperProblem::Other { .. }
        )))
    );
    assert!(is_others, "{refused:?}");
    let in_use = restore(&url(&app, "data"), &secrets, &copy, None).await;
    let is_taken = matches!(
        in_use,
        Err(BackupError::Store(StoreError::Copy(
            BadCopy::InTheWay { .. }
        )))
    );
    assert!(is_taken, "{in_use:?}");
    let mut bytes = fs::read(&copy).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 4_096].fill(0x5a);
    fs::write(&copy, &bytes).unwrap();
    assert!(restore(&elsewhere, &secrets, &copy, None).await.is_err());
    fs::write(&copy, "no database").unwrap();
    let none = restore(&elsewhere, &secrets, &copy, None).await;
    let is_none = matches!(
        none,
        Err(BackupError::Store(StoreError::Copy(
            BadCopy::Damaged { .. }
        )))
    );
    assert!(is_none, "{none:?}");
    assert!(!file(&app, "elsewhere/barometer.db").exists());
}

#[tokio::test]
async fn a_check_finds_what_was_changed_behind_the_servers_back() {
    let app = voting().await;
    let mut presenter = app.presenter().await;
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    let mut vendor = app.vendor().await;
    let reason = json!({ "name": "Ida Holm", "reason": "Kontrol" });
    let looked = vendor
        .post("/vendor/webinars/4K7P2M/look-ups", &reason)
        .await;
    assert_eq!(looked.status, StatusCode::OK);
    presenter.reveals().await;
    let (url, secrets) = (url(&app, "data"), file(&app, "secrets"));
    let check = async || Store::check_up(&url, &secrets).await.unwrap();
    let good = check().await;
    assert!(good.is_good() && good.content.look_ups == 1, "{good:?}");

    app.execute(
        "UPDATE barometers SET roll = replace(roll, '\"signature\":\"', '\"signature\":\"A')",
    )
    .await;
    assert_eq!(check().await.bad_rolls.len(), 1);
    app.execute("UPDATE ballots SET sealed = zeroblob(length(sealed)) WHERE nym = (SELECT min(nym) FROM ballots)").await;
    assert_eq!(check().await.bad_ballots.len(), 1);
    app.execute("UPDATE look_ups SET reason = 'Noget andet'")
        .await;
    assert_eq!(check().await.log_break, Some("entry_changed"));
    app.execute("UPDATE installation SET pepper_check = zeroblob(32)")
        .await;
    assert!(!check().await.pepper_fits);
    assert_ne!(good.content, ContentCount::default());
}
