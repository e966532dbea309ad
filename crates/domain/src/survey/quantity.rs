//! A number that somebody answers, and the bands in which numbers are shown: never one answer alone.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::language::Language;

/// The largest number that can be answered.
const LARGEST: u64 = 1_000_000_000;

/// A number that is not negative, with at most two decimals, in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = u64))]
pub struct Quantity(u64);

/// The reason why a text is no number that can be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAQuantity {
    /// No number at all, or a negative one.
    #[error("not a number from 0 up")]
    NotANumber,
    /// More than two decimals.
    #[error("more than two decimals")]
    TooManyDecimals,
    /// More than a billion.
    #[error("more than 1,000,000,000")]
    TooLarge,
}

impl Quantity {
    /// So many hundredths, if they are no more than a billion.
    pub fn from_hundredths(hundredths: u64) -> Option<Self> {
        (hundredths <= LARGEST * 100).then_some(Self(hundredths))
    }

    /// In hundredths.
    pub fn hundredths(self) -> u64 {
        self.0
    }

    /// Reads a number as people type it: `1.234,5`, `1234.5`, `1 234`. A point with three digits behind it stands
    /// between thousands, as it does in Danish.
    ///
    /// # Errors
    /// See [`NotAQuantity`].
    pub fn read(typed: &str) -> Result<Self, NotAQuantity> {
        let typed: String = typed
            .chars()
            .filter(|letter| !letter.is_whitespace())
            .collect();
        let (whole, decimals) = match typed.split_once(',') {
            Some((whole, decimals)) => (whole.replace('.', ""), decimals.to_owned()),
            None => match typed.rsplit_once('.') {
                Some((whole, last)) if last.len() != 3 => (whole.to_owned(), last.to_owned()),
                Some(_) => (typed.replace('.', ""), String::new()),
                None => (typed.clone(), String::new()),
            },
        };
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !is_digits(&whole) || !is_digits(&decimals) {
            return Err(NotAQuantity::NotANumber);
        }
        let decimals = decimals.trim_end_matches('0');
        if decimals.len() > 2 {
            return Err(NotAQuantity::TooManyDecimals);
        }
        let whole: u64 = whole.parse().map_err(|_| NotAQuantity::TooLarge)?;
        let decimals: u64 = format!("{decimals:0<2}").parse().unwrap_or(0);
        let hundredths = whole
            .checked_mul(100)
            .and_then(|whole| whole.checked_add(decimals));
        hundredths
            .and_then(Self::from_hundredths)
            .ok_or(NotAQuantity::TooLarge)
    }

    /// As the language writes it: `1.234,5`.
    pub fn say(self, language: Language) -> String {
        let whole = language.whole(u32::try_from(self.0 / 100).unwrap_or(u32::MAX));
        let rest = format!("{:02}", self.0 % 100);
        match rest.trim_end_matches('0') {
            "" => whole,
            rest => format!("{whole}{}{rest}", language.decimal_point()),
        }
    }
}

/// As it is typed into a field again.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rest = format!("{:02}", self.0 % 100);
        match rest.trim_end_matches('0') {
            "" => write!(f, "{}", self.0 / 100),
            rest => write!(f, "{},{rest}", self.0 / 100),
        }
    }
}

/// The numbers above one limit and up to another. Limits are 1, 2 and 5 with any number of zeros, so a band says the
/// size of an answer and not the answer; 0 is a band of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Band {
    /// Every number in it is larger, but for the band of 0.
    pub above: Quantity,
    /// No number in it is larger.
    pub up_to: Quantity,
}

impl Band {
    /// The band that this number lies in.
    pub fn of(number: Quantity) -> Self {
        let (mut above, mut up_to) = (0, 0);
        let mut steps = [2_u64, 5, 10].into_iter().cycle();
        let (mut limit, mut tens) = (1_u64, 1_u64);
        while up_to < number.0 {
            (above, up_to) = (up_to, limit);
            let step = steps.next().unwrap_or(10);
            limit = tens * step;
            if step == 10 {
                tens *= 10;
            }
        }
        Self {
            above: Quantity(above),
            up_to: Quantity(up_to),
        }
    }

    /// From the beginning of this band to the end of another.
    #[must_use]
    pub fn through(self, other: Self) -> Self {
        Self {
            above: self.above.min(other.above),
            up_to: self.up_to.max(other.up_to),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn hundredths(typed: &str) -> Result<u64, NotAQuantity> {
        Quantity::read(typed).map(Quantity::hundredths)
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (typed, expected) in [
            ("0", 0),
            ("12", 1_200),
            (" 1.234,5 ", 123_450),
            ("1234.5", 123_450),
            ("1 234", 123_400),
            ("1.234", 123_400),
            ("1.234.567", 123_456_700),
            ("0,25", 25),
            ("2,50", 250),
            ("1000000000", 100_000_000_000),
        ] {
            assert_eq!(hundredths(typed), Ok(expected), "{typed}");
        }
        for typed in ["", "-1", "ti", "1,2,3", ",5", "1..5", "1e3"] {
            assert_eq!(hundredths(typed), Err(NotAQuantity::NotANumber), "{typed}");
        }
        assert_eq!(hundredths("1,234"), Err(NotAQuantity::TooManyDecimals));
        assert_eq!(hundredths("1000000001"), Err(NotAQuantity::TooLarge));
        assert_eq!(
            hundredths("99999999999999999999999"),
            Err(NotAQuantity::TooLarge)
        );
    }

    #[test]
    fn bands_are_of_one_two_and_five() {
        let band = |typed: &str| {
            let Band { above, up_to } = Band::of(Quantity::read(typed).unwrap());
            (above.to_string(), up_to.to_string())
        };
        for (number, above, up_to) in [
            ("0", "0", "0"),
            ("0,01", "0", "0,01"),
            ("0,3", "0,2", "0,5"),
            ("1", "0,5", "1"),
            ("1,01", "1", "2"),
            ("7", "5", "10"),
            ("11", "10", "20"),
            ("100", "50", "100"),
            ("999999999", "500000000", "1000000000"),
        ] {
            assert_eq!(
                band(number),
                (above.to_owned(), up_to.to_owned()),
                "{number}"
            );
        }
    }

    proptest! {
        #[test]
        fn every_number_lies_in_its_band_and_bands_do_not_overlap(
            one in 0_u64..=LARGEST * 100,
            other in 0_u64..=LARGEST * 100,
        ) {
            let (one, other) = (Quantity(one), Quantity(other));
            let (band, next) = (Band::of(one), Band::of(other));
            prop_assert!(one <= band.up_to && (one > band.above || one.0 == 0));
            prop_assert!(band == next || band.up_to <= next.above || next.up_to <= band.above);
        }

        #[test]
        fn what_is_written_is_read_again(number in 0_u64..=LARGEST * 100) {
            let number = Quantity(number);
            prop_assert_eq!(Quantity::read(&number.to_string()), Ok(number));
            prop_assert_eq!(Quantity::read(&number.say(Language::Danish)), Ok(number));
        }
    }
}
