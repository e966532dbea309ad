//! In Danish: the words of the vendor's page with sign-ups.

use barometer_domain::signup::mail::MailKind;

use crate::Language::Danish;
use crate::staff::signups::SignupDeskText;

pub(crate) fn sentence(message: SignupDeskText<'_>) -> String {
    match message {
        SignupDeskText::Title => "Tilmeldinger".into(),
        SignupDeskText::Body => "Hvem der er meldt til webinaret. Navne og mailadresser er forseglet og åbnes kun i din browser.".into(),
        SignupDeskText::RemindToday => "Webinaret er i morgen, og nogle har ikke fået en påmindelse.".into(),
        SignupDeskText::ToMail => "Skriv til dem".into(),
        SignupDeskText::Settings => "Sådan melder man sig til".into(),
        SignupDeskText::Way => "Tilmelding".into(),
        SignupDeskText::WayOff => "Ingen tilmelding".into(),
        SignupDeskText::WayHere => "På webinarets egen side, indtil dagen".into(),
        SignupDeskText::WayElsewhere => "På kursussidens eget link".into(),
        SignupDeskText::Seats => "Pladser til hver kommune".into(),
        SignupDeskText::SeatsHint => "Tomt betyder så mange, der vil. Den, der er tilmeldt, får et personligt link og kan stemme.".into(),
        SignupDeskText::SeatsWrong => "Skriv et helt tal fra 1 til 500, eller lad feltet stå tomt.".into(),
        SignupDeskText::CourseLink => "Kursussidens adresse".into(),
        SignupDeskText::CourseLinkWrong => "Skriv hele adressen. Den skal begynde med https://.".into(),
        SignupDeskText::CandidatesAhead => "Kandidaterne kan læses på forhånd: titel, gevinst og pris".into(),
        SignupDeskText::Announced => "Vis webinaret i nyhederne. Så kan alle se koden og finde siden".into(),
        SignupDeskText::Keep => "Gem".into(),
        SignupDeskText::Kept => "Gemt.".into(),
        SignupDeskText::SeePage => "Se siden".into(),
        SignupDeskText::People => "Tilmeldte".into(),
        SignupDeskText::Search => "Søg efter navn, kommune eller mail".into(),
        SignupDeskText::Nobody => "Ingen er tilmeldt endnu.".into(),
        SignupDeskText::NoneFound => "Ingen passer til det, du søger.".into(),
        SignupDeskText::ByMunicipality => "Antal i hver kommune".into(),
        SignupDeskText::NameColumn => "Navn".into(),
        SignupDeskText::MunicipalityColumn => "Kommune".into(),
        SignupDeskText::MailColumn => "E-mail".into(),
        SignupDeskText::LinkColumn => "Personligt link".into(),
        SignupDeskText::SentColumn => "Sendt".into(),
        SignupDeskText::RemoveColumn => "Fjern".into(),
        SignupDeskText::DoesNotOpen => "Kan ikke åbnes med denne nøgle".into(),
        SignupDeskText::Unsubscribed => "vil ikke have mails".into(),
        SignupDeskText::Remove => "Fjern".into(),
        SignupDeskText::RemoveAsk => "Fjern fra listen?".into(),
        SignupDeskText::RemoveBody => "Navn og mailadresse slettes. Før afstemningen åbnes, holder det personlige link også op med at virke.".into(),
        SignupDeskText::Removed => "Fjernet fra listen.".into(),
        SignupDeskText::SaveFile => "Gem som fil (CSV)".into(),
        SignupDeskText::SaveFileHint => "Filen har navne og personlige links, til brevfletning. Slet den, når I har sendt.".into(),
        SignupDeskText::FileName => "tilmeldte".into(),
        SignupDeskText::AddHeading => "Tilføj fra kursussystemet".into(),
        SignupDeskText::AddBody => "Indsæt listen, eller vælg en fil (XLSX, ODS eller CSV). Den læses og forsegles i din browser. Hver får et personligt link.".into(),
        SignupDeskText::AddOver => "Afstemningen har været åbnet, så der kan ikke tilføjes flere.".into(),
        SignupDeskText::ListHint => "Navn; kommune; stilling; e-mail – e-mail skal med. Tabulator eller komma går også.".into(),
        SignupDeskText::Add => "Tilføj".into(),
        SignupDeskText::Mail => "Skriv til de tilmeldte".into(),
        SignupDeskText::NoMailServer => "Denne server sender ikke mail. Kopiér adresserne og teksten til dit eget mailprogram, eller brug filen til brevfletning, som også har de personlige links.".into(),
        SignupDeskText::KindLabel => "Hvad".into(),
        SignupDeskText::Subject => "Emne".into(),
        SignupDeskText::SubjectWrong => "Skriv et emne på én linje.".into(),
        SignupDeskText::MailText => "Tekst".into(),
        SignupDeskText::MailTextWrong => "Skriv, hvad der skal stå i mailen.".into(),
        SignupDeskText::MailWords => "{navn} bliver til personens navn og {link} til det personlige link.".into(),
        SignupDeskText::NotSentTo => "Mailen er ikke sendt til:".into(),
        SignupDeskText::TryAgain => "De står stadig på listen over dem, der mangler: tryk Send igen for at prøve dem igen.".into(),
        SignupDeskText::FailedNoAddress => "ikke en mailadresse, der kan sendes til".into(),
        SignupDeskText::FailedRefused => "mailserveren afviste den".into(),
        SignupDeskText::FailedLater => "mailserveren svarede ikke, eller bad om at vente".into(),
        SignupDeskText::FailedUnsubscribed => "vil ikke have mails, eller er ikke længere tilmeldt".into(),
        SignupDeskText::CopyAddresses => "Kopiér adresserne".into(),
        SignupDeskText::CopyText => "Kopiér teksten".into(),
        SignupDeskText::Appointment => "Aftalen (.ics)".into(),
        SignupDeskText::Copied => "Kopieret.".into(),
        SignupDeskText::NotCopied => "Browseren tillod ikke at kopiere.".into(),
        SignupDeskText::Count(people, municipalities) => {
            let people = Danish.counted(people, "tilmeldt", "tilmeldte");
            let municipalities = Danish.counted(municipalities, "kommune", "kommuner");
            format!("{people} fra {municipalities}")
        },
        SignupDeskText::Added(people) => {
            let people = Danish.counted(people, "person", "personer");
            format!("{people} er tilføjet.")
        },
        SignupDeskText::KnownAlready(_) => "Var tilmeldt i forvejen og er ikke tilføjet igen:".into(),
        SignupDeskText::WithoutAddress(_) => "Har ingen brugbar mailadresse og er ikke tilføjet:".into(),
        SignupDeskText::WrongLines(count) => {
            let lines = Danish.counted(count, "linje", "linjer");
            format!("{lines} skal rettes. Ingen er tilføjet.")
        },
        SignupDeskText::SentFrom(from) => format!("Sendes af denne server fra {from}. Adresserne gemmes ikke; de åbnes her og gives til den ene udsendelse."),
        SignupDeskText::Kind(MailKind::Invitation) => "Invitation".into(),
        SignupDeskText::Kind(MailKind::Reminder) => "Påmindelse dagen før".into(),
        SignupDeskText::Kind(MailKind::Letter) => "Brev bagefter".into(),
        SignupDeskText::Kind(MailKind::Cancellation) => "Aflysning".into(),
        SignupDeskText::Left(letters) => {
            let letters = Danish.counted(letters, "tegn", "tegn");
            format!("{letters} tilbage")
        },
        SignupDeskText::Awaiting(0) => "Alle har fået denne mail, eller ingen kan få den.".into(),
        SignupDeskText::Awaiting(people) => {
            let people = Danish.counted(people, "tilmeldt", "tilmeldte");
            format!("{people} har ikke fået denne mail.")
        },
        SignupDeskText::Send(people) => format!("Send til {people}"),
        SignupDeskText::SentTo(people) => {
            let mails = Danish.counted(people, "mail", "mails");
            format!("{mails} sendt.")
        },
        SignupDeskText::Progress(sent, total) => format!("Sendt {sent} af {total} …"),
    }
}
