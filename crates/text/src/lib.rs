//! Every sentence a person reads, per surface, in every language: one exhaustive match each.
//!
//! A surface's messages are one enum with the values a sentence needs: counts as `u32`, so that the plural is
//! decided here; numbers and amounts already written the reader's way, as `&str`.

pub mod agenda;
pub mod appointment;
pub mod article;
pub mod brief;
pub mod calendar;
pub mod export;
pub mod figures;
pub mod letter;
pub mod lost;
pub mod phone;
pub mod refusal;
pub mod shared;
pub mod sharing;
pub mod staff;
pub mod states;

pub use barometer_domain::language::Language;

/// What each of several pays, from the smallest amount to the largest.
pub(crate) fn least_to_most(language: Language, least: &str, most: &str) -> String {
    match (language, least == most) {
        (Language::Danish, true) => format!("{least} hver"),
        (Language::Danish, false) => format!("mellem {least} og {most}"),
        (Language::English, true) => format!("{least} each"),
        (Language::English, false) => format!("between {least} and {most}"),
    }
}
