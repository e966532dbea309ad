//! The words of the vendor's account: passphrase, recovery file, and what is on record about them.

use crate::Language;

/// What the pages of passphrase and recovery file say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum AccountText {
    Title,
    ChangeTitle,
    ChangeBody,
    Present,
    New,
    NewHint,
    /// The button that draws six words.
    Draw,
    Again,
    Name,
    Reason,
    ReasonHint,
    Change,
    Changed,
    FileTitle,
    FileBody,
    SaveFile,
    FileSaved,
    LogTitle,
    LogEmpty,
    /// An entry of the log.
    PassphraseChanged,
    /// An entry of the log.
    KeyRecovered,
    /// An entry of the log.
    KeyReset,
    RecoverTitle,
    RecoverBody,
    ChooseFile,
    /// What opens the file.
    FileWords,
    /// What opens a file of the first version.
    FilePassphrase,
    FileMissing,
    FileRefused,
    /// The key in the file is not this server's.
    OtherVendor,
    Recover,
    Back,
    /// Before the address that a chosen file is from, and the day.
    FileOf,
}

impl AccountText {
    /// What a person reads in this language.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::account::sentence(self))
    }
}
