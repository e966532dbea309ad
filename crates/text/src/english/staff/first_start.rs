//! In English: the words of the vendor's first start.

use crate::staff::first_start::FirstStartText;

pub(crate) fn sentence(message: FirstStartText) -> String {
    match message {
        FirstStartText::Title => "Make the vendor's key".into(),
        FirstStartText::Body => {
            "Participants' names are locked with a key that only you have. The browser \
                 makes it now, and a passphrase locks it. The server never gets the passphrase."
                .into()
        }
        FirstStartText::NoWayBack => {
            "If you forget the passphrase, only the recovery file and its words open the names \
                 again. There is no back door."
                .into()
        }
        FirstStartText::Choose => "1. Choose a passphrase".into(),
        FirstStartText::Generated => "Six random words. Write them down before you go on.".into(),
        FirstStartText::Another => "New".into(),
        FirstStartText::Own => "Write my own".into(),
        FirstStartText::OwnField => "Own passphrase, at least 16 characters".into(),
        FirstStartText::Words => "Use six random words".into(),
        FirstStartText::Next => "Next".into(),
        FirstStartText::Repeat => "2. Type it again".into(),
        FirstStartText::RepeatBody => "Then we know that you have it.".into(),
        FirstStartText::RepeatField => "The passphrase once more".into(),
        FirstStartText::Differs => "That is not the same passphrase.".into(),
        FirstStartText::Back => "Back".into(),
        FirstStartText::Make => "Make the key".into(),
        FirstStartText::Done => "The key is made".into(),
        FirstStartText::DoneBody => {
            "The key's four words stand on the participants' phones and on the \
                 projector. Read them aloud in the webinar, and everyone can see that it is \
                 your key."
                .into()
        }
        FirstStartText::SaveBody => {
            "The recovery file is the key, locked with six words that are shown when the file is \
                 saved. If you forget the passphrase, file and words give you another. Keep them \
                 apart, and not on the server."
                .into()
        }
        FirstStartText::GoOn => "Go on to the webinars".into(),
    }
}
