//! Associated functions as tasks: what `#[task] impl` hands over, and how a pipeline asks for it.
//!
//! `#[task] impl Model { #[task] fn fit(..) }` puts a hidden constant of type `Option<Method>` beside `fit`. A pipeline asks
//! for the constant of that name with a trait in scope that has one for every type, `None`: the inherent one wins where it
//! exists, and names `fit` and the constant are looked up in the same type, so they belong together. A call `model.fit(..)`
//! is that function only where Rust's rules for method calls leave no other: [`method`] decides, [`declared`] proves the type.

use crate::slot::Slot;
use crate::spec::Mode;
use crate::task::{Access, Facts, TaskInfo};

/// The hidden constant beside an associated function that is a task.
#[derive(Clone, Copy, Debug)]
pub struct Method {
    /// What the function does with its parameters, the receiver first.
    pub info: TaskInfo,
    /// How it takes `self`.
    pub receiver: Receiver,
}

/// What a hidden constant says, for a constructor that stands beside it.
pub const fn info_of(found: &'static Option<Method>) -> &'static TaskInfo {
    match found {
        Some(method) => &method.info,
        None => unreachable!(),
    }
}

/// How an associated function takes `self`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receiver {
    /// Not at all.
    None,
    /// `self`
    Value,
    /// `&self`
    Shared,
    /// `&mut self`
    Exclusive,
    /// `self: Box<Self>`
    Other,
}

/// How a call names an associated function of a type `T`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Called {
    /// `T::fit(..)`
    Path,
    /// `x.fit(..)` with `x: &T`
    Shared,
    /// `x.fit(..)` with `x: &mut T`
    Exclusive,
    /// `x.fit(..)` with `x: T`
    Value {
        /// `T` is known to be `Copy`.
        copy: bool,
        /// The node reaches `x` through a reference, out of which nothing is moved.
        by_reference: bool,
    },
}

/// The task that a call calls, if that is sure.
///
/// rustc looks for a method by value, by `&` and by `&mut`, first at the type of the receiver, then behind it; each time the
/// type's own functions come before those of traits. So what has the very type of the receiver is found first. `&self`
/// on an `x: T` comes second: the method of a trait that takes `T` by value would move it out of the reference by which the
/// node has it, which does not compile unless `T` is `Copy`.
pub const fn method(found: &'static Option<Method>, called: Called) -> Option<&'static TaskInfo> {
    let Some(found) = found else { return None };
    let sure = match (called, found.receiver) {
        (Called::Path, _)
        | (Called::Shared, Receiver::Shared)
        | (Called::Exclusive, Receiver::Exclusive)
        | (Called::Value { .. }, Receiver::Value) => true,
        (Called::Value { copy, by_reference }, Receiver::Shared) => by_reference && !copy,
        _ => false,
    };
    if sure { Some(&found.info) } else { None }
}

/// What is known of the result.
pub const fn output_of(task: Option<&TaskInfo>) -> Facts {
    match task {
        Some(task) => task.output.facts,
        None => Facts::UNKNOWN,
    }
}

/// What is known of what `?` makes of the result.
pub const fn success_of(task: Option<&TaskInfo>) -> Facts {
    match task {
        Some(task) => task.output.success,
        None => Facts::UNKNOWN,
    }
}

/// What a function that is no task keeps is unknown: all that it is given may borrow from each other, and so the result.
pub const fn unless_task(task: Option<&TaskInfo>) -> u64 {
    if task.is_some() { 0 } else { 1 | 1 << 62 }
}

/// How the receiver of a method call is used that may turn out to be a `&mut _`, if the task does not know better.
pub const fn receiver_mode(task: Option<&TaskInfo>, otherwise: Mode) -> Mode {
    match task {
        Some(task) if !matches!(task.params[0].access, Access::Take) && !task.params[0].facts.exclusive_ref => {
            Mode::Read
        }
        _ => otherwise,
    }
}

/// Whether a task, if it is one, takes `&mut _` as parameter `index`.
pub const fn is_exclusive_argument(task: Option<&TaskInfo>, index: usize) -> bool {
    match task {
        Some(task) => crate::proof::is_exclusive_param(task, index),
        None => false,
    }
}

/// Claims that a variable has the type with which it is declared, if the plan relies on it.
pub fn declared<const CLAIMED: bool, T, S: DeclaredIf<CLAIMED, T>>(_: &Slot<S>) {}

/// `T`, if `CLAIMED`.
#[diagnostic::on_unimplemented(
    message = "the type `{T}` in the body of this pipeline is not the `{Self}` of its signature",
    label = "a method of this value is called as a node",
    note = "an item of the body has the same name: rename it"
)]
pub trait DeclaredIf<const CLAIMED: bool, T> {}

impl<T, S> DeclaredIf<false, T> for S {}
impl<T> DeclaredIf<true, T> for T {}
