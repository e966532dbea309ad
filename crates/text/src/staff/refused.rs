//! Why something was refused to the vendor; a phone never hears these.

use barometer_domain::refusal::{Field, Refusal, SheetProblem};

use crate::Language;

/// The sentence for a refusal on the staff's pages.
pub fn sentence(refused: &Refusal, language: Language) -> String {
    in_language!(language, staff::refused::sentence(refused))
}

/// What is wrong with a file, and what to do about it.
pub fn sheet_problem(problem: SheetProblem, language: Language) -> String {
    in_language!(language, staff::refused::sheet_problem(problem))
}

/// What a field is called where it stands.
pub fn field_name(field: Field, language: Language) -> &'static str {
    in_language!(language, staff::refused::field_name(field))
}
