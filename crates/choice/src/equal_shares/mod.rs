//! The Method of Equal Shares (Peters, Pierczyński and Skowron 2021): each voter has a frame of its own, and what is
//! chosen is paid by those who want it, each as much as the next, as far as their frames reach.

mod explanation;
mod ledger;
mod run;
mod trace;

pub use explanation::{Loss, Spent};
pub use run::Payers;
pub use trace::{Payment, Round, Trace};

use run::Run;

use crate::election::Election;
use crate::greedy;

/// What a voter gets out of a chosen candidate that it approves of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Utility {
    /// As much as it costs: cheap candidates have no advantage.
    #[default]
    Cost,
    /// The same from each: what is cheap for its many supporters comes first.
    Cardinality,
}

impl Utility {
    fn of(self, cost: u64) -> u64 {
        match self {
            Self::Cost => cost,
            Self::Cardinality => 1,
        }
    }
}

/// What is done with the money that the method leaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Completion {
    /// Nothing.
    #[default]
    None,
    /// All frames are raised by `step` for an average voter, again and again, until nothing more fits the budget, or
    /// until what would be chosen no longer fits: then the choice before that stands. Frames of different size are raised
    /// in proportion.
    Add {
        /// By how much, in the unit of the costs; the literature's add1 raises by 1.
        step: u64,
    },
    /// As [`Self::Add`], then [`Self::Greedy`]: the literature's add1u.
    AddThenGreedy {
        /// By how much, in the unit of the costs.
        step: u64,
    },
    /// As if everybody also liked what it does not approve of a very little, an ε of the utility: the supporters of a
    /// candidate pay all they have, and all others share what is missing; the smallest such share per utility first.
    Epsilon,
    /// What still fits, most utility per cost first: with [`Utility::Cost`] by support, with [`Utility::Cardinality`] by
    /// support ÷ cost.
    Greedy,
}

/// What the method chooses, and how it came to it.
#[derive(Clone, Debug)]
pub struct EqualShares {
    /// Those chosen in the rounds of [`Self::trace`], in that order, then those by greedy completion.
    pub chosen: Vec<usize>,
    /// The rounds of the run that stands.
    pub trace: Trace,
    /// What the frames came to in that run: the budget, or more where the completion raised them.
    pub frames: u128,
    /// How many runs it took: 1 unless the completion raised the frames.
    pub runs: u64,
    /// What was done with the money that the method left.
    pub completion: Completion,
}

impl EqualShares {
    /// Those whom greedy completion chose.
    pub fn by_completion(&self) -> &[usize] {
        &self.chosen[self.trace.rounds().len()..]
    }
}

/// Chooses by the Method of Equal Shares. No more than the budget is ever spent; no candidate without support is chosen.
pub fn equal_shares(election: &Election, utility: Utility, completion: Completion) -> EqualShares {
    let mut result = match completion {
        Completion::Add { step } | Completion::AddThenGreedy { step } => {
            raised(election, utility, step.max(1))
        }
        Completion::None | Completion::Greedy => {
            run(election, utility, election.budget().into(), false)
        }
        Completion::Epsilon => run(election, utility, election.budget().into(), true),
    };
    if let Completion::Greedy | Completion::AddThenGreedy { .. } = completion {
        let order = match utility {
            Utility::Cost => greedy::Order::Support,
            Utility::Cardinality => greedy::Order::SupportPerCost,
        };
        let more = greedy::complete(election, order, &result.chosen);
        result.chosen.extend(more);
    }
    result.completion = completion;
    result
}

fn run(election: &Election, utility: Utility, frames: u128, by_everyone: bool) -> EqualShares {
    let mut run = Run::new(election, utility, frames);
    run.choose_by_supporters();
    if by_everyone {
        run.choose_by_everyone();
    }
    let trace = run.into_trace();
    EqualShares {
        chosen: trace.rounds().iter().map(|round| round.candidate).collect(),
        trace,
        frames,
        runs: 1,
        completion: Completion::None,
    }
}

/// Raises the frames as [`Completion::Add`] says.
fn raised(election: &Election, utility: Utility, step: u64) -> EqualShares {
    let rise = u128::from(step) * u128::from(election.voters());
    // Above this the amounts would not fit; nobody's frame is so far from paying for everything it wants.
    let most = (1_u128 << 112) / u128::from(election.total_weight().max(1));
    let mut stands = run(election, utility, election.budget().into(), false);
    let mut frames = stands.frames;
    let mut runs = 1;
    while !is_complete(election, &stands.chosen) && frames + rise <= most {
        frames += rise;
        runs += 1;
        let next = run(election, utility, frames, false);
        if election.cost_of(next.chosen.iter().copied()) > election.budget() {
            break;
        }
        stands = next;
    }
    EqualShares { runs, ..stands }
}

/// Whether raising the frames can add nothing: none of those left fits, or nobody with a frame wants it.
fn is_complete(election: &Election, chosen: &[usize]) -> bool {
    let left = election.budget() - election.cost_of(chosen.iter().copied());
    !election.supported().any(|one| {
        election.costs()[one] <= left
            && election.supporting_weight(one) > 0
            && !chosen.contains(&one)
    })
}
