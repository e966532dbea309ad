//! In Danish: the overview of the console's keys.

use crate::staff::keys::ShortcutText;

pub(crate) fn sentence(message: ShortcutText) -> String {
    match message {
        ShortcutText::Title => "Genveje på tastaturet".into(),
        ShortcutText::Space => "mellemrum".into(),
        ShortcutText::Next => "Næste".into(),
        ShortcutText::Back => "Tilbage".into(),
        ShortcutText::Primary => "Den store knap nederst til højre".into(),
        ShortcutText::Open => "Åbn afstemningen".into(),
        ShortcutText::Close => "Luk afstemningen".into(),
        ShortcutText::Reveal => "Vis resultatet".into(),
        ShortcutText::RevealAll => "Vis alle rækker i resultatet".into(),
        ShortcutText::Countdown => "Nedtælling på 60 sekunder".into(),
        ShortcutText::Extend => "30 sekunder mere".into(),
        ShortcutText::Stop => "Stop nedtællingen".into(),
        ShortcutText::Drill => "Vis finansieringen af ønske nr. 1–9 på skærmen".into(),
        ShortcutText::Suppose => "Hvad nu hvis: én kommune mere eller færre".into(),
        ShortcutText::Undrill => "Tilbage fra et ønske".into(),
        ShortcutText::Compare => "Fordelingsnøglerne ved siden af hinanden, eller kurven".into(),
        ShortcutText::Blank => "Mørklæg storskærmen, eller vis den igen".into(),
        ShortcutText::Door => "Luk døren for nye, eller åbn den igen".into(),
        ShortcutText::Projector => "Åbn storskærmen i et nyt vindue".into(),
        ShortcutText::Copy => "Kopiér deltagernes link".into(),
        ShortcutText::Announce => "Kopiér resultatet, når det er vist".into(),
        ShortcutText::Help => "Denne oversigt".into(),
    }
}
