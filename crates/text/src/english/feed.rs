//! In English: what a feed reader shows of the requests as they move.

use crate::feed::FeedText;

pub(crate) const fn sentence(message: FeedText) -> &'static str {
    match message {
        FeedText::AllRequests => "Change requests for co-financing",
        FeedText::OneRequest => "Change request",
        FeedText::Webinars => "Webinars about change requests",
        FeedText::Forum => "Strategic Development Forum",
    }
}
