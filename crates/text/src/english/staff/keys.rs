//! In English: the overview of the console's keys.

use crate::staff::keys::Keys;

pub(crate) fn sentence(message: Keys) -> String {
    match message {
        Keys::Title => "Keyboard shortcuts".into(),
        Keys::Space => "space".into(),
        Keys::Next => "Next".into(),
        Keys::Back => "Back".into(),
        Keys::Primary => "The large button at the bottom right".into(),
        Keys::Open => "Open the vote".into(),
        Keys::Close => "Close the vote".into(),
        Keys::Reveal => "Show the result".into(),
        Keys::RevealAll => "Show all rows of the result".into(),
        Keys::Countdown => "Countdown of 60 seconds".into(),
        Keys::Extend => "30 seconds more".into(),
        Keys::Stop => "Stop the countdown".into(),
        Keys::Drill => "Show the financing of request 1–9 on the screen".into(),
        Keys::Suppose => "What if: one municipality more or fewer".into(),
        Keys::Undrill => "Back from a request".into(),
        Keys::Compare => "The sharing rules side by side, or the curve".into(),
        Keys::Blank => "Blank the projector, or show it again".into(),
        Keys::Door => "Close the door to newcomers, or open it again".into(),
        Keys::Projector => "Open the projector in a new window".into(),
        Keys::Copy => "Copy the participants' link".into(),
        Keys::Announce => "Copy the result once it is shown".into(),
        Keys::Help => "This overview".into(),
    }
}
