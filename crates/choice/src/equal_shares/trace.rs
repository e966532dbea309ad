//! What happened in a run of the Method of Equal Shares, round by round: the data behind every explanation.

use num_bigint::BigUint;

use super::Utility;
use super::ledger::{Ledger, Purses};
use super::run::Payers;
use crate::election::Election;
use crate::rational::Rational;

/// Voters who are alike and paid in a round.
#[derive(Clone, Copy, Debug)]
pub(super) struct PayingGroup {
    pub(super) group: usize,
    /// The purse of each of them before the round.
    pub(super) purse: usize,
}

/// A candidate was chosen and paid for.
#[derive(Clone, Debug)]
pub struct Round {
    /// Who.
    pub candidate: usize,
    /// Those who would have cost each payer as little, in the caller's order; the order decided against them.
    pub tied: Vec<usize>,
    /// Whether its supporters carried it, or everybody did.
    pub payers: Payers,
    pub(super) paying_all: Vec<PayingGroup>,
    pub(super) paying_the_price: Vec<PayingGroup>,
}

/// The rounds of a run, with everything that was paid.
#[derive(Clone, Debug)]
pub struct Trace {
    utility: Utility,
    ledger: Ledger,
    purses: Purses,
    rounds: Vec<Round>,
    total_weight: u64,
}

/// What voters who are alike paid in a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Their place among [`Election::groups`].
    pub group: usize,
    /// What each of them paid.
    pub amount: Rational,
    /// Whether nothing is left to them.
    pub was_all_they_had: bool,
}

impl Trace {
    pub(super) fn new(
        utility: Utility,
        ledger: Ledger,
        purses: Purses,
        rounds: Vec<Round>,
        election: &Election,
    ) -> Self {
        Self {
            utility,
            ledger,
            purses,
            rounds,
            total_weight: election.total_weight().max(1),
        }
    }

    /// The rounds, in the order in which candidates were chosen.
    pub fn rounds(&self) -> &[Round] {
        &self.rounds
    }

    /// The most that each payer of a round paid; whoever had less paid all it had.
    pub fn price(&self, round: usize) -> Rational {
        self.amount(self.ledger.payment(round).clone())
    }

    /// Who paid for the candidate of a round, and how much.
    pub fn payments(&self, round: usize) -> Vec<Payment> {
        let Round {
            paying_all,
            paying_the_price,
            ..
        } = &self.rounds[round];
        let price = self.price(round);
        let all = paying_all.iter().map(|paying| Payment {
            group: paying.group,
            amount: self.in_purses([(paying.purse, 1)]),
            was_all_they_had: true,
        });
        let part = paying_the_price.iter().map(|paying| Payment {
            group: paying.group,
            amount: price.clone(),
            was_all_they_had: false,
        });
        let mut payments: Vec<Payment> = all.chain(part).collect();
        payments.sort_unstable_by_key(|payment| payment.group);
        payments
    }

    /// What those whom `counts` picks paid together in a round, and how many voters they are.
    pub(super) fn paid_by(
        &self,
        election: &Election,
        round: usize,
        counts: impl Fn(usize) -> bool,
    ) -> (Rational, u64) {
        let Round {
            paying_all,
            paying_the_price,
            ..
        } = &self.rounds[round];
        let voters = |paying: &PayingGroup| election.groups()[paying.group].count;
        let count = |paying: &&PayingGroup| counts(paying.group);
        let all = paying_all.iter().filter(count);
        let all: Vec<(usize, u64)> = all.map(|paying| (paying.purse, voters(paying))).collect();
        let at_the_price: u64 = paying_the_price.iter().filter(count).map(voters).sum();
        let payers = at_the_price + all.iter().map(|one| one.1).sum::<u64>();
        let sum = self.purses.sum(&self.ledger, all) + self.ledger.payment(round) * at_the_price;
        (self.amount(sum), payers)
    }

    /// The purse of each voter of a group before each round and after the last, oldest first; calls `at` with the round
    /// (the number of rounds at the end) and the purses.
    pub(super) fn replay(&self, election: &Election, mut at: impl FnMut(usize, &[usize])) {
        let mut purse_of = self.first_purses(election);
        for (number, round) in self.rounds.iter().enumerate() {
            at(number, &purse_of);
            for paying in &round.paying_all {
                purse_of[paying.group] = super::ledger::EMPTY;
            }
            for paying in &round.paying_the_price {
                purse_of[paying.group] = self.purses.what_became_of(paying.purse, number);
            }
        }
        at(self.rounds.len(), &purse_of);
    }

    fn first_purses(&self, election: &Election) -> Vec<usize> {
        let groups = election.groups().iter();
        groups
            .map(|group| self.purses.full_of(group.weight))
            .collect()
    }

    /// What is in so many of these purses together.
    pub(super) fn in_purses(&self, members: impl IntoIterator<Item = (usize, u64)>) -> Rational {
        self.amount(self.purses.sum(&self.ledger, members))
    }

    /// The same over the ledger's denominator and the total weight.
    pub(super) fn numerator_in(&self, members: impl IntoIterator<Item = (usize, u64)>) -> BigUint {
        self.purses.sum(&self.ledger, members)
    }

    /// The most that each paid in a round, over the ledger's denominator and the total weight.
    pub(super) fn payment(&self, round: usize) -> &BigUint {
        self.ledger.payment(round)
    }

    pub(super) fn utility(&self) -> Utility {
        self.utility
    }

    /// An amount over the ledger's denominator and the total weight, in the unit of the costs.
    pub(super) fn amount(&self, numerator: BigUint) -> Rational {
        Rational::new(numerator, self.ledger.denominator() * self.total_weight)
    }
}
