//! The words of a presenter's remote: what a press asks, and the page of two buttons on a phone.

use barometer_domain::agenda::Stage;
use barometer_domain::webinar::{Command, NextStep};

use crate::Language;
use crate::shared::SharedText;

/// Everything that is said about a remote on projector and console.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum RemoteText {
    /// In a question of the console: how the remote answers it.
    OnceMore,
    /// One more press opens the vote.
    Opens,
    /// One more press closes it.
    Closes,
    /// One more press leaves a tie undecided.
    PassesTie,
    /// On the console, before one of these: where it was pressed.
    AtProjector,
    /// The console's button for the page on a phone, and the dialog's heading.
    OnPhone,
    OnPhoneHelp,
    /// What to do with the code, and what to take care of.
    Scan,
    /// What the picture of the code leads to.
    QrLeadsTo,
    /// Opens the page in this browser.
    OpenHere,
    /// This page no longer has the key.
    PasteLink,
    /// The field for the presenter's link.
    Link,
    ShowCode,
    /// The link is another webinar's, or an old one.
    WrongLink,
}

impl RemoteText {
    /// What one more press does, for a step that asks.
    pub fn asks(step: &NextStep) -> Self {
        match step.command {
            Command::Open => Self::Opens,
            Command::Close => Self::Closes,
            _ => Self::PassesTie,
        }
    }

    /// What a person reads in this language, with the values in their places.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::remote::sentence(self))
    }
}

/// What the page on a phone says, by name. `{n}` stands for a number, `{title}` for a request's title, `{time}` for
/// minutes and seconds.
pub fn page_words(language: Language) -> Vec<(String, String)> {
    let words = in_language!(language, staff::remote::page_words());
    let words = words.map(|(name, words)| (name.to_owned(), words.to_owned()));
    let stage = |stage: Stage| {
        let name = format!("stage-{}", stage_name(stage));
        (name, SharedText::Stage(stage).say(language))
    };
    words.into_iter().chain(Stage::ALL.map(stage)).collect()
}

/// A stage as a view names it.
fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Welcome => "welcome",
        Stage::Survey => "survey",
        Stage::Ongoing => "ongoing",
        Stage::Candidates => "candidates",
        Stage::Barometer => "barometer",
        Stage::Result => "result",
        Stage::Financing => "financing",
        Stage::Thanks => "thanks",
    }
}
