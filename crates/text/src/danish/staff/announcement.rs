//! In Danish: the result as it is passed on to the chat: a few lines and a picture.

use crate::Language::Danish;
use crate::shared::SharedText;
use crate::staff::announcement::AnnouncementText;

pub(crate) fn sentence(message: AnnouncementText<'_>) -> String {
    match message {
        AnnouncementText::Title => "Resultatet til chatten".into(),
        AnnouncementText::Help => {
            "Ret teksten til, som du vil. Den viser intet, som ikke står på skærmen.".into()
        }
        AnnouncementText::TextField => "Tekst".into(),
        AnnouncementText::Picture => "Billede af resultatet; det samme står i teksten".into(),
        AnnouncementText::CopyText => "Kopiér teksten".into(),
        AnnouncementText::TextCopied => "Teksten er kopieret".into(),
        AnnouncementText::CopyPicture => "Kopiér billedet".into(),
        AnnouncementText::PictureCopied => "Billedet er kopieret".into(),
        AnnouncementText::SavePicture => "Gem billedet".into(),
        AnnouncementText::NotCopied => {
            "Browseren lader os ikke kopiere. Markér teksten, eller gem billedet.".into()
        }
        AnnouncementText::ResultOf(webinar) => format!("Resultat af barometeret: {webinar}"),
        AnnouncementText::GoOn(1) => "Dette ønske går videre:".into(),
        AnnouncementText::GoOn(n) => format!("De {n} øverste går videre:"),
        AnnouncementText::Chosen(place) => {
            format!("Det endte med {place}. Disse går videre efter oplægsholderens valg:")
        }
        AnnouncementText::Tied(place) => {
            format!("Det endte med {place}, og det er endnu ikke afgjort, hvem der går videre:")
        }
        AnnouncementText::Nobody => "Intet ønske fik tilslutning.".into(),
        AnnouncementText::CloseRace => SharedText::CloseRace.say(Danish) + ".",
        AnnouncementText::FirstOf(shown, all) => format!("De {shown} øverste af {all}"),
        AnnouncementText::FileName => "barometer-resultat".into(),
    }
}
