//! In English: why something was refused, said to the person who tried.

use barometer_domain::financing::admission::TakesNone;
use barometer_domain::refusal::Refusal;

pub(crate) fn sentence(refusal: &Refusal) -> String {
    match refusal {
        Refusal::UnknownWebinar => "There is no webinar with that code.".into(),
        Refusal::WebinarNotOpen => "The webinar takes no more participants.".into(),
        Refusal::UnknownMunicipality => "Choose your municipality from the list.".into(),
        Refusal::UnknownInvitation => "The invitation is not valid. Ask for a new one.".into(),
        Refusal::InvitationNeeded => "Only those invited can vote. Open your personal link.".into(),
        Refusal::DoorClosed => "The door is closed. You can still watch.".into(),
        Refusal::MunicipalityFull { limit } => {
            format!("At most {limit} can vote for one municipality. You can still watch.")
        }
        Refusal::NotJoined => "You are no longer in the webinar. Join again.".into(),
        Refusal::ObserverCannotVote => {
            "You are only watching. Join for a municipality to vote.".into()
        }
        Refusal::MunicipalityFixed => {
            "You have voted or shown interest here already, so your municipality is settled.".into()
        }
        Refusal::RequestTakesNone { why } => takes_none(*why).into(),
        Refusal::WebinarEnded => "The webinar has ended. Write to the vendor instead.".into(),
        Refusal::TooManyInterests { limit } => {
            format!("You can show interest in {limit} requests at most.")
        }
        Refusal::BarometerNotOpen => "The vote is not open yet.".into(),
        Refusal::BarometerClosed => "The vote is closed.".into(),
        Refusal::NamesFrozen => "The vote is closed, and names cannot be changed.".into(),
        Refusal::TooManyChoices { limit } => format!("You can choose {limit} at most."),
        Refusal::UnknownCandidate { .. } => "That request is not in the vote.".into(),
        Refusal::StaleRevision { .. } => "A newer vote has already been received.".into(),
        Refusal::UnknownRequest => "There is no such request in this webinar.".into(),
        Refusal::NotPresenter => "This link does not let you run the webinar.".into(),
        Refusal::StaleStep => "Another screen came first. Look, and try again.".into(),
        Refusal::BarometerStillOpen => "Close the vote first.".into(),
        Refusal::BarometerAlreadyOpened => "The vote has already been open.".into(),
        Refusal::NotClosedYet => "The result can be shown once the vote is closed.".into(),
        Refusal::NothingFurther => "There is nothing further in that direction.".into(),
        Refusal::NotPossibleNow
        | Refusal::NotVendor
        | Refusal::WrongPassphrase
        | Refusal::AlreadySetUp
        | Refusal::NoVendorKey
        | Refusal::ReasonMissing
        | Refusal::LogBroken
        | Refusal::MoveNotAllowed
        | Refusal::MergeConflicts { .. }
        | Refusal::MergeMovedOn
        | Refusal::Locked
        | Refusal::ChoicesSeen
        | Refusal::StaleEdition
        | Refusal::CodeNeeded
        | Refusal::BadSheet { .. }
        | Refusal::BadSurvey { .. }
        | Refusal::AnswersStand { .. }
        | Refusal::SurveyNotOpen
        | Refusal::ImportHasErrors { .. }
        | Refusal::NotFilledIn { .. }
        | Refusal::Question { .. } => "That is not possible right now.".into(),
        Refusal::ChoiceDoesNotFit => "Choose so that two or three go on.".into(),
        Refusal::BodyTooLarge { .. } => "That is too large to be sent.".into(),
        Refusal::Malformed { .. } => "The server did not understand this page. Reload it.".into(),
        Refusal::NotFound => "There is no such page.".into(),
        Refusal::CrossSite => "Sent from a foreign page, and therefore refused.".into(),
        Refusal::Busy { .. } => "It is busy right now. We are trying again.".into(),
        Refusal::StorageFull { .. } => {
            "The server has no space left, and nothing was saved. We are trying again.".into()
        }
        Refusal::TooMany { .. } => "Too many tries. Wait a little, then try again.".into(),
        Refusal::Internal => "Something went wrong at the server. Try again.".into(),
    }
}

pub(crate) fn takes_none(why: TakesNone) -> &'static str {
    match why {
        TakesNone::NotOpenYet => {
            "The request is not open for financing yet. Until then only interest is noted."
        }
        TakesNone::Over => {
            "The request is merged, rejected, expired or cancelled, and takes no more."
        }
        TakesNone::DeadlinePassed => "The deadline has passed. The vendor can extend it.",
        TakesNone::NotOrdered => "Invoices are sent once the request is ordered.",
    }
}
