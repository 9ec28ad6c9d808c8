//! Groups of iterations: `size` of them run together, part by part.
//!
//! A *part* is a set of nodes (`plan/group.rs`). It runs for all iterations of the group, one after the other, before the
//! parts that wait for it. So what a node costs is a test of a bit, and counters, ready words and threads are paid for
//! once in a group.
//!
//! The rules of `lanes.rs` hold for groups as iterations and parts as nodes, with these for what happens inside:
//! 1. `continue` at a node: all earlier nodes of the iteration have finished, and no later one has begun, for the plan orders
//!    them so. What is left is dropped at once, and the iteration has no more nodes that may run.
//! 2. An end at a node: from it on nothing in the group may run, as far as it has not. Other parts of the group still run for
//!    what is before it, so the part releases those that wait for it in the group, and no others. Ends are never cancelled.
//! 3. Parts of the group in which the limit is are not held. The group is never complete.
//!
//! What a part must not run it is told by a word for each seat, `allowed`, which only loses nodes until the lane's next
//! group. Parts that wait for the one that writes it see that through the counters. Parts that do not may run what they
//! should not: that is run ahead, as it may be without groups, and is dropped in the end.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::ends::{End, How};
use super::run::Run;
use super::state::At;
use super::turn::Turn;
use super::{DONE, NEXT};

impl Run<'_> {
    /// Runs a part of a group and releases those that wait for it.
    pub(super) fn finish_part(&self, at: At, kept: &mut Option<At>) {
        if self.runs_part(at) {
            self.release(at, kept);
        } else {
            self.release_here(at, kept);
        }
    }

    /// Whether it did not end the loop.
    fn runs_part(&self, at: At) -> bool {
        let mut turn = self.state.turn_of(at);
        loop {
            let result = catch_unwind(AssertUnwindSafe(|| (self.step)(&turn)));
            let (seat, node) = turn.stopped_at();
            let how = match result {
                Ok(DONE) => return true,
                Ok(NEXT) => match self.skip_rest(seat) {
                    None => {
                        turn = turn.behind();
                        continue;
                    }
                    Some((node, how)) => return self.ends_group(at, seat, node, how),
                },
                Ok(site) => How::Exit(site),
                Err(payload) => How::Panic(payload),
            };
            return self.ends_group(at, seat, node, how);
        }
    }

    /// Drops what is left of an iteration. The drop that panicked first.
    fn skip_rest(&self, seat: u32) -> Option<(u32, How)> {
        self.state.forbid_rest(seat);
        let mut first = None;
        for &node in self.state.plan().drops {
            if let Err(payload) = catch_unwind(AssertUnwindSafe(|| (self.step)(&Turn::single(seat, node)))) {
                match first {
                    None => first = Some((node, How::Panic(payload))),
                    Some(_) => How::Panic(payload).discard(),
                }
            }
        }
        first
    }

    #[cold]
    fn ends_group(&self, at: At, seat: u32, node: u32, how: How) -> bool {
        self.state.forbid_from(seat, node);
        let end = End { position: self.state.position_in_group(at, seat, node), at, seat, node, how };
        let cancelled = self.state.ends().record(end, || false);
        debug_assert!(cancelled.is_none(), "groups cancel nothing");
        false
    }
}
