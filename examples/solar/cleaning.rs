//! Phase 2: cleaning in place.
//!
//! What no inverter of this site can have produced becomes `NaN`: negative power, power far above that of the days
//! around, and a value that stays the same to the last digit. Small negative values are standby consumption and
//! become 0. The envelope, which needs time, is computed in two halves that may run side by side; cleaning then takes
//! the matrix by value and gives it back.

use ndarray::{Array2, ArrayView1};
use superscalar::task;

use crate::axis::{Axis, Matrix};
use crate::daylight::Daylight;
use crate::stats;

/// Before or after noon: half of the columns.
#[derive(Clone, Copy)]
pub enum Half {
    Morning,
    Afternoon,
}

impl Half {
    /// The columns of this half.
    pub fn slots(self, slots: usize) -> std::ops::Range<usize> {
        match self {
            Half::Morning => 0..slots / 2,
            Half::Afternoon => slots / 2..slots,
        }
    }
}

/// Cells that were made unknown, as (day, column).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cleaned {
    pub outliers: Vec<(usize, usize)>,
    pub negative: Vec<(usize, usize)>,
    /// Small negative values, now 0.
    pub standby: usize,
    /// First cell and length of each run of equal values.
    pub stuck: Vec<(usize, usize, usize)>,
}

/// Days to either side that the envelope looks at.
const WINDOW: usize = 12;
/// With fewer known cells around there is no envelope.
const FEW: usize = 12;
/// Power above this multiple of the envelope, plus a share of the capacity, is an outlier.
const ABOVE: (f64, f64) = (1.45, 0.2);
/// Negative power down to this share of the capacity is standby.
const STANDBY: f64 = 0.02;
/// A value that stays equal for so many minutes is stuck.
const STUCK_MINUTES: i64 = 60;

/// The 0.9-quantile of each cell's neighbourhood: the same time of day and one step to either side, on the days around.
#[task]
pub fn find_envelope(matrix: &Matrix, half: Half) -> Array2<f64> {
    let (days, slots) = matrix.dim();
    let columns = half.slots(slots);
    let mut envelope = Array2::zeros((days, columns.len()));
    let mut around = Vec::with_capacity(3 * (2 * WINDOW + 1));
    for day in 0..days {
        let window = day.saturating_sub(WINDOW)..(day + WINDOW + 1).min(days);
        for slot in columns.clone() {
            around.clear();
            let mut known = 0;
            for other in window.clone() {
                let near = matrix.row(other);
                let near =
                    &near.as_slice().expect("a row is contiguous")[slot.saturating_sub(1)..(slot + 2).min(slots)];
                known += near.iter().filter(|v| !v.is_nan()).count();
                around.extend(near.iter().copied().filter(|v| *v > 0.0));
            }
            envelope[[day, slot - columns.start]] = match (known, around.len()) {
                // Too little is known to call anything too much.
                (0..FEW, _) => f64::INFINITY,
                // Night.
                (_, 0..5) => 0.0,
                _ => stats::quantile(&mut around, 0.9),
            };
        }
    }
    envelope
}

/// Makes impossible values unknown.
#[task]
pub fn clean(
    mut matrix: Matrix,
    axis: &Axis,
    daylight: &Daylight,
    morning: &Array2<f64>,
    afternoon: &Array2<f64>,
) -> (Matrix, Cleaned) {
    let cap = stats::capacity(matrix.iter());
    let mut cleaned = Cleaned::default();
    let noon = Half::Afternoon.slots(axis.slots).start;
    for (day, mut row) in matrix.outer_iter_mut().enumerate() {
        for (slot, cell) in row.iter_mut().enumerate() {
            let usual = if slot < noon { morning[[day, slot]] } else { afternoon[[day, slot - noon]] };
            // A value that goes leaves a gap by day and darkness by night.
            let gone = if daylight.slots(day).contains(&slot) { f64::NAN } else { 0.0 };
            if *cell < -STANDBY * cap {
                cleaned.negative.push((day, slot));
                *cell = gone;
            } else if *cell < 0.0 {
                cleaned.standby += 1;
                *cell = 0.0;
            } else if *cell > ABOVE.0 * usual + ABOVE.1 * cap {
                cleaned.outliers.push((day, slot));
                *cell = gone;
            }
        }
    }
    cleaned.stuck = stuck_runs(&matrix, axis.slots_in(STUCK_MINUTES).max(6), cap);
    for &(day, slot, length) in &cleaned.stuck {
        matrix.slice_mut(ndarray::s![day, slot..slot + length]).fill(f64::NAN);
    }
    (matrix, cleaned)
}

/// Runs of equal values. A level at which the power stands still on many days, or at the top, is that of a clipping
/// inverter, not a fault.
fn stuck_runs(matrix: &Matrix, min_length: usize, cap: f64) -> Vec<(usize, usize, usize)> {
    let runs: Vec<(usize, usize, usize)> = matrix
        .outer_iter()
        .enumerate()
        .flat_map(|(day, row)| {
            equal_runs(&row, 0.01 * cap)
                .into_iter()
                .filter(|r| r.1 >= min_length)
                .map(move |(slot, length)| (day, slot, length))
        })
        .collect();
    let value = |run: &(usize, usize, usize)| matrix[[run.0, run.1]];
    let days_at = |level: f64| {
        runs.iter()
            .filter(|r| (value(r) - level).abs() < 0.002 * cap)
            .map(|r| r.0)
            .collect::<std::collections::BTreeSet<_>>()
            .len()
    };
    let many = (matrix.nrows() / 50).max(3);
    runs.iter().filter(|r| value(r) < 0.95 * cap && days_at(value(r)) < many).copied().collect()
}

/// First column and length of each run of equal values above `floor`.
fn equal_runs(row: &ArrayView1<f64>, floor: f64) -> Vec<(usize, usize)> {
    let row = row.as_slice().expect("a row is contiguous");
    let chunks = row.chunk_by(|a, b| a == b);
    let mut start = 0;
    chunks
        .filter_map(|run| {
            start += run.len();
            (run[0] > floor).then_some((start - run.len(), run.len()))
        })
        .collect()
}
