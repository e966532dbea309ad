//! Those who watch: the newest views, serialised once, and how many follow them.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::Bytes;
use barometer_domain::attendance::Attendance;
use barometer_domain::catalogue::Catalogue;
use barometer_domain::view::{AudienceView, ConsoleView, Desk, Snapshot};
use serde::Serialize;
use tokio::sync::watch;

use super::Room;
use super::away::AbsentPlaces;
use super::pings::PingWheel;
use crate::secrets::SlotId;
use crate::store::WebinarSnapshot;

/// A view as it goes out: once as JSON, once as an event of the stream.
#[derive(Clone, Debug)]
pub struct ViewFrame {
    /// The id of the event, `epoch.seq`: what a browser sends as `Last-Event-ID` when it comes back.
    pub id: Arc<str>,
    /// The view as JSON, for whoever asks without a stream.
    pub json: Bytes,
    /// The view as a `view` event.
    pub event: EventBytes,
    /// What it says apart from its sequence.
    content: blake3::Hash,
}

impl ViewFrame {
    /// An ETag: the same as long as it says the same.
    pub fn tag(&self) -> String {
        format!("\"{}\"", &self.content.to_hex()[..32])
    }
}

/// An event of a stream, written once for everyone: by itself, and as a chunk of HTTP/1.1 (RFC 9112, section 7.1).
#[derive(Clone, Debug)]
pub struct EventBytes {
    chunk: Bytes,
    event: Bytes,
}

impl EventBytes {
    /// Of an event with the empty line that ends it.
    pub fn new(event: &[u8]) -> Self {
        let length = format!("{:x}\r\n", event.len());
        let chunk = Bytes::from([length.as_bytes(), event, b"\r\n"].concat());
        Self {
            event: chunk.slice(length.len()..length.len() + event.len()),
            chunk,
        }
    }

    /// The event.
    pub fn event(&self) -> &Bytes {
        &self.event
    }

    /// The event as a chunk.
    pub fn chunk(&self) -> &Bytes {
        &self.chunk
    }
}

/// Who follows a stream: what is counted as watching differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StreamFollower {
    /// A phone, counted as connected; with its participant's place once joined.
    Phone(Option<SlotId>),
    /// The projector, or anyone who watches its page.
    Screen,
    /// The presenter's console, which is sent the notes too.
    Console,
}

/// A follower's end of the views.
pub struct StreamSubscription {
    /// The newest frame; a slow follower skips to it.
    pub frames: watch::Receiver<ViewFrame>,
    /// Becomes true when the server stops or the webinar is thrown away.
    pub closing: watch::Receiver<bool>,
    /// Changes when a ping is due.
    pub pings: watch::Receiver<()>,
    _place: Option<FollowedPlace>,
}

impl StreamSubscription {
    /// Of someone whom nobody counts.
    pub(super) fn uncounted(
        frames: watch::Receiver<ViewFrame>,
        closing: watch::Receiver<bool>,
        pings: watch::Receiver<()>,
    ) -> Self {
        Self {
            frames,
            closing,
            pings,
            _place: None,
        }
    }
}

struct FollowedPlace {
    room: Arc<Room>,
    who: StreamFollower,
}

impl Drop for FollowedPlace {
    fn drop(&mut self) {
        self.room.audience.left(self.who);
        self.room.dirty.votes();
    }
}

/// The newest views of one webinar.
pub(super) struct AudienceStreams {
    shared: watch::Sender<ViewFrame>,
    console: watch::Sender<ViewFrame>,
    catalogue: watch::Sender<KeptCatalogue>,
    phones: AtomicU32,
    away: AbsentPlaces,
    screens: AtomicU32,
    consoles: AtomicU32,
    attendance: Mutex<Attendance>,
    closing: watch::Sender<bool>,
    consoles_closing: Mutex<watch::Sender<bool>>,
    pings: Arc<PingWheel>,
}

#[derive(Clone)]
struct KeptCatalogue {
    hash: Arc<str>,
    json: Bytes,
    texts: Arc<Catalogue>,
}

impl KeptCatalogue {
    fn serialized(catalogue: &Catalogue) -> Self {
        let json = json(catalogue);
        let hash = blake3::hash(&json).to_hex();
        Self {
            hash: hash[..16].into(),
            json,
            texts: Arc::new(catalogue.clone()),
        }
    }
}

impl AudienceStreams {
    pub(super) fn new(rows: &WebinarSnapshot, pings: Arc<PingWheel>) -> Self {
        let texts = KeptCatalogue::serialized(&rows.catalogue);
        let snapshot = snapshot(rows, &texts.hash);
        let (shared, _) = watch::channel(audience_frame(snapshot.audience()));
        let (console, _) = watch::channel(console_frame(snapshot.console(Desk::default())));
        let (catalogue, _) = watch::channel(texts);
        let (closing, _) = watch::channel(false);
        let none = AtomicU32::default;
        Self {
            shared,
            console,
            catalogue,
            phones: none(),
            away: AbsentPlaces::default(),
            screens: none(),
            consoles: none(),
            attendance: Mutex::default(),
            closing,
            consoles_closing: Mutex::default(),
            pings,
        }
    }

    /// Ends all streams: whoever follows comes in again or is refused.
    pub(super) fn close(&self) {
        self.closing.send_replace(true);
        self.consoles_closing().send_replace(true);
    }

    /// Ends the consoles' streams that are open now.
    pub(super) fn send_consoles_away(&self) {
        self.consoles_closing().send_replace(true);
        *self.consoles_closing() = watch::Sender::default();
    }

    fn consoles_closing(&self) -> MutexGuard<'_, watch::Sender<bool>> {
        // Nothing panics while it is held; if something did, the sender is still whole.
        self.consoles_closing
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the streams were ended.
    pub(super) fn is_closed(&self) -> bool {
        *self.closing.borrow()
    }

    pub(super) fn newest(&self) -> ViewFrame {
        self.shared.borrow().clone()
    }

    pub(super) fn catalogue(&self, hash: &str) -> Option<Bytes> {
        let texts = self.catalogue.borrow();
        (*texts.hash == *hash).then(|| texts.json.clone())
    }

    /// The texts themselves, for pages that the server makes.
    pub(super) fn texts(&self) -> Arc<Catalogue> {
        self.catalogue.borrow().texts.clone()
    }

    pub(super) fn watch(&self, room: Arc<Room>, who: StreamFollower) -> StreamSubscription {
        self.counter(who).fetch_add(1, Ordering::Relaxed);
        if let StreamFollower::Phone(Some(slot)) = who {
            self.away.is_back(slot);
        }
        let (frames, closing) = match who {
            StreamFollower::Phone(_) | StreamFollower::Screen => {
                (self.shared.subscribe(), self.closing.subscribe())
            }
            StreamFollower::Console => (
                self.console.subscribe(),
                self.consoles_closing().subscribe(),
            ),
        };
        StreamSubscription {
            frames,
            closing,
            pings: self.pings.subscribe(),
            _place: Some(FollowedPlace { room, who }),
        }
    }

    /// How many streams a new view goes out to.
    pub(super) fn streams(&self) -> u32 {
        [
            StreamFollower::Phone(None),
            StreamFollower::Screen,
            StreamFollower::Console,
        ]
        .map(|who| self.counter(who).load(Ordering::Relaxed))
        .iter()
        .sum()
    }

    /// Puts the views of these rows before everyone, where they say something new.
    pub(super) fn publish(&self, rows: &WebinarSnapshot) {
        let texts = KeptCatalogue::serialized(&rows.catalogue);
        let view = snapshot(rows, &texts.hash).audience();
        self.catalogue.send_if_modified(|held| {
            let differs = held.hash != texts.hash;
            if differs {
                *held = texts;
            }
            differs
        });
        let console = self.console_of(rows);
        replace(&self.shared, audience_frame(view));
        replace(&self.console, console_frame(console));
    }

    pub(super) fn console_of(&self, rows: &WebinarSnapshot) -> ConsoleView {
        let hash = self.catalogue.borrow().hash.clone();
        snapshot(rows, &hash).console(self.desk(rows))
    }

    fn desk<'a>(&self, rows: &'a WebinarSnapshot) -> Desk<'a> {
        Desk {
            candidate_notes: &rows.course.candidate_notes,
            observers: rows.observers,
            connected: self.phones.load(Ordering::Relaxed),
            reconnecting: self.away.number(),
            attendance: *self.attendance(),
            countdown_lost: rows.course.countdown_lost,
            countdown_elsewhere: rows.countdown_elsewhere,
        }
    }

    pub(super) fn has_consoles(&self) -> bool {
        self.consoles.load(Ordering::Relaxed) > 0
    }

    /// Who comes in, for the console's next view.
    pub(super) fn attend(&self, attendance: Attendance) {
        *self.attendance() = attendance;
    }

    fn attendance(&self) -> MutexGuard<'_, Attendance> {
        // Nothing panics while it is held; if something did, the figures are still whole.
        self.attendance
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn left(&self, who: StreamFollower) {
        self.counter(who).fetch_sub(1, Ordering::Relaxed);
        if let StreamFollower::Phone(Some(slot)) = who {
            self.away.left(slot);
        }
    }

    fn counter(&self, who: StreamFollower) -> &AtomicU32 {
        match who {
            StreamFollower::Phone(_) => &self.phones,
            StreamFollower::Screen => &self.screens,
            StreamFollower::Console => &self.consoles,
        }
    }
}

/// Puts a frame out unless it differs from the last in its sequence only: then nobody needs it, and
/// nobody learns that someone changed a ballot.
pub(super) fn replace(to: &watch::Sender<ViewFrame>, new: ViewFrame) {
    to.send_if_modified(|held| {
        let differs = held.content != new.content;
        if differs {
            *held = new;
        }
        differs
    });
}

fn snapshot<'a>(rows: &'a WebinarSnapshot, catalogue_hash: &'a str) -> Snapshot<'a> {
    let course = &rows.course;
    Snapshot {
        epoch: course.epoch,
        seq: sequence(course.seq, rows.turnout.voted),
        catalogue_hash,
        catalogue: &rows.catalogue,
        agenda: &course.agenda,
        plan: &course.plan,
        progress: &course.progress,
        round: course.barometer.round,
        turnout: rows.turnout,
        struck: course
            .barometer
            .closed_with
            .as_ref()
            .map_or(0, |closed| closed.struck),
        look_ups: rows.look_ups,
        log_broken: rows.log_broken,
        root: course.barometer.root(),
        outcome: course.barometer.outcome.as_ref(),
        earlier: &course.earlier,
        sums: &rows.sums,
        states: &rows.states,
        questions: &rows.questions,
        survey: course.survey.as_ref(),
    }
}

/// Rises with every committed change but ballots, and with each ballot that is shown: one that is changed, or held
/// back, moves nothing that anybody sees. Whole up to 2^53, as JavaScript has it.
fn sequence(changes: u64, voted: u32) -> u64 {
    const MOST: u32 = (1 << 20) - 1;
    (changes << 20) + u64::from(voted.min(MOST))
}

fn audience_frame(view: AudienceView) -> ViewFrame {
    let (id, json) = (id(&view), json(&view));
    frame(id, json, &AudienceView { seq: 0, ..view })
}

fn console_frame(view: ConsoleView) -> ViewFrame {
    let (id, json) = (id(&view.audience), json(&view));
    let audience = AudienceView {
        seq: 0,
        ..view.audience
    };
    frame(id, json, &ConsoleView { audience, ..view })
}

fn id(view: &AudienceView) -> String {
    format!("{}.{}", view.epoch, view.seq)
}

pub(super) fn frame(id: String, view: Bytes, without_sequence: &impl Serialize) -> ViewFrame {
    let event = [
        b"event: view\nid: ",
        id.as_bytes(),
        b"\ndata: ",
        &view,
        b"\n\n",
    ]
    .concat();
    let content = blake3::hash(&json(without_sequence));
    ViewFrame {
        id: id.into(),
        json: view,
        event: EventBytes::new(&event),
        content,
    }
}

pub(super) fn json(value: &impl Serialize) -> Bytes {
    // Views are plain structs with string keys: serialising them cannot fail.
    serde_json::to_vec(value).unwrap_or_default().into()
}
