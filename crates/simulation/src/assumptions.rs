//! What the figures rest on: every assumption with its value, read from one file that says what each is.

use barometer_domain::financing::{RuleKind, Sharing, SharingRule};
use barometer_domain::money::{MAX_PRICE, Money};
use serde::Deserialize;
use toml::{Table, Value};

/// The documented file with the defaults and the scenarios.
pub const DOCUMENTED: &str = include_str!("../assumptions.toml");
/// The most requests that may stand on a shortlist, and in a portfolio.
pub const MOST_REQUESTS: usize = 60;

/// All assumptions of one scenario; units, meaning and source of each are in [`DOCUMENTED`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumptions {
    /// Who comes, and what is on the shortlist.
    pub webinar: WebinarAssumptions,
    /// What requests cost, and how that is shared.
    pub requests: RequestAssumptions,
    /// How many need a request.
    pub need: Need,
    /// What it is worth to them.
    pub worth: Worth,
    /// What they can spend in a half-year.
    pub frame: FrameAssumptions,
    /// How participants vote.
    pub vote: VoteAssumptions,
    /// When municipalities answer, and what they promise.
    pub answers: AnswerAssumptions,
    /// "Op til", after the vote.
    pub tap: TapAssumptions,
    /// The round before requests are treated.
    pub home_round: HomeRoundAssumptions,
    /// What Equal Shares reads the votes with.
    pub equal_shares: EqualSharesAssumptions,
    /// What a knapsack holds.
    pub knapsack: KnapsackAssumptions,
    /// The vendor's own requests; drawn ones where there are none.
    #[serde(default)]
    pub portfolio: Vec<OwnRequest>,
}

/// Who comes, and what is on the shortlist.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each is documented in assumptions.toml")]
pub struct WebinarAssumptions {
    pub municipalities_least: usize,
    pub municipalities_most: usize,
    pub another_participant: f64,
    pub candidates: usize,
    pub max_choices: usize,
}

/// What requests cost, and how that is shared.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each is documented in assumptions.toml")]
pub struct RequestAssumptions {
    pub price_median: u32,
    pub price_sigma: f64,
    pub firm_median: f64,
    pub firm_sigma: f64,
    pub sharing: RuleKind,
    pub planned_for: u16,
    pub minimum: u16,
}

/// How many municipalities need a request.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each is documented in assumptions.toml")]
pub struct Need {
    pub least: f64,
    pub most: f64,
}

/// What a request is worth to a municipality that needs it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each is documented in assumptions.toml")]
pub struct Worth {
    pub median: u32,
    pub sigma: f64,
    pub by_size: f64,
    pub by_price: f64,
}

/// What a municipality can spend in a half-year.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each is documented in assumptions.toml")]
pub struct FrameAssumptions {
    pub median: u32,
    pub sigma: f64,
    pub by_size: f64,
}

/// How participants vote.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each is documented in assumptions.toml")]
pub struct VoteAssumptions {
    pub sigma: f64,
    pub price_counts: f64,
}

/// When municipalities answer, and what they promise.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each is documented in assumptions.toml")]
pub struct AnswerAssumptions {
    pub months_least: f64,
    pub months_most: f64,
    pub falls_away: f64,
    pub deadline: f64,
    pub treatment: f64,
    pub reached_afterwards: f64,
    pub promise_ceiling: f64,
}

/// "Op til", after the vote.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each is documented in assumptions.toml")]
pub struct TapAssumptions {
    pub dont_know: f64,
    pub sigma: f64,
    pub carries: f64,
}

/// The round before requests are treated.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each is documented in assumptions.toml")]
pub struct HomeRoundAssumptions {
    pub asks_about: usize,
    pub months: f64,
    pub answers: f64,
    pub sigma: f64,
    pub carries: f64,
    pub treats: usize,
}

/// What Equal Shares reads the votes with.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each is documented in assumptions.toml")]
pub struct EqualSharesAssumptions {
    pub supposed_frame: u32,
    pub treats: usize,
}

/// What a knapsack holds.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each is documented in assumptions.toml")]
pub struct KnapsackAssumptions {
    pub choices: usize,
}

/// A request of the vendor's own portfolio.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(try_from = "WrittenRequest")]
pub struct OwnRequest {
    /// Its estimate.
    pub price: Money,
    /// How it is shared, with the planned number.
    pub sharing: Sharing,
    /// The fewest that must promise.
    pub minimum: Option<u16>,
}

/// An own request as the file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRequest {
    /// Whole kroner.
    price: u32,
    #[serde(default)]
    sharing: RuleKind,
    #[serde(default)]
    planned_for: Option<u16>,
    #[serde(default)]
    minimum: Option<u16>,
}

impl TryFrom<WrittenRequest> for OwnRequest {
    type Error = String;

    fn try_from(written: WrittenRequest) -> Result<Self, String> {
        let price = Money::from_kroner(written.price.into());
        if !(Money::from_kroner(1)..=MAX_PRICE).contains(&price) {
            return Err(format!(
                "price = {}: from 1 to 100,000,000 kr.",
                written.price
            ));
        }
        let sharing = sharing_by(written.sharing, written.planned_for)
            .ok_or("sharing = \"fixed_fee\": a fee is an amount of its own; use another rule")?;
        Ok(Self {
            price,
            sharing,
            minimum: written.minimum,
        })
    }
}

/// The usual rule of this kind; `None` for a fixed fee, which has no usual amount.
pub(crate) fn sharing_by(kind: RuleKind, planned_for: Option<u16>) -> Option<Sharing> {
    let usual = SharingRule::USUAL.iter().find(|rule| rule.kind() == kind)?;
    Some(Sharing {
        planned_for: planned_for.filter(|&count| count > 0),
        ..Sharing::by(*usual)
    })
}

/// One set of assumptions with its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Its name in the file.
    pub name: String,
    /// What it assumes.
    pub assumptions: Assumptions,
}

/// Why a file of assumptions cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AssumptionError {
    /// No TOML, an unknown name, or a value of another kind.
    #[error("{0}")]
    File(String),
    /// A value that cannot be.
    #[error("scenario {scenario}: {name} = {value}: {expected}")]
    Value {
        /// In which scenario.
        scenario: String,
        /// Which assumption.
        name: &'static str,
        /// What is there.
        value: String,
        /// What can be there.
        expected: &'static str,
    },
}

/// The scenarios of the documented file, with what `own` says otherwise: `base` first, the others as they stand in the
/// files. Scenarios of `own` come last, and each scenario changes what all others share.
///
/// # Errors
/// When `own` cannot be read, names what there is not, or has a value that cannot be.
pub fn scenarios(own: Option<&str>) -> Result<Vec<Scenario>, AssumptionError> {
    let mut shared = table(DOCUMENTED)?;
    if let Some(own) = own {
        overlay(&mut shared, table(own)?);
    }
    let changes = match shared.remove("scenarios") {
        Some(Value::Table(changes)) => changes,
        _ => Table::new(),
    };
    // TOML keeps no order: `base` first, the others by name.
    let mut changes: Vec<(String, Value)> = changes.into_iter().collect();
    changes.sort_by(|(a, _), (b, _)| (a != "base", a).cmp(&(b != "base", b)));
    let scenario = |(name, change): (String, Value)| {
        let mut table = shared.clone();
        if let Value::Table(change) = change {
            overlay(&mut table, change);
        }
        let said = |error: toml::de::Error| {
            AssumptionError::File(format!("scenario {name}: {}", error.message()))
        };
        let assumptions = Assumptions::deserialize(table).map_err(said)?;
        assumptions.check(&name)?;
        Ok(Scenario { name, assumptions })
    };
    changes.into_iter().map(scenario).collect()
}

fn table(text: &str) -> Result<Table, AssumptionError> {
    text.parse().map_err(|error: toml::de::Error| {
        AssumptionError::File(error.to_string().trim_end().to_owned())
    })
}

/// Puts what `over` says over what `under` says.
fn overlay(under: &mut Table, over: Table) {
    for (name, value) in over {
        match (under.get_mut(&name), value) {
            (Some(Value::Table(under)), Value::Table(over)) => overlay(under, over),
            (_, value) => {
                under.insert(name, value);
            }
        }
    }
}

impl Assumptions {
    /// Refuses what cannot be, with the value that is there.
    fn check(&self, scenario: &str) -> Result<(), AssumptionError> {
        let refuse = |name, value: String, expected| AssumptionError::Value {
            scenario: scenario.to_owned(),
            name,
            value,
            expected,
        };
        let webinar = &self.webinar;
        let (least, most) = (webinar.municipalities_least, webinar.municipalities_most);
        if !(1..=98).contains(&least) {
            let value = least.to_string();
            return Err(refuse(
                "webinar.municipalities_least",
                value,
                "from 1 to 98",
            ));
        }
        if !(least..=98).contains(&most) {
            let value = most.to_string();
            let expected = "from the least to 98";
            return Err(refuse("webinar.municipalities_most", value, expected));
        }
        let counts = [
            ("webinar.candidates", webinar.candidates),
            ("webinar.max_choices", webinar.max_choices),
            ("home_round.asks_about", self.home_round.asks_about),
            ("home_round.treats", self.home_round.treats),
            ("equal_shares.treats", self.equal_shares.treats),
            ("knapsack.choices", self.knapsack.choices),
            ("requests.planned_for", self.requests.planned_for.into()),
        ];
        for (name, count) in counts {
            if !(1..=MOST_REQUESTS).contains(&count) {
                return Err(refuse(name, count.to_string(), "from 1 to 60"));
            }
        }
        if self.portfolio.len() > MOST_REQUESTS {
            let value = format!("{} requests", self.portfolio.len());
            return Err(refuse("portfolio", value, "at most 60"));
        }
        let amounts = [
            ("requests.price_median", self.requests.price_median),
            ("worth.median", self.worth.median),
            ("frame.median", self.frame.median),
            (
                "equal_shares.supposed_frame",
                self.equal_shares.supposed_frame,
            ),
        ];
        for (name, kroner) in amounts {
            if !(1_000..=10_000_000).contains(&kroner) {
                let expected = "from 1,000 to 10,000,000 kr.";
                return Err(refuse(name, kroner.to_string(), expected));
            }
        }
        for (name, part) in self.probabilities() {
            if !(0.0..=1.0).contains(&part) {
                return Err(refuse(name, part.to_string(), "from 0 to 1"));
            }
        }
        for (name, number, most) in self.numbers() {
            if !(0.0..=most).contains(&number) {
                return Err(refuse(
                    name,
                    number.to_string(),
                    "not below 0, and not that large",
                ));
            }
        }
        if self.need.least > self.need.most {
            let value = self.need.least.to_string();
            return Err(refuse("need.least", value, "at most need.most"));
        }
        if self.answers.months_least > self.answers.months_most {
            let value = self.answers.months_least.to_string();
            return Err(refuse(
                "answers.months_least",
                value,
                "at most answers.months_most",
            ));
        }
        if self.requests.sharing == RuleKind::FixedFee {
            let value = "fixed_fee".to_owned();
            return Err(refuse("requests.sharing", value, "any other rule"));
        }
        Ok(())
    }

    fn probabilities(&self) -> [(&'static str, f64); 7] {
        [
            (
                "webinar.another_participant",
                self.webinar.another_participant,
            ),
            ("need.least", self.need.least),
            ("need.most", self.need.most),
            ("answers.falls_away", self.answers.falls_away),
            (
                "answers.reached_afterwards",
                self.answers.reached_afterwards,
            ),
            ("tap.dont_know", self.tap.dont_know),
            ("home_round.answers", self.home_round.answers),
        ]
    }

    /// Each with the most it may be.
    fn numbers(&self) -> [(&'static str, f64, f64); 20] {
        let (worth, frame, answers) = (&self.worth, &self.frame, &self.answers);
        [
            ("requests.price_sigma", self.requests.price_sigma, 2.0),
            ("requests.firm_median", self.requests.firm_median, 10.0),
            ("requests.firm_sigma", self.requests.firm_sigma, 2.0),
            ("worth.sigma", worth.sigma, 3.0),
            ("worth.by_size", worth.by_size, 2.0),
            ("worth.by_price", worth.by_price, 2.0),
            ("frame.sigma", frame.sigma, 3.0),
            ("frame.by_size", frame.by_size, 2.0),
            ("vote.sigma", self.vote.sigma, 3.0),
            ("vote.price_counts", self.vote.price_counts, 3.0),
            ("answers.months_least", answers.months_least, 24.0),
            ("answers.months_most", answers.months_most, 24.0),
            ("answers.deadline", answers.deadline, 24.0),
            ("answers.treatment", answers.treatment, 24.0),
            ("answers.promise_ceiling", answers.promise_ceiling, 10.0),
            ("tap.sigma", self.tap.sigma, 3.0),
            ("tap.carries", self.tap.carries, 10.0),
            ("home_round.months", self.home_round.months, 24.0),
            ("home_round.sigma", self.home_round.sigma, 3.0),
            ("home_round.carries", self.home_round.carries, 10.0),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documented_file_has_fifteen_scenarios_and_base_changes_nothing() {
        let all = scenarios(None).unwrap();
        assert_eq!(all.len(), 15);
        assert_eq!(all[0].name, "base");
        let others = all[1..].iter();
        let unlike = others.filter(|one| one.assumptions != all[0].assumptions);
        assert_eq!(unlike.count(), 14);
    }

    /// A reader finds the meaning above every assumption, or above the block that it belongs to.
    #[test]
    fn every_assumption_says_what_it_is() {
        let before_scenarios = DOCUMENTED.split("\n# Scenarios:").next().unwrap();
        let blocks = before_scenarios.split("\n[").skip(1);
        for block in blocks {
            let lines: Vec<&str> = block.lines().skip(1).collect();
            assert!(lines[0].starts_with("# "), "[{block}");
        }
    }

    #[test]
    fn an_own_file_changes_what_it_names_in_all_scenarios() {
        let own = "[frame]\nmedian = 45000\n[[portfolio]]\nprice = 80000\nplanned_for = 5\n[scenarios.mine.need]\nmost = 0.4\n";
        let all = scenarios(Some(own)).unwrap();
        assert_eq!(all.len(), 16);
        assert_eq!(all[0].assumptions.frame.median, 45_000);
        assert_eq!(
            all[0].assumptions.portfolio[0].price,
            Money::from_kroner(80_000)
        );
        let small = all.iter().find(|one| one.name == "small_frames").unwrap();
        assert_eq!(small.assumptions.frame.median, 30_000);
        let mine = all.iter().find(|one| one.name == "mine").unwrap();
        assert!((mine.assumptions.need.most - 0.4).abs() < f64::EPSILON);
    }

    #[test]
    fn what_cannot_be_is_refused_with_its_name_and_value() {
        let refused = |own: &str| scenarios(Some(own)).unwrap_err().to_string();
        assert_eq!(
            refused("[tap]\ndont_know = 1.5\n"),
            "scenario base: tap.dont_know = 1.5: from 0 to 1"
        );
        assert_eq!(
            refused("[webinar]\nmunicipalities_most = 99\n"),
            "scenario base: webinar.municipalities_most = 99: from the least to 98"
        );
        let unknown = refused("[tap]\nknows = 1.5\n");
        assert!(unknown.contains("unknown field `knows`"), "{unknown}");
        let free = refused("[[portfolio]]\nprice = 0\n");
        assert!(free.contains("price = 0: from 1"), "{free}");
        let no_file = refused("[tap");
        assert!(no_file.contains("line 1"), "{no_file}");
        assert!(refused("worth.sigma = nan").contains("NaN"));
    }
}
