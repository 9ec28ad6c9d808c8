//! A variable from outside as the receiver of a method that may want `&self` or `&mut self`.
//!
//! In `items.push(x)` the method decides how the closure around would capture `items`. A `Vec` is borrowed mutably, so that
//! nobody else can reach it. A queue with `push(&self)` is shared: others may look at it at the same time, and then there must
//! be no `&mut` to it. The macro cannot tell them apart, so the type does, and for types that are not known here the method.
//!
//! `(&Asked(place)).ask()`, with [`AskedItems`] and [`AskedOther`] in scope, is what `*` makes the receiver of.

use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

use crate::proof::CrossThreads;
use crate::slot::Lent;

/// Where the receiver is.
pub struct Asked<T>(pub *mut T);

/// A receiver that is borrowed as the method asks: `(*receiver).push(x)`.
pub struct Receiver<'u, T> {
    value: *mut T,
    borrow: PhantomData<&'u mut T>,
}

impl<T> Deref for Receiver<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: obligation of `ask`: the place is full, and changed by nobody but those who change it behind `&`.
        unsafe { &*self.value }
    }
}

impl<T> DerefMut for Receiver<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: (1) obligation of `ask`: no other node uses the place. (2) Nobody outside does: the serial copy of the body
        // borrows the variable mutably here.
        unsafe { &mut *self.value }
    }
}

/// Iterators, which `by_ref` borrows mutably.
pub trait AskedItems {
    /// The iterator.
    type Value;

    /// An exclusive reference.
    ///
    /// # Safety
    /// The place is full, and no other node uses it for as long as the reference is used.
    unsafe fn items<'u>(&self) -> &'u mut Self::Value
    where
        Self::Value: 'u;
}

impl<I: Iterator> AskedItems for Asked<I> {
    type Value = I;

    unsafe fn items<'u>(&self) -> &'u mut I
    where
        I: 'u,
    {
        // SAFETY: obligation of the caller.
        unsafe { &mut *self.0 }
    }
}

/// What is no collection of std.
pub trait AskedOther {
    /// What the place holds.
    type Value;

    /// A reference as the method asks for.
    ///
    /// # Safety
    /// The place is full, and no other node uses it for as long as the reference is used.
    unsafe fn ask<'u>(&self) -> Receiver<'u, Self::Value>
    where
        Self::Value: 'u;

    /// As [`ask`](AskedOther::ask).
    ///
    /// # Safety
    /// As there.
    unsafe fn items<'u>(&self) -> Receiver<'u, Self::Value>
    where
        Self::Value: 'u,
    {
        // SAFETY: obligation of the caller.
        unsafe { self.ask() }
    }
}

impl<T> AskedOther for &Asked<T> {
    type Value = T;

    unsafe fn ask<'u>(&self) -> Receiver<'u, T>
    where
        T: 'u,
    {
        Receiver { value: self.0, borrow: PhantomData }
    }
}

/// `Sync`, in words that say what to do.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be shared between threads safely",
    label = "a method is called on this variable from other threads, and may share it with what is outside",
    note = "if the method takes `&mut self`, write `Type::method(&mut variable, ..)`"
)]
pub trait SharedOutside {}

#[diagnostic::do_not_recommend]
impl<T: Sync> SharedOutside for T {}

/// `AskedProof(&slot).prove()`, with [`SharedOrExclusive`] in scope: nodes on other threads may call such methods.
pub struct AskedProof<'s, T>(pub &'s Lent<T>);

/// What is no collection of std: the method may borrow it exclusively, or share it with somebody outside.
pub trait SharedOrExclusive<T> {
    /// The claim.
    fn prove(&self)
    where
        T: CrossThreads + SharedOutside;
}

impl<T> SharedOrExclusive<T> for AskedProof<'_, T> {
    fn prove(&self)
    where
        T: CrossThreads + SharedOutside,
    {
    }
}

/// Collections whose methods that change them take `&mut self`.
macro_rules! collections {
    ($([$($param:ident),*] $collection:ty;)*) => {$(
        impl<$($param),*> Asked<$collection> {
            /// An exclusive reference.
            ///
            /// # Safety
            /// As [`AskedOther::ask`].
            pub unsafe fn ask<'u>(&self) -> &'u mut $collection {
                // SAFETY: (1) obligation of the caller. (2) Nobody outside uses it: the serial copy of the body borrows the
                // variable mutably here.
                unsafe { &mut *self.0 }
            }
        }

        impl<'r, $($param),*> Asked<&'r mut $collection> {
            /// An exclusive reference.
            ///
            /// # Safety
            /// As [`AskedOther::ask`].
            pub unsafe fn ask<'u>(&self) -> &'u mut &'r mut $collection {
                // SAFETY: as above.
                unsafe { &mut *self.0 }
            }
        }

        impl<$($param),*> AskedProof<'_, $collection> {
            /// The claim.
            pub fn prove(&self)
            where
                $collection: CrossThreads,
            {
            }
        }

        impl<'r, $($param),*> AskedProof<'_, &'r mut $collection> {
            /// The claim.
            pub fn prove(&self)
            where
                &'r mut $collection: CrossThreads,
            {
            }
        }
    )*};
}

collections! {
    [T] Vec<T>;
    [T] VecDeque<T>;
    [T] LinkedList<T>;
    [T] BinaryHeap<T>;
    [T] BTreeSet<T>;
    [K, V] BTreeMap<K, V>;
    [T, S] HashSet<T, S>;
    [K, V, S] HashMap<K, V, S>;
    [T] Option<T>;
    [] String;
}
