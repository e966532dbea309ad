//! In English: what the phone's page says where no script runs.

use crate::plain_phone::PlainPhoneText;

pub(crate) const fn sentence(message: PlainPhoneText) -> &'static str {
    match message {
        PlainPhoneText::NoNameHere => {
            "This browser cannot seal a name. You join without one, and your vote counts as everybody’s does."
        }
        PlainPhoneText::PersonalLink => "Your personal link (if you were given one)",
        PlainPhoneText::PersonalLinkHint => {
            "Paste the whole link. It says by itself which municipality you are from."
        }
        PlainPhoneText::SendByHand => {
            "Remember to press “Send my vote”: in this browser nothing is sent by itself when the vote closes."
        }
        PlainPhoneText::NotFoundByItself => {
            "In this browser the phone cannot find your vote in the count by itself."
        }
        PlainPhoneText::WhereItStands => "Where the webinar is",
        PlainPhoneText::MovedOn => "The webinar has moved on.",
        PlainPhoneText::GoOn => "Follow",
        PlainPhoneText::Save => "Save",
        PlainPhoneText::NewerReceived => {
            "A newer vote from this browser has been received. If you prefer the choices below, send them again."
        }
        PlainPhoneText::BothTicked => {
            "You have chosen both requests and “None of these”. Remove one of them."
        }
        PlainPhoneText::ShowNumber => "Show the price",
    }
}
