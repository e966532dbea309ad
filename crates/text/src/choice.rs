//! Why the money does not carry a request: one sentence each, with what would change it.

use crate::Language;

/// "Hvorfor ikke nr. 4?"
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot<'a> {
    /// Nobody wants it; its number on the list.
    NoSupport(u32),
    /// So few municipalities want it that their money is not spoken of.
    TooFewBehind {
        /// Its number on the list.
        number: u32,
        /// How many municipalities it takes before their money is spoken of.
        fewest: u32,
        /// What it costs.
        price: &'a str,
    },
    /// Those who want it have too little left of their frames.
    Lacks {
        /// Its number on the list.
        number: u32,
        /// The number of the one that was as cheap and comes first on the list.
        level_with: Option<u32>,
        /// How many municipalities want it.
        behind: u32,
        /// What is missing.
        lacks: &'a str,
        /// What they have left; `None` for nothing.
        left: Option<&'a str>,
        /// The number of the one on which most of their money went, and how much.
        went_to: Option<(u32, &'a str)>,
        /// The price up to which it would have been chosen.
        chosen_up_to: Option<&'a str>,
    },
    /// It cost more than what was left when its turn came.
    BudgetSpent {
        /// Its number on the list.
        number: u32,
        /// What it costs.
        price: &'a str,
        /// What was left of all frames; `None` for nothing.
        left: Option<&'a str>,
    },
}

impl WhyNot<'_> {
    /// The sentence in `language`.
    pub fn say(self, language: Language) -> String {
        in_language!(language, choice::sentence(self))
    }
}
