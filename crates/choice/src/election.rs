//! What is decided upon: candidates with their costs, voters with their approvals and frames, and the budget.

use std::collections::HashMap;

/// The most candidates of one election.
pub const MOST_CANDIDATES: usize = 10_000;
/// The most voters of one election.
pub const MOST_VOTERS: usize = 2_000_000;
/// The most that all costs together, or the budget, may come to, in the unit of the costs: 2⁵³, which in øre is 90
/// billion kroner.
pub const MOST_MONEY: u64 = 1 << 53;
/// The most that all voters' weights together may come to. Together with [`MOST_MONEY`] it keeps every product of an
/// amount and a weight within 106 bits.
pub const MOST_WEIGHT: u64 = 1 << 53;

/// A voter or a municipality, before the election is put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voter {
    /// Its part of the budget, relative to the other voters' weights: 1 for each where all have the same frame, its
    /// inhabitants where frames follow the population, the frame itself where each names one.
    pub weight: u64,
    /// The candidates it approves of, by their place; in any order, repeats count once.
    pub approves: Vec<usize>,
}

/// Why this is no election.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ElectionError {
    /// More candidates than [`MOST_CANDIDATES`].
    #[error("{0} candidates; there may be {MOST_CANDIDATES}")]
    TooManyCandidates(usize),
    /// More voters than [`MOST_VOTERS`].
    #[error("{0} voters; there may be {MOST_VOTERS}")]
    TooManyVoters(usize),
    /// A candidate that costs nothing cannot be weighed against money.
    #[error("candidate {0} costs nothing; a cost is above 0")]
    CostsNothing(usize),
    /// Costs or budget above [`MOST_MONEY`].
    #[error("the amounts come to {0}; together they may come to {MOST_MONEY}")]
    TooMuchMoney(u128),
    /// Weights above [`MOST_WEIGHT`].
    #[error("the voters' weights come to {0}; together they may come to {MOST_WEIGHT}")]
    TooMuchWeight(u128),
    /// Somebody approves of a candidate that is not there.
    #[error("voter {voter} approves of candidate {candidate}, but there are {candidates}")]
    UnknownCandidate {
        /// The voter's place.
        voter: usize,
        /// What it approves of.
        candidate: usize,
        /// How many candidates there are.
        candidates: usize,
    },
}

/// Voters who approve of the same candidates and have the same frame: for every rule they are one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// How many they are.
    pub count: u64,
    /// The weight of each of them.
    pub weight: u64,
    /// What each of them approves of, in the candidates' order, without repeats.
    pub approves: Vec<usize>,
}

/// Candidates with costs, a budget, and voters who approve. Where candidates are equal, the one that comes first wins,
/// so that the caller's order is the order of ties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Election {
    budget: u64,
    costs: Vec<u64>,
    groups: Vec<Group>,
    /// The group of each voter, in the voters' order.
    group_of: Vec<usize>,
    /// The groups that approve of each candidate.
    supporters: Vec<Vec<usize>>,
    /// How many voters approve of each candidate.
    support: Vec<u64>,
    total_weight: u64,
}

impl Election {
    /// Puts an election together. The budget is divided among the voters in proportion to their weights: each voter's
    /// part is its frame.
    ///
    /// # Errors
    /// When a limit is passed, a cost is 0, or a ballot names no candidate of the election.
    pub fn new(
        budget: u64,
        costs: Vec<u64>,
        voters: impl IntoIterator<Item = Voter>,
    ) -> Result<Self, ElectionError> {
        if costs.len() > MOST_CANDIDATES {
            return Err(ElectionError::TooManyCandidates(costs.len()));
        }
        if let Some(free) = costs.iter().position(|&cost| cost == 0) {
            return Err(ElectionError::CostsNothing(free));
        }
        let money: u128 = costs.iter().map(|&cost| u128::from(cost)).sum();
        let money = money.max(budget.into());
        if money > MOST_MONEY.into() {
            return Err(ElectionError::TooMuchMoney(money));
        }
        let mut election = Self {
            budget,
            supporters: vec![Vec::new(); costs.len()],
            support: vec![0; costs.len()],
            costs,
            groups: Vec::new(),
            group_of: Vec::new(),
            total_weight: 0,
        };
        let mut known = HashMap::new();
        let mut weight = 0_u128;
        for voter in voters {
            weight += u128::from(voter.weight);
            if election.group_of.len() == MOST_VOTERS {
                return Err(ElectionError::TooManyVoters(MOST_VOTERS + 1));
            }
            election.add(voter, &mut known)?;
        }
        election.total_weight = u64::try_from(weight)
            .ok()
            .filter(|&weight| weight <= MOST_WEIGHT)
            .ok_or(ElectionError::TooMuchWeight(weight))?;
        for (at, group) in election.groups.iter().enumerate() {
            for &candidate in &group.approves {
                election.supporters[candidate].push(at);
                election.support[candidate] += group.count;
            }
        }
        Ok(election)
    }

    /// Counts a voter in with its like.
    fn add(
        &mut self,
        voter: Voter,
        known: &mut HashMap<(u64, Vec<usize>), usize>,
    ) -> Result<(), ElectionError> {
        let Voter {
            weight,
            mut approves,
        } = voter;
        approves.sort_unstable();
        approves.dedup();
        if let Some(&candidate) = approves.last().filter(|&&last| last >= self.costs.len()) {
            return Err(ElectionError::UnknownCandidate {
                voter: self.group_of.len(),
                candidate,
                candidates: self.costs.len(),
            });
        }
        let next = self.groups.len();
        let key = (weight, approves);
        let at = if let Some(&at) = known.get(&key) {
            at
        } else {
            self.groups.push(Group {
                count: 0,
                weight,
                approves: key.1.clone(),
            });
            known.insert(key, next);
            next
        };
        self.groups[at].count += 1;
        self.group_of.push(at);
        Ok(())
    }

    /// What may be spent, in the unit of the costs.
    pub fn budget(&self) -> u64 {
        self.budget
    }

    /// What each candidate costs, in the caller's order.
    pub fn costs(&self) -> &[u64] {
        &self.costs
    }

    /// The voters, those who are alike taken together.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The group of each voter, in the caller's order.
    pub fn group_of(&self) -> &[usize] {
        &self.group_of
    }

    /// The groups that approve of a candidate.
    pub fn supporters(&self, candidate: usize) -> &[usize] {
        &self.supporters[candidate]
    }

    /// How many voters approve of a candidate.
    pub fn support(&self, candidate: usize) -> u64 {
        self.support[candidate]
    }

    /// How many voters there are, with those who approve of nobody.
    pub fn voters(&self) -> u64 {
        self.group_of.len() as u64
    }

    /// The sum of all voters' weights.
    pub fn total_weight(&self) -> u64 {
        self.total_weight
    }

    /// The sum of the weights of those who approve of a candidate.
    pub fn supporting_weight(&self, candidate: usize) -> u64 {
        let weight = |&at: &usize| self.groups[at].count * self.groups[at].weight;
        self.supporters[candidate].iter().map(weight).sum()
    }

    /// What these candidates cost together.
    pub fn cost_of(&self, candidates: impl IntoIterator<Item = usize>) -> u64 {
        candidates.into_iter().map(|one| self.costs[one]).sum()
    }

    /// Those whom somebody approves of. A candidate without support is never chosen, by any rule.
    pub fn supported(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.costs.len()).filter(|&one| self.support[one] > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voter(approves: &[usize]) -> Voter {
        Voter {
            weight: 1,
            approves: approves.to_vec(),
        }
    }

    #[test]
    fn voters_who_are_alike_are_one_group() {
        let voters = [voter(&[1, 0]), voter(&[0, 1, 1]), voter(&[])];
        let election = Election::new(100, vec![40, 60], voters).unwrap();
        assert_eq!(election.group_of(), [0, 0, 1]);
        assert_eq!(election.groups()[0].count, 2);
        assert_eq!(election.groups()[0].approves, [0, 1]);
        assert_eq!((election.support(0), election.voters()), (2, 3));
    }

    #[test]
    fn what_is_no_election_is_refused_with_its_value() {
        let refused = |costs: Vec<u64>, voters: Vec<Voter>| Election::new(100, costs, voters);
        let error = refused(vec![10, 0], vec![]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "candidate 1 costs nothing; a cost is above 0"
        );
        let error = refused(vec![10], vec![voter(&[]), voter(&[3])]).unwrap_err();
        let said = "voter 1 approves of candidate 3, but there are 1";
        assert_eq!(error.to_string(), said);
        let error = refused(vec![MOST_MONEY, 1], vec![]).unwrap_err();
        assert_eq!(
            error,
            ElectionError::TooMuchMoney(u128::from(MOST_MONEY) + 1)
        );
        let heavy = Voter {
            weight: u64::MAX,
            approves: vec![],
        };
        let error = refused(vec![1], vec![heavy.clone(), heavy]).unwrap_err();
        assert_eq!(
            error,
            ElectionError::TooMuchWeight(u128::from(u64::MAX) * 2)
        );
    }
}
