//! When the iterations of a loop are worth being overlapped.
//!
//! A loop starts as plain Rust. From time to time its clock is read; once an iteration is seen to take long enough, the
//! rest of the iterator goes to the lanes. What a run has seen is remembered for the next one.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Instant;

use super::lanes::LoopPlan;
use crate::pool::{self, Mode};

/// An iteration that takes less is not worth a thread: what the lanes cost for it is about as much.
const CHEAP_NANOS: u64 = 2_000;
/// How often the clock is read while a loop runs as plain Rust.
const LOOK_NANOS: u64 = 20_000;
/// What a first item takes at least to be believed.
const COLD_NANOS: u64 = 50_000;
/// Iterations alive for each thread, where the loop does not say.
const WINDOW_FOR_EACH_THREAD: usize = 4;
/// Iterations alive at least, where the loop does not say.
const LEAST_WINDOW: usize = 8;

/// The time that an iteration of a loop took when it was last seen.
#[derive(Debug)]
pub struct Rhythm {
    /// Nanoseconds; 0 before the first run.
    nanos: AtomicU64,
}

impl Rhythm {
    /// Nothing is known.
    #[allow(clippy::new_without_default, reason = "named by expansions only")]
    pub const fn new() -> Rhythm {
        Rhythm { nanos: AtomicU64::new(0) }
    }
}

/// One run of a loop, which may turn from plain Rust to lanes.
pub struct Pace {
    rhythm: &'static Rhythm,
    window: Option<usize>,
    started: Option<Instant>,
    /// Items taken so far.
    count: u64,
    /// The clock is read at this count.
    look: u64,
    overlaps: bool,
}

impl Pace {
    /// At the start of a loop. With `sendable`, its iterator may be used from other threads.
    ///
    /// # Panics
    /// With a window of no iterations.
    pub fn new(plan: &'static LoopPlan, rhythm: &'static Rhythm, sendable: bool, window: Option<usize>) -> Pace {
        assert!(window != Some(0), "`#[window(0)]`: a loop has at least one iteration at a time");
        let mode = pool::mode();
        let shuffled = matches!(mode, Mode::Shuffle(_)) && sendable;
        let may_overlap = sendable && !plan.serial && mode == Mode::Parallel;
        // ORDERING: Relaxed, here and below: a hint.
        let known_to_last = may_overlap && rhythm.nanos.load(Relaxed) >= CHEAP_NANOS && pool::threads() > 1;
        Pace {
            rhythm,
            window,
            started: None,
            count: 0,
            look: if may_overlap { 0 } else { u64::MAX },
            overlaps: shuffled || known_to_last,
        }
    }

    /// The items, as long as the loop is plain Rust.
    #[inline]
    pub fn over<I: Iterator>(&mut self, iterator: I) -> Paced<'_, I> {
        Paced { iterator, left: self.first_look(), pace: self }
    }

    /// How many items the loop takes as plain Rust at first.
    pub fn first_look(&self) -> u64 {
        if self.overlaps { 0 } else { self.look - self.count }
    }

    /// Whether the rest of the loop goes to the lanes.
    pub fn overlaps(&self) -> bool {
        self.overlaps
    }

    /// The number of lanes: one more than iterations may be open.
    pub fn lanes(&self) -> usize {
        self.window.unwrap_or_else(|| LEAST_WINDOW.max(WINDOW_FOR_EACH_THREAD * pool::threads())).min(1 << 20) + 1
    }

    /// Runs the rest of the loop in lanes; `count` tells how many iterations that were.
    pub fn learn<R>(&self, lanes: impl FnOnce() -> R, count: impl FnOnce() -> u64) -> R {
        let start = Instant::now();
        let result = lanes();
        let nanos = u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX);
        self.rhythm.nanos.store((nanos / count().max(1)).max(1), Relaxed);
        result
    }

    /// Reads the clock. How many items the loop takes as plain Rust before it looks again.
    #[cold]
    pub fn look(&mut self) -> u64 {
        if self.overlaps {
            return 0;
        }
        self.count = self.look;
        let Some(started) = self.started else {
            self.started = Some(Instant::now());
            return self.look_after(1);
        };
        let nanos = u64::try_from(started.elapsed().as_nanos()).unwrap_or(u64::MAX);
        let each = nanos / self.count.max(1);
        self.rhythm.nanos.store(each.max(1), Relaxed);
        // A first item that finds everything cold says little.
        let seen = nanos >= if self.count > 1 { LOOK_NANOS } else { COLD_NANOS };
        if each < CHEAP_NANOS || !seen {
            // At most twice as many as so far, since one cheap item says little about the rest.
            self.look_after((LOOK_NANOS / each.max(1)).clamp(1, self.count))
        } else if pool::threads() > 1 {
            self.overlaps = true;
            0
        } else {
            self.look_after(u64::MAX)
        }
    }

    fn look_after(&mut self, items: u64) -> u64 {
        self.look = self.count.saturating_add(items);
        items
    }
}

/// The items of a loop that runs as plain Rust. Its fields stay in registers while it does.
pub struct Paced<'p, I> {
    iterator: I,
    /// Items before the clock is read.
    left: u64,
    pace: &'p mut Pace,
}

impl<I> Paced<'_, I> {
    /// The rest of the items.
    pub fn into_rest(self) -> I {
        self.iterator
    }
}

impl<I: Iterator> Iterator for Paced<'_, I> {
    type Item = I::Item;

    #[inline]
    fn next(&mut self) -> Option<I::Item> {
        if self.left == 0 {
            self.left = self.pace.look();
            if self.left == 0 {
                return None;
            }
        }
        self.left -= 1;
        self.iterator.next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    static PLAN: LoopPlan = LoopPlan {
        name: "test",
        indegree: &[0],
        carried_indegree: &[1],
        first: &[0],
        count: &[0],
        to: &[],
        carried_first: &[0],
        carried_count: &[1],
        carried_to: &[0],
        drops: &[],
        enabled: &[true],
        silent: &[false],
        serial: false,
    };

    fn on_two_threads<R: Send>(closure: impl FnOnce() -> R + Send) -> R {
        rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap().install(closure)
    }

    #[test]
    fn a_cheap_loop_stays_plain() {
        static RHYTHM: Rhythm = Rhythm::new();
        on_two_threads(|| {
            let mut pace = Pace::new(&PLAN, &RHYTHM, true, None);
            let mut items = pace.over(0..100_000_u64);
            let sum: u64 = items.by_ref().sum();
            // Noise may have turned it: then the rest is left in the iterator.
            assert_eq!(sum + items.into_rest().sum::<u64>(), 100_000 * 99_999 / 2);
        });
    }

    #[test]
    fn a_slow_loop_turns_and_is_remembered() {
        static RHYTHM: Rhythm = Rhythm::new();
        on_two_threads(|| {
            let mut pace = Pace::new(&PLAN, &RHYTHM, true, None);
            let mut items = pace.over(0..100);
            for _ in items.by_ref() {
                std::thread::sleep(Duration::from_micros(50));
            }
            assert_eq!(items.into_rest().next(), Some(1));
            assert!(pace.overlaps());
            assert!(Pace::new(&PLAN, &RHYTHM, true, None).overlaps());
            assert!(!Pace::new(&PLAN, &RHYTHM, false, None).overlaps(), "the iterator stays on its thread");
        });
    }

    #[test]
    fn a_window_is_taken_as_written() {
        static RHYTHM: Rhythm = Rhythm::new();
        assert_eq!(Pace::new(&PLAN, &RHYTHM, true, Some(3)).lanes(), 4);
        assert!(Pace::new(&PLAN, &RHYTHM, true, None).lanes() > LEAST_WINDOW);
    }
}
