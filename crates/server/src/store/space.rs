//! Room on the disk. A full disk ends nothing: what cannot be written is refused, and a reserve is freed first, so that the
//! vote that is open can still be closed and its result shown.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use barometer_domain::refusal::Refusal;

use super::StoreError;

/// What the reserve holds, in bytes: the writes of some thousand votes.
const RESERVE: u64 = 8 * 1024 * 1024;
/// With less than this free, in bytes, the reserve goes; and with the reserve gone, only the stage's own steps are
/// written. A full batch of votes writes about as much.
const SCARCE: u64 = 4 * 1024 * 1024;
/// When to come back to a full disk, in milliseconds.
const RETRY_AFTER_MS: u32 = 5_000;

/// How SQLite says that nothing more fits: `SQLITE_FULL`, and the failed writes of a quota and of the log's index
/// (`SQLITE_IOERR_WRITE`, `SQLITE_IOERR_SHMSIZE`).
const FULL: [&str; 3] = ["13", "778", "4874"];
/// And that what was written may not be on the disk: `SQLITE_IOERR_FSYNC`, `SQLITE_IOERR_DIR_FSYNC`.
const NOT_SYNCED: [&str; 2] = ["1034", "1290"];

/// What is left of the disk that the database is on.
pub(super) struct DiskSpace {
    database: PathBuf,
    /// How many bytes are free.
    free: Box<dyn Fn() -> u64 + Send + Sync>,
    reserve: PathBuf,
    /// Whether a reserve is to be there: a server keeps one, a command that runs for a second does not.
    keeps_reserve: AtomicBool,
}

impl DiskSpace {
    /// Of the disk that this file is on.
    pub(super) fn beside(database: &Path) -> Self {
        let mut reserve = database.as_os_str().to_owned();
        reserve.push("-reserve");
        let folder = database
            .parent()
            .filter(|path| !path.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new(".")).to_owned();
        Self {
            database: database.to_owned(),
            free: Box::new(move || free_bytes(&folder)),
            reserve: reserve.into(),
            keeps_reserve: AtomicBool::new(false),
        }
    }

    /// From now on a reserve is kept, as soon as there is room for it.
    pub(super) fn keep_reserve(&self) {
        self.keeps_reserve.store(true, Ordering::Relaxed);
        self.look();
    }

    /// Frees or remakes the reserve as the disk's free space asks for. Whether only the stage's steps may be written.
    pub(super) fn look(&self) -> bool {
        let free = (self.free)();
        if free >= SCARCE {
            if self.keeps_reserve.load(Ordering::Relaxed)
                && free >= RESERVE + 2 * SCARCE
                && !self.reserve.exists()
            {
                self.make_reserve();
            }
            false
        } else {
            !self.free_reserve()
        }
    }

    /// Whether the database can be written anew, beside itself and through its log.
    pub(super) fn has_room_to_rewrite(&self) -> bool {
        let size = fs::metadata(&self.database).map_or(0, |file| file.len());
        (self.free)() >= size.saturating_mul(2).saturating_add(SCARCE)
    }

    /// What whoever asks for more than fits is told.
    pub(super) fn refusal() -> Refusal {
        Refusal::StorageFull {
            retry_after_ms: RETRY_AFTER_MS,
        }
    }

    /// Gives the reserve's room back. Whether there was any.
    pub(super) fn free_reserve(&self) -> bool {
        let is_freed = fs::remove_file(&self.reserve).is_ok();
        if is_freed {
            tracing::error!(reserve = %self.reserve.display(), "the disk is almost full; its reserve was freed");
        }
        is_freed
    }

    fn make_reserve(&self) {
        if let Err(error) = allocate(&self.reserve) {
            tracing::warn!(%error, "no space on the disk could be kept in reserve");
            let _ = fs::remove_file(&self.reserve);
        }
    }
}

/// Whether the file's state on the disk is unknown after this error: then nothing may be answered any more.
pub(super) fn is_sync_failure(error: &StoreError) -> bool {
    has_code(error, &NOT_SYNCED)
}

/// Whether nothing more fits.
pub(super) fn is_full(error: &StoreError) -> bool {
    let is_told = matches!(error, StoreError::Refused(Refusal::StorageFull { .. }));
    is_told || has_code(error, &FULL)
}

fn has_code(error: &StoreError, codes: &[&str]) -> bool {
    let StoreError::Sql(sqlx::Error::Database(error)) = error else {
        return false;
    };
    error
        .code()
        .is_some_and(|code| codes.contains(&code.as_ref()))
}

/// Makes the file and gives it its blocks, which a file of zeros need not have.
fn allocate(path: &Path) -> io::Result<()> {
    let file = crate::secrets::create_private(path)?;
    #[cfg(target_os = "linux")]
    rustix::fs::fallocate(&file, rustix::fs::FallocateFlags::empty(), 0, RESERVE)?;
    #[cfg(not(target_os = "linux"))]
    io::copy(&mut io::Read::take(io::repeat(0xA5), RESERVE), &mut &file)?;
    file.sync_all()
}

/// What is free for us on the disk of this folder; everything where that cannot be asked.
fn free_bytes(folder: &Path) -> u64 {
    #[cfg(unix)]
    if let Ok(disk) = rustix::fs::statvfs(folder) {
        return disk.f_bavail.saturating_mul(disk.f_frsize);
    }
    let _ = folder;
    u64::MAX
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::AtomicU64;

    use sqlx::Executor;

    use super::super::Store;
    use super::*;
    use crate::secrets::Keys;

    async fn store_in(folder: &Path) -> Store {
        let url = format!("sqlite:{}", folder.join("barometer.db").display());
        let store = Store::open(&url, Keys::derive(&[1; 32])).await.unwrap();
        run(&store, "CREATE TABLE filler (bytes BLOB)")
            .await
            .unwrap();
        store
    }

    async fn run(store: &Store, sql: &'static str) -> Result<(), StoreError> {
        let written = store.writer.write(move |connection| {
            Box::pin(async move {
                connection.execute(sql).await?;
                Ok(())
            })
        });
        written.await
    }

    async fn rows(store: &Store) -> u32 {
        sqlx::query_scalar("SELECT count(*) FROM filler")
            .fetch_one(&store.readers)
            .await
            .unwrap()
    }

    fn is_refused_for_space(answer: &Result<(), StoreError>) -> bool {
        matches!(answer, Err(StoreError::Refused(refusal)) if *refusal == DiskSpace::refusal())
    }

    /// The connection may not let the database grow by another page, which SQLite takes for a full disk. It lasts until
    /// the writer has a new connection: then there is room again.
    const NO_MORE_PAGES: &str = "PRAGMA max_page_count = 1";
    const GROW: &str = "INSERT INTO filler VALUES (zeroblob(1000000))";

    #[tokio::test]
    async fn what_does_not_fit_is_refused_and_all_goes_on_when_there_is_room() {
        let folder = tempfile::tempdir().unwrap();
        let store = store_in(folder.path()).await;
        let reserve = folder.path().join("barometer.db-reserve");
        store.keep_reserve();
        assert!(reserve.exists());
        run(&store, NO_MORE_PAGES).await.unwrap();
        let grown = run(&store, GROW).await;
        assert!(is_refused_for_space(&grown), "{grown:?}");
        assert!(!reserve.exists(), "the reserve is freed");
        run(&store, GROW).await.unwrap();
        assert_eq!(rows(&store).await, 1, "what was refused was not written");
        store.stop().await;
    }

    #[tokio::test]
    async fn whoever_is_written_together_with_what_does_not_fit_is_refused_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let store = store_in(folder.path()).await;
        run(&store, NO_MORE_PAGES).await.unwrap();
        let small = || run(&store, "INSERT INTO filler VALUES (1)");
        let (first, grown, last) = tokio::join!(small(), run(&store, GROW), small());
        assert!(is_refused_for_space(&grown), "{grown:?}");
        let mut kept = 0;
        for answer in [first, last] {
            assert!(
                answer.is_ok() || is_refused_for_space(&answer),
                "{answer:?}"
            );
            kept += u32::from(answer.is_ok());
        }
        assert_eq!(
            rows(&store).await,
            kept,
            "what is acknowledged is there, and nothing else"
        );
        store.stop().await;
    }

    #[test]
    fn with_little_left_the_reserve_goes_first_and_then_only_the_stage_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let free = Arc::new(AtomicU64::new(100 * SCARCE));
        let told = free.clone();
        let space = DiskSpace {
            free: Box::new(move || told.load(Ordering::Relaxed)),
            ..DiskSpace::beside(&folder.path().join("barometer.db"))
        };
        let reserve = folder.path().join("barometer.db-reserve");
        let only_stage_with = |bytes| {
            free.store(bytes, Ordering::Relaxed);
            space.look()
        };
        assert!(only_stage_with(SCARCE - 1), "without a reserve");
        space.keep_reserve();
        assert!(!reserve.exists(), "there is no room for one");
        assert!(!only_stage_with(RESERVE + 2 * SCARCE));
        assert!(reserve.exists());
        assert!(!only_stage_with(SCARCE - 1), "the reserve is freed first");
        assert!(!reserve.exists());
        assert!(only_stage_with(SCARCE - 1));
        assert!(!only_stage_with(SCARCE));
        assert!(!reserve.exists(), "there is not enough to keep any back");
        assert!(!only_stage_with(100 * SCARCE));
        assert!(reserve.exists());
    }

    #[test]
    fn the_reserve_has_its_blocks() {
        let folder = tempfile::tempdir().unwrap();
        let reserve = folder.path().join("reserve");
        allocate(&reserve).unwrap();
        let file = fs::metadata(&reserve).unwrap();
        assert_eq!(file.len(), RESERVE);
        #[cfg(target_os = "linux")]
        assert!(std::os::unix::fs::MetadataExt::blocks(&file) * 512 >= RESERVE);
    }
}
