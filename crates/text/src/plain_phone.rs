//! What the phone's page says only where no script runs, or no WebAssembly: all else it says as the app does.

use crate::Language;

/// A sentence of the page that the server makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlainPhoneText {
    /// Before anybody types: no name can be sealed here.
    NoNameHere,
    /// The label of the field for a personal link, which only a script could read from the address.
    PersonalLink,
    /// Under that field.
    PersonalLinkHint,
    /// Above the ballot: nothing is sent at the close that was not sent by hand.
    SendByHand,
    /// Where a ballot was sent without a script: this phone cannot look for it in the roll.
    NotFoundByItself,
    /// The title of the frame that shows where the vote stands, and of its document.
    WhereItStands,
    /// In that frame: the page beside it is no longer the newest.
    MovedOn,
    /// The way to the newest page.
    GoOn,
    /// The button behind a tick that no script sends.
    Save,
    /// A newer ballot of this browser was received meanwhile; this one can be sent after it.
    NewerReceived,
    /// Requests and "none of these" were ticked together.
    BothTicked,
    /// The button that asks for a page with another number of municipalities.
    ShowNumber,
}

impl PlainPhoneText {
    /// What a person reads in this language.
    pub const fn say(self, language: Language) -> &'static str {
        in_language!(language, plain_phone::sentence(self))
    }
}
