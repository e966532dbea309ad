//! The words for whoever stands before the console without its key.

use crate::Language;

/// What the page without a key says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum ConsoleKeyText {
    /// The page for whoever has no key: heading.
    Title,
    Body,
    /// And when a key was wrong.
    Wrong,
    Field,
    Go,
}

impl ConsoleKeyText {
    /// What a person reads in this language, with the values in their places.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::gate::sentence(self))
    }
}
