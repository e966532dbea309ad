//! The one polite live region. What the person did is answered at once; of the stage's news there is at most one in ten
//! seconds, and the newest wins.

use barometer_domain::ids::Millis;
use barometer_kit::live;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use super::participant::{ParticipantPage, focus_heading};

const PAUSE_MS: Millis = 10_000;

/// How long a message at `now` waits, when the last one was said at `last`.
fn wait(last: Option<Millis>, now: Millis) -> Millis {
    last.map_or(0, |last| (last + PAUSE_MS - now).clamp(0, PAUSE_MS))
}

/// When something was said last, and what is said next. A timer is held until another takes its place: one that is let go
/// of would keep its memory.
#[derive(Default)]
pub(super) struct LiveAnnouncer {
    last: Option<Millis>,
    page: Option<Timeout>,
    news: Option<Timeout>,
    answer: Option<Timeout>,
}

/// What happens once it is time for a message.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum AnnouncementTiming {
    /// A new page: its heading takes the focus, and is read for that; else it is news.
    Page,
    /// The stage's news have their pace.
    News,
    /// What the person did is answered at once, and the rows of the result come in the rhythm in which they come out.
    Answer,
}

impl ParticipantPage {
    /// Says it when it is time, unless something newer of its kind comes first. What is behind the page must not be held
    /// meanwhile: then nothing would be said.
    pub(super) fn announce(self, why: AnnouncementTiming, message: String) {
        self.behind.update_value(|behind| {
            let announcer = &mut behind.announcer;
            let (wait, timer) = match why {
                AnnouncementTiming::Page => (0, &mut announcer.page),
                AnnouncementTiming::News => {
                    let wait = wait(announcer.last, live::now());
                    (u32::try_from(wait).unwrap_or(0), &mut announcer.news)
                }
                AnnouncementTiming::Answer => (0, &mut announcer.answer),
            };
            // The timer that was set before is dropped here, and with it its message.
            *timer = Some(self.later(wait, why, message));
        });
    }

    fn later(self, wait: u32, why: AnnouncementTiming, mut message: String) -> Timeout {
        Timeout::new(wait, move || {
            if why == AnnouncementTiming::Page {
                if !focus_heading() {
                    self.announce(AnnouncementTiming::News, message);
                }
                return;
            }
            if why == AnnouncementTiming::News {
                self.behind
                    .update_value(|behind| behind.announcer.last = Some(live::now()));
            }
            if let Some(mut state) = self.state.try_write() {
                // The same words again are heard again only if they differ.
                if state.said == message {
                    message.push('\u{a0}');
                }
                state.said = message;
            }
        })
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
