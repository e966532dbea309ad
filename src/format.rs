//! Numbers, money and times the way the reader's language writes them, by the browser's `Intl`.

use barometer_domain::financing::Price;
use barometer_domain::ids::Millis;
use barometer_domain::money::Money;
use barometer_text::Language;
use js_sys::Intl::NumberFormat;
use js_sys::{Array, Date, Object, Reflect};
use wasm_bindgen::JsValue;

const NO_BREAK_SPACE: char = '\u{a0}';
const SOFT_HYPHEN: char = '\u{ad}';
/// Words of fewer letters fit on any line.
const LONG_WORD: usize = 13;
/// So many letters at least stay before a hyphen.
const SHORTEST_PART: usize = 4;

/// A whole number: `1.234`.
pub fn number(language: Language, number: i64) -> String {
    #[expect(
        clippy::cast_precision_loss,
        reason = "amounts and counts are far below 2^53"
    )]
    digits(language, number as f64, 0)
}

/// A figure given in thousandths, with as many decimals (at most two) as it needs: `2,83`.
pub fn thousandths(language: Language, thousandths: u64) -> String {
    #[expect(
        clippy::cast_precision_loss,
        reason = "a figure of the result is far below 2^53"
    )]
    digits(language, thousandths as f64 / 1000.0, 2)
}

/// Thousandths as a percentage with at most one decimal: `68,8 %`.
pub fn percent(language: Language, per_mille: u16) -> String {
    let options = options(&[
        ("style", "percent".into()),
        ("maximumFractionDigits", 1.into()),
    ]);
    localised(language, f64::from(per_mille) / 1000.0, &options)
}

/// Whole kroner: `480.000 kr.`
pub fn money(language: Language, amount: Money) -> String {
    in_kroner(language, &number(language, amount.rounded_kroner()))
}

/// Large amounts shortened: `6,4 mio. kr.`; from one million up.
pub fn money_short(language: Language, amount: Money) -> String {
    let kroner = amount.rounded_kroner();
    if kroner < 1_000_000 {
        return money(language, amount);
    }
    #[expect(clippy::cast_precision_loss, reason = "amounts are far below 2^53")]
    let millions = digits(language, kroner as f64 / 1_000_000.0, 1);
    match language {
        Language::Danish => format!("{millions}{NO_BREAK_SPACE}mio.{NO_BREAK_SPACE}kr."),
        Language::English => format!("DKK{NO_BREAK_SPACE}{millions}{NO_BREAK_SPACE}million"),
    }
}

/// A price as it is said: `ca. 480.000 kr.` for an estimate, `480.000 kr.` for a firm one.
pub fn price(language: Language, price: &Price) -> String {
    let amount = money(language, price.likely());
    match (price, language) {
        (Price::Firm { .. }, _) => amount,
        (Price::Estimate { .. }, Language::Danish) => format!("ca.{NO_BREAK_SPACE}{amount}"),
        (Price::Estimate { .. }, Language::English) => format!("about {amount}"),
    }
}

/// A day given as `YYYY-MM-DD`: `21. september 2023`.
pub fn date(language: Language, day: &str) -> String {
    of_day(
        language,
        day,
        &[("day", "numeric"), ("month", "long"), ("year", "numeric")],
    )
}

/// A day and a time of day (`HH:MM`), as an invitation says it: `torsdag den 21. september kl. 13.00`.
pub fn occasion(language: Language, day: &str, time: &str) -> String {
    let weekday = of_day(language, day, &[("weekday", "long")]);
    let day = of_day(language, day, &[("day", "numeric"), ("month", "long")]);
    match language {
        Language::Danish => {
            let time = time.replace(':', ".");
            format!("{weekday} den {day} kl.{NO_BREAK_SPACE}{time}")
        }
        Language::English => format!("{weekday} {day} at {time}"),
    }
}

/// The time of day of a moment, to the second, on this device's clock: `14.03.21`.
pub fn clock(language: Language, moment: Millis) -> String {
    let options = options(&[
        ("hour", "2-digit".into()),
        ("minute", "2-digit".into()),
        ("second", "2-digit".into()),
    ]);
    date_of(moment)
        .to_locale_time_string_with_options(locale(language), &options)
        .into()
}

/// A moment on this device's clock, to the minute: `22. november 2026 kl. 14.05`.
pub fn moment(language: Language, moment: Millis) -> String {
    let date = date_of(moment);
    let day = options(&[
        ("day", "numeric".into()),
        ("month", "long".into()),
        ("year", "numeric".into()),
    ]);
    let time = options(&[("hour", "2-digit".into()), ("minute", "2-digit".into())]);
    let day = date.to_locale_date_string(locale(language), &day);
    let time = date.to_locale_time_string_with_options(locale(language), &time);
    match language {
        Language::Danish => format!("{day} kl.{NO_BREAK_SPACE}{time}"),
        Language::English => format!("{day} at {time}"),
    }
}

/// A countdown: `0:42`, counting a begun second as a whole one and never below zero.
pub fn countdown(left: Millis) -> String {
    let seconds = left.max(0).saturating_add(999) / 1000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// Several names in a row: `Skive, Samsø og Varde`.
pub fn list(language: Language, names: &[&str]) -> String {
    let and = match language {
        Language::Danish => " og ",
        Language::English => " and ",
    };
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => first.join(", ") + and + last,
    }
}

/// The same text with a large first letter.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
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

/// The browser's name for a language.
pub fn locale(language: Language) -> &'static str {
    match language {
        Language::Danish => "da-DK",
        Language::English => "en-GB",
    }
}

fn in_kroner(language: Language, digits: &str) -> String {
    match language {
        Language::Danish => format!("{digits}{NO_BREAK_SPACE}kr."),
        Language::English => format!("DKK{NO_BREAK_SPACE}{digits}"),
    }
}

fn digits(language: Language, number: f64, decimals: u8) -> String {
    let options = options(&[("maximumFractionDigits", decimals.into())]);
    localised(language, number, &options)
}

fn localised(language: Language, number: f64, options: &Object) -> String {
    let locales = Array::of1(&locale(language).into());
    let format = NumberFormat::new(&locales, options).format();
    let text = format.call1(&JsValue::NULL, &number.into());
    // `Intl` formats every number.
    text.ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

fn of_day(language: Language, day: &str, parts: &[(&str, &str)]) -> String {
    let midnight = Date::parse(day);
    if !midnight.is_finite() {
        return day.to_owned();
    }
    let mut all = vec![("timeZone", "UTC".into())];
    all.extend(parts.iter().map(|&(name, value)| (name, value.into())));
    Date::new(&midnight.into())
        .to_locale_date_string(locale(language), &options(&all))
        .into()
}

fn date_of(moment: Millis) -> Date {
    #[expect(clippy::cast_precision_loss, reason = "a moment is far below 2^53")]
    Date::new(&JsValue::from(moment as f64))
}

fn options(pairs: &[(&str, JsValue)]) -> Object {
    let options = Object::new();
    for (name, value) in pairs {
        // Setting a property of a plain new object cannot fail.
        let _ = Reflect::set(&options, &JsValue::from(*name), value);
    }
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_countdown_shows_begun_seconds() {
        let shown = [42_000, 41_001, 41_000, 1, 0, -5, 125_000].map(countdown);
        assert_eq!(
            shown,
            ["0:42", "0:42", "0:41", "0:01", "0:00", "0:00", "2:05"]
        );
    }

    #[test]
    fn names_in_a_row() {
        let list = |names: &[&str]| list(Language::Danish, names);
        assert_eq!(list(&[]), "");
        assert_eq!(list(&["Skive"]), "Skive");
        assert_eq!(list(&["Skive", "Samsø", "Varde"]), "Skive, Samsø og Varde");
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

    #[test]
    fn a_day_begins_a_line_with_a_large_letter() {
        assert_eq!(capitalised("torsdag"), "Torsdag");
        assert_eq!(capitalised("ønske"), "Ønske");
    }
}
