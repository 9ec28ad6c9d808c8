//! Phase 3: what kind of day each day is.
//!
//! After solar-data-tools' daily flags: density (how much of the daylight was measured), linearity (how much of it lies on exact
//! straight lines, as a logger draws them over an outage), clear days (how well the day follows the clear-sky shape).

use superscalar::task;

use crate::axis::Matrix;
use crate::baseline::Baseline;
use crate::daylight::Daylight;
use crate::stats;

/// One number or one flag for each day.
#[derive(Clone, Debug, PartialEq)]
pub struct Flags {
    /// Share of the bright cells that were measured and are not 0.
    pub density: Vec<f64>,
    /// Share of the daylight in the longest straight line.
    pub linearity: Vec<f64>,
    /// How the day follows the clear-sky shape.
    pub shape: Vec<Shape>,
    pub no_data: Vec<bool>,
    pub sparse: Vec<bool>,
    pub linear: Vec<bool>,
    pub clear: Vec<bool>,
}

/// A day against the clear-sky curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    /// The factor by which the curve fits best (median).
    pub scale: f64,
    /// Mean distance from the scaled curve, as a share of the curve's mean.
    pub misfit: f64,
    /// Mean second difference, in time, of that distance; in the same unit.
    pub roughness: f64,
}

impl Flags {
    /// Measured, and measured truly.
    pub fn good(&self, day: usize) -> bool {
        !(self.no_data[day] || self.sparse[day] || self.linear[day])
    }
}

/// Below this density a day has no data.
const NO_DATA: f64 = 0.02;
/// Below this density a day is sparse.
const SPARSE: f64 = 0.85;
/// Above this share of straight line a day is linear.
const LINEAR: f64 = 0.15;
/// Fewer cells are no line.
const MIN_LINE: usize = 6;
const CLEAR: Shape = Shape { scale: 0.6, misfit: 0.07, roughness: 0.045 };
/// A cell is bright if the clear-sky power is above this share of the day's highest.
const BRIGHT: f64 = 0.15;

/// Share of the bright cells that were measured and are not 0.
#[task]
pub fn density(matrix: &Matrix, baseline: &Baseline) -> Vec<f64> {
    matrix
        .outer_iter()
        .enumerate()
        .map(|(day, row)| {
            let bright = BRIGHT * baseline.day(day).fold(0.0, f64::max);
            let (mut all, mut measured) = (0, 0);
            for (&cell, clear) in row.iter().zip(baseline.day(day)) {
                all += usize::from(clear > bright);
                measured += usize::from(clear > bright && cell > 0.0);
            }
            if all == 0 { 0.0 } else { measured as f64 / all as f64 }
        })
        .collect()
}

/// Share of the daylight in the longest straight line.
#[task]
pub fn linearity(matrix: &Matrix, daylight: &Daylight) -> Vec<f64> {
    let cap = stats::capacity(matrix.iter());
    let resolution = stats::resolution(matrix.iter());
    matrix
        .outer_iter()
        .enumerate()
        .map(|(day, row)| {
            let row = row.as_slice().expect("a row is contiguous");
            let light = daylight.slots(day);
            let length = light.clone().count();
            // The second difference that a clear day has at noon; that of a straight line is far smaller. It is taken over
            // as many cells as it takes to see that in spite of the digits that are not written.
            let bend = 0.05 * cap * (std::f64::consts::PI / length as f64).powi(2);
            let reach = (2.1 * resolution / bend).sqrt().ceil().max(1.0);
            let (tolerance, reach) = (bend * reach * reach, reach as usize);
            let straight = |w: &[f64]| {
                let (a, b, c) = (w[0], w[reach], w[2 * reach]);
                a > 0.01 * cap && b != a && (a - 2.0 * b + c).abs() < tolerance
            };
            let runs = row[light].windows(2 * reach + 1).map(straight).collect::<Vec<_>>();
            let lines = runs.chunk_by(|a, b| a == b).filter(|run| run[0]).map(|run| run.len() + 2 * reach);
            // Three points or four may lie on a line by chance.
            lines.filter(|&cells| cells >= MIN_LINE).max().unwrap_or(0) as f64 / length as f64
        })
        .collect()
}

/// How each day follows the clear-sky shape.
#[task]
pub fn day_shapes(matrix: &Matrix, baseline: &Baseline) -> Vec<Shape> {
    let mut ratios = Vec::new();
    matrix
        .outer_iter()
        .enumerate()
        .map(|(day, row)| {
            let curve: Vec<f64> = baseline.day(day).collect();
            let bright = BRIGHT * curve.iter().copied().fold(0.0, f64::max);
            let row = row.as_slice().expect("a row is contiguous");
            let seen = || (0..row.len()).filter(|&i| curve[i] > bright && !row[i].is_nan());
            ratios.clear();
            ratios.extend(seen().map(|i| row[i] / curve[i]));
            let scale = stats::median(&mut ratios);
            let (mut total, mut misfit, mut bends) = (0.0, 0.0, 0.0);
            let off = |i: usize| row[i] - scale * curve[i];
            for i in seen() {
                total += scale * curve[i];
                misfit += off(i).abs();
                let bend = off(i.saturating_sub(1)) - 2.0 * off(i) + off((i + 1).min(row.len() - 1));
                bends += if bend.is_nan() { 0.0 } else { bend.abs() };
            }
            match scale > 0.0 && total > 0.0 {
                true => Shape { scale, misfit: misfit / total, roughness: bends / total },
                false => Shape { scale: 0.0, misfit: 1.0, roughness: 1.0 },
            }
        })
        .collect()
}

/// From numbers to flags.
#[task]
pub fn daily_flags(density: Vec<f64>, linearity: Vec<f64>, shape: Vec<Shape>) -> Flags {
    let days = 0..density.len();
    let no_data: Vec<bool> = days.clone().map(|d| density[d] < NO_DATA).collect();
    let sparse: Vec<bool> = days.clone().map(|d| !no_data[d] && density[d] < SPARSE).collect();
    let linear: Vec<bool> = days.clone().map(|d| linearity[d] > LINEAR).collect();
    let is_clear = |s: &Shape| s.scale > CLEAR.scale && s.misfit < CLEAR.misfit && s.roughness < CLEAR.roughness;
    let clear = days.map(|d| is_clear(&shape[d]) && !no_data[d] && !sparse[d] && !linear[d]).collect();
    Flags { density, linearity, shape, no_data, sparse, linear, clear }
}
