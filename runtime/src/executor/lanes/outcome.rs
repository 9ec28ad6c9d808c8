//! How a loop ends, and what is dropped then.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use super::END;
use super::ends::{End, How};
use super::state::LoopState;
use crate::executor::outcome::{discard, sweep};

/// A loop that has ended. Drops what is left in its lanes when it is dropped.
#[must_use = "what remains of the loop is dropped with it"]
pub struct Ended<'a> {
    site: u32,
    lane: u32,
    state: &'a LoopState,
    step: &'a (dyn Fn(u32, u32) -> u32 + 'a),
}

impl Ended<'_> {
    /// The exit that the loop took; 0 when it came to its end or to a `break`.
    pub fn site(&self) -> u32 {
        self.site
    }

    /// The lane of the iteration that ended the loop.
    pub fn lane(&self) -> u32 {
        self.lane
    }
}

impl Drop for Ended<'_> {
    fn drop(&mut self) {
        let lanes = self.state.lanes();
        // What serial code would not have made goes first: the youngest iteration, and so on to the one that ended.
        let youngest_first = (0..lanes).rev().map(|ahead| (self.lane + ahead) % lanes);
        let drops = youngest_first.flat_map(|lane| self.state.plan().drops.iter().map(move |&node| (lane, node)));
        if let Some(payload) = sweep(drops, |(lane, node)| (self.step)(lane, node)) {
            if std::thread::panicking() { discard(payload) } else { resume_unwind(payload) }
        }
    }
}

/// After every participant has left.
pub fn conclude<'a>(state: &'a LoopState, step: &'a (dyn Fn(u32, u32) -> u32 + 'a)) -> Ended<'a> {
    let Some((End { at, how, .. }, others)) = state.ends().conclude() else {
        unreachable!("nodes of the loop `{}` wait for each other", state.plan().name)
    };
    // Sweeps what is left when it is dropped, also on the way of a panic.
    let mut ended = Ended { site: 0, lane: at.lane, state, step };
    for other in others {
        other.how.discard();
    }
    match how {
        How::Exit(END) => {}
        How::Exit(site) => ended.site = site,
        How::Panic(payload) => {
            if let Err(second) = catch_unwind(AssertUnwindSafe(|| drop(ended))) {
                discard(second);
            }
            resume_unwind(payload)
        }
    }
    ended
}
