//! In Danish: the words of the vendor's page with sign-ups.

use barometer_domain::signup::mail::MailKind;

use crate::Language::Danish;
use crate::staff::signups::Signups;

pub(crate) fn sentence(message: Signups<'_>) -> String {
    match message {
        Signups::Title => "Tilmeldinger".into(),
        Signups::Body => "Hvem der er meldt til webinaret. Navne og mailadresser er forseglet og åbnes kun i din browser.".into(),
        Signups::RemindToday => "Webinaret er i morgen, og nogle har ikke fået en påmindelse.".into(),
        Signups::ToMail => "Skriv til dem".into(),
        Signups::Settings => "Sådan melder man sig til".into(),
        Signups::Way => "Tilmelding".into(),
        Signups::WayOff => "Ingen tilmelding".into(),
        Signups::WayHere => "På webinarets egen side, indtil dagen".into(),
        Signups::WayElsewhere => "På kursussidens eget link".into(),
        Signups::Seats => "Pladser til hver kommune".into(),
        Signups::SeatsHint => "Tomt betyder så mange, der vil. Den, der er tilmeldt, får et personligt link og kan stemme.".into(),
        Signups::SeatsWrong => "Skriv et helt tal fra 1 til 500, eller lad feltet stå tomt.".into(),
        Signups::CourseLink => "Kursussidens adresse".into(),
        Signups::CourseLinkWrong => "Skriv hele adressen. Den skal begynde med https://.".into(),
        Signups::CandidatesAhead => "Kandidaterne kan læses på forhånd: titel, gevinst og pris".into(),
        Signups::Announced => "Vis webinaret i nyhederne. Så kan alle se koden og finde siden".into(),
        Signups::Keep => "Gem".into(),
        Signups::Kept => "Gemt.".into(),
        Signups::SeePage => "Se siden".into(),
        Signups::People => "Tilmeldte".into(),
        Signups::Search => "Søg efter navn, kommune eller mail".into(),
        Signups::Nobody => "Ingen er tilmeldt endnu.".into(),
        Signups::NoneFound => "Ingen passer til det, du søger.".into(),
        Signups::ByMunicipality => "Antal i hver kommune".into(),
        Signups::NameColumn => "Navn".into(),
        Signups::MunicipalityColumn => "Kommune".into(),
        Signups::MailColumn => "E-mail".into(),
        Signups::LinkColumn => "Personligt link".into(),
        Signups::SentColumn => "Sendt".into(),
        Signups::RemoveColumn => "Fjern".into(),
        Signups::DoesNotOpen => "Kan ikke åbnes med denne nøgle".into(),
        Signups::Unsubscribed => "vil ikke have mails".into(),
        Signups::Remove => "Fjern".into(),
        Signups::RemoveAsk => "Fjern fra listen?".into(),
        Signups::RemoveBody => "Navn og mailadresse slettes. Før afstemningen åbnes, holder det personlige link også op med at virke.".into(),
        Signups::Removed => "Fjernet fra listen.".into(),
        Signups::SaveFile => "Gem som fil (CSV)".into(),
        Signups::SaveFileHint => "Filen har navne og personlige links, til brevfletning. Slet den, når I har sendt.".into(),
        Signups::FileName => "tilmeldte".into(),
        Signups::AddHeading => "Tilføj fra kursussystemet".into(),
        Signups::AddBody => "Indsæt listen, eller vælg en fil (XLSX, ODS eller CSV). Den læses og forsegles i din browser. Hver får et personligt link.".into(),
        Signups::AddOver => "Afstemningen har været åbnet, så der kan ikke tilføjes flere.".into(),
        Signups::ListHint => "Navn; kommune; stilling; e-mail – e-mail skal med. Tabulator eller komma går også.".into(),
        Signups::Add => "Tilføj".into(),
        Signups::Mail => "Skriv til de tilmeldte".into(),
        Signups::NoMailServer => "Denne server sender ikke mail. Kopiér adresserne og teksten til dit eget mailprogram, eller brug filen til brevfletning, som også har de personlige links.".into(),
        Signups::KindLabel => "Hvad".into(),
        Signups::Subject => "Emne".into(),
        Signups::SubjectWrong => "Skriv et emne på én linje.".into(),
        Signups::MailText => "Tekst".into(),
        Signups::MailTextWrong => "Skriv, hvad der skal stå i mailen.".into(),
        Signups::MailWords => "{navn} bliver til personens navn og {link} til det personlige link.".into(),
        Signups::NotSentTo => "Mailen er ikke sendt til:".into(),
        Signups::TryAgain => "De står stadig på listen over dem, der mangler: tryk Send igen for at prøve dem igen.".into(),
        Signups::FailedNoAddress => "ikke en mailadresse, der kan sendes til".into(),
        Signups::FailedRefused => "mailserveren afviste den".into(),
        Signups::FailedLater => "mailserveren svarede ikke, eller bad om at vente".into(),
        Signups::FailedUnsubscribed => "vil ikke have mails, eller er ikke længere tilmeldt".into(),
        Signups::CopyAddresses => "Kopiér adresserne".into(),
        Signups::CopyText => "Kopiér teksten".into(),
        Signups::Appointment => "Aftalen (.ics)".into(),
        Signups::Copied => "Kopieret.".into(),
        Signups::NotCopied => "Browseren tillod ikke at kopiere.".into(),
        Signups::Count(people, municipalities) => {
            let people = Danish.counted(people, "tilmeldt", "tilmeldte");
            let municipalities = Danish.counted(municipalities, "kommune", "kommuner");
            format!("{people} fra {municipalities}")
        },
        Signups::Added(people) => {
            let people = Danish.counted(people, "person", "personer");
            format!("{people} er tilføjet.")
        },
        Signups::KnownAlready(_) => "Var tilmeldt i forvejen og er ikke tilføjet igen:".into(),
        Signups::WithoutAddress(_) => "Har ingen brugbar mailadresse og er ikke tilføjet:".into(),
        Signups::WrongLines(count) => {
            let lines = Danish.counted(count, "linje", "linjer");
            format!("{lines} skal rettes. Ingen er tilføjet.")
        },
        Signups::SentFrom(from) => format!("Sendes af denne server fra {from}. Adresserne gemmes ikke; de åbnes her og gives til den ene udsendelse."),
        Signups::Kind(MailKind::Invitation) => "Invitation".into(),
        Signups::Kind(MailKind::Reminder) => "Påmindelse dagen før".into(),
        Signups::Kind(MailKind::Letter) => "Brev bagefter".into(),
        Signups::Kind(MailKind::Cancellation) => "Aflysning".into(),
        Signups::Left(letters) => {
            let letters = Danish.counted(letters, "tegn", "tegn");
            format!("{letters} tilbage")
        },
        Signups::Awaiting(0) => "Alle har fået denne mail, eller ingen kan få den.".into(),
        Signups::Awaiting(people) => {
            let people = Danish.counted(people, "tilmeldt", "tilmeldte");
            format!("{people} har ikke fået denne mail.")
        },
        Signups::Send(people) => format!("Send til {people}"),
        Signups::SentTo(people) => {
            let mails = Danish.counted(people, "mail", "mails");
            format!("{mails} sendt.")
        },
        Signups::Progress(sent, total) => format!("Sendt {sent} af {total} …"),
    }
}
