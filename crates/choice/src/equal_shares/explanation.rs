//! Why a candidate was not chosen: what its supporters had, on what it went, and what would have changed it.

use std::collections::HashMap;

use num_bigint::BigUint;

use super::ledger::EMPTY;
use super::run::Payers;
use super::trace::Trace;
use super::{Completion, EqualShares};
use crate::election::Election;
use crate::rational::Rational;

/// Why a candidate was not chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// Who.
    pub candidate: usize,
    /// What it costs.
    pub cost: u64,
    /// How many voters approve of it; with none nothing else here says anything.
    pub support: u64,
    /// What the frames of its supporters came to.
    pub frames: Rational,
    /// What was left to its supporters after the last round in which supporters paid. It is less than the cost.
    pub left: Rational,
    /// What they were short of: cost − left.
    pub lacked: Rational,
    /// Effective support: the largest part of the cost that its supporters would have paid in any round, had they paid as
    /// much per utility as those of the candidate that was chosen instead, or that they had left after the last. 1 for
    /// a candidate that was tied and lost by the order alone; below 1 for all others.
    pub effective_support: Rational,
    /// The candidate that went first where this one was as cheap, in the first such round.
    pub tied_with: Option<usize>,
    /// Project loss: on whom its supporters' money went, most first, candidates of the same amount in the caller's order.
    pub spent_on: Vec<Spent>,
    /// With this cost or less it would have been chosen, all else being equal: what its supporters had left, rounded down.
    /// `None` where they have less than 1, and where the frames were raised, since another cost would raise them
    /// otherwise.
    pub chosen_up_to: Option<u64>,
}

/// What the supporters of one candidate paid for another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spent {
    /// The other candidate.
    pub candidate: usize,
    /// What they paid together.
    pub amount: Rational,
    /// How many of them paid for it.
    pub payers: u64,
}

impl EqualShares {
    /// Why a candidate was not chosen; `None` for one that was. It takes as long as the rounds times its supporters.
    pub fn loss(&self, election: &Election, candidate: usize) -> Option<Loss> {
        if self.chosen.contains(&candidate) {
            return None;
        }
        let cost = election.costs()[candidate];
        let trace = &self.trace;
        let mut search = Search::new(trace, election, candidate);
        trace.replay(election, |round, purses| search.look_at(round, purses));
        let left = search.left.clone();
        let was_raised = matches!(
            self.completion,
            Completion::Add { .. } | Completion::AddThenGreedy { .. }
        );
        let is_tied = |round: &&super::Round| {
            round.payers == Payers::Supporters && round.tied.contains(&candidate)
        };
        Some(Loss {
            candidate,
            cost,
            support: election.support(candidate),
            frames: search.frames,
            lacked: Rational::from(cost).less(&left),
            effective_support: search.effective_support,
            tied_with: trace
                .rounds()
                .iter()
                .find(is_tied)
                .map(|round| round.candidate),
            spent_on: spent_on(trace, election, candidate),
            chosen_up_to: Some(left.floor()).filter(|&left| left > 0 && !was_raised),
            left,
        })
    }

    /// Why each of those not chosen was not, in the caller's order.
    pub fn losses<'a>(&'a self, election: &'a Election) -> impl Iterator<Item = Loss> + 'a {
        (0..election.costs().len()).filter_map(|one| self.loss(election, one))
    }
}

fn spent_on(trace: &Trace, election: &Election, candidate: usize) -> Vec<Spent> {
    let mut is_supporter = vec![false; election.groups().len()];
    for &group in election.supporters(candidate) {
        is_supporter[group] = true;
    }
    let rounds = trace.rounds().iter().enumerate();
    let spent = rounds.map(|(at, round)| {
        let (amount, payers) = trace.paid_by(election, at, |group| is_supporter[group]);
        Spent {
            candidate: round.candidate,
            amount,
            payers,
        }
    });
    let mut spent: Vec<Spent> = spent.filter(|spent| spent.payers > 0).collect();
    spent.sort_by(|a, b| b.amount.cmp(&a.amount).then(a.candidate.cmp(&b.candidate)));
    spent
}

/// Goes through the rounds and keeps what its supporters had and would have paid.
struct Search<'a> {
    trace: &'a Trace,
    election: &'a Election,
    candidate: usize,
    frames: Rational,
    left: Rational,
    effective_support: Rational,
    /// What is in each purse, over the ledger's denominator.
    money: HashMap<usize, BigUint>,
}

impl<'a> Search<'a> {
    fn new(trace: &'a Trace, election: &'a Election, candidate: usize) -> Self {
        Self {
            trace,
            election,
            candidate,
            frames: Rational::zero(),
            left: Rational::zero(),
            effective_support: Rational::zero(),
            money: HashMap::new(),
        }
    }

    fn look_at(&mut self, round: usize, purses: &[usize]) {
        let rounds = self.trace.rounds();
        // What everyone paid together says nothing about its supporters.
        let is_by_everyone = |at: usize| {
            rounds
                .get(at)
                .is_some_and(|one| one.payers == Payers::Everyone)
        };
        if round > 0 && is_by_everyone(round - 1) {
            return;
        }
        let supporters = self.election.supporters(self.candidate).iter();
        let members = supporters.map(|&at| (purses[at], self.election.groups()[at].count));
        let members: Vec<(usize, u64)> = members.filter(|one| one.0 != EMPTY).collect();
        let has = self.trace.in_purses(members.iter().copied());
        if round == 0 {
            self.frames = has.clone();
        }
        let cost = Rational::from(self.election.costs()[self.candidate]);
        let covered = if round == rounds.len() || is_by_everyone(round) {
            has.clone()
        } else {
            self.would_pay(round, &members)
        };
        let part = covered.divided_by(&cost).unwrap_or_else(Rational::zero);
        self.effective_support = self.effective_support.clone().max(part);
        self.left = has;
    }

    /// What they would have paid at the price per utility of a round.
    fn would_pay(&mut self, round: usize, members: &[(usize, u64)]) -> Rational {
        let costs = self.election.costs();
        let utility = self.trace.utility();
        let own = utility.of(costs[self.candidate]);
        let chosen = utility.of(costs[self.trace.rounds()[round].candidate]);
        // At most price · own / chosen each; all amounts times `chosen`.
        let most = self.trace.payment(round) * own;
        let mut sum = BigUint::ZERO;
        for &(purse, count) in members {
            let trace = self.trace;
            let money = self.money.entry(purse);
            let money = &*money.or_insert_with(|| trace.numerator_in([(purse, 1)])) * chosen;
            sum += money.min(most.clone()) * count;
        }
        let sum = self.trace.amount(sum);
        Rational::new(sum.numerator().clone(), sum.denominator() * chosen)
    }
}
