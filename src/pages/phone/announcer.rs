//! The one polite live region: at most one message per ten seconds, and the newest wins.

use barometer_domain::ids::Millis;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use super::follow::Following;
use crate::live;

const PAUSE_MS: Millis = 10_000;

/// How long a message at `now` waits, when the last one was said at `last`.
fn wait(last: Option<Millis>, now: Millis) -> Millis {
    last.map_or(0, |last| (last + PAUSE_MS - now).clamp(0, PAUSE_MS))
}

/// When something was said last, and what is said next.
#[derive(Default)]
pub(super) struct Announcer {
    last: Option<Millis>,
    next: Option<Timeout>,
}

impl Following {
    /// Says it as soon as the pause is over, unless something newer comes first.
    pub(super) fn announce(self, message: String) {
        self.behind.update_value(|behind| {
            let wait = wait(behind.announcer.last, live::now());
            let speak = Timeout::new(u32::try_from(wait).unwrap_or(0), move || {
                self.behind
                    .update_value(|behind| behind.announcer.last = Some(live::now()));
                self.state.write().said = message;
            });
            // The timer that was set before is dropped here, and with it its message.
            behind.announcer.next = Some(speak);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_most_one_message_in_ten_seconds() {
        assert_eq!(wait(None, 5), 0);
        assert_eq!(wait(Some(1_000), 4_000), 7_000);
        assert_eq!(wait(Some(1_000), 11_000), 0);
        assert_eq!(wait(Some(1_000), 900), PAUSE_MS, "a clock set back");
    }
}
