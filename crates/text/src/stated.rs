//! "Hvad kunne jeres kommune være med for?": the tap after the vote, and what is shown of all taps.

use barometer_domain::stated::StatedAmount;

use crate::Language;

/// What the page of the tap says, and projector and console of its sums.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatedText<'a> {
    /// The page's heading, and the way to it.
    Title,
    /// That it is an estimate, binds nobody and never becomes a promise.
    Promise,
    /// Who sees what of it.
    WhoSees,
    /// What the own share would be with as many as are planned: how many, and the amount.
    OwnShare(u32, &'a str),
    /// Where there is no price yet.
    NoPrice,
    /// An amount that can be chosen.
    Amount(StatedAmount),
    /// The button.
    Send,
    /// Back to the webinar, without an answer.
    Skip,
    /// What is said once it is kept.
    Kept,
    /// That the vote is closed, and nothing can be changed.
    Closed,
    /// The ballot supports nobody: nothing is asked.
    Nothing,
    /// On projector and console: the heading.
    SharesTitle,
    /// How many tenths of the price the stated amounts carry.
    Share(u8),
}

impl StatedText<'_> {
    /// The words in this language.
    pub fn say(self, language: Language) -> String {
        in_language!(language, stated::sentence(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{Danish, English};

    #[test]
    fn a_share_is_said_in_steps_of_ten() {
        let say = |tenths| StatedText::Share(tenths).say(Danish);
        assert_eq!(say(8), "De angivne beløb bærer omkring 80\u{a0}% af prisen");
        assert_eq!(say(0), "De angivne beløb bærer under 10\u{a0}% af prisen");
        assert_eq!(say(10), "De angivne beløb bærer hele prisen");
        assert_eq!(
            StatedText::Share(3).say(English),
            "The amounts stated carry about 30% of the price"
        );
    }
}
