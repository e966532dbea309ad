//! In English: the words around the door of an open link: console, projector and phone.

use crate::Language::English;
use crate::staff::door::Door;

pub(crate) fn sentence(message: Door) -> String {
    match message {
            Door::Open => "The door is open".into(),
            Door::Closed => "The door is closed".into(),
            Door::Close => "Close the door".into(),
            Door::OpenAgain => "Open the door".into(),
            Door::ClosedOnScreen => "The door is closed to more votes".into(),
            Door::Newcomers => "New in the last half minute".into(),
            Door::Largest => "Most from one municipality".into(),
            Door::Rush(count) => format!(
                "{} joined within half a minute. If you do not know them, close the door.",
                English.counted(count, "person has", "people have")
            ),
            Door::Crowded(count) => format!(
                "{} from one and the same municipality. The vendor can strike false ballots once the \
                 vote is closed.",
                English.counted(count, "participant is", "participants are")
            ),
            Door::PerMunicipality => "At most so many from each municipality".into(),
            Door::PerMunicipalityHint => {
                "Empty: no limit. Those who have joined stay, and the invited always come in.".into()
            }
            Door::PerMunicipalityWrong => "Write a whole number from 1 to 999, or leave it empty.".into(),
            Door::Keep => "Keep the limit".into(),
            Door::Kept => "The limit is kept.".into(),
            Door::OpenLink => {
                "An open link cannot prevent that one person votes from several devices or for another municipality. \
                 The door can be closed and false ballots struck, but only invitations hold."
                    .into()
            }
        }
}
