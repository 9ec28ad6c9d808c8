//! Phase 4: the score of the data set.
//!
//! Quality and clearness are solar-data-tools' two scores. Completeness weighs a gap with the power that the site would
//! have had under a clear sky. The index tells what the weather and the plant left of that power, with an interval by
//! the moving-block bootstrap, as neighbouring days are alike.

use superscalar::task;

use crate::axis::Matrix;
use crate::baseline::Baseline;
use crate::flags::Flags;
use crate::stats;

/// How good the data set is; all are shares between 0 and 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// Days that were measured, and measured truly.
    pub quality: f64,
    /// Clear days.
    pub clearness: f64,
    /// Clear-sky energy of the measured cells over that of all cells.
    pub completeness: f64,
    /// Median over the days of energy over clear-sky energy, with a 90 % interval.
    pub index: (f64, f64, f64),
}

const RESAMPLES: usize = 2000;
/// Days that stay together when the days are drawn anew.
const BLOCK: usize = 7;

/// Scores the data set.
#[task]
pub fn data_score(matrix: &Matrix, baseline: &Baseline, flags: &Flags) -> Score {
    let days = matrix.nrows();
    let share = |n: usize| n as f64 / days as f64;
    let (mut measured, mut all) = (0.0, 0.0);
    let mut ratios = Vec::with_capacity(days);
    for (day, row) in matrix.outer_iter().enumerate() {
        let cells = || row.iter().copied().zip(baseline.day(day));
        let known = cells().filter(|(v, _)| !v.is_nan());
        let (energy, clear) = known.fold((0.0, 0.0), |(e, c), (v, b)| (e + v, c + b));
        if flags.good(day) && clear > 0.0 {
            ratios.push(energy / clear);
        }
        // Without data there is no reading of 0 either: such a day is all gap.
        measured += if flags.no_data[day] { 0.0 } else { clear };
        all += baseline.day(day).sum::<f64>();
    }
    Score {
        quality: share((0..days).filter(|&d| flags.good(d)).count()),
        clearness: share(flags.clear.iter().filter(|c| **c).count()),
        completeness: if all > 0.0 { measured / all } else { 0.0 },
        index: bootstrap_median(&ratios),
    }
}

/// The median, and the 5 % and 95 % quantiles of the medians of resampled lists.
fn bootstrap_median(values: &[f64]) -> (f64, f64, f64) {
    if values.is_empty() {
        return (0.0, 0.0, 0.0);
    }
    let mut draw = fastrand::Rng::with_seed(values.len() as u64);
    let mut sample = Vec::with_capacity(values.len() + BLOCK);
    let mut medians: Vec<f64> = (0..RESAMPLES)
        .map(|_| {
            sample.clear();
            while sample.len() < values.len() {
                let start = draw.usize(..values.len());
                sample.extend(values[start..].iter().take(BLOCK));
            }
            stats::median(&mut sample)
        })
        .collect();
    let (low, high) = (stats::quantile(&mut medians, 0.05), stats::quantile(&mut medians, 0.95));
    (stats::median(&mut values.to_vec()), low, high)
}
