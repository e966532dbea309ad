//! Every sentence a person reads, per surface, in every language: one exhaustive match each.
//!
//! A surface's messages are one enum with the values a sentence needs: counts as `u32`, so that the plural is
//! decided here; numbers and amounts already written the reader's way, as `&str`.

pub mod agenda;
pub mod phone;
pub mod refusal;
pub mod shared;
pub mod staff;

/// A language there is a complete translation to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Dansk.
    Danish,
    /// English.
    English,
}

impl Language {
    /// All of them, in the order a switch shows them.
    pub const ALL: [Self; 2] = [Self::Danish, Self::English];

    /// The tag for `<html lang>`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Danish => "da",
            Self::English => "en",
        }
    }

    /// The language of a tag such as `da-DK`, if there is a translation.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next()?;
        Self::ALL
            .into_iter()
            .find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// Its own name for itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Danish => "Dansk",
            Self::English => "English",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_regional_tag_finds_its_language() {
        assert_eq!(Language::of_tag("da-DK"), Some(Language::Danish));
        assert_eq!(Language::of_tag("EN"), Some(Language::English));
        assert_eq!(Language::of_tag("dagbani"), None);
        assert_eq!(Language::of_tag(""), None);
    }
}
