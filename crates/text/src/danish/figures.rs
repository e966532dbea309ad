//! In Danish: numbers, money and days.

pub(crate) fn percent(figure: &str) -> String {
    format!("{figure}\u{a0}%")
}

pub(crate) fn millions(millions: &str) -> String {
    format!("{millions}\u{a0}mio.\u{a0}kr.")
}

pub(crate) fn in_kroner(digits: &str) -> String {
    format!("{digits}\u{a0}kr.")
}

pub(crate) fn about(amount: &str) -> String {
    format!("ca.\u{a0}{amount}")
}

pub(crate) fn each(amount: &str) -> String {
    format!("{amount} hver")
}

pub(crate) fn between(least: &str, most: &str) -> String {
    format!("mellem {least} og {most}")
}

pub(crate) const fn not_assessed() -> &'static str {
    "pris ikke vurderet"
}

/// Between the last two of a list.
pub(crate) const fn and() -> &'static str {
    " og "
}

pub(crate) fn day_of_month(day: u32, month: &str) -> String {
    format!("{day}. {month}")
}

pub(crate) fn weekday_and_day(weekday: &str, day: &str) -> String {
    format!("{weekday} den {day}")
}

pub(crate) fn time(time: &str) -> String {
    time.replace(':', ".")
}

pub(crate) fn day_and_time(day: &str, time: &str) -> String {
    let time = time.replace(':', ".");
    format!("{day} kl.\u{a0}{time}")
}
