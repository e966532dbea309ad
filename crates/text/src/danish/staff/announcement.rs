//! In Danish: the result as it is passed on to the chat: a few lines and a picture.

use crate::Language::Danish;
use crate::shared::Shared;
use crate::staff::announcement::Announcement;

pub(crate) fn sentence(message: Announcement<'_>) -> String {
    match message {
        Announcement::Title => "Resultatet til chatten".into(),
        Announcement::Help => {
            "Ret teksten til, som du vil. Den viser intet, som ikke står på skærmen.".into()
        }
        Announcement::TextField => "Tekst".into(),
        Announcement::Picture => "Billede af resultatet; det samme står i teksten".into(),
        Announcement::CopyText => "Kopiér teksten".into(),
        Announcement::TextCopied => "Teksten er kopieret".into(),
        Announcement::CopyPicture => "Kopiér billedet".into(),
        Announcement::PictureCopied => "Billedet er kopieret".into(),
        Announcement::SavePicture => "Gem billedet".into(),
        Announcement::NotCopied => {
            "Browseren lader os ikke kopiere. Markér teksten, eller gem billedet.".into()
        }
        Announcement::ResultOf(webinar) => format!("Resultat af barometeret: {webinar}"),
        Announcement::GoOn(1) => "Dette ønske går videre:".into(),
        Announcement::GoOn(n) => format!("De {n} øverste går videre:"),
        Announcement::Chosen(place) => {
            format!("Det endte med {place}. Disse går videre efter oplægsholderens valg:")
        }
        Announcement::Tied(place) => {
            format!("Det endte med {place}, og det er endnu ikke afgjort, hvem der går videre:")
        }
        Announcement::Nobody => "Intet ønske fik tilslutning.".into(),
        Announcement::CloseRace => Shared::CloseRace.say(Danish) + ".",
        Announcement::FirstOf(shown, all) => format!("De {shown} øverste af {all}"),
        Announcement::FileName => "barometer-resultat".into(),
    }
}
