//! In English: what the votes can carry within a frame.

use barometer_domain::carrying::{
    BudgetFrame, FEWEST_TO_CARRY, FrameBasis, LeftOut, Served, WhatWouldChange, WhyLeftOut,
};
use barometer_domain::financing::own_share::Prospect;

use crate::Language::English;
use crate::carrying::CarryingText;
use crate::figures;

pub(crate) fn sentence(message: CarryingText<'_>) -> String {
    match message {
        CarryingText::Title => "What can be carried together?".into(),
        CarryingText::Frame(BudgetFrame { amount, by }) => {
            let amount = figures::money(English, amount);
            match by {
                FrameBasis::Equal => format!("Frame: {amount} for each municipality"),
                FrameBasis::Population => {
                    format!("Frame: {amount} for an average municipality, otherwise by population")
                }
            }
        }
        CarryingText::NoFrame => "No frame".into(),
        CarryingText::Supposition => "A supposed example. It binds nobody.".into(),
        CarryingText::Carried(1) => "This one request can be carried".into(),
        CarryingText::Carried(count) => {
            format!(
                "These {} requests can be carried together",
                English.whole(count)
            )
        }
        CarryingText::Nothing => "No request can be carried within that frame".into(),
        CarryingText::Served(Served::Few, of) => format!(
            "Fewer than 3 of the {} municipalities get at least one of their wishes",
            English.whole(of)
        ),
        CarryingText::Served(Served::Exactly { count }, of) => format!(
            "{} of the {} municipalities get at least one of their wishes",
            English.whole(count),
            English.whole(of)
        ),
        CarryingText::Served(Served::AtLeast { count }, of) => format!(
            "At least {} of the {} municipalities get at least one of their wishes",
            English.whole(count),
            English.whole(of)
        ),
        CarryingText::ServedUntold => {
            "So few municipalities have voted that we do not say how many get one of their wishes"
                .into()
        }
        CarryingText::WhyNot => "Why not the others?".into(),
        CarryingText::Same => "They are the same as go on by the votes.".into(),
        CarryingText::Differs { by_rule, carried } => format!(
            "By the votes {by_rule} would go on; the frames carry {carried}. Both are answers, each to a question of its \
             own. The presenter decides."
        ),
        CarryingText::PriceEach {
            municipalities,
            price,
            prospect,
        } => {
            let behind = municipalities.map_or_else(String::new, |count| {
                format!("{} · ", English.counted(count, "municipality", "municipalities"))
            });
            let each = match prospect {
                Prospect::Each(share) => format!("= {} each", figures::money(English, share)),
                Prospect::BySize([_, average, _]) => {
                    format!("= {} for an average municipality", figures::money(English, average))
                }
                Prospect::NotEnough => "· more have to join".into(),
            };
            format!("{behind}{price} {each}")
        }
        CarryingText::FrameNow(None) => "Frame per municipality: none".into(),
        CarryingText::FrameNow(Some(BudgetFrame { amount, by })) => {
            let amount = figures::money(English, amount);
            match by {
                FrameBasis::Equal => format!("Frame per municipality: {amount}"),
                FrameBasis::Population => format!("Frame per municipality: {amount}, by population"),
            }
        }
        CarryingText::FrameHelp => {
            "For “What can be carried together?” after the result: how much a municipality is supposed to be able to spend. It can \
             be set only before the vote opens, and stands in the decision log."
                .into()
        }
        CarryingText::FrameAmount => "Amount".into(),
        CarryingText::FrameBy(FrameBasis::Population) => {
            "by population (the amount is the average municipality’s)".into()
        }
        CarryingText::FrameBy(FrameBasis::Equal) => "the same for all".into(),
        CarryingText::SetFrame => "Set the frame".into(),
        CarryingText::TakeFrameAway => "Take the frame away".into(),
        CarryingText::DecidedOtherwise => {
            "The presenter lets other requests go on than the votes point to.".into()
        }
        CarryingText::Decided(numbers) => {
            format!("The presenter’s decision: {numbers} to go on.")
        }
        CarryingText::Because(reason) => format!("Reason: {reason}"),
        CarryingText::ByTheVotes => "by the votes – the presenter has chosen others".into(),
        CarryingText::DecideTitle => "Let others go on than the rule".into(),
        CarryingText::DecideHelp => {
            "Choose up to 3. The decision and your reason stand in the log and in the letter to participants.".into()
        }
        CarryingText::Reason => "Reason".into(),
        CarryingText::Decide => "Decide so".into(),
        CarryingText::FollowTheRule => "Let the rule stand again".into(),
        CarryingText::DecideLacks => "Choose 1–3, and write why".into(),
        CarryingText::Number(number) => format!("No. {number}"),
    }
}

pub(crate) fn numbers(list: &str) -> String {
    format!("no. {list}")
}

/// In the place of a list that is empty.
pub(crate) const fn none() -> &'static str {
    "none"
}

pub(crate) fn why_not(LeftOut { candidate, why }: LeftOut) -> String {
    let number = candidate.0;
    let counted = |count| English.counted(count, "municipality", "municipalities");
    match why {
        WhyLeftOut::NoPrice => {
            format!("No. {number} has no price yet and can be counted in only once it is assessed.")
        }
        WhyLeftOut::NoSupport => format!("Nobody voted for no. {number}."),
        WhyLeftOut::TooFewBehind { behind } => {
            let is = if behind == 1 { "is" } else { "are" };
            format!(
                "Only {} {is} behind no. {number}; it is counted in once at least {FEWEST_TO_CARRY} are.",
                counted(behind)
            )
        }
        WhyLeftOut::DoesNotReach { behind } => format!(
            "The {} behind no. {number} do not have enough left of their frames for its price; with frames large enough it would have been carried.",
            counted(behind)
        ),
        WhyLeftOut::TooLittleLeft {
            behind,
            tenths,
            went_to,
            level_with,
            change,
        } => {
            let level = level_with.map_or_else(String::new, |first| {
                format!(
                    "was level with no. {}, which comes before it on the list, and ",
                    first.0
                )
            });
            let left = match tenths {
                0 => "less than 10%".to_owned(),
                tenths => format!("between {}0 and {}0%", tenths, tenths + 1),
            };
            let went_to = went_to.map_or_else(String::new, |other| {
                format!(", after most of what they spent went to no. {}", other.0)
            });
            let change = match change {
                WhatWouldChange::Price { at_most } => {
                    format!("at {} or less", figures::money(English, at_most))
                }
                WhatWouldChange::Frames { times: 2 } => "with frames twice as large".into(),
                WhatWouldChange::Frames { times } => {
                    let times = match times {
                        3 => "three".to_owned(),
                        5 => "five".to_owned(),
                        10 => "ten".to_owned(),
                        other => other.to_string(),
                    };
                    format!("with frames {times} times as large")
                }
                WhatWouldChange::LargerFrames => "with frames larger still".into(),
            };
            let behind = counted(behind);
            format!(
                "No. {number} {level}was not carried, since the {behind} behind it have {left} of its price left{went_to}; \
                 {change} it would have been."
            )
        }
    }
}
