//! What the server makes of the disk that it is given.

use std::path::Path;
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use barometer_server::store::{Beginning, ClaimError, Store, StoreError};

use crate::app::App;

fn url_in(folder: &Path) -> String {
    format!("sqlite:{}", folder.join("data/barometer.db").display())
}

fn said(refused: Result<Store, StoreError>) -> String {
    match refused {
        Ok(_) => panic!("it was opened"),
        Err(error) => error.to_string(),
    }
}

#[tokio::test]
async fn a_pepper_without_its_database_is_asked_about_before_a_new_one_begins() {
    let folder = tempfile::tempdir().unwrap();
    let (url, secrets) = (url_in(folder.path()), folder.path().join("secrets"));
    let start = async |beginning| Store::start(&url, &secrets, beginning).await;
    start(Beginning::AsBefore).await.unwrap().stop().await;
    std::fs::remove_dir_all(folder.path().join("data")).unwrap();

    let refused = said(start(Beginning::AsBefore).await);
    for named in ["data/barometer.db", "secrets/pepper"] {
        assert!(refused.contains(&folder.path().join(named).display().to_string()));
    }
    assert!(refused.contains("--new-database"), "{refused}");
    assert!(!folder.path().join("data").exists(), "nothing has begun");
    start(Beginning::Anew).await.unwrap().stop().await;
    start(Beginning::AsBefore).await.unwrap().stop().await;
}

#[tokio::test]
async fn a_database_that_is_no_file_of_sqlite_is_refused_without_its_password() {
    let folder = tempfile::tempdir().unwrap();
    let secrets = folder.path().join("secrets");
    for (url, scheme) in [
        ("postgres://barometer:hemmelig@db/barometer", "postgres"),
        ("mysql://db/barometer", "mysql"),
        ("data/barometer.db", "data/barometer.db"),
        ("sqlite::memory:", "sqlite"),
        ("sqlite:barometer.db?mode=memory", "sqlite"),
        ("", ""),
    ] {
        let said = said(Store::start(url, &secrets, Beginning::AsBefore).await);
        assert!(said.contains(&format!("no {scheme:?} database")), "{said}");
        assert!(!said.contains("hemmelig"), "{said}");
        assert!(Store::claim(url).is_err(), "{url}");
    }
    assert!(!secrets.exists(), "nothing was made");
}

#[test]
fn a_database_is_served_by_one_process_however_it_is_called() {
    let folder = tempfile::tempdir().unwrap();
    let url = url_in(folder.path());
    let claim = Store::claim(&url).unwrap();
    let other_way = format!(
        "sqlite:{}",
        folder.path().join("data/../data/barometer.db").display()
    );
    for url in [&url, &other_way] {
        let refused = Store::claim(url).unwrap_err();
        assert!(
            matches!(refused, StoreError::Claim(ClaimError::Taken { .. })),
            "{refused}"
        );
        assert!(refused.to_string().contains("barometer.db"), "{refused}");
    }
    drop(claim);
    Store::claim(&other_way).unwrap();
}

#[tokio::test]
async fn it_is_ready_only_as_long_as_a_write_can_be_committed_and_the_pepper_fits() {
    let app = App::start().await;
    let ready = async || {
        let request = Request::get("/readyz").body(Body::empty());
        app.send(request.unwrap()).await.status
    };
    assert_eq!(ready().await, StatusCode::OK);
    let mut database = app.database().await;
    sqlx::query("UPDATE installation SET pepper_check = zeroblob(32)")
        .execute(&mut database)
        .await
        .unwrap();
    // An answer lasts for a second.
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    assert_eq!(ready().await, StatusCode::SERVICE_UNAVAILABLE);
}
