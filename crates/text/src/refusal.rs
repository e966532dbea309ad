//! Why something was refused, said to the person who tried.

use barometer_domain::financing::admission::TakesNone;
use barometer_domain::refusal::Refusal;

use crate::Language;

/// The sentence for a refusal.
pub fn sentence(refusal: &Refusal, language: Language) -> String {
    in_language!(language, refusal::sentence(refusal))
}

/// Why a request takes no such word from a municipality.
pub fn takes_none(why: TakesNone, language: Language) -> &'static str {
    in_language!(language, refusal::takes_none(why))
}
