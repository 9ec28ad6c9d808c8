//! Order statistics and two small linear solvers.

/// The `q`-quantile (nearest rank) of a scratch list, which is reordered. `NaN` if it is empty.
pub fn quantile(values: &mut [f64], q: f64) -> f64 {
    if values.is_empty() {
        return f64::NAN;
    }
    let rank = ((values.len() - 1) as f64 * q).round() as usize;
    *values.select_nth_unstable_by(rank, f64::total_cmp).1
}

/// The median of a scratch list.
pub fn median(values: &mut [f64]) -> f64 {
    quantile(values, 0.5)
}

/// The power that 99 of 100 producing cells stay below: the capacity, unmoved by a few outliers.
pub fn capacity<'a>(cells: impl Iterator<Item = &'a f64>) -> f64 {
    let mut positive: Vec<f64> = cells.copied().filter(|v| *v > 0.0).collect();
    let high = quantile(&mut positive, 0.99);
    if high.is_nan() { 1.0 } else { high }
}

/// The last decimal place in which values are written: 1, 0.1, … down to 0.000001.
pub fn resolution<'a>(cells: impl Iterator<Item = &'a f64>) -> f64 {
    let sample: Vec<f64> = cells.copied().filter(|v| *v > 0.0).step_by(7).take(2000).collect();
    let written_in = |unit: f64| {
        sample.iter().filter(|v| ((*v / unit).round() - *v / unit).abs() < 1e-3).count() * 10 >= sample.len() * 9
    };
    (0..6).map(|place| 0.1_f64.powi(place)).find(|&unit| written_in(unit)).unwrap_or(1e-6)
}

/// Solves `A x = b` in place for a symmetric positive definite `A` (rows of `n`), by Cholesky.
pub fn solve(a: &mut [f64], b: &mut [f64]) {
    let n = b.len();
    for j in 0..n {
        for k in 0..j {
            let ljk = a[j * n + k];
            for i in j..n {
                a[i * n + j] -= a[i * n + k] * ljk;
            }
        }
        let pivot = a[j * n + j].max(1e-12).sqrt();
        for i in j..n {
            a[i * n + j] /= pivot;
        }
        b[j] = (b[j] - (0..j).map(|k| a[j * n + k] * b[k]).sum::<f64>()) / a[j * n + j];
    }
    for j in (0..n).rev() {
        b[j] = (b[j] - (j + 1..n).map(|i| a[i * n + j] * b[i]).sum::<f64>()) / a[j * n + j];
    }
}

/// Whittaker's smoother: minimises `Σ wᵢ (yᵢ − xᵢ)² + λ Σ (xᵢ − 2xᵢ₊₁ + xᵢ₊₂)²` and writes the result to `x`.
///
/// The system is pentadiagonal; it is solved by LDLᵀ in one pass down and one up (Eilers, "A perfect smoother", 2003).
/// `scratch` is for `(d, l1, l2)` of each row.
pub fn smooth(weights: &[f64], y: &[f64], lambda: f64, x: &mut [f64], scratch: &mut [[f64; 3]]) {
    let n = y.len();
    let penalty = |i: usize| {
        // Row i of DᵀD: diagonal, first and second off-diagonal.
        let starts = (i.saturating_sub(2)..=i).filter(|s| s + 2 < n);
        starts.fold([0.0; 3], |[a, b, c], s| match i - s {
            0 => [a + 1.0, b - 2.0, c + 1.0],
            1 => [a + 4.0, b - 2.0, c],
            _ => [a + 1.0, b, c],
        })
    };
    for i in 0..n {
        let [p0, p1, p2] = if i >= 2 && i + 4 <= n { [6.0, -4.0, 1.0] } else { penalty(i) };
        let [d1, m1, n1] = if i >= 1 { scratch[i - 1] } else { [0.0; 3] };
        let [d2, _, n2] = if i >= 2 { scratch[i - 2] } else { [0.0; 3] };
        let d = weights[i] + lambda * p0 + 1e-9 - m1 * m1 * d1 - n2 * n2 * d2;
        let inverse = 1.0 / d;
        scratch[i] = [d, (lambda * p1 - n1 * m1 * d1) * inverse, lambda * p2 * inverse];
        let before1 = if i >= 1 { m1 * x[i - 1] } else { 0.0 };
        let before2 = if i >= 2 { n2 * x[i - 2] } else { 0.0 };
        x[i] = weights[i] * y[i] - before1 - before2;
    }
    for i in (0..n).rev() {
        let [d, l1, l2] = scratch[i];
        let after1 = if i + 1 < n { l1 * x[i + 1] } else { 0.0 };
        let after2 = if i + 2 < n { l2 * x[i + 2] } else { 0.0 };
        x[i] = x[i] / d - after1 - after2;
    }
}
