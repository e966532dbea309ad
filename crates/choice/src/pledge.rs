//! Conditional pledges: "yes, if at least n are with us and we pay at most x".

mod published;

pub use published::{Publication, PublishedCounts};

use barometer_domain::money::Money;

use crate::cost_sharing::{CostSharing, NotCrossMonotone, in_ore};
use crate::funding::fix_point;
use crate::rational::Rational;

/// A municipality's condition. Nobody but itself and the vendor ever sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    /// How many pay at least, itself among them; 0 or 1 where it does not matter.
    pub at_least: u32,
    /// The most it pays.
    pub at_most: Money,
}

/// Those whose conditions all hold at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coalition {
    /// Who, by their places, with their shares in øre. Empty where no group satisfies all its members.
    pub members: Vec<(usize, Rational)>,
    /// Why a larger coalition than this may exist, where the rule is not cross-monotone.
    pub may_not_be_largest: Option<NotCrossMonotone>,
}

/// The largest coalition that covers the price and in which every member's condition holds: all who pledged begin, those
/// whose condition does not hold leave, until all hold. With fewer members no count rises and no share falls, so whoever
/// leaves could not stay in any smaller coalition either, and the outcome contains every other coalition (Tarski 1955: the
/// largest fix-point). `conditions` has a place for each municipality that the rule knows.
pub fn largest_coalition(rule: &impl CostSharing, conditions: &[Option<Condition>]) -> Coalition {
    let pledged = (0..conditions.len()).filter(|&at| conditions[at].is_some());
    let members = fix_point(rule, pledged.collect(), |at, size, share| {
        conditions[at].is_some_and(|condition| holds(&condition, size, share))
    });
    Coalition {
        members,
        may_not_be_largest: rule.is_cross_monotone().err(),
    }
}

/// Whether a condition holds in a coalition of so many at this share, in øre. What is paid in whole øre is then within the
/// most it pays, too.
pub fn holds(condition: &Condition, size: usize, share: &Rational) -> bool {
    size as u64 >= u64::from(condition.at_least) && *share <= in_ore(condition.at_most)
}

#[cfg(test)]
mod tests;
