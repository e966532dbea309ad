//! The one polite live region: at most one message per ten seconds, and the newest wins.

use barometer_domain::ids::Millis;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use crate::live;

const PAUSE_MS: Millis = 10_000;

/// How long a message at `now` waits, when the last one was said at `last`.
fn wait(last: Option<Millis>, now: Millis) -> Millis {
    last.map_or(0, |last| (last + PAUSE_MS - now).clamp(0, PAUSE_MS))
}

/// Says things to those who listen to the page.
#[derive(Clone, Copy)]
pub(super) struct Announcer {
    said: RwSignal<String>,
    last: StoredValue<Option<Millis>>,
    next: StoredValue<Option<Timeout>, LocalStorage>,
}

impl Announcer {
    pub(super) fn new() -> Self {
        Self {
            said: RwSignal::new(String::new()),
            last: StoredValue::new(None),
            next: StoredValue::new_local(None),
        }
    }

    /// Says it as soon as the pause is over, unless something newer comes first.
    pub(super) fn say(self, message: String) {
        let wait = wait(self.last.get_value(), live::now());
        let wait = u32::try_from(wait).unwrap_or(0);
        let speak = Timeout::new(wait, move || {
            self.last.set_value(Some(live::now()));
            self.said.set(message);
        });
        // The timer that was set before is dropped here, and with it its message.
        self.next.set_value(Some(speak));
    }

    /// What is said now.
    pub(super) fn said(self) -> String {
        self.said.get()
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
