//! The sharing rules in words.

use std::borrow::Cow;

use barometer_domain::financing::SharingRule;
use barometer_domain::financing::own_share::Prospect;

use crate::Language;

/// What stands around a municipality's own share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum SharingText<'a> {
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

impl SharingText<'_> {
    /// The words in `language`; none of them puts a full stop after an amount.
    pub fn say(self, language: Language) -> String {
        // Copied in one place: what each arm would copy costs a phone more than the sentence itself.
        self.words(language).into_owned()
    }

    fn words(self, language: Language) -> Cow<'static, str> {
        in_language!(language, sharing::words(self))
    }
}

/// "Hvis 10 kommuner går sammen".
pub fn if_so_many(count: u32, language: Language) -> String {
    in_language!(language, sharing::if_so_many(count))
}

/// On what a share rests: "Hvis 10 kommuner er med, og prisen fordeles ligeligt."; `rule` as [`rule`] says it.
pub fn share_if(count: u32, rule: &str, language: Language) -> String {
    in_language!(language, sharing::share_if(count, rule))
}

/// What each would pay, or a small, the average and a large municipality: `24.000 kr. pr. kommune`.
pub fn prospect(prospect: Prospect, count: u32, language: Language) -> String {
    in_language!(language, sharing::prospect(prospect, count))
}

/// How a price is shared, as the end of "the price is shared …".
pub fn rule(rule: &SharingRule, language: Language) -> String {
    rule_words(rule, language).into_owned()
}

/// A sharing rule as [`rule`] says it, in so few words that a table on the projector has a line for each: the presenter
/// says the rest.
pub fn rule_in_brief(rule: &SharingRule, language: Language) -> String {
    in_language!(language, sharing::rule_in_brief(rule))
}

fn rule_words(rule: &SharingRule, language: Language) -> Cow<'static, str> {
    in_language!(language, sharing::rule_words(rule))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{Danish, English};

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
