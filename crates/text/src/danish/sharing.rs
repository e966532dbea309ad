//! In Danish: the sharing rules in words.

use std::borrow::Cow;

use barometer_domain::financing::SharingRule;
use barometer_domain::financing::own_share::Prospect;

use crate::Language::Danish;
use crate::figures;
use crate::sharing::SharingText;

pub(crate) fn words(message: SharingText<'_>) -> Cow<'static, str> {
    match message {
        SharingText::Yours => "Jeres andel".into(),
        SharingText::NotEnough(count) => {
            let count = Danish.counted(count, "kommune", "kommuner");
            format!("Med {count} rækker beløbene ikke til prisen. Der skal flere med.").into()
        }
        SharingText::AppliesHere => "gælder her".into(),
        SharingText::OtherRules => "Jeres andel efter de forskellige fordelingsnøgler".into(),
        SharingText::AllAlike(1) => {
            "Er der kun én, betaler den det hele, uanset fordelingsnøgle.".into()
        }
        SharingText::AllAlike(_) => "Alle fordelingsnøgler giver det samme her.".into(),
        SharingText::Assumption(inhabitants) => format!(
            "Regnet med, at de øvrige er gennemsnitlige kommuner med {inhabitants} indbyggere."
        )
        .into(),
    }
}

pub(crate) fn if_so_many(count: u32) -> String {
    if count == 1 {
        return "Hvis 1 kommune betaler det hele".to_owned();
    }
    let count = Danish.counted(count, "kommune", "kommuner");
    format!("Hvis {count} går sammen")
}

pub(crate) fn share_if(count: u32, rule: &str) -> String {
    {
        let count = Danish.counted(count, "kommune", "kommuner");
        format!("Hvis {count} er med, og prisen fordeles {rule}.")
    }
}

pub(crate) fn prospect(prospect: Prospect, count: u32) -> String {
    let money = |amount| figures::money(Danish, amount);
    match prospect {
        Prospect::Each(each) => format!("{} pr. kommune", money(each)),
        Prospect::BySize(shares) => {
            let [small, average, large] = shares.map(money);
            format!(
                "{small} for en lille, {average} for en gennemsnitlig og {large} for en stor kommune"
            )
        }
        Prospect::NotEnough => SharingText::NotEnough(count).say(Danish),
    }
}

pub(crate) fn rule_in_brief(rule: &SharingRule) -> String {
    match *rule {
        SharingRule::PopulationDegressive { above, percent } => {
            let above = Danish.whole(above);
            format!("efter indbyggertal, {percent}\u{a0}% ud over {above}")
        }
        SharingRule::SizeClass { weights } => {
            let weights = weights.map(|weight| weight.to_string()).join(":");
            format!("efter størrelse ({weights})")
        }
        rule => rule_words(&rule).into_owned(),
    }
}

pub(crate) fn rule_words(rule: &SharingRule) -> Cow<'static, str> {
    let count = |number: u32| Danish.whole(number);
    match *rule {
        SharingRule::Equal => "ligeligt".into(),
        SharingRule::Population => "efter indbyggertal".into(),
        SharingRule::PopulationDegressive { above, percent } => {
            let above = count(above);
            format!(
                "efter indbyggertal, men indbyggere ud over de første {above} tæller kun {percent}\u{a0}%"
            ).into()
        }
        SharingRule::SizeClass { weights } => {
            let [small, medium, large, largest] = weights;
            let small = Danish.counted(small.into(), "del", "dele");
            format!(
                "efter størrelse: {small} under 25.000 indbyggere, {medium} under 60.000, {large} under 120.000 \
                 og {largest} derover"
            ).into()
        }
        SharingRule::Mixed { equal_percent } => {
            format!("{equal_percent}\u{a0}% ligeligt og resten efter indbyggertal").into()
        }
        SharingRule::FixedFee { fee } => {
            let fee = figures::money(Danish, fee);
            format!("med et fast beløb på {fee} pr. kommune").into()
        }
    }
}
