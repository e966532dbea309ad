//! `barometer pb FILE.pb --rule …`: chooses in an election from a file, and says who and why.

use std::fmt::{self, Write};
use std::str::FromStr;

use crate::election::{Election, ElectionError};
use crate::equal_shares::{Completion, EqualShares, Payers, Utility, equal_shares};
use crate::greedy::{self, greedy};
use crate::maximin_support::maximin_support;
use crate::pabulib::{self, Pabulib, PabulibError};
use crate::phragmen::phragmen;
use crate::rational::Rational;

/// A rule by its name on the command line: `mes`, `mes-cardinality`, `phragmen`, `maximin-support`, `greedy`,
/// `greedy-per-cost`; Equal Shares with a completion behind a plus: `mes+add1`, `mes+add1u`, `mes+epsilon`, `mes+greedy`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The Method of Equal Shares.
    EqualShares(Utility, Completion),
    /// Phragmén's sequential rule.
    Phragmen,
    /// Maximin support.
    MaximinSupport,
    /// A greedy rule.
    Greedy(greedy::Order),
}

/// No rule has this name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "no rule is called “{0}”; there are mes and mes-cardinality (each also with +add1, +add1u, +epsilon, +greedy), \
     phragmen, maximin-support, greedy, greedy-per-cost"
)]
pub struct UnknownRule(String);

/// Why nothing is chosen.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommandError {
    /// The file cannot be read.
    #[error(transparent)]
    File(#[from] PabulibError),
    /// The file is no election.
    #[error(transparent)]
    Election(#[from] ElectionError),
}

impl FromStr for Rule {
    type Err = UnknownRule;

    fn from_str(name: &str) -> Result<Self, UnknownRule> {
        let unknown = || UnknownRule(name.chars().take(60).collect());
        let (rule, completion) = name.split_once('+').unwrap_or((name, ""));
        let utility = match rule {
            "mes" => Utility::Cost,
            "mes-cardinality" => Utility::Cardinality,
            "phragmen" if completion.is_empty() => return Ok(Self::Phragmen),
            "maximin-support" if completion.is_empty() => return Ok(Self::MaximinSupport),
            "greedy" if completion.is_empty() => return Ok(Self::Greedy(greedy::Order::Support)),
            "greedy-per-cost" if completion.is_empty() => {
                return Ok(Self::Greedy(greedy::Order::SupportPerCost));
            }
            _ => return Err(unknown()),
        };
        let completion = match completion {
            "" if name == rule => Completion::None,
            "add1" => Completion::Add { step: 1 },
            "add1u" => Completion::AddThenGreedy { step: 1 },
            "epsilon" => Completion::Epsilon,
            "greedy" => Completion::Greedy,
            _ => return Err(unknown()),
        };
        Ok(Self::EqualShares(utility, completion))
    }
}

/// Chooses in the election that a file's bytes hold. The answer is one line per candidate: those chosen in order, then
/// those who are not, with the reason where the rule knows one. Amounts are rounded to two decimals, nothing else is.
///
/// # Errors
/// When the bytes are no election.
pub fn choose(bytes: &[u8], rule: Rule) -> Result<String, CommandError> {
    let file = pabulib::read(bytes)?;
    let election = file.election()?;
    let mut report = Report::new(&file, &election);
    match rule {
        Rule::EqualShares(utility, completion) => {
            let result = equal_shares(&election, utility, completion);
            report.equal_shares(&result);
        }
        Rule::Phragmen => {
            for round in &phragmen(&election).rounds {
                let given = report.amount(&round.moment);
                report.chosen(
                    round.candidate,
                    &round.tied,
                    &format!("when each had been given {given}"),
                );
            }
        }
        Rule::MaximinSupport => {
            for round in &maximin_support(&election).rounds {
                let load = report.amount(&round.load);
                report.chosen(
                    round.candidate,
                    &round.tied,
                    &format!("largest load {load}"),
                );
            }
        }
        Rule::Greedy(order) => {
            for look in greedy(&election, order)
                .looks
                .iter()
                .filter(|look| look.fits)
            {
                let left = report.amount(&Rational::from(look.left));
                report.chosen(look.candidate, &look.tied, &format!("of {left} left"));
            }
        }
    }
    Ok(report.finish())
}

/// The lines said so far.
struct Report<'a> {
    file: &'a Pabulib,
    election: &'a Election,
    chosen: Vec<usize>,
    lines: String,
    /// Why some of those not chosen are not.
    reasons: Vec<(usize, String)>,
}

impl<'a> Report<'a> {
    fn new(file: &'a Pabulib, election: &'a Election) -> Self {
        Self {
            file,
            election,
            chosen: Vec::new(),
            lines: String::new(),
            reasons: Vec::new(),
        }
    }

    /// An amount of the election's unit as the file writes amounts.
    fn amount(&self, amount: &Rational) -> String {
        let unit = Rational::from(10_u64.pow(self.file.decimals));
        let amount = amount.divided_by(&unit).unwrap_or_else(Rational::zero);
        let decimals = amount.to_decimals(2);
        decimals.strip_suffix(".00").unwrap_or(&decimals).to_owned()
    }

    fn id(&self, candidate: usize) -> &'a str {
        &self.file.projects.rows[candidate].id
    }

    fn ids(&self, candidates: &[usize]) -> String {
        let ids: Vec<&str> = candidates.iter().map(|&one| self.id(one)).collect();
        ids.join(", ")
    }

    fn chosen(&mut self, candidate: usize, tied: &[usize], how: &str) {
        self.chosen.push(candidate);
        let cost = self.amount(&Rational::from(self.election.costs()[candidate]));
        let tied = if tied.is_empty() {
            String::new()
        } else {
            format!(", tied with {}", self.ids(tied))
        };
        let (number, id) = (self.chosen.len(), self.id(candidate));
        let support = self.election.support(candidate);
        self.line(format_args!(
            "{number}. {id}: cost {cost}, support {support}, {how}{tied}"
        ));
    }

    fn equal_shares(&mut self, result: &EqualShares) {
        for (at, round) in result.trace.rounds().iter().enumerate() {
            let price = self.amount(&result.trace.price(at));
            let how = match round.payers {
                Payers::Supporters => format!("each supporter paid at most {price}"),
                Payers::Everyone => {
                    format!("its supporters paid all they had, everyone else at most {price}")
                }
            };
            self.chosen(round.candidate, &round.tied, &how);
        }
        for &candidate in result.by_completion() {
            self.chosen(candidate, &[], "by greedy completion");
        }
        for loss in result.losses(self.election).filter(|loss| loss.support > 0) {
            let (left, lacked) = (self.amount(&loss.left), self.amount(&loss.lacked));
            let most = loss.spent_on.first().map_or_else(String::new, |most| {
                let (id, amount) = (self.id(most.candidate), self.amount(&most.amount));
                format!("; most of their money ({amount}) went to {id}")
            });
            let tied = loss.tied_with.map_or_else(String::new, |first| {
                format!("; it was tied with {}, which comes first", self.id(first))
            });
            let reason = format!("its supporters had {left} left and lacked {lacked}{most}{tied}");
            self.reasons.push((loss.candidate, reason));
        }
    }

    fn finish(mut self) -> String {
        let cost = self.election.cost_of(self.chosen.iter().copied());
        let cost = self.amount(&Rational::from(cost));
        let budget = self.amount(&Rational::from(self.election.budget()));
        let (chosen, all) = (self.chosen.len(), self.election.costs().len());
        self.line(format_args!(
            "{chosen} of {all} chosen, for {cost} of {budget}"
        ));
        for candidate in (0..all)
            .filter(|one| !self.chosen.contains(one))
            .collect::<Vec<_>>()
        {
            let reason = self.reasons.iter().find(|reason| reason.0 == candidate);
            let reason = match reason {
                Some((_, reason)) => format!(": {reason}"),
                None if self.election.support(candidate) == 0 => ": nobody supports it".to_owned(),
                None => String::new(),
            };
            let id = self.id(candidate);
            self.line(format_args!("not {id}{reason}"));
        }
        self.lines
    }

    fn line(&mut self, line: fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        let _ = writeln!(self.lines, "{line}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "META
key;value
budget;12,5
vote_type;approval
PROJECTS
project_id;cost
park;6
pool;6.25
cats;2
dogs;1
VOTES
voter_id;vote
1;park,pool
2;park,pool
3;pool
4;cats
5;
";

    fn say(rule: &str) -> String {
        choose(FILE.as_bytes(), rule.parse().unwrap()).unwrap()
    }

    #[test]
    fn it_says_who_is_chosen_and_why_the_others_are_not() {
        assert_eq!(
            say("mes"),
            "1. pool: cost 6.25, support 3, each supporter paid at most 2.08
2. cats: cost 2, support 1, each supporter paid at most 2
2 of 4 chosen, for 8.25 of 12.50
not park: its supporters had 0.83 left and lacked 5.17; most of their money (4.17) went to pool
not dogs: nobody supports it
"
        );
    }

    #[test]
    fn every_rule_has_a_name_and_an_answer() {
        for (rule, chosen) in [
            ("mes-cardinality", 2),
            ("mes+add1", 2),
            ("mes+add1u", 2),
            ("mes+epsilon", 2),
            ("mes-cardinality+greedy", 2),
            ("phragmen", 2),
            ("maximin-support", 2),
            ("greedy", 2),
            ("greedy-per-cost", 2),
        ] {
            let said = say(rule);
            let head = format!("{chosen} of 4 chosen");
            assert!(
                said.lines().any(|line| line.starts_with(&head)),
                "{rule}: {said}"
            );
        }
        for unknown in ["", "mes+", "borda", "phragmen+add1", "mes+add2"] {
            let error = unknown.parse::<Rule>().unwrap_err().to_string();
            assert!(error.starts_with(&format!("no rule is called “{unknown}”")));
        }
    }

    #[test]
    fn an_error_of_the_file_is_passed_on() {
        let error = choose(b"META\n", Rule::Phragmen).unwrap_err().to_string();
        assert!(
            error.starts_with("line 1: the section PROJECTS is missing"),
            "{error}"
        );
    }
}
