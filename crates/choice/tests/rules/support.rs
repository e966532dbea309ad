//! Small random elections, and the Method of Equal Shares as the literature writes it: slow, voter by voter, in plain
//! fractions, without anything of the crate's own.

use barometer_choice::election::{Election, Voter};
use barometer_choice::equal_shares::Utility;
use barometer_choice::rational::Rational;
use proptest::prelude::*;

/// An election's parts.
#[derive(Clone, Debug)]
pub(crate) struct Parts {
    pub(crate) budget: u64,
    pub(crate) costs: Vec<u64>,
    /// Weight and approvals of each voter.
    pub(crate) voters: Vec<(u64, Vec<usize>)>,
}

impl Parts {
    pub(crate) fn election(&self) -> Election {
        let voters = self.voters.iter().map(|(weight, approves)| Voter {
            weight: *weight,
            approves: approves.clone(),
        });
        Election::new(self.budget, self.costs.clone(), voters).unwrap()
    }

    pub(crate) fn cost_of(&self, chosen: &[usize]) -> u64 {
        chosen.iter().map(|&one| self.costs[one]).sum()
    }

    pub(crate) fn approves(&self, voter: usize, candidate: usize) -> bool {
        self.voters[voter].1.contains(&candidate)
    }

    pub(crate) fn supporters(&self, candidate: usize) -> Vec<usize> {
        let voters = 0..self.voters.len();
        voters
            .filter(|&one| self.approves(one, candidate))
            .collect()
    }

    /// The frame of each voter, where all frames come to `frames`.
    pub(crate) fn frames(&self, frames: u64) -> Vec<Rational> {
        let weight: u64 = self.voters.iter().map(|voter| voter.0).sum();
        let frame = |voter: &(u64, Vec<usize>)| Rational::new(frames * voter.0, weight.max(1));
        self.voters.iter().map(frame).collect()
    }
}

/// Elections of at most `candidates` and `voters`; the weights are all 1 where `is_equal`.
pub(crate) fn parts(
    candidates: usize,
    voters: usize,
    is_equal: bool,
) -> impl Strategy<Value = Parts> {
    let weight = if is_equal { 1..2_u64 } else { 0..6_u64 };
    let dearest = prop_oneof![Just(6_u64), Just(200)];
    (1..=candidates, dearest).prop_flat_map(move |(count, dearest)| {
        let ballot = prop::collection::vec(0..count, 0..=count);
        (
            prop::collection::vec(1..=dearest, count),
            prop::collection::vec((weight.clone(), ballot), 1..=voters),
            1..=100_u64,
        )
            .prop_map(|(costs, mut voters, percent)| {
                for (_, approves) in &mut voters {
                    approves.sort_unstable();
                    approves.dedup();
                }
                let total: u64 = costs.iter().sum();
                Parts {
                    budget: (total * percent).div_ceil(100),
                    costs,
                    voters,
                }
            })
    })
}

/// The least `p` with `Σ min(p, money) = cost`, found by trying every money as the last that is not reached.
fn price(cost: &Rational, money: &[Rational]) -> Option<Rational> {
    let mut money = money.to_vec();
    money.sort();
    let mut left = cost.clone();
    for (at, has) in money.iter().enumerate() {
        let sharing = Rational::whole((money.len() - at) as u64);
        let price = left.divided_by(&sharing).unwrap();
        if price <= *has {
            return Some(price);
        }
        left = left.less(has);
    }
    None
}

/// Who is chosen, in order, and what is left to each voter.
pub(crate) fn textbook(
    parts: &Parts,
    utility: Utility,
    frames: u64,
    epsilon: bool,
) -> (Vec<usize>, Vec<Rational>) {
    let mut money = parts.frames(frames);
    let mut chosen = Vec::new();
    for everyone_pays in [false, true] {
        if everyone_pays && !epsilon {
            break;
        }
        while let Some((candidate, price)) =
            cheapest(parts, utility, &money, &chosen, everyone_pays)
        {
            for (voter, has) in money.iter_mut().enumerate() {
                let likes = parts.approves(voter, candidate);
                if likes && everyone_pays {
                    *has = Rational::zero();
                } else if likes || everyone_pays {
                    *has = has.less(&price);
                }
            }
            chosen.push(candidate);
        }
    }
    (chosen, money)
}

fn cheapest(
    parts: &Parts,
    utility: Utility,
    money: &[Rational],
    chosen: &[usize],
    everyone_pays: bool,
) -> Option<(usize, Rational)> {
    let mut best: Option<(Rational, usize, Rational)> = None;
    for candidate in 0..parts.costs.len() {
        let supporters = parts.supporters(candidate);
        if supporters.is_empty() || chosen.contains(&candidate) {
            continue;
        }
        let mut cost = Rational::from(parts.costs[candidate]);
        let mut payers = Vec::new();
        for (voter, has) in money.iter().enumerate() {
            match (supporters.contains(&voter), everyone_pays) {
                (true, true) => cost = cost.less(has),
                (true, false) | (false, true) => payers.push(has.clone()),
                (false, false) => {}
            }
        }
        let Some(price) = price(&cost, &payers) else {
            continue;
        };
        let worth = match utility {
            Utility::Cost => parts.costs[candidate],
            Utility::Cardinality => 1,
        };
        let rank = price.divided_by(&Rational::from(worth)).unwrap();
        if best.as_ref().is_none_or(|best| rank < best.0) {
            best = Some((rank, candidate, price));
        }
    }
    best.map(|(_, candidate, price)| (candidate, price))
}
