//! Numbers, money and days the way the reader's language writes them; the same for browser and server.
//!
//! By hand rather than by the browser's `Intl`: its first formatter takes a slow phone a tenth of a second, just
//! when the first screen is drawn.

use barometer_domain::date::{Date, TimeOfDay, danish_offset_millis};
use barometer_domain::financing::Price;
use barometer_domain::ids::Millis;
use barometer_domain::money::Money;

use crate::{Language, calendar};

const SOFT_HYPHEN: char = '\u{ad}';
/// Words of fewer letters fit on any line.
const LONG_WORD: usize = 13;
/// So many letters at least stay before a hyphen.
const SHORTEST_PART: usize = 4;

/// A whole number the reader's way, in Danish `1.234`.
pub fn number(language: Language, number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut apart = String::from(if number < 0 { "-" } else { "" });
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            apart.push(language.thousands_separator());
        }
        apart.push(digit);
    }
    apart
}

/// A figure given in thousandths, with as many decimals (at most two) as it needs: `2,83`.
pub fn thousandths(language: Language, thousandths: u64) -> String {
    decimals(language, thousandths.saturating_add(5) / 10, 2)
}

/// Thousandths as a percentage with at most one decimal: `68,8 %`.
pub fn percent(language: Language, per_mille: u16) -> String {
    let figure = decimals(language, per_mille.into(), 1);
    in_language!(language, figures::percent(&figure))
}

/// An amount in whole kroner the reader's way, in Danish `480.000 kr.`
pub fn money(language: Language, amount: Money) -> String {
    in_kroner(language, &number(language, amount.rounded_kroner()))
}

/// An amount to the øre, for what is really paid: `42.857,14 kr.`
pub fn to_the_ore(language: Language, amount: Money) -> String {
    let (kroner, ore) = (amount.ore().div_euclid(100), amount.ore().rem_euclid(100));
    let digits = format!(
        "{}{}{ore:02}",
        number(language, kroner),
        language.decimal_point()
    );
    in_kroner(language, &digits)
}

/// An amount in kroner the way one types it, with øre only if there are any: `35.714,29`.
pub fn typed(language: Language, amount: Money) -> String {
    let whole = number(language, amount.ore().div_euclid(100));
    match amount.ore().rem_euclid(100) {
        0 => whole,
        ore => format!("{whole}{}{ore:02}", language.decimal_point()),
    }
}

/// Large amounts shortened: `6,4 mio. kr.`; from one million up.
pub fn money_short(language: Language, amount: Money) -> String {
    let kroner = amount.rounded_kroner();
    if kroner < 1_000_000 {
        return money(language, amount);
    }
    let tenths = kroner.unsigned_abs().saturating_add(50_000) / 100_000;
    let millions = decimals(language, tenths, 1);
    in_language!(language, figures::millions(&millions))
}

/// A price as it is said: `ca. 480.000 kr.` for an estimate, `480.000 kr.` for a firm one, and that there is none yet.
pub fn price(language: Language, price: &Price) -> String {
    let amount = money(language, price.likely());
    match price {
        Price::NotAssessed => not_assessed(language).to_owned(),
        Price::Firm { .. } => amount,
        Price::Estimate { .. } => in_language!(language, figures::about(&amount)),
    }
}

/// What stands in a price's place while nobody has put one to it.
pub fn not_assessed(language: Language) -> &'static str {
    in_language!(language, figures::not_assessed())
}

/// A moment in Denmark, to the minute: `22. november 2026 kl. 14.05`.
pub fn moment(language: Language, at: Millis) -> String {
    let day = date(language, &Date::of_millis(at).to_string());
    let minutes = (at + danish_offset_millis(at))
        .div_euclid(60_000)
        .rem_euclid(24 * 60);
    let time = format!("{:02}:{:02}", minutes / 60, minutes % 60);
    in_language!(language, figures::day_and_time(&day, &time))
}

/// A day given as `YYYY-MM-DD`: `21. september 2023`.
pub fn date(language: Language, day: &str) -> String {
    match parts_of(day) {
        Some((year, month, day)) => format!("{} {year}", day_of_month(language, month, day)),
        None => day.to_owned(),
    }
}

/// A time of day given as `HH:MM`: `13.00`.
pub fn time(language: Language, time: &str) -> String {
    in_language!(language, figures::time(time))
}

/// A day and a time of day (`HH:MM`), as an invitation says it: `torsdag den 21. september kl. 13.00`.
pub fn occasion(language: Language, day: &str, time: &str) -> String {
    let day = match parts_of(day) {
        None => day.to_owned(),
        Some((year, month, day)) => {
            let weekday = calendar::weekday(language, year, month, day);
            let day = day_of_month(language, month, day);
            in_language!(language, figures::weekday_and_day(weekday, &day))
        }
    };
    in_language!(language, figures::day_and_time(&day, time))
}

/// The same for a day that may be far off: `torsdag den 4. marts 2027 kl. 10.00`.
pub fn occasion_with_year(language: Language, day: Date, time: TimeOfDay) -> String {
    let (year, month, number) = day.parts();
    let year = u32::try_from(year).unwrap_or_default();
    let weekday = calendar::weekday(language, year, month.into(), number.into());
    let day = date(language, &day.to_string());
    let day = in_language!(language, figures::weekday_and_day(weekday, &day));
    in_language!(language, figures::day_and_time(&day, &time.to_string()))
}

/// Several names in a row: `Skive, Samsø og Varde`.
pub fn list(language: Language, names: &[&str]) -> String {
    let and = in_language!(language, figures::and());
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => first.join(", ") + and + last,
    }
}

/// What each of several pays, from the smallest amount to the largest: `mellem 20.000 kr. og 30.000 kr.`
pub(crate) fn least_to_most(language: Language, least: &str, most: &str) -> String {
    if least == most {
        in_language!(language, figures::each(least))
    } else {
        in_language!(language, figures::between(least, most))
    }
}

/// The same text with a large first letter.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// A countdown: `0:42`, counting a begun second as a whole one and never below zero.
pub fn countdown(left: Millis) -> String {
    let seconds = left.max(0).saturating_add(999) / 1000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// Where long Danish compounds may be broken, for headings that must fit a narrow phone. A hyphen is shown only
/// where a line really breaks.
pub fn with_soft_hyphens(title: &str) -> String {
    const PARTS: [&str; 12] = [
        "barometer",
        "dokumentation",
        "ledelse",
        "liste",
        "måling",
        "opgave",
        "overblik",
        "screening",
        "sikkerhed",
        "visning",
        "webinar",
        "ønske",
    ];
    let break_up = |word: &str| {
        if word.chars().count() < LONG_WORD {
            return word.to_owned();
        }
        let (mut broken, mut from) = (String::new(), 0);
        for (at, _) in word.char_indices().skip(SHORTEST_PART) {
            let is_part = PARTS.iter().any(|part| word[at..].starts_with(part));
            if is_part {
                broken.push_str(&word[from..at]);
                broken.push(SOFT_HYPHEN);
                from = at;
            }
        }
        broken + &word[from..]
    };
    let words: Vec<String> = title.split(' ').map(break_up).collect();
    words.join(" ")
}

/// The text as it is read aloud or stands in a window's title.
pub fn without_soft_hyphens(text: &str) -> String {
    text.replace(SOFT_HYPHEN, "")
}

fn in_kroner(language: Language, digits: &str) -> String {
    in_language!(language, figures::in_kroner(digits))
}

/// A figure given in its last decimal's unit, without the zeros it would end on: 280 of two decimals is `2,8`.
fn decimals(language: Language, figure: u64, places: u32) -> String {
    let one = 10_u64.pow(places);
    let whole = number(language, i64::try_from(figure / one).unwrap_or(i64::MAX));
    let rest = figure % one;
    if rest == 0 {
        return whole;
    }
    let places = places as usize;
    let rest = format!("{rest:0places$}");
    let point = language.decimal_point();
    format!("{whole}{point}{}", rest.trim_end_matches('0'))
}

/// Year, month and day of `YYYY-MM-DD`, if it is that.
fn parts_of(day: &str) -> Option<(u32, u32, u32)> {
    let mut parts = day.split('-').map(|part| part.parse().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let is_day = (1..=12).contains(&month) && (1..=31).contains(&day);
    (is_day && parts.next().is_none()).then_some((year, month, day))
}

/// A day without its year, in Danish `21. september`; months count from 1.
pub fn day_of_month(language: Language, month: u32, day: u32) -> String {
    let month = calendar::month(language, month);
    in_language!(language, figures::day_of_month(day, month))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Danish, English};

    #[test]
    fn thousands_stand_apart() {
        let danish = [0, 999, 1_000, 480_000, 1_000_001, -12_345].map(|n| number(Danish, n));
        let wanted = ["0", "999", "1.000", "480.000", "1.000.001", "-12.345"];
        assert_eq!(danish, wanted);
        assert_eq!(number(English, 1_000_000), "1,000,000");
    }

    #[test]
    fn a_figure_has_as_many_decimals_as_it_needs() {
        let danish =
            [0, 1_000, 2_834, 2_835, 2_800, 2_050, 12_345_678].map(|n| thousandths(Danish, n));
        assert_eq!(
            danish,
            ["0", "1", "2,83", "2,84", "2,8", "2,05", "12.345,68"]
        );
        assert_eq!(thousandths(English, 2_500), "2.5");
        assert_eq!(percent(Danish, 688), "68,8\u{a0}%");
        assert_eq!(percent(English, 1_000), "100%");
        let millions = money_short(Danish, Money::from_kroner(6_350_000));
        assert_eq!(millions, "6,4\u{a0}mio.\u{a0}kr.");
    }

    #[test]
    fn what_is_paid_is_said_to_the_ore() {
        let amount = Money::from_ore(4_285_714);
        assert_eq!(to_the_ore(Danish, amount), "42.857,14\u{a0}kr.");
        assert_eq!(
            to_the_ore(English, Money::from_kroner(50_000)),
            "DKK\u{a0}50,000.00"
        );
    }

    #[test]
    fn what_is_typed_is_read_again() {
        for ore in [1, 99, 100, 2_400_000, 3_571_429] {
            let amount = Money::from_ore(ore);
            for language in Language::ALL {
                let typed = typed(language, amount);
                let read = barometer_domain::money::typed_kroner(&typed);
                assert_eq!(read, Some(amount), "{typed}");
            }
        }
    }

    #[test]
    fn days_in_words() {
        assert_eq!(date(Danish, "2023-09-21"), "21. september 2023");
        assert_eq!(date(English, "2026-12-03"), "3 December 2026");
        assert_eq!(date(Danish, "engang"), "engang");
        assert_eq!(
            occasion(Danish, "2023-09-21", "13:00"),
            "torsdag den 21. september kl.\u{a0}13.00"
        );
        assert_eq!(
            occasion(English, "2024-02-29", "09:30"),
            "Thursday 29 February at 09:30"
        );
    }

    #[test]
    fn names_in_a_row() {
        let list = |names: &[&str]| list(Danish, names);
        assert_eq!(list(&[]), "");
        assert_eq!(list(&["Skive"]), "Skive");
        assert_eq!(list(&["Skive", "Samsø", "Varde"]), "Skive, Samsø og Varde");
    }

    #[test]
    fn a_day_begins_a_line_with_a_large_letter() {
        assert_eq!(capitalised("torsdag"), "Torsdag");
        assert_eq!(capitalised("ønske"), "Ønske");
    }

    #[test]
    fn a_countdown_shows_begun_seconds() {
        let shown = [42_000, 41_001, 41_000, 1, 0, -5, 125_000].map(countdown);
        assert_eq!(
            shown,
            ["0:42", "0:42", "0:41", "0:01", "0:00", "0:00", "2:05"]
        );
    }

    #[test]
    fn only_long_compounds_are_broken_up() {
        let broken = with_soft_hyphens("Ændringsønskewebinar med barometermåling");
        assert_eq!(
            broken,
            "Ændrings\u{ad}ønske\u{ad}webinar med barometer\u{ad}måling"
        );
        assert_eq!(
            without_soft_hyphens(&broken),
            "Ændringsønskewebinar med barometermåling"
        );
        assert_eq!(with_soft_hyphens("Vikarvisning"), "Vikarvisning");
    }
}
