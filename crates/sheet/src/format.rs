//! What a number in a workbook is, and how it reads as text.

use barometer_domain::date::Date;

/// Day 25,569 of a workbook is 1 January 1970.
const EPOCH: i32 = 25_569;
/// Day 0 of a workbook that counts from 1904.
pub(crate) const FROM_1904: i32 = 1_462;
/// 31 December 9999.
const LAST: i32 = 2_958_465;

/// Whether numbers of this built-in format are days (ECMA-376, 18.8.30).
pub(crate) fn is_built_in_day(id: u32) -> bool {
    matches!(id, 14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58)
}

/// Whether a number format shows a day: one that has a year or a day outside of what it quotes.
pub(crate) fn shows_day(format: &str) -> bool {
    shows(format, |letter| matches!(letter, 'd' | 'D' | 'y' | 'Y'))
}

/// Whether such a letter stands in the format of positive numbers, outside of what it quotes.
fn shows(format: &str, is_it: impl Fn(char) -> bool) -> bool {
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => _ = letters.by_ref().find(|&letter| letter == '"'),
            '[' => _ = letters.by_ref().find(|&letter| letter == ']'),
            // The letter after these is shown, left free, or repeated.
            '\\' | '_' | '*' => _ = letters.next(),
            ';' => return false,
            letter if is_it(letter) => return true,
            _ => {}
        }
    }
    false
}

/// What an amount in another currency has in its format, and what that currency is called.
const OTHER_CURRENCIES: [(&str, &str); 12] = [
    ("€", "EUR"),
    ("EUR", "EUR"),
    ("£", "GBP"),
    ("GBP", "GBP"),
    ("USD", "USD"),
    ("[$$", "USD"),
    ("\"$", "USD"),
    ("\\$", "USD"),
    ("SEK", "SEK"),
    ("NOK", "NOK"),
    ("CHF", "CHF"),
    ("ISK", "ISK"),
];

/// What a number is beside its digits: half of something is no amount, and neither is one in another currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// Shown as hundredths.
    Percent,
    /// An amount that is not in kroner.
    Currency(&'static str),
}

impl Unit {
    /// What a built-in number format shows behind the number (ECMA-376, 18.8.30).
    pub(crate) fn of_built_in(id: u32) -> Option<Self> {
        matches!(id, 9 | 10).then_some(Self::Percent)
    }

    /// What a number format shows beside the number.
    pub(crate) fn of_format(format: &str) -> Option<Self> {
        let mut currencies = OTHER_CURRENCIES.into_iter();
        let currency = currencies.find(|(mark, _)| format.contains(mark));
        let currency = currency.map(|(_, name)| Self::Currency(name));
        let percent = || shows(format, |letter| letter == '%').then_some(Self::Percent);
        currency.or_else(percent)
    }

    /// A currency by its name; kroner are what amounts are in anyway.
    pub(crate) fn of_currency(name: &str) -> Option<Self> {
        let mut currencies = OTHER_CURRENCIES.into_iter();
        let found = currencies.find(|(_, known)| *known == name);
        found.map(|(_, name)| Self::Currency(name))
    }

    /// The number as a person reads it in the cell.
    pub(crate) fn say(self, value: f64) -> String {
        match self {
            Self::Percent => format!("{} %", number(value * 100.0)),
            Self::Currency(name) => format!("{} {name}", number(value)),
        }
    }
}

/// A number as a spreadsheet knows it: 15 digits, without an exponent.
pub(crate) fn number(value: f64) -> String {
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    rounded.to_string()
}

/// The day that a number stands for; `None` for one with a time, or before 1970.
pub(crate) fn day(value: f64, from: i32) -> Option<Date> {
    let is_whole = value.fract() == 0.0 && (0.0..=f64::from(LAST)).contains(&value);
    #[expect(clippy::cast_possible_truncation, reason = "whole, and within i32")]
    let days = is_whole.then_some(value as i32)? + from;
    let is_known = (EPOCH..=LAST).contains(&days);
    is_known.then(|| Date::of_millis(0).plus_days(days - EPOCH))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_days_are_told_from_those_of_amounts() {
        for format in ["yyyy\\-mm\\-dd", "d. mmmm yyyy", "[$-406]d\\-m\\-yy;@"] {
            assert!(shows_day(format), "{format}");
        }
        for format in [
            "General",
            "#,##0.00",
            "_-* #,##0.00\\ [$kr.-406]_-",
            "0\" dage\"",
            "[Red]0",
            "hh:mm",
            "0;yyyy",
        ] {
            assert!(!shows_day(format), "{format}");
        }
    }

    #[test]
    fn a_part_and_another_currency_are_told_from_kroner() {
        for (format, expected) in [
            ("0.0%", Some("25 %")),
            ("[$€-407]#,##0.00", Some("0.25 EUR")),
            ("#,##0\\ \"EUR\"", Some("0.25 EUR")),
            ("[$$-409]#,##0.00", Some("0.25 USD")),
            ("\"$\"#,##0", Some("0.25 USD")),
            ("[$SEK] #,##0", Some("0.25 SEK")),
            ("_-* #,##0.00\\ [$kr.-406]_-", None),
            ("#,##0.00\\ \"DKK\"", None),
            ("0\" % af prisen\"", None),
            ("#,##0", None),
        ] {
            let shown = Unit::of_format(format).map(|unit| unit.say(0.25));
            assert_eq!(shown.as_deref(), expected, "{format}");
        }
    }

    #[test]
    fn a_number_reads_as_it_is_shown() {
        for (value, text) in [
            (240_000.0, "240000"),
            (35_714.29, "35714.29"),
            (0.1 + 0.2, "0.3"),
            (1234.567, "1234.567"),
            (-0.5, "-0.5"),
            (1e20, "100000000000000000000"),
        ] {
            assert_eq!(number(value), text);
        }
        assert_eq!(number(f64::NAN), "NaN");
    }

    #[test]
    fn days_count_from_1900_or_1904() {
        let text = |value, from| day(value, from).map(|day| day.to_string());
        assert_eq!(text(46_327.0, 0).as_deref(), Some("2026-11-01"));
        assert_eq!(text(44_865.0, FROM_1904).as_deref(), Some("2026-11-01"));
        for none in [46_327.5, 1.0, -1.0, 1e300, f64::NAN, f64::INFINITY] {
            assert_eq!(text(none, 0), None, "{none}");
        }
    }
}
