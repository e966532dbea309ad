//! In English: the result as it is passed on to the chat: a few lines and a picture.

use crate::Language::English;
use crate::shared::Shared;
use crate::staff::announcement::Announcement;

pub(crate) fn sentence(message: Announcement<'_>) -> String {
    match message {
        Announcement::Title => "The result for the chat".into(),
        Announcement::Help => {
            "Change the text as you like. It shows nothing that is not on the screen.".into()
        }
        Announcement::TextField => "Text".into(),
        Announcement::Picture => "Picture of the result; the text says the same".into(),
        Announcement::CopyText => "Copy the text".into(),
        Announcement::TextCopied => "Text copied".into(),
        Announcement::CopyPicture => "Copy the picture".into(),
        Announcement::PictureCopied => "Picture copied".into(),
        Announcement::SavePicture => "Save the picture".into(),
        Announcement::NotCopied => {
            "The browser does not let us copy. Select the text, or save the picture.".into()
        }
        Announcement::ResultOf(webinar) => format!("Result of the barometer: {webinar}"),
        Announcement::GoOn(1) => "This request goes on:".into(),
        Announcement::GoOn(n) => format!("The top {n} go on:"),
        Announcement::Chosen(place) => {
            format!("It ended with a {place}. By the presenter’s choice these go on:")
        }
        Announcement::Tied(place) => {
            format!("It ended with a {place}, and who goes on is not decided yet:")
        }
        Announcement::Nobody => "No request found support.".into(),
        Announcement::CloseRace => Shared::CloseRace.say(English) + ".",
        Announcement::FirstOf(shown, all) => format!("The top {shown} of {all}"),
        Announcement::FileName => "barometer-result".into(),
    }
}
