//! The words around the door of an open link: on the console, on the projector, and where the vendor chooses.

use crate::Language;

/// What is said of the door, and of who comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum AdmissionText {
    /// On the console while anyone with the code can come in to vote.
    Open,
    /// And while nobody new can.
    Closed,
    Close,
    OpenAgain,
    /// On the projector, in the place of the code.
    ClosedOnScreen,
    /// Before the number of voters who came within the last half minute.
    Newcomers,
    /// Before the number of voters from the municipality with most of them.
    Largest,
    /// So many came unusually fast.
    Rush(u32),
    /// So many are from one municipality.
    Crowded(u32),
    /// How many may vote for one municipality: the label.
    PerMunicipality,
    PerMunicipalityHint,
    /// What is typed is no such number.
    PerMunicipalityWrong,
    Keep,
    Kept,
    /// What an open link cannot prevent, where the choice is made.
    OpenLink,
}

impl AdmissionText {
    /// What a person reads in this language, with the values in their places.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::door::sentence(self))
    }
}
