//! Runs a plan.
//!
//! Rules that the other files cite:
//! 1. A node starts when every node it waits for has finished, and at most once in a run. (Drops are also swept after
//!    the run; their step looks at the live flag first.)
//! 2. A node that exits or panics releases nobody.
//! 3. The *limit* is the smallest node that exited or panicked. Nodes behind it are not started any more; nodes before
//!    it still run, for they wait only for what is before them, so the first in program order decides.
//! 4. When [`run`] returns, no other thread is in the run.
//!
//! A run takes no lock and no memory from the heap, save when a node panics. Workers never block inside a node.

use crate::plan::Plan;
use crate::pool::{self, Mode};

mod cost;
mod critical;
mod lanes;
mod outcome;
mod pace;
mod parallel;
mod serial;
#[cfg(test)]
mod tests;
mod ticket;

use cost::Way;
pub use cost::{Cost, Learn};
pub use critical::Critical;
pub use lanes::{DONE, END, Ended, LoopPlan, LoopState, NEXT, Step, Turn, run_loop};
pub use outcome::Finished;
pub use pace::{Pace, Rhythm};
pub use parallel::State;
// For the graphs of `crate::graph`.
pub(crate) use outcome::{End, Outcome, Payload, discard, first_of, sweep};
pub(crate) use serial::SplitMix64;
pub(crate) use ticket::{Crew, Work, participate};

use parallel::Run;

/// Runs the nodes before the tail and returns how that ended; continues the panic if it ended with one.
///
/// # Safety
/// 1. `plan` belongs to the region whose code `step` is: `step(node)` runs node `node` of it.
/// 2. `step(node)` may be called from any thread, also while other nodes run, in any order in which each node comes
///    after those it waits for in the plan. Nodes that are no drops are called once at most; drops any number of times.
/// 3. `state` has not been used by another run.
/// 4. The returned value is dropped before anything that `step` refers to is.
pub unsafe fn run<'a, const N: usize, const NW: usize>(
    plan: &'static Plan,
    state: &'a State<N, NW>,
    step: &'a (dyn Fn(u32) -> u32 + 'a),
) -> Finished<'a> {
    let outcome = state.outcome();
    let run = Run::new(plan, state, step);
    match pool::mode() {
        Mode::Serial => serial::in_order(plan, outcome, step),
        Mode::Shuffle(seed) => serial::shuffled(&run, seed),
        Mode::Parallel if plan.chain => serial::in_order(plan, outcome, step),
        Mode::Parallel => parallel::run(&run),
    }
    outcome.conclude(plan, step)
}

/// Whether a pipeline that is called here is to run as plain Rust: because the mode says so, or because that is as good as
/// its graph, which is a chain or cheap, and nobody could tell. The time is taken until the result is dropped.
#[inline]
pub fn plain(plan: &'static Plan) -> Option<Option<Learn<'static>>> {
    match pool::mode() {
        Mode::Serial => Some(None),
        Mode::Parallel if plan.plain => match plan.chain {
            true => Some(None),
            false if plan.cost.choose(pool::is_outside()) == Way::Alone => Some(Some(plan.cost.begin_alone())),
            false => pool::is_single().then_some(None),
        },
        _ => None,
    }
}
