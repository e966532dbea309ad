//! "Hvad kan bæres sammen?": the frame that is supposed for each municipality before the vote opens, and what may be
//! shown of the requests that the votes can carry within it; `docs/domain.md, "What can be carried"`.
//!
//! What is here is sums and counts only. How it is found, from who wants what, is in `barometer_choice::carrying`.

use serde::{Deserialize, Serialize};

use crate::financing::own_share::average_inhabitants;
use crate::ids::CandidateId;
use crate::money::Money;
use crate::refusal::Refusal;
use crate::stated::StatedShare;

/// The step of a frame: what the slider moves by.
pub const FRAME_STEP: Money = Money::from_kroner(5_000);
/// The largest frame that can be set.
pub const LARGEST_FRAME: Money = Money::from_kroner(500_000);
/// A request takes part only where so many municipalities want it: of fewer, being carried would tell how much money
/// one of them has, and so who it is.
pub const FEWEST_TO_CARRY: u32 = 3;
/// Of the money of fewer municipalities than this nothing is said but that it does not reach: what three of them have
/// left tells how all three voted.
pub const FEWEST_TO_TELL: u32 = 5;
/// How many reasons one page of the projector has.
pub const REASONS_ON_A_PAGE: u16 = 5;

/// How the frames of municipalities of different size compare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum FrameBasis {
    /// By inhabitants: the amount is the average municipality's.
    #[default]
    Population,
    /// The same for each.
    Equal,
}

/// "Ramme": what each municipality is supposed to be able to spend on the shortlist. It is a supposition of the
/// presenter's, never a promise of anybody's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BudgetFrame {
    /// What each municipality has, or the average one; see [`FrameBasis`].
    pub amount: Money,
    /// How the frames of municipalities of different size compare.
    pub by: FrameBasis,
}

impl BudgetFrame {
    /// The frame, if it is one of the slider's: whole steps of [`FRAME_STEP`] up to [`LARGEST_FRAME`].
    ///
    /// # Errors
    /// [`Refusal::NotPossibleNow`] for any other amount: only a page of another version sends one.
    pub fn checked(self) -> Result<Self, Refusal> {
        let is_step = self.amount.ore() % FRAME_STEP.ore() == 0;
        if is_step && (FRAME_STEP..=LARGEST_FRAME).contains(&self.amount) {
            Ok(self)
        } else {
            Err(Refusal::NotPossibleNow)
        }
    }

    /// What a municipality of so many inhabitants has, down to the øre.
    pub fn of(self, inhabitants: u32) -> Money {
        match self.by {
            FrameBasis::Equal => self.amount,
            FrameBasis::Population => {
                let average = i128::from(average_inhabitants().max(1));
                let ore = i128::from(self.amount.ore()) * i128::from(inhabitants) / average;
                Money::from_ore(i64::try_from(ore).unwrap_or(i64::MAX))
            }
        }
    }
}

/// What the votes can carry within the frames: all of it that may be shown. There is none where there is no result,
/// below five ballots or three municipalities.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Carrying {
    /// The frame that was set before the vote opened; `None` where none was, and only what was stated is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frame: Option<BudgetFrame>,
    /// Those that are carried together, in the shortlist's order.
    pub carried: Vec<CandidateId>,
    /// How many municipalities get at least one of their wishes; `None` where there are too few to say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub served: Option<Served>,
    /// How many municipalities have voted.
    pub municipalities: u32,
    /// All others on the shortlist, in its order, each with its reason.
    pub left_out: Vec<LeftOut>,
    /// How much of their prices the amounts carry that were stated after the vote; empty where too few were.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stated: Vec<StatedShare>,
}

/// One page of it on the projector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CarryingPage {
    /// What is carried.
    Carried,
    /// Some of the reasons.
    Reasons(Vec<LeftOut>),
    /// What was stated.
    Stated,
}

impl Carrying {
    /// What is told once a result is out: what is carried, if a frame was set, and what was stated, if enough was. `None`
    /// where that is nothing.
    pub fn told(
        carried: Option<Self>,
        stated: Vec<StatedShare>,
        municipalities: u32,
    ) -> Option<Self> {
        let is_nothing = carried.is_none() && stated.is_empty();
        let carried = carried.unwrap_or(Self {
            frame: None,
            carried: Vec::new(),
            served: None,
            municipalities,
            left_out: Vec::new(),
            stated: Vec::new(),
        });
        (!is_nothing).then_some(Self { stated, ..carried })
    }

    /// How many pages the projector has for it.
    pub fn pages(&self) -> u16 {
        u16::try_from(self.in_pages().len()).unwrap_or(u16::MAX)
    }

    /// One of its pages, from 0: what is carried, the reasons, what was stated.
    pub fn page(&self, page: u16) -> Option<CarryingPage> {
        self.in_pages().into_iter().nth(page.into())
    }

    fn in_pages(&self) -> Vec<CarryingPage> {
        let mut pages = Vec::new();
        if self.frame.is_some() {
            pages.push(CarryingPage::Carried);
            let reasons = self.left_out.chunks(REASONS_ON_A_PAGE.into());
            pages.extend(reasons.map(|some| CarryingPage::Reasons(some.to_vec())));
        }
        if !self.stated.is_empty() {
            pages.push(CarryingPage::Stated);
        }
        pages
    }
}

/// How many municipalities get at least one of their wishes. A group of one or two is never told apart: neither those
/// that do, nor those that do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "are", rename_all = "snake_case")]
pub enum Served {
    /// Fewer than three, perhaps none.
    Few,
    /// So many.
    Exactly {
        /// How many.
        count: u32,
    },
    /// All, or all but one or two.
    AtLeast {
        /// All but two.
        count: u32,
    },
}

impl Served {
    /// What may be said of `served` among `all` municipalities that have voted.
    pub fn of(served: u32, all: u32) -> Option<Self> {
        if all < FEWEST_TO_TELL {
            return None;
        }
        Some(match served {
            0..=2 => Self::Few,
            _ if served + 2 >= all => Self::AtLeast { count: all - 2 },
            count => Self::Exactly { count },
        })
    }
}

/// A candidate that is not carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = LeftOutCandidate))]
pub struct LeftOut {
    /// Its number on the shortlist.
    pub candidate: CandidateId,
    /// Why it is not.
    #[serde(flatten)]
    pub why: WhyLeftOut,
}

/// Why a candidate is not carried, and what would change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum WhyLeftOut {
    /// It has no price yet, so nobody can say who could carry it.
    NoPrice,
    /// Nobody voted for it.
    NoSupport,
    /// Fewer than [`FEWEST_TO_CARRY`] municipalities are behind it.
    TooFewBehind {
        /// How many, as the result says.
        behind: u32,
    },
    /// The frames of those behind it do not reach, and they are too few to say more: fewer than [`FEWEST_TO_TELL`].
    DoesNotReach {
        /// How many municipalities.
        behind: u32,
    },
    /// Too little is left of the frames of those behind it.
    TooLittleLeft {
        /// How many municipalities.
        behind: u32,
        /// What they have left, in whole tenths of its price: 3 is from 30 % to below 40 %.
        tenths: u8,
        /// Another candidate on which most of their money went, where at least three of them paid for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        went_to: Option<CandidateId>,
        /// The one that was as cheap for those behind it, and comes first on the shortlist.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        level_with: Option<CandidateId>,
        /// What would have brought it in, all else being equal.
        change: WhatWouldChange,
    },
}

/// What would have brought a candidate in, all else being equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum WhatWouldChange {
    /// A price of at most this, in whole kroner.
    Price {
        /// That price.
        at_most: Money,
    },
    /// Frames that are so many times as large.
    Frames {
        /// How many times: one of 2, 3, 5 and 10.
        times: u8,
    },
    /// Frames that are larger still.
    LargerFrames,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_follows_the_inhabitants_or_is_the_same_for_each() {
        let frame = |by| BudgetFrame {
            amount: Money::from_kroner(50_000),
            by,
        };
        let average = average_inhabitants();
        assert_eq!(
            frame(FrameBasis::Equal).of(3_657),
            Money::from_kroner(50_000)
        );
        let by_population = frame(FrameBasis::Population);
        assert_eq!(by_population.of(average), Money::from_kroner(50_000));
        assert_eq!(by_population.of(2 * average), Money::from_kroner(100_000));
        // Samsø: 50.000 · 3.657 ⁄ 59.000, down to the øre.
        assert_eq!(
            (average, by_population.of(3_657)),
            (59_000, Money::from_ore(309_915))
        );
    }

    #[test]
    fn only_what_the_slider_can_show_is_a_frame() {
        let checked = |kroner| {
            let amount = Money::from_kroner(kroner);
            let by = FrameBasis::Equal;
            BudgetFrame { amount, by }.checked().is_ok()
        };
        let taken: Vec<i64> = [-5_000, 0, 4_999, 5_000, 50_000, 50_001, 500_000, 505_000]
            .into_iter()
            .filter(|&kroner| checked(kroner))
            .collect();
        assert_eq!(taken, [5_000, 50_000, 500_000]);
    }

    /// Whatever is said, at least three numbers of those that are served would have led to it, and so would at least
    /// three of those that are not.
    #[test]
    fn neither_one_nor_two_municipalities_are_ever_told_apart() {
        assert_eq!(Served::of(3, 4), None);
        assert_eq!(Served::of(17, 20), Some(Served::Exactly { count: 17 }));
        assert_eq!(Served::of(20, 20), Some(Served::AtLeast { count: 18 }));
        for all in FEWEST_TO_TELL..40 {
            for served in 0..=all {
                match Served::of(served, all).unwrap() {
                    Served::Few => assert!(served < 3),
                    Served::AtLeast { count } => {
                        assert!(count + 2 == all && (count..=all).contains(&served) && served >= 3);
                    }
                    Served::Exactly { count } => {
                        assert!(count == served && served >= 3 && all - served >= 3);
                    }
                }
            }
        }
    }
}
