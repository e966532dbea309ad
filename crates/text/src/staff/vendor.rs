//! The words at the vendor's door and on its list of webinars.

use crate::Language;

/// What the vendor's door and list say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum VendorText {
    Title,
    /// Everyone knows the demo's passphrase.
    Demo,
    /// While the server is asked.
    Loading,
    /// What was typed before and not sent stands in the form again.
    RestoredTyped,
    /// The button that throws it away.
    DiscardTyped,
    Offline,
    /// The button that tries again.
    Again,
    /// No key yet, and no link: heading.
    NeedsLink,
    NeedsLinkBody,
    LogIn,
    /// What the passphrase is for.
    LogInBody,
    Passphrase,
    Show,
    Enter,
    /// The session has ended by itself: heading.
    LogInAgain,
    /// And what has become of what was typed.
    LogInAgainBody,
    /// Where only the key is missing: heading.
    Unlock,
    /// And why it is asked for.
    UnlockBody,
    UnlockNow,
    /// Logged out here, and the server did not hear it.
    SessionLeft,
    /// While the passphrase is stretched.
    Working,
    PassphraseMissing,
    /// The passphrase does not fit.
    Wrong,
    TooShort,
    TooMonotonous,
    /// The passphrase is made of what is tried first.
    TooCommon,
    /// The device has too little memory.
    OutOfMemory,
    Broken,
    /// The unwrapped key is not the vendor's.
    OtherKey,
    NotARecoveryFile,
    /// The way to the recovery file.
    Lost,
    /// The way to passphrase and recovery file.
    Account,
    LogOut,
    Webinars,
    /// The way to the requests.
    Requests,
    /// The way to the commitments.
    Commitments,
    /// The way to the wishes.
    Wishes,
    /// The way to the Strategic Development Forum.
    Forum,
    /// The name of the ways between the pages.
    Pages,
    /// The way back to the list.
    AllWebinars,
    /// What the list is for.
    WebinarsBody,
    /// Deletion waits for an operator; the day it ran last stands behind it.
    DeletionHeld,
    Draft,
    Open,
    Closing,
    Closed,
    Revealed,
    /// The way to the names.
    Look,
    /// Why there is no way.
    NotYet,
    Projector,
    Delete,
    DeleteAsk,
    DeleteBody,
    DeleteYes,
    /// Leaves it as it is.
    Keep,
    Deleted,
    /// What the four words are.
    KeyWords,
}

impl VendorText {
    /// What a person reads in this language, with the values in their places.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::vendor::sentence(self))
    }
}
