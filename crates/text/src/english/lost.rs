//! In English: what stands on a page that cannot be shown, beside the refusal: what to do next.

use crate::lost::Lost;

pub(crate) const fn sentence(message: Lost) -> &'static str {
    match message {
        Lost::WhatNow => {
            "Open the link from the invitation again, or type the webinar’s code. It has six characters, such as \
             4K7 P2M."
        }
        Lost::TypeCode => "Type the code",
        Lost::Financing => "See the financing of the requests",
    }
}
