//! In English: the decision brief: one page that a participant takes home about one request.

use barometer_domain::financing::Price;

use crate::Language::English;
use crate::brief::Brief;
use crate::phone::in_full;
use crate::sharing;

pub(crate) fn sentence(message: &Brief<'_>) -> String {
    match message {
            Brief::Kind => "Decision brief".into(),
            Brief::From(title, day) => format!("From {title}, {day}"),
            Brief::For(name) => format!("For {}", in_full(name)),
            Brief::WhatYouGet => "What do you get?".into(),
            Brief::ThePrice => "The price".into(),
            Brief::PriceIs(Price::Firm { .. }, ..) => "Firm price for all together.".into(),
            Brief::NotAssessed | Brief::PriceIs(Price::NotAssessed, ..) => {
                "The price is not assessed yet. You can commit only once there is a firm price.".into()
            }
            Brief::PriceIs(Price::Estimate { low, high, .. }, ..) if low == high => {
                "Rough estimate for all together.".into()
            }
            Brief::PriceIs(Price::Estimate { .. }, low, high) => {
                format!("Rough estimate for all together: between {low} and {high}.")
            }
            Brief::Standing { by: 0, missing, .. } => {
                format!("No municipality has promised anything yet. {missing} is missing.")
            }
            Brief::Standing {
                committed,
                by,
                missing,
            } => {
                let by = English.counted(*by, "municipality has", "municipalities have");
                format!("{by} promised {committed}. {missing} is missing.")
            }
            Brief::Rounded => {
                "Each municipality’s promise is rounded to whole thousands of kroner.".into()
            }
            Brief::MoreNeeded(count) => {
                let count = English.counted(*count, "more municipality", "more municipalities");
                format!("That is {count}.")
            }
            Brief::Funded => "The request is fully funded.".into(),
            Brief::ShareAt(count, rule) => sharing::share_if(*count, rule, English),
            Brief::OneMoreSaves(amount) => format!(
                "With each further municipality your share falls. The next one saves you {amount}."
            ),
            Brief::Rule => "The price is shared".into(),
            Brief::NoMunicipality => {
                "You are only watching. Join for a municipality to see your share.".into()
            }
            Brief::AskPurchasing => "Ask purchasing".into(),
            Brief::Deadline => "Deadline".into(),
            Brief::By(day) => format!("Promises by {day}."),
            Brief::Extended(from, reason) => format!("Extended from {from}: {reason}"),
            Brief::NoDeadline => {
                "There is no deadline yet. The vendor announces it with the firm price.".into()
            }
            Brief::NextSteps => "Next steps".into(),
            Brief::NotBinding => {
                "This brief binds nobody. You are part of it once you have given the vendor a written promise."
                    .into()
            }
            Brief::Print => "Print or save as PDF".into(),
            Brief::ShareIt => "Share".into(),
            Brief::Copied => "The link is copied.".into(),
            Brief::CopyByHand(address) => format!("Copy the link here: {address}"),
            Brief::Mail => "Send by mail".into(),
            Brief::Message(request, webinar, day) => {
                format!("Here is a brief about the request “{request}”. It was shown in “{webinar}” on {day}.")
            }
            Brief::MessageShare(amount, count, rule) => {
                let count = English.counted(*count, "municipality takes", "municipalities take");
                format!("Our share is {amount} if {count} part and the price is shared {rule}.")
            }
            Brief::ReadHere(address) => format!("Read the brief: {address}"),
            Brief::Back => "Back to the webinar".into(),
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
