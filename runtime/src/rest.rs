//! Drops what is left of a value when parts of it have been moved out by nodes.
//!
//! Only rustc knows all fields of a type, and it drops what a function has left of its *local* variable. So a small
//! coroutine has such a local. When the value comes into being, and everything in it is valid, the coroutine copies it,
//! forgets from the copy each part that some node moves, and waits. When the value is to be dropped, the bits of what is
//! there now replace the copy, as bits, so that nobody looks at a part that has gone, not even to forget it: it may be a
//! `Box` that was freed, or a reference that is dead. Then the coroutine goes on to its end, where rustc drops what the
//! coroutine has not forgotten. Forgotten parts that are still there are dropped by their own paths.
//!
//! A value that is dropped whole, or moved whole, leaves its coroutine waiting: it owns nothing, and has no heap memory.

use std::cell::{Cell, UnsafeCell};
use std::marker::PhantomData;
use std::mem::MaybeUninit;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

/// The coroutine of one place. Its rights are those of the place: prepared by the producer, ended where access is
/// exclusive (`slot.rs`, rights 1 and 2).
pub struct Rest<T, F, C> {
    make: Cell<Option<F>>,
    waiting: UnsafeCell<MaybeUninit<C>>,
    of: PhantomData<fn(*mut T)>,
}

// SAFETY: (1) `make` is written before the run and read in it; (2) `waiting` is reached through unsafe methods alone,
// whose caller answers for its thread.
unsafe impl<T, F, C> Sync for Rest<T, F, C> {}

impl<T, F: Fn(*mut T) -> C + Copy, C: Future<Output = ()>> Rest<T, F, C> {
    /// Not known yet how it is made.
    #[allow(clippy::new_without_default, reason = "named by expansions only")]
    pub const fn new() -> Rest<T, F, C> {
        Rest { make: Cell::new(None), waiting: UnsafeCell::new(MaybeUninit::uninit()), of: PhantomData }
    }

    /// Says how to make the coroutine, if parts are `moved`, for a place of the type that `place` would point to.
    pub fn by(&self, moved: bool, _place: impl FnOnce() -> *mut T, make: F) {
        if moved && std::mem::needs_drop::<T>() {
            self.make.set(Some(make));
        }
    }

    /// Whether parts may be moved out, and what is left needs a drop.
    pub fn is_needed(&self) -> bool {
        self.make.get().is_some()
    }

    /// Makes the coroutine for the new value at `place`, and lets it forget the parts of its copy.
    ///
    /// # Safety
    /// `place` is full, stays where it is, and the caller is its producer (right 1).
    pub unsafe fn prepare(&self, place: *mut T) {
        if let Some(make) = self.make.get() {
            // SAFETY: (1) valid for writes: our own storage. (2) not accessed by others: obligation of the caller.
            unsafe { (*self.waiting.get()).write(make(place)) };
            // SAFETY: (1) initialised: just now. (2) alone: obligation of the caller.
            unsafe { self.resume() };
        }
    }

    /// Drops what is left when the guard goes, if `now`.
    ///
    /// # Safety
    /// Prepared for the value that is there. Until the guard has gone the caller has exclusive access (right 2) and the
    /// place keeps its bits. The value is not dropped otherwise.
    pub unsafe fn at_end(&self, now: bool) -> AtEnd<'_, T, F, C> {
        AtEnd(now.then_some(self))
    }

    /// # Safety
    /// Initialised, and the caller is alone.
    unsafe fn resume(&self) {
        // SAFETY: obligations of the caller.
        let coroutine = unsafe { (*self.waiting.get()).assume_init_mut() };
        // SAFETY: it stays where it is: `Rest` never moves it, and is not moved while its place is full.
        let coroutine = unsafe { Pin::new_unchecked(coroutine) };
        let _ = coroutine.poll(&mut Context::from_waker(Waker::noop()));
    }
}

/// Ends a coroutine when it goes.
pub struct AtEnd<'r, T, F: Fn(*mut T) -> C + Copy, C: Future<Output = ()>>(Option<&'r Rest<T, F, C>>);

impl<T, F: Fn(*mut T) -> C + Copy, C: Future<Output = ()>> Drop for AtEnd<'_, T, F, C> {
    fn drop(&mut self) {
        if let Some(rest) = self.0 {
            // SAFETY: prepared and alone, by `at_end`.
            unsafe { rest.resume() };
        }
    }
}

/// Drops a part in place when it goes.
pub struct PartAtEnd<P>(Option<*mut P>);

/// Drops the part at `place` when the guard goes, if `now`. Where dropping does nothing, `place` is not evaluated: it may
/// lead through the `Deref` of the user.
///
/// # Safety
/// Until the guard has gone the part is there and the caller has exclusive access. It is not dropped otherwise.
pub unsafe fn part_at_end<P>(now: bool, place: impl FnOnce() -> *mut P) -> PartAtEnd<P> {
    PartAtEnd((now && std::mem::needs_drop::<P>()).then(place))
}

impl<P> Drop for PartAtEnd<P> {
    fn drop(&mut self) {
        if let Some(place) = self.0 {
            // SAFETY: there, alone, and dropped once, by `part_at_end`.
            unsafe { place.drop_in_place() };
        }
    }
}

/// Replaces the bits of a value, whether they mean one or not.
///
/// # Safety
/// Both places are allocated, apart, and the caller has exclusive access to them.
pub unsafe fn replace_bits<T>(place: *mut T, from: *const T) {
    // SAFETY: obligations of the caller; any bits are a `MaybeUninit`.
    unsafe { place.cast::<MaybeUninit<T>>().copy_from_nonoverlapping(from.cast(), 1) };
}

/// Where a coroutine waits: once.
pub fn pause() -> impl Future<Output = ()> {
    Pause { over: false }
}

struct Pause {
    over: bool,
}

impl Future for Pause {
    type Output = ();
    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.over, true) { Poll::Ready(()) } else { Poll::Pending }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::slot::Slot;

    #[test]
    #[allow(unsafe_code, clippy::undocumented_unsafe_blocks, reason = "one thread, in the order of a run")]
    fn what_is_left_is_dropped_when_a_part_has_gone() {
        let counter = std::rc::Rc::new(());
        let (slot, rest) = (Slot::new(), Rest::new());
        let run = || unsafe {
            slot.put((Box::new(1), counter.clone(), Box::new(counter.clone())));
            rest.prepare(slot.ptr());
            let borrowed = &mut (*slot.ptr()).2;
            drop((&raw const (*slot.ptr()).0).read());
            **borrowed = counter.clone();
            slot.vacate();
            drop(rest.at_end(true));
        };
        rest.by(
            true,
            || slot.ptr(),
            |from: *mut (Box<u32>, _, Box<_>)| async move {
                let mut whole = unsafe { from.read() };
                let place = &raw mut whole;
                std::mem::forget(whole.0);
                pause().await;
                unsafe { replace_bits(place, from) };
            },
        );
        run();
        assert_eq!(std::rc::Rc::strong_count(&counter), 1);
    }
}
