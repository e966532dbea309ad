//! In English: the decision brief: one page that a participant takes home about one request.

use barometer_domain::financing::Price;

use crate::Language::English;
use crate::brief::BriefText;
use crate::english::staff::deliveries;
use crate::phone::in_full;
use crate::sharing;

pub(crate) fn sentence(message: &BriefText<'_>) -> String {
    match message {
            BriefText::Kind => "Decision brief".into(),
            BriefText::From(title, day) => format!("From {title}, {day}"),
            BriefText::For(name) => format!("For {}", in_full(name)),
            BriefText::WhatYouGet => "What do you get?".into(),
            BriefText::ThePrice => "The price".into(),
            BriefText::PriceIs(Price::Firm { .. }, ..) => "Firm price for all together.".into(),
            BriefText::NotAssessed | BriefText::PriceIs(Price::NotAssessed, ..) => {
                "The price is not assessed yet. You can commit only once there is a firm price.".into()
            }
            BriefText::PriceIs(Price::Estimate { low, high, .. }, ..) if low == high => {
                "Rough estimate for all together.".into()
            }
            BriefText::PriceIs(Price::Estimate { .. }, low, high) => {
                format!("Rough estimate for all together: between {low} and {high}.")
            }
            BriefText::CameWithin(percent) => deliveries::came_within(*percent),
            BriefText::Standing { by: 0, missing, .. } => {
                format!("No municipality has promised anything yet. {missing} is missing.")
            }
            BriefText::Standing {
                committed,
                by,
                missing,
            } => {
                let by = English.counted(*by, "municipality has", "municipalities have");
                format!("{by} promised {committed}. {missing} is missing.")
            }
            BriefText::Rounded => {
                "Each municipality’s promise is rounded to whole thousands of kroner.".into()
            }
            BriefText::MoreNeeded(count) => {
                let count = English.counted(*count, "more municipality", "more municipalities");
                format!("That is {count}.")
            }
            BriefText::Funded => "The request is fully funded.".into(),
            BriefText::ShareAt(count, rule) => sharing::share_if(*count, rule, English),
            BriefText::OneMoreSaves(amount) => format!(
                "With each further municipality your share falls. The next one saves you {amount}."
            ),
            BriefText::Rule => "The price is shared".into(),
            BriefText::NoMunicipality => {
                "You are only watching. Join for a municipality to see your share.".into()
            }
            BriefText::AskPurchasing => "Ask purchasing".into(),
            BriefText::Deadline => "Deadline".into(),
            BriefText::By(day) => format!("Promises by {day}."),
            BriefText::Extended(from, reason) => format!("Extended from {from}: {reason}"),
            BriefText::NoDeadline => {
                "There is no deadline yet. The vendor announces it with the firm price.".into()
            }
            BriefText::NextSteps => "Next steps".into(),
            BriefText::NotBinding => {
                "This brief binds nobody. You are part of it once you have given the vendor a written promise."
                    .into()
            }
            BriefText::Print => "Print or save as PDF".into(),
            BriefText::ShareIt => "Share".into(),
            BriefText::Copied => "The link is copied.".into(),
            BriefText::CopyByHand(address) => format!("Copy the link here: {address}"),
            BriefText::Mail => "Send by mail".into(),
            BriefText::Message(request, webinar, day) => {
                format!("Here is a brief about the request “{request}”. It was shown in “{webinar}” on {day}.")
            }
            BriefText::MessageShare(amount, count, rule) => {
                let count = English.counted(*count, "municipality takes", "municipalities take");
                format!("Our share is {amount} if {count} part and the price is shared {rule}.")
            }
            BriefText::ReadHere(address) => format!("Read the brief: {address}"),
            BriefText::Back => "Back to the webinar".into(),
        }
}

pub(crate) const fn questions() -> [&'static str; 5] {
    [
        "Is there room in this year's budget, or is it for next year's?",
        "Can the change be bought under the agreement we have, or must something be tendered?",
        "Who may promise the amount, and when does the committee meet?",
        "Must IT, legal or data protection be heard first?",
        "In which year can we be invoiced?",
    ]
}

pub(crate) const fn steps() -> [&'static str; 3] {
    [
        "Talk to the head of the department: do we want it, and what is the most we would pay?",
        "Write to the vendor what you intend and when you can decide. That does not bind you.",
        "Promise in writing once it is decided: who, how much, and under which case number.",
    ]
}
