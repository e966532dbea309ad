//! In English: what stands on a page that cannot be shown, beside the refusal: what to do next.

use crate::lost::NotFoundText;

pub(crate) const fn sentence(message: NotFoundText) -> &'static str {
    match message {
        NotFoundText::WhatNow => {
            "Open the link from the invitation again, or type the webinar’s code. It has six characters, such as \
             4K7 P2M."
        }
        NotFoundText::TypeCode => "Type the code",
        NotFoundText::Financing => "See the financing of the requests",
    }
}
