//! In English: the words around the preview of a webinar that is being prepared.

use crate::staff::preview::PreviewText;

pub(crate) fn sentence(message: PreviewText) -> String {
    match message {
        PreviewText::Title => "What it looks like".into(),
        PreviewText::Body => "Follows as you type, before you save too.".into(),
        PreviewText::Screen => "The projector".into(),
        PreviewText::Phone => "The phone".into(),
        PreviewText::Places => "Show".into(),
        PreviewText::Before => "Previous candidate".into(),
        PreviewText::After => "Next candidate".into(),
        PreviewText::Candidate(one, of) => format!("{one} of {of}"),
    }
}
