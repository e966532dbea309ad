//! Why something was refused to the vendor; a phone never hears these.

use barometer_domain::refusal::Refusal;

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
        (other, language) => refusal::sentence(other, language),
    }
}
