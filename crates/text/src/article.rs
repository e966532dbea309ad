//! The pages that are only text: how accessible it is, how anonymous one is.

use crate::Language;

/// A page that is only text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum InfoPage {
    Accessibility,
    Anonymity,
}

/// A piece of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum InfoBlock {
    Heading(&'static str),
    Paragraph(&'static str),
    List(&'static [&'static str]),
}

impl InfoPage {
    /// Every article that has an address.
    pub const ALL: [Self; 2] = [Self::Accessibility, Self::Anonymity];

    /// The last part of its address.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Accessibility => "accessibility",
            Self::Anonymity => "anonymity",
        }
    }

    /// Its address on the server, from the root.
    pub fn path(self) -> String {
        format!("/{}", self.slug())
    }

    /// What its heading and the tab of the browser say.
    pub const fn title(self, language: Language) -> &'static str {
        in_language!(language, article::title(self))
    }

    /// What it says, in order.
    pub const fn pieces(self, language: Language) -> &'static [InfoBlock] {
        in_language!(language, article::pieces(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{Danish, English};

    #[test]
    fn an_article_has_the_same_pieces_in_each_language() {
        let kinds = |pieces: &[InfoBlock]| {
            pieces
                .iter()
                .map(std::mem::discriminant)
                .collect::<Vec<_>>()
        };
        for article in InfoPage::ALL {
            assert_eq!(
                kinds(article.pieces(Danish)),
                kinds(article.pieces(English)),
                "{article:?}"
            );
        }
    }
}
