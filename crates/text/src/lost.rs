//! What stands on a page that cannot be shown, beside the refusal: what to do next.

use crate::Language;

/// Words of that page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// What to do about an address.
    WhatNow,
    /// Leads to where the code is typed.
    TypeCode,
    /// Leads to the living page.
    Financing,
}

impl Lost {
    /// The words in `language`.
    pub const fn say(self, language: Language) -> &'static str {
        in_language!(language, lost::sentence(self))
    }
}
