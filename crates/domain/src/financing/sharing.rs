//! How a price is divided among municipalities: six rules, each with optional caps. Whole øre, largest remainder,
//! ties by list order; the order of municipalities decides nothing but the last øre.

use serde::{Deserialize, Serialize};

use crate::money::{Money, share_by};

/// The most inhabitants a weight is reckoned with; above any municipality, and far below overflow.
const MOST_INHABITANTS: u32 = 10_000_000;

/// How a price is divided among the municipalities.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SharingRule {
    /// "Ligeligt": the same for each.
    #[default]
    Equal,
    /// "Efter indbyggertal".
    Population,
    /// By inhabitants, of whom those above a limit count less.
    PopulationDegressive {
        /// Inhabitants that count fully.
        above: u32,
        /// What each one beyond counts, in percent.
        percent: u8,
    },
    /// By size: under 25.000, 60.000, 120.000 inhabitants, and above.
    SizeClass {
        /// What a municipality of each class counts.
        weights: [u8; 4],
    },
    /// A part of the price equally, the rest by inhabitants.
    Mixed {
        /// The equal part, in percent.
        equal_percent: u8,
    },
    /// A fee that is known beforehand: nobody pays more, and all less once there are more than it takes.
    FixedFee {
        /// In øre.
        fee: Money,
    },
}

/// Which rule, without its numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RuleKind {
    /// See [`SharingRule::Equal`].
    #[default]
    Equal,
    /// See [`SharingRule::Population`].
    Population,
    /// See [`SharingRule::PopulationDegressive`].
    PopulationDegressive,
    /// See [`SharingRule::SizeClass`].
    SizeClass,
    /// See [`SharingRule::Mixed`].
    Mixed,
    /// See [`SharingRule::FixedFee`].
    FixedFee,
}

/// The lower limits of the second, third and fourth size class, in inhabitants.
pub const SIZE_CLASSES: [u32; 3] = [25_000, 60_000, 120_000];

impl SharingRule {
    /// The rules as they are set side by side, with the numbers of DOMAIN's worked example. A fixed fee has no
    /// usual amount, so it is not among them.
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

    /// Which rule.
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

    /// What each municipality counts, in a unit of this list's own.
    fn weights(&self, inhabitants: &[u32]) -> Vec<u64> {
        let each = |weight: &dyn Fn(u64) -> u64| {
            let inhabitants = inhabitants.iter().map(|&n| n.min(MOST_INHABITANTS));
            inhabitants.map(|n| weight(n.into())).collect::<Vec<_>>()
        };
        match *self {
            Self::Equal | Self::FixedFee { .. } => each(&|_| 1),
            Self::Population => each(&|n| n),
            Self::PopulationDegressive { above, percent } => {
                let above = u64::from(above);
                each(&|n| n.min(above) * 100 + n.saturating_sub(above) * u64::from(percent))
            }
            Self::SizeClass { weights } => each(&|n| {
                let class = SIZE_CLASSES.iter().filter(|&&from| n >= from.into());
                weights[class.count()].into()
            }),
            Self::Mixed { equal_percent } => {
                let total: u64 = inhabitants
                    .iter()
                    .map(|&n| u64::from(n.min(MOST_INHABITANTS)))
                    .sum();
                let count = inhabitants.len() as u64;
                let equal = u64::from(equal_percent.min(100));
                each(&|n| equal * total + (100 - equal) * n * count)
            }
        }
    }
}

/// A request's sharing rule with its limits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "FlatSharing", into = "FlatSharing")]
pub struct Sharing {
    /// The rule.
    pub rule: SharingRule,
    /// The most one municipality pays, in øre.
    pub cap: Option<Money>,
    /// The number of municipalities it is planned for.
    pub planned_for: Option<u16>,
}

/// As it is written: flat, with the numbers its rule has.
#[derive(Clone, Copy, Default, Serialize, Deserialize)]
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

/// A municipality that shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payer {
    /// How many live there.
    pub inhabitants: u32,
    /// The most it pays itself, in øre.
    pub at_most: Option<Money>,
}

/// The caps do not reach the price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("at most {} øre of the price can be shared", covered.ore())]
pub struct Infeasible {
    /// What all would pay at their caps, in øre.
    pub covered: Money,
}

impl Sharing {
    /// This rule without limits.
    pub fn by(rule: SharingRule) -> Self {
        Self {
            rule,
            ..Self::default()
        }
    }

    /// What each pays: `sᵢ = min(cᵢ, λwᵢ)`, summing to `price`.
    ///
    /// # Errors
    /// When all caps together are below the price; with nobody to pay, nothing is covered.
    pub fn shares(&self, price: Money, payers: &[Payer]) -> Result<Vec<Money>, Infeasible> {
        let inhabitants: Vec<u32> = payers.iter().map(|payer| payer.inhabitants).collect();
        let weights = self.rule.weights(&inhabitants);
        let fee = match self.rule {
            SharingRule::FixedFee { fee } => Some(fee),
            _ => None,
        };
        let caps = payers.iter().map(|payer| {
            let limits = [self.cap, fee, payer.at_most];
            limits.into_iter().flatten().min()
        });
        fill(price, &weights, &caps.collect::<Vec<_>>())
    }
}

/// Water-filling: whoever would pay more than its cap pays the cap, and the rest is shared anew among the others.
fn fill(price: Money, weights: &[u64], caps: &[Option<Money>]) -> Result<Vec<Money>, Infeasible> {
    let mut shares = vec![Money::ZERO; weights.len()];
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
            shares[at] = caps[at].unwrap_or_default();
            left = left.less(shares[at]);
        }
        open = rest;
    }
    if open.is_empty() && left > Money::ZERO {
        return Err(Infeasible {
            covered: price - left,
        });
    }
    let weights: Vec<u64> = open.iter().map(|&at| weights[at]).collect();
    for (at, share) in open.into_iter().zip(share_by(left, &weights)) {
        shares[at] = share;
    }
    Ok(shares)
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
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Aarhus, Viborg, Horsens, Skive, Samsø.
    const FIVE: [u32; 5] = [349_983, 96_921, 90_966, 45_851, 3_657];

    fn payers(inhabitants: &[u32]) -> Vec<Payer> {
        let payer = |&inhabitants| Payer {
            inhabitants,
            at_most: None,
        };
        inhabitants.iter().map(payer).collect()
    }

    /// The worked table is in whole kroner: the same division with the krone as its smallest unit.
    fn in_kroner(rule: SharingRule) -> Vec<i64> {
        let shares = Sharing::by(rule).shares(Money::from_ore(300_000), &payers(&FIVE));
        shares.unwrap().iter().map(|share| share.ore()).collect()
    }

    fn in_ore(sharing: Sharing, kroner: i64, payers: &[Payer]) -> Vec<i64> {
        let shares = sharing.shares(Money::from_kroner(kroner), payers).unwrap();
        shares.iter().map(|share| share.ore()).collect()
    }

    #[test]
    fn the_worked_table() {
        let [_, population, degressive, size, mixed] = SharingRule::USUAL;
        assert_eq!(
            in_kroner(population),
            [178_752, 49_502, 46_460, 23_418, 1_868]
        );
        assert_eq!(
            in_kroner(degressive),
            [153_877, 59_658, 55_992, 28_222, 2_251]
        );
        assert_eq!(in_kroner(size), [92_307, 69_231, 69_231, 46_154, 23_077]);
        assert_eq!(in_kroner(mixed), [143_126, 52_651, 50_522, 34_393, 19_308]);
    }

    #[test]
    fn size_classes_in_ore() {
        let shares = in_ore(Sharing::by(SharingRule::USUAL[3]), 300_000, &payers(&FIVE));
        assert_eq!(
            shares,
            [9_230_769, 6_923_077, 6_923_077, 4_615_385, 2_307_692]
        );
    }

    #[test]
    fn a_quarter_of_a_million_among_seven() {
        let shares = in_ore(Sharing::default(), 250_000, &payers(&[1; 7]));
        assert_eq!(shares[..4], [3_571_429; 4]);
        assert_eq!(shares[4..], [3_571_428; 3]);
    }

    #[test]
    fn equal_with_caps_fills_like_water() {
        let caps = [100, 100, 60, 40, 20].map(|thousand| Payer {
            inhabitants: 1,
            at_most: Some(Money::from_kroner(thousand * 1_000)),
        });
        let shares = in_ore(Sharing::default(), 300_000, &caps);
        assert_eq!(
            shares,
            [90, 90, 60, 40, 20].map(|thousand| thousand * 100_000)
        );
        let too_dear = Sharing::default().shares(Money::from_kroner(320_001), &caps);
        let covered = Money::from_kroner(320_000);
        assert_eq!(too_dear, Err(Infeasible { covered }));
        assert!(Sharing::default().shares(covered, &caps).is_ok());
    }

    #[test]
    fn a_fixed_fee_is_never_more_and_less_when_there_are_many() {
        let fee = Money::from_kroner(20_000);
        let sharing = Sharing::by(SharingRule::FixedFee { fee });
        let price = Money::from_kroner(100_000);
        let covered = Money::from_kroner(80_000);
        assert_eq!(
            sharing.shares(price, &payers(&[1; 4])),
            Err(Infeasible { covered })
        );
        assert_eq!(sharing.shares(price, &payers(&[1; 5])), Ok(vec![fee; 5]));
        assert_eq!(
            sharing.shares(price, &payers(&[1; 10])),
            Ok(vec![Money::from_kroner(10_000); 10])
        );
    }

    #[test]
    fn a_late_joiner_gives_the_others_money_back() {
        let price = Money::from_kroner(300_000);
        let before = Sharing::default().shares(price, &payers(&[1; 6])).unwrap();
        let after = Sharing::default().shares(price, &payers(&[1; 7])).unwrap();
        assert_eq!(after[6], Money::from_ore(4_285_714));
        let refunds = refunds(&before, &after);
        let back = refunds.iter().copied().sum::<Money>();
        assert_eq!(back, after[6]);
        assert!(
            refunds
                .iter()
                .all(|refund| (714_285..=714_286).contains(&refund.ore()))
        );
    }

    #[test]
    fn nobody_pays_nothing() {
        let nobody = Sharing::default().shares(Money::from_kroner(1), &[]);
        assert_eq!(
            nobody,
            Err(Infeasible {
                covered: Money::ZERO
            })
        );
    }

    #[test]
    fn it_is_written_flat_and_read_again() {
        let write = |sharing: &Sharing| serde_json::to_string(sharing).unwrap();
        assert_eq!(write(&Sharing::default()), r#"{"rule":"equal"}"#);
        let fee = Money::from_kroner(20_000);
        for rule in SharingRule::USUAL
            .into_iter()
            .chain([SharingRule::FixedFee { fee }])
        {
            let sharing = Sharing {
                cap: Some(fee),
                planned_for: Some(10),
                rule,
            };
            assert_eq!(
                serde_json::from_str::<Sharing>(&write(&sharing)).unwrap(),
                sharing
            );
        }
    }

    #[test]
    fn a_rule_without_its_numbers_is_refused() {
        for json in [
            r#"{"rule":"mixed"}"#,
            r#"{"rule":"mixed","percent":101}"#,
            r#"{"rule":"fixed_fee","fee":0}"#,
            r#"{"rule":"size_class","weights":[1,2,0,4]}"#,
            r#"{"rule":"equal","cap":-1}"#,
            r#"{"rule":"by_mood"}"#,
        ] {
            assert!(serde_json::from_str::<Sharing>(json).is_err(), "{json}");
        }
    }

    fn any_rule() -> impl Strategy<Value = SharingRule> {
        prop_oneof![
            Just(SharingRule::Equal),
            Just(SharingRule::Population),
            (1..400_000_u32, 0..=100_u8)
                .prop_map(|(above, percent)| SharingRule::PopulationDegressive { above, percent }),
            prop::array::uniform4(1..20_u8).prop_map(|weights| SharingRule::SizeClass { weights }),
            (0..=100_u8).prop_map(|equal_percent| SharingRule::Mixed { equal_percent }),
            (1..50_000_000_i64).prop_map(|ore| SharingRule::FixedFee {
                fee: Money::from_ore(ore)
            }),
        ]
    }

    fn any_payers() -> impl Strategy<Value = Vec<Payer>> {
        let cap = prop::option::of((1..20_000_000_i64).prop_map(Money::from_ore));
        let payer = (1..700_000_u32, cap);
        let payer = payer.prop_map(|(inhabitants, at_most)| Payer {
            inhabitants,
            at_most,
        });
        prop::collection::vec(payer, 1..98)
    }

    proptest! {
        #[test]
        fn shares_sum_to_the_price_and_keep_the_caps(
            rule in any_rule(),
            payers in any_payers(),
            price in 1..1_000_000_000_i64,
        ) {
            let price = Money::from_ore(price);
            match Sharing::by(rule).shares(price, &payers) {
                Ok(shares) => {
                    prop_assert_eq!(shares.iter().copied().sum::<Money>(), price);
                    for (share, payer) in shares.iter().zip(&payers) {
                        prop_assert!(payer.at_most.is_none_or(|cap| *share <= cap));
                        if let SharingRule::FixedFee { fee } = rule {
                            prop_assert!(*share <= fee);
                        }
                    }
                }
                Err(Infeasible { covered }) => prop_assert!(covered < price),
            }
        }

        #[test]
        fn the_order_decides_nothing_but_the_last_ore(
            rule in any_rule(),
            payers in any_payers(),
            price in 1..1_000_000_000_i64,
        ) {
            let price = Money::from_ore(price);
            let turned: Vec<Payer> = payers.iter().rev().copied().collect();
            let shares = Sharing::by(rule).shares(price, &payers);
            let mut again = Sharing::by(rule).shares(price, &turned);
            if let Ok(again) = &mut again {
                again.reverse();
            }
            match (shares, again) {
                (Ok(shares), Ok(again)) => {
                    for (one, other) in shares.iter().zip(&again) {
                        prop_assert!((one.ore() - other.ore()).abs() <= 1);
                    }
                }
                (shares, again) => prop_assert_eq!(shares, again),
            }
        }

        #[test]
        fn one_more_never_makes_it_dearer_when_all_pay_alike(n in 1..97_usize, price in 1..1_000_000_000_i64) {
            let price = Money::from_ore(price);
            let before = Sharing::default().shares(price, &payers(&vec![1; n])).unwrap();
            let after = Sharing::default().shares(price, &payers(&vec![1; n + 1])).unwrap();
            let back: Money = refunds(&before, &after).into_iter().sum();
            prop_assert_eq!(back, after[n]);
        }
    }
}
