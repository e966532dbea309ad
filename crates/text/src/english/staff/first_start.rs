//! In English: the words of the vendor's first start.

use crate::staff::first_start::FirstStart;

pub(crate) fn sentence(message: FirstStart) -> String {
    match message {
        FirstStart::Title => "Make the vendor's key".into(),
        FirstStart::Body => {
            "Participants' names are locked with a key that only you have. The browser \
                 makes it now, and a passphrase locks it. The server never gets the passphrase."
                .into()
        }
        FirstStart::NoWayBack => {
            "If you forget the passphrase, nobody can open the names again. There is no \
                 back door."
                .into()
        }
        FirstStart::Choose => "1. Choose a passphrase".into(),
        FirstStart::Generated => "Six random words. Write them down before you go on.".into(),
        FirstStart::Another => "New".into(),
        FirstStart::Own => "Write my own".into(),
        FirstStart::OwnField => "Own passphrase, at least 16 characters".into(),
        FirstStart::Words => "Use six random words".into(),
        FirstStart::Next => "Next".into(),
        FirstStart::Repeat => "2. Type it again".into(),
        FirstStart::RepeatBody => "Then we know that you have it.".into(),
        FirstStart::RepeatField => "The passphrase once more".into(),
        FirstStart::Differs => "That is not the same passphrase.".into(),
        FirstStart::Back => "Back".into(),
        FirstStart::Make => "Make the key".into(),
        FirstStart::Done => "The key is made".into(),
        FirstStart::DoneBody => {
            "The key's four words stand on the participants' phones and on the \
                 projector. Read them aloud in the webinar, and everyone can see that it is \
                 your key."
                .into()
        }
        FirstStart::SaveBody => {
            "The recovery file is the key in its locked form. Keep it somewhere else than \
                 the server."
                .into()
        }
        FirstStart::Save => "Save the recovery file".into(),
        FirstStart::Saved => "The recovery file is saved.".into(),
        FirstStart::GoOn => "Go on to the webinars".into(),
    }
}
