//! What a feed reader shows of the requests as they move.

use barometer_domain::financing::RequestState;

use crate::{Language, states};

/// What feeds are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedText {
    /// The feed of all requests on the living page.
    AllRequests,
    /// The feed of one request.
    OneRequest,
    /// The feed of webinars.
    Webinars,
    /// The feed of the Strategic Development Forum.
    Forum,
}

impl FeedText {
    /// What a person reads in this language.
    pub const fn say(self, language: Language) -> &'static str {
        in_language!(language, feed::sentence(self))
    }
}

/// One entry: `K03 Vikarvisning: Fuldt finansieret`.
pub fn step(language: Language, reference: &str, title: &str, state: RequestState) -> String {
    format!("{reference} {title}: {}", states::request(state, language))
}
