//! The words of the vendor's page with sign-ups.

use crate::Language;

/// What the page of sign-ups says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum Signups {
    /// The page's heading, and the way to it.
    Title,
    Body,
    /// How many personal links there are.
    LinksOut(u32),
}

impl Signups {
    /// What a person reads in this language, with the values in their places.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::signups::sentence(self))
    }
}
