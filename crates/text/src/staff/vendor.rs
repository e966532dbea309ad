//! The words at the vendor's door and on its list of webinars.

use crate::Language;

/// What the vendor's door and list say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vendor {
    /// The pages' name.
    Title,
    /// Everyone knows the demo's passphrase.
    Demo,
    /// While the server is asked.
    Loading,
    /// What was typed before and not sent stands in the form again.
    RestoredTyped,
    /// The button that throws it away.
    DiscardTyped,
    /// No answer.
    Offline,
    /// The button that tries again.
    Again,
    /// No key yet, and no link: heading.
    NeedsLink,
    /// And what to do.
    NeedsLinkBody,
    /// The door's heading.
    LogIn,
    /// What the passphrase is for.
    LogInBody,
    /// The field.
    Passphrase,
    /// Shows what is typed.
    Show,
    /// The button.
    Enter,
    /// The session has ended by itself: heading.
    LogInAgain,
    /// And what has become of what was typed.
    LogInAgainBody,
    /// Where only the key is missing: heading.
    Unlock,
    /// And why it is asked for.
    UnlockBody,
    /// The button.
    UnlockNow,
    /// Logged out here, and the server did not hear it.
    SessionLeft,
    /// While the passphrase is stretched.
    Working,
    /// Nothing was typed.
    PassphraseMissing,
    /// The passphrase does not fit.
    Wrong,
    /// Too short.
    TooShort,
    /// Too few different letters.
    TooMonotonous,
    /// The passphrase is made of what is tried first.
    TooCommon,
    /// The device has too little memory.
    OutOfMemory,
    /// The worker is gone.
    Broken,
    /// The unwrapped key is not the vendor's.
    OtherKey,
    /// Logs out.
    LogOut,
    /// The list's heading.
    Webinars,
    /// The way to the requests.
    Requests,
    /// The way to the commitments.
    Commitments,
    /// The name of the ways between the pages.
    Pages,
    /// The way back to the list.
    AllWebinars,
    /// What the list is for.
    WebinarsBody,
    /// Deletion waits for an operator; the day it ran last stands behind it.
    DeletionHeld,
    /// Not opened.
    Draft,
    /// Open.
    Open,
    /// Closing.
    Closing,
    /// Closed.
    Closed,
    /// Shown.
    Revealed,
    /// The way to the names.
    Look,
    /// Why there is no way.
    NotYet,
    /// The projector's page.
    Projector,
    /// Deletes what is personal.
    Delete,
    /// Asks before that.
    DeleteAsk,
    /// What it does.
    DeleteBody,
    /// Says yes to it.
    DeleteYes,
    /// Leaves it as it is.
    Keep,
    /// It is deleted.
    Deleted,
    /// What the four words are.
    KeyWords,
}

impl Vendor {
    /// The words in `language`.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::vendor::sentence(self))
    }
}
