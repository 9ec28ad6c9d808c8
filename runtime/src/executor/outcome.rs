//! How a run ends, and what is dropped then.
//!
//! Nodes record exits and panics here while others run (executor rule 3). Afterwards one thread concludes: it sweeps
//! drops, each under its own `catch_unwind`, so that a panicking drop does not stop the others.

use std::any::Any;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Mutex, PoisonError};

use crate::plan::{DropPoint, Plan};

pub type Payload = Box<dyn Any + Send>;
type Step<'a> = dyn Fn(u32) -> u32 + 'a;

/// The site of a panic; exits have others.
const PANIC: u32 = u32::MAX;
/// No node has exited or panicked.
const OPEN: u64 = u64::MAX;

pub struct Outcome {
    /// The limit (executor rule 3): node in the upper half, site in the lower.
    limit: AtomicU64,
    /// Of the smallest node that panicked.
    payload: Mutex<Option<(u32, Payload)>>,
}

impl Outcome {
    pub const fn new() -> Outcome {
        Outcome { limit: AtomicU64::new(OPEN), payload: Mutex::new(None) }
    }

    /// Whether `node` is behind the limit.
    pub fn stops(&self, node: u32) -> bool {
        // ORDERING: Relaxed: a stale limit only lets a node run whose results are dropped later.
        u64::from(node) > self.limit.load(Relaxed) >> 32
    }

    /// Runs a node. Whether its successors may run: it neither exited nor panicked.
    pub fn run(&self, node: u32, step: &Step<'_>) -> bool {
        match catch_unwind(AssertUnwindSafe(|| step(node))) {
            Ok(0) => return true,
            Ok(site) => self.lower_limit(node, site),
            Err(payload) => self.panicked(node, payload),
        }
        false
    }

    /// Runs nodes one after the other. After a panic, those behind the node that panicked.
    ///
    /// In program order only drops may stand before the limit's turn: a drop that panics is numbered behind the nodes
    /// that still run.
    pub fn run_up_to_panic<'n>(&self, nodes: &'n [u32], step: &Step<'_>) -> Option<&'n [u32]> {
        let at = Cell::new(0);
        let run = || {
            for (index, &node) in nodes.iter().enumerate() {
                if !self.stops(node) {
                    at.set(index);
                    let site = step(node);
                    if site != 0 {
                        self.lower_limit(node, site);
                    }
                }
            }
        };
        let payload = catch_unwind(AssertUnwindSafe(run)).err()?;
        self.panicked(nodes[at.get()], payload);
        Some(&nodes[at.get() + 1..])
    }

    fn lower_limit(&self, node: u32, site: u32) {
        // ORDERING: Relaxed: `conclude` reads it after all participants have left, which `join` orders.
        self.limit.fetch_min(u64::from(node) << 32 | u64::from(site), Relaxed);
    }

    #[cold]
    fn panicked(&self, node: u32, payload: Payload) {
        self.lower_limit(node, PANIC);
        let other = {
            let mut kept = self.payload.lock().unwrap_or_else(PoisonError::into_inner);
            match &*kept {
                Some((first, _)) if *first < node => Some((node, payload)),
                _ => kept.replace((node, payload)),
            }
        };
        if let Some((_, payload)) = other {
            discard(payload);
        }
    }

    /// How the run ended, after every participant has left.
    pub fn end(&self) -> End {
        let limit = self.limit.load(Relaxed);
        let (node, site) = ((limit >> 32) as u32, limit as u32);
        if limit == OPEN {
            return End::Open;
        }
        let payload = self.payload.lock().unwrap_or_else(PoisonError::into_inner).take();
        match payload {
            Some((_, payload)) if site == PANIC => End::Panic { node, payload },
            payload => {
                payload.into_iter().for_each(|(_, payload)| discard(payload));
                End::Exit { node, site }
            }
        }
    }

    /// After every participant has left: drops what remains, or hands that on.
    pub fn conclude<'a>(&self, plan: &'static Plan, step: &'a Step<'a>) -> Finished<'a> {
        match self.end() {
            End::Open => Finished { site: 0, late: plan.late, drops: &[], step },
            End::Exit { node, site } => exited(node, site, plan, step),
            End::Panic { payload, .. } => {
                // Sweeps what is left when it is dropped, also on the way of a panic.
                let finished = Finished { site: PANIC, late: &[], drops: plan.drops, step };
                if let Err(second) = catch_unwind(AssertUnwindSafe(|| drop(finished))) {
                    discard(second);
                }
                resume_unwind(payload)
            }
        }
    }
}

/// How a run ended.
pub enum End {
    /// No node exited or panicked.
    Open,
    /// At this node, which is the first that exited or panicked.
    Exit {
        node: u32,
        site: u32,
    },
    Panic {
        node: u32,
        payload: Payload,
    },
}

#[cold]
fn exited<'a>(limit: u32, site: u32, plan: &'static Plan, step: &'a Step<'a>) -> Finished<'a> {
    let finished = Finished { site, late: &[], drops: plan.drops, step };
    // What serial code would not have made goes first.
    let behind = plan.drops.iter().filter(|drop| drop.definer > limit).map(|drop| drop.node);
    if let Some(payload) = sweep(behind, step) {
        resume_unwind(payload);
    }
    finished
}

/// A run that has ended. Runs the remaining drops when it is dropped.
#[must_use = "what remains of the run is dropped with it"]
pub struct Finished<'a> {
    site: u32,
    late: &'static [u32],
    drops: &'static [DropPoint],
    step: &'a Step<'a>,
}

impl Finished<'_> {
    /// The exit that the run took; 0 when it reached the tail.
    pub fn site(&self) -> u32 {
        self.site
    }
}

impl Drop for Finished<'_> {
    fn drop(&mut self) {
        let remaining = self.late.iter().copied().chain(self.drops.iter().map(|drop| drop.node));
        if let Some(payload) = sweep(remaining, self.step) {
            if std::thread::panicking() { discard(payload) } else { resume_unwind(payload) }
        }
    }
}

/// Runs drops. The first panic is handed back, after all have run.
pub fn sweep<D>(drops: impl Iterator<Item = D>, step: impl Fn(D) -> u32) -> Option<Payload> {
    let mut first = None;
    for node in drops {
        if let Err(payload) = catch_unwind(AssertUnwindSafe(|| step(node))) {
            match first {
                None => first = Some(payload),
                Some(_) => discard(payload),
            }
        }
    }
    first
}

/// Keeps the first of several panics.
pub fn first_of<const N: usize>(payloads: [Option<Payload>; N]) -> Option<Payload> {
    payloads.into_iter().flatten().reduce(|first, other| {
        discard(other);
        first
    })
}

/// Drops a payload whose own drop may panic.
pub fn discard(payload: Payload) {
    if let Err(second) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
        // Its drop would be the third in a row that may panic: leak it.
        std::mem::forget(second);
    }
}
