//! The outbox at work: kept in localStorage, shared by tabs, sent again until the server has answered.

use barometer_domain::barometer::Phase;
use barometer_domain::ids::CandidateId;
use barometer_domain::refusal::Refusal;
use barometer_domain::wire::{Me, Receipt};
use barometer_kit::api::{self, Answer, ApiError, retry_after_ms, spread};
use barometer_kit::storage;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, StorageEvent};

use super::keeper::trackers;
use super::outbox::BallotOutbox;
use super::participant::ParticipantPage;
use super::spawn_task;

/// What another tab has just sent is asked for only if that tab has not managed by then.
const OTHER_TAB_MS: u32 = 4_000;

/// Why a ballot on its way has not arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SendError {
    /// No answer; it is tried again by itself.
    Offline,
    /// The server will not have it.
    Refused(Refusal),
}

/// The sending of the round's ballot.
#[derive(Default)]
pub(super) struct BallotSending {
    /// The barometer's round; `None` before the first view.
    round: Option<u32>,
    under_way: bool,
    failures: i32,
    next: Option<Timeout>,
}

/// This participant's ballot in the barometer's present round.
impl ParticipantPage {
    /// Follows the other tabs and the network until the calling component is gone.
    pub(super) fn watch_ballot(self) {
        let tabs = window_event_listener_untyped("storage", move |event| self.other_tab(&event));
        let network = window_event_listener_untyped("online", move |_| self.hurry());
        on_cleanup(move || {
            tabs.remove();
            network.remove();
        });
    }

    /// Opens the box of this round, if it is another one: what was tapped in it before is there again.
    pub(super) fn open_round(self, round: u32) -> bool {
        if self.round() == Some(round) {
            return false;
        }
        self.behind.update_value(|behind| {
            behind.post = BallotSending {
                round: Some(round),
                ..BallotSending::default()
            };
        });
        let kept = storage::get::<BallotOutbox>(&self.storage_key(round)).unwrap_or_default();
        {
            let mut state = self.state.write();
            state.outbox = kept;
            state.trouble = None;
            state.over_limit = false;
        }
        self.attempt();
        true
    }

    /// Whether any round's box is open.
    pub(super) fn has_entered(self) -> bool {
        self.round().is_some()
    }

    /// Compares with what the server holds.
    pub(super) fn reconcile(self, me: &Me) {
        if self.round() != Some(me.round) {
            return;
        }
        self.clear_trouble();
        self.change(|outbox| {
            outbox.reconcile(me.ballot.clone());
            false
        });
        self.hurry();
    }

    /// Ticks or unticks a candidate; whether the limit allowed it.
    pub(super) fn tap(self, candidate: CandidateId, limit: u8) -> bool {
        let taken = self.change(|outbox| outbox.tap(candidate, limit).is_ok());
        if !taken {
            self.say_again();
        }
        self.state.write().over_limit = !taken;
        taken
    }

    /// Ticks or unticks "Ingen af disse".
    pub(super) fn tap_none(self) {
        self.change(|outbox| {
            outbox.tap_none();
            true
        });
        self.state.write().over_limit = false;
    }

    /// Hands in what is ticked.
    pub(super) fn send(self) {
        self.clear_trouble();
        if self.change(BallotOutbox::send) {
            self.hurry();
        }
    }

    /// The barometer's phase: at the close, what is ticked goes out at once.
    pub(super) fn phase(self, phase: Phase) {
        if phase < Phase::Closing {
            return;
        }
        let locked = self.change(|outbox| outbox.lock(phase));
        let is_sending = self.state.read_untracked().outbox.sending().is_some();
        let waits = self.behind.with_value(|behind| behind.post.next.is_some());
        if locked || (is_sending && waits) {
            self.hurry();
        }
    }

    /// Tries now instead of later.
    fn hurry(self) {
        self.behind.update_value(|behind| {
            behind.post.next = None;
            behind.post.failures = 0;
        });
        self.attempt();
    }

    fn attempt(self) {
        let Some(cast) = self.state.read_untracked().outbox.sending().cloned() else {
            return;
        };
        let mut free = false;
        self.behind.update_value(|behind| {
            free = !behind.post.under_way;
            behind.post.under_way = true;
        });
        let Some(round) = self.round().filter(|_| free) else {
            return;
        };
        let code = self.code();
        spawn_task(Box::pin(async move {
            let answer = match trackers(code.as_str(), round, &cast).await {
                Some(trackers) => api::cast(&code, &cast, trackers).await,
                None => Err(ApiError::Offline),
            };
            // The page may be gone, or the barometer started anew, since it was sent.
            let still = self.behind.try_with_value(|behind| behind.post.round);
            if still.flatten() == Some(round) {
                self.behind
                    .update_value(|behind| behind.post.under_way = false);
                self.answered(answer);
            }
        }));
    }

    fn answered(self, answer: Answer<Receipt>) {
        match answer {
            Ok(receipt) => {
                self.clear_trouble();
                self.behind.update_value(|behind| behind.post.failures = 0);
                self.change(|outbox| {
                    outbox.received(receipt);
                    true
                });
                self.attempt();
            }
            Err(ApiError::Refused(Refusal::StaleRevision { current })) => {
                self.change(|outbox| {
                    outbox.stale(current);
                    true
                });
                self.attempt();
            }
            Err(ApiError::Refused(Refusal::NotJoined)) => self.on_leave.run(()),
            Err(error) => self.not_taken(error),
        }
    }

    fn not_taken(self, error: ApiError) {
        let failures = self.behind.with_value(|behind| behind.post.failures);
        let pause_ms = retry_after_ms(&error, failures);
        if error.is_failure() {
            self.state.write().trouble = Some(SendError::Offline);
            self.behind.update_value(|behind| behind.post.failures += 1);
        }
        match (pause_ms, error) {
            (Some(pause_ms), _) => self.again_in(pause_ms),
            (None, ApiError::Refused(refusal)) => {
                self.change(|outbox| {
                    outbox.refused();
                    true
                });
                if refusal != Refusal::BarometerClosed {
                    self.state.write().trouble = Some(SendError::Refused(refusal));
                }
            }
            (None, ApiError::Offline) => {}
        }
    }

    fn again_in(self, pause_ms: u32) {
        let next = Timeout::new(pause_ms, move || {
            self.behind.update_value(|behind| behind.post.next = None);
            self.attempt();
        });
        self.behind
            .update_value(|behind| behind.post.next = Some(next));
    }

    fn other_tab(self, event: &Event) {
        let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
        let Some(key) = key
            .filter(|key| self.round().map(|round| self.storage_key(round)).as_ref() == Some(key))
        else {
            return;
        };
        if let Some(outbox) = storage::get(&key) {
            self.state.write().outbox = outbox;
            self.again_in(spread(OTHER_TAB_MS));
        }
    }

    /// Changes the outbox and keeps it, if anything about it changed.
    fn change(self, change: impl FnOnce(&mut BallotOutbox) -> bool) -> bool {
        let before = self.state.read_untracked().outbox.clone();
        let mut outbox = before.clone();
        let result = change(&mut outbox);
        if outbox != before {
            if let Some(round) = self.round() {
                storage::keep(&self.storage_key(round), &outbox);
            }
            self.state.write().outbox = outbox;
        }
        result
    }

    fn clear_trouble(self) {
        if self.state.read_untracked().trouble.is_some() {
            self.state.write().trouble = None;
        }
    }

    fn round(self) -> Option<u32> {
        self.behind.with_value(|behind| behind.post.round)
    }

    fn storage_key(self, round: u32) -> String {
        format!("barometer.ballot.{}.{round}", self.code())
    }
}
