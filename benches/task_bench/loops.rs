//! The same program three times: a `for` over the steps, and inside one over the points of a step.
//!
//! All keep the values of all steps in one vector, from which the tasks of a step read and to which their values are then
//! appended, so that two steps do not overlap.

use rayon::prelude::*;
use superscalar::pipeline;

use crate::kernel::{self, Work, point};
use crate::patterns::Tasks;

pub fn serial(tasks: &Tasks, work: Work) -> u64 {
    let mut values: Vec<u64> = Vec::new();
    for step in &tasks.steps {
        for node in step.clone() {
            values.push(kernel::point(work, &tasks.dag, node, &values));
        }
    }
    tasks.result(&values)
}

pipeline! {
    /// The points of a step are a loop in a loop.
    pub fn nested(tasks: &Tasks, work: Work) -> u64 {
        let mut values: Vec<u64> = Vec::new();
        for step in &tasks.steps {
            let mut next: Vec<u64> = Vec::new();
            for node in step.clone() {
                let value = point(work, &tasks.dag, node, &values);
                next.push(value);
            }
            values.extend(next);
        }
        tasks.result(&values)
    }

    /// The points of a step are an iterator chain.
    pub fn chained(tasks: &Tasks, work: Work) -> u64 {
        let mut values: Vec<u64> = Vec::new();
        for step in &tasks.steps {
            let next: Vec<u64> = step.clone().map(|node| point(work, &tasks.dag, node, &values)).collect();
            values.extend(next);
        }
        tasks.result(&values)
    }
}

/// The points of a step are a parallel iterator of rayon.
pub fn on_rayon(tasks: &Tasks, work: Work) -> u64 {
    let mut values = vec![0; tasks.dag.inputs.len()];
    for step in &tasks.steps {
        let (before, rest) = values.split_at_mut(step.start);
        let now = rest[..step.len()].par_iter_mut().zip(step.clone());
        now.for_each(|(value, node)| *value = kernel::point(work, &tasks.dag, node, before));
    }
    tasks.result(&values)
}
