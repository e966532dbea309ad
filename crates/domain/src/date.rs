//! Calendar days, for deadlines and expected decisions, and times of day. A moment's day is the day in Denmark
//! (Europe/Copenhagen), wherever server and reader are.

use std::fmt;
use std::ops::Sub;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::ids::Millis;

const MILLIS_AN_HOUR: i64 = 60 * 60 * 1000;
const MILLIS_A_DAY: i64 = 24 * MILLIS_AN_HOUR;

/// A day of the Gregorian calendar between 1970 and 9999, written `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    /// Days since 1 January 1970.
    days: i32,
}

/// The last day that can be written: 31 December 9999.
const LAST: i32 = 2_932_896;

/// The text is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a day is written YYYY-MM-DD")]
pub struct NoDate;

impl Date {
    /// This day of this month of this year, if there is one.
    pub fn of(year: i32, month: u8, day: u8) -> Option<Self> {
        let days = days_from_civil(year, month.into(), day.into());
        let date = Self { days };
        let is_real = (0..=LAST).contains(&days) && date.parts() == (year, month, day);
        is_real.then_some(date)
    }

    /// The day of this moment in Denmark.
    pub fn of_millis(at: Millis) -> Self {
        Self::in_universal_time(at.saturating_add(danish_offset_millis(at)))
    }

    fn in_universal_time(at: Millis) -> Self {
        let days = at.div_euclid(MILLIS_A_DAY).clamp(0, LAST.into());
        Self {
            days: i32::try_from(days).unwrap_or(LAST),
        }
    }

    /// The moment of this day and time in Denmark. What stands twice on the night the clocks go back is the first; what
    /// the night in spring leaves out is as long after the hour before.
    pub fn at_millis(self, time: TimeOfDay) -> Millis {
        let minutes = i64::from(time.minutes) * 60 * 1000;
        let local = i64::from(self.days) * MILLIS_A_DAY + minutes;
        let in_summer = local - 2 * MILLIS_AN_HOUR;
        if danish_offset_millis(in_summer) == 2 * MILLIS_AN_HOUR {
            in_summer
        } else {
            local - MILLIS_AN_HOUR
        }
    }

    /// The first moment of this day in Denmark.
    pub fn starts_at_millis(self) -> Millis {
        self.at_millis(TimeOfDay { minutes: 0 })
    }

    /// Noon of this day in Denmark, for what is known by its day only.
    pub fn midday_millis(self) -> Millis {
        self.at_millis(TimeOfDay { minutes: 12 * 60 })
    }

    /// The last moment of this day in Denmark.
    pub fn ends_before_millis(self) -> Millis {
        let tomorrow = Self {
            days: self.days + 1,
        };
        tomorrow.starts_at_millis() - 1
    }

    /// The day `days` later, or earlier if negative; never outside the range of a `Date`.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Self {
            days: self.days.saturating_add(days).clamp(0, LAST),
        }
    }

    /// Year, month (1 to 12) and day of the month (1 to 31).
    pub fn parts(self) -> (i32, u8, u8) {
        civil_from_days(self.days)
    }
}

/// By how much clocks in Denmark are ahead of universal time: an hour, and two between the last Sundays of March and
/// October, from 01:00 to 01:00 universal time (directive 2000/84/EC). What a change in that law would change is here.
pub fn danish_offset_millis(at: Millis) -> Millis {
    let (year, ..) = Date::in_universal_time(at).parts();
    let changes = |month| {
        let last = days_from_civil(year, month, 31);
        // 1 January 1970 was a Thursday.
        let sunday = last - (last + 4).rem_euclid(7);
        i64::from(sunday) * MILLIS_A_DAY + MILLIS_AN_HOUR
    };
    if (changes(3)..changes(10)).contains(&at) {
        2 * MILLIS_AN_HOUR
    } else {
        MILLIS_AN_HOUR
    }
}

/// How many days lie between two.
impl Sub for Date {
    type Output = i32;

    fn sub(self, other: Self) -> i32 {
        self.days - other.days
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Date {
    type Err = NoDate;

    fn from_str(text: &str) -> Result<Self, NoDate> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next(), parts.next(), parts.next());
        let digits = |part: Option<&str>, length| {
            part.filter(|part| part.len() == length && part.bytes().all(|b| b.is_ascii_digit()))
                .and_then(|part| part.parse::<u16>().ok())
        };
        let date = match (
            digits(year, 4),
            digits(month, 2),
            digits(day, 2),
            parts.next(),
        ) {
            (Some(year), Some(month), Some(day), None) => Self::of(
                year.into(),
                u8::try_from(month).unwrap_or(0),
                u8::try_from(day).unwrap_or(0),
            ),
            _ => None,
        };
        date.ok_or(NoDate)
    }
}

impl TryFrom<String> for Date {
    type Error = NoDate;

    fn try_from(text: String) -> Result<Self, NoDate> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

/// A time of day to the minute, local wherever it is read, written `HH:MM`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[serde(try_from = "String", into = "String")]
pub struct TimeOfDay {
    /// Minutes since midnight, 0 to 1439.
    minutes: u16,
}

/// The text is no time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a time is written HH:MM")]
pub struct NoTime;

impl TimeOfDay {
    /// The full hour; 23 at the latest.
    pub const fn at_hour(hour: u8) -> Self {
        let hour = if hour < 24 { hour } else { 23 };
        Self {
            minutes: hour as u16 * 60,
        }
    }

    /// So many minutes later on the same day; a minute to midnight at the latest.
    #[must_use]
    pub fn plus_minutes(self, minutes: u16) -> Self {
        Self {
            minutes: self.minutes.saturating_add(minutes).min(24 * 60 - 1),
        }
    }

    /// Hours (0 to 23) and minutes (0 to 59).
    pub fn parts(self) -> (u16, u16) {
        (self.minutes / 60, self.minutes % 60)
    }

    /// So many seconds from this to `end` on the same day; 0 if that is not later.
    pub fn seconds_to(self, end: Self) -> u32 {
        u32::from(end.minutes.saturating_sub(self.minutes)) * 60
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hours, minutes) = self.parts();
        write!(f, "{hours:02}:{minutes:02}")
    }
}

impl FromStr for TimeOfDay {
    type Err = NoTime;

    /// Reads it as a browser's field gives it, and as Danes type it: `13:00`, `13.00`, `9.30`.
    fn from_str(text: &str) -> Result<Self, NoTime> {
        let (hours, minutes) = text.trim().split_once([':', '.']).ok_or(NoTime)?;
        let number = |digits: &str, fewest: usize, below: u16| {
            let is_short = (fewest..=2).contains(&digits.len());
            let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
            let number = digits.parse::<u16>().ok().filter(|number| *number < below);
            number.filter(|_| is_short && is_number).ok_or(NoTime)
        };
        Ok(Self {
            minutes: number(hours, 1, 24)? * 60 + number(minutes, 2, 60)?,
        })
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = NoTime;

    fn try_from(text: String) -> Result<Self, NoTime> {
        text.parse()
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> Self {
        time.to_string()
    }
}

/// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": March begins the year, so that the leap day ends it.
fn days_from_civil(year: i32, month: i32, day: i32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

fn civil_from_days(days: i32) -> (i32, u8, u8) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    let small = |number| u8::try_from(number).unwrap_or(0);
    (year, small(month), small(day))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for text in ["1970-01-01", "2023-09-21", "2024-02-29", "9999-12-31"] {
            assert_eq!(text.parse::<Date>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "",
            "2023-02-29",
            "2023-13-01",
            "2023-1-01",
            "21-09-2023",
            "2023-09-21 ",
            "1969-12-31",
            "2023-09-21-1",
        ] {
            assert_eq!(text.parse::<Date>(), Err(NoDate), "{text}");
        }
    }

    #[test]
    fn a_time_is_read_as_browsers_and_danes_write_it() {
        let time = |text: &str| text.parse::<TimeOfDay>().map(|time| time.to_string());
        for (typed, read) in [("13:00", "13:00"), ("13.05", "13:05"), ("9.30", "09:30")] {
            assert_eq!(time(typed).as_deref(), Ok(read));
        }
        for typed in [
            "", "13", "24:00", "12:60", "12:5", "1 2:00", "-1:00", "+1:00", "012:00",
        ] {
            assert_eq!(time(typed), Err(NoTime), "{typed}");
        }
        let at = |text: &str| text.parse::<TimeOfDay>().unwrap();
        assert_eq!(at("13:00").seconds_to(at("14:15")), 4_500);
        assert_eq!(at("14:00").seconds_to(at("13:00")), 0);
    }

    #[test]
    fn a_moment_late_in_the_evening_is_of_the_danish_day() {
        let day = |at: &str| at.parse::<Date>().unwrap();
        // 21 September 2023, 22:30 universal time: half past midnight in Denmark.
        assert_eq!(Date::of_millis(1_695_335_400_000), day("2023-09-22"));
        // 31 December 2023, 22:59 and 23:00 universal time.
        assert_eq!(Date::of_millis(1_704_063_599_000), day("2023-12-31"));
        assert_eq!(Date::of_millis(1_704_063_600_000), day("2024-01-01"));
        // Days on which the clocks change have 23 and 25 hours.
        for (date, hours) in [("2026-03-29", 23), ("2026-06-18", 24), ("2026-10-25", 25)] {
            let length = day(date).ends_before_millis() + 1 - day(date).starts_at_millis();
            assert_eq!(length, hours * MILLIS_AN_HOUR, "{date}");
        }
    }

    #[test]
    fn days_are_counted_over_leap_years() {
        let date = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(date("2024-03-01") - date("2024-02-28"), 2);
        assert_eq!(date("2023-09-21").plus_days(180), date("2024-03-19"));
        assert_eq!(Date::of_millis(1_695_254_400_000), date("2023-09-21"));
    }

    proptest! {
        #[test]
        fn a_day_is_from_its_first_moment_to_its_last(days in 0..60_000) {
            let day = Date { days };
            prop_assert_eq!(Date::of_millis(day.starts_at_millis()), day);
            prop_assert_eq!(Date::of_millis(day.midday_millis()), day);
            prop_assert_eq!(Date::of_millis(day.ends_before_millis()), day);
            prop_assert_eq!(day.ends_before_millis() + 1, day.plus_days(1).starts_at_millis());
        }

        #[test]
        fn every_day_follows_the_one_before(days in 0..LAST) {
            let today = Date { days };
            let tomorrow = today.plus_days(1);
            prop_assert!(tomorrow.to_string() > today.to_string());
            prop_assert_eq!(tomorrow.to_string().parse::<Date>(), Ok(tomorrow));
        }
    }
}
