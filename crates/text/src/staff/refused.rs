//! Why something was refused to the vendor; a phone never hears these.

use barometer_domain::refusal::{Field, Refusal};

use crate::Language::{self, Danish, English};
use crate::refusal;

/// The sentence for a refusal on the staff's pages.
pub fn sentence(refused: &Refusal, language: Language) -> String {
    match (refused, language) {
        (Refusal::NotVendor, Danish) => "Log ind som leverandør først.".into(),
        (Refusal::NotVendor, English) => "Log in as the vendor first.".into(),
        (Refusal::WrongPassphrase, Danish) => "Adgangssætningen eller linket passer ikke.".into(),
        (Refusal::WrongPassphrase, English) => "The passphrase or the link does not fit.".into(),
        (Refusal::AlreadySetUp, Danish) => {
            "Leverandøren har allerede en nøgle. Log ind med den.".into()
        }
        (Refusal::AlreadySetUp, English) => "The vendor has a key already. Log in with it.".into(),
        (Refusal::NoVendorKey, Danish) => "Leverandøren har ingen nøgle endnu.".into(),
        (Refusal::NoVendorKey, English) => "The vendor has no key yet.".into(),
        (Refusal::ReasonMissing, Danish) => "Skriv dit navn og hvorfor, begge dele kort.".into(),
        (Refusal::ReasonMissing, English) => "Write your name and why, both short.".into(),
        (Refusal::MoveNotAllowed, Danish) => "Det skridt kan ikke tages herfra.".into(),
        (Refusal::MoveNotAllowed, English) => "That step cannot be taken from here.".into(),
        (Refusal::Locked, Danish) => "Det kan ikke længere ændres.".into(),
        (Refusal::Locked, English) => "This can no longer be changed.".into(),
        (Refusal::CodeNeeded, Danish) => "Skriv koden for at se siden.".into(),
        (Refusal::CodeNeeded, English) => "Type the code to see the page.".into(),
        (Refusal::NotFilledIn { field }, Danish) => {
            format!(
                "Ret feltet “{}”: det mangler eller kan ikke passe.",
                field_name(*field, Danish)
            )
        }
        (Refusal::NotFilledIn { field }, English) => {
            format!(
                "Correct the field “{}”: it is missing or cannot be.",
                field_name(*field, English)
            )
        }
        (other, language) => refusal::sentence(other, language),
    }
}

/// What a field is called where it stands.
pub fn field_name(field: Field, language: Language) -> &'static str {
    let [danish, english] = match field {
        Field::By => ["Dit navn", "Your name"],
        Field::Reason => ["Begrundelse", "Reason"],
        Field::Amount => ["Beløb", "Amount"],
        Field::Expected => ["Forventet beslutning", "Decision expected"],
        Field::MandateBy => ["Hvem har givet tilsagn", "Who promised"],
        Field::Reference => ["Sagsnummer", "Case number"],
        Field::MandateDate => ["Dato for tilsagn", "Day of the promise"],
        Field::Year => ["Faktureringsår", "Year of the invoice"],
        Field::Price => ["Pris", "Price"],
        Field::Minimum => ["Mindste antal kommuner", "Fewest municipalities"],
        Field::Deadline => ["Frist", "Deadline"],
        Field::RequestReference => ["Nummer", "Reference"],
        Field::Title => ["Titel", "Title"],
        Field::Pitch => ["Elevatortale", "Pitch"],
        Field::Benefit => ["Gevinst", "Benefit"],
        Field::Category => ["Kategori", "Category"],
        Field::Sharing => ["Fordelingsnøgle", "Sharing rule"],
        Field::Folder => ["Mappehenvisning", "Folder"],
        Field::Portal => ["Link til portalen", "Portal link"],
        Field::Into => ["Lægges sammen med", "Merged into"],
    };
    match language {
        Danish => danish,
        English => english,
    }
}
