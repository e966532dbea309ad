//! One room per running webinar: decides through the store, and shows everyone the newest view.

mod audience;
mod away;
mod crowd;
mod living;
mod pace;
mod preparation;
mod refresher;
mod vendor;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use barometer_domain::after::{After, AfterSources, Evaluate};
use barometer_domain::ballot::SentBallot;
use barometer_domain::catalogue::Reality;
use barometer_domain::date::Date;
use barometer_domain::financing::portfolio::PortfolioRow;
use barometer_domain::ids::{Millis, WebinarCode};
use barometer_domain::invitation::{Invitations, NewInvitation, WhoMayVote};
use barometer_domain::refusal::Refusal;
use barometer_domain::vendor::{LookUp, Released, SealedIdentity, Strike, WebinarRow};
use barometer_domain::view::ConsoleView;
use barometer_domain::wire::{Interest, Me, Receipt, SeenCommand, Way};
use tokio::sync::Notify;

pub use audience::{Frame, Watcher, Watching};
pub use crowd::Crowd;

use crate::secrets;
use crate::store::{
    Announcement, Course, Participant, RetentionRun, ShownWhen, Store, StoreError, StoreReader,
    WebinarSnapshot, now,
};
use audience::Audience;
use living::Living;
use pace::Pace;

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
    living: Arc<Living>,
}

/// One webinar's room.
pub struct Room {
    webinar: i64,
    store: Store,
    audience: Audience,
    dirty: Dirty,
    pace: Pace,
}

/// What has changed since the last look.
#[derive(Default)]
struct Dirty {
    notify: Notify,
    stage: std::sync::atomic::AtomicBool,
}

impl Dirty {
    /// A vote, a newcomer, a connection: shown at the next pace.
    fn votes(&self) {
        self.notify.notify_one();
    }

    /// The presenter or the clock moved something: shown at once.
    fn stage(&self) {
        self.stage.store(true, std::sync::atomic::Ordering::Release);
        self.notify.notify_one();
    }

    fn take_stage(&self) -> bool {
        self.stage.swap(false, std::sync::atomic::Ordering::AcqRel)
    }
}

impl Rooms {
    /// Rooms over a store; `demo` lets the demo webinar be entered.
    pub fn new(store: Store, demo: Option<Crowd>) -> Self {
        let rooms = Self {
            living: Living::new(store.clone()),
            store,
            open: Arc::default(),
            demo: demo.map(Arc::new),
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
                && announcement.of_living_page()
            {
                living.look();
            }
        });
    }

    /// Follows the living page.
    pub async fn follow_portfolio(&self) -> Result<Watching, StoreError> {
        self.living.follow().await
    }

    /// Lets the living page ask for a code, or for none; whoever follows it has to come in again.
    pub async fn protect_portfolio(&self, code: Option<String>) -> Result<(), StoreError> {
        self.store.protect_portfolio(code).await?;
        self.living.send_away();
        Ok(())
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
        let rows = self.store.look(webinar).await?;
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
                audience: Audience::new(rows),
                dirty: Dirty::default(),
                pace: Pace::default(),
            });
            tokio::spawn(refresher::run(Arc::downgrade(&room), crowd));
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

    /// Nobody finds the room under this code any more; whoever is in it has to come in again.
    fn shut(&self, code: &WebinarCode, room: &Room) {
        self.open().remove(code);
        room.audience.close();
    }

    fn rehearsing(&self, course: &Course) -> Crowd {
        Crowd::invented(self.store.keys(), course.id, &course.barometer.rules)
    }
}

impl Room {
    /// Looks again when a commit has changed what this room shows.
    fn hear(&self, announcement: &Announcement) {
        match announcement.of_webinar(self.webinar) {
            Some(ShownWhen::AtOnce) => self.dirty.stage(),
            Some(ShownWhen::AtThePace) => self.dirty.votes(),
            None => {}
        }
    }

    /// The webinar's key in the store.
    pub fn webinar(&self) -> i64 {
        self.webinar
    }

    /// What the stage's clock shows, in milliseconds.
    pub fn stage_now(&self) -> Millis {
        self.store.clock().now()
    }

    /// The newest view of phones and projector, and the catalogue it refers to.
    pub fn audience(&self) -> Frame {
        self.audience.newest()
    }

    /// The catalogue, if `hash` is its hash.
    pub fn catalogue(&self, hash: &str) -> Result<axum::body::Bytes, Refusal> {
        self.audience.catalogue(hash).ok_or(Refusal::NotFound)
    }

    /// Follows the views; the place in the count of watchers lasts as long as the answer.
    pub fn watch(self: &Arc<Self>, who: Watcher) -> Watching {
        let watching = self.audience.watch(self.clone(), who);
        self.dirty.votes();
        watching
    }

    /// A place in the webinar.
    pub async fn join(
        &self,
        session: Option<Participant>,
        way: Way,
    ) -> Result<(Me, Option<String>), StoreError> {
        let (participant, token) = self.store.join(self.webinar, session, way).await?;
        Ok((self.me(participant).await?, token))
    }

    /// A participant's own things.
    pub async fn me(&self, participant: Participant) -> Result<Me, StoreError> {
        self.store.me(self.webinar, participant).await
    }

    /// Stores a ballot; the answer comes after the commit.
    pub async fn cast(
        &self,
        participant: Participant,
        sent: SentBallot,
    ) -> Result<Receipt, StoreError> {
        self.store.cast(self.webinar, participant, sent).await
    }

    /// The roll of the revealed barometer, signed.
    pub async fn roll(&self) -> Result<String, StoreError> {
        self.store.roll(self.webinar).await
    }

    /// Stores a participant's sealed name.
    pub async fn identify(
        &self,
        participant: Participant,
        sealed: SealedIdentity,
    ) -> Result<(), StoreError> {
        self.store.identify(self.webinar, participant, sealed).await
    }

    /// Releases sealed names with their ballots, after the look-up is on record; `with_choices` what was voted too.
    pub async fn look_up(
        &self,
        look_up: LookUp,
        with_choices: bool,
    ) -> Result<Released, StoreError> {
        self.store
            .look_up(self.webinar, look_up, with_choices)
            .await
    }

    /// Deletes what could tell whose ballots they were; the result stays.
    pub async fn forget(&self) -> Result<(), StoreError> {
        self.store.forget(self.webinar).await
    }

    /// Says who may vote; whoever came by the open link has to come in again if it is only the invited.
    pub async fn restrict(&self, who: WhoMayVote) -> Result<Invitations, StoreError> {
        self.store.restrict(self.webinar, who).await
    }

    /// Adds invitations; the same again changes nothing.
    pub async fn invite(&self, invitations: Vec<NewInvitation>) -> Result<Invitations, StoreError> {
        self.store.invite(self.webinar, invitations).await
    }

    /// Leaves a vote that is out of the evaluation, with a reason, or takes it in again.
    pub async fn evaluate(&self, evaluate: Evaluate) -> Result<(), StoreError> {
        self.store.evaluate(self.webinar, evaluate).await
    }

    /// Opens a presenter session when the secret is right.
    pub async fn open_console(&self, secret: &str) -> Result<String, StoreError> {
        self.store.open_console(self.webinar, secret).await
    }

    /// Whether this token is a presenter's now; that counts as a use of the session.
    pub async fn is_presenter(&self, token: &str) -> Result<bool, StoreError> {
        self.store.is_presenter(self.webinar, token).await
    }

    /// Withdraws all invitations, and the places they led to.
    pub async fn withdraw(&self) -> Result<Invitations, StoreError> {
        self.store.withdraw(self.webinar).await
    }

    /// Strikes ballots, on record.
    pub async fn strike(&self, strike: Strike) -> Result<Released, StoreError> {
        self.store.strike(self.webinar, strike).await
    }

    /// "Vi vil gerne være med".
    pub async fn interest(
        &self,
        participant: Participant,
        interest: Interest,
    ) -> Result<Me, StoreError> {
        self.store
            .interest(self.webinar, participant, interest)
            .await?;
        self.me(participant).await
    }

    /// Carries out a presenter's command; the answer is the view it led to.
    pub async fn command(&self, seen: SeenCommand) -> Result<ConsoleView, StoreError> {
        self.store.command(self.webinar, seen).await?;
        self.console().await
    }

    /// What the webinar came to, once its whole result has been shown.
    pub async fn after(&self) -> Result<After, StoreError> {
        let rows = self.store.look(self.webinar).await?;
        let console = self.audience.console_of(&rows);
        let records = self.store.records(self.webinar).await?;
        let today = Date::of_millis(now());
        let held = rows.catalogue.date.parse().unwrap_or(today);
        // Once its day is over, the log says how everything stood then.
        let as_of = Some(held).filter(|held| *held < today);
        let page = self.store.portfolio_since(as_of, held.min(today)).await?;
        let ongoing = &rows.course.plan.ongoing;
        let is_ongoing = |row: &PortfolioRow| ongoing.contains(&row.request);
        let shown = page.rows.into_iter().filter(is_ongoing).collect();
        let outcome = rows.course.barometer.outcome.as_ref();
        let texts = &rows.catalogue;
        let reasons = self.store.reasons(self.webinar).await?;
        let evaluation = self.store.evaluation(self.webinar).await?;
        let earlier = &rows.course.earlier;
        let after = After::of(AfterSources {
            console,
            outcome,
            earlier,
            evaluation,
            catalogue: texts,
            reasons: &reasons,
            records,
            ongoing: shown,
            since: page.since,
        })?;
        Ok(after)
    }

    /// The console's view as of now.
    pub async fn console(&self) -> Result<ConsoleView, StoreError> {
        let mut rows = self.store.look(self.webinar).await?;
        self.hold_back(&mut rows);
        Ok(self.audience.console_of(&rows))
    }

    /// Puts the turnout to be shown now in the place of what the database says; the rest is looked at again soon.
    fn hold_back(&self, rows: &mut WebinarSnapshot) {
        let shown = self.pace.turnout(rows.course.progress.phase, rows.turnout);
        if shown != rows.turnout {
            self.dirty.votes();
            rows.turnout = shown;
        }
    }
}

/// How long at most something goes unnoticed that another process wrote.
const LOOK_ANYWAY: Duration = Duration::from_secs(2);
