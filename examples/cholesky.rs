//! The Cholesky factor of a matrix in tiles, which are changed in place: L with `A = L L^T`.
//!
//! `cargo run --release --example cholesky [-- --rows N] [--tile N] [--runs N]`
//!
//! Four tasks, named as in LAPACK, read tiles (`&Node<Tile>`) and change tiles (`&mut Node<Tile>`); the loops are those of the serial
//! program (Buttari, Langou, Kurzak, Dongarra, "A class of parallel tiled linear algebra algorithms for multicore architectures",
//! 2009, section 2). There are no barriers between columns: the next column begins while the rest of the matrix is still brought
//! up to date. The factor is compared with that of `smartcore`, and has to be, bit by bit, that of a run on one thread.

use std::error::Error;
use std::fmt;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use ndarray::linalg::general_mat_mul;
use ndarray::{Array2, s};
use smartcore::linalg::basic::arrays::Array;
use smartcore::linalg::basic::matrix::DenseMatrix;
use smartcore::linalg::traits::cholesky::CholeskyDecomposable;
use superscalar::graph::Failure;
use superscalar::{Graph, Node, Runtime, task};

type Tile = Array2<f64>;

/// The tiles of L, column by column; each column begins with the tile on the diagonal.
fn cholesky<'env>(g: &mut Graph<'env>, a: &'env Array2<f64>, size: usize) -> Vec<Vec<Node<Tile>>> {
    let starts = || (0..a.nrows()).step_by(size);
    let mut column = |j| starts().filter(|&i| i >= j).map(|i| g.add(cut::node(a, i, j, size))).collect();
    let mut columns: Vec<Vec<Node<Tile>>> = starts().map(&mut column).collect();
    let (mut rest, mut k) = (&mut columns[..], 0);
    while let Some((column, right)) = rest.split_first_mut() {
        let (diagonal, below) = column.split_first_mut().expect("a tile on the diagonal");
        g.try_add(potrf::node(&mut *diagonal).named(format!("potrf {k}")));
        for tile in &mut *below {
            g.add(trsm::node(&*diagonal, tile));
        }
        for (j, column) in right.iter_mut().enumerate() {
            let (diagonal, under) = column.split_first_mut().expect("a tile on the diagonal");
            g.add(syrk::node(&below[j], diagonal));
            for (tile, left) in under.iter_mut().zip(&below[j + 1..]) {
                g.add(gemm::node(left, &below[j], tile));
            }
        }
        (rest, k) = (right, k + 1);
    }
    columns
}

/// The tile of `a` that begins at row `i` and column `j`.
#[task]
fn cut(a: &Array2<f64>, i: usize, j: usize, size: usize) -> Tile {
    let end = |start: usize| a.nrows().min(start + size);
    a.slice(s![i..end(i), j..end(j)]).to_owned()
}

/// `a` becomes its own factor.
#[task]
fn potrf(a: &mut Tile) -> Result<(), NotPositive> {
    for j in 0..a.nrows() {
        let square = a[[j, j]] - a.slice(s![j, ..j]).dot(&a.slice(s![j, ..j]));
        if square.is_nan() || square <= 0.0 {
            return Err(NotPositive { row: j, square });
        }
        a[[j, j]] = square.sqrt();
        for i in j + 1..a.nrows() {
            a[[i, j]] = (a[[i, j]] - a.slice(s![i, ..j]).dot(&a.slice(s![j, ..j]))) / a[[j, j]];
        }
        a.slice_mut(s![j, j + 1..]).fill(0.0);
    }
    Ok(())
}

/// `a` becomes the X with `X L^T = a`.
#[task]
fn trsm(l: &Tile, a: &mut Tile) {
    for mut x in a.outer_iter_mut() {
        for j in 0..l.nrows() {
            x[j] = (x[j] - l.slice(s![j, ..j]).dot(&x.slice(s![..j]))) / l[[j, j]];
        }
    }
}

/// `a` becomes `a - l l^T`: of a tile on the diagonal, whose upper half nobody looks at.
#[task]
fn syrk(l: &Tile, a: &mut Tile) {
    general_mat_mul(-1.0, l, &l.t(), 1.0, a);
}

/// `a` becomes `a - left above^T`.
#[task]
fn gemm(left: &Tile, above: &Tile, a: &mut Tile) {
    general_mat_mul(-1.0, left, &above.t(), 1.0, a);
}

/// There is no factor.
#[derive(Debug)]
struct NotPositive {
    row: usize,
    square: f64,
}

impl fmt::Display for NotPositive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not positive definite: in row {} of the tile, the root of {:.3} is wanted", self.row, self.square)
    }
}

impl Error for NotPositive {}

/// Builds the graph, runs it, and lays the tiles out as one matrix.
fn factor(a: &Array2<f64>, size: usize) -> Result<Array2<f64>, Failure> {
    let mut g = Graph::new();
    let columns = cholesky(&mut g, a, size);
    let columns: Vec<Vec<Tile>> = g.run(columns)?;
    let mut l = Array2::zeros(a.raw_dim());
    for (j, column) in columns.iter().enumerate() {
        for (i, tile) in (j..).zip(column) {
            let (row, column) = (i * size, j * size);
            l.slice_mut(s![row..row + tile.nrows(), column..column + tile.ncols()]).assign(tile);
        }
    }
    Ok(l)
}

fn main() -> ExitCode {
    if let Err(reason) = run() {
        eprintln!("cholesky: {reason}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn run() -> Result<(), Box<dyn Error>> {
    let Options { rows, size, runs } = options()?;
    let mut a = made_up(rows);
    let mut g = Graph::new();
    cholesky(&mut g, &a, size);
    println!("{rows} x {rows} in tiles of {size} x {size}: {} tasks, {} one after the other", g.len(), g.depth());
    drop(g);

    let pool = Runtime::builder().build()?;
    let alone = Runtime::builder().serial().build()?;
    let (mut serial, mut parallel, mut library) = (Vec::new(), Vec::new(), Vec::new());
    let mut l = Array2::default((0, 0));
    for _ in 0..runs {
        let one_by_one = timed(&mut serial, || alone.run(|| factor(&a, size)))?;
        l = timed(&mut parallel, || pool.run(|| factor(&a, size)))?;
        if l != one_by_one {
            return Err("the factor is not that of the run on one thread".into());
        }
    }
    let error = norm(&(&a - &l.dot(&l.t()))) / norm(&a);
    check("residual |A - L L^T| / |A|", error, rows)?;
    let known = timed(&mut library, || known_factor(&a))?;
    check("difference from the factor of smartcore", norm(&(&l - &known)) / norm(&l), rows)?;

    let (serial, parallel, library) = (median(serial), median(parallel), median(library));
    let rate = |time: Duration| (rows as f64).powi(3) / 3.0 / time.as_secs_f64() / 1e9;
    println!("threads: 1: {serial:.1?}, {:.1} GFlop/s, median of {runs}", rate(serial));
    let ratio = parallel.as_secs_f64() / serial.as_secs_f64();
    println!("threads: {}: {parallel:.1?}, {:.1} GFlop/s, {ratio:.2} of that", pool.threads(), rate(parallel));
    println!("smartcore, without tiles: {library:.1?}");

    let row = rows * 3 / 4;
    a[[row, row]] = -1.0;
    match factor(&a, size) {
        Err(failure) if failure.node() == format!("potrf {}", row / size) => {
            println!("with -1 on the diagonal: {}: {failure}", failure.node());
            Ok(())
        }
        other => Err(format!("with -1 on the diagonal, in row {row}: {:?}", other.map(|_| "a factor")).into()),
    }
}

/// Random and symmetric; on the diagonal more than the rest of the row, so that it is positive definite.
fn made_up(rows: usize) -> Array2<f64> {
    let mut random = fastrand::Rng::with_seed(1);
    let mut a = Array2::zeros((rows, rows));
    for i in 0..rows {
        for j in 0..i {
            a[[i, j]] = 2.0 * random.f64() - 1.0;
            a[[j, i]] = a[[i, j]];
        }
        a[[i, i]] = rows as f64;
    }
    a
}

fn known_factor(a: &Array2<f64>) -> Result<Array2<f64>, Box<dyn Error>> {
    let matrix = DenseMatrix::new(a.nrows(), a.ncols(), a.iter().copied().collect(), false)?;
    let l = matrix.cholesky()?.L();
    Ok(Array2::from_shape_fn(a.raw_dim(), |(i, j)| *l.get((i, j))))
}

/// The error of such a sum of `rows` products is at most about `rows` roundings (Higham, "Accuracy and Stability of Numerical
/// Algorithms", theorem 10.3).
fn check(what: &str, error: f64, rows: usize) -> Result<(), String> {
    println!("{what}: {error:.1e}");
    let most = rows as f64 * f64::EPSILON;
    if error <= most { Ok(()) } else { Err(format!("{what} is {error:e}, more than {most:e}")) }
}

fn norm(a: &Array2<f64>) -> f64 {
    a.iter().map(|x| x * x).sum::<f64>().sqrt()
}

fn timed<R>(times: &mut Vec<Duration>, work: impl FnOnce() -> R) -> R {
    let start = Instant::now();
    let result = work();
    times.push(start.elapsed());
    result
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

struct Options {
    rows: usize,
    size: usize,
    runs: usize,
}

fn options() -> Result<Options, lexopt::Error> {
    use lexopt::prelude::*;
    let mut options = Options { rows: 1200, size: 128, runs: 5 };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("rows") => options.rows = arguments.value()?.parse()?,
            Long("tile") => options.size = arguments.value()?.parse()?,
            Long("runs") => options.runs = arguments.value()?.parse()?,
            other => return Err(other.unexpected()),
        }
    }
    if options.rows == 0 || options.size == 0 || options.runs == 0 {
        return Err("`--rows`, `--tile` and `--runs` take numbers from 1".into());
    }
    Ok(options)
}
