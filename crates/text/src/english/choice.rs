//! In English: why the money does not carry a request.

use crate::Language::English;
use crate::choice::WhyNot;

pub(crate) fn sentence(message: WhyNot<'_>) -> String {
    match message {
        WhyNot::NoSupport(number) => format!("Nobody voted for no. {number}."),
        WhyNot::TooFewBehind {
            number,
            fewest,
            price,
        } => {
            let fewest = English.counted(fewest, "municipality", "municipalities");
            format!(
                "Fewer than {fewest} are behind no. {number}, and their frames do not reach the {price} that it costs."
            )
        }
        WhyNot::Lacks {
            number,
            level_with,
            behind,
            lacks,
            left,
            went_to,
            chosen_up_to,
        } => {
            let lacks = match level_with {
                None => format!("No. {number} is short of {lacks}"),
                Some(first) => format!(
                    "No. {number} was level with no. {first}, which comes before it on the list, and is now short of {lacks}"
                ),
            };
            let (who, have, frames) = match behind {
                1 => ("the municipality".to_owned(), "has", "its frame"),
                _ => (
                    format!(
                        "the {}",
                        English.counted(behind, "municipality", "municipalities")
                    ),
                    "have",
                    "their frames",
                ),
            };
            let left = left.unwrap_or("nothing");
            let went_to = went_to.map_or_else(String::new, |(other, amount)| {
                format!(", after {amount} went to no. {other}")
            });
            let change = chosen_up_to.map_or_else(String::new, |price| {
                format!("; at {price} or less it would have been chosen")
            });
            format!("{lacks}: {who} behind it {have} {left} left of {frames}{went_to}{change}.")
        }
        WhyNot::BudgetSpent {
            number,
            price,
            left: Some(left),
        } => format!(
            "No. {number} costs {price}, but only {left} was left when its turn came; at that or less it would have been chosen."
        ),
        WhyNot::BudgetSpent {
            number,
            price,
            left: None,
        } => format!("No. {number} costs {price}, but all the money was spent when its turn came."),
    }
}
