//! Phase 5: filling, in place.
//!
//! A gap of a few cells is a straight line. A longer one is filled with clear-sky power times what the days around
//! had of theirs at that time, where days that were alike while both were measured count most. How good that is, is
//! rehearsed on cells that are known: an independent task, which reads the matrix before it is filled.

use std::ops::Range;

use superscalar::task;

use crate::axis::{Axis, Matrix};
use crate::baseline::Baseline;
use crate::daylight::Daylight;
use crate::flags::Flags;

/// What was filled.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filled {
    /// Cells filled by a straight line.
    pub bridged: usize,
    /// Cells filled after other days.
    pub estimated: usize,
    /// Energy of all filled cells, in kWh.
    pub energy: f64,
}

/// How well filling would have done on known cells: mean error of a gap's energy, as a share of its clear-sky energy.
#[derive(Clone, Debug, PartialEq)]
pub struct Rehearsal {
    pub two_hours: f64,
    pub whole_day: f64,
}

/// Days to either side that may help.
const REACH: usize = 20;
/// Days that differ by this share of clear-sky power count a third, or about.
const ALIKE: f64 = 0.1;
/// Gaps up to this long are straight lines.
const SHORT_MINUTES: i64 = 15;
/// How much is looked at before and after a longer gap.
const CONTEXT_MINUTES: i64 = 120;

/// Hides two hours of each good day, and each good day, and compares what filling makes of them.
#[task]
pub fn rehearse_fill(
    matrix: &Matrix,
    axis: &Axis,
    baseline: &Baseline,
    daylight: &Daylight,
    flags: &Flags,
) -> Rehearsal {
    let (window, context) = (axis.slots_in(120), axis.slots_in(CONTEXT_MINUTES));
    let (mut by_window, mut by_day) = (Misses::default(), Misses::default());
    for day in (0..axis.days).filter(|&day| flags.good(day)) {
        let light = daylight.slots(day);
        // From day to day the window moves through the middle of the day.
        let start = axis.slots / 3 + day * 7 % (axis.slots / 4);
        by_window.add(matrix, baseline, day, start..start + window, context);
        by_day.add(matrix, baseline, day, *light.start()..light.end() + 1, context);
    }
    Rehearsal { two_hours: by_window.mean(), whole_day: by_day.mean() }
}

/// Fills every gap.
#[task]
pub fn fill_gaps(
    mut matrix: Matrix,
    axis: &Axis,
    baseline: &Baseline,
    daylight: &Daylight,
    flags: &Flags,
) -> (Matrix, Filled) {
    let (short, context) = (axis.slots_in(SHORT_MINUTES), axis.slots_in(CONTEXT_MINUTES));
    let mut filled = Filled::default();
    let mut values = Vec::new();
    for day in 0..axis.days {
        let row = matrix.row(day);
        let row = row.as_slice().expect("a row is contiguous");
        // An inverter that reports 0 all day long has lost the day as much as one that reports nothing.
        let unknown = |slot: usize| {
            row[slot].is_nan() || (row[slot] == 0.0 && flags.no_data[day] && daylight.slots(day).contains(&slot))
        };
        let mut start = 0;
        for run in (0..row.len()).collect::<Vec<_>>().chunk_by(|&a, &b| unknown(a) == unknown(b)) {
            let end = start + run.len();
            match unknown(start) {
                true if run.len() <= short && start > 0 && end < row.len() => {
                    filled.bridged += run.len();
                    let slope = (row[end] - row[start - 1]) / (run.len() + 1) as f64;
                    values.extend(run.iter().map(|&s| (day, s, row[start - 1] + slope * (s + 1 - start) as f64)));
                }
                true => {
                    filled.estimated += run.len();
                    let estimates = estimate(&matrix, baseline, day, start..end, context);
                    values.extend(run.iter().zip(estimates).map(|(&slot, value)| (day, slot, value)));
                }
                false => {}
            }
            start = end;
        }
    }
    // Written last, so that no estimate is made of estimates.
    for (day, slot, value) in values {
        matrix[[day, slot]] = value;
        filled.energy += value * axis.hours();
    }
    (matrix, filled)
}

/// The power of the `hidden` cells of a day after the days around, as if these cells were unknown.
///
/// Days count that had, in the hours before and after the gap, about the same share of their clear-sky power.
fn estimate(matrix: &Matrix, baseline: &Baseline, day: usize, hidden: Range<usize>, context: usize) -> Vec<f64> {
    let clear: Vec<f64> = baseline.day(day).collect();
    let bright = 0.1 * clear.iter().copied().fold(0.0, f64::max);
    let own = matrix.row(day);
    let seen = |s: &usize| clear[*s] > bright && !own[*s].is_nan();
    let before: Vec<usize> = (0..hidden.start).rev().filter(seen).take(context).collect();
    let after: Vec<usize> = (hidden.end..clear.len()).filter(seen).take(context).collect();
    let level = |on: usize, slots: &[usize]| {
        let shares = slots.iter().map(|&s| matrix[[on, s]] / baseline.at(on, s)).filter(|r| r.is_finite());
        let (sum, count) = shares.fold((0.0, 0.0), |(sum, count), r| (sum + r, count + 1.0));
        if count > 0.0 { sum / count } else { 0.0 }
    };
    let levels = |on: usize| [level(on, &before), level(on, &after)];
    let own_levels = levels(day);
    let (mut sums, mut weights) = (vec![0.0; hidden.len()], vec![f64::MIN_POSITIVE; hidden.len()]);
    for other in (day.saturating_sub(REACH)..(day + REACH + 1).min(matrix.nrows())).filter(|&other| other != day) {
        let distance: f64 = levels(other).iter().zip(own_levels).map(|(theirs, own)| (own - theirs).abs()).sum();
        let apart = day.abs_diff(other) as f64 / (REACH + 1) as f64;
        let weight = (-distance / ALIKE).exp() * (1.0 - apart.powi(3)).powi(3);
        for (i, slot) in hidden.clone().enumerate() {
            let share = (matrix[[other, slot]] / baseline.at(other, slot)).min(2.0);
            if share.is_finite() {
                sums[i] += weight * share;
                weights[i] += weight;
            }
        }
    }
    hidden.zip(sums.iter().zip(&weights)).map(|(slot, (sum, weight))| clear[slot] * sum / weight).collect()
}

/// Sum of errors and of clear-sky power, over gaps.
#[derive(Default)]
struct Misses {
    wrong: f64,
    of: f64,
}

impl Misses {
    fn add(&mut self, matrix: &Matrix, baseline: &Baseline, day: usize, hidden: Range<usize>, context: usize) {
        let estimates = estimate(matrix, baseline, day, hidden.clone(), context);
        let differences = hidden.clone().zip(estimates).map(|(slot, value)| value - matrix[[day, slot]]);
        self.wrong += differences.filter(|d| !d.is_nan()).sum::<f64>().abs();
        self.of += hidden.map(|slot| baseline.at(day, slot)).sum::<f64>();
    }

    fn mean(&self) -> f64 {
        if self.of > 0.0 { self.wrong / self.of } else { 0.0 }
    }
}
