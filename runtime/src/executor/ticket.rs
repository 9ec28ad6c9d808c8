//! Participants and tickets: how the threads of the pool come to a run and leave it.
//!
//! A *participant* keeps one ready node for itself and publishes the others. While something is published, one *ticket*
//! is outstanding: the second half of a `rayon::join` whose first half is the participant's own work. Whoever steals the
//! ticket becomes a participant, and may issue the next one. A participant that finds nothing ready leaves; nodes that
//! become ready later are found by who made them ready. So a run is a nest of joins, and returns when all have left
//! (executor rule 4).

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

/// Tickets that may stand on each other. Beyond, participants work on without calling for help.
const MAX_DEPTH: u32 = 128;

/// What participants work on.
pub trait Work: Sync {
    /// A node that is ready.
    type Node: Copy + Send + Sync;

    /// Owns the published node that goes first; `None` when there is none that may run.
    fn take_first(&self) -> Option<Self::Node>;

    /// Whether a published node may run. A guess.
    fn has_surplus(&self) -> bool;

    /// Runs a node that the caller owns. Returns a node that is ready then and kept for the caller.
    fn execute(&self, node: Self::Node) -> Option<Self::Node>;

    /// Whether a ticket is issued and not started.
    fn ticket(&self) -> &AtomicBool;

    /// Somebody has come to help.
    fn helped(&self) {}

    /// Help is wanted where no ticket can be issued any more.
    fn too_deep(&self) {}
}

/// Works until nothing is ready and all who came to help have left.
pub fn participate(run: &impl Work) {
    let kept = work(run, None, 0, None);
    debug_assert!(kept.is_none(), "only a participant inside a join hands its node back");
}

/// Works until nothing is ready. A node is handed back instead when help is wanted and the ticket of the enclosing
/// join has been used up, so that joins do not pile up.
fn work<W: Work>(run: &W, mut kept: Option<W::Node>, depth: u32, enclosing: Option<&AtomicBool>) -> Option<W::Node> {
    loop {
        let node = kept.or_else(|| run.take_first())?;
        // ORDERING: Relaxed: `swap` below decides who issues.
        if !run.ticket().load(Relaxed) && run.has_surplus() {
            // ORDERING: Relaxed: a hint; the join waits by itself.
            if enclosing.is_some_and(|used_up| used_up.load(Relaxed)) {
                return Some(node);
            }
            if depth == MAX_DEPTH {
                run.too_deep();
            // ORDERING: Relaxed: the flag carries no data; the join hands the run over.
            } else if !run.ticket().swap(true, Relaxed) {
                kept = work_with_help(run, node, depth + 1);
                continue;
            }
        }
        kept = run.execute(node);
    }
}

/// Issues a ticket and works on.
fn work_with_help<W: Work>(run: &W, node: W::Node, depth: u32) -> Option<W::Node> {
    let used_up = AtomicBool::new(false);
    let ticket = |context: rayon::FnContext| {
        if context.migrated() {
            run.helped();
        }
        run.ticket().store(false, Relaxed);
        let kept = work(run, None, depth, None);
        debug_assert!(kept.is_none(), "only a participant inside a join hands its node back");
        used_up.store(true, Relaxed);
    };
    rayon::join_context(|_| work(run, Some(node), depth, Some(&used_up)), ticket).0
}
