//! In English: the sharing rules in words.

use std::borrow::Cow;

use barometer_domain::financing::SharingRule;
use barometer_domain::financing::own_share::Prospect;

use crate::Language::English;
use crate::figures;
use crate::sharing::SharingText;

pub(crate) fn words(message: SharingText<'_>) -> Cow<'static, str> {
    match message {
        SharingText::Yours => "Your share".into(),
        SharingText::NotEnough(count) => {
            let count = English.counted(count, "municipality", "municipalities");
            format!("With {count} the amounts do not reach the price. More are needed.").into()
        }
        SharingText::AppliesHere => "applies here".into(),
        SharingText::OtherRules => "Your share by each sharing rule".into(),
        SharingText::AllAlike(1) => {
            "If there is only one, it pays it all, whatever the rule.".into()
        }
        SharingText::AllAlike(_) => "All sharing rules come to the same here.".into(),
        SharingText::Assumption(inhabitants) => format!(
            "Reckoned with average municipalities of {inhabitants} inhabitants as the others."
        )
        .into(),
    }
}

pub(crate) fn if_so_many(count: u32) -> String {
    if count == 1 {
        return "If 1 municipality pays it all".to_owned();
    }
    let count = English.counted(count, "municipality", "municipalities");
    format!("If {count} share it")
}

pub(crate) fn share_if(count: u32, rule: &str) -> String {
    {
        let count = English.counted(count, "municipality takes", "municipalities take");
        format!("If {count} part and the price is shared {rule}.")
    }
}

pub(crate) fn prospect(prospect: Prospect, count: u32) -> String {
    let money = |amount| figures::money(English, amount);
    match prospect {
        Prospect::Each(each) => format!("{} per municipality", money(each)),
        Prospect::BySize(shares) => {
            let [small, average, large] = shares.map(money);
            format!(
                "{small} for a small, {average} for an average and {large} for a large municipality"
            )
        }
        Prospect::NotEnough => SharingText::NotEnough(count).say(English),
    }
}

pub(crate) fn rule_in_brief(rule: &SharingRule) -> String {
    match *rule {
        SharingRule::PopulationDegressive { above, percent } => {
            let above = English.whole(above);
            format!("by population, {percent}% beyond {above}")
        }
        SharingRule::SizeClass { weights } => {
            let weights = weights.map(|weight| weight.to_string()).join(":");
            format!("by size ({weights})")
        }
        rule => rule_words(&rule).into_owned(),
    }
}

pub(crate) fn rule_words(rule: &SharingRule) -> Cow<'static, str> {
    let count = |number: u32| English.whole(number);
    match *rule {
        SharingRule::Equal => "equally".into(),
        SharingRule::Population => "by population".into(),
        SharingRule::PopulationDegressive { above, percent } => {
            let above = count(above);
            format!("by population, but inhabitants beyond the first {above} count only {percent}%")
                .into()
        }
        SharingRule::SizeClass { weights } => {
            let [small, medium, large, largest] = weights;
            let small = English.counted(small.into(), "part", "parts");
            format!(
                "by size: {small} below 25,000 inhabitants, {medium} below 60,000, {large} below 120,000 and \
                 {largest} above"
            ).into()
        }
        SharingRule::Mixed { equal_percent } => {
            format!("{equal_percent}% equally and the rest by population").into()
        }
        SharingRule::FixedFee { fee } => {
            let fee = figures::money(English, fee);
            format!("by a fixed fee of {fee} per municipality").into()
        }
    }
}
