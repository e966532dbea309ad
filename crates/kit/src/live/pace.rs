//! When the live stream opens, closes and gives way to polling. Pure: moments and randomness come in, orders go out.

use barometer_domain::ids::Millis;

use crate::api::pause_ms;

/// Without a stream for so long, the reader is told.
const QUIET_MS: Millis = 2_000;
/// Without a hello for so long, the view is polled.
const HELLO_MS: Millis = 3_000;
/// Polling pauses so long, and up to as long again in part (jitter).
const POLL_MS: Millis = 3_000;
const POLL_JITTER_MS: f64 = 2_000.0;
/// Pings come every 15 s: without any event for so long, the line is dead.
const DEAD_MS: Millis = 40_000;
/// A stream that gives no hello for so long is tried anew.
const WITHHELD_MS: Millis = 25_000;

/// Who follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FollowerKind {
    /// A phone closes its stream while hidden.
    Phone,
    /// Projector and console never do: a window behind slides counts as hidden.
    Staff,
}

/// How fresh the view is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkState {
    /// Not yet heard anything, and not yet worth a word.
    Connecting,
    /// The stream is there, or has been gone for less than two seconds.
    Live,
    /// Nothing comes; what is shown may be old.
    Stale {
        /// Since when, on this device's clock.
        since: Millis,
    },
    /// The stream is withheld, but asking every few seconds works.
    Polling,
}

/// What is to be done now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ReconnectAction {
    pub(super) close: bool,
    pub(super) open: bool,
    pub(super) poll: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StreamState {
    /// Hidden, or not begun.
    Closed,
    Opening {
        since: Millis,
    },
    Open {
        heard: Millis,
    },
    Waiting {
        until: Millis,
    },
}

/// The stream's state.
#[derive(Clone, Copy, Debug)]
pub(super) struct ReconnectPolicy {
    who: FollowerKind,
    stream: StreamState,
    failures: i32,
    ever_heard: bool,
    /// Since when there has been no stream.
    lost: Millis,
    next_poll: Millis,
    poll_under_way: bool,
    poll_arrived: bool,
}

impl ReconnectPolicy {
    pub(super) fn new(who: FollowerKind, now: Millis) -> Self {
        Self {
            who,
            stream: StreamState::Closed,
            failures: 0,
            ever_heard: false,
            lost: now,
            next_poll: now + HELLO_MS,
            poll_under_way: false,
            poll_arrived: false,
        }
    }

    /// Any event came through.
    pub(super) fn heard(&mut self, now: Millis) -> ReconnectAction {
        self.stream = StreamState::Open { heard: now };
        self.failures = 0;
        self.ever_heard = true;
        self.poll_arrived = false;
        ReconnectAction::default()
    }

    /// The stream broke, or would not open; `random` is between 0 and 1.
    pub(super) fn failed(&mut self, now: Millis, random: f64) -> ReconnectAction {
        if self.stream == StreamState::Closed {
            return ReconnectAction::default();
        }
        self.note_loss(now);
        let pause = pause_ms(self.failures, random);
        self.failures += 1;
        self.stream = StreamState::Waiting {
            until: now + Millis::from(pause),
        };
        ReconnectAction {
            close: true,
            ..ReconnectAction::default()
        }
    }

    /// The page went out of sight.
    pub(super) fn hidden(&mut self) -> ReconnectAction {
        if self.who == FollowerKind::Staff {
            return match self.stream {
                StreamState::Closed => self.reopen(self.lost),
                _ => ReconnectAction::default(),
            };
        }
        self.stream = StreamState::Closed;
        ReconnectAction {
            close: true,
            ..ReconnectAction::default()
        }
    }

    /// The page is in sight, or the network is back: nothing is waited for.
    pub(super) fn on_shown(&mut self, now: Millis) -> ReconnectAction {
        match self.stream {
            // A ping is overdue: the page may have been frozen, and its stream with it.
            StreamState::Open { heard } if now - heard > DEAD_MS / 2 => {
                self.note_loss(now);
                self.reopen(now)
            }
            StreamState::Open { .. } | StreamState::Opening { .. } => ReconnectAction::default(),
            StreamState::Closed => {
                self.lost = now;
                self.next_poll = now + HELLO_MS;
                self.reopen(now)
            }
            StreamState::Waiting { .. } => self.reopen(now),
        }
    }

    /// Time has passed.
    pub(super) fn tick(&mut self, now: Millis, random: f64) -> ReconnectAction {
        let mut order = match self.stream {
            StreamState::Open { heard } if now - heard > DEAD_MS => {
                self.note_loss(now);
                self.reopen(now)
            }
            StreamState::Opening { since } if now - since > WITHHELD_MS => self.reopen(now),
            StreamState::Waiting { until } if now >= until => self.reopen(now),
            _ => ReconnectAction::default(),
        };
        let wanted = matches!(
            self.stream,
            StreamState::Opening { .. } | StreamState::Waiting { .. }
        );
        if wanted && !self.poll_under_way && now >= self.next_poll {
            self.next_poll = now + POLL_MS + to_millis(random * POLL_JITTER_MS);
            self.poll_under_way = true;
            order.poll = true;
        }
        order
    }

    /// A poll came back, with a view or without.
    pub(super) fn polled(&mut self, arrived: bool) -> ReconnectAction {
        self.poll_under_way = false;
        self.poll_arrived = arrived;
        ReconnectAction::default()
    }

    /// What to tell the reader.
    pub(super) fn link(&self, now: Millis) -> LinkState {
        match self.stream {
            StreamState::Open { .. } => LinkState::Live,
            _ if self.poll_arrived => LinkState::Polling,
            StreamState::Closed => LinkState::Live,
            _ if now - self.lost >= QUIET_MS => LinkState::Stale { since: self.lost },
            _ if self.ever_heard => LinkState::Live,
            _ => LinkState::Connecting,
        }
    }

    fn reopen(&mut self, now: Millis) -> ReconnectAction {
        self.stream = StreamState::Opening { since: now };
        ReconnectAction {
            open: true,
            ..ReconnectAction::default()
        }
    }

    fn note_loss(&mut self, now: Millis) {
        if matches!(self.stream, StreamState::Open { .. }) {
            self.lost = now;
            self.next_poll = now + HELLO_MS;
        }
    }
}

fn to_millis(milliseconds: f64) -> Millis {
    #[expect(clippy::cast_possible_truncation, reason = "a few seconds at most")]
    let whole = milliseconds as Millis;
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPEN: ReconnectAction = ReconnectAction {
        close: false,
        open: true,
        poll: false,
    };
    const CLOSE: ReconnectAction = ReconnectAction {
        close: true,
        open: false,
        poll: false,
    };
    const POLL: ReconnectAction = ReconnectAction {
        close: false,
        open: false,
        poll: true,
    };
    const NOTHING: ReconnectAction = ReconnectAction {
        close: false,
        open: false,
        poll: false,
    };

    fn phone() -> ReconnectPolicy {
        let mut pace = ReconnectPolicy::new(FollowerKind::Phone, 0);
        assert_eq!(pace.on_shown(0), OPEN);
        pace
    }

    #[test]
    fn with_a_hello_all_is_quiet() {
        let mut pace = phone();
        assert_eq!(pace.link(1_000), LinkState::Connecting);
        pace.heard(1_000);
        assert_eq!(pace.tick(5_000, 0.5), NOTHING);
        assert_eq!(pace.link(5_000), LinkState::Live);
    }

    #[test]
    fn without_a_hello_the_view_is_polled_and_the_stream_stays() {
        let mut pace = phone();
        assert_eq!(pace.tick(2_900, 0.5), NOTHING);
        assert_eq!(pace.link(2_900), LinkState::Stale { since: 0 });
        assert_eq!(pace.tick(3_000, 0.5), POLL);
        assert_eq!(pace.tick(8_000, 0.5), NOTHING, "one poll at a time");
        pace.polled(true);
        assert_eq!(pace.link(8_000), LinkState::Polling);
        assert_eq!(pace.tick(8_000, 0.5), POLL);
        pace.heard(8_100);
        assert_eq!(pace.link(8_100), LinkState::Live);
    }

    #[test]
    fn a_broken_stream_is_tried_again_for_ever_with_longer_pauses() {
        let mut pace = phone();
        pace.heard(0);
        assert_eq!(pace.failed(1_000, 0.0), CLOSE);
        assert_eq!(
            pace.link(2_000),
            LinkState::Live,
            "a hiccup is not worth a word"
        );
        assert_eq!(pace.tick(1_199, 0.0), NOTHING);
        assert_eq!(pace.tick(1_200, 0.0), OPEN);
        assert_eq!(pace.failed(1_300, 0.0), CLOSE);
        assert_eq!(pace.tick(1_699, 0.0), NOTHING);
        assert_eq!(pace.tick(1_700, 0.0), OPEN);
        assert_eq!(pace.link(3_000), LinkState::Stale { since: 1_000 });
        for _ in 0..100 {
            pace.failed(10_000, 1.0);
        }
        assert!(pace.tick(10_000 + 9_600, 1.0).open, "within ten seconds");
    }

    #[test]
    fn a_line_that_went_silent_is_noticed() {
        let mut pace = phone();
        pace.heard(0);
        assert_eq!(pace.tick(40_000, 0.0), NOTHING);
        assert_eq!(pace.tick(40_001, 0.0), OPEN);
        assert_eq!(pace.link(42_001), LinkState::Stale { since: 40_001 });
    }

    #[test]
    fn a_hidden_phone_closes_and_a_shown_one_opens_at_once() {
        let mut pace = phone();
        pace.heard(0);
        assert_eq!(pace.hidden(), CLOSE);
        assert_eq!(pace.tick(100_000, 0.0), NOTHING);
        assert_eq!(pace.failed(100_000, 0.0), NOTHING);
        assert_eq!(pace.on_shown(200_000), OPEN);
        assert_eq!(pace.link(200_100), LinkState::Live);
        assert_eq!(pace.on_shown(200_200), NOTHING);
    }

    #[test]
    fn a_hidden_projector_stays_and_even_starts_hidden() {
        let mut pace = ReconnectPolicy::new(FollowerKind::Staff, 0);
        assert_eq!(pace.hidden(), OPEN);
        pace.heard(10);
        assert_eq!(pace.hidden(), NOTHING);
        assert_eq!(pace.link(20), LinkState::Live);
    }

    #[test]
    fn a_phone_woken_from_the_freezer_does_not_trust_its_stream() {
        let mut pace = phone();
        pace.heard(0);
        assert_eq!(pace.on_shown(19_000), NOTHING);
        assert_eq!(pace.on_shown(21_000), OPEN);
    }

    #[test]
    fn the_network_back_cuts_the_pause_short() {
        let mut pace = phone();
        pace.failed(0, 1.0);
        assert_eq!(pace.on_shown(1), OPEN);
    }
}
