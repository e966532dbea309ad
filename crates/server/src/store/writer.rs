//! The one writer: takes what waits in the queue, does it in one transaction, answers after the commit.

mod gathered;

use std::sync::Arc;
use std::time::Duration;

use barometer_domain::refusal::Refusal;
use barometer_domain::wire::Receipt;
use futures_util::future::BoxFuture;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection, Row, SqliteConnection};
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, sleep_until};

use super::StoreError;
use super::casting::ArrivingBallot;
use super::newcomers::Newcomer;
use super::session_cache::{self, EndedSessions, SessionCache};
use super::space::{self, DiskSpace};
use super::write_transaction::{Announcement, Announcer, WriteTransaction};
use crate::secrets::Keys;
use crate::telemetry::BatchTimer;
use crate::vital;
use gathered::Gathered;

/// How much may wait. A full queue is answered with "busy", never with a loss.
const QUEUE: usize = 16_384;
/// How much goes into one transaction at most.
const BATCH: usize = 1_024;
/// Between two transactions of what may wait: a room's questions and supports, each committed for itself, would have every
/// other vote wait for the sync of one.
const LATER_PACE: Duration = Duration::from_millis(200);
/// What has waited for longer than this goes before the votes.
const LATER_AT_LAST: Duration = Duration::from_secs(1);
/// What whoever comes to a full queue is told: to come back in a second.
const BUSY: Refusal = Refusal::Busy {
    retry_after_ms: 1_000,
};

/// How long the writer waits for another process, in milliseconds; a checkpoint waits less.
pub(super) const PATIENCE_MS: u32 = 5_000;
const CHECKPOINT_PATIENCE_MS: u32 = 200;

type ReplySender<T> = oneshot::Sender<Result<T, StoreError>>;
/// Says how a piece of work went, once it is known whether the transaction was committed.
type SettleReply = Box<dyn FnOnce(Result<(), StoreError>) + Send>;
/// Work that waits: done over a connection, or refused without one.
type QueuedWork = Box<
    dyn for<'c> FnOnce(Result<&'c mut SqliteConnection, Refusal>) -> BoxFuture<'c, WorkDone> + Send,
>;

/// What a piece of work came to.
struct WorkDone {
    settle: SettleReply,
    /// What it announces if the transaction is committed.
    announcement: Announcement,
    /// Whether it failed because the disk is full.
    found_no_space: bool,
}

enum WriterJob {
    Cast(ArrivingBallot, ReplySender<Receipt>),
    /// Answered with the round that the barometer is in.
    LetIn(Newcomer, ReplySender<u32>),
    QueuedWork(QueuedWork),
    /// A step of the presenter's or of the clock's: written also where nothing else may be.
    StageWork(QueuedWork),
    TruncateLog(ReplySender<TidyOutcome>),
    Compact(ReplySender<TidyOutcome>),
}

impl WorkDone {
    /// Work that announces nothing itself.
    fn settled_by(settle: SettleReply) -> Self {
        Self {
            settle,
            announcement: Announcement::default(),
            found_no_space: false,
        }
    }

    /// Work that failed together with its batch, and hears why when that is settled.
    fn never<T: Send + 'static>(reply: ReplySender<T>) -> Self {
        Self::settled_by(Box::new(move |committed| {
            let _ = reply.send(committed.and(Err(BUSY.into())));
        }))
    }
}

impl WriterJob {
    /// Answers that it is not done.
    async fn refuse(self, refusal: Refusal) {
        match self {
            Self::Cast(_, reply) => {
                let _ = reply.send(Err(refusal.into()));
            }
            Self::LetIn(_, reply) => {
                let _ = reply.send(Err(refusal.into()));
            }
            Self::QueuedWork(work) | Self::StageWork(work) => {
                (work(Err(refusal)).await.settle)(Ok(()));
            }
            Self::TruncateLog(reply) | Self::Compact(reply) => {
                let _ = reply.send(Err(refusal.into()));
            }
        }
    }

    /// Whether it is done also where the disk has room for the stage's steps only.
    fn fits_into_reserve(&self) -> bool {
        !matches!(self, Self::Cast(..) | Self::LetIn(..) | Self::QueuedWork(_))
    }
}

/// How far clearing away went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TidyOutcome {
    /// The write-ahead log is empty.
    Done,
    /// A reader that is still looking keeps the log as it is.
    HeldUp,
    /// The disk has no room for a second copy of the database.
    NoSpace,
}

/// A handle on the writer's queue.
#[derive(Clone)]
pub(super) struct WriterQueue {
    queue: mpsc::Sender<WriterJob>,
    later: mpsc::Sender<WriterJob>,
}

/// A handle that does not keep the writer from ending.
pub(super) struct WeakWriter {
    queue: mpsc::WeakSender<WriterJob>,
    later: mpsc::WeakSender<WriterJob>,
}

impl WeakWriter {
    /// The writer, if it is still there.
    pub(super) fn upgrade(&self) -> Option<WriterQueue> {
        let (queue, later) = (self.queue.upgrade()?, self.later.upgrade()?);
        Some(WriterQueue { queue, later })
    }
}

impl WriterQueue {
    /// Starts the writer on its own connection; it ends when the last handle is gone.
    pub(super) fn start(
        connection: WriterConnection,
        keys: Arc<Keys>,
        announcer: Announcer,
        space: Arc<DiskSpace>,
        sessions: Arc<SessionCache>,
    ) -> Self {
        let (queue, jobs) = mpsc::channel(QUEUE);
        let (later, waiting) = mpsc::channel(QUEUE);
        let context = WriterContext {
            keys,
            announcer,
            space,
            sessions,
        };
        let queues = WaitingJobs {
            jobs,
            later: waiting,
            not_before: Instant::now(),
        };
        vital::spawn("writer", run(connection, context, queues));
        Self { queue, later }
    }

    /// Hands in a ballot; answered with its receipt once it is committed.
    pub(super) async fn cast(&self, arrival: ArrivingBallot) -> Result<Receipt, StoreError> {
        self.ask(|reply| WriterJob::Cast(arrival, reply)).await
    }

    /// Hands in somebody new; answered with the barometer's round once they have their place.
    pub(super) async fn let_in(&self, newcomer: Newcomer) -> Result<u32, StoreError> {
        self.ask(|reply| WriterJob::LetIn(newcomer, reply)).await
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
        self.ask(|reply| WriterJob::QueuedWork(Self::queued(work, reply)))
            .await
    }

    /// The same for what can wait for a moment: what comes within [`LATER_PACE`] is committed together, beside the votes.
    pub(super) async fn write_later<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: for<'t, 'c> FnOnce(&'t mut WriteTransaction<'c>) -> BoxFuture<'t, Result<T, StoreError>>
            + Send
            + 'static,
    {
        Self::ask_in(&self.later, |reply| {
            WriterJob::QueuedWork(Self::queued(work, reply))
        })
        .await
    }

    /// The same for a step of the presenter's or of the clock's, which the disk's reserve is for.
    pub(super) async fn write_for_stage<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: for<'t, 'c> FnOnce(&'t mut WriteTransaction<'c>) -> BoxFuture<'t, Result<T, StoreError>>
            + Send
            + 'static,
    {
        self.ask(|reply| WriterJob::StageWork(Self::queued(work, reply)))
            .await
    }

    fn queued<T, F>(work: F, reply: ReplySender<T>) -> QueuedWork
    where
        T: Send + 'static,
        F: for<'t, 'c> FnOnce(&'t mut WriteTransaction<'c>) -> BoxFuture<'t, Result<T, StoreError>>
            + Send
            + 'static,
    {
        Box::new(move |connection| Box::pin(apart(connection, work, reply)))
    }

    /// A handle that does not keep the writer from ending.
    pub(super) fn downgrade(&self) -> WeakWriter {
        WeakWriter {
            queue: self.queue.downgrade(),
            later: self.later.downgrade(),
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
        Self::ask_in(&self.queue, job).await
    }

    async fn ask_in<T>(
        queue: &mpsc::Sender<WriterJob>,
        job: impl FnOnce(ReplySender<T>) -> WriterJob,
    ) -> Result<T, StoreError> {
        let (reply, answer) = oneshot::channel();
        queue.try_send(job(reply)).map_err(|_| BUSY)?;
        let answer = answer.await.unwrap_or(Err(BUSY.into()));
        answer.map_err(|error| match error {
            error if space::is_full(&error) => DiskSpace::refusal().into(),
            error => error,
        })
    }
}

/// Runs one piece of work in a savepoint of its own, so that it cannot spoil its neighbours.
async fn apart<T, F>(
    connection: Result<&mut SqliteConnection, Refusal>,
    work: F,
    reply: ReplySender<T>,
) -> WorkDone
where
    T: Send + 'static,
    F: for<'t, 'c> FnOnce(&'t mut WriteTransaction<'c>) -> BoxFuture<'t, Result<T, StoreError>>
        + Send,
{
    let outcome = async {
        let mut savepoint = connection?.begin().await?;
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
    let found_no_space = outcome.as_ref().is_err_and(space::is_full);
    let settle: SettleReply = Box::new(move |committed| {
        // Whoever asked may have gone; the work is done all the same.
        let _ = reply.send(committed.and(outcome));
    });
    WorkDone {
        settle,
        announcement,
        found_no_space,
    }
}

/// What is done between transactions.
#[derive(Default)]
struct BetweenTransactions {
    truncations: Vec<ReplySender<TidyOutcome>>,
    compactions: Vec<ReplySender<TidyOutcome>>,
}

/// The writer's connection, and how it is made.
pub(super) struct WriterConnection {
    pub(super) open: SqliteConnection,
    pub(super) options: SqliteConnectOptions,
}

impl WriterConnection {
    /// A connection that notes which sessions end.
    pub(super) async fn watching(
        mut open: SqliteConnection,
        options: SqliteConnectOptions,
    ) -> Result<Self, StoreError> {
        session_cache::watch(&mut open).await?;
        Ok(Self { open, options })
    }

    /// A transaction that SQLite undid by itself, as it may when the disk is full, leaves the library one level too deep:
    /// over that connection no other can begin.
    async fn renew(&mut self) {
        let renewed = async {
            let fresh = SqliteConnection::connect_with(&self.options).await?;
            Self::watching(fresh, self.options.clone()).await
        };
        match renewed.await {
            Ok(fresh) => {
                let old = std::mem::replace(&mut self.open, fresh.open);
                let _ = old.close().await;
            }
            Err(error) => tracing::error!(%error, "the database could not be opened again"),
        }
    }
}

/// What the writer works with, beside its connection.
struct WriterContext {
    keys: Arc<Keys>,
    announcer: Announcer,
    space: Arc<DiskSpace>,
    sessions: Arc<SessionCache>,
}

/// What waits for the writer.
struct WaitingJobs {
    jobs: mpsc::Receiver<WriterJob>,
    /// What goes together, a few times a second.
    later: mpsc::Receiver<WriterJob>,
    /// When that is next.
    not_before: Instant,
}

impl WaitingJobs {
    /// Takes what is next into the batch; `false` when nothing will come any more. Votes go first, unless others have
    /// waited for very long.
    async fn take(&mut self, batch: &mut Vec<WriterJob>) -> bool {
        if self.not_before.elapsed() > LATER_AT_LAST && self.take_later(batch, None) {
            return true;
        }
        let (later, not_before) = (&mut self.later, self.not_before);
        let due = async {
            sleep_until(not_before).await;
            later.recv().await
        };
        let first = tokio::select! {
            biased;
            taken = self.jobs.recv_many(batch, BATCH) => {
                if taken > 0 {
                    return true;
                }
                self.later.recv().await
            }
            first = due => first,
        };
        match first {
            Some(first) => self.take_later(batch, Some(first)),
            // Whoever holds one end holds both.
            None => self.jobs.recv_many(batch, BATCH).await > 0,
        }
    }

    /// Takes all that may wait, behind `first`; whether there was anything.
    fn take_later(&mut self, batch: &mut Vec<WriterJob>, first: Option<WriterJob>) -> bool {
        batch.extend(first);
        while batch.len() < BATCH
            && let Ok(job) = self.later.try_recv()
        {
            batch.push(job);
        }
        let is_any = !batch.is_empty();
        if is_any {
            self.not_before = Instant::now() + LATER_PACE;
        }
        is_any
    }
}

async fn run(mut connection: WriterConnection, context: WriterContext, mut waiting: WaitingJobs) {
    let space = &context.space;
    let mut batch = Vec::with_capacity(BATCH);
    while waiting.take(&mut batch).await {
        if space.look() {
            for job in batch.extract_if(.., |job| !job.fits_into_reserve()) {
                job.refuse(DiskSpace::refusal()).await;
            }
        }
        let mut after = BetweenTransactions::default();
        let timer = BatchTimer::start(waiting.jobs.len() + waiting.later.len());
        let open = &mut connection.open;
        if !write_batch(open, &context, &mut batch, &mut after, timer).await {
            connection.renew().await;
        }
        for reply in after.truncations {
            let _ = reply.send(truncate(&mut connection.open).await);
        }
        for reply in after.compactions {
            let compacted = if space.has_room_to_rewrite() {
                compact(&mut connection.open).await
            } else {
                Ok(TidyOutcome::NoSpace)
            };
            let _ = reply.send(compacted);
        }
    }
}

/// Does what is in the batch in one transaction and answers it; empties the batch. Whether it was committed.
async fn write_batch(
    connection: &mut SqliteConnection,
    context: &WriterContext,
    batch: &mut Vec<WriterJob>,
    after: &mut BetweenTransactions,
    mut timer: BatchTimer,
) -> bool {
    let mut done: Vec<WorkDone> = Vec::with_capacity(batch.len());
    let committed = commit(
        connection,
        &context.keys,
        batch,
        &mut done,
        after,
        &mut timer,
    );
    let error = match committed.await {
        Ok(ended) => {
            timer.finish();
            // Before anybody is answered: a session that has ended is refused from then on.
            context.sessions.forget(&ended);
            for work in &done {
                context.announcer.publish(&work.announcement);
            }
            for work in done {
                (work.settle)(Ok(()));
            }
            return true;
        }
        Err(error) => error,
    };
    BatchTimer::lose();
    tracing::error!(%error, "a batch was not written");
    let refusal = if space::is_full(&error) {
        context.space.free_reserve();
        DiskSpace::refusal()
    } else {
        BUSY
    };
    // Nothing was promised, and nothing of it is kept.
    for work in done {
        (work.settle)(Err(refusal.clone().into()));
    }
    for job in batch.drain(..) {
        job.refuse(refusal.clone()).await;
    }
    false
}

/// Answers with the sessions that ended.
///
/// # Errors
/// When nothing of the batch is kept. What was not even tried is left in it.
async fn commit(
    connection: &mut SqliteConnection,
    keys: &Arc<Keys>,
    batch: &mut Vec<WriterJob>,
    done: &mut Vec<WorkDone>,
    after: &mut BetweenTransactions,
    timer: &mut BatchTimer,
) -> Result<EndedSessions, StoreError> {
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    let mut gathered = Gathered::default();
    // Votes and newcomers end no session.
    let mut may_end_sessions = false;
    batch.reverse();
    while let Some(job) = batch.pop() {
        match job {
            WriterJob::Cast(arrival, reply) => gathered.casts.push((arrival, reply)),
            WriterJob::LetIn(newcomer, reply) => gathered.newcomers.push((newcomer, reply)),
            WriterJob::QueuedWork(work) | WriterJob::StageWork(work) => {
                gathered.write(&mut transaction, keys, done).await?;
                may_end_sessions = true;
                let work = work(Ok(&mut transaction)).await;
                let found_no_space = work.found_no_space;
                done.push(work);
                // SQLite may have undone the whole transaction by itself.
                if found_no_space {
                    return Err(DiskSpace::refusal().into());
                }
            }
            WriterJob::TruncateLog(reply) => after.truncations.push(reply),
            WriterJob::Compact(reply) => after.compactions.push(reply),
        }
    }
    gathered.write(&mut transaction, keys, done).await?;
    let ended = if may_end_sessions {
        session_cache::take_ended(&mut transaction).await?
    } else {
        EndedSessions::default()
    };
    timer.commits();
    if let Err(error) = transaction.commit().await {
        let error = StoreError::from(error);
        if space::is_sync_failure(&error) {
            // The file's state is unknown: answering over it would be a lie.
            tracing::error!(%error, "the database could not be synced to disk; stopping");
            std::process::abort();
        }
        return Err(error);
    }
    Ok(ended)
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
