//! How often what got no answer is asked again: everywhere the same.

use barometer_domain::refusal::Refusal;
use gloo_timers::future::TimeoutFuture;

use super::operation::{ApiError, FromReply, Operation};

/// The pause after the first failure, in milliseconds; doubled with each further one, [`MOST_DOUBLINGS`] times.
const FIRST_PAUSE_MS: f64 = 400.0;
const MOST_DOUBLINGS: i32 = 4;

/// The pause in milliseconds after so many failures before this one: between half of it and one and a half times it, by
/// `random` (between 0 and 1), so that a crowd that lost its connection at once does not come back at once.
pub fn pause_ms(failures: i32, random: f64) -> u32 {
    let longest = FIRST_PAUSE_MS * 2.0_f64.powi(failures.min(MOST_DOUBLINGS));
    whole(longest * (0.5 + random))
}

/// When to ask again after this error and so many failures before it, in milliseconds; `None` when the same question
/// would be refused again.
pub fn retry_after_ms(error: &ApiError, failures: i32) -> Option<u32> {
    match error {
        // Not before the server has time, and not everybody then.
        ApiError::Refused(
            Refusal::Busy { retry_after_ms }
            | Refusal::StorageFull { retry_after_ms }
            | Refusal::TooMany { retry_after_ms },
        ) => Some(spread(*retry_after_ms)),
        error if error.is_failure() => Some(pause_ms(failures, js_sys::Math::random())),
        _ => None,
    }
}

/// A pause in milliseconds and up to half as much again, by chance, so that a crowd does not come all at once.
pub fn spread(pause_ms: u32) -> u32 {
    whole(f64::from(pause_ms) * (1.0 + js_sys::Math::random() / 2.0))
}

/// Asks until there is an answer, or a refusal that would only be repeated; `on_failure` hears of each try that failed.
pub async fn until_answered<A: FromReply + 'static>(
    operation: Operation<A>,
    on_failure: &dyn Fn(),
) -> Result<A, Refusal> {
    let mut failures = 0;
    loop {
        let error = match operation.clone().await {
            Ok(answer) => return Ok(answer),
            Err(error) => error,
        };
        let pause = retry_after_ms(&error, failures);
        if error.is_failure() {
            on_failure();
            failures += 1;
        }
        match (pause, error) {
            (None, ApiError::Refused(refusal)) => return Err(refusal),
            (pause, _) => TimeoutFuture::new(pause.unwrap_or_default()).await,
        }
    }
}

fn whole(milliseconds: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "some positive seconds"
    )]
    let whole = milliseconds as u32;
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_a_bound_and_are_spread() {
        assert_eq!((pause_ms(0, 0.0), pause_ms(0, 1.0)), (200, 600));
        assert_eq!(pause_ms(1, 0.5), 800);
        assert_eq!(pause_ms(4, 0.5), 6_400);
        assert_eq!(pause_ms(1_000, 1.0), 9_600);
    }
}
