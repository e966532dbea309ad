//! In English: the words at the vendor's door and on its list of webinars.

use crate::staff::vendor::Vendor;

pub(crate) fn sentence(message: Vendor) -> String {
    match message {
        Vendor::Title => "The vendor's pages".into(),
        Vendor::Demo => "Demo: everyone knows the passphrase “barometer til demo”".into(),
        Vendor::Loading => "Loading …".into(),
        Vendor::RestoredTyped => "Here is what you typed last. It has not been sent yet.".into(),
        Vendor::DiscardTyped => "Discard it and start over".into(),
        Vendor::Offline => "The server does not answer. Try again shortly.".into(),
        Vendor::Again => "Try again".into(),
        Vendor::NeedsLink => "There is no key yet".into(),
        Vendor::NeedsLinkBody => {
            "The first time, this page is opened with the link that the server prints when \
                 it starts. Ask whoever runs the server for it."
                .into()
        }
        Vendor::LogIn => "Log in as the vendor".into(),
        Vendor::LogInBody => {
            "The passphrase opens the key to the names. It stays in your browser.".into()
        }
        Vendor::Passphrase => "Passphrase".into(),
        Vendor::Show => "Show what I type".into(),
        Vendor::Enter => "Log in".into(),
        Vendor::LogInAgain => "Log in again".into(),
        Vendor::LogInAgainBody => {
            "You logged in more than 12 hours ago, or have been logged out elsewhere. What \
                 you have written is still here when you are back."
                .into()
        }
        Vendor::Unlock => "Unlock the names".into(),
        Vendor::UnlockBody => {
            "You are logged in, but the key to the names is forgotten when the page is \
                 reloaded. Type the passphrase again. It stays in your browser."
                .into()
        }
        Vendor::UnlockNow => "Unlock".into(),
        Vendor::SessionLeft => {
            "The server did not answer when you logged out. Close the browser altogether, \
                 and nobody else can use your access here."
                .into()
        }
        Vendor::Working => "Working …".into(),
        Vendor::PassphraseMissing => "Type the passphrase.".into(),
        Vendor::Wrong => "The passphrase does not fit. Check that all the words are there.".into(),
        Vendor::TooShort => "Use at least 16 characters, or six of our words.".into(),
        Vendor::TooCommon => {
            "It is too easy to guess: it is made of words, rows or years that are tried \
                 first. Take more words, or words that only you would put together."
                .into()
        }
        Vendor::TooMonotonous => "Use more different characters.".into(),
        Vendor::OutOfMemory => {
            "There is not enough memory. Close other tabs, and try again.".into()
        }
        Vendor::Broken => "Something went wrong in the browser. Reload the page.".into(),
        Vendor::OtherKey => {
            "This key does not belong to this server. Do not log in before you have found \
                 out why."
                .into()
        }
        Vendor::LogOut => "Log out".into(),
        Vendor::Webinars => "Webinars".into(),
        Vendor::Requests => "Requests".into(),
        Vendor::Commitments => "Commitments".into(),
        Vendor::Wishes => "Sent in".into(),
        Vendor::Forum => "Forum".into(),
        Vendor::Pages => "Pages".into(),
        Vendor::AllWebinars => "All webinars".into(),
        Vendor::DeletionHeld => {
            "The deletion of personal data waits: by the server’s clock it has stood \
                 still for more than 40 days. If the clock is right, the operator confirms \
                 it with “barometer confirm-deletion”. It ran last on"
                .into()
        }
        Vendor::WebinarsBody => {
            "Prepare the next webinar, and see what the earlier ones came to. Who voted for \
                 what is seen only once the vote is closed, and every look-up is written down."
                .into()
        }
        Vendor::Draft => "Not opened".into(),
        Vendor::Open => "Open".into(),
        Vendor::Closing => "Closing".into(),
        Vendor::Closed => "Closed, not shown".into(),
        Vendor::Revealed => "The result is shown".into(),
        Vendor::Look => "See who voted for what".into(),
        Vendor::NotYet => "Names can be seen once the vote is closed.".into(),
        Vendor::Projector => "Projector".into(),
        Vendor::Delete => "Delete personal data".into(),
        Vendor::DeleteAsk => "Delete everything personal of this webinar?".into(),
        Vendor::DeleteBody => {
            "Ballots, names and everything that could lead to a participant are deleted \
                 for good. The result stays. Otherwise this happens by itself six months \
                 after the webinar."
                .into()
        }
        Vendor::DeleteYes => "Delete for good".into(),
        Vendor::Keep => "Keep".into(),
        Vendor::Deleted => "Everything personal is deleted.".into(),
        Vendor::KeyWords => "The key's four words".into(),
    }
}
