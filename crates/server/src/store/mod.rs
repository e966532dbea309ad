//! The only SQL. One writer commits in groups; readers look at committed rows only.

mod ballots;
mod casting;
mod catalogue;
mod conversion;
mod course;
mod create;
mod deletion;
mod evaluation;
mod financing;
mod identities;
pub mod imports;
mod interests;
mod invitations;
mod ledger;
mod lists;
mod look_ups;
mod merging;
mod names;
mod opening;
mod participants;
mod portfolio;
mod preparation;
mod rehearsal;
mod requests;
mod retention;
mod roll;
mod rounds;
mod series;
mod steps;
mod tidying;
mod vendor;
mod writer;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use barometer_domain::after::Recorded;
use barometer_domain::ballot::SentBallot;
use barometer_domain::barometer::{Phase, Turnout};
use barometer_domain::catalogue::Catalogue;
use barometer_domain::financing::{PublicSums, RequestState};
use barometer_domain::ids::{Millis, RequestId, WebinarCode};
use barometer_domain::outcome::Outcome;
use barometer_domain::refusal::Refusal;
use barometer_domain::wire::{Interest, Me, Receipt, Role, SeenCommand, Way};
use sqlx::sqlite::SqlitePool;

pub use course::{Barometer, ClosedWith, Course};
pub use create::{Imported, NewRequest, NewWebinar};
pub use look_ups::Log;
pub use opening::PepperProblem;
pub use participants::Participant;
pub use preparation::Prepared;
pub use retention::RetentionRun;
pub use steps::SystemStep;
pub use vendor::LoggedIn;

use crate::clock::StageClock;
use crate::secrets::{Keys, SlotId};
use casting::Arrival;
use writer::Writer;

/// Everything the views of one webinar are computed from.
#[derive(Clone, Debug)]
pub struct Rows {
    /// Where it stands.
    pub course: Course,
    /// Whether a countdown runs that another process over the same data measures.
    pub countdown_elsewhere: bool,
    /// Its texts.
    pub catalogue: Catalogue,
    /// How many have voted; frozen at the close.
    pub turnout: Turnout,
    /// Participants who only watch.
    pub observers: u32,
    /// Commitments in sums, by request.
    pub sums: BTreeMap<RequestId, PublicSums>,
    /// How far each request has come.
    pub states: BTreeMap<RequestId, RequestState>,
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
    /// By the database.
    #[error("database: {0}")]
    Sql(#[from] sqlx::Error),
    /// By the database's schema.
    #[error("migration: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// By a stored document.
    #[error("stored document: {0}")]
    Json(#[from] serde_json::Error),
    /// By a file beside the pepper.
    #[error("secrets: {0}")]
    Secrets(#[from] std::io::Error),
    /// By a pepper that is missing, or not this database's.
    #[error(transparent)]
    Pepper(#[from] PepperProblem),
    /// By a row that this program did not write, or another pepper.
    #[error("stored row: {0}")]
    Row(&'static str),
}

impl From<crate::secrets::WrongPepper> for StoreError {
    fn from(_: crate::secrets::WrongPepper) -> Self {
        Self::Row("what is sealed does not open with this pepper")
    }
}

/// The database behind its one writer.
#[derive(Clone)]
pub struct Store {
    readers: SqlitePool,
    writer: Writer,
    keys: Arc<Keys>,
    clock: StageClock,
}

/// The computer's clock, for what is written on record and for people to read. What is counted down is measured by the
/// [`StageClock`].
pub fn now() -> Millis {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    Millis::try_from(since.as_millis()).unwrap_or(Millis::MAX)
}

impl Store {
    /// The keys that seal and name.
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    /// What countdowns are measured by.
    pub fn clock(&self) -> &StageClock {
        &self.clock
    }

    /// Whether the database answers.
    pub async fn is_ready(&self) -> bool {
        sqlx::query("SELECT 1").execute(&self.readers).await.is_ok()
    }

    /// The webinar with this code.
    pub async fn find(&self, code: &WebinarCode) -> Result<Option<i64>, StoreError> {
        let id = sqlx::query_scalar("SELECT id FROM webinars WHERE code = ?")
            .bind(code.as_str())
            .fetch_optional(&self.readers)
            .await?;
        Ok(id)
    }

    /// Creates a webinar; `Ok(None)` when its code is taken.
    pub async fn create(&self, webinar: NewWebinar) -> Result<Option<i64>, StoreError> {
        self.writer
            .write(|connection| Box::pin(create::create(connection, webinar)))
            .await
    }

    /// Creates a webinar from the file with this hash, under another code where its own is taken; from a file that was
    /// imported before, nothing.
    pub async fn import_once(
        &self,
        webinar: NewWebinar,
        file: [u8; 32],
    ) -> Result<Imported, StoreError> {
        self.writer
            .write(move |connection| {
                Box::pin(async move { create::import_once(connection, webinar, &file).await })
            })
            .await
    }

    /// Copies a webinar into a rehearsal of its own; `Ok(None)` when the code is taken.
    pub async fn rehearse(
        &self,
        webinar: i64,
        code: WebinarCode,
        secret: String,
    ) -> Result<Option<Course>, StoreError> {
        self.writer
            .write(move |c| {
                Box::pin(async move { rehearsal::copy(c, webinar, code, secret).await })
            })
            .await
    }

    /// Throws a rehearsal away for good.
    pub async fn throw_away(&self, webinar: i64) -> Result<(), StoreError> {
        self.writer
            .write(move |c| Box::pin(async move { rehearsal::throw_away(c, webinar).await }))
            .await?;
        self.empty_log().await
    }

    /// What a restart makes of all webinars: what was closing is closed, countdowns stop. Requests stand where
    /// their commitments leave them. The file is written anew in the order of its keys: whatever ended the last run,
    /// nothing shows the order of votes afterwards.
    pub async fn recover(&self) -> Result<(), StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |c| {
                Box::pin(async move {
                    financing::settle_all(c).await?;
                    steps::recover(c, &keys).await
                })
            })
            .await?;
        self.compact().await
    }

    /// Where a webinar stands, without its texts and figures.
    pub async fn course(&self, webinar: i64) -> Result<Course, StoreError> {
        course::load(&mut *self.readers.acquire().await?, webinar).await
    }

    /// One consistent look at everything the views are computed from.
    pub async fn look(&self, webinar: i64) -> Result<Rows, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let mut course = course::load(&mut transaction, webinar).await?;
        let countdown_elsewhere = course.counts_down_elsewhere(&self.clock);
        if countdown_elsewhere {
            // Nobody here knows what second that is.
            course.progress.ends_at = None;
        }
        let catalogue = catalogue::load(&mut transaction, &course).await?;
        let (present, observers) = participants::numbers(&mut transaction, webinar).await?;
        let turnout = ballots::turnout(&mut transaction, &self.keys, &course, present).await?;
        let sums = financing::sums(&mut transaction, webinar).await?;
        let states = financing::states(&mut transaction, webinar).await?;
        let log = look_ups::read(&mut transaction, &self.keys, &course.code).await?;
        Ok(Rows {
            course,
            countdown_elsewhere,
            catalogue,
            turnout,
            observers,
            sums,
            states,
            look_ups: log.count(),
            log_broken: log.broken.is_some(),
        })
    }

    /// Takes a place in a webinar, or another one than `session` holds.
    ///
    /// Answers with the participant and, for a newcomer, the new session's token.
    pub async fn join(
        &self,
        webinar: i64,
        session: Option<Participant>,
        way: Way,
    ) -> Result<(Participant, Option<String>), StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |connection| {
                Box::pin(async move {
                    participants::join(connection, &keys, webinar, session, way).await
                })
            })
            .await
    }

    /// Gives invented participants their places, without any session.
    pub async fn seat(&self, webinar: i64, seats: Vec<(SlotId, Role)>) -> Result<(), StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |connection| {
                Box::pin(async move {
                    for (slot, role) in seats {
                        participants::seat(connection, &keys, webinar, slot, role).await?;
                    }
                    course::bump(connection, webinar).await
                })
            })
            .await
    }

    /// How many voters the municipality with most of them has.
    pub async fn largest_municipality(&self, webinar: i64) -> Result<u32, StoreError> {
        let mut connection = self.readers.acquire().await?;
        let there = participants::by_municipality(&mut connection, &self.keys, webinar).await?;
        Ok(there.into_values().max().unwrap_or(0))
    }

    /// The participant of this session token.
    pub async fn participant(
        &self,
        webinar: i64,
        token: &str,
    ) -> Result<Option<Participant>, StoreError> {
        participants::find(&self.readers, &self.keys, webinar, token).await
    }

    /// Whether this token is a participant's or a presenter's of the webinar with this code.
    pub async fn has_session(&self, code: &WebinarCode, token: &str) -> Result<bool, StoreError> {
        participants::has_session(&self.readers, code, token).await
    }

    /// A participant's own things.
    pub async fn me(&self, webinar: i64, participant: Participant) -> Result<Me, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let course = course::load(&mut transaction, webinar).await?;
        let barometer = &course.barometer;
        let place = &participant.slot;
        let sent = ballots::of_place(&mut transaction, &self.keys, &barometer.id, place).await?;
        let session = participant.session.as_ref();
        let device = self.keys.device_tag(&barometer.id, place, session);
        let is_out = course.progress.phase == Phase::Revealed;
        let said = interests::said_by(&mut transaction, &self.keys, &course, participant).await?;
        let wished = said.iter().filter(|said| said.name_wished);
        let identified =
            identities::is_there(&mut transaction, &self.keys, webinar, &participant).await?;
        let (committed, pays) = match participant.role {
            Role::Voter { municipality }
                if invitations::leads_to(
                    &mut transaction,
                    &self.keys,
                    webinar,
                    &participant.slot,
                )
                .await? =>
            {
                financing::payments(&mut transaction, webinar, municipality).await?
            }
            Role::Voter { .. } | Role::Observer => (Vec::new(), Vec::new()),
        };
        Ok(Me {
            role: participant.role,
            slot: hex::encode(participant.slot),
            identified,
            round: barometer.round,
            ballot: sent.sent_by(&device).map(|held| held.sent.cast.clone()),
            replaced: is_out && sent.is_replaced(&device),
            pays,
            committed,
            name_wished: wished.map(|said| said.request).collect(),
            interests: said.iter().map(|said| said.request).collect(),
        })
    }

    /// Stores a ballot; answers after the commit.
    pub async fn cast(
        &self,
        webinar: i64,
        participant: Participant,
        sent: SentBallot,
    ) -> Result<Receipt, StoreError> {
        sent.check()?;
        let municipality = participant.role.municipality()?;
        let arrival = Arrival {
            webinar,
            slot: participant.slot,
            session: participant.session,
            municipality,
            sent,
        };
        self.writer.cast(arrival).await
    }

    /// Records that a participant says "Vi vil gerne være med", or wishes that the municipality may be named.
    pub async fn interest(
        &self,
        webinar: i64,
        participant: Participant,
        interest: Interest,
    ) -> Result<(), StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |connection| {
                Box::pin(async move {
                    interests::add(connection, &keys, webinar, participant, interest).await
                })
            })
            .await
    }

    /// The roll of a revealed barometer, once all its rows are out.
    pub async fn roll(&self, webinar: i64) -> Result<String, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let course = course::load(&mut transaction, webinar).await?;
        let rows = course.barometer.outcome.as_ref().map(Outcome::rows);
        let is_out = rows.is_some_and(|rows| rows > 0 && course.progress.scene.rows >= rows);
        let roll = roll::load(&mut transaction, &course.barometer.id).await?;
        Ok(roll.filter(|_| is_out).ok_or(Refusal::NotFound)?)
    }

    /// Opens a presenter session when the secret is right.
    pub async fn open_console(&self, webinar: i64, secret: &str) -> Result<String, StoreError> {
        let secret = secret.to_owned();
        self.writer
            .write(move |connection| {
                Box::pin(
                    async move { participants::open_console(connection, webinar, &secret).await },
                )
            })
            .await
    }

    /// Whether this token is a presenter's now; that counts as a use of the session.
    pub async fn is_presenter(&self, webinar: i64, token: &str) -> Result<bool, StoreError> {
        let used = participants::presenter(&self.readers, webinar, token).await?;
        let Some(used) = used else { return Ok(false) };
        if now() - used > participants::USED_WITHIN_MS {
            let token = token.to_owned();
            self.writer
                .write(move |c| {
                    Box::pin(async move { participants::touch_presenter(c, &token).await })
                })
                .await?;
        }
        Ok(true)
    }

    /// Carries out a presenter's command.
    pub async fn command(&self, webinar: i64, seen: SeenCommand) -> Result<Course, StoreError> {
        let (keys, clock) = (self.keys.clone(), self.clock);
        let course = self
            .writer
            .write(move |c| {
                Box::pin(async move { steps::command(c, &keys, &clock, webinar, &seen).await })
            })
            .await?;
        Ok(course)
    }

    /// What the presenter of a webinar did, in order.
    pub async fn records(&self, webinar: i64) -> Result<Vec<Recorded>, StoreError> {
        steps::records(&mut *self.readers.acquire().await?, webinar).await
    }

    /// Carries out a step of the server's own clock, if it still applies.
    pub async fn system_step(&self, webinar: i64, step: SystemStep) -> Result<(), StoreError> {
        let (keys, clock) = (self.keys.clone(), self.clock);
        self.writer
            .write(move |c| {
                Box::pin(async move { steps::system(c, &keys, &clock, webinar, step).await })
            })
            .await?;
        if step == SystemStep::CloseForGood {
            self.compact().await?;
        }
        Ok(())
    }
}
