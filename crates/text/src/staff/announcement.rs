//! The result as it is passed on to the chat: a few lines and a picture.

use crate::Language;
use crate::Language::{Danish, English};
use crate::shared::Shared;

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
        match (self, language) {
            (Self::Title, Danish) => "Resultatet til chatten".into(),
            (Self::Title, English) => "The result for the chat".into(),
            (Self::Help, Danish) => {
                "Ret teksten til, som du vil. Den viser intet, som ikke står på skærmen.".into()
            }
            (Self::Help, English) => {
                "Change the text as you like. It shows nothing that is not on the screen.".into()
            }
            (Self::TextField, Danish) => "Tekst".into(),
            (Self::TextField, English) => "Text".into(),
            (Self::Picture, Danish) => "Billede af resultatet; det samme står i teksten".into(),
            (Self::Picture, English) => "Picture of the result; the text says the same".into(),
            (Self::CopyText, Danish) => "Kopiér teksten".into(),
            (Self::CopyText, English) => "Copy the text".into(),
            (Self::TextCopied, Danish) => "Teksten er kopieret".into(),
            (Self::TextCopied, English) => "Text copied".into(),
            (Self::CopyPicture, Danish) => "Kopiér billedet".into(),
            (Self::CopyPicture, English) => "Copy the picture".into(),
            (Self::PictureCopied, Danish) => "Billedet er kopieret".into(),
            (Self::PictureCopied, English) => "Picture copied".into(),
            (Self::SavePicture, Danish) => "Gem billedet".into(),
            (Self::SavePicture, English) => "Save the picture".into(),
            (Self::NotCopied, Danish) => {
                "Browseren lader os ikke kopiere. Markér teksten, eller gem billedet.".into()
            }
            (Self::NotCopied, English) => {
                "The browser does not let us copy. Select the text, or save the picture.".into()
            }
            (Self::ResultOf(webinar), Danish) => format!("Resultat af barometeret: {webinar}"),
            (Self::ResultOf(webinar), English) => format!("Result of the barometer: {webinar}"),
            (Self::GoOn(1), Danish) => "Dette ønske går videre:".into(),
            (Self::GoOn(n), Danish) => format!("De {n} øverste går videre:"),
            (Self::GoOn(1), English) => "This request goes on:".into(),
            (Self::GoOn(n), English) => format!("The top {n} go on:"),
            (Self::Chosen(place), Danish) => {
                format!("Det endte med {place}. Disse går videre efter oplægsholderens valg:")
            }
            (Self::Chosen(place), English) => {
                format!("It ended with a {place}. By the presenter’s choice these go on:")
            }
            (Self::Tied(place), Danish) => {
                format!("Det endte med {place}, og det er endnu ikke afgjort, hvem der går videre:")
            }
            (Self::Tied(place), English) => {
                format!("It ended with a {place}, and who goes on is not decided yet:")
            }
            (Self::Nobody, Danish) => "Intet ønske fik tilslutning.".into(),
            (Self::Nobody, English) => "No request found support.".into(),
            (Self::CloseRace, language) => Shared::CloseRace.say(language) + ".",
            (Self::FirstOf(shown, all), Danish) => format!("De {shown} øverste af {all}"),
            (Self::FirstOf(shown, all), English) => format!("The top {shown} of {all}"),
            (Self::FileName, Danish) => "barometer-resultat".into(),
            (Self::FileName, English) => "barometer-result".into(),
        }
    }
}
