//! Amounts as Pabulib writes them.

/// The most decimals of an amount.
const MOST_DECIMALS: usize = 6;

/// An amount in units of 10^−decimals with the number of its decimals, trailing zeros left out: `8000,50` is
/// `(80_005, 1)`. `None` for what is no amount from 0 up, has more than six decimals, or does not fit.
pub fn parse_amount(written: &str) -> Option<(u64, u32)> {
    let (whole, fraction) = written
        .split_once(['.', ','])
        .map_or((written, ""), |(whole, fraction)| {
            (whole, fraction.trim_end_matches('0'))
        });
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty()
        || !is_digits(whole)
        || !is_digits(fraction)
        || fraction.len() > MOST_DECIMALS
    {
        return None;
    }
    let number = format!("{whole}{fraction}").parse().ok()?;
    Some((number, u32::try_from(fraction.len()).ok()?))
}

/// An amount in units of 10^−`from`, in units of 10^−`to`, where `to` is at least `from`.
pub(super) fn in_units(amount: u64, from: u32, to: u32) -> Option<u64> {
    amount.checked_mul(10_u64.checked_pow(to - from)?)
}

/// The amount as it is written: `8000.5`.
pub(super) fn written(amount: u64, decimals: u32) -> String {
    let scale = 10_u64.saturating_pow(decimals);
    let (whole, fraction) = (amount / scale, amount % scale);
    if fraction == 0 {
        return whole.to_string();
    }
    let width = usize::try_from(decimals).unwrap_or_default();
    let fraction = format!("{fraction:0>width$}");
    format!("{whole}.{}", fraction.trim_end_matches('0'))
}
