//! What most want first, as long as the budget reaches.

use std::cmp::Ordering;

use crate::election::Election;

/// What is taken first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The one that most voters approve of.
    #[default]
    Support,
    /// The one with the most supporters for its cost.
    SupportPerCost,
}

/// What a greedy rule chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Greedy {
    /// Those chosen, in that order.
    pub chosen: Vec<usize>,
    /// Every look at a candidate, in that order.
    pub looks: Vec<Look>,
}

/// A candidate was looked at, and taken if it fitted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// Who.
    pub candidate: usize,
    /// Those of the same rank that come later in the caller's order.
    pub tied: Vec<usize>,
    /// What was left of the budget before it.
    pub left: u64,
    /// Whether its cost fitted.
    pub fits: bool,
}

/// Goes through the candidates, those with most support (or support ÷ cost) first, and takes each that still fits the
/// budget. Candidates of the same rank come in the caller's order; those without support are left out.
pub fn greedy(election: &Election, order: Order) -> Greedy {
    let ranked = ranked(election, order);
    let mut left = election.budget();
    let mut looks = Vec::with_capacity(ranked.len());
    let mut chosen = Vec::new();
    for (at, &candidate) in ranked.iter().enumerate() {
        let is_tied = |other: &&usize| compare(election, order, candidate, **other).is_eq();
        let tied = ranked[at + 1..].iter().take_while(is_tied).copied();
        let cost = election.costs()[candidate];
        let fits = cost <= left;
        looks.push(Look {
            candidate,
            tied: tied.collect(),
            left,
            fits,
        });
        if fits {
            left -= cost;
            chosen.push(candidate);
        }
    }
    Greedy { chosen, looks }
}

/// Those that still fit beside what is chosen already, in the order they are taken.
pub(crate) fn complete(election: &Election, order: Order, chosen: &[usize]) -> Vec<usize> {
    let mut left = election.budget() - election.cost_of(chosen.iter().copied());
    let mut more = Vec::new();
    for candidate in ranked(election, order) {
        let cost = election.costs()[candidate];
        if cost <= left && !chosen.contains(&candidate) {
            left -= cost;
            more.push(candidate);
        }
    }
    more
}

fn ranked(election: &Election, order: Order) -> Vec<usize> {
    let mut ranked: Vec<usize> = election.supported().collect();
    ranked.sort_by(|&a, &b| compare(election, order, a, b).then(a.cmp(&b)));
    ranked
}

/// Which of two comes first, without regard to the caller's order.
fn compare(election: &Election, order: Order, a: usize, b: usize) -> Ordering {
    let (support_a, support_b) = (election.support(a), election.support(b));
    match order {
        Order::Support => support_b.cmp(&support_a),
        Order::SupportPerCost => {
            let (cost_a, cost_b) = (election.costs()[a], election.costs()[b]);
            let (a, b) = (
                u128::from(support_a) * u128::from(cost_b),
                u128::from(support_b) * u128::from(cost_a),
            );
            b.cmp(&a)
        }
    }
}
