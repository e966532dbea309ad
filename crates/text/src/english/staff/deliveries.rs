//! In English: the words of what delivered requests came to.

use crate::Language::English;
use crate::figures;
use crate::staff::deliveries::DeliveryText;

pub(crate) fn sentence(message: DeliveryText) -> String {
    match message {
        DeliveryText::Title => "How near we came".into(),
        DeliveryText::Body => "Delivered requests: from estimate to actual price, and from promised to measured benefit. Only you see the table.".into(),
        DeliveryText::Empty => "No delivered request has an actual price yet. It is written on the request's page once it is delivered.".into(),
        DeliveryText::RequestColumn => "Request".into(),
        DeliveryText::EstimateColumn => "Estimate".into(),
        DeliveryText::FirmColumn => "Firm price".into(),
        DeliveryText::ActualColumn => "Actual price".into(),
        DeliveryText::MissedColumn => "Difference".into(),
        DeliveryText::PromisedColumn => "Promised benefit".into(),
        DeliveryText::MeasuredColumn => "Measured benefit".into(),
        DeliveryText::TooFew => "It takes three delivered requests with both an estimate and an actual price before anything can be said of how near you came.".into(),
        DeliveryText::ShowIt => "Say so in briefs about requests that have an estimate".into(),
        DeliveryText::ShowItHint => "Of the five requests delivered last, the one that missed most counts.".into(),
        DeliveryText::OneTitle => "What did it come to?".into(),
        DeliveryText::OneBody => "Write it down once the request is delivered. It can be corrected; what stood before is kept.".into(),
        DeliveryText::ActualField => "Actual price in kroner, for all together".into(),
        DeliveryText::NotAnAmount => "Write an amount, e.g. 240,000".into(),
        DeliveryText::PromisedField => "Promised benefit".into(),
        DeliveryText::MeasuredField => "Measured benefit (can wait)".into(),
        DeliveryText::Write => "Write it down".into(),
        DeliveryText::Written => "Written down".into(),
        DeliveryText::Dearer(0) | DeliveryText::Cheaper(0) => percent("", 0),
        DeliveryText::Dearer(missed) => percent("+", missed),
        DeliveryText::Cheaper(missed) => percent("−", missed),
        DeliveryText::CameWithin(within) => came_within(within),
        DeliveryText::Left(count) => format!("{} left", English.whole(count)),
    }
}

fn percent(sign: &str, figure: u64) -> String {
    let figure = figures::number(English, i64::try_from(figure).unwrap_or(i64::MAX));
    format!("{sign}{figure}%")
}

pub(crate) fn came_within(within: u64) -> String {
    let within = percent("±", within);
    format!(
        "Last time we came within {within} of the price: each request that we delivered last ended that near its estimate."
    )
}
