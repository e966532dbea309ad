//! In Danish: the pages that are only text.

use crate::article::{InfoBlock, InfoPage};

mod accessibility;
mod anonymity;

pub(crate) const fn title(article: InfoPage) -> &'static str {
    match article {
        InfoPage::Accessibility => "Tilgængelighed",
        InfoPage::Anonymity => "Sådan er du anonym",
    }
}

pub(crate) const fn pieces(article: InfoPage) -> &'static [InfoBlock] {
    match article {
        InfoPage::Accessibility => accessibility::PIECES,
        InfoPage::Anonymity => anonymity::PIECES,
    }
}
