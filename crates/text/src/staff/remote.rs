//! The words of a presenter's remote: what a press asks, and the page of two buttons on a phone.

use barometer_domain::agenda::Stage;
use barometer_domain::webinar::{Command, NextStep};

use crate::Language::{self, Danish, English};
use crate::shared::Shared;

/// Everything that is said about a remote on projector and console.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remote {
    /// In a question of the console: how the remote answers it.
    OnceMore,
    /// One more press opens the vote.
    Opens,
    /// One more press closes it.
    Closes,
    /// One more press leaves a tie undecided.
    PassesTie,
    /// On the console, before one of these: where it was pressed.
    AtProjector,
    /// The console's button for the page on a phone, and the dialog's heading.
    OnPhone,
    /// And what that is.
    OnPhoneHelp,
    /// What to do with the code, and what to take care of.
    Scan,
    /// What the picture of the code leads to.
    QrLeadsTo,
    /// Opens the page in this browser.
    OpenHere,
    /// This page no longer has the key.
    PasteLink,
    /// The field for the presenter's link.
    Link,
    /// Shows the code.
    ShowCode,
    /// The link is another webinar's, or an old one.
    WrongLink,
}

impl Remote {
    /// What one more press does, for a step that asks.
    pub fn asks(step: &NextStep) -> Self {
        match step.command {
            Command::Open => Self::Opens,
            Command::Close => Self::Closes,
            _ => Self::PassesTie,
        }
    }

    /// The words in `language`.
    pub fn say(self, language: Language) -> String {
        let words = match (self, language) {
            (Self::OnceMore, Danish) => "Med en fjernbetjening: tryk »næste« én gang til.",
            (Self::OnceMore, English) => "With a remote: press “next” once more.",
            (Self::Opens, Danish) => "Ét tryk mere åbner afstemningen",
            (Self::Opens, English) => "One more press opens the vote",
            (Self::Closes, Danish) => "Ét tryk mere lukker afstemningen",
            (Self::Closes, English) => "One more press closes the vote",
            (Self::PassesTie, Danish) => {
                "En delt plads er ikke afgjort. Ét tryk mere går videre uden at vælge"
            }
            (Self::PassesTie, English) => {
                "A shared place is not decided. One more press goes on without choosing"
            }
            (Self::AtProjector, Danish) => "Ved storskærmen:",
            (Self::AtProjector, English) => "At the projector:",
            (Self::OnPhone, Danish) => "Fjernbetjening",
            (Self::OnPhone, English) => "Remote",
            (Self::OnPhoneHelp, Danish) => "To knapper på din telefon",
            (Self::OnPhoneHelp, English) => "Two buttons on your phone",
            (Self::Scan, Danish) => {
                "Scan koden med din egen telefon. Den, der har den, kan styre webinaret: vis den ikke på \
                 storskærmen, og del ikke dette vindue imens."
            }
            (Self::Scan, English) => {
                "Scan the code with your own phone. Whoever has it can run the webinar: do not show it on the \
                 projector, and do not share this window meanwhile."
            }
            (Self::QrLeadsTo, Danish) => "QR-kode til fjernbetjeningen",
            (Self::QrLeadsTo, English) => "QR code for the remote",
            (Self::OpenHere, Danish) => "Åbn den på denne enhed",
            (Self::OpenHere, English) => "Open it on this device",
            (Self::PasteLink, Danish) => {
                "Siden har glemt din nøgle, fordi den er genindlæst. Indsæt linket til oplægsholderen for at vise \
                 koden."
            }
            (Self::PasteLink, English) => {
                "This page has forgotten your key because it was reloaded. Paste the presenter’s link to show the \
                 code."
            }
            (Self::Link, Danish) => "Link til oplægsholderen",
            (Self::Link, English) => "The presenter’s link",
            (Self::ShowCode, Danish) => "Vis koden",
            (Self::ShowCode, English) => "Show the code",
            (Self::WrongLink, Danish) => "Linket passer ikke til dette webinar.",
            (Self::WrongLink, English) => "The link does not fit this webinar.",
        };
        words.to_owned()
    }
}

/// What the page on a phone says, by name. `{n}` stands for a number, `{title}` for a request's title, `{time}` for
/// minutes and seconds.
pub fn page_words(language: Language) -> Vec<(String, String)> {
    let words = match language {
        Danish => [
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
        ],
        English => [
            ("title", "Remote"),
            ("next", "Next"),
            ("once-more", "Press again"),
            ("back", "Back"),
            ("cancel", "Cancel"),
            ("comes", "Coming next"),
            ("unblanked", "The projector comes back on"),
            ("candidate", "Candidate {n}: {title}"),
            ("page", "Page {n}"),
            ("row", "Place {n}"),
            ("first-row", "The first place"),
            ("request", "{title}"),
            ("vote-opens", "The vote opens"),
            ("vote-closes", "The vote closes"),
            ("result", "The result, from the last place up"),
            ("waiting", "The last votes are coming in"),
            ("end", "This was the last one"),
            ("closes-in", "The vote closes in {time}"),
            ("time-left", "Time left here: {time}"),
            ("time-over", "Over time by {time}"),
            ("asks-open", "One more press opens the vote"),
            ("asks-close", "One more press closes the vote"),
            (
                "asks-tie",
                "A shared place is not decided. One more press goes on without choosing",
            ),
            ("loading", "Loading …"),
            ("reconnecting", "The connection is lost. Trying again …"),
            ("offline", "No connection. Nothing has changed; try again"),
            (
                "another",
                "Someone else came first. This is where we are now",
            ),
            (
                "locked",
                "This phone may not run the webinar. Scan the code on the presenter’s page again",
            ),
            (
                "too-many",
                "Too many attempts. Wait a minute, and scan the code again",
            ),
        ],
    };
    let words = words.map(|(name, words)| (name.to_owned(), words.to_owned()));
    let stage = |stage: Stage| {
        let name = format!("stage-{}", stage_name(stage));
        (name, Shared::Stage(stage).say(language))
    };
    words.into_iter().chain(Stage::ALL.map(stage)).collect()
}

/// A stage as a view names it.
fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Welcome => "welcome",
        Stage::Ongoing => "ongoing",
        Stage::Candidates => "candidates",
        Stage::Barometer => "barometer",
        Stage::Result => "result",
        Stage::Financing => "financing",
        Stage::Thanks => "thanks",
    }
}
