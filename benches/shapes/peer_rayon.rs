//! By hand on rayon: what one writes who knows the shape.
//!
//! A chain has nothing to share and stays serial; a diamond is a parallel iterator; a tree is `join` all the way down;
//! for the others, a scope in which the last input of a node to finish runs it: on the spot if it is the first such
//! node, spawned if there are more.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use rayon::Scope;
use rayon::prelude::*;

use crate::dag::Dag;
use crate::kernel::{self, Work};

/// `by_hand`, or else counters over `dag`, whose tables are built once, outside what is measured.
pub fn program(by_hand: Option<fn(Work) -> u64>, dag: Dag, work: Work) -> Box<dyn Fn() -> u64 + Send + Sync> {
    match by_hand {
        Some(by_hand) => Box::new(move || by_hand(work)),
        None => {
            let table = Table::new(dag);
            Box::new(move || Run::new(&table, work).run())
        }
    }
}

pub fn chain(work: Work) -> u64 {
    (1..64).fold(kernel::leaf(work, 0), |value, _| kernel::one(work, value))
}

pub fn diamond(work: Work) -> u64 {
    let top = kernel::leaf(work, 0);
    let mut middle = [top; 16];
    middle.par_iter_mut().for_each(|value| *value = kernel::one(work, *value));
    kernel::many(work, middle)
}

pub fn tree(work: Work) -> u64 {
    fn subtree(work: Work, first: u64, leaves: u64) -> u64 {
        if leaves == 1 {
            return kernel::leaf(work, first);
        }
        let half = leaves / 2;
        let (left, right) = rayon::join(|| subtree(work, first, half), || subtree(work, first + half, half));
        kernel::two(work, left, right)
    }
    subtree(work, 0, 64)
}

/// What all runs of a graph have in common.
struct Table {
    dag: Dag,
    sources: Vec<usize>,
    followers: Vec<Vec<usize>>,
}

impl Table {
    fn new(dag: Dag) -> Self {
        let mut followers = vec![Vec::new(); dag.inputs.len()];
        for (node, inputs) in dag.inputs.iter().enumerate() {
            for &input in inputs {
                followers[input].push(node);
            }
        }
        let sources = (0..dag.inputs.len()).filter(|&node| dag.inputs[node].is_empty()).collect();
        Table { dag, sources, followers }
    }
}

struct Run<'a> {
    table: &'a Table,
    work: Work,
    /// Inputs that a node still waits for.
    missing: Vec<AtomicUsize>,
    values: Vec<AtomicU64>,
}

impl<'a> Run<'a> {
    fn new(table: &'a Table, work: Work) -> Self {
        let missing = table.dag.inputs.iter().map(|inputs| AtomicUsize::new(inputs.len())).collect();
        let values = table.dag.inputs.iter().map(|_| AtomicU64::new(0)).collect();
        Run { table, work, missing, values }
    }

    fn run(&self) -> u64 {
        rayon::scope(|scope| {
            let (&first, others) = self.table.sources.split_first().expect("a graph has a source");
            for &source in others {
                scope.spawn(move |scope| self.run_from(source, scope));
            }
            self.run_from(first, scope);
        });
        self.table.dag.outputs.iter().fold(0, |result, &node| result ^ self.value(node))
    }

    /// Runs `node`, then a node that this makes ready, and so on.
    fn run_from<'s>(&'s self, mut node: usize, scope: &Scope<'s>) {
        loop {
            let inputs = self.table.dag.inputs[node].iter().map(|&input| self.value(input));
            self.values[node].store(kernel::any(self.work, node, inputs), Ordering::Relaxed);

            // ORDERING: AcqRel: whoever takes the last step sees the values of all inputs.
            let is_last = |&&next: &&usize| self.missing[next].fetch_sub(1, Ordering::AcqRel) == 1;
            let mut ready = self.table.followers[node].iter().filter(is_last);
            let Some(&next) = ready.next() else { return };
            for &other in ready {
                scope.spawn(move |scope| self.run_from(other, scope));
            }
            node = next;
        }
    }

    fn value(&self, node: usize) -> u64 {
        self.values[node].load(Ordering::Relaxed)
    }
}
