//! The database alone tells nothing: not what was voted, not in which order, and never more by chance of how the
//! server ended.

use std::fs;
use std::path::{Path, PathBuf};

use axum::http::Method;
use barometer_domain::wire::Me;
use barometer_server::secrets::Keys;
use barometer_server::store::{Beginning, Store};
use serde_json::json;
use sqlx::{Connection, SqliteConnection};
use tempfile::TempDir;

use crate::app::{App, Browser, eventually};

/// Those who vote, in the order in which they do.
const MUNICIPALITIES: [&str; 12] = [
    "0101", "0825", "0492", "0665", "0482", "0751", "0741", "0779", "0791", "0615", "0607", "0563",
];

/// A webinar that is open, with so many votes in it; the answer is the keys of the ballots in the order of votes.
async fn voted(app: &App, voters: usize) -> (Browser<'_>, Vec<Vec<u8>>) {
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    let mut nyms = Vec::new();
    for (at, code) in MUNICIPALITIES[..voters].iter().enumerate() {
        let mut voter = app.voter(code).await;
        let choices: Vec<u16> = (1..=u16::try_from(at % 4).unwrap()).collect();
        voter.votes(&choices).await;
        let me: Me = voter.get("/me").await.json();
        nyms.push(nym(app, &me).await);
    }
    (presenter, nyms)
}

/// Under what a participant's ballot lies; only who has the pepper can tell.
async fn nym(app: &App, me: &Me) -> Vec<u8> {
    let store = &app.store;
    let course = store.course(app.webinar).await.unwrap();
    let mut slot = [0; 16];
    hex::decode_to_slice(&me.slot, &mut slot).unwrap();
    store.keys().nym(&course.barometer.id, &slot).to_vec()
}

fn data(app: &App) -> PathBuf {
    app.directory.path().join("data")
}

fn log_of(folder: &Path) -> Vec<u8> {
    fs::read(folder.join("barometer.db-wal")).unwrap_or_default()
}

/// The keys in the order in which they lie in a file, with every place where each stands.
fn in_file_order(bytes: &[u8], keys: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let mut found: Vec<(usize, Vec<u8>)> = Vec::new();
    for key in keys {
        let places = bytes.windows(key.len()).enumerate();
        let places = places.filter(|(_, window)| *window == &key[..]);
        found.extend(places.map(|(at, _)| (at, key.clone())));
    }
    found.sort();
    found.into_iter().map(|(_, key)| key).collect()
}

/// Whether the file of a folder tells nothing of the order: each key stands in it once, and they lie in the order of
/// the keys themselves, as SQLite fills its pages from the end.
fn lies_in_key_order(folder: &Path, nyms: &[Vec<u8>]) -> bool {
    let bytes = fs::read(folder.join("barometer.db")).unwrap();
    let mut lying = in_file_order(&bytes, nyms);
    assert!(lying.len() >= nyms.len(), "all are there");
    lying.reverse();
    lying.len() == nyms.len() && lying.is_sorted()
}

/// What a thief finds who comes after a kill: a copy of the folder as it lies there.
fn stolen(app: &App) -> TempDir {
    let copy = tempfile::tempdir().unwrap();
    for folder in ["data", "secrets"] {
        fs::create_dir(copy.path().join(folder)).unwrap();
        for file in fs::read_dir(app.directory.path().join(folder)).unwrap() {
            let file = file.unwrap();
            fs::copy(file.path(), copy.path().join(folder).join(file.file_name())).unwrap();
        }
    }
    copy
}

async fn open(directory: &TempDir) -> Store {
    let keys = Keys::open(&directory.path().join("secrets")).unwrap();
    let file = directory.path().join("data/barometer.db");
    let store = Store::open(&format!("sqlite:{}", file.display()), keys).await;
    store.unwrap()
}

async fn database(file: &Path) -> SqliteConnection {
    let url = format!("sqlite:{}", file.display());
    SqliteConnection::connect(&url).await.unwrap()
}

#[tokio::test]
async fn a_closed_file_does_not_show_in_which_order_was_voted() {
    for voters in [6, 12] {
        let app = App::start().await;
        let (mut presenter, nyms) = voted(&app, voters).await;
        presenter.commands(&[json!({ "do": "close" })]).await;
        app.close_for_good().await;
        assert!(lies_in_key_order(&data(&app), &nyms), "{voters} voters");
        assert_eq!(log_of(&data(&app)).len(), 0);
        presenter.reveals().await;
        assert!(in_file_order(&log_of(&data(&app)), &nyms).is_empty());
        let app = app.restart().await;
        assert!(lies_in_key_order(&data(&app), &nyms), "after a restart");
        assert_eq!(log_of(&data(&app)).len(), 0);
    }
}

#[tokio::test]
async fn stated_amounts_lie_in_key_order_once_closed_and_nowhere_once_revealed() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    // The key and the block of each row, in the order in which the amounts were stated.
    let mut rows: Vec<(Vec<u8>, Vec<u8>)> = Vec::new();
    for code in MUNICIPALITIES {
        let mut voter = app.voter(code).await;
        voter.votes(&[1]).await;
        for amount in ["10000", "50000"] {
            let form = format!("candidate-1={amount}").into_bytes();
            let page = "/w/4K7P2M/estimate";
            voter.request(Method::POST, page, form).await;
        }
        let all: Vec<(Vec<u8>, Vec<u8>)> = sqlx::query_as("SELECT tag, sealed FROM stated_amounts")
            .fetch_all(&mut app.database().await)
            .await
            .unwrap();
        rows.extend(
            all.into_iter()
                .filter(|(tag, _)| !rows.iter().any(|row| row.0 == *tag))
                .collect::<Vec<_>>(),
        );
    }
    let tags: Vec<Vec<u8>> = rows.iter().map(|row| row.0.clone()).collect();
    assert_eq!(tags.len(), MUNICIPALITIES.len());
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    assert!(lies_in_key_order(&data(&app), &tags));
    assert_eq!(log_of(&data(&app)).len(), 0);
    presenter.reveals().await;
    let needles = rows.into_iter().flat_map(|(tag, sealed)| [tag, sealed]);
    let needles: Vec<Vec<u8>> = needles.collect();
    for file in fs::read_dir(data(&app)).unwrap() {
        let path = file.unwrap().path();
        let found = in_file_order(&fs::read(&path).unwrap(), &needles);
        assert!(found.is_empty(), "{}: {}", path.display(), found.len());
    }
}

#[tokio::test]
async fn a_kill_while_it_closes_leaves_nothing_that_the_next_start_does_not_clear_away() {
    let app = App::start().await;
    let (mut presenter, nyms) = voted(&app, 12).await;
    presenter.commands(&[json!({ "do": "close" })]).await;
    let copy = stolen(&app);
    let folder = copy.path().join("data");
    let mut order = in_file_order(&log_of(&folder), &nyms);
    let mut seen = std::collections::HashSet::new();
    order.retain(|nym| seen.insert(nym.clone()));
    assert_eq!(order, nyms, "a log that is left shows the order of votes");
    let store = open(&copy).await;
    store.recover().await.unwrap();
    assert!(lies_in_key_order(&folder, &nyms));
    assert_eq!(log_of(&folder).len(), 0);
}

#[tokio::test]
async fn a_calm_stop_leaves_one_file_that_is_complete() {
    let app = App::start().await;
    let (_presenter, nyms) = voted(&app, 12).await;
    app.store.clone().stop().await;
    assert!(
        lies_in_key_order(&data(&app), &nyms),
        "still open, and calm"
    );
    assert_eq!(log_of(&data(&app)).len(), 0);
    let copy = tempfile::tempdir().unwrap();
    let file = copy.path().join("copy.db");
    fs::copy(data(&app).join("barometer.db"), &file).unwrap();
    let ballots: u32 = sqlx::query_scalar("SELECT count(*) FROM ballots")
        .fetch_one(&mut database(&file).await)
        .await
        .unwrap();
    assert_eq!(ballots, 12);
}

#[tokio::test]
async fn a_reader_at_the_close_holds_the_log_up_and_no_longer() {
    let app = App::start().await;
    let (mut presenter, nyms) = voted(&app, 6).await;
    let mut reader = database(&data(&app).join("barometer.db")).await;
    let mut reading = reader.begin().await.unwrap();
    let count = sqlx::query_scalar::<_, u32>("SELECT count(*) FROM ballots");
    assert_eq!(count.fetch_one(&mut *reading).await.unwrap(), 6);
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    assert!(!log_of(&data(&app)).is_empty(), "held up");
    reading.rollback().await.unwrap();
    reader.close().await.unwrap();
    eventually(async || log_of(&data(&app)).len(), |length| *length == 0).await;
    assert!(lies_in_key_order(&data(&app), &nyms));
}

#[tokio::test]
async fn ballots_are_of_one_length_and_no_tracker_stands_in_the_open() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    let mut trackers = Vec::new();
    for (code, choices) in [
        ("0101", &[][..]),
        ("0825", &[1]),
        ("0492", &[1, 2]),
        ("0665", &[10, 11, 12]),
    ] {
        let mut voter = app.voter(code).await;
        voter.votes(choices).await;
        let of_voter = voter.trackers(choices);
        trackers.push(of_voter["ballot"].as_str().unwrap().to_owned());
        let of_choices = of_voter["choices"].as_array().unwrap().iter();
        trackers.extend(of_choices.map(|tracker| tracker.as_str().unwrap().to_owned()));
    }
    let lengths: Vec<(u32, u32)> =
        sqlx::query_as("SELECT length(sealed), count(*) FROM ballots GROUP BY length(sealed)")
            .fetch_all(&mut app.database().await)
            .await
            .unwrap();
    assert_eq!(lengths.len(), 1, "{lengths:?}");
    assert_eq!(lengths[0].1, 4);
    for file in fs::read_dir(data(&app)).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        for tracker in &trackers {
            let raw: barometer_sealing::tracker::Tracker = tracker.parse().unwrap();
            let stands = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
            assert!(!stands(tracker.as_bytes()) && !stands(raw.as_bytes()));
        }
    }
}

#[cfg(unix)]
#[tokio::test]
async fn only_the_owner_reads_folder_and_files() {
    use std::os::unix::fs::PermissionsExt;
    let app = App::start().await;
    let (_presenter, _) = voted(&app, 6).await;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let set = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    let folder = data(&app);
    let check = || {
        assert_eq!(mode(&folder), 0o700);
        for file in ["barometer.db", "barometer.db-wal", "barometer.db-shm"] {
            assert_eq!(mode(&folder.join(file)), 0o600, "{file}");
        }
    };
    check();
    // What an older version left open to others is closed to them.
    set(&folder, 0o755);
    set(&folder.join("barometer.db"), 0o644);
    let app = app.restart().await;
    app.presenter().await;
    check();
}

#[tokio::test]
async fn a_database_without_its_pepper_is_refused_in_one_sentence_that_names_both() {
    let directory = tempfile::tempdir().unwrap();
    let (data, secrets) = (
        directory.path().join("data"),
        directory.path().join("secrets"),
    );
    let url = format!("sqlite:{}", data.join("barometer.db").display());
    Store::start(&url, &secrets, Beginning::AsBefore)
        .await
        .unwrap()
        .stop()
        .await;
    Store::start(&url, &secrets, Beginning::AsBefore)
        .await
        .unwrap()
        .stop()
        .await;
    let refused = async || match Store::start(&url, &secrets, Beginning::AsBefore).await {
        Ok(_) => panic!("refused"),
        Err(error) => {
            let said = error.to_string();
            for path in [data.join("barometer.db"), secrets.join("pepper")] {
                assert!(said.contains(&path.display().to_string()), "{said}");
            }
            assert!(!said.contains('\n'), "{said}");
            said
        }
    };
    let pepper = fs::read(secrets.join("pepper")).unwrap();
    fs::remove_file(secrets.join("pepper")).unwrap();
    assert!(
        refused()
            .await
            .contains("made with a pepper that is not at")
    );
    assert!(
        !secrets.join("pepper").exists(),
        "none is made in its place"
    );
    fs::write(secrets.join("pepper"), [7; 32]).unwrap();
    assert!(refused().await.contains("made with another pepper"));
    fs::write(secrets.join("pepper"), pepper).unwrap();
    Store::start(&url, &secrets, Beginning::AsBefore)
        .await
        .unwrap()
        .stop()
        .await;
}

#[tokio::test]
async fn a_database_that_does_not_know_its_pepper_yet_asks_what_it_has_sealed() {
    let app = App::start().await;
    let (_presenter, _) = voted(&app, 6).await;
    sqlx::query("DELETE FROM installation")
        .execute(&mut app.database().await)
        .await
        .unwrap();
    let file = data(&app).join("barometer.db");
    let url = format!("sqlite:{}", file.display());
    let other = Store::open(&url, Keys::derive(&[9; 32])).await;
    assert!(other.is_err_and(|error| error.to_string().contains("another pepper")));
    let app = app.restart().await;
    let known: u32 = sqlx::query_scalar("SELECT count(*) FROM installation")
        .fetch_one(&mut app.database().await)
        .await
        .unwrap();
    assert_eq!(known, 1);
}
