//! What two texts have in common: their longest common subsequence, in blocks that form a wavefront.
//!
//! `cargo run --release --example wavefront [-- FILE FILE] [--block N] [--runs N]`
//!
//! The table of lengths (one row for each byte of one text, one column for each byte of the other) is cut into blocks of `N` x `N`.
//! A block needs nothing but the last row of the block above it and the last column of the block to its left, works in place,
//! and hands both on; so memory is one row and one column of the table, and blocks on a diagonal run at the same time. The result has to be
//! that of the plain program, row by row (Wagner, Fischer, "The string-to-string correction problem", 1974).
//!
//! Texts are compared by bytes, so that any file will do. Without files: this repository's README and ARCHITECTURE.

use std::error::Error;
use std::ffi::OsString;
use std::fs;
use std::mem;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use superscalar::{Graph, Node, Runtime, task};

/// The graph of all blocks. The handle is that of the table's last row, from the last block on.
fn wavefront<'env>(g: &mut Graph<'env>, a: &'env [u8], b: &'env [u8], size: usize) -> Option<Node<Vec<u32>>> {
    let mut above: Vec<Node<Vec<u32>>> = b.chunks(size).map(|b| g.add(zeros::node(b.len() + 1))).collect();
    for (i, a) in a.chunks(size).enumerate() {
        let mut left = g.add(zeros::node(a.len()));
        let mut below = Vec::new();
        for (j, (b, top)) in b.chunks(size).zip(above).enumerate() {
            let borders = g.add(block::node(a, b, top, left).named(format!("block {i}, {j}")));
            let (bottom, right) = g.unzip(borders);
            below.push(bottom); // for the block below
            left = right; // for the next block
        }
        above = below;
    }
    above.pop()
}

/// A border of the table, where nothing is common yet.
#[task(inline)]
fn zeros(len: usize) -> Vec<u32> {
    vec![0; len]
}

/// One block. `row` is what lies above it, with the corner; `column` is what lies to its left. They become its last row and its
/// last column.
#[task]
fn block(a: &[u8], b: &[u8], mut row: Vec<u32>, mut column: Vec<u32>) -> (Vec<u32>, Vec<u32>) {
    let mut next = vec![0; row.len()];
    for (&x, edge) in a.iter().zip(&mut column) {
        next[0] = *edge;
        *edge = fill(&mut next, &row, x, b);
        mem::swap(&mut row, &mut next);
    }
    (row, column)
}

/// Fills a row from its first number on, and returns the last.
fn fill(row: &mut [u32], above: &[u32], x: u8, b: &[u8]) -> u32 {
    let mut left = row[0];
    for ((&y, cell), above) in b.iter().zip(&mut row[1..]).zip(above.windows(2)) {
        left = left.max(above[1]).max(above[0] + u32::from(x == y));
        *cell = left;
    }
    left
}

fn in_blocks(a: &[u8], b: &[u8], size: usize) -> Result<u32, Box<dyn Error>> {
    let mut g = Graph::new();
    let last = wavefront(&mut g, a, b, size);
    let row = g.run(last)?;
    Ok(row.and_then(|row| row.last().copied()).unwrap_or(0))
}

/// The plain program: two rows of the table.
fn row_by_row(a: &[u8], b: &[u8]) -> u32 {
    let (mut above, mut row) = (vec![0; b.len() + 1], vec![0; b.len() + 1]);
    for &x in a {
        fill(&mut row, &above, x, b);
        mem::swap(&mut above, &mut row);
    }
    above[b.len()]
}

fn main() -> ExitCode {
    if let Err(reason) = run() {
        eprintln!("wavefront: {reason}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn run() -> Result<(), Box<dyn Error>> {
    let Options { a, b, size, runs } = options()?;
    let (a, b): (&[u8], &[u8]) = (&a, &b);
    let blocks = a.len().div_ceil(size) * b.len().div_ceil(size);
    println!("{} x {} bytes in blocks of {size} x {size}: {blocks}", a.len(), b.len());

    let pool = Runtime::builder().build()?;
    let alone = Runtime::builder().serial().build()?;
    let (mut plain, mut serial, mut parallel) = (Vec::new(), Vec::new(), Vec::new());
    let mut common = 0;
    for _ in 0..runs {
        common = timed(&mut plain, || row_by_row(a, b));
        for (runtime, times) in [(&alone, &mut serial), (&pool, &mut parallel)] {
            let ours = timed(times, || runtime.run(|| in_blocks(a, b, size)))?;
            if ours != common {
                return Err(format!("{ours} bytes in common in blocks, and {common} row by row").into());
            }
        }
    }
    let of_all = 200.0 * f64::from(common) / (a.len() + b.len()).max(1) as f64;
    println!("{common} bytes in common, {of_all:.1} % of both; the same row by row");
    let (plain, serial, parallel) = (median(plain), median(serial), median(parallel));
    println!("row by row {plain:.1?}, median of {runs}");
    for (time, threads) in [(serial, 1), (parallel, pool.threads())] {
        println!("in blocks, threads: {threads}: {time:.1?}, {:.2} of that", time.as_secs_f64() / plain.as_secs_f64());
    }
    Ok(())
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
    a: Vec<u8>,
    b: Vec<u8>,
    size: usize,
    runs: usize,
}

fn options() -> Result<Options, lexopt::Error> {
    use lexopt::prelude::*;
    let (mut files, mut size, mut runs) = (Vec::new(), 1024, 5);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("block") => size = arguments.value()?.parse()?,
            Long("runs") => runs = arguments.value()?.parse()?,
            Value(file) if files.len() < 2 => files.push(file),
            other => return Err(other.unexpected()),
        }
    }
    if size == 0 || runs == 0 {
        return Err("`--block` and `--runs` take numbers from 1".into());
    }
    let read = |file: &OsString| fs::read(file).map_err(|error| format!("{}: {error}", file.to_string_lossy()));
    let (a, b) = match &files[..] {
        [] => (include_bytes!("../README.md").to_vec(), include_bytes!("../ARCHITECTURE.md").to_vec()),
        [a, b] => (read(a)?, read(b)?),
        _ => return Err("two files are compared, but one was given".into()),
    };
    Ok(Options { a, b, size, runs })
}
