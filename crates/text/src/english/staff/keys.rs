//! In English: the overview of the console's keys.

use crate::staff::keys::ShortcutText;

pub(crate) fn sentence(message: ShortcutText) -> String {
    match message {
        ShortcutText::Title => "Keyboard shortcuts".into(),
        ShortcutText::Space => "space".into(),
        ShortcutText::Next => "Next".into(),
        ShortcutText::Back => "Back".into(),
        ShortcutText::Primary => "The large button at the bottom right".into(),
        ShortcutText::Open => "Open the vote".into(),
        ShortcutText::Close => "Close the vote".into(),
        ShortcutText::Reveal => "Show the result".into(),
        ShortcutText::RevealAll => "Show all rows of the result".into(),
        ShortcutText::Countdown => "Countdown of 60 seconds".into(),
        ShortcutText::Extend => "30 seconds more".into(),
        ShortcutText::Stop => "Stop the countdown".into(),
        ShortcutText::Drill => "Show the financing of request 1–9 on the screen".into(),
        ShortcutText::Suppose => "What if: one municipality more or fewer".into(),
        ShortcutText::Undrill => "Back from a request".into(),
        ShortcutText::Compare => "The sharing rules side by side, or the curve".into(),
        ShortcutText::Blank => "Blank the projector, or show it again".into(),
        ShortcutText::Door => "Close the door to newcomers, or open it again".into(),
        ShortcutText::Projector => "Open the projector in a new window".into(),
        ShortcutText::Copy => "Copy the participants' link".into(),
        ShortcutText::Announce => "Copy the result once it is shown".into(),
        ShortcutText::Help => "This overview".into(),
    }
}
