//! `items.map(|item| ..)` whose calls overlap: an iterator like any other.
//!
//! While items are cheap, it is the plain `map`. Once they are seen to take long enough, it takes a number of items at a
//! time, runs them in lanes and hands out the results in order. What comes behind (`collect`, `sum`, `find`, ..) sees
//! what it would see of the plain `map`: a panic shows when its item is asked for, and what is not asked for does not.

use std::any::Any;
use std::collections::VecDeque;
use std::marker::PhantomData;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use crate::executor::{LoopPlan, Pace, Rhythm};
use crate::proof::CrossThreads;

/// Items taken ahead at first, and how many times those asked for so far: who has asked for many is likely to ask for more.
const AHEAD: (u64, u64) = (16, 4);
/// Items taken ahead at most, or bytes of their results.
const MOST_AHEAD: (usize, usize) = (4096, 1 << 20);

/// An iterator over the results of a closure.
pub struct Overlapped<I, T, F, G> {
    items: I,
    plain: F,
    lanes: G,
    pace: Pace,
    /// Items before the clock is read.
    left: u64,
    results: VecDeque<T>,
    /// The items ended behind `results`.
    exhausted: bool,
    /// What the item behind `results` ended with.
    panic: Option<Box<dyn Any + Send>>,
}

impl<I, T, F, G> Overlapped<I, T, F, G>
where
    I: Iterator,
    F: FnMut(I::Item) -> T,
    G: FnMut(&mut I, &mut VecDeque<T>, &mut Pace) -> bool,
{
    /// `plain` is the closure; `lanes` runs some items and tells whether that were all. `may_overlap` says whether that can go
    /// unseen and the items may be asked for from another thread.
    pub fn new(
        items: I,
        plain: F,
        lanes: G,
        may_overlap: impl FnOnce(&I) -> bool,
        plan: &'static LoopPlan,
        rhythm: &'static Rhythm,
    ) -> Self {
        let pace = Pace::new(plan, rhythm, may_overlap(&items), None, items.size_hint().0);
        let left = pace.first_look();
        Overlapped { items, plain, lanes, pace, left, results: VecDeque::new(), exhausted: false, panic: None }
    }

    #[cold]
    fn run_ahead(&mut self) -> Option<T> {
        let bytes = MOST_AHEAD.1 / size_of::<T>().max(1);
        self.pace.limit(AHEAD, MOST_AHEAD.0.max(bytes) as u64);
        let run = || (self.lanes)(&mut self.items, &mut self.results, &mut self.pace);
        match catch_unwind(AssertUnwindSafe(run)) {
            Ok(exhausted) => self.exhausted = exhausted,
            Err(payload) => self.panic = Some(payload),
        }
        self.take()
    }

    fn take(&mut self) -> Option<T> {
        let result = self.results.pop_front();
        match self.panic.take() {
            Some(payload) if result.is_none() => resume_unwind(payload),
            panic => self.panic = panic,
        }
        result
    }
}

impl<I, T, F, G> Iterator for Overlapped<I, T, F, G>
where
    I: Iterator,
    F: FnMut(I::Item) -> T,
    G: FnMut(&mut I, &mut VecDeque<T>, &mut Pace) -> bool,
{
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        if self.left == 0 {
            if let Some(result) = self.take() {
                return Some(result);
            }
            if std::mem::take(&mut self.exhausted) {
                return None;
            }
            self.left = self.pace.look();
            if self.left == 0 {
                let result = self.run_ahead();
                self.exhausted &= result.is_some();
                return result;
            }
        }
        self.left -= 1;
        self.items.next().map(&mut self.plain)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (least, most) = if self.exhausted { (0, Some(0)) } else { self.items.size_hint() };
        let made = self.results.len();
        (least.saturating_add(made), most.and_then(|most| most.checked_add(made)))
    }
}

/// Where iterations put their results, in their order.
pub struct Sink<T> {
    results: *mut VecDeque<T>,
    values: PhantomData<fn() -> T>,
}

// SAFETY: reached through `put` alone, whose caller answers for its thread.
unsafe impl<T> Sync for Sink<T> {}

impl<T> Sink<T> {
    /// Lends a queue.
    ///
    /// # Safety
    /// `results` is valid until the loop has ended, and only the loop uses it.
    pub const unsafe fn new(results: *mut VecDeque<T>) -> Sink<T> {
        Sink { results, values: PhantomData }
    }

    /// Adds a result.
    ///
    /// # Safety
    /// One call at a time: each iteration's comes after that of the one before.
    pub unsafe fn put(&self, value: T) {
        // SAFETY: (1) valid: obligation of `new`. (2) not used by others: obligation of the caller.
        unsafe { &mut *self.results }.push_back(value);
    }
}

/// The results cross threads.
pub fn sendable_results<T: CrossThreads>(_: &Sink<T>) {}
