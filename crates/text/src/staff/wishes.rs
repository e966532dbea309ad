//! The words of the vendor's page with wishes.

use crate::Language;

/// What the page of wishes says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WishDeskText {
    /// The page's heading.
    Title,
    /// What the page is for.
    Body,
    /// Leads to the form that municipalities use.
    ToForm,
    /// While nobody has sent a wish.
    NoneYet,
    /// The mark of a wish that became a request of its own.
    New,
    /// The mark of a wish for the same as a request that was there.
    Same,
    /// In the place of a sender whose name was sealed to another key.
    DoesNotOpen,
}

impl WishDeskText {
    /// What a person reads in this language.
    pub const fn say(self, language: Language) -> &'static str {
        in_language!(language, staff::wishes::sentence(self))
    }
}
