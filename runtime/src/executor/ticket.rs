//! Participants and tickets: how the threads of the pool come to a run and leave it.
//!
//! A *participant* runs nodes, keeps some of those that they make ready, and publishes the others. While there is more than
//! the node that it runs, one *ticket* is outstanding: the second half of a `rayon::join` whose first half is the participant's own work. Whoever steals the
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
/// How often a participant that has found nothing looks again before it leaves: a few microseconds.
const LOOKS: u32 = 100;

/// What participants work on.
pub trait Work: Sync {
    /// A node that is ready.
    type Node: Copy + Send + Sync;
    /// What a participant keeps besides the node that it runs next.
    type Kept: Default + Send;

    /// Owns the node that goes first, of those kept and those published; `None` when there is none that may run.
    fn take_first(&self, kept: &mut Self::Kept) -> Option<Self::Node>;

    /// Whether a node may run that is kept or published. A guess.
    fn has_surplus(&self, kept: &Self::Kept) -> bool;

    /// Publishes what others are to take over while the caller runs `node`.
    fn offer(&self, _node: Self::Node, _kept: &mut Self::Kept) {}

    /// Runs a node that the caller owns. Returns one that is ready then and goes next, if that is known.
    fn execute(&self, node: Self::Node, kept: &mut Self::Kept) -> Option<Self::Node>;

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
    /// How many are there now.
    others: AtomicI32,
    /// Participants that have found nothing and look for something.
    hungry: AtomicI32,
}

impl Crew {
    /// Nobody yet.
    pub const fn new() -> Crew {
        // In a pool there are no more threads than there are.
        Crew {
            ticket: AtomicBool::new(false),
            helped: AtomicBool::new(false),
            seats: AtomicI32::new(i32::MAX / 2),
            others: AtomicI32::new(0),
            hungry: AtomicI32::new(0),
        }
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
            self.others.fetch_add(1, Relaxed);
        }
        self.ticket.store(false, Relaxed);
    }

    fn leaves(&self) {
        self.others.fetch_sub(1, Relaxed);
        self.seats.fetch_add(1, Relaxed);
    }

    /// Whether somebody else takes part now.
    pub fn has_others(&self) -> bool {
        self.others.load(Relaxed) > 0
    }

    /// Whether somebody looks for something to run.
    pub fn is_hungry(&self) -> bool {
        self.hungry.load(Relaxed) > 0
    }

    /// Looks for what another participant may make ready soon, as long as one is at work.
    fn look<N>(&self, mut take: impl FnMut() -> Option<N>) -> Option<N> {
        if !self.has_others() {
            return None;
        }
        self.hungry.fetch_add(1, Relaxed);
        let mut found = None;
        for _ in 0..LOOKS {
            found = take();
            if found.is_some() || self.hungry.load(Relaxed) > self.others.load(Relaxed) {
                break;
            }
            std::hint::spin_loop();
        }
        self.hungry.fetch_sub(1, Relaxed);
        found
    }
}

/// Owns a node, which another participant may have to make ready.
fn take<W: Work>(run: &W, kept: &mut W::Kept) -> Option<W::Node> {
    run.take_first(kept).or_else(|| run.crew().look(|| run.take_first(kept)))
}

/// Works until nothing is ready and all who came to help have left.
pub fn participate<W: Work>(run: &W, from: Destination) {
    match from {
        Destination::Single => {
            let (mut next, mut kept) = (None, W::Kept::default());
            while let Some(node) = next.or_else(|| run.take_first(&mut kept)) {
                next = run.execute(node, &mut kept);
            }
        }
        Destination::Here => participate_inside(run),
        Destination::Enter(pool) => participate_outside(run, &pool),
    }
}

fn participate_inside<W: Work>(run: &W) {
    let left = work(run, None, &mut W::Kept::default(), 0, None);
    debug_assert!(left.is_none(), "only a participant inside a join hands its node back");
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
        self.0.has_surplus(&W::Kept::default())
    }
}

fn participate_outside<W: Work>(run: &W, pool: &Entrance) {
    let crew = run.crew();
    let free = i32::try_from(pool.threads() - 1).unwrap_or(i32::MAX);
    let before = crew.seats.swap(free, Relaxed);
    // A worker of another pool is no thread for this pool's nodes, and has other work.
    if !pool::is_outside() || !pool.with_help(&Assist(run), |help| work_outside(run, help)) {
        crew.seats.store(before, Relaxed);
        pool.enter(|| participate_inside(run));
    }
}

/// Works until nothing is ready, and nobody else works.
fn work_outside<W: Work>(run: &W, help: &Help<'_>) {
    let crew = run.crew();
    let (mut next, mut kept) = (None, W::Kept::default());
    loop {
        let Some(node) = next.or_else(|| take(run, &mut kept)) else {
            if help.revoke() {
                crew.used(false);
            }
            if help.can_call() {
                return;
            }
            help.wait(
                || run.has_surplus(&kept),
                |sleep| {
                    crew.seats.fetch_add(1, Relaxed);
                    sleep();
                    crew.seats.fetch_sub(1, Relaxed);
                },
            );
            continue;
        };
        run.offer(node, &mut kept);
        if run.has_surplus(&kept) && (help.can_call() || !help.is_answered() && help.can_call()) && crew.issue() {
            help.call();
        }
        next = run.execute(node, &mut kept);
    }
}

/// Works until nothing is ready. A node is handed back instead when help is wanted and the ticket of the enclosing
/// join has been used up, so that joins do not pile up.
fn work<W: Work>(
    run: &W,
    mut next: Option<W::Node>,
    kept: &mut W::Kept,
    depth: u32,
    enclosing: Option<&AtomicBool>,
) -> Option<W::Node> {
    loop {
        let node = next.or_else(|| take(run, kept))?;
        run.offer(node, kept);
        if run.crew().wants_more() && run.has_surplus(kept) {
            // ORDERING: Relaxed: a hint; the join waits by itself.
            if enclosing.is_some_and(|used_up| used_up.load(Relaxed)) {
                return Some(node);
            }
            if depth == MAX_DEPTH {
                run.too_deep();
            } else if run.crew().issue() {
                next = work_with_help(run, node, kept, depth + 1);
                continue;
            }
        }
        next = run.execute(node, kept);
    }
}

/// Issues a ticket and works on.
fn work_with_help<W: Work>(run: &W, node: W::Node, kept: &mut W::Kept, depth: u32) -> Option<W::Node> {
    let used_up = AtomicBool::new(false);
    let ticket = |context: rayon::FnContext| {
        let comes = context.migrated();
        run.crew().used(comes);
        let left = work(run, None, &mut W::Kept::default(), depth, None);
        debug_assert!(left.is_none(), "only a participant inside a join hands its node back");
        if comes {
            run.crew().leaves();
        }
        used_up.store(true, Relaxed);
    };
    rayon::join_context(|_| work(run, Some(node), kept, depth, Some(&used_up)), ticket).0
}
