//! In Danish: the names of days and months.

/// A weekday, from 0 for Sunday.
pub(crate) fn weekday(day: u64) -> &'static str {
    match day {
        0 => "søndag",
        1 => "mandag",
        2 => "tirsdag",
        3 => "onsdag",
        4 => "torsdag",
        5 => "fredag",
        _ => "lørdag",
    }
}

/// A month, from 1 for January.
pub(crate) fn month(month: u32) -> &'static str {
    match month {
        1 => "januar",
        2 => "februar",
        3 => "marts",
        4 => "april",
        5 => "maj",
        6 => "juni",
        7 => "juli",
        8 => "august",
        9 => "september",
        10 => "oktober",
        11 => "november",
        _ => "december",
    }
}
