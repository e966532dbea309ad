//! In English: what the phone's page says where no script runs.

use crate::plain_phone::PlainPhone;

pub(crate) const fn sentence(message: PlainPhone) -> &'static str {
    match message {
        PlainPhone::NoNameHere => {
            "This browser cannot seal a name. You join without one, and your vote counts as everybody’s does."
        }
        PlainPhone::PersonalLink => "Your personal link (if you were given one)",
        PlainPhone::PersonalLinkHint => {
            "Paste the whole link. It says by itself which municipality you are from."
        }
        PlainPhone::SendByHand => {
            "Remember to press “Send my vote”: in this browser nothing is sent by itself when the vote closes."
        }
        PlainPhone::NotFoundByItself => {
            "In this browser the phone cannot find your vote in the count by itself."
        }
        PlainPhone::WhereItStands => "Where the webinar is",
        PlainPhone::MovedOn => "The webinar has moved on.",
        PlainPhone::GoOn => "Follow",
        PlainPhone::Save => "Save",
        PlainPhone::NewerReceived => {
            "A newer vote from this browser has been received. If you prefer the choices below, send them again."
        }
        PlainPhone::BothTicked => {
            "You have chosen both requests and “None of these”. Remove one of them."
        }
        PlainPhone::ShowNumber => "Show the price",
    }
}
