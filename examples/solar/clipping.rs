//! Phase 4: does the inverter clip?
//!
//! An inverter at its limit gives the same power again and again, so the distribution of all values has a point mass at
//! its top, where that of an unclipped site thins out (solar-data-tools looks for it in the distribution of power over
//! daily maximum). The level is where a narrow band holds many times what the bands below it hold, and little lies above.

use superscalar::task;

use crate::axis::{Axis, Matrix};
use crate::flags::Flags;
use crate::stats;

/// The limit of the inverter, if it has one that shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Clipping {
    /// Power at which it stands still, in kW.
    pub level: Option<f64>,
    /// How many times as dense the values are there as below.
    pub mass: f64,
    /// Days on which the power stands at the level for half an hour or longer.
    pub days: Vec<bool>,
    /// Hours at the level.
    pub hours: f64,
}

/// Half the width of the band, as a share of its level.
const BAND: f64 = 0.0015;
/// A point mass is this many times as dense as the bands below it.
const MASS: f64 = 4.0;
/// At most this share of what the band holds lies above it.
const ABOVE: f64 = 0.3;
/// A level that is on for fewer cells in a thousand is chance.
const LEAST: f64 = 0.002;
const MIN_MINUTES: i64 = 30;

/// Finds the clipping level, and the days on which it is reached.
#[task]
pub fn clipping_check(matrix: &Matrix, axis: &Axis, flags: &Flags) -> Clipping {
    let cap = stats::capacity(matrix.iter());
    let good = (0..axis.days).filter(|&day| flags.good(day));
    let mut values: Vec<f64> = good.flat_map(|day| matrix.row(day)).copied().filter(|v| *v > 0.3 * cap).collect();
    values.sort_unstable_by(f64::total_cmp);
    let mut clipping = Clipping { level: None, mass: 0.0, days: vec![false; axis.days], hours: 0.0 };
    let Some((level, mass)) = point_mass(&values) else { return clipping };
    (clipping.level, clipping.mass) = (Some(level), mass);
    let at_level = |v: &f64| (v / level - 1.0).abs() < 2.0 * BAND;
    let min_run = axis.slots_in(MIN_MINUTES).max(2);
    for (day, row) in matrix.outer_iter().enumerate() {
        let row = row.as_slice().expect("a row is contiguous");
        let runs = row.chunk_by(|a, b| at_level(a) == at_level(b)).filter(|run| at_level(&run[0]));
        let long: usize = runs.map(<[f64]>::len).filter(|&length| length >= min_run).sum();
        clipping.days[day] = long > 0;
        clipping.hours += long as f64 * axis.hours();
    }
    clipping
}

/// The level of the densest band at the top of a sorted list, and how much denser it is than the bands below.
fn point_mass(values: &[f64]) -> Option<(f64, f64)> {
    let below = |level: f64| values.partition_point(|v| *v < level);
    let least = (values.len() as f64 * LEAST).max(10.0);
    let candidates = values.iter().filter_map(|&level| {
        let (from, to) = (below(level * (1.0 - BAND)), below(level * (1.0 + BAND)));
        let inside = (to - from) as f64;
        let lower = (from - below(level * (1.0 - 9.0 * BAND))) as f64 / 4.0;
        let mass = inside / lower.max(1.0);
        let is_top = (values.len() - to) as f64 <= ABOVE * inside;
        (is_top && inside >= least && mass >= MASS).then_some((inside, level, mass))
    });
    let (_, level, mass) = candidates.max_by(|a, b| a.0.total_cmp(&b.0))?;
    let inside = &values[below(level * (1.0 - BAND))..below(level * (1.0 + BAND))];
    Some((inside[inside.len() / 2], mass))
}
