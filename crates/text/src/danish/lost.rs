//! In Danish: what stands on a page that cannot be shown, beside the refusal: what to do next.

use crate::lost::Lost;

pub(crate) const fn sentence(message: Lost) -> &'static str {
    match message {
        Lost::WhatNow => {
            "Åbn linket fra indkaldelsen igen, eller skriv webinarets kode. Koden har seks tegn, for eksempel 4K7 P2M."
        }
        Lost::TypeCode => "Skriv koden",
        Lost::Financing => "Se økonomien for ændringsønskerne",
    }
}
