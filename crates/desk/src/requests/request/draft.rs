//! A request as it is being typed: each field on its own, read into a request only when all of it can be.

use barometer_domain::financing::{ChangeRequest, Price, RuleKind, Sharing, SharingRule, Terms};
use barometer_domain::money::{Money, typed_kroner, written_amount};
use barometer_domain::refusal::{Field, Refusal};
use barometer_json::FromJson;
use barometer_kit::{format, language};
use leptos::prelude::*;
use serde::Serialize;

/// The kinds of rules, in the order of the list.
pub const RULES: [RuleKind; 6] = [
    RuleKind::Equal,
    RuleKind::Population,
    RuleKind::PopulationDegressive,
    RuleKind::SizeClass,
    RuleKind::Mixed,
    RuleKind::FixedFee,
];

/// The kind of a price that nobody has put to it yet.
pub const NOT_ASSESSED: &str = "not_assessed";

/// A request as it is typed, field by field.
#[derive(Clone, Copy)]
pub struct RequestForm {
    /// The vendor's reference.
    pub reference: RwSignal<String>,
    /// Its title, in one line.
    pub title: RwSignal<String>,
    /// What it is, in 30 seconds of speech.
    pub pitch: RwSignal<String>,
    /// What it is good for.
    pub benefit: RwSignal<String>,
    /// What it belongs to.
    pub category: RwSignal<String>,
    /// `firm`, `estimate` or [`NOT_ASSESSED`].
    pub price_kind: RwSignal<String>,
    /// Low, likely, high; a firm price is the likely one.
    pub prices: [RwSignal<String>; 3],
    /// The place of the rule in [`RULES`].
    pub rule: RwSignal<String>,
    /// The rule's own number or numbers.
    pub numbers: [RwSignal<String>; 2],
    /// The most that each pays.
    pub cap: RwSignal<String>,
    /// For how many it is planned.
    pub planned_for: RwSignal<String>,
    /// How many municipalities it takes at least.
    pub minimum: RwSignal<String>,
    /// The last day on which municipalities can commit.
    pub deadline: RwSignal<String>,
    /// From a national initiative.
    pub national: RwSignal<bool>,
    /// The name of that initiative.
    pub initiative: RwSignal<String>,
    /// Who asked for it.
    pub asked_by: RwSignal<String>,
    /// Where its papers lie.
    pub folder: RwSignal<String>,
    /// The address of its page in the vendor's own portal.
    pub portal: RwSignal<String>,
    /// Why its terms change.
    pub why: RwSignal<String>,
}

impl RequestForm {
    /// A request's texts as the form starts with them.
    pub fn from_request(request: &ChangeRequest) -> Self {
        let text = || RwSignal::new(String::new());
        let draft = Self {
            reference: text(),
            title: text(),
            pitch: text(),
            benefit: text(),
            category: text(),
            price_kind: text(),
            prices: [text(), text(), text()],
            rule: text(),
            numbers: [text(), text()],
            cap: text(),
            planned_for: text(),
            minimum: text(),
            deadline: text(),
            national: RwSignal::new(false),
            initiative: text(),
            asked_by: text(),
            folder: text(),
            portal: text(),
            why: text(),
        };
        draft.fill_from(request);
        if request.title.is_empty() {
            // What is taken in usually has a price to be typed.
            draft.price_kind.set("estimate".to_owned());
        }
        draft
    }

    /// Puts what a request says into the fields.
    pub fn fill_from(self, request: &ChangeRequest) {
        let terms = &request.terms;
        self.reference.set(request.reference.clone());
        self.title.set(request.title.clone());
        self.pitch.set(request.pitch.clone());
        self.benefit.set(request.benefit.clone());
        self.category.set(request.category.clone());
        let (kind, prices) = match terms.price {
            Price::Firm { amount } => ("firm", [Money::ZERO, amount, Money::ZERO]),
            Price::Estimate { low, likely, high } => ("estimate", [low, likely, high]),
            Price::NotAssessed => (NOT_ASSESSED, [Money::ZERO; 3]),
        };
        self.price_kind.set(kind.to_owned());
        for (field, amount) in self.prices.into_iter().zip(prices) {
            field.set(kroner(amount));
        }
        let kind = terms.sharing.rule.kind();
        let at = RULES.iter().position(|rule| *rule == kind).unwrap_or(0);
        self.rule.set(at.to_string());
        let [first, second] = numbers(terms.sharing.rule);
        self.numbers[0].set(first);
        self.numbers[1].set(second);
        self.cap
            .set(terms.sharing.cap.map_or_else(String::new, kroner));
        self.planned_for.set(number(terms.sharing.planned_for));
        self.minimum.set(number(terms.minimum));
        let deadline = terms.deadline.map(|day| day.to_string());
        self.deadline.set(deadline.unwrap_or_default());
        self.national.set(request.national);
        self.initiative.set(request.initiative.clone());
        self.asked_by.set(request.asked_by.clone());
        self.folder.set(request.folder.clone());
        self.portal.set(request.portal.clone());
        self.why.set(String::new());
    }

    /// Most fields that are typed, in the order of [`NAMES`].
    fn fields(self) -> [RwSignal<String>; 16] {
        let [low, likely, high] = self.prices;
        let [first, second] = self.numbers;
        [
            self.reference,
            self.title,
            self.pitch,
            self.benefit,
            self.category,
            self.price_kind,
            low,
            likely,
            high,
            self.rule,
            first,
            second,
            self.cap,
            self.planned_for,
            self.minimum,
            self.deadline,
        ]
    }

    /// All that is typed, to be compared and kept; follows the typing.
    pub fn typed(self) -> RequestValues {
        let fields = self.fields().map(|typed| typed.get());
        let national = self.national.get().to_string();
        let rest = [
            national,
            self.initiative.get(),
            self.asked_by.get(),
            self.folder.get(),
            self.portal.get(),
            self.why.get(),
        ];
        RequestValues(fields.into_iter().chain(rest).collect())
    }

    /// Puts what was typed into the fields again.
    pub fn restore(self, typed: &RequestValues) {
        let rest = typed.0.last_chunk().cloned().unwrap_or_default();
        let [national, initiative, asked_by, folder, portal, why] = rest;
        for (field, typed) in self.fields().into_iter().zip(&typed.0) {
            field.set(typed.clone());
        }
        self.national.set(national == "true");
        self.initiative.set(initiative);
        self.asked_by.set(asked_by);
        self.folder.set(folder);
        self.portal.set(portal);
        self.why.set(why);
    }

    /// Which rule is chosen.
    pub fn kind(self) -> RuleKind {
        let at = self.rule.with(|at| at.parse::<usize>().unwrap_or(0));
        RULES.get(at).copied().unwrap_or_default()
    }

    /// The request, or the first field that cannot be.
    pub fn read(self) -> Result<ChangeRequest, Field> {
        let text = |field: RwSignal<String>| field.get_untracked();
        let request = ChangeRequest {
            reference: text(self.reference),
            title: text(self.title),
            pitch: text(self.pitch),
            benefit: text(self.benefit),
            category: text(self.category),
            terms: Terms {
                price: self.parsed_price()?,
                sharing: self.sharing()?,
                minimum: parsed_count(self.minimum).ok_or(Field::Minimum)?,
                deadline: self.day()?,
                extension: None,
            },
            national: self.national.get_untracked(),
            initiative: text(self.initiative),
            asked_by: text(self.asked_by),
            folder: text(self.folder),
            portal: text(self.portal),
        };
        request.checked().map_err(|refusal| match refusal {
            Refusal::NotFilledIn { field } => field,
            _ => Field::Title,
        })
    }

    fn parsed_price(self) -> Result<Price, Field> {
        let typed = |at: usize| self.prices[at].get_untracked();
        let amount = |at: usize| typed_kroner(&typed(at)).ok_or(Field::Price);
        match self.price_kind.get_untracked().as_str() {
            NOT_ASSESSED => Ok(Price::NotAssessed),
            "firm" => Ok(Price::Firm { amount: amount(1)? }),
            _ if typed(0).trim().is_empty() && typed(2).trim().is_empty() => {
                written_amount(&typed(1))
                    .map(Price::from)
                    .ok_or(Field::Price)
            }
            _ => Ok(Price::Estimate {
                low: amount(0)?,
                likely: amount(1)?,
                high: amount(2)?,
            }),
        }
    }

    fn sharing(self) -> Result<Sharing, Field> {
        let cap = match self.cap.get_untracked().trim() {
            "" => None,
            typed => Some(typed_kroner(typed).ok_or(Field::Sharing)?),
        };
        Ok(Sharing {
            rule: self.sharing_rule().ok_or(Field::Sharing)?,
            cap,
            planned_for: parsed_count(self.planned_for).ok_or(Field::Sharing)?,
        })
    }

    fn sharing_rule(self) -> Option<SharingRule> {
        let [first, second] = self.numbers.map(|field| field.get_untracked());
        let percent = |typed: &str| typed.trim().parse().ok().filter(|percent| *percent <= 100);
        Some(match untrack(|| self.kind()) {
            RuleKind::Equal => SharingRule::Equal,
            RuleKind::Population => SharingRule::Population,
            RuleKind::PopulationDegressive => SharingRule::PopulationDegressive {
                above: first.replace(['.', ',', ' '], "").parse().ok()?,
                percent: percent(&second)?,
            },
            RuleKind::SizeClass => {
                let weights: Vec<u8> = first
                    .split([':', ' ', ',', ';'])
                    .filter(|part| !part.is_empty())
                    .map(|part| part.parse().ok())
                    .collect::<Option<_>>()?;
                SharingRule::SizeClass {
                    weights: weights.try_into().ok()?,
                }
            }
            RuleKind::Mixed => SharingRule::Mixed {
                equal_percent: percent(&first)?,
            },
            RuleKind::FixedFee => SharingRule::FixedFee {
                fee: typed_kroner(&first).filter(|fee| *fee > Money::ZERO)?,
            },
        })
    }

    fn day(self) -> Result<Option<barometer_domain::date::Date>, Field> {
        match self.deadline.get_untracked().trim() {
            "" => Ok(None),
            typed => typed.parse().map(Some).map_err(|_| Field::Deadline),
        }
    }
}

/// Each field as it is typed, in the order of the form: to be compared, merged, and kept by the browser.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, FromJson)]
pub struct RequestValues(Vec<String>);

/// The fields of a [`Typed`], in its order.
const NAMES: [Field; 22] = [
    Field::RequestReference,
    Field::Title,
    Field::Pitch,
    Field::Benefit,
    Field::Category,
    Field::Price,
    Field::Price,
    Field::Price,
    Field::Price,
    Field::Sharing,
    Field::Sharing,
    Field::Sharing,
    Field::Sharing,
    Field::Sharing,
    Field::Minimum,
    Field::Deadline,
    Field::National,
    Field::Initiative,
    Field::AskedBy,
    Field::Folder,
    Field::Portal,
    Field::Reason,
];

impl RequestValues {
    /// What was changed here since `base`, on top of what someone else has made of it since; and the fields that both
    /// have changed, where it stays as it is here.
    pub fn over(&self, base: &Self, theirs: &Self) -> (Self, Vec<Field>) {
        let mut both = Vec::new();
        let lines = self.0.iter().zip(&base.0).zip(&theirs.0).zip(NAMES);
        let merged = lines.map(|(((mine, base), theirs), name)| {
            if mine == base {
                return theirs.clone();
            }
            if theirs != base && theirs != mine && both.last() != Some(&name) {
                both.push(name);
            }
            mine.clone()
        });
        (Self(merged.collect()), both)
    }
}

/// The number typed; `None` for what is none, `Some(None)` for nothing.
#[expect(
    clippy::option_option,
    reason = "nothing typed is not the same as nothing understood"
)]
fn parsed_count(field: RwSignal<String>) -> Option<Option<u16>> {
    match field.get_untracked().trim() {
        "" => Some(None),
        typed => typed.parse().ok().map(Some),
    }
}

fn number(number: Option<u16>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}

/// An amount the way one types it; nothing for nothing.
fn kroner(amount: Money) -> String {
    if amount == Money::ZERO {
        return String::new();
    }
    format::typed(language::current(), amount)
}

/// A rule's own numbers as they are typed.
fn numbers(rule: SharingRule) -> [String; 2] {
    let none = String::new;
    match rule {
        SharingRule::Equal | SharingRule::Population => [none(), none()],
        SharingRule::PopulationDegressive { above, percent } => {
            [above.to_string(), percent.to_string()]
        }
        SharingRule::SizeClass { weights } => {
            [weights.map(|weight| weight.to_string()).join(":"), none()]
        }
        SharingRule::Mixed { equal_percent } => [equal_percent.to_string(), none()],
        SharingRule::FixedFee { fee } => [kroner(fee), none()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(title: &str, pitch: &str, price: &str) -> RequestValues {
        let mut all = vec![String::new(); NAMES.len()];
        (all[1], all[2], all[7]) = (title.into(), pitch.into(), price.into());
        RequestValues(all)
    }

    #[test]
    fn each_keeps_what_they_have_changed() {
        let base = typed("Titel", "Tale", "100");
        let (mine, theirs) = (
            typed("Min titel", "Tale", "100"),
            typed("Titel", "Tale", "200"),
        );
        assert_eq!(
            mine.over(&base, &theirs),
            (typed("Min titel", "Tale", "200"), vec![])
        );
    }

    #[test]
    fn where_both_have_changed_the_own_stays_and_is_named() {
        let base = typed("Titel", "Tale", "100");
        let (mine, theirs) = (typed("Min", "Ens", "100"), typed("Din", "Ens", "300"));
        let merged = (typed("Min", "Ens", "300"), vec![Field::Title]);
        assert_eq!(mine.over(&base, &theirs), merged);
    }

    #[test]
    fn who_has_changed_nothing_takes_all() {
        let (base, theirs) = (typed("Titel", "Tale", "1"), typed("Ny", "Ny", "2"));
        assert_eq!(base.over(&base, &theirs), (theirs.clone(), vec![]));
    }
}
