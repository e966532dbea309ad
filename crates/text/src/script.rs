//! What the scripts beside the apps say: why an app does not start or has stopped, and how to leave a webinar. The build
//! writes the sentences into the scripts, in every language: a script that says why something could not be fetched cannot
//! fetch its words.

use crate::Language;

/// A sentence of a script, or the words on its button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScriptText {
    /// The app has panicked, and nothing on the page works after it.
    Stopped,
    /// The button that loads the page anew then.
    Reload,
    /// The button that tries to start once more.
    TryAgain,
    /// The app could not be fetched, and not even what says why.
    NotFetched,
    /// The browser has no WebAssembly, or it is turned off.
    NoWebAssembly,
    /// The browser is older than what the app needs.
    BrowserTooOld,
    /// A setting or a filter forbids WebAssembly.
    Forbidden,
    /// Something between us and the reader sent something else.
    Filtered,
    /// What the page names is no longer there, for there is a newer one.
    Updated,
    /// The connection ended before all of it was here.
    CutShort,
    /// There is no connection.
    Offline,
    /// It was tried several times.
    GaveUp,
    /// A phone's "back" leads out of the webinar when pressed once more.
    BackAgain,
    /// What was written could not be sent.
    NotSent,
    /// The sheet of questions stays empty.
    QuestionsNotFetched,
    /// The button that closes the sheet.
    Close,
}

impl ScriptText {
    /// All of them, script by script.
    pub const ALL: [Self; 16] = [
        Self::Stopped,
        Self::Reload,
        Self::TryAgain,
        Self::NotFetched,
        Self::NoWebAssembly,
        Self::BrowserTooOld,
        Self::Forbidden,
        Self::Filtered,
        Self::Updated,
        Self::CutShort,
        Self::Offline,
        Self::GaveUp,
        Self::BackAgain,
        Self::NotSent,
        Self::QuestionsNotFetched,
        Self::Close,
    ];

    /// The script that says it, a file in `public`.
    pub const fn script(self) -> &'static str {
        match self {
            Self::Stopped | Self::Reload | Self::TryAgain | Self::NotFetched => "boot.js",
            Self::NoWebAssembly
            | Self::BrowserTooOld
            | Self::Forbidden
            | Self::Filtered
            | Self::Updated
            | Self::CutShort
            | Self::Offline
            | Self::GaveUp => "trouble.js",
            Self::BackAgain => "keeper.js",
            Self::NotSent | Self::QuestionsNotFetched | Self::Close => "questions.js",
        }
    }

    /// What the script calls it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stopped => "stopped",
            Self::Reload => "reload",
            Self::TryAgain => "again",
            Self::NotFetched => "notFetched",
            Self::NoWebAssembly => "absent",
            Self::BrowserTooOld => "old",
            Self::Forbidden => "refused",
            Self::Filtered => "blocked",
            Self::Updated => "missing",
            Self::CutShort => "cut",
            Self::Offline => "offline",
            Self::GaveUp => "gaveUp",
            Self::BackAgain => "backAgain",
            Self::NotSent => "notSent",
            Self::QuestionsNotFetched => "notFetched",
            Self::Close => "close",
        }
    }

    /// What a person reads in this language.
    pub const fn say(self, language: Language) -> &'static str {
        in_language!(language, script::sentence(self))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    /// In each script the sentences have a place, and each of them is used.
    #[test]
    fn every_script_names_its_sentences() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public");
        for text in ScriptText::ALL {
            let script = fs::read_to_string(folder.join(text.script())).unwrap();
            assert_eq!(script.matches("const TEXTS = {};").count(), 1, "{text:?}");
            let letters = |letter: char| letter.is_alphanumeric();
            let is_used = script
                .split(|letter| !letters(letter))
                .any(|word| word == text.name());
            assert!(is_used, "{} does not say {}", text.script(), text.name());
        }
    }
}
