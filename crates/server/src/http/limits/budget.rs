//! A budget per key: so much at once, then one more each `every` (the generic cell rate algorithm, ITU-T I.371).

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Keys whose budget is whole again are swept out when there are more than these.
const SWEEP: usize = 50_000;
/// How far [`TryBudget::charge`] may put a key into debt.
const MOST_DEBT: Duration = Duration::from_mins(10);

/// So much for each key. Unlike most rate limiters it can be asked without being spent, and be given back.
pub(super) struct TryBudget<K> {
    every: Duration,
    at_once: Duration,
    spent: Mutex<SpentBudget<K>>,
}

/// When each key's budget will be whole again.
struct SpentBudget<K> {
    until: HashMap<K, Instant>,
    sweep_above: usize,
}

impl<K: Eq + Hash> TryBudget<K> {
    /// `at_once` many, and one more after each `every`.
    pub(super) fn new(at_once: u32, every: Duration) -> Self {
        Self {
            every,
            at_once: every * at_once,
            spent: Mutex::new(SpentBudget {
                until: HashMap::new(),
                sweep_above: SWEEP,
            }),
        }
    }

    /// Spends one; `Err` says how long until there is one again.
    pub(super) fn spend(&self, key: K) -> Result<(), Duration> {
        self.spend_at(key, Instant::now())
    }

    /// Whether there is one left to spend; `Err` as in [`Self::spend`].
    pub(super) fn ask(&self, key: &K) -> Result<(), Duration> {
        self.ask_at(key, Instant::now())
    }

    /// Takes one that was used already, even where there was none left.
    pub(super) fn charge(&self, key: K) {
        self.charge_at(key, Instant::now());
    }

    /// Gives back one that was spent.
    pub(super) fn give_back(&self, key: &K) {
        if let Some(until) = self.spent().until.get_mut(key) {
            *until = until.checked_sub(self.every).unwrap_or(*until);
        }
    }

    fn spend_at(&self, key: K, now: Instant) -> Result<(), Duration> {
        self.ask_at(&key, now)?;
        self.charge_at(key, now);
        Ok(())
    }

    fn ask_at(&self, key: &K, now: Instant) -> Result<(), Duration> {
        let spent = self.spent();
        let until = spent.until.get(key).map_or(now, |until| now.max(*until));
        let over = (until + self.every).saturating_duration_since(now + self.at_once);
        if over.is_zero() { Ok(()) } else { Err(over) }
    }

    fn charge_at(&self, key: K, now: Instant) {
        let mut spent = self.spent();
        spent.sweep(now);
        let most = now + self.at_once + MOST_DEBT;
        let until = spent.until.entry(key).or_insert(now);
        *until = (now.max(*until) + self.every).min(most);
    }

    fn spent(&self) -> MutexGuard<'_, SpentBudget<K>> {
        // Nothing panics while it is held; if something did, the map is still whole.
        self.spent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K: Eq + Hash> SpentBudget<K> {
    fn sweep(&mut self, now: Instant) {
        if self.until.len() > self.sweep_above {
            self.until.retain(|_, until| *until > now);
            self.sweep_above = SWEEP.max(2 * self.until.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn so_much_at_once_and_then_one_after_the_other() {
        let (budget, now) = (TryBudget::new(3, SECOND), Instant::now());
        for _ in 0..3 {
            assert_eq!(budget.spend_at("a", now), Ok(()));
        }
        assert_eq!(budget.spend_at("a", now), Err(SECOND));
        assert_eq!(budget.spend_at("a", now + SECOND), Ok(()));
        assert_eq!(budget.spend_at("a", now + SECOND), Err(SECOND));
        assert_eq!(
            budget.spend_at("b", now),
            Ok(()),
            "each key has its own budget"
        );
        let later = now + 10 * SECOND;
        let all = (0..5).filter(|_| budget.spend_at("a", later).is_ok());
        assert_eq!(all.count(), 3, "a rest does not save up more than that");
    }

    #[test]
    fn what_is_given_back_was_never_spent() {
        let (budget, now) = (TryBudget::new(2, SECOND), Instant::now());
        for _ in 0..10 {
            assert_eq!(budget.spend_at("a", now), Ok(()));
            budget.give_back(&"a");
        }
    }

    #[test]
    fn what_was_used_already_is_paid_back_up_to_a_limit() {
        let (budget, now) = (TryBudget::new(2, SECOND), Instant::now());
        for _ in 0..5 {
            budget.charge_at("a", now);
        }
        assert_eq!(budget.ask_at(&"a", now), Err(4 * SECOND));
        assert_eq!(budget.ask_at(&"a", now + 4 * SECOND), Ok(()));
        for _ in 0..10_000 {
            budget.charge_at("a", now);
        }
        assert_eq!(budget.ask_at(&"a", now), Err(MOST_DEBT + SECOND));
    }

    #[test]
    fn keys_that_are_whole_again_are_forgotten() {
        let (budget, now) = (TryBudget::new(1, SECOND), Instant::now());
        for key in 0..=SWEEP {
            budget.charge_at(key, now);
        }
        budget.charge_at(0, now + 2 * SECOND);
        assert_eq!(budget.spent().until.len(), 1);
    }
}
