//! The languages that people can read, and how each writes numbers. What is said in them stands in `barometer-text`.

use serde::{Deserialize, Serialize};

/// A language there is a complete translation to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Language {
    /// Dansk.
    #[default]
    #[serde(rename = "da")]
    Danish,
    /// English.
    #[serde(rename = "en")]
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

    /// A whole number with its thousands apart: `1.234`, `1,234`.
    pub fn whole(self, number: u32) -> String {
        let apart = self.thousands_separator();
        match (number / 1000, number % 1000) {
            (0, rest) => rest.to_string(),
            (thousands, rest) => format!("{}{apart}{rest:03}", self.whole(thousands)),
        }
    }

    /// What stands between thousands.
    pub const fn thousands_separator(self) -> char {
        match self {
            Self::Danish => '.',
            Self::English => ',',
        }
    }

    /// What stands before decimals.
    pub const fn decimal_point(self) -> char {
        match self {
            Self::Danish => ',',
            Self::English => '.',
        }
    }

    /// A count with the right form of its noun.
    pub fn counted(self, count: u32, one: &str, many: &str) -> String {
        let noun = if count == 1 { one } else { many };
        format!("{} {noun}", self.whole(count))
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

    #[test]
    fn thousands_stand_apart() {
        let danish = [0, 999, 1_000, 12_045, 1_000_001].map(|n| Language::Danish.whole(n));
        assert_eq!(danish, ["0", "999", "1.000", "12.045", "1.000.001"]);
        let voters = Language::English.counted(10_000, "participant", "participants");
        assert_eq!(voters, "10,000 participants");
    }
}
