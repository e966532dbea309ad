//! In Danish: news without an account.

use barometer_domain::news::NewsSubject;

use crate::news::NewsText;

pub(crate) const fn sentence(message: NewsText) -> &'static str {
    match message {
        NewsText::Title => "Nyheder uden konto",
        NewsText::Intro => {
            "Få at vide, når et ønske er kommet et skridt videre, når der er et nyt webinar, og når et resultat er ude. Du \
             skal ikke oprettes nogen steder."
        }
        NewsText::Never => {
            "Nyhederne siger aldrig, hvem der har stemt, og ikke hvilke kommuner der har sagt ja."
        }
        NewsText::Feeds => "I en nyhedslæser",
        NewsText::FeedsHint => {
            "Kopiér adressen på et feed ind i din nyhedslæser, i Outlook eller i Teams."
        }
        NewsText::NeedsCode => {
            "Siden om samfinansiering kræver en kode. Åbn den med koden først, så kan du også følge ønskerne her."
        }
        NewsText::ToLivingPage => "Økonomi – ændringsønsker til samfinansiering",
        NewsText::Mail => "På mail",
        NewsText::NoMail => "Denne server sender ikke mails. Brug et feed i stedet.",
        NewsText::Address => "Din e-mail",
        NewsText::AddressPromise => {
            "Serveren sender selv mails til dig, så den skal kunne læse din adresse. Den gemmes krypteret, bruges kun til \
             nyheder og vises på ingen side. Bekræfter du ikke inden 48 timer, slettes den."
        }
        NewsText::Subjects => "Hvad vil du have nyheder om?",
        NewsText::Subscribe => "Send mig et link at bekræfte med",
        NewsText::AddressWrong => "Skriv en e-mailadresse som navn@kommune.dk.",
        NewsText::SubjectMissing => "Vælg, hvad du vil have nyheder om.",
        NewsText::TooManyTries => "Der er bedt om mange mails herfra. Prøv igen om lidt.",
        NewsText::WishHeading => "Skriv til mig på mail",
        NewsText::WishHint => {
            "Så får du en mail, hver gang ønsket kommer videre. Adressen gemmes for sig, ikke sammen med ønsket."
        }
        NewsText::CheckTitle => "Se i din indbakke",
        NewsText::CheckBody => {
            "Er adressen rigtig, er der en mail på vej. Åbn linket i den inden 48 timer, og bekræft. Først da får du \
             nyheder."
        }
        NewsText::ConfirmTitle => "Vil du have nyheder på mail?",
        NewsText::ConfirmBody => "Så får du mails om:",
        NewsText::ConfirmButton => "Ja, send mig nyheder",
        NewsText::ConfirmedTitle => "Du får nyheder fra nu af",
        NewsText::ConfirmedBody => {
            "Nederst i hver mail er der et link, som stopper dem med det samme."
        }
        NewsText::LinkGoneTitle => "Linket gælder ikke længere",
        NewsText::LinkGoneBody => "Et link gælder i 48 timer, og indtil du har sagt nej tak.",
        NewsText::LeaveTitle => "Vil du ikke have flere nyheder på mail?",
        NewsText::LeaveBody => "Så sletter vi din adresse.",
        NewsText::LeaveButton => "Ingen flere mails",
        NewsText::LeftTitle => "Du får ikke flere mails",
        NewsText::LeftBody => "Din adresse er slettet.",
        NewsText::BackToNews => "Til nyheder uden konto",
        NewsText::ConfirmSubject => "Bekræft, at du vil have nyheder på mail",
        NewsText::TestHeadline => "Prøve fra Barometer. Alt virker.",
        NewsText::ReadMore => "Læs mere",
    }
}

pub(crate) fn announced(title: &str, when: &str) -> String {
    format!("Nyt webinar: {title}, {when}")
}

pub(crate) fn result_out(title: &str) -> String {
    format!("Resultatet er ude: {title}")
}

pub(crate) fn meeting_called(when: &str) -> String {
    format!("Strategisk Udviklingsforum mødes {when}")
}

pub(crate) fn meeting_moved(when: &str) -> String {
    format!("Mødet i Strategisk Udviklingsforum er flyttet til {when}")
}

pub(crate) fn meeting_cancelled(day: &str) -> String {
    format!("Mødet i Strategisk Udviklingsforum den {day} er aflyst")
}

pub(crate) fn minutes_out(day: &str, corrected: bool) -> String {
    let corrected = if corrected { " (rettet)" } else { "" };
    format!("Referat af mødet i Strategisk Udviklingsforum den {day}{corrected}")
}

pub(crate) fn decided(text: &str) -> String {
    format!("Besluttet i Strategisk Udviklingsforum: {text}")
}

pub(crate) fn stated(name: &str, text: &str) -> String {
    format!("{name}, det siger vi nationalt: {text}")
}

pub(crate) fn taken_back(name: &str) -> String {
    format!("{name}: det, vi sagde nationalt, er taget tilbage")
}

pub(crate) fn subject(subject: NewsSubject, title: &str) -> String {
    match subject {
        NewsSubject::LivingPage => "Alle ønsker til samfinansiering".into(),
        NewsSubject::Webinars => "Nye webinarer og deres resultater".into(),
        NewsSubject::Forum => {
            "Strategisk Udviklingsforum: møder, beslutninger og udtalelser".into()
        }
        NewsSubject::Request(_) => format!("Kun dette ønske: {title}"),
        NewsSubject::Wish(_) => format!("Jeres ønske: {title}"),
    }
}

pub(crate) fn confirmation(subjects: &str, link: &str) -> String {
    format!(
        "Hej\n\nNogen, formentlig dig, har bedt om nyheder til denne adresse:\n{subjects}\nVil du have dem, så åbn linket, \
         og tryk på knappen:\n{link}\n\nGør du ikke noget, får du ingen mails, og adressen slettes efter 48 timer.\n"
    )
}

pub(crate) fn several(count: u32) -> String {
    format!("{count} nyheder om ændringsønsker")
}

pub(crate) fn ending(unsubscribe: &str) -> String {
    format!("--\nDu får mailen, fordi du har bekræftet det. Ingen flere mails: {unsubscribe}")
}
