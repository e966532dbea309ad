//! What shows the order of votes is cleared away: the write-ahead log, and the order in which pages were filled.
//!
//! A reader that is still looking holds the log up. That is seen, said, and tried again until it is done.

use std::time::Duration;

use super::writer::{TidyOutcome, WeakWriter};
use super::{Store, StoreError};

/// The first pause before a log that was held up is tried again; doubled up to [`LONGEST_PAUSE`].
const FIRST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

/// What is said where there is no room for a second copy.
const NO_SPACE: &str = "the disk has no room to write the database anew: until then it shows in which order things were written";

impl Store {
    /// Writes the file anew, each table in the order of its keys and without what was deleted, and empties the
    /// write-ahead log: then the one file is all there is, and nothing in it tells what was written when. What is held
    /// up is said, and done later.
    pub(super) async fn compact(&self) -> Result<(), StoreError> {
        let tidied = self.writer.compact().await;
        self.see_to(tidied)
    }

    /// Empties the write-ahead log; what is held up is said, and done later.
    pub(super) async fn empty_log(&self) -> Result<(), StoreError> {
        let tidied = self.writer.truncate_log().await;
        self.see_to(tidied)
    }

    /// Ends calmly: the file is left as [`Self::compact`] leaves it, and nothing is written any more.
    pub async fn stop(self) {
        // Whoever still reads would hold up the log.
        self.readers.close().await;
        match self.writer.compact().await {
            Ok(TidyOutcome::Done) => {}
            Ok(TidyOutcome::HeldUp) => tracing::error!(
                "another process reads the database: its log is left, and shows the order of what was written"
            ),
            Ok(TidyOutcome::NoSpace) => tracing::error!("{NO_SPACE}"),
            Err(error) => tracing::error!(%error, "the database could not be written anew"),
        }
    }

    fn see_to(&self, tidied: Result<TidyOutcome, StoreError>) -> Result<(), StoreError> {
        match tidied {
            Ok(TidyOutcome::Done) => return Ok(()),
            Ok(TidyOutcome::HeldUp) => {
                tracing::warn!(
                    "a reader holds up the database's log; trying again until it is empty"
                );
            }
            Ok(TidyOutcome::NoSpace) => tracing::error!("{NO_SPACE}; trying again"),
            Err(error) => {
                tokio::spawn(try_again(self.writer.downgrade()));
                return Err(error);
            }
        }
        tokio::spawn(try_again(self.writer.downgrade()));
        Ok(())
    }
}

/// Until it is done, or the store is gone.
async fn try_again(writer: WeakWriter) {
    let mut pause = FIRST_PAUSE;
    loop {
        tokio::time::sleep(pause).await;
        let Some(writer) = writer.upgrade() else {
            return;
        };
        match writer.compact().await {
            Ok(TidyOutcome::Done) => {
                tracing::info!("the database's log is empty");
                return;
            }
            Ok(TidyOutcome::HeldUp) => tracing::warn!("the database's log is still held up"),
            Ok(TidyOutcome::NoSpace) => tracing::error!("{NO_SPACE}"),
            Err(error) => tracing::error!(%error, "the database could not be written anew"),
        }
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}
