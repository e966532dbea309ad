//! In Danish: what stands on a page that cannot be shown, beside the refusal: what to do next.

use crate::lost::NotFoundText;

pub(crate) const fn sentence(message: NotFoundText) -> &'static str {
    match message {
        NotFoundText::WhatNow => {
            "Åbn linket fra indkaldelsen igen, eller skriv webinarets kode. Koden har seks tegn, for eksempel 4K7 P2M."
        }
        NotFoundText::TypeCode => "Skriv koden",
        NotFoundText::Financing => "Se økonomien for ændringsønskerne",
    }
}
