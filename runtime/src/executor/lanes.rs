//! Runs the iterations of a loop overlapped.
//!
//! A loop's body is a region: nodes 0..N in program order, of which node 0, the *source*, makes the item, and the last
//! ones drop what is left. Every iteration runs each node once, in a *lane*: one set of the body's slots. Iteration `k`
//! has lane `k % lanes`; at most `window = lanes - 1` iterations are *open*, from the start of their source to the end
//! of their last node, when they are *complete*.
//!
//! Program order is that of positions: (iteration, node). Rules, which the files below cite:
//! 1. A node starts when the nodes it waits for have finished: in its iteration, and (*carried*) in the one before. The
//!    source of iteration `k` waits for that of `k - 1`, and for iteration `k - window` to be complete.
//! 2. A node that ends the loop (exit, end or panic) releases nobody, so its iteration is never complete.
//! 3. The *limit* is the first position that ended the loop. What is behind it is not started any more, but *held*: it
//!    stays published. What is before it runs to the end, for it waits only for what is before it. So when all
//!    participants have left, everything before the limit has finished, and the first end in program order decides.
//! 4. `continue` (`NEXT`) at node `n` *skips* the later nodes of its iteration, drops excepted: they are finished
//!    without being run. An end of such a node that ran ahead does not count: it is *cancelled*, as if the node had been
//!    skipped, and the limit rises again.
//! 5. A complete iteration in which something was skipped has all its drops run (again), since takers were skipped.
//! 6. When [`run_loop`] returns, no other thread is in the loop.
//!
//! Cheap iterations run in groups, which `groups` explains: to the counters a group is one iteration, and its parts are the
//! nodes. A *seat* is the set of slots of one iteration; a lane has one, or one for each iteration of a group.
//!
//! Files: `state` has the counters and the ready nodes, `ends` the limit and what cancels an end, `run` what participants
//! do, `turn` what they ask a step to run, `outcome` how the loop ends.
//!
//! # Why one set of counters for each lane is enough
//! A counter is re-armed by its last arrival, for the node's turn `lanes` iterations later. No arrival for that turn can be
//! earlier: let it be iteration `j = k + lanes`. (a) The counter belongs to a node behind the source. Arrivals for `j` come
//! from nodes of `j` and of `j - 1`, all of which run after the source of `j - 1`, which waits for iteration `j - 1 - window
//! = k` to be complete; and that is after the node's turn in `k`. (b) It belongs to the source. Arrivals come from nodes of
//! `j - 1`, as before, and from the end of iteration `j - window = k + 1`, which is after its source, which is after the
//! source of `k`. (c) It counts the last nodes of the iteration: they run in `j` only after (a).
//! The same argument covers the other words of a lane: they are reset between (c) and the release of the source of
//! `k + window`, and whoever looks at them for `j` comes after that source.

use crate::pool::{self, Destination, Mode};

use super::serial::SplitMix64;
use super::ticket;

mod ends;
mod groups;
mod outcome;
mod run;
mod state;
#[cfg(test)]
mod tests;
mod turn;

pub use outcome::Ended;
pub use state::{LoopState, MAX_SIZE};
pub use turn::Turn;

use run::Run;

/// The code of a body: runs what the turn says. It tells the turn which iteration and which node begins.
pub type Step<'a> = dyn Fn(&Turn<'_>) -> u32 + 'a;

/// How many iterations may be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// One more than iterations, or groups, may be open.
    pub lanes: usize,
    /// Iterations in a group; 1 where they run one by one.
    pub size: usize,
}

impl Shape {
    /// Iterations that need slots.
    pub fn seats(self) -> usize {
        self.lanes * self.size
    }
}

/// What a node returns: it has finished.
pub const DONE: u32 = 0;
/// What a node returns: `continue`, the rest of this iteration is skipped.
pub const NEXT: u32 = u32::MAX - 1;
/// What a node returns: the loop ends normally here (its source has no more items, or `break`). Anything else is the site
/// of an exit.
pub const END: u32 = u32::MAX - 2;

/// The node that makes the item.
const SOURCE: u32 = 0;

/// The plan of a loop's body.
///
/// Edges lead to larger nodes, or (carried) to the next iteration. The source waits for nothing in its iteration and for
/// itself in the one before; every other enabled node waits for some node of its iteration. Drops have the largest
/// numbers.
#[derive(Debug)]
pub struct LoopPlan {
    /// The loop's name.
    pub name: &'static str,
    /// By node: for how many nodes of its iteration it waits.
    pub indegree: &'static [u32],
    /// By node: for how many nodes of the iteration before it waits.
    pub carried_indegree: &'static [u32],
    /// By node: where its successors in the same iteration begin in `to`.
    pub first: &'static [u32],
    /// By node: how many there are.
    pub count: &'static [u32],
    /// The successors in the same iteration.
    pub to: &'static [u32],
    /// By node: where its successors in the next iteration begin in `carried_to`.
    pub carried_first: &'static [u32],
    /// By node: how many there are.
    pub carried_count: &'static [u32],
    /// The successors in the next iteration.
    pub carried_to: &'static [u32],
    /// All drops, in the order in which they are swept, also those that are no part of the graph.
    pub drops: &'static [u32],
    /// By node: whether it is part of the graph.
    pub enabled: &'static [bool],
    /// By node: whether it has no code.
    pub silent: &'static [bool],
    /// Each node waits for its last run, and none holds nodes that may overlap: there is nothing for a second thread.
    pub serial: bool,
    /// In a plan of groups, by part: its nodes. Else empty.
    pub parts: &'static [u64],
    /// How groups of iterations run, where they may overlap.
    pub groups: Option<&'static LoopPlan>,
}

impl LoopPlan {
    const fn len(&self) -> usize {
        self.indegree.len()
    }

    fn successors(&self, node: u32) -> &'static [u32] {
        let first = self.first[node as usize] as usize;
        &self.to[first..first + self.count[node as usize] as usize]
    }

    fn carried_successors(&self, node: u32) -> &'static [u32] {
        let first = self.carried_first[node as usize] as usize;
        &self.carried_to[first..first + self.carried_count[node as usize] as usize]
    }

    /// Whether a node is a drop.
    fn is_drop(&self, node: u32) -> bool {
        node as usize >= self.len() - self.drops.len()
    }
}

/// Runs a loop and returns how it ended; continues the panic if it ended with one.
///
/// # Safety
/// 1. `plan` belongs to the body whose code `step` is: `step(turn)` runs the nodes of the turn on the slots of its seats,
///    iteration by iteration, in the order of their numbers, and stops at the first that does not return [`DONE`].
/// 2. `step` may be called from any thread, also while other nodes run, in any order that rules 1 and 4 allow; for drops,
///    also when their iteration is complete or the loop has ended, any number of times. It returns [`DONE`], [`NEXT`],
///    [`END`], or a site.
/// 3. `state` was made for `plan` and has not been used by another run.
/// 4. The returned value is dropped before anything that `step` refers to is.
pub unsafe fn run_loop<'a>(plan: &'static LoopPlan, state: &'a LoopState, step: &'a Step<'a>) -> Ended<'a> {
    assert!(std::ptr::eq(state.body(), plan), "the state of `{}` was made for another loop", plan.name);
    let run = Run::new(state, step);
    match pool::mode() {
        Mode::Shuffle(seed) => run.shuffled(&mut SplitMix64(seed)),
        Mode::Serial => ticket::participate(&run, Destination::Single),
        Mode::Parallel => run.participate(),
    }
    outcome::conclude(state, step)
}

impl Run<'_> {
    /// Runs the loop with whoever has time.
    fn participate(&self) {
        loop {
            ticket::participate(self, pool::destination());
            if !self.state().flattened() {
                return;
            }
        }
    }

    /// Runs the nodes one by one, each time any of those that are ready, drops included.
    fn shuffled(&self, random: &mut SplitMix64) {
        loop {
            let ready = self.state().count_ready();
            if ready == 0 {
                return;
            }
            let node = self.state().take_nth(random.below(ready));
            if let Some(released) = self.execute_alone(node) {
                self.state().publish(released);
            }
        }
    }
}
