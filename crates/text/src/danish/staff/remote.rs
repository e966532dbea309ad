//! In Danish: the words of a presenter's remote: what a press asks, and the page of two buttons on a phone.

use crate::staff::remote::RemoteText;

pub(crate) fn sentence(message: RemoteText) -> String {
    let words = match message {
        RemoteText::OnceMore => "Med en fjernbetjening: tryk »næste« én gang til.",
        RemoteText::Opens => "Ét tryk mere åbner afstemningen",
        RemoteText::Closes => "Ét tryk mere lukker afstemningen",
        RemoteText::PassesTie => {
            "En delt plads er ikke afgjort. Ét tryk mere går videre uden at vælge"
        }
        RemoteText::AtProjector => "Ved storskærmen:",
        RemoteText::OnPhone => "Fjernbetjening",
        RemoteText::OnPhoneHelp => "To knapper på din telefon",
        RemoteText::Scan => {
            "Scan koden med din egen telefon. Den, der har den, kan styre webinaret: vis den ikke på \
                 storskærmen, og del ikke dette vindue imens."
        }
        RemoteText::QrLeadsTo => "QR-kode til fjernbetjeningen",
        RemoteText::OpenHere => "Åbn den på denne enhed",
        RemoteText::PasteLink => {
            "Siden har glemt din nøgle, fordi den er genindlæst. Indsæt linket til oplægsholderen for at vise \
                 koden."
        }
        RemoteText::Link => "Link til oplægsholderen",
        RemoteText::ShowCode => "Vis koden",
        RemoteText::WrongLink => "Linket passer ikke til dette webinar.",
    };
    words.to_owned()
}

pub(crate) const fn page_words() -> [(&'static str, &'static str); 29] {
    [
        ("title", "Fjernbetjening"),
        ("next", "Næste"),
        ("once-more", "Tryk igen"),
        ("back", "Tilbage"),
        ("cancel", "Fortryd"),
        ("comes", "Så kommer"),
        ("unblanked", "Storskærmen tændes igen"),
        ("candidate", "Kandidat {n}: {title}"),
        ("page", "Side {n}"),
        ("row", "Plads nr. {n}"),
        ("first-row", "Førstepladsen"),
        ("request", "{title}"),
        ("vote-opens", "Afstemningen åbner"),
        ("vote-closes", "Afstemningen lukker"),
        ("result", "Resultatet, nedefra og op"),
        ("waiting", "De sidste stemmer kommer ind"),
        ("end", "Det var det sidste"),
        ("closes-in", "Afstemningen lukker om {time}"),
        ("time-left", "Tid tilbage her: {time}"),
        ("time-over", "Over tiden med {time}"),
        ("asks-open", "Ét tryk mere åbner afstemningen"),
        ("asks-close", "Ét tryk mere lukker afstemningen"),
        (
            "asks-tie",
            "En delt plads er ikke afgjort. Ét tryk mere går videre uden at vælge",
        ),
        ("loading", "Henter …"),
        ("reconnecting", "Forbindelsen er væk. Vi prøver igen …"),
        ("offline", "Ingen forbindelse. Intet er ændret; prøv igen"),
        ("another", "En anden kom først. Her er, hvor vi er nu"),
        (
            "locked",
            "Denne telefon må ikke styre webinaret. Scan koden på oplægsholderens side igen",
        ),
        (
            "too-many",
            "Der er prøvet for mange gange. Vent et minut, og scan koden igen",
        ),
    ]
}
