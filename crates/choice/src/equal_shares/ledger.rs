//! What was paid in each round, exactly, and what is left in each purse.

use std::collections::HashMap;

use num_bigint::BigUint;
use num_integer::Integer;
use num_traits::ToPrimitive;

/// The purse of whoever has nothing left.
pub(super) const EMPTY: usize = 0;

/// The most that those who are not out of money paid in each round. All payments stand over one denominator, so that
/// sums need no reduction: the numbers grow with the rounds, and the whole ledger is small beside the voters.
#[derive(Clone, Debug)]
pub(super) struct Ledger {
    denominator: BigUint,
    payments: Vec<BigUint>,
}

impl Ledger {
    pub(super) fn new() -> Self {
        Self {
            denominator: BigUint::from(1_u8),
            payments: Vec::new(),
        }
    }

    pub(super) fn denominator(&self) -> &BigUint {
        &self.denominator
    }

    /// The numerator of what was paid in a round.
    pub(super) fn payment(&self, round: usize) -> &BigUint {
        &self.payments[round]
    }

    /// How many rounds are in it.
    pub(super) fn rounds(&self) -> usize {
        self.payments.len()
    }

    /// Writes down that each paid `numerator / (denominator · payers)`.
    pub(super) fn push(&mut self, mut numerator: BigUint, payers: u64) {
        let rest = (&numerator % payers).to_u64().unwrap_or_default();
        let common = rest.gcd(&payers);
        numerator /= common;
        let factor = payers / common;
        if factor > 1 {
            self.denominator *= factor;
            for payment in &mut self.payments {
                *payment *= factor;
            }
        }
        self.payments.push(numerator);
    }
}

/// What a voter has paid so far: its frame, less what it paid in some rounds. Voters with the same frame who paid in the
/// same rounds share a purse.
#[derive(Clone, Copy, Debug)]
enum Purse {
    /// Nothing is left.
    Empty,
    /// Nothing is paid yet; the weight that the frame follows from.
    Frame(u64),
    /// Another purse, less what was paid in a round.
    After { purse: usize, round: usize },
}

/// All purses of a run; amounts are in units of `1 / (denominator · total weight)`.
#[derive(Clone, Debug)]
pub(super) struct Purses {
    all: Vec<Purse>,
    /// The purse of each frame, by its weight.
    full: HashMap<u64, usize>,
    /// What became of a purse in a round.
    after: HashMap<(usize, usize), usize>,
    /// What all frames come to.
    frames: u128,
}

impl Purses {
    /// Purses of voters whose frames come to `frames` together.
    pub(super) fn new(frames: u128) -> Self {
        Self {
            all: vec![Purse::Empty],
            full: HashMap::from([(0, EMPTY)]),
            after: HashMap::new(),
            frames,
        }
    }

    /// The purse of a frame that nothing was paid from.
    pub(super) fn full(&mut self, weight: u64) -> usize {
        let next = self.all.len();
        let at = *self.full.entry(weight).or_insert(next);
        if at == next {
            self.all.push(Purse::Frame(weight));
        }
        at
    }

    /// What is left of `purse` after the payment of `round`.
    pub(super) fn after(&mut self, purse: usize, round: usize) -> usize {
        let next = self.all.len();
        let at = *self.after.entry((purse, round)).or_insert(next);
        if at == next {
            self.all.push(Purse::After { purse, round });
        }
        at
    }

    /// A purse that [`Self::full`] has made; the empty one where it has not.
    pub(super) fn full_of(&self, weight: u64) -> usize {
        self.full.get(&weight).copied().unwrap_or(EMPTY)
    }

    /// A purse that [`Self::after`] has made; the empty one where it has not.
    pub(super) fn what_became_of(&self, purse: usize, round: usize) -> usize {
        self.after.get(&(purse, round)).copied().unwrap_or(EMPTY)
    }

    /// What `count` voters have in each of these purses together, over the ledger's denominator.
    pub(super) fn sum(
        &self,
        ledger: &Ledger,
        members: impl IntoIterator<Item = (usize, u64)>,
    ) -> BigUint {
        let mut times = vec![0_u64; ledger.rounds()];
        let mut weight = 0_u128;
        for (mut purse, count) in members {
            loop {
                match self.all[purse] {
                    Purse::Empty => break,
                    Purse::Frame(own) => {
                        weight += u128::from(own) * u128::from(count);
                        break;
                    }
                    Purse::After {
                        purse: before,
                        round,
                    } => {
                        times[round] += count;
                        purse = before;
                    }
                }
            }
        }
        let mut sum = &ledger.denominator * (weight * self.frames);
        for (round, &count) in times.iter().enumerate() {
            if count > 0 {
                sum -= ledger.payment(round) * count;
            }
        }
        sum
    }
}
