//! How much of what there is to spend national initiatives take, by half-year.

use std::collections::BTreeMap;

use super::half_year::HalfYear;
use super::initiative::{Initiative, InitiativeId, InitiativeStatus};
use super::{HalfYearFrame, InitiativeRow};
use crate::money::{Money, share_equally};

/// The fewest half-years that are shown: two years.
const FEWEST: i32 = 4;
/// The most half-years that are shown: six years.
const MOST: usize = 12;

/// One half-year: what there is, and what initiatives take of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HalfYearUse {
    /// Which.
    pub half: HalfYear,
    /// What there is to spend, in øre; `None` where the vendor has not said.
    pub frame: Option<Money>,
    /// What each initiative takes of it, in øre, in the order of the initiatives.
    pub parts: Vec<(InitiativeId, Money)>,
}

impl HalfYearUse {
    /// What all initiatives take together, in øre.
    pub fn taken(&self) -> Money {
        self.parts.iter().map(|(_, amount)| *amount).sum()
    }

    /// What is left for municipalities' own wishes, in øre; negative where more is taken than there is.
    pub fn left(&self) -> Option<Money> {
        Some(self.frame? - self.taken())
    }

    /// What is taken, in thousandths of what there is: rounded down, but above 1000 as soon as an øre too much is taken.
    pub fn per_mille(&self) -> Option<u32> {
        let frame = self.frame.filter(|frame| *frame > Money::ZERO)?;
        let (taken, frame) = (i128::from(self.taken().ore()), i128::from(frame.ore()));
        let least = if taken > frame { 1001 } else { 0 };
        let per_mille = (taken * 1000 / frame).max(least);
        Some(u32::try_from(per_mille).unwrap_or(u32::MAX))
    }
}

/// What all initiatives take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadroomUse {
    /// The half-years from today's on, without a gap.
    pub halves: Vec<HalfYearUse>,
    /// The initiatives that are to come, and cannot be placed: they have no deadline or no estimate yet.
    pub unplaced: Vec<InitiativeId>,
}

impl Initiative {
    /// What it costs in each half-year, in øre: its likely cost in equal parts from the half-year in which it begins to
    /// cost to that of its deadline, the first ones taking the øre that are over. Nothing where it is dropped, or has no
    /// deadline or no estimate.
    pub fn cost_by_half_year(&self) -> Vec<(HalfYear, Money)> {
        let (Some(deadline), Some(cost)) = (self.deadline, self.cost.known()) else {
            return Vec::new();
        };
        if self.status == InitiativeStatus::Dropped {
            return Vec::new();
        }
        let last = HalfYear::containing(deadline);
        let halves: Vec<HalfYear> = self.from.unwrap_or(last).up_to(last).collect();
        let shares = share_equally(cost, halves.len());
        halves.into_iter().zip(shares).collect()
    }
}

impl HeadroomUse {
    /// What `initiatives` take of the `frames`, from the half-year of today on: to the last of which something is known,
    /// two years at least and six at most.
    pub fn of<'a>(
        initiatives: impl IntoIterator<Item = &'a InitiativeRow>,
        frames: &[HalfYearFrame],
        today: HalfYear,
    ) -> Self {
        let mut parts: BTreeMap<HalfYear, Vec<(InitiativeId, Money)>> = BTreeMap::new();
        let mut unplaced = Vec::new();
        for row in initiatives {
            let costs = row.initiative.cost_by_half_year();
            if costs.is_empty() && row.initiative.status.is_open() {
                unplaced.push(row.id);
            }
            for (half, amount) in costs {
                parts.entry(half).or_default().push((row.id, amount));
            }
        }
        let frames: BTreeMap<HalfYear, Money> = frames
            .iter()
            .map(|frame| (frame.half, frame.amount))
            .collect();
        let known = parts.keys().chain(frames.keys()).copied().max();
        let fewest = (1..FEWEST).fold(today, |half, _| half.next());
        let last = known.map_or(fewest, |known| known.max(fewest));
        let halves = today.up_to(last).take(MOST).map(|half| HalfYearUse {
            half,
            frame: frames.get(&half).copied(),
            parts: parts.remove(&half).unwrap_or_default(),
        });
        Self {
            halves: halves.collect(),
            unplaced,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::financing::Price;

    fn half(text: &str) -> HalfYear {
        text.parse().unwrap()
    }

    fn row(id: u32, kroner: i64, from: &str, deadline: &str) -> InitiativeRow {
        let amount = Money::from_kroner(kroner);
        InitiativeRow {
            id: InitiativeId(id),
            edition: 1,
            initiative: Initiative {
                deadline: deadline.parse().ok(),
                from: from.parse().ok(),
                cost: if kroner == 0 {
                    Price::NotAssessed
                } else {
                    Price::Firm { amount }
                },
                ..Initiative::default()
            },
        }
    }

    fn frame(text: &str, kroner: i64) -> HalfYearFrame {
        HalfYearFrame {
            half: half(text),
            amount: Money::from_kroner(kroner),
        }
    }

    /// Six millions over three half-years, and one and a half in the second: half, seven eighths and four fifths of what
    /// there is.
    #[test]
    fn three_half_years_of_two_initiatives() {
        let mut dropped = row(3, 9_000_000, "", "2027-12-31");
        dropped.initiative.status = InitiativeStatus::Dropped;
        let rows = [
            row(1, 6_000_000, "2027-1", "2028-06-30"),
            row(2, 1_500_000, "", "2027-12-31"),
            dropped,
            row(4, 0, "", "2027-12-31"),
            row(5, 800_000, "", ""),
        ];
        let frames = [
            frame("2027-1", 4_000_000),
            frame("2027-2", 4_000_000),
            frame("2028-1", 2_500_000),
        ];
        let used = HeadroomUse::of(&rows, &frames, half("2027-1"));
        assert_eq!(used.unplaced, [InitiativeId(4), InitiativeId(5)]);
        let kroner = |amount: Money| amount.ore() / 100;
        let taken: Vec<i64> = used.halves.iter().map(|one| kroner(one.taken())).collect();
        assert_eq!(taken, [2_000_000, 3_500_000, 2_000_000, 0]);
        let left: Vec<Option<i64>> = used
            .halves
            .iter()
            .map(|one| one.left().map(kroner))
            .collect();
        assert_eq!(left, [Some(2_000_000), Some(500_000), Some(500_000), None]);
        let shares: Vec<Option<u32>> = used.halves.iter().map(HalfYearUse::per_mille).collect();
        assert_eq!(shares, [Some(500), Some(875), Some(800), None]);
    }

    #[test]
    fn an_ore_too_much_is_more_than_all() {
        let rows = [row(1, 1_000_000, "", "2027-03-01")];
        let frames = [HalfYearFrame {
            half: half("2027-1"),
            amount: Money::from_ore(99_999_999),
        }];
        let used = HeadroomUse::of(&rows, &frames, half("2027-1"));
        assert_eq!(used.halves[0].per_mille(), Some(1001));
        assert_eq!(used.halves[0].left(), Some(Money::from_ore(-1)));
    }

    /// Deals a cost out øre by øre, a half-year at a time, as one would deal cards.
    fn dealt(ore: i64, halves: usize) -> Vec<i64> {
        let mut piles = vec![0; halves];
        for dealt in 0..ore {
            piles[usize::try_from(dealt).unwrap() % halves] += 1;
        }
        piles
    }

    proptest! {
        /// Every øre of every initiative is in one half-year, as an independent dealer deals them.
        #[test]
        fn nothing_is_lost_and_nothing_counted_twice(
            costs in prop::collection::vec((1..4_000_i64, 0..6_usize, 0..5_usize), 0..6),
        ) {
            let start = half("2027-1");
            let all: Vec<HalfYear> = start.up_to(half("2032-2")).collect();
            let mut expected = vec![0_i64; all.len()];
            let mut rows = Vec::new();
            for (id, &(ore, from, length)) in (1..).zip(&costs) {
                let last = from + length;
                for (at, pile) in dealt(ore, length + 1).into_iter().enumerate() {
                    expected[from + at] += pile;
                }
                let (year, which) = all[last].parts();
                let mut row = row(id, 1, &all[from].to_string(), &format!("{year}-{:02}-15", which * 6 - 2));
                row.initiative.cost = Price::Firm { amount: Money::from_ore(ore) };
                rows.push(row);
            }
            let used = HeadroomUse::of(&rows, &[], start);
            prop_assert!((4..=12).contains(&used.halves.len()));
            prop_assert!(used.unplaced.is_empty());
            for (at, one) in used.halves.iter().enumerate() {
                prop_assert_eq!(one.half, all[at]);
                prop_assert_eq!(one.taken().ore(), expected[at]);
            }
            let shown: i64 = used.halves.iter().map(|one| one.taken().ore()).sum();
            prop_assert_eq!(shown, costs.iter().map(|(ore, ..)| ore).sum::<i64>());
        }
    }
}
