//! The limit: what ended the loop, as far as is known, and what cancels that.
//!
//! Ends are recorded and cancelled under a lock; the hot path reads one word, which only they write. Two races matter, and
//! both are of the kind where each side writes its own word and then reads the other's:
//!
//! - *An end at `(k, m)` against a `continue` at `(k, n)`, `n < m`.* The end writes the limit, then reads what is skipped; the
//!   `continue` writes what is skipped, then reads the limit. All four are SeqCst, so at least one sees the other, and whoever
//!   sees it cancels the end. The lock lets one of them do so.
//! - *A participant that leaves because what is ready is behind the limit, against a thread that raises the limit.* The one
//!   publishes, passes a fence, reads the limit again, and leaves if it is unchanged ([`Limit::confirm`]). The other writes the
//!   limit, passes a fence, and looks at what is ready. So either the first sees the raised limit and looks again, or the second
//!   finds what was published, with the numbers of lanes that were written before. Who published a node does not leave before it
//!   has looked in this way. Hence held nodes are not lost: who raises a limit takes part, and looks before it leaves.

use std::sync::atomic::Ordering::{Relaxed, SeqCst};
use std::sync::atomic::{AtomicU64, fence};
use std::sync::{Mutex, PoisonError};

use super::state::At;
use crate::executor::outcome::Payload;

/// A place in program order: iteration in the upper half, node in the lower.
///
/// Iterations are counted modulo 2^32. Positions that are compared are of open iterations or their neighbours, less than
/// 2^31 iterations apart, so the sign of the difference tells which is first (serial number arithmetic, RFC 1982).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position(u64);

impl Position {
    pub fn new(iteration: u32, node: u32) -> Position {
        Position(u64::from(iteration) << 32 | u64::from(node))
    }

    pub fn is_before(self, other: Position) -> bool {
        (self.0.wrapping_sub(other.0) as i64) < 0
    }

    pub fn iteration(self) -> u32 {
        (self.0 >> 32) as u32
    }

    pub fn node(self) -> u32 {
        self.0 as u32
    }
}

/// How a node ended the loop.
pub enum How {
    Exit(u32),
    Panic(Payload),
}

/// A node that ended the loop.
pub struct End {
    pub position: Position,
    pub at: At,
    /// The place of its iteration: the lane, where iterations run one by one.
    pub seat: u32,
    /// The node of the body.
    pub node: u32,
    pub how: How,
}

/// No node has ended the loop: a position that no node has.
const OPEN: u64 = u64::MAX;

/// The limit, as it was read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Limit(u64);

impl Limit {
    /// The limit, unless nothing has ended.
    pub fn position(self) -> Option<Position> {
        (self.0 != OPEN).then_some(Position(self.0))
    }
}

/// The ends of a loop that count, of which the first in program order is the limit.
pub struct Ends {
    limit: AtomicU64,
    list: Mutex<Vec<End>>,
}

impl Ends {
    pub fn new() -> Ends {
        // Room for the end that most loops have.
        Ends { limit: AtomicU64::new(OPEN), list: Mutex::new(Vec::with_capacity(1)) }
    }

    pub fn limit(&self) -> Limit {
        // ORDERING: Relaxed: a stale limit lets a node run whose results are dropped later, or holds one; `confirm` says why
        //           that is not lost.
        Limit(self.limit.load(Relaxed))
    }

    /// Whether nothing has changed since `limit` was read. When true, whoever raises the limit sees what the caller has published.
    pub fn confirm(&self, limit: Limit) -> bool {
        if limit.0 == OPEN {
            return true;
        }
        // ORDERING: SeqCst against the fence in `raise`: see the head of this file.
        fence(SeqCst);
        self.limit.load(Relaxed) == limit.0
    }

    /// Whether an end may have to be cancelled: what is skipped was written before.
    pub fn any(&self) -> bool {
        // ORDERING: SeqCst: see the head of this file.
        self.limit.load(SeqCst) != OPEN
    }

    /// Records an end. Hands it back if it is cancelled already, that is if `is_skipped` says so after the limit was written.
    pub fn record(&self, end: End, is_skipped: impl Fn() -> bool) -> Option<End> {
        let mut list = self.list.lock().unwrap_or_else(PoisonError::into_inner);
        list.push(end);
        self.write(&list);
        if !is_skipped() {
            return None;
        }
        let end = list.pop();
        self.raise(&list);
        end
    }

    /// Removes the ends that are cancelled.
    pub fn cancel(&self, is_cancelled: impl Fn(&End) -> bool) -> Vec<End> {
        let mut list = self.list.lock().unwrap_or_else(PoisonError::into_inner);
        let cancelled = list.extract_if(.., |end| is_cancelled(end)).collect();
        self.raise(&list);
        cancelled
    }

    /// All ends, when every participant has left: the first in program order, and the others.
    pub fn conclude(&self) -> Option<(End, Vec<End>)> {
        let mut list = std::mem::take(&mut *self.list.lock().unwrap_or_else(PoisonError::into_inner));
        let first = first(&list)?;
        Some((list.swap_remove(first), list))
    }

    fn write(&self, list: &[End]) {
        let limit = first(list).map_or(OPEN, |first| list[first].position.0);
        // ORDERING: SeqCst: see the head of this file. Only holders of the lock write.
        self.limit.store(limit, SeqCst);
    }

    fn raise(&self, list: &[End]) {
        self.write(list);
        // ORDERING: SeqCst against the fence in `confirm`: see the head of this file.
        fence(SeqCst);
    }
}

/// The index of the end that is first in program order.
fn first(list: &[End]) -> Option<usize> {
    (0..list.len())
        .reduce(|first, other| if list[other].position.is_before(list[first].position) { other } else { first })
}
