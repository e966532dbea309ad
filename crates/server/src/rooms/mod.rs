//! One room per running webinar: decides through the store, and shows everyone the newest view.

mod audience;
mod away;
mod comments;
mod crowd;
mod living;
mod news;
mod pace;
mod pings;
mod preparation;
mod questions;
mod refresher;
mod room;
mod signups;
mod vendor;
mod what_pays;

use crate::secrets;
use crate::store::{RetentionRun, Store, StoreError, StoreReader, WebinarSnapshot, WebinarState};
use crate::vital;
use audience::AudienceStreams;
use barometer_domain::catalogue::Reality;
use barometer_domain::ids::{Millis, WebinarCode};
use barometer_domain::refusal::Refusal;
use barometer_domain::vendor::WebinarRow;
use living::LivingPage;
use pace::TurnoutPace;
use pings::PingWheel;
use questions::FreshQuestions;
use signups::SignupDoor;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::Notify;
use what_pays::Simulated;

pub use audience::{EventBytes, StreamFollower, StreamSubscription, ViewFrame};
pub use crowd::Crowd;

/// How long an answer to whether the server is ready lasts.
const READINESS_LASTS: Duration = Duration::from_secs(1);

/// The rooms that somebody has asked for, by their webinars' codes.
type OpenRooms = HashMap<WebinarCode, Arc<Room>>;

fn lock(open: &Mutex<OpenRooms>) -> MutexGuard<'_, OpenRooms> {
    // Nothing panics while it is held; if something did, the map is still whole.
    open.lock().unwrap_or_else(PoisonError::into_inner)
}

/// All rooms of this process.
#[derive(Clone)]
pub struct Rooms {
    store: Store,
    open: Arc<Mutex<OpenRooms>>,
    /// The demo's invented participants; without them the demo cannot be entered.
    demo: Option<Arc<Crowd>>,
    living: Arc<LivingPage>,
    pings: Arc<PingWheel>,
    simulated: Arc<tokio::sync::Mutex<Option<Simulated>>>,
    readiness: Arc<tokio::sync::Mutex<Option<(Instant, bool)>>>,
}

/// What runs for one webinar: its streams, the newest views, and the loop that renews them.
pub struct Room {
    webinar: i64,
    store: Store,
    audience: AudienceStreams,
    dirty: PendingChanges,
    pace: TurnoutPace,
    fresh_questions: FreshQuestions,
    signup_door: SignupDoor,
}

/// What has changed since the last look.
#[derive(Default)]
struct PendingChanges {
    notify: Notify,
    stage: std::sync::atomic::AtomicBool,
    /// When the first of them came.
    since: Mutex<Option<Instant>>,
}

impl PendingChanges {
    /// A vote, a newcomer, a connection: shown at the next pace.
    fn votes(&self) {
        self.note();
        self.notify.notify_one();
    }

    /// The presenter or the clock moved something: shown at once.
    fn stage(&self) {
        self.note();
        self.stage.store(true, std::sync::atomic::Ordering::Release);
        self.notify.notify_one();
    }

    fn note(&self) {
        let mut since = self.first();
        *since = since.or_else(|| Some(Instant::now()));
    }

    /// When the first change came since this was asked last.
    fn take_first(&self) -> Option<Instant> {
        self.first().take()
    }

    fn first(&self) -> MutexGuard<'_, Option<Instant>> {
        // Nothing panics while it is held.
        let since = self.since.lock();
        since.unwrap_or_else(PoisonError::into_inner)
    }

    fn take_stage(&self) -> bool {
        self.stage.swap(false, std::sync::atomic::Ordering::AcqRel)
    }
}

impl Rooms {
    /// Rooms over a store; `demo` lets the demo webinar be entered.
    pub fn new(store: Store, demo: Option<Crowd>) -> Self {
        let pings = PingWheel::start();
        let rooms = Self {
            living: LivingPage::new(store.clone(), pings.clone()),
            pings,
            store,
            open: Arc::default(),
            demo: demo.map(Arc::new),
            simulated: Arc::default(),
            readiness: Arc::default(),
        };
        rooms.follow_commits();
        rooms
    }

    /// Lets every room, and the living page, look again when a commit has changed what it shows.
    fn follow_commits(&self) {
        let (open, living) = (Arc::downgrade(&self.open), Arc::downgrade(&self.living));
        self.store.on_commit(move |announcement| {
            if let Some(open) = open.upgrade() {
                for room in lock(&open).values() {
                    room.hear(announcement);
                }
            }
            if let Some(living) = living.upgrade()
                && announcement.concerns_living_page()
            {
                living.note_change();
            }
        });
    }

    /// Subscribes to the living page, starting with how it stands now.
    pub async fn follow_portfolio(&self) -> Result<StreamSubscription, StoreError> {
        self.living.follow().await
    }

    /// Lets the living page ask for a code, or for none; whoever follows it has to come in again.
    pub async fn protect_portfolio(&self, code: Option<String>) -> Result<(), StoreError> {
        self.store.protect_portfolio(code).await?;
        self.living.send_away();
        Ok(())
    }

    /// Whether what is written can be committed. Whoever asks often gets the last second's answer: each one costs a commit.
    pub async fn is_ready(&self) -> bool {
        let mut last = self.readiness.lock().await;
        if let Some((asked, is_ready)) = *last
            && asked.elapsed() < READINESS_LASTS
        {
            return is_ready;
        }
        let is_ready = self.store.is_ready().await;
        *last = Some((Instant::now(), is_ready));
        is_ready
    }

    /// The store behind, to be read.
    pub fn store(&self) -> &StoreReader {
        &self.store
    }

    /// All webinars but rehearsals, the newest first; their turnouts at the pace of their rooms.
    pub async fn webinars(&self) -> Result<Vec<WebinarRow>, StoreError> {
        let mut rows = self.store.webinars().await?;
        for row in rows.iter_mut().filter(|row| row.phase.takes_ballots()) {
            // A demo that cannot be entered has no room, and no votes.
            if let Ok(room) = self.get(&row.code).await {
                row.turnout = room.pace.turnout(row.phase, row.turnout);
            }
        }
        Ok(rows)
    }

    /// Ends all streams, for a calm shutdown.
    pub fn close(&self) {
        for (_, room) in self.open().drain() {
            room.audience.close();
        }
        self.living.send_away();
    }

    fn open(&self) -> MutexGuard<'_, OpenRooms> {
        lock(&self.open)
    }

    /// The room of the webinar with this code.
    pub async fn get(&self, code: &WebinarCode) -> Result<Arc<Room>, StoreError> {
        if let Some(room) = self.open().get(code) {
            return Ok(room.clone());
        }
        let webinar = self
            .store
            .find(code)
            .await?
            .ok_or(Refusal::UnknownWebinar)?;
        let rows = self.store.snapshot(webinar).await?;
        let crowd = match rows.course.plan.reality {
            Reality::Real => None,
            Reality::Demo => Some(self.demo.clone().ok_or(Refusal::UnknownWebinar)?),
            Reality::Rehearsal => Some(Arc::new(self.rehearsing(&rows.course))),
        };
        let room = self.opened(code, webinar, &rows, crowd);
        // Whoever took the code from the webinar while this one looked has not met its room.
        if self.store.find(code).await? != Some(room.webinar) {
            self.shut(code, &room);
            return Err(Refusal::UnknownWebinar.into());
        }
        Ok(room)
    }

    /// Whoever came first while this one looked has opened the room already.
    fn opened(
        &self,
        code: &WebinarCode,
        webinar: i64,
        rows: &WebinarSnapshot,
        crowd: Option<Arc<Crowd>>,
    ) -> Arc<Room> {
        let mut open = self.open();
        let room = open.entry(code.clone()).or_insert_with(|| {
            let room = Arc::new(Room {
                webinar,
                store: self.store.clone(),
                audience: AudienceStreams::new(rows, self.pings.clone()),
                dirty: PendingChanges::default(),
                pace: TurnoutPace::default(),
                fresh_questions: FreshQuestions::default(),
                signup_door: SignupDoor::default(),
            });
            vital::spawn("room", refresher::run(Arc::downgrade(&room), crowd));
            room
        });
        room.clone()
    }

    /// Copies a room's webinar into a rehearsal with invented participants; answers with its code
    /// and the presenter's secret.
    pub async fn rehearse(&self, room: &Room) -> Result<(WebinarCode, String), StoreError> {
        let secret = secrets::random_token();
        loop {
            let code = secrets::random_code();
            let copy = self
                .store
                .rehearse(room.webinar, code.clone(), secret.clone())
                .await?;
            if let Some(copy) = copy {
                let seats = self.rehearsing(&copy).seats(self.store.keys(), copy.id);
                self.store.seat(copy.id, seats).await?;
                return Ok((code, secret));
            }
        }
    }

    /// Throws a rehearsal away and ends its streams.
    pub async fn throw_away(&self, code: &WebinarCode) -> Result<(), StoreError> {
        let room = self.get(code).await?;
        self.store.throw_away(room.webinar).await?;
        self.shut(code, &room);
        Ok(())
    }

    /// What is to be gone by now goes: personal data that has been kept long enough, and rehearsals that nobody came
    /// back to.
    pub async fn tidy_up(&self, at: Millis) -> Result<RetentionRun, StoreError> {
        for code in self.store.old_rehearsals().await? {
            self.throw_away(&code).await?;
        }
        self.store.run_retention(at).await
    }

    /// Counts every survey that the beginning of its webinar has ended.
    pub async fn close_ended_surveys(&self) -> Result<(), StoreError> {
        self.store.close_ended_surveys().await
    }

    /// Nobody finds the room under this code any more; whoever is in it has to come in again.
    fn shut(&self, code: &WebinarCode, room: &Room) {
        self.open().remove(code);
        room.audience.close();
    }

    fn rehearsing(&self, course: &WebinarState) -> Crowd {
        Crowd::invented(self.store.keys(), course.id, &course.barometer.rules)
    }
}

/// How long at most something goes unnoticed that another process wrote.
const LOOK_ANYWAY: Duration = Duration::from_secs(2);
