//! The stage's clock: what countdowns, timeboxes and "on screen for" are measured by. It is set once, when the process
//! starts, and is monotonic from then on: a step of the computer's own clock moves no countdown, and a phone that joins
//! after it shows the same second as all others. What is written on record has the computer's own time.

use barometer_domain::ids::Millis;
use tokio::time::Instant;

use crate::secrets;

/// A process's clock. Two processes over the same data have one each, and know whose countdown it is.
#[derive(Clone, Copy, Debug)]
pub struct StageClock {
    began: Instant,
    began_at: Millis,
    process: u32,
}

impl StageClock {
    /// Set to `at` now. Whoever passes another time than the computer's sees what a step of its clock would have made.
    pub fn set_to(at: Millis) -> Self {
        Self {
            began: Instant::now(),
            began_at: at,
            process: secrets::random_number(),
        }
    }

    /// What this clock shows, in milliseconds; never less than before.
    pub fn now(&self) -> Millis {
        let elapsed = self.began.elapsed().as_millis();
        self.began_at + Millis::try_from(elapsed).unwrap_or(Millis::MAX / 2)
    }

    /// A random number that tells this process's countdowns from another's.
    pub fn process(&self) -> u32 {
        self.process
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_goes_on_from_where_it_was_set_and_asks_no_other_clock() {
        let clock = StageClock::set_to(-3_600_000);
        let first = clock.now();
        assert!((-3_600_000..-3_590_000).contains(&first), "{first}");
        std::thread::sleep(std::time::Duration::from_millis(20));
        assert!((20..10_000).contains(&(clock.now() - first)));
        assert_ne!(clock.process(), StageClock::set_to(0).process());
    }
}
