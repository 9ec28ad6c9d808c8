//! Runs a plan with whoever has time.
//!
//! Who participates, and how they come, is in `ticket.rs`; here is what they share: counters, and the mask of what is
//! ready.
//!
//! Many cores: per node, participants write only the words of the ready mask, and those only for nodes they do not
//! keep. The counters of successors are written by their predecessors alone; the limit and the ticket are read.

use std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release};
use std::sync::atomic::{AtomicU32, AtomicU64};

use super::cost::Way;
use super::outcome::Outcome;
use super::serial;
use super::ticket::{self, Crew, Work};
use crate::plan::Plan;
use crate::pool::{self, Destination};

/// Inline nodes that may release each other on one stack, and that one node sets aside; the rest is published.
const MAX_INLINE: usize = 8;

/// The storage of one run of a region with `N` nodes, with a word of the ready mask for each 64.
pub struct State<const N: usize, const NW: usize> {
    pending: [AtomicU32; N],
    ready: [AtomicU64; NW],
    crew: Crew,
    outcome: Outcome,
}

impl<const N: usize, const NW: usize> State<N, NW> {
    /// For a run that has not begun.
    #[allow(clippy::new_without_default, reason = "named by expansions only")]
    pub const fn new() -> Self {
        assert!(NW * 64 >= N, "too few words for the ready mask");
        State {
            pending: [const { AtomicU32::new(0) }; N],
            ready: [const { AtomicU64::new(0) }; NW],
            crew: Crew::new(),
            outcome: Outcome::new(),
        }
    }

    pub(super) fn outcome(&self) -> &Outcome {
        &self.outcome
    }
}

/// What the participants of one run share.
pub struct Run<'a> {
    plan: &'static Plan,
    /// By node: for how many it still waits. Unused for those that wait for one.
    pending: &'a [AtomicU32],
    ready: &'a [AtomicU64],
    crew: &'a Crew,
    outcome: &'a Outcome,
    step: &'a (dyn Fn(u32) -> u32 + 'a),
    /// Takes the time of each node.
    timed: bool,
}

// SAFETY: all fields but `step` are `Sync`. (1) `step` is called from any thread: obligation 2 of `executor::run`, whose
//         callers make the only `Run`s. (2) It is not moved or dropped here: the field is a reference.
unsafe impl Sync for Run<'_> {}

/// Runs the plan, alone or with the others of the pool.
pub fn run(run: &Run<'_>) {
    let cost = &run.plan.cost;
    let alone = || cost.alone(|| serial::in_order(run.plan, run.outcome, run.step));
    let from = pool::destination();
    let outside = matches!(from, Destination::Enter(_));
    match from {
        Destination::Single => alone(),
        // Of the others `executor::plain` has chosen already.
        _ if !run.plan.plain && cost.choose(outside) == Way::Alone => alone(),
        from => cost.shared(outside, || {
            run.share(from);
            run.crew.was_helped()
        }),
    }
}

impl<'a> Run<'a> {
    pub fn new<const N: usize, const NW: usize>(
        plan: &'static Plan,
        state: &'a State<N, NW>,
        step: &'a (dyn Fn(u32) -> u32 + 'a),
    ) -> Self {
        assert!(plan.len() == N, "the state of `{}` has another size than its plan", plan.name);
        Run {
            plan,
            pending: &state.pending,
            ready: &state.ready,
            crew: &state.crew,
            outcome: &state.outcome,
            step,
            timed: false,
        }
    }

    /// Runs the plan with whoever has time.
    fn share(&self, from: Destination) {
        let critical = &self.plan.critical;
        // The counters are not in use yet, and not any more.
        let timed = critical.begin(self.plan, self.pending);
        let run = Run { timed, ..*self };
        run.prepare();
        ticket::participate(&run, from);
        if timed {
            critical.find(self.plan, self.pending);
        }
    }

    /// Sets the counters, and publishes the nodes that wait for nothing.
    pub fn prepare(&self) {
        for &node in self.plan.order {
            let indegree = self.plan.indegree[node as usize];
            // ORDERING: Relaxed: no other participant yet; the join that brings one in orders these before it.
            self.pending[node as usize].store(indegree, Relaxed);
            if indegree == 0 {
                let word = &self.ready[node as usize / 64];
                word.store(word.load(Relaxed) | 1 << (node % 64), Relaxed);
            }
        }
    }

    /// As `execute`, but inline nodes are left to the caller as well, and an older published node is left where it is.
    pub fn execute_alone(&self, node: u32) -> Option<u32> {
        self.execute_nested(node, MAX_INLINE)
    }

    fn execute_nested(&self, node: u32, depth: usize) -> Option<u32> {
        if self.outcome.stops(node) || !self.finishes(node) {
            return None;
        }
        let (mut kept, mut inline) = (None, Inline::default());
        for &next in self.plan.successors(node) {
            let ready = self.arrive(next);
            if ready && !(depth < MAX_INLINE && self.plan.is_inline(next) && inline.push(next)) {
                kept = self.keep_first(kept, next);
            }
        }
        for &next in inline.nodes() {
            if let Some(released) = self.execute_nested(next, depth + 1) {
                kept = self.keep_first(kept, released);
            }
        }
        kept
    }

    /// Runs a node. Whether its successors may run.
    fn finishes(&self, node: u32) -> bool {
        let run = || self.outcome.run(node, self.step);
        if self.timed { self.plan.critical.timed(node, run) } else { run() }
    }

    /// One of the nodes that `node` waits for has finished. Whether it was the last.
    fn arrive(&self, node: u32) -> bool {
        // ORDERING: Release hands over what the finished node wrote; Acquire by the last arrival takes it from all.
        self.plan.indegree[node as usize] == 1 || self.pending[node as usize].fetch_sub(1, AcqRel) == 1
    }

    fn keep_first(&self, kept: Option<u32>, node: u32) -> Option<u32> {
        let Some(kept) = kept else { return Some(node) };
        let (first, second) = if self.plan.critical.is_before(kept, node) { (kept, node) } else { (node, kept) };
        self.publish(second);
        Some(first)
    }

    /// Offers a ready node to all participants.
    pub fn publish(&self, node: u32) {
        // ORDERING: Release pairs with the Acquire in `take`: what the node waits for is visible to the taker. The
        //           other accesses of the word are read-modify-writes, which continue the release sequence.
        self.ready[node as usize / 64].fetch_or(1 << (node % 64), Release);
    }

    /// Owns a published node, unless another participant was faster.
    fn take(&self, node: u32) -> bool {
        let bit = 1 << (node % 64);
        // ORDERING: Acquire, see `publish`.
        self.ready[node as usize / 64].fetch_and(!bit, Acquire) & bit != 0
    }

    /// The published node that goes first: the oldest critical one, or else the oldest. A guess.
    fn first_ready(&self) -> Option<u32> {
        let mut oldest = None;
        for (index, word) in self.ready.iter().enumerate() {
            // ORDERING: Relaxed: `take` confirms the guess.
            let word = word.load(Relaxed);
            let critical = word & self.plan.critical.word(index);
            let number = |word: u64| index as u32 * 64 + word.trailing_zeros();
            if critical != 0 {
                return Some(number(critical));
            }
            if word != 0 && oldest.is_none() {
                oldest = Some(number(word));
            }
        }
        oldest
    }

    /// Number of published nodes, when nobody else participates.
    pub fn count_ready(&self) -> u32 {
        self.ready.iter().map(|word| word.load(Relaxed).count_ones()).sum()
    }

    /// Takes the published node number `n` in program order, when nobody else participates.
    pub fn take_nth(&self, n: u32) -> u32 {
        let ready = |&node: &u32| self.ready[node as usize / 64].load(Relaxed) >> (node % 64) & 1 == 1;
        let node = (0..self.plan.len() as u32).filter(ready).nth(n as usize);
        let node = node.unwrap_or_else(|| unreachable!("fewer ready nodes than were counted"));
        self.take(node);
        node
    }
}

impl Work for Run<'_> {
    type Node = u32;

    fn take_first(&self) -> Option<u32> {
        loop {
            let first = self.first_ready()?;
            if self.take(first) {
                return Some(first);
            }
        }
    }

    fn has_surplus(&self) -> bool {
        self.first_ready().is_some()
    }

    fn execute(&self, node: u32) -> Option<u32> {
        let kept = self.execute_nested(node, 0)?;
        match self.first_ready() {
            Some(first) if self.plan.critical.is_before(first, kept) => {
                self.publish(kept);
                self.take_first()
            }
            _ => Some(kept),
        }
    }

    fn crew(&self) -> &Crew {
        self.crew
    }
}

/// Ready inline nodes that wait until their predecessor has released all its successors.
#[derive(Default)]
struct Inline {
    nodes: [u32; MAX_INLINE],
    len: usize,
}

impl Inline {
    /// `false` when full.
    fn push(&mut self, node: u32) -> bool {
        let free = self.len < MAX_INLINE;
        if free {
            self.nodes[self.len] = node;
            self.len += 1;
        }
        free
    }

    fn nodes(&self) -> &[u32] {
        &self.nodes[..self.len]
    }
}
