//! A call that waits to be added: what `load::node(..)` returns.
//!
//! Parameters and inputs are lists of pairs, `(A, (B, ()))`, so that two impls serve any number of them.

use std::marker::PhantomData;
use std::ptr::NonNull;

use super::argument::{Again, Argument};
use super::cell::Run;
use super::failure::Takes;
use super::hazard::{CallFacts, Check, Wiring};
use crate::task::TaskInfo;

/// A call of a task with its inputs: what `task::node(..)` returns, and [`Graph::add`](super::Graph::add) takes.
///
/// `P` are the types of the parameters, `T` what the task returns, `I` and `K` the inputs and their kinds.
#[must_use = "a call does nothing before it is added to a graph"]
pub struct Call<P: Params, T, I, K> {
    pub(super) facts: CallFacts,
    pub(super) label: Option<Box<str>>,
    pub(super) body: Body<P, T, I, K>,
}

/// The typed part of a call.
pub struct Body<P: Params, T, I, K> {
    function: fn(P) -> T,
    again: P::Again,
    pub(super) inputs: I,
    kinds: PhantomData<fn() -> K>,
}

impl<P: Params, T, I, K> Call<P, T, I, K> {
    /// For expansions. Bit `i` of `lasting` is set when something may refer to argument `i` after the call, of `copies`
    /// when argument `i` is a slice of what is `Copy`.
    #[doc(hidden)]
    pub fn new(
        info: &'static TaskInfo,
        (lasting, copies): (u64, u64),
        function: fn(P) -> T,
        again: P::Again,
        inputs: I,
    ) -> Self {
        let facts = CallFacts { info: Some(info), lasting, copies };
        Call { facts, label: None, body: Body { function, again, inputs, kinds: PhantomData } }
    }

    /// Gives the node a name of its own, for pictures and errors.
    ///
    /// ```
    /// use superscalar::{Graph, task};
    /// # #[task] fn square(x: u32) -> u32 { x * x }
    /// let mut g = Graph::new();
    /// for i in 0..3 {
    ///     g.add(square::node(i).named(format!("square-{i}")));
    /// }
    /// assert_eq!(g.graph().nodes()[2].label(), "square-2");
    /// ```
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.label = Some(name.into().into());
        self
    }
}

/// The types of a task's parameters.
pub trait Params {
    /// How values of these types are made again for another run.
    #[doc(hidden)]
    type Again;
}

impl Params for () {
    type Again = ();
}

impl<P, R: Params> Params for (P, R) {
    type Again = (Again<P>, R::Again);
}

/// A type with a lifetime that its path hides: `fn(&()) -> View` stands for `View<'a>` with any `'a`.
pub trait Family<'a> {
    /// The type with this lifetime.
    type At;
}

impl<'a, F: Fn(&'a ()) -> T, T> Family<'a> for F {
    type At = T;
}

/// Inputs for all parameters.
///
/// # Safety
/// As [`Argument`].
pub unsafe trait Inputs<'env, P: Params, K> {
    /// What the graph keeps of them.
    type Stored;

    #[doc(hidden)]
    fn check(&self, check: &mut Check<'_>);

    #[doc(hidden)]
    fn wire(self, again: P::Again, wiring: &mut Wiring<'_>) -> Self::Stored;

    #[doc(hidden)]
    unsafe fn fetch(stored: &mut Self::Stored, keep: bool) -> P;

    #[doc(hidden)]
    unsafe fn release(stored: &mut Self::Stored);
}

// SAFETY: hands nothing out.
unsafe impl<'env> Inputs<'env, (), ()> for () {
    type Stored = ();

    fn check(&self, _: &mut Check<'_>) {}

    fn wire(self, (): (), _: &mut Wiring<'_>) {}

    unsafe fn fetch((): &mut (), _: bool) {}

    unsafe fn release((): &mut ()) {}
}

// SAFETY: hands out what the first input and the others do.
unsafe impl<'env, P, PR, I, IR, K, KR> Inputs<'env, (P, PR), (K, KR)> for (I, IR)
where
    PR: Params,
    I: Argument<'env, P, K>,
    IR: Inputs<'env, PR, KR>,
{
    type Stored = (I::Stored, IR::Stored);

    fn check(&self, check: &mut Check<'_>) {
        check.parameter();
        self.0.check(check);
        self.1.check(check);
    }

    fn wire(self, (again, others): (Again<P>, PR::Again), wiring: &mut Wiring<'_>) -> Self::Stored {
        wiring.parameter();
        let first = self.0.wire(again, wiring);
        (first, self.1.wire(others, wiring))
    }

    unsafe fn fetch((first, others): &mut Self::Stored, keep: bool) -> (P, PR) {
        // SAFETY: obligations of the caller.
        unsafe { (I::fetch(first, keep), IR::fetch(others, keep)) }
    }

    unsafe fn release((first, others): &mut Self::Stored) {
        // SAFETY: obligations of the caller.
        unsafe {
            I::release(first);
            IR::release(others);
        }
    }
}

/// A call in its cell.
pub struct Wired<'env, P: Params, T, I: Inputs<'env, P, K>, K> {
    function: fn(P) -> T,
    stored: I::Stored,
}

impl<P: Params, T, I, K> Body<P, T, I, K> {
    /// Gives the inputs to the graph.
    pub(super) fn wire<'env>(self, wiring: &mut Wiring<'_>) -> Wired<'env, P, T, I, K>
    where
        I: Inputs<'env, P, K>,
    {
        Wired { function: self.function, stored: self.inputs.wire(self.again, wiring) }
    }
}

impl<'env, P: Params, T, I: Inputs<'env, P, K>, K> Run<T> for Wired<'env, P, T, I, K> {
    unsafe fn run(&mut self, keep: bool) -> Result<T, NonNull<()>> {
        // SAFETY: obligations of the caller.
        let arguments = unsafe { I::fetch(&mut self.stored, keep) };
        let _release = Release::<'_, 'env, P, I, K>(&mut self.stored);
        Ok((self.function)(arguments))
    }
}

/// Gives back what was lent for a call, also when that panics.
struct Release<'s, 'env, P: Params, I: Inputs<'env, P, K>, K>(&'s mut I::Stored);

impl<'env, P: Params, I: Inputs<'env, P, K>, K> Drop for Release<'_, 'env, P, I, K> {
    fn drop(&mut self) {
        // SAFETY: follows the `fetch` of the same inputs, after the call that they were lent to.
        unsafe { I::release(self.0) };
    }
}

/// A call whose errors end the run.
pub struct Try<'env, P: Params, T, F, I: Inputs<'env, P, K>, K, E> {
    pub(super) call: Wired<'env, P, Result<T, F>, I, K>,
    pub(super) errors: PhantomData<fn() -> E>,
}

impl<'env, P: Params, T, F, I: Inputs<'env, P, K>, K, E: Takes<F>> Run<T> for Try<'env, P, T, F, I, K, E> {
    unsafe fn run(&mut self, keep: bool) -> Result<T, NonNull<()>> {
        // SAFETY: obligations of the caller.
        let result = unsafe { self.call.run(keep) }?;
        result.map_err(|error| NonNull::from(Box::leak(Box::new(E::take(error)))).cast())
    }
}
