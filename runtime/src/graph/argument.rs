//! What can be given for a parameter.
//!
//! | parameter | input | use |
//! |---|---|---|
//! | `T` | `T` | the value itself |
//! | `T` | `Node<T>` | take |
//! | `T: Copy` | `&Node<T>` | read, and copy |
//! | `&T` | `&Node<T>` | read |
//! | `&mut T` | `&mut Node<T>` | exclusive |
//! | `&str`, `&[T]`, .. | `&Node<String>`, `&Node<Vec<T>>`, ..; `&String` | read, through `DerefMut` or `Arc`; `Deref` |
//! | `Vec<T>`, `[T; N]`, `(A, B)`, `Option<T>`, `Box<[T]>` | the same of `Node<T>`, `&Node<T>`, `&mut Node<T>` | take; of references |
//! | `&[T]` | `&[Node<T>]` | read, or exclusive when `T` must be moved to lie side by side |
//! | `&[&T]` | `&[Node<T>]` | read |
//!
//! Which line holds is the third parameter of [`Argument`], a *kind*, which rustc infers. Handles are not `Send` and plain
//! values must be, so that no input is of two kinds.

use std::mem::ManuallyDrop;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use super::Node;
use super::cell::Header;
use super::hazard::{Check, Wiring};

/// Makes a value again for another run, from the one that the graph keeps.
pub type Again<P> = Option<fn(&P) -> P>;

/// An input for a parameter of type `P`: a value, a handle, handles in a collection.
///
/// # Safety
/// `wire` declares each use of a value; `fetch` hands out no more than was declared, and `release` ends it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be given for a parameter of type `{P}`",
    label = "the task wants `{P}` here",
    note = "for `T` give a value, a `Node<T>` (which is taken), or a `&Node<T>` where `T` is `Copy`; for `&T` a `&Node<T>`; for \
            `&mut T` a `&mut Node<T>`; for `Vec<T>` a `Vec<Node<T>>`. Values must be `Send`, and what they borrow must \
            outlive the graph"
)]
pub unsafe trait Argument<'env, P, K> {
    /// What the graph keeps of it.
    type Stored;

    #[doc(hidden)]
    fn check(&self, check: &mut Check<'_>);

    #[doc(hidden)]
    fn wire(self, again: Again<P>, wiring: &mut Wiring<'_>) -> Self::Stored;

    /// # Safety
    /// The uses that were declared are granted, until `release`. With `keep`, what is stored serves again.
    #[doc(hidden)]
    unsafe fn fetch(stored: &mut Self::Stored, keep: bool) -> P;

    /// # Safety
    /// What `fetch` gave is not used any more.
    #[doc(hidden)]
    unsafe fn release(_: &mut Self::Stored) {}
}

/// An input for a parameter whose type is for the input to say: `T`, `&T` and `&mut T` with a type parameter `T`.
///
/// # Safety
/// As [`Argument`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be given for a parameter of type `{P}`",
    label = "the task wants `{P}` here",
    note = "for `T` give a value or a `Node<T>`, which is taken; for `&T` a `&Node<T>`; for `&mut T` a `&mut Node<T>`. Values must be \
            `Send`, and what they borrow must outlive the graph"
)]
pub unsafe trait Exactly<'env, P, K>: Argument<'env, P, K> {}

/// A value that is no handle.
pub struct Plain;

// SAFETY: uses no value of a node.
#[diagnostic::do_not_recommend]
unsafe impl<'env, P: Send + 'env> Argument<'env, P, Plain> for P {
    type Stored = (Option<P>, Again<P>);

    fn check(&self, _: &mut Check<'_>) {}

    fn wire(self, again: Again<P>, wiring: &mut Wiring<'_>) -> Self::Stored {
        wiring.outside(&self);
        (Some(self), again)
    }

    unsafe fn fetch((value, again): &mut Self::Stored, keep: bool) -> P {
        // `run` moves what would cost something to make again.
        let keep = keep || !std::mem::needs_drop::<P>();
        let made_again = again.filter(|_| keep).and_then(|again| value.as_ref().map(again));
        made_again.or_else(|| value.take()).unwrap_or_else(|| used_up::<P>())
    }
}

// SAFETY: as `Argument`.
#[diagnostic::do_not_recommend]
unsafe impl<'env, P: Send + 'env> Exactly<'env, P, Plain> for P {}

#[cold]
fn used_up<P>() -> ! {
    panic!(
        "a graph cannot run again: a value of type `{}` that is not `Clone`, or was given to `run`, was moved into an earlier \
         run; use `Graph::input` for it, or give it by reference",
        std::any::type_name::<P>()
    )
}

/// A handle, or a collection of handles.
pub struct Wired;

// SAFETY: as `Nodes`.
#[diagnostic::do_not_recommend]
unsafe impl<'env, N: Nodes> Argument<'env, N::Values, Wired> for N {
    type Stored = N::Stored;

    fn check(&self, check: &mut Check<'_>) {
        Nodes::check(self, check);
    }

    fn wire(self, _: Again<N::Values>, wiring: &mut Wiring<'_>) -> Self::Stored {
        Nodes::wire(self, wiring)
    }

    unsafe fn fetch(stored: &mut Self::Stored, _: bool) -> N::Values {
        // SAFETY: obligations of the caller.
        unsafe { N::fetch(stored) }
    }
}

// SAFETY: as `Argument`.
#[diagnostic::do_not_recommend]
unsafe impl<'env, N: Nodes> Exactly<'env, N::Values, Wired> for N {}

/// A handle that is read for a copy.
pub struct Copied;

// SAFETY: declares a read; `Copy` values may be copied by who reads them.
#[diagnostic::do_not_recommend]
unsafe impl<'env, T: Copy + Send + Sync, V> Argument<'env, T, Copied> for &Node<T, V> {
    type Stored = Value;

    fn check(&self, check: &mut Check<'_>) {
        check.node(self.of_graph(), self.header());
    }

    fn wire(self, _: Again<T>, wiring: &mut Wiring<'_>) -> Value {
        wiring.copy(self.header());
        Value::of(self)
    }

    unsafe fn fetch(stored: &mut Value, _: bool) -> T {
        // SAFETY: there is a value, which may be read: obligations of the caller.
        unsafe { *stored.place::<T>() }
    }
}

/// A handle whose value dereferences to what is wanted.
pub struct Viewed;

// SAFETY: declares a read.
// `DerefMut`: a `&T` is `Copy`, and given as such.
#[diagnostic::do_not_recommend]
unsafe impl<'env, 'a, T: DerefMut + Sync, V> Argument<'env, &'a T::Target, Viewed> for &'a Node<T, V> {
    type Stored = Value;

    fn check(&self, check: &mut Check<'_>) {
        check.node(self.of_graph(), self.header());
    }

    fn wire(self, _: Again<&'a T::Target>, wiring: &mut Wiring<'_>) -> Value {
        wiring.read(self.header());
        Value::of(self)
    }

    unsafe fn fetch(stored: &mut Value, _: bool) -> &'a T::Target {
        // SAFETY: there is a value, which may be read: obligations of the caller.
        unsafe { &*stored.place::<T>() }
    }
}

// SAFETY: declares exclusive access.
#[diagnostic::do_not_recommend]
unsafe impl<'env, 'a, T: DerefMut + Send, V> Argument<'env, &'a mut T::Target, Viewed> for &'a mut Node<T, V> {
    type Stored = Value;

    fn check(&self, check: &mut Check<'_>) {
        check.node(self.of_graph(), self.header());
    }

    fn wire(self, _: Again<&'a mut T::Target>, wiring: &mut Wiring<'_>) -> Value {
        wiring.exclusive(self.header());
        Value::of(self)
    }

    unsafe fn fetch(stored: &mut Value, _: bool) -> &'a mut T::Target {
        // SAFETY: there is a value, and access is exclusive: obligations of the caller.
        unsafe { &mut *stored.place::<T>() }
    }
}

/// A handle of a value that others own, too, where what it points to is wanted.
pub struct ViewedShared;

// SAFETY: declares a read.
#[diagnostic::do_not_recommend]
unsafe impl<'env, 'a, T: ?Sized, V> Argument<'env, &'a T, ViewedShared> for &'a Node<Arc<T>, V>
where
    Arc<T>: Sync,
{
    type Stored = Value;

    fn check(&self, check: &mut Check<'_>) {
        check.node(self.of_graph(), self.header());
    }

    fn wire(self, _: Again<&'a T>, wiring: &mut Wiring<'_>) -> Value {
        wiring.read(self.header());
        Value::of(self)
    }

    unsafe fn fetch(stored: &mut Value, _: bool) -> &'a T {
        // SAFETY: there is a value, which may be read: obligations of the caller.
        unsafe { &*stored.place::<Arc<T>>() }
    }
}

/// A handle of an array, where a slice is wanted.
pub struct ViewedArray;

// SAFETY: declares a read.
#[diagnostic::do_not_recommend]
unsafe impl<'env, 'a, T: Sync, const N: usize, V> Argument<'env, &'a [T], ViewedArray> for &'a Node<[T; N], V> {
    type Stored = Value;

    fn check(&self, check: &mut Check<'_>) {
        check.node(self.of_graph(), self.header());
    }

    fn wire(self, _: Again<&'a [T]>, wiring: &mut Wiring<'_>) -> Value {
        wiring.read(self.header());
        Value::of(self)
    }

    unsafe fn fetch(stored: &mut Value, _: bool) -> &'a [T] {
        // SAFETY: there is a value, which may be read: obligations of the caller.
        unsafe { &*stored.place::<[T; N]>() }
    }
}

/// A reference to a plain value that dereferences to what is wanted: `&String` for `&str`.
pub struct PlainViewed;

// SAFETY: uses no value of a node.
#[diagnostic::do_not_recommend]
unsafe impl<'env, 'a: 'env, W: Deref + 'a> Argument<'env, &'a W::Target, PlainViewed> for &'a W
where
    &'a W: Send,
{
    type Stored = &'a W;

    fn check(&self, _: &mut Check<'_>) {}

    fn wire(self, _: Again<&'a W::Target>, wiring: &mut Wiring<'_>) -> &'a W {
        wiring.outside(&self);
        self
    }

    unsafe fn fetch(stored: &mut &'a W, _: bool) -> &'a W::Target {
        stored
    }
}

/// A reference to a plain array, where a slice is wanted.
pub struct PlainArray;

// SAFETY: uses no value of a node.
#[diagnostic::do_not_recommend]
unsafe impl<'env, 'a: 'env, T: Sync, const N: usize> Argument<'env, &'a [T], PlainArray> for &'a [T; N] {
    type Stored = &'a [T; N];

    fn check(&self, _: &mut Check<'_>) {}

    fn wire(self, _: Again<&'a [T]>, wiring: &mut Wiring<'_>) -> &'a [T; N] {
        wiring.outside(&self);
        self
    }

    unsafe fn fetch(stored: &mut &'a [T; N], _: bool) -> &'a [T] {
        *stored
    }
}

/// Handles side by side: slices, vectors and arrays. What they hold does not change between two looks at it.
pub trait Handles: sealed::Sealed {
    /// The type of the values.
    type Value;

    #[doc(hidden)]
    fn handles(&self) -> &[Node<Self::Value>];
}

mod sealed {
    pub trait Sealed {}
}

impl<T> sealed::Sealed for [Node<T>] {}
impl<T> sealed::Sealed for Vec<Node<T>> {}
impl<T, const N: usize> sealed::Sealed for [Node<T>; N] {}

impl<T> Handles for [Node<T>] {
    type Value = T;

    fn handles(&self) -> &[Node<T>] {
        self
    }
}

impl<T> Handles for Vec<Node<T>> {
    type Value = T;

    fn handles(&self) -> &[Node<T>] {
        self
    }
}

impl<T, const N: usize> Handles for [Node<T>; N] {
    type Value = T;

    fn handles(&self) -> &[Node<T>] {
        self
    }
}

/// Handles side by side, where values side by side are wanted.
pub struct SideBySide;

/// Values that are brought together for a call.
pub struct Gathered<T> {
    values: Box<[Value]>,
    together: Vec<ManuallyDrop<T>>,
    /// They were moved, not copied: what the call changed in them, through `&`, belongs to the nodes.
    moved: bool,
}

// SAFETY: declares what the call may do with bits of the values: (1) where the task's type is known to be `Copy`, a read:
//         copies are values of their own. (2) else exclusive access: the bits are moved together, and back in `release`.
//         `check` has refused both for parameters that something may refer to after the call.
#[diagnostic::do_not_recommend]
unsafe impl<'env, 'a, T: Send + Sync + 'a, C: Handles<Value = T> + ?Sized> Argument<'env, &'a [T], SideBySide>
    for &'a C
{
    type Stored = Gathered<T>;

    fn check(&self, check: &mut Check<'_>) {
        let nodes: &[Node<T>] = self.handles();
        check.side_by_side();
        nodes.iter().for_each(|node| check.gathered(node.of_graph(), node.header()));
    }

    fn wire(self, _: Again<&'a [T]>, wiring: &mut Wiring<'_>) -> Gathered<T> {
        let nodes: &[Node<T>] = self.handles();
        let copied = wiring.copies();
        for node in nodes {
            if copied { wiring.copy(node.header()) } else { wiring.gather(node.header()) }
        }
        Gathered { values: nodes.iter().map(Value::of).collect(), together: Vec::new(), moved: !copied }
    }

    unsafe fn fetch(stored: &mut Gathered<T>, _: bool) -> &'a [T] {
        stored.together.clear();
        // SAFETY: there are values, whose bits the caller may have until `release`.
        stored.together.extend(stored.values.iter().map(|value| unsafe { value.place::<ManuallyDrop<T>>().read() }));
        let together: *const [ManuallyDrop<T>] = stored.together.as_slice();
        // SAFETY: (1) `ManuallyDrop<T>` is laid out as `T`. (2) the vector is not changed before `release`.
        unsafe { &*(together as *const [T]) }
    }

    unsafe fn release(stored: &mut Gathered<T>) {
        for (value, bits) in stored.values.iter().zip(stored.together.drain(..)) {
            if stored.moved {
                // SAFETY: the place from which the bits came, with exclusive access.
                unsafe { value.place::<ManuallyDrop<T>>().write(bits) };
            }
        }
    }
}

/// Handles side by side, where references are wanted.
pub struct References;

/// References that are brought together for a call.
pub struct Pointers {
    values: Box<[Value]>,
    together: Vec<*const ()>,
}

// SAFETY: declares reads.
#[diagnostic::do_not_recommend]
unsafe impl<'env, 'a, T: Sync + 'a, C: Handles<Value = T> + ?Sized> Argument<'env, &'a [&'a T], References> for &'a C {
    type Stored = Pointers;

    fn check(&self, check: &mut Check<'_>) {
        let nodes: &[Node<T>] = self.handles();
        check.side_by_side();
        nodes.iter().for_each(|node| check.node(node.of_graph(), node.header()));
    }

    fn wire(self, _: Again<&'a [&'a T]>, wiring: &mut Wiring<'_>) -> Pointers {
        let nodes: &[Node<T>] = self.handles();
        nodes.iter().for_each(|node| wiring.read(node.header()));
        Pointers { values: nodes.iter().map(Value::of).collect(), together: Vec::new() }
    }

    unsafe fn fetch(stored: &mut Pointers, _: bool) -> &'a [&'a T] {
        stored.together.clear();
        stored.together.extend(stored.values.iter().map(|value| value.place::<()>().cast_const()));
        let together: *const [*const ()] = stored.together.as_slice();
        // SAFETY: (1) pointers to values that may be read are laid out as references to them. (2) the vector is not
        //         changed before the next run of this call.
        unsafe { &*(together as *const [&'a T]) }
    }
}

/// A value of the graph, for who may use it.
#[derive(Clone, Copy)]
pub struct Value(*const Header);

impl Value {
    pub(super) fn of<T, V>(node: &Node<T, V>) -> Value {
        Value(node.header())
    }

    pub(super) fn place<T>(&self) -> *mut T {
        // SAFETY: the cell lives as long as the graph, whose run asks.
        unsafe { &*self.0 }.place()
    }
}

/// Handles: one, a reference to one, or a collection of them.
///
/// Stands for the values: `Vec<Node<T>>` for `Vec<T>`, `(&Node<A>, Node<B>)` for `(&A, B)`.
///
/// # Safety
/// As [`Argument`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no node of a graph",
    note = "give a `Node<T>`, a `&Node<T>`, or a tuple, `Vec`, array or `Option` of them"
)]
pub unsafe trait Nodes {
    /// The values.
    type Values;

    #[doc(hidden)]
    type Stored;

    #[doc(hidden)]
    fn check(&self, check: &mut Check<'_>);

    #[doc(hidden)]
    fn wire(self, wiring: &mut Wiring<'_>) -> Self::Stored;

    /// # Safety
    /// As [`Argument::fetch`].
    #[doc(hidden)]
    unsafe fn fetch(stored: &mut Self::Stored) -> Self::Values;
}

// SAFETY: declares that the value is taken.
#[diagnostic::do_not_recommend]
unsafe impl<T: Send, V> Nodes for Node<T, V> {
    type Values = T;
    type Stored = Value;

    fn check(&self, check: &mut Check<'_>) {
        check.node(self.of_graph(), self.header());
    }

    fn wire(self, wiring: &mut Wiring<'_>) -> Value {
        wiring.take(self.header());
        Value::of(&self)
    }

    unsafe fn fetch(stored: &mut Value) -> T {
        // SAFETY: there is a value, and the caller is its taker: its obligations.
        unsafe { (*stored.0).take() }
    }
}

// SAFETY: declares a read.
#[diagnostic::do_not_recommend]
unsafe impl<'a, T: Sync, V> Nodes for &'a Node<T, V> {
    type Values = &'a T;
    type Stored = Value;

    fn check(&self, check: &mut Check<'_>) {
        check.node(self.of_graph(), self.header());
    }

    fn wire(self, wiring: &mut Wiring<'_>) -> Value {
        wiring.read(self.header());
        Value::of(self)
    }

    unsafe fn fetch(stored: &mut Value) -> &'a T {
        // SAFETY: there is a value, which may be read: obligations of the caller.
        unsafe { &*stored.place::<T>() }
    }
}

// SAFETY: declares exclusive access.
#[diagnostic::do_not_recommend]
unsafe impl<'a, T: Send, V> Nodes for &'a mut Node<T, V> {
    type Values = &'a mut T;
    type Stored = Value;

    fn check(&self, check: &mut Check<'_>) {
        check.node(self.of_graph(), self.header());
    }

    fn wire(self, wiring: &mut Wiring<'_>) -> Value {
        wiring.exclusive(self.header());
        Value::of(self)
    }

    unsafe fn fetch(stored: &mut Value) -> &'a mut T {
        // SAFETY: there is a value, and access is exclusive: obligations of the caller.
        unsafe { &mut *stored.place::<T>() }
    }
}

// SAFETY: declares and hands out what its handles do.
#[diagnostic::do_not_recommend]
unsafe impl<N: Nodes> Nodes for Vec<N> {
    type Values = Vec<N::Values>;
    type Stored = Vec<N::Stored>;

    fn check(&self, check: &mut Check<'_>) {
        self.iter().for_each(|node| node.check(check));
    }

    fn wire(self, wiring: &mut Wiring<'_>) -> Self::Stored {
        self.into_iter().map(|node| node.wire(wiring)).collect()
    }

    unsafe fn fetch(stored: &mut Self::Stored) -> Self::Values {
        // SAFETY: obligations of the caller.
        stored.iter_mut().map(|stored| unsafe { N::fetch(stored) }).collect()
    }
}

// SAFETY: declares reads.
#[diagnostic::do_not_recommend]
unsafe impl<'a, T: Sync, V> Nodes for &'a [Node<T, V>] {
    type Values = Vec<&'a T>;
    type Stored = Vec<Value>;

    fn check(&self, check: &mut Check<'_>) {
        self.iter().for_each(|node| Nodes::check(&node, check));
    }

    fn wire(self, wiring: &mut Wiring<'_>) -> Self::Stored {
        self.iter().map(|node| Nodes::wire(node, wiring)).collect()
    }

    unsafe fn fetch(stored: &mut Self::Stored) -> Self::Values {
        // SAFETY: obligations of the caller.
        stored.iter_mut().map(|stored| unsafe { <&'a Node<T, V> as Nodes>::fetch(stored) }).collect()
    }
}

// SAFETY: declares reads.
#[diagnostic::do_not_recommend]
unsafe impl<'a, T: Sync, V> Nodes for &'a Vec<Node<T, V>> {
    type Values = Vec<&'a T>;
    type Stored = Vec<Value>;

    fn check(&self, check: &mut Check<'_>) {
        Nodes::check(&self.as_slice(), check);
    }

    fn wire(self, wiring: &mut Wiring<'_>) -> Self::Stored {
        Nodes::wire(self.as_slice(), wiring)
    }

    unsafe fn fetch(stored: &mut Self::Stored) -> Self::Values {
        // SAFETY: obligations of the caller.
        unsafe { <&'a [Node<T, V>] as Nodes>::fetch(stored) }
    }
}

// SAFETY: declares and hands out what its handles do.
#[diagnostic::do_not_recommend]
unsafe impl<N: Nodes> Nodes for Box<[N]> {
    type Values = Box<[N::Values]>;
    type Stored = Vec<N::Stored>;

    fn check(&self, check: &mut Check<'_>) {
        self.iter().for_each(|node| node.check(check));
    }

    fn wire(self, wiring: &mut Wiring<'_>) -> Self::Stored {
        Nodes::wire(self.into_vec(), wiring)
    }

    unsafe fn fetch(stored: &mut Self::Stored) -> Self::Values {
        // SAFETY: obligations of the caller.
        unsafe { <Vec<N> as Nodes>::fetch(stored) }.into()
    }
}

// SAFETY: declares and hands out what its handles do.
#[diagnostic::do_not_recommend]
unsafe impl<N: Nodes, const LEN: usize> Nodes for [N; LEN] {
    type Values = [N::Values; LEN];
    type Stored = [N::Stored; LEN];

    fn check(&self, check: &mut Check<'_>) {
        self.iter().for_each(|node| node.check(check));
    }

    fn wire(self, wiring: &mut Wiring<'_>) -> Self::Stored {
        self.map(|node| node.wire(wiring))
    }

    unsafe fn fetch(stored: &mut Self::Stored) -> Self::Values {
        // SAFETY: obligations of the caller.
        stored.each_mut().map(|stored| unsafe { N::fetch(stored) })
    }
}

// SAFETY: declares and hands out what its handles do.
#[diagnostic::do_not_recommend]
unsafe impl<N: Nodes> Nodes for Option<N> {
    type Values = Option<N::Values>;
    type Stored = Option<N::Stored>;

    fn check(&self, check: &mut Check<'_>) {
        self.iter().for_each(|node| node.check(check));
    }

    fn wire(self, wiring: &mut Wiring<'_>) -> Self::Stored {
        self.map(|node| node.wire(wiring))
    }

    unsafe fn fetch(stored: &mut Self::Stored) -> Self::Values {
        // SAFETY: obligations of the caller.
        stored.as_mut().map(|stored| unsafe { N::fetch(stored) })
    }
}

/// Handles whose values [`Graph::run`](super::Graph::run) returns; `()` for none.
///
/// A value to which the caller gets a reference stays in the graph, and the caller may put into it what it likes (through
/// `&mut`, or a `Mutex`): hence what the value borrows must live as long as the graph, `'env`.
///
/// # Safety
/// Only with `T: 'env` does `Nodes` hand out references to a `T`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no node of a graph",
    note = "give a `Node<T>`, a `&Node<T>`, or a tuple, `Vec`, array or `Option` of them; `()` for none"
)]
pub unsafe trait Asked<'env> {
    /// The values.
    type Values;

    #[doc(hidden)]
    type Nodes: Nodes<Values = Self::Values>;

    #[doc(hidden)]
    fn nodes(self) -> Self::Nodes;
}

macro_rules! asked {
    ($(($($generics:tt)*) $nodes:ty;)+) => { $(
        // SAFETY: as the bounds say.
        #[diagnostic::do_not_recommend]
unsafe impl<'env, $($generics)*> Asked<'env> for $nodes {
            type Values = <$nodes as Nodes>::Values;
            type Nodes = $nodes;

            fn nodes(self) -> $nodes {
                self
            }
        }
    )+ };
}

asked! {
    (T: Send, V) Node<T, V>;
    ('a, T: Sync + 'env, V) &'a Node<T, V>;
    ('a, T: Send + 'env, V) &'a mut Node<T, V>;
    ('a, T: Sync + 'env, V) &'a [Node<T, V>];
    ('a, T: Sync + 'env, V) &'a Vec<Node<T, V>>;
    (N: Asked<'env> + Nodes) Vec<N>;
    (N: Asked<'env> + Nodes) Box<[N]>;
    (N: Asked<'env> + Nodes, const LEN: usize) [N; LEN];
    (N: Asked<'env> + Nodes) Option<N>;
}

// SAFETY: hands out nothing.
unsafe impl Asked<'_> for () {
    type Values = ();
    type Nodes = Nothing;

    fn nodes(self) -> Nothing {
        Nothing
    }
}

/// No handles.
pub struct Nothing;

// SAFETY: hands out nothing.
unsafe impl Nodes for Nothing {
    type Values = ();
    type Stored = ();

    fn check(&self, _: &mut Check<'_>) {}

    fn wire(self, _: &mut Wiring<'_>) {}

    unsafe fn fetch((): &mut ()) {}
}

macro_rules! tuples {
    ($(($($name:ident),+);)+) => { $(
        asked! { ($($name: Asked<'env> + Nodes),+) ($($name,)+); }

        // SAFETY: declares and hands out what its handles do.
        #[allow(non_snake_case, reason = "a variable is named as its type")]
        #[diagnostic::do_not_recommend]
unsafe impl<$($name: Nodes),+> Nodes for ($($name,)+) {
            type Values = ($($name::Values,)+);
            type Stored = ($($name::Stored,)+);

            fn check(&self, check: &mut Check<'_>) {
                let ($($name,)+) = self;
                $($name.check(check);)+
            }

            fn wire(self, wiring: &mut Wiring<'_>) -> Self::Stored {
                let ($($name,)+) = self;
                ($($name.wire(wiring),)+)
            }

            unsafe fn fetch(stored: &mut Self::Stored) -> Self::Values {
                let ($($name,)+) = stored;
                // SAFETY: obligations of the caller.
                unsafe { ($($name::fetch($name),)+) }
            }
        }
    )+ };
}

tuples! {
    (A);
    (A, B);
    (A, B, C);
    (A, B, C, D);
    (A, B, C, D, E);
    (A, B, C, D, E, F);
    (A, B, C, D, E, F, G);
    (A, B, C, D, E, F, G, H);
    (A, B, C, D, E, F, G, H, I);
    (A, B, C, D, E, F, G, H, I, J);
    (A, B, C, D, E, F, G, H, I, J, K);
    (A, B, C, D, E, F, G, H, I, J, K, L);
}
