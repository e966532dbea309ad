//! "Ønske": what a municipality wants changed, in its own words, and which requests it is like.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::danish;
use crate::financing::request::{LONGEST_PITCH, LONGEST_TITLE};
use crate::ids::{MunicipalityCode, RequestId};
use crate::vendor::SealedIdentity;

/// The longest answer to who a wish helps or what it is worth, in letters: both fit into a request's benefit.
pub const LONGEST_ANSWER: usize = 200;
/// What stands in the place of a webinar's code where a sender's name is sealed.
pub const SEALED_FOR: &str = "wish";
/// The most requests that are shown as like a wish.
pub const MOST_ALIKE: usize = 3;
/// From what share of common letter groups on two titles are alike, in percent.
const ALIKE_PERCENT: usize = 40;

/// A wish as somebody has typed it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[serde(deny_unknown_fields)]
pub struct Wish {
    /// What is wanted, in one line of at most [`LONGEST_TITLE`] letters.
    pub title: String,
    /// What is wrong today, in at most [`LONGEST_PITCH`] letters.
    pub problem: String,
    /// Who it helps, in at most [`LONGEST_ANSWER`] letters.
    pub helps: String,
    /// How often the problem turns up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frequency: Option<Frequency>,
    /// What it would be worth, roughly, in at most [`LONGEST_ANSWER`] letters; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub value: String,
}

/// How often something turns up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[serde(rename_all = "snake_case")]
pub enum Frequency {
    /// Every working day.
    Daily,
    /// Every week.
    Weekly,
    /// Every month.
    Monthly,
    /// A few times a year.
    Yearly,
    /// Less often than that.
    Rarely,
}

impl Frequency {
    /// All of them, the most often first.
    pub const ALL: [Self; 5] = [
        Self::Daily,
        Self::Weekly,
        Self::Monthly,
        Self::Yearly,
        Self::Rarely,
    ];

    /// Its name on the wire and in a form.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
            Self::Yearly => "yearly",
            Self::Rarely => "rarely",
        }
    }

    /// The one of this name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}

/// A part of a wish that somebody types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WishField {
    /// [`Wish::title`].
    Title,
    /// [`Wish::problem`].
    Problem,
    /// [`Wish::helps`].
    Helps,
    /// [`Wish::frequency`].
    Frequency,
    /// [`Wish::value`].
    Value,
}

/// Why a wish cannot be taken in as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WishFault {
    /// Nothing is typed or chosen where something must be.
    Missing(WishField),
    /// More letters than there is room for.
    TooLong {
        /// Where they stand.
        field: WishField,
        /// How many there are.
        letters: u32,
        /// How many there may be.
        longest: u32,
    },
}

impl Wish {
    /// Everything that is wrong with it, in the order of the form.
    pub fn faults(&self) -> Vec<WishFault> {
        let texts = [
            (WishField::Title, &self.title, LONGEST_TITLE, true),
            (WishField::Problem, &self.problem, LONGEST_PITCH, true),
            (WishField::Helps, &self.helps, LONGEST_ANSWER, true),
            (WishField::Value, &self.value, LONGEST_ANSWER, false),
        ];
        let of_text = |(field, text, longest, required): (WishField, &String, usize, bool)| {
            let letters = text.chars().count();
            if required && text.trim().is_empty() {
                return Some(WishFault::Missing(field));
            }
            let count = |letters: usize| u32::try_from(letters).unwrap_or(u32::MAX);
            (letters > longest).then(|| WishFault::TooLong {
                field,
                letters: count(letters),
                longest: count(longest),
            })
        };
        let mut faults: Vec<WishFault> = texts.into_iter().filter_map(of_text).collect();
        if self.frequency.is_none() {
            faults.push(WishFault::Missing(WishField::Frequency));
        }
        faults
    }
}

/// A wish as the vendor sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WishRow {
    /// The request that it became, or that the sender has the same wish as.
    pub request: RequestId,
    /// The request's title as it stands now.
    pub title: String,
    /// Whether the request was there before, and the sender's municipality wants the same.
    pub is_same: bool,
    /// For which municipality it was sent.
    pub municipality: MunicipalityCode,
    /// The sender's name and e-mail address; absent if none were given, or no longer kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<WishContact>,
    /// The day on which it was sent, `YYYY-MM-DD`.
    pub sent_on: String,
}

/// Who sent a wish, sealed to the vendor's key as a contact of [`SEALED_FOR`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WishContact {
    /// The row that it is sealed for.
    pub slot: String,
    /// Name and address, sealed.
    pub sealed: SealedIdentity,
}

/// Which of these requests, each with its title, a text is like: the most alike first, at most [`MOST_ALIKE`].
///
/// Two texts are compared by the groups of three letters within their words, without marks and endings of words: Danish
/// writes compounds as one word, so that `Sagsoverblik` and `Overblik over sager` share no word and most groups.
pub fn alike<'a>(
    text: &str,
    requests: impl IntoIterator<Item = (RequestId, &'a str)>,
) -> Vec<RequestId> {
    let typed = letter_groups(text);
    if typed.len() < 3 {
        return Vec::new();
    }
    let mut found: Vec<(usize, RequestId)> = requests
        .into_iter()
        .filter_map(|(request, title)| {
            let known = letter_groups(title);
            let common = typed.intersection(&known).count();
            let percent = common * 100 / typed.len().min(known.len()).max(3);
            (percent >= ALIKE_PERCENT).then_some((percent, request))
        })
        .collect();
    // The sort is stable: equals stay in the caller's order.
    found.sort_by_key(|(percent, _)| std::cmp::Reverse(*percent));
    let requests = found.into_iter().map(|(_, request)| request);
    requests.take(MOST_ALIKE).collect()
}

/// The groups of three letters in the words of a text that say something.
fn letter_groups(text: &str) -> BTreeSet<[char; 3]> {
    const SAY_NOTHING: [&str; 14] = [
        "og", "i", "på", "til", "af", "for", "med", "en", "et", "den", "det", "der", "fra", "over",
    ];
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| !SAY_NOTHING.contains(&word.to_lowercase().as_str()));
    let groups = words.flat_map(|word| {
        let letters: Vec<char> = danish::skeleton(word).chars().collect();
        let groups = letters
            .windows(3)
            .map(|group| [group[0], group[1], group[2]]);
        groups.collect::<Vec<_>>()
    });
    groups.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn wish() -> Wish {
        Wish {
            title: "Påmindelse før frist".into(),
            problem: "Vi glemmer frister i underretninger.".into(),
            helps: "Sagsbehandlere".into(),
            frequency: Some(Frequency::Weekly),
            value: String::new(),
        }
    }

    #[test]
    fn what_is_missing_or_too_long_is_named_with_its_figures() {
        assert_eq!(wish().faults(), []);
        let empty = Wish::default();
        let missing = [
            WishField::Title,
            WishField::Problem,
            WishField::Helps,
            WishField::Frequency,
        ];
        assert_eq!(empty.faults(), missing.map(WishFault::Missing));
        let long = Wish {
            title: "å".repeat(LONGEST_TITLE + 1),
            ..wish()
        };
        let fault = WishFault::TooLong {
            field: WishField::Title,
            letters: 121,
            longest: 120,
        };
        assert_eq!(long.faults(), [fault]);
    }

    #[test]
    fn a_frequency_has_one_name_everywhere() {
        for frequency in Frequency::ALL {
            let written = serde_json::to_string(&frequency).unwrap();
            assert_eq!(written, format!("\"{}\"", frequency.name()));
            assert_eq!(Frequency::of_name(frequency.name()), Some(frequency));
        }
        assert_eq!(Frequency::of_name(""), None);
    }

    #[test]
    fn likeness_sees_through_compounds_and_spelling() {
        let titles = [
            "Automatisk påmindelse om frister i underretninger",
            "Sagsoverblik for ledere",
            "Digital underskrift på samtykke",
            "Integration til økonomisystem",
        ];
        let requests = || (1..).map(RequestId).zip(titles);
        assert_eq!(alike("påmindelser før frist", requests()), [RequestId(1)]);
        assert_eq!(alike("Overblik over sager", requests()), [RequestId(2)]);
        assert_eq!(
            alike("samtykke med digital UNDERSKRIFT", requests()),
            [RequestId(3)]
        );
        assert_eq!(alike("okonomisystem", requests()), [RequestId(4)]);
        assert_eq!(alike("Mørk tilstand i app", requests()), []);
        assert_eq!(alike("på og i", requests()), []);
    }

    proptest! {
        #[test]
        fn a_title_is_like_itself_and_never_more_than_three_are_shown(title in "[a-zæøå ]{8,60}", others in 0..6_usize) {
            let titles: Vec<String> = (0..=others).map(|_| title.clone()).collect();
            let requests = (1..).map(RequestId).zip(titles.iter().map(String::as_str));
            let found = alike(&title, requests);
            let says_something = letter_groups(&title).len() >= 3;
            prop_assert_eq!(found.len(), if says_something { (others + 1).min(MOST_ALIKE) } else { 0 });
            prop_assert!(found.is_sorted());
        }
    }
}
