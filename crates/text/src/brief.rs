//! The decision brief: one page that a participant takes home about one request.

use barometer_domain::financing::Price;

use crate::Language;

/// Every sentence of the brief; amounts and days come formatted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum BriefText<'a> {
    /// What kind of paper this is.
    Kind,
    /// From which webinar: its title, and its day in words.
    From(&'a str, &'a str),
    For(&'a str),
    WhatYouGet,
    ThePrice,
    /// How sure the price is, with the band of an estimate in words.
    PriceIs(&'a Price, &'a str, &'a str),
    /// How far it has come: promised, of the price, by how many, what is missing.
    Standing {
        committed: &'a str,
        by: u32,
        /// What is missing, in words.
        missing: &'a str,
    },
    /// That what is promised is rounded.
    Rounded,
    /// How many more municipalities are needed.
    MoreNeeded(u32),
    Funded,
    /// On what the share rests: how many take part, and how the price is shared, in words.
    ShareAt(u32, &'a str),
    /// One more would save each so much.
    OneMoreSaves(&'a str),
    Rule,
    /// Nobody has put a price to it yet.
    NotAssessed,
    /// Within how many percent of their estimates the prices of the requests delivered last came.
    CameWithin(u64),
    /// Only a voter's paper has a share.
    NoMunicipality,
    AskPurchasing,
    Deadline,
    By(&'a str),
    /// From which day it was moved, in words, and why.
    Extended(&'a str, &'a str),
    /// No deadline is set yet.
    NoDeadline,
    NextSteps,
    /// What this paper is not.
    NotBinding,
    Print,
    /// The button that opens the device's own share sheet, or copies.
    ShareIt,
    /// What was copied where there is no share sheet.
    Copied,
    /// Where nothing can be copied either: the address, to be copied by hand.
    CopyByHand(&'a str),
    /// The way into a mail.
    Mail,
    /// What a mail or a shared message says before the link: the request's title, the webinar's, its day in words.
    Message(&'a str, &'a str, &'a str),
    /// The share in a mail: the amount, by how many, and by which rule in words.
    MessageShare(&'a str, u32, &'a str),
    /// Before the link in a mail.
    ReadHere(&'a str),
    Back,
}

impl BriefText<'_> {
    /// The sentence in this language.
    pub fn say(&self, language: Language) -> String {
        in_language!(language, brief::sentence(self))
    }
}

/// What a municipality asks its own purchasing department.
pub const fn questions(language: Language) -> [&'static str; 5] {
    in_language!(language, brief::questions())
}

/// What to do next, in order.
pub const fn steps(language: Language) -> [&'static str; 3] {
    in_language!(language, brief::steps())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{Danish, English};

    #[test]
    fn one_and_many() {
        let standing = |by| {
            let standing = BriefText::Standing {
                committed: "24.000 kr.",
                by,
                missing: "216.000 kr.",
            };
            standing.say(Danish)
        };
        assert!(standing(1).starts_with("1 kommune har givet"));
        assert_eq!(
            standing(0),
            "Ingen kommuner har givet tilsagn endnu. Der mangler 216.000 kr."
        );
        assert_eq!(
            BriefText::MoreNeeded(1).say(English),
            "That is 1 more municipality."
        );
    }
}
