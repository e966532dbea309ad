//! "Can it be funded?": the Moulin–Shenker test by the request's own rule, and what is missing where it fails;
//! `docs/domain.md, "Funding test"`.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::sharing::{Level, Payer, Sharing, level};
use crate::money::Money;

/// Whether maxima carry a price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Funding {
    /// The maxima carry the price, for this largest group.
    Carried {
        /// How many pay: the most with whom nobody pays more than its maximum.
        payers: u32,
        /// What the one with the smallest share pays, up to the next whole krone.
        least: Money,
        /// What the one with the largest share pays, up to the next whole krone.
        most: Money,
    },
    /// They do not; the number with whom the least is missing.
    NearMiss {
        /// How many would pay in the nearest group.
        payers: u32,
        /// The smallest of the shares that all of them can pay, in øre.
        least: Money,
        /// The largest of them, in øre.
        most: Money,
        /// How much of the price the group would leave uncovered, in øre.
        missing: Money,
    },
}

/// The largest group that can share `price` by the rule so that nobody pays more than its maximum (Moulin and Shenker
/// 2001): all of them share it, the one for whom it is most too much drops out, and the others share it anew. With
/// equal shares, the largest `k` with `b₍ₖ₎ ≥ price / k`.
///
/// `None` when nobody offers anything, or there is no price.
pub fn funding(price: Money, sharing: &Sharing, offers: &[Payer]) -> Option<Funding> {
    let mut offers: Vec<Payer> = offers.to_vec();
    offers.retain(|offer| offer.at_most.is_some_and(|most| most > Money::ZERO));
    if price <= Money::ZERO {
        return None;
    }
    let mut nearest: Option<Funding> = None;
    while !offers.is_empty() {
        let group = Group::of(price, sharing, &offers);
        let tightest = group.tightest()?;
        let can_all_pay = group.reaches(tightest);
        if can_all_pay && group.covered() == price {
            return Some(group.carried());
        }
        let near = group.near_miss(price, tightest, can_all_pay);
        nearest = [nearest, Some(near)]
            .into_iter()
            .flatten()
            .min_by_key(Funding::missing);
        if can_all_pay {
            // Only the rule's own limit is in the way; with fewer it reaches even less far.
            break;
        }
        offers.remove(tightest);
    }
    nearest
}

impl Funding {
    fn missing(&self) -> Money {
        match self {
            Self::Carried { .. } => Money::ZERO,
            Self::NearMiss { missing, .. } => *missing,
        }
    }
}

/// Municipalities that would share the price.
struct Group {
    maxima: Vec<i128>,
    shares: Vec<Fraction>,
}

/// A share in øre, exactly.
#[derive(Clone, Copy)]
enum Fraction {
    /// The limit that the rule sets, in øre.
    Limit(i128),
    /// `left · weight / total`.
    Part {
        left: i128,
        weight: i128,
        total: i128,
    },
}

impl Fraction {
    /// The share as numerator and denominator, in øre.
    fn parts(self) -> (i128, i128) {
        match self {
            Self::Limit(limit) => (limit, 1),
            Self::Part {
                left,
                weight,
                total,
            } => (left * weight, total),
        }
    }
}

impl Group {
    fn of(price: Money, sharing: &Sharing, offers: &[Payer]) -> Self {
        let inhabitants: Vec<u32> = offers.iter().map(|offer| offer.inhabitants).collect();
        let weights = sharing.rule.weights(&inhabitants);
        let limits = vec![sharing.limit(); offers.len()];
        let Level { open, left } = level(price, &weights, &limits);
        let total: i128 = open.iter().map(|&at| i128::from(weights[at])).sum();
        let share = |at: usize| {
            if open.contains(&at) {
                Fraction::Part {
                    left: left.ore().into(),
                    weight: weights[at].into(),
                    total,
                }
            } else {
                // Whoever counts for nothing pays nothing; all others pay the limit.
                let limit = limits[at].filter(|_| weights[at] > 0);
                Fraction::Limit(limit.unwrap_or_default().ore().into())
            }
        };
        let most = |offer: &Payer| offer.at_most.unwrap_or_default().ore().into();
        Self {
            maxima: offers.iter().map(most).collect(),
            shares: (0..offers.len()).map(share).collect(),
        }
    }

    /// The place of the one for whom its share is most too much.
    fn tightest(&self) -> Option<usize> {
        (0..self.maxima.len()).min_by(|&a, &b| self.compare(a, b))
    }

    /// Compares what part of its share each of two can pay.
    fn compare(&self, a: usize, b: usize) -> Ordering {
        let (max_a, max_b) = (self.maxima[a], self.maxima[b]);
        if let (Fraction::Part { weight: of_a, .. }, Fraction::Part { weight: of_b, .. }) =
            (self.shares[a], self.shares[b])
        {
            // What they have in common is left out, so that nothing overflows.
            return (max_a * of_b).cmp(&(max_b * of_a));
        }
        let ((top_a, bottom_a), (top_b, bottom_b)) =
            (self.shares[a].parts(), self.shares[b].parts());
        (max_a * bottom_a * top_b).cmp(&(max_b * bottom_b * top_a))
    }

    /// Whether its maximum reaches its share.
    fn reaches(&self, at: usize) -> bool {
        let (top, bottom) = self.shares[at].parts();
        self.maxima[at] * bottom >= top
    }

    /// What the shares sum to: the price, or less where the rule's limit is in the way.
    fn covered(&self) -> Money {
        let mut parts = (0, 1);
        let mut limits = 0;
        for share in &self.shares {
            match share.parts() {
                (top, 1) => limits += top,
                (top, bottom) => parts = (parts.0 + top, bottom),
            }
        }
        in_ore(limits + parts.0 / parts.1)
    }

    fn count(&self) -> u32 {
        u32::try_from(self.maxima.len()).unwrap_or(u32::MAX)
    }

    fn carried(&self) -> Funding {
        let up = |share: &Fraction| {
            let (top, bottom) = share.parts();
            in_ore((top + bottom - 1) / bottom).up_to_whole_kroner()
        };
        let shares = self.shares.iter().map(up);
        Funding::Carried {
            payers: self.count(),
            least: shares.clone().min().unwrap_or_default(),
            most: shares.max().unwrap_or_default(),
        }
    }

    /// What is missing when all pay the same part of their shares: as much as the tightest can.
    fn near_miss(&self, price: Money, tightest: usize, can_all_pay: bool) -> Funding {
        let (top, bottom) = self.shares[tightest].parts();
        let (part, whole) = if can_all_pay || top == 0 {
            (1, 1)
        } else {
            (self.maxima[tightest] * bottom, top)
        };
        let pays = |share: &Fraction| {
            if let (Fraction::Part { weight, .. }, Fraction::Part { weight: of, .. }, false) =
                (*share, self.shares[tightest], can_all_pay)
            {
                return in_ore(self.maxima[tightest] * weight / of);
            }
            let (top, bottom) = share.parts();
            in_ore(top / bottom * part / whole)
        };
        let raised = i128::from(self.covered().ore()) * part / whole;
        let shares = self.shares.iter().map(pays);
        Funding::NearMiss {
            payers: self.count(),
            least: shares.clone().min().unwrap_or_default(),
            most: shares.max().unwrap_or_default(),
            missing: price - in_ore(raised),
        }
    }
}

fn in_ore(ore: i128) -> Money {
    Money::from_ore(i64::try_from(ore).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests;
