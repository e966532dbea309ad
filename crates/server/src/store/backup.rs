//! A copy of the database as it stands at one moment, while others write; and what is looked at before one takes its place.

use std::fs;
use std::path::{Path, PathBuf};

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{Connection, Row};

use super::opening::{PepperProblem, file_of, make_folder};
use super::{Store, StoreError};
use crate::secrets::{self, Keys};

/// Why a copy is not taken for a database of this server.
#[derive(Debug, thiserror::Error)]
pub enum BadCopy {
    /// SQLite finds it damaged, or no database.
    #[error("{}: damaged, or no database: {said}", file.display())]
    Damaged {
        /// The file.
        file: PathBuf,
        /// What SQLite says.
        said: String,
    },
    /// A database is in the place already.
    #[error("{} is there already: move it away first", database.display())]
    InTheWay {
        /// The file of that database.
        database: PathBuf,
    },
}

/// How much is in a database, to be compared before and after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ContentCount {
    /// Webinars.
    pub webinars: i64,
    /// Places of participants.
    pub places: i64,
    /// Ballots, one for each session that voted.
    pub ballots: i64,
    /// Change requests.
    pub requests: i64,
    /// Entries of the log of look-ups.
    pub look_ups: i64,
}

impl Store {
    /// The file of the database at `url`.
    ///
    /// # Errors
    /// When it names none.
    pub fn file(url: &str) -> Result<PathBuf, StoreError> {
        file_of(url)
    }

    /// Writes the database at `url`, as it is committed now, into the new file `copy`, in the order of its keys and
    /// without what was deleted. A server may go on writing meanwhile.
    ///
    /// # Errors
    /// When there is no database, the file is there already, or the copy comes out damaged.
    pub async fn copy_to(url: &str, copy: &Path) -> Result<ContentCount, StoreError> {
        let database = file_of(url)?;
        // The owner's alone before anything is in it; SQLite writes into an empty file.
        drop(secrets::create_private(copy)?);
        let mut connection = open_as_it_is(&database).await?;
        sqlx::query("VACUUM INTO ?")
            .bind(copy.to_string_lossy())
            .execute(&mut connection)
            .await?;
        connection.close().await?;
        fs::File::open(copy)?.sync_all()?;
        check_copy(copy).await
    }

    /// Puts the database `copy` where `url` says, if it is whole and `secrets` has its pepper. Nobody may be serving
    /// there, and no database may be there.
    ///
    /// # Errors
    /// When the copy is damaged or another pepper's, or something is in the way: then nothing has changed.
    pub async fn put_back(
        url: &str,
        secrets: &Path,
        copy: &Path,
    ) -> Result<ContentCount, StoreError> {
        let database = file_of(url)?;
        if fs::metadata(&database).is_ok_and(|file| file.len() > 0) {
            return Err(BadCopy::InTheWay { database }.into());
        }
        let count = check_copy(copy).await?;
        let pepper = Keys::pepper_in(secrets);
        let keys = Keys::read(secrets)?.ok_or_else(|| PepperProblem::Missing {
            database: copy.to_owned(),
            pepper: pepper.clone(),
        })?;
        if !is_of_pepper(copy, &keys).await? {
            let database = copy.to_owned();
            return Err(PepperProblem::Other { database, pepper }.into());
        }
        make_folder(&database)?;
        for leftover in ["-wal", "-shm"] {
            let mut name = database.as_os_str().to_owned();
            name.push(leftover);
            // Of another database than the one that comes.
            let _ = fs::remove_file(name);
        }
        fs::rename(copy, &database)?;
        Ok(count)
    }
}

pub(super) async fn open_as_it_is(file: &Path) -> Result<SqliteConnection, StoreError> {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(false);
    Ok(SqliteConnection::connect_with(&options).await?)
}

/// Whether SQLite finds the file whole; how much is in it.
async fn check_copy(copy: &Path) -> Result<ContentCount, StoreError> {
    let damaged = |said: String| BadCopy::Damaged {
        file: copy.to_owned(),
        said,
    };
    let mut connection = open_as_it_is(copy)
        .await
        .map_err(|error| damaged(error.to_string()))?;
    let found = complaints(&mut connection).await;
    let said = found.map_err(|error| damaged(error.to_string()))?;
    if let Some(first) = said.into_iter().next() {
        return Err(damaged(first).into());
    }
    let counted = count(&mut connection).await;
    connection.close().await?;
    counted.map_err(|error| damaged(error.to_string()).into())
}

/// What SQLite finds wrong with the database; nothing if it is whole.
pub(super) async fn complaints(
    connection: &mut SqliteConnection,
) -> Result<Vec<String>, sqlx::Error> {
    let rows = sqlx::query("PRAGMA integrity_check")
        .fetch_all(&mut *connection)
        .await?;
    let said: Result<Vec<String>, _> = rows.iter().map(|row| row.try_get(0)).collect();
    let mut said: Vec<String> = said?.into_iter().filter(|line| line != "ok").collect();
    let orphans = sqlx::query("PRAGMA foreign_key_check")
        .fetch_all(connection)
        .await?;
    for row in orphans {
        let (child, parent): (String, String) = (row.try_get(0)?, row.try_get(2)?);
        said.push(format!("a row of {child} belongs to none of {parent}"));
    }
    Ok(said)
}

pub(super) async fn count(connection: &mut SqliteConnection) -> Result<ContentCount, sqlx::Error> {
    let (webinars, places, ballots, requests, look_ups) = sqlx::query_as(
        "SELECT (SELECT count(*) FROM webinars), (SELECT count(*) FROM slots), (SELECT count(*) FROM ballots),
                (SELECT count(*) FROM requests), (SELECT count(*) FROM look_ups)",
    )
    .fetch_one(connection)
    .await?;
    Ok(ContentCount {
        webinars,
        places,
        ballots,
        requests,
        look_ups,
    })
}

async fn is_of_pepper(copy: &Path, keys: &Keys) -> Result<bool, StoreError> {
    let mut connection = open_as_it_is(copy).await?;
    let known: Option<Vec<u8>> = sqlx::query_scalar("SELECT pepper_check FROM installation")
        .fetch_optional(&mut connection)
        .await?;
    connection.close().await?;
    Ok(known.is_some_and(|known| known == keys.pepper_check()))
}
