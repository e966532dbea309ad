//! Danish times of day, and words broken up; with the figures that need no browser.

use barometer_domain::date::{self, danish_offset_millis};
use barometer_domain::ids::{Millis, MunicipalityCode};
use barometer_domain::municipality;
use barometer_text::Language;
pub use barometer_text::figures::{
    capitalised, countdown, date, day_of_month, list, money, money_short, number, occasion,
    percent, price, thousandths, to_the_ore, typed, with_soft_hyphens, without_soft_hyphens,
};
use js_sys::Date;
use wasm_bindgen::JsValue;

const NO_BREAK_SPACE: char = '\u{a0}';

/// The time of day of a moment, to the second, in Denmark: `14.03.21`.
pub fn clock(language: Language, moment: Millis) -> String {
    let seconds = date_of(moment).get_utc_seconds();
    match language {
        Language::Danish => format!("{}.{seconds:02}", to_the_minute(language, moment)),
        Language::English => format!("{}:{seconds:02}", to_the_minute(language, moment)),
    }
}

/// A moment in Denmark, to the minute: `22. november 2026 kl. 14.05`.
pub fn moment(language: Language, moment: Millis) -> String {
    let (day, time) = (day(language, moment), to_the_minute(language, moment));
    match language {
        Language::Danish => format!("{day} kl.{NO_BREAK_SPACE}{time}"),
        Language::English => format!("{day} at {time}"),
    }
}

/// The day of a moment in Denmark: `22. november 2026`.
pub fn day(language: Language, moment: Millis) -> String {
    let date = date_of(moment);
    let day = day_of_month(language, date.get_utc_month() + 1, date.get_utc_date());
    format!("{day} {}", date.get_utc_full_year())
}

/// The day on this device's clock.
pub fn today() -> date::Date {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds of today fit")]
    date::Date::of_millis(Date::now() as Millis)
}

/// A municipality's name, or its code where there is none.
pub fn municipality_name(code: MunicipalityCode) -> String {
    municipality::by_code(code).map_or_else(|| code.to_string(), |found| found.name.to_owned())
}

/// Whether two moments lie on one day of this device's clock.
pub fn is_same_day(one: Millis, other: Millis) -> bool {
    let day = |moment| {
        let date = date_of(moment);
        (
            date.get_utc_full_year(),
            date.get_utc_month(),
            date.get_utc_date(),
        )
    };
    day(one) == day(other)
}

/// The browser's name for a language.
pub fn locale(language: Language) -> &'static str {
    match language {
        Language::Danish => "da-DK",
        Language::English => "en-GB",
    }
}

/// `14.03` in Denmark.
pub fn to_the_minute(language: Language, moment: Millis) -> String {
    let date = date_of(moment);
    let (hours, minutes) = (date.get_utc_hours(), date.get_utc_minutes());
    match language {
        Language::Danish => format!("{hours:02}.{minutes:02}"),
        Language::English => format!("{hours:02}:{minutes:02}"),
    }
}

/// A day whose figures in universal time are those of the Danish clock.
fn date_of(moment: Millis) -> Date {
    let there = moment + danish_offset_millis(moment);
    #[expect(clippy::cast_precision_loss, reason = "a moment is far below 2^53")]
    Date::new(&JsValue::from(there as f64))
}
