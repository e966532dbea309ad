//! How sure a cut is: "afgjort" only if nothing that the silent could still have done changes who goes on;
//! `docs/domain.md, "How sure"`.
//!
//! A silent participant could have cast any ballot within the limit, or none. With v₁≥v₂≥… the supports, a cut after
//! two holds as long as v₂ > 2v₃ − v₄, one after three as long as v₃ > v₄ and 2v₃ ≥ v₂ + v₄ (both follow from the
//! rule of the larger gap). The first is broken best by giving everything to one candidate outside: that raises it
//! as far as can be and, under Fraction and Majority, lowers all others as far as can be. The second is broken
//! either so, or by raising two of the three and one outside while the third stays behind.

use std::collections::BTreeMap;

use crate::barometer::Rules;
use crate::ids::{CandidateId, MunicipalityCode};
use crate::pick::{self, Certainty, Pick};
use crate::tally::{self, CountedBallot, CountingRule, Fraction, Group};

/// Those present as voters who had no ballot when it closed. It has no serialised form: who was silent is nobody's
/// business.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Silent {
    /// How many are silent in each municipality that has any.
    pub by_municipality: BTreeMap<MunicipalityCode, u32>,
    /// How many whose municipality is not known any more.
    pub elsewhere: u32,
}

/// Whether the cut could still have been another. A tie is always close; without any support there is nothing to be
/// sure of.
pub fn certainty(
    rules: &Rules,
    ballots: &[CountedBallot],
    pick: &Pick,
    silent: &Silent,
) -> Option<Certainty> {
    let go_on = match pick {
        Pick::Nobody => return None,
        Pick::Tied { .. } => return Some(Certainty::Close),
        Pick::Clear { go_on } => go_on,
    };
    if silent.elsewhere == 0 && silent.by_municipality.values().all(|&silent| silent == 0) {
        return Some(Certainty::Settled);
    }
    let could_change = silent.elsewhere > 0
        || Electorate::new(rules, ballots, silent)
            .is_none_or(|electorate| electorate.could_change(go_on));
    Some(if could_change {
        Certainty::Close
    } else {
        Certainty::Settled
    })
}

/// A municipality as it stood at the close.
struct Place {
    voters: u32,
    approvals: BTreeMap<CandidateId, u32>,
    silent: u32,
}

/// All that was cast and all that still could have been.
struct Electorate<'a> {
    rules: &'a Rules,
    places: Vec<Place>,
    /// What a support of one is in the whole numbers that are reckoned with here.
    unit: i128,
}

/// Votes that come on top in one municipality.
struct Added<'a> {
    people: u32,
    /// Votes by candidate; who is not named gets none.
    votes: &'a [(CandidateId, u32)],
}

/// How finely two aims are weighed against one another.
const WEIGHTS: i128 = 8;

impl<'a> Electorate<'a> {
    /// `None` when the fractions have no common denominator that can be reckoned with: nothing is sure then.
    fn new(rules: &'a Rules, ballots: &[CountedBallot], silent: &Silent) -> Option<Self> {
        let mut groups = tally::by_municipality(ballots);
        for &municipality in silent.by_municipality.keys() {
            groups.entry(municipality).or_default();
        }
        let places: Vec<Place> = groups
            .into_iter()
            .map(|(municipality, Group { voters, approvals })| Place {
                voters,
                approvals,
                silent: silent
                    .by_municipality
                    .get(&municipality)
                    .copied()
                    .unwrap_or(0),
            })
            .collect();
        let unit = match rules.rule {
            CountingRule::Fraction => {
                let voters = places
                    .iter()
                    .flat_map(|place| [place.voters, place.voters + place.silent]);
                i128::from(tally::exact_denominator(
                    voters.filter(|&voters| voters > 0),
                )?)
            }
            CountingRule::Participants | CountingRule::Municipalities | CountingRule::Majority => 1,
        };
        Some(Self {
            rules,
            places,
            unit,
        })
    }

    fn could_change(&self, go_on: &[CandidateId]) -> bool {
        let all = (1..=self.rules.candidates).map(CandidateId);
        let outside: Vec<Option<CandidateId>> = all
            .clone()
            .filter(|candidate| !go_on.contains(candidate))
            .map(Some)
            .chain([None])
            .collect();
        let changes_for = |only: Option<CandidateId>| !self.same_go_on(go_on, only);
        if all.map(Some).chain([None]).any(changes_for) {
            return true;
        }
        let &[a, b, c] = go_on else {
            return false;
        };
        [[a, b, c], [b, a, c], [c, a, b]].into_iter().any(|three| {
            outside
                .iter()
                .any(|&outside| self.third_could_fall_behind(three, outside))
        })
    }

    /// Whether the same go on when all the silent vote for one and the same, or for none.
    fn same_go_on(&self, go_on: &[CandidateId], only: Option<CandidateId>) -> bool {
        let figure = |candidate: CandidateId| -> i128 {
            let supports = self.places.iter().map(|place| {
                let votes = only.map(|only| (only, place.silent));
                let added = Added {
                    people: place.silent,
                    votes: votes.as_slice(),
                };
                self.support(place, candidate, &added)
            });
            supports.sum()
        };
        let figures = (1..=self.rules.candidates)
            .map(CandidateId)
            .map(|candidate| (candidate, figure(candidate)));
        let in_units = |(candidate, figure): (CandidateId, i128)| {
            let numerator = u64::try_from(figure).unwrap_or(u64::MAX);
            let denominator = u64::try_from(self.unit).unwrap_or(u64::MAX);
            let figure = Fraction {
                numerator,
                denominator,
            };
            (candidate, figure)
        };
        match pick::pick_from(figures.map(in_units).collect()) {
            Pick::Clear { go_on: now } => {
                now.len() == go_on.len() && now.iter().all(|candidate| go_on.contains(candidate))
            }
            Pick::Tied { .. } | Pick::Nobody => false,
        }
    }

    /// Whether 2v₃ ≥ v₂ + v₄ could fail, with the first of the three at v₃ and `fourth` at v₄: both others and the
    /// fourth would have to come far enough ahead of it at once.
    ///
    /// Says yes a little too often where votes are scarce: it weighs the two others against one another and says no
    /// only if some weighing rules it out.
    fn third_could_fall_behind(
        &self,
        [third, one, other]: [CandidateId; 3],
        fourth: Option<CandidateId>,
    ) -> bool {
        let rules_it_out = |weight: i128| {
            let aims = Aims {
                third,
                one: (one, weight),
                other: (other, WEIGHTS - weight),
                fourth,
            };
            let most: i128 = self
                .places
                .iter()
                .map(|place| self.most(place, &aims))
                .sum();
            // Both would have to be at least one step ahead.
            most < WEIGHTS
        };
        !(0..=WEIGHTS).any(rules_it_out)
    }

    /// The most that one municipality could do for these aims.
    fn most(&self, place: &Place, aims: &Aims) -> i128 {
        // Between none and all of the silent nothing is better, but that a majority may need an even number.
        let people = [0, place.silent.saturating_sub(1), place.silent];
        let orders = aims.orders();
        let ways = people
            .into_iter()
            .flat_map(|people| orders.iter().map(move |order| (people, order)));
        let reached = ways.map(|(people, order)| {
            let votes = self.votes_in_order(place, people, order);
            let added = Added {
                people,
                votes: &votes,
            };
            let figure = |candidate| self.support(place, candidate, &added);
            let (one, one_weight) = aims.one;
            let (other, other_weight) = aims.other;
            one_weight * figure(one)
                + other_weight * figure(other)
                + WEIGHTS * (aims.fourth.map_or(0, figure) - 2 * figure(aims.third))
        });
        reached.max().unwrap_or(0)
    }

    /// What each gets when `people` see first to the first in `order`, then to the next, as far as their choices go.
    fn votes_in_order(
        &self,
        place: &Place,
        people: u32,
        order: &[CandidateId],
    ) -> Vec<(CandidateId, u32)> {
        let mut left = people.saturating_mul(u32::from(self.rules.max_choices));
        let votes = order.iter().map(|&candidate| {
            let had = place.had(candidate);
            let of_use = match self.rules.rule {
                CountingRule::Participants | CountingRule::Fraction => people,
                CountingRule::Municipalities => u32::from(had == 0),
                CountingRule::Majority => {
                    (u32::midpoint(place.voters, people) + 1).saturating_sub(had)
                }
            };
            let votes = of_use.min(people).min(left);
            left -= votes;
            (candidate, votes)
        });
        votes.collect()
    }

    /// A candidate's support in one municipality, in units.
    fn support(&self, place: &Place, candidate: CandidateId, added: &Added<'_>) -> i128 {
        let mut more = added.votes.iter();
        let more = more
            .find(|(named, _)| *named == candidate)
            .map_or(0, |(_, votes)| *votes);
        let votes = place.had(candidate) + more;
        let people = place.voters + added.people;
        match self.rules.rule {
            CountingRule::Participants => votes.into(),
            CountingRule::Municipalities => (votes > 0).into(),
            CountingRule::Fraction if people == 0 => 0,
            CountingRule::Fraction => self.unit * i128::from(votes) / i128::from(people),
            CountingRule::Majority => (2 * votes > people).into(),
        }
    }
}

impl Place {
    fn had(&self, candidate: CandidateId) -> u32 {
        self.approvals.get(&candidate).copied().unwrap_or(0)
    }
}

/// Whom to raise, with what weight, and whom to leave behind.
struct Aims {
    third: CandidateId,
    one: (CandidateId, i128),
    other: (CandidateId, i128),
    fourth: Option<CandidateId>,
}

impl Aims {
    /// Every order in which votes can be given.
    fn orders(&self) -> Vec<Vec<CandidateId>> {
        let (one, other) = (self.one.0, self.other.0);
        match self.fourth {
            None => vec![vec![one, other], vec![other, one]],
            Some(fourth) => vec![
                vec![fourth, one, other],
                vec![fourth, other, one],
                vec![one, fourth, other],
                vec![other, fourth, one],
                vec![one, other, fourth],
                vec![other, one, fourth],
            ],
        }
    }
}

#[cfg(test)]
mod tests;
