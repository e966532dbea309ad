//! Opens database and pepper: they belong together, and lie where only their owner reads them.

use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, Row, SqliteConnection};

use super::session_cache::SessionCache;
use super::space::DiskSpace;
use super::write_transaction::Announcer;
use super::writer::{PATIENCE_MS, WriterConnection, WriterQueue};
use super::{Store, StoreError, StoreReader, conversion, now};
use crate::clock::StageClock;
use crate::secrets::{self, Keys};

const READERS: u32 = 4;

/// What is to be done where a pepper is there and its database is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// Nothing: the database may lie elsewhere, or its disk may not be mounted.
    AsBefore,
    /// A new database begins, as the operator says.
    Anew,
}

/// A database and a pepper that do not belong together.
#[derive(Debug, thiserror::Error)]
pub enum PepperProblem {
    /// There is a database, and no pepper.
    #[error(
        "the database {} was made with a pepper that is not at {}: put that file back, or start with another database",
        database.display(), pepper.display()
    )]
    Missing {
        /// The file of the database that is there.
        database: PathBuf,
        /// Where the pepper should be.
        pepper: PathBuf,
    },
    /// There is a pepper, and no database.
    #[error(
        "there is a pepper at {}, but its database is not at {}: put the database back, or start with --new-database to begin a new one",
        pepper.display(), database.display()
    )]
    Alone {
        /// Where the database should be.
        database: PathBuf,
        /// The file of the pepper that is there.
        pepper: PathBuf,
    },
    /// There are both, and what the one sealed the other does not open.
    #[error(
        "the database {} was made with another pepper than the one at {}: put the right file back, or start with another database",
        database.display(), pepper.display()
    )]
    Other {
        /// The file of the database that another pepper belongs to.
        database: PathBuf,
        /// The file with the pepper that does not fit.
        pepper: PathBuf,
    },
}

impl Store {
    /// Opens the database with the pepper in this folder of secrets; makes both on the first start. A database whose
    /// pepper is gone is refused, and no other is made: what it sealed would be lost in silence. A pepper whose database is
    /// gone is refused too, unless `beginning` says otherwise.
    pub async fn start(
        url: &str,
        secrets: &Path,
        beginning: Beginning,
    ) -> Result<Self, StoreError> {
        let database = file_of(url)?;
        let has_database = fs::metadata(&database).is_ok_and(|file| file.len() > 0);
        let in_secrets = |error: std::io::Error| {
            let said = format!("{}: {error}", secrets.display());
            StoreError::Secrets(std::io::Error::new(error.kind(), said))
        };
        let keys = match Keys::read(secrets).map_err(in_secrets)? {
            Some(_) if !has_database && beginning == Beginning::AsBefore => {
                let pepper = Keys::pepper_in(secrets);
                return Err(PepperProblem::Alone { database, pepper }.into());
            }
            Some(keys) => keys,
            None if has_database => {
                let pepper = Keys::pepper_in(secrets);
                return Err(PepperProblem::Missing { database, pepper }.into());
            }
            None => Keys::make(secrets).map_err(in_secrets)?,
        };
        Self::open(url, keys).await
    }

    /// Opens the database, making it and its directory on the first start.
    pub async fn open(url: &str, keys: Keys) -> Result<Self, StoreError> {
        Self::open_with(url, keys, StageClock::set_to(now())).await
    }

    /// Opens the database with a clock that is set already.
    pub async fn open_with(url: &str, keys: Keys, clock: StageClock) -> Result<Self, StoreError> {
        let options = options(url)?;
        let database = options.get_filename().to_owned();
        keep_private(&database).map_err(sqlx::Error::Io)?;
        let mut connection = SqliteConnection::connect_with(&options).await?;
        sqlx::migrate!("./migrations").run(&mut connection).await?;
        if !belongs_to(&mut connection, &keys).await? {
            let pepper = keys.pepper_file().unwrap_or(Path::new("pepper")).to_owned();
            return Err(PepperProblem::Other { database, pepper }.into());
        }
        let was_plain = conversion::seal_what_is_plain(&mut connection, &keys).await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            // The file is local: a connection to it does not go stale, and asking costs a round trip.
            .test_before_acquire(false)
            .connect_with(options.clone().pragma("query_only", "ON"))
            .await?;
        let keys = Arc::new(keys);
        let announcer = Announcer::default();
        let space = Arc::new(DiskSpace::beside(&database));
        let sessions = Arc::<SessionCache>::default();
        let connection = WriterConnection::watching(connection, options).await?;
        let store = Self {
            writer: WriterQueue::start(
                connection,
                keys.clone(),
                announcer.clone(),
                space.clone(),
                sessions.clone(),
            ),
            reader: StoreReader {
                readers,
                keys,
                clock,
                sessions,
            },
            announcer,
            space,
        };
        if was_plain {
            store.compact().await?;
        }
        Ok(store)
    }
}

/// Whether it is this pepper's database. One of an older version, which did not write that down, is asked for what it
/// has sealed; then it is written down.
async fn belongs_to(connection: &mut SqliteConnection, keys: &Keys) -> Result<bool, StoreError> {
    let known: Option<Vec<u8>> = sqlx::query_scalar("SELECT pepper_check FROM installation")
        .fetch_optional(&mut *connection)
        .await?;
    if let Some(known) = known {
        return Ok(known == keys.pepper_check());
    }
    for sealed in [
        "SELECT id, municipality FROM slots LIMIT 1",
        "SELECT hash, municipality FROM invitations LIMIT 1",
    ] {
        let row = sqlx::query(sealed).fetch_optional(&mut *connection).await?;
        if let Some(row) = row
            && keys
                .open_municipality(row.try_get(1)?, row.try_get(0)?)
                .is_err()
        {
            return Ok(false);
        }
    }
    sqlx::query("INSERT INTO installation (id, pepper_check) VALUES (1, ?)")
        .bind(&keys.pepper_check()[..])
        .execute(connection)
        .await?;
    Ok(true)
}

/// The file that the database is in.
pub(super) fn file_of(url: &str) -> Result<PathBuf, StoreError> {
    Ok(connect_options(url)?.get_filename().to_owned())
}

/// Only what names a file: the library would take any other address for a file's name, and what is kept in memory is lost.
fn connect_options(url: &str) -> Result<SqliteConnectOptions, StoreError> {
    let scheme = url.split(':').next().unwrap_or_default();
    if scheme != "sqlite" || url.contains(":memory:") || url.contains("mode=memory") {
        let scheme = scheme.to_owned();
        return Err(StoreError::UnknownDatabase { scheme });
    }
    Ok(SqliteConnectOptions::from_str(url)?)
}

fn options(url: &str) -> Result<SqliteConnectOptions, StoreError> {
    Ok(connect_options(url)?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_millis(PATIENCE_MS.into()))
        .pragma("secure_delete", "ON"))
}

/// Makes folder and file for the owner only; SQLite gives the log the rights of the file. What is there already is
/// made so, but for a folder that also holds what is not ours.
fn keep_private(database: &Path) -> std::io::Result<()> {
    let parent = make_folder(database)?;
    if !database.exists() {
        secrets::create_private(database)?;
    }
    #[cfg(unix)]
    narrow(database, parent.unwrap_or(Path::new(".")))?;
    Ok(())
}

/// Makes the folder that the database is in, for the owner only; which one, where the path names one.
pub(super) fn make_folder(database: &Path) -> std::io::Result<Option<&Path>> {
    let parent = database
        .parent()
        .filter(|path| !path.as_os_str().is_empty());
    if let Some(folder) = parent {
        secrets::create_private_directory(folder)?;
    }
    Ok(parent)
}

#[cfg(unix)]
fn narrow(database: &Path, folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let is_open = |path: &Path| {
        let mode = fs::metadata(path).map(|known| known.permissions().mode());
        mode.is_ok_and(|mode| mode & 0o077 != 0)
    };
    let to = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode));
    let name = database.file_name().unwrap_or_default();
    for file in ["", "-wal", "-shm"] {
        let mut name = name.to_owned();
        name.push(file);
        let path = folder.join(name);
        if is_open(&path) {
            to(&path, 0o600)?;
        }
    }
    if !is_open(folder) {
        return Ok(());
    }
    let name = name.to_string_lossy();
    let mut is_ours = true;
    for entry in fs::read_dir(folder)? {
        is_ours &= entry?.file_name().to_string_lossy().starts_with(&*name);
    }
    if is_ours && to(folder, 0o700).is_ok() {
        return Ok(());
    }
    tracing::warn!(
        folder = %folder.display(),
        "others than its owner can look into the database's folder; give the database one of its own"
    );
    Ok(())
}
