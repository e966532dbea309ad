//! The pages that are only text: how accessible it is, how anonymous one is.

use crate::Language;

/// A page that is only text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Article {
    /// The accessibility statement.
    Accessibility,
    /// "Sådan er du anonym".
    Anonymity,
}

/// A piece of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A heading.
    Heading(&'static str),
    /// A paragraph.
    Paragraph(&'static str),
    /// A list.
    List(&'static [&'static str]),
}

impl Article {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Accessibility, Self::Anonymity];

    /// The last part of its address.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Accessibility => "accessibility",
            Self::Anonymity => "anonymity",
        }
    }

    /// Its address.
    pub fn path(self) -> String {
        format!("/{}", self.slug())
    }

    /// Its title.
    pub const fn title(self, language: Language) -> &'static str {
        in_language!(language, article::title(self))
    }

    /// What it says, in order.
    pub const fn pieces(self, language: Language) -> &'static [Piece] {
        in_language!(language, article::pieces(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{Danish, English};

    #[test]
    fn an_article_has_the_same_pieces_in_each_language() {
        let kinds = |pieces: &[Piece]| {
            pieces
                .iter()
                .map(std::mem::discriminant)
                .collect::<Vec<_>>()
        };
        for article in Article::ALL {
            assert_eq!(
                kinds(article.pieces(Danish)),
                kinds(article.pieces(English)),
                "{article:?}"
            );
        }
    }
}
