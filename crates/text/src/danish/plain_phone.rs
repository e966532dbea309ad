//! In Danish: what the phone's page says where no script runs.

use crate::plain_phone::PlainPhone;

pub(crate) const fn sentence(message: PlainPhone) -> &'static str {
    match message {
        PlainPhone::NoNameHere => {
            "I denne browser kan intet navn forsegles. Du deltager uden navn, og din stemme tæller som alle andres."
        }
        PlainPhone::PersonalLink => "Dit personlige link (hvis du har fået et)",
        PlainPhone::PersonalLinkHint => {
            "Sæt hele linket ind. Det siger selv, hvilken kommune du kommer fra."
        }
        PlainPhone::SendByHand => {
            "Husk at trykke på »Send min stemme«: i denne browser sendes intet af sig selv, når der lukkes."
        }
        PlainPhone::NotFoundByItself => {
            "I denne browser kan telefonen ikke selv finde din stemme i optællingen."
        }
        PlainPhone::WhereItStands => "Hvor webinaret er",
        PlainPhone::MovedOn => "Webinaret er gået videre.",
        PlainPhone::GoOn => "Følg med",
        PlainPhone::Save => "Gem",
        PlainPhone::NewerReceived => {
            "Der er modtaget en nyere stemme fra denne browser. Vil du hellere have valget herunder, så send det igen."
        }
        PlainPhone::BothTicked => "Du har valgt både ønsker og »Ingen af disse«. Fjern det ene.",
        PlainPhone::ShowNumber => "Vis pris",
    }
}
