//! The result as it is passed on to the chat: a few lines and a picture.

use crate::Language;

/// What the announcement says, and the dialog around it. Numbers are already written the reader's way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum AnnouncementText<'a> {
    Title,
    /// What can be done with it.
    Help,
    /// Names the field with the text.
    TextField,
    Picture,
    CopyText,
    TextCopied,
    CopyPicture,
    PictureCopied,
    /// Saves the picture as a file.
    SavePicture,
    /// The browser copies nothing from here.
    NotCopied,
    ResultOf(&'a str),
    /// How many go on, the heading of their lines.
    GoOn(u32),
    /// A tie that the presenter has decided; which place was shared.
    Chosen(&'a str),
    /// A tie that nobody has decided; which place is shared.
    Tied(&'a str),
    Nobody,
    /// How sure it is: what "close race" means.
    CloseRace,
    /// Some rows are not in the picture.
    FirstOf(u32, u32),
    /// Name of the picture's file, without its ending.
    FileName,
}

impl AnnouncementText<'_> {
    /// What a person reads in this language, with the values in their places.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::announcement::sentence(self))
    }
}
