//! What stands on a page that cannot be shown, beside the refusal: what to do next.

use crate::Language;
use crate::Language::{Danish, English};

/// Words of that page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// What to do about an address.
    WhatNow,
    /// Leads to where the code is typed.
    TypeCode,
    /// Leads to the living page.
    Financing,
}

impl Lost {
    /// The words in `language`.
    pub const fn say(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::WhatNow, Danish) => {
                "Åbn linket fra indkaldelsen igen, eller skriv webinarets kode. Koden har seks tegn, for eksempel 4K7 P2M."
            }
            (Self::WhatNow, English) => {
                "Open the link from the invitation again, or type the webinar’s code. It has six characters, such as 4K7 P2M."
            }
            (Self::TypeCode, Danish) => "Skriv koden",
            (Self::TypeCode, English) => "Type the code",
            (Self::Financing, Danish) => "Se økonomien for ændringsønskerne",
            (Self::Financing, English) => "See the financing of the requests",
        }
    }
}
