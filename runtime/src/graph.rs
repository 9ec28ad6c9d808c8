//! Graphs whose shape is known only when the program runs.
//!
//! [`task::node(..)`](macro@crate::task) is a call that waits; [`Graph::add`] gives it to a graph and returns a [`Node`], the
//! handle of its value. Handles stand for values: what rustc would say of the values it says of the handles.
//!
//! ```
//! use superscalar::{Graph, Node, task};
//!
//! #[task]
//! fn leaf(n: u64) -> u64 {
//!     n * n
//! }
//!
//! #[task]
//! fn sum(parts: Vec<u64>) -> u64 {
//!     parts.iter().sum()
//! }
//!
//! let mut g = Graph::new();
//! let leaves: Vec<Node<u64>> = (0..10).map(|n| g.add(leaf::node(n))).collect();
//! let total = g.add(sum::node(leaves)); // `Vec<Node<u64>>` where the task wants `Vec<u64>`
//! println!("{}", g.graph().to_mermaid()); // nothing has run
//! assert_eq!(g.run(total)?, 285);
//! # Ok::<(), superscalar::graph::Failure>(())
//! ```
//!
//! # What waits for what
//! What waits in a pipeline: nodes behave as if each ran when it was added. A node that changes a value (`&mut Node<T>`) or
//! takes it (`Node<T>`) comes after those that read it before, and after the users of what may borrow from it; nodes with
//! effects (`ordered` tasks, changes to what is outside of the graph) keep their order and come after the tasks before them
//! that may fail.
//!
//! # What runs
//! What is asked for, and what that needs; and each node with effects. A node runs once in the life of a graph, or once in
//! each [`Graph::run_with`].
//!
//! # How long values live
//! As long as their handles, and as long as nodes that were added use them. A handle that is dropped, or given away,
//! lets the graph drop the value with its last user: so `drop(handles)` before a run saves memory.
//!
//! # Threads
//! Tasks run on the threads of pipelines (see [`Runtime`](crate::Runtime)), also when a graph is built and run inside a task.
//! The graph itself and its handles stay on the thread that made them.

mod again;
mod arena;
pub mod argument;
pub mod call;
mod cell;
mod end;
mod failure;
mod hazard;
mod picture;
mod ready;
mod run;
mod unzip;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::fmt;
use std::marker::PhantomData;
use std::ptr::NonNull;
use std::rc::Rc;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Relaxed;

use crate::executor::Payload;
use arena::Arena;
use argument::{Asked, Nodes};
use call::{Call, MayFail, Params};
use cell::{Header, Retired};
use hazard::{CallFacts, Check, Kind, Stage, State};
use run::{Ended, Run};

pub use again::{Bindings, Key, Wanted};
pub use failure::{AnyError, Errors, Failure, Only, Takes};
pub use unzip::Unzip;

/// A graph that is built while the program runs.
///
/// What it is given from outside must live as long as `'env`; values may borrow from there, and from each other. See the
/// [module](self) for the rules.
///
/// ```
/// use superscalar::{Graph, task};
///
/// #[task]
/// fn words(text: &str) -> Vec<&str> {
///     text.split(' ').collect()
/// }
///
/// #[task]
/// fn longest<'a>(words: &[&'a str]) -> &'a str {
///     words.iter().max_by_key(|word| word.len()).copied().unwrap_or("")
/// }
///
/// let text = String::from("out of order");
/// let mut g = Graph::new();
/// let words = g.add(words::node(&text)); // Node<Vec<&str>>, borrows from `text`
/// let longest = g.add(longest::node(&words));
/// assert_eq!(g.run(longest)?, "order");
/// # Ok::<(), superscalar::graph::Failure>(())
/// ```
pub struct Graph<'env, E: Errors = AnyError> {
    core: Rc<Core>,
    state: State,
    labels: HashMap<u32, Box<str>>,
    inputs: u32,
    lives: PhantomData<&'env ()>,
    errors: PhantomData<fn() -> E>,
}

/// The handle of a node's value: of what `T` the task returns.
///
/// Given to another node by value (takes the value), as `&Node<T>` (reads it) or `&mut Node<T>` (has it for itself), where the
/// task's parameter is `T`, `&T` or `&mut T`. It is moved and borrowed as the value would be.
///
/// `V` tells [inputs](Input) from others.
pub struct Node<T, V = ()> {
    handle: Handle,
    /// The value is dropped when the handle is, as far as rustc knows.
    value: PhantomData<(T, fn() -> V)>,
}

/// The handle of a value that each [`run_with`](Graph::run_with) says anew. `Node::from` makes a handle like others of it.
pub type Input<T> = Node<T, Exact<T>>;

/// Exactly the type `T`: rustc does not take a `Node<&'static str, _>` for a `Node<&'a str, _>` then, to which a shorter text
/// could be given.
pub struct Exact<T>(PhantomData<fn(T) -> T>);

/// A handle without its type.
struct Handle {
    core: Rc<Core>,
    cell: NonNull<Header>,
}

/// What handles and the graph share: the memory of the cells.
pub struct Core {
    id: u64,
    /// The graph is gone; values that are left belong to their handles.
    gone: Cell<bool>,
    /// Values of earlier runs that somebody may look at as long as the handle is there, by node.
    retired: RefCell<Vec<(u32, Retired)>>,
    arena: Arena,
}

impl<T, V> Node<T, V> {
    fn header(&self) -> &Header {
        // SAFETY: the cell lives as long as `core`, which we own a part of.
        unsafe { self.handle.cell.as_ref() }
    }

    fn of_graph(&self) -> &Rc<Core> {
        &self.handle.core
    }
}

impl<T> From<Input<T>> for Node<T> {
    fn from(input: Input<T>) -> Node<T> {
        Node { handle: input.handle, value: PhantomData }
    }
}

impl<T> Input<T> {
    /// A name for the input, to give it a value after its handle was given away: see [`Graph::run_with`].
    pub fn key(&self) -> Key<T> {
        Key::new(self.handle.core.id, self.header().id)
    }
}

impl<T, V> fmt::Debug for Node<T, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Node({}, {})", self.header().id, std::any::type_name::<T>())
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        // SAFETY: the cell lives as long as `core`.
        let cell = unsafe { self.cell.as_ref() };
        cell.release();
        if self.core.gone.get() {
            let retired: Vec<_> = self.core.retired.borrow_mut().extract_if(.., |(node, _)| *node == cell.id).collect();
            for (_, value) in retired {
                // SAFETY: as below.
                unsafe { value.discard() };
            }
            // SAFETY: the graph is gone, so that the handle owns the value; nobody looks at it, for who does borrows from
            //         the handle; and what the value borrows from is there, since rustc lets the handle go: it would let a
            //         `T` go (`PhantomData<T>`).
            unsafe { cell.discard() };
        }
    }
}

/// # Building
impl<'env> Graph<'env> {
    /// An empty graph, whose tasks may return any errors.
    ///
    /// ```
    /// let g = superscalar::Graph::new();
    /// assert!(g.is_empty());
    /// ```
    #[allow(clippy::new_without_default, reason = "`Default` is implemented for all error types")]
    pub fn new() -> Graph<'env> {
        Graph::default()
    }

    /// An empty graph, whose tasks return errors that become an `E`.
    ///
    /// ```
    /// use superscalar::{Graph, task};
    /// #[derive(Debug, PartialEq)]
    /// enum Problem { Odd(u32) }
    /// #[task] fn half(x: u32) -> Result<u32, Problem> { if x % 2 == 0 { Ok(x / 2) } else { Err(Problem::Odd(x)) } }
    ///
    /// let mut g = Graph::with_error::<Problem>();
    /// let a = g.try_add(half::node(6));
    /// let b = g.try_add(half::node(a));
    /// assert_eq!(g.run(b), Err(Problem::Odd(3)));
    /// ```
    pub fn with_error<E: Send + 'static>() -> Graph<'env, Only<E>> {
        Graph::default()
    }
}

impl<E: Errors> Default for Graph<'_, E> {
    fn default() -> Self {
        static GRAPHS: AtomicU64 = AtomicU64::new(0);
        let core = Core {
            // ORDERING: Relaxed: a number.
            id: GRAPHS.fetch_add(1, Relaxed),
            gone: Cell::new(false),
            retired: RefCell::default(),
            arena: Arena::new(),
        };
        Graph {
            core: Rc::new(core),
            state: State::new(),
            labels: HashMap::new(),
            inputs: 0,
            lives: PhantomData,
            errors: PhantomData,
        }
    }
}

impl<'env, E: Errors> Graph<'env, E> {
    /// Adds a call: a node. Returns the handle of what the task will return.
    ///
    /// # Panics
    /// When a handle belongs to another graph.
    ///
    /// ```
    /// use superscalar::{Graph, task};
    /// #[task] fn load(n: usize) -> Vec<u32> { (0..n as u32).rev().collect() }
    /// #[task] fn largest(values: &[u32]) -> u32 { values.iter().copied().max().unwrap_or(0) }
    /// #[task] fn sort(mut values: Vec<u32>) -> Vec<u32> { values.sort(); values }
    ///
    /// let mut g = Graph::new();
    /// let values = g.add(load::node(3));
    /// let largest = g.add(largest::node(&values));
    /// let sorted = g.add(sort::node(values)); // takes the values: waits for `largest`
    /// assert_eq!(g.run((largest, sorted))?, (2, vec![0, 1, 2]));
    /// # Ok::<(), superscalar::graph::Failure>(())
    /// ```
    #[track_caller]
    pub fn add<P: Params, T: Send, I, K>(&mut self, call: Call<'env, P, T, I, K>) -> Node<T> {
        let mut call = call;
        let (facts, label) = self.accept(&mut call);
        let wired = call.wire(&mut self.state.wiring(facts, &self.core.arena));
        self.finish(Kind::Call, facts, label, wired)
    }

    /// Adds a call of a task that may fail. The handle is that of what it returns in `Ok`; an error ends the run.
    ///
    /// # Panics
    /// As [`add`](Self::add).
    ///
    /// ```
    /// use superscalar::{Graph, task};
    /// # use std::num::ParseIntError;
    /// #[task] fn parse(text: &str) -> Result<u32, ParseIntError> { text.parse() }
    /// #[task] fn double(x: u32) -> u32 { 2 * x }
    ///
    /// let mut g = Graph::new();
    /// let x = g.try_add(parse::node("21")); // Node<u32>
    /// let twice = g.add(double::node(x));
    /// assert_eq!(g.run(twice)?, 42);
    /// # Ok::<(), superscalar::graph::Failure>(())
    /// ```
    #[track_caller]
    pub fn try_add<P: Params, T: Send, F, I, K>(&mut self, call: Call<'env, P, Result<T, F>, I, K>) -> Node<T>
    where
        E: Takes<F>,
    {
        let mut call = call;
        let (facts, label) = self.accept(&mut call);
        let call = call.wire(&mut self.state.wiring(facts, &self.core.arena));
        self.finish(Kind::Fallible, facts, label, MayFail::<T, F, E> { call, errors: PhantomData })
    }

    /// Adds a value that each [`run_with`](Self::run_with) says anew.
    ///
    /// ```
    /// use superscalar::{Graph, task};
    /// #[task] fn square(x: u32) -> u32 { x * x }
    ///
    /// let mut g = Graph::new();
    /// let x = g.input::<u32>();
    /// let squared = g.add(square::node(&x));
    /// assert_eq!(g.run_with((&x, 3), &squared)?, 9);
    /// assert_eq!(g.run_with((&x, 4), &squared)?, 16);
    /// # Ok::<(), superscalar::graph::Failure>(())
    /// ```
    pub fn input<T: Send + 'env>(&mut self) -> Input<T> {
        self.state.wiring(CallFacts::NONE, &self.core.arena);
        self.labels.insert(self.state.records.len() as u32, format!("input {}", self.inputs).into());
        self.inputs += 1;
        let Node { handle, .. } = self.finish::<_, T>(Kind::Input, CallFacts::NONE, None, cell::Input);
        Node { handle, value: PhantomData }
    }

    #[track_caller]
    fn accept<P: Params, T, I, K>(&self, call: &mut Call<'env, P, T, I, K>) -> (CallFacts, Option<Box<str>>) {
        self.check(call.facts, |check| (call.check)(&call.body.inputs, check));
        (call.facts, call.label.take())
    }

    #[track_caller]
    fn check(&self, facts: CallFacts, inputs: impl Fn(&mut Check<'_>)) {
        let mut check = Check::new(&self.core, facts);
        inputs(&mut check);
        if check.moves_together {
            check.begin_uses();
            inputs(&mut check);
            check.together_alone();
        }
    }

    /// Adds the node whose uses were collected.
    fn finish<C: cell::Run<T>, T>(
        &mut self,
        kind: Kind,
        facts: CallFacts,
        label: Option<Box<str>>,
        call: C,
    ) -> Node<T> {
        let id = self.state.add(kind, facts.info);
        let cell = cell::new::<C, T>(id, call, |layout| self.core.arena.allocate(layout));
        self.state.records[id as usize].cell = cell;
        if let Some(label) = label {
            self.labels.insert(id, label);
        }
        Node { handle: Handle { core: Rc::clone(&self.core), cell }, value: PhantomData }
    }
}

/// # Running
impl<'env, E: Errors> Graph<'env, E> {
    /// Runs what the given handles need, and returns their values.
    ///
    /// Handles are given by value, alone, in tuples, `Vec`s, arrays and `Option`s; or by reference (`&node`, `&nodes`), and then
    /// so are the values, if what they borrow outlives the graph. Nodes that have run before keep their values and do not
    /// run again. `g.run(())` runs the nodes that have effects. After an error the graph can run on: nodes that depend on
    /// the one that failed cannot.
    ///
    /// # Errors
    /// The error of the first node, in the order in which nodes were added, that [`try_add`](Self::try_add) has added and that
    /// fails. What depends on it does not run; what is independent and under way finishes.
    ///
    /// # Panics
    /// With the payload of the first node that panics. When a handle belongs to another graph. When what is asked for was
    /// left out of an earlier run that changed or took its inputs, or depends on an input, on a node that failed.
    ///
    /// ```
    /// use superscalar::{Graph, task};
    /// #[task] fn square(x: u32) -> u32 { x * x }
    ///
    /// let mut g = Graph::new();
    /// let squares: Vec<_> = (1..4).map(|i| g.add(square::node(i))).collect();
    /// let first: &u32 = g.run(&squares[0])?;
    /// assert_eq!(*first, 1);
    /// assert_eq!(g.run(&squares)?, [&1, &4, &9]);
    /// assert_eq!(g.run(squares)?, [1, 4, 9]);
    /// # Ok::<(), superscalar::graph::Failure>(())
    /// ```
    #[track_caller]
    pub fn run<N: Asked<'env>>(&mut self, handles: N) -> Result<N::Values, E::Error> {
        let handles = handles.nodes();
        self.check(CallFacts::NONE, |check| handles.check(check));
        let mut stored = handles.wire(&mut self.state.wiring(CallFacts::NONE, &self.core.arena));
        let sink = self.state.add(Kind::Sink, None);
        let ended = self.execute(sink, false);
        let result = ended.map(|()| {
            // SAFETY: the sink's turn has come, and it is the last node. What it reads lives as long as its handle.
            unsafe { <N::Nodes as Nodes>::fetch(&mut stored) }
        });
        let panicked = self.leave_sink(sink, matches!(result, Err(Stop::Refused(_))));
        let result = result.map_err(|stop| self.error(stop));
        panicked.map_or(result, |payload| std::panic::resume_unwind(payload))
    }

    /// The sink uses its values no more. Returns the first panic of a drop.
    fn leave_sink(&self, sink: u32, refused: bool) -> Option<Payload> {
        let mut panicked = None;
        for &value in self.state.uses(sink) {
            let payload = if refused {
                // ORDERING: Relaxed: no run, no other threads. The value does not end, as its node may still run.
                self.state.records[value as usize].users.fetch_sub(1, Relaxed);
                None
            } else {
                // SAFETY: the sink has got its values, or will not.
                unsafe { run::leave(&self.state, value) }
            };
            panicked = crate::executor::first_of([panicked, payload]);
        }
        panicked
    }

    /// Runs the node and what it needs, and what can be seen.
    fn execute(&mut self, sink: u32, keep: bool) -> Result<(), Stop<E::Error>> {
        let nodes = self.needed(sink).map_err(Stop::Refused)?;
        // SAFETY: (1) `needed` has marked them. (2) The graph is ours; handles lend their values under the rules of
        //         `cell.rs`. (3) Calls that fail are added by `try_add`, with this error type.
        let (ended, stages) = unsafe { Run::<E::Error>::new(&self.state, &nodes, keep).run() };
        for (&node, stage) in nodes.iter().zip(stages) {
            self.state.records[node as usize].stage = stage;
        }
        let failed = match &ended {
            Ended::Whole => None,
            Ended::Failed(node, _) | Ended::Panicked(node, _) => Some(*node),
        };
        let records = &self.state.records;
        // What comes after a failure cannot be seen any more.
        self.state
            .roots
            .retain(|&root| records[root as usize].stage == Stage::New && failed.is_none_or(|failed| root < failed));
        match ended {
            Ended::Whole => Ok(()),
            Ended::Failed(node, error) => Err(Stop::Failed(node, error)),
            Ended::Panicked(_, payload) => Err(Stop::Panicked(payload)),
        }
    }

    /// The error to return; else panics. The graph is left as it is to stay.
    #[track_caller]
    fn error(&self, stop: Stop<E::Error>) -> E::Error {
        match stop {
            Stop::Refused(why) => panic!("{why}"),
            Stop::Failed(node, error) => E::at(error, || self.label(node)),
            Stop::Panicked(payload) => std::panic::resume_unwind(payload),
        }
    }

    /// The nodes of a run, in the order in which they were added; marks them.
    fn needed(&mut self, sink: u32) -> Result<Vec<u32>, String> {
        let mut found: Vec<u32> = Vec::new();
        let mut open = self.state.roots.clone();
        open.push(sink);
        while let Some(node) = open.pop() {
            let record = &mut self.state.records[node as usize];
            let why = match (record.stage, record.kind) {
                (Stage::Needed | Stage::Done, _) => continue,
                (Stage::New, Kind::Input) => "needs a value: give it with `run_with`",
                (Stage::Lost, _) => {
                    "cannot run any more: it failed, or was not asked for in a run that changed or took what it uses"
                }
                (Stage::New, _) => {
                    record.stage = Stage::Needed;
                    found.push(node);
                    let edges = self.state.edges(node).iter();
                    open.extend(edges.filter(|edge| edge.is_need()).map(|edge| edge.from));
                    continue;
                }
            };
            found.iter().for_each(|&node| self.state.records[node as usize].stage = Stage::New);
            return Err(format!("`{}` {why}", self.label(node)));
        }
        found.sort_unstable();
        for (position, &node) in (0..).zip(&found) {
            self.state.records[node as usize].position = position;
            self.state.lose_left_out(node);
        }
        Ok(found)
    }
}

/// Why a run has not given what it was asked for.
enum Stop<E> {
    /// It has not begun.
    Refused(String),
    /// The node, and its error.
    Failed(u32, E),
    Panicked(Payload),
}

impl<E: Errors> fmt::Debug for Graph<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Graph").field("nodes", &self.len()).finish_non_exhaustive()
    }
}
