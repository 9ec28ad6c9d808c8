//! What a node does: add up its inputs, then a number of steps that no compiler can shorten.
//!
//! All systems call these functions, so they differ in nothing but who calls them, where and when.

use std::hint::black_box;
use std::time::{Duration, Instant};

use superscalar::task;

/// How much each node of a run does, and what the run starts from.
#[derive(Clone, Copy)]
pub struct Work {
    pub steps: u64,
    pub seed: u64,
}

/// The `index`-th source.
#[task]
pub fn leaf(work: Work, index: u64) -> u64 {
    spin(work.steps, work.seed.wrapping_add(index))
}

#[task]
pub fn one(work: Work, a: u64) -> u64 {
    spin(work.steps, a)
}

#[task]
pub fn two(work: Work, a: u64, b: u64) -> u64 {
    spin(work.steps, a.wrapping_add(b))
}

#[task]
pub fn three(work: Work, a: u64, b: u64, c: u64) -> u64 {
    spin(work.steps, a.wrapping_add(b).wrapping_add(c))
}

#[task]
pub fn many<const N: usize>(work: Work, inputs: [u64; N]) -> u64 {
    spin(work.steps, sum(inputs))
}

/// The node for whatever inputs there are.
pub fn any(work: Work, index: usize, inputs: impl ExactSizeIterator<Item = u64>) -> u64 {
    match inputs.len() {
        0 => leaf(work, index as u64),
        _ => spin(work.steps, sum(inputs)),
    }
}

/// An element of the loop, for those who write it by hand.
pub fn element(work: Work, element: u64) -> u64 {
    two(work, leaf(work, 3 * element), leaf(work, 3 * element + 1))
}

/// A cell of the stencil from the cells of the step before, for those who write it by hand.
pub fn cell(work: Work, before: &[u64], index: usize) -> u64 {
    let neighbours = index.saturating_sub(1)..=(index + 1).min(before.len() - 1);
    spin(work.steps, sum(before[neighbours].iter().copied()))
}

fn sum(inputs: impl IntoIterator<Item = u64>) -> u64 {
    inputs.into_iter().fold(0, u64::wrapping_add)
}

/// Each step needs the one before. Not inlined, so that a node of no steps is still a call, in the serial program too;
/// `black_box`, as otherwise equal calls are merged there (the middle of the diamond would be one node).
#[inline(never)]
pub fn spin(steps: u64, start: u64) -> u64 {
    let mut x = black_box(start) ^ 0x9e37_79b9_7f4a_7c15;
    for _ in 0..steps {
        x = (x ^ (x >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    }
    x ^ (x >> 32)
}

/// How fast this machine steps, at its fastest of 20 tries.
pub fn steps_per_us() -> f64 {
    const STEPS: u64 = 1_000_000;
    let trial = |_| {
        let start = Instant::now();
        black_box(spin(black_box(STEPS), black_box(1)));
        start.elapsed()
    };
    let fastest: Duration = (0..20).map(trial).min().expect("twenty tries");
    STEPS as f64 / (fastest.as_secs_f64() * 1e6)
}
