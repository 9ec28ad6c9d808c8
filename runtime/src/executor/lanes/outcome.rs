//! How a loop ends, and what is dropped then.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use super::ends::{End, How};
use super::state::LoopState;
use super::turn::Turn;
use super::{END, SOURCE, Step};
use crate::executor::outcome::{discard, sweep};

/// A loop that has ended. Drops what is left in its lanes when it is dropped.
#[must_use = "what remains of the loop is dropped with it"]
pub struct Ended<'a> {
    site: u32,
    seat: u32,
    /// The source has no more items: all iterations are complete.
    all: bool,
    state: &'a LoopState,
    step: &'a Step<'a>,
}

impl Ended<'_> {
    /// The exit that the loop took; 0 when it came to its end or to a `break`.
    pub fn site(&self) -> u32 {
        self.site
    }

    /// The place of the iteration that ended the loop.
    pub fn seat(&self) -> u32 {
        self.seat
    }

    /// Whether the loop ended because its source had no more items.
    pub fn is_over(&self) -> bool {
        self.all
    }
}

impl Drop for Ended<'_> {
    fn drop(&mut self) {
        if self.all {
            return;
        }
        let seats = self.state.seats();
        // What serial code would not have made goes first: the youngest iteration, and so on to the one that ended.
        let youngest_first = (0..seats).rev().map(|ahead| (self.seat + ahead) % seats);
        let drops = youngest_first.flat_map(|seat| self.state.body().drops.iter().map(move |&node| (seat, node)));
        if let Some(payload) = sweep(drops, |(seat, node)| (self.step)(&Turn::single(seat, node))) {
            if std::thread::panicking() { discard(payload) } else { resume_unwind(payload) }
        }
    }
}

/// After every participant has left.
pub fn conclude<'a>(state: &'a LoopState, step: &'a Step<'a>) -> Ended<'a> {
    let Some((End { seat, node, how, .. }, others)) = state.ends().conclude() else {
        unreachable!("nodes of the loop `{}` wait for each other", state.plan().name)
    };
    // Sweeps what is left when it is dropped, also on the way of a panic.
    let all = node == SOURCE && matches!(how, How::Exit(END));
    let mut ended = Ended { site: 0, seat, all, state, step };
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
