//! Which ready nodes go first where that decides how long a run takes: those on the critical path.
//!
//! A node's *slack* is by how much it may be late without the whole being late: what the longest path through the graph takes
//! less what the longest through the node takes. Nodes with next to no slack are *critical*; ready ones go before the others,
//! in program order among themselves, as the others are (Kelley and Walker, "Critical-path planning and scheduling", 1959).
//! Where all paths are about as long, all nodes are critical, or none: that is program order, which keeps few values alive.
//! Neither is any where the longest path is short beside the work of a thread: then no order is much better.
//!
//! A node counts as one until it was timed. Some runs take the time of each node. It is a hint: it never changes results.

use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering::Relaxed};

use super::cost::{MICROSECOND, Ticks, one_in, updated};
use crate::plan::Plan;
use crate::pool;

/// A shared run that takes less is over before an order matters.
const SHORT: u64 = 20 * MICROSECOND;
/// One of so many runs takes the time of its nodes.
const TIME_EVERY: u32 = 64;
/// Slack up to this part of the longest path is next to none.
const SLACK: u32 = 8;
/// The longest path matters from this part of a thread's work.
const MATTERS: u64 = 20;

/// What a plan has learned about the order of its nodes.
#[derive(Debug)]
pub struct Critical {
    /// By node: ticks; 0 when unknown.
    times: &'static [AtomicU32],
    /// The critical nodes, as a set.
    nodes: &'static [AtomicU64],
    known: AtomicBool,
}

impl Critical {
    /// Nothing is known. `times` has a place for each node, `nodes` one for each 64.
    pub const fn new(times: &'static [AtomicU32], nodes: &'static [AtomicU64]) -> Critical {
        Critical { times, nodes, known: AtomicBool::new(false) }
    }

    // ORDERING: Relaxed, in all of the file: hints.
    /// The critical ones of 64 nodes.
    #[inline]
    pub fn word(&self, index: usize) -> u64 {
        self.nodes[index].load(Relaxed)
    }

    /// Whether a node goes before another when both are ready.
    #[inline]
    pub fn is_before(&self, node: u32, other: u32) -> bool {
        let late = |node: u32| self.word(node as usize / 64) >> (node % 64) & 1 == 0;
        (late(node), node) < (late(other), other)
    }

    /// A run begins, shared by threads. Whether it is to take the time of its nodes.
    pub fn begin(&self, plan: &Plan, scratch: &[AtomicU32]) -> bool {
        if !self.known.load(Relaxed) {
            self.known.store(true, Relaxed);
            self.find(plan, scratch);
            return true;
        }
        plan.cost.of_shared() >= SHORT && (one_in(TIME_EVERY) || self.times[plan.order[0] as usize].load(Relaxed) == 0)
    }

    /// Takes the time of a node.
    pub fn timed<R>(&self, node: u32, run: impl FnOnce() -> R) -> R {
        let start = Ticks::now();
        let result = run();
        let time = &self.times[node as usize];
        let known = updated(time.load(Relaxed).into(), start.elapsed());
        time.store(u32::try_from(known).unwrap_or(u32::MAX), Relaxed);
        result
    }

    /// Finds the critical nodes. `scratch` has a place for each node.
    pub fn find(&self, plan: &Plan, scratch: &[AtomicU32]) {
        let time = |node: u32| self.times[node as usize].load(Relaxed).max(1);
        let at = |node: u32| &scratch[node as usize];
        plan.order.iter().for_each(|&node| at(node).store(0, Relaxed));
        // Forward: the longest path to each node, and to the end.
        let (mut longest, mut work) = (0, 0);
        for &node in plan.order {
            let end = at(node).load(Relaxed).saturating_add(time(node));
            plan.successors(node).iter().for_each(|&next| _ = at(next).fetch_max(end, Relaxed));
            (longest, work) = (end.max(longest), work + u64::from(time(node)));
        }
        let matters = u64::from(longest) * MATTERS >= work / pool::threads() as u64;
        // Back: the longest path from each, in place of that to it.
        for &node in plan.order.iter().rev() {
            let behind = plan.successors(node).iter().map(|&next| at(next).load(Relaxed)).max().unwrap_or(0);
            let from = behind.saturating_add(time(node));
            let through = at(node).swap(from, Relaxed).saturating_add(from);
            self.mark(node, matters && longest.saturating_sub(through) <= longest / SLACK);
        }
    }

    fn mark(&self, node: u32, critical: bool) {
        let (word, bit) = (&self.nodes[node as usize / 64], 1 << (node % 64));
        match (word.load(Relaxed) & bit != 0, critical) {
            (false, true) => _ = word.fetch_or(bit, Relaxed),
            (true, false) => _ = word.fetch_and(!bit, Relaxed),
            _ => {}
        }
    }

    /// Says what nodes take.
    #[cfg(test)]
    pub(crate) fn set(&self, node: usize, ticks: u32) {
        self.times[node].store(ticks, Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::tests::{PAD, SIZE, glue, plan_of, region, tail};

    const SHORT_NODES: usize = 40;
    const LINKS: [&str; 8] = ["l0", "l1", "l2", "l3", "l4", "l5", "l6", "l7"];

    /// Short nodes, then a chain.
    fn chain_behind_short_nodes() -> &'static Plan {
        let mut nodes: Vec<_> = (0..SHORT_NODES).map(|_| glue()).collect();
        for (i, link) in LINKS.into_iter().enumerate() {
            let node = glue().define(link);
            nodes.push(if i == 0 { node } else { node.take(LINKS[i - 1]) });
        }
        nodes.push(tail().take(LINKS[7]));
        plan_of(&region(&[], &nodes))
    }

    fn node(number: usize) -> u32 {
        (PAD + number) as u32
    }

    fn find(plan: &'static Plan) {
        plan.critical.find(plan, &[const { AtomicU32::new(0) }; SIZE]);
    }

    #[test]
    fn the_chain_goes_first() {
        let plan = chain_behind_short_nodes();
        let (short, link) = (node(0), node(SHORT_NODES));
        assert!(plan.critical.is_before(short, link), "nothing is known: program order");
        find(plan);
        assert!(plan.critical.is_before(link, short), "it is the longest path, whatever a node takes");
        assert!(plan.critical.is_before(short, node(1)) && plan.critical.is_before(link, link + 1));
    }

    #[test]
    fn what_nodes_take_decides() {
        let plan = chain_behind_short_nodes();
        let long = PAD + 7;
        (PAD..PAD + SHORT_NODES + LINKS.len()).for_each(|node| plan.critical.set(node, 100));
        plan.critical.set(long, 5_000);
        find(plan);
        assert!(plan.critical.is_before(long as u32, node(0)));
        assert!(plan.critical.is_before(node(0), node(SHORT_NODES)), "the chain is short beside the long node");
        // Costs change.
        plan.critical.set(long, 100);
        find(plan);
        assert!(plan.critical.is_before(node(0), long as u32));
    }

    #[test]
    fn paths_of_one_length_keep_program_order() {
        let nodes: Vec<_> = (0..60).map(|_| glue()).chain([tail()]).collect();
        let plan = plan_of(&region(&[], &nodes));
        find(plan);
        assert!((1..60).all(|number| plan.critical.is_before(node(number - 1), node(number))));
    }
}
