//! The words around the preview of a webinar that is being prepared.

use crate::Language::{self, Danish, English};

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
        match (self, language) {
            (Self::Title, Danish) => "Sådan ser det ud".into(),
            (Self::Title, English) => "What it looks like".into(),
            (Self::Body, Danish) => "Følger med, mens I skriver – også før I gemmer.".into(),
            (Self::Body, English) => "Follows as you type, before you save too.".into(),
            (Self::Screen, Danish) => "Storskærmen".into(),
            (Self::Screen, English) => "The projector".into(),
            (Self::Phone, Danish) => "Telefonen".into(),
            (Self::Phone, English) => "The phone".into(),
            (Self::Places, Danish) => "Vis".into(),
            (Self::Places, English) => "Show".into(),
            (Self::Before, Danish) => "Forrige kandidat".into(),
            (Self::Before, English) => "Previous candidate".into(),
            (Self::After, Danish) => "Næste kandidat".into(),
            (Self::After, English) => "Next candidate".into(),
            (Self::Candidate(one, of), Danish) => format!("{one} af {of}"),
            (Self::Candidate(one, of), English) => format!("{one} of {of}"),
        }
    }
}
