//! In English: what is read where a municipality says what it would join a request for.

use crate::Language::English;
use crate::pledge::PledgeText;

pub(crate) fn sentence(message: PledgeText<'_>) -> String {
    match message {
        PledgeText::Title(title) => format!("We will join: {title}"),
        PledgeText::Link => "Say what you will join for".into(),
        PledgeText::Lead => {
            "Write the most that your municipality will pay, and whether a certain number must take part. It is an intention \
             and does not bind you. A promise is given to the vendor in writing."
                .into()
        }
        PledgeText::WhoSees => {
            "Only you and the vendor see the number. The amount counts, rounded, in the sum of intentions that everybody \
             can see."
                .into()
        }
        PledgeText::LinkNeeded => {
            "Those who got a personal link to a webinar about the request answer here. Open your link, join, and come back \
             here."
                .into()
        }
        PledgeText::OwnShare(count, rule, amount) => {
            let count = English.counted(count, "municipality takes", "municipalities take");
            format!("If {count} part, and the price is shared {rule}, your share is {amount}")
        }
        PledgeText::AtMost => "The most we will pay, in kroner".into(),
        PledgeText::AtMostHint => "E.g. 24,000".into(),
        PledgeText::AtLeast => "Only if at least so many municipalities take part".into(),
        PledgeText::AtLeastHint => "You are one of them. Leave it empty if the number does not matter.".into(),
        PledgeText::Send => "Write it down".into(),
        PledgeText::Change => "Change your answer".into(),
        PledgeText::Kept => "It is written down, and the vendor can see it.".into(),
        PledgeText::Standing => "You stand here now".into(),
        PledgeText::AmountIs(amount) => format!("at most {amount}"),
        PledgeText::ConditionIs(count) => format!("if at least {count} take part"),
        PledgeText::Further => {
            "Your answer has come further than an intention. Tell the vendor if anything has to change.".into()
        }
        PledgeText::TakeBack => "Take it back".into(),
        PledgeText::Reason => "Why do you take it back?".into(),
        PledgeText::AmountWrong => "Write an amount in kroner, e.g. 24,000.".into(),
        PledgeText::CountWrong => "Write a whole number from 2 to 98, or leave it empty.".into(),
        PledgeText::ReasonWrong => "Write briefly why, in at most 200 letters.".into(),
    }
}
