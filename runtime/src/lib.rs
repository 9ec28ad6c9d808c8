//! Out-of-order execution for ordinary Rust functions.
//!
//! Straight-line Rust becomes a task graph at compile time, and a small runtime runs it on a fixed thread pool. A
//! pipeline returns exactly what its body would return if it were run top to bottom, and leaves what it was lent as that
//! run would.
//!
//! ```
//! use superscalar::{pipeline, task};
//!
//! #[task]
//! fn inc(i: i32) -> i32 {
//!     i + 1
//! }
//!
//! #[task]
//! fn add(a: i32, b: i32) -> i32 {
//!     a + b
//! }
//!
//! pipeline! {
//!     fn sum(a: i32, b: i32) -> i32 {
//!         let a = inc(a); // these two
//!         let b = inc(b); // may run at the same time
//!         add(a, b) // waits for both
//!     }
//! }
//!
//! println!("{}", sum::graph().to_mermaid()); // known without running
//! assert_eq!(sum(1, 2), 5); // runs on the pool
//! assert_eq!(sum::serial(1, 2), 5); // the same body as plain Rust
//! ```
//!
//! - [`task`](macro@task) marks a function as a unit of scheduling; [`pipeline!`] and [`pipelined`] turn a body that calls tasks
//!   into a graph; [`node!`] and [`inline!`] say otherwise for one expression.
//! - [`Runtime`] says on which threads pipelines run; without one it is a global pool.
//! - [`GraphInfo`] is what `name::graph()` answers: pictures, and why two nodes are ordered.
//!
//! The README tells it from the beginning, with a section on what the first errors mean.

extern crate self as superscalar;

// What the macros hand over.
pub mod spec;
pub mod task;
// From accesses to edges, at compile time.
pub mod plan;
// Where values live; who runs a plan; on which threads.
mod executor;
mod pipeline;
mod pool;
mod rest;
mod slot;
mod source;
// What expansions prove of types, and their `?`; methods on captures; associated functions as tasks.
mod asked;
mod method;
mod proof;
mod question;
// Graphs whose shape is data.
pub mod graph;
// What pictures show.
#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod chain;
pub mod describe;
mod render;

/// Turns straight-line Rust into a task graph.
///
/// In the first form it holds functions. Each stays an ordinary function that is called by its name, and gets
/// `name::graph()` (the [`GraphInfo`], without running), `name::serial(..)` (the body as plain Rust, on this thread) and
/// `name::INFO`, so that other pipelines can call it as a task.
///
/// ```
/// use superscalar::{pipeline, task};
/// # #[task] fn count(text: &str) -> usize { text.split_whitespace().count() }
/// # #[task] fn longest(text: &str) -> Option<&str> { text.split_whitespace().max_by_key(|word| word.len()) }
///
/// pipeline! {
///     /// How many words there are, and the longest.
///     pub fn survey(text: &str) -> (usize, Option<&str>) {
///         let count = count(text); // these two only read:
///         let longest = longest(text); // they may overlap
///         (count, longest)
///     }
/// }
///
/// assert_eq!(survey("out of order"), (3, Some("order")));
/// assert_eq!(survey::serial("out of order"), (3, Some("order")));
/// assert_eq!(survey::graph().width(), 2);
/// ```
///
/// In the second form it holds statements and a tail, and is a [`Pipeline`]: lazy, with what the plain block in a closure
/// would capture.
///
/// ```
/// use superscalar::{pipeline, task};
/// # #[task] fn double(x: u32) -> u32 { 2 * x }
/// # #[task] fn push(to: &mut Vec<u32>, x: u32) { to.push(x) }
///
/// let mut list = vec![1];
/// let p = pipeline! {
///     let two = double(list[0]);
///     push(&mut list, two);
///     list.len()
/// };
/// assert_eq!(p.run(), 2);
/// assert_eq!(list, [1, 2]);
/// ```
///
/// What rustfmt should format is written with parentheses: `pipeline!({ .. })`, or as [`pipelined`].
///
/// # What is a node
/// Every call of a path that ends in a lower-case name and is no local variable: it must be a [`task`](macro@task) or a pipeline.
/// `node!(expr)` makes any expression a node. All else is glue: `let`-bound glue and statements are nodes of their own,
/// the rest runs inside the node it stands in. Branches and loops are nodes with *regions*: graphs of their own.
///
/// # Branches and loops
/// The chosen branch of `if` and `match` runs as a graph. Iterations of `for` overlap: values that the body declares belong
/// to an iteration; those that it changes outside are carried from one iteration to the next and order the nodes that touch
/// them. At most a window of iterations is alive: four for each thread and at least eight, or `n` with
/// `#[window(n)] for ..`. Iterations that take less than 20 µs overlap in groups, and loops that gain nothing by it run as
/// plain Rust.
///
/// ```
/// # use superscalar::{pipeline, task};
/// # #[task] fn parse(word: &str) -> u32 { word.parse().unwrap_or(0) }
/// let words = ["1", "2", "x"];
/// let p = pipeline! {
///     let mut all = Vec::new();
///     #[window(4)]
///     for word in words {
///         let number = parse(word);
///         all.push(number);
///     }
///     all
/// };
/// assert_eq!(p.run(), [1, 2, 0]);
/// ```
///
/// # What waits for what
/// Later nodes wait for earlier ones when both use a value, or something that may borrow from it, and not both read it;
/// when both have effects (`ordered` tasks, statements such as `println!`); and when the earlier one may end the
/// pipeline (`?`, `return`) and the later one could be seen to have run.
///
/// ```
/// use superscalar::{pipeline, task};
/// # #[task] fn load() -> Vec<u32> { vec![3, 1, 2] }
/// # #[task] fn sum(values: &[u32]) -> u32 { values.iter().sum() }
/// # #[task] fn sort(mut values: Vec<u32>) -> Vec<u32> { values.sort(); values }
/// let p = pipeline! {
///     let values = load();
///     let total = sum(&values);
///     let sorted = sort(values); // takes `values`: waits for `sum`
///     (total, sorted)
/// };
/// println!("{}", p.graph().why("sum", "sort"));
/// assert!(p.graph().why("sum", "sort").is_ordered());
/// assert_eq!(p.run(), (6, vec![1, 2, 3]));
/// ```
///
/// # Where it differs from running the body
/// 1. A value is dropped when its last user has finished. `_named` bindings and `#[keep] let` live to the end.
/// 2. Independent work may run before an error is known, and is dropped; never work that could be seen. The error or panic
///    is the first in program order.
/// 3. Values may be made on any worker: they are `Send` where they cross threads, and `Sync` where two uses may overlap.
///
/// # Panics
/// A pipeline panics when its body would, with the payload of the first panic in program order. It also panics when
/// `SUPERSCALAR_THREADS` or `SUPERSCALAR_MODE` has a value that is not allowed ([`init`] tells without), or when the
/// threads of the global pool cannot be made.
pub use superscalar_macros::pipeline;

/// Turns a function into a pipeline: [`pipeline!`] as an attribute.
///
/// The meaning is the same. rustfmt formats the body, and editors repair half-typed code in it.
///
/// ```
/// use superscalar::{pipelined, task};
/// # #[task] fn parse(text: &str) -> Result<u32, std::num::ParseIntError> { text.parse() }
///
/// #[pipelined]
/// fn area(width: &str, height: &str) -> Result<u32, std::num::ParseIntError> {
///     let width = parse(width)?;
///     let height = parse(height)?;
///     Ok(width * height)
/// }
///
/// assert_eq!(area("6", "7"), Ok(42));
/// assert!(area("6", "x").is_err());
/// ```
pub use superscalar_macros::pipelined;

/// Makes a function a task: the unit that pipelines schedule. On an `impl` block, its functions that are marked.
///
/// The function stays an ordinary function. Beside it, in the namespace of types and hidden from docs, stands its
/// companion of the same name, with `INFO` (a constant: a [`TaskInfo`](task::TaskInfo)), `call` (the function
/// itself) and `node`, which makes a call for a run-time [`Graph`]; beside a method `fit` stands `fit_node`. `use tasks::load` imports both.
///
/// It is a promise: tasks affect each other only through arguments and results, or else are `ordered`.
///
/// ```
/// use superscalar::task;
///
/// #[task]
/// fn load(path: &str) -> Vec<u8> {
///     path.bytes().collect()
/// }
///
/// #[task(inline, name = "take the half")]
/// fn half(n: usize) -> usize {
///     n / 2
/// }
///
/// assert_eq!(half(load("file").len()), 2);
/// assert_eq!(load::INFO.params[0].name, "path");
/// assert_eq!(half::INFO.name, "take the half");
/// ```
///
/// # Options
/// - `ordered`: it has effects beyond its arguments; such calls keep their program order. The default for a function that
///   returns `()` or `Result<(), _>` and has no exclusive parameter, as it can only be there for its effect.
/// - `inline`: it is too small for a thread; whoever finishes what it waits for runs it.
/// - `shared`: order does not show through its parameters of types such as `&Mutex<_>`, `&RwLock<_>`, `&Cell<_>`,
///   `&AtomicU64` or `&File`, which are exclusive otherwise.
/// - `name = ".."`: the name in pictures.
///
/// ```
/// use std::sync::Mutex;
/// use superscalar::{pipeline, task};
///
/// #[task]
/// fn append(to: &Mutex<Vec<u32>>, x: u32) {
///     to.lock().unwrap().push(x);
/// }
///
/// #[task(shared)]
/// fn add(to: &Mutex<u32>, x: u32) -> u32 {
///     *to.lock().unwrap() += x;
///     x
/// }
///
/// let (list, total) = (Mutex::new(Vec::new()), Mutex::new(0));
/// let p = pipeline! {
///     append(&list, 1);
///     append(&list, 2); // waits: `[1, 2]`, never `[2, 1]`
///     let a = add(&total, 3);
///     let b = add(&total, 4); // does not: the sum is the same
///     a + b
/// };
/// assert!(p.graph().why(0, 1).is_ordered());
/// assert!(!p.graph().why("a", "b").is_ordered());
/// assert_eq!(p.run(), 7);
/// assert_eq!((list.into_inner().unwrap(), total.into_inner().unwrap()), (vec![1, 2], 7));
/// ```
///
/// # Methods
/// `#[task]` on an `impl` block lets its functions be tasks: those that carry `#[task]` themselves, with options. They stay
/// methods. A pipeline calls them through [`node!`].
///
/// ```
/// use superscalar::{node, pipeline, task};
///
/// pub struct Model {
///     weight: f64,
/// }
///
/// #[task]
/// impl Model {
///     #[task]
///     pub fn new(weight: f64) -> Self {
///         Model { weight }
///     }
///
///     #[task]
///     pub fn fit(&self, x: &[f64]) -> f64 {
///         x.iter().map(|x| self.weight * x).sum()
///     }
/// }
///
/// pipeline! {
///     fn compare(x: &[f64], y: &[f64]) -> (f64, f64) {
///         let model: Model = node!(Model::new(2.0));
///         let a = node!(Model::fit(&model, x)); // these two only read:
///         let b = node!(model.fit(y)); // they may overlap
///         (a, b)
///     }
/// }
/// assert_eq!(compare(&[1.0, 2.0], &[4.0]), (6.0, 8.0));
/// assert!(!compare::graph().why("a", "b").is_ordered());
/// assert_eq!(Model::new(3.0).fit(&[1.0]), 3.0);
/// ```
///
/// # What may borrow from what
/// The signature says: the result may borrow from each argument that shares a lifetime or a type parameter with it, and so may
/// an argument that can hold a borrow (`&mut Vec<&'a str>`). Later uses of the one are uses of the other.
///
/// # Refused
/// `async`, `unsafe`, `extern` and variadic functions, functions of a trait's `impl`, more than 64 parameters, and a result
/// that hides a lifetime (`Words` for `Words<'_>`).
pub use superscalar_macros::task;

pub use describe::GraphInfo;
pub use graph::{Graph, Node};
pub use pipeline::Pipeline;
pub use pool::{BuildError, Runtime, RuntimeBuilder, init};

/// Makes any expression a node of its own in a pipeline; stands for the expression elsewhere.
///
/// For functions of other crates, and for methods.
///
/// A call of an associated function whose type can be told is a call of a task, if the function is one: see
/// [`task`](macro@task#methods). Its type can be told
/// - in `node!(<Model>::fit(&model, &x))` and `node!(Model::<f64>::new(3.0))`, where the whole type is written;
/// - in `node!(Model::fit(&model, &x))`, if `Model` is written as a type elsewhere in the pipeline: in its signature, in a
///   `let x: Model`, in another `<Model>::`;
/// - in `node!(model.fit(&x))`, if `model` is a parameter or a `let` with its type written: as `&Model` for methods that
///   take `&self`, as `&mut Model` for `&mut self`, as `Model` for `&self`, unless it is `Copy`, and for `self`.
///
/// A type that names a generic parameter of the function around, or `Self`, cannot be told.
///
/// Anything else is assumed to let all that it mentions borrow from each other, and so the result.
///
/// ```
/// use superscalar::{node, pipeline};
///
/// let text = "3 1 2";
/// let p = pipeline! {
///     let largest = node!(text.split(' ').max());
///     let smallest = node!(text.split(' ').min());
///     (smallest, largest)
/// };
/// assert_eq!(p.graph().width(), 2);
/// assert_eq!(p.run(), (Some("1"), Some("3")));
///
/// assert_eq!(node!(1 + 1), 2); // elsewhere: the expression
/// ```
#[macro_export]
macro_rules! node {
    ($expression:expr) => {
        $expression
    };
}

/// Keeps a call from becoming a node in a pipeline; stands for the expression elsewhere.
///
/// For plain functions that are too small for a node: the call runs inside the node that it stands in. `(helper)(x)` means
/// the same.
///
/// ```
/// use superscalar::{inline, pipeline, task};
///
/// fn clamp(x: i32) -> i32 {
///     x.clamp(0, 9)
/// }
///
/// #[task]
/// fn square(x: i32) -> i32 {
///     x * x
/// }
///
/// let p = pipeline! { square(inline!(clamp(12))) };
/// assert_eq!(p.run(), 81);
///
/// assert_eq!(inline!(clamp(-1)), 0); // elsewhere: the expression
/// ```
#[macro_export]
macro_rules! inline {
    ($expression:expr) => {
        $expression
    };
}

/// Chooses between what an editor and what rustc is shown of code that does not parse.
#[doc(hidden)]
#[cfg(not(rust_analyzer))]
#[macro_export]
macro_rules! __select {
    ({ $($editor:tt)* } { $($rustc:tt)* }) => { $($rustc)* };
}

/// Chooses between what an editor and what rustc is shown of code that does not parse.
#[doc(hidden)]
#[cfg(rust_analyzer)]
#[macro_export]
macro_rules! __select {
    ({ $($editor:tt)* } { $($rustc:tt)* }) => { $($editor)* };
}

/// Every block of Rust in the README is a test.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
