//! The value form: `let p = pipeline! { .. };`.

use crate::describe::GraphInfo;
use crate::plan::Analysis;
use crate::pool;
use crate::spec::Spec;

/// A pipeline that has not run yet: the value of `pipeline! { statements.. tail }`.
///
/// It captures what the plain block in a closure would capture.
///
/// ```
/// # use superscalar::{pipeline, task};
/// # #[task] fn sum(values: &[u32]) -> u32 { values.iter().sum() }
/// let values = vec![1, 2, 3];
/// let p = pipeline! {
///     let total = sum(&values);
///     let first = sum(&values[..1]);
///     (first, total)
/// };
/// println!("{}", p.graph().to_mermaid()); // nothing has run
/// assert_eq!(p.clone().serial(), (1, 6)); // as plain Rust
/// assert_eq!(p.run(), (1, 6)); // on the pool
/// ```
#[derive(Clone, Copy)]
#[must_use = "a pipeline is lazy: call `.run()`"]
pub struct Pipeline<F> {
    graph: fn() -> GraphInfo,
    body: F,
}

impl<F> Pipeline<F> {
    /// For expansions.
    #[doc(hidden)]
    pub const fn new(graph: fn() -> GraphInfo, body: F) -> Self {
        Pipeline { graph, body }
    }

    /// For expansions that report an error: a pipeline without a graph.
    #[doc(hidden)]
    pub const fn unknown(body: F) -> Self {
        Pipeline { graph: || unreachable!("the pipeline does not compile"), body }
    }

    /// Runs the graph on the pool and returns what the body returns.
    ///
    /// # Panics
    /// When the body would: with the payload of the first panic in program order.
    ///
    /// ```
    /// # use superscalar::{pipeline, task};
    /// # #[task] fn inc(x: i32) -> i32 { x + 1 }
    /// assert_eq!(pipeline! { inc(1) }.run(), 2);
    /// ```
    pub fn run<R>(self) -> R
    where
        F: FnOnce() -> R,
    {
        (self.body)()
    }

    /// Runs the body as plain Rust on this thread.
    ///
    /// # Panics
    /// When the body does.
    ///
    /// ```
    /// # use superscalar::{pipeline, task};
    /// # #[task] fn inc(x: i32) -> i32 { x + 1 }
    /// assert_eq!(pipeline! { inc(1) }.serial(), 2);
    /// ```
    pub fn serial<R>(self) -> R
    where
        F: FnOnce() -> R,
    {
        pool::with_serial(self.body)
    }

    /// The graph, which is known without running.
    ///
    /// ```
    /// # use superscalar::{pipeline, task};
    /// # #[task] fn inc(x: i32) -> i32 { x + 1 }
    /// assert_eq!(pipeline! { inc(1) }.graph().nodes()[0].label(), "inc");
    /// ```
    pub fn graph(&self) -> GraphInfo {
        (self.graph)()
    }
}

/// A region that can be drawn: implemented by expansions.
pub trait Described {
    /// It has effects beyond its arguments.
    const ORDERED: bool;

    /// The graph.
    fn graph() -> GraphInfo;
}

/// The picture of a region, from what the macro saw and what the plan made of it.
pub fn describe<const N: usize, const P: usize, const NW: usize, const PW: usize>(
    spec: &'static Spec,
    analysis: &Analysis<N, P, NW, PW>,
) -> GraphInfo {
    GraphInfo::new(spec, analysis.hazards(spec), analysis.carried_hazards(spec))
}
