//! In Danish: what the phone's page says where no script runs.

use crate::plain_phone::PlainPhoneText;

pub(crate) const fn sentence(message: PlainPhoneText) -> &'static str {
    match message {
        PlainPhoneText::NoNameHere => {
            "I denne browser kan intet navn forsegles. Du deltager uden navn, og din stemme tæller som alle andres."
        }
        PlainPhoneText::PersonalLink => "Dit personlige link (hvis du har fået et)",
        PlainPhoneText::PersonalLinkHint => {
            "Sæt hele linket ind. Det siger selv, hvilken kommune du kommer fra."
        }
        PlainPhoneText::SendByHand => {
            "Husk at trykke på »Send min stemme«: i denne browser sendes intet af sig selv, når der lukkes."
        }
        PlainPhoneText::NotFoundByItself => {
            "I denne browser kan telefonen ikke selv finde din stemme i optællingen."
        }
        PlainPhoneText::WhereItStands => "Hvor webinaret er",
        PlainPhoneText::MovedOn => "Webinaret er gået videre.",
        PlainPhoneText::GoOn => "Følg med",
        PlainPhoneText::Save => "Gem",
        PlainPhoneText::NewerReceived => {
            "Der er modtaget en nyere stemme fra denne browser. Vil du hellere have valget herunder, så send det igen."
        }
        PlainPhoneText::BothTicked => {
            "Du har valgt både ønsker og »Ingen af disse«. Fjern det ene."
        }
        PlainPhoneText::ShowNumber => "Vis pris",
    }
}
