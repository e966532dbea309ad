//! The overview of the console's keys.

use crate::Language;
use crate::Language::{Danish, English};

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
        match (self, language) {
            (Self::Title, Danish) => "Genveje på tastaturet".into(),
            (Self::Title, English) => "Keyboard shortcuts".into(),
            (Self::Space, Danish) => "mellemrum".into(),
            (Self::Space, English) => "space".into(),
            (Self::Next, Danish) => "Næste".into(),
            (Self::Next, English) => "Next".into(),
            (Self::Back, Danish) => "Tilbage".into(),
            (Self::Back, English) => "Back".into(),
            (Self::Primary, Danish) => "Den store knap nederst til højre".into(),
            (Self::Primary, English) => "The large button at the bottom right".into(),
            (Self::Open, Danish) => "Åbn afstemningen".into(),
            (Self::Open, English) => "Open the vote".into(),
            (Self::Close, Danish) => "Luk afstemningen".into(),
            (Self::Close, English) => "Close the vote".into(),
            (Self::Reveal, Danish) => "Vis resultatet".into(),
            (Self::Reveal, English) => "Show the result".into(),
            (Self::RevealAll, Danish) => "Vis alle rækker i resultatet".into(),
            (Self::RevealAll, English) => "Show all rows of the result".into(),
            (Self::Countdown, Danish) => "Nedtælling på 60 sekunder".into(),
            (Self::Countdown, English) => "Countdown of 60 seconds".into(),
            (Self::Extend, Danish) => "30 sekunder mere".into(),
            (Self::Extend, English) => "30 seconds more".into(),
            (Self::Stop, Danish) => "Stop nedtællingen".into(),
            (Self::Stop, English) => "Stop the countdown".into(),
            (Self::Drill, Danish) => "Vis finansieringen af ønske nr. 1–9 på skærmen".into(),
            (Self::Drill, English) => "Show the financing of request 1–9 on the screen".into(),
            (Self::Suppose, Danish) => "Hvad nu hvis: én kommune mere eller færre".into(),
            (Self::Suppose, English) => "What if: one municipality more or fewer".into(),
            (Self::Undrill, Danish) => "Tilbage fra et ønske".into(),
            (Self::Undrill, English) => "Back from a request".into(),
            (Self::Compare, Danish) => {
                "Fordelingsnøglerne ved siden af hinanden, eller kurven".into()
            }
            (Self::Compare, English) => "The sharing rules side by side, or the curve".into(),
            (Self::Blank, Danish) => "Mørklæg storskærmen, eller vis den igen".into(),
            (Self::Blank, English) => "Blank the projector, or show it again".into(),
            (Self::Door, Danish) => "Luk døren for nye, eller åbn den igen".into(),
            (Self::Door, English) => "Close the door to newcomers, or open it again".into(),
            (Self::Projector, Danish) => "Åbn storskærmen i et nyt vindue".into(),
            (Self::Projector, English) => "Open the projector in a new window".into(),
            (Self::Copy, Danish) => "Kopiér deltagernes link".into(),
            (Self::Copy, English) => "Copy the participants' link".into(),
            (Self::Announce, Danish) => "Kopiér resultatet, når det er vist".into(),
            (Self::Announce, English) => "Copy the result once it is shown".into(),
            (Self::Help, Danish) => "Denne oversigt".into(),
            (Self::Help, English) => "This overview".into(),
        }
    }
}
