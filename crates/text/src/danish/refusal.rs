//! In Danish: why something was refused, said to the person who tried.

use barometer_domain::financing::admission::TakesNone;
use barometer_domain::refusal::Refusal;

pub(crate) fn sentence(refusal: &Refusal) -> String {
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
        Refusal::RequestTakesNone { why } => takes_none(*why).into(),
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
        | Refusal::BadSurvey { .. }
        | Refusal::AnswersStand { .. }
        | Refusal::SurveyNotOpen
        | Refusal::ImportHasErrors { .. }
        | Refusal::NotFilledIn { .. }
        | Refusal::Question { .. } => "Det kan ikke lade sig gøre lige nu.".into(),
        Refusal::ChoiceDoesNotFit => "Vælg, så to eller tre går videre.".into(),
        Refusal::BodyTooLarge { .. } => "Det er for stort til at blive sendt.".into(),
        Refusal::Malformed { .. } => "Serveren forstod ikke, hvad siden sendte. Genindlæs.".into(),
        Refusal::NotFound => "Siden findes ikke.".into(),
        Refusal::CrossSite => "Afsendt fra en fremmed side, og derfor afvist.".into(),
        Refusal::Busy { .. } => "Der er travlt lige nu. Vi prøver igen.".into(),
        Refusal::StorageFull { .. } => {
            "Serveren har ikke mere plads, og intet er gemt. Vi prøver igen.".into()
        }
        Refusal::TooMany { .. } => "Det er for mange forsøg. Vent lidt, og prøv igen.".into(),
        Refusal::Internal => "Noget gik galt på serveren. Prøv igen.".into(),
    }
}

pub(crate) fn takes_none(why: TakesNone) -> &'static str {
    match why {
        TakesNone::NotOpenYet => {
            "Ønsket er ikke åbent for finansiering endnu. Til da kan kun interesse noteres."
        }
        TakesNone::Over => {
            "Ønsket er lagt sammen med et andet, afvist, udløbet eller annulleret og tager ikke imod mere."
        }
        TakesNone::DeadlinePassed => "Fristen er passeret. Leverandøren kan forlænge den.",
        TakesNone::NotOrdered => "Der faktureres først, når ønsket er bestilt.",
    }
}
