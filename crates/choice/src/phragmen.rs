//! Phragmén's sequential rule under cost: money comes in to all voters at the pace of their frames, and a candidate is
//! bought as soon as its supporters together have its cost.

use std::cmp::Ordering;

use num_bigint::BigUint;
use num_integer::Integer;
use num_traits::ToPrimitive;

use crate::election::Election;
use crate::rational::Rational;

/// How far a moment may be off, relative to itself and for each term of its sum, as `f64` reckons it.
const TERM_ERROR: f64 = 4.0 * f64::EPSILON;

/// What the rule chooses, and when.
#[derive(Clone, Debug)]
pub struct Phragmen {
    /// Those chosen, in that order.
    pub chosen: Vec<usize>,
    /// A round for each of them.
    pub rounds: Vec<Round>,
    /// The one that came next and did not fit the budget any more; the rule ends there, also where others would fit.
    pub stopped_by: Option<Stop>,
}

/// A candidate was bought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Who.
    pub candidate: usize,
    /// When: how much every voter has been given by then per unit of its weight. A voter who has paid before pays what it
    /// was given since.
    pub moment: Rational,
    /// Those who could have been bought at the same moment, in the caller's order; the order decided against them.
    pub tied: Vec<usize>,
}

/// The end of the rule, before all candidates were chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Who came next and costs more than is left.
    pub candidate: usize,
    /// When its supporters would have had enough.
    pub moment: Rational,
    /// What was left of the budget.
    pub left: u64,
}

/// Chooses by the sequential rule, as long as the next one fits the budget. Where several come at the same moment the
/// first of the caller's order is bought, but if one of them does not fit, the rule ends, as the reference implementation
/// has it. Candidates that cost more than the whole budget take no part.
pub fn phragmen(election: &Election) -> Phragmen {
    let mut state = State::new(election);
    let mut result = Phragmen {
        chosen: Vec::new(),
        rounds: Vec::new(),
        stopped_by: None,
    };
    let mut left = election.budget();
    while let Some((nearest, moment)) = state.next() {
        let too_dear = nearest.iter().find(|&&one| election.costs()[one] > left);
        if let Some(&candidate) = too_dear {
            result.stopped_by = Some(Stop {
                candidate,
                moment: moment.to_rational(),
                left,
            });
            break;
        }
        let candidate = nearest[0];
        left -= election.costs()[candidate];
        result.chosen.push(candidate);
        result.rounds.push(Round {
            candidate,
            moment: moment.to_rational(),
            tied: nearest[1..].to_vec(),
        });
        state.buy(candidate, &moment);
    }
    result
}

/// A moment, exactly: `numerator / (denominator · weight)`, over the denominator of all moments before it.
struct Moment {
    numerator: BigUint,
    weight: u64,
    denominator: BigUint,
}

impl Moment {
    fn to_rational(&self) -> Rational {
        Rational::new(self.numerator.clone(), &self.denominator * self.weight)
    }
}

/// A candidate that is not bought yet.
struct Waiting {
    candidate: usize,
    /// The weight of its supporters.
    weight: u64,
    /// The weight of those who paid last in each round.
    paid_in: Vec<u64>,
    /// Bounds of its moment when it was last looked at; it only becomes later.
    earliest: f64,
    latest: f64,
}

struct State<'a> {
    election: &'a Election,
    waiting: Vec<Waiting>,
    /// The round in which each group paid last.
    last_paid: Vec<Option<usize>>,
    /// The moments of the rounds, over one denominator.
    moments: Vec<BigUint>,
    denominator: BigUint,
    /// About the same.
    about: Vec<f64>,
}

impl<'a> State<'a> {
    fn new(election: &'a Election) -> Self {
        let takes_part = |&one: &usize| {
            election.costs()[one] <= election.budget() && election.supporting_weight(one) > 0
        };
        let waiting = |candidate| Waiting {
            candidate,
            weight: election.supporting_weight(candidate),
            paid_in: Vec::new(),
            earliest: 0.0,
            latest: f64::INFINITY,
        };
        Self {
            election,
            waiting: election
                .supported()
                .filter(takes_part)
                .map(waiting)
                .collect(),
            last_paid: vec![None; election.groups().len()],
            moments: Vec::new(),
            denominator: BigUint::from(1_u8),
            about: Vec::new(),
        }
    }

    /// Those whose supporters have enough first, in the caller's order, and when.
    fn next(&mut self) -> Option<(Vec<usize>, Moment)> {
        self.waiting.sort_by(|a, b| {
            let by_moment = a.earliest.total_cmp(&b.earliest);
            by_moment.then(a.candidate.cmp(&b.candidate))
        });
        let mut first = f64::INFINITY;
        let mut seen = 0;
        for at in 0..self.waiting.len() {
            if self.waiting[at].earliest > first {
                break;
            }
            self.look_at(at);
            first = first.min(self.waiting[at].latest);
            seen = at + 1;
        }
        let mut best: Option<(Vec<usize>, Moment)> = None;
        for waiting in self.waiting[..seen]
            .iter()
            .filter(|one| one.earliest <= first)
        {
            let moment = self.moment_of(waiting);
            let order = best.as_ref().map_or(Ordering::Less, |(_, best)| {
                (&moment.numerator * best.weight).cmp(&(&best.numerator * moment.weight))
            });
            match (order, &mut best) {
                (Ordering::Equal, Some((candidates, _))) => candidates.push(waiting.candidate),
                (Ordering::Less, _) => best = Some((vec![waiting.candidate], moment)),
                _ => {}
            }
        }
        if let Some((candidates, _)) = &mut best {
            candidates.sort_unstable();
        }
        best
    }

    fn look_at(&mut self, at: usize) {
        let rounds = self.about.len();
        let waiting = &mut self.waiting[at];
        waiting.paid_in.clear();
        waiting.paid_in.resize(rounds, 0);
        for &group in self.election.supporters(waiting.candidate) {
            if let Some(round) = self.last_paid[group] {
                let group = &self.election.groups()[group];
                waiting.paid_in[round] += group.count * group.weight;
            }
        }
        let cost = as_float(self.election.costs()[waiting.candidate]);
        let paid = waiting.paid_in.iter().zip(&self.about);
        let paid: f64 = paid.map(|(&weight, about)| as_float(weight) * about).sum();
        let moment = (cost + paid) / as_float(waiting.weight);
        let error = TERM_ERROR * as_float(rounds as u64 + 4);
        waiting.earliest = moment * (1.0 - error);
        waiting.latest = moment * (1.0 + error);
    }

    fn moment_of(&self, waiting: &Waiting) -> Moment {
        let mut numerator = &self.denominator * self.election.costs()[waiting.candidate];
        for (&weight, moment) in waiting.paid_in.iter().zip(&self.moments) {
            if weight > 0 {
                numerator += moment * weight;
            }
        }
        Moment {
            numerator,
            weight: waiting.weight,
            denominator: self.denominator.clone(),
        }
    }

    fn buy(&mut self, candidate: usize, moment: &Moment) {
        let round = self.moments.len();
        self.waiting.retain(|one| one.candidate != candidate);
        for &group in self.election.supporters(candidate) {
            self.last_paid[group] = Some(round);
        }
        let rest = (&moment.numerator % moment.weight).to_u64().unwrap_or(0);
        let common = rest.gcd(&moment.weight);
        let factor = moment.weight / common;
        if factor > 1 {
            self.denominator *= factor;
            for earlier in &mut self.moments {
                *earlier *= factor;
            }
        }
        self.moments.push(&moment.numerator / common);
        self.about
            .push(quotient(&self.moments[round], &self.denominator));
    }
}

#[expect(clippy::cast_precision_loss, reason = "within TERM_ERROR")]
fn as_float(number: u64) -> f64 {
    number as f64
}

/// A quotient of large numbers as `f64`, off by at most two in its last place.
fn quotient(numerator: &BigUint, denominator: &BigUint) -> f64 {
    // 64 significant bits of the quotient, so that cutting off the rest does not matter.
    let shift = (denominator.bits() + 64).saturating_sub(numerator.bits());
    let whole = (numerator << shift) / denominator;
    let exponent = i32::try_from(shift).unwrap_or(i32::MAX);
    whole.to_f64().unwrap_or(f64::INFINITY) * 2_f64.powi(-exponent)
}
