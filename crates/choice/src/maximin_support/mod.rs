//! Maximin support (Sánchez-Fernández and others 2021; under cost Aziz, Lee and Talmon 2018): each time the candidate with
//! which the costs of all that are chosen can be laid on their supporters most evenly.

mod flow;

use std::cmp::Ordering;
use std::collections::HashMap;

use flow::{DRAIN, Network, SOURCE, UNLIMITED};

use crate::election::Election;
use crate::rational::Rational;

/// What the rule chooses, and how much it lays on a voter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaximinSupport {
    /// Those chosen, in that order.
    pub chosen: Vec<usize>,
    /// A round for each of them.
    pub rounds: Vec<Round>,
}

/// A candidate was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Who.
    pub candidate: usize,
    /// The largest load on a voter per unit of its weight, when all costs so far are laid on supporters as evenly as can
    /// be.
    pub load: Rational,
    /// Those chosen so far that the load follows from: it is their cost, divided by the weight of all who support one of
    /// them.
    pub heaviest: Vec<usize>,
    /// Those with which the load would be the same, in the caller's order; the order decided against them.
    pub tied: Vec<usize>,
}

/// Chooses until none of those left fits the budget. Exact, and slower than the other rules: each candidate asks for
/// largest flows, in every round in which it may be the best.
pub fn maximin_support(election: &Election) -> MaximinSupport {
    let mut state = State::new(election);
    let mut left = election.budget();
    let mut result = MaximinSupport {
        chosen: Vec::new(),
        rounds: Vec::new(),
    };
    loop {
        state
            .waiting
            .retain(|one| election.costs()[one.candidate] <= left);
        let Some((candidate, load, tied)) = state.next() else {
            return result;
        };
        left -= election.costs()[candidate];
        result.chosen.push(candidate);
        result.rounds.push(Round {
            candidate,
            load: Rational::new(load.cost, load.weight),
            heaviest: load.of.clone(),
            tied,
        });
        state.choose(candidate, &load);
    }
}

/// A load per weight: what some candidates cost, and the weight of those who support one of them.
#[derive(Clone, Debug)]
struct Load {
    cost: u64,
    weight: u64,
    of: Vec<usize>,
}

impl Load {
    fn compare(&self, other: &Self) -> Ordering {
        (u128::from(self.cost) * u128::from(other.weight))
            .cmp(&(u128::from(other.cost) * u128::from(self.weight)))
    }
}

/// A candidate that is not chosen yet.
struct Waiting {
    candidate: usize,
    /// The load with it is at least this.
    at_least: Load,
}

/// Voters who approve of the same of those chosen so far.
#[derive(Default)]
struct Class {
    /// Those chosen that they approve of.
    approves: Vec<usize>,
    weight: u64,
}

struct State<'a> {
    election: &'a Election,
    chosen: Vec<usize>,
    waiting: Vec<Waiting>,
    classes: Vec<Class>,
    /// The class of each group.
    class_of: Vec<usize>,
}

impl<'a> State<'a> {
    fn new(election: &'a Election) -> Self {
        let waiting = |candidate| Waiting {
            candidate,
            at_least: Load {
                cost: election.costs()[candidate],
                weight: election.supporting_weight(candidate),
                of: vec![candidate],
            },
        };
        let all = Class {
            approves: Vec::new(),
            weight: election.total_weight(),
        };
        let has_weight = |&one: &usize| election.supporting_weight(one) > 0;
        Self {
            election,
            chosen: Vec::new(),
            waiting: election
                .supported()
                .filter(has_weight)
                .map(waiting)
                .collect(),
            classes: vec![all],
            class_of: vec![0; election.groups().len()],
        }
    }

    /// The first of those with which the load is smallest, that load, and the others.
    fn next(&mut self) -> Option<(usize, Load, Vec<usize>)> {
        let by_load = |a: &Waiting, b: &Waiting| {
            let order = a.at_least.compare(&b.at_least);
            order.then(a.candidate.cmp(&b.candidate))
        };
        self.waiting.sort_by(by_load);
        let mut best: Option<(Load, Vec<usize>)> = None;
        for at in 0..self.waiting.len() {
            let bound = &self.waiting[at].at_least;
            if best
                .as_ref()
                .is_some_and(|best| bound.compare(&best.0).is_gt())
            {
                break;
            }
            let load = self.load_with(&self.waiting[at]);
            let candidate = self.waiting[at].candidate;
            self.waiting[at].at_least = load.clone();
            let order = best
                .as_ref()
                .map_or(Ordering::Less, |best| load.compare(&best.0));
            match (order, &mut best) {
                (Ordering::Equal, Some((_, candidates))) => candidates.push(candidate),
                (Ordering::Less, _) => best = Some((load, vec![candidate])),
                _ => {}
            }
        }
        let (_, mut candidates) = best?;
        candidates.sort_unstable();
        let candidate = candidates.remove(0);
        let place = self
            .waiting
            .iter()
            .position(|one| one.candidate == candidate)?;
        let load = self.waiting.remove(place).at_least;
        Some((candidate, load, candidates))
    }

    /// The smallest possible largest load with a candidate, which is the largest cost per supporting weight of any of the
    /// candidates' sets. From a lower bound on: where the costs cannot be laid at this load, a set is in the way, and its
    /// load is the next bound (Dinkelbach 1967).
    fn load_with(&self, waiting: &Waiting) -> Load {
        let classes = self.split_by(waiting.candidate);
        let mut candidates = self.chosen.clone();
        candidates.push(waiting.candidate);
        let places = candidates.iter().enumerate();
        let places: HashMap<usize, usize> = places.map(|(at, &one)| (one, at)).collect();
        let mut load = waiting.at_least.clone();
        loop {
            let (mut network, wanted) =
                network(self.election, &candidates, &places, &classes, &load);
            if network.fill() == wanted {
                return load;
            }
            let in_the_way = candidates.iter().enumerate();
            let in_the_way = in_the_way.filter(|(at, _)| network.is_reached(at + 2));
            let of: Vec<usize> = in_the_way.map(|(_, &one)| one).collect();
            let supports = |class: &&Class| class.approves.iter().any(|one| of.contains(one));
            load = Load {
                cost: self.election.cost_of(of.iter().copied()),
                weight: classes.iter().filter(supports).map(|one| one.weight).sum(),
                of,
            };
        }
    }

    /// The classes, with one more candidate among those they approve of.
    fn split_by(&self, candidate: usize) -> Vec<Class> {
        let mut split: Vec<Class> = self
            .classes
            .iter()
            .map(|class| Class {
                approves: class.approves.clone(),
                weight: class.weight,
            })
            .collect();
        let mut with = HashMap::new();
        for &group in self.election.supporters(candidate) {
            let class = self.class_of[group];
            let weight = self.election.groups()[group].count * self.election.groups()[group].weight;
            split[class].weight -= weight;
            *with.entry(class).or_insert(0) += weight;
        }
        let mut with: Vec<(usize, u64)> = with.into_iter().collect();
        with.sort_unstable();
        for (class, weight) in with {
            let mut approves = self.classes[class].approves.clone();
            approves.push(candidate);
            split.push(Class { approves, weight });
        }
        split.retain(|class| class.weight > 0 && !class.approves.is_empty());
        split
    }

    fn choose(&mut self, candidate: usize, load: &Load) {
        self.chosen.push(candidate);
        for waiting in &mut self.waiting {
            if waiting.at_least.compare(load).is_lt() {
                waiting.at_least = load.clone();
            }
        }
        let mut with = HashMap::new();
        for &group in self.election.supporters(candidate) {
            let class = self.class_of[group];
            let next = self.classes.len();
            let own = *with.entry(class).or_insert(next);
            if own == next {
                let mut approves = self.classes[class].approves.clone();
                approves.push(candidate);
                self.classes.push(Class {
                    approves,
                    weight: 0,
                });
            }
            let group_of = &self.election.groups()[group];
            let weight = group_of.count * group_of.weight;
            self.classes[class].weight -= weight;
            self.classes[own].weight += weight;
            self.class_of[group] = own;
        }
    }
}

/// Costs flow from the source to the candidates, to the classes that approve of them, and to the drain, as far as the load
/// allows; all amounts times the load's weight. Gives what would have to flow, too.
fn network(
    election: &Election,
    candidates: &[usize],
    places: &HashMap<usize, usize>,
    classes: &[Class],
    load: &Load,
) -> (Network, i128) {
    let mut network = Network::new(2 + candidates.len() + classes.len());
    let mut wanted = 0;
    for (at, &candidate) in candidates.iter().enumerate() {
        let cost = i128::from(election.costs()[candidate]) * i128::from(load.weight);
        wanted += cost;
        network.connect(SOURCE, at + 2, cost);
    }
    for (at, class) in classes.iter().enumerate() {
        let node = 2 + candidates.len() + at;
        for candidate in &class.approves {
            network.connect(places[candidate] + 2, node, UNLIMITED);
        }
        let capacity = i128::from(class.weight) * i128::from(load.cost);
        network.connect(node, DRAIN, capacity);
    }
    (network, wanted)
}
