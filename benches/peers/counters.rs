//! A graph run by counting: each node has a counter of the inputs that it still waits for, and the last input to finish
//! runs it. For the peers that offer threads but no graphs.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use crate::dag::Dag;
use crate::kernel::{self, Work};

/// What all runs of a graph have in common.
pub struct Table {
    pub dag: Dag,
    pub sources: Vec<usize>,
    followers: Vec<Vec<usize>>,
}

impl Table {
    pub fn new(dag: Dag) -> Self {
        Table { sources: dag.sources(), followers: dag.followers(), dag }
    }
}

/// One run.
pub struct Run<T> {
    pub table: T,
    work: Work,
    /// Inputs that a node still waits for.
    missing: Vec<AtomicUsize>,
    values: Values,
}

impl<T: AsRef<Table>> Run<T> {
    pub fn new(table: T, work: Work) -> Self {
        let inputs = &table.as_ref().dag.inputs;
        let missing = inputs.iter().map(|inputs| AtomicUsize::new(inputs.len())).collect();
        Run { work, missing, values: Values::new(inputs.len()), table }
    }

    /// Runs `node`, then a node that this makes ready, and so on; hands all others that become ready to `spawn`. Returns
    /// how many nodes it has run.
    pub fn run_from(&self, mut node: usize, mut spawn: impl FnMut(usize)) -> usize {
        let table = self.table.as_ref();
        let mut count = 0;
        loop {
            self.values.run(self.work, &table.dag, node);
            count += 1;

            // ORDERING: AcqRel: whoever takes the last step sees the values of all inputs.
            let is_last = |&&next: &&usize| self.missing[next].fetch_sub(1, Ordering::AcqRel) == 1;
            let mut ready = table.followers[node].iter().filter(is_last);
            let Some(&next) = ready.next() else { return count };
            ready.for_each(|&other| spawn(other));
            node = next;
        }
    }

    pub fn result(&self) -> u64 {
        self.values.result(&self.table.as_ref().dag)
    }
}

impl AsRef<Table> for Table {
    fn as_ref(&self) -> &Table {
        self
    }
}

/// What the nodes of a run have returned. Whoever uses it orders nodes after their inputs.
pub struct Values(Vec<AtomicU64>);

impl Values {
    pub fn new(nodes: usize) -> Self {
        Values((0..nodes).map(|_| AtomicU64::new(0)).collect())
    }

    pub fn run(&self, work: Work, dag: &Dag, node: usize) {
        let inputs = dag.inputs[node].iter().map(|&input| self.get(input));
        self.0[node].store(kernel::any(work, node, inputs), Ordering::Relaxed);
    }

    pub fn result(&self, dag: &Dag) -> u64 {
        dag.outputs.iter().fold(0, |result, &node| result ^ self.get(node))
    }

    fn get(&self, node: usize) -> u64 {
        self.0[node].load(Ordering::Relaxed)
    }
}
