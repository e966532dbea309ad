//! What gets financed: invented webinars in which the same ballots are read in several ways, under assumptions that are all
//! stated in one file (`assumptions.toml`).
//!
//! Pure: the same seed gives the same rows, however many threads work on them. Drawn quantities are floating point and
//! become whole kroner or øre at once; who promises, what is covered and who pays what is reckoned in whole øre by the
//! domain's own rules. See `docs/simulation.md`.

pub mod assumptions;
pub mod counting;
pub mod figures;
pub mod financing;
pub mod random;
pub mod report;
pub mod run;
pub mod world;

use barometer_choice::election::ElectionError;
use barometer_domain::money::Money;

use assumptions::Assumptions;
use counting::Counting;
use financing::Financed;
use random::Random;
use world::World;

/// One way from the ballots to the requests that are treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reading {
    /// How requests are chosen.
    pub counting: Counting,
    /// "Op til": whether only what the stated amounts carry can be chosen.
    pub tap: bool,
    /// Whether the municipalities are asked at home before any request is treated.
    pub home_round: bool,
}

impl Reading {
    /// What the barometer does: most votes, neither tap nor home round. All others are compared with it.
    pub const USUAL: Self = Self {
        counting: Counting::Municipalities,
        tap: false,
        home_round: false,
    };

    /// Every reading, [`Self::USUAL`] first. Stated frames there are only where something is stated.
    pub fn all() -> Vec<Self> {
        let mut all = Vec::new();
        for counting in Counting::ALL {
            for (tap, home_round) in [(false, false), (true, false), (false, true), (true, true)] {
                if tap || counting != Counting::StatedFrames {
                    all.push(Self {
                        counting,
                        tap,
                        home_round,
                    });
                }
            }
        }
        all
    }
}

/// What came of one webinar, read in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// How the ballots were read.
    pub reading: Reading,
    /// How many requests were treated.
    pub treated: u32,
    /// How many of them were fully funded at their deadline.
    pub financed: u32,
    /// What is paid for those, in øre.
    pub paid: Money,
    /// How many municipalities pay for at least one.
    pub payers: u32,
}

impl Outcome {
    /// Requests that were treated in vain.
    pub fn dead_ends(&self) -> u32 {
        self.treated - self.financed
    }
}

/// Draws the webinar with this number and reads its ballots in every one of `readings`.
///
/// # Errors
/// When the amounts are beyond what Equal Shares reckons with.
pub fn webinar(
    assumptions: &Assumptions,
    readings: &[Reading],
    seed: u64,
    place: [u64; 2],
) -> Result<Vec<Outcome>, ElectionError> {
    let world = World::draw(assumptions, &mut Random::new(seed, place));
    let outcome = |&reading: &Reading| {
        let (treated, financed) = follow(&world, assumptions, reading)?;
        Ok(outcome_of(reading, treated.len(), &financed))
    };
    readings.iter().map(outcome).collect()
}

/// The requests that are treated, and those that are financed.
///
/// # Errors
/// When the amounts are beyond what Equal Shares reckons with.
pub fn follow(
    world: &World,
    assumptions: &Assumptions,
    reading: Reading,
) -> Result<(Vec<usize>, Vec<Financed>), ElectionError> {
    let taking_part = if reading.tap {
        counting::carried_by_statements(world, assumptions.tap.carries)
    } else {
        (0..world.requests.len()).collect()
    };
    let chosen = reading.counting.choose(world, assumptions, &taking_part)?;
    let (treated, delay) = if reading.home_round {
        let rules = &assumptions.home_round;
        let mut next = counting::by_votes(world);
        next.retain(|at| taking_part.contains(at));
        let most = assumptions.answers.promise_ceiling;
        let treated = financing::home_round(world, rules, most, &chosen, &next);
        (treated, rules.months)
    } else {
        (chosen, 0.0)
    };
    let financed = financing::finance(world, assumptions, &treated, delay);
    Ok((treated, financed))
}

fn outcome_of(reading: Reading, treated: usize, financed: &[Financed]) -> Outcome {
    let shares = financed.iter().flat_map(|one| &one.shares);
    let paying = shares.clone().filter(|(_, share)| *share > Money::ZERO);
    let mut payers: Vec<usize> = paying.map(|(place, _)| *place).collect();
    payers.sort_unstable();
    payers.dedup();
    Outcome {
        reading,
        treated: counted(treated),
        financed: counted(financed.len()),
        paid: shares.map(|(_, share)| *share).sum(),
        payers: counted(payers.len()),
    }
}

fn counted(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
