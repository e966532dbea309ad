//! The result as it is passed on to the chat: a few lines and a picture.

use crate::Language;

/// What the announcement says, and the dialog around it. Numbers are already written the reader's way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Announcement<'a> {
    /// The dialog's heading.
    Title,
    /// What can be done with it.
    Help,
    /// Names the field with the text.
    TextField,
    /// Names the picture.
    Picture,
    /// Copies the text.
    CopyText,
    /// The text is copied.
    TextCopied,
    /// Copies the picture.
    CopyPicture,
    /// The picture is copied.
    PictureCopied,
    /// Saves the picture as a file.
    SavePicture,
    /// The browser copies nothing from here.
    NotCopied,
    /// First line: whose result.
    ResultOf(&'a str),
    /// How many go on, the heading of their lines.
    GoOn(u32),
    /// A tie that the presenter has decided; which place was shared.
    Chosen(&'a str),
    /// A tie that nobody has decided; which place is shared.
    Tied(&'a str),
    /// No candidate has support.
    Nobody,
    /// How sure it is: what "close race" means.
    CloseRace,
    /// Some rows are not in the picture.
    FirstOf(u32, u32),
    /// Name of the picture's file, without its ending.
    FileName,
}

impl Announcement<'_> {
    /// The words in `language`.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::announcement::sentence(self))
    }
}
