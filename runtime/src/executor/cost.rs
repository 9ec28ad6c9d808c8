//! What a plan has learned about the time that a run of it takes.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Instant;

/// A run that takes less is not worth a second thread.
const CHEAP_NANOS: u64 = 5_000;

/// The wall time of recent runs: the longest, and less with every shorter one.
#[derive(Debug)]
pub struct Cost {
    /// Nanoseconds; 0 before the first run.
    nanos: AtomicU64,
}

impl Cost {
    /// Nothing is known.
    pub const fn new() -> Cost {
        Cost { nanos: AtomicU64::new(0) }
    }

    /// Runs `work`, telling it whether it is cheap, and learns from the time it takes.
    pub fn learn<R>(&self, work: impl FnOnce(bool) -> R) -> R {
        // ORDERING: Relaxed, here and below: a hint. Lost updates only make it older.
        let known = self.nanos.load(Relaxed);
        let start = Instant::now();
        let result = work(known != 0 && known < CHEAP_NANOS);
        let updated = updated(known, u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX));
        if updated != known {
            self.nanos.store(updated, Relaxed);
        }
        result
    }

    #[cfg(test)]
    pub(crate) fn set(&self, nanos: u64) {
        self.nanos.store(nanos, Relaxed);
    }
}

/// Rises at once, falls by an eighth of the distance.
fn updated(known: u64, sample: u64) -> u64 {
    if sample >= known { sample.max(1) } else { known - (known - sample).div_ceil(8) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rises_at_once_and_falls_slowly() {
        assert_eq!(updated(0, 0), 1);
        assert_eq!(updated(100, 900), 900);
        assert_eq!(updated(900, 100), 800);
        assert_eq!(updated(2, 1), 1);
    }

    #[test]
    fn is_cheap_once_known_to_be() {
        let cost = Cost::new();
        assert!(!cost.learn(|cheap| cheap));
        cost.set(CHEAP_NANOS - 1);
        assert!(cost.learn(|cheap| cheap));
        cost.set(CHEAP_NANOS);
        assert!(!cost.learn(|cheap| cheap));
    }
}
