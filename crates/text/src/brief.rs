//! The decision brief: one page that a participant takes home about one request.

use barometer_domain::financing::Price;

use crate::Language::{self, Danish, English};
use crate::phone::in_full;
use crate::sharing;

/// What stands on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Brief<'a> {
    /// What kind of paper this is.
    Kind,
    /// From which webinar: its title, and its day in words.
    From(&'a str, &'a str),
    /// For which municipality.
    For(&'a str),
    /// "Hvad får I?"
    WhatYouGet,
    /// "Prisen".
    ThePrice,
    /// How sure the price is, with the band of an estimate in words.
    PriceIs(&'a Price, &'a str, &'a str),
    /// How far it has come: promised, of the price, by how many, what is missing.
    Standing {
        /// Promised, in words.
        committed: &'a str,
        /// By how many municipalities.
        by: u32,
        /// What is missing, in words.
        missing: &'a str,
    },
    /// That what is promised is rounded.
    Rounded,
    /// How many more municipalities are needed.
    MoreNeeded(u32),
    /// Nothing is missing.
    Funded,
    /// On what the share rests: how many take part, and how the price is shared, in words.
    ShareAt(u32, &'a str),
    /// One more would save each so much.
    OneMoreSaves(&'a str),
    /// The first column's heading.
    Rule,
    /// Nobody has put a price to it yet.
    NotAssessed,
    /// Only a voter's paper has a share.
    NoMunicipality,
    /// "Spørg indkøb om".
    AskPurchasing,
    /// "Frist".
    Deadline,
    /// By when, in words.
    By(&'a str),
    /// From which day it was moved, in words, and why.
    Extended(&'a str, &'a str),
    /// No deadline is set yet.
    NoDeadline,
    /// "Næste skridt".
    NextSteps,
    /// What this paper is not.
    NotBinding,
    /// The button that prints.
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
    /// Back to the webinar.
    Back,
}

impl Brief<'_> {
    /// The sentence in this language.
    pub fn say(&self, language: Language) -> String {
        match language {
            Danish => self.danish(),
            English => self.english(),
        }
    }

    /// An amount in kroner ends on a full stop, and so ends the sentence.
    fn danish(&self) -> String {
        match self {
            Self::Kind => "Beslutningsoplæg".into(),
            Self::From(title, day) => format!("Fra {title}, {day}"),
            Self::For(name) => format!("Til {}", in_full(name)),
            Self::WhatYouGet => "Hvad får I?".into(),
            Self::ThePrice => "Prisen".into(),
            Self::PriceIs(Price::Firm { .. }, ..) => "Fast pris for alle tilsammen.".into(),
            Self::NotAssessed | Self::PriceIs(Price::NotAssessed, ..) => {
                "Prisen er ikke vurderet endnu. Først når der er en fast pris, kan I give tilsagn.".into()
            }
            Self::PriceIs(Price::Estimate { low, high, .. }, ..) if low == high => {
                "Groft prisoverslag for alle tilsammen.".into()
            }
            Self::PriceIs(Price::Estimate { .. }, low, high) => {
                format!("Groft prisoverslag for alle tilsammen: mellem {low} og {high}")
            }
            Self::Standing { by: 0, missing, .. } => {
                format!("Ingen kommuner har givet tilsagn endnu. Der mangler {missing}")
            }
            Self::Standing {
                committed,
                by,
                missing,
            } => {
                let by = Danish.counted(*by, "kommune", "kommuner");
                format!("{by} har givet tilsagn om {committed} Der mangler {missing}")
            }
            Self::Rounded => "Hver kommunes tilsagn er afrundet til hele tusinde kroner.".into(),
            Self::MoreNeeded(count) => {
                let count = Danish.counted(*count, "kommune", "kommuner");
                format!("Det svarer til {count} mere.")
            }
            Self::Funded => "Ønsket er fuldt finansieret.".into(),
            Self::ShareAt(count, rule) => sharing::share_if(*count, rule, Danish),
            Self::OneMoreSaves(amount) => {
                format!("For hver kommune mere falder jeres andel. Den næste sparer jer {amount}")
            }
            Self::Rule => "Prisen fordeles".into(),
            Self::NoMunicipality => {
                "Du ser kun med. Deltag for en kommune for at se jeres andel.".into()
            }
            Self::AskPurchasing => "Spørg indkøb om".into(),
            Self::Deadline => "Frist".into(),
            Self::By(day) => format!("Tilsagn senest {day}."),
            Self::Extended(from, reason) => format!("Forlænget fra {from}: {reason}"),
            Self::NoDeadline => {
                "Der er ingen frist endnu. Leverandøren melder den ud sammen med den faste pris."
                    .into()
            }
            Self::NextSteps => "Næste skridt".into(),
            Self::NotBinding => {
                "Oplægget binder ingen. I er først med, når I har givet leverandøren et skriftligt tilsagn."
                    .into()
            }
            Self::Print => "Udskriv eller gem som PDF".into(),
            Self::ShareIt => "Del".into(),
            Self::Copied => "Linket er kopieret.".into(),
            Self::CopyByHand(address) => format!("Kopiér linket her: {address}"),
            Self::Mail => "Send som mail".into(),
            Self::Message(request, webinar, day) => {
                format!("Her er et oplæg om ændringsønsket »{request}«. Det blev vist i »{webinar}« {day}.")
            }
            Self::MessageShare(amount, count, rule) => {
                let count = Danish.counted(*count, "kommune", "kommuner");
                format!("Vores andel bliver {amount}, hvis {count} er med, og prisen fordeles {rule}.")
            }
            Self::ReadHere(address) => format!("Læs oplægget: {address}"),
            Self::Back => "Tilbage til webinaret".into(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Kind => "Decision brief".into(),
            Self::From(title, day) => format!("From {title}, {day}"),
            Self::For(name) => format!("For {}", in_full(name)),
            Self::WhatYouGet => "What do you get?".into(),
            Self::ThePrice => "The price".into(),
            Self::PriceIs(Price::Firm { .. }, ..) => "Firm price for all together.".into(),
            Self::NotAssessed | Self::PriceIs(Price::NotAssessed, ..) => {
                "The price is not assessed yet. You can commit only once there is a firm price.".into()
            }
            Self::PriceIs(Price::Estimate { low, high, .. }, ..) if low == high => {
                "Rough estimate for all together.".into()
            }
            Self::PriceIs(Price::Estimate { .. }, low, high) => {
                format!("Rough estimate for all together: between {low} and {high}.")
            }
            Self::Standing { by: 0, missing, .. } => {
                format!("No municipality has promised anything yet. {missing} is missing.")
            }
            Self::Standing {
                committed,
                by,
                missing,
            } => {
                let by = English.counted(*by, "municipality has", "municipalities have");
                format!("{by} promised {committed}. {missing} is missing.")
            }
            Self::Rounded => {
                "Each municipality’s promise is rounded to whole thousands of kroner.".into()
            }
            Self::MoreNeeded(count) => {
                let count = English.counted(*count, "more municipality", "more municipalities");
                format!("That is {count}.")
            }
            Self::Funded => "The request is fully funded.".into(),
            Self::ShareAt(count, rule) => sharing::share_if(*count, rule, English),
            Self::OneMoreSaves(amount) => format!(
                "With each further municipality your share falls. The next one saves you {amount}."
            ),
            Self::Rule => "The price is shared".into(),
            Self::NoMunicipality => {
                "You are only watching. Join for a municipality to see your share.".into()
            }
            Self::AskPurchasing => "Ask purchasing".into(),
            Self::Deadline => "Deadline".into(),
            Self::By(day) => format!("Promises by {day}."),
            Self::Extended(from, reason) => format!("Extended from {from}: {reason}"),
            Self::NoDeadline => {
                "There is no deadline yet. The vendor announces it with the firm price.".into()
            }
            Self::NextSteps => "Next steps".into(),
            Self::NotBinding => {
                "This brief binds nobody. You are part of it once you have given the vendor a written promise."
                    .into()
            }
            Self::Print => "Print or save as PDF".into(),
            Self::ShareIt => "Share".into(),
            Self::Copied => "The link is copied.".into(),
            Self::CopyByHand(address) => format!("Copy the link here: {address}"),
            Self::Mail => "Send by mail".into(),
            Self::Message(request, webinar, day) => {
                format!("Here is a brief about the request “{request}”. It was shown in “{webinar}” on {day}.")
            }
            Self::MessageShare(amount, count, rule) => {
                let count = English.counted(*count, "municipality takes", "municipalities take");
                format!("Our share is {amount} if {count} part and the price is shared {rule}.")
            }
            Self::ReadHere(address) => format!("Read the brief: {address}"),
            Self::Back => "Back to the webinar".into(),
        }
    }
}

/// What to ask purchasing.
pub const fn questions(language: Language) -> [&'static str; 5] {
    match language {
        Danish => [
            "Er der råderum i rammen i år, eller skal det på næste års budget?",
            "Kan ændringen købes under den aftale, vi har, eller skal noget i udbud?",
            "Hvem må give tilsagn om beløbet, og hvornår mødes udvalget?",
            "Skal IT, jura eller databeskyttelse høres først?",
            "Hvilket år kan vi faktureres?",
        ],
        English => [
            "Is there room in this year's budget, or is it for next year's?",
            "Can the change be bought under the agreement we have, or must something be tendered?",
            "Who may promise the amount, and when does the committee meet?",
            "Must IT, legal or data protection be heard first?",
            "In which year can we be invoiced?",
        ],
    }
}

/// What to do next, in order.
pub const fn steps(language: Language) -> [&'static str; 3] {
    match language {
        Danish => [
            "Tal med fagchefen: Vil vi have det, og hvad er det mest, vi vil betale?",
            "Skriv til leverandøren, hvad I har til hensigt, og hvornår I kan beslutte. Det binder ikke.",
            "Giv tilsagn skriftligt, når beslutningen er truffet: hvem, hvor meget og med hvilket sagsnummer.",
        ],
        English => [
            "Talk to the head of the department: do we want it, and what is the most we would pay?",
            "Write to the vendor what you intend and when you can decide. That does not bind you.",
            "Promise in writing once it is decided: who, how much, and under which case number.",
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_and_many() {
        let standing = |by| {
            let standing = Brief::Standing {
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
            Brief::MoreNeeded(1).say(English),
            "That is 1 more municipality."
        );
    }
}
