//! In English: the result as it is passed on to the chat: a few lines and a picture.

use crate::Language::English;
use crate::shared::SharedText;
use crate::staff::announcement::AnnouncementText;

pub(crate) fn sentence(message: AnnouncementText<'_>) -> String {
    match message {
        AnnouncementText::Title => "The result for the chat".into(),
        AnnouncementText::Help => {
            "Change the text as you like. It shows nothing that is not on the screen.".into()
        }
        AnnouncementText::TextField => "Text".into(),
        AnnouncementText::Picture => "Picture of the result; the text says the same".into(),
        AnnouncementText::CopyText => "Copy the text".into(),
        AnnouncementText::TextCopied => "Text copied".into(),
        AnnouncementText::CopyPicture => "Copy the picture".into(),
        AnnouncementText::PictureCopied => "Picture copied".into(),
        AnnouncementText::SavePicture => "Save the picture".into(),
        AnnouncementText::NotCopied => {
            "The browser does not let us copy. Select the text, or save the picture.".into()
        }
        AnnouncementText::ResultOf(webinar) => format!("Result of the barometer: {webinar}"),
        AnnouncementText::GoOn(1) => "This request goes on:".into(),
        AnnouncementText::GoOn(n) => format!("The top {n} go on:"),
        AnnouncementText::Chosen(place) => {
            format!("It ended with a {place}. By the presenter’s choice these go on:")
        }
        AnnouncementText::Tied(place) => {
            format!("It ended with a {place}, and who goes on is not decided yet:")
        }
        AnnouncementText::Nobody => "No request found support.".into(),
        AnnouncementText::CloseRace => SharedText::CloseRace.say(English) + ".",
        AnnouncementText::FirstOf(shown, all) => format!("The top {shown} of {all}"),
        AnnouncementText::FileName => "barometer-result".into(),
    }
}
