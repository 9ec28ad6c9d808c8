//! When the iterations of a loop are worth being overlapped, and how many at a time.
//!
//! A loop runs in *stretches*: of plain Rust, or in lanes. It starts as plain Rust. From time to time its clock is read;
//! once enough work seems to be left, a stretch goes to the lanes, and its time is compared with that of plain Rust. As long
//! as lanes are better, they get stretches that are longer and longer; if not, the loop goes on as plain Rust, and tries
//! again later, since costs change. Cheap iterations run in groups, each of about [`GROUP`].
//!
//! What a run has seen is remembered for the next one. It is a hint: it never changes results.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use super::cost::{MICROSECOND, Ticks, one_in, rest_after};
use super::lanes::{LoopPlan, MAX_SIZE, Shape};
use crate::pool::{self, Mode};

/// An iteration that takes less is not worth a thread of its own: what lanes cost for it is about as much.
const CHEAP: f64 = 2.0 * MICROSECOND as f64;
/// What a group of iterations is to take.
const GROUP: f64 = 20.0 * MICROSECOND as f64;
/// Iterations that take less are never worth a second thread: lanes cost more, whoever helps.
const TINY: f64 = MICROSECOND as f64 / 80.0;
/// Work that is worth calling for help.
const LEAST: f64 = 30.0 * MICROSECOND as f64;
/// How often the clock is read while a loop runs as plain Rust.
const LOOK: f64 = 20.0 * MICROSECOND as f64;
/// What a first item takes at least to be believed.
const COLD: f64 = 50.0 * MICROSECOND as f64;
/// The first stretch in lanes: of about so much work.
const FIRST: f64 = 200.0 * MICROSECOND as f64;
/// The same, where lanes were better before.
const LATER: f64 = 8.0 * FIRST;
/// Stretches in a row before lanes count as no better, where they could be: threads may have been asleep, or busy.
const ATTEMPTS: u32 = 3;
/// How many times as long as what was lost in lanes a loop is plain Rust before the next attempt.
const PATIENCE: f64 = 32.0;
/// What lanes take of the time of plain Rust at most, to be worth the other threads.
const GAIN: f64 = 0.95;
/// One of so many runs that would go to the lanes at once sees first what plain Rust takes.
const LOOK_EVERY: u32 = 16;
/// Iterations alive for each thread, where the loop does not say.
const WINDOW_FOR_EACH_THREAD: usize = 4;
/// Iterations alive at least, where the loop does not say.
const LEAST_WINDOW: usize = 8;
/// Iterations in a group at most.
const LARGEST_GROUP: usize = 1024;
const _: () = assert!(LARGEST_GROUP <= MAX_SIZE);

/// What runs of a loop have seen.
#[derive(Debug)]
pub struct Rhythm {
    /// Ticks of an iteration as plain Rust, the bits of an `f64`; 0 when unknown.
    plain: AtomicU64,
    /// The same in lanes, of the whole: the time of a stretch by its iterations.
    lanes: AtomicU64,
    /// Iterations of a run.
    items: AtomicU64,
    /// The point in time before which lanes are not tried again.
    due: AtomicU64,
}

impl Rhythm {
    /// Nothing is known.
    #[allow(clippy::new_without_default, reason = "named by expansions only")]
    pub const fn new() -> Rhythm {
        Rhythm { plain: AtomicU64::new(0), lanes: AtomicU64::new(0), items: AtomicU64::new(0), due: AtomicU64::new(0) }
    }

    // ORDERING: Relaxed, in all of the file: hints.
    fn load(&self) -> (f64, f64, u64) {
        (f64::from_bits(self.plain.load(Relaxed)), f64::from_bits(self.lanes.load(Relaxed)), self.items.load(Relaxed))
    }

    /// Written only when it changes by much: loops that run on many cores only read it.
    fn store(&self, plain: f64, lanes: f64, items: u64) {
        let (old_plain, old_lanes, old_items) = self.load();
        for (cell, old, new) in [(&self.plain, old_plain, plain), (&self.lanes, old_lanes, lanes)] {
            if (new - old).abs() > old / 16.0 {
                cell.store(new.to_bits(), Relaxed);
            }
        }
        if items.abs_diff(old_items) > old_items / 8 {
            self.items.store(items, Relaxed);
        }
    }
}

/// One run of a loop.
pub struct Pace {
    plan: &'static LoopPlan,
    rhythm: &'static Rhythm,
    window: Option<usize>,
    /// Threads that may help, and the one that calls; 1 where the loop stays plain Rust.
    threads: usize,
    /// Runs in lanes, whatever they cost: in a random order.
    shuffled: bool,
    /// Ticks of an iteration, as plain Rust and in lanes; 0 when unknown.
    plain: f64,
    lanes: f64,
    /// Whether this run has seen what plain Rust takes, and what it has seen last.
    seen: bool,
    last: f64,
    /// Items taken so far, and how many are expected in all.
    taken: u64,
    expected: u64,
    /// Of the stretch of plain Rust: when it began, and how many items were taken before.
    began: Option<(Ticks, u64)>,
    /// The clock is read when so many items have been taken.
    look: u64,
    /// The point in time before which lanes are not tried.
    due: u64,
    /// The work of the next stretch in lanes, in ticks, and its items at most.
    stretch: f64,
    most: u64,
    /// Stretches in a row that were no better.
    attempts: u32,
    overlaps: bool,
}

impl Pace {
    /// At the start of a loop over `expected` items at least. With `sendable`, its iterator may be used from other threads.
    ///
    /// # Panics
    /// With a window of no iterations.
    pub fn new(
        plan: &'static LoopPlan,
        rhythm: &'static Rhythm,
        sendable: bool,
        window: Option<usize>,
        expected: usize,
    ) -> Pace {
        assert!(window != Some(0), "`#[window(0)]`: a loop has at least one iteration at a time");
        let mode = pool::mode();
        let shuffled = matches!(mode, Mode::Shuffle(_)) && sendable;
        let mut pace = Pace {
            plan,
            rhythm,
            window,
            threads: 1,
            shuffled,
            plain: 0.0,
            lanes: 0.0,
            seen: false,
            last: 0.0,
            taken: 0,
            expected: expected as u64,
            began: None,
            look: u64::MAX,
            due: 0,
            stretch: FIRST,
            most: u64::MAX,
            attempts: 0,
            overlaps: shuffled,
        };
        if sendable && !plan.serial && mode == Mode::Parallel {
            pace.remember();
        }
        pace
    }

    /// Begins as the last runs ended.
    fn remember(&mut self) {
        let items;
        (self.plain, self.lanes, items) = self.rhythm.load();
        self.expected = self.expected.max(items);
        if self.plain == 0.0 {
            self.look = 0;
            return;
        }
        // Where little is expected, a loop of a few items does not read the clock at all.
        let is_long = self.plain >= CHEAP || self.plain * self.expected as f64 >= LEAST;
        self.look = if is_long { 0 } else { 8 };
        if is_long {
            self.threads = pool::threads();
            let is_better = self.lanes != 0.0 && self.lanes < GAIN * self.plain;
            self.overlaps = is_better && self.threads > 1 && !one_in(LOOK_EVERY);
            // Each stretch calls for help anew.
            self.stretch = if is_better { LATER } else { FIRST };
            self.due = self.rhythm.due.load(Relaxed);
        }
    }

    /// The items, as long as the loop is plain Rust.
    #[inline]
    pub fn over<I: Iterator>(&mut self, iterator: I) -> Paced<'_, I> {
        Paced { iterator, left: self.first_look(), turned: false, pace: self }
    }

    /// How many items the loop takes as plain Rust before it looks.
    pub fn first_look(&self) -> u64 {
        if self.overlaps { 0 } else { self.look - self.taken }
    }

    /// Reads the clock. How many items the loop takes as plain Rust before it looks again; 0 when the next go to the lanes.
    #[cold]
    pub fn look(&mut self) -> u64 {
        if self.overlaps {
            return 0;
        }
        self.taken = self.look;
        let Some((start, before)) = self.began else {
            self.began = Some((Ticks::now(), self.taken));
            // Of a loop that was cheap some items are measured together.
            let some = if self.plain == 0.0 { 1.0 } else { LOOK / self.plain };
            return self.look_after((some as u64).clamp(1, 3 * self.taken + 1));
        };
        let (ticks, count) = (start.elapsed() as f64, self.taken - before);
        let each = ticks / count as f64;
        // A first item that finds everything cold says little.
        if ticks < if count > 1 { LOOK } else { COLD } {
            // At most three times as many as so far, since cheap items say little about the rest.
            return self.look_after(((LOOK / each) as u64).clamp(1, 3 * count));
        }
        if self.threads == 1 {
            self.threads = pool::threads();
            if self.threads == 1 {
                return self.look_after(u64::MAX);
            }
        }
        self.began = Some((Ticks::now(), self.taken));
        // The smaller of two, since a thread that was interrupted has seen much more than there was.
        let last = std::mem::replace(&mut self.last, each);
        let confirmed = match (last, self.plain) {
            (0.0, 0.0) if each < CHEAP => return self.look_after(count),
            (0.0, 0.0) => each,
            (0.0, known) => known.min(each),
            (last, _) => last.min(each),
        };
        if self.plain != 0.0 && (confirmed > 1.5 * self.plain || confirmed < self.plain / 1.5) {
            // Another loop, it seems.
            self.lanes = 0.0;
            self.is_due_from(0);
        }
        (self.plain, self.seen) = (confirmed, true);
        if self.pays() {
            self.overlaps = true;
            return 0;
        }
        self.look_after(((LOOK / each) as u64).max(count).max(1))
    }

    fn look_after(&mut self, items: u64) -> u64 {
        self.look = self.taken.saturating_add(items);
        items
    }

    /// Whether a stretch in lanes is expected to be worth its while.
    fn pays(&self) -> bool {
        let is_worth_it = self.plain >= CHEAP
            || self.plain >= TINY && self.plain * self.left() as f64 >= LEAST && self.shape().size > 1;
        is_worth_it && (self.due == 0 || Ticks::now().is_behind(self.due))
    }

    /// Lanes are not tried before that point in time, in later runs either.
    fn is_due_from(&mut self, due: u64) {
        if self.due != due {
            self.due = due;
            self.rhythm.due.store(due, Relaxed);
        }
    }

    /// Items that are left, it seems: those that were said to be, or as many as there were so far.
    fn left(&self) -> u64 {
        if self.expected > self.taken { self.expected - self.taken } else { self.taken }
    }

    /// Whether the next items go to the lanes.
    pub fn overlaps(&self) -> bool {
        self.overlaps
    }

    /// Ticks of work in an iteration, it seems: what it took in lanes is on that many threads at most.
    fn work(&self) -> f64 {
        let in_lanes = self.lanes * self.threads as f64;
        if self.lanes != 0.0 && (self.plain == 0.0 || in_lanes < self.plain) { in_lanes } else { self.plain }
    }

    /// How many items the next stretch in lanes takes at most.
    pub fn stretch(&self) -> u64 {
        if self.shuffled {
            return self.most;
        }
        ((self.stretch / self.work().max(1.0)) as u64).max(16 * self.threads as u64).min(self.most)
    }

    /// Of items that are asked for one by one some are taken ahead: `least`, or `times` those taken so far, and `most` at most.
    pub fn limit(&mut self, (least, times): (u64, u64), most: u64) {
        self.most = least.max(self.taken.saturating_mul(times)).min(most);
    }

    /// How many iterations may be open in it.
    pub fn shape(&self) -> Shape {
        if self.shuffled {
            return self.shuffled_shape();
        }
        let lanes = 3 * self.threads + 2;
        let size = match self.plan.groups {
            None => 1,
            Some(_) => {
                let fair = self.left().min(self.stretch()) / (6 * self.threads as u64);
                let room = self.window.map_or(usize::MAX, |window| window / (lanes - 1));
                let wanted = (GROUP / self.work().max(1.0)) as usize;
                wanted.min(usize::try_from(fair).unwrap_or(usize::MAX)).min(room).min(LARGEST_GROUP)
            }
        };
        if size > 1 {
            return Shape { lanes, size };
        }
        let window = self.window.unwrap_or(LEAST_WINDOW.max(WINDOW_FOR_EACH_THREAD * self.threads));
        Shape { lanes: window.min(1 << 20) + 1, size: 1 }
    }

    /// Groups of all sizes, one by one included.
    fn shuffled_shape(&self) -> Shape {
        let window = self.window.unwrap_or(LEAST_WINDOW);
        let size = match (self.plan.groups, pool::mode()) {
            (Some(_), Mode::Shuffle(seed)) => 1 + (seed % 3) as usize,
            _ => 1,
        };
        match window / size {
            0 => Shape { lanes: 2, size: 1 },
            groups => Shape { lanes: groups.min(1 << 20) + 1, size },
        }
    }

    /// Runs a stretch in lanes; `seen` tells how many iterations that were, and whether somebody came to help.
    pub fn learn<R>(&mut self, run: impl FnOnce() -> R, seen: impl FnOnce() -> (u64, bool)) -> R {
        let start = Ticks::now();
        let result = run();
        let (ticks, (count, helped)) = (start.elapsed() as f64, seen());
        self.taken += count;
        if !self.shuffled && count > 0 {
            self.judge(count as f64, ticks, helped);
        }
        result
    }

    /// Whether the next stretch is in lanes, too, after one of `count` items.
    fn judge(&mut self, count: f64, ticks: f64, helped: bool) {
        let each = ticks / count;
        self.lanes = each;
        let is_better = each < GAIN * self.plain;
        // With more threads it would be better, it seems.
        let may_be_better = if helped { each < self.plain } else { each / (self.threads as f64) < GAIN * self.plain };
        self.attempts = if is_better { 0 } else { self.attempts + 1 };
        // Threads do not save more than there are of them: plain Rust takes less than was believed.
        let is_misjudged = each * self.threads as f64 * 1.25 < self.plain;
        let wait = rest_after((PATIENCE * (each - self.plain) * count) as u64, ticks as u64);
        self.is_due_from(if is_better || is_misjudged { 0 } else { Ticks::now().after(wait) });
        if !is_misjudged && (is_better || may_be_better && self.attempts < ATTEMPTS) {
            self.stretch *= 2.0;
            return;
        }
        (self.overlaps, self.stretch, self.attempts, self.began, self.look) = (false, FIRST, 0, None, self.taken);
        if is_misjudged {
            (self.last, self.plain) = (0.0, 0.0);
        }
    }
}

impl Drop for Pace {
    fn drop(&mut self) {
        if self.seen || self.lanes != 0.0 {
            self.rhythm.store(self.plain, self.lanes, self.taken);
        }
    }
}

/// The items of a loop that runs as plain Rust. Its fields stay in registers while it does.
pub struct Paced<'p, I> {
    iterator: I,
    /// Items before the clock is read.
    left: u64,
    /// The next items go to the lanes.
    turned: bool,
    pace: &'p mut Pace,
}

impl<I> Paced<'_, I> {
    /// The rest of the items, and whether they go to the lanes.
    pub fn into_rest(self) -> (I, bool) {
        (self.iterator, self.turned)
    }
}

impl<I: Iterator> Iterator for Paced<'_, I> {
    type Item = I::Item;

    #[inline]
    fn next(&mut self) -> Option<I::Item> {
        if self.left == 0 {
            self.left = self.pace.look();
            if self.left == 0 {
                self.turned = true;
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
        parts: &[],
        groups: Some(&GROUPS),
    };
    static GROUPS: LoopPlan = LoopPlan { parts: &[1], groups: None, ..PLAN };

    fn on_two_threads<R: Send>(closure: impl FnOnce() -> R + Send) -> R {
        rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap().install(closure)
    }

    /// A loop that is known.
    fn pace(rhythm: &'static Rhythm, window: Option<usize>, plain: f64, lanes: f64) -> Pace {
        rhythm.store(plain, lanes, 0);
        on_two_threads(|| {
            let mut pace = Pace::new(&PLAN, rhythm, true, window, 1_000_000);
            pace.threads = 2;
            pace
        })
    }

    #[test]
    fn a_tiny_loop_stays_plain() {
        static RHYTHM: Rhythm = Rhythm::new();
        on_two_threads(|| {
            let mut pace = Pace::new(&PLAN, &RHYTHM, true, None, 100_000);
            let mut items = pace.over(0..100_000_u64);
            let sum: u64 = items.by_ref().sum();
            // Noise may have turned it: then the rest is left in the iterator.
            assert_eq!(sum + items.into_rest().0.sum::<u64>(), 100_000 * 99_999 / 2);
        });
    }

    #[test]
    fn a_slow_loop_turns_and_is_remembered() {
        static RHYTHM: Rhythm = Rhythm::new();
        on_two_threads(|| {
            let mut pace = Pace::new(&PLAN, &RHYTHM, true, None, 100);
            let mut items = pace.over(0..100);
            for _ in items.by_ref() {
                std::thread::sleep(Duration::from_micros(50));
            }
            let (mut rest, turned) = items.into_rest();
            assert_eq!((rest.next(), turned), (Some(1), true));
            // As if two threads had halved the time.
            let plain = pace.plain;
            pace.judge(2.0, plain, true);
            drop(pace);
            let turn_at_once = (0..20 * LOOK_EVERY).filter(|_| Pace::new(&PLAN, &RHYTHM, true, None, 100).overlaps());
            let turn_at_once = turn_at_once.count() as u32;
            assert!((15 * LOOK_EVERY..20 * LOOK_EVERY).contains(&turn_at_once), "all but some: {turn_at_once}");
            assert!(!Pace::new(&PLAN, &RHYTHM, false, None, 100).overlaps(), "the iterator stays on its thread");
        });
    }

    #[test]
    fn cheap_iterations_run_in_groups() {
        static RHYTHM: Rhythm = Rhythm::new();
        let each = GROUP / 100.0;
        assert!((50..=100).contains(&pace(&RHYTHM, None, each, each / 2.0).shape().size));
        let small = pace(&RHYTHM, Some(50), each, each / 2.0).shape();
        assert!(small.size > 1 && (small.lanes - 1) * small.size <= 50, "a window counts iterations");
    }

    #[test]
    #[cfg_attr(miri, ignore = "the time of an interpreter passes too fast")]
    fn lanes_that_are_no_better_are_left() {
        static RHYTHM: Rhythm = Rhythm::new();
        let mut pace = pace(&RHYTHM, None, CHEAP, CHEAP / 2.0);
        pace.overlaps = true;
        for _ in 0..ATTEMPTS {
            assert!(pace.overlaps());
            pace.judge(100.0, 99.0 * CHEAP, true);
        }
        assert!(!pace.overlaps() && !pace.pays());
        let rest = pace.due - Ticks::now().after(0);
        assert_eq!(RHYTHM.due.load(Relaxed), pace.due, "later runs wait as well");
        // Where even two threads would not help, one attempt is enough; and the next is far.
        pace.overlaps = true;
        pace.judge(100.0, 300.0 * CHEAP, false);
        assert!(!pace.overlaps() && pace.due - Ticks::now().after(0) > 10 * rest);
        // Better is better.
        pace.overlaps = true;
        pace.judge(100.0, 60.0 * CHEAP, true);
        assert!(pace.overlaps() && pace.pays());
    }

    #[test]
    fn an_interrupted_look_is_found_out() {
        static RHYTHM: Rhythm = Rhythm::new();
        // Lanes seem to be a hundred times as fast.
        let mut pace = pace(&RHYTHM, None, CHEAP, 0.0);
        pace.overlaps = true;
        pace.judge(100.0, CHEAP, true);
        assert!(!pace.overlaps() && pace.due == 0, "plain Rust is measured anew");
    }

    #[test]
    fn a_window_is_taken_as_written() {
        static RHYTHM: Rhythm = Rhythm::new();
        assert_eq!(pace(&RHYTHM, Some(3), 10.0 * GROUP, 0.0).shape(), Shape { lanes: 4, size: 1 });
        assert!(pace(&RHYTHM, None, 10.0 * GROUP, 0.0).shape().lanes > LEAST_WINDOW);
    }
}
