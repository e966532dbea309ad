//! The one writer: takes what waits in the queue, does it in one transaction, answers after the commit.

use std::collections::BTreeSet;
use std::sync::Arc;

use barometer_domain::refusal::Refusal;
use barometer_domain::wire::Receipt;
use futures_util::future::BoxFuture;
use sqlx::{Connection, Row, SqliteConnection};
use tokio::sync::{mpsc, oneshot};

use super::casting::{self, ArrivingBallot};
use super::write_transaction::{Announcement, Announcer, WriteTransaction};
use super::{StoreError, now};
use crate::secrets::Keys;

/// How much may wait. A full queue is answered with "busy", never with a loss.
const QUEUE: usize = 16_384;
/// How much goes into one transaction at most.
const BATCH: usize = 1_024;
/// When to come back to a full queue, in milliseconds.
const RETRY_AFTER_MS: u32 = 1_000;

/// How long the writer waits for another process, in milliseconds; a checkpoint waits less.
pub(super) const PATIENCE_MS: u32 = 5_000;
const CHECKPOINT_PATIENCE_MS: u32 = 200;

type ReplySender<T> = oneshot::Sender<Result<T, StoreError>>;
/// Says how a piece of work went, once it is known whether the transaction was committed.
type SettleReply = Box<dyn FnOnce(Result<(), StoreError>) + Send>;
/// What a piece of work came to: how it is answered, and what it announces if the transaction is committed.
type WorkDone = (SettleReply, Announcement);
type QueuedWork =
    Box<dyn for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, WorkDone> + Send>;

enum WriterJob {
    Cast(ArrivingBallot, ReplySender<Receipt>),
    QueuedWork(QueuedWork),
    TruncateLog(ReplySender<TidyOutcome>),
    Compact(ReplySender<TidyOutcome>),
}

/// How far clearing away went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TidyOutcome {
    /// The write-ahead log is empty.
    Done,
    /// A reader that is still looking keeps the log as it is.
    HeldUp,
}

/// A handle on the writer's queue.
#[derive(Clone)]
pub(super) struct WriterQueue {
    queue: mpsc::Sender<WriterJob>,
}

/// A handle that does not keep the writer from ending.
pub(super) struct WeakWriter {
    queue: mpsc::WeakSender<WriterJob>,
}

impl WeakWriter {
    /// The writer, if it is still there.
    pub(super) fn upgrade(&self) -> Option<WriterQueue> {
        let queue = self.queue.upgrade()?;
        Some(WriterQueue { queue })
    }
}

impl WriterQueue {
    /// Starts the writer on its own connection; it ends when the last handle is gone.
    pub(super) fn start(
        connection: SqliteConnection,
        keys: Arc<Keys>,
        announcer: Announcer,
    ) -> Self {
        let (queue, jobs) = mpsc::channel(QUEUE);
        tokio::spawn(run(connection, keys, announcer, jobs));
        Self { queue }
    }

    /// Hands in a ballot; answered with its receipt once it is committed.
    pub(super) async fn cast(&self, arrival: ArrivingBallot) -> Result<Receipt, StoreError> {
        self.ask(|reply| WriterJob::Cast(arrival, reply)).await
    }

    /// Does a piece of work within a transaction; if it fails, nothing of it is kept. What it changes of what people
    /// see is announced after the commit, before it is answered.
    pub(super) async fn write<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: for<'t, 'c> FnOnce(&'t mut WriteTransaction<'c>) -> BoxFuture<'t, Result<T, StoreError>>
            + Send
            + 'static,
    {
        self.ask(|reply| {
            WriterJob::QueuedWork(Box::new(move |connection| {
                Box::pin(apart(connection, work, reply))
            }))
        })
        .await
    }

    /// A handle that does not keep the writer from ending.
    pub(super) fn downgrade(&self) -> WeakWriter {
        WeakWriter {
            queue: self.queue.downgrade(),
        }
    }

    /// Empties the write-ahead log, which until then shows the order of commits.
    pub(super) async fn truncate_log(&self) -> Result<TidyOutcome, StoreError> {
        self.ask(WriterJob::TruncateLog).await
    }

    /// Writes the file anew, in the order of keys and without what was deleted, and empties the write-ahead log.
    pub(super) async fn compact(&self) -> Result<TidyOutcome, StoreError> {
        self.ask(WriterJob::Compact).await
    }

    async fn ask<T>(&self, job: impl FnOnce(ReplySender<T>) -> WriterJob) -> Result<T, StoreError> {
        let busy = Refusal::Busy {
            retry_after_ms: RETRY_AFTER_MS,
        };
        let (reply, answer) = oneshot::channel();
        self.queue.try_send(job(reply)).map_err(|_| busy.clone())?;
        answer.await.unwrap_or(Err(busy.into()))
    }
}

/// Runs one piece of work in a savepoint of its own, so that it cannot spoil its neighbours.
async fn apart<T, F>(connection: &mut SqliteConnection, work: F, reply: ReplySender<T>) -> WorkDone
where
    T: Send + 'static,
    F: for<'t, 'c> FnOnce(&'t mut WriteTransaction<'c>) -> BoxFuture<'t, Result<T, StoreError>>
        + Send,
{
    let outcome = async {
        let mut savepoint = connection.begin().await?;
        let mut transaction = WriteTransaction::new(&mut savepoint);
        let value = work(&mut transaction).await?;
        let announcement = transaction.finish().await?;
        savepoint.commit().await?;
        Ok((value, announcement))
    };
    let (outcome, announcement) = match outcome.await {
        Ok((value, announcement)) => (Ok(value), announcement),
        Err(error) => (Err(error), Announcement::default()),
    };
    let settle: SettleReply = Box::new(move |committed| {
        // Whoever asked may have gone; the work is done all the same.
        let _ = reply.send(committed.and(outcome));
    });
    (settle, announcement)
}

/// What is done between transactions.
#[derive(Default)]
struct BetweenTransactions {
    truncations: Vec<ReplySender<TidyOutcome>>,
    compactions: Vec<ReplySender<TidyOutcome>>,
}

async fn run(
    mut connection: SqliteConnection,
    keys: Arc<Keys>,
    announcer: Announcer,
    mut jobs: mpsc::Receiver<WriterJob>,
) {
    let mut batch = Vec::with_capacity(BATCH);
    while jobs.recv_many(&mut batch, BATCH).await > 0 {
        let mut after = BetweenTransactions::default();
        match commit(&mut connection, &keys, &mut batch, &mut after).await {
            Ok(done) => {
                for (_, announcement) in &done {
                    announcer.publish(announcement);
                }
                for (settle, _) in done {
                    settle(Ok(()));
                }
            }
            // The jobs' replies are dropped, which callers see as "busy": nothing was promised.
            Err(error) => tracing::error!(%error, "a batch was not written"),
        }
        batch.clear();
        for reply in after.truncations {
            let _ = reply.send(truncate(&mut connection).await);
        }
        for reply in after.compactions {
            let _ = reply.send(compact(&mut connection).await);
        }
    }
}

async fn commit(
    connection: &mut SqliteConnection,
    keys: &Arc<Keys>,
    batch: &mut Vec<WriterJob>,
    after: &mut BetweenTransactions,
) -> Result<Vec<WorkDone>, StoreError> {
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    let mut done: Vec<WorkDone> = Vec::with_capacity(batch.len());
    let mut casts: Vec<(ArrivingBallot, ReplySender<Receipt>)> = Vec::new();
    for job in batch.drain(..) {
        match job {
            WriterJob::Cast(arrival, reply) => casts.push((arrival, reply)),
            WriterJob::QueuedWork(work) => {
                take_casts(&mut transaction, keys, &mut casts, &mut done).await?;
                done.push(work(&mut transaction).await);
            }
            WriterJob::TruncateLog(reply) => after.truncations.push(reply),
            WriterJob::Compact(reply) => after.compactions.push(reply),
        }
    }
    take_casts(&mut transaction, keys, &mut casts, &mut done).await?;
    if let Err(error) = transaction.commit().await {
        // After a failed sync the file's state is unknown: answering over it would be a lie.
        tracing::error!(%error, "the database could not be synced to disk; stopping");
        std::process::abort();
    }
    Ok(done)
}

async fn take_casts(
    connection: &mut SqliteConnection,
    keys: &Arc<Keys>,
    casts: &mut Vec<(ArrivingBallot, ReplySender<Receipt>)>,
    done: &mut Vec<WorkDone>,
) -> Result<(), StoreError> {
    if casts.is_empty() {
        return Ok(());
    }
    let (arrivals, replies): (Vec<_>, Vec<_>) = casts.drain(..).unzip();
    let webinars: BTreeSet<i64> = arrivals.iter().map(|arrival| arrival.webinar).collect();
    done.push((Box::new(|_| ()), Announcement::for_votes(webinars)));
    let answers = casting::take(connection, keys, &arrivals).await?;
    for (answer, reply) in answers.into_iter().zip(replies) {
        let keys = keys.clone();
        let settle: SettleReply = Box::new(move |committed| {
            let receipt = answer.map(|taken| Receipt {
                signature: keys.sign_receipt(taken.round, &taken.sent),
                ballot: taken.sent.cast,
                received_at: now(),
            });
            let _ = reply.send(committed.and(receipt.map_err(StoreError::from)));
        });
        done.push((settle, Announcement::default()));
    }
    Ok(())
}

/// A checkpoint that a reader holds up is no error to SQLite: it says so in its answer.
async fn truncate(connection: &mut SqliteConnection) -> Result<TidyOutcome, StoreError> {
    // Votes wait behind it, so it is not waited for long.
    set_patience(connection, CHECKPOINT_PATIENCE_MS).await?;
    let answer = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
        .fetch_one(&mut *connection)
        .await;
    set_patience(connection, PATIENCE_MS).await?;
    let is_busy: bool = answer?.try_get("busy")?;
    Ok(if is_busy {
        TidyOutcome::HeldUp
    } else {
        TidyOutcome::Done
    })
}

/// How long SQLite waits for others, in milliseconds.
async fn set_patience(connection: &mut SqliteConnection, ms: u32) -> Result<(), StoreError> {
    sqlx::query(sqlx::AssertSqlSafe(format!("PRAGMA busy_timeout = {ms}")))
        .execute(connection)
        .await?;
    Ok(())
}

async fn compact(connection: &mut SqliteConnection) -> Result<TidyOutcome, StoreError> {
    sqlx::query("VACUUM").execute(&mut *connection).await?;
    truncate(connection).await
}
