//! The dependence patterns of Task Bench, as data.
//!
//! As defined in `core/core.cc` of github.com/StanfordLegion/task-bench, with its defaults: what `random_nearest` draws is
//! drawn by another generator.

use std::ops::Range;

use crate::dag::{Dag, Random};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    Trivial,
    NoComm,
    Stencil1d,
    Fft,
    Tree,
    Dom,
    RandomNearest,
    AllToAll,
}

/// `random_nearest` repeats after so many steps (`-period`), and has each edge with a probability of one in so many
/// (`-fraction`), except that a point always needs itself.
const PERIOD: usize = 3;
const ONE_IN: usize = 4;

impl Pattern {
    pub const ALL: [Pattern; 8] = [
        Pattern::Trivial,
        Pattern::NoComm,
        Pattern::Stencil1d,
        Pattern::Fft,
        Pattern::Tree,
        Pattern::Dom,
        Pattern::RandomNearest,
        Pattern::AllToAll,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Pattern::Trivial => "trivial",
            Pattern::NoComm => "no_comm",
            Pattern::Stencil1d => "stencil_1d",
            Pattern::Fft => "fft",
            Pattern::Tree => "tree",
            Pattern::Dom => "dom",
            Pattern::RandomNearest => "random_nearest",
            Pattern::AllToAll => "all_to_all",
        }
    }

    /// The points that have a task in this step: a tree grows from one, a domain is swept from corner to corner.
    fn points(self, Size { width, steps }: Size, step: usize) -> Range<usize> {
        match self {
            Pattern::Tree => 0..1usize.checked_shl(step as u32).map_or(width, |grown| grown.min(width)),
            Pattern::Dom => {
                let first = (step + width).saturating_sub(steps);
                first..first + width.min(step + 1).min(steps - step)
            }
            _ => 0..width,
        }
    }

    /// The points of the step before that `point` needs, if they have a task there.
    fn needs(self, width: usize, step: usize, point: usize) -> Vec<usize> {
        let neighbours = point.saturating_sub(1)..=point + 1;
        match self {
            Pattern::Trivial => vec![],
            Pattern::NoComm => vec![point],
            Pattern::Stencil1d => neighbours.collect(),
            Pattern::Fft => {
                let rounds = width.next_power_of_two().trailing_zeros().max(1) as usize;
                let distance = 1 << ((step + rounds - 1) % rounds);
                point.checked_sub(distance).into_iter().chain([point, point + distance]).collect()
            }
            Pattern::Tree => vec![point / 2],
            Pattern::Dom => (point.saturating_sub(1)..=point).collect(),
            Pattern::RandomNearest => {
                let edge = |other: usize| ((step % PERIOD * width + point) * width + other) as u64;
                let drawn = |other: usize| Random(edge(other)).below(ONE_IN) == 0;
                neighbours.filter(|&other| other == point || drawn(other)).collect()
            }
            Pattern::AllToAll => (0..width).collect(),
        }
    }
}

/// Points in a step, and steps.
#[derive(Clone, Copy)]
pub struct Size {
    pub width: usize,
    pub steps: usize,
}

/// All tasks of a pattern. Its result is made of all tasks that nobody needs, and so of all.
pub struct Tasks {
    pub dag: Dag,
    /// The nodes of each step. They need nodes of the step before only.
    pub steps: Vec<Range<usize>>,
}

impl Tasks {
    pub fn new(pattern: Pattern, size: Size) -> Tasks {
        let mut dag = Dag { inputs: Vec::new(), outputs: Vec::new() };
        let mut steps: Vec<Range<usize>> = Vec::new();
        let mut points_before = 0..0;
        for step in 0..size.steps {
            let first_before = steps.last().map_or(0, |nodes| nodes.start);
            let points = pattern.points(size, step);
            let first = dag.inputs.len();
            for point in points.clone() {
                let needs = pattern.needs(size.width, step, point).into_iter();
                let there = needs.filter(|other| points_before.contains(other));
                dag.inputs.push(there.map(|other| first_before + other - points_before.start).collect());
            }
            steps.push(first..dag.inputs.len());
            points_before = points;
        }
        let followers = dag.followers();
        dag.outputs = (0..followers.len()).filter(|&node| followers[node].is_empty()).collect();
        Tasks { dag, steps }
    }

    pub fn dependences(&self) -> usize {
        self.dag.inputs.iter().map(Vec::len).sum()
    }

    /// Of the values of all nodes.
    pub fn result(&self, values: &[u64]) -> u64 {
        self.dag.outputs.iter().fold(0, |result, &node| result ^ values[node])
    }
}
