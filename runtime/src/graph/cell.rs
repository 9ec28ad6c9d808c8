//! Where the call and the value of one node live.
//!
//! A cell is one piece of the graph's memory: a [`Header`], the call with its inputs, and place for the value. Types are
//! erased: the header's table knows what to do with the rest. Rights, granted by the order of nodes that `hazard.rs`
//! finds and the executor keeps:
//! 1. The call is run by one participant, once in a run, or dropped by the owner of the graph between runs.
//! 2. The value is written by the node itself; then shared by nodes that read it; a node with exclusive access is alone;
//!    its taker is the last, and leaves the place empty.
//! 3. `live` and `place` follow the value: who may write the value may write them.
//!
//! What the rights rest on is that a graph behaves as if each call ran when it was added, with a [`Node`](super::Node) in
//! the place of a `Box` that holds the result: rustc has checked that program. Running later is the same as long as (a)
//! nodes keep the order that their inputs ask for, and (b) a value lives as long as its handle, or as a node that was
//! added uses it or what may borrow from it. `hazard.rs` does (a), `users` (b).

use std::alloc::Layout;
use std::cell::{Cell, UnsafeCell};
use std::marker::PhantomData;
use std::mem::MaybeUninit;
use std::ptr::NonNull;
use std::sync::atomic::{AtomicBool, Ordering::Acquire, Ordering::Release};

/// Values that are larger have a box of their own, made when the value is.
const MAX_INLINE: usize = 128;

/// What is known of a cell when its types are forgotten.
pub struct Header {
    table: &'static Table,
    /// The node's number in its graph.
    pub id: u32,
    /// The handle is gone: the last user drops the value.
    released: AtomicBool,
    /// There is a value.
    live: Cell<bool>,
    /// A reference to the value may outlive the node that was given it.
    pub lasting: Cell<bool>,
    /// So it is, and a call was given it.
    pub lent: Cell<bool>,
    /// The place of the value is a box of its own.
    boxed: Cell<bool>,
    /// The place of the value; null for a box that was not made.
    place: Cell<*mut ()>,
}

// SAFETY: (1) `released` is atomic; (2) the cells are written under the rights above, which leave one thread at a time;
//         (3) `lasting` and `lent` are written while the graph is built, by its one thread.
unsafe impl Sync for Header {}

/// What a cell of one type can do.
pub struct Table {
    run: unsafe fn(&Header, bool) -> Ran,
    drop_call: unsafe fn(&Header),
    drop_value: unsafe fn(*mut ()),
    free_box: unsafe fn(*mut ()),
    /// Values of the type are dropped by doing nothing.
    trivial: bool,
}

/// How a call ended, when it did not panic.
pub enum Ran {
    /// There is a value.
    Made,
    /// A task that was added with `try_add` returned an error: a `Box<E>` of the graph's error type.
    Failed(NonNull<()>),
}

/// A cell with its types.
#[repr(C)]
struct Typed<C, T> {
    header: Header,
    call: UnsafeCell<MaybeUninit<C>>,
    value: PhantomData<T>,
}

/// What a cell runs.
pub trait Run<T>: Sized {
    /// Calls the function. With `keep`, the inputs stay for another run.
    ///
    /// # Safety
    /// The caller may use what the inputs refer to (right 2 of their cells), and this call is not running (right 1).
    unsafe fn run(&mut self, keep: bool) -> Result<T, NonNull<()>>;
}

/// The call of a node that is given its value from outside.
pub struct Input;

impl<T> Run<T> for Input {
    unsafe fn run(&mut self, _: bool) -> Result<T, NonNull<()>> {
        unreachable!("an input is not run: it has a value, or the run does not begin")
    }
}

impl<C: Run<T>, T> Typed<C, T> {
    const BOXED: bool = size_of::<T>() > MAX_INLINE;
    const TABLE: Table = Table {
        run: Self::run,
        drop_call: Self::drop_call,
        drop_value: Self::drop_value,
        free_box: Self::free_box,
        trivial: !std::mem::needs_drop::<T>(),
    };

    /// The size of the cell, and where in it the value is.
    fn layout() -> (Layout, usize) {
        let cell = Layout::new::<Typed<C, T>>();
        if Self::BOXED {
            return (cell, 0);
        }
        let (layout, offset) = cell.extend(Layout::new::<T>()).expect("a small type");
        (layout.pad_to_align(), offset)
    }

    fn call(header: &Header) -> *mut C {
        let typed: *const Typed<C, T> = std::ptr::from_ref(header).cast();
        // SAFETY: the table of a header is made for its cell, so the header is the first field of a `Typed<C, T>`.
        unsafe { (*typed).call.get().cast() }
    }

    unsafe fn run(header: &Header, keep: bool) -> Ran {
        // SAFETY: (1) initialised: a call is there until `drop_call`. (2) alone: right 1.
        match unsafe { (*Self::call(header)).run(keep) } {
            Ok(value) => {
                // SAFETY: right 2: the node writes its own value.
                unsafe { header.put(value) };
                Ran::Made
            }
            Err(error) => Ran::Failed(error),
        }
    }

    unsafe fn drop_call(header: &Header) {
        // SAFETY: (1) initialised, and dropped once: obligations of the caller.
        unsafe { Self::call(header).drop_in_place() };
    }

    unsafe fn drop_value(place: *mut ()) {
        // SAFETY: there is a value: obligation of the caller.
        unsafe { place.cast::<T>().drop_in_place() };
    }

    unsafe fn free_box(place: *mut ()) {
        // SAFETY: the place was made by `Box` for a `T`, whose value is gone: obligations of the caller.
        drop(unsafe { Box::from_raw(place.cast::<MaybeUninit<T>>()) });
    }
}

/// A new cell in memory that `allocate` finds, which outlives its use.
pub fn new<C: Run<T>, T>(id: u32, call: C, allocate: impl FnOnce(Layout) -> NonNull<u8>) -> NonNull<Header> {
    let (layout, offset) = Typed::<C, T>::layout();
    let memory = allocate(layout);
    // SAFETY: `offset` lies in the cell.
    let place = if Typed::<C, T>::BOXED { std::ptr::null_mut() } else { unsafe { memory.add(offset).as_ptr().cast() } };
    let header = Header {
        table: const { &Typed::<C, T>::TABLE },
        id,
        released: AtomicBool::new(false),
        live: Cell::new(false),
        lasting: Cell::new(false),
        lent: Cell::new(false),
        boxed: Cell::new(Typed::<C, T>::BOXED),
        place: Cell::new(place),
    };
    let cell = memory.cast::<Typed<C, T>>();
    let typed = Typed { header, call: UnsafeCell::new(MaybeUninit::new(call)), value: PhantomData };
    // SAFETY: the memory is new, and large enough and aligned for the cell.
    unsafe { cell.write(typed) };
    cell.cast()
}

impl Header {
    /// Runs the call.
    ///
    /// # Safety
    /// As [`Run::run`].
    pub unsafe fn run(&self, keep: bool) -> Ran {
        // SAFETY: obligations of the caller.
        unsafe { (self.table.run)(self, keep) }
    }

    /// Fills the place.
    ///
    /// # Safety
    /// The value is of the cell's type; the caller may write it (right 2); the place is empty.
    pub unsafe fn put<T>(&self, value: T) {
        if self.place.get().is_null() {
            self.place.set(Box::into_raw(Box::new(MaybeUninit::<T>::uninit())).cast());
        }
        // SAFETY: (1) valid for writes: inline, or the box made for it. (2) alone: obligation of the caller.
        unsafe { self.place.get().cast::<T>().write(value) };
        self.live.set(true);
    }

    /// The value's place.
    pub fn place<T>(&self) -> *mut T {
        assert!(self.live.get(), "a value that is not there");
        self.place.get().cast()
    }

    /// Moves the value out.
    ///
    /// # Safety
    /// There is one, of type `T`, and the caller is its taker (right 2).
    pub unsafe fn take<T>(&self) -> T {
        // SAFETY: (1) initialised. (2) read once: the place is empty from here.
        let value = unsafe { self.place::<T>().read() };
        self.live.set(false);
        self.free();
        value
    }

    /// Drops the value, if there is one.
    ///
    /// # Safety
    /// The caller is alone with it (right 2).
    pub unsafe fn discard(&self) {
        if self.live.replace(false) {
            let _free = FreeBox(self);
            // SAFETY: (1) initialised: it was live. (2) dropped once: it is not any more.
            unsafe { (self.table.drop_value)(self.place.get()) };
        }
    }

    /// Drops the call, with the inputs that it holds.
    ///
    /// # Safety
    /// It is there, and dropped once (right 1).
    pub unsafe fn drop_call(&self) {
        // SAFETY: obligations of the caller.
        unsafe { (self.table.drop_call)(self) };
    }

    /// Leaves the value where it is, for those who look at it; the next one gets a new place.
    ///
    /// # Safety
    /// There is a value, and the caller is the owner of the graph, between runs.
    pub unsafe fn retire(&self) -> Retired {
        self.live.set(false);
        Retired { place: self.place.replace(std::ptr::null_mut()), boxed: self.boxed.replace(true), table: self.table }
    }

    /// Whether there is a value.
    pub fn is_live(&self) -> bool {
        self.live.get()
    }

    /// Whether dropping the value does nothing.
    pub fn is_trivial(&self) -> bool {
        self.table.trivial
    }

    /// The handle is gone.
    pub fn release(&self) {
        // ORDERING: Release: what was done through the handle comes before the drop of the value.
        self.released.store(true, Release);
    }

    /// Whether the handle is gone.
    pub fn is_released(&self) -> bool {
        // ORDERING: Acquire, see `release`.
        self.released.load(Acquire)
    }

    fn free(&self) {
        if self.boxed.get() {
            let place = self.place.replace(std::ptr::null_mut());
            // SAFETY: made by `put` for the cell's type; its value is gone.
            unsafe { (self.table.free_box)(place) };
        }
    }
}

/// Frees the box also when the value's drop panics.
struct FreeBox<'a>(&'a Header);

impl Drop for FreeBox<'_> {
    fn drop(&mut self) {
        self.0.free();
    }
}

/// A value that stays for those who look at it, after its cell has got another.
pub struct Retired {
    place: *mut (),
    boxed: bool,
    table: &'static Table,
}

impl Retired {
    /// Drops the value.
    ///
    /// # Safety
    /// Nobody looks at it any more.
    pub unsafe fn discard(self) {
        // SAFETY: there is a value, by `retire`, and `self` is its only owner.
        unsafe { (self.table.drop_value)(self.place) };
        if self.boxed {
            // SAFETY: made by `put` for the cell's type; its value is gone.
            unsafe { (self.table.free_box)(self.place) };
        }
    }
}
