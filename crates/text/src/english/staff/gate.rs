//! In English: the words for whoever stands before the console without its key.

use crate::staff::gate::ConsoleKeyText;

pub(crate) fn sentence(message: ConsoleKeyText) -> String {
    match message {
        ConsoleKeyText::Title => "This is the presenter's page".into(),
        ConsoleKeyText::Body => {
            "Open it with the presenter's link, or paste the link here. It was \
                 shown when the webinar was created."
                .into()
        }
        ConsoleKeyText::Wrong => {
            "That link does not fit this webinar. Check that you copied all of \
                 it."
            .into()
        }
        ConsoleKeyText::Field => "The presenter's link".into(),
        ConsoleKeyText::Go => "Continue".into(),
    }
}
