//! The only SQL. One writer commits in groups; readers look at committed rows only.

mod after_words;
mod backup;
mod ballots;
mod casting;
mod catalogue;
mod checkup;
mod claim;
mod columns;
mod comments;
mod conversion;
mod course;
mod create;
mod deletion;
mod evaluation;
mod forum;
mod identities;
mod initiatives;
mod interests;
mod invitations;
mod joining;
mod lists;
mod look_ups;
mod names;
mod newcomers;
mod news;
mod opening;
mod participant;
mod preparation;
mod presenter_sessions;
mod questions;
mod rehearsal;
mod requests;
mod retention;
mod roll;
mod rounds;
mod seats;
mod series;
mod session_cache;
mod signups;
mod space;
mod stated;
mod steps;
mod survey_slides;
mod surveys;
mod tidying;
mod vendor;
mod vendor_account;
mod webinar_reads;
mod webinar_results;
mod webinar_writes;
mod wishes;
mod write_transaction;
mod writer;

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use barometer_domain::audience_question::QuestionBoard;
use barometer_domain::barometer::Turnout;
use barometer_domain::catalogue::Catalogue;
use barometer_domain::financing::{PublicSums, RequestState};
use barometer_domain::ids::{Millis, RequestId};
use barometer_domain::refusal::Refusal;
use sqlx::sqlite::SqlitePool;

pub use backup::{BadCopy, ContentCount};
pub use checkup::Checkup;
pub use claim::{ClaimError, DatabaseClaim};
pub use comments::CommentWriter;
pub use course::{Barometer, ClosedWith, WebinarState};
pub use create::{ImportedWebinar, NewRequest, NewWebinar};
pub use look_ups::LookUpLog;
pub use news::{DueDelivery, DueNewsMail, NewsReader, NewsWish};
pub use opening::{Beginning, PepperProblem};
pub use participant::Participant;
pub use preparation::WebinarPreparation;
pub use questions::{OwnQuestions, WebinarQuestions};
pub use requests::{OwnStanding, TableFile};
pub use retention::RetentionRun;
pub use signups::SignupState;
pub use stated::OwnStatement;
pub use steps::SystemStep;
pub use surveys::{StoredSurvey, SurveyTurnout};
pub use vendor::LoggedIn;
pub use vendor_account::SealedForKey;
pub use wishes::{SentWish, WishContent, WishReceipt, WishStatus, slot as wish_slot};
pub use write_transaction::{Announcement, ShownWhen};

use crate::clock::StageClock;
use crate::secrets::Keys;
use session_cache::SessionCache;
use space::DiskSpace;
use write_transaction::Announcer;
use writer::WriterQueue;

/// Everything the views of one webinar are computed from, read in one transaction.
#[derive(Clone, Debug)]
pub struct WebinarSnapshot {
    /// Plan, progress and barometer as they were read.
    pub course: WebinarState,
    /// Whether a countdown runs that another process over the same data measures.
    pub countdown_elsewhere: bool,
    /// Its texts, which phones keep under their hash.
    pub catalogue: Catalogue,
    /// How many have voted; frozen at the close.
    pub turnout: Turnout,
    /// How many have joined to watch and cannot vote.
    pub observers: u32,
    /// Commitments in sums, by request.
    pub sums: BTreeMap<RequestId, PublicSums>,
    /// How far each request has come.
    pub states: BTreeMap<RequestId, RequestState>,
    /// What participants ask.
    pub questions: QuestionBoard,
    /// How often names were looked at.
    pub look_ups: u32,
    /// Whether the log of that is broken.
    pub log_broken: bool,
}

/// Why the store did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// By the rules of the domain.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// By the database, unforeseen; answered with 500.
    #[error("database: {0}")]
    Sql(#[from] sqlx::Error),
    /// By the database's schema: it is of a later version, or was changed.
    #[error("migration: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// By a stored document that does not read as what it should be.
    #[error("stored document: {0}")]
    Json(#[from] serde_json::Error),
    /// By a file beside the pepper.
    #[error("secrets: {0}")]
    Secrets(#[from] std::io::Error),
    /// By a pepper that is missing, or not this database's.
    #[error(transparent)]
    Pepper(#[from] PepperProblem),
    /// By a copy that is no database of this server.
    #[error(transparent)]
    Copy(#[from] BadCopy),
    /// By another process that serves the same database.
    #[error(transparent)]
    Claim(#[from] ClaimError),
    /// By an address that names no file of SQLite's.
    #[error(
        "DATABASE_URL must name a file, as sqlite:data/barometer.db does; this server knows no {scheme:?} database"
    )]
    UnknownDatabase {
        /// What stands before the first colon; the rest may be a password.
        scheme: String,
    },
    /// By a row that this program did not write, or another pepper.
    #[error("stored row: {0}")]
    Row(&'static str),
}

impl From<crate::secrets::WrongPepper> for StoreError {
    fn from(_: crate::secrets::WrongPepper) -> Self {
        Self::Row("what is sealed does not open with this pepper")
    }
}

/// The database as far as it can be read. Handlers get no more than this: what they change, they change through the
/// rooms.
#[derive(Clone)]
pub struct StoreReader {
    readers: SqlitePool,
    keys: Arc<Keys>,
    clock: StageClock,
    sessions: Arc<SessionCache>,
}

/// The database behind its one writer.
#[derive(Clone)]
pub struct Store {
    reader: StoreReader,
    writer: WriterQueue,
    announcer: Announcer,
    space: Arc<DiskSpace>,
}

impl Store {
    /// From now on `listener` hears which views each commit changed, before whoever wrote is answered.
    pub fn on_commit(&self, listener: impl Fn(&Announcement) + Send + Sync + 'static) {
        self.announcer.listen(Box::new(listener));
    }

    /// From now on some of the disk is kept free for the close and the reveal, should it become full.
    pub fn keep_reserve(&self) {
        self.space.keep_reserve();
    }
}

impl Deref for Store {
    type Target = StoreReader;

    fn deref(&self) -> &StoreReader {
        &self.reader
    }
}

/// The computer's clock, for what is written on record and for people to read. What is counted down is measured by the
/// [`StageClock`].
pub fn now() -> Millis {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    Millis::try_from(since.as_millis()).unwrap_or(Millis::MAX)
}
