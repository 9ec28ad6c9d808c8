//! What a plan has learned about its runs: whether to share them.
//!
//! Two ways are compared by the time that they took: *alone*, all nodes on the calling thread, and *shared*, with the
//! others of the pool. The better one is used, and the other is tried from time to time, since costs change. What is
//! learned is a hint: it never changes results, may be lost, and is written only when it changes by much, so that
//! plans that run on many cores do not wait for each other's cache lines.

use std::cell::Cell;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

pub use clock::{MICROSECOND, Ticks};

/// A run that takes less is not worth a second thread.
const CHEAP: u32 = MICROSECOND;
/// A shared run that takes less, once in the pool, may be better off alone, whatever is known of that.
const TRY_ALONE: u32 = 10 * MICROSECOND;
/// Threads that wait for each other in a run seldom finish it sooner.
const SHORT: u32 = 3 * MICROSECOND;
/// One run of so many tries the way that was worse.
const TRY_EVERY: u32 = 64;
/// One of so many is the first alone, though nothing has shown that it may.
const TRY_FIRST: u32 = 256;

/// The times of recent runs of a plan, in ticks; 0 when unknown.
#[derive(Debug)]
pub struct Cost {
    alone: AtomicU32,
    /// Seen from inside the pool.
    shared: AtomicU32,
    /// Seen from a thread outside, which hands the run over and waits.
    entered: AtomicU32,
}

/// How to run a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Alone,
    Shared,
}

impl Cost {
    /// Nothing is known.
    pub const fn new() -> Cost {
        Cost { alone: AtomicU32::new(0), shared: AtomicU32::new(0), entered: AtomicU32::new(0) }
    }

    /// The way for the next run, by a thread that is `outside` of the pool.
    pub fn choose(&self, outside: bool) -> Way {
        // ORDERING: Relaxed, here and below: hints.
        let (alone, shared) = (self.alone.load(Relaxed), self.shared.load(Relaxed));
        if alone != 0 && alone < CHEAP {
            return Way::Alone;
        }
        let rival = if outside { self.entered.load(Relaxed) } else { shared };
        let calls = count_call();
        let try_other = calls.is_multiple_of(TRY_EVERY);
        let better = match (alone, rival) {
            // At first nodes are shared at once: the first may be long.
            (_, 0) => return Way::Shared,
            // Nodes that wait for each other, against the rules, would wait for ever. A shared run in which nobody has come
            // to help shows that they do not; so do many that were too short for threads to meet often.
            (0, _) => return if calls.is_multiple_of(TRY_FIRST) && shared < SHORT { Way::Alone } else { Way::Shared },
            _ if alone <= rival => Way::Alone,
            _ => Way::Shared,
        };
        match better {
            Way::Alone if try_other && rival / 4 <= alone => Way::Shared,
            Way::Shared if try_other && (alone / 4 <= rival || shared < TRY_ALONE) => Way::Alone,
            better => better,
        }
    }

    /// Learns from a run alone.
    pub fn alone<R>(&self, run: impl FnOnce() -> R) -> R {
        let _learn = self.begin_alone();
        run()
    }

    /// Learns from a run alone that ends when the result is dropped.
    pub fn begin_alone(&self) -> Learn<'_> {
        Learn { start: Ticks::now(), into: &self.alone }
    }

    /// Learns from a shared run, in the pool, which tells whether somebody has come to help. If not, it was one alone.
    pub fn shared(&self, run: impl FnOnce() -> bool) {
        let start = Ticks::now();
        let helped = run();
        if !helped {
            drop(Learn { start, into: &self.alone });
        }
        drop(Learn { start, into: &self.shared });
    }

    /// Learns from a shared run that a thread outside waits for.
    pub fn entered<R>(&self, run: impl FnOnce() -> R) -> R {
        let _learn = Learn { start: Ticks::now(), into: &self.entered };
        run()
    }

    /// What shared runs take, in ticks; 0 when unknown.
    pub fn of_shared(&self) -> u32 {
        self.shared.load(Relaxed)
    }

    #[cfg(test)]
    pub(crate) fn share_always(&self) {
        self.alone.store(u32::MAX, Relaxed);
        self.shared.store(TRY_ALONE, Relaxed);
        self.entered.store(TRY_ALONE, Relaxed);
    }
}

/// Takes the time until it is dropped.
pub struct Learn<'a> {
    start: Ticks,
    into: &'a AtomicU32,
}

impl Drop for Learn<'_> {
    #[inline]
    fn drop(&mut self) {
        let known = self.into.load(Relaxed);
        let updated = updated(known, self.start.elapsed());
        // An eighth more or less changes no decision for long.
        if updated.abs_diff(known) > known / 8 {
            self.into.store(updated, Relaxed);
        }
    }
}

/// A quarter of the way to the sample, which counts four times what is known at most: an interrupted run is long.
pub fn updated(known: u32, sample: u32) -> u32 {
    if known == 0 {
        return sample.max(1);
    }
    let sample = sample.min(known.saturating_mul(4));
    let updated = i64::from(known) + (i64::from(sample) - i64::from(known)) / 4;
    (updated as u32).max(1)
}

/// Counts the calls of a thread, from 1.
pub fn count_call() -> u32 {
    thread_local! {
        static CALLS: Cell<u32> = const { Cell::new(1) };
    }
    let calls = CALLS.get();
    CALLS.set(calls.wrapping_add(1));
    calls
}

/// A clock that is read in a few nanoseconds.
mod clock {
    /// A point in time.
    #[derive(Clone, Copy)]
    pub struct Ticks(u64);

    #[cfg(all(target_arch = "x86_64", not(miri)))]
    mod source {
        /// The time stamp counter runs at two to four ticks a nanosecond. Nobody asks it for more than the order of magnitude.
        pub const MICROSECOND: u32 = 3_000;

        #[inline]
        pub fn now() -> u64 {
            // SAFETY: every x86-64 processor has the instruction.
            unsafe { core::arch::x86_64::_rdtsc() }
        }
    }

    #[cfg(not(all(target_arch = "x86_64", not(miri))))]
    mod source {
        use std::sync::OnceLock;
        use std::time::Instant;

        pub const MICROSECOND: u32 = 1_000;

        pub fn now() -> u64 {
            static START: OnceLock<Instant> = OnceLock::new();
            u64::try_from(START.get_or_init(Instant::now).elapsed().as_nanos()).unwrap_or(u64::MAX)
        }
    }

    pub use source::MICROSECOND;

    impl Ticks {
        #[inline]
        pub fn now() -> Ticks {
            Ticks(source::now())
        }

        /// Ticks since then; at most `u32::MAX`.
        #[inline]
        pub fn elapsed(self) -> u32 {
            u32::try_from(self.since()).unwrap_or(u32::MAX)
        }

        /// Ticks since then.
        #[inline]
        pub fn since(self) -> u64 {
            source::now().saturating_sub(self.0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cost(alone: u32, shared: u32, entered: u32) -> Cost {
        let cost = Cost::new();
        cost.alone.store(alone * CHEAP, Relaxed);
        cost.shared.store(shared * CHEAP, Relaxed);
        cost.entered.store(entered * CHEAP, Relaxed);
        cost
    }

    /// The way that most of many runs take.
    fn way(cost: &Cost, outside: bool) -> Way {
        let runs = 2 * TRY_EVERY;
        let alone = (0..runs).filter(|_| cost.choose(outside) == Way::Alone).count();
        if alone > runs as usize / 2 { Way::Alone } else { Way::Shared }
    }

    #[test]
    fn the_better_way_is_taken() {
        assert_eq!(way(&cost(0, 0, 0), false), Way::Shared, "nodes may be long");
        assert_eq!(way(&cost(20, 12, 0), false), Way::Shared);
        assert_eq!(way(&cost(20, 12, 30), true), Way::Alone, "the way into the pool is too far");
        assert_eq!(way(&cost(50, 25, 30), true), Way::Shared);
        assert_eq!(way(&cost(10, 12, 0), false), Way::Alone);
    }

    #[test]
    fn alone_is_tried_when_it_is_safe() {
        let tries = |cost: Cost| (0..10 * TRY_FIRST).filter(|_| cost.choose(false) == Way::Alone).count();
        assert_eq!(tries(cost(0, 5, 0)), 0, "nodes may wait for each other");
        assert_eq!(tries(cost(0, 2, 0)), 10, "not in so short a time");
        let cost = Cost::new();
        cost.shared(|| true);
        assert_eq!(cost.alone.load(Relaxed), 0, "somebody has helped");
        cost.shared(|| false);
        assert!(cost.alone.load(Relaxed) > 0);
    }

    #[test]
    fn the_other_way_is_tried_from_time_to_time() {
        let tries = |cost: Cost, way: Way| (0..10 * TRY_EVERY).filter(|_| cost.choose(false) == way).count();
        assert_eq!(tries(cost(20, 12, 0), Way::Alone), 10);
        assert_eq!(tries(cost(12, 20, 0), Way::Shared), 10);
        assert_eq!(
            tries(cost(10_000, 5, 0), Way::Alone),
            10,
            "costs have fallen, and what is known of the other way is old"
        );
        assert_eq!(tries(cost(10_000, 50, 0), Way::Alone), 0, "not where it would cost much");
    }

    #[test]
    fn changes_are_followed() {
        assert_eq!(updated(0, 0), 1);
        assert_eq!(updated(0, 700), 700);
        assert_eq!(updated(100, 60), 90);
        assert_eq!(updated(100, 1_000_000), 175, "one run that was interrupted");
        let runs = (0..).scan(100, |known, _| Some(std::mem::replace(known, updated(*known, 100_000))));
        assert!(runs.take_while(|&known| known < 50_000).count() < 15, "many are a change");
    }
}
