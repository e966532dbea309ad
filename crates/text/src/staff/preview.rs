//! The words around the preview of a webinar that is being prepared.

use crate::Language;

/// What stands around the frames.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preview {
    /// The heading.
    Title,
    /// What is shown before it is saved.
    Body,
    /// The frame of the projector.
    Screen,
    /// The frame of the phone.
    Phone,
    /// The list of places.
    Places,
    /// The candidate before.
    Before,
    /// The next candidate.
    After,
    /// Which candidate, of how many.
    Candidate(u32, u32),
}

impl Preview {
    /// The words in `language`.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::preview::sentence(self))
    }
}
