//! What a plan has learned about its runs: whether to share them.
//!
//! Two ways are compared by the time that they took: *alone*, all nodes on the calling thread, and *shared*, with the
//! others of the pool. The better one is used, and the other is tried from time to time, since costs change. A thread that
//! has gone to sleep takes long to come, so sharing is tried in several runs in a row: a *trial*. What a trial has cost
//! decides when the next one is due. What is learned is a hint: it never changes results, may be lost, and is written only
//! when it changes by much, so that plans that run on many cores do not wait for each other's cache lines.

use std::cell::Cell;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering::Relaxed};

pub use clock::{MICROSECOND, Ticks};

/// A run that takes less is not worth a second thread.
const CHEAP: u64 = MICROSECOND;
/// A shared run that takes less, once in the pool, may be better off alone, whatever is known of that.
const TRY_ALONE: u64 = 10 * MICROSECOND;
/// Threads that wait for each other in a run seldom finish it sooner.
const SHORT: u64 = 3 * MICROSECOND;
/// One run of so many that are shared is alone.
const TRY_EVERY: u32 = 64;
/// Runs that take longer may write what they have seen each time.
const SELDOM: u64 = 20 * MICROSECOND;
/// What a trial takes, about, within the numbers of runs behind.
const TRIAL: u64 = 500 * MICROSECOND;
const LEAST_RUNS: u64 = 4;
const MOST_RUNS: u64 = 64;
/// How many times as long as what a trial has cost it takes to the next.
const PATIENCE: u64 = 64;
/// And how many times as long as the trial itself, at least: it takes threads from others.
const REST: u64 = 4;
/// One of so many is the first alone, though nothing has shown that it may.
const TRY_FIRST: u32 = 256;

/// The times of recent runs of a plan, in ticks; 0 when unknown.
#[derive(Debug)]
pub struct Cost {
    alone: AtomicU64,
    inside: Sharing,
    outside: Sharing,
}

/// What is known of shared runs.
#[derive(Debug)]
struct Sharing {
    /// What they take: from inside the pool, or for a thread outside.
    time: AtomicU64,
    /// Runs that are left of a trial.
    runs: AtomicU32,
    /// When the next trial is due.
    due: AtomicU64,
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
        Cost { alone: AtomicU64::new(0), inside: Sharing::new(), outside: Sharing::new() }
    }

    /// The way for the next run, by a thread that is `outside` of the pool.
    pub fn choose(&self, outside: bool) -> Way {
        // `benches/instructions` counts what sharing costs, whether it pays or not.
        if cfg!(superscalar_share) {
            return Way::Shared;
        }
        // ORDERING: Relaxed, here and below: hints.
        let alone = self.alone.load(Relaxed);
        if alone != 0 && alone < CHEAP {
            return Way::Alone;
        }
        let sharing = self.sharing(outside);
        let (rival, shared) = (sharing.time.load(Relaxed), self.of_shared());
        match (alone, rival) {
            // At first nodes are shared at once: the first may be long.
            (_, 0) => Way::Shared,
            // Nodes that wait for each other, against the rules, would wait for ever. A shared run in which nobody has come
            // to help shows that they do not; so do many that were too short for threads to meet often.
            (0, _) if shared < SHORT && one_in(TRY_FIRST) => Way::Alone,
            (0, _) => Way::Shared,
            _ if alone <= rival => {
                if sharing.is_on_trial() {
                    Way::Shared
                } else {
                    Way::Alone
                }
            }
            _ if (alone / 4 <= rival || shared < TRY_ALONE) && one_in(TRY_EVERY) => Way::Alone,
            _ => Way::Shared,
        }
    }

    fn sharing(&self, outside: bool) -> &Sharing {
        if outside { &self.outside } else { &self.inside }
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

    /// Learns from a shared run, which tells whether somebody has come to help. If not, it was one alone. Learns also what
    /// it says of a trial, if it was part of one.
    pub fn shared(&self, outside: bool, run: impl FnOnce() -> bool) {
        let (sharing, start) = (self.sharing(outside), Ticks::now());
        let helped = run();
        if !helped {
            drop(Learn { start, into: &self.alone });
        }
        drop(Learn { start, into: &sharing.time });
        sharing.tried(self.alone.load(Relaxed), start.elapsed());
    }

    /// What shared runs take in the pool, in ticks; 0 when unknown.
    pub fn of_shared(&self) -> u64 {
        self.inside.time.load(Relaxed)
    }

    /// Makes all runs shared.
    #[cfg(test)]
    pub(crate) fn share_always(&self) {
        self.alone.store(u64::MAX, Relaxed);
        self.inside.time.store(TRY_ALONE, Relaxed);
        self.outside.time.store(TRY_ALONE, Relaxed);
    }
}

impl Sharing {
    const fn new() -> Sharing {
        Sharing { time: AtomicU64::new(0), runs: AtomicU32::new(0), due: AtomicU64::new(0) }
    }

    /// Whether the next run is part of a trial, though runs alone are better, it seems.
    fn is_on_trial(&self) -> bool {
        self.runs.load(Relaxed) != 0 || Ticks::now().is_behind(self.due.load(Relaxed))
    }

    /// A shared run is over, which took so long.
    fn tried(&self, alone: u64, sample: u64) {
        if alone == 0 || self.time.load(Relaxed) < alone {
            return;
        }
        let left = match self.runs.load(Relaxed) {
            0 => (TRIAL / alone).clamp(LEAST_RUNS, MOST_RUNS) as u32,
            left => left,
        };
        // Not the mean, in which a run that took very long does not count as much as it has cost.
        let wait = rest_after(PATIENCE * sample.saturating_sub(alone), sample);
        self.due.store(Ticks::now().after(0).max(self.due.load(Relaxed)) + wait, Relaxed);
        let is_hopeless = sample / 2 >= alone;
        self.runs.store(if is_hopeless { 0 } else { left - 1 }, Relaxed);
    }
}

/// Takes the time until it is dropped.
pub struct Learn<'a> {
    start: Ticks,
    into: &'a AtomicU64,
}

impl Drop for Learn<'_> {
    #[inline]
    fn drop(&mut self) {
        let (known, sample) = (self.into.load(Relaxed), self.start.elapsed());
        let off = sample.abs_diff(known);
        // Many cores may run one plan. What is not news is not written, and the news of short runs are sampled.
        if off > known / 2 || off > known / 16 && (sample > SELDOM || self.start.is_chosen()) {
            self.into.store(updated(known, sample), Relaxed);
        }
    }
}

/// How long not to try again what took so long and has cost something, for which the wait is to be `at_least` so long.
pub fn rest_after(at_least: u64, took: u64) -> u64 {
    at_least.max(REST * took)
}

/// A quarter of the way to the sample, which counts twice what is known at most: an interrupted run is long.
pub fn updated(known: u64, sample: u64) -> u64 {
    if known == 0 {
        return sample.max(1);
    }
    let sample = sample.min(known.saturating_mul(2));
    (known - known / 4 + sample / 4).max(1)
}

/// Whether to do what is done in one of `n` calls, at random: plans that are called in turn would all meet the same numbers of a
/// counter. A Weyl sequence, mixed as in MurmurHash3 (Appleby).
pub fn one_in(n: u32) -> bool {
    thread_local! {
        static CALLS: Cell<u32> = const { Cell::new(1) };
    }
    let call = CALLS.get().wrapping_add(0x9e37_79b9);
    CALLS.set(call);
    let mixed = (call ^ (call >> 16)).wrapping_mul(0x85eb_ca6b);
    let mixed = (mixed ^ (mixed >> 13)).wrapping_mul(0xc2b2_ae35);
    (mixed ^ (mixed >> 16)).is_multiple_of(n)
}

/// A clock that is read in a few nanoseconds.
mod clock {
    /// A point in time.
    #[derive(Clone, Copy)]
    pub struct Ticks(u64);

    #[cfg(all(target_arch = "x86_64", not(miri)))]
    mod source {
        /// The time stamp counter runs at two to four ticks a nanosecond. Nobody asks it for more than the order of magnitude.
        pub const MICROSECOND: u64 = 3_000;

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

        pub const MICROSECOND: u64 = 1_000;

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

        /// The point in time so many ticks later, to be kept.
        pub fn after(self, ticks: u64) -> u64 {
            self.0 + ticks
        }

        /// Whether it is later than one that was kept.
        pub fn is_behind(self, kept: u64) -> bool {
            self.0 >= kept
        }

        /// One of four, at random.
        pub fn is_chosen(self) -> bool {
            self.0 >> 5 & 3 == 0
        }

        /// Ticks since then.
        #[inline]
        pub fn elapsed(self) -> u64 {
            source::now().saturating_sub(self.0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Times in microseconds. No trial is due.
    fn cost(alone: u64, inside: u64, outside: u64) -> Cost {
        let cost = Cost::new();
        cost.alone.store(alone * MICROSECOND, Relaxed);
        for (sharing, time) in [(&cost.inside, inside), (&cost.outside, outside)] {
            sharing.time.store(time * MICROSECOND, Relaxed);
            sharing.due.store(u64::MAX, Relaxed);
        }
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
        assert!((2..30).contains(&tries(cost(0, 2, 0))), "not in so short a time");
        let cost = Cost::new();
        cost.shared(false, || true);
        assert_eq!(cost.alone.load(Relaxed), 0, "somebody has helped");
        cost.shared(false, || false);
        assert!(cost.alone.load(Relaxed) > 0);
    }

    #[test]
    fn alone_is_tried_from_time_to_time() {
        let tries = |cost: Cost| (0..10 * TRY_EVERY).filter(|_| cost.choose(false) == Way::Alone).count();
        assert!((2..30).contains(&tries(cost(20, 12, 0))));
        let fallen = tries(cost(10_000, 5, 0));
        assert!((2..30).contains(&fallen), "costs have fallen, and what is known of the other way is old");
        assert_eq!(tries(cost(10_000, 50, 0)), 0, "not where it would cost much");
    }

    /// The runs of the trial that is due, each of which takes so many microseconds, and the ticks to the next one.
    fn trial(cost: &Cost, each: u64) -> (u64, u64) {
        cost.inside.due.store(0, Relaxed);
        let mut runs = 0;
        while cost.choose(false) == Way::Shared {
            runs += 1;
            cost.inside.tried(cost.alone.load(Relaxed), each * MICROSECOND);
        }
        (runs, cost.inside.due.load(Relaxed) - Ticks::now().after(0))
    }

    #[test]
    #[cfg_attr(miri, ignore = "the time of an interpreter passes too fast")]
    fn sharing_is_tried_in_many_runs_at_a_time() {
        let cheap = trial(&cost(2, 3, 0), 3);
        assert_eq!(cheap.0, MOST_RUNS);
        let (runs, rest) = trial(&cost(1_000_000, 1_000_001, 0), 1_000_001);
        assert_eq!(runs, LEAST_RUNS);
        assert!(rest > runs * 3 * 1_000_000 * MICROSECOND, "{rest}");
        let (runs, bad) = trial(&cost(1_000_000, 1_000_001, 0), 1_300_000);
        assert!(runs == LEAST_RUNS && bad > 2 * rest, "{rest} {bad}");
        let (runs, worse) = trial(&cost(1_000_000, 1_000_001, 0), 4_000_000);
        assert!(runs == 1 && worse > 2 * bad, "{bad} {worse}");
    }

    #[test]
    fn a_trial_ends_with_the_better_way() {
        let cost = cost(20, 30, 0);
        cost.inside.due.store(0, Relaxed);
        assert_eq!(cost.choose(false), Way::Shared);
        cost.inside.tried(20 * MICROSECOND, 30 * MICROSECOND);
        cost.inside.time.store(12 * MICROSECOND, Relaxed);
        cost.inside.tried(20 * MICROSECOND, 12 * MICROSECOND);
        assert_eq!(way(&cost, false), Way::Shared);
    }

    #[test]
    fn plans_that_are_called_in_turn_are_all_tried() {
        let tries = (0..2 * 64 * TRY_EVERY).map(|call| (call % 2, one_in(TRY_EVERY)));
        let of_second = tries.filter(|&(plan, tried)| plan == 1 && tried).count();
        assert!((32..128).contains(&of_second), "{of_second} of 64");
    }

    #[test]
    fn changes_are_followed() {
        assert_eq!(updated(0, 0), 1);
        assert_eq!(updated(0, 700), 700);
        assert_eq!(updated(100, 60), 90);
        assert_eq!(updated(100, 1_000_000), 125, "one run that was interrupted");
        let runs = (0..).scan(100, |known, _| Some(std::mem::replace(known, updated(*known, 100_000))));
        assert!(runs.take_while(|&known| known < 50_000).count() < 32, "many are a change");
    }
}
