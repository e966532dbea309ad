//! Retention: personal data that has been kept long enough goes by itself, unless the clock has leapt.

use barometer_domain::date::Date;
use barometer_domain::ids::{Millis, WebinarCode};
use barometer_domain::vendor::RetentionNotice;
use sqlx::SqliteConnection;

use super::{Store, StoreError, StoreReader, deletion, forum, news, rehearsal, steps, wishes};

/// How long personal data is kept after a webinar's day, in months.
const MONTHS: u32 = 6;
/// A longer pause than this between two runs is more likely a wrong clock than a server that was off.
const LONGEST_PAUSE: Millis = 40 * 24 * 60 * 60 * 1000;

/// What a run of retention deleted, or why it did not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetentionRun {
    /// The personal data of so many webinars was deleted.
    Done(usize),
    /// Nothing was deleted: by the clock, the last run is longer ago than the server is ever expected to be off.
    Held {
        /// When the last run was, on the clock of then.
        last_run: Millis,
    },
}

impl StoreReader {
    /// What the vendor is told about deletion that waits.
    pub async fn retention_notice(&self) -> Result<RetentionNotice, StoreError> {
        let (last_run, held_since) = sqlx::query_as("SELECT last_run, held_since FROM retention")
            .fetch_one(&self.readers)
            .await?;
        Ok(RetentionNotice {
            last_run,
            held_since,
        })
    }

    /// Rehearsals that nobody has touched for a day, for whoever ends their streams first.
    pub async fn old_rehearsals(&self) -> Result<Vec<WebinarCode>, StoreError> {
        rehearsal::old(&mut *self.readers.acquire().await?).await
    }
}

impl Store {
    /// Deletes the personal data of webinars whose time has come by `at`, the server's clock; nothing, when the clock
    /// has leapt since the last run and nobody has confirmed it.
    pub async fn run_retention(&self, at: Millis) -> Result<RetentionRun, StoreError> {
        let held = self
            .writer
            .write(move |connection| Box::pin(async move { begin(connection, at).await }))
            .await?;
        if let Some(last_run) = held {
            return Ok(RetentionRun::Held { last_run });
        }
        let due = due(&mut *self.readers.acquire().await?, at).await?;
        for &webinar in &due {
            let keys = self.keys.clone();
            self.writer
                .write(move |connection| {
                    Box::pin(async move {
                        steps::close_for_good(connection, &keys, webinar).await?;
                        deletion::forget(connection, &keys, webinar).await
                    })
                })
                .await?;
        }
        let contacts = self
            .writer
            .write(move |connection| {
                Box::pin(async move {
                    let readers = news::forget_unconfirmed(connection, at).await?;
                    let of_wishes = wishes::forget_contacts(connection, at).await?;
                    Ok(readers + of_wishes + forum::forget_persons(connection, at).await?)
                })
            })
            .await?;
        if !due.is_empty() || contacts > 0 {
            self.writer.compact().await?;
        }
        Ok(RetentionRun::Done(due.len()))
    }

    /// An operator says that the clock is right: the next run deletes again.
    pub async fn confirm_retention(&self, at: Millis) -> Result<(), StoreError> {
        self.writer
            .write(move |connection| {
                Box::pin(async move {
                    sqlx::query("UPDATE retention SET last_run = ?, held_since = NULL")
                        .bind(at)
                        .execute(&mut **connection)
                        .await?;
                    Ok(())
                })
            })
            .await
    }
}

/// Notes the run, or that it is held; the answer is the last run when it is.
async fn begin(
    connection: &mut SqliteConnection,
    at: Millis,
) -> Result<Option<Millis>, StoreError> {
    let last_run: Option<Millis> = sqlx::query_scalar("SELECT last_run FROM retention")
        .fetch_one(&mut *connection)
        .await?;
    let leapt = last_run.filter(|last_run| at - last_run > LONGEST_PAUSE);
    let noted = match leapt {
        Some(_) => "UPDATE retention SET held_since = coalesce(held_since, ?)",
        None => "UPDATE retention SET last_run = ?, held_since = NULL",
    };
    sqlx::query(noted).bind(at).execute(connection).await?;
    Ok(leapt)
}

/// The webinars whose time has come: six months after their day. One that was never closed, or never opened, has no
/// end of its own: it waits as long after the last time that anybody moved it, so that a webinar which is late is not
/// taken for an abandoned one.
async fn due(connection: &mut SqliteConnection, at: Millis) -> Result<Vec<i64>, StoreError> {
    let due = sqlx::query_scalar(
        "SELECT w.id FROM webinars w JOIN barometers b ON b.webinar = w.id
         WHERE forgotten_at IS NULL AND reality = 'real' AND date(w.date, ?1) < ?2
           AND (phase IN ('closed', 'revealed')
                OR date(w.scene ->> 'since' / 1000, 'unixepoch', ?1) < ?2)",
    )
    .bind(format!("+{MONTHS} months"))
    .bind(Date::of_millis(at).to_string())
    .fetch_all(connection)
    .await?;
    Ok(due)
}
