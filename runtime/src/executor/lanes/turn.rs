//! What a participant asks the step of a loop to run.

use std::cell::Cell;
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use super::DONE;
use crate::proof::Leave;

/// Some nodes of some iterations: iteration by iteration, in program order.
pub struct Turn<'a> {
    seats: Range<u32>,
    /// The nodes, as a set. Unused in bodies that have more nodes than that holds.
    nodes: u64,
    /// The node, where it is one.
    node: u32,
    /// By seat: the nodes that may run.
    allowed: &'a [AtomicU64],
    /// What runs.
    seat: Cell<u32>,
    at: Cell<u32>,
}

impl<'a> Turn<'a> {
    /// One node of one iteration.
    pub(super) fn single(seat: u32, node: u32) -> Turn<'static> {
        static ANY: [AtomicU64; 0] = [];
        let nodes = 1_u64.checked_shl(node).unwrap_or(0);
        Turn { seats: seat..seat + 1, nodes, node, allowed: &ANY, seat: Cell::new(seat), at: Cell::new(node) }
    }

    /// A set of nodes of some iterations, as far as they may run.
    pub(super) fn many(seats: Range<u32>, nodes: u64, allowed: &'a [AtomicU64]) -> Turn<'a> {
        let seat = Cell::new(seats.start);
        Turn { seats, nodes, node: 0, allowed, seat, at: Cell::new(0) }
    }

    /// The rest, from behind the iteration that runs.
    pub(super) fn behind(&self) -> Turn<'a> {
        Turn::many(self.seat.get() + 1..self.seats.end, self.nodes, self.allowed)
    }

    /// The seat and the node that ran last.
    pub(super) fn stopped_at(&self) -> (u32, u32) {
        (self.seat.get(), self.at.get())
    }

    /// The iterations.
    #[inline]
    pub fn seats(&self) -> Range<u32> {
        self.seats.clone()
    }

    /// Runs a part of the step for each iteration, up to the first that says how it leaves.
    #[inline(always)]
    pub fn each(&self, part: impl Fn(u32) -> Leave) -> u32 {
        for seat in self.seats() {
            let code = part(seat).code();
            if code != DONE {
                return code;
            }
        }
        DONE
    }

    /// An iteration begins. Its nodes.
    #[inline]
    pub fn enter(&self, seat: u32) -> u64 {
        self.seat.set(seat);
        match self.allowed.get(seat as usize) {
            // ORDERING: Relaxed: what a predecessor has forbidden is seen; of the others it is a hint (`groups.rs`).
            Some(allowed) => self.nodes & allowed.load(Relaxed),
            None => self.nodes,
        }
    }

    /// A node begins.
    #[inline]
    pub fn at(&self, node: u32) {
        self.at.set(node);
    }

    /// The node, in bodies whose nodes run one by one.
    #[inline]
    pub fn node(&self) -> u32 {
        self.node
    }
}
