//! Phase 4: was part of the site switched off, or added?
//!
//! On a clear day the energy is the season's times the capacity. The logarithm of the energy of clear days is
//! searched for steps; the stretches between them are clustered by level, so that a repair that brings the old
//! capacity back is seen as such.

use superscalar::task;

use crate::axis::{Axis, Matrix};
use crate::baseline::Baseline;
use crate::flags::Flags;
use crate::steps;

/// The site's capacity over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Capacity {
    pub changes: Vec<Change>,
    /// Relative capacity of each cluster of stretches, the largest (which is 1) first, and its days.
    pub clusters: Vec<(f64, usize)>,
}

/// A step. It lies between two clear days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    pub last_before: usize,
    pub first_after: usize,
    /// Energy of a clear day after, over that before. Where the inverter clips, panels may have lost more.
    pub ratio: f64,
}

/// Smaller changes (in the logarithm) may be soiling, snow or weather.
const MIN_CHANGE: f64 = 0.12;

/// Finds the days on which the capacity changes.
#[task]
pub fn capacity_changes(matrix: &Matrix, axis: &Axis, baseline: &Baseline, flags: &Flags) -> Capacity {
    let clear: Vec<usize> = (0..axis.days).filter(|&day| flags.clear[day]).collect();
    let days: Vec<f64> = clear.iter().map(|&day| day as f64).collect();
    let values: Vec<f64> = clear.iter().map(|&day| whole_energy(matrix, baseline, day).ln()).collect();
    let rules =
        steps::Rules { min_jump: MIN_CHANGE, min_points: 4, harmonics: 2, season: 0.6, pairs: true, min_noise: 0.015 };
    let found = if days.len() < 12 { Vec::new() } else { steps::find(&days, &values, &rules) };
    let change = |step: &steps::Step| Change {
        last_before: clear[step.index - 1],
        first_after: clear[step.index],
        ratio: step.jump.exp(),
    };
    let changes: Vec<Change> = found.iter().map(change).collect();
    let clusters = cluster(&changes, axis.days);
    Capacity { changes, clusters }
}

/// The energy of a day, in kW × cells; its gaps get the share that they have of the clear-sky curve.
fn whole_energy(matrix: &Matrix, baseline: &Baseline, day: usize) -> f64 {
    let cells = matrix.row(day).into_iter().zip(baseline.day(day));
    let known = cells.filter(|(v, _)| !v.is_nan()).fold((0.0, 0.0), |(e, c), (v, b)| (e + v, c + b));
    known.0 / known.1 * baseline.day(day).sum::<f64>()
}

/// Agglomerates the stretches between changes: levels that differ by less than half a change are one.
fn cluster(changes: &[Change], days: usize) -> Vec<(f64, usize)> {
    let mut stretches = vec![(0.0, 0)];
    for (i, change) in changes.iter().enumerate() {
        let end = changes.get(i + 1).map_or(days, |next| next.first_after);
        stretches[0].1 = changes[0].first_after;
        stretches.push((stretches[i].0 + change.ratio.ln(), end - change.first_after));
    }
    if changes.is_empty() {
        stretches[0].1 = days;
    }
    stretches.sort_by(|a, b| b.0.total_cmp(&a.0));
    let top = stretches[0].0;
    let mut clusters: Vec<(f64, usize)> = Vec::new();
    for (level, length) in stretches {
        let level = level - top;
        match clusters.last_mut() {
            Some(last) if last.0 - level < MIN_CHANGE / 2.0 => {
                last.0 = (last.0 * last.1 as f64 + level * length as f64) / (last.1 + length) as f64;
                last.1 += length;
            }
            _ => clusters.push((level, length)),
        }
    }
    clusters.into_iter().map(|(level, length)| (level.exp(), length)).collect()
}
