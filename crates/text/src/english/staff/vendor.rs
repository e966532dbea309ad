//! In English: the words at the vendor's door and on its list of webinars.

use crate::staff::vendor::VendorText;

pub(crate) fn sentence(message: VendorText) -> String {
    match message {
        VendorText::Title => "The vendor's pages".into(),
        VendorText::Demo => "Demo: everyone knows the passphrase “barometer til demo”".into(),
        VendorText::Loading => "Loading …".into(),
        VendorText::RestoredTyped => {
            "Here is what you typed last. It has not been sent yet.".into()
        }
        VendorText::DiscardTyped => "Discard it and start over".into(),
        VendorText::Offline => "The server does not answer. Try again shortly.".into(),
        VendorText::Again => "Try again".into(),
        VendorText::NeedsLink => "There is no key yet".into(),
        VendorText::NeedsLinkBody => {
            "The first time, this page is opened with the link that the server prints when \
                 it starts. Ask whoever runs the server for it."
                .into()
        }
        VendorText::LogIn => "Log in as the vendor".into(),
        VendorText::LogInBody => {
            "The passphrase opens the key to the names. It stays in your browser.".into()
        }
        VendorText::Passphrase => "Passphrase".into(),
        VendorText::Show => "Show what I type".into(),
        VendorText::Enter => "Log in".into(),
        VendorText::LogInAgain => "Log in again".into(),
        VendorText::LogInAgainBody => {
            "You logged in more than 12 hours ago, or have been logged out elsewhere. What \
                 you have written is still here when you are back."
                .into()
        }
        VendorText::Unlock => "Unlock the names".into(),
        VendorText::UnlockBody => {
            "You are logged in, but the key to the names is forgotten when the page is \
                 reloaded. Type the passphrase again. It stays in your browser."
                .into()
        }
        VendorText::UnlockNow => "Unlock".into(),
        VendorText::SessionLeft => {
            "The server did not answer when you logged out. Close the browser altogether, \
                 and nobody else can use your access here."
                .into()
        }
        VendorText::Working => "Working …".into(),
        VendorText::PassphraseMissing => "Type the passphrase.".into(),
        VendorText::Wrong => {
            "The passphrase does not fit. Check that all the words are there.".into()
        }
        VendorText::TooShort => "Use at least 16 characters, or six of our words.".into(),
        VendorText::TooCommon => {
            "It is too easy to guess: it is made of words, rows or years that are tried \
                 first. Take more words, or words that only you would put together."
                .into()
        }
        VendorText::TooMonotonous => "Use more different characters.".into(),
        VendorText::OutOfMemory => {
            "There is not enough memory. Close other tabs, and try again.".into()
        }
        VendorText::Broken => "Something went wrong in the browser. Reload the page.".into(),
        VendorText::OtherKey => {
            "This key does not belong to this server. Do not log in before you have found \
                 out why."
                .into()
        }
        VendorText::Lost => "Forgotten the passphrase?".into(),
        VendorText::Account => "Passphrase and recovery file".into(),
        VendorText::NotARecoveryFile => {
            "This is not a whole recovery file. Its name is barometer- and a date.".into()
        }
        VendorText::LogOut => "Log out".into(),
        VendorText::Webinars => "Webinars".into(),
        VendorText::Requests => "Requests".into(),
        VendorText::Commitments => "Commitments".into(),
        VendorText::Wishes => "Sent in".into(),
        VendorText::Forum => "Forum".into(),
        VendorText::Pages => "Pages".into(),
        VendorText::AllWebinars => "All webinars".into(),
        VendorText::DeletionHeld => {
            "The deletion of personal data waits: by the server’s clock it has stood \
                 still for more than 40 days. If the clock is right, the operator confirms \
                 it with “barometer confirm-deletion”. It ran last on"
                .into()
        }
        VendorText::WebinarsBody => {
            "Prepare the next webinar, and see what the earlier ones came to. Who voted for \
                 what is seen only once the vote is closed, and every look-up is written down."
                .into()
        }
        VendorText::Draft => "Not opened".into(),
        VendorText::Open => "Open".into(),
        VendorText::Closing => "Closing".into(),
        VendorText::Closed => "Closed, not shown".into(),
        VendorText::Revealed => "The result is shown".into(),
        VendorText::Look => "See who voted for what".into(),
        VendorText::NotYet => "Names can be seen once the vote is closed.".into(),
        VendorText::Projector => "Projector".into(),
        VendorText::Delete => "Delete personal data".into(),
        VendorText::DeleteAsk => "Delete everything personal of this webinar?".into(),
        VendorText::DeleteBody => {
            "Ballots, names and everything that could lead to a participant are deleted \
                 for good. The result stays. Otherwise this happens by itself six months \
                 after the webinar."
                .into()
        }
        VendorText::DeleteYes => "Delete for good".into(),
        VendorText::Keep => "Keep".into(),
        VendorText::Deleted => "Everything personal is deleted.".into(),
        VendorText::KeyWords => "The key's four words".into(),
    }
}
