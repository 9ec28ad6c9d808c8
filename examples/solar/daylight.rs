//! Phase 1: gaps told apart from night.
//!
//! Loggers of inverters sleep at night, so a missing reading is a gap only between sunrise and sunset. Both are taken
//! from the days around: a little earlier and a little later than their medians, as dawn may be overcast.

use superscalar::task;

use crate::axis::{Axis, Matrix};
use crate::stats;

/// The first and the last column of light of each day.
pub struct Daylight {
    pub sunrise: Vec<usize>,
    pub sunset: Vec<usize>,
}

impl Daylight {
    /// The columns of light of a day.
    pub fn slots(&self, day: usize) -> std::ops::RangeInclusive<usize> {
        self.sunrise[day]..=self.sunset[day]
    }
}

/// Cells of daylight, and how many of them have no reading.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gaps {
    pub missing: usize,
    pub of: usize,
}

/// Days to either side that vote.
const WINDOW: usize = 8;

/// Estimates sunrise and sunset of each day, also of days without data.
#[task]
pub fn find_daylight(matrix: &Matrix, axis: &Axis) -> Daylight {
    let threshold = 0.002 * stats::capacity(matrix.iter());
    let lights: Vec<Option<(f64, f64)>> = matrix
        .outer_iter()
        .map(|day| {
            let lit = |v: &f64| *v > threshold;
            Some((day.iter().position(lit)? as f64, day.iter().rposition(lit)? as f64))
        })
        .collect();
    let (mut sunrise, mut sunset) = (vec![axis.slots / 4; axis.days], vec![axis.slots * 3 / 4; axis.days]);
    for day in 0..axis.days {
        // A long outage is bridged by a wider window.
        let seen = [1, 2, 4, 30].into_iter().map(|factor| {
            let window = day.saturating_sub(WINDOW * factor)..(day + WINDOW * factor + 1).min(axis.days);
            lights[window].iter().flatten().copied().unzip::<f64, f64, Vec<_>, Vec<_>>()
        });
        if let Some((mut first, mut last)) = seen.into_iter().find(|s| s.0.len() >= 5.min(axis.days)) {
            sunrise[day] = stats::quantile(&mut first, 0.3) as usize;
            sunset[day] = stats::quantile(&mut last, 0.7) as usize;
        }
    }
    Daylight { sunrise, sunset }
}

/// Writes 0 to the missing cells of the night. Gaps stay `NaN`.
#[task]
pub fn darken(mut matrix: Matrix, daylight: &Daylight) -> (Matrix, Gaps) {
    let mut gaps = Gaps { missing: 0, of: (0..matrix.nrows()).map(|day| daylight.slots(day).count()).sum() };
    for (day, mut row) in matrix.outer_iter_mut().enumerate() {
        for (slot, cell) in row.iter_mut().enumerate().filter(|(_, v)| v.is_nan()) {
            match daylight.slots(day).contains(&slot) {
                true => gaps.missing += 1,
                false => *cell = 0.0,
            }
        }
    }
    (matrix, gaps)
}
