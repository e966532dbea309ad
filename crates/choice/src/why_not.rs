//! "Hvorfor ikke nr. 4?": a loss as one sentence that anyone may see.

use barometer_domain::language::Language;
use barometer_domain::money::Money;
use barometer_text::choice::WhyNot;
use barometer_text::figures;

use crate::equal_shares::Loss;
use crate::funding::FEWEST_BEHIND_A_FIGURE;
use crate::greedy::Look;

/// Why a candidate was not chosen, in amounts that may be shown: whole kroner, and of nobody's money alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nobody approves of it.
    NoSupport,
    /// Fewer than three voters approve of it; what they have left, and on what their money went, would tell how they voted.
    TooFewBehind,
    /// Its supporters have too little left.
    Lacks {
        /// How many they are.
        behind: u64,
        /// What they have left, down to whole kroner.
        left: Money,
        /// The cost less that: what is missing, never too little.
        lacks: Money,
        /// The candidate on which most of their money went, and how much, down to whole kroner, where at least three of them
        /// paid for it.
        went_to: Option<(usize, Money)>,
        /// The one that was as cheap and comes first in the caller's order.
        level_with: Option<usize>,
        /// The price up to which it would have been chosen, all else being equal: what they have left.
        chosen_up_to: Option<Money>,
    },
    /// Its turn came when less than its cost was left.
    BudgetSpent {
        /// What was left, down to whole kroner.
        left: Money,
    },
}

impl Reason {
    /// The reason of a loss by the Method of Equal Shares, where costs are in øre and each voter is a municipality.
    pub fn of_loss(loss: &Loss) -> Self {
        if loss.support == 0 {
            return Self::NoSupport;
        }
        if loss.support < FEWEST_BEHIND_A_FIGURE as u64 {
            return Self::TooFewBehind;
        }
        let left = down_to_whole_kroner(loss.left.floor());
        let most = loss.spent_on.first();
        let most = most.filter(|most| most.payers >= FEWEST_BEHIND_A_FIGURE as u64);
        Self::Lacks {
            behind: loss.support,
            left,
            lacks: in_ore(loss.cost) - left,
            went_to: most.map(|most| (most.candidate, down_to_whole_kroner(most.amount.floor()))),
            level_with: loss.tied_with,
            chosen_up_to: loss
                .chosen_up_to
                .map(|_| left)
                .filter(|&left| left > Money::ZERO),
        }
    }

    /// The reason of a candidate that a greedy rule passed over; `None` for one that it took. Costs are in øre.
    pub fn of_look(look: &Look) -> Option<Self> {
        (!look.fits).then(|| Self::BudgetSpent {
            left: down_to_whole_kroner(look.left),
        })
    }

    /// The sentence about a candidate of this cost, in øre. `number` gives the number by which a place on the list is known.
    pub fn say(
        &self,
        candidate: usize,
        cost: u64,
        number: impl Fn(usize) -> u32,
        language: Language,
    ) -> String {
        let written = |amount: Money| figures::money(language, amount);
        let written_or_nothing = |amount: Money| (amount > Money::ZERO).then(|| written(amount));
        let price = written(in_ore(cost).up_to_whole_kroner());
        let own = number(candidate);
        match *self {
            Self::NoSupport => WhyNot::NoSupport(own).say(language),
            Self::TooFewBehind => WhyNot::TooFewBehind {
                number: own,
                fewest: u32::try_from(FEWEST_BEHIND_A_FIGURE).unwrap_or(u32::MAX),
                price: &price,
            }
            .say(language),
            Self::Lacks {
                behind,
                left,
                lacks,
                went_to,
                level_with,
                chosen_up_to,
            } => {
                let went_to = went_to.filter(|(_, amount)| *amount > Money::ZERO);
                let went_to = went_to.map(|(other, amount)| (number(other), written(amount)));
                WhyNot::Lacks {
                    number: own,
                    level_with: level_with.map(number),
                    behind: u32::try_from(behind).unwrap_or(u32::MAX),
                    lacks: &written(lacks.up_to_whole_kroner()),
                    left: written_or_nothing(left).as_deref(),
                    went_to: went_to
                        .as_ref()
                        .map(|(other, amount)| (*other, amount.as_str())),
                    chosen_up_to: chosen_up_to.map(written).as_deref(),
                }
                .say(language)
            }
            Self::BudgetSpent { left } => WhyNot::BudgetSpent {
                number: own,
                price: &price,
                left: written_or_nothing(left).as_deref(),
            }
            .say(language),
        }
    }
}

fn in_ore(ore: u64) -> Money {
    Money::from_ore(i64::try_from(ore).unwrap_or(i64::MAX))
}

fn down_to_whole_kroner(ore: u64) -> Money {
    in_ore(ore - ore % 100)
}
