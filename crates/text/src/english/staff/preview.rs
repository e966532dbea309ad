//! In English: the words around the preview of a webinar that is being prepared.

use crate::staff::preview::Preview;

pub(crate) fn sentence(message: Preview) -> String {
    match message {
        Preview::Title => "What it looks like".into(),
        Preview::Body => "Follows as you type, before you save too.".into(),
        Preview::Screen => "The projector".into(),
        Preview::Phone => "The phone".into(),
        Preview::Places => "Show".into(),
        Preview::Before => "Previous candidate".into(),
        Preview::After => "Next candidate".into(),
        Preview::Candidate(one, of) => format!("{one} of {of}"),
    }
}
