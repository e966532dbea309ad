//! In English: the words of the vendor's page with sign-ups.

use crate::staff::signups::Signups;

pub(crate) fn sentence(message: Signups) -> String {
    match message {
        Signups::Title => "Sign-ups".into(),
        Signups::Body => "Who is signed up for the webinar. Names and e-mail addresses are opened in your browser.".into(),
        Signups::LinksOut(count) => {
            let links = crate::Language::English.counted(count, "personal link", "personal links");
            format!("{links} to the webinar have been made.")
        },
    }
}
