//! Steps in a series that also follows the seasons.
//!
//! The model is `level + season(t) + Σ jumpᵢ · [t ≥ tᵢ]` with a season of a few yearly harmonics, under Huber's loss, so that a
//! cloudy day is an outlier and not a step. Steps are found greedily, one at a time; then each is moved to where
//! it fits best beside the others, and those that turn out small are dropped. (solar-data-tools solves the same model
//! with a sparsity penalty on the jumps.)

use std::f64::consts::TAU;

use crate::stats;

/// What counts as a step.
pub struct Rules {
    /// Smaller jumps are noise, in the units of the values.
    pub min_jump: f64,
    /// Points that must lie on either side.
    pub min_points: usize,
    /// Yearly harmonics of the season.
    pub harmonics: usize,
    /// Expected amplitude of the season, in the units of the values: a prior that keeps a season from imitating a step.
    pub season: f64,
    /// Whether to try two steps at once: a drop and its repair may look like a season to one step.
    pub pairs: bool,
    /// Noise below which the scale estimate does not go.
    pub min_noise: f64,
}

/// A jump between the point before `index` and the point at `index`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    pub index: usize,
    pub jump: f64,
}

const MAX_STEPS: usize = 6;
/// At most this many places are tried in one sweep; the best is then refined.
const CANDIDATES: usize = 80;
/// The same for each of two steps.
const PAIR_CANDIDATES: usize = 18;
/// Points to either side of a step that tell how large it is.
const NEAR: usize = 8;
/// Refits with new weights, if need be.
const ITERATIONS: usize = 8;
const HUBER: f64 = 1.345;

/// Finds the steps of `values`, which were taken on `days`, in order of time.
pub fn find(days: &[f64], values: &[f64], rules: &Rules) -> Vec<Step> {
    let model = Model::new(days, values, rules);
    let mut places: Vec<usize> = Vec::new();
    let mut cost = model.fit(&places).cost;
    let worthwhile = 6.0 * (values.len().max(2) as f64).ln();
    while places.len() < MAX_STEPS {
        let one = model.best_place(&places);
        let two = if rules.pairs { model.best_pair(&places) } else { None };
        // What is gained, less what each step has to bring.
        let gain = |found: &(Vec<usize>, f64)| cost - found.1 - worthwhile * (found.0.len() - places.len()) as f64;
        let Some(best) = [one, two].into_iter().flatten().max_by(|a, b| gain(a).total_cmp(&gain(b))) else { break };
        if gain(&best) < 0.0 {
            break;
        }
        (places, cost) = best;
        model.settle(&mut places, 8);
    }
    model.prune(&mut places);
    places.sort_unstable();
    let fit = model.fit(&places);
    let jump = |i: usize| fit.jumps[i] + model.correction(&fit, &places, i);
    let found = (0..places.len()).map(|i| Step { index: places[i], jump: jump(i) });
    // A step that is hardly seen next to itself was a season.
    found.filter(|step| step.jump.abs() >= 0.5 * rules.min_jump).collect()
}

struct Model<'a> {
    values: &'a [f64],
    /// `base` numbers for each point: 1 and the harmonics.
    seasons: Vec<f64>,
    base: usize,
    noise: f64,
    rules: &'a Rules,
}

struct Fit {
    cost: f64,
    jumps: Vec<f64>,
    residuals: Vec<f64>,
}

impl<'a> Model<'a> {
    fn new(days: &[f64], values: &'a [f64], rules: &'a Rules) -> Self {
        let base = 1 + 2 * rules.harmonics;
        let season = |&day: &f64| {
            (0..base).map(move |k| match k {
                0 => 1.0,
                _ if k % 2 == 1 => (TAU * day / 365.25 * k.div_ceil(2) as f64).cos(),
                _ => (TAU * day / 365.25 * (k / 2) as f64).sin(),
            })
        };
        // Differences of neighbours see each step once only, so their spread is that of the noise.
        let mut moves: Vec<f64> = values.windows(2).map(|w| (w[1] - w[0]).abs()).collect();
        let noise = stats::median(&mut moves) * 1.4826 / std::f64::consts::SQRT_2;
        Model {
            values,
            seasons: days.iter().flat_map(season).collect(),
            base,
            noise: noise.max(rules.min_noise),
            rules,
        }
    }

    /// Iteratively reweighted least squares with steps at `places`.
    fn fit(&self, places: &[usize]) -> Fit {
        let k = self.base + places.len();
        let design = self.design(places);
        let mut weights = vec![1.0; self.values.len()];
        let mut fit = Fit { cost: f64::INFINITY, jumps: Vec::new(), residuals: Vec::new() };
        for _ in 0..ITERATIONS {
            let mut beta = self.least_squares(&design, &weights, k);
            let fitted = design.chunks_exact(k).map(|row| row.iter().zip(&beta).map(|(x, b)| x * b).sum::<f64>());
            fit.residuals = self.values.iter().zip(fitted).map(|(y, f)| y - f).collect();
            fit.jumps = beta.split_off(self.base);
            let before = fit.cost;
            fit.cost = self.huber(&fit.residuals, &mut weights);
            if before - fit.cost < 1e-3 * fit.cost {
                break;
            }
        }
        fit
    }

    /// The rows of the season, each with its 0 or 1 for each step.
    fn design(&self, places: &[usize]) -> Vec<f64> {
        let mut design = Vec::with_capacity(self.values.len() * (self.base + places.len()));
        for (i, season) in self.seasons.chunks_exact(self.base).enumerate() {
            design.extend_from_slice(season);
            design.extend(places.iter().map(|&place| f64::from(u8::from(i >= place))));
        }
        design
    }

    fn least_squares(&self, design: &[f64], weights: &[f64], k: usize) -> Vec<f64> {
        let ridge = (self.noise / self.rules.season).powi(2);
        let (mut normal, mut beta) = (vec![0.0; k * k], vec![0.0; k]);
        for ((row, weight), value) in design.chunks_exact(k).zip(weights).zip(self.values) {
            for (a, x) in row.iter().enumerate() {
                beta[a] += weight * x * value;
                normal[a * k..=a * k + a].iter_mut().zip(row).for_each(|(sum, y)| *sum += weight * x * y);
            }
        }
        for a in 0..k {
            normal[a * k + a] += if (1..self.base).contains(&a) { ridge } else { 1e-9 };
        }
        stats::solve(&mut normal, &mut beta);
        beta
    }

    /// Huber's loss, and the weights under which least squares has the same gradient.
    fn huber(&self, residuals: &[f64], weights: &mut [f64]) -> f64 {
        let scaled = residuals.iter().map(|r| (r / self.noise).abs());
        let losses = scaled.zip(weights).map(|(r, weight)| {
            *weight = if r <= HUBER { 1.0 } else { HUBER / r };
            if r <= HUBER { 0.5 * r * r } else { HUBER * (r - 0.5 * HUBER) }
        });
        losses.sum()
    }

    /// How much larger the jump number `i` is than fitted, by the points next to it. A jump need not be the same in
    /// all seasons: where an inverter clips, lost panels cost less in summer than in winter.
    fn correction(&self, fit: &Fit, places: &[usize], i: usize) -> f64 {
        let near = |from: usize, to: usize| stats::median(&mut fit.residuals[from..to].to_vec());
        let start = if i == 0 { 0 } else { places[i - 1] };
        let end = places.get(i + 1).map_or(self.values.len(), |next| *next);
        near(places[i], end.min(places[i] + NEAR)) - near(start.max(places[i].saturating_sub(NEAR)), places[i])
    }

    /// `places` and the best place for one more step whose jump is large enough; and the cost.
    fn best_place(&self, places: &[usize]) -> Option<(Vec<usize>, f64)> {
        let n = self.values.len();
        let stride = (n / CANDIDATES).max(1);
        let coarse = self.best_of((0..n).step_by(stride), places)?;
        let fine = self.best_of(coarse.0.saturating_sub(stride)..=coarse.0 + stride, places).unwrap_or(coarse);
        Some((with(places, &[fine.0]), fine.1))
    }

    /// `places` and the best places for two more steps; and the cost.
    fn best_pair(&self, places: &[usize]) -> Option<(Vec<usize>, f64)> {
        let n = self.values.len();
        let stride = (n / PAIR_CANDIDATES).max(1);
        let pairs = (0..n).step_by(stride).filter_map(|first| {
            let others = with(places, &[first]);
            let second = self.best_of((first + stride..n).step_by(stride), &others)?;
            Some((with(&others, &[second.0]), second.1))
        });
        let (mut best, _) = pairs.min_by(|a, b| a.1.total_cmp(&b.1))?;
        self.settle(&mut best, stride);
        let cost = self.fit(&best).cost;
        Some((best, cost))
    }

    fn best_of(&self, tried: impl Iterator<Item = usize>, others: &[usize]) -> Option<(usize, f64)> {
        let mut places = others.to_vec();
        let free = |&at: &usize| {
            let n = self.values.len();
            others.iter().chain([&0, &n]).all(|&o| o.abs_diff(at) >= self.rules.min_points) && at < n
        };
        let costs = tried.filter(free).filter_map(|at| {
            places.push(at);
            let fit = self.fit(&places);
            places.pop();
            (fit.jumps[others.len()].abs() >= self.rules.min_jump).then_some((at, fit.cost))
        });
        costs.min_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// Moves each step to its best place at most `reach` away, given the others; first in large strides, then in small ones.
    fn settle(&self, places: &mut Vec<usize>, reach: usize) {
        let stride = (reach / 6).max(1);
        for _ in 0..places.len() {
            let moved = places.remove(0);
            let near = (moved.saturating_sub(reach)..=moved + reach).step_by(stride);
            places.push(self.best_of(near.chain([moved]), places).map_or(moved, |best| best.0));
        }
        if stride > 1 {
            self.settle(places, stride);
        }
    }

    /// Drops the smallest step for as long as it is too small.
    fn prune(&self, places: &mut Vec<usize>) {
        while !places.is_empty() {
            let jumps = self.fit(places).jumps;
            let smallest = (0..places.len()).min_by(|&a, &b| jumps[a].abs().total_cmp(&jumps[b].abs()));
            match smallest.filter(|&i| jumps[i].abs() < self.rules.min_jump) {
                Some(i) => places.remove(i),
                None => break,
            };
        }
    }
}

fn with(places: &[usize], more: &[usize]) -> Vec<usize> {
    [places, more].concat()
}
