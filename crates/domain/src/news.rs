//! News without an account: what counts as news, who wants which of it, and when a delivery that failed is tried again.
//!
//! News says what moved, never who voted or promised: no event names a municipality or a person.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::financing::RequestState;
use crate::financing::portfolio::History;
use crate::forum::EntryId;
use crate::forum::news::ForumEvent;
use crate::ids::{Millis, RequestId, WebinarCode};

pub mod webhook;

/// What somebody follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum NewsSubject {
    /// Every request on the living page.
    LivingPage,
    /// The webinars that are announced, and their results.
    Webinars,
    /// Meetings of the Strategic Development Forum, and what is said and decided there.
    Forum,
    /// One request on the living page.
    Request(RequestId),
    /// A wish that somebody sent, on its whole way: also before the living page shows it.
    Wish(RequestId),
}

/// The error for a text that names nothing one can follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected requests, webinars, forum, request-7 or wish-7")]
pub struct NoSuchSubject;

impl fmt::Display for NewsSubject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::LivingPage => f.write_str("requests"),
            Self::Webinars => f.write_str("webinars"),
            Self::Forum => f.write_str("forum"),
            Self::Request(RequestId(number)) => write!(f, "request-{number}"),
            Self::Wish(RequestId(number)) => write!(f, "wish-{number}"),
        }
    }
}

impl FromStr for NewsSubject {
    type Err = NoSuchSubject;

    fn from_str(text: &str) -> Result<Self, NoSuchSubject> {
        let number = |text: &str| text.parse().map(RequestId).map_err(|_| NoSuchSubject);
        match text.split_once('-') {
            None if text == "requests" => Ok(Self::LivingPage),
            None if text == "webinars" => Ok(Self::Webinars),
            None if text == "forum" => Ok(Self::Forum),
            Some(("request", request)) => number(request).map(Self::Request),
            Some(("wish", request)) => number(request).map(Self::Wish),
            _ => Err(NoSuchSubject),
        }
    }
}

impl TryFrom<String> for NewsSubject {
    type Error = NoSuchSubject;

    fn try_from(text: String) -> Result<Self, NoSuchSubject> {
        text.parse()
    }
}

impl From<NewsSubject> for String {
    fn from(subject: NewsSubject) -> Self {
        subject.to_string()
    }
}

impl NewsSubject {
    /// Whether only those may follow it who may see the living page.
    pub const fn is_of_living_page(self) -> bool {
        matches!(self, Self::LivingPage | Self::Request(_))
    }
}

/// Who may hear of a step of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NewsReach {
    /// Everybody who may see the living page.
    LivingPage,
    /// Those who wished for it.
    Wishers,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum NewsEvent {
    /// A request came a step further, or aside.
    RequestMoved {
        /// Which.
        request: RequestId,
        /// The vendor's own reference.
        reference: String,
        /// Its title at that time.
        title: String,
        /// How far it came.
        state: RequestState,
        /// Who may hear of it.
        reach: NewsReach,
    },
    /// A webinar that one can come to.
    WebinarAnnounced {
        /// Its code.
        code: WebinarCode,
        /// Its title.
        title: String,
        /// Its day, `YYYY-MM-DD`.
        date: String,
        /// When it begins, `HH:MM`.
        starts: String,
    },
    /// Everybody in a webinar has seen its whole result.
    ResultOut {
        /// Its code.
        code: WebinarCode,
        /// Its title.
        title: String,
        /// Whether the webinar was announced: the code of another one is nobody's news.
        announced: bool,
    },
    /// Something happened in the Strategic Development Forum.
    Forum {
        /// The entry's number, where it is on record.
        number: Option<EntryId>,
        /// What.
        event: ForumEvent,
    },
}

/// An event with its moment, on the server's clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewsItem {
    /// When it happened.
    pub at: Millis,
    /// What happened.
    pub event: NewsEvent,
}

impl NewsItem {
    /// The same for the same event however often it is read from the record, and for no other.
    pub fn key(&self) -> String {
        let at = self.at;
        match &self.event {
            NewsEvent::RequestMoved {
                request,
                state,
                reach,
                ..
            } => format!("request {request} {state:?} {reach:?} {at}"),
            NewsEvent::WebinarAnnounced { code, .. } => format!("webinar {code} {at}"),
            NewsEvent::ResultOut { code, .. } => format!("result {code} {at}"),
            NewsEvent::Forum {
                number: Some(EntryId(number)),
                ..
            } => format!("forum entry {number}"),
            NewsEvent::Forum {
                number: None,
                event,
            } => {
                let meeting = event.meeting().map_or(0, |meeting| meeting.0);
                format!("forum meeting {meeting} {at}")
            }
        }
    }

    /// Whether somebody who follows `subject` is told.
    pub fn is_about(&self, subject: NewsSubject) -> bool {
        match (&self.event, subject) {
            (NewsEvent::RequestMoved { reach, .. }, NewsSubject::LivingPage) => {
                *reach == NewsReach::LivingPage
            }
            (NewsEvent::RequestMoved { request, reach, .. }, NewsSubject::Request(followed)) => {
                *reach == NewsReach::LivingPage && *request == followed
            }
            (NewsEvent::RequestMoved { request, reach, .. }, NewsSubject::Wish(followed)) => {
                *reach == NewsReach::Wishers && *request == followed
            }
            (NewsEvent::WebinarAnnounced { .. }, NewsSubject::Webinars) => true,
            (NewsEvent::ResultOut { announced, .. }, NewsSubject::Webinars) => *announced,
            (NewsEvent::Forum { .. }, NewsSubject::Forum) => true,
            _ => false,
        }
    }

    /// Whether the vendor's own channel is told: what the living page shows, and every webinar of the vendor's.
    pub const fn is_for_webhook(&self) -> bool {
        !matches!(
            self.event,
            NewsEvent::RequestMoved {
                reach: NewsReach::Wishers,
                ..
            }
        )
    }
}

/// Every step of a request by `at`: for those who wished for it, and again, as far as it has shown it, for readers of the
/// living page.
pub fn of_request(history: &History, at: Millis) -> Vec<NewsItem> {
    let public = history.public_steps(at).into_iter().map(|step| NewsItem {
        at: step.at,
        event: NewsEvent::RequestMoved {
            request: step.request,
            reference: step.reference,
            title: step.title,
            state: step.state,
            reach: NewsReach::LivingPage,
        },
    });
    let mut items: Vec<NewsItem> = public.collect();
    let mut last = None;
    for version in history.versions.iter().filter(|version| version.at <= at) {
        if last.replace(version.state) != Some(version.state) {
            let event = NewsEvent::RequestMoved {
                request: history.request,
                reference: version.request.reference.clone(),
                title: version.request.title.clone(),
                state: version.state,
                reach: NewsReach::Wishers,
            };
            items.push(NewsItem {
                at: version.at,
                event,
            });
        }
    }
    items
}

/// How long to wait before a delivery is tried again that failed so many times, in milliseconds; `None` once it is given
/// up, about 20 hours after the first try.
pub const fn retry_pause(failures: u32) -> Option<Millis> {
    const MINUTE: Millis = 60_000;
    match failures {
        0 | 1 => Some(MINUTE),
        2 => Some(5 * MINUTE),
        3 => Some(30 * MINUTE),
        4 => Some(120 * MINUTE),
        5 => Some(360 * MINUTE),
        6 => Some(720 * MINUTE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn moved(request: u32, state: RequestState, reach: NewsReach, at: Millis) -> NewsItem {
        let event = NewsEvent::RequestMoved {
            request: RequestId(request),
            reference: "K01".into(),
            title: "Kopiér besøgsplan".into(),
            state,
            reach,
        };
        NewsItem { at, event }
    }

    fn result(announced: bool) -> NewsItem {
        let event = NewsEvent::ResultOut {
            code: "DEM234".parse().unwrap(),
            title: "Ønsker".into(),
            announced,
        };
        NewsItem { at: 7, event }
    }

    #[test]
    fn what_is_followed_is_read_as_it_is_written() {
        for subject in [
            NewsSubject::LivingPage,
            NewsSubject::Webinars,
            NewsSubject::Forum,
            NewsSubject::Request(RequestId(7)),
            NewsSubject::Wish(RequestId(7)),
        ] {
            assert_eq!(subject.to_string().parse(), Ok(subject));
        }
        for wrong in ["", "request", "request-", "request-x", "wish--1", "forum-1"] {
            assert_eq!(wrong.parse::<NewsSubject>(), Err(NoSuchSubject), "{wrong}");
        }
    }

    #[test]
    fn a_wish_is_followed_before_the_living_page_shows_it_by_nobody_else() {
        let early = moved(7, RequestState::Screened, NewsReach::Wishers, 1);
        assert!(early.is_about(NewsSubject::Wish(RequestId(7))));
        for other in [
            NewsSubject::LivingPage,
            NewsSubject::Request(RequestId(7)),
            NewsSubject::Wish(RequestId(8)),
            NewsSubject::Webinars,
        ] {
            assert!(!early.is_about(other), "{other}");
        }
        assert!(!early.is_for_webhook());
        let public = moved(7, RequestState::Selected, NewsReach::LivingPage, 1);
        assert!(public.is_about(NewsSubject::LivingPage) && public.is_for_webhook());
        assert!(
            !public.is_about(NewsSubject::Wish(RequestId(7))),
            "told once, not twice"
        );
    }

    #[test]
    fn the_code_of_a_webinar_that_was_not_announced_is_nobodys_news() {
        assert!(!result(false).is_about(NewsSubject::Webinars));
        assert!(result(true).is_about(NewsSubject::Webinars));
        assert!(result(false).is_for_webhook(), "the vendor's own channel");
    }

    #[test]
    fn a_delivery_is_tried_over_hours_and_then_given_up() {
        let pauses: Vec<Millis> = (1..).map_while(retry_pause).collect();
        assert_eq!(pauses.len(), 6);
        assert!(pauses.is_sorted());
        let hours = pauses.iter().sum::<Millis>() / 3_600_000;
        assert_eq!(hours, 20);
    }

    proptest! {
        #[test]
        fn two_steps_have_two_keys(
            one in (0_u32..3, 0_i64..3, any::<bool>()),
            other in (0_u32..3, 0_i64..3, any::<bool>()),
        ) {
            let item = |(request, at, public): (u32, Millis, bool)| {
                let reach = if public { NewsReach::LivingPage } else { NewsReach::Wishers };
                moved(request, RequestState::Selected, reach, at)
            };
            prop_assert_eq!(item(one).key() == item(other).key(), one == other);
        }
    }
}
