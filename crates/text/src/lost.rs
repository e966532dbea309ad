//! What stands on a page that cannot be shown, beside the refusal: what to do next.

use crate::Language;

/// What the page says that stands in the place of an answer for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotFoundText {
    /// What to do about an address.
    WhatNow,
    /// Leads to where the code is typed.
    TypeCode,
    /// Leads to the living page.
    Financing,
}

impl NotFoundText {
    /// What a person reads in this language, with the values in their places.
    pub const fn say(self, language: Language) -> &'static str {
        in_language!(language, lost::sentence(self))
    }
}
