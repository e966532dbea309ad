//! The words of the vendor's first start.

use crate::Language;
use crate::Language::{Danish, English};

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
        match (self, language) {
            (Self::Title, Danish) => "Lav leverandørens nøgle".into(),
            (Self::Title, English) => "Make the vendor's key".into(),
            (Self::Body, Danish) => {
                "Deltagernes navne låses med en nøgle, som kun I har. Nu laver browseren den, \
                 og en adgangssætning låser den. Serveren får aldrig adgangssætningen."
                    .into()
            }
            (Self::Body, English) => {
                "Participants' names are locked with a key that only you have. The browser \
                 makes it now, and a passphrase locks it. The server never gets the passphrase."
                    .into()
            }
            (Self::NoWayBack, Danish) => {
                "Glemmer I adgangssætningen, kan ingen åbne navnene igen. Der er ingen bagdør."
                    .into()
            }
            (Self::NoWayBack, English) => {
                "If you forget the passphrase, nobody can open the names again. There is no \
                 back door."
                    .into()
            }
            (Self::Choose, Danish) => "1. Vælg en adgangssætning".into(),
            (Self::Choose, English) => "1. Choose a passphrase".into(),
            (Self::Generated, Danish) => {
                "Seks tilfældige ord. Skriv dem ned, før du går videre.".into()
            }
            (Self::Generated, English) => {
                "Six random words. Write them down before you go on.".into()
            }
            (Self::Another, Danish) => "Ny".into(),
            (Self::Another, English) => "New".into(),
            (Self::Own, Danish) => "Skriv min egen".into(),
            (Self::Own, English) => "Write my own".into(),
            (Self::OwnField, Danish) => "Egen adgangssætning, mindst 16 tegn".into(),
            (Self::OwnField, English) => "Own passphrase, at least 16 characters".into(),
            (Self::Words, Danish) => "Brug seks tilfældige ord".into(),
            (Self::Words, English) => "Use six random words".into(),
            (Self::Next, Danish) => "Videre".into(),
            (Self::Next, English) => "Next".into(),
            (Self::Repeat, Danish) => "2. Skriv den igen".into(),
            (Self::Repeat, English) => "2. Type it again".into(),
            (Self::RepeatBody, Danish) => "Så ved vi, at du har den.".into(),
            (Self::RepeatBody, English) => "Then we know that you have it.".into(),
            (Self::RepeatField, Danish) => "Adgangssætningen en gang til".into(),
            (Self::RepeatField, English) => "The passphrase once more".into(),
            (Self::Differs, Danish) => "Det er ikke den samme adgangssætning.".into(),
            (Self::Differs, English) => "That is not the same passphrase.".into(),
            (Self::Back, Danish) => "Tilbage".into(),
            (Self::Back, English) => "Back".into(),
            (Self::Make, Danish) => "Lav nøglen".into(),
            (Self::Make, English) => "Make the key".into(),
            (Self::Done, Danish) => "Nøglen er lavet".into(),
            (Self::Done, English) => "The key is made".into(),
            (Self::DoneBody, Danish) => {
                "Nøglens fire ord står på deltagernes telefoner og på storskærmen. Læs dem op i \
                 webinaret, så kan alle se, at det er jeres nøgle."
                    .into()
            }
            (Self::DoneBody, English) => {
                "The key's four words stand on the participants' phones and on the projector. Read them \
                 aloud in the webinar, and everyone can see that it is your key."
                    .into()
            }
            (Self::SaveBody, Danish) => {
                "Gendannelsesfilen er nøglen i låst form. Gem den et andet sted end serveren."
                    .into()
            }
            (Self::SaveBody, English) => {
                "The recovery file is the key in its locked form. Keep it somewhere else than \
                 the server."
                    .into()
            }
            (Self::Save, Danish) => "Gem gendannelsesfil".into(),
            (Self::Save, English) => "Save the recovery file".into(),
            (Self::Saved, Danish) => "Gendannelsesfilen er gemt.".into(),
            (Self::Saved, English) => "The recovery file is saved.".into(),
            (Self::GoOn, Danish) => "Fortsæt til webinarerne".into(),
            (Self::GoOn, English) => "Go on to the webinars".into(),
        }
    }
}
