//! Phase 3: what the site gives under a clear sky.
//!
//! For each time of day a smooth curve over the days such that most readings lie below it: a quantile regression
//! with a penalty on the second difference, as solar-data-tools fits its "smooth quantiles". The pinball loss is
//! minimised by iteratively reweighted least squares, each step one call of Whittaker's smoother. Columns are independent, so the
//! morning and the afternoon are two tasks.

use ndarray::{Array2, s};
use superscalar::task;

use crate::axis::Matrix;
use crate::cleaning::Half;
use crate::stats;

/// Clear-sky power; one row a *time of day*, one column a day.
pub struct Baseline {
    morning: Array2<f64>,
    afternoon: Array2<f64>,
}

impl Baseline {
    /// Clear-sky power of a cell, in kW.
    pub fn at(&self, day: usize, slot: usize) -> f64 {
        let noon = self.morning.nrows();
        if slot < noon { self.morning[[slot, day]] } else { self.afternoon[[slot - noon, day]] }
    }

    /// Clear-sky power of a day.
    pub fn day(&self, day: usize) -> impl Iterator<Item = f64> + '_ {
        self.morning.column(day).into_iter().chain(self.afternoon.column(day)).copied()
    }
}

/// Share of the readings that lie below the curve.
const QUANTILE: f64 = 0.88;
/// Penalty: waves shorter than some two months are smoothed away.
const STIFFNESS: f64 = 1e4;
const ITERATIONS: usize = 16;

/// Fits the curves of one half of the day.
#[task]
pub fn fit_baseline(matrix: &Matrix, half: Half) -> Array2<f64> {
    let (days, slots) = matrix.dim();
    let columns = half.slots(slots);
    let cap = stats::capacity(matrix.iter());
    let mut fitted = Array2::zeros((columns.len(), days));
    let mut fit = Fit::new(days);
    for (slot, mut curve) in columns.zip(fitted.outer_iter_mut()) {
        let readings = matrix.slice(s![.., slot]);
        let lit = readings.iter().any(|v| *v > 0.0);
        if lit {
            fit.load(readings.iter().map(|v| v / cap));
            fit.run();
            curve.iter_mut().zip(&fit.x).for_each(|(to, x)| *to = (x * cap).max(0.0));
        }
    }
    fitted
}

/// Joins the halves.
#[task(inline)]
pub fn join_halves(morning: Array2<f64>, afternoon: Array2<f64>) -> Baseline {
    Baseline { morning, afternoon }
}

/// One column's regression, and its scratch space.
struct Fit {
    y: Vec<f64>,
    /// 0 where the reading is missing.
    known: Vec<f64>,
    weights: Vec<f64>,
    x: Vec<f64>,
    scratch: Vec<[f64; 3]>,
}

impl Fit {
    fn new(days: usize) -> Fit {
        let zeros = || vec![0.0; days];
        Fit { y: zeros(), known: zeros(), weights: zeros(), x: zeros(), scratch: vec![[0.0; 3]; days] }
    }

    fn load(&mut self, readings: impl Iterator<Item = f64>) {
        for (i, v) in readings.enumerate() {
            self.known[i] = f64::from(u8::from(!v.is_nan()));
            self.y[i] = if v.is_nan() { 0.0 } else { v };
        }
    }

    fn run(&mut self) {
        self.weights.copy_from_slice(&self.known);
        for _ in 0..ITERATIONS {
            stats::smooth(&self.weights, &self.y, STIFFNESS, &mut self.x, &mut self.scratch);
            for i in 0..self.x.len() {
                let r = self.y[i] - self.x[i];
                let side = if r > 0.0 { QUANTILE } else { 1.0 - QUANTILE };
                self.weights[i] = self.known[i] * side / r.abs().max(0.01);
            }
        }
    }
}
