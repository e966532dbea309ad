//! How a price is shared within a group, exactly, and whether more members ever make it dearer for one.

use barometer_domain::financing::sharing::{Level, Payer, Sharing, SharingRule, level};
use barometer_domain::money::Money;
use num_bigint::BigUint;

use crate::rational::Rational;

/// A way to share a price within any group of municipalities, each known by its place in the caller's list.
pub trait CostSharing {
    /// The price, in øre.
    fn price(&self) -> Money;

    /// What each of a group pays, in øre, in the group's order. It sums to the price, or to less where the rule's limits
    /// do not reach it; never to more.
    fn shares(&self, group: &[usize]) -> Vec<Rational>;

    /// Whether nobody's share rises when others join: then there is one largest group in which nobody pays more than its
    /// maximum, and naming a maximum that is not one's own never pays (Moulin 1999).
    ///
    /// # Errors
    /// With the reason, where that is not so.
    fn is_cross_monotone(&self) -> Result<(), NotCrossMonotone>;
}

/// Why a share can rise when others join.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotCrossMonotone {
    /// A part of the price is shared by inhabitants and a part equally, and nobody pays more than a cap: when a large
    /// municipality joins that pays its cap only, the small ones count for more among the others than before.
    #[error("a mixed rule with a cap: a share can rise when a large municipality joins")]
    CappedMixture,
}

/// A request's own rule among some municipalities.
#[derive(Clone, Debug)]
pub struct RequestSharing {
    price: Money,
    sharing: Sharing,
    inhabitants: Vec<u32>,
}

impl RequestSharing {
    /// The price of a request, its rule with its cap, and the municipalities; what they can pay at most is not a part of
    /// the rule.
    pub fn new(price: Money, sharing: Sharing, municipalities: &[Payer]) -> Self {
        let inhabitants = municipalities.iter().map(|one| one.inhabitants);
        Self {
            price,
            sharing,
            inhabitants: inhabitants.collect(),
        }
    }
}

impl CostSharing for RequestSharing {
    fn price(&self) -> Money {
        self.price
    }

    fn shares(&self, group: &[usize]) -> Vec<Rational> {
        let inhabitants = group.iter().map(|&at| self.inhabitants[at]);
        let inhabitants: Vec<u32> = inhabitants.collect();
        let weights = self.sharing.rule.weights(&inhabitants);
        let limit = self.sharing.limit();
        let Level { open, left } = level(self.price, &weights, &vec![limit; group.len()]);
        let total: u128 = open.iter().map(|&at| u128::from(weights[at])).sum();
        // Whoever counts for nothing pays nothing; whoever is not open pays the limit.
        let full = |&weight: &u64| {
            limit
                .filter(|_| weight > 0)
                .map_or_else(Rational::zero, in_ore)
        };
        let mut shares: Vec<Rational> = weights.iter().map(full).collect();
        for at in open {
            let part = BigUint::from(non_negative(left)) * weights[at];
            shares[at] = Rational::new(part, total);
        }
        shares
    }

    fn is_cross_monotone(&self) -> Result<(), NotCrossMonotone> {
        match (self.sharing.rule, self.sharing.cap) {
            (
                SharingRule::Mixed {
                    equal_percent: 1..=99,
                },
                Some(_),
            ) => Err(NotCrossMonotone::CappedMixture),
            // By weights that do not depend on the group, each pays `min(cap, λ · weight)`, and λ falls when others join. A
            // mixture without a cap is a sum of two such rules.
            _ => Ok(()),
        }
    }
}

/// An amount as a whole number of øre.
pub(crate) fn in_ore(amount: Money) -> Rational {
    Rational::whole(non_negative(amount))
}

pub(crate) fn non_negative(amount: Money) -> u64 {
    u64::try_from(amount.ore()).unwrap_or(0)
}

/// A share in øre as it is shown beforehand: the next whole krone, so that nobody is shown too little.
pub fn up_to_whole_kroner(share: &Rational) -> Money {
    Money::from_ore(i64::try_from(share.ceil()).unwrap_or(i64::MAX)).up_to_whole_kroner()
}

#[cfg(test)]
mod tests;
