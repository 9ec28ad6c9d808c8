//! One graph, many runs: inputs that each run says anew.

use std::fmt;
use std::marker::PhantomData;

use super::hazard::{CallFacts, Check, Kind, Stage, Wiring};
use super::{Errors, Graph, Input, Node};

/// The name of an [input](Graph::input), for when its handle was given away: see [`Input::key`](super::Node::key).
pub struct Key<T> {
    graph: u64,
    node: u32,
    value: PhantomData<fn(T) -> T>,
}

impl<T> Key<T> {
    pub(super) fn new(graph: u64, node: u32) -> Key<T> {
        Key { graph, node, value: PhantomData }
    }
}

impl<T> Clone for Key<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Key<T> {}

impl<T> fmt::Debug for Key<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({})", self.node)
    }
}

/// Values for inputs: `(&node, value)`, `(key, value)`, and tuples and `Vec`s of them; `()` for none.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say the values of inputs",
    note = "write `(&input, value)` or `(input.key(), value)`; for several inputs a tuple or a `Vec` of these; for none `()`"
)]
pub trait Bindings<'env> {
    #[doc(hidden)]
    fn check(&self, inputs: &Inputs<'_>);

    #[doc(hidden)]
    fn bind(self, inputs: &mut Inputs<'_>);
}

/// The inputs of a graph that is about to run.
pub struct Inputs<'a> {
    graph: u64,
    state: &'a mut super::State,
}

impl Inputs<'_> {
    fn check<T>(&self, key: Key<T>) {
        assert!(key.graph == self.graph, "a value was given for an input of another graph");
        let is_input = self.state.records[key.node as usize].kind == Kind::Input;
        assert!(is_input, "a value was given for a node that is no input: those are made by `Graph::input`");
    }

    fn bind<T>(&mut self, key: Key<T>, value: T) {
        let record = &mut self.state.records[key.node as usize];
        // Until there is a value: dropping the other one may panic.
        record.stage = Stage::New;
        // SAFETY: the cell lives as long as the graph.
        let cell = unsafe { record.cell.as_ref() };
        // SAFETY: (1) alone, between runs. (2) The key is made from a handle of the same type.
        unsafe {
            // It was given twice: the last one holds.
            cell.discard();
            cell.put(value);
        }
        record.stage = Stage::Done;
    }
}

impl Bindings<'_> for () {
    fn check(&self, _: &Inputs<'_>) {}

    fn bind(self, _: &mut Inputs<'_>) {}
}

impl<'env, T: Send + 'env> Bindings<'env> for (Key<T>, T) {
    fn check(&self, inputs: &Inputs<'_>) {
        inputs.check(self.0);
    }

    fn bind(self, inputs: &mut Inputs<'_>) {
        inputs.bind(self.0, self.1);
    }
}

impl<'env, T: Send + 'env> Bindings<'env> for (&Input<T>, T) {
    fn check(&self, inputs: &Inputs<'_>) {
        inputs.check(self.0.key());
    }

    fn bind(self, inputs: &mut Inputs<'_>) {
        inputs.bind(self.0.key(), self.1);
    }
}

impl<'env, B: Bindings<'env>> Bindings<'env> for Vec<B> {
    fn check(&self, inputs: &Inputs<'_>) {
        self.iter().for_each(|binding| binding.check(inputs));
    }

    fn bind(self, inputs: &mut Inputs<'_>) {
        self.into_iter().for_each(|binding| binding.bind(inputs));
    }
}

macro_rules! tuples {
    ($($($name:ident $index:tt),+;)+) => { $(
        impl<'env, $($name: Bindings<'env>),+> Bindings<'env> for ($($name,)+) {
            fn check(&self, inputs: &Inputs<'_>) {
                $(self.$index.check(inputs);)+
            }

            fn bind(self, inputs: &mut Inputs<'_>) {
                $(self.$index.bind(inputs);)+
            }
        }

        impl<$($name: Wanted),+> Wanted for ($($name,)+) {
            type Values = ($($name::Values,)+);

            fn check(&self, check: &mut Check<'_>) {
                $(self.$index.check(check);)+
            }

            fn look(&self, wiring: &mut Wiring<'_>) {
                $(self.$index.look(wiring);)+
            }

            unsafe fn take(self) -> Self::Values {
                // SAFETY: obligations of the caller.
                unsafe { ($(self.$index.take(),)+) }
            }
        }
    )+ };
}

tuples! {
    A 0;
    A 0, B 1;
    A 0, B 1, C 2;
    A 0, B 1, C 2, D 3;
    A 0, B 1, C 2, D 3, F 4;
    A 0, B 1, C 2, D 3, F 4, G 5;
    A 0, B 1, C 2, D 3, F 4, G 5, H 6;
    A 0, B 1, C 2, D 3, F 4, G 5, H 6, I 7;
}

/// Handles whose values [`Graph::run_with`] returns: references to nodes, tuples of them, slices and `Vec`s of nodes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say which values to return",
    note = "write `&node`, a tuple of these, or a slice of nodes: the handles stay, for the next run"
)]
pub trait Wanted {
    /// The values.
    type Values;

    #[doc(hidden)]
    fn check(&self, check: &mut Check<'_>);

    #[doc(hidden)]
    fn look(&self, wiring: &mut Wiring<'_>);

    /// # Safety
    /// The run is over, all that was looked at is there, and is looked at once.
    #[doc(hidden)]
    unsafe fn take(self) -> Self::Values;
}

impl Wanted for () {
    type Values = ();

    fn check(&self, _: &mut Check<'_>) {}

    fn look(&self, _: &mut Wiring<'_>) {}

    unsafe fn take(self) {}
}

impl<T: Send, V> Wanted for &Node<T, V> {
    type Values = T;

    fn check(&self, check: &mut Check<'_>) {
        check.moved_out(self.of_graph(), self.header());
    }

    fn look(&self, wiring: &mut Wiring<'_>) {
        wiring.look(self.header());
    }

    unsafe fn take(self) -> T {
        // SAFETY: (1) there is a value of this type: obligation of the caller. (2) The run is over, the sink is the last to
        //         use its values, and nothing may borrow from it (`moved_out`).
        unsafe { self.header().take() }
    }
}

impl<T: Send> Wanted for &[Node<T>] {
    type Values = Vec<T>;

    fn check(&self, check: &mut Check<'_>) {
        self.iter().for_each(|node| Wanted::check(&node, check));
    }

    fn look(&self, wiring: &mut Wiring<'_>) {
        self.iter().for_each(|node| Wanted::look(&node, wiring));
    }

    unsafe fn take(self) -> Vec<T> {
        // SAFETY: obligations of the caller.
        self.iter().map(|node| unsafe { Wanted::take(node) }).collect()
    }
}

impl<T: Send> Wanted for &Vec<Node<T>> {
    type Values = Vec<T>;

    fn check(&self, check: &mut Check<'_>) {
        Wanted::check(&self.as_slice(), check);
    }

    fn look(&self, wiring: &mut Wiring<'_>) {
        Wanted::look(&self.as_slice(), wiring);
    }

    unsafe fn take(self) -> Vec<T> {
        // SAFETY: obligations of the caller.
        unsafe { Wanted::take(self.as_slice()) }
    }
}

/// # Running again
impl<'env, E: Errors> Graph<'env, E> {
    /// Runs what the given handles need, with new values for inputs, and returns the handles' values.
    ///
    /// All needed nodes run, also those that have run before, and all nodes that have effects; nothing is built again.
    /// Plain values that were given to tasks by value are cloned for each run. A value from which another may borrow stays
    /// until its handle is dropped, since the caller may look at it through what an earlier run returned: drop the handles of
    /// such values before many runs.
    ///
    /// # Errors
    /// As [`run`](Self::run). The graph can run again after an error, and after a panic.
    ///
    /// # Panics
    /// As [`run`](Self::run). In the second run, when a plain value that is not `Clone` was moved into the first, or a `&mut`
    /// to what is outside of the graph that a task may have kept. When a value is given for a node of another graph, or
    /// one that is no input; when one value is asked for twice, or one from which another node's value may borrow: it cannot
    /// be moved out.
    ///
    /// ```
    /// use superscalar::{Graph, task};
    /// #[task] fn scale(mut values: Vec<u32>, by: u32) -> Vec<u32> { values.iter_mut().for_each(|x| *x *= by); values }
    /// #[task] fn sum(values: &[u32]) -> u32 { values.iter().sum() }
    ///
    /// let mut g = Graph::new();
    /// let values = g.input::<Vec<u32>>();
    /// let by = g.input::<u32>();
    /// let key = values.key();
    /// let scaled = g.add(scale::node(values, &by)); // `values` is given away: its key is not
    /// let total = g.add(sum::node(&scaled));
    /// assert_eq!(g.run_with(((key, vec![1, 2]), (&by, 10)), (&scaled, &total))?, (vec![10, 20], 30));
    /// assert_eq!(g.run_with(((key, vec![3]), (&by, 2)), &total)?, 6);
    /// # Ok::<(), superscalar::graph::Failure>(())
    /// ```
    #[track_caller]
    pub fn run_with<W: Wanted>(&mut self, inputs: impl Bindings<'env>, wanted: W) -> Result<W::Values, E::Error> {
        self.check(CallFacts::NONE, |check| wanted.check(check));
        inputs.check(&Inputs { graph: self.core.id, state: &mut self.state });
        wanted.look(&mut self.state.wiring(CallFacts::NONE, &self.core.arena));
        assert!(!self.state.looks_twice(), "the value of one node was asked for twice in one run");
        self.begin_anew();
        inputs.bind(&mut Inputs { graph: self.core.id, state: &mut self.state });
        let sink = self.state.add(Kind::Sink, None);
        // SAFETY: the sink has got its values; each is asked for once, and nothing borrows from it.
        let result = self.execute(sink, true).map(|()| unsafe { wanted.take() });
        self.state.pop_look();
        self.begin_anew();
        result.map_err(|stop| self.error(stop))
    }

    /// No node has run, and no input has a value.
    fn begin_anew(&mut self) {
        let panicked = self.end_all();
        for record in &mut self.state.records {
            record.stage = Stage::New;
            *record.ended.get_mut() = false;
        }
        self.state.count_users();
        self.state.roots.clone_from(&self.state.visible_nodes);
        if let Some(payload) = panicked {
            std::panic::resume_unwind(payload);
        }
    }
}
