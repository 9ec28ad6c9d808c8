//! Runs a part of a graph.
//!
//! The rules are those of `executor.rs`, and so are the participants (`executor/ticket.rs`) and the limit
//! (`executor/outcome.rs`). Nodes are numbered by their place in the run, which is the order in which they were added.

use std::panic::resume_unwind;
use std::ptr::NonNull;
use std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed};
use std::sync::atomic::{AtomicU8, AtomicU32};
use std::sync::{Mutex, PoisonError};

use super::cell::Ran;
use super::hazard::{Kind, Stage, State};
use super::ready::ReadySet;
use crate::executor::{Crew, End, Outcome, Payload, SplitMix64, Work, first_of, participate, sweep};
use crate::pool::{self, Destination, Mode};

/// The node has not run, has begun to, has run.
const NOT: u8 = 0;
const BEGUN: u8 = 1;
const DONE: u8 = 2;

/// A part of a graph that is to run.
pub struct Run<'a, E> {
    state: &'a State,
    /// The nodes, in the order in which they were added.
    nodes: &'a [u32],
    /// For how many each still waits.
    pending: Vec<AtomicU32>,
    /// Those that wait for node `i` are `successors[starts[i]..starts[i + 1]]`.
    starts: Vec<u32>,
    successors: Vec<u32>,
    ready: ReadySet,
    crew: Crew,
    outcome: Outcome,
    /// The inputs stay for another run.
    keep: bool,
    /// Of the first node that failed.
    error: Mutex<Option<(u32, Box<E>)>>,
    /// By place: [`NOT`], [`BEGUN`] or [`DONE`].
    progress: Vec<AtomicU8>,
}

// SAFETY: (1) cells are used under their rights (`cell.rs`), which the order of the nodes grants; what they hold is
//         `Send`, or `Sync` where it is shared: the bounds of `Argument`, `Nodes` and `Graph::add`. (2) An error is `Send`
//         (`Errors::Error`). (3) The rest is `Sync`.
unsafe impl<E: Send> Sync for Run<'_, E> {}

/// How a run ended, when it did not panic.
pub enum Ended<E> {
    Whole,
    /// The node that failed, and the error.
    Failed(u32, E),
    /// The node that panicked, and the payload.
    Panicked(u32, Payload),
}

impl<'a, E: Send> Run<'a, E> {
    /// The given nodes of the graph, by number. All that they need and that has not run is among them.
    pub fn new(state: &'a State, nodes: &'a [u32], keep: bool) -> Run<'a, E> {
        let n = nodes.len();
        // Counts first: `starts[i + 1]` is where the successors of `i` begin until they are filled in.
        let mut starts = vec![0_u32; n + 2];
        let in_run = |from: u32| {
            let record = &state.records[from as usize];
            (record.stage == Stage::Needed).then_some(record.position as usize)
        };
        let pending = nodes.iter().map(|&node| {
            let predecessors = state.edges(node).iter().filter_map(|edge| in_run(edge.from));
            AtomicU32::new(predecessors.map(|from| starts[from + 2] += 1).count() as u32)
        });
        let pending: Vec<AtomicU32> = pending.collect();
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut successors = vec![0; starts[n + 1] as usize];
        for (position, &node) in (0..).zip(nodes) {
            for from in state.edges(node).iter().filter_map(|edge| in_run(edge.from)) {
                successors[starts[from + 1] as usize] = position;
                starts[from + 1] += 1;
            }
        }
        Run {
            state,
            nodes,
            pending,
            starts,
            successors,
            ready: ReadySet::new(n),
            crew: Crew::new(),
            outcome: Outcome::new(),
            keep,
            error: Mutex::new(None),
            progress: (0..n).map(|_| AtomicU8::new(NOT)).collect(),
        }
    }

    /// Runs all nodes, as far as errors and panics allow. Returns how that ended, and by place how far the node has
    /// come.
    ///
    /// # Safety
    /// 1. The nodes are marked as needed, with their places; what they need is marked, or has run.
    /// 2. Nobody else uses the cells meanwhile, but through references that earlier runs gave to the caller.
    /// 3. The graph's errors are of type `E`.
    pub unsafe fn run(self) -> (Ended<E>, Vec<Stage>) {
        match (pool::mode(), pool::destination()) {
            (Mode::Serial, _) | (Mode::Parallel, Destination::Single) => self.in_order(),
            (Mode::Shuffle(seed), _) => self.shuffled(seed),
            (Mode::Parallel, from) => self.in_parallel(from),
        }
        let node = |position: u32| self.nodes[position as usize];
        let error = self.error.into_inner().unwrap_or_else(PoisonError::into_inner);
        let ended = match (self.outcome.end(), error) {
            (End::Open, _) => Ended::Whole,
            (End::Exit { .. }, Some((position, error))) => Ended::Failed(node(position), *error),
            (End::Exit { .. }, None) => unreachable!("who fails leaves an error"),
            (End::Panic { node: position, payload }, _) => Ended::Panicked(node(position), payload),
        };
        let stage = |progress: AtomicU8| match progress.into_inner() {
            NOT => Stage::New,
            DONE => Stage::Done,
            // It failed, as the first or behind the first, and has used up what it took.
            _ => Stage::Lost,
        };
        (ended, self.progress.into_iter().map(stage).collect())
    }

    fn in_order(&self) {
        (0..self.nodes.len() as u32).for_each(|position| _ = self.finishes(position));
    }

    /// One by one, each time any of those that are ready.
    fn shuffled(&self, seed: u64) {
        let mut random = SplitMix64(seed);
        let mut ready: Vec<u32> =
            (0..self.nodes.len() as u32).filter(|&position| self.waits_for(position) == 0).collect();
        while !ready.is_empty() {
            let position = ready.swap_remove(random.below(ready.len() as u32) as usize);
            if self.finishes(position) {
                ready.extend(self.successors(position).iter().filter(|&&next| self.arrive(next)));
            }
        }
    }

    fn in_parallel(&self, from: Destination) {
        (0..self.nodes.len() as u32).filter(|&position| self.waits_for(position) == 0).for_each(|position| {
            self.ready.insert(position);
        });
        participate(self, from);
    }

    /// Runs a node. Whether those that wait for it may run.
    fn finishes(&self, position: u32) -> bool {
        !self.outcome.stops(position) && self.outcome.run(position, &|position| self.step(position))
    }

    fn step(&self, position: u32) -> u32 {
        let node = self.nodes[position as usize];
        let record = &self.state.records[node as usize];
        // ORDERING: Relaxed, here and below: read after all have left.
        self.progress[position as usize].store(BEGUN, Relaxed);
        if !matches!(record.kind, Kind::Join | Kind::Sink | Kind::Input) {
            // SAFETY: (1) the cell lives as long as the graph. (2) the node's turn has come: what it waits for has run,
            //         and nobody who conflicts with it is running; each node runs once in a run.
            match unsafe { record.cell.as_ref().run(self.keep) } {
                Ran::Made => {}
                Ran::Failed(error) => {
                    self.failed(position, error);
                    return 1;
                }
            }
        }
        // Also when a drop panics below: the node is not a user any more, and its value is there.
        self.progress[position as usize].store(DONE, Relaxed);
        // A sink has used its values when the caller has got them.
        if record.kind != Kind::Sink {
            self.leave_all(node);
        }
        0
    }

    /// Ends what a node has used last. A drop that panics does not stop the others.
    fn leave_all(&self, node: u32) {
        let mut panicked = None;
        for &value in self.state.uses(node) {
            // SAFETY: the node has used the value, and does not any more.
            if let Some(payload) = unsafe { leave(self.state, value) } {
                panicked = first_of([panicked, Some(payload)]);
            }
        }
        let record = &self.state.records[node as usize];
        // ORDERING: Acquire: as in `leave`.
        if record.kind != Kind::Join && record.users.load(Acquire) == 0 {
            // SAFETY: the node has made the value, and nobody uses it.
            panicked = first_of([panicked, unsafe { end_unused(self.state, node) }]);
        }
        if let Some(payload) = panicked {
            resume_unwind(payload);
        }
    }

    #[cold]
    fn failed(&self, position: u32, error: NonNull<()>) {
        // SAFETY: a box of the graph's error type (obligation 3 of `run`), which `MayFail` has leaked for us.
        let error = unsafe { Box::from_raw(error.cast::<E>().as_ptr()) };
        let mut first = self.error.lock().unwrap_or_else(PoisonError::into_inner);
        let later = match &*first {
            Some((known, _)) if *known < position => Some((position, error)),
            _ => first.replace((position, error)),
        };
        drop(first);
        drop(later);
    }

    fn waits_for(&self, position: u32) -> u32 {
        // ORDERING: Relaxed: read before others come; the join that brings one in orders this before it.
        self.pending[position as usize].load(Relaxed)
    }

    fn successors(&self, position: u32) -> &[u32] {
        let at = position as usize;
        &self.successors[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// One of the nodes that `position` waits for has finished. Whether it was the last.
    fn arrive(&self, position: u32) -> bool {
        // ORDERING: Release hands over what the finished node wrote; Acquire by the last arrival takes it from all.
        self.pending[position as usize].fetch_sub(1, AcqRel) == 1
    }
}

impl<E: Send> Work for Run<'_, E> {
    type Node = u32;

    fn take_first(&self) -> Option<u32> {
        loop {
            let oldest = self.ready.smallest()?;
            if self.ready.take(oldest) {
                return Some(oldest);
            }
        }
    }

    fn has_surplus(&self) -> bool {
        self.ready.smallest().is_some()
    }

    fn execute(&self, position: u32) -> Option<u32> {
        if !self.finishes(position) {
            return None;
        }
        let mut kept: Option<u32> = None;
        for &next in self.successors(position) {
            if self.arrive(next) {
                kept = Some(kept.map_or(next, |kept| {
                    self.ready.insert(kept.max(next));
                    kept.min(next)
                }));
            }
        }
        let kept = kept?;
        match self.ready.smallest() {
            Some(oldest) if oldest < kept => {
                self.ready.insert(kept);
                self.take_first()
            }
            _ => Some(kept),
        }
    }

    fn crew(&self) -> &Crew {
        &self.crew
    }
}

/// A user of a value is no more. The last one ends the value, if its handle is gone. Returns the first panic of a drop.
///
/// # Safety
/// The caller was counted as a user, does not use the value any more, and calls once.
pub unsafe fn leave(state: &State, value: u32) -> Option<Payload> {
    // ORDERING: Release: what this user did with the value comes before its end. Acquire: for the last one.
    let last = state.records[value as usize].users.fetch_sub(1, AcqRel) == 1;
    // SAFETY: nobody uses the value any more.
    if last { unsafe { end_unused(state, value) } } else { None }
}

/// Ends a value without users, if its handle is gone, and with it what it alone kept alive. Returns the first panic of
/// a drop.
///
/// # Safety
/// The value has no users, and the caller alone knows that.
pub unsafe fn end_unused(state: &State, value: u32) -> Option<Payload> {
    let (mut next, mut unused, mut panicked) = (Some(value), Vec::new(), None);
    while let Some(value) = next.or_else(|| unused.pop()) {
        next = None;
        let record = &state.records[value as usize];
        // SAFETY: the cell lives as long as the graph.
        let released = unsafe { record.cell.as_ref() }.is_released();
        // ORDERING: Relaxed: who may end the value is alone.
        if released && !record.ended.swap(true, Relaxed) {
            // SAFETY: nobody uses the value, and nobody can: its handle is gone.
            panicked = first_of([panicked, unsafe { discard(state, value, &mut unused) }]);
        }
    }
    panicked
}

/// Drops the value, if there is one, and adds to `unused` the values whose last user it was. Returns a panic of the drop.
///
/// # Safety
/// Nobody uses the value, and it is marked as ended by the caller.
pub unsafe fn discard(state: &State, value: u32, unused: &mut Vec<u32>) -> Option<Payload> {
    // SAFETY: the cell lives as long as the graph.
    let cell = unsafe { state.records[value as usize].cell.as_ref() };
    let panicked = if cell.is_trivial() {
        // SAFETY: alone: obligation of the caller.
        unsafe { cell.discard() };
        None
    } else {
        sweep(std::iter::once(()), |()| {
            // SAFETY: as above.
            unsafe { cell.discard() };
            0
        })
    };
    // ORDERING: as in `leave`.
    let last = |&lender: &u32| state.records[lender as usize].users.fetch_sub(1, AcqRel) == 1;
    unused.extend(state.lenders(value).filter(last));
    panicked
}
