//! Matrices in blocks: a sum over blocks of 500 x 500, and the singular values of a matrix too tall for one piece.
//!
//! `cargo run --example blocked_svd [-- --rows N] [--columns N]`
//!
//! The tall matrix is never there as a whole: a block of rows is made, reduced to a small triangle R by a QR decomposition, and
//! dropped. The R of all these R is, up to signs, that of the whole matrix, and has its singular values (tall-and-skinny QR: Demmel,
//! Grigori, Hoemmen, Langou, "Communication-optimal parallel and sequential QR and LU factorizations", 2012, section 3).

use std::process::ExitCode;
use std::time::Instant;

use ndarray::{Array1, Array2, ArrayView2, Axis, concatenate, s};
use superscalar::{pipeline, task};

const BLOCK: usize = 500;

pipeline! {
    /// The mean of each row of `x + x^T`, block by block.
    fn symmetric_means(x: &Array2<f64>) -> Array1<f64> {
        let mut sums = Array1::zeros(x.nrows());
        for row in (0..x.nrows()).step_by(BLOCK) {
            for column in (0..x.ncols()).step_by(BLOCK) {
                let upper = block(x, row, column);
                let lower = block(x, column, row);
                let sum = row_sums(upper, lower);  // all blocks of the matrix beside each other
                add_to(&mut sums, row, &sum);      // from left to right
            }
        }
        sums / x.ncols() as f64
    }

    /// The singular values of the matrix whose blocks of rows are `make(0)`, `make(1)` .., largest first.
    fn singular_values(source: &Source) -> Array1<f64> {
        let mut triangles = Vec::new();
        for index in 0..source.blocks() {
            let rows = make(source, index);
            let r = triangle(rows);         // takes `rows`: works in place, then frees them
            triangles.push(r);
        }
        let stacked = stack(&triangles);
        let r = triangle(stacked);
        jacobi(r)
    }
}

fn main() -> ExitCode {
    if let Err(reason) = run() {
        eprintln!("blocked_svd: {reason}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn run() -> Result<(), String> {
    let source = arguments().map_err(|error| error.to_string())?;

    let x = Array2::from_shape_fn((1000, 1000), |(i, j)| ((i * 7 + j * 13) % 101) as f64);
    let means = symmetric_means(&x);
    println!("1000 x 1000 in blocks of {BLOCK} x {BLOCK}: means of x + x^T from {} on", means.slice(s![..3]));
    let whole = (&x + &x.t()).mean_axis(Axis(1)).expect("there are rows");
    near("the means", &means, &whole, 1e-9)?; // whole numbers: nothing is lost in any order

    let start = Instant::now();
    let serial = singular_values::serial(&source);
    let plain = start.elapsed();
    let start = Instant::now();
    let values = singular_values(&source);
    let ratio = start.elapsed().as_secs_f64() / plain.as_secs_f64();
    println!(
        "{} x {} in blocks of {BLOCK} rows: singular values from {:.6} to {:.6}",
        source.rows,
        source.columns,
        values[0],
        values[values.len() - 1]
    );
    println!("time {ratio:.2} of the plain loop ({plain:.1?})");
    if values != serial {
        return Err(format!("other singular values than in the serial run: {serial}"));
    }
    near("the singular values", &values, &source.singular_values(), 1e-8 * values[0])
}

fn arguments() -> Result<Source, lexopt::Error> {
    use lexopt::prelude::*;
    let (mut rows, mut columns) = (10_000, 20);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("rows") => rows = arguments.value()?.parse()?,
            Long("columns") => columns = arguments.value()?.parse()?,
            other => return Err(other.unexpected()),
        }
    }
    if columns == 0 || rows < columns {
        return Err(format!("{rows} x {columns} is not tall").into());
    }
    Ok(Source { rows, columns })
}

fn near(what: &str, ours: &Array1<f64>, known: &Array1<f64>, error: f64) -> Result<(), String> {
    let far = ours.iter().zip(known).any(|(a, b)| (a - b).abs() > error);
    if far || ours.len() != known.len() { Err(format!("{what} are {ours}, not {known}")) } else { Ok(()) }
}

// ---- sums ----

#[task]
fn block(x: &Array2<f64>, row: usize, column: usize) -> ArrayView2<'_, f64> {
    let end = |start: usize, length: usize| length.min(start + BLOCK);
    x.slice(s![row..end(row, x.nrows()), column..end(column, x.ncols())])
}

/// The sums of the rows of `upper + lower^T`.
#[task]
fn row_sums(upper: ArrayView2<'_, f64>, lower: ArrayView2<'_, f64>) -> Array1<f64> {
    (&upper + &lower.t()).sum_axis(Axis(1))
}

#[task]
fn add_to(sums: &mut Array1<f64>, row: usize, part: &Array1<f64>) {
    sums.slice_mut(s![row..row + part.len()]).scaled_add(1.0, part);
}

// ---- the tall matrix ----

/// Row i, column j: `scale(j) * cos(pi / rows * (i + 1/2) * j)`. These columns are orthogonal (a discrete cosine transform), so that
/// the singular values are their lengths; then two neighbours each are turned by an angle, which does not change that.
struct Source {
    rows: usize,
    columns: usize,
}

impl Source {
    fn blocks(&self) -> usize {
        self.rows.div_ceil(BLOCK)
    }

    fn scale(&self, column: usize) -> f64 {
        1.0 / (column + 1) as f64
    }

    fn singular_values(&self) -> Array1<f64> {
        let squares = |j: usize| if j == 0 { self.rows as f64 } else { self.rows as f64 / 2.0 };
        let mut values: Vec<f64> = (0..self.columns).map(|j| self.scale(j) * squares(j).sqrt()).collect();
        values.sort_by(|a, b| b.total_cmp(a));
        values.into()
    }
}

#[task]
fn make(source: &Source, index: usize) -> Array2<f64> {
    let first = index * BLOCK;
    let angle = |i: usize| std::f64::consts::PI / source.rows as f64 * ((first + i) as f64 + 0.5);
    let rows = BLOCK.min(source.rows - first);
    let mut block =
        Array2::from_shape_fn((rows, source.columns), |(i, j)| source.scale(j) * (angle(i) * j as f64).cos());
    for j in 1..source.columns {
        rotate(&mut block, j - 1, j, 0.6, 0.8);
    }
    block
}

// ---- linear algebra ----

/// The R of the QR decomposition of `a`, by Householder reflections (Golub, Van Loan, "Matrix Computations", algorithm 5.2.1).
/// As many rows as columns; those that `a` does not have are zero.
#[task]
fn triangle(mut a: Array2<f64>) -> Array2<f64> {
    let columns = a.ncols();
    for k in 0..columns.min(a.nrows()) {
        let mut v = a.slice(s![k.., k]).to_owned();
        let length = v.dot(&v).sqrt();
        v[0] += length.copysign(v[0]);
        let square = v.dot(&v);
        if square > 0.0 {
            let mut rest = a.slice_mut(s![k.., k..]);
            let products = v.dot(&rest) * (2.0 / square);
            for (mut row, &v) in rest.outer_iter_mut().zip(&v) {
                row.scaled_add(-v, &products);
            }
        }
    }
    Array2::from_shape_fn((columns, columns), |(i, j)| if i <= j && i < a.nrows() { a[[i, j]] } else { 0.0 })
}

#[task]
fn stack(blocks: &[Array2<f64>]) -> Array2<f64> {
    let views: Vec<_> = blocks.iter().map(|block| block.view()).collect();
    concatenate(Axis(0), &views).expect("all have the same columns")
}

/// The singular values of `a`: turns its columns until they are orthogonal (one-sided Jacobi: Hestenes, 1958).
#[task]
fn jacobi(mut a: Array2<f64>) -> Array1<f64> {
    let precision = f64::EPSILON * a.nrows() as f64;
    for _ in 0..30 {
        let mut turned = false;
        for i in 0..a.ncols() {
            for j in i + 1..a.ncols() {
                let (x, y) = (a.column(i), a.column(j));
                let (xx, yy, xy) = (x.dot(&x), y.dot(&y), x.dot(&y));
                if xy.abs() > precision * (xx * yy).sqrt() {
                    let cotangent = (yy - xx) / (2.0 * xy);
                    let tangent = cotangent.signum() / (cotangent.abs() + (1.0 + cotangent * cotangent).sqrt());
                    let cosine = 1.0 / (1.0 + tangent * tangent).sqrt();
                    rotate(&mut a, i, j, cosine, cosine * tangent);
                    turned = true;
                }
            }
        }
        if !turned {
            break;
        }
    }
    let mut values: Vec<f64> = a.columns().into_iter().map(|column| column.dot(&column).sqrt()).collect();
    values.sort_by(|a, b| b.total_cmp(a));
    values.into()
}

/// Turns two columns: x becomes cx - sy, y becomes sx + cy.
fn rotate(a: &mut Array2<f64>, i: usize, j: usize, c: f64, s: f64) {
    for mut row in a.outer_iter_mut() {
        let (x, y) = (row[i], row[j]);
        (row[i], row[j]) = (c * x - s * y, s * x + c * y);
    }
}
