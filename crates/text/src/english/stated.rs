//! In English: the tap after the vote.

use crate::Language::English;
use crate::figures;
use crate::stated::StatedText;

pub(crate) fn sentence(message: StatedText<'_>) -> String {
    match message {
        StatedText::Title => "What could your municipality join for?".into(),
        StatedText::Promise => "An estimate. Not binding, never becomes a commitment.".into(),
        StatedText::WhoSees => {
            "You can skip this. Nobody sees your answer: with the result only the part of the price is shown that all \
             answers together carry, once at least 5 from at least 3 municipalities have answered."
                .into()
        }
        StatedText::OwnShare(count, amount) => {
            let count = English.counted(count, "municipality takes", "municipalities take");
            format!("Your share if {count} part: {amount}")
        }
        StatedText::NoPrice => "The price has not been assessed yet.".into(),
        StatedText::Amount(amount) => amount.money().map_or_else(
            || "Don’t know".into(),
            |money| figures::money(English, money),
        ),
        StatedText::Send => "Save the estimate".into(),
        StatedText::Skip => "Back to the webinar".into(),
        StatedText::Kept => {
            "Thank you. The estimate is saved and can be changed until the vote closes.".into()
        }
        StatedText::Closed => "The vote is closed, and the estimate cannot be changed.".into(),
        StatedText::Nothing => {
            "You have not voted for any request, so there is nothing to estimate.".into()
        }
        StatedText::SharesTitle => "What could the municipalities join for?".into(),
        StatedText::Share(0) => "The amounts stated carry less than 10% of the price".into(),
        StatedText::Share(10) => "The amounts stated carry the whole price".into(),
        StatedText::Share(tenths) => {
            format!("The amounts stated carry about {tenths}0% of the price")
        }
    }
}
