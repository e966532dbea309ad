//! The overview of the console's keys.

use crate::Language;

/// What the overview of keys says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum ShortcutText {
    Title,
    /// Name of the space key.
    Space,
    Next,
    Back,
    Primary,
    Open,
    Close,
    Reveal,
    RevealAll,
    Countdown,
    Extend,
    Stop,
    Drill,
    /// Supposes more or fewer municipalities.
    Suppose,
    /// The sharing rules, or the curve.
    Compare,
    Undrill,
    Blank,
    /// Closes the door, or opens it.
    Door,
    Projector,
    Copy,
    Announce,
    Help,
}

impl ShortcutText {
    /// What a person reads in this language, with the values in their places.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::keys::sentence(self))
    }
}
