//! A call that waits to be added: what `load::node(..)` returns.
//!
//! Parameters and inputs are lists of pairs, `(A, (B, ()))`, so that two impls serve any number of them.

use std::alloc::Layout;
use std::marker::PhantomData;
use std::ptr::NonNull;

use super::argument::{Again, Argument};
use super::cell::Run;
use super::failure::Takes;
use super::hazard::{CallFacts, Check, Wiring};
use crate::task::TaskInfo;

/// A call of a task with its inputs: what `task::node(..)` returns, and [`Graph::add`](super::Graph::add) takes.
///
/// `P` are the types of the parameters, `T` is what the task returns, `I` and `K` are the inputs and their kinds.
#[must_use = "a call does nothing before it is added to a graph"]
pub struct Call<'env, P: Params, T, I, K> {
    pub(super) facts: CallFacts,
    pub(super) label: Option<Box<str>>,
    pub(super) body: Body<P, T, I>,
    // What is proved of the inputs where the call is made need not be proved where it is added: a wrong input is one error.
    pub(super) check: fn(&I, &mut Check<'_>),
    wire: fn(Body<P, T, I>, &mut Wiring<'_>) -> Wired<T>,
    // Covariant in `'env`: inputs that live long enough for a graph do so for one that goes earlier, never the other way.
    lives: PhantomData<&'env ()>,
    kinds: PhantomData<fn() -> K>,
}

/// The typed part of a call.
pub struct Body<P: Params, T, I> {
    function: fn(P) -> T,
    again: P::Again,
    pub(super) inputs: I,
}

impl<'env, P: Params, T, I: Inputs<'env, P, K>, K> Call<'env, P, T, I, K> {
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
        Call {
            facts: CallFacts { info: Some(info), lasting, copies },
            label: None,
            body: Body { function, again, inputs },
            check: I::check,
            wire: Typed::<'env, P, T, I, K>::wire,
            lives: PhantomData,
            kinds: PhantomData,
        }
    }
}

impl<P: Params, T, I, K> Call<'_, P, T, I, K> {
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

    /// Gives the inputs to the graph.
    pub(super) fn wire(self, wiring: &mut Wiring<'_>) -> Wired<T> {
        (self.wire)(self.body, wiring)
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

/// Inputs for all parameters: a list, with a list of their kinds.
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

    /// # Safety
    /// As [`Argument::fetch`].
    #[doc(hidden)]
    unsafe fn fetch(stored: &mut Self::Stored, keep: bool) -> P;

    /// # Safety
    /// As [`Argument::release`].
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

/// A call in the memory of the graph, as its types are known.
struct Typed<'env, P: Params, T, I: Inputs<'env, P, K>, K> {
    function: fn(P) -> T,
    stored: I::Stored,
}

/// A call in the memory of the graph: of its types only what it returns is known.
pub struct Wired<T> {
    call: NonNull<()>,
    act: unsafe fn(NonNull<()>, Act) -> Option<T>,
}

/// What to do with a call.
enum Act {
    Run { keep: bool },
    Drop,
}

impl<'env, P: Params, T, I: Inputs<'env, P, K>, K> Typed<'env, P, T, I, K> {
    fn wire(body: Body<P, T, I>, wiring: &mut Wiring<'_>) -> Wired<T> {
        let typed = Self { function: body.function, stored: body.inputs.wire(body.again, wiring) };
        let memory = wiring.allocate(Layout::new::<Self>()).cast::<Self>();
        // SAFETY: the memory is new, and large enough and aligned.
        unsafe { memory.write(typed) };
        Wired { call: memory.cast(), act: Self::act }
    }

    /// # Safety
    /// `call` is what `wire` has made, and is not acting; it is dropped once, at last. To run it: as [`Run::run`].
    unsafe fn act(call: NonNull<()>, act: Act) -> Option<T> {
        let call = call.cast::<Self>();
        match act {
            Act::Run { keep } => {
                // SAFETY: it is there, and ours: obligation of the caller.
                let typed = unsafe { &mut *call.as_ptr() };
                // SAFETY: obligation of the caller.
                let arguments = unsafe { I::fetch(&mut typed.stored, keep) };
                let _release = Release::<'_, 'env, P, I, K>(&mut typed.stored);
                Some((typed.function)(arguments))
            }
            Act::Drop => {
                // SAFETY: it is there, and dropped once: obligation of the caller.
                unsafe { call.drop_in_place() };
                None
            }
        }
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

impl<T> Run<T> for Wired<T> {
    unsafe fn run(&mut self, keep: bool) -> Result<T, NonNull<()>> {
        // SAFETY: obligations of the caller.
        let value = unsafe { (self.act)(self.call, Act::Run { keep }) };
        Ok(value.unwrap_or_else(|| unreachable!("a call that runs returns")))
    }
}

impl<T> Drop for Wired<T> {
    fn drop(&mut self) {
        // SAFETY: made by `wire`, and dropped with its only owner.
        unsafe { (self.act)(self.call, Act::Drop) };
    }
}

/// A call whose errors end the run.
pub struct MayFail<T, F, E> {
    pub(super) call: Wired<Result<T, F>>,
    pub(super) errors: PhantomData<fn() -> E>,
}

impl<T, F, E: Takes<F>> Run<T> for MayFail<T, F, E> {
    unsafe fn run(&mut self, keep: bool) -> Result<T, NonNull<()>> {
        // SAFETY: obligations of the caller.
        let result = unsafe { self.call.run(keep) }?;
        result.map_err(|error| NonNull::from(Box::leak(Box::new(E::take(error)))).cast())
    }
}
