//! One node for each part of a tuple.

use std::cell::UnsafeCell;
use std::ptr::NonNull;

use super::argument::{Nodes, Value};
use super::cell::Run;
use super::hazard::{CallFacts, Kind};
use super::{Errors, Graph, Node};

/// Tuples that [`Graph::unzip`] takes apart: of two to eight values.
pub trait Unzip: Sized + Send {
    /// A handle for each part.
    type Nodes;

    #[doc(hidden)]
    fn unzip<E: Errors>(graph: &mut Graph<'_, E>, node: Node<Self>) -> Self::Nodes;
}

impl<E: Errors> Graph<'_, E> {
    /// Takes a tuple apart: a handle for each part of what a task returns.
    ///
    /// # Panics
    /// When the handle belongs to another graph.
    ///
    /// ```
    /// use superscalar::{Graph, task};
    /// #[task]
    /// fn split(mut values: Vec<u32>) -> (Vec<u32>, Vec<u32>) {
    ///     let right = values.split_off(values.len() / 2);
    ///     (values, right)
    /// }
    /// #[task]
    /// fn sum(values: Vec<u32>) -> u32 {
    ///     values.into_iter().sum()
    /// }
    ///
    /// let mut g = Graph::new();
    /// let halves = g.add(split::node(vec![1, 2, 3, 4]));
    /// let (left, right) = g.unzip(halves);
    /// let (left, right) = (g.add(sum::node(left)), g.add(sum::node(right))); // may overlap
    /// assert_eq!(g.run((left, right))?, (3, 7));
    /// # Ok::<(), superscalar::graph::Failure>(())
    /// ```
    #[track_caller]
    pub fn unzip<T: Unzip>(&mut self, node: Node<T>) -> T::Nodes {
        T::unzip(self, node)
    }

    /// A node that takes the tuple and holds its parts, each for the node that will ask for it.
    fn split<T, S>(&mut self, node: Node<T>, split: fn(T) -> S) -> Node<S>
    where
        T: Send,
    {
        self.check(CallFacts::NONE, |check| Nodes::check(&node, check));
        let tuple = node.wire(&mut self.state.wiring(CallFacts::NONE, &self.core.arena));
        self.finish(Kind::Part, CallFacts::NONE, None, Split { tuple, split })
    }

    fn part<S, T>(&mut self, whole: &Node<S>, index: usize, part: fn(&S) -> &Part<T>) -> Node<T> {
        let label = format!("{}.{index}", self.label(whole.header().id));
        let mut wiring = self.state.wiring(CallFacts::NONE, &self.core.arena);
        wiring.read(whole.header());
        let call = TakePart { whole: Value::of(whole), part };
        self.finish(Kind::Part, CallFacts::NONE, Some(label.into()), call)
    }
}

/// A part of a tuple until it is asked for. One node alone does, after the tuple was split.
struct Part<T>(UnsafeCell<Option<T>>);

impl<T> Part<T> {
    fn new(value: T) -> Part<T> {
        Part(UnsafeCell::new(Some(value)))
    }
}

struct Split<T, S> {
    tuple: Value,
    split: fn(T) -> S,
}

impl<T: Send, S> Run<S> for Split<T, S> {
    unsafe fn run(&mut self, _: bool) -> Result<S, NonNull<()>> {
        // SAFETY: obligations of the caller: the tuple is taken.
        Ok((self.split)(unsafe { <Node<T> as Nodes>::fetch(&mut self.tuple) }))
    }
}

struct TakePart<S, T> {
    whole: Value,
    part: fn(&S) -> &Part<T>,
}

impl<S, T> Run<T> for TakePart<S, T> {
    unsafe fn run(&mut self, _: bool) -> Result<T, NonNull<()>> {
        // SAFETY: (1) the parts are there, and only shared: obligation of the caller.
        let part = (self.part)(unsafe { &*self.whole.place::<S>() });
        // SAFETY: (2) this node alone asks for this part.
        let value = unsafe { &mut *part.0.get() }.take();
        Ok(value.unwrap_or_else(|| unreachable!("a part is taken once for each time the tuple was split")))
    }
}

macro_rules! tuples {
    ($($($name:ident $index:tt),+;)+) => { $(
        impl<$($name: Send),+> Unzip for ($($name,)+) {
            type Nodes = ($(Node<$name>,)+);

            #[track_caller]
            #[allow(non_snake_case, reason = "a variable is named as its type")]
            fn unzip<Er: Errors>(graph: &mut Graph<'_, Er>, node: Node<Self>) -> Self::Nodes {
                let whole = graph.split(node, |($($name,)+)| ($(Part::new($name),)+));
                ($(graph.part(&whole, $index, |whole| &whole.$index),)+)
            }
        }
    )+ };
}

tuples! {
    A 0, B 1;
    A 0, B 1, C 2;
    A 0, B 1, C 2, D 3;
    A 0, B 1, C 2, D 3, F 4;
    A 0, B 1, C 2, D 3, F 4, G 5;
    A 0, B 1, C 2, D 3, F 4, G 5, H 6;
    A 0, B 1, C 2, D 3, F 4, G 5, H 6, I 7;
}
