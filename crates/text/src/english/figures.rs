//! In English: numbers, money and days.

pub(crate) fn percent(figure: &str) -> String {
    format!("{figure}%")
}

pub(crate) fn millions(millions: &str) -> String {
    format!("DKK\u{a0}{millions}\u{a0}million")
}

pub(crate) fn in_kroner(digits: &str) -> String {
    format!("DKK\u{a0}{digits}")
}

pub(crate) fn about(amount: &str) -> String {
    format!("about {amount}")
}

pub(crate) fn each(amount: &str) -> String {
    format!("{amount} each")
}

pub(crate) fn between(least: &str, most: &str) -> String {
    format!("between {least} and {most}")
}

pub(crate) const fn not_assessed() -> &'static str {
    "price not assessed"
}

/// Between the last two of a list.
pub(crate) const fn and() -> &'static str {
    " and "
}

pub(crate) fn day_of_month(day: u32, month: &str) -> String {
    format!("{day} {month}")
}

pub(crate) fn weekday_and_day(weekday: &str, day: &str) -> String {
    format!("{weekday} {day}")
}

pub(crate) fn time(time: &str) -> String {
    time.to_owned()
}

pub(crate) fn day_and_time(day: &str, time: &str) -> String {
    format!("{day} at {time}")
}
