//! How a price is divided among municipalities: six rules, each with optional caps. Whole øre, largest remainder,
//! ties by list order; the order of municipalities decides nothing but the last øre.

use serde::{Deserialize, Serialize};

use super::{MOST_MUNICIPALITIES, USUALLY_SHARED_BY, municipalities_needed};
use crate::money::{Money, share_by};

/// The most inhabitants a weight is reckoned with; above any municipality, and far below overflow.
const MOST_INHABITANTS: u32 = 10_000_000;

/// How a price is divided among the municipalities.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SharingRule {
    /// "Ligeligt": the same for each.
    #[default]
    Equal,
    /// "Efter indbyggertal": in proportion to the inhabitants.
    Population,
    /// By inhabitants, of whom those above a limit count less.
    PopulationDegressive {
        /// Inhabitants up to this number count fully.
        above: u32,
        /// The weight of each inhabitant above that, in percent.
        percent: u8,
    },
    /// By size: under 25.000, 60.000, 120.000 inhabitants, and above.
    SizeClass {
        /// The weight of a municipality in each class, smallest class first.
        weights: [u8; 4],
    },
    /// A part of the price equally, the rest by inhabitants.
    Mixed {
        /// The equal part, in percent.
        equal_percent: u8,
    },
    /// A fee that is known beforehand: nobody pays more, and all less once there are more than it takes.
    FixedFee {
        /// The most that one municipality pays, in øre.
        fee: Money,
    },
}

/// Which rule, without its numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RuleKind {
    /// The same for each, as [`SharingRule::Equal`].
    #[default]
    Equal,
    /// In proportion to inhabitants, as [`SharingRule::Population`].
    Population,
    /// Large municipalities count less, as [`SharingRule::PopulationDegressive`].
    PopulationDegressive,
    /// By four classes of size, as [`SharingRule::SizeClass`].
    SizeClass,
    /// Partly equal, partly by inhabitants, as [`SharingRule::Mixed`].
    Mixed,
    /// A known fee, as [`SharingRule::FixedFee`].
    FixedFee,
}

/// The lower limits of the second, third and fourth size class, in inhabitants.
pub const SIZE_CLASSES: [u32; 3] = [25_000, 60_000, 120_000];

impl SharingRule {
    /// The rules as they are set side by side, with the numbers of the worked example in `docs/domain.md, "Sharing"`. A
    /// fixed fee has no usual amount, so it is not among them.
    pub const USUAL: [Self; 5] = [
        Self::Equal,
        Self::Population,
        Self::PopulationDegressive {
            above: 150_000,
            percent: 50,
        },
        Self::SizeClass {
            weights: [1, 2, 3, 4],
        },
        Self::Mixed { equal_percent: 30 },
    ];

    /// Which of the six rules it is, without its numbers.
    pub fn kind(&self) -> RuleKind {
        match self {
            Self::Equal => RuleKind::Equal,
            Self::Population => RuleKind::Population,
            Self::PopulationDegressive { .. } => RuleKind::PopulationDegressive,
            Self::SizeClass { .. } => RuleKind::SizeClass,
            Self::Mixed { .. } => RuleKind::Mixed,
            Self::FixedFee { .. } => RuleKind::FixedFee,
        }
    }

    /// Whether a large municipality pays something else than a small one.
    pub fn depends_on_size(&self) -> bool {
        !matches!(self, Self::Equal | Self::FixedFee { .. })
    }

    /// What a municipality of so many inhabitants counts among `count` with `total` inhabitants, in a unit that is the
    /// same for all of them.
    pub(super) fn weight(&self, inhabitants: u32, total: u64, count: u64) -> u64 {
        let n = u64::from(inhabitants.min(MOST_INHABITANTS));
        match *self {
            Self::Equal | Self::FixedFee { .. } => 1,
            Self::Population => n,
            Self::PopulationDegressive { above, percent } => {
                let above = u64::from(above);
                n.min(above) * 100 + n.saturating_sub(above) * u64::from(percent)
            }
            Self::SizeClass { weights } => {
                let class = SIZE_CLASSES.iter().filter(|&&from| n >= from.into());
                weights[class.count()].into()
            }
            Self::Mixed { equal_percent } => {
                let equal = u64::from(equal_percent.min(100));
                // Where nobody has inhabitants, the equal part alone shares the whole price.
                equal * total.max(1) + (100 - equal) * n * count
            }
        }
    }

    /// What each of a group counts, in a unit that is the same for all of them; with [`Self::Mixed`] it depends on the
    /// whole group.
    pub fn weights(&self, inhabitants: &[u32]) -> Vec<u64> {
        let counted = inhabitants
            .iter()
            .map(|&n| u64::from(n.min(MOST_INHABITANTS)));
        let (total, count) = (counted.sum(), inhabitants.len() as u64);
        let weight = |&n: &u32| self.weight(n, total, count);
        inhabitants.iter().map(weight).collect()
    }
}

/// A request's sharing rule with its limits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[serde(try_from = "FlatSharing", into = "FlatSharing")]
pub struct Sharing {
    /// The rule that gives each payer its weight.
    pub rule: SharingRule,
    /// The most one municipality pays, in øre.
    pub cap: Option<Money>,
    /// The number of municipalities it is planned for.
    pub planned_for: Option<u16>,
}

/// As it is written: flat, with the numbers its rule has.
#[derive(Clone, Copy, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = Sharing))]
#[serde(deny_unknown_fields)]
pub struct FlatSharing {
    rule: RuleKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cap: Option<Money>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    planned_for: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    above: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    percent: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    weights: Option<[u8; 4]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fee: Option<Money>,
}

impl TryFrom<FlatSharing> for Sharing {
    type Error = &'static str;

    fn try_from(flat: FlatSharing) -> Result<Self, Self::Error> {
        let percent = || {
            let percent = flat.percent.filter(|percent| *percent <= 100);
            percent.ok_or("a percentage from 0 to 100")
        };
        let rule = match flat.rule {
            RuleKind::Equal => SharingRule::Equal,
            RuleKind::Population => SharingRule::Population,
            RuleKind::PopulationDegressive => SharingRule::PopulationDegressive {
                above: flat.above.ok_or("a number of inhabitants")?,
                percent: percent()?,
            },
            RuleKind::SizeClass => SharingRule::SizeClass {
                weights: flat
                    .weights
                    .filter(|weights| weights.iter().all(|&weight| weight > 0))
                    .ok_or("four weights above 0")?,
            },
            RuleKind::Mixed => SharingRule::Mixed {
                equal_percent: percent()?,
            },
            RuleKind::FixedFee => SharingRule::FixedFee {
                fee: flat
                    .fee
                    .filter(|fee| *fee > Money::ZERO)
                    .ok_or("a fee above 0")?,
            },
        };
        if flat.cap.is_some_and(|cap| cap <= Money::ZERO) {
            return Err("a cap above 0");
        }
        Ok(Self {
            rule,
            cap: flat.cap,
            planned_for: flat.planned_for.filter(|count| *count > 0),
        })
    }
}

impl From<Sharing> for FlatSharing {
    fn from(sharing: Sharing) -> Self {
        let flat = Self {
            rule: sharing.rule.kind(),
            cap: sharing.cap,
            planned_for: sharing.planned_for,
            ..Self::default()
        };
        match sharing.rule {
            SharingRule::Equal | SharingRule::Population => flat,
            SharingRule::PopulationDegressive { above, percent } => Self {
                above: Some(above),
                percent: Some(percent),
                ..flat
            },
            SharingRule::SizeClass { weights } => Self {
                weights: Some(weights),
                ..flat
            },
            SharingRule::Mixed { equal_percent } => Self {
                percent: Some(equal_percent),
                ..flat
            },
            SharingRule::FixedFee { fee } => Self {
                fee: Some(fee),
                ..flat
            },
        }
    }
}

/// A municipality that shares a price, as the rules see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payer {
    /// The municipality's inhabitants, from which its weight follows.
    pub inhabitants: u32,
    /// The most it pays itself, in øre.
    pub at_most: Option<Money>,
}

/// The caps do not reach the price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("at most {} øre of the price can be shared", covered.ore())]
pub struct Infeasible {
    /// The sum of all caps, in øre; less than the price.
    pub covered: Money,
}

impl Sharing {
    /// This rule without a cap or a planned number.
    pub fn by(rule: SharingRule) -> Self {
        Self {
            rule,
            ..Self::default()
        }
    }

    /// The most one pays, as far as rule and limits say so.
    pub fn limit(&self) -> Option<Money> {
        let fee = match self.rule {
            SharingRule::FixedFee { fee } => Some(fee),
            _ => None,
        };
        self.cap.into_iter().chain(fee).min()
    }

    /// By how many `price` is shared wherever it says what a municipality would pay: the planned number or, where none
    /// is planned, as many as usual and at least `minimum`. Never fewer than it takes for nobody to pay more than the
    /// rule's limit.
    pub fn planned_number(&self, price: Money, minimum: Option<u16>) -> u32 {
        let by_limit = self.limit();
        let by_limit = by_limit.and_then(|limit| municipalities_needed(price, limit));
        let usual = match self.rule {
            SharingRule::FixedFee { .. } => 1,
            _ => USUALLY_SHARED_BY,
        };
        let planned = self
            .planned_for
            .unwrap_or(usual.max(minimum.unwrap_or_default()));
        let needed = by_limit.unwrap_or_default().min(MOST_MUNICIPALITIES.into());
        u32::from(planned).max(needed)
    }

    /// What each pays: `sᵢ = min(cᵢ, λwᵢ)`, summing to `price`.
    ///
    /// # Errors
    /// When all caps together are below the price; with nobody to pay, nothing is covered.
    pub fn shares(&self, price: Money, payers: &[Payer]) -> Result<Vec<Money>, Infeasible> {
        let inhabitants: Vec<u32> = payers.iter().map(|payer| payer.inhabitants).collect();
        let weights = self.rule.weights(&inhabitants);
        let limit = self.limit();
        let caps = payers
            .iter()
            .map(|payer| limit.into_iter().chain(payer.at_most).min());
        fill(price, &weights, &caps.collect::<Vec<_>>())
    }
}

/// Water-filling: whoever would pay more than its cap pays the cap, and the rest is shared anew among the others.
fn fill(price: Money, weights: &[u64], caps: &[Option<Money>]) -> Result<Vec<Money>, Infeasible> {
    let Level { open, left } = level(price, weights, caps);
    if open.is_empty() && left > Money::ZERO {
        return Err(Infeasible {
            covered: price - left,
        });
    }
    let mut shares: Vec<Money> = caps.iter().map(|cap| cap.unwrap_or_default()).collect();
    for (share, weight) in shares.iter_mut().zip(weights) {
        if *weight == 0 {
            *share = Money::ZERO;
        }
    }
    let weights: Vec<u64> = open.iter().map(|&at| weights[at]).collect();
    for (at, share) in open.into_iter().zip(share_by(left, &weights)) {
        shares[at] = share;
    }
    Ok(shares)
}

/// The outcome of the water-filling: who is below its cap, and what they share.
pub struct Level {
    /// Who pays less than its cap, by place; everyone else with a weight pays its cap.
    pub open: Vec<usize>,
    /// The part of the price that those below their caps share by weight, in øre.
    pub left: Money,
}

/// Finds who pays its cap and what is left for the others.
pub fn level(price: Money, weights: &[u64], caps: &[Option<Money>]) -> Level {
    let mut open: Vec<usize> = (0..weights.len()).filter(|&at| weights[at] > 0).collect();
    let mut left = price;
    loop {
        let total: i128 = open.iter().map(|&at| i128::from(weights[at])).sum();
        let is_full = |at: &usize| {
            let wanted = i128::from(left.ore()) * i128::from(weights[*at]);
            caps[*at].is_some_and(|cap| i128::from(cap.ore()) * total < wanted)
        };
        let (full, rest): (Vec<usize>, Vec<usize>) = open.iter().partition(|at| is_full(at));
        if full.is_empty() {
            break;
        }
        for at in full {
            left = left.less(caps[at].unwrap_or_default());
        }
        open = rest;
    }
    Level { open, left }
}

/// What each gets back when the shares go from `before` to `after`; whoever pays more gets nothing.
pub fn refunds(before: &[Money], after: &[Money]) -> Vec<Money> {
    before
        .iter()
        .zip(after)
        .map(|(before, after)| before.less(*after))
        .collect()
}

#[cfg(test)]
mod tests;
