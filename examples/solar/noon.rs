//! Phase 1: steps of the clock.
//!
//! The middle between the first and the last light of a day is solar noon. Less the equation of time it is nearly
//! constant; a step in it is a clock that was changed (summer time, a logger set anew). Rows are turned back in place.

use std::f64::consts::TAU;

use superscalar::task;

use crate::axis::{Axis, Matrix};
use crate::stats;
use crate::steps;

/// Solar noon, in minutes of mean local time, of the days on which it can be seen.
pub struct Noons {
    days: Vec<f64>,
    minutes: Vec<f64>,
}

/// By how many minutes each day's clock is fast, against the clock of most days.
#[derive(Clone, Debug, PartialEq)]
pub struct Shifts {
    /// First day of each piece, and the minutes by which its clock is fast.
    pub pieces: Vec<(usize, i64)>,
    /// The usual solar noon, in minutes of the matrix's clock.
    pub noon: f64,
}

impl Shifts {
    /// The minutes by which the clock of `day` is fast.
    pub fn minutes(&self, day: usize) -> i64 {
        self.pieces.iter().rev().find(|p| p.0 <= day).map_or(0, |p| p.1)
    }
}

/// Below this share of the day's high power it is night.
const LIGHT: f64 = 0.03;
/// Jumps of fewer minutes are weather.
const MIN_SHIFT: f64 = 20.0;

/// Finds solar noon of every day whose length is usual for the season.
#[task]
pub fn solar_noons(matrix: &Matrix, axis: &Axis) -> Noons {
    let lights: Vec<Option<(usize, usize)>> = matrix
        .outer_iter()
        .map(|day| {
            // Of the day's own power: under an overcast sky the day is as long as under a clear one.
            let mut powers: Vec<f64> = day.iter().copied().filter(|v| *v > 0.0).collect();
            let threshold = LIGHT * stats::quantile(&mut powers, 0.9);
            let lit = |v: &f64| *v > threshold;
            Some((day.iter().position(lit)?, day.iter().rposition(lit)?))
        })
        .collect();
    let mut noons = Noons { days: Vec::new(), minutes: Vec::new() };
    for (day, light) in lights.iter().enumerate() {
        let Some((first, last)) = *light else { continue };
        let around = &lights[day.saturating_sub(15)..(day + 16).min(lights.len())];
        let mut lengths: Vec<f64> = around.iter().flatten().map(|l| (l.1 - l.0) as f64).collect();
        if ((last - first) as f64 / stats::median(&mut lengths) - 1.0).abs() < 0.08 {
            let minutes = (first + last) as f64 / 2.0 * axis.step as f64 / 60.0;
            noons.days.push(day as f64);
            noons.minutes.push(minutes - equation_of_time(axis.date(day).day_of_year()));
        }
    }
    noons
}

/// Finds the days on which solar noon jumps. The clock of the longest time is the right one.
#[task]
pub fn time_shifts(noons: &Noons, axis: &Axis) -> Shifts {
    // The light is seen to begin and to end at whole cells.
    let cell = axis.step as f64 / 60.0;
    let min_jump = MIN_SHIFT.max(0.8 * cell);
    let rules = steps::Rules {
        min_jump,
        min_points: 6,
        harmonics: 1,
        season: 8.0,
        pairs: true,
        min_noise: (cell / 4.0).max(3.0),
    };
    let found = steps::find(&noons.days, &noons.minutes, &rules);
    let mut pieces = vec![(0, 0.0)];
    for step in &found {
        let level = pieces[pieces.len() - 1].1 + step.jump;
        pieces.push((noons.days[step.index] as usize, level));
    }
    let length = |i: usize| pieces.get(i + 1).map_or(axis.days, |p| p.0) - pieces[i].0;
    let level_length = |i: usize| -> usize {
        (0..pieces.len()).filter(|&j| (pieces[j].1 - pieces[i].1).abs() < MIN_SHIFT).map(length).sum()
    };
    let usual = (0..pieces.len()).rev().max_by_key(|&i| level_length(i)).expect("there is one piece at least");
    let zero = pieces[usual].1;
    let mut minutes = noons.minutes.clone();
    let pieces = pieces.iter().map(|&(day, level)| (day, ((level - zero) / 15.0).round() as i64 * 15));
    Shifts { pieces: pieces.collect(), noon: stats::median(&mut minutes) }
}

/// Turns the rows of days whose clock is fast or slow.
#[task]
pub fn straighten(mut matrix: Matrix, shifts: &Shifts, axis: &Axis) -> Matrix {
    for (day, mut row) in matrix.outer_iter_mut().enumerate() {
        let slots = (shifts.minutes(day) as f64 * 60.0 / axis.step as f64).round() as i64;
        let row = row.as_slice_mut().expect("a row is contiguous");
        row.rotate_left(slots.rem_euclid(axis.slots as i64) as usize);
    }
    matrix
}

/// Minutes by which a sundial is *behind* mean time: what to subtract from clock noon (Spencer's series, shortened).
fn equation_of_time(day_of_year: i16) -> f64 {
    let b = TAU * f64::from(day_of_year - 81) / 364.0;
    -(9.87 * (2.0 * b).sin() - 7.53 * b.cos() - 1.5 * b.sin())
}
