//! The sharing rules in words.

use std::borrow::Cow;

use barometer_domain::financing::SharingRule;
use barometer_domain::financing::own_share::Prospect;

use crate::Language::{self, Danish, English};
use crate::figures;

/// What stands around a municipality's own share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share<'a> {
    /// "Jeres andel".
    Yours,
    /// The caps do not reach the price with so many.
    NotEnough(u32),
    /// The request's own rule, among others.
    AppliesHere,
    /// The same by other rules.
    OtherRules,
    /// By all rules each pays the same when so many share.
    AllAlike(u32),
    /// What the figures rest on: how many inhabitants the others have.
    Assumption(&'a str),
}

impl Share<'_> {
    /// The words in `language`; none of them puts a full stop after an amount.
    pub fn say(self, language: Language) -> String {
        // Copied in one place: what each arm would copy costs a phone more than the sentence itself.
        self.words(language).into_owned()
    }

    fn words(self, language: Language) -> Cow<'static, str> {
        match (self, language) {
            (Self::Yours, Danish) => "Jeres andel".into(),
            (Self::Yours, English) => "Your share".into(),
            (Self::NotEnough(count), Danish) => {
                let count = Danish.counted(count, "kommune", "kommuner");
                format!("Med {count} rækker beløbene ikke til prisen. Der skal flere med.").into()
            }
            (Self::NotEnough(count), English) => {
                let count = English.counted(count, "municipality", "municipalities");
                format!("With {count} the amounts do not reach the price. More are needed.").into()
            }
            (Self::AppliesHere, Danish) => "gælder her".into(),
            (Self::AppliesHere, English) => "applies here".into(),
            (Self::OtherRules, Danish) => {
                "Jeres andel efter de forskellige fordelingsnøgler".into()
            }
            (Self::OtherRules, English) => "Your share by each sharing rule".into(),
            (Self::AllAlike(1), Danish) => {
                "Er der kun én, betaler den det hele, uanset fordelingsnøgle.".into()
            }
            (Self::AllAlike(_), Danish) => "Alle fordelingsnøgler giver det samme her.".into(),
            (Self::AllAlike(1), English) => {
                "If there is only one, it pays it all, whatever the rule.".into()
            }
            (Self::AllAlike(_), English) => "All sharing rules come to the same here.".into(),
            (Self::Assumption(inhabitants), Danish) => format!(
                "Regnet med, at de øvrige er gennemsnitlige kommuner med {inhabitants} indbyggere."
            )
            .into(),
            (Self::Assumption(inhabitants), English) => format!(
                "Reckoned with average municipalities of {inhabitants} inhabitants as the others."
            )
            .into(),
        }
    }
}

/// "Hvis 10 kommuner går sammen".
pub fn if_so_many(count: u32, language: Language) -> String {
    let words: Cow<'static, str> = match (count, language) {
        (1, Danish) => "Hvis 1 kommune betaler det hele".into(),
        (1, English) => "If 1 municipality pays it all".into(),
        (_, Danish) => {
            let count = Danish.counted(count, "kommune", "kommuner");
            format!("Hvis {count} går sammen").into()
        }
        (_, English) => {
            let count = English.counted(count, "municipality", "municipalities");
            format!("If {count} share it").into()
        }
    };
    words.into_owned()
}

/// On what a share rests: "Hvis 10 kommuner er med, og prisen fordeles ligeligt."; `rule` as [`rule`] says it.
pub fn share_if(count: u32, rule: &str, language: Language) -> String {
    match language {
        Danish => {
            let count = Danish.counted(count, "kommune", "kommuner");
            format!("Hvis {count} er med, og prisen fordeles {rule}.")
        }
        English => {
            let count = English.counted(count, "municipality takes", "municipalities take");
            format!("If {count} part and the price is shared {rule}.")
        }
    }
}

/// What each would pay, or a small, the average and a large municipality: `24.000 kr. pr. kommune`.
pub fn prospect(prospect: Prospect, count: u32, language: Language) -> String {
    let money = |amount| figures::money(language, amount);
    match (prospect, language) {
        (Prospect::Each(each), Danish) => format!("{} pr. kommune", money(each)),
        (Prospect::Each(each), English) => format!("{} per municipality", money(each)),
        (Prospect::BySize(shares), _) => {
            let [small, average, large] = shares.map(money);
            match language {
                Danish => format!(
                    "{small} for en lille, {average} for en gennemsnitlig og {large} for en stor kommune"
                ),
                English => format!(
                    "{small} for a small, {average} for an average and {large} for a large municipality"
                ),
            }
        }
        (Prospect::NotEnough, language) => Share::NotEnough(count).say(language),
    }
}

/// How a price is shared, as the end of "the price is shared …".
pub fn rule(rule: &SharingRule, language: Language) -> String {
    rule_words(rule, language).into_owned()
}

/// A sharing rule as [`rule`] says it, in so few words that a table on the projector has a line for each: the presenter
/// says the rest.
pub fn rule_in_brief(rule: &SharingRule, language: Language) -> String {
    match (*rule, language) {
        (SharingRule::PopulationDegressive { above, percent }, _) => {
            let above = language.whole(above);
            match language {
                Danish => format!("efter indbyggertal, {percent}\u{a0}% ud over {above}"),
                English => format!("by population, {percent}% beyond {above}"),
            }
        }
        (SharingRule::SizeClass { weights }, _) => {
            let weights = weights.map(|weight| weight.to_string()).join(":");
            match language {
                Danish => format!("efter størrelse ({weights})"),
                English => format!("by size ({weights})"),
            }
        }
        (rule, language) => self::rule(&rule, language),
    }
}

fn rule_words(rule: &SharingRule, language: Language) -> Cow<'static, str> {
    let count = |number: u32| language.whole(number);
    match (*rule, language) {
        (SharingRule::Equal, Danish) => "ligeligt".into(),
        (SharingRule::Equal, English) => "equally".into(),
        (SharingRule::Population, Danish) => "efter indbyggertal".into(),
        (SharingRule::Population, English) => "by population".into(),
        (SharingRule::PopulationDegressive { above, percent }, Danish) => {
            let above = count(above);
            format!(
                "efter indbyggertal, men indbyggere ud over de første {above} tæller kun {percent}\u{a0}%"
            ).into()
        }
        (SharingRule::PopulationDegressive { above, percent }, English) => {
            let above = count(above);
            format!("by population, but inhabitants beyond the first {above} count only {percent}%")
                .into()
        }
        (SharingRule::SizeClass { weights }, Danish) => {
            let [small, medium, large, largest] = weights;
            let small = Danish.counted(small.into(), "del", "dele");
            format!(
                "efter størrelse: {small} under 25.000 indbyggere, {medium} under 60.000, {large} under 120.000 \
                 og {largest} derover"
            ).into()
        }
        (SharingRule::SizeClass { weights }, English) => {
            let [small, medium, large, largest] = weights;
            let small = English.counted(small.into(), "part", "parts");
            format!(
                "by size: {small} below 25,000 inhabitants, {medium} below 60,000, {large} below 120,000 and \
                 {largest} above"
            ).into()
        }
        (SharingRule::Mixed { equal_percent }, Danish) => {
            format!("{equal_percent}\u{a0}% ligeligt og resten efter indbyggertal").into()
        }
        (SharingRule::Mixed { equal_percent }, English) => {
            format!("{equal_percent}% equally and the rest by population").into()
        }
        (SharingRule::FixedFee { fee }, language) => {
            let fee = figures::money(language, fee);
            match language {
                Danish => format!("med et fast beløb på {fee} pr. kommune").into(),
                English => format!("by a fixed fee of {fee} per municipality").into(),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_each_would_pay_says_three_where_they_differ() {
        use barometer_domain::money::Money;
        let kroner = Money::from_kroner;
        let each = prospect(Prospect::Each(kroner(20_834)), 12, Danish);
        assert_eq!(each, "20.834\u{a0}kr. pr. kommune");
        let by_size = Prospect::BySize([kroner(8_000), kroner(24_000), kroner(65_000)]);
        assert_eq!(
            prospect(by_size, 10, Danish),
            "8.000\u{a0}kr. for en lille, 24.000\u{a0}kr. for en gennemsnitlig og 65.000\u{a0}kr. for en stor kommune"
        );
        assert!(prospect(Prospect::NotEnough, 3, English).starts_with("With 3 municipalities"));
    }

    #[test]
    fn in_a_table_a_rule_is_said_in_brief() {
        let size = SharingRule::SizeClass {
            weights: [1, 2, 3, 4],
        };
        let degressive = SharingRule::PopulationDegressive {
            above: 150_000,
            percent: 50,
        };
        assert_eq!(rule_in_brief(&size, Danish), "efter størrelse (1:2:3:4)");
        assert_eq!(rule_in_brief(&size, English), "by size (1:2:3:4)");
        assert_eq!(
            rule_in_brief(&degressive, Danish),
            "efter indbyggertal, 50\u{a0}% ud over 150.000"
        );
        assert_eq!(
            rule_in_brief(&degressive, English),
            "by population, 50% beyond 150,000"
        );
        assert_eq!(rule_in_brief(&SharingRule::Equal, Danish), "ligeligt");
    }

    #[test]
    fn so_many_share() {
        let said = [1, 2, 10].map(|n| if_so_many(n, Danish));
        assert_eq!(said[0], "Hvis 1 kommune betaler det hele");
        assert_eq!(said[1], "Hvis 2 kommuner går sammen");
        assert_eq!(if_so_many(10, English), "If 10 municipalities share it");
    }

    #[test]
    fn every_usual_rule_reads_on_from_the_price_is_shared() {
        let said: Vec<String> = SharingRule::USUAL.iter().map(|r| rule(r, Danish)).collect();
        assert_eq!(
            said,
            [
                "ligeligt",
                "efter indbyggertal",
                "efter indbyggertal, men indbyggere ud over de første 150.000 tæller kun 50\u{a0}%",
                "efter størrelse: 1 del under 25.000 indbyggere, 2 under 60.000, 3 under 120.000 og 4 derover",
                "30\u{a0}% ligeligt og resten efter indbyggertal",
            ]
        );
    }
}
