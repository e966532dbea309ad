//! The words for whoever stands before the console without its key.

use crate::Language;
use crate::Language::{Danish, English};

/// What the page without a key says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// The page for whoever has no key: heading.
    Title,
    /// And what to do.
    Body,
    /// And when a key was wrong.
    Wrong,
    /// The field's label.
    Field,
    /// The field's button.
    Go,
}

impl Gate {
    /// The words in `language`.
    pub fn say(self, language: Language) -> String {
        match (self, language) {
            (Self::Title, Danish) => "Her er oplægsholderens side".into(),
            (Self::Title, English) => "This is the presenter's page".into(),
            (Self::Body, Danish) => {
                "Åbn den med oplægsholderens link, eller indsæt linket her. Det blev \
                 vist, da webinaret blev oprettet."
                    .into()
            }
            (Self::Body, English) => {
                "Open it with the presenter's link, or paste the link here. It was \
                 shown when the webinar was created."
                    .into()
            }
            (Self::Wrong, Danish) => {
                "Det link passer ikke til dette webinar. Se efter, om det hele er \
                 kommet med."
                    .into()
            }
            (Self::Wrong, English) => {
                "That link does not fit this webinar. Check that you copied all of \
                 it."
                .into()
            }
            (Self::Field, Danish) => "Oplægsholderens link".into(),
            (Self::Field, English) => "The presenter's link".into(),
            (Self::Go, Danish) => "Fortsæt".into(),
            (Self::Go, English) => "Continue".into(),
        }
    }
}
