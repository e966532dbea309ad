//! Ways to choose requests from the same ballots: by most votes under four rules, by points, by a knapsack, and by Equal
//! Shares with frames.

use barometer_choice::election::{Election, ElectionError, Voter};
use barometer_choice::equal_shares::{Completion, Utility, equal_shares};
use barometer_domain::ballot::Ballot;
use barometer_domain::carrying::{BudgetFrame, FEWEST_TO_CARRY, FrameBasis};
use barometer_domain::ids::CandidateId;
use barometer_domain::money::Money;
use barometer_domain::pick::{Pick, pick};
use barometer_domain::tally::{CountedBallot, CountingRule, Fraction, Support, Tally, count};

use crate::assumptions::Assumptions;
use crate::world::{Place, World, in_kroner};

/// The points that one participant shares out.
const POINTS: f64 = 10.0;
/// The most that go on by a count.
const MOST_BY_COUNT: usize = 3;

/// How requests are chosen from the ballots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counting {
    /// The two or three with most votes; each municipality counts once. What the barometer does.
    Municipalities,
    /// As above; each participant counts.
    Participants,
    /// As above; the participants of a municipality share one vote.
    Fraction,
    /// As above; a municipality counts where more than half of its participants agree.
    Majority,
    /// The two or three with most points: each participant shares out ten, as it sees their worth.
    Points,
    /// The two or three that stand in most baskets: each participant fills the supposed frame with what it wants most.
    Knapsack,
    /// Equal Shares with the supposed frame, the same for each municipality.
    EqualFrames,
    /// Equal Shares with the supposed frame, by inhabitants.
    FramesByInhabitants,
    /// Equal Shares with what each municipality has stated; the supposed frame where it has stated nothing.
    StatedFrames,
}

impl Counting {
    /// All of them, the one that the others are compared with first.
    pub const ALL: [Self; 9] = [
        Self::Municipalities,
        Self::Participants,
        Self::Fraction,
        Self::Majority,
        Self::Points,
        Self::Knapsack,
        Self::EqualFrames,
        Self::FramesByInhabitants,
        Self::StatedFrames,
    ];

    /// Its name in rows and figures.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Municipalities => "votes_by_municipality",
            Self::Participants => "votes_by_participant",
            Self::Fraction => "votes_by_fraction",
            Self::Majority => "votes_by_majority",
            Self::Points => "points",
            Self::Knapsack => "knapsack",
            Self::EqualFrames => "equal_shares_equal_frames",
            Self::FramesByInhabitants => "equal_shares_by_inhabitants",
            Self::StatedFrames => "equal_shares_stated_frames",
        }
    }

    /// Whether it reads the votes with prices.
    pub const fn is_equal_shares(self) -> bool {
        matches!(
            self,
            Self::EqualFrames | Self::FramesByInhabitants | Self::StatedFrames
        )
    }

    /// What it chooses among `taking_part`, the first one first.
    ///
    /// # Errors
    /// When the amounts are beyond what Equal Shares reckons with.
    pub(crate) fn choose(
        self,
        world: &World,
        assumptions: &Assumptions,
        taking_part: &[usize],
    ) -> Result<Vec<usize>, ElectionError> {
        let by_rule = |rule| most(&votes(world, taking_part), rule, world);
        let mut chosen = match self {
            Self::Municipalities => by_rule(CountingRule::Municipalities),
            Self::Participants => by_rule(CountingRule::Participants),
            Self::Fraction => by_rule(CountingRule::Fraction),
            Self::Majority => by_rule(CountingRule::Majority),
            Self::Points => {
                let tally = figures(&points(world), taking_part);
                most(&tally, CountingRule::Participants, world)
            }
            Self::Knapsack => {
                let supposed = supposed(assumptions, FrameBasis::Population);
                let tally = figures(
                    &baskets(world, supposed, assumptions.knapsack.choices),
                    taking_part,
                );
                most(&tally, CountingRule::Participants, world)
            }
            Self::EqualFrames => {
                let supposed = supposed(assumptions, FrameBasis::Equal);
                carried(world, taking_part, |place| supposed.of(place.inhabitants))?
            }
            Self::FramesByInhabitants => {
                let supposed = supposed(assumptions, FrameBasis::Population);
                carried(world, taking_part, |place| supposed.of(place.inhabitants))?
            }
            Self::StatedFrames => {
                let supposed = supposed(assumptions, FrameBasis::Population);
                carried(world, taking_part, |place| {
                    let stated = place.stakes.iter().filter_map(|stake| stake.stated);
                    let stated: i64 = stated.map(Money::ore).sum();
                    if stated > 0 {
                        Money::from_ore(stated)
                    } else {
                        supposed.of(place.inhabitants)
                    }
                })?
            }
        };
        if self.is_equal_shares() {
            chosen.truncate(assumptions.equal_shares.treats);
        }
        Ok(chosen)
    }
}

fn supposed(assumptions: &Assumptions, by: FrameBasis) -> BudgetFrame {
    let amount = Money::from_kroner(assumptions.equal_shares.supposed_frame.into());
    BudgetFrame { amount, by }
}

/// All supported candidates, most municipalities first.
pub(crate) fn by_votes(world: &World) -> Vec<usize> {
    let all: Vec<usize> = (0..world.requests.len()).collect();
    let tally = votes(world, &all);
    let mut supports = tally.supports;
    supports.retain(|one| one.municipalities > 0);
    supports.sort_by_key(|one| std::cmp::Reverse((one.municipalities, one.participants)));
    supports.iter().map(|one| place_of(one.candidate)).collect()
}

fn id_of(place: usize) -> CandidateId {
    CandidateId(u16::try_from(place + 1).unwrap_or(u16::MAX))
}

fn place_of(candidate: CandidateId) -> usize {
    usize::from(candidate.0).saturating_sub(1)
}

/// The ballots counted, without the candidates that do not take part.
fn votes(world: &World, taking_part: &[usize]) -> Tally {
    let cast = world.present().flat_map(|place| {
        place.participants.iter().map(|participant| CountedBallot {
            municipality: place.code,
            ballot: Ballot::of(participant.ballot.iter().map(|&at| id_of(at))),
        })
    });
    let ballots: Vec<CountedBallot> = cast.collect();
    let candidates = u16::try_from(world.requests.len()).unwrap_or(u16::MAX);
    let mut tally = count(candidates, &ballots);
    tally
        .supports
        .retain(|one| taking_part.contains(&place_of(one.candidate)));
    tally
}

/// A tally in which each candidate has its figure.
fn figures(figures: &[u32], taking_part: &[usize]) -> Tally {
    let support = |&at: &usize| Support {
        candidate: id_of(at),
        participants: figures[at],
        municipalities: 0,
        fraction: Fraction::whole(0),
        majority: 0,
    };
    Tally {
        ballots: 0,
        blank: 0,
        municipalities: 0,
        supports: taking_part.iter().map(support).collect(),
    }
}

/// The two or three that go on. Where there is no clean cut, the cheaper ones of those that share the place, up to three.
fn most(tally: &Tally, rule: CountingRule, world: &World) -> Vec<usize> {
    match pick(tally, rule) {
        Pick::Clear { go_on } => go_on.into_iter().map(place_of).collect(),
        Pick::Tied { ahead, tied } => {
            let mut tied: Vec<usize> = tied.into_iter().map(place_of).collect();
            tied.sort_by_key(|&at| (world.requests[at].estimate, at));
            let ahead = ahead.into_iter().map(place_of);
            ahead.chain(tied).take(MOST_BY_COUNT).collect()
        }
        Pick::Nobody => Vec::new(),
    }
}

/// The points of each candidate, in thousandths.
fn points(world: &World) -> Vec<u32> {
    let mut sums = vec![0.0; world.requests.len()];
    for participant in world.present().flat_map(|place| &place.participants) {
        let all: f64 = participant.seen.iter().sum();
        if all > 0.0 {
            for (sum, seen) in sums.iter_mut().zip(&participant.seen) {
                *sum += POINTS * seen / all;
            }
        }
    }
    sums.into_iter().map(thousandths).collect()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "at most ten points from each of some hundred participants"
)]
fn thousandths(points: f64) -> u32 {
    (points * 1_000.0).round() as u32
}

/// In how many municipalities' baskets each candidate stands. A basket is filled with so many of what seems worth most,
/// as long as the share that is shown fits the frame.
fn baskets(world: &World, supposed: BudgetFrame, choices: usize) -> Vec<u32> {
    let mut sums = vec![0; world.requests.len()];
    for place in world.present() {
        let mut is_in = vec![false; sums.len()];
        for participant in &place.participants {
            let seen = &participant.seen;
            let mut order: Vec<usize> = (0..seen.len()).filter(|&at| seen[at] > 0.0).collect();
            order.sort_by(|&a, &b| seen[b].total_cmp(&seen[a]).then(a.cmp(&b)));
            let (mut left, mut taken) = (supposed.of(place.inhabitants), 0);
            for at in order {
                let shown = place.stakes[at].shown;
                if shown <= left && taken < choices {
                    left = left.less(shown);
                    taken += 1;
                    is_in[at] = true;
                }
            }
        }
        for (sum, is_in) in sums.iter_mut().zip(is_in) {
            *sum += u32::from(is_in);
        }
    }
    sums
}

/// What Equal Shares chooses, as the stage "Hvad kan bæres sammen?" does: utility by cost, no completion, and only what at
/// least three municipalities want.
fn carried(
    world: &World,
    taking_part: &[usize],
    frame: impl Fn(&Place) -> Money,
) -> Result<Vec<usize>, ElectionError> {
    let wants = |place: &Place, at: usize| {
        let mut participants = place.participants.iter();
        participants.any(|participant| participant.ballot.contains(&at))
    };
    let behind = |at: usize| world.present().filter(|place| wants(place, at)).count();
    let mut taking_part = taking_part.to_vec();
    taking_part.retain(|&at| behind(at) >= FEWEST_TO_CARRY as usize);
    let voters: Vec<Voter> = world
        .present()
        .map(|place| Voter {
            weight: ore(frame(place)),
            approves: (0..taking_part.len())
                .filter(|&nth| wants(place, taking_part[nth]))
                .collect(),
        })
        .collect();
    let budget = voters.iter().map(|voter| voter.weight).sum();
    let costs = taking_part
        .iter()
        .map(|&at| ore(world.requests[at].estimate));
    let election = Election::new(budget, costs.collect(), voters)?;
    let chosen = equal_shares(&election, Utility::Cost, Completion::None).chosen;
    Ok(chosen.into_iter().map(|nth| taking_part[nth]).collect())
}

fn ore(amount: Money) -> u64 {
    u64::try_from(amount.ore()).unwrap_or_default()
}

/// The candidates of which the stated amounts carry enough.
pub(crate) fn carried_by_statements(world: &World, part: f64) -> Vec<usize> {
    let stated = |at: usize| {
        let all = world.places.iter();
        let all = all.filter_map(|place| place.stakes[at].stated);
        all.map(in_kroner).sum::<f64>()
    };
    let requests = world.requests.iter().enumerate();
    requests
        .filter(|(at, request)| stated(*at) >= part * in_kroner(request.estimate))
        .map(|(at, _)| at)
        .collect()
}
