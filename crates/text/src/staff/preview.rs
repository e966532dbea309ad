//! The words around the preview of a webinar that is being prepared.

use crate::Language;

/// What stands around the frames.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum PreviewText {
    Title,
    /// What is shown before it is saved.
    Body,
    /// The frame of the projector.
    Screen,
    /// The frame of the phone.
    Phone,
    Places,
    Before,
    After,
    /// Which candidate, of how many.
    Candidate(u32, u32),
}

impl PreviewText {
    /// What a person reads in this language, with the values in their places.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::preview::sentence(self))
    }
}
