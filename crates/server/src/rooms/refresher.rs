//! A room's heartbeat: looks again when something changed, publishes at the agreed pace, and does
//! what the clock asks for.

use std::sync::{Arc, Weak};
use std::time::Duration;

use barometer_domain::attendance::Arrivals;
use barometer_domain::barometer::{CLOSING_GRACE_MS, Phase};
use barometer_domain::ids::Millis;
use tokio::time::{Instant, sleep_until, timeout_at};

use super::pace::PACE;
use super::{Crowd, LOOK_ANYWAY, Room};
use crate::clock::StageClock;
use crate::store::{SystemStep, WebinarSnapshot};
use crate::telemetry;

/// Sending a view to one stream takes about 10 µs; a fan-out gets a quarter of the time.
const PACE_PER_STREAM: Duration = Duration::from_micros(40);
/// Between two rows of an automatic reveal.
const ROW_PACE: Duration = Duration::from_millis(750);

/// Between two counts of places by municipality, when their number has changed.
const COUNT_PACE: Duration = Duration::from_secs(2);
/// And when it has not: somebody may have changed their municipality.
const COUNT_ANYWAY: Duration = Duration::from_secs(10);

/// What a room's heart remembers between beats; all of it can be lost.
struct RefreshLoop {
    began: Instant,
    arrivals: Arrivals,
    largest: LargestMunicipality,
    deadline: Option<(ClockDeadline, Instant)>,
    crowd: Option<Arc<Crowd>>,
    crowd_votes_in: Option<u32>,
}

/// How many voters the municipality with most of them had when that was last counted.
#[derive(Default)]
struct LargestMunicipality {
    counted: Option<(Instant, u64)>,
    present: u32,
    voters: u32,
}

/// What the clock waits for. Two that are equal share their deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct ClockDeadline {
    step: SystemStep,
    /// The countdown's end, or the number of rows out: whatever sets this wait apart from the last.
    mark: Millis,
}

/// Beats until the room is gone.
pub(super) async fn run(room: Weak<Room>, crowd: Option<Arc<Crowd>>) {
    let mut heart = RefreshLoop {
        began: Instant::now(),
        arrivals: Arrivals::default(),
        largest: LargestMunicipality::default(),
        deadline: None,
        crowd,
        crowd_votes_in: None,
    };
    while let Some(room) = room.upgrade() {
        let changed = room.dirty.take_first();
        match room.store.snapshot(room.webinar).await {
            Ok(rows) => {
                heart.count_the_room(&room, &rows).await;
                heart.beat(&room, rows);
                if let Some(since) = changed {
                    telemetry::view_shows_changes(since);
                }
            }
            Err(_) if room.audience.is_closed() => return,
            Err(error) => tracing::error!(%error, "a webinar could not be read"),
        }
        let pace = PACE.max(PACE_PER_STREAM * room.audience.streams());
        heart.rest(&room, Instant::now() + pace).await;
    }
}

impl RefreshLoop {
    fn beat(&mut self, room: &Arc<Room>, mut rows: WebinarSnapshot) {
        self.bring_in_the_crowd(room, &rows);
        self.plan(&rows, room.store.clock());
        room.hold_back(&mut rows);
        room.audience.publish(&rows);
    }

    /// Looks at who comes in. Places are counted by municipality for a console only, when somebody has come or gone.
    async fn count_the_room(&mut self, room: &Arc<Room>, rows: &WebinarSnapshot) {
        let (present, seq) = (rows.turnout.present, rows.course.seq);
        let is_stale = self.largest.counted.is_none_or(|(at, counted)| {
            let changed = present != self.largest.present && at.elapsed() >= COUNT_PACE;
            changed || (seq != counted && at.elapsed() >= COUNT_ANYWAY)
        });
        if is_stale && room.audience.has_consoles() {
            match room.store.largest_municipality(room.webinar).await {
                Ok(voters) => {
                    self.largest = LargestMunicipality {
                        counted: Some((Instant::now(), seq)),
                        present,
                        voters,
                    };
                }
                Err(error) => tracing::error!(%error, "the room could not be counted"),
            }
        }
        let now = u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX);
        let phase = rows.course.progress.phase;
        let attendance = self.arrivals.note(now, present, self.largest.voters, phase);
        room.audience.attend(attendance);
    }

    /// Sets the deadline of the next step of the clock, on the monotonic clock.
    fn plan(&mut self, rows: &WebinarSnapshot, clock: &StageClock) {
        let progress = &rows.course.progress;
        let due = match (progress.phase, progress.ends_at) {
            (Phase::Closing, _) => Some((
                SystemStep::CloseForGood,
                0,
                Duration::from_millis(CLOSING_GRACE_MS),
            )),
            (Phase::Open, Some(ends_at)) => {
                let left = u64::try_from(ends_at - clock.now()).unwrap_or(0);
                Some((SystemStep::CountDown, ends_at, Duration::from_millis(left)))
            }
            (Phase::Revealed, _) if progress.scene.automatic => {
                Some((SystemStep::NextRow, progress.scene.rows.into(), ROW_PACE))
            }
            _ => None,
        };
        let due =
            due.map(|(step, mark, wait)| (ClockDeadline { step, mark }, Instant::now() + wait));
        let is_planned = self.deadline.map(|(due, _)| due) == due.map(|(due, _)| due);
        if !is_planned {
            self.deadline = due;
        }
    }

    /// Waits for a change worth showing, or for the clock.
    async fn rest(&mut self, room: &Arc<Room>, not_before: Instant) {
        let far = Instant::now() + LOOK_ANYWAY;
        let due = self.deadline.map_or(far, |(_, at)| at);
        tokio::select! {
            () = room.changed(not_before, far) => {}
            () = sleep_until(due), if self.deadline.is_some() => self.step(room).await,
        }
    }

    async fn step(&mut self, room: &Arc<Room>) {
        let Some((due, _)) = self.deadline.take() else {
            return;
        };
        if let Err(error) = room.store.system_step(room.webinar, due.step).await {
            tracing::error!(%error, step = ?due.step, "a step of the clock failed");
        }
    }

    /// Lets the invented participants vote, once for every time the barometer opens.
    fn bring_in_the_crowd(&mut self, room: &Arc<Room>, rows: &WebinarSnapshot) {
        let Some(crowd) = &self.crowd else { return };
        let round = rows.course.barometer.round;
        if rows.course.progress.phase == Phase::Open && self.crowd_votes_in != Some(round) {
            self.crowd_votes_in = Some(round);
            let rules = rows.course.barometer.rules;
            tokio::spawn(crowd.clone().vote(Arc::downgrade(room), round, rules));
        }
    }
}

impl Room {
    /// Returns at once when the stage changed, at the pace when anything else did, at `far` anyway.
    async fn changed(&self, not_before: Instant, far: Instant) {
        let look = async {
            self.dirty.notify.notified().await;
            // Whether the stage changes or the time comes: then it is time to look.
            let _ = timeout_at(not_before, self.stage_changed()).await;
        };
        let _ = timeout_at(far, look).await;
    }

    async fn stage_changed(&self) {
        while !self.dirty.take_stage() {
            self.dirty.notify.notified().await;
        }
    }
}
