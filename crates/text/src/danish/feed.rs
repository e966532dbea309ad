//! In Danish: what a feed reader shows of the requests as they move.

use crate::feed::FeedText;

pub(crate) const fn sentence(message: FeedText) -> &'static str {
    match message {
        FeedText::AllRequests => "Ændringsønsker til samfinansiering",
        FeedText::OneRequest => "Ændringsønske",
        FeedText::Webinars => "Webinarer om ændringsønsker",
        FeedText::Forum => "Strategisk Udviklingsforum",
    }
}
