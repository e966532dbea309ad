//! The outbox at work: kept in localStorage, shared by tabs, sent again until the server has answered.

use barometer_domain::barometer::Phase;
use barometer_domain::ids::{CandidateId, WebinarCode};
use barometer_domain::refusal::Refusal;
use barometer_domain::wire::{Me, Receipt};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;

use super::outbox::{LimitReached, Outbox};
use crate::api::{self, Answer, ApiError};
use crate::storage;

/// The first pause after a failure; doubled each time, up to [`MOST_DOUBLINGS`] times.
const FIRST_PAUSE_MS: f64 = 500.0;
const MOST_DOUBLINGS: i32 = 4;
/// What another tab has just sent is asked for only if that tab has not managed by then.
const OTHER_TAB_MS: f64 = 4_000.0;

/// Why a ballot on its way has not arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// No answer; it is tried again by itself.
    Offline,
    /// The server will not have it.
    Refused(Refusal),
    /// The server does not know this browser: join again.
    NotJoined,
}

/// This participant's ballot in the barometer's present round.
#[derive(Clone, Copy)]
pub(super) struct BallotBox {
    code: StoredValue<WebinarCode>,
    round: RwSignal<Option<u32>>,
    outbox: RwSignal<Outbox>,
    trouble: RwSignal<Option<Trouble>>,
    post: StoredValue<Post, LocalStorage>,
}

#[derive(Default)]
struct Post {
    under_way: bool,
    failures: i32,
    next: Option<Timeout>,
}

impl BallotBox {
    /// An empty box that follows the other tabs until the calling component is gone.
    pub(super) fn new(code: WebinarCode) -> Self {
        let ballot_box = Self {
            code: StoredValue::new(code),
            round: RwSignal::new(None),
            outbox: RwSignal::new(Outbox::default()),
            trouble: RwSignal::new(None),
            post: StoredValue::new_local(Post::default()),
        };
        let tabs = window_event_listener_untyped("storage", move |event| {
            if let Some(event) = event.dyn_ref::<StorageEvent>() {
                ballot_box.other_tab(event.key());
            }
        });
        let network = window_event_listener_untyped("online", move |_| ballot_box.hurry());
        on_cleanup(move || {
            tabs.remove();
            network.remove();
        });
        ballot_box
    }

    /// Opens the box of this round: what was tapped in it before is there again.
    pub(super) fn enter(self, round: u32) {
        if self.round.get_untracked() == Some(round) {
            return;
        }
        self.round.set(Some(round));
        self.trouble.set(None);
        self.post.set_value(Post::default());
        let kept = self.key().and_then(|key| storage::get(&key));
        self.outbox.set(kept.unwrap_or_default());
        self.attempt();
    }

    /// Compares with what the server holds.
    pub(super) fn learn(self, me: &Me) {
        if self.round.get_untracked() != Some(me.round) {
            return;
        }
        self.trouble.set(None);
        self.change(|outbox| outbox.learn(me.ballot.clone()));
        self.hurry();
    }

    /// Reads the outbox and follows it.
    pub(super) fn with<T>(self, read: impl FnOnce(&Outbox) -> T) -> T {
        self.outbox.with(read)
    }

    /// Reads the outbox as it is now.
    pub(super) fn with_untracked<T>(self, read: impl FnOnce(&Outbox) -> T) -> T {
        self.outbox.with_untracked(read)
    }

    /// Why what is on its way has not arrived, if something is in its way.
    pub(super) fn trouble(self) -> Option<Trouble> {
        self.trouble.get()
    }

    /// Ticks or unticks a candidate.
    pub(super) fn tap(self, candidate: CandidateId, limit: u8) -> Result<(), LimitReached> {
        self.change(|outbox| outbox.tap(candidate, limit))
    }

    /// Ticks or unticks "Ingen af disse".
    pub(super) fn tap_none(self) {
        self.change(Outbox::tap_none);
    }

    /// Hands in what is ticked.
    pub(super) fn send(self) {
        self.trouble.set(None);
        if self.change(Outbox::send) {
            self.hurry();
        }
    }

    /// The barometer's phase: at the close, what is ticked goes out at once.
    pub(super) fn phase(self, phase: Phase) {
        let locked = phase == Phase::Closing && self.change(|outbox| outbox.lock(phase));
        let to_ask =
            phase >= Phase::Closing && self.outbox.with_untracked(|o| o.sending().is_some());
        if locked || to_ask {
            self.hurry();
        }
    }

    /// Tries now instead of later.
    fn hurry(self) {
        self.post.update_value(|post| {
            post.next = None;
            post.failures = 0;
        });
        self.attempt();
    }

    fn attempt(self) {
        let under_way = self.post.with_value(|post| post.under_way);
        let Some(cast) = self
            .outbox
            .with_untracked(|outbox| outbox.sending().cloned())
        else {
            return;
        };
        let Some(round) = self.round.get_untracked().filter(|_| !under_way) else {
            return;
        };
        self.post.update_value(|post| post.under_way = true);
        spawn_local(async move {
            let Some(code) = self.code.try_get_value() else {
                return;
            };
            let answer = api::cast(&code, &cast).await;
            // The page may be gone, or the barometer started anew, since it was sent.
            if self.round.try_get_untracked().flatten() == Some(round) {
                self.post.update_value(|post| post.under_way = false);
                self.answered(answer);
            }
        });
    }

    fn answered(self, answer: Answer<Receipt>) {
        match answer {
            Ok(receipt) => {
                self.trouble.set(None);
                self.post.update_value(|post| post.failures = 0);
                self.change(|outbox| outbox.received(receipt));
                self.attempt();
            }
            Err(ApiError::Refused(Refusal::StaleRevision { current })) => {
                self.change(|outbox| outbox.stale(current));
                self.attempt();
            }
            Err(ApiError::Refused(Refusal::Busy { retry_after_ms })) => {
                self.again_in(f64::from(retry_after_ms));
            }
            Err(ApiError::Refused(Refusal::BarometerClosed)) => {
                self.change(Outbox::refused);
            }
            Err(ApiError::Refused(Refusal::NotJoined)) => {
                self.trouble.set(Some(Trouble::NotJoined));
            }
            Err(ApiError::Refused(Refusal::Internal) | ApiError::Offline) => {
                self.trouble.set(Some(Trouble::Offline));
                let failures = self.post.with_value(|post| post.failures);
                self.post.update_value(|post| post.failures += 1);
                self.again_in(FIRST_PAUSE_MS * 2.0_f64.powi(failures.min(MOST_DOUBLINGS)));
            }
            Err(ApiError::Refused(refusal)) => {
                self.change(Outbox::refused);
                self.trouble.set(Some(Trouble::Refused(refusal)));
            }
        }
    }

    /// Tries again after this pause and up to half as much again, so that a crowd does not come all at once.
    fn again_in(self, pause: f64) {
        let jittered = pause * (1.0 + js_sys::Math::random() / 2.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "some positive seconds"
        )]
        let next = Timeout::new(jittered as u32, move || self.attempt());
        self.post.update_value(|post| post.next = Some(next));
    }

    fn other_tab(self, key: Option<String>) {
        if key.is_none() || key != self.key() {
            return;
        }
        if let Some(outbox) = key.and_then(|key| storage::get(&key)) {
            self.outbox.set(outbox);
            self.again_in(OTHER_TAB_MS);
        }
    }

    fn change<T>(self, change: impl FnOnce(&mut Outbox) -> T) -> T {
        let mut outbox = self.outbox.get_untracked();
        let result = change(&mut outbox);
        if self.outbox.with_untracked(|held| *held != outbox) {
            if let Some(key) = self.key() {
                storage::set(&key, &outbox);
            }
            self.outbox.set(outbox);
        }
        result
    }

    fn key(self) -> Option<String> {
        let round = self.round.get_untracked()?;
        let code = self.code.get_value();
        Some(format!("barometer.ballot.{code}.{round}"))
    }
}
