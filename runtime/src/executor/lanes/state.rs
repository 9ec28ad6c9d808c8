//! The storage of one run of a loop: counters by lane and node, and which nodes are ready.
//!
//! Which words are written when: the counters of a node by its predecessors; the ready words for nodes that their releaser
//! does not keep; an [`Iteration`] at the end of the iteration, and on `continue`; the cursor by sources, one after the
//! other. No word is written by all participants for each node.
//!
//! Where iterations run in groups (`groups.rs`), read "group" for "iteration" and "part" for "node".

use std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release, SeqCst};
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64};

use super::ends::{Ends, Limit, Position};
use super::turn::Turn;
use super::{LoopPlan, SOURCE, Shape};
use crate::executor::ticket::Crew;

/// A node of an open iteration, or the source of the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    pub lane: u32,
    pub node: u32,
}

/// Iterations that a group has at most: a position has room for so many.
pub const MAX_SIZE: usize = 1 << (u32::BITS - NODE_BITS);
/// Bits of a node's number in a group.
const NODE_BITS: u32 = 6;

/// Nothing is skipped.
const NONE: u32 = u32::MAX;

/// The iteration in a lane.
#[repr(align(64))]
struct Iteration {
    /// Its number, modulo 2^32.
    number: AtomicU32,
    /// The smallest node that returned `NEXT`.
    next: AtomicU32,
    /// How many of its last nodes have not finished. Unused when there is one.
    unfinished: AtomicU32,
}

/// The range of lanes in which nodes can be ready. Written by sources, which run one after the other.
#[repr(align(64))]
struct Cursor {
    /// An iteration before which all are complete, and its lane: number in the upper half.
    oldest: AtomicU64,
    /// The youngest iteration whose source was started.
    youngest: AtomicU32,
}

/// The storage of one run of a loop.
pub struct LoopState {
    /// The plan of the body, or that of its groups.
    plan: &'static LoopPlan,
    body: &'static LoopPlan,
    /// Iterations of a group.
    size: u32,
    /// Of groups, by seat: the nodes that may run.
    allowed: Box<[AtomicU64]>,
    /// By node: for how many it waits in all iterations but the first.
    waits: Box<[u32]>,
    /// Enabled nodes without successors in their iteration: it is complete when they have finished.
    last_nodes: u32,
    /// Counters of a lane, rounded up to whole cache lines.
    stride: usize,
    /// Words of the ready nodes of a lane.
    words: usize,
    /// By lane and node: for how many it still waits. Unused for those that wait for one.
    pending: Box<[AtomicU32]>,
    /// By lane: sets of nodes.
    ready: Box<[AtomicU64]>,
    iterations: Box<[Iteration]>,
    cursor: Cursor,
    crew: Crew,
    flatten: AtomicBool,
    ends: Ends,
}

impl LoopState {
    /// For a run that has not begun, with `shape.lanes - 1` iterations open at most, or as many groups.
    ///
    /// # Panics
    /// With less than two lanes, or groups of a loop that has no plan for them.
    pub fn new(body: &'static LoopPlan, shape: Shape) -> LoopState {
        let Shape { lanes, size } = shape;
        assert!(
            (2..1 << 30).contains(&lanes),
            "a loop has from two lanes: one iteration is open, one lane is re-armed"
        );
        assert!((1..=MAX_SIZE).contains(&size), "a group has from 1 to {MAX_SIZE} iterations");
        let plan = match size {
            1 => body,
            _ => body.groups.unwrap_or_else(|| panic!("the loop `{}` has no plan for groups", body.name)),
        };
        debug_assert!(plan.is_sound(), "the plan of `{}` is not that of a loop", plan.name);
        let grouped = if size == 1 { 0 } else { lanes * size };
        let stride = plan.len().next_multiple_of(16);
        let words = plan.len().div_ceil(64);
        let last_node = |&node: &usize| plan.enabled[node] && plan.count[node] == 0;
        let state = LoopState {
            plan,
            body,
            size: size as u32,
            allowed: (0..grouped).map(|_| AtomicU64::new(u64::MAX)).collect(),
            waits: (0..plan.len()).map(|node| waits(plan, node)).collect(),
            last_nodes: (0..plan.len()).filter(last_node).count() as u32,
            stride,
            words,
            pending: (0..lanes * stride)
                .map(|at| AtomicU32::new(pending(plan, lanes, at / stride, at % stride)))
                .collect(),
            ready: (0..lanes * words).map(|_| AtomicU64::new(0)).collect(),
            iterations: (0..lanes as u32).map(|number| Iteration::new(plan, number)).collect(),
            cursor: Cursor { oldest: AtomicU64::new(0), youngest: AtomicU32::new(u32::MAX) },
            crew: Crew::new(),
            flatten: AtomicBool::new(false),
            ends: Ends::new(),
        };
        state.publish(At { lane: 0, node: SOURCE });
        state
    }

    pub(super) fn plan(&self) -> &'static LoopPlan {
        self.plan
    }

    pub(super) fn body(&self) -> &'static LoopPlan {
        self.body
    }

    pub(super) fn is_grouped(&self) -> bool {
        self.size > 1
    }

    /// Places for iterations in all lanes.
    pub(super) fn seats(&self) -> u32 {
        self.lanes() * self.size
    }

    /// A part of a group.
    pub(super) fn turn_of(&self, at: At) -> Turn<'_> {
        let first = at.lane * self.size;
        Turn::many(first..first + self.size, self.plan.parts[at.node as usize], &self.allowed)
    }

    /// Where in its group a node is, in program order.
    pub(super) fn position_in_group(&self, at: At, seat: u32, node: u32) -> Position {
        Position::new(self.position(at).iteration(), (seat % self.size) << NODE_BITS | node)
    }

    /// In a group nothing from a node on may run.
    pub(super) fn forbid_from(&self, seat: u32, node: u32) {
        // ORDERING: Relaxed, here and below: those that wait for the caller see it; for others it is a hint.
        self.allowed[seat as usize].fetch_and((1 << node) - 1, Relaxed);
        let end = (seat / self.size + 1) * self.size;
        self.allowed[seat as usize + 1..end as usize].iter().for_each(|allowed| allowed.store(0, Relaxed));
    }

    /// In a group the rest of an iteration is skipped.
    pub(super) fn forbid_rest(&self, seat: u32) {
        self.allowed[seat as usize].store(0, Relaxed);
        // Its lane is to be made good again.
        self.iterations[(seat / self.size) as usize].next.store(0, Relaxed);
    }

    pub(super) fn lanes(&self) -> u32 {
        self.iterations.len() as u32
    }

    pub(super) fn ends(&self) -> &Ends {
        &self.ends
    }

    pub(super) fn crew(&self) -> &Crew {
        &self.crew
    }

    /// Whether another thread took part. A hint while the loop runs.
    pub fn was_helped(&self) -> bool {
        self.crew.was_helped()
    }

    /// Asks everybody to leave, so that joins can begin anew on the first stack.
    pub(super) fn flatten(&self) {
        // ORDERING: Relaxed: a hint; who leaves has published its node, and the joins order that before the new beginning.
        self.flatten.store(true, Relaxed);
    }

    pub(super) fn is_flattening(&self) -> bool {
        self.flatten.load(Relaxed)
    }

    /// After everybody has left: whether that was asked for.
    pub(super) fn flattened(&self) -> bool {
        self.flatten.swap(false, Relaxed)
    }

    pub(super) fn next_lane(&self, lane: u32) -> u32 {
        if lane + 1 == self.lanes() { 0 } else { lane + 1 }
    }

    /// The lane of the iteration whose source waits until that in `lane` is complete: `window` later.
    pub(super) fn lane_behind_window(&self, lane: u32) -> u32 {
        if lane == 0 { self.lanes() - 1 } else { lane - 1 }
    }

    /// The position of a node of an iteration that is not complete.
    pub(super) fn position(&self, at: At) -> Position {
        // ORDERING: Relaxed: set when the lane's last iteration was completed, which is before all of this one.
        Position::new(self.iterations[at.lane as usize].number.load(Relaxed), at.node)
    }

    /// One of the nodes that a node waits for has finished. Whether it was the last.
    pub(super) fn arrive(&self, at: At) -> bool {
        let waits = self.waits[at.node as usize];
        waits == 1 || count_down(&self.pending[at.lane as usize * self.stride + at.node as usize], waits)
    }

    /// A node without successors in its iteration has finished. Whether the iteration has.
    pub(super) fn arrive_last(&self, lane: u32) -> bool {
        self.last_nodes == 1 || count_down(&self.iterations[lane as usize].unfinished, self.last_nodes)
    }

    /// The rest of an iteration, from behind a node, is skipped.
    pub(super) fn skip_behind(&self, at: At) {
        // ORDERING: SeqCst: see `ends.rs`.
        self.iterations[at.lane as usize].next.fetch_min(at.node, SeqCst);
    }

    /// Whether a node is skipped.
    pub(super) fn is_skipped(&self, at: At) -> bool {
        // ORDERING: Relaxed: a node that waits for a skipped one comes after who skipped that, and so sees what that saw: `next`
        //           only falls within an iteration. Others may run ahead.
        at.node > self.iterations[at.lane as usize].next.load(Relaxed) && !self.plan.is_drop(at.node)
    }

    /// As `is_skipped`, after the limit was written.
    pub(super) fn is_cancelled(&self, at: At) -> bool {
        // ORDERING: SeqCst: see `ends.rs`.
        at.node > self.iterations[at.lane as usize].next.load(SeqCst) && !self.plan.is_drop(at.node)
    }

    /// Whether something of an iteration was skipped, when all its nodes have finished.
    pub(super) fn has_skipped(&self, lane: u32) -> bool {
        self.iterations[lane as usize].next.load(Relaxed) != NONE
    }

    /// Makes a lane ready for another iteration.
    pub(super) fn turn(&self, lane: u32) {
        let iteration = &self.iterations[lane as usize];
        // ORDERING: Relaxed: whoever comes to the next iteration of the lane does so through the source that is released after
        //           this. Others read `number` in `started` and `before_limit`, as a guess.
        if self.is_grouped() && self.has_skipped(lane) {
            let seats = (lane * self.size) as usize..((lane + 1) * self.size) as usize;
            self.allowed[seats].iter().for_each(|allowed| allowed.store(u64::MAX, Relaxed));
        }
        iteration.next.store(NONE, Relaxed);
        let number = iteration.number.load(Relaxed);
        iteration.number.store(number.wrapping_add(self.lanes()), Relaxed);
    }

    /// The source of an iteration starts.
    pub(super) fn started(&self, lane: u32) {
        let number = self.position(At { lane, node: SOURCE }).iteration();
        // ORDERING: Relaxed: sources run one after the other, each released by the one before. For readers see `oldest_ready`.
        self.cursor.youngest.store(number, Relaxed);
        let (mut oldest, mut at) = unpack(self.cursor.oldest.load(Relaxed));
        // Ends at this iteration at the latest, which is not complete. Passes all those that this source waited for.
        while self.iterations[at as usize].number.load(Relaxed) != oldest {
            (oldest, at) = (oldest.wrapping_add(1), self.next_lane(at));
        }
        self.cursor.oldest.store(pack(oldest, at), Relaxed);
    }

    /// Offers a ready node to all participants.
    pub(super) fn publish(&self, at: At) {
        let (word, bit) = self.bit(at);
        // ORDERING: Release pairs with the Acquire in `take`: what the node waits for is visible to the taker. The
        //           other accesses of the word are read-modify-writes, which continue the release sequence.
        word.fetch_or(bit, Release);
    }

    /// Owns a published node, unless another participant was faster.
    pub(super) fn take(&self, at: At) -> bool {
        let (word, bit) = self.bit(at);
        // ORDERING: Acquire, see `publish`.
        word.fetch_and(!bit, Acquire) & bit != 0
    }

    /// The first published node that is not behind the limit: a guess. It finds what the caller has published, unless somebody
    /// took that.
    ///
    /// For that it must look at all lanes that can have such nodes. Let one be of iteration `j`, which is not complete. What
    /// the caller reads from `oldest` is not behind `j`: it passes complete iterations only. What it reads from `youngest` is at
    /// least `j - 1`: to publish the node the caller came after the source of `j - 1`. So `j` is in `oldest..=youngest + 1`, and
    /// its lane among theirs; where these are more than there are lanes, a word was read too early, and all lanes are searched.
    pub(super) fn oldest_ready(&self, limit: Limit) -> Option<At> {
        // ORDERING: Relaxed: above.
        let (oldest, mut lane) = unpack(self.cursor.oldest.load(Relaxed));
        let span = self.cursor.youngest.load(Relaxed).wrapping_sub(oldest).wrapping_add(2);
        for _ in 0..span.min(self.lanes()) {
            for index in 0..self.words {
                let word = self.ready_word(lane, index, limit);
                if word != 0 {
                    return Some(At { lane, node: index as u32 * 64 + word.trailing_zeros() });
                }
            }
            lane = self.next_lane(lane);
        }
        None
    }

    /// Number of published nodes before the limit, when nobody else participates.
    pub(super) fn count_ready(&self) -> u32 {
        let limit = self.ends.limit();
        let words = (0..self.lanes()).flat_map(|lane| (0..self.words).map(move |index| (lane, index)));
        words.map(|(lane, index)| self.ready_word(lane, index, limit).count_ones()).sum()
    }

    /// Takes the published node number `n` of those, when nobody else participates.
    pub(super) fn take_nth(&self, n: u32) -> At {
        let limit = self.ends.limit();
        let nodes = (0..self.lanes()).flat_map(|lane| (0..self.plan.len() as u32).map(move |node| At { lane, node }));
        let ready = |at: &At| self.ready_word(at.lane, at.node as usize / 64, limit) >> (at.node % 64) & 1 == 1;
        let at = nodes.filter(ready).nth(n as usize);
        let at = at.unwrap_or_else(|| unreachable!("fewer ready nodes than were counted"));
        self.take(at);
        at
    }

    /// Published nodes before the limit, of a part of a lane.
    fn ready_word(&self, lane: u32, index: usize, limit: Limit) -> u64 {
        // ORDERING: Relaxed: a guess, which `take` confirms.
        let word = self.ready[lane as usize * self.words + index].load(Relaxed);
        match limit.position() {
            Some(limit) if word != 0 => word & self.before_limit(lane, index, limit),
            _ => word,
        }
    }

    /// The nodes before the limit, of a part of a lane.
    #[cold]
    fn before_limit(&self, lane: u32, index: usize, limit: Position) -> u64 {
        let number = self.position(At { lane, node: 0 }).iteration();
        if number != limit.iteration() {
            return if Position::new(number, 0).is_before(limit) { u64::MAX } else { 0 };
        }
        if self.is_grouped() {
            return u64::MAX;
        }
        match (limit.node() as usize).saturating_sub(index * 64) {
            nodes @ 0..64 => (1 << nodes) - 1,
            _ => u64::MAX,
        }
    }

    fn bit(&self, at: At) -> (&AtomicU64, u64) {
        (&self.ready[at.lane as usize * self.words + at.node as usize / 64], 1 << (at.node % 64))
    }
}

impl Iteration {
    fn new(plan: &LoopPlan, number: u32) -> Iteration {
        let last_node = |&node: &usize| plan.enabled[node] && plan.count[node] == 0;
        Iteration {
            number: AtomicU32::new(number),
            next: AtomicU32::new(NONE),
            unfinished: AtomicU32::new((0..plan.len()).filter(last_node).count() as u32),
        }
    }
}

/// An arrival at a counter, which is re-armed by the last. Whether it was the last.
fn count_down(counter: &AtomicU32, waits: u32) -> bool {
    // ORDERING: Release hands over what the finished node wrote; Acquire by the last arrival takes it from all.
    let last = counter.fetch_sub(1, AcqRel) == 1;
    if last {
        // ORDERING: Relaxed: before all arrivals of the next turn (`lanes.rs`).
        counter.store(waits, Relaxed);
    }
    last
}

/// For how many a node waits in all iterations but the first; the source also for the window.
fn waits(plan: &LoopPlan, node: usize) -> u32 {
    plan.indegree[node] + plan.carried_indegree[node] + u32::from(node == SOURCE as usize)
}

/// For how many a node waits in the first iteration of a lane. The source of the very first waits for nothing, so that its
/// counter is that of its second turn.
fn pending(plan: &LoopPlan, lanes: usize, lane: usize, node: usize) -> u32 {
    match (lane, node) {
        (_, node) if node >= plan.len() => 0,
        (lane, 0) if (1..lanes - 1).contains(&lane) => waits(plan, 0) - 1,
        (0, 1..) => plan.indegree[node],
        (_, node) => waits(plan, node),
    }
}

fn pack(number: u32, lane: u32) -> u64 {
    u64::from(number) << 32 | u64::from(lane)
}

fn unpack(packed: u64) -> (u32, u32) {
    ((packed >> 32) as u32, packed as u32)
}

impl LoopPlan {
    /// Whether it is as its documentation says.
    fn is_sound(&self) -> bool {
        let nodes = 0..self.len() as u32;
        let (mut indegree, mut carried_indegree) = (vec![0; self.len()], vec![0; self.len()]);
        for node in nodes.clone() {
            self.successors(node).iter().for_each(|&to| indegree[to as usize] += 1);
            self.carried_successors(node).iter().for_each(|&to| carried_indegree[to as usize] += 1);
        }
        let is_sound = |node: u32| {
            let (waits, carried) = (indegree[node as usize], carried_indegree[node as usize]);
            let starts = if node == SOURCE { waits == 0 && carried > 0 } else { waits > 0 };
            let isolated = waits + carried + self.count[node as usize] + self.carried_count[node as usize] == 0;
            (if self.enabled[node as usize] { starts } else { isolated })
                && self.indegree[node as usize] == waits
                && self.carried_indegree[node as usize] == carried
                && self.successors(node).iter().all(|&to| to > node)
        };
        nodes.clone().all(is_sound)
            && self.enabled[SOURCE as usize]
            && self.carried_successors(SOURCE).contains(&SOURCE)
            && (!self.parts.is_empty() || self.drops.iter().all(|&node| self.is_drop(node)))
    }
}
