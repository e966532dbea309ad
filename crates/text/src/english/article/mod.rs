//! In English: the pages that are only text.

use crate::article::{InfoBlock, InfoPage};

mod accessibility;
mod anonymity;

pub(crate) const fn title(article: InfoPage) -> &'static str {
    match article {
        InfoPage::Accessibility => "Accessibility",
        InfoPage::Anonymity => "How you are anonymous",
    }
}

pub(crate) const fn pieces(article: InfoPage) -> &'static [InfoBlock] {
    match article {
        InfoPage::Accessibility => accessibility::PIECES,
        InfoPage::Anonymity => anonymity::PIECES,
    }
}
