//! When the forum meets: twice a year, on days on which people in Danish municipalities are at work.

use super::half_year::HalfYear;
use super::meeting::{MeetingRow, MeetingState};
use crate::date::Date;

/// How many days there are at least between a proposal and its meeting: those who come need time to prepare.
const NOTICE: i32 = 28;

/// Easter Sunday of a year (the "anonymous" Gregorian algorithm, Meeus, Astronomical Algorithms, chapter 8).
fn easter(year: i32) -> Option<Date> {
    let (golden, century, of_century) = (year % 19, year / 100, year % 100);
    let moon_shift = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon_shift + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let correction = (golden + 11 * epact + 22 * to_sunday) / 451;
    let from_march = epact + to_sunday - 7 * correction + 114;
    let (month, day) = (from_march / 31, from_march % 31 + 1);
    Date::of(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// The day of the week, 1 for Monday to 7 for Sunday.
pub fn weekday(day: Date) -> u8 {
    let thursday = Date::of(1970, 1, 1).unwrap_or(day);
    u8::try_from((day - thursday + 3).rem_euclid(7) + 1).unwrap_or(1)
}

/// Whether Danes do not work on it: Saturday, Sunday, a public holiday, or a day that is off by custom (Constitution Day,
/// Christmas Eve, New Year's Eve). Store bededag is none since 2024 (lov nr. 214 af 6. marts 2023).
pub fn is_day_off(day: Date) -> bool {
    let (year, month, date) = day.parts();
    let fixed = [(1, 1), (6, 5), (12, 24), (12, 25), (12, 26), (12, 31)];
    // Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension, Whit Sunday and Monday.
    let after_easter = [-3, -2, 0, 1, 39, 49, 50];
    let moves = easter(year).is_some_and(|easter| after_easter.contains(&(day - easter)));
    weekday(day) > 5 || fixed.contains(&(month, date)) || moves
}

/// Whether the schools are closed around it, and many are away: the week before Easter, and week 42.
fn is_holiday_week(day: Date) -> bool {
    let (year, ..) = day.parts();
    let before_easter = easter(year).is_some_and(|easter| (-6..=1).contains(&(day - easter)));
    // The fourth of January is always in week 1 (ISO 8601).
    let in_week_1 = Date::of(year, 1, 4).unwrap_or(day);
    let monday = in_week_1.plus_days(1 - i32::from(weekday(in_week_1)));
    before_easter || (41 * 7..42 * 7).contains(&(day - monday))
}

/// Whether the forum can well meet on it: a Tuesday, Wednesday or Thursday that is no day off and in no holiday week.
pub fn is_good_day(day: Date) -> bool {
    (2..=4).contains(&weekday(day)) && !is_day_off(day) && !is_holiday_week(day)
}

/// The day that is proposed for a half-year: the first good one from 10 April, or from 20 October.
pub fn proposed_day(half: HalfYear) -> Option<Date> {
    let first = match half.parts() {
        (year, 1) => Date::of(year, 4, 10),
        (year, _) => Date::of(year, 10, 20),
    }?;
    (0..28)
        .map(|days| first.plus_days(days))
        .find(|day| is_good_day(*day))
}

/// The next two meetings to call: one for each half-year that has none yet and leaves time to prepare.
pub fn proposed_days(meetings: &[MeetingRow], today: Date) -> Vec<Date> {
    let has_meeting = |half| {
        meetings.iter().any(|row| {
            row.meeting.state != MeetingState::Cancelled
                && HalfYear::containing(row.meeting.date) == half
        })
    };
    let halves = std::iter::successors(Some(HalfYear::containing(today)), |half| Some(half.next()));
    let free = halves.take(20).filter(|half| !has_meeting(*half));
    let days = free.filter_map(proposed_day);
    days.filter(|day| *day - today >= NOTICE).take(2).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::forum::{Meeting, MeetingId};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    /// As the almanac of the University of Copenhagen has it.
    #[test]
    fn easter_is_when_the_almanac_says() {
        for sunday in [
            "2023-04-09",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2029-04-01",
            "2030-04-21",
            "2038-04-25",
            "2285-03-22",
        ] {
            let sunday = day(sunday);
            assert_eq!(easter(sunday.parts().0), Some(sunday));
        }
    }

    #[test]
    fn days_off_are_those_of_the_danish_calendar() {
        for off in [
            "2026-01-01",
            "2026-04-02",
            "2026-04-03",
            "2026-04-06",
            "2026-05-14",
            "2026-05-25",
            "2026-06-05",
            "2026-12-24",
            "2026-12-25",
            "2026-11-28",
        ] {
            assert!(is_day_off(day(off)), "{off}");
        }
        // Store bededag is a day of work since 2024.
        for on in ["2026-05-01", "2026-05-15", "2026-04-07", "2026-12-23"] {
            assert!(!is_day_off(day(on)), "{on}");
        }
    }

    #[test]
    fn proposals_of_some_years() {
        let proposed = |half: &str| proposed_day(half.parse().unwrap()).unwrap().to_string();
        assert_eq!(proposed("2027-1"), "2027-04-13");
        assert_eq!(proposed("2027-2"), "2027-10-26", "week 42 is from the 18th");
        assert_eq!(
            proposed("2028-1"),
            "2028-04-18",
            "Easter Sunday is the 16th"
        );
        assert_eq!(proposed("2030-1"), "2030-04-10");
        assert_eq!(proposed("2026-2"), "2026-10-20");
    }

    fn meeting(date: &str, state: MeetingState) -> MeetingRow {
        MeetingRow {
            id: MeetingId(1),
            edition: 1,
            meeting: Meeting {
                state,
                ..Meeting::on(day(date))
            },
        }
    }

    #[test]
    fn a_half_year_with_a_meeting_gets_no_other_and_one_called_off_does() {
        let days = |meetings: &[MeetingRow], today: &str| -> Vec<String> {
            let days = proposed_days(meetings, day(today));
            days.iter().map(ToString::to_string).collect()
        };
        assert_eq!(days(&[], "2026-11-28"), ["2027-04-13", "2027-10-26"]);
        assert_eq!(days(&[], "2027-04-01"), ["2027-10-26", "2028-04-18"]);
        let called = [meeting("2027-03-02", MeetingState::Called)];
        assert_eq!(days(&called, "2026-11-28"), ["2027-10-26", "2028-04-18"]);
        let cancelled = [meeting("2027-03-02", MeetingState::Cancelled)];
        assert_eq!(days(&cancelled, "2026-11-28"), ["2027-04-13", "2027-10-26"]);
    }

    proptest! {
        /// Every half-year has its day, on which people are at work, about half a year from the one before.
        #[test]
        fn two_good_days_a_year(year in 1971..2400_i32) {
            let spring: HalfYear = format!("{year}-1").parse().unwrap();
            let days = [spring, spring.next(), spring.next().next()].map(proposed_day);
            for pair in days.windows(2) {
                let (one, next) = (pair[0].unwrap(), pair[1].unwrap());
                prop_assert!(is_good_day(one) && !is_day_off(one));
                prop_assert!((150..=220).contains(&(next - one)), "{} {}", one, next);
            }
        }

        #[test]
        fn a_week_goes_from_monday_to_sunday(days in 0..800_000_i32) {
            let monday = day("2026-11-23").plus_days(-(20_000 - days % 40_000) / 7 * 7);
            for ahead in 0..7 {
                prop_assert_eq!(i32::from(weekday(monday.plus_days(ahead))), ahead + 1);
            }
        }
    }
}
