//! The words of the vendor's first start.

use crate::Language;

/// What the first start says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstStart {
    /// The page's heading.
    Title,
    /// What will happen.
    Body,
    /// What is lost is lost.
    NoWayBack,
    /// Step one.
    Choose,
    /// What the six words are.
    Generated,
    /// Draws another.
    Another,
    /// Types one's own.
    Own,
    /// Its field.
    OwnField,
    /// Back to the drawn words.
    Words,
    /// Goes on.
    Next,
    /// Step two.
    Repeat,
    /// Why.
    RepeatBody,
    /// Its field.
    RepeatField,
    /// The two differ.
    Differs,
    /// Goes back.
    Back,
    /// Makes the key.
    Make,
    /// Step three.
    Done,
    /// What the four words are for.
    DoneBody,
    /// What the file is for.
    SaveBody,
    /// Saves the recovery file.
    Save,
    /// It is saved.
    Saved,
    /// To the list.
    GoOn,
}

impl FirstStart {
    /// The words in `language`.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::first_start::sentence(self))
    }
}
