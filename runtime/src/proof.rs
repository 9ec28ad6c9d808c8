//! Claims about types, proved in dead code, and facts that rustc alone knows.
//!
//! A claim that does not hold is an error here, in words that the user can act on. Facts are read by a trick that needs
//! no specialisation: an associated item of an inherent impl with a bound hides the item of the same name of a trait.

use std::marker::PhantomData;

use crate::executor::{Step, Turn};
use crate::graph::argument::Again;
use crate::question::Fallible;
use crate::slot::{Lent, Slot};
use crate::task::TaskInfo;

/// The value crosses threads.
pub fn sendable<T: CrossThreads>(_: &Slot<T>) {}

/// `OVERLAP`: two nodes may look at the value at the same time.
pub fn shareable<const OVERLAP: bool, T: ShareIf<OVERLAP>>(_: &Slot<T>) {}

/// The variable is looked at from other threads.
pub fn lent_shared<T: ShareIf<true>>(_: &Lent<T>) {}

/// The variable is changed from other threads.
pub fn lent_exclusive<T: CrossThreads>(_: &Lent<T>) {}

/// As [`shareable`], of a variable that is changed from other threads at other times.
pub fn lent_shareable<const OVERLAP: bool, T: ShareIf<OVERLAP>>(_: &Lent<T>) {}

/// `Send`, in words that say what to do.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent between threads safely",
    label = "this value is made on one thread and may be used on another",
    note = "use a type that is `Send` (`Arc` for `Rc`, `Box<dyn Error + Send + Sync>` for `Box<dyn Error>`), or keep the value \
            inside one task"
)]
pub trait CrossThreads {}

#[diagnostic::do_not_recommend]
impl<T: Send> CrossThreads for T {}

/// `Sync` if `OVERLAP`, in words that say what to do.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be shared between threads safely",
    label = "two nodes may look at this value at the same time",
    note = "use `Mutex`, `RwLock` or an atomic for `Cell` or `RefCell`, or let one of the tasks take `&mut`, which puts them in \
            order"
)]
pub trait ShareIf<const OVERLAP: bool> {}

#[diagnostic::do_not_recommend]
impl<T> ShareIf<false> for T {}
#[diagnostic::do_not_recommend]
impl<T: Sync> ShareIf<true> for T {}

/// `LOOKS`: the value may borrow from what was moved before it is dropped. Then its drop must not be able to look at that.
#[inline(always)]
pub fn outlives<const LOOKS: bool, T>(_: &Slot<T>) {
    const {
        assert!(
            !LOOKS || !std::mem::needs_drop::<T>(),
            "a value is taken apart while another that may borrow from it is dropped later: drop that before"
        );
    }
}

/// A value that borrows from nothing in the pipeline.
pub fn owned<T: 'static>(value: T) -> T {
    value
}

/// Nothing that borrows from a variable is used from here on, unless the variable is `Copy`.
pub fn moved<T>(value: T) -> T {
    value
}

/// The type of a mention by value that is not the last.
pub struct Mention<T: ?Sized>(PhantomData<fn() -> *const T>);

impl<T> Mention<T> {
    /// The type of a place.
    pub fn of(_: *const T) -> Mention<T> {
        Mention(PhantomData)
    }

    /// The type of a place in a place. Neither is looked at.
    pub fn inside<W>(_: *mut W, _: impl FnOnce(*mut W) -> *const T) -> Mention<T> {
        Mention(PhantomData)
    }
}

impl<T: Copy> Mention<T> {
    /// The type is `Copy`.
    pub fn is_copy(&self) -> bool {
        true
    }
}

/// A value that is there after a use by value.
#[diagnostic::on_unimplemented(
    message = "a pattern takes a value apart of which a part has been moved before",
    label = "a part of this has been moved before: use the other parts by name, `x.1` in place of `let (_, b) = x`",
    note = "a node moves the value out of its slot as a whole, and cannot do so without all of it"
)]
pub trait StillThere {}

#[diagnostic::do_not_recommend]
impl<T: Copy> StillThere for T {}

impl<T: ?Sized> Mention<&mut T> {
    /// The mention would move a `&mut`.
    pub fn again(&self) -> Reborrowed {
        Reborrowed
    }
}

impl<T: ?Sized> Mention<&mut T> {
    /// What was lent to others is there again.
    pub fn gone(&self, _: &mut T) {}
}

/// Any mention but of a `&mut`.
pub trait MentionCopied {
    /// The mention copies; the serial copy of the body shows whether it may.
    fn again(&self) -> Copied {
        Copied
    }

    /// The type is not known to be `Copy`.
    fn is_copy(&self) -> bool {
        false
    }

    /// What was copied is still there. What was moved cannot be taken with what it is part of: its bits are no value.
    fn gone<V: StillThere>(&self, _: V) {}
}

impl<T: ?Sized> MentionCopied for Mention<T> {}

/// A mention whose bits are read, and what `again` says of it: `Twice(mention.again(), mention).copies()`, with [`NotTwice`] in
/// scope.
pub struct Twice<A, M>(pub A, pub M);

impl<M> Twice<Reborrowed, M> {
    /// [`again`] says whether it may.
    pub fn copies(&self) {}
}

impl<T: Copy> Twice<Copied, Mention<T>> {
    /// It may.
    pub fn copies(&self) {}
}

/// The bits of a value that is not `Copy` are read, and the value is mentioned again. Where rustc looks it refuses that first;
/// behind a call that never returns it does not look, but the nodes there might run ahead.
///
/// ```compile_fail,E0080
/// use superscalar::{node, pipeline, task};
///
/// #[task] fn eat(bytes: Vec<u8>) {}
/// fn die() -> ! { panic!("there is no more") }
/// pipeline! {
///     fn never(bytes: Vec<u8>) {
///         node!(die());
///         eat(bytes);
///         eat(bytes);
///     }
/// }
/// never(vec![1]);
/// ```
pub trait NotTwice: Sized {
    /// Stops the build.
    fn copies(&self) {
        Behind::<Self>::AN_END
    }
}

impl<A, M> NotTwice for Twice<A, M> {}

struct Behind<M>(PhantomData<M>);

impl<M> Behind<M> {
    const AN_END: () = panic!(
        "a pipeline uses a value after it was moved, behind a call that never returns: remove what stands behind that call"
    );
}

/// A mention that copies.
pub struct Copied;
/// A mention that would move a `&mut`.
pub struct Reborrowed;

/// A mention by value that may be followed by another.
#[diagnostic::on_unimplemented(
    message = "a `&mut` reference is used by value more than once",
    label = "reborrow it: write `&mut *` before the name",
    note = "a pipeline cannot see that this type is a `&mut`, and would run both uses at the same time"
)]
pub trait MayRepeat<const KNOWN: bool> {}

impl MayRepeat<false> for Copied {}
impl<M> MayRepeat<true> for M {}

/// Claims that a type is no `&mut`, if the plan relies on it.
pub fn settled<const CLAIMED: bool, M: SettledIf<CLAIMED>>(_: M) {}

/// A mention of a value that is a `&mut` only if the plan knows.
#[diagnostic::on_unimplemented(
    message = "the type of this value is an alias of a `&mut` reference",
    label = "bind it with `let x: &mut _ = ..`, or write the task's result without the alias"
)]
pub trait SettledIf<const CLAIMED: bool> {}

impl<M> SettledIf<false> for M {}
impl SettledIf<true> for Copied {}

/// A reference for a method call: `Reach(place).reach()`, with [`ReachShared`] in scope.
///
/// To a `&mut _` it is exclusive, so that methods which change what it refers to can be called.
pub struct Reach<T>(pub *mut T);

impl<'r, T: ?Sized> Reach<&'r mut T> {
    /// An exclusive reference.
    ///
    /// # Safety
    /// The place is full and the caller has exclusive access, for as long as the reference is used.
    pub unsafe fn reach<'u>(&self) -> &'u mut &'r mut T {
        // SAFETY: obligation of the caller.
        unsafe { &mut *self.0 }
    }
}

/// What is no `&mut _`.
pub trait ReachShared {
    /// What the place holds.
    type Value;

    /// A shared reference.
    ///
    /// # Safety
    /// The place is full and the caller may share it, for as long as the reference is used.
    unsafe fn reach<'u>(&self) -> &'u Self::Value;
}

impl<T> ReachShared for Reach<T> {
    type Value = T;
    unsafe fn reach<'u>(&self) -> &'u T {
        // SAFETY: obligation of the caller.
        unsafe { &*self.0 }
    }
}

/// Claims that a mention may be followed by another, unless the plan knows that it is a `&mut`.
pub fn again<const KNOWN: bool, M: MayRepeat<KNOWN>>(_: M) {}

/// Whether a task takes `&mut _` as parameter `index`.
pub const fn is_exclusive_param(task: &TaskInfo, index: usize) -> bool {
    index < task.params.len() && task.params[index].facts.exclusive_ref
}

/// Facts about a type without parameters: `<Probe<Ty>>::COPY`, with [`ProbeFallback`] in scope.
pub struct Probe<T: ?Sized>(PhantomData<fn() -> *const T>);

impl<T: Copy> Probe<T> {
    /// The type is `Copy`.
    pub const COPY: bool = true;
}

impl<T: Fallible<Output: Copy>> Probe<T> {
    /// What `?` yields is `Copy`.
    pub const SUCCESS_COPY: bool = true;
}

impl<T: Fallible> Probe<T> {
    /// Dropping what `?` yields does nothing.
    pub const SUCCESS_TRIVIAL: bool = !std::mem::needs_drop::<T::Output>();
}

impl<T: Clone> Probe<T> {
    /// How a value is made again.
    pub const AGAIN: Again<T> = Some(T::clone);
}

/// What is so unless [`Probe`] knows better.
pub trait AgainFallback<T> {
    /// A value is not known to be `Clone`.
    const AGAIN: Again<T> = None;
}

impl<T> AgainFallback<T> for Probe<T> {}

/// How a `&mut` that nothing refers to after a call is lent to the next.
pub fn lent_again<T>() -> Again<T> {
    // SAFETY: the bits of a `&mut` are copied for one call after the other: what a graph was lent is used by one node,
    //         which runs once in a run, and runs do not overlap.
    Some(|reference| unsafe { std::ptr::from_ref(reference).read() })
}

/// What is so unless `Probe` knows better.
pub trait ProbeFallback {
    /// The type is not `Copy`.
    const COPY: bool = false;
    /// What `?` yields is not known to be `Copy`.
    const SUCCESS_COPY: bool = false;
    /// Dropping what `?` yields may do something.
    const SUCCESS_TRIVIAL: bool = false;
}

impl<T: ?Sized> ProbeFallback for Probe<T> {}

/// Takes the bits of a value that a branch gets to: `CopyProbe(&slot).bits()`, with [`NotCopy`] in scope.
pub struct CopyProbe<'s, P>(pub &'s P);

impl<T: Copy> CopyProbe<'_, Slot<T>> {
    /// The type is `Copy`.
    pub fn is_copy(&self) -> bool {
        true
    }

    /// A copy.
    ///
    /// # Safety
    /// As [`Slot::copy`].
    pub unsafe fn bits(&self) -> T {
        // SAFETY: obligation of the caller.
        unsafe { self.0.copy() }
    }
}

impl<T: Copy> CopyProbe<'_, Lent<T>> {
    /// A copy.
    ///
    /// # Safety
    /// As [`Lent::copy`].
    pub unsafe fn bits(&self) -> T {
        // SAFETY: obligation of the caller.
        unsafe { self.0.copy() }
    }
}

/// What holds of a value that is not known to be `Copy`.
pub trait NotCopy {
    /// What the place holds.
    type Value;

    /// The type is not known to be `Copy`.
    fn is_copy(&self) -> bool {
        false
    }

    /// Moves the value out.
    ///
    /// # Safety
    /// As [`Slot::take`].
    unsafe fn bits(&self) -> Self::Value;
}

impl<T> NotCopy for CopyProbe<'_, Slot<T>> {
    type Value = T;
    unsafe fn bits(&self) -> T {
        // SAFETY: obligation of the caller.
        unsafe { self.0.take() }
    }
}

impl<T> NotCopy for CopyProbe<'_, Lent<T>> {
    type Value = T;
    unsafe fn bits(&self) -> T {
        // SAFETY: obligation of the caller.
        unsafe { self.0.take() }
    }
}

/// `F` may be the function that this companion describes: it has its signature.
pub trait Exact<F> {}

/// The function `call`, if it is the task whose companion is `C`.
///
/// Functions and companions live in different namespaces, so a local function can shadow a task and leave its companion
/// in sight. Both are declared side by side under one name, so their type names tell whether they belong together.
/// Both names are constants: an optimised build compares nothing.
///
/// # Panics
/// When the function is another one.
#[inline(always)]
pub fn exact<C: Exact<F>, F>(_task: C, call: F) -> F {
    let (task, called) = (std::any::type_name::<C>(), std::any::type_name::<F>());
    let rest = called.strip_prefix(task);
    assert!(
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('<')),
        "a pipeline calls `{called}`, which hides the task `{task}` of the same name: rename one of them, or write the \
         path of the task",
    );
    call
}

/// The step, if all that it captures may be shared: a variable that a macro reaches without a mention must be `Sync`.
#[inline(always)]
pub fn shared_step<F: Fn(u32) -> Leave + Sync>(step: &F) -> impl Fn(u32) -> u32 {
    move |node| step(node).code()
}

/// How a node ends. A `return` that a macro hides has no such value, and is an error.
pub struct Leave(u32);

impl Leave {
    /// By a site, or by one of the ways to leave an iteration.
    #[inline(always)]
    pub const fn by(code: u32) -> Leave {
        Leave(code)
    }

    /// Which.
    #[inline(always)]
    pub(crate) const fn code(self) -> u32 {
        self.0
    }
}

/// As [`shared_step`], of a loop.
pub fn shared_lane_step<F: Fn(&Turn<'_>) -> u32 + Sync>(step: &F) -> &Step<'_> {
    step
}

/// Claims that two fields of what `place` points to can be borrowed at once.
pub fn disjoint<T>(_: *mut T, _: impl FnOnce(&mut T)) {}

/// What a mention stands for. `held.0` has more than one token, so that its span can be that of what the user wrote.
#[repr(transparent)]
pub struct Held<T: ?Sized>(pub T);

impl<T: ?Sized> Held<T> {
    /// What is looked at.
    pub const fn of(value: &T) -> &Held<T> {
        // SAFETY: `Held` has the layout of its field.
        unsafe { &*(std::ptr::from_ref(value) as *const Held<T>) }
    }

    /// What is changed.
    pub const fn of_mut(value: &mut T) -> &mut Held<T> {
        // SAFETY: `Held` has the layout of its field.
        unsafe { &mut *(std::ptr::from_mut(value) as *mut Held<T>) }
    }
}

/// A value whose last mention is the receiver of a method that takes an `Option`, a `Result` or an iterator by value:
/// `(&Either(slot)).choose()`, with [`EitherItems`] and [`EitherOther`] in scope.
pub struct Either<'s, T>(pub &'s Slot<T>);

impl<T> Either<'_, Option<T>> {
    /// The value.
    ///
    /// # Safety
    /// As [`Slot::take`].
    pub unsafe fn choose(&self) -> Held<Option<T>> {
        // SAFETY: obligation of the caller.
        Held(unsafe { self.0.take() })
    }
}

impl<T, E> Either<'_, Result<T, E>> {
    /// The value.
    ///
    /// # Safety
    /// As [`Slot::take`].
    pub unsafe fn choose(&self) -> Held<Result<T, E>> {
        // SAFETY: obligation of the caller.
        Held(unsafe { self.0.take() })
    }
}

impl<'r, T: ?Sized> Either<'_, &'r mut T> {
    /// An exclusive reference.
    ///
    /// # Safety
    /// As [`Slot::exclusive`].
    pub unsafe fn choose<'u>(&self) -> &'u mut Held<&'r mut T> {
        // SAFETY: (1) `Held` has the layout of what it holds. (2) Not used by others: obligation of the caller.
        unsafe { &mut *self.0.ptr().cast() }
    }
}

/// What is an iterator.
pub trait EitherItems {
    /// The iterator.
    type Value;

    /// The value.
    ///
    /// # Safety
    /// As [`Slot::take`].
    unsafe fn choose(&self) -> Held<Self::Value>;
}

impl<I: Iterator> EitherItems for Either<'_, I> {
    type Value = I;
    unsafe fn choose(&self) -> Held<I> {
        // SAFETY: obligation of the caller.
        Held(unsafe { self.0.take() })
    }
}

/// What is something else.
pub trait EitherOther {
    /// What the slot holds.
    type Value;

    /// A reference.
    ///
    /// # Safety
    /// As [`Slot::read`].
    unsafe fn choose<'u>(&self) -> &'u Held<Self::Value>;
}

impl<T> EitherOther for &Either<'_, T> {
    type Value = T;
    unsafe fn choose<'u>(&self) -> &'u Held<T> {
        // SAFETY: (1) `Held` has the layout of what it holds. (2) Not changed by others: obligation of the caller.
        unsafe { &*self.0.ptr().cast() }
    }
}

/// In the second copy of the body, `x.__superscalar_moved()` does with `x` what `choose` does with its slot.
pub trait MovedKnown: Sized {
    /// Moves it.
    fn __superscalar_moved(self) -> Self {
        self
    }
}

impl<T> MovedKnown for Option<T> {}
impl<T, E> MovedKnown for Result<T, E> {}

/// As [`MovedKnown`].
pub trait MovedItems: Iterator + Sized {
    /// Moves it.
    fn __superscalar_moved(self) -> Self {
        self
    }
}

impl<I: Iterator> MovedItems for I {}

/// As [`MovedKnown`], of all other types.
pub trait LookedAt {
    /// Looks at it.
    fn __superscalar_moved(&self) -> &Self {
        self
    }
}

impl<T: ?Sized> LookedAt for T {}

/// Uses two borrows.
pub fn touch<A, B>(_: A, _: B) {}

/// Keeps a borrow alive up to here.
pub fn hold<T>(_: &T) {}

/// A pointer to what `value` borrows.
pub fn pointer<T>(value: &mut T) -> *mut T {
    value
}

/// Stands where nothing gets to.
pub fn never() -> ! {
    unreachable!("behind the end of a region, or of the cases that there are")
}

/// What stands at the end of a pipeline that returns nothing: `Returned(x).is_nothing()`, with [`NotNothing`] in scope.
pub struct Returned<T>(pub T);

impl Returned<()> {
    /// As it should be.
    pub fn is_nothing(self) {}
}

/// Any other value, which rustc reports on the serial copy of the body.
pub trait NotNothing {
    /// There is a value too many.
    fn is_nothing(&self) {}
}

impl<T> NotNothing for Returned<T> {}

/// The `()` that stands at the end of a pipeline.
///
/// # Safety
/// `T` is `()`, as it is where the serial copy of the body, which has a `()` there, compiles.
pub unsafe fn unit<T>() -> T {
    // SAFETY: obligation of the caller.
    unsafe { std::mem::transmute_copy(&()) }
}

/// Discards a value that cannot come into being.
pub fn ignore<T>(_: T) {}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    const _: () = assert!(<Probe<u32>>::COPY && <Probe<&'static str>>::COPY);
    const _: () = assert!(!<Probe<String>>::COPY && !<Probe<&'static mut u32>>::COPY);

    #[test]
    fn a_mutable_reference_is_told_from_a_copy() {
        let mut x = 1;
        let (reference, number) = (Slot::new(), Slot::<i32>::new());
        // SAFETY: the only producer, and no other node.
        unsafe { reference.put(&mut x) };
        let _: Reborrowed = Mention::of(reference.ptr()).again();
        let copied: Copied = Mention::of(number.ptr()).again();
        again::<false, _>(copied);
    }

    #[test]
    fn only_overlapping_uses_need_sync() {
        let slot = Slot::<Cell<i32>>::new();
        sendable(&slot);
        shareable::<false, _>(&slot);
        shareable::<true, _>(&Slot::<i32>::new());
    }
}
