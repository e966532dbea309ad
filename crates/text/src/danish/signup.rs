//! In Danish: the pages on which municipalities sign up for a webinar.

use crate::Language::Danish;
use crate::signup::SignupText;

pub(crate) fn sentence(message: SignupText<'_>) -> String {
    match message {
        SignupText::SignUp => "Tilmeld mig".into(),
        SignupText::Online => "Online. Du deltager fra din telefon eller computer.".into(),
        SignupText::About => {
            "Vi gennemgår de ønsker, som flere kommuner kan være fælles om. I stemmer anonymt om, hvilke vi skal gå \
             videre med."
                .into()
        }
        SignupText::Agenda => "Program".into(),
        SignupText::Candidates => "Kandidaterne".into(),
        SignupText::CandidatesBody => "Læs dem gerne, før vi ses. Priserne er foreløbige.".into(),
        SignupText::FormHeading => "Tilmelding".into(),
        SignupText::Seats(seats) => {
            let seats = Danish.counted(seats, "plads", "pladser");
            format!("Der er {seats} til hver kommune.")
        }
        SignupText::Full => "ingen ledige pladser".into(),
        SignupText::MunicipalityFull(1) => {
            "Der er én plads til hver kommune, og din kommunes er taget. Tal med din kollega, eller skriv til \
             leverandøren."
                .into()
        }
        SignupText::MunicipalityFull(seats) => format!(
            "Der er {seats} pladser til hver kommune, og din kommunes er taget. Tal med dine kolleger, eller skriv til \
             leverandøren."
        ),
        SignupText::Name => "Dit navn".into(),
        SignupText::Mail => "Din mailadresse".into(),
        SignupText::MailUse => {
            "Bruges til invitationen, en påmindelse dagen før og et brev bagefter. Slettes senest seks måneder efter \
             webinaret."
                .into()
        }
        SignupText::CoursePage => "Tilmeld dig på kursussiden".into(),
        SignupText::CoursePageBody => "Tilmeldingen foregår i kursussystemet.".into(),
        SignupText::Over => "Tilmeldingen er slut.".into(),
        SignupText::Off => "Man skal ikke tilmelde sig dette webinar.".into(),
        SignupText::ToWebinar => "Gå til webinaret".into(),
        SignupText::Closed => "Tilmeldingen er lukket. Du er ikke blevet tilmeldt.".into(),
        SignupText::TooManyTries => {
            "Der kommer for mange tilmeldinger fra jeres netværk lige nu. Vent et øjeblik, og tryk igen.".into()
        }
        SignupText::Done => "Du er tilmeldt".into(),
        SignupText::DoneBody => "Læg aftalen i din kalender, og gem dit personlige link.".into(),
        SignupText::Appointment => "Læg i kalenderen (.ics)".into(),
        SignupText::OwnLink => "Dit personlige link".into(),
        SignupText::OwnLinkBody(day) => {
            format!("Med det deltager du den {day}. Det er kun til dig: den, der har det, stemmer på din plads.")
        }
        SignupText::Copy => "Kopiér".into(),
        SignupText::Copied => "Kopieret".into(),
        SignupText::NoOwnLink => "Her står, hvad du har tilmeldt dig, når du kommer fra tilmeldingen.".into(),
        SignupText::BackToSignUp => "Gå til tilmeldingen".into(),
        SignupText::CancelHeading => "Kan du alligevel ikke?".into(),
        SignupText::CancelBody => {
            "Meld fra, så pladsen bliver fri. Dit navn, din mailadresse og dit link slettes.".into()
        }
        SignupText::Cancel => "Meld mig fra".into(),
        SignupText::Cancelled => "Du er meldt fra".into(),
        SignupText::CancelledBody => "Dit navn og din mailadresse er slettet, og linket virker ikke længere.".into(),
        SignupText::NothingToCancel => "Der hører ingen tilmelding til linket. Måske er du allerede meldt fra.".into(),
        SignupText::OwnBefore(day) => {
            format!("Du har et personligt link. Åbn det igen den {day}, så deltager du med det.")
        }
        SignupText::UnsubscribeHeading => "Ikke flere mails".into(),
        SignupText::UnsubscribeBody => {
            "Du får ikke flere mails om dette webinar. Din tilmelding og dit link bliver ved med at gælde.".into()
        }
        SignupText::Unsubscribe => "Send mig ikke flere mails".into(),
        SignupText::Unsubscribed => "Du får ikke flere mails".into(),
        SignupText::UnsubscribedBody => "Din tilmelding og dit link gælder stadig.".into(),
        SignupText::NoSuchMail => "Linket hører ikke til nogen mail herfra. Måske er tilmeldingen slettet.".into(),
    }
}
