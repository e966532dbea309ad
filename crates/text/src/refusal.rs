//! Why something was refused, said to the person who tried.

use barometer_domain::financing::admission::TakesNone;
use barometer_domain::refusal::Refusal;

use crate::Language;

/// The sentence for a refusal.
pub fn sentence(refusal: &Refusal, language: Language) -> String {
    match language {
        Language::Danish => danish(refusal),
        Language::English => english(refusal),
    }
}

/// Why a request takes no such word from a municipality.
pub fn takes_none(why: TakesNone, language: Language) -> &'static str {
    let [danish, english] = match why {
        TakesNone::NotOpenYet => [
            "Ønsket er ikke åbent for finansiering endnu. Til da kan kun interesse noteres.",
            "The request is not open for financing yet. Until then only interest is noted.",
        ],
        TakesNone::Over => [
            "Ønsket er lagt sammen med et andet, afvist, udløbet eller annulleret og tager ikke imod mere.",
            "The request is merged, rejected, expired or cancelled, and takes no more.",
        ],
        TakesNone::DeadlinePassed => [
            "Fristen er passeret. Leverandøren kan forlænge den.",
            "The deadline has passed. The vendor can extend it.",
        ],
        TakesNone::NotOrdered => [
            "Der faktureres først, når ønsket er bestilt.",
            "Invoices are sent once the request is ordered.",
        ],
    };
    match language {
        Language::Danish => danish,
        Language::English => english,
    }
}

fn danish(refusal: &Refusal) -> String {
    match refusal {
        Refusal::UnknownWebinar => "Der er ikke noget webinar med den kode.".into(),
        Refusal::WebinarNotOpen => "Webinaret tager ikke imod flere deltagere.".into(),
        Refusal::UnknownMunicipality => "Vælg din kommune på listen.".into(),
        Refusal::UnknownInvitation => "Invitationen gælder ikke. Bed om en ny.".into(),
        Refusal::InvitationNeeded => "Kun inviterede kan stemme. Åbn dit personlige link.".into(),
        Refusal::DoorClosed => "Døren er lukket. Du kan stadig se med.".into(),
        Refusal::MunicipalityFull { limit } => {
            format!("Højst {limit} kan stemme for én kommune. Du kan stadig se med.")
        }
        Refusal::NotJoined => "Du er ikke med i webinaret længere. Deltag igen.".into(),
        Refusal::ObserverCannotVote => {
            "Du ser kun med. Deltag for en kommune for at stemme.".into()
        }
        Refusal::MunicipalityFixed => {
            "Du har allerede stemt eller vist interesse her, så din kommune ligger fast.".into()
        }
        Refusal::RequestTakesNone { why } => takes_none(*why, Language::Danish).into(),
        Refusal::WebinarEnded => "Webinaret er slut. Skriv til leverandøren i stedet.".into(),
        Refusal::TooManyInterests { limit } => {
            format!("Du kan højst vise interesse for {limit} ønsker.")
        }
        Refusal::BarometerNotOpen => "Afstemningen er ikke åben endnu.".into(),
        Refusal::BarometerClosed => "Afstemningen er lukket.".into(),
        Refusal::NamesFrozen => "Afstemningen er lukket, og navne kan ikke ændres.".into(),
        Refusal::TooManyChoices { limit } => format!("Du kan højst vælge {limit}."),
        Refusal::UnknownCandidate { .. } => "Ønsket er ikke med i afstemningen.".into(),
        Refusal::StaleRevision { .. } => "En nyere stemme er allerede modtaget.".into(),
        Refusal::UnknownRequest => "Ønsket findes ikke i dette webinar.".into(),
        Refusal::NotPresenter => "Linket giver ikke adgang til at styre webinaret.".into(),
        Refusal::StaleStep => "En anden skærm kom først. Se, og prøv igen.".into(),
        Refusal::BarometerStillOpen => "Luk afstemningen først.".into(),
        Refusal::BarometerAlreadyOpened => "Afstemningen har allerede været åben.".into(),
        Refusal::NotClosedYet => "Resultatet kan først vises, når afstemningen er lukket.".into(),
        Refusal::NothingFurther => "Der er ikke mere i den retning.".into(),
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
        | Refusal::ImportHasErrors { .. }
        | Refusal::NotFilledIn { .. } => "Det kan ikke lade sig gøre lige nu.".into(),
        Refusal::ChoiceDoesNotFit => "Vælg, så to eller tre går videre.".into(),
        Refusal::BodyTooLarge { .. } => "Det er for stort til at blive sendt.".into(),
        Refusal::Malformed { .. } => "Serveren forstod ikke, hvad siden sendte. Genindlæs.".into(),
        Refusal::NotFound => "Siden findes ikke.".into(),
        Refusal::CrossSite => "Afsendt fra en fremmed side, og derfor afvist.".into(),
        Refusal::Busy { .. } => "Der er travlt lige nu. Vi prøver igen.".into(),
        Refusal::TooMany { .. } => "Det er for mange forsøg. Vent lidt, og prøv igen.".into(),
        Refusal::Internal => "Noget gik galt på serveren. Prøv igen.".into(),
    }
}

fn english(refusal: &Refusal) -> String {
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
        Refusal::RequestTakesNone { why } => takes_none(*why, Language::English).into(),
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
        | Refusal::ImportHasErrors { .. }
        | Refusal::NotFilledIn { .. } => "That is not possible right now.".into(),
        Refusal::ChoiceDoesNotFit => "Choose so that two or three go on.".into(),
        Refusal::BodyTooLarge { .. } => "That is too large to be sent.".into(),
        Refusal::Malformed { .. } => "The server did not understand this page. Reload it.".into(),
        Refusal::NotFound => "There is no such page.".into(),
        Refusal::CrossSite => "Sent from a foreign page, and therefore refused.".into(),
        Refusal::Busy { .. } => "It is busy right now. We are trying again.".into(),
        Refusal::TooMany { .. } => "Too many tries. Wait a little, then try again.".into(),
        Refusal::Internal => "Something went wrong at the server. Try again.".into(),
    }
}
