//! "Hvad kan bæres sammen?": which candidates the municipalities that want them can carry within their frames, by the
//! Method of Equal Shares, as far as it may be shown.
//!
//! A voter is a municipality; it wants what any of its ballots supports. Utility is by cost, so that what is cheap has no
//! advantage, and there is no completion: what a municipality does not spend is its own, and pays for nothing it has
//! not asked for; see `docs/decisions/028`.

use std::collections::{BTreeMap, BTreeSet};

use barometer_domain::barometer::Turnout;
use barometer_domain::carrying::{
    BudgetFrame, Carrying, FEWEST_TO_CARRY, FEWEST_TO_TELL, LeftOut, Served, WhatWouldChange,
    WhyLeftOut,
};
use barometer_domain::ids::{CandidateId, MunicipalityCode};
use barometer_domain::money::Money;
use barometer_domain::municipality;
use barometer_domain::tally::CountedBallot;

use crate::election::{Election, ElectionError, Voter};
use crate::equal_shares::{Completion, EqualShares, Loss, Utility, equal_shares};
use crate::rational::Rational;

/// By how much frames are raised to find what would have brought a candidate in.
const TIMES: [u8; 4] = [2, 3, 5, 10];
const ORE_PER_KRONE: u64 = 100;

/// What the ballots can carry within `frame`; `prices` are those of the candidates from 1 on, `None` where there is no
/// price yet. `None` where there is no result either: below five ballots or three municipalities.
///
/// # Errors
/// When the prices are beyond what can be reckoned with: [`crate::election::MOST_MONEY`].
pub fn carrying(
    frame: BudgetFrame,
    prices: &[Option<Money>],
    ballots: &[CountedBallot],
) -> Result<Option<Carrying>, ElectionError> {
    let wishes = by_municipality(ballots);
    let municipalities = number(wishes.len());
    let turnout = Turnout {
        voted: number(ballots.len()),
        present: number(ballots.len()),
        municipalities,
    };
    if turnout.shortage().is_some() {
        return Ok(None);
    }
    let shortlist = Shortlist::of(frame, prices, &wishes);
    let election = shortlist.election(1)?;
    let result = choose(&election);
    let carried: BTreeSet<CandidateId> = result
        .chosen
        .iter()
        .map(|&at| shortlist.taking_part[at])
        .collect();
    let larger = TIMES.into_iter().map(|times| {
        let raised = choose(&shortlist.election(times.into())?);
        let chosen = raised.chosen.iter().map(|&at| shortlist.taking_part[at]);
        Ok((times, chosen.collect::<BTreeSet<CandidateId>>()))
    });
    let larger = larger.collect::<Result<Vec<_>, ElectionError>>()?;
    let why = |candidate: CandidateId| {
        let behind = shortlist.behind(candidate);
        if price_of(prices, candidate).is_none() {
            return WhyLeftOut::NoPrice;
        }
        match behind {
            0 => return WhyLeftOut::NoSupport,
            _ if behind < FEWEST_TO_CARRY => return WhyLeftOut::TooFewBehind { behind },
            _ if behind < FEWEST_TO_TELL => return WhyLeftOut::DoesNotReach { behind },
            _ => {}
        }
        let place = shortlist
            .taking_part
            .iter()
            .position(|&one| one == candidate);
        let loss = place.and_then(|place| result.loss(&election, place));
        let times = larger
            .iter()
            .find(|(_, chosen)| chosen.contains(&candidate));
        let times = times.map(|(times, _)| *times);
        loss.map_or(WhyLeftOut::DoesNotReach { behind }, |loss| {
            shortlist.too_little_left(&loss, behind, times)
        })
    };
    let left_out = candidates(prices)
        .filter(|candidate| !carried.contains(candidate))
        .map(|candidate| LeftOut {
            candidate,
            why: why(candidate),
        });
    let served = wishes
        .values()
        .filter(|wished| !wished.is_disjoint(&carried));
    let served = Served::of(number(served.count()), municipalities);
    let left_out = left_out.collect();
    Ok(Some(Carrying {
        frame: Some(frame),
        carried: carried.into_iter().collect(),
        served,
        municipalities,
        left_out,
        stated: Vec::new(),
    }))
}

type Wishes = BTreeMap<MunicipalityCode, BTreeSet<CandidateId>>;

/// What each municipality that has voted wants.
fn by_municipality(ballots: &[CountedBallot]) -> Wishes {
    let mut wishes = Wishes::new();
    for counted in ballots {
        let own = wishes.entry(counted.municipality).or_default();
        own.extend(counted.ballot.choices());
    }
    wishes
}

fn candidates(prices: &[Option<Money>]) -> impl Iterator<Item = CandidateId> {
    (1..=u16::try_from(prices.len()).unwrap_or(u16::MAX)).map(CandidateId)
}

fn price_of(prices: &[Option<Money>], candidate: CandidateId) -> Option<u64> {
    let at = usize::from(candidate.0).checked_sub(1)?;
    let price = (*prices.get(at)?)?;
    u64::try_from(price.ore()).ok().filter(|&ore| ore > 0)
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn choose(election: &Election) -> EqualShares {
    equal_shares(election, Utility::Cost, Completion::None)
}

/// The candidates with the municipalities behind them.
struct Shortlist<'a> {
    frame: BudgetFrame,
    wishes: &'a Wishes,
    /// Those with a price and enough municipalities behind them, in order.
    taking_part: Vec<CandidateId>,
    costs: Vec<u64>,
}

impl<'a> Shortlist<'a> {
    fn of(frame: BudgetFrame, prices: &[Option<Money>], wishes: &'a Wishes) -> Self {
        let mut shortlist = Self {
            frame,
            wishes,
            taking_part: Vec::new(),
            costs: Vec::new(),
        };
        for candidate in candidates(prices) {
            let is_wanted = shortlist.behind(candidate) >= FEWEST_TO_CARRY;
            if let (true, Some(cost)) = (is_wanted, price_of(prices, candidate)) {
                shortlist.taking_part.push(candidate);
                shortlist.costs.push(cost);
            }
        }
        shortlist
    }

    /// How many municipalities want a candidate.
    fn behind(&self, candidate: CandidateId) -> u32 {
        let wishes = self.wishes.values();
        number(wishes.filter(|wished| wished.contains(&candidate)).count())
    }

    /// The election with frames that are so many times as large.
    fn election(&self, times: u64) -> Result<Election, ElectionError> {
        let voter = |(&code, wished): (&MunicipalityCode, &BTreeSet<CandidateId>)| {
            let population = municipality::by_code(code).map_or(0, |one| one.population);
            let frame = u64::try_from(self.frame.of(population).ore()).unwrap_or(0);
            let places = self.taking_part.iter().enumerate();
            let approves = places.filter(|(_, candidate)| wished.contains(candidate));
            Voter {
                weight: frame * times,
                approves: approves.map(|(place, _)| place).collect(),
            }
        };
        let voters: Vec<Voter> = self.wishes.iter().map(voter).collect();
        let budget = voters.iter().map(|voter| voter.weight).sum();
        Election::new(budget, self.costs.clone(), voters)
    }

    /// What may be said of a loss; `times` is how much larger frames would have brought it in.
    fn too_little_left(&self, loss: &Loss, behind: u32, times: Option<u8>) -> WhyLeftOut {
        let tenths = tenths_left(loss);
        let at_most = loss.cost / 10 * u64::from(tenths) / ORE_PER_KRONE * ORE_PER_KRONE;
        let change = match (at_most, times) {
            (0, Some(times)) => WhatWouldChange::Frames { times },
            (0, None) => WhatWouldChange::LargerFrames,
            (ore, _) => WhatWouldChange::Price {
                at_most: Money::from_ore(i64::try_from(ore).unwrap_or(i64::MAX)),
            },
        };
        let candidate = |at: usize| self.taking_part.get(at).copied();
        WhyLeftOut::TooLittleLeft {
            behind,
            tenths,
            went_to: went_to(loss).and_then(candidate),
            level_with: loss.tied_with.and_then(candidate),
            change,
        }
    }
}

/// How many whole tenths of the price are left.
fn tenths_left(loss: &Loss) -> u8 {
    let tenths = (&loss.left * 10).divided_by(&Rational::from(loss.cost));
    let tenths = tenths.map_or(0, |tenths| tenths.floor());
    u8::try_from(tenths).unwrap_or(u8::MAX).min(9)
}

/// The candidate on which more than half of what was spent went, if at least three paid for it.
fn went_to(loss: &Loss) -> Option<usize> {
    let most = loss.spent_on.first()?;
    let spent = loss.frames.less(&loss.left);
    let is_most = &most.amount * 2 > spent;
    (is_most && most.payers >= u64::from(FEWEST_TO_CARRY)).then_some(most.candidate)
}
