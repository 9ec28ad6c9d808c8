//! Participants and tickets: how the threads of the pool come to a run and leave it.
//!
//! A *participant* keeps one ready node for itself and publishes the others. While something is published, one *ticket*
//! is outstanding: the second half of a `rayon::join` whose first half is the participant's own work. Whoever steals the
//! ticket becomes a participant, and may issue the next one. A participant that finds nothing ready leaves; nodes that
//! become ready later are found by who made them ready. So a run is a nest of joins, and returns when all have left
//! (executor rule 4).
//!
//! A thread outside of the pool has no joins. Its ticket is a call that the pool's relay hands over, and it waits for the
//! answer before it leaves.

use std::sync::atomic::{AtomicBool, AtomicI32, Ordering::Relaxed};

use crate::pool::{self, Answer, Destination, Entrance, Help};

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

    /// Who takes part.
    fn crew(&self) -> &Crew;

    /// Help is wanted where no ticket can be issued any more.
    fn too_deep(&self) {}
}

/// Who takes part in a run besides the one who has begun it.
#[derive(Debug)]
pub struct Crew {
    /// A ticket is issued and not started.
    ticket: AtomicBool,
    /// Somebody has come.
    helped: AtomicBool,
    /// How many more may come.
    seats: AtomicI32,
}

impl Crew {
    /// Nobody yet.
    pub const fn new() -> Crew {
        // In a pool there are no more threads than there are.
        Crew { ticket: AtomicBool::new(false), helped: AtomicBool::new(false), seats: AtomicI32::new(i32::MAX / 2) }
    }

    // ORDERING: Relaxed, in all of it: hints. Joins and calls hand the run over.

    /// Whether another thread took part. A hint while the run lasts.
    pub fn was_helped(&self) -> bool {
        self.helped.load(Relaxed)
    }

    /// Whether a ticket is to be issued, if something is published.
    fn wants_more(&self) -> bool {
        !self.ticket.load(Relaxed) && self.seats.load(Relaxed) > 0
    }

    /// Issues the ticket, unless another participant was faster.
    fn issue(&self) -> bool {
        !self.ticket.swap(true, Relaxed)
    }

    /// The ticket is used, by a thread that `comes` from elsewhere, or back.
    fn used(&self, comes: bool) {
        if comes {
            self.helped.store(true, Relaxed);
            self.seats.fetch_sub(1, Relaxed);
        }
        self.ticket.store(false, Relaxed);
    }

    fn leaves(&self) {
        self.seats.fetch_add(1, Relaxed);
    }
}

/// Works until nothing is ready and all who came to help have left.
pub fn participate(run: &impl Work, from: Destination) {
    match from {
        Destination::Single => {
            let mut kept = None;
            while let Some(node) = kept.or_else(|| run.take_first()) {
                kept = run.execute(node);
            }
        }
        Destination::Here => participate_inside(run),
        Destination::Enter(pool) => participate_outside(run, &pool),
    }
}

fn participate_inside(run: &impl Work) {
    let kept = work(run, None, 0, None);
    debug_assert!(kept.is_none(), "only a participant inside a join hands its node back");
}

/// A call for help by a thread outside of the pool.
struct Assist<'a, W>(&'a W);

impl<W: Work> Answer for Assist<'_, W> {
    fn answer(&self) {
        let crew = self.0.crew();
        crew.used(true);
        participate_inside(self.0);
        crew.leaves();
    }

    fn is_wanted(&self) -> bool {
        self.0.has_surplus()
    }
}

fn participate_outside<W: Work>(run: &W, pool: &Entrance) {
    let crew = run.crew();
    let free = i32::try_from(pool.threads() - 1).unwrap_or(i32::MAX);
    let work = |help: &Help<'_>| {
        crew.seats.store(free, Relaxed);
        work_outside(run, help);
    };
    // A worker of another pool is no thread for this pool's nodes, and has other work.
    if !pool::is_outside() || !pool.with_help(&Assist(run), work) {
        pool.enter(|| participate_inside(run));
    }
}

/// Works until nothing is ready, and nobody else works.
fn work_outside<W: Work>(run: &W, help: &Help<'_>) {
    let crew = run.crew();
    let mut kept = None;
    loop {
        let Some(node) = kept.or_else(|| run.take_first()) else {
            if help.revoke() {
                crew.used(false);
            }
            if help.can_call() {
                return;
            }
            help.wait(
                || run.has_surplus(),
                |sleep| {
                    crew.leaves();
                    sleep();
                    crew.seats.fetch_sub(1, Relaxed);
                },
            );
            kept = None;
            continue;
        };
        if run.has_surplus() && help.needs_call() && crew.issue() {
            help.call();
        }
        kept = run.execute(node);
    }
}

/// Works until nothing is ready. A node is handed back instead when help is wanted and the ticket of the enclosing
/// join has been used up, so that joins do not pile up.
fn work<W: Work>(run: &W, mut kept: Option<W::Node>, depth: u32, enclosing: Option<&AtomicBool>) -> Option<W::Node> {
    loop {
        let node = kept.or_else(|| run.take_first())?;
        if run.crew().wants_more() && run.has_surplus() {
            // ORDERING: Relaxed: a hint; the join waits by itself.
            if enclosing.is_some_and(|used_up| used_up.load(Relaxed)) {
                return Some(node);
            }
            if depth == MAX_DEPTH {
                run.too_deep();
            } else if run.crew().issue() {
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
        let comes = context.migrated();
        run.crew().used(comes);
        let kept = work(run, None, depth, None);
        debug_assert!(kept.is_none(), "only a participant inside a join hands its node back");
        if comes {
            run.crew().leaves();
        }
        used_up.store(true, Relaxed);
    };
    rayon::join_context(|_| work(run, Some(node), depth, Some(&used_up)), ticket).0
}
