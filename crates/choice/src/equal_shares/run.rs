//! One run of the Method of Equal Shares: round after round the candidate that costs its supporters the least.
//!
//! Who wins is decided exactly. To be fast, every amount is first known within an error in fixed point; the ledger is
//! asked only where that does not decide.

use std::cmp::Ordering;

use num_bigint::BigUint;
use num_traits::ToPrimitive;

use super::Utility;
use super::ledger::{EMPTY, Ledger, Purses};
use super::trace::{PayingGroup, Round, Trace};
use crate::election::Election;

/// The most bits of the fixed point's fraction.
const FRACTION_BITS: u32 = 40;
/// The bits that an amount in fixed point may have.
const AMOUNT_BITS: u32 = 125;
/// How far a quotient of two amounts may be off, relative to itself, as `f64` reckons it: a few times 2⁻⁵².
const QUOTIENT_ERROR: f64 = 1e-15;

/// Who pays for a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payers {
    /// Its supporters.
    Supporters,
    /// Its supporters with all they have, and everybody else: the completion by ε.
    Everyone,
}

/// A candidate that may still be chosen in this run.
#[derive(Clone, Copy, Debug)]
struct Contender {
    candidate: usize,
    /// What each payer would pay at most, in fixed point, when it was last looked at. It only rises.
    price: i128,
    /// Bounds of the price per utility when it was last looked at.
    least: f64,
    most: f64,
}

/// What each payer pays at most, exactly.
struct ExactPrice {
    /// `numerator / (the ledger's denominator · payers)`.
    numerator: BigUint,
    payers: u64,
    /// The groups that pay all they have.
    paying_all: Vec<usize>,
}

/// A run under way.
pub(super) struct Run<'a> {
    election: &'a Election,
    utility: Utility,
    fraction_bits: u32,
    ledger: Ledger,
    purses: Purses,
    /// The purse of each voter of a group.
    purse_of: Vec<usize>,
    /// About what is in it, in fixed point.
    money: Vec<i128>,
    /// How far each of these may be off.
    error: i128,
    payers: Payers,
    contenders: Vec<Contender>,
    /// Those whose supporters cannot pay for them any more.
    dropped: Vec<usize>,
    rounds: Vec<Round>,
    /// Scratch: what the members of a group have, and how many they are.
    members: Vec<(i128, u64)>,
    /// Scratch: the groups marked for the candidate at hand.
    is_supporter: Vec<bool>,
}

impl<'a> Run<'a> {
    /// A run in which the frames come to `frames` together.
    pub(super) fn new(election: &'a Election, utility: Utility, frames: u128) -> Self {
        let most = frames
            .max(election.costs().iter().copied().max().unwrap_or(0).into())
            .saturating_mul(election.total_weight().into());
        let bits = u128::BITS - most.leading_zeros();
        let fraction_bits = AMOUNT_BITS.saturating_sub(bits).min(FRACTION_BITS);
        let mut purses = Purses::new(frames);
        let groups = election.groups();
        let purse_of: Vec<usize> = groups
            .iter()
            .map(|group| purses.full(group.weight))
            .collect();
        let money = |weight: u64| fixed(u128::from(weight) * frames, fraction_bits);
        let contender = |candidate| Contender {
            candidate,
            price: 0,
            least: 0.0,
            most: f64::INFINITY,
        };
        Self {
            election,
            utility,
            fraction_bits,
            ledger: Ledger::new(),
            purses,
            purse_of,
            money: groups.iter().map(|group| money(group.weight)).collect(),
            error: 0,
            payers: Payers::Supporters,
            contenders: election.supported().map(contender).collect(),
            dropped: Vec::new(),
            rounds: Vec::new(),
            members: Vec::new(),
            is_supporter: vec![false; groups.len()],
        }
    }

    /// Chooses until no candidate's supporters can pay for it.
    pub(super) fn choose_by_supporters(&mut self) {
        while self.choose_next() {}
    }

    /// Goes on with those left: their supporters pay all they have, and all others share the rest. Ends when the money
    /// of all voters together does not reach.
    pub(super) fn choose_by_everyone(&mut self) {
        self.payers = Payers::Everyone;
        let mut left = std::mem::take(&mut self.dropped);
        left.sort_unstable();
        self.contenders = left
            .into_iter()
            .map(|candidate| Contender {
                candidate,
                price: 0,
                least: 0.0,
                most: f64::INFINITY,
            })
            .collect();
        while self.choose_next() {}
    }

    /// What happened.
    pub(super) fn into_trace(self) -> Trace {
        Trace::new(
            self.utility,
            self.ledger,
            self.purses,
            self.rounds,
            self.election,
        )
    }

    /// One round; whether anything was chosen.
    fn choose_next(&mut self) -> bool {
        self.contenders.sort_by(|a, b| {
            let by_price = a.least.total_cmp(&b.least);
            by_price.then(a.candidate.cmp(&b.candidate))
        });
        let mut lowest = f64::INFINITY;
        let mut seen = 0;
        let mut contenders = std::mem::take(&mut self.contenders);
        for contender in &mut contenders {
            if contender.least > lowest {
                break;
            }
            seen += 1;
            if self.look_at(contender) {
                lowest = lowest.min(contender.most);
            } else {
                contender.least = f64::NAN;
                self.dropped.push(contender.candidate);
            }
        }
        let nearest = contenders[..seen]
            .iter()
            .filter(|one| one.least <= lowest)
            .copied()
            .collect::<Vec<_>>();
        contenders.retain(|one| !one.least.is_nan());
        self.contenders = contenders;
        let Some((chosen, price, tied)) = self.cheapest(&nearest) else {
            return false;
        };
        self.contenders.retain(|one| one.candidate != chosen);
        self.pay(chosen, price, tied);
        true
    }

    /// Who is cheapest among those whom the fixed point cannot tell apart, what each payer pays, and who else is.
    fn cheapest(&mut self, nearest: &[Contender]) -> Option<(usize, ExactPrice, Vec<usize>)> {
        let mut best: Option<(usize, ExactPrice)> = None;
        let mut tied = Vec::new();
        for contender in nearest {
            let candidate = contender.candidate;
            let price = self.exact_price(contender);
            let Some((leader, lowest)) = &best else {
                best = Some((candidate, price));
                continue;
            };
            match self.compare((candidate, &price), (*leader, lowest)) {
                Ordering::Less => {
                    tied.clear();
                    best = Some((candidate, price));
                }
                Ordering::Equal if candidate < *leader => {
                    tied.push(*leader);
                    best = Some((candidate, price));
                }
                Ordering::Equal => tied.push(candidate),
                Ordering::Greater => {}
            }
        }
        tied.sort_unstable();
        best.map(|(candidate, price)| (candidate, price, tied))
    }

    /// Compares two prices per utility.
    fn compare(&self, a: (usize, &ExactPrice), b: (usize, &ExactPrice)) -> Ordering {
        let utility = |of: (usize, &ExactPrice)| {
            u128::from(of.1.payers) * u128::from(self.utility.of(self.election.costs()[of.0]))
        };
        (&a.1.numerator * utility(b)).cmp(&(&b.1.numerator * utility(a)))
    }

    /// Finds about what each would pay; whether they can.
    fn look_at(&mut self, contender: &mut Contender) -> bool {
        let cost = self.cost(contender.candidate);
        let fixed_cost = fixed(cost, self.fraction_bits);
        let (covered, payers) = self.gather(contender.candidate);
        let has: i128 = self.sum_of_members() + covered;
        let error = (self.error + 2) * i128::from(payers) + 2;
        if has + error < fixed_cost {
            return false;
        }
        if has - error < fixed_cost && !self.reaches_exactly(contender.candidate) {
            return false;
        }
        contender.price = match self.price_for_members(fixed_cost - covered, contender.price) {
            Some(price) => price,
            // They have just enough, and all of them pay all.
            None => self.most_of_payers(contender.candidate),
        };
        let utility = self.utility.of(self.election.costs()[contender.candidate]);
        let quotient = |price: i128| as_float(price.max(0)) / as_float(utility.into());
        contender.least = quotient(contender.price - error) * (1.0 - QUOTIENT_ERROR);
        contender.most = quotient(contender.price + error) * (1.0 + QUOTIENT_ERROR);
        true
    }

    /// A candidate's cost, times the total weight; where nobody has a frame, the cost itself.
    fn cost(&self, candidate: usize) -> u128 {
        let weight = self.election.total_weight().max(1);
        u128::from(self.election.costs()[candidate]) * u128::from(weight)
    }

    /// Lays out who shares the price of a candidate and has money. Gives what its supporters pay without being asked
    /// (all they have, where everyone pays), and how many voters there are in both.
    fn gather(&mut self, candidate: usize) -> (i128, u64) {
        let groups = self.election.groups();
        let supporters = self.election.supporters(candidate);
        self.members.clear();
        let mut payers = 0;
        match self.payers {
            Payers::Supporters => {
                for &at in supporters {
                    payers += groups[at].count;
                    self.members.push((self.money[at], groups[at].count));
                }
                (0, payers)
            }
            Payers::Everyone => {
                let mut covered = 0;
                for &at in supporters {
                    self.is_supporter[at] = true;
                    covered += self.money[at] * i128::from(groups[at].count);
                }
                for (at, group) in groups.iter().enumerate() {
                    payers += group.count;
                    if !self.is_supporter[at] {
                        self.members.push((self.money[at], group.count));
                    }
                }
                for &at in supporters {
                    self.is_supporter[at] = false;
                }
                (covered, payers)
            }
        }
    }

    fn sum_of_members(&self) -> i128 {
        let has = |&(money, count): &(i128, u64)| money * i128::from(count);
        self.members.iter().map(has).sum()
    }

    /// The price `p` at which `Σ min(p, money)` over the members is `cost`, rounded down; at least `from`, at which the
    /// sum does not exceed it. `None` when they do not have so much.
    fn price_for_members(&mut self, cost: i128, from: i128) -> Option<i128> {
        let members = &mut self.members;
        let mut payers: u64 = members.iter().map(|one| one.1).sum();
        let mut left = cost;
        let mut price = from;
        loop {
            let before = members.len();
            members.retain(|&(money, count)| {
                let pays_all = money < price;
                if pays_all {
                    left -= money * i128::from(count);
                    payers -= count;
                }
                !pays_all
            });
            if payers == 0 {
                return None;
            }
            let next = left.max(0) / i128::from(payers);
            if next <= price && members.len() == before {
                return Some(price);
            }
            price = price.max(next);
        }
    }

    /// The most that anyone who would pay for a candidate has.
    fn most_of_payers(&self, candidate: usize) -> i128 {
        let most = match self.payers {
            Payers::Supporters => {
                let supporters = self.election.supporters(candidate).iter();
                supporters.map(|&at| self.money[at]).max()
            }
            Payers::Everyone => self.money.iter().copied().max(),
        };
        most.unwrap_or_default()
    }

    /// The groups that would pay for a candidate and have money: its supporters, then the others if everyone pays.
    fn paying_groups(&self, candidate: usize) -> (Vec<usize>, Vec<usize>) {
        let has_money = |at: &usize| self.purse_of[*at] != EMPTY;
        let supporters = self.election.supporters(candidate).iter().copied();
        let supporters: Vec<usize> = supporters.filter(has_money).collect();
        if self.payers == Payers::Supporters {
            return (supporters, Vec::new());
        }
        let is_other = |at: &usize| supporters.binary_search(at).is_err();
        let others = (0..self.money.len()).filter(|at| has_money(at) && is_other(at));
        let others = others.collect();
        (supporters, others)
    }

    fn sum_of(&self, groups: &[usize]) -> BigUint {
        let groups = groups.iter();
        let members = groups.map(|&at| (self.purse_of[at], self.election.groups()[at].count));
        self.purses.sum(&self.ledger, members)
    }

    fn reaches_exactly(&self, candidate: usize) -> bool {
        let (supporters, others) = self.paying_groups(candidate);
        let has = self.sum_of(&supporters) + self.sum_of(&others);
        has >= self.ledger.denominator() * self.cost(candidate)
    }

    /// What each payer pays at most for a candidate that they can pay for.
    fn exact_price(&mut self, contender: &Contender) -> ExactPrice {
        let candidate = contender.candidate;
        let groups = self.election.groups();
        let (supporters, others) = self.paying_groups(candidate);
        let count = |of: &[usize]| of.iter().map(|&at| groups[at].count).sum::<u64>();
        let all = i128::from(count(&supporters) + count(&others));
        // How far the price may be off, and the money it is compared with.
        let margin = (self.error + 2) * (all + 1);
        let (mut paying_all, sharing) = match self.payers {
            Payers::Supporters => (Vec::new(), supporters),
            Payers::Everyone => (supporters, others),
        };
        let mut payers = count(&sharing);
        let mut unclear = Vec::new();
        for at in sharing {
            if self.money[at] < contender.price - margin {
                payers -= groups[at].count;
                paying_all.push(at);
            } else if self.money[at] <= contender.price + margin {
                unclear.push(at);
            }
        }
        let cost = self.ledger.denominator() * self.cost(candidate);
        let mut numerator = cost - self.sum_of(&paying_all);
        let mut purse = std::collections::HashMap::new();
        for &at in &unclear {
            let at = self.purse_of[at];
            purse
                .entry(at)
                .or_insert_with(|| self.purses.sum(&self.ledger, [(at, 1)]));
        }
        loop {
            let before = unclear.len();
            // All of them at the price as it is, then the price anew: it only rises.
            let price = numerator.clone();
            let shared_by = payers;
            unclear.retain(|&at| {
                let has = &purse[&self.purse_of[at]];
                let pays_all = has * shared_by < price;
                if pays_all {
                    payers -= groups[at].count;
                    numerator -= has * groups[at].count;
                    paying_all.push(at);
                }
                !pays_all
            });
            if unclear.len() == before {
                break;
            }
        }
        // Whoever has just that is out of money too.
        let is_spent = |at: &usize| &purse[&self.purse_of[*at]] * payers == numerator;
        paying_all.extend(unclear.into_iter().filter(is_spent));
        paying_all.sort_unstable();
        ExactPrice {
            numerator,
            payers,
            paying_all,
        }
    }

    /// Takes the money, and writes down who paid.
    fn pay(&mut self, chosen: usize, price: ExactPrice, tied: Vec<usize>) {
        let round = self.rounds.len();
        let (supporters, others) = self.paying_groups(chosen);
        self.ledger.push(price.numerator, price.payers);
        let paid = self.ledger.payment(round) << self.fraction_bits;
        let paid = (paid / self.ledger.denominator()).to_i128().unwrap_or(0);
        let mut record = Round {
            candidate: chosen,
            tied,
            payers: self.payers,
            paying_all: Vec::with_capacity(price.paying_all.len()),
            paying_the_price: Vec::new(),
        };
        for at in supporters.into_iter().chain(others) {
            let purse = self.purse_of[at];
            let paying = PayingGroup { group: at, purse };
            if price.paying_all.binary_search(&at).is_ok() {
                self.purse_of[at] = EMPTY;
                self.money[at] = 0;
                record.paying_all.push(paying);
                continue;
            }
            self.purse_of[at] = self.purses.after(purse, round);
            self.money[at] = (self.money[at] - paid).max(0);
            record.paying_the_price.push(paying);
        }
        self.error += 1;
        self.rounds.push(record);
    }
}

fn fixed(amount: u128, fraction_bits: u32) -> i128 {
    i128::try_from(amount << fraction_bits).unwrap_or(i128::MAX)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "within QUOTIENT_ERROR, which the bounds allow for"
)]
fn as_float(amount: i128) -> f64 {
    amount as f64
}
