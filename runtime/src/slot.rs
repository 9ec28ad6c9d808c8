//! Where the values of a run live.
//!
//! Rights, in the order in which the plan grants them:
//! 1. Empty: the producer alone may write (`put`).
//! 2. Full: readers may share (`read`, `copy`); a node with exclusive access is alone (`exclusive`, `assign`).
//! 3. The one taker may take (`take`); the slot is empty again, and nobody but a new producer touches it.
//! 4. The live flag is written by the nodes that may write the value, and read by them and by drops.
//!
//! Nothing here checks a right: the plan orders nodes that need different ones (`plan/hazard.rs`), the executor keeps
//! that order (`executor.rs`, rule 1). Lifetimes are erased, since slots are declared before what they borrow from is
//! known; the serial copy of the body is what the borrow checker reads. Slots have no `Drop`: drop nodes do that.

use std::cell::{Cell, UnsafeCell};
use std::mem::{ManuallyDrop, MaybeUninit};

/// The place of one value in a run.
pub struct Slot<T> {
    value: UnsafeCell<MaybeUninit<T>>,
    live: Cell<bool>,
}

impl<T> Slot<T> {
    /// Empty.
    #[allow(clippy::new_without_default, reason = "named by expansions only")]
    pub const fn new() -> Slot<T> {
        Slot { value: UnsafeCell::new(MaybeUninit::uninit()), live: Cell::new(false) }
    }

    /// Fills the slot. What it held is not dropped.
    ///
    /// # Safety
    /// The caller is the producer (right 1).
    pub unsafe fn put(&self, value: T) {
        // SAFETY: (1) valid for writes: it is our own storage. (2) not accessed by others: the producer is alone.
        unsafe { self.ptr().write(value) };
        self.live.set(true);
    }

    /// Replaces the value, then drops the old one if there was one.
    ///
    /// # Safety
    /// The caller has exclusive access (right 2).
    pub unsafe fn assign(&self, value: T) {
        let new = Put { slot: self, value: ManuallyDrop::new(value) };
        // SAFETY: alone, by exclusive access.
        unsafe { self.discard() };
        drop(new);
    }

    /// Drops the value in place, if there is one.
    ///
    /// In place, and not at all where dropping does nothing: a reference that rustc thinks dead must not be moved.
    ///
    /// # Safety
    /// The caller has exclusive access (right 2).
    pub unsafe fn discard(&self) {
        if self.live.replace(false) && std::mem::needs_drop::<T>() {
            // SAFETY: (1) initialised: the flag was set. (2) dropped once: the flag is cleared, also if this panics.
            unsafe { self.ptr().drop_in_place() };
        }
    }

    /// Says of which type the values are, before there is one.
    pub fn like(&self, _: &T) {}

    /// Empties the slot. What it held is not dropped.
    ///
    /// # Safety
    /// The caller has exclusive access (right 2).
    pub unsafe fn vacate(&self) {
        self.live.set(false);
    }

    /// Looks at the value.
    ///
    /// # Safety
    /// The slot is full and the caller may share it (right 2), for as long as the reference is used.
    pub unsafe fn read<'u>(&self) -> &'u T {
        // SAFETY: (1) initialised: full. (2) not written while in use: obligation of the caller.
        unsafe { &*self.ptr() }
    }

    /// Changes the value.
    ///
    /// # Safety
    /// The slot is full and the caller has exclusive access (right 2), for as long as the reference is used.
    #[allow(clippy::mut_from_ref, reason = "the plan keeps others away")]
    pub unsafe fn exclusive<'u>(&self) -> &'u mut T {
        // SAFETY: (1) initialised: full. (2) not accessed by others while in use: obligation of the caller.
        unsafe { &mut *self.ptr() }
    }

    /// Moves the value out.
    ///
    /// # Safety
    /// The slot is full and the caller is its taker (right 3).
    pub unsafe fn take(&self) -> T {
        self.live.set(false);
        // SAFETY: (1) initialised: full. (2) read once: nobody touches the slot after its taker.
        unsafe { self.ptr().read() }
    }

    /// Copies the bits of the value.
    ///
    /// # Safety
    /// The slot is full and the caller may share it (right 2). `T` is `Copy`, or the caller lets just one of the two
    /// values be used as such at a time (a reborrowed `&mut`).
    pub unsafe fn copy(&self) -> T {
        // SAFETY: (1) initialised: full. (2) used once or `Copy`: obligation of the caller.
        unsafe { self.ptr().read() }
    }

    /// Where the value is or will be.
    pub fn ptr(&self) -> *mut T {
        self.value.get().cast()
    }

    /// Whether the slot is full.
    pub fn is_live(&self) -> bool {
        self.live.get()
    }
}

// SAFETY: (1) every access to the value is through an unsafe method, whose caller answers for its thread; (2) the live
// flag is reached safely through `is_live` alone, which expansions call where the plan leaves no writer beside them.
// The impl lets rustc check that a step captures nothing but slots that is not `Sync`.
unsafe impl<T> Sync for Slot<T> {}

/// Fills a slot when it goes, also when the drop of the old value panics, as an assignment in Rust does.
struct Put<'s, T> {
    slot: &'s Slot<T>,
    value: ManuallyDrop<T>,
}

impl<T> Drop for Put<'_, T> {
    fn drop(&mut self) {
        // SAFETY: (1) taken once: the value is not looked at again. (2) `put`: made where access is exclusive, by `assign`.
        unsafe { self.slot.put(ManuallyDrop::take(&mut self.value)) };
    }
}

/// A variable of the caller, which outlives the run: a capture. Its rights are those of a full slot.
pub struct Lent<T> {
    value: *mut T,
    taken: Cell<bool>,
}

// SAFETY: as for `Slot`.
unsafe impl<T> Sync for Lent<T> {}

impl<T> Lent<T> {
    /// Lends a variable.
    ///
    /// # Safety
    /// `value` points to a value that lives until the run has ended and that only the run accesses. It is valid for
    /// writes if a node writes it.
    pub const unsafe fn new(value: *mut T) -> Lent<T> {
        Lent { value, taken: Cell::new(false) }
    }

    /// As [`Slot::read`].
    ///
    /// # Safety
    /// As there.
    pub unsafe fn read<'u>(&self) -> &'u T {
        // SAFETY: (1) valid: obligation of `new`. (2) not written while in use: obligation of the caller.
        unsafe { &*self.value }
    }

    /// As [`Slot::exclusive`].
    ///
    /// # Safety
    /// As there.
    #[allow(clippy::mut_from_ref, reason = "the plan keeps others away")]
    pub unsafe fn exclusive<'u>(&self) -> &'u mut T {
        // SAFETY: (1) valid: obligation of `new`. (2) not accessed by others while in use: obligation of the caller.
        unsafe { &mut *self.value }
    }

    /// As [`Slot::copy`].
    ///
    /// # Safety
    /// As there.
    pub unsafe fn copy(&self) -> T {
        // SAFETY: (1) valid: obligation of `new`. (2) used once or `Copy`: obligation of the caller.
        unsafe { self.value.read() }
    }

    /// Fills the place again after its value was taken. What it held is not dropped.
    ///
    /// # Safety
    /// As [`Slot::put`].
    pub unsafe fn put(&self, value: T) {
        // SAFETY: (1) valid for writes: obligation of `new`. (2) not accessed by others: the producer is alone.
        unsafe { self.value.write(value) };
        self.taken.set(false);
    }

    /// Whether the value is still there.
    pub fn is_live(&self) -> bool {
        !self.taken.get()
    }

    /// Moves the value out: the caller of the pipeline must not drop it.
    ///
    /// # Safety
    /// As [`Slot::take`].
    pub unsafe fn take(&self) -> T {
        self.taken.set(true);
        // SAFETY: (1) valid: obligation of `new`. (2) read once: nobody touches the value after its taker.
        unsafe { self.value.read() }
    }

    /// As [`Slot::discard`].
    ///
    /// # Safety
    /// As there, and the variable is the run's own, or dropping it does nothing.
    pub unsafe fn discard(&self) {
        if !self.taken.replace(true) && std::mem::needs_drop::<T>() {
            // SAFETY: (1) valid: obligation of `new`. (2) dropped once: noted as taken, also if this panics.
            unsafe { self.value.drop_in_place() };
        }
    }

    /// Replaces the value, then drops the old one.
    ///
    /// # Safety
    /// The caller has exclusive access (right 2).
    pub unsafe fn assign(&self, value: T) {
        if self.taken.get() {
            // SAFETY: as `assign`.
            return unsafe { self.put(value) };
        }
        // SAFETY: (1) valid: obligation of `new`. (2) not accessed by others: obligation of the caller.
        let old = unsafe { self.value.replace(value) };
        drop(old);
    }

    /// Where the value is.
    pub fn ptr(&self) -> *mut T {
        self.value
    }
}

/// Whether a field was moved out of a value. Its rights are those of the live flag (right 4).
pub struct Flag(Cell<bool>);

// SAFETY: set and read where the plan leaves no other access to the field (right 4).
unsafe impl Sync for Flag {}

impl Flag {
    /// Not moved.
    #[allow(clippy::new_without_default, reason = "named by expansions only")]
    pub const fn new() -> Flag {
        Flag(Cell::new(false))
    }

    /// Notes that the field was moved out.
    pub fn set(&self) {
        self.0.set(true);
    }

    /// Notes that the field is there again.
    pub fn clear(&self) {
        self.0.set(false);
    }

    /// Whether the field was moved out.
    pub fn get(&self) -> bool {
        self.0.get()
    }
}
