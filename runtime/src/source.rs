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

/// How many items an iterator says that it has at least.
pub fn expected_items<I: Iterator>(iterator: &I) -> usize {
    iterator.size_hint().0
}

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
    /// Items to be asked for.
    left: Cell<u64>,
    /// The iterator had no more.
    exhausted: Cell<bool>,
    items: PhantomData<fn() -> I>,
}

// SAFETY: the iterator is reached through `next` alone, and the cells there and when the loop has ended; their callers answer
// for their threads.
unsafe impl<I> Sync for Source<I> {}

impl<I: Iterator> Source<I> {
    /// Lends the iterator, for a number of items at most.
    ///
    /// # Safety
    /// `iterator` is valid until the loop has ended, and only the loop uses it.
    pub const unsafe fn new(iterator: *mut I, most: u64) -> Source<I> {
        Source { iterator, left: Cell::new(most), exhausted: Cell::new(false), items: PhantomData }
    }

    /// The next item.
    ///
    /// # Safety
    /// (1) One call at a time, each after the one before: the source of an iteration waits for that of the last. (2) The
    /// iterator is `Send`, or this is its thread: [`SendProbe`] is asked before a loop goes to the lanes.
    #[inline]
    pub unsafe fn next(&self) -> Option<I::Item> {
        self.left.set(self.left.get().checked_sub(1)?);
        // SAFETY: (1) valid: obligation of `new`. (2) not used by others: obligation of the caller.
        let item = unsafe { &mut *self.iterator }.next();
        if item.is_none() {
            self.exhausted.set(true);
        }
        item
    }
}

impl<I> Source<I> {
    /// How many items are left of those that could be asked for.
    ///
    /// # Safety
    /// The loop has ended.
    pub unsafe fn left(&self) -> u64 {
        self.left.get()
    }

    /// Whether the iterator had no more.
    ///
    /// # Safety
    /// The loop has ended.
    pub unsafe fn is_exhausted(&self) -> bool {
        self.exhausted.get()
    }
}

/// One slot for each iteration that may be open.
pub struct Ring<S> {
    slots: Box<[S]>,
}

impl<S> Ring<S> {
    /// As many as there are seats.
    pub fn new(seats: usize, make: impl Fn() -> S) -> Ring<S> {
        Ring { slots: (0..seats).map(|_| make()).collect() }
    }

    /// The slot of a seat.
    ///
    /// # Safety
    /// The ring has that many: it was made with the number of seats that the loop's state was made for.
    #[inline]
    pub unsafe fn at(&self, seat: u32) -> &S {
        // SAFETY: in bounds: obligation of the caller.
        unsafe { self.slots.get_unchecked(seat as usize) }
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
