//! In English: the words around the door of an open link: console, projector and phone.

use crate::Language::English;
use crate::staff::door::AdmissionText;

pub(crate) fn sentence(message: AdmissionText) -> String {
    match message {
            AdmissionText::Open => "The door is open".into(),
            AdmissionText::Closed => "The door is closed".into(),
            AdmissionText::Close => "Close the door".into(),
            AdmissionText::OpenAgain => "Open the door".into(),
            AdmissionText::ClosedOnScreen => "The door is closed to more votes".into(),
            AdmissionText::Newcomers => "New in the last half minute".into(),
            AdmissionText::Largest => "Most from one municipality".into(),
            AdmissionText::Rush(count) => format!(
                "{} joined within half a minute. If you do not know them, close the door.",
                English.counted(count, "person has", "people have")
            ),
            AdmissionText::Crowded(count) => format!(
                "{} from one and the same municipality. The vendor can strike false ballots once the \
                 vote is closed.",
                English.counted(count, "participant is", "participants are")
            ),
            AdmissionText::PerMunicipality => "At most so many from each municipality".into(),
            AdmissionText::PerMunicipalityHint => {
                "Empty: no limit. Those who have joined stay, and the invited always come in.".into()
            }
            AdmissionText::PerMunicipalityWrong => "Write a whole number from 1 to 999, or leave it empty.".into(),
            AdmissionText::Keep => "Keep the limit".into(),
            AdmissionText::Kept => "The limit is kept.".into(),
            AdmissionText::OpenLink => {
                "An open link cannot prevent that one person votes from several devices or for another municipality. \
                 The door can be closed and false ballots struck, but only invitations hold."
                    .into()
            }
        }
}
