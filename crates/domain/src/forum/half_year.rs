//! Half a calendar year, in which budgets and initiatives are reckoned.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::date::Date;

/// January to June, or July to December; written `2027-1` and `2027-2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[serde(try_from = "String", into = "String")]
pub struct HalfYear {
    /// Half-years since the year 0.
    number: i32,
}

/// The text is no half-year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a half-year is written YYYY-1 or YYYY-2")]
pub struct NoHalfYear;

impl HalfYear {
    /// The one in which a day lies.
    pub fn containing(day: Date) -> Self {
        let (year, month, _) = day.parts();
        Self {
            number: year * 2 + i32::from(month > 6),
        }
    }

    /// Year, and 1 for the first half or 2 for the second.
    pub fn parts(self) -> (i32, u8) {
        let half = if self.number.rem_euclid(2) == 0 { 1 } else { 2 };
        (self.number.div_euclid(2), half)
    }

    /// The one that follows.
    #[must_use]
    pub fn next(self) -> Self {
        Self {
            number: self.number + 1,
        }
    }

    /// This one and the following ones, up to and with `last`; nothing if that is earlier.
    pub fn up_to(self, last: Self) -> impl Iterator<Item = Self> {
        (self.number..=last.number).map(|number| Self { number })
    }
}

impl fmt::Display for HalfYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, half) = self.parts();
        write!(f, "{year:04}-{half}")
    }
}

impl FromStr for HalfYear {
    type Err = NoHalfYear;

    fn from_str(text: &str) -> Result<Self, NoHalfYear> {
        let (year, half) = text.split_once('-').ok_or(NoHalfYear)?;
        let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        let year: i32 = year.parse().ok().filter(|_| is_year).ok_or(NoHalfYear)?;
        match half {
            "1" => Ok(Self { number: year * 2 }),
            "2" => Ok(Self {
                number: year * 2 + 1,
            }),
            _ => Err(NoHalfYear),
        }
    }
}

impl TryFrom<String> for HalfYear {
    type Error = NoHalfYear;

    fn try_from(text: String) -> Result<Self, NoHalfYear> {
        text.parse()
    }
}

impl From<HalfYear> for String {
    fn from(half: HalfYear) -> Self {
        half.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_lies_in_the_half_year_of_its_month() {
        let half = |day: &str| HalfYear::containing(day.parse().unwrap()).to_string();
        assert_eq!(half("2027-06-30"), "2027-1");
        assert_eq!(half("2027-07-01"), "2027-2");
        assert_eq!(half("2027-12-31"), "2027-2");
    }

    #[test]
    fn it_is_read_as_it_is_written_and_nothing_else_is() {
        let spring: HalfYear = "2027-1".parse().unwrap();
        assert_eq!(spring.next().to_string(), "2027-2");
        assert_eq!(spring.next().next().parts(), (2028, 1));
        let span: Vec<String> = spring
            .up_to("2028-1".parse().unwrap())
            .map(|half| half.to_string())
            .collect();
        assert_eq!(span, ["2027-1", "2027-2", "2028-1"]);
        for wrong in [
            "", "2027", "2027-0", "2027-3", "27-1", "2027-11", "+027-1", "2027-1 ",
        ] {
            assert_eq!(wrong.parse::<HalfYear>(), Err(NoHalfYear), "{wrong}");
        }
    }
}
