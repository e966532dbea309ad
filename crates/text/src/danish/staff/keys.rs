//! In Danish: the overview of the console's keys.

use crate::staff::keys::Keys;

pub(crate) fn sentence(message: Keys) -> String {
    match message {
        Keys::Title => "Genveje på tastaturet".into(),
        Keys::Space => "mellemrum".into(),
        Keys::Next => "Næste".into(),
        Keys::Back => "Tilbage".into(),
        Keys::Primary => "Den store knap nederst til højre".into(),
        Keys::Open => "Åbn afstemningen".into(),
        Keys::Close => "Luk afstemningen".into(),
        Keys::Reveal => "Vis resultatet".into(),
        Keys::RevealAll => "Vis alle rækker i resultatet".into(),
        Keys::Countdown => "Nedtælling på 60 sekunder".into(),
        Keys::Extend => "30 sekunder mere".into(),
        Keys::Stop => "Stop nedtællingen".into(),
        Keys::Drill => "Vis finansieringen af ønske nr. 1–9 på skærmen".into(),
        Keys::Suppose => "Hvad nu hvis: én kommune mere eller færre".into(),
        Keys::Undrill => "Tilbage fra et ønske".into(),
        Keys::Compare => "Fordelingsnøglerne ved siden af hinanden, eller kurven".into(),
        Keys::Blank => "Mørklæg storskærmen, eller vis den igen".into(),
        Keys::Door => "Luk døren for nye, eller åbn den igen".into(),
        Keys::Projector => "Åbn storskærmen i et nyt vindue".into(),
        Keys::Copy => "Kopiér deltagernes link".into(),
        Keys::Announce => "Kopiér resultatet, når det er vist".into(),
        Keys::Help => "Denne oversigt".into(),
    }
}
