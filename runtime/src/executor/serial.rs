//! Runs a plan on the calling thread: in program order, or in a random legal one.

use super::outcome::Outcome;
use super::parallel::Run;
use crate::plan::Plan;

/// Runs the nodes in program order, drops as early as can be.
pub fn in_order(plan: &'static Plan, outcome: &Outcome, step: &dyn Fn(u32) -> u32) {
    let mut left = plan.order;
    // Panics are rare, so that one guard serves all nodes up to the first, another all up to the second.
    while let Some(behind) = outcome.run_up_to_panic(left, step) {
        left = behind;
    }
}

/// Runs the nodes one by one, each time any of those that are ready, drops included: `SUPERSCALAR_MODE=shuffle:SEED`.
pub fn shuffled(run: &Run<'_>, seed: u64) {
    run.prepare();
    let mut random = SplitMix64(seed);
    loop {
        let ready = run.count_ready();
        if ready == 0 {
            return;
        }
        let node = run.take_nth(random.below(ready));
        if let Some(released) = run.execute_alone(node) {
            run.publish(released);
        }
    }
}

/// Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014.
pub struct SplitMix64(pub u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Uniform below `bound`, up to a bias of `bound / 2^64` (Lemire 2019).
    pub fn below(&mut self, bound: u32) -> u32 {
        ((u128::from(self.next()) * u128::from(bound)) >> 64) as u32
    }
}
