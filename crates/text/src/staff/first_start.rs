//! The words of the vendor's first start.

use crate::Language;

/// What the first start says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum FirstStartText {
    Title,
    Body,
    /// What is lost is lost.
    NoWayBack,
    Choose,
    /// What the six words are.
    Generated,
    Another,
    Own,
    OwnField,
    /// Back to the drawn words.
    Words,
    Next,
    Repeat,
    RepeatBody,
    RepeatField,
    Differs,
    Back,
    Make,
    Done,
    /// What the four words are for.
    DoneBody,
    /// What the file is for.
    SaveBody,
    GoOn,
}

impl FirstStartText {
    /// What a person reads in this language, with the values in their places.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::first_start::sentence(self))
    }
}
