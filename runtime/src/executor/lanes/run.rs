//! What participants of a loop do: run a node, release those that wait for it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::ends::{End, How};
use super::state::{At, LoopState};
use super::turn::Turn;
use super::{DONE, NEXT, SOURCE, Step};
use crate::executor::outcome::discard;
use crate::executor::ticket::{Crew, Work};

/// What the participants of one loop share.
pub struct Run<'a> {
    pub(super) state: &'a LoopState,
    pub(super) step: &'a Step<'a>,
}

// SAFETY: `state` is `Sync`. (1) `step` is called from any thread: obligation 2 of `run_loop`, which makes the only `Run`s.
//         (2) It is not moved or dropped here: the field is a reference.
unsafe impl Sync for Run<'_> {}

impl Work for Run<'_> {
    type Node = At;

    fn take_first(&self) -> Option<At> {
        loop {
            if self.state.is_flattening() {
                return None;
            }
            let limit = self.state.ends().limit();
            match self.state.oldest_ready(limit) {
                Some(oldest) if self.state.take(oldest) => return Some(oldest),
                None if self.state.ends().confirm(limit) => return None,
                _ => {}
            }
        }
    }

    fn has_surplus(&self) -> bool {
        !self.state.is_flattening() && self.state.oldest_ready(self.state.ends().limit()).is_some()
    }

    fn execute(&self, at: At) -> Option<At> {
        let kept = self.execute_alone(at)?;
        if self.state.is_flattening() {
            self.state.publish(kept);
            return None;
        }
        match self.state.oldest_ready(self.state.ends().limit()) {
            Some(oldest) if self.is_before(oldest, kept) => {
                self.state.publish(kept);
                self.take_first()
            }
            _ => Some(kept),
        }
    }

    fn crew(&self) -> &Crew {
        self.state.crew()
    }

    /// A loop may have more iterations than joins fit on a stack: everybody leaves, and the first participant begins anew.
    fn too_deep(&self) {
        self.state.flatten();
    }
}

impl<'a> Run<'a> {
    pub fn new(state: &'a LoopState, step: &'a Step<'a>) -> Run<'a> {
        Run { state, step }
    }

    pub fn state(&self) -> &'a LoopState {
        self.state
    }

    /// As `execute`, but an older published node is left where it is.
    pub fn execute_alone(&self, at: At) -> Option<At> {
        if self.is_held(at) {
            self.state.publish(at);
            return None;
        }
        if at.node == SOURCE {
            self.state.started(at.lane);
        }
        let mut kept = None;
        if self.state.is_grouped() {
            self.finish_part(at, &mut kept);
        } else if self.finishes(at, &mut kept) {
            self.release(at, &mut kept);
        }
        kept
    }

    /// Whether a node is behind the limit.
    fn is_held(&self, at: At) -> bool {
        let (limit, position) = (self.state.ends().limit().position(), self.state.position(at));
        limit.is_some_and(|limit| {
            limit.is_before(position) && !(self.state.is_grouped() && limit.iteration() == position.iteration())
        })
    }

    /// Runs a node, or skips it. Whether its successors may run: it did not end the loop.
    fn finishes(&self, at: At, kept: &mut Option<At>) -> bool {
        if self.state.plan().silent[at.node as usize] || self.state.is_skipped(at) {
            return true;
        }
        match catch_unwind(AssertUnwindSafe(|| (self.step)(&Turn::single(at.lane, at.node)))) {
            Ok(DONE) => true,
            Ok(NEXT) => {
                self.skip_behind(at, kept);
                true
            }
            Ok(site) => self.ends(at, How::Exit(site)),
            Err(payload) => self.ends(at, How::Panic(payload)),
        }
    }

    /// Skips the rest of an iteration.
    fn skip_behind(&self, at: At, kept: &mut Option<At>) {
        self.state.skip_behind(at);
        if self.state.ends().any() {
            self.cancel(at, kept);
        }
    }

    /// Cancels the ends behind `NEXT`: the nodes are finished, so their successors may run.
    #[cold]
    fn cancel(&self, next: At, kept: &mut Option<At>) {
        // No `next` of an iteration that is not complete is reset: an end keeps its iteration from that.
        let cancelled = self.state.ends().cancel(|end| end.at.lane == next.lane && self.state.is_cancelled(end.at));
        for end in cancelled {
            self.release(end.at, kept);
            end.how.discard();
        }
    }

    /// A node ended the loop. Whether that is cancelled already, and the node is finished.
    #[cold]
    fn ends(&self, at: At, how: How) -> bool {
        let end = End { position: self.state.position(at), at, seat: at.lane, node: at.node, how };
        let cancelled = self.state.ends().record(end, || self.state.is_cancelled(at));
        cancelled.map(|end| end.how.discard()).is_some()
    }

    /// Tells those that wait for a node that it has finished.
    pub(super) fn release(&self, at: At, kept: &mut Option<At>) {
        let (plan, lane) = (self.state.plan(), at.lane);
        self.release_here(at, kept);
        let next_lane = self.state.next_lane(lane);
        for &node in plan.carried_successors(at.node) {
            self.arrive(At { lane: next_lane, node }, kept);
        }
        if plan.successors(at.node).is_empty() && self.state.arrive_last(lane) {
            self.complete(lane, kept);
        }
    }

    /// Tells those of the same iteration.
    pub(super) fn release_here(&self, at: At, kept: &mut Option<At>) {
        for &node in self.state.plan().successors(at.node) {
            self.arrive(At { lane: at.lane, node }, kept);
        }
    }

    fn arrive(&self, at: At, kept: &mut Option<At>) {
        if self.state.arrive(at) {
            self.keep_older(at, kept);
        }
    }

    /// All nodes of an iteration have finished.
    fn complete(&self, lane: u32, kept: &mut Option<At>) {
        if self.state.is_grouped() {
            // Nobody waits for this lane any more, and what is in it is dropped in the end.
            if self.state.ends().limit().position().is_some() {
                return;
            }
        } else if self.state.has_skipped(lane) && !self.sweep(lane) {
            return;
        }
        self.state.turn(lane);
        self.arrive(At { lane: self.state.lane_behind_window(lane), node: SOURCE }, kept);
    }

    /// Drops what is left in a lane. `false` when a drop panicked, which ends the loop.
    fn sweep(&self, lane: u32) -> bool {
        let mut all = true;
        for &node in self.state.plan().drops {
            if let Err(payload) = catch_unwind(AssertUnwindSafe(|| (self.step)(&Turn::single(lane, node)))) {
                all = false;
                self.ends(At { lane, node }, How::Panic(payload));
            }
        }
        all
    }

    fn keep_older(&self, at: At, kept: &mut Option<At>) {
        let Some(other) = *kept else {
            *kept = Some(at);
            return;
        };
        let (older, younger) = if self.is_before(at, other) { (at, other) } else { (other, at) };
        self.state.publish(younger);
        *kept = Some(older);
    }

    fn is_before(&self, at: At, other: At) -> bool {
        self.state.position(at).is_before(self.state.position(other))
    }
}

impl How {
    /// Drops the payload of a panic that does not count.
    pub fn discard(self) {
        match self {
            How::Exit(_) => {}
            How::Panic(payload) => discard(payload),
        }
    }
}
