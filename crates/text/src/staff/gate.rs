//! The words for whoever stands before the console without its key.

use crate::Language;

/// What the page without a key says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// The page for whoever has no key: heading.
    Title,
    /// And what to do.
    Body,
    /// And when a key was wrong.
    Wrong,
    /// The field's label.
    Field,
    /// The field's button.
    Go,
}

impl Gate {
    /// The words in `language`.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::gate::sentence(self))
    }
}
