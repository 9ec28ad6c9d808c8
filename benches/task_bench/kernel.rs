//! What a task does: mixes its inputs, then takes a number of steps, as the nodes of `peers` do.

use superscalar::task;

use crate::dag::Dag;
use crate::steps::spin;
pub use crate::steps::{Work, steps_per_us};

/// A task, wherever its inputs come from. The result depends on the node, and on each input in its place.
pub fn any(work: Work, node: usize, inputs: impl IntoIterator<Item = u64>) -> u64 {
    let mix = |value: u64, input: u64| (value.rotate_left(23) ^ input).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    spin(work.steps, inputs.into_iter().fold(work.seed.wrapping_add(node as u64), mix))
}

/// For loops: `values` are those of all steps before.
#[task]
pub fn point(work: Work, dag: &Dag, node: usize, values: &[u64]) -> u64 {
    any(work, node, dag.inputs[node].iter().map(|&input| values[input]))
}

/// For graphs: the inputs are handed over.
#[task]
pub fn gather(work: Work, node: usize, inputs: Vec<&u64>) -> u64 {
    any(work, node, inputs.into_iter().copied())
}
