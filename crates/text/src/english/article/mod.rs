//! In English: the pages that are only text.

use crate::article::{Article, Piece};

mod accessibility;
mod anonymity;

pub(crate) const fn title(article: Article) -> &'static str {
    match article {
        Article::Accessibility => "Accessibility",
        Article::Anonymity => "How you are anonymous",
    }
}

pub(crate) const fn pieces(article: Article) -> &'static [Piece] {
    match article {
        Article::Accessibility => accessibility::PIECES,
        Article::Anonymity => anonymity::PIECES,
    }
}
