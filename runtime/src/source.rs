//! Where the items of a `for` come from, and the slots of its iterations.

use std::cell::Cell;
use std::marker::PhantomData;

/// The expression behind `in`.
///
/// `Iterated(x).iterate()` finds the method here when the type can be iterated over, and the one of [`NotIterable`] when
/// it cannot, so that the misuse is reported once: on the serial copy, by rustc.
pub struct Iterated<T>(pub T);

impl<T: IntoIterator> Iterated<T> {
    /// The iterator.
    pub fn iterate(self) -> T::IntoIter {
        self.0.into_iter()
    }
}

/// Any expression.
pub trait NotIterable: Sized {
    /// An iterator over what is left to inference.
    fn iterate<V>(self) -> std::iter::Empty<V> {
        std::iter::empty()
    }
}

impl<T> NotIterable for Iterated<T> {}

/// Asks whether a value may be used from another thread: `SendProbe(&x).is_send()`, with [`NotSend`] in scope.
pub struct SendProbe<'v, T>(pub &'v T);

impl<T: Send> SendProbe<'_, T> {
    /// It may.
    pub fn is_send(&self) -> bool {
        true
    }
}

/// What holds of a value that is not known to be `Send`.
pub trait NotSend {
    /// It may not.
    fn is_send(&self) -> bool {
        false
    }
}

impl<T> NotSend for SendProbe<'_, T> {}

/// The iterator of a `for` whose iterations overlap.
pub struct Source<I> {
    iterator: *mut I,
    /// Items asked for.
    count: Cell<u64>,
    items: PhantomData<fn() -> I>,
}

// SAFETY: the iterator is reached through `next` alone, and the count there and when the loop has ended; their callers answer for their
// threads.
unsafe impl<I> Sync for Source<I> {}

impl<I: Iterator> Source<I> {
    /// Lends the iterator.
    ///
    /// # Safety
    /// `iterator` is valid until the loop has ended, and only the loop uses it.
    pub const unsafe fn new(iterator: *mut I) -> Source<I> {
        Source { iterator, count: Cell::new(0), items: PhantomData }
    }

    /// The next item.
    ///
    /// # Safety
    /// (1) One call at a time, each after the one before: the source of an iteration waits for that of the last. (2) The
    /// iterator is `Send`, or this is its thread: [`SendProbe`] is asked before a loop goes to the lanes.
    pub unsafe fn next(&self) -> Option<I::Item> {
        self.count.set(self.count.get() + 1);
        // SAFETY: (1) valid: obligation of `new`. (2) not used by others: obligation of the caller.
        unsafe { &mut *self.iterator }.next()
    }
}

impl<I> Source<I> {
    /// How many items the loop has asked for.
    ///
    /// # Safety
    /// The loop has ended.
    pub unsafe fn count(&self) -> u64 {
        self.count.get()
    }
}

/// One slot for each lane.
pub struct Ring<S> {
    slots: Box<[S]>,
}

impl<S> Ring<S> {
    /// As many as there are lanes.
    pub fn new(lanes: usize, make: impl Fn() -> S) -> Ring<S> {
        Ring { slots: (0..lanes).map(|_| make()).collect() }
    }

    /// The slot of a lane.
    pub fn at(&self, lane: u32) -> &S {
        &self.slots[lane as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::{NotSend as _, *};

    #[test]
    fn what_is_no_iterator_yields_nothing() {
        assert_eq!(Iterated(vec![1, 2]).iterate().sum::<i32>(), 3);
        assert_eq!(NotIterable::iterate::<i32>(Iterated(1)).count(), 0);
    }

    #[test]
    fn what_stays_on_its_thread_is_told() {
        assert!(SendProbe(&1).is_send());
        assert!(!SendProbe(&std::rc::Rc::new(1)).is_send());
    }
}
