//! "Can it be funded?" for any way of sharing: the largest group, and the municipality that would tip it.

mod of_request;

pub use of_request::funding_test;

use barometer_domain::money::Money;

use crate::cost_sharing::{CostSharing, NotCrossMonotone, in_ore};
use crate::rational::Rational;

/// The smallest number of municipalities behind a published figure.
pub const FEWEST_BEHIND_A_FIGURE: usize = 3;

/// Whether maxima carry a price. It names municipalities, so it is for the vendor alone; [`Self::counts`] is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Funding {
    /// Those who pay, by their places, with their shares in øre: nobody more than its maximum. Empty where the maxima do not
    /// carry the price.
    pub payers: Vec<(usize, Rational)>,
    /// Why a larger group than this may exist, where the rule is not cross-monotone.
    pub may_not_be_largest: Option<NotCrossMonotone>,
    /// Where the price is not carried: who alone could change that, and with which maximum, the smallest rise first;
    /// equal rises in the caller's order.
    pub would_tip: Vec<Tip>,
    /// How many named a maximum above 0.
    offers: usize,
}

/// A municipality that alone could make the price carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tip {
    /// Its place.
    pub municipality: usize,
    /// What it has named, in øre; 0 where it has named nothing.
    pub offers: Money,
    /// The smallest maximum with which the price is carried, up to the next whole øre. With a rule that is not
    /// cross-monotone, a maximum with which it is.
    pub needs: Money,
}

/// What anyone may see of a [`Funding`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FundingCounts {
    /// How many named a maximum.
    pub offers: usize,
    /// How many would pay, where the price is carried.
    pub payers: Option<usize>,
    /// Where it is not: whether a single municipality could change that.
    pub one_could_tip: bool,
}

/// The largest group that can share the price so that nobody pays more than its maximum (Moulin and Shenker 2001): all who
/// named one share the price, those for whom it is too much drop out, and the others share it anew. `maxima` has a place
/// for each municipality that the rule knows, 0 for those that named nothing.
pub fn moulin_shenker(rule: &impl CostSharing, maxima: &[Money]) -> Funding {
    let payers = largest_group(rule, maxima);
    let would_tip = if payers.is_empty() {
        tips(rule, maxima)
    } else {
        Vec::new()
    };
    Funding {
        payers,
        may_not_be_largest: rule.is_cross_monotone().err(),
        would_tip,
        offers: maxima.iter().filter(|&&most| most > Money::ZERO).count(),
    }
}

impl Funding {
    /// Whether the maxima carry the price.
    pub fn is_carried(&self) -> bool {
        !self.payers.is_empty()
    }

    /// What may be published; `None` with offers from fewer than three municipalities.
    pub fn counts(&self) -> Option<FundingCounts> {
        (self.offers >= FEWEST_BEHIND_A_FIGURE).then(|| FundingCounts {
            offers: self.offers,
            payers: self.is_carried().then_some(self.payers.len()),
            one_could_tip: !self.would_tip.is_empty(),
        })
    }
}

fn largest_group(rule: &impl CostSharing, maxima: &[Money]) -> Vec<(usize, Rational)> {
    let offers = (0..maxima.len()).filter(|&at| maxima[at] > Money::ZERO);
    fix_point(rule, offers.collect(), |at, _, share| {
        *share <= in_ore(maxima[at])
    })
}

/// Lets go of everyone who does not stay, again and again, until all do. Gives those left with their shares, and nobody
/// where they do not cover the price. `stays` is asked with a place, the size of the group and the share; where a group that
/// shrinks and a share that rises never bring anyone back, the outcome contains every group in which all would stay.
pub(crate) fn fix_point(
    rule: &impl CostSharing,
    mut group: Vec<usize>,
    stays: impl Fn(usize, usize, &Rational) -> bool,
) -> Vec<(usize, Rational)> {
    loop {
        let size = group.len();
        let shares = rule.shares(&group);
        let left = group.iter().copied().zip(shares);
        let left: Vec<(usize, Rational)> =
            left.filter(|(at, share)| stays(*at, size, share)).collect();
        if left.len() == size {
            let sum = left.iter().fold(Rational::zero(), |sum, one| sum + &one.1);
            let is_covered = sum == in_ore(rule.price()) && !sum.is_zero();
            return if is_covered { left } else { Vec::new() };
        }
        group = left.into_iter().map(|one| one.0).collect();
    }
}

/// With each municipality in turn able to pay anything: its share in the group that then carries the price is what it
/// needs, and with less it would drop out of that group and of every smaller one.
fn tips(rule: &impl CostSharing, maxima: &[Money]) -> Vec<Tip> {
    let tip = |municipality: usize| {
        let mut raised = maxima.to_vec();
        raised[municipality] = rule.price();
        let group = largest_group(rule, &raised);
        let (_, share) = group.iter().find(|one| one.0 == municipality)?;
        let needs = i64::try_from(share.ceil()).ok()?;
        Some(Tip {
            municipality,
            offers: maxima[municipality],
            needs: Money::from_ore(needs),
        })
    };
    let mut tips: Vec<Tip> = (0..maxima.len()).filter_map(tip).collect();
    tips.sort_by_key(|tip| tip.needs - tip.offers);
    tips
}

#[cfg(test)]
mod tests;
