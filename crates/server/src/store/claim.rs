//! One server per database. A second one would take the first one's countdown for lost and close its vote.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::opening::{file_of, make_folder};
use super::{Store, StoreError};

/// That this process serves a database, for as long as it is kept. The system takes it back when the process ends, however
/// it ends.
#[derive(Debug)]
pub struct DatabaseClaim {
    _lock: File,
}

/// Why there is no claim.
#[derive(Debug, thiserror::Error)]
pub enum ClaimError {
    /// Another process has it.
    #[error(
        "the database {} is served by another process already: stop that one first, or start with another database",
        database.display()
    )]
    Taken {
        /// The file of the database.
        database: PathBuf,
    },
    /// The file that is locked cannot be made or locked.
    #[error("{}: {error}", lock.display())]
    Unlockable {
        /// That file.
        lock: PathBuf,
        /// Why not.
        error: io::Error,
    },
}

impl Store {
    /// Claims the database at `url` for this process, before anything in it is touched.
    pub fn claim(url: &str) -> Result<DatabaseClaim, StoreError> {
        let database = file_of(url)?;
        make_folder(&database)?;
        let lock = lock_of(&database);
        let unlockable = |error| ClaimError::Unlockable {
            lock: lock.clone(),
            error,
        };
        let file = open_private(&lock).map_err(unlockable)?;
        match file.try_lock() {
            Ok(()) => Ok(DatabaseClaim { _lock: file }),
            Err(TryLockError::WouldBlock) => Err(ClaimError::Taken { database }.into()),
            Err(TryLockError::Error(error)) => Err(unlockable(error).into()),
        }
    }
}

/// Beside the database's true place, so that two ways to one file meet. Not the file itself: SQLite has locks of its own
/// on it, which the system drops when any handle on it is closed.
fn lock_of(database: &Path) -> PathBuf {
    let true_place = fs::canonicalize(database);
    let mut lock = true_place.unwrap_or_else(|_| database.to_owned());
    let mut name = lock.file_name().unwrap_or_default().to_owned();
    name.push("-lock");
    lock.set_file_name(name);
    lock
}

fn open_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
