//! Runs a plan with whoever has time.
//!
//! Who participates, and how they come, is in `ticket.rs`; here is what they share: counters, and the mask of what is
//! ready.
//!
//! Many cores: participants write the words of the ready mask only for nodes that they do not keep, which are all but one
//! before a long node, and else as many as somebody asks for. The counters of successors are written by their
//! predecessors alone; the limit and the ticket are read.

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
/// Words of a participant's own mask. Nodes with larger numbers are published at once.
const KEPT_WORDS: usize = 8;

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
    /// What is ready may be kept while a short node runs.
    keeps: bool,
}

// SAFETY: all fields but `step` are `Sync`. (1) `step` is called from any thread: obligation 2 of `executor::run`, whose
//         callers make the only `Run`s. (2) It is not moved or dropped here: the field is a reference.
unsafe impl Sync for Run<'_> {}

/// Runs the plan, alone or with the others of the pool.
pub fn run(run: &Run<'_>) {
    let cost = &run.plan.cost;
    let alone = || cost.alone(|| serial::in_order(run.plan, run.outcome, run.step));
    let shared = |outside, from| {
        cost.shared(outside, || {
            run.share(from);
            run.crew.was_helped()
        });
    };
    match pool::destination() {
        Destination::Single => alone(),
        // Of the others `executor::plain` has chosen already.
        Destination::Here if !run.plan.plain && cost.choose(false) == Way::Alone => alone(),
        Destination::Enter(_) if !run.plan.plain && cost.choose(true) == Way::Alone => alone(),
        from @ Destination::Here => shared(false, from),
        from @ Destination::Enter(_) => shared(true, from),
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
            keeps: false,
        }
    }

    /// Runs the plan with whoever has time.
    fn share(&self, from: Destination) {
        let critical = &self.plan.critical;
        // The counters are not in use yet, and not any more.
        let timed = critical.begin(self.plan, self.pending);
        let run = Run { timed, keeps: self.plan.cost.has_run_alone(), ..*self };
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

    /// As `execute`, but inline nodes are left to the caller as well, and what is ready is published.
    pub fn execute_alone(&self, node: u32) {
        let mut kept = Kept::default();
        self.execute_nested(node, &mut kept, MAX_INLINE);
        self.publish_all(&mut kept);
    }

    fn execute_nested(&self, node: u32, kept: &mut Kept, depth: usize) {
        if self.outcome.stops(node) || !self.finishes(node) {
            return;
        }
        let mut inline = Inline::default();
        for &next in self.plan.successors(node) {
            let ready = self.arrive(next);
            if ready && !(depth < MAX_INLINE && self.plan.is_inline(next) && inline.push(next)) && !kept.insert(next) {
                self.publish(next);
            }
        }
        for &next in inline.nodes() {
            self.execute_nested(next, kept, depth + 1);
        }
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

    /// Offers a ready node to all participants.
    fn publish(&self, node: u32) {
        self.publish_word(node as usize / 64, 1 << (node % 64));
    }

    fn publish_word(&self, index: usize, nodes: u64) {
        if nodes != 0 {
            // ORDERING: Release pairs with the Acquire in `take`: what the node waits for is visible to the taker. The
            //           other accesses of the word are read-modify-writes, which continue the release sequence.
            self.ready[index].fetch_or(nodes, Release);
        }
    }

    fn publish_all(&self, kept: &mut Kept) {
        for (index, word) in kept.words.iter_mut().enumerate() {
            self.publish_word(index, std::mem::take(word));
        }
    }

    /// Publishes half of what is kept, the younger.
    fn publish_half(&self, kept: &mut Kept) {
        let mut left = kept.count() / 2;
        for (index, word) in kept.words.iter_mut().enumerate().rev() {
            let mut given = 0;
            while left > 0 && *word != 0 {
                let youngest = 1 << (63 - word.leading_zeros());
                *word &= !youngest;
                given |= youngest;
                left -= 1;
            }
            self.publish_word(index, given);
        }
    }

    /// Whether nobody needs to take over what is kept while the node runs.
    fn is_short(&self, node: u32) -> bool {
        self.keeps && self.plan.critical.is_short(node)
    }

    /// Owns a published node, unless another participant was faster. Who keeps nothing else takes more: half of what is
    /// there, if nodes are short.
    fn take(&self, node: u32, kept: &mut Kept) -> bool {
        let (index, bit) = (node as usize / 64, 1 << (node % 64));
        let mut wanted = bit;
        if index < KEPT_WORDS && kept.is_empty() && self.is_short(node) {
            let mut others = self.ready[index].load(Relaxed) & !bit;
            let mut left = if self.crew.has_others() { others.count_ones() / 2 } else { others.count_ones() };
            while left > 0 {
                wanted |= others & others.wrapping_neg();
                others &= others - 1;
                left -= 1;
            }
        }
        // ORDERING: Acquire, see `publish_word`.
        let taken = self.ready[index].fetch_and(!wanted, Acquire) & wanted;
        if taken & !bit != 0 {
            kept.words[index] |= taken & !bit;
        }
        taken & bit != 0
    }

    /// The one of a set of nodes that goes first: the oldest critical one, or else the oldest.
    fn first_of(&self, words: impl Iterator<Item = u64>) -> Option<u32> {
        let mut oldest = None;
        for (index, word) in words.enumerate() {
            if word == 0 {
                continue;
            }
            let critical = word & self.plan.critical.word(index);
            let number = |word: u64| index as u32 * 64 + word.trailing_zeros();
            if critical != 0 {
                return Some(number(critical));
            }
            oldest = oldest.or(Some(number(word)));
        }
        oldest
    }

    /// The published node that goes first. A guess.
    fn first_ready(&self) -> Option<u32> {
        // ORDERING: Relaxed: `take` confirms the guess.
        self.first_of(self.ready.iter().map(|word| word.load(Relaxed)))
    }

    fn first_kept(&self, kept: &Kept) -> Option<u32> {
        self.first_of(kept.words.iter().take(self.ready.len()).copied())
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
        self.ready[node as usize / 64].fetch_and(!(1 << (node % 64)), Relaxed);
        node
    }
}

impl Work for Run<'_> {
    type Node = u32;
    type Kept = Kept;

    fn take_first(&self, kept: &mut Kept) -> Option<u32> {
        loop {
            match (self.first_kept(kept), self.first_ready()) {
                (None, None) => return None,
                (Some(own), ready) if ready.is_none_or(|ready| self.plan.critical.is_before(own, ready)) => {
                    kept.remove(own);
                    return Some(own);
                }
                (_, Some(ready)) if self.take(ready, kept) => return Some(ready),
                _ => {}
            }
        }
    }

    fn has_surplus(&self, kept: &Kept) -> bool {
        !kept.is_empty() || self.ready.iter().any(|word| word.load(Relaxed) != 0)
    }

    fn offer(&self, node: u32, kept: &mut Kept) {
        if !kept.is_empty() {
            if !self.is_short(node) {
                self.publish_all(kept);
            } else if self.crew.is_hungry() {
                self.publish_half(kept);
            }
        }
    }

    fn execute(&self, node: u32, kept: &mut Kept) -> Option<u32> {
        self.execute_nested(node, kept, 0);
        None
    }

    fn crew(&self) -> &Crew {
        self.crew
    }
}

/// Ready nodes that a participant has not published.
#[derive(Default)]
pub struct Kept {
    words: [u64; KEPT_WORDS],
}

impl Kept {
    fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// `false` where there is no place for that number.
    fn insert(&mut self, node: u32) -> bool {
        let word = self.words.get_mut(node as usize / 64);
        word.map(|word| *word |= 1 << (node % 64)).is_some()
    }

    fn remove(&mut self, node: u32) {
        self.words[node as usize / 64] &= !(1 << (node % 64));
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
