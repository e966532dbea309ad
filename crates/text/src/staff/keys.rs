//! The overview of the console's keys.

use crate::Language;

/// What the overview of keys says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// Heading of the overview.
    Title,
    /// Name of the space key.
    Space,
    /// What keys do: next.
    Next,
    /// Back.
    Back,
    /// The primary button.
    Primary,
    /// Opens the vote.
    Open,
    /// Closes it.
    Close,
    /// Reveals.
    Reveal,
    /// Brings out all rows.
    RevealAll,
    /// A countdown.
    Countdown,
    /// More time.
    Extend,
    /// Stops it.
    Stop,
    /// Drills.
    Drill,
    /// Supposes more or fewer municipalities.
    Suppose,
    /// The sharing rules, or the curve.
    Compare,
    /// Undrills.
    Undrill,
    /// Blanks.
    Blank,
    /// Closes the door, or opens it.
    Door,
    /// Opens the projector.
    Projector,
    /// Copies the link.
    Copy,
    /// Holds the result ready.
    Announce,
    /// This overview.
    Help,
}

impl Keys {
    /// The words in `language`.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::keys::sentence(self))
    }
}
