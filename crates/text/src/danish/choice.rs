//! In Danish: why the money does not carry a request.

use crate::Language::Danish;
use crate::choice::WhyNot;

pub(crate) fn sentence(message: WhyNot<'_>) -> String {
    match message {
        WhyNot::NoSupport(number) => format!("Ingen har stemt på nr. {number}."),
        WhyNot::TooFewBehind {
            number,
            fewest,
            price,
        } => {
            let fewest = Danish.counted(fewest, "kommune", "kommuner");
            format!(
                "Der står færre end {fewest} bag nr. {number}, og deres rammer rækker ikke til de {price}, det koster."
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
                None => format!("Nr. {number} mangler {lacks}"),
                Some(first) => format!(
                    "Nr. {number} stod lige med nr. {first}, der står før det på listen, og mangler nu {lacks}"
                ),
            };
            let (who, frames) = match behind {
                1 => ("kommunen".to_owned(), "sin ramme"),
                _ => (
                    format!("de {}", Danish.counted(behind, "kommune", "kommuner")),
                    "deres rammer",
                ),
            };
            let left = left.unwrap_or("intet");
            let went_to = went_to.map_or_else(String::new, |(other, amount)| {
                format!(", efter at {amount} gik til nr. {other}")
            });
            let change = chosen_up_to.map_or_else(String::new, |price| {
                format!("; til højst {price} var det kommet med")
            });
            format!("{lacks}, for {who} bag det har {left} tilbage af {frames}{went_to}{change}.")
        }
        WhyNot::BudgetSpent {
            number,
            price,
            left: Some(left),
        } => format!(
            "Nr. {number} koster {price}, men der var kun {left} tilbage, da turen kom til det; til højst så meget var det kommet med."
        ),
        WhyNot::BudgetSpent {
            number,
            price,
            left: None,
        } => {
            format!("Nr. {number} koster {price}, men alle penge var brugt, da turen kom til det.")
        }
    }
}
