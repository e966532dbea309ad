//! The names of days and months.

use crate::Language;

/// The weekday of a day in the Gregorian calendar: `torsdag`, `Thursday`.
pub fn weekday(language: Language, year: u32, month: u32, day: u32) -> &'static str {
    // January and February belong to the year before, so that its odd day comes last (Sakamoto).
    const SHIFTS: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let year = if month < 3 {
        year.saturating_sub(1)
    } else {
        year
    };
    let shift = SHIFTS[month.clamp(1, 12) as usize - 1];
    let days = (u64::from(year) + u64::from(year / 4) + u64::from(year / 400))
        .saturating_sub(u64::from(year / 100));
    let weekday = (days + u64::from(shift) + u64::from(day)) % 7;
    in_language!(language, calendar::weekday(weekday))
}

/// A month, from 1 on: `september`, `September`.
pub fn month(language: Language, month: u32) -> &'static str {
    in_language!(language, calendar::month(month))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Danish, English};

    #[test]
    fn weekdays_of_known_days() {
        let known = [
            ((2000, 2, 29), "tirsdag"),
            ((2023, 9, 21), "torsdag"),
            ((2024, 12, 31), "tirsdag"),
            ((2026, 3, 1), "søndag"),
            ((2026, 11, 21), "lørdag"),
        ];
        for ((year, month, day), wanted) in known {
            assert_eq!(weekday(Danish, year, month, day), wanted);
        }
        assert_eq!(weekday(English, 2100, 1, 1), "Friday");
    }

    #[test]
    fn a_month_has_its_name_in_the_readers_language() {
        assert_eq!(month(Danish, 10), "oktober");
        assert_eq!(month(English, 5), "May");
    }
}
